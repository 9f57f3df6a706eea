//! The diagnosis of the subscription error: which of its causes apply, and what to ask next.
//!
//! The checks decide what the evidence shows, so that diagnosis and report never disagree. Where
//! the evidence shows nothing, the person's answers decide. Each of four questions settles its
//! causes, whatever the answer, so that there are at most four questions.
//!
//! source: 2020-06, "Subscription errors in the CPOR association claim flow"

mod answers;
mod cause;
mod lists;
mod next;

pub use answers::{Answered, Answers};
pub use cause::{CauseFinding, Diagnosed};
pub use lists::{
    Cause, CauseBasis, CauseStatus, ClaimHolder, Conclusion, CustomerRequest, DiagnosisQuestion,
    IdentifierSource, SubscriptionListing,
};
pub use next::NextQuestion;

use cause::claims_on_tenant;
use next::{next_question, requests};

use serde::Serialize;

use crate::checks;
use crate::claim::SolutionArea;
use crate::facts::Facts;
use crate::list::as_map;
use crate::order::sort_few;
use crate::report::Findings;
use crate::vocabulary::Holder;

/// The diagnosis. Its wording is part of the languages.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct Diagnosis {
    /// The ID of the rule set.
    pub ruleset: &'static str,
    /// The result so far.
    pub conclusion: Conclusion,
    /// Every cause once: confirmed, possible, ruled out. Within these, the likeliest comes first.
    pub causes: Vec<Diagnosed>,
    /// The question that decides most; `None` if there is none left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_question: Option<NextQuestion>,
    /// The answers that count, including those from the claim.
    pub answered: Vec<Answered>,
    /// What to ask the customer's administrator for.
    pub requests: Vec<CustomerRequest>,
    /// The IDs of the partner's own claims on the customer, from the evidence.
    pub claim_ids: Vec<String>,
    /// The values that were read from the claim, in their usual form.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(test, ts(type = "{ [Name in Field]?: string }"))]
    pub understood: Vec<(&'static str, String)>,
}

/// Diagnoses the error by the facts and the person's answers.
///
/// A Microsoft 365 claim names no subscription, so none of the causes can apply to it.
pub fn diagnose(facts: Facts<'_>, answers: Answers) -> Diagnosis {
    if facts.area == Some(SolutionArea::Microsoft365) {
        return not_applicable(&facts);
    }
    let mut findings = Findings::new(facts.rules);
    let mut checks = Vec::new();
    checks::run(&facts, &mut findings, &mut checks);
    let findings = findings.sorted();
    let answers = answers.or_from_claim(&facts, &checks, &findings);
    let mut causes: Vec<Diagnosed> = Cause::ALL
        .iter()
        .map(|cause| cause.diagnosed(&facts, &checks, &findings, answers))
        .collect();
    sort_few(&mut causes, |diagnosed| (diagnosed.status, diagnosed.basis == CauseBasis::Open));
    let next_question = next_question(&causes, answers, &facts);
    Diagnosis {
        ruleset: facts.rules.id,
        conclusion: conclusion(&causes, next_question.is_some()),
        answered: DiagnosisQuestion::ALL.iter().filter_map(|id| answers.answered(*id)).collect(),
        requests: requests(&causes, &facts),
        claim_ids: claim_ids(&facts),
        causes,
        next_question,
        understood: facts.understood(),
    }
}

fn not_applicable(facts: &Facts<'_>) -> Diagnosis {
    Diagnosis {
        ruleset: facts.rules.id,
        conclusion: Conclusion::NotApplicable,
        causes: Vec::new(),
        next_question: None,
        answered: Vec::new(),
        requests: Vec::new(),
        claim_ids: claim_ids(facts),
        understood: facts.understood(),
    }
}

/// `has_question` says whether there is another question.
fn conclusion(causes: &[Diagnosed], has_question: bool) -> Conclusion {
    let any = |status| causes.iter().any(|diagnosed| diagnosed.status == status);
    if any(CauseStatus::Confirmed) {
        Conclusion::Explained
    } else if !any(CauseStatus::Possible) {
        Conclusion::Unexplained
    } else if has_question {
        Conclusion::Asking
    } else {
        Conclusion::Undecided
    }
}

/// The IDs of the partner's own claims on the customer's tenant.
fn claim_ids(facts: &Facts<'_>) -> Vec<String> {
    let ours = claims_on_tenant(facts).filter(|claim| claim.holder == Holder::Us);
    ours.filter_map(|claim| claim.claim_id.clone()).collect()
}

#[cfg(test)]
mod tests;
