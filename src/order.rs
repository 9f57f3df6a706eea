//! All sorting in one place: every type that the standard sort is used with adds 4 KB to the
//! download.

/// The keys in order, each with its original position.
#[cfg(feature = "core")]
pub fn sorted<K: Ord>(keys: impl IntoIterator<Item = K>) -> Vec<(K, usize)> {
    let mut keyed: Vec<(K, usize)> =
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

/// The Levenshtein distance.
pub(crate) fn edit_distance<T: PartialEq>(from: &[T], to: &[T]) -> usize {
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (line, a) in from.iter().enumerate() {
        // Replacing the first letter never takes more edits than inserting one and deleting
        // another.
        let (mut diagonal, mut left) = (line, line);
        for (cell, b) in row.iter_mut().skip(1).zip(to) {
            let above = *cell;
            left = (diagonal + usize::from(a != b)).min(above + 1).min(left + 1);
            (diagonal, *cell) = (above, left);
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or(from.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "core")]
    #[test]
    fn sorts_with_and_without_duplicates() {
        let texts = ["b", "a", "b", "c"].map(str::to_owned);
        assert_eq!(unique(texts.clone()), ["a", "b", "c"]);
        let positions: Vec<usize> =
            sorted(texts).into_iter().map(|(_, position)| position).collect();
        assert_eq!(positions, [1, 0, 2, 3]);
    }

    /// Compares with the definition, for all words of up to four letters over an alphabet of two.
    #[test]
    fn edit_distance_agrees_with_its_definition() {
        fn naive(from: &[char], to: &[char]) -> usize {
            match (from, to) {
                ([], rest) | (rest, []) => rest.len(),
                ([a, from_rest @ ..], [b, to_rest @ ..]) => {
                    let exchanged = naive(from_rest, to_rest) + usize::from(a != b);
                    exchanged.min(naive(from_rest, to) + 1).min(naive(from, to_rest) + 1)
                }
            }
        }
        let word = |bits: u32| -> Vec<char> {
            let length = u32::BITS - 1 - bits.leading_zeros();
            (0..length).map(|at| if bits >> at & 1 == 1 { 'b' } else { 'a' }).collect()
        };
        let words: Vec<_> = (1..32).map(word).collect();
        for from in &words {
            for to in &words {
                assert_eq!(edit_distance(from, to), naive(from, to), "{from:?} {to:?}");
            }
        }
    }

    #[test]
    fn distances() {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        for (from, to, distance) in
            [("", "abc", 3), ("abc", "", 3), ("abc", "xabc", 1), ("kitten", "sitting", 3)]
        {
            assert_eq!(edit_distance(&letters(from), &letters(to)), distance, "{from} {to}");
        }
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
