//! Rule set `2020-06`.
//!
//! source: Microsoft, "Customer association issues", text of 2020-06-29

use super::rows::{
    BUSINESS, DRIVES, ELIGIBLE, INFLUENCER, MICROSOFT_365, NOT_DRIVES, NOT_ELIGIBLE, NOT_EXCLUDED,
    NOT_INFLUENCER, NOT_PURCHASE, PAID, PRESALES, PURCHASE, REVENUE, UNKNOWN, UNPAID, USAGE,
    blocks, informs, row, statement, warns,
};
use super::{
    ActivityRow, CodeRule, Contradiction, Days, Fit, Page, RuleSet, Source, Status, Topic,
};
use crate::claim::{Activity, Field, UserRole};
use crate::code::Code;

/// Rule set `2020-06`.
pub const RULESET: RuleSet = RuleSet {
    id: "2020-06",
    page: &ISSUES,
    roles: &[UserRole::GlobalAdmin, UserRole::BillingAdmin, UserRole::IncentivesAdmin],
    // source: 2020-06, "Domain-tenant mismatch", "Which activity do I choose?", "Which MPN do I
    // choose?", "Competing claims"; the product: "Create a customer association", 2021-07
    required: &[
        Field::CustomerTenantId,
        Field::CustomerDomain,
        Field::SolutionArea,
        Field::Activity,
        Field::Product,
        Field::PartnerId,
        Field::ProofOfExecution,
    ],
    codes: CODES,
    activities: ACTIVITIES,
    subscription_error: SUBSCRIPTION_ERROR,
    statuses: &[
        Status::InProgress,
        Status::Submitted,
        Status::UnderReview,
        Status::PartnerActionRequired,
        Status::Approved,
        Status::Rejected,
    ],
    statuses_source: Source { page: &MANAGE, section: "Status of your CPOR association claim" },
    contradictions: CONTRADICTIONS,
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

const ISSUES: Page = Page {
    title: TITLE,
    date: "2020-06-29",
    url: "https://learn.microsoft.com/partner-center/incentives/incentives-customer-association-issues",
};
// A copy of July 2021 is the oldest one of these pages that is still available.
const CREATE: Page = Page {
    title: "Create a customer association",
    date: "2021-07-14",
    url: "https://learn.microsoft.com/partner-center/incentives/submit-osa-claim",
};
const MANAGE: Page = Page {
    title: "Manage customer associations",
    date: "2021-07-14",
    url: "https://learn.microsoft.com/partner-center/incentives/incentives-manage-customer-associations",
};

const CONTRADICTIONS: &[Contradiction] = &[
    Contradiction {
        topic: Topic::Roles,
        values: &[
            statement("three-admin-roles", &ISSUES, ROLES),
            statement("incentives-admin-only", &CREATE, ROLES),
        ],
    },
    Contradiction {
        topic: Topic::CustomerOptOut,
        values: &[
            statement("five-business-days", &CREATE, ""),
            statement("seven-days-after-approval", &MANAGE, ""),
        ],
    },
];

const TITLE: &str = "Customer association issues";
const ROLES: &str = "Appropriate roles";
const TENANT: &str = "Domain-tenant mismatch";
const SUBSCRIPTION: &str = "Subscription errors in the CPOR association claim flow";
const AVAILABLE: &str = "When subscriptions will be available to claim";
const ACTIVITY: &str = "Which activity do I choose?";
const MPN: &str = "Which MPN do I choose?";
const PRODUCT: &str = "Choosing a product vs entering a subscription";
const COMPETING: &str = "Competing claims";

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
    informs(Code::SubscriptionNewlyProvisioned, AVAILABLE),
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
    warns(Code::OwnClaimExists, COMPETING),
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
    // Not in the list of reasons, but checked along with them.
    Code::SubscriptionNotActive,
];

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
