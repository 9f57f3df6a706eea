//! What follows from a status in Partner Center: until when, what to do, which texts are needed.

use serde::Serialize;

use super::Said;
use super::proof::{ProofEntry, items_of};
use crate::code::CheckId;
use crate::date::Date;
use crate::facts::Facts;
use crate::list::{as_map, names};
use crate::ruleset::{Days, ReasonRow, ReturnReason, Status, Topic};

names! {
    /// What has a last day after filing.
    pub enum DeadlineStep {
        /// Microsoft starts the review.
        ReviewStarts = "review-starts",
        /// Microsoft ends the review.
        Review = "review",
        /// The partner answers.
        Answer = "answer",
        /// The partner disputes the rejection.
        Dispute = "dispute",
        /// Microsoft answers the dispute.
        DisputeAnswer = "dispute-answer",
        /// The customer declines.
        CustomerOptOut = "customer-opt-out",
    }
}

names! {
    /// Who has to act by a day.
    pub enum Actor {
        /// The partner.
        You = "you",
        /// Microsoft.
        Microsoft = "microsoft",
        /// The customer.
        Customer = "customer",
    }
}

names! {
    /// What to do next. Each has a sentence in every language.
    pub enum AfterNext {
        /// The status is none of Partner Center's.
        SayStatus = "say-status",
        /// The day of the status is missing, unreadable or still to come.
        SayDay = "say-day",
        /// The claim is not filed yet.
        Submit = "submit",
        /// The review has not started.
        WaitForReview = "wait-for-review",
        /// The review is under way.
        WaitForResult = "wait-for-result",
        /// Microsoft is later than its pages say.
        AskSupport = "ask-support",
        /// Microsoft waits for an answer.
        Answer = "answer",
        /// Microsoft waited for an answer, and the last day is over.
        AnswerLate = "answer-late",
        /// The claim is approved.
        Approved = "approved",
        /// The rejection can be disputed.
        Dispute = "dispute",
        /// Talk to the customer who declined.
        AskCustomer = "ask-customer",
        /// The dispute is under review.
        WaitForDispute = "wait-for-dispute",
        /// The last day to dispute is over.
        DisputeLate = "dispute-late",
        /// Nothing is left but a new claim.
        NewClaim = "new-claim",
    }
}

names! {
    /// The texts that a person may need.
    pub enum TextKind {
        /// The answer in the comments of the claim.
        Reply = "reply",
        /// The reasons for a dispute.
        Dispute = "dispute",
        /// A request to Partner Center's support.
        Support = "support",
    }
}

/// What follows from a status. Its wording is part of the languages.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct AfterFiling {
    /// The ID of the rule set.
    pub ruleset: &'static str,
    /// The status that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The day of the status that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// The last days, the earliest first.
    pub deadlines: Vec<Deadline>,
    /// What to do next.
    pub next: AfterNext,
    /// What mends the reason that Microsoft gave.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mend: Option<Mend>,
    /// The texts that are needed.
    pub texts: Vec<TextKind>,
    /// The values that were read from the claim, in their usual form.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(test, ts(type = "{ [Name in Field]?: string }"))]
    pub understood: Vec<(&'static str, String)>,
}

/// A last day.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct Deadline {
    /// What has to be done.
    pub step: DeadlineStep,
    /// The last day.
    pub by: Date,
    /// Who has to do it.
    pub who: Actor,
    /// The number of days.
    pub days: u32,
    /// Is the day over?
    pub passed: bool,
    /// What Microsoft's pages contradict each other about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<Topic>,
}

/// What mends a reason.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Mend {
    /// The reason that was read.
    pub reason: ReturnReason,
    /// The checks to look at again.
    pub checks: &'static [CheckId],
    /// The items of the checklist to look at again.
    pub proof: Vec<ProofEntry>,
    /// Where the reason is named.
    pub source: Said,
}

/// What follows from a status. `day` is that of the status; `was_disputed` says whether the claim has been
/// disputed before.
///
/// source: 2020-06, "CPOR association claims timeline", "Dispute the status of a CPOR association claim";
/// 2023-10, "Status of your CPOR association claim", "Dispute a rejection of a CPOR association claim"
pub fn after_filing(
    facts: &Facts<'_>,
    status: Option<Status>,
    day: Option<Date>,
    reason: Option<&'static ReasonRow>,
    was_disputed: bool,
) -> AfterFiling {
    let on = day.filter(|day| *day <= facts.today);
    let both = status.zip(on);
    let deadlines = both.map_or_else(Vec::new, |(status, on)| {
        deadlines(facts.rules.days, status, on, was_disputed)
            .into_iter()
            .map(|(step, by, days)| Deadline {
                step,
                by,
                who: who(step),
                days,
                passed: by < facts.today,
                topic: topic(step).filter(|topic| facts.rules.contradicts(*topic)),
            })
            .collect()
    });
    let is_over = deadlines.last().is_some_and(|last| last.passed);
    let next = status.map_or(AfterNext::SayStatus, |status| {
        let reason = reason.map(|row| row.reason);
        next(status, on.is_some(), is_over, was_disputed, reason)
    });
    let mend = reason.filter(|_| status.is_some_and(comes_back)).map(|row| Mend {
        reason: row.reason,
        checks: row.checks,
        proof: items_of(facts, row.proof),
        source: Said::of(row.source, row.is_hearsay),
    });
    AfterFiling {
        ruleset: facts.rules.id,
        status,
        on,
        deadlines,
        texts: texts(next),
        next,
        mend,
        understood: facts.understood(),
    }
}

type LastDay = (DeadlineStep, Date, u32);

/// The last days from a status on. Without a count in the rule set there is none.
fn deadlines(days: Days, status: Status, on: Date, was_disputed: bool) -> Vec<LastDay> {
    let business = |step, from: Date, count| (step, from.plus_business_days(count), count);
    let calendar =
        |step, count: u32| (step, on.plus_days(i32::try_from(count).unwrap_or_default()), count);
    let mut steps = match status {
        Status::Submitted => {
            let starts = business(DeadlineStep::ReviewStarts, on, days.start_business_days);
            vec![starts, business(DeadlineStep::Review, starts.1, days.review_business_days)]
        }
        Status::UnderReview => vec![business(DeadlineStep::Review, on, days.review_business_days)],
        Status::PartnerActionRequired => {
            vec![business(DeadlineStep::Answer, on, days.answer_business_days)]
        }
        Status::Approved => vec![calendar(DeadlineStep::CustomerOptOut, days.opt_out_days)],
        Status::Rejected if !was_disputed => {
            vec![calendar(DeadlineStep::Dispute, days.dispute_days)]
        }
        Status::Dispute => {
            vec![business(DeadlineStep::DisputeAnswer, on, days.dispute_answer_business_days)]
        }
        Status::Editing | Status::Draft | Status::Rejected | Status::RejectedFinal => Vec::new(),
    };
    steps.retain(|(_, _, count)| *count > 0);
    steps
}

const fn who(step: DeadlineStep) -> Actor {
    match step {
        DeadlineStep::ReviewStarts | DeadlineStep::Review | DeadlineStep::DisputeAnswer => {
            Actor::Microsoft
        }
        DeadlineStep::Answer | DeadlineStep::Dispute => Actor::You,
        DeadlineStep::CustomerOptOut => Actor::Customer,
    }
}

const fn topic(step: DeadlineStep) -> Option<Topic> {
    match step {
        DeadlineStep::Review => Some(Topic::Review),
        DeadlineStep::CustomerOptOut => Some(Topic::CustomerOptOut),
        DeadlineStep::Answer => Some(Topic::Editing),
        DeadlineStep::ReviewStarts | DeadlineStep::Dispute | DeadlineStep::DisputeAnswer => None,
    }
}

/// Did Microsoft send the claim back, so that its reason matters?
const fn comes_back(status: Status) -> bool {
    use Status::{Dispute, PartnerActionRequired, Rejected, RejectedFinal};
    matches!(status, PartnerActionRequired | Rejected | Dispute | RejectedFinal)
}

/// A rejection can be disputed only once.
fn next(
    status: Status,
    has_day: bool,
    is_over: bool,
    was_disputed: bool,
    reason: Option<ReturnReason>,
) -> AfterNext {
    match status {
        Status::Editing | Status::Draft => AfterNext::Submit,
        Status::RejectedFinal => AfterNext::NewClaim,
        Status::Rejected if was_disputed => AfterNext::NewClaim,
        _ if !has_day => AfterNext::SayDay,
        Status::Submitted | Status::UnderReview | Status::Dispute if is_over => {
            AfterNext::AskSupport
        }
        Status::Submitted => AfterNext::WaitForReview,
        Status::UnderReview => AfterNext::WaitForResult,
        Status::Dispute => AfterNext::WaitForDispute,
        Status::PartnerActionRequired if is_over => AfterNext::AnswerLate,
        Status::PartnerActionRequired => AfterNext::Answer,
        Status::Approved => AfterNext::Approved,
        Status::Rejected if is_over => AfterNext::DisputeLate,
        Status::Rejected if reason == Some(ReturnReason::CustomerDeclined) => {
            AfterNext::AskCustomer
        }
        Status::Rejected => AfterNext::Dispute,
    }
}

fn texts(next: AfterNext) -> Vec<TextKind> {
    match next {
        AfterNext::SayStatus | AfterNext::Submit | AfterNext::Approved => Vec::new(),
        AfterNext::Answer | AfterNext::AnswerLate => vec![TextKind::Reply, TextKind::Support],
        AfterNext::Dispute | AfterNext::AskCustomer => vec![TextKind::Dispute, TextKind::Support],
        AfterNext::SayDay
        | AfterNext::WaitForReview
        | AfterNext::WaitForResult
        | AfterNext::AskSupport
        | AfterNext::WaitForDispute
        | AfterNext::DisputeLate
        | AfterNext::NewClaim => vec![TextKind::Support],
    }
}
