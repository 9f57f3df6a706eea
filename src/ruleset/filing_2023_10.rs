//! The claim form, the proof of execution and what follows, in the pages of 2023.
//!
//! source: "Customer associations via the Claiming Partner of Record (CPOR) model" and "Manage customer
//! associations", 2023-10-10

use super::Topic;
use super::edition_2023_10::{CLAIM, COMPETING, CREATE, ISSUES, MANAGE, TENANT};
use super::filing::{
    ANNOUNCEMENT, ANSWER, FOR_BUSINESS_USAGE, FOR_REVENUE, FOR_USAGE, FORUM, Filing, FormField,
    FormRow, IDEAS, IN_BUSINESS, IN_MICROSOFT_365, ProofItem, ProofRow, ReasonRow, ReturnReason,
    Scope, TEMPLATE, form, hearsay, proof, reason,
};
use crate::claim::Activity;
use crate::claim::Field;
use crate::code::CheckId;

/// What the pages of 2023 say.
pub const FILING: Filing = Filing { form: FORM, proof: PROOF, reasons: REASONS };

const MORE: &str = "Reasons why more information might be needed";
const REJECTED: &str = "Reasons a CPOR association claim is rejected";
const MICROSOFT_365_USAGE: Scope = Scope { activities: &[Activity::Usage], ..IN_MICROSOFT_365 };

const fn asks(field: FormField) -> FormRow {
    form(field, &CREATE, CLAIM)
}

const fn needs(field: FormField) -> FormRow {
    form(field, &CREATE, "")
}

// The page does not say where the form asks for what revenue association needs.
const FORM: &[FormRow] = &[
    asks(FormField::SolutionArea).is(Field::SolutionArea),
    asks(FormField::Activity).is(Field::Activity),
    asks(FormField::ClaimName),
    asks(FormField::PartnerLocation).is(Field::PartnerId),
    asks(FormField::CustomerTenant).is(Field::CustomerTenantId),
    form(FormField::CustomerDomain, &ISSUES, TENANT)
        .is(Field::CustomerDomain)
        .perhaps(Topic::Domain),
    asks(FormField::OptOut).only(IN_MICROSOFT_365).optional(),
    asks(FormField::Products).is(Field::Product),
    asks(FormField::Subscription)
        .is(Field::SubscriptionId)
        .only(IN_BUSINESS)
        .perhaps(Topic::Subscription),
    asks(FormField::CustomerContactName),
    asks(FormField::CustomerContactTitle),
    asks(FormField::CustomerContactEmail),
    asks(FormField::PartnerContactName),
    asks(FormField::PartnerContactEmail),
    needs(FormField::SolutionSeller).only(FOR_REVENUE),
    needs(FormField::RevenueCustomer).only(FOR_REVENUE),
    needs(FormField::IsvSolution).only(FOR_REVENUE),
    asks(FormField::Proof).is(Field::ProofOfExecution),
    asks(FormField::Comments).optional(),
    asks(FormField::Acknowledgements),
];

const PROOF: &[ProofRow] = &[
    proof(ProofItem::Document, &CREATE, CLAIM),
    hearsay(ProofItem::Template, &FORUM).only(FOR_BUSINESS_USAGE),
    proof(ProofItem::RightFile, &MANAGE, MORE),
    hearsay(ProofItem::CustomerData, &TEMPLATE),
    proof(ProofItem::Acknowledgment, &MANAGE, MORE),
    hearsay(ProofItem::AcknowledgmentDate, &TEMPLATE).within(12),
    proof(ProofItem::Consent, &MANAGE, REJECTED),
    hearsay(ProofItem::PublicSector, &TEMPLATE),
    proof(ProofItem::ActivityDates, &MANAGE, MORE),
    hearsay(ProofItem::RecentWork, &ANSWER).only(MICROSOFT_365_USAGE).within(12),
    proof(ProofItem::ServiceDescription, &MANAGE, MORE),
    hearsay(ProofItem::ActivityDetails, &TEMPLATE),
    proof(ProofItem::Products, &MANAGE, MORE),
    hearsay(ProofItem::ProductsByActivity, &TEMPLATE).only(FOR_USAGE),
    hearsay(ProofItem::WorkloadPerLine, &ANSWER).only(MICROSOFT_365_USAGE),
    hearsay(ProofItem::MeasurableEffect, &ANSWER).only(MICROSOFT_365_USAGE),
    hearsay(ProofItem::ReferralEmail, &IDEAS).only(MICROSOFT_365_USAGE),
    proof(ProofItem::Complete, &CREATE, CLAIM).about(Topic::Editing),
    proof(ProofItem::Comparison, &ISSUES, COMPETING),
    hearsay(ProofItem::Newest, &ANNOUNCEMENT),
];

const REASONS: &[ReasonRow] = &[
    reason(
        ReturnReason::MissingAllProof,
        &MANAGE,
        MORE,
        &[CheckId::ProofOfExecution],
        &[ProofItem::RightFile, ProofItem::Document],
    ),
    reason(
        ReturnReason::MissingAcknowledgment,
        &MANAGE,
        MORE,
        &[],
        &[ProofItem::Acknowledgment, ProofItem::AcknowledgmentDate],
    ),
    reason(
        ReturnReason::MissingOrOldDates,
        &MANAGE,
        MORE,
        &[],
        &[ProofItem::ActivityDates, ProofItem::AcknowledgmentDate, ProofItem::RecentWork],
    ),
    reason(
        ReturnReason::MissingSolution,
        &MANAGE,
        MORE,
        &[],
        &[ProofItem::ServiceDescription, ProofItem::ActivityDetails],
    ),
    reason(
        ReturnReason::MissingProducts,
        &MANAGE,
        MORE,
        &[CheckId::Product],
        &[ProofItem::Products, ProofItem::ProductsByActivity, ProofItem::WorkloadPerLine],
    ),
    reason(ReturnReason::MissingConsent, &MANAGE, REJECTED, &[], &[ProofItem::Consent]),
    reason(ReturnReason::NoResponse, &MANAGE, REJECTED, &[], &[]),
    reason(
        ReturnReason::ProofUnavailable,
        &MANAGE,
        REJECTED,
        &[CheckId::ProofOfExecution],
        &[ProofItem::RightFile],
    ),
    reason(
        ReturnReason::InsufficientProof,
        &MANAGE,
        REJECTED,
        &[CheckId::ProofOfExecution],
        &[
            ProofItem::Acknowledgment,
            ProofItem::ActivityDates,
            ProofItem::ServiceDescription,
            ProofItem::Products,
        ],
    ),
    reason(ReturnReason::CustomerDeclined, &MANAGE, REJECTED, &[], &[ProofItem::Consent]),
    reason(
        ReturnReason::PartnerRequest,
        &MANAGE,
        REJECTED,
        &[CheckId::Activity, CheckId::PartnerId],
        &[],
    ),
    reason(
        ReturnReason::NoProductConnection,
        &ANSWER,
        "",
        &[CheckId::Product],
        &[ProofItem::WorkloadPerLine, ProofItem::Products, ProofItem::MeasurableEffect],
    )
    .told(),
];
