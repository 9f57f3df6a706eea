//! What a rule set consists of.

use serde::Serialize;

use crate::claim::{Activity, Field, PurchaseChannel, SolutionArea, UserRole};
use crate::code::Code;
use crate::list::names;

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
    pub values: &'static [Statement],
}

/// One statement.
#[derive(Debug, Serialize)]
pub struct Statement {
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
    /// Severity and section of a code.
    pub fn code(&self, code: Code) -> CodeRule {
        // INVARIANT: `codes` holds every code in the registry's order (tested), so this finds it.
        let rule = self.codes.get(code as usize).copied();
        rule.unwrap_or_else(|| CodeRule {
            code,
            severity: Severity::Informs,
            except: None,
            section: self.page.title,
        })
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
