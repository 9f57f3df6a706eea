//! Where two sources say different things about one fact.

use serde::Serialize;

use crate::list::names;

names! {
    /// Parts of the evidence in which sources can contradict each other.
    pub enum Part {
        /// Subscriptions, named by their ID.
        Subscriptions = "subscriptions",
        /// Tenants, named by their ID, and domains, named as they are.
        Tenants = "tenants",
        /// Existing claims, named by their subscription, else by their tenant.
        Associations = "associations",
        /// The partner's own IDs.
        PartnerIds = "partnerIds",
    }
}

names! {
    /// Facts about which sources can contradict each other. Names of things, first days and lists
    /// add up instead.
    pub enum Fact {
        /// Where a subscription or a claim is in its life.
        Status = "status",
        /// Last day of a subscription.
        EndsOn = "endsOn",
        /// Whether its products are set up.
        Provisioning = "provisioning",
        /// Which of its two IDs is which.
        Id = "id",
        /// The tenant of a subscription.
        TenantId = "tenantId",
        /// Its SKU.
        SkuId = "skuId",
        /// Its SKU's part number.
        SkuPartNumber = "skuPartNumber",
        /// How it was bought.
        Channel = "channel",
        /// Who created it.
        OwnerTenantId = "ownerTenantId",
        /// Who holds a claim on it.
        ClaimedBy = "claimedBy",
        /// Which tenant holds a domain, if any.
        Domains = "domains",
        /// The cloud of a tenant.
        Cloud = "cloud",
        /// What a Partner ID stands for.
        Kind = "kind",
        /// Its partner type.
        PartnerType = "partnerType",
        /// Whether it is enrolled.
        Enrolled = "enrolled",
    }
}

/// Two sources say different things about one fact. It holds none of the values, so that it does
/// not matter in which order sources are joined.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(tag = "code", rename = "contradiction")]
pub struct Contradiction {
    /// Part of the evidence.
    pub part: Part,
    /// What it is about: a GUID, a domain or a Partner ID.
    pub id: String,
    /// The fact.
    pub field: Fact,
}

#[cfg(feature = "core")]
/// The facts of one thing under join that were stated differently.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Differing(u32);

#[cfg(feature = "core")]
impl Differing {
    /// Adds the fact if it differs.
    pub fn add(&mut self, fact: Fact, differs: bool) {
        self.0 |= u32::from(differs) << fact as u32;
    }

    /// Adds the fact if both values are known and differ.
    pub fn compare<T: PartialEq>(&mut self, fact: Fact, a: &Option<T>, b: &Option<T>) {
        self.add(fact, matches!((a, b), (Some(a), Some(b)) if a != b));
    }

    pub fn take(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// One contradiction for each fact.
    pub fn told(self, part: Part, id: &str, problems: &mut Vec<Contradiction>) {
        for field in Fact::ALL.iter().copied().filter(|fact| self.0 & 1 << *fact as u32 != 0) {
            problems.push(Contradiction { part, id: id.to_owned(), field });
        }
    }
}
