//! Rule set `2020-06`.
//!
//! source: Microsoft, "Customer association issues", text of 2020-06-29

use super::{ActivityRow, CodeRule, Contribution, Days, Fit, RuleSet, SeeksPayment, Severity};
use crate::claim::{Activity, PurchaseChannel, SolutionArea, UserRole};
use crate::code::Code;

/// Rule set `2020-06`.
pub const RULESET: RuleSet = RuleSet {
    id: "2020-06",
    date: "2020-06-29",
    title: TITLE,
    url: "https://learn.microsoft.com/partner-center/incentives/incentives-customer-association-issues",
    roles: &[UserRole::GlobalAdmin, UserRole::BillingAdmin, UserRole::IncentivesAdmin],
    codes: CODES,
    activities: ACTIVITIES,
    subscription_error: SUBSCRIPTION_ERROR,
    // source: 2020-06, "Competing claims" (five business days)
    days: Days {
        start_business_days: 0,
        review_business_days: 5,
        answer_business_days: 0,
        dispute_days: 0,
        provisioning_lag_days: 0,
        ending_soon: 30,
    },
};

const TITLE: &str = "Customer association issues";
const ROLES: &str = "Appropriate roles";
const TENANT: &str = "Domain-tenant mismatch";
const SUBSCRIPTION: &str = "Subscription errors in the CPOR association claim flow";
const AVAILABLE: &str = "When subscriptions will be available to claim";
const ACTIVITY: &str = "Which activity do I choose?";
const MPN: &str = "Which MPN do I choose?";
const PRODUCT: &str = "Choosing a product vs entering a subscription";
const COMPETING: &str = "Competing claims";

const fn blocks(code: Code, section: &'static str) -> CodeRule {
    CodeRule { code, severity: Severity::Blocks, section }
}

const fn warns(code: Code, section: &'static str) -> CodeRule {
    CodeRule { code, severity: Severity::Warns, section }
}

const fn informs(code: Code, section: &'static str) -> CodeRule {
    CodeRule { code, severity: Severity::Informs, section }
}

const CODES: &[CodeRule] = &[
    informs(Code::RoleMissing, ROLES),
    blocks(Code::RoleNotPermitted, ROLES),
    blocks(Code::TenantIdMissing, TENANT),
    blocks(Code::TenantIdMalformed, TENANT),
    blocks(Code::TenantIdWrongKind, TENANT),
    blocks(Code::TenantIdReserved, TENANT),
    blocks(Code::TenantIdIsOwn, TENANT),
    blocks(Code::DomainMissing, TENANT),
    blocks(Code::DomainMalformed, TENANT),
    blocks(Code::DomainWrongKind, TENANT),
    warns(Code::DomainIsMailProvider, TENANT),
    blocks(Code::TenantDomainMismatch, TENANT),
    blocks(Code::TenantNotFound, TENANT),
    warns(Code::TenantOtherCloud, TENANT),
    informs(Code::TenantDomainUnverified, TENANT),
    blocks(Code::SolutionAreaMissing, ACTIVITY),
    blocks(Code::ActivityMissing, ACTIVITY),
    blocks(Code::ActivityNotInArea, ACTIVITY),
    informs(Code::RevenueAssociationNoPayment, ACTIVITY),
    blocks(Code::ChannelNotEligible, ACTIVITY),
    warns(Code::ChannelUnconfirmed, ACTIVITY),
    warns(Code::SubscriptionIdMissing, SUBSCRIPTION),
    blocks(Code::SubscriptionIdMalformed, SUBSCRIPTION),
    blocks(Code::SubscriptionIdWrongKind, SUBSCRIPTION),
    informs(Code::SubscriptionIdNotNeeded, SUBSCRIPTION),
    blocks(Code::SubscriptionOnOtherTenant, SUBSCRIPTION),
    blocks(Code::ProductNotOnTenant, SUBSCRIPTION),
    warns(Code::SubscriptionNotListed, SUBSCRIPTION),
    warns(Code::ProductSubscriptionMismatch, SUBSCRIPTION),
    blocks(Code::SubscriptionNotDynamics, SUBSCRIPTION),
    blocks(Code::SubscriptionCsp, SUBSCRIPTION),
    blocks(Code::SubscriptionNotProvisioned, AVAILABLE),
    blocks(Code::SubscriptionAlreadyClaimed, SUBSCRIPTION),
    blocks(Code::SubscriptionNotActive, SUBSCRIPTION),
    informs(Code::SubscriptionInGrace, PRODUCT),
    informs(Code::SubscriptionEnding, PRODUCT),
    informs(Code::SubscriptionUnverified, SUBSCRIPTION),
    blocks(Code::PartnerIdMissing, MPN),
    blocks(Code::PartnerIdMalformed, MPN),
    blocks(Code::PartnerIdWrongKind, MPN),
    warns(Code::PartnerIdUnusualLength, MPN),
    blocks(Code::PartnerIdNotEnrolled, MPN),
    informs(Code::PartnerIdUnverified, MPN),
    blocks(Code::PartnerIdGlobalAccount, MPN),
    warns(Code::PartnerIdPartnerType, MPN),
    warns(Code::CompetingClaim, COMPETING),
    informs(Code::CompetingClaimUnverified, COMPETING),
    warns(Code::ProofOfExecutionMissing, COMPETING),
    informs(Code::ProofOfExecutionUnverified, COMPETING),
    warns(Code::InputMalformed, TITLE),
    warns(Code::UnknownField, TITLE),
    warns(Code::EvidenceMalformed, TITLE),
    warns(Code::EvidenceContradiction, TITLE),
];

/// source: 2020-06, "Subscription errors in the CPOR association claim flow"
const SUBSCRIPTION_ERROR: &[Code] = &[
    Code::ProductNotOnTenant,
    Code::SubscriptionNotDynamics,
    Code::SubscriptionCsp,
    Code::SubscriptionNotProvisioned,
    Code::SubscriptionAlreadyClaimed,
    Code::SubscriptionIdWrongKind,
];

const BUSINESS: SolutionArea = SolutionArea::BusinessApplications;
const MICROSOFT_365: SolutionArea = SolutionArea::Microsoft365;
const ELIGIBLE: &[PurchaseChannel] =
    &[PurchaseChannel::VolumeLicensing, PurchaseChannel::WebDirect];
const NOT_ELIGIBLE: &[PurchaseChannel] = &[PurchaseChannel::Csp, PurchaseChannel::Other];
const NOT_EXCLUDED: &[PurchaseChannel] =
    &[PurchaseChannel::VolumeLicensing, PurchaseChannel::WebDirect, PurchaseChannel::Unknown];
const UNKNOWN: &[PurchaseChannel] = &[PurchaseChannel::Unknown];
const PRESALES: &[Activity] = &[Activity::Presales];
const USAGE: &[Activity] = &[Activity::Usage];
const REVENUE: &[Activity] = &[Activity::RevenueAssociation];
const PURCHASE: &[Contribution] = &[Contribution::InfluencedPurchase];
const DRIVES: &[Contribution] = &[Contribution::DrivesUsage];
const INFLUENCER: &[Contribution] = &[Contribution::BusinessInfluencer];
const NOT_PURCHASE: &[Contribution] =
    &[Contribution::DrivesUsage, Contribution::BusinessInfluencer];
const NOT_DRIVES: &[Contribution] =
    &[Contribution::InfluencedPurchase, Contribution::BusinessInfluencer];
const NOT_INFLUENCER: &[Contribution] =
    &[Contribution::InfluencedPurchase, Contribution::DrivesUsage];
const PAID: &[SeeksPayment] = &[SeeksPayment::Yes];
const UNPAID: &[SeeksPayment] = &[SeeksPayment::No];

/// source: 2020-06, "Which activity do I choose?" (table)
#[rustfmt::skip]
const ACTIVITIES: &[ActivityRow] = &[
    // area, activities, channels, what the partner did, seeks payment
    row(MICROSOFT_365, &[Activity::Presales, Activity::RevenueAssociation], &[], &[], &[], Fit::DoesNotFit),
    row(MICROSOFT_365, USAGE,    &[],          DRIVES,         &[],    Fit::Fits),
    row(MICROSOFT_365, USAGE,    &[],          NOT_DRIVES,     &[],    Fit::DoesNotFit),
    row(BUSINESS,      &[],      NOT_ELIGIBLE, &[],            &[],    Fit::DoesNotFit),
    row(BUSINESS,      PRESALES, NOT_EXCLUDED, NOT_PURCHASE,   &[],    Fit::DoesNotFit),
    row(BUSINESS,      PRESALES, ELIGIBLE,     PURCHASE,       PAID,   Fit::Fits),
    row(BUSINESS,      PRESALES, ELIGIBLE,     PURCHASE,       UNPAID, Fit::Depends),
    row(BUSINESS,      PRESALES, UNKNOWN,      PURCHASE,       &[],    Fit::Depends),
    row(BUSINESS,      USAGE,    NOT_EXCLUDED, NOT_DRIVES,     &[],    Fit::DoesNotFit),
    row(BUSINESS,      USAGE,    ELIGIBLE,     DRIVES,         PAID,   Fit::Fits),
    row(BUSINESS,      USAGE,    ELIGIBLE,     DRIVES,         UNPAID, Fit::Depends),
    row(BUSINESS,      USAGE,    UNKNOWN,      DRIVES,         &[],    Fit::Depends),
    row(BUSINESS,      REVENUE,  NOT_EXCLUDED, NOT_INFLUENCER, &[],    Fit::DoesNotFit),
    row(BUSINESS,      REVENUE,  NOT_EXCLUDED, INFLUENCER,     PAID,   Fit::DoesNotFit),
    row(BUSINESS,      REVENUE,  ELIGIBLE,     INFLUENCER,     UNPAID, Fit::Fits),
    row(BUSINESS,      REVENUE,  UNKNOWN,      INFLUENCER,     UNPAID, Fit::Depends),
];

const fn row(
    area: SolutionArea,
    activities: &'static [Activity],
    channels: &'static [PurchaseChannel],
    contributions: &'static [Contribution],
    payment: &'static [SeeksPayment],
    fit: Fit,
) -> ActivityRow {
    ActivityRow { area, activities, channels, contributions, payment, fit }
}
