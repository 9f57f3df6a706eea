//! Closed lists that evidence, rule sets and codes share.

use crate::list::names;

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

names! {
    /// Parts of the evidence in which sources can contradict each other.
    pub enum EvidencePart {
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
