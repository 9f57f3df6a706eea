//! The registry: every check, every code, and what belongs to a code whatever the rule set.
//!
//! A code's severity and its section in the source belong to the rule set
//! ([`crate::ruleset`]); its wording belongs to the languages (`www/lib/text`).

use serde::Serialize;

use crate::claim::Field;
use crate::list::names;
use crate::vocabulary::{EvidencePart, Fact};

names! {
    /// One question that a report answers with pass, fail, unknown or not-applicable.
    pub enum CheckId {
        /// May the person file claims?
        Role = "role",
        /// Is the tenant ID a possible customer tenant?
        TenantId = "tenant-id",
        /// Is the domain usable?
        Domain = "domain",
        /// Does the domain belong to the tenant?
        TenantDomain = "tenant-domain",
        /// Is the solution area chosen?
        SolutionArea = "solution-area",
        /// Is the activity one of the solution area's?
        Activity = "activity",
        /// Was the product bought through a channel that can be claimed?
        PurchaseChannel = "purchase-channel",
        /// Is the subscription ID one?
        SubscriptionId = "subscription-id",
        /// Are product and subscription on the customer's tenant?
        SubscriptionOnTenant = "subscription-on-tenant",
        /// Is the subscription for Dynamics 365?
        SubscriptionDynamics = "subscription-dynamics",
        /// Was it bought outside CSP?
        SubscriptionNotCsp = "subscription-not-csp",
        /// Are its products provisioned?
        SubscriptionProvisioned = "subscription-provisioned",
        /// Is it free to be claimed?
        SubscriptionUnclaimed = "subscription-unclaimed",
        /// Is it active or in grace?
        SubscriptionStatus = "subscription-status",
        /// Is the Partner ID one?
        PartnerId = "partner-id",
        /// Is the Partner ID enrolled in an incentive programme?
        PartnerIdEnrolled = "partner-id-enrolled",
        /// Is it a location's ID without a special partner type?
        PartnerIdType = "partner-id-type",
        /// Is another partner associated with the customer and product?
        CompetingClaim = "competing-claim",
        /// Is the proof of execution at hand?
        ProofOfExecution = "proof-of-execution",
    }
}

names! {
    /// Where a finding is shown.
    pub enum Kind {
        /// Wrong or missing input: at the field.
        Field = "field",
        /// The input is fine, the claim would not be: in the result region.
        Outcome = "outcome",
    }
}

names! {
    /// What only shows across rows. These warn and never change a row's verdict.
    pub enum CrossRowCode {
        /// An earlier row claims the same subscription, or the same product for the same customer.
        DuplicateInFile = "duplicate-in-file",
        /// An earlier row claims the same subscription for another tenant.
        SubscriptionUnderTwoTenants = "subscription-under-two-tenants",
    }
}

names! {
    /// What is wrong with a file of claims, or worth knowing.
    pub enum BatchProblem {
        /// No column is a field of a claim.
        NoColumns = "no-columns",
        /// Rows with more or fewer cells than the header.
        RaggedRows = "ragged-rows",
        /// Rows without any text, left out.
        BlankRows = "blank-rows",
        /// Rows longer than a megabyte, not read.
        RowTooLong = "row-too-long",
        /// Text that is not UTF-8, read as Windows-1252.
        NotUtf8 = "not-utf-8",
        /// The last row begins a quoted cell and does not end it.
        UnclosedQuote = "unclosed-quote",
    }
}

/// What belongs to a code whatever the rule set.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct CodeFacts {
    /// The code.
    pub code: Code,
    /// The check that raises it; `None` for findings about the input as a whole.
    pub check: Option<CheckId>,
    /// Where it is shown.
    pub kind: Kind,
    /// The claim fields it names, first the one to go to.
    pub fields: &'static [Field],
    /// The names of its parameters, with the closed list of values where there is one.
    pub params: &'static [(&'static str, &'static [&'static str])],
}

/// Declares [`Code`] and its facts in one table, one row a code.
macro_rules! codes {
    ($($(#[$meta:meta])* $Variant:ident = $name:literal:
        $check:expr, $kind:ident, [$($field:ident),*], [$($param:literal: $values:expr),*];)+) => {
        names! {
            /// What a finding is about. Codes are named after the fault and never reused.
            pub enum Code { $($(#[$meta])* $Variant = $name,)+ }
        }

        impl Code {
            /// What belongs to this code whatever the rule set.
            pub const fn facts(self) -> CodeFacts {
                match self {
                    $(Self::$Variant => CodeFacts {
                        code: self,
                        check: $check,
                        kind: Kind::$kind,
                        fields: &[$(Field::$field),*],
                        params: &[$(($param, $values)),*],
                    },)+
                }
            }
        }
    };
}

/// How an identifier fails to be one.
pub const SHAPE_PROBLEMS: &[&str] = &["too-short", "too-long", "bad-character", "shape"];
/// Why an input could not be read.
const INPUT_PROBLEMS: &[&str] =
    &["wrong-type", "not-an-option", "not-a-date", "unreadable", "two-values"];
/// Any text: a name from another list, a date, a number.
const ANY: &[&str] = &[];

use CheckId as C;

codes! {
    /// The signed-in person's role is not given.
    RoleMissing = "role-missing": Some(C::Role), Field, [UserRole], [];
    /// The role may not create claims.
    RoleNotPermitted = "role-not-permitted": Some(C::Role), Outcome, [UserRole], [];

    /// No tenant ID.
    TenantIdMissing = "tenant-id-missing": Some(C::TenantId), Field, [CustomerTenantId], [];
    /// Meant as a GUID, but not one.
    TenantIdMalformed = "tenant-id-malformed": Some(C::TenantId), Field, [CustomerTenantId], ["problem": SHAPE_PROBLEMS];
    /// Something else than a tenant ID.
    TenantIdWrongKind = "tenant-id-wrong-kind": Some(C::TenantId), Field, [CustomerTenantId], ["kind": ANY];
    /// A tenant that can never be a customer's.
    TenantIdReserved = "tenant-id-reserved": Some(C::TenantId), Field, [CustomerTenantId], ["tenant": &["multi-tenant", "nil", "personal-accounts", "microsoft-services", "microsoft"]];
    /// The partner's own tenant.
    TenantIdIsOwn = "tenant-id-is-own": Some(C::TenantId), Field, [CustomerTenantId, OwnTenantId], [];

    /// No domain.
    DomainMissing = "domain-missing": Some(C::Domain), Field, [CustomerDomain], [];
    /// Meant as a domain, but not one.
    DomainMalformed = "domain-malformed": Some(C::Domain), Field, [CustomerDomain], ["problem": SHAPE_PROBLEMS];
    /// Something else than a domain.
    DomainWrongKind = "domain-wrong-kind": Some(C::Domain), Field, [CustomerDomain], ["kind": ANY];
    /// The domain of a mail provider for everybody.
    DomainIsMailProvider = "domain-is-mail-provider": Some(C::Domain), Field, [CustomerDomain], ["domain": ANY];

    /// The evidence shows the domain in another tenant.
    TenantDomainMismatch = "tenant-domain-mismatch": Some(C::TenantDomain), Field, [CustomerTenantId, CustomerDomain], ["domain": ANY];
    /// The directory does not know the domain.
    TenantNotFound = "tenant-not-found": Some(C::TenantDomain), Field, [CustomerDomain], ["domain": ANY, "reason": &["not-found", "malformed"]];
    /// The domain or tenant is in a national cloud.
    TenantOtherCloud = "tenant-other-cloud": Some(C::TenantDomain), Outcome, [CustomerDomain, CustomerTenantId], ["cloud": &["us-gov", "china", "unknown"]];
    /// Nothing shows whether domain and tenant belong together.
    TenantDomainUnverified = "tenant-domain-unverified": Some(C::TenantDomain), Outcome, [CustomerTenantId, CustomerDomain], ["domain": ANY];

    /// No solution area.
    SolutionAreaMissing = "solution-area-missing": Some(C::SolutionArea), Field, [SolutionArea], [];

    /// No activity.
    ActivityMissing = "activity-missing": Some(C::Activity), Field, [Activity], [];
    /// The solution area does not have this activity.
    ActivityNotInArea = "activity-not-in-area": Some(C::Activity), Outcome, [Activity, SolutionArea], ["activity": ANY, "solutionArea": ANY];
    /// Revenue association pays nothing.
    RevenueAssociationNoPayment = "revenue-association-no-payment": Some(C::Activity), Outcome, [Activity], [];

    /// The purchase channel cannot be claimed.
    ChannelNotEligible = "channel-not-eligible": Some(C::PurchaseChannel), Outcome, [PurchaseChannel, SolutionArea], ["channel": ANY];
    /// The purchase channel is not known.
    ChannelUnconfirmed = "channel-unconfirmed": Some(C::PurchaseChannel), Outcome, [PurchaseChannel], [];

    /// No subscription ID where one may be asked for.
    SubscriptionIdMissing = "subscription-id-missing": Some(C::SubscriptionId), Field, [SubscriptionId], [];
    /// Meant as a GUID, but not one.
    SubscriptionIdMalformed = "subscription-id-malformed": Some(C::SubscriptionId), Field, [SubscriptionId], ["problem": SHAPE_PROBLEMS];
    /// Something else than a subscription ID.
    SubscriptionIdWrongKind = "subscription-id-wrong-kind": Some(C::SubscriptionId), Field, [SubscriptionId], ["kind": ANY];
    /// Microsoft 365 claims ask for no subscription ID.
    SubscriptionIdNotNeeded = "subscription-id-not-needed": Some(C::SubscriptionId), Field, [SubscriptionId, SolutionArea], [];

    /// The evidence lists the subscription under another tenant.
    SubscriptionOnOtherTenant = "subscription-on-other-tenant": Some(C::SubscriptionOnTenant), Outcome, [SubscriptionId, CustomerTenantId], [];
    /// None of the tenant's subscriptions is of the product.
    ProductNotOnTenant = "product-not-on-tenant": Some(C::SubscriptionOnTenant), Outcome, [Product, CustomerTenantId], ["product": ANY];
    /// The tenant's subscriptions are known and the ID is not among them.
    SubscriptionNotListed = "subscription-not-listed": Some(C::SubscriptionOnTenant), Outcome, [SubscriptionId, CustomerTenantId], [];
    /// The subscription is of another product than the one claimed.
    ProductSubscriptionMismatch = "product-subscription-mismatch": Some(C::SubscriptionOnTenant), Outcome, [Product, SubscriptionId], ["product": ANY, "subscriptionProduct": ANY];
    /// The subscription's SKU is not a Dynamics 365 one.
    SubscriptionNotDynamics = "subscription-not-dynamics": Some(C::SubscriptionDynamics), Outcome, [SubscriptionId], ["product": ANY];
    /// The subscription was bought through CSP, or looks like it.
    SubscriptionCsp = "subscription-csp": Some(C::SubscriptionNotCsp), Outcome, [SubscriptionId, PurchaseChannel], ["certainty": &["certain", "likely"]];
    /// The customer has not provisioned the products.
    SubscriptionNotProvisioned = "subscription-not-provisioned": Some(C::SubscriptionProvisioned), Outcome, [SubscriptionId], ["provisioning": &["pending", "failed"]];
    /// So new that the claim flow may not show it yet.
    SubscriptionNewlyProvisioned = "subscription-newly-provisioned": Some(C::SubscriptionProvisioned), Outcome, [SubscriptionId], ["visibleBy": ANY];
    /// Somebody holds the subscription already.
    SubscriptionAlreadyClaimed = "subscription-already-claimed": Some(C::SubscriptionUnclaimed), Outcome, [SubscriptionId], ["by": &["us", "other-partner"], "ended": &["no", "yes"], "successor": ANY];
    /// Neither active nor in grace.
    SubscriptionNotActive = "subscription-not-active": Some(C::SubscriptionStatus), Outcome, [SubscriptionId], ["status": &["suspended", "deleted", "locked-out", "expired", "disabled", "pending"], "successor": ANY];
    /// In its grace period.
    SubscriptionInGrace = "subscription-in-grace": Some(C::SubscriptionStatus), Outcome, [SubscriptionId], [];
    /// Ends within 30 days.
    SubscriptionEnding = "subscription-ending": Some(C::SubscriptionStatus), Outcome, [SubscriptionId], ["endsOn": ANY];
    /// What the evidence cannot show about the subscription.
    SubscriptionUnverified = "subscription-unverified": None, Outcome, [SubscriptionId], ["checks": ANY];

    /// No Partner ID.
    PartnerIdMissing = "partner-id-missing": Some(C::PartnerId), Field, [PartnerId], [];
    /// Meant as digits, but not.
    PartnerIdMalformed = "partner-id-malformed": Some(C::PartnerId), Field, [PartnerId], ["problem": SHAPE_PROBLEMS];
    /// Something else than a Partner ID.
    PartnerIdWrongKind = "partner-id-wrong-kind": Some(C::PartnerId), Field, [PartnerId], ["kind": ANY];
    /// Digits, but not 6 or 7.
    PartnerIdUnusualLength = "partner-id-unusual-length": Some(C::PartnerId), Field, [PartnerId], ["length": ANY];
    /// Known not to be enrolled.
    PartnerIdNotEnrolled = "partner-id-not-enrolled": Some(C::PartnerIdEnrolled), Outcome, [PartnerId], [];
    /// Nothing shows enrolment or type of the Partner ID.
    PartnerIdUnverified = "partner-id-unverified": Some(C::PartnerIdEnrolled), Outcome, [PartnerId], ["checks": ANY];
    /// The company's global account, not a location.
    PartnerIdGlobalAccount = "partner-id-global-account": Some(C::PartnerIdType), Outcome, [PartnerId], [];
    /// An ID of a special partner type.
    PartnerIdPartnerType = "partner-id-partner-type": Some(C::PartnerIdType), Outcome, [PartnerId], ["partnerType": ANY];

    /// Another partner is associated with customer and product.
    CompetingClaim = "competing-claim": Some(C::CompetingClaim), Outcome, [CompetingPartner], [];
    /// The partner who asks holds customer and product already.
    OwnClaimExists = "own-claim-exists": Some(C::CompetingClaim), Outcome, [Product, CustomerTenantId], ["product": ANY, "claimId": ANY];
    /// Not known whether another partner is.
    CompetingClaimUnverified = "competing-claim-unverified": Some(C::CompetingClaim), Outcome, [CompetingPartner], [];
    /// No proof of execution.
    ProofOfExecutionMissing = "proof-of-execution-missing": Some(C::ProofOfExecution), Outcome, [ProofOfExecution], [];
    /// Not known whether there is one.
    ProofOfExecutionUnverified = "proof-of-execution-unverified": Some(C::ProofOfExecution), Outcome, [ProofOfExecution], [];

    /// A value could not be read.
    InputMalformed = "input-malformed": None, Field, [], ["field": ANY, "problem": INPUT_PROBLEMS];
    /// A field that claims do not have.
    UnknownField = "unknown-field": None, Field, [], ["field": ANY, "suggestion": ANY];
    /// A part of the evidence could not be read.
    EvidenceMalformed = "evidence-malformed": None, Outcome, [], ["part": ANY, "row": ANY];
    /// Sources say different things about the claim's customer, subscription or Partner ID.
    EvidenceContradiction = "evidence-contradiction": None, Outcome, [], ["part": EvidencePart::NAMES, "field": Fact::NAMES];
}
