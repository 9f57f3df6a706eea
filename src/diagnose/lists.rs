//! The closed lists of the diagnosis.

use crate::claim::PurchaseChannel;
use crate::list::names;

names! {
    /// The causes of the error, the likeliest first. No source counts them, so the order is an
    /// estimate: from outside, a purchase through CSP looks like any other; GUIDs look alike; new
    /// subscriptions are claimed before they are set up; and partners tend to notice the rest.
    pub enum Cause {
        /// The subscription was bought through CSP.
        Csp = "subscription-csp",
        /// The identifier is not a subscription ID. Reported as malformed if it is.
        WrongId = "subscription-id-wrong-kind",
        /// The customer has not provisioned the products.
        NotProvisioned = "subscription-not-provisioned",
        /// The subscription is not for Dynamics 365.
        NotDynamics = "subscription-not-dynamics",
        /// The subscription is not on the customer's tenant.
        NotOnTenant = "product-not-on-tenant",
        /// The subscription has been claimed already.
        AlreadyClaimed = "subscription-already-claimed",
        /// The subscription is neither active nor in its grace period.
        NotActive = "subscription-not-active",
    }
}

names! {
    /// The statuses of a cause, in the order in which causes are shown.
    pub enum CauseStatus {
        /// The cause applies.
        Confirmed = "confirmed",
        /// The cause may apply.
        Possible = "possible",
        /// The cause does not apply.
        RuledOut = "ruled-out",
    }
}

names! {
    /// What a status rests on.
    pub enum CauseBasis {
        /// The evidence shows it.
        Evidence = "evidence",
        /// The person answered so.
        Answer = "answer",
        /// Something points to it but does not prove it.
        Sign = "sign",
        /// Nothing is known.
        Open = "open",
        /// The rule set does not list it among the causes of the error.
        Rules = "rules",
    }
}

names! {
    /// The questions for somebody who has no export.
    pub enum DiagnosisQuestion {
        /// How does the customer's admin center list the subscription?
        Listing = "listing",
        /// Where was the identifier copied from?
        Source = "source",
        /// How did the customer buy it?
        Channel = "channel",
        /// Does anybody hold a claim on the subscription?
        Holder = "holder",
    }
}

names! {
    /// How the customer's admin center lists the subscription.
    pub enum SubscriptionListing {
        /// As a Dynamics 365 product that is set up.
        DynamicsInUse = "dynamics-in-use",
        /// As a Dynamics 365 product that is not set up yet.
        DynamicsNotSetUp = "dynamics-not-set-up",
        /// As a Dynamics 365 product that has expired, or is suspended or disabled.
        Inactive = "inactive",
        /// As another product.
        OtherProduct = "other-product",
        /// Not at all.
        NotListed = "not-listed",
        /// The person does not know.
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
        /// The number of an order, an offer or an invoice.
        Order = "order",
        /// The details of the customer's tenant.
        TenantDetails = "tenant-details",
        /// A list of products or licenses.
        ProductList = "product-list",
        /// The person does not know.
        Unknown = "unknown",
    }
}

names! {
    /// Who holds a claim on the subscription.
    pub enum ClaimHolder {
        /// Nobody, as far as colleagues and the customer know.
        Nobody = "nobody",
        /// A colleague.
        Colleague = "colleague",
        /// Another partner.
        OtherPartner = "other-partner",
        /// The person does not know.
        Unknown = "unknown",
    }
}

names! {
    /// The result of a diagnosis.
    pub enum Conclusion {
        /// A confirmed cause explains the error.
        Explained = "explained",
        /// There is another question.
        Asking = "asking",
        /// There is no other question, and some causes are still possible.
        Undecided = "undecided",
        /// All causes are ruled out.
        Unexplained = "unexplained",
        /// The claim is for Microsoft 365, which names no subscription.
        NotApplicable = "not-applicable",
    }
}

names! {
    /// What the customer's administrator can help with, in the order of the message.
    pub enum CustomerRequest {
        /// The Graph export of subscriptions.
        Subscriptions = "subscriptions",
        /// The one of the listed subscriptions that is for the product.
        WhichSubscription = "which-subscription",
        /// The Graph export of subscribed SKUs, which names the tenant.
        SubscribedSkus = "subscribed-skus",
        /// The tenant ID.
        TenantId = "tenant-id",
        /// The product's name in the admin center.
        ProductName = "product-name",
        /// The purchase channel.
        Channel = "channel",
        /// Another subscription that can be claimed.
        OtherSubscription = "other-subscription",
        /// To set up the products.
        SetUp = "set-up",
        /// The names of the partners that work on the product.
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
    /// The kind of identifier that this source has, if it is not a subscription ID.
    pub(super) const fn kind(self) -> Option<&'static str> {
        match self {
            Self::Order => Some("order-id"),
            Self::TenantDetails => Some("tenant-id"),
            Self::ProductList => Some("sku-id"),
            Self::SubscriptionList | Self::CspList | Self::Unknown => None,
        }
    }
}
