//! The steps after a claim is filed.

use serde::Serialize;

use crate::date::Date;
use crate::facts::Facts;
use crate::list::names;
use crate::order::sort_few;

names! {
    /// The steps of a claim, from filing to the next claim.
    pub enum StepName {
        /// What blocks the claim is put right.
        FixFirst = "fix-first",
        /// A recently provisioned subscription can be claimed.
        Claimable = "claimable",
        /// The claim is filed.
        Submit = "submit",
        /// Microsoft tells the customer of the claim.
        CustomerNotice = "customer-notice",
        /// Microsoft starts the review.
        ReviewStarts = "review-starts",
        /// Microsoft reviews the claim.
        Review = "review",
        /// The proofs of execution of both partners are compared.
        Arbitration = "arbitration",
        /// Questions arrive in the claim's comments.
        Comments = "comments",
        /// A question from Microsoft has to be answered.
        Answer = "answer",
        /// A rejection can be disputed.
        Dispute = "dispute",
        /// The customer can decline.
        CustomerOptOut = "customer-opt-out",
        /// The subscription ends. The next one needs a new claim.
        SubscriptionEnds = "subscription-ends",
        /// The next subscription is claimed.
        NewClaim = "new-claim",
    }
}

/// A step with its days. Its wording is part of the languages.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct Step {
    /// The step.
    pub step: StepName,
    /// The first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// The number of days that the step takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
}

/// The steps in the order of their days. Without a day of submission, the claim counts as filed today,
/// unless something blocks it: then it is filed after that is put right, and no step of it has a day.
/// Steps that depend on a later event, such as a rejection, have no days either; they come before
/// those of the subscription.
///
/// `competes` says whether another partner holds the customer's product or the subscription;
/// `is_blocked` whether something blocks the claim.
///
/// source: 2020-06, "Competing claims", "Manage incentives customer associations", "Choosing a product vs entering a subscription"; 2023-10,
/// "Status of your CPOR association claim", "Dispute a rejection of a CPOR association claim"
pub fn timeline(facts: &Facts<'_>, competes: bool, is_blocked: bool) -> Vec<Step> {
    let filed = facts.filed_on();
    let submitted = filed.or(Some(facts.today).filter(|_| !is_blocked));
    let days = facts.rules.days;
    let starts_by = submitted.map(|day| day.plus_business_days(days.start_business_days));
    let review_by = starts_by.map(|day| day.plus_business_days(days.review_business_days));
    let mut steps = Vec::with_capacity(StepName::ALL.len());
    let mut step = |step, from, by, days| steps.push(Step { step, from, by, days });
    if is_blocked && filed.is_none() {
        step(StepName::FixFirst, None, None, None);
    }
    step(StepName::Submit, submitted, None, None);
    if let Some(day) = facts.visible_by() {
        step(StepName::Claimable, None, Some(day), stated(days.provisioning_lag_days));
    }
    step(StepName::CustomerNotice, submitted, None, None);
    let start = stated(days.start_business_days);
    if start.is_some() {
        step(StepName::ReviewStarts, submitted, starts_by, start);
    }
    step(StepName::Review, submitted, review_by, stated(days.review_business_days));
    step(StepName::Comments, submitted, None, None);
    if competes {
        step(StepName::Arbitration, review_by, None, None);
    }
    for (name, days) in
        [(StepName::Answer, days.answer_business_days), (StepName::Dispute, days.dispute_days)]
    {
        if days > 0 {
            step(name, None, None, stated(days));
        }
    }
    step(StepName::CustomerOptOut, None, None, stated(days.opt_out_days));
    let records = &facts.records;
    let ends_on = records.first().and_then(|record| record.ends_on);
    if let Some(ends_on) = ends_on.filter(|_| facts.is_business()) {
        step(StepName::SubscriptionEnds, None, Some(ends_on), None);
        step(StepName::NewClaim, Some(ends_on.plus_days(1)), None, None);
    }
    in_order(steps)
}

/// Sorts the steps by their days. One without a day stays behind the last day before it.
fn in_order(mut steps: Vec<Step>) -> Vec<Step> {
    let mut latest = None;
    let mut dated: Vec<(Option<Date>, Step)> = Vec::with_capacity(steps.len());
    for step in steps.drain(..) {
        let day = step.from.or(step.by);
        latest = latest.max(day);
        dated.push((day.or(latest), step));
    }
    sort_few(&mut dated, |(day, _)| *day);
    steps.extend(dated.into_iter().map(|(_, step)| step));
    steps
}

/// The number of days, if the rule set states one.
fn stated(days: u32) -> Option<u32> {
    (days > 0).then_some(days)
}

#[cfg(feature = "core")]
#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Verdict;
    use crate::testing::{claim_with, report, report_under, subscription};

    fn steps(claim: &str, evidence: &str) -> Vec<String> {
        lines(&report(claim, evidence).timeline)
    }

    fn lines(timeline: &[Step]) -> Vec<String> {
        let show = |date: Option<Date>| date.map_or("-".to_owned(), |date| date.to_string());
        let line =
            |step: &Step| format!("{} {} {}", step.step.name(), show(step.from), show(step.by));
        timeline.iter().map(line).collect()
    }

    #[test]
    fn a_held_subscription_leads_to_arbitration() {
        let held = subscription(&[r#""claimedBy":"other-partner""#]);
        for (ruleset, verdict) in [("2020-06", Verdict::Fix), ("2023-10", Verdict::Confirm)] {
            let report = report_under(ruleset, &claim_with(&[]), &held);
            assert_eq!(report.verdict, verdict, "{ruleset}");
            let arbitration = |step: &Step| step.step == StepName::Arbitration;
            assert!(report.timeline.iter().any(arbitration), "{ruleset}");
            // For what it was claimed is not known: only where it is an error does that block.
            let ours = subscription(&[r#""claimedBy":"us""#]);
            assert_eq!(report_under(ruleset, &claim_with(&[]), &ours).verdict, verdict);
        }
    }

    #[test]
    fn days() {
        assert_eq!(
            steps(&claim_with(&[("submittedOn", "2026-11-20"), ("competingPartner", "yes")]), "{}"),
            [
                "submit 2026-11-20 -",
                "customer-notice 2026-11-20 -",
                "review-starts 2026-11-20 2026-11-27",
                "review 2026-11-20 2026-12-04",
                "comments 2026-11-20 -",
                "arbitration 2026-12-04 -",
                "answer - -",
                "dispute - -",
                "customer-opt-out - -",
            ]
        );
        let later = report_under("2023-10", &claim_with(&[("submittedOn", "2026-11-20")]), "{}");
        assert_eq!(
            lines(&later.timeline),
            [
                "submit 2026-11-20 -",
                "customer-notice 2026-11-20 -",
                "review-starts 2026-11-20 2026-11-27",
                "review 2026-11-20 2026-12-17",
                "comments 2026-11-20 -",
                "answer - -",
                "dispute - -",
                "customer-opt-out - -",
            ]
        );
        let ending = subscription(&[r#""endsOn":"2027-01-31""#]);
        assert_eq!(
            steps(&claim_with(&[]), &ending),
            [
                "submit 2026-11-22 -",
                "customer-notice 2026-11-22 -",
                "review-starts 2026-11-22 2026-11-27",
                "review 2026-11-22 2026-12-04",
                "comments 2026-11-22 -",
                "answer - -",
                "dispute - -",
                "customer-opt-out - -",
                "subscription-ends - 2027-01-31",
                "new-claim 2027-02-01 -",
            ]
        );
        let new = subscription(&[r#""provisioning":"provisioned","createdOn":"2026-11-20""#]);
        let newest = report_under("2023-10", &claim_with(&[]), &new);
        assert!(lines(&newest.timeline).contains(&"claimable - 2026-11-27".to_owned()));
        let day = |step: &Step| step.from.or(step.by);
        assert!(newest.timeline.iter().filter_map(day).is_sorted());
        assert_eq!(steps(&claim_with(&[]), &new)[0], "submit 2026-11-22 -");
    }

    /// A blocked claim has no day to be filed on, unless it has been filed already.
    #[test]
    fn a_blocked_claim_is_put_right_first() {
        let blocked = [("customerTenantId", "")];
        let found = steps(&claim_with(&blocked), "{}");
        assert_eq!(found[..2], ["fix-first - -", "submit - -"]);
        assert!(found.iter().all(|line| line.ends_with("- -")), "{found:?}");
        let filed = [("customerTenantId", ""), ("submittedOn", "2026-11-20")];
        assert_eq!(steps(&claim_with(&filed), "{}")[0], "submit 2026-11-20 -");
        // A day to come is no day of submission yet.
        let planned = [("submittedOn", "2026-11-30")];
        assert_eq!(steps(&claim_with(&planned), "{}")[0], "submit 2026-11-22 -");
    }
}
