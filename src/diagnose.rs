//! "Partner Center showed me the subscription error": which of its reasons it can be, and the one
//! thing to ask next.
//!
//! What evidence shows is decided by the checks, so that diagnosis and report never disagree. Where
//! evidence is silent, a person's word decides; each of four questions settles its causes whatever
//! the answer, so that answering ends after four of them.
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

use crate::checks;
use crate::claim::SolutionArea;
use crate::facts::Facts;
use crate::order::sort_few;
use crate::report::Findings;
use crate::vocabulary::Holder;

/// The diagnosis; its words belong to the languages.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnosis {
    /// ID of the rule set.
    pub ruleset: &'static str,
    /// What it has come to.
    pub conclusion: Conclusion,
    /// Every cause once: confirmed, possible, ruled out; within these, the likeliest first.
    pub causes: Vec<Diagnosed>,
    /// What decides most next; none if nothing is left to ask.
    pub next_question: Option<NextQuestion>,
    /// The answers that count, also those that the claim gives.
    pub answered: Vec<Answered>,
    /// What to ask the customer's administrator for.
    pub requests: Vec<CustomerRequest>,
    /// Own claims that the evidence names for the customer.
    pub claim_ids: Vec<String>,
    /// What was read of the claim.
    pub understood: Vec<(&'static str, String)>,
}

/// Diagnoses by what is known and answered.
///
/// Whatever the claim's solution area, it is taken as Business Applications: the error occurs
/// nowhere else.
pub fn diagnose(mut facts: Facts<'_>, answers: Answers) -> Diagnosis {
    facts.area = Some(SolutionArea::BusinessApplications);
    // The checks shall see evidence alone: this answer is a person's word.
    let competing = facts.competing.take();
    let mut findings = Findings::new(facts.rules);
    let mut checks = Vec::new();
    checks::run(&facts, &mut findings, &mut checks);
    let findings = findings.sorted();
    let answers = answers.or_from_claim(facts.channel, competing, &findings);
    let mut causes: Vec<Diagnosed> = Cause::ALL
        .iter()
        .map(|cause| cause.diagnosed(&facts, &checks, &findings, answers))
        .collect();
    sort_few(&mut causes, |found| (found.status, found.basis == CauseBasis::Open));
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

fn conclusion(causes: &[Diagnosed], asks: bool) -> Conclusion {
    let any = |status| causes.iter().any(|found| found.status == status);
    if any(CauseStatus::Confirmed) {
        Conclusion::Explained
    } else if !any(CauseStatus::Possible) {
        Conclusion::Unexplained
    } else if asks {
        Conclusion::Asking
    } else {
        Conclusion::Undecided
    }
}

fn claim_ids(facts: &Facts<'_>) -> Vec<String> {
    let ours = claims_on_tenant(facts).filter(|claim| claim.holder == Holder::Us);
    ours.filter_map(|claim| claim.claim_id.clone()).collect()
}

#[cfg(test)]
mod tests;
