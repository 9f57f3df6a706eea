//! Sorting, in one place: every type that the standard sort is used with adds 4 KB to the download.

/// Keys with the places they came from, sorted.
#[cfg(feature = "core")]
pub fn sorted<K: Ord>(keys: impl IntoIterator<Item = K>) -> Vec<(K, usize)> {
    let mut keyed: Vec<(K, usize)> =
        keys.into_iter().enumerate().map(|(place, key)| (key, place)).collect();
    keyed.sort_unstable();
    keyed
}

/// The texts in their order, each once.
#[cfg(feature = "core")]
pub fn unique(texts: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut unique: Vec<String> = sorted(texts).into_iter().map(|(text, _)| text).collect();
    unique.dedup();
    unique
}

/// Sorts a handful of items, keeping the order of equal ones. For lists of tens, not of thousands.
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
    fn sorting() {
        let texts = ["b", "a", "b", "c"].map(str::to_owned);
        assert_eq!(unique(texts.clone()), ["a", "b", "c"]);
        let places: Vec<usize> = sorted(texts).into_iter().map(|(_, place)| place).collect();
        assert_eq!(places, [1, 0, 2, 3]);
    }

    /// Every list of up to six digits below 4, against the standard library's stable sort.
    #[test]
    fn few() {
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
