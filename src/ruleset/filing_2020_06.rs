//! The claim form, the proof of execution and what follows, in the pages of 2020.
//!
//! source: "Create a customer association", 2020-10-28; "Manage incentives customer associations",
//! 2020-09-11

use super::Topic;
use super::edition_2020_06::{CLAIM, COMPETING, CREATE, ISSUES, MANAGE, STATUS};
use super::filing::{
    ANNOUNCEMENT, ANSWER, FOR_REVENUE, FOR_USAGE, Filing, FormField, FormRow, IDEAS, IN_BUSINESS,
    IN_MICROSOFT_365, ProofItem, ProofRow, ReasonRow, ReturnReason, Scope, TEMPLATE, form, hearsay,
    proof, reason,
};
use crate::claim::Activity;
use crate::claim::Field;
use crate::code::CheckId;

/// What the pages of 2020 say.
pub const FILING: Filing = Filing { form: FORM, proof: PROOF, reasons: REASONS };

const REJECTED: &str = "Reasons a CPOR association claim is rejected";
const MICROSOFT_365_USAGE: Scope = Scope { activities: &[Activity::Usage], ..IN_MICROSOFT_365 };

const fn asks(field: FormField) -> FormRow {
    form(field, &CREATE, CLAIM)
}

const fn needs(field: FormField) -> FormRow {
    form(field, &CREATE, "")
}

// The page does not say where the form asks for the claim's name and for what revenue association needs.
const FORM: &[FormRow] = &[
    asks(FormField::PartnerLocation).is(Field::PartnerId),
    asks(FormField::CustomerDomain).is(Field::CustomerDomain),
    asks(FormField::CustomerTenant).is(Field::CustomerTenantId),
    asks(FormField::SolutionArea).is(Field::SolutionArea),
    asks(FormField::Activity).is(Field::Activity),
    needs(FormField::ClaimName),
    asks(FormField::Products).is(Field::Product),
    asks(FormField::Subscription)
        .is(Field::SubscriptionId)
        .only(IN_BUSINESS)
        .perhaps(Topic::Subscription),
    needs(FormField::CustomerContactName),
    needs(FormField::CustomerContactTitle),
    needs(FormField::CustomerContactEmail),
    needs(FormField::TechnicalContactName).only(IN_BUSINESS),
    needs(FormField::TechnicalContactTitle).only(IN_BUSINESS),
    needs(FormField::TechnicalContactEmail).only(IN_BUSINESS),
    needs(FormField::PartnerContactName),
    needs(FormField::PartnerContactEmail),
    needs(FormField::SolutionSeller).only(FOR_REVENUE),
    needs(FormField::RevenueCustomer).only(FOR_REVENUE),
    needs(FormField::IsvSolution).only(FOR_REVENUE),
    asks(FormField::Proof).is(Field::ProofOfExecution),
    asks(FormField::Comments).optional(),
];

const PROOF: &[ProofRow] = &[
    proof(ProofItem::Document, &CREATE, CLAIM),
    proof(ProofItem::RightFile, &MANAGE, STATUS),
    hearsay(ProofItem::CustomerData, &TEMPLATE),
    proof(ProofItem::Acknowledgment, &MANAGE, STATUS),
    hearsay(ProofItem::AcknowledgmentDate, &TEMPLATE).within(12),
    proof(ProofItem::Consent, &MANAGE, REJECTED),
    hearsay(ProofItem::PublicSector, &TEMPLATE),
    proof(ProofItem::ActivityDates, &MANAGE, STATUS),
    proof(ProofItem::ServiceDescription, &MANAGE, STATUS),
    hearsay(ProofItem::ActivityDetails, &TEMPLATE),
    proof(ProofItem::Products, &MANAGE, STATUS),
    hearsay(ProofItem::ProductsByActivity, &TEMPLATE).only(FOR_USAGE),
    hearsay(ProofItem::ReferralEmail, &IDEAS).only(MICROSOFT_365_USAGE),
    proof(ProofItem::Complete, &CREATE, CLAIM).about(Topic::Editing),
    proof(ProofItem::Comparison, &ISSUES, COMPETING),
    hearsay(ProofItem::Newest, &ANNOUNCEMENT),
];

const REASONS: &[ReasonRow] = &[
    reason(
        ReturnReason::MissingAllProof,
        &MANAGE,
        STATUS,
        &[CheckId::ProofOfExecution],
        &[ProofItem::RightFile, ProofItem::Document],
    ),
    reason(
        ReturnReason::MissingAcknowledgment,
        &MANAGE,
        STATUS,
        &[],
        &[ProofItem::Acknowledgment, ProofItem::AcknowledgmentDate],
    ),
    reason(
        ReturnReason::MissingOrOldDates,
        &MANAGE,
        STATUS,
        &[],
        &[ProofItem::ActivityDates, ProofItem::AcknowledgmentDate],
    ),
    reason(
        ReturnReason::MissingSolution,
        &MANAGE,
        STATUS,
        &[],
        &[ProofItem::ServiceDescription, ProofItem::ActivityDetails],
    ),
    reason(
        ReturnReason::MissingProducts,
        &MANAGE,
        STATUS,
        &[CheckId::Product],
        &[ProofItem::Products, ProofItem::ProductsByActivity],
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
        &[ProofItem::Products, ProofItem::ServiceDescription],
    )
    .told(),
];
