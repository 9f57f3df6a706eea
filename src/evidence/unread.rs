//! What could not be read: it is kept in mind, because what could not be read is not absent.

use serde::{Serialize, Serializer};

use crate::list::names;

names! {
    /// The members of the rows.
    pub enum Member {
        /// The tenant.
        TenantId = "tenantId",
        /// The domains of a tenant.
        Domains = "domains",
        /// Its cloud.
        Cloud = "cloud",
        /// Where a statement comes from.
        Source = "source",
        /// The day as of which it holds, or one of several such days.
        AsOf = "asOf",
        /// A domain that was not resolved.
        Domain = "domain",
        /// Why.
        Reason = "reason",
        /// The ID of a subscription or of an account.
        Id = "id",
        /// A subscription's ID in the commerce system.
        CommerceSubscriptionId = "commerceSubscriptionId",
        /// Its SKU.
        SkuId = "skuId",
        /// The SKU's part number.
        SkuPartNumber = "skuPartNumber",
        /// The product's display name.
        ProductName = "productName",
        /// The status of a subscription or of a claim.
        Status = "status",
        /// The purchase channel.
        Channel = "channel",
        /// The tenant that created a subscription.
        OwnerTenantId = "ownerTenantId",
        /// Whether its products are set up.
        Provisioning = "provisioning",
        /// Its first day.
        CreatedOn = "createdOn",
        /// Its last day.
        EndsOn = "endsOn",
        /// Whether it is a trial.
        Trial = "trial",
        /// The holder of a claim on it.
        ClaimedBy = "claimedBy",
        /// Whether its source lists some of the subscriptions only.
        Excerpt = "excerpt",
        /// What a Partner ID stands for.
        Kind = "kind",
        /// Its partner type.
        PartnerType = "partnerType",
        /// The programs in which it is enrolled.
        Programs = "programs",
        /// Whether it is enrolled.
        Enrolled = "enrolled",
        /// The name of a location.
        Name = "name",
        /// The product of a claim.
        Product = "product",
        /// The subscription of a claim.
        SubscriptionId = "subscriptionId",
        /// The activity of a claim.
        Activity = "activity",
        /// The holder of a claim.
        Holder = "holder",
        /// The ID of a claim in Partner Center.
        ClaimId = "claimId",
        /// The first day of a claim.
        Since = "since",
        /// A member of any other name. No check asks for it.
        Other = "other",
    }
}

names! {
    /// The parts of the evidence that can have rows which could not be read.
    pub enum Part {
        /// Tenants.
        Tenants = "tenants",
        /// Domains that were not resolved.
        UnresolvedDomains = "unresolvedDomains",
        /// Subscriptions.
        Subscriptions = "subscriptions",
        /// The partner's own Partner IDs.
        PartnerIds = "partnerIds",
        /// Existing claims.
        Associations = "associations",
        /// SKUs.
        Skus = "skus",
        /// Contradictions.
        Problems = "problems",
        /// Any of these.
        Evidence = "evidence",
        /// None of these. No check asks for it.
        Other = "other",
    }
}

impl Part {
    /// The members that its rows have.
    pub const fn members(self) -> &'static [Member] {
        use Member as M;
        match self {
            Self::Tenants => &[M::TenantId, M::Domains, M::Cloud, M::Source, M::AsOf],
            Self::UnresolvedDomains => &[M::Domain, M::Reason, M::AsOf],
            Self::Subscriptions => &[
                M::Id,
                M::CommerceSubscriptionId,
                M::TenantId,
                M::SkuId,
                M::SkuPartNumber,
                M::ProductName,
                M::Status,
                M::Channel,
                M::OwnerTenantId,
                M::Provisioning,
                M::CreatedOn,
                M::EndsOn,
                M::Trial,
                M::ClaimedBy,
                M::AsOf,
                M::Excerpt,
            ],
            Self::PartnerIds => {
                &[M::Id, M::Kind, M::PartnerType, M::Programs, M::Enrolled, M::Name, M::AsOf]
            }
            Self::Associations => &[
                M::TenantId,
                M::Product,
                M::SubscriptionId,
                M::Activity,
                M::Holder,
                M::Status,
                M::ClaimId,
                M::Since,
                M::AsOf,
            ],
            Self::Skus => &[M::SkuId, M::SkuPartNumber, M::ProductName],
            Self::Problems | Self::Evidence | Self::Other => &[],
        }
    }
}

/// The members of a row that could not be read, or those of several rows: a bit for each.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Unread(u64);

/// The parts of which a row, or all of it, could not be read: a bit for each.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Lost(u16);

impl Unread {
    /// None.
    pub const NONE: Self = Self(0);

    /// Adds a member.
    pub const fn add(&mut self, member: Member) {
        self.0 |= 1 << member as u64;
    }

    /// Adds those of another row.
    pub const fn add_all(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Is the member among them?
    pub const fn has(self, member: Member) -> bool {
        self.0 >> member as u64 & 1 == 1
    }

    /// Is any of the members among them?
    pub fn has_any(self, members: &[Member]) -> bool {
        members.iter().any(|member| self.has(*member))
    }

    /// Are there none?
    pub const fn is_empty(&self) -> bool {
        self.0 == 0
    }
}

impl Lost {
    /// Adds a part.
    pub const fn add(&mut self, part: Part) {
        self.0 |= 1 << part as u16;
    }

    /// Adds those of other evidence.
    pub const fn add_all(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Can a row of this part have been lost?
    pub const fn has(self, part: Part) -> bool {
        self.0 >> part as u16 & 1 == 1 || self.0 >> Part::Evidence as u16 & 1 == 1
    }

    /// Is it this part itself, and not only all of the evidence?
    pub const fn names(self, part: Part) -> bool {
        self.0 >> part as u16 & 1 == 1
    }

    /// Are there none?
    pub const fn is_empty(&self) -> bool {
        self.0 == 0
    }

    /// How many.
    pub const fn count(self) -> usize {
        self.0.count_ones() as usize
    }
}

impl Serialize for Unread {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(Member::ALL.iter().filter(|member| self.has(**member)))
    }
}

impl Serialize for Lost {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_lost = |part: &&Part| self.names(**part);
        serializer.collect_seq(Part::ALL.iter().filter(is_lost))
    }
}

const _: () = assert!(Member::ALL.len() <= 64 && Part::ALL.len() <= 16);
