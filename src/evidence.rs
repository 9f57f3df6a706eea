//! Evidence: what exports show about the customer and about the partner's own Partner IDs.

use serde::Serialize;

use crate::guid::Guid;
use crate::sku::NamedSku;

mod as_of;
mod association;
mod contradiction;
#[cfg(feature = "core")]
mod index;
#[cfg(feature = "core")]
mod merge;
mod partner_account;
#[cfg(feature = "core")]
mod read;
mod subscription;
mod tenant;

pub use as_of::{DomainDays, SubscriptionDays, recency};
pub use association::Association;
pub use contradiction::Contradiction;
pub use partner_account::PartnerAccount;
pub use subscription::Subscription;
pub use tenant::{Tenant, UnresolvedDomain};

/// The rows of a part of the evidence.
#[cfg(feature = "core")]
pub type Rows<T> = Vec<T>;

/// In a build without evidence there are no rows, and the compiler removes the code that looks at
/// them.
#[cfg(not(feature = "core"))]
pub type Rows<T> = [T; 0];

/// Everything that is known about the customer and about the partner's own Partner IDs.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Evidence {
    /// Tenants and their domains.
    pub tenants: Rows<Tenant>,
    /// Domains that the directory did not resolve.
    pub unresolved_domains: Rows<UnresolvedDomain>,
    /// Subscriptions. One subscription can have several records if sources contradict each other.
    pub subscriptions: Rows<Subscription>,
    /// The partner's own Partner IDs.
    pub partner_ids: Rows<PartnerAccount>,
    /// Existing claims.
    pub associations: Rows<Association>,
    /// SKUs that the table may not have. A name does not tell what a SKU is for.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Rows<NamedSku>>"))]
    pub skus: Rows<NamedSku>,
    /// Contradictions between sources, sorted and without duplicates.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Rows<Contradiction>>"))]
    pub problems: Rows<Contradiction>,
    /// An index of the subscriptions; present once they are joined.
    #[cfg(feature = "core")]
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    index: index::Index,
}

/// A part of the evidence that could not be read. It is left out.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct EvidenceFault {
    /// `evidence`, or the name of a part.
    pub part: &'static str,
    /// The row, counted from 1; 0 for the part as a whole.
    pub row: usize,
}

impl Evidence {
    /// All records of a subscription, by either of its IDs.
    pub fn subscriptions_with_id(&self, id: Guid) -> impl Iterator<Item = &Subscription> {
        self.candidates(id)
            .filter(move |record| record.id == id || record.commerce_subscription_id == Some(id))
    }

    /// All subscriptions of a tenant.
    pub fn subscriptions_of(&self, tenant: Guid) -> impl Iterator<Item = &Subscription> {
        self.candidates(tenant).filter(move |record| record.tenant_id == Some(tenant))
    }

    /// Without evidence there are no candidates.
    #[cfg(not(feature = "core"))]
    fn candidates(&self, _: Guid) -> impl Iterator<Item = &Subscription> {
        self.subscriptions.iter()
    }

    /// The subscriptions among which are all that name this GUID. Each occurs once.
    #[cfg(feature = "core")]
    fn candidates(&self, id: Guid) -> impl Iterator<Item = &Subscription> {
        let records = &self.subscriptions;
        let is_indexed = self.index.is_of(records);
        let mut last = None;
        let positions = self
            .index
            .positions(id)
            .filter(move |position| last.replace(*position) != Some(*position));
        let found =
            positions.take_while(move |_| is_indexed).filter_map(|position| records.get(position));
        found.chain(records.iter().take_while(move |_| !is_indexed))
    }

    /// Does the evidence use this GUID as the ID of a tenant?
    pub fn names_tenant(&self, id: Guid) -> bool {
        self.tenants.iter().any(|tenant| tenant.tenant_id == id)
            || self.subscriptions_of(id).next().is_some()
            || self.associations.iter().any(|association| association.tenant_id == id)
    }
}
