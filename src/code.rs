//! The registry of checks and codes, with everything about a code that does not depend on the rule
//! set.
//!
//! A code's severity and its section in the source are part of the rule set ([`crate::ruleset`]).
//! Its wording is part of the languages (`www/text`).

use serde::Serialize;

use crate::claim::Field;
use crate::list::names;
use crate::vocabulary::{EvidencePart, Fact};

names! {
    /// A question that a report answers with pass, fail, unknown or not-applicable.
    pub enum CheckId {
        /// May this person file claims?
        Role = "role",
        /// Can the tenant ID be a customer's?
        TenantId = "tenant-id",
        /// Is the domain usable?
        Domain = "domain",
        /// Does the domain belong to the tenant?
        TenantDomain = "tenant-domain",
        /// Is the solution area chosen?
        SolutionArea = "solution-area",
        /// Is the product one that can be claimed in the solution area?
        Product = "product",
        /// Does the solution area have this activity?
        Activity = "activity",
        /// Can products bought through this channel be claimed?
        PurchaseChannel = "purchase-channel",
        /// Is the subscription ID well-formed and of the right kind?
        SubscriptionId = "subscription-id",
        /// Are product and subscription on the customer's tenant?
        SubscriptionOnTenant = "subscription-on-tenant",
        /// Is the subscription for Dynamics 365?
        SubscriptionDynamics = "subscription-dynamics",
        /// Was it bought outside CSP?
        SubscriptionNotCsp = "subscription-not-csp",
        /// Are its products provisioned?
        SubscriptionProvisioned = "subscription-provisioned",
        /// Is the subscription still unclaimed?
        SubscriptionUnclaimed = "subscription-unclaimed",
        /// Is it active or in its grace period?
        SubscriptionStatus = "subscription-status",
        /// Is the Partner ID well-formed and of the right kind?
        PartnerId = "partner-id",
        /// Is the Partner ID enrolled in an incentive program?
        PartnerIdEnrolled = "partner-id-enrolled",
        /// Does the Partner ID belong to a location, without a special partner type?
        PartnerIdType = "partner-id-type",
        /// Is another partner associated with the customer and product?
        CompetingClaim = "competing-claim",
        /// Is there a proof of execution?
        ProofOfExecution = "proof-of-execution",
    }
}

names! {
    /// What no check can show: a person has to see to it, or only Microsoft knows.
    pub enum NotChecked {
        /// Whether the product is an eligible one.
        EligibleProduct = "eligible-product",
        /// What stands in the proof of execution.
        ProofContents = "proof-contents",
        /// What else the claim form asks for.
        RestOfForm = "rest-of-form",
        /// What only Partner Center shows.
        PartnerCenter = "partner-center",
        /// What a claim earns.
        Earnings = "earnings",
        /// What no page of Microsoft's says.
        Hearsay = "hearsay",
    }
}

names! {
    /// Where a finding is shown.
    pub enum Kind {
        /// Something is wrong with the input or missing from it: at the field.
        Field = "field",
        /// The input is fine, but the claim would fail: in the result.
        Outcome = "outcome",
    }
}

names! {
    /// What only a comparison of rows can show. These codes warn and never change a row's verdict.
    pub enum CrossRowCode {
        /// An earlier row claims the same subscription, or the same product for the same customer.
        DuplicateInFile = "duplicate-in-file",
        /// An earlier row claims the same subscription for another tenant.
        SubscriptionUnderTwoTenants = "subscription-under-two-tenants",
    }
}

names! {
    /// What is wrong with a file of claims, or worth knowing about it.
    pub enum BatchProblem {
        /// A file that has others in it. Its contents are not read.
        Container = "container",
        /// The file is no text.
        NotText = "not-text",
        /// No column is a field of a claim.
        NoColumns = "no-columns",
        /// Rows with more or fewer cells than the header.
        RaggedRows = "ragged-rows",
        /// Rows without any text. They are left out.
        BlankRows = "blank-rows",
        /// Rows longer than a megabyte. They are not read.
        RowTooLong = "row-too-long",
        /// Text that is not UTF-8. It is read as Windows-1252.
        NotUtf8 = "not-utf-8",
        /// Several columns hold the same field. Where they differ in a row, the field is not read there.
        ColumnsConflict = "columns-conflict",
        /// Columns with names that no field has. They are not read.
        ColumnsIgnored = "columns-ignored",
        /// The last row has a quoted cell without a closing quote.
        UnclosedQuote = "unclosed-quote",
    }
}

impl CheckId {
    /// The codes of other checks that tell why this one fails: one fact is one finding.
    pub const fn told_by(self) -> &'static [Code] {
        match self {
            Self::PurchaseChannel => &[Code::SubscriptionCsp],
            Self::SubscriptionNotCsp => &[Code::ChannelNotEligible],
            Self::CompetingClaim => &[Code::SubscriptionAlreadyClaimed],
            _ => &[],
        }
    }
}

/// Everything about a code that does not depend on the rule set.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CodeFacts {
    /// The code.
    pub code: Code,
    /// The check that raises the code; `None` for codes about the input as a whole.
    pub check: Option<CheckId>,
    /// Where it is shown.
    pub kind: Kind,
    /// The claim fields that it names. The first is the one to go to.
    pub fields: &'static [Field],
    /// The parameters by name, each with its closed list of values; an empty list means any text.
    pub params: &'static [(&'static str, &'static [&'static str])],
}

/// What a parameter is beyond the closed list in its code's row. It is the same in every code, unless a
/// row names the code, as in `unknown-field.suggestion`; one that is not named here is any text.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ParamFacts {
    /// The parameter.
    pub name: &'static str,
    /// What its value is.
    pub value: ParamValue,
    /// Can it be empty, where there is nothing to name?
    pub can_be_empty: bool,
}

/// What the value of a parameter is.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ParamValue {
    /// Any text.
    Text,
    /// A day, in ISO form.
    Day,
    /// A name from the closed list with this name.
    Name(&'static str),
    /// Names from it.
    Names(&'static str),
    /// Several texts.
    Texts,
}

impl ParamFacts {
    /// The facts about a parameter without a closed list of its own.
    pub fn of(name: &str) -> Option<&'static Self> {
        PARAMS.iter().find(|facts| facts.name == name)
    }
}

macro_rules! params {
    ($($name:literal: $value:expr $(, $empty:ident)?;)+) => {
        &[$(ParamFacts { name: $name, value: $value, can_be_empty: params!(@ $($empty)?) },)+]
    };
    (@) => { false };
    (@ can_be_empty) => { true };
}

use ParamValue::{Day, Name, Names, Text, Texts};

/// The parameters that are more than any text, or can be empty.
pub const PARAMS: &[ParamFacts] = params![
    "activity": Name("Activity");
    "ask": Texts, can_be_empty;
    "channel": Name("PurchaseChannel");
    "checks": Names("CheckId");
    "claimId": Text, can_be_empty;
    "endsOn": Day;
    "kind": Name("IdentifierKind");
    "product-unrecognized.suggestion": Texts, can_be_empty;
    "row": Text, can_be_empty;
    "rows": Text, can_be_empty;
    "solutionArea": Name("SolutionArea");
    "startsOn": Day;
    "successor": Text, can_be_empty;
    "suggestion": Text, can_be_empty;
    "typed": Text, can_be_empty;
    "unknown-field.suggestion": Name("Field"), can_be_empty;
    "visibleBy": Day;
];

/// Declares [`Code`] and the facts about each code in one table.
macro_rules! codes {
    ($($(#[$meta:meta])* $Variant:ident = $name:literal:
        $check:expr, $kind:ident, [$($field:ident),*], [$($param:literal: $values:expr),*];)+) => {
        names! {
            /// What a finding is about. A code is named after the fault and never reused.
            pub enum Code { $($(#[$meta])* $Variant = $name,)+ }
        }

        impl Code {
            /// Everything about this code that does not depend on the rule set.
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

/// The ways in which a text fails to be an identifier.
pub const SHAPE_PROBLEMS: &[&str] = &["too-short", "too-long", "bad-character", "shape", "several"];
/// The reasons for which input cannot be read.
const INPUT_PROBLEMS: &[&str] =
    &["wrong-type", "not-an-option", "not-a-date", "in-future", "unreadable", "two-values"];
/// How certain it is that a claim is for the same activity.
const SAMENESS: &[&str] = &["same", "unknown"];
/// The solution areas, and none.
const SOLUTION_AREAS: &[&str] = &["", "business-applications", "microsoft-365"];
/// What to ask for if the evidence leaves something about the subscription open.
pub const ASKED_FOR: &[&str] =
    &["exports", "identifier", "tenant-id", "tenant", "administrator", "purchasing", "partners"];
/// Any text: a name from another list, a date, a number.
const ANY: &[&str] = &[];

use CheckId as C;

codes! {
    /// The person's role is missing.
    RoleMissing = "role-missing": Some(C::Role), Field, [UserRole], [];
    /// This role may not create claims.
    RoleNotPermitted = "role-not-permitted": Some(C::Role), Outcome, [UserRole], [];

    /// The tenant ID is missing.
    TenantIdMissing = "tenant-id-missing": Some(C::TenantId), Field, [CustomerTenantId], [];
    /// The text looks like a GUID but is not one.
    TenantIdMalformed = "tenant-id-malformed": Some(C::TenantId), Field, [CustomerTenantId], ["problem": SHAPE_PROBLEMS];
    /// The text is another kind of identifier.
    TenantIdWrongKind = "tenant-id-wrong-kind": Some(C::TenantId), Field, [CustomerTenantId], ["kind": ANY];
    /// This tenant can never be a customer's.
    TenantIdReserved = "tenant-id-reserved": Some(C::TenantId), Field, [CustomerTenantId], ["tenant": &["multi-tenant", "nil", "personal-accounts", "microsoft-services", "microsoft"]];
    /// The tenant is the partner's own.
    TenantIdIsOwn = "tenant-id-is-own": Some(C::TenantId), Field, [CustomerTenantId, OwnTenantId], ["own": &["tenant", "domain"]];

    /// The domain is missing.
    DomainMissing = "domain-missing": Some(C::Domain), Field, [CustomerDomain], [];
    /// The text looks like a domain but is not one.
    DomainMalformed = "domain-malformed": Some(C::Domain), Field, [CustomerDomain], ["problem": SHAPE_PROBLEMS];
    /// The text is another kind of identifier.
    DomainWrongKind = "domain-wrong-kind": Some(C::Domain), Field, [CustomerDomain], ["kind": ANY];
    /// The domain belongs to a mail provider that is open to everybody.
    DomainIsMailProvider = "domain-is-mail-provider": Some(C::Domain), Field, [CustomerDomain], ["domain": ANY];

    /// The domain looks mistyped, or nobody can hold it.
    DomainUnusual = "domain-unusual": Some(C::Domain), Field, [CustomerDomain], ["domain": ANY, "suggestion": ANY];

    /// According to the evidence, the domain belongs to another tenant.
    TenantDomainMismatch = "tenant-domain-mismatch": Some(C::TenantDomain), Field, [CustomerTenantId, CustomerDomain], ["domain": ANY, "holder": &["", "us"]];
    /// The directory does not know the domain.
    TenantNotFound = "tenant-not-found": Some(C::TenantDomain), Field, [CustomerDomain], ["domain": ANY, "reason": &["not-found", "malformed"]];
    /// The domain or the tenant belongs to a national cloud.
    TenantOtherCloud = "tenant-other-cloud": Some(C::TenantDomain), Outcome, [CustomerDomain, CustomerTenantId], ["cloud": &["us-gov", "china", "unknown"]];
    /// Nothing shows whether the domain belongs to the tenant.
    TenantDomainUnverified = "tenant-domain-unverified": Some(C::TenantDomain), Outcome, [CustomerTenantId, CustomerDomain], ["domain": ANY];

    /// The solution area is missing.
    SolutionAreaMissing = "solution-area-missing": Some(C::SolutionArea), Field, [SolutionArea], [];

    /// Neither the claim nor the evidence names the product.
    ProductMissing = "product-missing": Some(C::Product), Field, [Product], ["solutionArea": SOLUTION_AREAS];
    /// The product is claimed in the other solution area, or not in this way.
    ProductNotInArea = "product-not-in-area": Some(C::Product), Outcome, [Product, SolutionArea], ["product": ANY, "belongs": &["business-applications", "microsoft-365", "azure"]];
    /// The name of the product is not known.
    ProductUnrecognized = "product-unrecognized": Some(C::Product), Field, [Product], ["suggestion": ANY];
    /// Usage of this product is credited in another way.
    ProductPowerPlatform = "product-power-platform": Some(C::Product), Outcome, [Product, Activity], ["product": ANY];
    /// The product is a suite of several workloads.
    ProductSuite = "product-suite": Some(C::Product), Field, [Product], ["product": ANY];

    /// The activity is missing.
    ActivityMissing = "activity-missing": Some(C::Activity), Field, [Activity], [];
    /// The solution area does not have this activity.
    ActivityNotInArea = "activity-not-in-area": Some(C::Activity), Outcome, [Activity, SolutionArea], ["activity": ANY, "solutionArea": ANY];
    /// Revenue association is not paid.
    RevenueAssociationNoPayment = "revenue-association-no-payment": Some(C::Activity), Outcome, [Activity], [];

    /// The activity is not paid, whatever its name says.
    ActivityNoPayment = "activity-no-payment": Some(C::Activity), Outcome, [Activity], [];

    /// Products bought through this channel cannot be claimed.
    ChannelNotEligible = "channel-not-eligible": Some(C::PurchaseChannel), Outcome, [PurchaseChannel, SolutionArea], ["channel": ANY, "typed": ANY];
    /// The purchase channel is unknown, or the evidence has another one.
    ChannelUnconfirmed = "channel-unconfirmed": Some(C::PurchaseChannel), Outcome, [PurchaseChannel], ["channel": ANY, "typed": ANY];

    /// The subscription ID is missing, although the claim flow may ask for one.
    SubscriptionIdMissing = "subscription-id-missing": Some(C::SubscriptionId), Field, [SubscriptionId], ["match": &["unknown", "listed", "none", "one", "unfit", "several"], "suggestion": ANY];
    /// The text looks like a GUID but is not one.
    SubscriptionIdMalformed = "subscription-id-malformed": Some(C::SubscriptionId), Field, [SubscriptionId], ["problem": SHAPE_PROBLEMS];
    /// The text is another kind of identifier.
    SubscriptionIdWrongKind = "subscription-id-wrong-kind": Some(C::SubscriptionId), Field, [SubscriptionId], ["kind": ANY];
    /// Microsoft 365 claims do not ask for a subscription ID.
    SubscriptionIdNotNeeded = "subscription-id-not-needed": Some(C::SubscriptionId), Field, [SubscriptionId, SolutionArea], [];

    /// The evidence lists the subscription on another tenant.
    SubscriptionOnOtherTenant = "subscription-on-other-tenant": Some(C::SubscriptionOnTenant), Outcome, [SubscriptionId, CustomerTenantId], [];
    /// None of the tenant's subscriptions is for the product.
    ProductNotOnTenant = "product-not-on-tenant": Some(C::SubscriptionOnTenant), Outcome, [Product, CustomerTenantId], ["product": ANY];
    /// The tenant's subscriptions are known, and this ID is not one of them.
    SubscriptionNotListed = "subscription-not-listed": Some(C::SubscriptionOnTenant), Outcome, [SubscriptionId, CustomerTenantId], [];
    /// The subscription is for another product than the one claimed.
    ProductSubscriptionMismatch = "product-subscription-mismatch": Some(C::SubscriptionOnTenant), Outcome, [Product, SubscriptionId], ["product": ANY, "subscriptionProduct": ANY, "typed": ANY];
    /// The subscription's SKU does not belong to Dynamics 365.
    SubscriptionNotDynamics = "subscription-not-dynamics": Some(C::SubscriptionDynamics), Outcome, [SubscriptionId], ["product": ANY];
    /// The subscription was bought through CSP, or appears to have been.
    SubscriptionCsp = "subscription-csp": Some(C::SubscriptionNotCsp), Outcome, [SubscriptionId, PurchaseChannel], ["certainty": &["certain", "likely"], "owner": &["", "us", "other"], "typed": ANY];
    /// The customer has not provisioned the products.
    SubscriptionNotProvisioned = "subscription-not-provisioned": Some(C::SubscriptionProvisioned), Outcome, [SubscriptionId], ["provisioning": &["pending", "failed"]];
    /// The subscription is so new that the claim flow may not show it yet.
    SubscriptionNewlyProvisioned = "subscription-newly-provisioned": Some(C::SubscriptionProvisioned), Outcome, [SubscriptionId], ["visibleBy": ANY];
    /// The subscription has been claimed already.
    SubscriptionAlreadyClaimed = "subscription-already-claimed": Some(C::SubscriptionUnclaimed), Outcome, [SubscriptionId], ["by": &["us", "other-partner"], "activity": &["", "same", "unknown"], "ended": &["no", "yes"], "successor": ANY, "typed": ANY];
    /// The subscription is neither active nor in its grace period.
    SubscriptionNotActive = "subscription-not-active": Some(C::SubscriptionStatus), Outcome, [SubscriptionId], ["status": &["suspended", "deleted", "locked-out", "expired", "disabled", "pending"], "successor": ANY];
    /// The subscription is in its grace period.
    SubscriptionInGrace = "subscription-in-grace": Some(C::SubscriptionStatus), Outcome, [SubscriptionId], [];
    /// The subscription ends within 30 days.
    SubscriptionEnding = "subscription-ending": Some(C::SubscriptionStatus), Outcome, [SubscriptionId], ["endsOn": ANY];
    /// The subscription is a trial.
    SubscriptionTrial = "subscription-trial": Some(C::SubscriptionStatus), Outcome, [SubscriptionId], [];
    /// The claim was submitted before the subscription's first day.
    SubscriptionStartsLater = "subscription-starts-later": Some(C::SubscriptionStatus), Outcome, [SubscriptionId, SubmittedOn], ["startsOn": ANY];
    /// The evidence does not answer some questions about the subscription.
    SubscriptionUnverified = "subscription-unverified": None, Outcome, [SubscriptionId], ["checks": ANY, "ask": ASKED_FOR];

    /// The Partner ID is missing.
    PartnerIdMissing = "partner-id-missing": Some(C::PartnerId), Field, [PartnerId], [];
    /// The text looks like a number but is not one.
    PartnerIdMalformed = "partner-id-malformed": Some(C::PartnerId), Field, [PartnerId], ["problem": SHAPE_PROBLEMS];
    /// The text is another kind of identifier.
    PartnerIdWrongKind = "partner-id-wrong-kind": Some(C::PartnerId), Field, [PartnerId], ["kind": ANY];
    /// The number has neither 6 nor 7 digits.
    PartnerIdUnusualLength = "partner-id-unusual-length": Some(C::PartnerId), Field, [PartnerId], ["length": ANY];
    /// The Partner ID is not enrolled.
    PartnerIdNotEnrolled = "partner-id-not-enrolled": Some(C::PartnerIdEnrolled), Outcome, [PartnerId], [];
    /// Nothing shows the enrollment or the type of the Partner ID.
    PartnerIdUnverified = "partner-id-unverified": Some(C::PartnerIdEnrolled), Outcome, [PartnerId], ["checks": ANY];
    /// The Partner ID is the company's global account, not a location.
    PartnerIdGlobalAccount = "partner-id-global-account": Some(C::PartnerIdType), Outcome, [PartnerId], [];
    /// The Partner ID has a special partner type.
    PartnerIdPartnerType = "partner-id-partner-type": Some(C::PartnerIdType), Outcome, [PartnerId], ["partnerType": ANY];

    /// Another partner is associated with the customer and the product.
    CompetingClaim = "competing-claim": Some(C::CompetingClaim), Outcome, [CompetingPartner], ["typed": ANY];
    /// The partner's own claim on the customer and the product exists already.
    OwnClaimExists = "own-claim-exists": Some(C::CompetingClaim), Outcome, [Product, CustomerTenantId], ["product": ANY, "claimId": ANY, "activity": SAMENESS];
    /// It is unknown whether another partner is associated.
    CompetingClaimUnverified = "competing-claim-unverified": Some(C::CompetingClaim), Outcome, [CompetingPartner], [];
    /// There is no proof of execution.
    ProofOfExecutionMissing = "proof-of-execution-missing": Some(C::ProofOfExecution), Outcome, [ProofOfExecution], [];
    /// It is unknown whether there is a proof of execution.
    ProofOfExecutionUnverified = "proof-of-execution-unverified": Some(C::ProofOfExecution), Outcome, [ProofOfExecution], [];

    /// A value could not be read.
    InputMalformed = "input-malformed": None, Field, [], ["field": ANY, "problem": INPUT_PROBLEMS];
    /// Claims do not have this member.
    UnknownField = "unknown-field": None, Field, [], ["field": ANY, "suggestion": ANY];
    /// A part of the evidence could not be read.
    EvidenceMalformed = "evidence-malformed": None, Outcome, [], ["part": ANY, "row": ANY, "rows": ANY];
    /// Sources contradict each other about the claim's customer, subscription or Partner ID.
    EvidenceContradiction = "evidence-contradiction": None, Outcome, [], ["part": EvidencePart::NAMES, "field": Fact::NAMES];
}
