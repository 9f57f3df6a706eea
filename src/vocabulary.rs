//! The closed lists that evidence, rule sets and codes share.

use crate::list::names;

names! {
    /// The Microsoft clouds that have tenants of their own.
    pub enum Cloud {
        /// The worldwide cloud, including GCC.
        Global = "global",
        /// The US Government cloud: GCC High and DoD.
        UsGov = "us-gov",
        /// The cloud in China, operated by 21Vianet.
        China = "china",
    }
}

names! {
    /// Why the directory did not resolve a domain.
    pub enum UnresolvedReason {
        /// No tenant holds it.
        NotFound = "not-found",
        /// It is not a domain name.
        Malformed = "malformed",
        /// A tenant of another cloud holds it.
        OtherCloud = "other-cloud",
    }
}

names! {
    /// The stage of a subscription's life.
    pub enum SubscriptionStatus {
        /// Paid and in use.
        Active = "active",
        /// Past the end of its term, but still usable.
        InGrace = "in-grace",
        /// Suspended.
        Suspended = "suspended",
        /// Deleted.
        Deleted = "deleted",
        /// Canceled by the customer.
        LockedOut = "locked-out",
        /// Expired.
        Expired = "expired",
        /// Disabled.
        Disabled = "disabled",
        /// Not started yet.
        Pending = "pending",
        /// Not stated by the export.
        Unknown = "unknown",
    }
}

names! {
    /// Whether a subscription's products have been set up.
    pub enum Provisioning {
        /// They have.
        Provisioned = "provisioned",
        /// Not yet.
        Pending = "pending",
        /// The setup failed.
        Failed = "failed",
    }
}

names! {
    /// Who holds a claim.
    pub enum Holder {
        /// The partner who files the claim.
        Us = "us",
        /// Another partner.
        OtherPartner = "other-partner",
    }
}

names! {
    /// The kinds of account that a Partner ID can stand for.
    pub enum AccountKind {
        /// A location. Incentives are paid to locations.
        Location = "location",
        /// The company as a whole.
        GlobalAccount = "global-account",
    }
}

names! {
    /// The parts of the evidence in which sources can contradict each other.
    pub enum EvidencePart {
        /// Subscriptions, identified by their ID.
        Subscriptions = "subscriptions",
        /// Tenants, identified by their ID, and domains, identified by their name.
        Tenants = "tenants",
        /// Existing claims, identified by their subscription or else by their tenant.
        Associations = "associations",
        /// The partner's own Partner IDs.
        PartnerIds = "partnerIds",
    }
}

names! {
    /// The facts about which sources can contradict each other. Display names, first days and lists
    /// are combined instead.
    pub enum Fact {
        /// The stage of life of a subscription or a claim.
        Status = "status",
        /// The last day of a subscription.
        EndsOn = "endsOn",
        /// Whether a subscription's products are set up.
        Provisioning = "provisioning",
        /// Which of a subscription's two IDs is which.
        Id = "id",
        /// The tenant of a subscription.
        TenantId = "tenantId",
        /// The SKU of a subscription.
        SkuId = "skuId",
        /// The part number of that SKU.
        SkuPartNumber = "skuPartNumber",
        /// The purchase channel.
        Channel = "channel",
        /// The tenant that created the subscription.
        OwnerTenantId = "ownerTenantId",
        /// The holder of a claim on the subscription.
        ClaimedBy = "claimedBy",
        /// The tenant that holds a domain, if any.
        Domains = "domains",
        /// The cloud of a tenant.
        Cloud = "cloud",
        /// The kind of account that a Partner ID stands for.
        Kind = "kind",
        /// The partner type of a Partner ID.
        PartnerType = "partnerType",
        /// Whether a Partner ID is enrolled.
        Enrolled = "enrolled",
    }
}

names! {
    /// What an export has to show.
    pub enum Shows {
        /// The customer's subscriptions.
        Subscriptions = "subscriptions",
        /// The customer's domains.
        Domains = "domains",
        /// The partner's own Partner IDs.
        PartnerIds = "partner-ids",
        /// The partner's own sales through CSP.
        CspSales = "csp-sales",
    }
}

impl Shows {
    /// The kinds of exports that show it, the best first, by the names of
    /// the exports' own list.
    pub const fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Subscriptions => &["graph-subscriptions", "graph-subscribed-skus"],
            Self::Domains => &["graph-organization", "openid-configuration"],
            Self::PartnerIds => &["partner-profile", "dynamics-usage-report"],
            Self::CspSales => &["partner-center-subscriptions", "partner-center-reconciliation"],
        }
    }
}
