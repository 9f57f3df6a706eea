//! What to ask next, both the person and the customer's administrator.

use serde::Serialize;

use super::answers::Answers;
use super::cause::Diagnosed;
use super::lists::{Cause, CauseStatus, CustomerRequest, DiagnosisQuestion};
use crate::checks::FRESH_DAYS;
use crate::code::Code;
use crate::date::Date;
use crate::facts::Facts;
use crate::report::Param;
use crate::vocabulary::Holder;

/// A question, with the exports that answer it better than a person can.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NextQuestion {
    /// The question.
    pub id: DiagnosisQuestion,
    /// The kinds of these exports.
    #[cfg_attr(test, ts(type = "ExportKind[]"))]
    pub exports: Vec<&'static str>,
}

/// The question that settles most of the possible causes. Among equals, the one about the
/// likeliest.
pub(super) fn next_question(
    causes: &[Diagnosed],
    answers: Answers,
    facts: &Facts<'_>,
) -> Option<NextQuestion> {
    let possible = || causes.iter().filter(|diagnosed| diagnosed.can_be_settled());
    let mut best: Option<(usize, DiagnosisQuestion)> = None;
    for id in possible().map(|diagnosed| diagnosed.cause.question()) {
        let settles = possible().filter(|diagnosed| diagnosed.cause.question() == id).count();
        if answers.answered(id).is_none() && best.is_none_or(|(most, _)| settles > most) {
            best = Some((settles, id));
        }
    }
    let (_, id) = best?;
    Some(NextQuestion { id, exports: exports(id, causes, facts) })
}

/// The exports that answer a question.
fn exports(
    question: DiagnosisQuestion,
    causes: &[Diagnosed],
    facts: &Facts<'_>,
) -> Vec<&'static str> {
    let is_listed = !facts.records.is_empty() || has_list(facts);
    match question {
        DiagnosisQuestion::Listing => {
            let subscriptions = (!is_listed).then_some("graph-subscriptions");
            let tenant = has_status(causes, Cause::NotOnTenant, CauseStatus::Possible)
                && !names_tenant(facts);
            subscriptions.into_iter().chain(tenant.then_some("graph-subscribed-skus")).collect()
        }
        DiagnosisQuestion::Source => {
            (!is_listed).then_some("graph-subscriptions").into_iter().collect()
        }
        DiagnosisQuestion::Channel => vec!["partner-center-subscriptions"],
        DiagnosisQuestion::Holder => Vec::new(),
    }
}

/// What to ask the customer's administrator for.
pub(super) fn requests(causes: &[Diagnosed], facts: &Facts<'_>) -> Vec<CustomerRequest> {
    use CauseStatus::{Confirmed, Possible};
    use CustomerRequest as R;
    let is_listed = !facts.records.is_empty();
    let is = |cause, status| has_status(causes, cause, status);
    let listing = [
        Cause::NotProvisioned,
        Cause::NotDynamics,
        Cause::NotOnTenant,
        Cause::WrongId,
        Cause::NotActive,
    ];
    let reported_by =
        |code| causes.iter().any(|diagnosed: &Diagnosed| diagnosed.is_reported_by(code));
    let has_list = has_list(facts);
    let off_tenant = is(Cause::NotOnTenant, Confirmed);
    let lists_another = reported_by(Code::SubscriptionNotListed) || is(Cause::WrongId, Confirmed);
    let unfit = [Cause::Csp, Cause::NotDynamics, Cause::NotActive];
    let needs_other = unfit.iter().any(|cause| is(*cause, Confirmed))
        || reported_by(Code::SubscriptionTrial)
        || reported_by(Code::ChannelNotEligible);
    let needed = |request: &R| match request {
        R::Subscriptions => {
            !has_list
                && (off_tenant
                    || needs_other
                    || is(Cause::WrongId, Confirmed)
                    || (!is_listed && listing.iter().any(|cause| is(*cause, Possible))))
        }
        R::WhichSubscription => has_list && !needs_other && (off_tenant || lists_another),
        R::SubscribedSkus => {
            !has_list && (off_tenant || is(Cause::NotOnTenant, Possible) && !names_tenant(facts))
        }
        R::TenantId => {
            facts.tenant_id().is_none() && (off_tenant || is(Cause::NotOnTenant, Possible))
        }
        R::ProductName => is_listed && is(Cause::NotDynamics, Possible),
        R::Channel => is(Cause::Csp, Possible) && !reported_by(Code::ChannelNotEligible),
        R::OtherSubscription => needs_other,
        R::SetUp => {
            is(Cause::NotProvisioned, Confirmed)
                || (is_listed
                    && is(Cause::NotProvisioned, Possible)
                    && !reported_by(Code::SubscriptionNewlyProvisioned))
        }
        // Of the partner's own claim, colleagues know more than the customer.
        R::Partners => {
            !is_ours(causes)
                && (is(Cause::AlreadyClaimed, Confirmed) || is(Cause::AlreadyClaimed, Possible))
        }
    };
    R::ALL.iter().copied().filter(needed).collect()
}

/// Is it the partner's own claim that the subscription has already?
fn is_ours(causes: &[Diagnosed]) -> bool {
    let claims = causes.iter().filter(|diagnosed| diagnosed.cause == Cause::AlreadyClaimed);
    let mut findings = claims.filter_map(|diagnosed| diagnosed.finding.as_ref());
    findings.any(|finding| finding.params.contains(&("by", Param::Name(Holder::Us.name()))))
}

/// Does the evidence say which tenant has the subscription?
fn names_tenant(facts: &Facts<'_>) -> bool {
    has_list(facts) || facts.records.iter().any(|record| record.tenant_id.is_some())
}

/// Does the evidence list all of the tenant's subscriptions, as of lately? Then the same export shows
/// nothing more.
fn has_list(facts: &Facts<'_>) -> bool {
    let Some(tenant) = facts.tenant_id() else { return false };
    let is_fresh =
        |day: Option<Date>| day.is_none_or(|day| day.plus_days(FRESH_DAYS) >= facts.today);
    let mut listed = facts.evidence.subscriptions_of(tenant);
    listed.any(|record| !record.excerpt && is_fresh(record.as_of.status))
}

fn has_status(causes: &[Diagnosed], cause: Cause, status: CauseStatus) -> bool {
    causes.iter().any(|diagnosed| diagnosed.cause == cause && diagnosed.status == status)
}
