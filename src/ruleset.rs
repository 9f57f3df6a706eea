//! Rule sets: Microsoft's published guidance as of a certain day, as data with its sources.
//!
//! Checks take everything that can change with the guidance from here. A new edition is a file in
//! `ruleset/` and a line in [`RULESETS`].

use crate::date::Date;

mod edition_2020_06;
mod edition_2023_10;
#[cfg(feature = "core")]
mod filing;
#[cfg(feature = "core")]
mod filing_2020_06;
#[cfg(feature = "core")]
mod filing_2023_10;
mod model;
mod page;
#[cfg(feature = "core")]
mod program;
mod rows;

#[cfg(feature = "core")]
pub use filing::{
    Asked, Filing, FormField, FormRow, ProofItem, ProofRow, ReasonRow, ReturnReason, Scope,
};
pub use model::{
    ActivityRow, Authority, Case, CodeRule, Contradiction, Contribution, Days, Exception, Fit,
    LaterFact, Links, RuleSet, SeeksPayment, Severity, Statement, Status, Topic,
};
pub use page::{Page, Source};

#[cfg(feature = "core")]
pub use program::{ProductGroup, Program, ProgramRow};

/// All rule sets, by the day from which they are in force.
pub const RULESETS: &[&RuleSet] = &[&edition_2020_06::RULESET, &edition_2023_10::RULESET];

/// What each of them says of the time around filing.
#[cfg(feature = "core")]
const FILINGS: &[(&str, &Filing)] =
    &[("2020-06", &filing_2020_06::FILING), ("2023-10", &filing_2023_10::FILING)];

/// The name that stands for the newest rule set.
pub const LATEST: &str = "latest";

impl RuleSet {
    /// The rule set with this ID; `latest` is the newest one.
    pub fn named(id: &str) -> Option<&'static Self> {
        if id == LATEST {
            return RULESETS.last().copied();
        }
        RULESETS.iter().copied().find(|ruleset| ruleset.id == id)
    }

    /// What it says of the claim form, the proof of execution and what follows filing.
    #[cfg(feature = "core")]
    pub fn filing(&self) -> &'static Filing {
        // INVARIANT: every rule set has an entry (tested).
        const FIRST: &Filing = FILINGS.first().expect("there is one").1;
        FILINGS.iter().find(|(id, _)| *id == self.id).map_or(FIRST, |(_, filing)| filing)
    }

    /// The rule set in force on a day. Before all of them, it is the first.
    pub fn in_force(day: Date) -> &'static Self {
        // INVARIANT: the list is never empty (it would not compile).
        const FIRST: &RuleSet = RULESETS.first().expect("there is a rule set");
        let has_begun = |rules: &&RuleSet| Date::parse(rules.from).is_some_and(|from| from <= day);
        RULESETS.iter().copied().rev().find(|rules| has_begun(rules)).unwrap_or(FIRST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Activity, Field, PurchaseChannel, SolutionArea};
    use crate::code::Code;

    #[test]
    fn every_rule_set_rules_every_code_in_order() {
        for ruleset in RULESETS {
            let ruled: Vec<Code> = ruleset.codes.iter().map(|rule| rule.code).collect();
            assert_eq!(ruled, Code::ALL, "{}", ruleset.id);
            for code in Code::ALL {
                assert_eq!(ruleset.code(*code).code, *code);
                assert!(!ruleset.code(*code).section.is_empty());
            }
        }
    }

    /// Every combination of area, activity, channel, contribution and payment matches exactly one
    /// row, every row matches, and no row occurs twice.
    #[test]
    fn the_activity_table_has_no_gap_no_overlap_and_no_dead_row() {
        for ruleset in RULESETS {
            let mut hits = vec![0; ruleset.activities.len()];
            let mut cases = 0;
            for case in every_case() {
                for activity in Activity::ALL {
                    let rows: Vec<usize> = (0..ruleset.activities.len())
                        .filter(|row| ruleset.activities[*row].matches(*activity, case))
                        .collect();
                    assert_eq!(rows.len(), 1, "{} {activity:?} {case:?}: {rows:?}", ruleset.id);
                    hits[rows[0]] += 1;
                    cases += 1;
                }
            }
            assert_eq!(cases, 2 * 3 * 5 * 3 * 2);
            assert!(hits.iter().all(|hits| *hits > 0), "{}: {hits:?}", ruleset.id);
        }
    }

    /// A cell that lists every value would only appear to decide something.
    #[test]
    fn no_cell_lists_everything() {
        for row in RULESETS.iter().flat_map(|ruleset| ruleset.activities) {
            assert!(row.activities.len() < Activity::ALL.len(), "{row:?}");
            assert!(row.channels.len() < PurchaseChannel::ALL.len(), "{row:?}");
            assert!(row.contributions.len() < Contribution::ALL.len(), "{row:?}");
            assert!(row.payment.len() < SeeksPayment::ALL.len(), "{row:?}");
        }
    }

    #[test]
    fn areas_and_channels_are_those_of_the_sources() {
        let business = SolutionArea::BusinessApplications;
        let microsoft_365 = SolutionArea::Microsoft365;
        for rules in RULESETS {
            for activity in Activity::ALL {
                assert!(rules.offers(business, *activity));
                assert_eq!(rules.offers(microsoft_365, *activity), *activity == Activity::Usage);
            }
            assert!(rules.asks_channel(business) && !rules.asks_channel(microsoft_365));
            for channel in PurchaseChannel::ALL {
                let eligible = !matches!(channel, PurchaseChannel::Csp | PurchaseChannel::Other);
                assert_eq!(rules.accepts_channel(business, *channel), eligible, "{channel:?}");
                assert!(rules.accepts_channel(microsoft_365, *channel));
            }
        }
    }

    /// A field that every claim needs blocks if it is missing; no other field does.
    #[test]
    fn missing_fields_block_where_they_are_required() {
        for rules in RULESETS {
            for (code, field) in [
                (Code::TenantIdMissing, Field::CustomerTenantId),
                (Code::DomainMissing, Field::CustomerDomain),
                (Code::SolutionAreaMissing, Field::SolutionArea),
                (Code::ActivityMissing, Field::Activity),
                (Code::SubscriptionIdMissing, Field::SubscriptionId),
                (Code::PartnerIdMissing, Field::PartnerId),
            ] {
                let blocks = rules.code(code).severity == Severity::Blocks;
                assert_eq!(blocks, rules.requires(field), "{} {code:?}", rules.id);
            }
        }
    }

    /// Each has a form, a checklist and reasons of its own, no name twice, and what it points at exists.
    #[test]
    fn every_rule_set_says_what_surrounds_filing() {
        let ids: Vec<_> = RULESETS.iter().map(|rules| rules.id).collect();
        assert_eq!(ids, FILINGS.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        for rules in RULESETS {
            let Filing { form, proof, reasons } = rules.filing();
            let once = |mut names: Vec<&str>| {
                let count = names.len();
                names.sort_unstable();
                names.dedup();
                assert_eq!(names.len(), count, "{}", rules.id);
            };
            once(form.iter().map(|row| row.field.name()).collect());
            once(proof.iter().map(|row| row.item.name()).collect());
            once(reasons.iter().map(|row| row.reason.name()).collect());
            assert_eq!(reasons.len(), ReturnReason::ALL.len(), "{}", rules.id);
            let items: Vec<_> = proof.iter().map(|row| row.item).collect();
            assert!(reasons.iter().flat_map(|row| row.proof).all(|item| items.contains(item)));
            let topics = form.iter().filter_map(|row| row.topic);
            let mut topics = topics.chain(proof.iter().filter_map(|row| row.topic));
            assert!(topics.all(|topic| rules.contradicts(topic)), "{}", rules.id);
            for field in rules.required {
                let is_asked = |row: &FormRow| row.answer == Some(*field);
                assert!(form.iter().any(is_asked), "{} {field:?}", rules.id);
            }
        }
    }

    /// A contradiction has at least two statements, each with its source.
    #[test]
    fn contradictions_have_two_sides() {
        for rules in RULESETS {
            for Contradiction { topic, values } in rules.contradictions {
                let mut names: Vec<_> = values.iter().map(|statement| statement.value).collect();
                names.sort_unstable();
                names.dedup();
                assert!(names.len() > 1, "{} {topic:?}", rules.id);
                for Statement { source: Source { page, .. }, .. } in *values {
                    assert!(crate::date::Date::parse(page.date).is_some(), "{}", page.date);
                    assert!(page.url.starts_with("https://learn.microsoft.com/"), "{}", page.url);
                }
            }
        }
    }

    /// An exception is about a parameter of the code and changes the severity.
    #[test]
    fn exceptions_can_happen() {
        for rule in RULESETS.iter().flat_map(|ruleset| ruleset.codes) {
            let Some(except) = rule.except else { continue };
            let params = rule.code.facts().params;
            let values = params.iter().find(|(name, _)| *name == except.param).map(|(_, v)| *v);
            assert!(values.is_some_and(|values| values.contains(&except.value)), "{rule:?}");
            assert_ne!(except.severity, rule.severity, "{rule:?}");
        }
    }

    #[test]
    fn rule_sets_are_sorted_by_day() {
        assert!(RULESETS.is_sorted_by_key(|ruleset| ruleset.page.date));
    }

    fn every_case() -> Vec<Case> {
        let mut cases = Vec::new();
        for area in SolutionArea::ALL {
            for channel in PurchaseChannel::ALL {
                for contribution in Contribution::ALL {
                    for payment in SeeksPayment::ALL {
                        cases.push(Case {
                            area: *area,
                            channel: *channel,
                            contribution: *contribution,
                            payment: *payment,
                        });
                    }
                }
            }
        }
        cases
    }
}
