//! Caches for claims that repeat the same texts.

use std::rc::Rc;

use super::identifier::Identifier;
use crate::classify::{self, ReferenceData};
use crate::domain::Domain;
use crate::guid::{Guid, mixed};
use crate::sku::Product;

/// Caches the values that texts were read as, and filters GUIDs and domains that certainly are not
/// in the reference data. An empty memo caches and filters nothing; it serves for a single claim.
#[derive(Debug, Default)]
pub struct Memo<'a> {
    pub(super) products: Slots<Rc<Product<'a>>>,
    pub(super) domains: Slots<Identifier<Domain>>,
    pub(super) partner_ids: Slots<Identifier<Rc<str>>>,
    guids: Filter,
    domain_names: Filter,
}

/// A Bloom filter with a single hash function. The number of bits is a power of two. Without bits,
/// every hash may be contained.
#[derive(Debug, Default)]
struct Filter(Vec<u64>);

/// Each text has one slot, chosen by its hash. A later text replaces an earlier one.
pub(super) type Slots<T> = Vec<Option<(String, T)>>;

impl<'a> Memo<'a> {
    /// Caches up to this many texts per field, without filters.
    pub fn with_capacity(capacity: usize) -> Self {
        let mut memo = Self::default();
        memo.products.resize_with(capacity, || None);
        memo.domains.resize_with(capacity, || None);
        memo.partner_ids.resize_with(capacity, || None);
        memo
    }

    /// Caches up to this many texts per field, and filters by the reference data, which must stay
    /// the same.
    pub fn for_reference(capacity: usize, reference: ReferenceData<'_>) -> Self {
        let mut memo = Self::with_capacity(capacity);
        memo.guids = Filter::of(|| classify::guids_in_reference(reference).map(|id| id.hash(0)));
        let ReferenceData { evidence, .. } = reference;
        memo.domain_names = Filter::of(|| {
            let resolved = evidence.tenants.iter().flat_map(|tenant| &tenant.domains);
            let unresolved = evidence.unresolved_domains.iter().map(|one| &one.domain);
            resolved.chain(unresolved).map(|domain| hash(domain.as_bytes()))
        });
        memo
    }

    /// May the reference data contain this GUID? False positives are rare.
    pub(crate) fn may_contain(&self, guid: Guid) -> bool {
        self.guids.may_contain(guid.hash(0))
    }

    /// May the evidence contain this domain? False positives are rare.
    #[cfg(feature = "core")]
    pub(crate) fn may_contain_domain(&self, name: &str) -> bool {
        self.domain_names.may_contain(hash(name.as_bytes()))
    }
}

impl Filter {
    fn of<I: Iterator<Item = u64>>(hashes: impl Fn() -> I) -> Self {
        let mut filter = Self(vec![0; (hashes().count() / 4).next_power_of_two()]);
        for hash in hashes() {
            let (position, bit) = filter.position(hash);
            if let Some(bits) = filter.0.get_mut(position) {
                *bits |= bit;
            }
        }
        filter
    }

    fn may_contain(&self, hash: u64) -> bool {
        let (position, bit) = self.position(hash);
        self.0.get(position).is_none_or(|bits| bits & bit != 0)
    }

    fn position(&self, hash: u64) -> (usize, u64) {
        ((hash >> 6) as usize & self.0.len().wrapping_sub(1), 1 << (hash & 63))
    }
}

/// The value in the slot of this text; otherwise reads the value and keeps it.
pub fn cached<T: Clone>(slots: &mut Slots<T>, text: &str, read: impl FnOnce(&str) -> T) -> T {
    let at = hash(text.as_bytes()) as usize % slots.len().max(1);
    let Some(position) = slots.get_mut(at) else { return read(text) };
    match position {
        Some((cached, value)) if cached == text => value.clone(),
        _ => {
            let value = read(text);
            *position = Some((text.to_owned(), value.clone()));
            value
        }
    }
}

/// Hashes bytes to 64 bits, eight at a time.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let words = bytes.chunks_exact(8);
    let word = |word: &[u8]| u64::from_le_bytes(word.try_into().unwrap_or_default());
    let rest = words.remainder().iter();
    let rest = rest.fold(bytes.len() as u64, |rest, byte| rest << 8 | u64::from(*byte));
    words.map(word).chain([rest]).fold(0, |hash, word| mixed(hash ^ word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// If two texts share a slot, the later one takes it, and each yields its own value.
    #[test]
    fn cached_texts_yield_their_own_values() {
        let texts = ["a", "b", "a", "a", "b", "c", "c", "a"];
        for (count, reads) in [(0, 8), (1, 6), (2, 8), (1024, 3)] {
            let mut positions: Slots<String> = Slots::new();
            positions.resize_with(count, || None);
            let mut times = 0;
            for text in texts {
                let read = |text: &str| {
                    times += 1;
                    text.to_uppercase()
                };
                assert_eq!(cached(&mut positions, text, read), text.to_uppercase());
            }
            assert!(times <= reads, "{times} with {count}");
        }
    }

    /// Everything that was added is contained; few other things are.
    #[test]
    fn filters_have_no_false_negatives_and_few_false_positives() {
        let hash_of = |number: u32| hash(number.to_string().as_bytes());
        for count in [1, 10, 1000] {
            let filter = Filter::of(|| (0..count).map(hash_of));
            assert!((0..count).all(|number| filter.may_contain(hash_of(number))));
            let others =
                (count..count + 1000).filter(|number| filter.may_contain(hash_of(*number)));
            assert!(others.count() < 200, "{count}");
        }
    }

    #[test]
    fn every_byte_counts() {
        let mut all = std::collections::BTreeSet::new();
        for text in ["", "\0", "\0\0", "ab", "ba", "cb", "12345678", "123456781234567"] {
            assert!(all.insert(hash(text.as_bytes())), "{text}");
            for byte in 0..=u8::MAX {
                let longer = [b"*", text.as_bytes(), &[byte]].concat();
                assert!(all.insert(hash(&longer)), "{text} {byte}");
            }
        }
    }
}
