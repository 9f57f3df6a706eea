//! The activity guide: looks up every possible case in the activity table of the rule set.
//!
//! source: 2020-06, "Which activity do I choose?"

use serde::Serialize;

use super::{Because, Effect};
use crate::claim::{Activity, PurchaseChannel, SolutionArea};
use crate::list::names;
use crate::order::sort_few;
use crate::ruleset::{Case, Contribution, Fit, RuleSet, SeeksPayment};

names! {
    /// The questions of the guide. If two of them decide equally much, the first is asked first.
    pub enum Question {
        /// Solution area.
        SolutionArea = "solutionArea",
        /// Purchase channel.
        PurchaseChannel = "purchaseChannel",
        /// What the partner did.
        Contribution = "contribution",
        /// Whether the partner seeks payment.
        SeeksPayment = "seeksPayment",
    }
}

names! {
    /// The reason why an answer speaks for or against an activity. Each has a sentence in every
    /// language.
    pub enum Reason {
        /// The solution area has the activity.
        AreaOffers = "area-offers",
        /// The solution area does not have the activity.
        AreaDoesNotOffer = "area-does-not-offer",
        /// The solution area is not chosen.
        AreaOpen = "area-open",
        /// The purchase channel makes no difference.
        ChannelNotAsked = "channel-not-asked",
        /// Products bought through this channel can be claimed.
        ChannelEligible = "channel-eligible",
        /// Products bought through this channel cannot be claimed.
        ChannelNotEligible = "channel-not-eligible",
        /// The channel is unknown.
        ChannelOpen = "channel-open",
        /// The activity is what the partner did.
        ContributionMatches = "contribution-matches",
        /// The activity is not what the partner did.
        ContributionDiffers = "contribution-differs",
        /// It is unknown what the partner did.
        ContributionOpen = "contribution-open",
        /// Payment makes no difference.
        PaymentIndifferent = "payment-indifferent",
        /// The activity is paid, or not, as the partner prefers.
        PaymentMatches = "payment-matches",
        /// The activity is not paid, but the partner seeks payment.
        PaymentNotPaid = "payment-not-paid",
        /// The activity is paid, but the partner does not seek payment.
        PaymentNotSought = "payment-not-sought",
        /// The partner seeks payment, and the source states both that the activity is paid and that
        /// it is not.
        PaymentContradictory = "payment-contradictory",
        /// It is unknown whether the partner seeks payment.
        PaymentOpen = "payment-open",
    }
}

/// The answers so far.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Answers {
    /// Solution area.
    pub area: Option<SolutionArea>,
    /// The purchase channel. "Unknown" is an answer.
    pub channel: Option<PurchaseChannel>,
    /// What the partner did.
    pub contribution: Option<Contribution>,
    /// Whether payment is sought.
    pub payment: Option<SeeksPayment>,
}

/// The advice on the activity.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ActivityAdvice {
    /// The activity that fits, if there is exactly one.
    pub activity: Option<Activity>,
    /// All that fit: each is a claim of its own.
    pub activities: Vec<Activity>,
    /// Where nothing fits and no answer is missing: the answer to reconsider.
    pub reconsider: Option<Question>,
    /// The question that decides most; `None` if no answer would change the ranking.
    pub next_question: Option<Question>,
    /// Every activity, the best first.
    pub ranking: Vec<RankedActivity>,
}

/// An activity in the ranking.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RankedActivity {
    /// The activity.
    pub activity: Activity,
    /// Whether it fits.
    pub fit: Fit,
    /// The reasons, one for each question.
    pub because: Vec<Because>,
}

/// Ranks the activities by the answers so far.
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
    let fitting = ranking.iter().filter(|ranked| ranked.fit == Fit::Fits);
    let activities: Vec<Activity> = fitting.map(|ranked| ranked.activity).collect();
    let activity = activities.first().copied().filter(|_| activities.len() == 1);
    let next_question = next_question(answers, rules);
    let is_stuck = activities.is_empty() && next_question.is_none();
    let reconsider = if is_stuck { reconsider(answers, &ranking, rules) } else { None };
    ActivityAdvice { activity, activities, reconsider, next_question, ranking }
}

/// The answer in whose place another one leads on. Among several it is the one that is easiest to change;
/// what the partner did changes least.
fn reconsider(answers: Answers, ranking: &[RankedActivity], rules: &RuleSet) -> Option<Question> {
    use Question::{Contribution, PurchaseChannel, SeeksPayment, SolutionArea};
    let leads_on = |other: &Answers| {
        Activity::ALL.iter().any(|activity| fit(*activity, *other, rules) == Fit::Fits)
            || next_question(*other, rules).is_some()
    };
    let is_it = |question: &Question| {
        answers.answer(*question).is_some()
            && answers.with_every_answer(*question).iter().any(leads_on)
    };
    let by_ease = [SeeksPayment, PurchaseChannel, SolutionArea, Contribution];
    by_ease.into_iter().find(is_it).or_else(|| most_in_the_way(ranking))
}

/// The answer that stands in the way of the activity which the fewest answers stand in the way of.
/// Among equals it is the activity that matches what the partner did, because that does not change.
fn most_in_the_way(ranking: &[RankedActivity]) -> Option<Question> {
    let in_the_way = |ranked: &RankedActivity| -> Vec<Question> {
        let odd = |because: &&Because| {
            because.answer.is_some() && matches!(because.effect, Effect::Against | Effect::Open)
        };
        let odd = ranked.because.iter().filter(odd);
        odd.filter_map(|because| Question::from_name(because.question)).collect()
    };
    let weight = |ranked: &&RankedActivity| {
        let odd = in_the_way(ranked);
        (odd.len(), odd.contains(&Question::Contribution))
    };
    in_the_way(ranking.iter().min_by_key(weight)?).first().copied()
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

    /// These answers, completed with every possible answer to a question.
    fn with_every_answer(self, question: Question) -> Vec<Self> {
        fn all<T: Copy>(members: &[T], with: impl Fn(T) -> Answers) -> Vec<Answers> {
            members.iter().map(|member| with(*member)).collect()
        }
        match question {
            Question::SolutionArea => {
                all(SolutionArea::ALL, |area| Self { area: Some(area), ..self })
            }
            Question::PurchaseChannel => all(
                // "Unknown" is an answer but not a possible case.
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

    /// Only the answer to this question and the solution area.
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

/// Every fit among the possible cases, without duplicates, the best first.
fn fits(activity: Activity, answers: Answers, rules: &RuleSet) -> Vec<Fit> {
    let mut fits: Vec<Fit> =
        answers.cases().into_iter().map(|case| rules.fit(activity, case)).collect();
    sort_few(&mut fits, |fit| *fit);
    fits.dedup();
    fits
}

/// The fit that all possible cases share, or else "depends".
fn fit(activity: Activity, answers: Answers, rules: &RuleSet) -> Fit {
    let fits = fits(activity, answers, rules);
    fits.first().copied().filter(|_| fits.len() == 1).unwrap_or(Fit::Depends)
}

/// The number of activities that the answers do not decide.
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
        // An average in integers: 12 is divisible by every number of answers.
        after.iter().map(|answers| open(*answers, rules)).sum::<usize>() * 12 / after.len().max(1)
    })
}

/// What the answer to a single question means for an activity in the known solution area. If the
/// area does not have the activity, the contribution means what it would mean in any area.
fn because(activity: Activity, question: Question, answers: Answers, rules: &RuleSet) -> Because {
    let area = answers.alone(Question::SolutionArea);
    let is_offered = fits(activity, area, rules) != [Fit::DoesNotFit];
    let area_asked = answers.area.filter(|_| is_offered || question != Question::Contribution);
    let alone = Answers { area: area_asked, ..answers.alone(question) };
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

    #[test]
    fn answers_to_reconsider() {
        for (area, channel, contribution, payment, due) in [
            ("business-applications", "web-direct", "business-influencer", "yes", "seeksPayment"),
            ("business-applications", "web-direct", "influenced-purchase", "no", "seeksPayment"),
            ("business-applications", "csp", "drives-usage", "yes", "purchaseChannel"),
            ("business-applications", "unknown", "drives-usage", "yes", "purchaseChannel"),
            ("microsoft-365", "", "influenced-purchase", "yes", "solutionArea"),
            ("microsoft-365", "web-direct", "influenced-purchase", "yes", "solutionArea"),
            // Without another channel, the other solution area offers nothing either.
            ("microsoft-365", "csp", "influenced-purchase", "yes", "contribution"),
            ("microsoft-365", "web-direct", "business-influencer", "yes", "contribution"),
            ("", "csp", "influenced-purchase", "no", "purchaseChannel"),
            // Two answers stand in the way.
            ("business-applications", "csp", "influenced-purchase", "no", "purchaseChannel"),
        ] {
            let advice = advice(area, channel, contribution, payment);
            let case = format!("{area} {channel} {contribution} {payment}");
            assert_eq!(advice.reconsider.map(Question::name), Some(due), "{case}");
        }
    }

    /// The source of 2023 names this activity non-incentivized but describes it as being for
    /// incentives.
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
                        let all: Vec<_> = fitting.iter().map(|ranked| ranked.activity).collect();
                        assert_eq!(advice.activities, all, "{answers:?}");
                        // There is always something to go by.
                        let ways = usize::from(!all.is_empty())
                            + usize::from(advice.next_question.is_some())
                            + usize::from(advice.reconsider.is_some());
                        assert!(ways > 0, "{answers:?}");
                        if let Some(question) = advice.reconsider {
                            assert!(ways == 1 && answers.answer(question).is_some(), "{answers:?}");
                        }
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

    /// The questions of the guide end after at most four answers.
    #[test]
    fn questions_end() {
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
