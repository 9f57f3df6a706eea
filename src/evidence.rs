//! What is known about the customer: its shape, how it is read, and how two parts are joined.

use serde::{Serialize, Serializer};

use crate::claim::PurchaseChannel;
use crate::date::Date;
use crate::guid::Guid;
use crate::list::names;
use crate::paste;
use crate::report::as_map;

mod contradiction;
pub mod export;
#[cfg(feature = "core")]
mod index;
#[cfg(feature = "core")]
mod merge;
#[cfg(feature = "core")]
mod read;

pub use contradiction::{Contradiction, Fact, Part};

names! {
    /// Microsoft clouds with tenants of their own.
    pub enum Cloud {
        /// Worldwide, with GCC.
        Global = "global",
        /// US Government: GCC High and DoD.
        UsGov = "us-gov",
        /// China, run by 21Vianet.
        China = "china",
    }
}

names! {
    /// Why the directory did not resolve a domain.
    pub enum UnresolvedReason {
        /// No tenant has it.
        NotFound = "not-found",
        /// It is no domain name.
        Malformed = "malformed",
        /// It belongs to a tenant of another cloud.
        OtherCloud = "other-cloud",
    }
}

names! {
    /// Where a subscription is in its life.
    pub enum SubscriptionStatus {
        /// Paid and in use.
        Active = "active",
        /// Past its end, still usable.
        InGrace = "in-grace",
        /// Suspended.
        Suspended = "suspended",
        /// Deleted.
        Deleted = "deleted",
        /// Cancelled by the customer.
        LockedOut = "locked-out",
        /// Expired.
        Expired = "expired",
        /// Disabled.
        Disabled = "disabled",
        /// Not started yet.
        Pending = "pending",
        /// The export does not say.
        Unknown = "unknown",
    }
}

names! {
    /// Have the products of a subscription been set up?
    pub enum Provisioning {
        /// Yes.
        Provisioned = "provisioned",
        /// Not yet.
        Pending = "pending",
        /// It went wrong.
        Failed = "failed",
    }
}

names! {
    /// Who holds a claim.
    pub enum Holder {
        /// The partner who asks.
        Us = "us",
        /// Another partner.
        OtherPartner = "other-partner",
    }
}

names! {
    /// What kind of account a Partner ID stands for.
    pub enum AccountKind {
        /// A location: what incentives run on.
        Location = "location",
        /// The company as a whole.
        GlobalAccount = "global-account",
    }
}

/// A tenant and the domains shown to be its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tenant {
    /// Its ID.
    pub tenant_id: Guid,
    /// Domains that resolve to it.
    pub domains: Vec<String>,
    /// Its cloud, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloud: Option<Cloud>,
    /// Where this is known from.
    pub source: String,
    /// Day on which the domains were known to be its own.
    #[serde(skip_serializing_if = "DomainDays::is_now")]
    pub as_of: DomainDays,
}

/// For each domain of a tenant the day on which it was known to be so; without one, it is as of
/// now.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum DomainDays {
    /// The same for all.
    All(Option<Date>),
    /// By domain; those not named are as of now.
    #[serde(serialize_with = "as_map")]
    Each(Vec<(String, Date)>),
}

/// A domain that the directory did not resolve.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UnresolvedDomain {
    /// The domain.
    pub domain: String,
    /// Why.
    pub reason: UnresolvedReason,
    /// Day on which this was known to be so; without one, it is as of now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
}

/// A subscription.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Subscription {
    /// Its ID in the directory.
    pub id: Guid,
    /// Its ID in the commerce system. Which of the two Partner Center expects is documented
    /// nowhere, so either matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commerce_subscription_id: Option<Guid>,
    /// The tenant it is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<Guid>,
    /// SKU GUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku_id: Option<Guid>,
    /// SKU part number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku_part_number: Option<String>,
    /// Display name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product_name: Option<String>,
    /// Where it is in its life.
    pub status: SubscriptionStatus,
    /// How it was bought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<PurchaseChannel>,
    /// The partner tenant that created it on the customer's tenant: a strong sign of CSP.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_tenant_id: Option<Guid>,
    /// Have its products been set up?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provisioning: Option<Provisioning>,
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_on: Option<Date>,
    /// Last day of the term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends_on: Option<Date>,
    /// Who holds a claim on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed_by: Option<Holder>,
    /// Days on which what changes about it was known to be so.
    #[serde(skip_serializing_if = "SubscriptionDays::is_now")]
    pub as_of: SubscriptionDays,
    /// Does its source list only some of the tenant's subscriptions? Then nothing follows from what
    /// it does not list.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub excerpt: bool,
}

/// For each fact about a subscription that changes, the day on which it was known to be so; without
/// one, it is as of now. The parts of a record may come from exports of different days.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SubscriptionDays {
    /// Of the status.
    pub status: Option<Date>,
    /// Of the last day.
    pub ends_on: Option<Date>,
    /// Of the provisioning.
    pub provisioning: Option<Date>,
}

/// One of the partner's own Partner IDs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PartnerAccount {
    /// The Partner ID: digits, kept as text.
    pub id: String,
    /// Location or global account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<AccountKind>,
    /// Special partner type, such as FRP FastTrack.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner_type: Option<String>,
    /// Incentive programmes it is enrolled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programs: Option<Vec<String>>,
    /// Is it enrolled in incentives at all?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enrolled: Option<bool>,
    /// Name of the location.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Day on which the enrolment was known to be so; without one, it is as of now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
}

/// An existing claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Association {
    /// The customer's tenant.
    pub tenant_id: Guid,
    /// Product or workload.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// Subscription.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription_id: Option<Guid>,
    /// Who holds it.
    pub holder: Holder,
    /// The claim's status in Partner Center's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Its ID in Partner Center.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim_id: Option<String>,
    /// Since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// Day on which this was known to be so; without one, it is as of now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
}

/// A SKU that an export names.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedSku {
    /// SKU GUID.
    pub sku_id: Guid,
    /// SKU part number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku_part_number: Option<String>,
    /// Display name.
    pub product_name: String,
}

/// The rows of a part of the evidence.
#[cfg(feature = "core")]
pub type Rows<T> = Vec<T>;

/// Where the build has no evidence, there are no rows, and the compiler leaves out what looks at them.
#[cfg(not(feature = "core"))]
pub type Rows<T> = [T; 0];

/// All that is known about the customer and the partner's own IDs.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// Tenants with their domains.
    pub tenants: Rows<Tenant>,
    /// Domains that resolve nowhere.
    pub unresolved_domains: Rows<UnresolvedDomain>,
    /// Subscriptions.
    pub subscriptions: Rows<Subscription>,
    /// The partner's own IDs.
    pub partner_ids: Rows<PartnerAccount>,
    /// Existing claims.
    pub associations: Rows<Association>,
    /// SKUs beside those of the table; a name says nothing about what a SKU is.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub skus: Rows<NamedSku>,
    /// Where sources contradict each other: sorted, each once.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub problems: Rows<Contradiction>,
    /// Of the subscriptions, once they are joined.
    #[cfg(feature = "core")]
    #[serde(skip)]
    index: index::Index,
}

/// A part of the evidence that could not be read and was left out.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct EvidenceFault {
    /// `evidence` or the name of a part.
    pub part: &'static str,
    /// Its row, counted from 1; 0 for the part as a whole.
    pub row: usize,
}

impl Evidence {
    /// Every record of a subscription, by either of its IDs.
    pub fn subscriptions_with_id(&self, id: Guid) -> impl Iterator<Item = &Subscription> {
        self.naming(id)
            .filter(move |record| record.id == id || record.commerce_subscription_id == Some(id))
    }

    /// Every subscription of a tenant.
    pub fn subscriptions_of(&self, tenant: Guid) -> impl Iterator<Item = &Subscription> {
        self.naming(tenant).filter(move |record| record.tenant_id == Some(tenant))
    }

    /// Without evidence, no subscription names a GUID.
    #[cfg(not(feature = "core"))]
    fn naming(&self, _: Guid) -> impl Iterator<Item = &Subscription> {
        self.subscriptions.iter()
    }

    /// The subscriptions among which are those that name this GUID, each once.
    #[cfg(feature = "core")]
    fn naming(&self, id: Guid) -> impl Iterator<Item = &Subscription> {
        let records = &self.subscriptions;
        let is_indexed = self.index.is_of(records);
        let mut last = None;
        let places =
            self.index.places(id).filter(move |place| last.replace(*place) != Some(*place));
        let found = places.take_while(move |_| is_indexed).filter_map(|place| records.get(place));
        found.chain(records.iter().take_while(move |_| !is_indexed))
    }

    /// Is this GUID a tenant's ID anywhere in the evidence?
    pub fn names_tenant(&self, id: Guid) -> bool {
        self.tenants.iter().any(|tenant| tenant.tenant_id == id)
            || self.subscriptions_of(id).next().is_some()
            || self.associations.iter().any(|association| association.tenant_id == id)
    }
}

impl Subscription {
    /// Is it over, so that only one after it can be claimed? In its grace period it can be renewed.
    pub fn has_ended(&self, today: Date) -> bool {
        use SubscriptionStatus as S;
        match self.status {
            S::Expired | S::Deleted | S::Disabled => true,
            S::InGrace | S::Pending => false,
            _ => self.ends_on.is_some_and(|day| day < today),
        }
    }

    /// Is this one of its two IDs?
    pub fn is_named(&self, id: Guid) -> bool {
        self.id == id || self.commerce_subscription_id == Some(id)
    }
}

impl DomainDays {
    /// The day of a domain.
    pub fn of(&self, domain: &str) -> Option<Date> {
        match self {
            Self::All(day) => *day,
            Self::Each(days) => Some(days.iter().find(|(name, _)| name == domain)?.1),
        }
    }

    fn is_now(&self) -> bool {
        *self == Self::All(None)
    }
}

impl From<Option<Date>> for DomainDays {
    fn from(day: Option<Date>) -> Self {
        Self::All(day)
    }
}

impl SubscriptionDays {
    fn is_now(&self) -> bool {
        *self == Self::default()
    }
}

impl From<Option<Date>> for SubscriptionDays {
    fn from(day: Option<Date>) -> Self {
        Self { status: day, ends_on: day, provisioning: day }
    }
}

/// One day where all share it, else the days by the names of the facts.
impl Serialize for SubscriptionDays {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { status, ends_on, provisioning } = *self;
        if status == ends_on && status == provisioning {
            return status.serialize(serializer);
        }
        let days = [("status", status), ("endsOn", ends_on), ("provisioning", provisioning)];
        let known: Vec<_> = days.into_iter().filter_map(|(name, day)| Some((name, day?))).collect();
        as_map(&known, serializer)
    }
}

impl Association {
    /// A claim that was rejected, or from which the customer was disassociated, holds nothing.
    pub fn holds(&self) -> bool {
        self.status.as_deref().is_none_or(holds)
    }
}

/// source: 2023-10, "Claim status" (a disassociated claim ends as “Rejected final”)
fn holds(status: &str) -> bool {
    let status = paste::slug(status);
    !["rejected", "disassociated"].iter().any(|ended| status.starts_with(ended))
}

/// Orders days of statements: what is as of now is newer than every day.
pub fn newness(day: Option<Date>) -> (bool, Option<Date>) {
    (day.is_none(), day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rejected_claims_hold_nothing() {
        for (status, holds) in [
            (None, true),
            (Some("Approved"), true),
            (Some("Under review"), true),
            (Some("Rejected"), false),
            (Some("Rejected final"), false),
            (Some("Disassociated"), false),
        ] {
            let association = Association {
                tenant_id: Guid::NIL,
                product: None,
                subscription_id: None,
                holder: Holder::Us,
                status: status.map(str::to_owned),
                claim_id: None,
                since: None,
                as_of: None,
            };
            assert_eq!(association.holds(), holds, "{status:?}");
        }
    }
}
