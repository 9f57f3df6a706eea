//! The plan as it crosses the boundary.

use serde::Serialize;

use crate::advise::{PartnerIdOverall, Question};
use crate::claim::{Activity, PurchaseChannel, SolutionArea};
use crate::code::{CheckId, Code};
use crate::guid::Guid;
use crate::list::as_map;
use crate::report::{Param, Verdict};
use crate::ruleset::{Program, Source};

/// The plan. Its wording is part of the languages.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Plan {
    /// The ID of the rule set.
    pub ruleset: &'static str,
    /// The Partner ID of all claims.
    pub partner_id: Option<String>,
    /// What to do about the Partner ID.
    #[cfg_attr(test, ts(type = "PartnerIdOverall"))]
    pub partner_id_next: PartnerIdOverall,
    /// The answer to reconsider, if no activity fits.
    pub reconsider: Option<Question>,
    /// What could be filed, customer by customer.
    pub offers: Vec<PlannedOffer>,
    /// How the checks of claims end.
    pub outcomes: Vec<PlanOutcome>,
    /// What cannot be filed, in the same order.
    pub excluded: Vec<Excluded>,
    /// Why it cannot.
    pub exclusions: Vec<PlanExclusion>,
    /// The reasons that claims have, each once.
    pub reasons: Vec<PlanReason>,
}

/// The claims that could be filed for a subscription, or for a workload of a tenant.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlannedOffer {
    /// The fields that they have in common, in their order.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(test, ts(type = "Partial<Record<Field, string>>"))]
    pub claim: Vec<(&'static str, String)>,
    /// One for each activity.
    pub claims: Vec<PlannedClaim>,
}

/// A claim that could be filed.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct PlannedClaim {
    /// The activity.
    pub activity: Activity,
    /// How its check ends: a place in the list.
    pub outcome: usize,
    /// The ended subscriptions with an own claim that this one replaces.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<Renewed>>"))]
    pub renews: Vec<Renewed>,
}

/// An ended subscription with an own claim, which another one replaces.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Renewed {
    /// Its ID.
    pub id: Guid,
    /// Could no other subscription have replaced it?
    pub certain: bool,
}

/// How the check of a claim ends, and why the claim is planned.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlanOutcome {
    /// The verdict.
    pub verdict: Verdict,
    /// The checks that are unknown or fail.
    pub open: Vec<CheckId>,
    /// Why it is planned: places in the list of reasons.
    pub because: Vec<usize>,
}

/// A subscription, or a workload of a tenant, that cannot be claimed.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Excluded {
    /// The customer's tenant, if it is known.
    pub tenant_id: Option<Guid>,
    /// The subscription.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub subscription_id: Option<Guid>,
    /// The product.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub product: Option<String>,
    /// The activity that it is excluded for; without one, for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub activity: Option<Activity>,
    /// Why: a place in the list.
    pub exclusion: usize,
}

/// Why something cannot be claimed.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlanExclusion {
    /// The code of the finding that excludes it.
    pub code: Code,
    /// The finding's parameters.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(test, ts(type = "Record<string, string | string[]>"))]
    pub params: Vec<(&'static str, Param)>,
    /// The programs that count for it.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<Program>>"))]
    pub programs: Vec<Program>,
    /// Where Microsoft says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub source: Option<Source>,
}

/// Why an activity fits, or may fit.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlanReason {
    /// The name of the sentence that explains it: one of the activity guide's.
    pub reason: &'static str,
    /// The activity.
    pub activity: Activity,
    /// The solution area.
    pub solution_area: SolutionArea,
    /// The purchase channel, if it is known.
    pub channel: Option<PurchaseChannel>,
}
