//! "Which activity?": looks every possible case up in the rule set's activity table.
//!
//! source: 2020-06, "Which activity do I choose?"

use serde::Serialize;

use super::{Because, Effect};
use crate::claim::{Activity, PurchaseChannel, SolutionArea};
use crate::list::names;
use crate::order::sort_few;
use crate::ruleset::{Case, Contribution, Fit, RuleSet, SeeksPayment};

names! {
    /// What the guide asks, in the order of asking where two questions decide equally much.
    pub enum Question {
        /// Solution area.
        SolutionArea = "solutionArea",
        /// Purchase channel.
        PurchaseChannel = "purchaseChannel",
        /// What the partner did.
        Contribution = "contribution",
        /// Whether payment is sought.
        SeeksPayment = "seeksPayment",
    }
}

names! {
    /// Why an answer points the way it does; each has a sentence in every language.
    pub enum Reason {
        /// The solution area has the activity.
        AreaOffers = "area-offers",
        /// It does not.
        AreaDoesNotOffer = "area-does-not-offer",
        /// The solution area is not chosen.
        AreaOpen = "area-open",
        /// The purchase channel makes no difference.
        ChannelNotAsked = "channel-not-asked",
        /// Bought through a channel that can be claimed.
        ChannelEligible = "channel-eligible",
        /// Bought through one that cannot.
        ChannelNotEligible = "channel-not-eligible",
        /// The channel is not known.
        ChannelOpen = "channel-open",
        /// It is what the partner did.
        ContributionMatches = "contribution-matches",
        /// It is not.
        ContributionDiffers = "contribution-differs",
        /// Not known what the partner did.
        ContributionOpen = "contribution-open",
        /// Payment makes no difference.
        PaymentIndifferent = "payment-indifferent",
        /// As the partner wants it.
        PaymentMatches = "payment-matches",
        /// It pays nothing, and payment is sought.
        PaymentNotPaid = "payment-not-paid",
        /// It pays, and no payment is sought.
        PaymentNotSought = "payment-not-sought",
        /// Payment is sought, and the source says both that it pays and that it does not.
        PaymentContradictory = "payment-contradictory",
        /// Not known whether payment is sought.
        PaymentOpen = "payment-open",
    }
}

/// What has been answered so far.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Answers {
    /// Solution area.
    pub area: Option<SolutionArea>,
    /// Purchase channel; "unknown" is an answer.
    pub channel: Option<PurchaseChannel>,
    /// What the partner did.
    pub contribution: Option<Contribution>,
    /// Whether payment is sought.
    pub payment: Option<SeeksPayment>,
}

/// The guide's answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ActivityAdvice {
    /// The one activity that fits, if one does.
    pub activity: Option<Activity>,
    /// The question that decides most; none if no answer would change anything.
    pub next_question: Option<Question>,
    /// Every activity, the best first.
    pub ranking: Vec<RankedActivity>,
}

/// One activity in the ranking.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankedActivity {
    /// The activity.
    pub activity: Activity,
    /// Whether it fits.
    pub fit: Fit,
    /// Why, question by question.
    pub because: Vec<Because>,
}

/// Advises on what has been answered so far.
pub fn advise(answers: Answers, rules: &RuleSet) -> ActivityAdvice {
    let mut ranking: Vec<RankedActivity> = Activity::ALL
        .iter()
        .map(|activity| RankedActivity {
            activity: *activity,
            fit: fit(*activity, answers, rules),
            because: Question::ALL.iter().map(|q| because(*activity, *q, answers, rules)).collect(),
        })
        .collect();
    sort_few(&mut ranking, |ranked| ranked.fit);
    let mut fitting = ranking.iter().filter(|ranked| ranked.fit == Fit::Fits);
    let activity = fitting.next().filter(|_| fitting.next().is_none()).map(|r| r.activity);
    ActivityAdvice { activity, next_question: next_question(answers, rules), ranking }
}

impl Answers {
    fn answer(&self, question: Question) -> Option<&'static str> {
        match question {
            Question::SolutionArea => self.area.map(SolutionArea::name),
            Question::PurchaseChannel => self.channel.map(PurchaseChannel::name),
            Question::Contribution => self.contribution.map(Contribution::name),
            Question::SeeksPayment => self.payment.map(SeeksPayment::name),
        }
    }

    /// With this question answered in every way the world can be.
    fn with_every_answer(self, question: Question) -> Vec<Self> {
        fn all<T: Copy>(members: &[T], with: impl Fn(T) -> Answers) -> Vec<Answers> {
            members.iter().map(|member| with(*member)).collect()
        }
        match question {
            Question::SolutionArea => {
                all(SolutionArea::ALL, |area| Self { area: Some(area), ..self })
            }
            Question::PurchaseChannel => all(
                // Not knowing is an answer, but no way the world can be.
                PurchaseChannel::ALL.strip_suffix(&[PurchaseChannel::Unknown]).unwrap_or_default(),
                |channel| Self { channel: Some(channel), ..self },
            ),
            Question::Contribution => all(Contribution::ALL, |contribution| Self {
                contribution: Some(contribution),
                ..self
            }),
            Question::SeeksPayment => {
                all(SeeksPayment::ALL, |payment| Self { payment: Some(payment), ..self })
            }
        }
    }

    /// The answer to one question, and the solution area.
    fn alone(self, question: Question) -> Self {
        let area = Self { area: self.area, ..Self::default() };
        match question {
            Question::SolutionArea => area,
            Question::PurchaseChannel => Self { channel: self.channel, ..area },
            Question::Contribution => Self { contribution: self.contribution, ..area },
            Question::SeeksPayment => Self { payment: self.payment, ..area },
        }
    }

    /// Every case that the answers leave possible.
    fn cases(self) -> Vec<Case> {
        let mut open = vec![self];
        for question in Question::ALL {
            if self.answer(*question).is_none() {
                open = open.into_iter().flat_map(|a| a.with_every_answer(*question)).collect();
            }
        }
        let complete = |answers: Answers| {
            Some(Case {
                area: answers.area?,
                channel: answers.channel?,
                contribution: answers.contribution?,
                payment: answers.payment?,
            })
        };
        open.into_iter().filter_map(complete).collect()
    }
}

/// Every fit that the possible cases have, each once, the best first.
fn fits(activity: Activity, answers: Answers, rules: &RuleSet) -> Vec<Fit> {
    let mut fits: Vec<Fit> =
        answers.cases().into_iter().map(|case| rules.fit(activity, case)).collect();
    sort_few(&mut fits, |fit| *fit);
    fits.dedup();
    fits
}

/// The answer that all possible cases share, else "depends".
fn fit(activity: Activity, answers: Answers, rules: &RuleSet) -> Fit {
    let fits = fits(activity, answers, rules);
    fits.first().copied().filter(|_| fits.len() == 1).unwrap_or(Fit::Depends)
}

/// How many activities the answers leave open.
fn open(answers: Answers, rules: &RuleSet) -> usize {
    Activity::ALL.iter().filter(|activity| fits(**activity, answers, rules).len() > 1).count()
}

fn next_question(answers: Answers, rules: &RuleSet) -> Option<Question> {
    if open(answers, rules) == 0 {
        return None;
    }
    let unanswered = Question::ALL.iter().copied().filter(|q| answers.answer(*q).is_none());
    unanswered.min_by_key(|question| {
        let after = answers.with_every_answer(*question);
        // An average without fractions: 12 is divisible by every number of answers.
        after.iter().map(|answers| open(*answers, rules)).sum::<usize>() * 12 / after.len().max(1)
    })
}

/// What the answer to one question alone, in the known solution area, means for an activity. Where the
/// area does not offer it, what the partner did means what it would anywhere.
fn because(activity: Activity, question: Question, answers: Answers, rules: &RuleSet) -> Because {
    let area = answers.alone(Question::SolutionArea);
    let is_offered = fits(activity, area, rules) != [Fit::DoesNotFit];
    let place = answers.area.filter(|_| is_offered || question != Question::Contribution);
    let alone = Answers { area: place, ..answers.alone(question) };
    let asked = fits(activity, alone, rules);
    let answered = answers.answer(question).is_some();
    let others = alone.with_every_answer(question);
    let matters = others.iter().any(|other| fits(activity, *other, rules) != asked);
    let effect = match asked.first() {
        _ if !matters => Effect::Neutral,
        Some(Fit::DoesNotFit) => Effect::Against,
        _ if !answered => Effect::Open,
        Some(Fit::Fits) => Effect::For,
        _ => Effect::Open,
    };
    let reason = match (question, effect) {
        (Question::SolutionArea, Effect::Against) => Reason::AreaDoesNotOffer,
        (Question::SolutionArea, _) if answered => Reason::AreaOffers,
        (Question::SolutionArea, _) => Reason::AreaOpen,
        (Question::PurchaseChannel, Effect::Neutral) => Reason::ChannelNotAsked,
        (Question::PurchaseChannel, Effect::For) => Reason::ChannelEligible,
        (Question::PurchaseChannel, Effect::Against) => Reason::ChannelNotEligible,
        (Question::PurchaseChannel, Effect::Open) => Reason::ChannelOpen,
        (Question::Contribution, Effect::Against) => Reason::ContributionDiffers,
        (Question::Contribution, _) if answered => Reason::ContributionMatches,
        (Question::Contribution, _) => Reason::ContributionOpen,
        (Question::SeeksPayment, Effect::Neutral) => Reason::PaymentIndifferent,
        (Question::SeeksPayment, Effect::For) => Reason::PaymentMatches,
        (Question::SeeksPayment, Effect::Against) => Reason::PaymentNotPaid,
        (Question::SeeksPayment, Effect::Open) => match answers.payment {
            None => Reason::PaymentOpen,
            Some(SeeksPayment::No) => Reason::PaymentNotSought,
            Some(SeeksPayment::Yes) => Reason::PaymentContradictory,
        },
    };
    Because {
        question: question.name(),
        answer: answers.answer(question).map(str::to_owned),
        effect,
        reason: reason.name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ruleset::RULESETS;

    fn advice(area: &str, channel: &str, contribution: &str, payment: &str) -> ActivityAdvice {
        let answers = Answers {
            area: SolutionArea::from_name(area),
            channel: PurchaseChannel::from_name(channel),
            contribution: Contribution::from_name(contribution),
            payment: SeeksPayment::from_name(payment),
        };
        advise(answers, RULESETS[0])
    }

    #[test]
    fn advised_activities() {
        for (area, channel, contribution, payment, activity, next) in [
            ("", "", "", "", None, Some("contribution")),
            (
                "business-applications",
                "volume-licensing",
                "influenced-purchase",
                "yes",
                Some("presales"),
                None,
            ),
            ("business-applications", "web-direct", "drives-usage", "yes", Some("usage"), None),
            (
                "business-applications",
                "web-direct",
                "business-influencer",
                "no",
                Some("revenue-association"),
                None,
            ),
            ("business-applications", "web-direct", "business-influencer", "yes", None, None),
            ("business-applications", "web-direct", "influenced-purchase", "no", None, None),
            (
                "business-applications",
                "web-direct",
                "influenced-purchase",
                "",
                None,
                Some("seeksPayment"),
            ),
            ("business-applications", "csp", "", "", None, None),
            ("business-applications", "unknown", "drives-usage", "yes", None, None),
            ("business-applications", "", "drives-usage", "yes", None, Some("purchaseChannel")),
            ("microsoft-365", "", "", "", None, Some("contribution")),
            ("microsoft-365", "", "drives-usage", "", Some("usage"), None),
            ("microsoft-365", "csp", "drives-usage", "no", Some("usage"), None),
            ("microsoft-365", "", "influenced-purchase", "", None, None),
        ] {
            let advice = advice(area, channel, contribution, payment);
            let case = format!("{area} {channel} {contribution} {payment}");
            assert_eq!(advice.activity.map(Activity::name), activity, "{case}");
            assert_eq!(advice.next_question.map(Question::name), next, "{case}");
        }
    }

    /// The source of 2023 calls this activity non-incentivized and describes it as for incentives.
    #[test]
    fn usage_whose_payment_is_contradictory() {
        for (payment, fit, reason) in [
            (SeeksPayment::No, Fit::Fits, Reason::PaymentMatches),
            (SeeksPayment::Yes, Fit::Depends, Reason::PaymentContradictory),
        ] {
            let answers = Answers {
                area: Some(SolutionArea::BusinessApplications),
                channel: Some(PurchaseChannel::WebDirect),
                contribution: Some(Contribution::DrivesUsage),
                payment: Some(payment),
            };
            let advice = advise(answers, RULESETS[1]);
            let usage = &advice.ranking[0];
            assert_eq!((usage.activity, usage.fit), (Activity::Usage, fit));
            assert!(usage.because.iter().any(|because| because.reason == reason.name()));
        }
    }

    /// Every combination of answered and unanswered questions.
    #[test]
    fn advice_is_consistent() {
        for rules in RULESETS {
            consistent_under(rules);
        }
    }

    fn consistent_under(rules: &RuleSet) {
        fn with_none<T: Copy>(all: &[T]) -> Vec<Option<T>> {
            all.iter().copied().map(Some).chain([None]).collect()
        }
        for area in with_none(SolutionArea::ALL) {
            for channel in with_none(PurchaseChannel::ALL) {
                for contribution in with_none(Contribution::ALL) {
                    for payment in with_none(SeeksPayment::ALL) {
                        let answers = Answers { area, channel, contribution, payment };
                        let advice = advise(answers, rules);
                        assert!(advice.ranking.is_sorted_by_key(|ranked| ranked.fit));
                        let fitting: Vec<_> =
                            advice.ranking.iter().filter(|r| r.fit == Fit::Fits).collect();
                        assert_eq!(advice.activity, fitting.first().map(|r| r.activity));
                        assert!(fitting.len() <= 1, "{answers:?}");
                        for ranked in &advice.ranking {
                            let against =
                                ranked.because.iter().any(|b| b.effect == Effect::Against);
                            assert!(
                                !(against && ranked.fit == Fit::Fits),
                                "{answers:?} {ranked:?}"
                            );
                            assert!(
                                against || ranked.fit != Fit::DoesNotFit,
                                "{answers:?} {ranked:?}"
                            );
                        }
                        if let Some(question) = advice.next_question {
                            assert_eq!(answers.answer(question), None);
                        } else if channel != Some(PurchaseChannel::Unknown) {
                            assert_eq!(open(answers, rules), 0);
                        }
                    }
                }
            }
        }
    }

    /// Following the guide's questions ends after at most four answers.
    #[test]
    fn interviews_end() {
        for rules in RULESETS {
            let mut open = vec![(Answers::default(), 0)];
            while let Some((answers, asked)) = open.pop() {
                assert!(asked <= 4);
                if let Some(question) = advise(answers, rules).next_question {
                    let answered = answers.with_every_answer(question);
                    open.extend(answered.into_iter().map(|answers| (answers, asked + 1)));
                }
            }
        }
    }
}
