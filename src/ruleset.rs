//! Rule sets: what Microsoft's published guidance of a day says, as data with its source.
//!
//! Checks read everything that can change with the guidance from here, so a later edition joins as
//! a file of its own in `ruleset/` and a line in [`RULESETS`].

use serde::Serialize;

use crate::claim::{Activity, Field, PurchaseChannel, SolutionArea, UserRole};
use crate::code::Code;
use crate::list::names;

mod edition_2020_06;
mod edition_2023_10;
mod rows;

/// All rule sets, the default first.
pub const RULESETS: &[&RuleSet] = &[&edition_2020_06::RULESET, &edition_2023_10::RULESET];

names! {
    /// How much a finding weighs.
    pub enum Severity {
        /// The claim will not get through like this.
        Blocks = "blocks",
        /// It may cost the claim or the earnings.
        Warns = "warns",
        /// Good to know, or not known yet.
        Informs = "informs",
    }
}

names! {
    /// What a partner did for the customer, in the words of the guide.
    pub enum Contribution {
        /// Influenced the purchase.
        InfluencedPurchase = "influenced-purchase",
        /// Drives adoption and usage.
        DrivesUsage = "drives-usage",
        /// Influenced the choice as a business influencer.
        BusinessInfluencer = "business-influencer",
    }
}

names! {
    /// Does the partner want to apply for incentive payments?
    pub enum SeeksPayment {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
}

names! {
    /// Does an activity or a Partner ID fit the answers?
    pub enum Fit {
        /// Yes.
        Fits = "fits",
        /// It depends on something not answered, or on a wish.
        Depends = "depends",
        /// No.
        DoesNotFit = "does-not-fit",
    }
}

names! {
    /// What a claim can be in Partner Center. A rule set has its own selection.
    pub enum Status {
        /// Created; the older name of a draft.
        InProgress = "in-progress",
        /// Created, not submitted.
        Draft = "draft",
        /// Submitted, the review has not started.
        Submitted = "submitted",
        /// Microsoft reviews it.
        UnderReview = "under-review",
        /// Microsoft waits for an answer.
        PartnerActionRequired = "partner-action-required",
        /// Approved.
        Approved = "approved",
        /// Rejected.
        Rejected = "rejected",
        /// The rejection is disputed.
        Dispute = "dispute",
        /// Rejected for good.
        RejectedFinal = "rejected-final",
    }
}

names! {
    /// What Microsoft's own pages disagree about.
    pub enum Topic {
        /// Who may file claims.
        Roles = "roles",
        /// Whether the claim names a domain.
        Domain = "domain",
        /// When a claim names a subscription.
        Subscription = "subscription",
        /// Whether usage of Business Applications is paid.
        UsagePayment = "usage-payment",
        /// How long the review takes.
        Review = "review",
        /// How long the customer can decline.
        CustomerOptOut = "customer-opt-out",
        /// When a claim can be edited.
        Editing = "editing",
    }
}

/// A rule set.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleSet {
    /// Name in the options and in reports.
    pub id: &'static str,
    /// The page it is taken from.
    pub page: &'static Page,
    /// Roles that may create claims.
    pub roles: &'static [UserRole],
    /// Fields that the claim form asks for in every claim.
    pub required: &'static [Field],
    /// Severity and section of every code, in the registry's order.
    #[serde(skip)]
    pub codes: &'static [CodeRule],
    /// Which activity fits whom. Every case hits exactly one row.
    #[serde(skip)]
    pub activities: &'static [ActivityRow],
    /// The reasons of the subscription error, by the code that tells each of them.
    pub subscription_error: &'static [Code],
    /// Day counts.
    pub days: Days,
    /// What a claim can be, in the order of its way.
    pub statuses: &'static [Status],
    /// Where the statuses are listed.
    pub statuses_source: Source,
    /// Where Microsoft's own pages of that time disagree.
    pub contradictions: &'static [Contradiction],
}

/// A page of Microsoft's documentation.
#[derive(Debug, Serialize)]
pub struct Page {
    /// Its title.
    pub title: &'static str,
    /// Day of its text.
    pub date: &'static str,
    /// Where it can be read today.
    pub url: &'static str,
}

/// A place on a page.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Source {
    /// The page.
    pub page: &'static Page,
    /// The heading there; empty for the page as a whole.
    pub section: &'static str,
}

/// Two or more statements that cannot all be right.
#[derive(Debug, Serialize)]
pub struct Contradiction {
    /// What they are about.
    pub topic: Topic,
    /// The statements.
    pub values: &'static [Said],
}

/// One statement.
#[derive(Debug, Serialize)]
pub struct Said {
    /// Its name; the words belong to the languages.
    pub value: &'static str,
    /// Where it stands.
    pub source: Source,
}

/// What a rule set says of a code.
#[derive(Clone, Copy, Debug)]
pub struct CodeRule {
    /// The code.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// Where a parameter makes it weigh something else.
    pub except: Option<Exception>,
    /// Heading in the source.
    pub section: &'static str,
}

/// A severity for one value of a parameter.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Exception {
    /// The parameter.
    pub param: &'static str,
    /// Its value.
    pub value: &'static str,
    /// How much the code weighs then.
    pub severity: Severity,
}

/// Day counts of a rule set; 0 where its source says nothing.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Days {
    /// Business days after submission until the review starts.
    pub start_business_days: u32,
    /// Business days until a claim is reviewed.
    pub review_business_days: u32,
    /// Business days to answer when Microsoft asks for more.
    pub answer_business_days: u32,
    /// Days after a rejection in which it can be disputed.
    pub dispute_days: u32,
    /// Days until a provisioned subscription can be claimed.
    pub provisioning_lag_days: u32,
    /// Days before its end from which a subscription counts as ending. Ours: no source names a day.
    pub ending_soon: i32,
}

/// One row of the activity table; an empty list means any.
#[derive(Clone, Copy, Debug)]
pub struct ActivityRow {
    /// Solution area.
    pub area: SolutionArea,
    /// Activities.
    pub activities: &'static [Activity],
    /// Purchase channels.
    pub channels: &'static [PurchaseChannel],
    /// What the partner did.
    pub contributions: &'static [Contribution],
    /// Whether the partner seeks payment.
    pub payment: &'static [SeeksPayment],
    /// The answer.
    pub fit: Fit,
}

/// One case of the activity table.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// Solution area.
    pub area: SolutionArea,
    /// Purchase channel.
    pub channel: PurchaseChannel,
    /// What the partner did.
    pub contribution: Contribution,
    /// Whether the partner seeks payment.
    pub payment: SeeksPayment,
}

impl RuleSet {
    /// The rule set of this name.
    pub fn named(id: &str) -> Option<&'static Self> {
        RULESETS.iter().copied().find(|ruleset| ruleset.id == id)
    }

    /// Severity and section of a code.
    pub fn code(&self, code: Code) -> CodeRule {
        // INVARIANT: `codes` holds every code in the registry's order (tested), so this finds it.
        let rule = self.codes.get(code as usize).copied();
        rule.unwrap_or_else(|| rows::informs(code, self.page.title))
    }

    /// Does every claim name the field?
    pub fn requires(&self, field: Field) -> bool {
        self.required.contains(&field)
    }

    /// Does the activity fit the case?
    pub fn fit(&self, activity: Activity, case: Case) -> Fit {
        // INVARIANT: exactly one row matches (tested over every case).
        let row = self.activities.iter().find(|row| row.matches(activity, case));
        row.map_or(Fit::Depends, |row| row.fit)
    }

    /// Does the solution area have the activity at all?
    pub fn offers(&self, area: SolutionArea, activity: Activity) -> bool {
        self.activities.iter().any(|row| {
            row.area == area && row.fit != Fit::DoesNotFit && any_or(row.activities, activity)
        })
    }

    /// Is the purchase channel asked for in this solution area?
    pub fn asks_channel(&self, area: SolutionArea) -> bool {
        self.activities.iter().any(|row| row.area == area && !row.channels.is_empty())
    }

    /// Can products bought this way be claimed in the solution area?
    pub fn accepts_channel(&self, area: SolutionArea, channel: PurchaseChannel) -> bool {
        self.activities.iter().any(|row| {
            row.area == area && row.fit != Fit::DoesNotFit && any_or(row.channels, channel)
        })
    }
}

impl ActivityRow {
    /// Is the case this row's?
    pub fn matches(&self, activity: Activity, case: Case) -> bool {
        self.area == case.area
            && any_or(self.activities, activity)
            && any_or(self.channels, case.channel)
            && any_or(self.contributions, case.contribution)
            && any_or(self.payment, case.payment)
    }
}

fn any_or<T: PartialEq>(cell: &[T], value: T) -> bool {
    cell.is_empty() || cell.contains(&value)
}

#[cfg(test)]
mod tests {
    use super::*;

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

    /// Every area × activity × channel × contribution × payment hits exactly one row, every row is
    /// hit, and no row is there twice.
    #[test]
    fn the_activity_table_has_no_gap_no_overlap_and_no_dead_row() {
        for ruleset in RULESETS {
            let mut hits = vec![0; ruleset.activities.len()];
            let mut cases = 0;
            for case in cases_of_all() {
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

    /// A row listing every value of a column would pretend to decide by it.
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
    fn what_the_sources_say_of_areas_and_channels() {
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

    /// A field that every claim names blocks where it is missing, and no other does.
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

    /// Statements contradict each other only if there are two of them, each with its place.
    #[test]
    fn contradictions_have_two_sides() {
        for rules in RULESETS {
            for Contradiction { topic, values } in rules.contradictions {
                let mut names: Vec<_> = values.iter().map(|said| said.value).collect();
                names.sort_unstable();
                names.dedup();
                assert!(names.len() > 1, "{} {topic:?}", rules.id);
                for Said { source: Source { page, .. }, .. } in *values {
                    assert!(crate::date::Date::parse(page.date).is_some(), "{}", page.date);
                    assert!(page.url.starts_with("https://learn.microsoft.com/"), "{}", page.url);
                }
            }
        }
    }

    /// An exception is for a parameter that the code has, and changes something.
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
    fn rule_sets_are_in_the_order_of_their_days() {
        assert!(RULESETS.is_sorted_by_key(|ruleset| ruleset.page.date));
    }

    fn cases_of_all() -> Vec<Case> {
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
