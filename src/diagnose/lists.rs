//! The closed lists of the diagnosis.

use crate::claim::PurchaseChannel;
use crate::list::names;

names! {
    /// Reasons for the error, the likeliest first. No source counts them, so the order is an
    /// estimate: from outside, a CSP purchase looks like any other; GUIDs look alike; a new
    /// subscription is claimed before it is set up; the rest a partner would rather notice.
    pub enum Cause {
        /// Bought through CSP.
        Csp = "subscription-csp",
        /// The identifier is no subscription ID; told as malformed where it is that.
        WrongId = "subscription-id-wrong-kind",
        /// The customer has not provisioned the products.
        NotProvisioned = "subscription-not-provisioned",
        /// Not for Dynamics 365.
        NotDynamics = "subscription-not-dynamics",
        /// Not on the customer's tenant.
        NotOnTenant = "product-not-on-tenant",
        /// Somebody holds it already.
        AlreadyClaimed = "subscription-already-claimed",
    }
}

names! {
    /// What is known of a cause, in the order of telling.
    pub enum CauseStatus {
        /// It applies.
        Confirmed = "confirmed",
        /// It may apply.
        Possible = "possible",
        /// It does not.
        RuledOut = "ruled-out",
    }
}

names! {
    /// What a status rests on.
    pub enum CauseBasis {
        /// Evidence shows it.
        Evidence = "evidence",
        /// The person says so.
        Answer = "answer",
        /// Something points to it, but does not show it.
        Sign = "sign",
        /// Nothing is known.
        Open = "open",
        /// The rule set does not count it among the error's reasons.
        Rules = "rules",
    }
}

names! {
    /// What can be asked of somebody who has no export.
    pub enum DiagnosisQuestion {
        /// How does the customer's admin centre list the subscription?
        Listing = "listing",
        /// Where was the identifier copied from?
        Source = "source",
        /// How did the customer buy it?
        Channel = "channel",
        /// Does anybody hold a claim on it?
        Holder = "holder",
    }
}

names! {
    /// How the customer's admin centre lists the subscription.
    pub enum SubscriptionListing {
        /// As a Dynamics 365 product that is set up.
        DynamicsInUse = "dynamics-in-use",
        /// As a Dynamics 365 product that is not set up yet.
        DynamicsNotSetUp = "dynamics-not-set-up",
        /// As another product.
        OtherProduct = "other-product",
        /// Not at all.
        NotListed = "not-listed",
        /// The person cannot say.
        Unknown = "unknown",
    }
}

names! {
    /// Where the identifier was copied from.
    pub enum IdentifierSource {
        /// The customer's list of subscriptions.
        SubscriptionList = "subscription-list",
        /// The partner's own list of CSP subscriptions.
        CspList = "csp-list",
        /// An order, offer or invoice: its number.
        Order = "order",
        /// The details of the customer's tenant.
        TenantDetails = "tenant-details",
        /// A list of products or licences.
        ProductList = "product-list",
        /// The person cannot say.
        Unknown = "unknown",
    }
}

names! {
    /// Who holds a claim on the subscription.
    pub enum ClaimHolder {
        /// Nobody that colleagues or the customer know of.
        Nobody = "nobody",
        /// A colleague.
        Colleague = "colleague",
        /// Another partner.
        OtherPartner = "other-partner",
        /// The person cannot say.
        Unknown = "unknown",
    }
}

names! {
    /// What the diagnosis has come to.
    pub enum Conclusion {
        /// A confirmed cause explains the error.
        Explained = "explained",
        /// Something is left to ask.
        Asking = "asking",
        /// Nothing is left to ask, and some causes stay possible.
        Undecided = "undecided",
        /// All causes are ruled out.
        Unexplained = "unexplained",
    }
}

names! {
    /// What the customer's administrator can help with, in the order of asking.
    pub enum CustomerRequest {
        /// The Graph export of subscriptions.
        Subscriptions = "subscriptions",
        /// The Graph export of subscribed SKUs: it names the tenant.
        SubscribedSkus = "subscribed-skus",
        /// The tenant ID.
        TenantId = "tenant-id",
        /// The product's name in the admin centre.
        ProductName = "product-name",
        /// How it was bought.
        Channel = "channel",
        /// Another subscription that can be claimed.
        OtherSubscription = "other-subscription",
        /// Setting the products up.
        SetUp = "set-up",
        /// The partners that work on the product.
        Partners = "partners",
    }
}

impl DiagnosisQuestion {
    /// The closed list of answers.
    pub const fn answers(self) -> &'static [&'static str] {
        match self {
            Self::Listing => SubscriptionListing::NAMES,
            Self::Source => IdentifierSource::NAMES,
            Self::Channel => PurchaseChannel::NAMES,
            Self::Holder => ClaimHolder::NAMES,
        }
    }
}

impl IdentifierSource {
    /// The kind of identifier that stands there, if it is no subscription ID.
    pub(super) const fn kind(self) -> Option<&'static str> {
        match self {
            Self::Order => Some("order-id"),
            Self::TenantDetails => Some("tenant-id"),
            Self::ProductList => Some("sku-id"),
            Self::SubscriptionList | Self::CspList | Self::Unknown => None,
        }
    }
}
