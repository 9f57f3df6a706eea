//! Rule set `2023-10`.
//!
//! source: Microsoft, "Issues with Claiming Partner of Record (CPOR) customer associations",
//! "Customer associations via the Claiming Partner of Record (CPOR) model", "Manage customer
//! associations" and "Use these resources to make customer association claims", texts of 2023-10-10

#[cfg(feature = "core")]
use super::program::PROGRAMS;
use super::rows::{
    BUSINESS, DRIVES, ELIGIBLE, INCENTIVES_OVERVIEW, INFLUENCER, LATER_GRACE, LATER_ROLES,
    MICROSOFT_365, NOT_DRIVES, NOT_ELIGIBLE, NOT_EXCLUDED, NOT_INFLUENCER, NOT_PURCHASE, PAID,
    PRESALES, PRODUCT_OF_SUBSCRIPTION, PURCHASE, REVENUE, SUPPORT, UNKNOWN, UNPAID, USAGE, blocks,
    informs, row, statement, warns,
};
use super::{
    ActivityRow, Authority, CodeRule, Contradiction, Days, Exception, Fit, LaterFact, Links, Page,
    RuleSet, Severity, Source, Status, Topic,
};
use crate::claim::{Activity, Field, UserRole};
use crate::code::Code;
use crate::vocabulary::Holder;

/// Rule set `2023-10`.
pub const RULESET: RuleSet = RuleSet {
    id: "2023-10",
    page: &ISSUES,
    from: "2023-10-10",
    // source: "Issues with …"; "Manage customer associations", "Status of your CPOR association claim"
    links: Links {
        support: SUPPORT,
        incentives_overview: INCENTIVES_OVERVIEW,
        claims: "https://partner.microsoft.com/dashboard/incentives/engagements/ux/workshops/claims",
    },
    // The page on creating a claim names only the last one: see the contradictions.
    roles: &[UserRole::GlobalAdmin, UserRole::BillingAdmin, UserRole::IncentivesAdmin],
    // source: "Customer associations via …", "To complete a claim, you need" (no longer a domain)
    required: &[
        Field::CustomerTenantId,
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
    // source: "Manage customer associations", claim statuses and disputes; "Issues with …", "When
    // subscriptions are available to claim"
    days: Days {
        start_business_days: 5,
        review_business_days: 14,
        answer_business_days: 14,
        dispute_days: 30,
        dispute_answer_business_days: 5,
        // At any time, or within five business days: see the contradictions.
        opt_out_days: 0,
        provisioning_lag_days: 7,
        ending_soon: 30,
    },
    subscription_error: SUBSCRIPTION_ERROR,
    statuses: &[
        Status::Draft,
        Status::Submitted,
        Status::UnderReview,
        Status::PartnerActionRequired,
        Status::Approved,
        Status::Rejected,
        Status::Dispute,
        Status::RejectedFinal,
    ],
    statuses_source: Source { page: &MANAGE, section: STATUS },
    contradictions: CONTRADICTIONS,
    later_facts: LATER_FACTS,
};

pub const ISSUES: Page = Page {
    title: TITLE,
    date: "2023-10-10",
    url: "https://learn.microsoft.com/partner-center/incentives/incentives-customer-association-issues",
};
pub const CREATE: Page = Page {
    title: "Customer associations via the Claiming Partner of Record (CPOR) model",
    date: "2023-10-10",
    url: "https://learn.microsoft.com/partner-center/incentives/submit-osa-claim",
};
pub const MANAGE: Page = Page {
    title: "Manage customer associations",
    date: "2023-10-10",
    url: "https://learn.microsoft.com/partner-center/incentives/incentives-manage-customer-associations",
};
const INTRODUCTION: Page = Page {
    title: "Use these resources to make customer association claims",
    date: "2023-10-10",
    url: "https://learn.microsoft.com/partner-center/incentives/incentives-customer-associations-intro",
};

const TITLE: &str = "Issues with Claiming Partner of Record (CPOR) customer associations";
const ROLES: &str = "Appropriate roles";
pub const TENANT: &str = "Domain-tenant mismatch";
const SUBSCRIPTION: &str = "Subscription errors in the CPOR association claim flow";
const AVAILABLE: &str = "When subscriptions are available to claim";
const ACTIVITY: &str = "Which partner role do I choose?";
const MPN: &str = "Which Microsoft AI Cloud Partner Program do I choose?";
const PRODUCT: &str = "Choosing a product vs entering a subscription";
pub const COMPETING: &str = "Competing claims";
pub const CLAIM: &str = "Create a customer association";
const STATUS: &str = "Status of your CPOR association claim";

const LATER_FACTS: &[LaterFact] = &[LATER_ROLES, LATER_GRACE];

const CONTRADICTIONS: &[Contradiction] = &[
    Contradiction {
        topic: Topic::Roles,
        values: &[
            statement("three-admin-roles", &ISSUES, ROLES),
            statement("three-admin-roles", &MANAGE, ROLES),
            statement("incentives-admin-only", &CREATE, ROLES),
            statement("incentives-admin-and-user", &INTRODUCTION, ROLES),
        ],
    },
    Contradiction {
        topic: Topic::Domain,
        values: &[
            statement("domain-not-named", &CREATE, ""),
            statement("domain-and-tenant", &ISSUES, TENANT),
        ],
    },
    Contradiction {
        topic: Topic::Subscription,
        values: &[
            statement("always-for-business-applications", &CREATE, CLAIM),
            statement("if-there-are-several", &ISSUES, PRODUCT),
        ],
    },
    Contradiction {
        topic: Topic::UsagePayment,
        values: &[
            statement("named-non-incentivized", &ISSUES, ACTIVITY),
            statement("for-usage-incentives", &ISSUES, ACTIVITY),
        ],
    },
    Contradiction {
        topic: Topic::Review,
        values: &[
            statement("fourteen-business-days", &MANAGE, STATUS),
            statement("five-days", &MANAGE, "Reasons a CPOR association claim is rejected"),
            statement("five-business-days", &ISSUES, COMPETING),
        ],
    },
    Contradiction {
        topic: Topic::CustomerOptOut,
        values: &[
            statement(
                "five-business-days",
                &INTRODUCTION,
                "How do customer associations and CPOR relate to incentives?",
            ),
            statement("any-time", &CREATE, ""),
        ],
    },
    Contradiction {
        topic: Topic::Editing,
        values: &[
            statement("if-action-is-required", &MANAGE, "Edit your CPOR association claim"),
            statement("never-after-submission", &CREATE, CLAIM),
        ],
    },
];

const CODES: &[CodeRule] = &[
    informs(Code::RoleMissing, ROLES),
    blocks(Code::RoleNotPermitted, ROLES),
    blocks(Code::TenantIdMissing, TENANT),
    blocks(Code::TenantIdMalformed, TENANT),
    blocks(Code::TenantIdWrongKind, TENANT),
    blocks(Code::TenantIdReserved, TENANT),
    blocks(Code::TenantIdIsOwn, TENANT).by(Authority::Reviewer),
    informs(Code::DomainMissing, TENANT),
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
    // No longer among the reasons for the error: another partner's claim goes to arbitration.
    blocks(Code::SubscriptionAlreadyClaimed, COMPETING).by(Authority::Reviewer).except(Exception {
        param: "by",
        value: Holder::OtherPartner.name(),
        severity: Severity::Warns,
    }),
    // Checked after the claim, so that incentives can be earned.
    warns(Code::SubscriptionNotActive, SUBSCRIPTION),
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

/// A subscription that has been claimed is no longer among the reasons.
///
/// source: "Issues with …", "Subscription errors in the CPOR association claim flow"
const SUBSCRIPTION_ERROR: &[Code] = &[
    Code::ProductNotOnTenant,
    Code::SubscriptionNotDynamics,
    Code::SubscriptionCsp,
    Code::SubscriptionNotProvisioned,
    Code::SubscriptionIdWrongKind,
    // Not in the list of reasons, but checked along with them.
    Code::SubscriptionNotActive,
];

/// source: "Issues with …", "Which partner role do I choose?" (table). Usage recognition of
/// Business Applications is named non-incentivized but described as being for incentives, so no
/// answer is certain.
#[rustfmt::skip]
const ACTIVITIES: &[ActivityRow] = &[
    // area, activities, channels, contributions, payment
    row(MICROSOFT_365, &[Activity::Presales, Activity::RevenueAssociation], &[], &[], &[], Fit::DoesNotFit),
    row(MICROSOFT_365, USAGE,    &[],          DRIVES,         &[],    Fit::Fits),
    row(MICROSOFT_365, USAGE,    &[],          NOT_DRIVES,     &[],    Fit::DoesNotFit),
    row(BUSINESS,      &[],      NOT_ELIGIBLE, &[],            &[],    Fit::DoesNotFit),
    row(BUSINESS,      PRESALES, NOT_EXCLUDED, NOT_PURCHASE,   &[],    Fit::DoesNotFit),
    row(BUSINESS,      PRESALES, ELIGIBLE,     PURCHASE,       PAID,   Fit::Fits),
    row(BUSINESS,      PRESALES, ELIGIBLE,     PURCHASE,       UNPAID, Fit::Depends),
    row(BUSINESS,      PRESALES, UNKNOWN,      PURCHASE,       &[],    Fit::Depends),
    row(BUSINESS,      USAGE,    NOT_EXCLUDED, NOT_DRIVES,     &[],    Fit::DoesNotFit),
    row(BUSINESS,      USAGE,    ELIGIBLE,     DRIVES,         PAID,   Fit::Depends),
    row(BUSINESS,      USAGE,    ELIGIBLE,     DRIVES,         UNPAID, Fit::Fits),
    row(BUSINESS,      USAGE,    UNKNOWN,      DRIVES,         &[],    Fit::Depends),
    row(BUSINESS,      REVENUE,  NOT_EXCLUDED, NOT_INFLUENCER, &[],    Fit::DoesNotFit),
    row(BUSINESS,      REVENUE,  NOT_EXCLUDED, INFLUENCER,     PAID,   Fit::DoesNotFit),
    row(BUSINESS,      REVENUE,  ELIGIBLE,     INFLUENCER,     UNPAID, Fit::Fits),
    row(BUSINESS,      REVENUE,  UNKNOWN,      INFLUENCER,     UNPAID, Fit::Depends),
];
