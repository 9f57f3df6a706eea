//! Finds subscriptions by either ID and by tenant.

use super::subscription::Subscription;
use crate::guid::Guid;

/// A hash table with chaining, from GUIDs to positions of records. Entering a record takes constant
/// time, even if all subscriptions belong to one tenant.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// The first entry of each chain. The number of chains is a power of two.
    chains: Vec<u32>,
    /// The hash of each entry, so that few records have to be compared, and the next entry of its
    /// chain, in the order of the records. There are three entries per record.
    entries: Vec<(u32, u32)>,
}

/// The end of a chain.
const END: u32 = u32::MAX;

impl Index {
    /// Indexes records by both IDs and by tenant; those without a tenant are under the nil GUID.
    pub fn of(records: &[Subscription]) -> Self {
        let mut index = Self {
            chains: vec![END; (records.len() * 2).next_power_of_two()],
            entries: vec![(0, END); records.len() * 3],
        };
        for (position, record) in records.iter().enumerate().rev() {
            let tenant_id = record.tenant_id.unwrap_or(Guid::NIL);
            let ids = [Some(tenant_id), record.commerce_subscription_id, Some(record.id)];
            for (name, id) in ids.into_iter().enumerate() {
                if let Some(id) = id {
                    index.enter(hash(id), position * 3 + name);
                }
            }
        }
        index
    }

    /// Was the index built from this number of records?
    pub fn is_of(&self, records: &[Subscription]) -> bool {
        !self.chains.is_empty() && self.entries.len() == records.len() * 3
    }

    /// The positions of the records that may name this GUID, in order. A record that names it twice
    /// occurs twice.
    pub fn positions(&self, id: Guid) -> impl Iterator<Item = usize> {
        let hash = hash(id);
        let entry = |at: u32| self.entries.get(at as usize).map(|(hash, next)| (at, *hash, *next));
        let first = self.chains.get(self.chain(hash)).and_then(|at| entry(*at));
        let chained = std::iter::successors(first, move |(_, _, next)| entry(*next));
        chained.filter(move |(_, other, _)| *other == hash).map(|(at, ..)| at as usize / 3)
    }

    fn enter(&mut self, hash: u32, at: usize) {
        let chain = self.chain(hash);
        if let (Some(first), Some(entry)) = (self.chains.get_mut(chain), self.entries.get_mut(at)) {
            *entry = (hash, *first);
            *first = at as u32;
        }
    }

    fn chain(&self, hash: u32) -> usize {
        hash as usize & self.chains.len().wrapping_sub(1)
    }
}

/// The evidence is the partner's own, so nobody gains from GUIDs that collide.
fn hash(id: Guid) -> u32 {
    id.hash(0) as u32
}

/// An index follows from the records, so it does not count in comparisons.
impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Evidence;
    use crate::json;

    fn records(count: u32) -> Vec<Subscription> {
        let row =
            |number| format!(r#"{{"id":"{number:032}","tenantId":"{:032}"}}"#, 10_000_000 + number);
        let rows: Vec<String> = (0..count).map(row).collect();
        let text = format!(r#"{{"subscriptions":[{}]}}"#, rows.join(","));
        Evidence::read(&json::parse(&text).0, &|_| None).0.subscriptions
    }

    #[test]
    fn an_index_fits_only_its_number_of_records() {
        let three = records(3);
        let index = Index::of(&three);
        assert!(index.is_of(&three) && !index.is_of(&three[..2]));
        assert!(!Index::default().is_of(&[]) && !Index::default().is_of(&three));
    }

    /// Every GUID is found, and lookups compare few entries.
    #[test]
    fn every_guid_is_found_quickly() {
        let records = records(1_000);
        let index = Index::of(&records);
        for (position, record) in records.iter().enumerate() {
            for id in [Some(record.id), record.tenant_id].into_iter().flatten() {
                assert_eq!(index.positions(id).collect::<Vec<_>>(), [position]);
            }
        }
        let used = index.chains.iter().filter(|chain| **chain != END).count();
        assert!(used > 1_000, "{used}");
    }
}
