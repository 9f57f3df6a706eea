//! Rule sets: Microsoft's published guidance as of a certain day, as data with its sources.
//!
//! Checks take everything that can change with the guidance from here. A new edition is a file in
//! `ruleset/` and a line in [`RULESETS`].

use crate::date::Date;

mod edition_2020_06;
mod edition_2023_10;
mod model;
mod rows;

pub use model::{
    ActivityRow, Authority, Case, CodeRule, Contradiction, Contribution, Days, Exception, Fit,
    LaterFact, Links, Page, RuleSet, SeeksPayment, Severity, Source, Statement, Status, Topic,
};

/// All rule sets, by the day from which they are in force.
pub const RULESETS: &[&RuleSet] = &[&edition_2020_06::RULESET, &edition_2023_10::RULESET];

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
