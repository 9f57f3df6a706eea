//! All sorting in one place: every type that the standard sort is used with adds 4 KB to the
//! download.

/// The keys in order, each with its original position.
#[cfg(feature = "core")]
pub fn sorted(keys: impl IntoIterator<Item = String>) -> Vec<(String, usize)> {
    let mut keyed: Vec<(String, usize)> =
        keys.into_iter().enumerate().map(|(position, key)| (key, position)).collect();
    keyed.sort_unstable();
    keyed
}

/// The texts in order, without duplicates.
#[cfg(feature = "core")]
pub fn unique(texts: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut unique: Vec<String> = sorted(texts).into_iter().map(|(text, _)| text).collect();
    unique.dedup();
    unique
}

/// A stable sort for lists of tens of items, not of thousands.
pub fn sort_few<T, K: PartialOrd>(items: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..items.len() {
        for at in (1..=end).rev() {
            let Some([before, item]) = items.get_mut(at - 1..=at) else { break };
            if key(before) <= key(item) {
                break;
            }
            std::mem::swap(before, item);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_with_and_without_duplicates() {
        let texts = ["b", "a", "b", "c"].map(str::to_owned);
        assert_eq!(unique(texts.clone()), ["a", "b", "c"]);
        let positions: Vec<usize> =
            sorted(texts).into_iter().map(|(_, position)| position).collect();
        assert_eq!(positions, [1, 0, 2, 3]);
    }

    /// Every list of up to six digits below 4, against the standard library's stable sort.
    #[test]
    fn sort_few_is_a_stable_sort() {
        for length in 0..=6_u32 {
            for number in 0..4_usize.pow(length) {
                let digits = (0..length).map(|at| number / 4_usize.pow(at) % 4).enumerate();
                let mut ours: Vec<(usize, usize)> = digits.collect();
                let mut theirs = ours.clone();
                sort_few(&mut ours, |(_, digit)| *digit);
                theirs.sort_by_key(|(_, digit)| *digit);
                assert_eq!(ours, theirs);
            }
        }
    }
}
