//! The parts of a rule set.

use serde::Serialize;

use super::page::{Page, Source};
#[cfg(feature = "core")]
use super::program::ProgramRow;
use crate::claim::{Activity, Field, PurchaseChannel, SolutionArea, UserRole};
use crate::code::Code;
use crate::list::names;

names! {
    /// How much a finding weighs.
    pub enum Severity {
        /// The claim will not be accepted like this.
        Blocks = "blocks",
        /// It may cost the claim or the earnings.
        Warns = "warns",
        /// Good to know, or still unknown.
        Informs = "informs",
    }
}

names! {
    /// Who acts on a finding.
    pub enum Authority {
        /// Partner Center stops the claim, or says so in the claim form.
        PartnerCenter = "partner-center",
        /// Whoever reviews the claim may reject it, or it costs earnings later.
        Reviewer = "reviewer",
        /// No source says it; it is our inference. Never blocks.
        Inferred = "inferred",
    }
}

names! {
    /// What the partner did for the customer, in the words of the guide.
    pub enum Contribution {
        /// The partner influenced the purchase.
        InfluencedPurchase = "influenced-purchase",
        /// The partner drives adoption and usage.
        DrivesUsage = "drives-usage",
        /// The partner influenced the choice as a business influencer.
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
        /// That depends on a question without an answer, or on a preference.
        Depends = "depends",
        /// No.
        DoesNotFit = "does-not-fit",
    }
}

names! {
    /// The statuses of a claim in Partner Center. Each rule set has its own selection.
    pub enum Status {
        /// Created; the former name of a draft.
        Editing = "editing",
        /// Created but not submitted.
        Draft = "draft",
        /// Submitted; the review has not started.
        Submitted = "submitted",
        /// Under review by Microsoft.
        UnderReview = "under-review",
        /// Microsoft is waiting for an answer.
        PartnerActionRequired = "partner-action-required",
        /// Approved.
        Approved = "approved",
        /// Rejected.
        Rejected = "rejected",
        /// Rejected, and the rejection is disputed.
        Dispute = "dispute",
        /// Finally rejected.
        RejectedFinal = "rejected-final",
    }
}

names! {
    /// The topics on which Microsoft's own pages contradict each other.
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
        /// What happens to a subscription that another partner has claimed.
        AlreadyClaimed = "already-claimed",
    }
}

/// A rule set.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RuleSet {
    /// The ID in options and reports.
    pub id: &'static str,
    /// The page that it is taken from.
    pub page: &'static Page,
    /// The first day on which it is in force where no rule set is named; the first one is in force
    /// before that.
    pub from: &'static str,
    /// Pages of Partner Center that its texts name.
    pub links: Links,
    /// Roles that may create claims.
    pub roles: &'static [UserRole],
    /// The fields that the claim form asks for in every claim.
    pub required: &'static [Field],
    /// The severity and section of every code, in the order of the registry.
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    pub codes: &'static [CodeRule],
    /// The activity table: which activity fits which case. Exactly one row matches every case.
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    pub activities: &'static [ActivityRow],
    /// Which partner association counts for which products.
    #[cfg(feature = "core")]
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    pub programs: &'static [ProgramRow],
    /// The reasons for the subscription error, each by the code that reports it.
    pub subscription_error: &'static [Code],
    /// Day counts.
    pub days: Days,
    /// The statuses of a claim, in order.
    pub statuses: &'static [Status],
    /// The source of the statuses.
    pub statuses_source: Source,
    /// Contradictions between Microsoft's pages of the same time.
    pub contradictions: &'static [Contradiction],
    /// What was seen after its text. It informs and never decides.
    pub later_facts: &'static [LaterFact],
}

/// Pages of Partner Center.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Links {
    /// Support for incentives.
    pub support: &'static str,
    /// Which Partner IDs are enrolled.
    pub incentives_overview: &'static str,
    /// The claims.
    pub claims: &'static str,
}

/// Something that was seen after the text of a rule set.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "RuleLaterFact"))]
pub struct LaterFact {
    /// Its name. Its wording is part of the languages.
    pub fact: &'static str,
    /// Where and when it was seen.
    pub source: Source,
}

/// Statements that cannot all be true.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "RuleContradiction"))]
pub struct Contradiction {
    /// The topic.
    pub topic: Topic,
    /// The statements.
    pub values: &'static [Statement],
}

/// One statement.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Statement {
    /// Its name. Its wording is part of the languages.
    pub value: &'static str,
    /// Its source.
    pub source: Source,
}

/// The part of a rule set that is about one code.
#[derive(Clone, Copy, Debug)]
pub struct CodeRule {
    /// The code.
    pub code: Code,
    /// How much the code weighs.
    pub severity: Severity,
    /// An exception for one value of a parameter.
    pub except: Option<Exception>,
    /// The heading in the source.
    pub section: &'static str,
    /// The page with that heading, if it is not the rule set's own.
    pub page: Option<&'static Page>,
    /// Further places that say something about it.
    pub also: &'static [Source],
    /// Who acts on it.
    pub authority: Authority,
}

/// A different severity for one value of a parameter.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Exception {
    /// The parameter.
    pub param: &'static str,
    /// Its value.
    pub value: &'static str,
    /// How much the code weighs for this value.
    pub severity: Severity,
}

/// The day counts of a rule set; 0 if its source does not state one.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Days {
    /// The number of business days from submission to the start of the review.
    pub start_business_days: u32,
    /// The number of business days that the review takes.
    pub review_business_days: u32,
    /// The number of business days to answer a question from Microsoft.
    pub answer_business_days: u32,
    /// The number of days after a rejection in which it can be disputed.
    pub dispute_days: u32,
    /// The number of business days until a dispute is answered.
    pub dispute_answer_business_days: u32,
    /// The number of days after the approval in which the customer can decline.
    pub opt_out_days: u32,
    /// The number of days until a provisioned subscription can be claimed.
    pub provisioning_lag_days: u32,
    /// The number of days before its end from which a subscription counts as ending. This is our
    /// choice; no source states one.
    pub ending_soon: i32,
}

/// A row of the activity table. An empty list means any value.
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
    /// Whether the activity fits.
    pub fit: Fit,
}

/// A case of the activity table.
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
    /// The severity and section of a code.
    pub fn code(&self, code: Code) -> CodeRule {
        // INVARIANT: `codes` has every code in the order of the registry (tested), so this finds
        // it.
        let rule = self.codes.get(code as usize).copied();
        rule.unwrap_or(CodeRule {
            code,
            severity: Severity::Informs,
            except: None,
            section: self.page.title,
            page: None,
            also: &[],
            authority: Authority::Inferred,
        })
    }

    /// Does every claim need this field?
    pub fn requires(&self, field: Field) -> bool {
        self.required.contains(&field)
    }

    /// Does the activity fit the case?
    pub fn fit(&self, activity: Activity, case: Case) -> Fit {
        // INVARIANT: exactly one row matches (tested for every case).
        let row = self.activities.iter().find(|row| row.matches(activity, case));
        row.map_or(Fit::Depends, |row| row.fit)
    }

    /// Does the solution area have this activity?
    pub fn offers(&self, area: SolutionArea, activity: Activity) -> bool {
        self.activities.iter().any(|row| {
            row.area == area && row.fit != Fit::DoesNotFit && any_or(row.activities, activity)
        })
    }

    /// Do Microsoft's pages contradict each other about this?
    #[cfg(feature = "core")]
    pub fn contradicts(&self, topic: Topic) -> bool {
        self.contradictions.iter().any(|one| one.topic == topic)
    }

    /// Is usage of Business Applications called non-incentivized, so that nothing is certain about it?
    pub fn usage_is_unpaid(&self) -> bool {
        self.contradictions.iter().any(|one| one.topic == Topic::UsagePayment)
    }

    /// Does the solution area ask for the purchase channel?
    pub fn asks_channel(&self, area: SolutionArea) -> bool {
        self.activities.iter().any(|row| row.area == area && !row.channels.is_empty())
    }

    /// Can products that were bought this way be claimed in the solution area?
    pub fn accepts_channel(&self, area: SolutionArea, channel: PurchaseChannel) -> bool {
        self.activities.iter().any(|row| {
            row.area == area && row.fit != Fit::DoesNotFit && any_or(row.channels, channel)
        })
    }
}

impl ActivityRow {
    /// Does the row apply to this case?
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
