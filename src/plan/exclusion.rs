//! Why something cannot be claimed.

use crate::code::{CheckId, Code};
use crate::evidence::Subscription;
use crate::report::{Basis, Finding, Outcome, Param, Report};
use crate::ruleset::{RuleSet, Severity};
use crate::vocabulary::SubscriptionStatus;

/// The finding that excludes something.
#[derive(Debug)]
pub struct Exclusion {
    /// Its code.
    pub code: Code,
    /// Its parameters.
    pub params: Vec<(&'static str, Param)>,
}

impl Exclusion {
    /// One without parameters.
    pub const fn alone(code: Code) -> Self {
        Self { code, params: Vec::new() }
    }
}

/// The finding that excludes a claim from the plan, if there is one. What the partner can mend in all
/// claims at once, such as a missing Partner ID, excludes none.
pub fn exclusion(
    report: &Report,
    record: Option<&Subscription>,
    rules: &RuleSet,
    is_renewal: bool,
) -> Option<Exclusion> {
    let excludes = |finding: &&Finding| {
        let is_reason = is_reason(finding, report, record, rules);
        is_reason && !(is_renewal && finding.code == Code::OwnClaimExists)
            || finding.severity == Severity::Blocks
    };
    let is_partners = |finding: &Finding| {
        matches!(
            finding.code.facts().check,
            Some(
                CheckId::Role
                    | CheckId::Domain
                    | CheckId::PartnerId
                    | CheckId::PartnerIdEnrolled
                    | CheckId::PartnerIdType
            )
        )
    };
    let all = report.findings.iter().filter(excludes).filter(|finding| !is_partners(finding));
    let place = |finding: &&Finding| {
        FIRST.iter().position(|code| *code == finding.code).unwrap_or(FIRST.len())
    };
    all.min_by_key(place)
        .map(|finding| Exclusion { code: finding.code, params: finding.params.clone() })
}

/// Of several reasons, the one that says most comes first.
const FIRST: [Code; 10] = [
    Code::TenantIdMissing,
    Code::TenantIdIsOwn,
    Code::SubscriptionNotDynamics,
    Code::ProductNotInArea,
    Code::SubscriptionCsp,
    Code::ChannelNotEligible,
    Code::SubscriptionAlreadyClaimed,
    Code::OwnClaimExists,
    Code::SubscriptionNotActive,
    Code::SubscriptionTrial,
];

/// Does it speak against filing at all, though it need not block?
fn is_reason(
    finding: &Finding,
    report: &Report,
    record: Option<&Subscription>,
    rules: &RuleSet,
) -> bool {
    use SubscriptionStatus as S;
    match finding.code {
        Code::SubscriptionCsp => finding.has("certainty", "certain"),
        // An own claim for another activity is none; one whose activity is not known may be none.
        Code::SubscriptionAlreadyClaimed => {
            finding.has("by", "other-partner") || finding.has("activity", "same")
        }
        Code::OwnClaimExists => {
            let is_error = rules.subscription_error.contains(&Code::SubscriptionAlreadyClaimed);
            finding.has("activity", "same") || is_error
        }
        // A suspended one can be renewed.
        Code::SubscriptionNotActive => record.is_some_and(|record| {
            matches!(record.status, S::Expired | S::Deleted | S::Disabled)
                || record.has_ended(report.today)
        }),
        Code::SubscriptionTrial | Code::ProductPowerPlatform => true,
        // A workload has one partner only.
        Code::CompetingClaim => {
            let is_shown = |check: &&crate::report::CheckResult| {
                check.id == CheckId::CompetingClaim
                    && check.outcome == Outcome::Fail
                    && check.basis == Some(Basis::Evidence)
            };
            record.is_none() && report.checks.iter().any(|check| is_shown(&check))
        }
        _ => false,
    }
}
