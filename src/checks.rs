//! The checks: one function each. They raise findings and return what they found.

use crate::code::CheckId;
use crate::facts::Facts;
use crate::report::{CheckResult, Findings, Found};

mod age;
mod competition;
mod contradiction;
mod customer;
mod partner;
mod subscription;
mod unread;
mod work;

#[cfg(feature = "core")]
pub use age::FRESH_DAYS;

/// A check. Raises its findings and returns what it found.
type Check = fn(&Facts<'_>, &mut Findings) -> Found;

/// Runs every check in the order of the registry and adds its result to `results`, which must be
/// empty.
pub fn run(facts: &Facts<'_>, findings: &mut Findings, results: &mut Vec<CheckResult>) {
    for id in CheckId::ALL {
        let Found { outcome, basis, asks } = check(*id)(facts, findings);
        results.push(CheckResult { id: *id, outcome, basis, asks, params: None });
    }
    subscription::suggest_no_unfit(findings);
    unread::withhold(facts, results, findings);
    age::date(facts, results);
    subscription::raise_unverified(facts, results, findings);
    partner::raise_unverified(results, findings);
    contradiction::raise_all(facts, findings);
}

fn check(id: CheckId) -> Check {
    match id {
        CheckId::Role => work::role,
        CheckId::TenantId => customer::tenant_id,
        CheckId::Domain => customer::domain,
        CheckId::TenantDomain => customer::tenant_domain,
        CheckId::SolutionArea => work::solution_area,
        CheckId::Product => work::product,
        CheckId::Activity => work::activity,
        CheckId::PurchaseChannel => work::purchase_channel,
        CheckId::SubscriptionId => subscription::id,
        CheckId::SubscriptionOnTenant => subscription::on_tenant,
        CheckId::SubscriptionDynamics => subscription::dynamics,
        CheckId::SubscriptionNotCsp => subscription::not_csp,
        CheckId::SubscriptionProvisioned => subscription::provisioned,
        CheckId::SubscriptionUnclaimed => subscription::unclaimed,
        CheckId::SubscriptionStatus => subscription::status,
        CheckId::PartnerId => partner::id,
        CheckId::PartnerIdEnrolled => partner::enrolled,
        CheckId::PartnerIdType => partner::account_type,
        CheckId::CompetingClaim => competition::competing_claim,
        CheckId::ProofOfExecution => competition::proof_of_execution,
    }
}
