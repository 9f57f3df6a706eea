//! What happens after filing.

use serde::Serialize;

use crate::claim::CompetingPartner;
use crate::date::Date;
use crate::facts::Facts;
use crate::list::names;

names! {
    /// Steps of a claim's way.
    pub enum StepName {
        /// The claim is filed.
        Submit = "submit",
        /// Microsoft reviews it.
        Review = "review",
        /// Both partners' proofs of execution are compared.
        Arbitration = "arbitration",
        /// Questions arrive in the claim's comments.
        Comments = "comments",
        /// The subscription ends; the next one needs a claim of its own.
        SubscriptionEnds = "subscription-ends",
    }
}

/// A step with its days; its words belong to the languages.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Step {
    /// Which.
    pub step: StepName,
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// Business days that the step takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
}

/// The steps in their order. Without a day of submission, as if the claim were filed today.
///
/// `competes`: does another partner hold the customer's product?
///
/// source: 2020-06, "Competing claims", "Choosing a product vs entering a subscription"
pub fn timeline(facts: &Facts<'_>, competes: bool) -> Vec<Step> {
    let submitted = facts.submitted_on.unwrap_or(facts.today);
    let days = facts.rules.days.review_business_days;
    let review_by = submitted.plus_business_days(days);
    let step = |step, from, by| Step { step, from, by, days: None };
    let mut steps = vec![
        step(StepName::Submit, Some(submitted), None),
        Step { days: Some(days), ..step(StepName::Review, Some(submitted), Some(review_by)) },
    ];
    if competes || facts.competing == Some(CompetingPartner::Yes) {
        steps.push(step(StepName::Arbitration, Some(review_by), None));
    }
    steps.push(step(StepName::Comments, Some(submitted), None));
    let records = facts.subscription_records();
    let ends_on = records.first().and_then(|record| record.ends_on);
    if let Some(ends_on) = ends_on.filter(|_| facts.is_business()) {
        steps.push(step(StepName::SubscriptionEnds, None, Some(ends_on)));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{claim_with, report, subscription};

    fn steps(claim: &str, evidence: &str) -> Vec<String> {
        let show = |date: Option<Date>| date.map_or("-".to_owned(), |date| date.to_string());
        let timeline = report(claim, evidence).timeline;
        let line =
            |step: &Step| format!("{} {} {}", step.step.name(), show(step.from), show(step.by));
        timeline.iter().map(line).collect()
    }

    #[test]
    fn days() {
        assert_eq!(
            steps(&claim_with(&[("submittedOn", "2026-11-20"), ("competingPartner", "yes")]), "{}"),
            [
                "submit 2026-11-20 -",
                "review 2026-11-20 2026-11-27",
                "arbitration 2026-11-27 -",
                "comments 2026-11-20 -",
            ]
        );
        let ending = subscription(&[r#""endsOn":"2027-01-31""#]);
        assert_eq!(
            steps(&claim_with(&[]), &ending),
            [
                "submit 2026-11-22 -",
                "review 2026-11-22 2026-11-27",
                "comments 2026-11-22 -",
                "subscription-ends - 2027-01-31",
            ]
        );
    }
}
