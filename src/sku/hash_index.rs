//! Finds SKUs by their names without sorting them.

/// A hash table with open addressing, from the hash of a name to positions in the SKU table.
/// Sorting hundreds of names would take most of the time that a start takes. A slot holds a
/// position counted from 1, or 0 if it is free. A lookup continues until the first free slot, so it
/// can also yield positions of other hashes.
#[derive(Debug, Default)]
pub(super) struct HashIndex {
    slots: Vec<u32>,
}

impl HashIndex {
    /// An index without entries.
    pub const EMPTY: Self = Self { slots: Vec::new() };

    /// Enters position 0, 1, 2, … under these hashes.
    pub fn of(hashes: impl ExactSizeIterator<Item = u32>) -> Self {
        // At least half of the slots stay free, so that lookups are short.
        let mut slots = vec![0; (2 * hashes.len() + 1).next_power_of_two()];
        for (hash, position) in hashes.zip(1..) {
            let mut free = probe(hash, slots.len()).filter(|at| slots.get(*at) == Some(&0));
            if let Some(slot) = free.next().and_then(|at| slots.get_mut(at)) {
                *slot = position;
            }
        }
        Self { slots }
    }

    /// The positions that may have this hash, in order.
    pub fn at(&self, hash: u32) -> impl Iterator<Item = usize> {
        let slots = probe(hash, self.slots.len()).map_while(|at| self.slots.get(at));
        slots.map_while(|position| (*position as usize).checked_sub(1))
    }
}

/// The slots to look at for a hash, in order. Their number is a power of two.
fn probe(hash: u32, slots: usize) -> impl Iterator<Item = usize> {
    (0..slots).map(move |step| (hash as usize).wrapping_add(step) & (slots - 1))
}

/// FNV-1a of words, regardless of case.
pub(super) fn hash<'t>(words: impl IntoIterator<Item = &'t str>) -> u32 {
    let mut hash = 0x811c_9dc5;
    for word in words {
        for byte in word.bytes().chain([b' ']) {
            hash = (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193);
        }
    }
    hash
}

/// Are the words the same, regardless of case?
pub(super) fn is_same<'t>(
    mut some: impl Iterator<Item = &'t str>,
    mut others: impl Iterator<Item = &'t str>,
) -> bool {
    loop {
        match (some.next(), others.next()) {
            (Some(word), Some(other)) if word.eq_ignore_ascii_case(other) => {}
            (word, other) => return word.is_none() && other.is_none(),
        }
    }
}

/// The distinctive words of a product name, in order.
pub(super) fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| {
        ["", "microsoft", "for", "edition", "the"].iter().all(|no| !no.eq_ignore_ascii_case(word))
    })
}
