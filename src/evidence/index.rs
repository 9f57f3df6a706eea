//! Finds the rows of evidence by what they name: a GUID, a domain, or two things together.

use super::association::Association;
use super::contradiction::Contradiction;
use super::subscription::Subscription;
use super::tenant::{Tenant, UnresolvedDomain};
use crate::date::Date;
use crate::guid::{Guid, mixed};
use crate::vocabulary::{Holder, SubscriptionStatus};

/// A hash table with chaining, from keys to positions of rows. Entering a row takes constant time, even
/// if all of them have one key.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// The first entry of each chain. The number of chains is a power of two.
    chains: Vec<u32>,
    /// Each with the hash of its key, so that few rows have to be compared, the next entry of its
    /// chain, in the order of the rows, and the position of its row.
    entries: Vec<(u32, u32, u32)>,
    rows: usize,
}

/// The end of a chain.
const END: u32 = u32::MAX;

impl Index {
    /// Indexes rows by all of their keys.
    pub fn of<'r, T, Keys: IntoIterator<Item = u64>>(
        rows: &'r [T],
        keys: impl Fn(&'r T) -> Keys,
    ) -> Self {
        let mut entries = Vec::with_capacity(rows.len() * 3);
        for (position, row) in rows.iter().enumerate() {
            let keys = keys(row).into_iter();
            entries.extend(keys.map(|key| (key as u32, END, position as u32)));
        }
        let chains = vec![END; (entries.len() / 2 + 1).next_power_of_two()];
        let mut index = Self { chains, entries, rows: rows.len() };
        for at in (0..index.entries.len()).rev() {
            index.enter(at);
        }
        index
    }

    /// Was the index built from this number of rows?
    pub fn is_of<T>(&self, rows: &[T]) -> bool {
        !self.chains.is_empty() && self.rows == rows.len()
    }

    /// The positions of the rows that may have this key, in order. One that has it twice occurs twice.
    pub fn positions(&self, key: u64) -> impl Iterator<Item = usize> + Clone {
        let hash = key as u32;
        let entry = |at: u32| self.entries.get(at as usize).copied();
        let first = self.chains.get(self.chain(hash)).and_then(|at| entry(*at));
        let chained = std::iter::successors(first, move |(_, next, _)| entry(*next));
        chained.filter(move |(other, ..)| *other == hash).map(|(_, _, position)| position as usize)
    }

    fn enter(&mut self, at: usize) {
        let Some(entry) = self.entries.get_mut(at) else { return };
        let chain = entry.0 as usize & self.chains.len().wrapping_sub(1);
        if let Some(first) = self.chains.get_mut(chain) {
            entry.1 = *first;
            *first = at as u32;
        }
    }

    fn chain(&self, hash: u32) -> usize {
        hash as usize & self.chains.len().wrapping_sub(1)
    }
}

/// The rows among which are all that have this key, in their order. Each occurs once.
pub(super) fn candidates<'e, T>(
    rows: &'e [T],
    index: &'e Index,
    key: u64,
) -> impl Iterator<Item = &'e T> + Clone {
    let is_indexed = index.is_of(rows);
    let mut last = None;
    let positions =
        index.positions(key).filter(move |position| last.replace(*position) != Some(*position));
    let found = positions.take_while(move |_| is_indexed).filter_map(|position| rows.get(position));
    found.chain(rows.iter().take_while(move |_| !is_indexed))
}

/// The indexes of evidence.
#[derive(Clone, Debug, Default)]
pub(super) struct Indexes {
    pub tenants: Index,
    pub unresolved_domains: Index,
    pub subscriptions: Index,
    pub associations: Index,
    pub problems: Index,
    /// The last day as of which something is stated of a tenant or a claim.
    latest: Option<Date>,
}

impl Indexes {
    /// Of joined rows; the subscriptions have their index already.
    pub fn of(
        tenants: &[Tenant],
        unresolved_domains: &[UnresolvedDomain],
        subscriptions: Index,
        associations: &[Association],
        problems: &[Contradiction],
    ) -> Self {
        let of_tenant = |tenant: &Tenant| tenant.as_of.latest();
        let days = tenants.iter().filter_map(of_tenant);
        Self {
            tenants: Index::of(tenants, |tenant| {
                let names = tenant.domains.iter().map(|name| of_text(name));
                names.chain([of_guid(tenant.tenant_id)])
            }),
            unresolved_domains: Index::of(unresolved_domains, |one| [of_text(&one.domain)]),
            subscriptions,
            associations: Index::of(associations, keys_of_claim),
            problems: Index::of(problems, |problem| [of_text(&problem.id)]),
            latest: days.chain(associations.iter().filter_map(|one| one.as_of)).max(),
        }
    }

    /// May something be stated of a tenant or a claim as of a day after this one?
    pub fn may_have_days_after(
        &self,
        day: Date,
        tenants: &[Tenant],
        associations: &[Association],
    ) -> bool {
        let is_of = self.tenants.is_of(tenants) && self.associations.is_of(associations);
        !is_of || self.latest.is_some_and(|latest| latest > day)
    }
}

/// Subscriptions by both IDs, by tenant, and active ones by tenant and SKU; those without a tenant are under
/// the nil GUID.
pub(super) fn of_subscriptions(records: &[Subscription]) -> Index {
    Index::of(records, |record| {
        let ids = [Some(record.tenant_id.unwrap_or(Guid::NIL)), record.commerce_subscription_id];
        let ids = ids.into_iter().flatten().chain([record.id]).map(of_guid);
        let sku = record.sku_id.filter(|_| record.status == SubscriptionStatus::Active);
        let sku = record.tenant_id.zip(sku).map(|(tenant, sku)| of_active(tenant, sku));
        ids.chain(sku)
    })
}

/// By tenant and holder, by tenant where the whole tenant is meant, and by subscription.
fn keys_of_claim(claim: &Association) -> impl Iterator<Item = u64> + use<> {
    let whole = claim.subscription_id.is_none().then(|| of_whole_tenant(claim.tenant_id));
    let subscription = of_guid(claim.subscription_id.unwrap_or(Guid::NIL));
    [of_holder(claim.tenant_id, claim.holder), subscription].into_iter().chain(whole)
}

/// The evidence is the partner's own, so nobody gains from keys that collide.
pub(super) fn of_guid(id: Guid) -> u64 {
    id.hash(0)
}

pub(super) fn of_text(text: &str) -> u64 {
    text.bytes().fold(0, |hash, byte| mixed(hash ^ u64::from(byte)))
}

pub(super) fn of_active(tenant: Guid, sku: Guid) -> u64 {
    mixed(tenant.hash(1) ^ sku.hash(2))
}

pub(super) fn of_holder(tenant: Guid, holder: Holder) -> u64 {
    tenant.hash(3 + holder as u64)
}

pub(super) fn of_whole_tenant(tenant: Guid) -> u64 {
    tenant.hash(1)
}

/// Indexes follow from the rows, so they do not count in comparisons.
impl PartialEq for Indexes {
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
        let index = of_subscriptions(&three);
        assert!(index.is_of(&three) && !index.is_of(&three[..2]));
        assert!(!Index::default().is_of::<u8>(&[]) && !Index::default().is_of(&three));
    }

    /// Every GUID is found, and lookups compare few entries.
    #[test]
    fn every_guid_is_found_quickly() {
        let records = records(1_000);
        let index = of_subscriptions(&records);
        for (position, record) in records.iter().enumerate() {
            for id in [Some(record.id), record.tenant_id].into_iter().flatten() {
                assert_eq!(index.positions(of_guid(id)).collect::<Vec<_>>(), [position]);
            }
        }
        let used = index.chains.iter().filter(|chain| **chain != END).count();
        assert!(used > 600, "{used}");
    }

    /// What is looked up in joined evidence is what a search through all rows finds.
    #[test]
    fn looked_up_is_searched() {
        let (one, other) =
            ("3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01");
        let sku = "1e1a282c-9c54-43a2-9310-98ef728faace";
        let text = format!(
            r#"{{"tenants":[{{"tenantId":"{one}","domains":["contoso.com","contoso.de"],"source":"x"}},
                {{"tenantId":"{other}","domains":["contoso.com"],"source":"x"}}],
            "unresolvedDomains":[{{"domain":"contoso.fr","reason":"not-found"}}],
            "subscriptions":[{{"id":"{other}","tenantId":"{one}","skuId":"{sku}","status":"active"}},
                {{"id":"{sku}","status":"active"}}],
            "associations":[{{"tenantId":"{one}","holder":"us","asOf":"2026-11-01"}},
                {{"tenantId":"{one}","holder":"other-partner","subscriptionId":"{other}"}}]}}"#
        );
        let searched = Evidence::read(&json::parse(&text).0, &|_| None).0;
        let found = searched.clone().joined();
        let [one, other, sku] = [one, other, sku].map(|id| Guid::parse(id).unwrap());
        let answers = |evidence: &Evidence| {
            [
                evidence.tenants_with_id(one).count(),
                evidence.tenants_holding("contoso.com").count(),
                evidence.tenants_holding("contoso.fr").count(),
                evidence.unresolved("contoso.fr").count(),
                evidence.subscriptions_of(one).count(),
                evidence.active_subscriptions_to(one, sku).count(),
                evidence.active_subscriptions_to(other, sku).count(),
                evidence.subscriptions_without_tenant().count(),
                evidence.claims_of(one, Holder::Us).count(),
                evidence.claims_of(other, Holder::Us).count(),
                evidence.claims_on_whole_tenant(one).count(),
                evidence.claims_on_subscription(other).count(),
                evidence.claims_without_subscription().count(),
                usize::from(evidence.names_tenant(one)),
                usize::from(evidence.names_tenant(sku)),
            ]
        };
        assert_eq!(answers(&found), [1, 2, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 0]);
        assert_eq!(answers(&found), answers(&searched));
        let [before, after] = ["2026-10-31", "2026-11-01"].map(|day| Date::parse(day).unwrap());
        assert!(found.may_have_days_after(before) && !found.may_have_days_after(after));
    }
}
