//! Rule set `2020-06`.
//!
//! source: Microsoft, "Customer association issues", text of 2020-06-29

#[cfg(feature = "core")]
use super::program::PROGRAMS;
use super::rows::{
    BUSINESS, DRIVES, ELIGIBLE, INCENTIVES_OVERVIEW, INFLUENCER, LATER_GRACE, LATER_ROLES,
    MICROSOFT_365, NOT_DRIVES, NOT_ELIGIBLE, NOT_EXCLUDED, NOT_INFLUENCER, NOT_PURCHASE, PAID,
    PRESALES, PRODUCT_OF_SUBSCRIPTION, PURCHASE, REVENUE, SUPPORT, UNKNOWN, UNPAID, USAGE, blocks,
    informs, row, statement, warns,
};
use super::{
    ActivityRow, Authority, CodeRule, Contradiction, Days, Fit, LaterFact, Links, Page, RuleSet,
    Source, Status, Topic,
};
use crate::claim::{Activity, Field, UserRole};
use crate::code::Code;

/// Rule set `2020-06`.
pub const RULESET: RuleSet = RuleSet {
    id: "2020-06",
    page: &ISSUES,
    from: "2020-06-29",
    // source: "Which MPN do I choose?"; "Manage incentives customer associations", 2020-09-11
    links: Links {
        support: SUPPORT,
        incentives_overview: INCENTIVES_OVERVIEW,
        claims: "https://partner.microsoft.com/dashboard/incentives/claims/associations",
    },
    // The issues page says for whom it is; the page on creating a claim names only the last one: see
    // the contradictions.
    roles: &[UserRole::GlobalAdmin, UserRole::BillingAdmin, UserRole::IncentivesAdmin],
    // source: 2020-06, "Domain-tenant mismatch", "Which activity do I choose?", "Which MPN do I
    // choose?", "Competing claims"; the product: "Create a customer association", 2020-10-28
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
    #[cfg(feature = "core")]
    programs: PROGRAMS,
    subscription_error: SUBSCRIPTION_ERROR,
    statuses: &[
        Status::Editing,
        Status::Submitted,
        Status::UnderReview,
        Status::PartnerActionRequired,
        Status::Approved,
        Status::Rejected,
    ],
    statuses_source: Source { page: &MANAGE, section: STATUS },
    contradictions: CONTRADICTIONS,
    later_facts: LATER_FACTS,
    // source: "Manage incentives customer associations", 2020-09-11
    days: Days {
        start_business_days: 5,
        review_business_days: 5,
        answer_business_days: 5,
        dispute_days: 30,
        dispute_answer_business_days: 5,
        opt_out_days: 7,
        provisioning_lag_days: 0,
        ending_soon: 30,
    },
};

pub const ISSUES: Page = Page {
    title: TITLE,
    date: "2020-06-29",
    url: "https://learn.microsoft.com/partner-center/incentives/incentives-customer-association-issues",
};
pub const CREATE: Page = Page {
    title: "Create a customer association",
    date: "2020-10-28",
    url: "https://learn.microsoft.com/partner-center/incentives/submit-osa-claim",
};
pub const MANAGE: Page = Page {
    title: "Manage incentives customer associations",
    date: "2020-09-11",
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
        topic: Topic::Subscription,
        values: &[
            statement("may-be-asked", &ISSUES, SUBSCRIPTION),
            statement("if-there-are-several", &CREATE, CLAIM),
        ],
    },
    Contradiction {
        topic: Topic::AlreadyClaimed,
        values: &[
            statement("error", &ISSUES, SUBSCRIPTION),
            statement("arbitration", &ISSUES, COMPETING),
        ],
    },
    Contradiction {
        topic: Topic::Review,
        values: &[
            statement("five-business-days", &ISSUES, COMPETING),
            statement("five-business-days", &MANAGE, TIMELINE),
            statement("five-days", &MANAGE, "Reasons a CPOR association claim is rejected"),
            statement("ten-days-overall", &MANAGE, TIMELINE),
        ],
    },
    Contradiction {
        topic: Topic::CustomerOptOut,
        values: &[
            statement("five-business-days", &CREATE, ""),
            statement("seven-days-after-approval", &MANAGE, TIMELINE),
        ],
    },
    Contradiction {
        topic: Topic::Editing,
        values: &[
            statement("submitted-or-action-required", &MANAGE, "Edit your CPOR association claim"),
            statement("never-after-submission", &CREATE, CLAIM),
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
pub const COMPETING: &str = "Competing claims";
pub const CLAIM: &str = "Create a customer association";
pub const STATUS: &str = "View the status of your CPOR association claim";
const TIMELINE: &str = "CPOR association claims timeline";

const LATER_FACTS: &[LaterFact] = &[LATER_ROLES, LATER_GRACE];

const CODES: &[CodeRule] = &[
    informs(Code::RoleMissing, ROLES),
    blocks(Code::RoleNotPermitted, ROLES),
    blocks(Code::TenantIdMissing, TENANT),
    blocks(Code::TenantIdMalformed, TENANT),
    blocks(Code::TenantIdWrongKind, TENANT),
    blocks(Code::TenantIdReserved, TENANT),
    blocks(Code::TenantIdIsOwn, TENANT).by(Authority::Reviewer),
    blocks(Code::DomainMissing, TENANT),
    blocks(Code::DomainMalformed, TENANT),
    blocks(Code::DomainWrongKind, TENANT),
    warns(Code::DomainIsMailProvider, TENANT).by(Authority::Inferred),
    warns(Code::DomainUnusual, TENANT).by(Authority::Inferred),
    blocks(Code::TenantDomainMismatch, TENANT),
    blocks(Code::TenantNotFound, TENANT),
    warns(Code::TenantOtherCloud, TENANT),
    informs(Code::TenantDomainUnverified, TENANT),
    blocks(Code::SolutionAreaMissing, ACTIVITY),
    blocks(Code::ProductMissing, CLAIM).on(&CREATE).except(PRODUCT_OF_SUBSCRIPTION),
    blocks(Code::ProductNotInArea, ACTIVITY),
    informs(Code::ProductUnrecognized, ACTIVITY).by(Authority::Inferred),
    warns(Code::ProductPowerPlatform, ACTIVITY),
    informs(Code::ProductSuite, ACTIVITY).by(Authority::Inferred),
    blocks(Code::ActivityMissing, ACTIVITY),
    blocks(Code::ActivityNotInArea, ACTIVITY),
    informs(Code::RevenueAssociationNoPayment, ACTIVITY).by(Authority::Reviewer),
    informs(Code::ActivityNoPayment, ACTIVITY).by(Authority::Reviewer),
    blocks(Code::ChannelNotEligible, ACTIVITY),
    warns(Code::ChannelUnconfirmed, ACTIVITY).by(Authority::PartnerCenter),
    warns(Code::SubscriptionIdMissing, SUBSCRIPTION).by(Authority::PartnerCenter),
    blocks(Code::SubscriptionIdMalformed, SUBSCRIPTION),
    blocks(Code::SubscriptionIdWrongKind, SUBSCRIPTION),
    informs(Code::SubscriptionIdNotNeeded, SUBSCRIPTION).by(Authority::Inferred),
    blocks(Code::SubscriptionOnOtherTenant, SUBSCRIPTION),
    blocks(Code::ProductNotOnTenant, SUBSCRIPTION),
    warns(Code::SubscriptionNotListed, SUBSCRIPTION).by(Authority::Inferred),
    warns(Code::ProductSubscriptionMismatch, SUBSCRIPTION).by(Authority::Inferred),
    blocks(Code::SubscriptionNotDynamics, SUBSCRIPTION),
    blocks(Code::SubscriptionCsp, SUBSCRIPTION),
    blocks(Code::SubscriptionNotProvisioned, AVAILABLE),
    informs(Code::SubscriptionNewlyProvisioned, AVAILABLE),
    // The page says both: it is an error, and it goes to arbitration.
    blocks(Code::SubscriptionAlreadyClaimed, SUBSCRIPTION)
        .also(&[Source { page: &ISSUES, section: COMPETING }]),
    blocks(Code::SubscriptionNotActive, SUBSCRIPTION),
    informs(Code::SubscriptionInGrace, PRODUCT),
    informs(Code::SubscriptionEnding, PRODUCT),
    warns(Code::SubscriptionTrial, SUBSCRIPTION).by(Authority::Inferred),
    warns(Code::SubscriptionStartsLater, SUBSCRIPTION).by(Authority::Inferred),
    informs(Code::SubscriptionUnverified, SUBSCRIPTION),
    blocks(Code::PartnerIdMissing, MPN),
    blocks(Code::PartnerIdMalformed, MPN),
    blocks(Code::PartnerIdWrongKind, MPN),
    warns(Code::PartnerIdUnusualLength, MPN).by(Authority::Inferred),
    blocks(Code::PartnerIdNotEnrolled, MPN),
    informs(Code::PartnerIdUnverified, MPN),
    blocks(Code::PartnerIdGlobalAccount, MPN).by(Authority::Reviewer),
    warns(Code::PartnerIdPartnerType, MPN),
    warns(Code::CompetingClaim, COMPETING),
    warns(Code::OwnClaimExists, COMPETING),
    informs(Code::CompetingClaimUnverified, COMPETING).by(Authority::Reviewer),
    warns(Code::ProofOfExecutionMissing, COMPETING),
    informs(Code::ProofOfExecutionUnverified, COMPETING).by(Authority::Reviewer),
    warns(Code::InputMalformed, TITLE).by(Authority::Inferred),
    warns(Code::UnknownField, TITLE).by(Authority::Inferred),
    warns(Code::EvidenceMalformed, TITLE).by(Authority::Inferred),
    warns(Code::EvidenceContradiction, TITLE).by(Authority::Inferred),
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
