//! Evidence: what exports show about the customer and about the partner's own Partner IDs.

use serde::Serialize;

use crate::sku::NamedSku;

mod as_of;
mod association;
mod contradiction;
#[cfg(feature = "core")]
mod index;
mod look_up;
#[cfg(feature = "core")]
mod merge;
mod partner_account;
#[cfg(feature = "core")]
mod read;
mod subscription;
mod tenant;
mod unread;

pub use as_of::{DomainDays, SubscriptionDays, recency};
pub use association::Association;
pub use contradiction::Contradiction;
pub use partner_account::PartnerAccount;
pub use subscription::Subscription;
pub use tenant::{Tenant, UnresolvedDomain};
pub use unread::{Lost, Member, Part, Unread};

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
    /// The parts of which something could not be read as a row at all.
    #[serde(rename = "unread", skip_serializing_if = "Lost::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<crate::types::UnreadNames>"))]
    pub lost: Lost,
    /// Subscriptions whose IDs could not be read. No claim can name them, so nothing looks at them but the
    /// plan; they do not leave the core.
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    pub nameless: Rows<Subscription>,
    /// What could not be read of any row of a part.
    #[serde(skip)]
    unread: UnreadOf,
    /// Indexes of the rows; present once they are joined.
    #[cfg(feature = "core")]
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    indexes: index::Indexes,
}

/// The members that could not be read in any row of a part.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct UnreadOf {
    tenants: Unread,
    unresolved_domains: Unread,
    subscriptions: Unread,
    partner_ids: Unread,
    associations: Unread,
}

/// A part of the evidence that could not be read completely. What could not be read is left out.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct EvidenceFault {
    /// `evidence`, or the name of a part.
    pub part: &'static str,
    /// Its first rows, counted from 1; none for the part as a whole.
    pub rows: Vec<usize>,
}

impl EvidenceFault {
    /// So many rows are known by their numbers: one more than are named.
    pub const MOST_ROWS: usize = 4;

    /// Notes what could not be read: each part is told once as a whole, and once with its rows.
    pub fn note(told: &mut Vec<Self>, part: &'static str, rows: &[usize]) {
        let is_same = |known: &Self| known.part == part && known.rows.is_empty() == rows.is_empty();
        let Some(known) = told.iter_mut().find(|known| is_same(known)) else {
            let rows = rows.iter().take(Self::MOST_ROWS).copied().collect();
            told.push(Self { part, rows });
            return;
        };
        for row in rows {
            if known.rows.len() < Self::MOST_ROWS && !known.rows.contains(row) {
                known.rows.push(*row);
            }
        }
    }
}

impl Evidence {
    /// The members that could not be read in any row of this part.
    pub const fn unread_in(&self, part: Part) -> Unread {
        match part {
            Part::Tenants => self.unread.tenants,
            Part::UnresolvedDomains => self.unread.unresolved_domains,
            Part::Subscriptions => self.unread.subscriptions,
            Part::PartnerIds => self.unread.partner_ids,
            Part::Associations => self.unread.associations,
            Part::Skus | Part::Problems | Part::Evidence | Part::Other => Unread::NONE,
        }
    }

    /// Looks through the rows for what could not be read.
    #[cfg(feature = "core")]
    fn note_unread(&mut self) {
        fn all<T>(rows: &[T], unread: fn(&T) -> Unread) -> Unread {
            rows.iter().fold(Unread::NONE, |mut all, row| {
                all.add_all(unread(row));
                all
            })
        }
        self.unread = UnreadOf {
            tenants: all(&self.tenants, |row| row.unread),
            unresolved_domains: all(&self.unresolved_domains, |row| row.unread),
            subscriptions: all(&self.subscriptions, |row| row.unread),
            partner_ids: all(&self.partner_ids, |row| row.unread),
            associations: all(&self.associations, |row| row.unread),
        };
    }
}
