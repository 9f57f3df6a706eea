//! What the evidence leaves open about the subscription, and whom to ask.

use super::record::is_tenant_known;
use crate::code::{CheckId, Code};
use crate::facts::Facts;
use crate::report::{CheckResult, Checks, Findings, Outcome};

/// Raises a single finding that names the open checks, except for those that a finding of their own
/// explains, and who can answer them.
pub fn raise_unverified(facts: &Facts<'_>, results: &[CheckResult], findings: &mut Findings) {
    if !facts.is_business() {
        return;
    }
    let unknown = results.iter().filter(|result| {
        SUBSCRIPTION_CHECKS.contains(&result.id)
            && result.outcome == Outcome::Unknown
            && !explaining_codes(facts, result.id).iter().any(|code| findings.has(*code))
    });
    let unknown = Checks::of(unknown.map(|result| result.id));
    if unknown.bits() != 0 {
        let ask = asked_for(facts, unknown).into_iter().map(str::to_owned).collect();
        findings.raise_for(Code::SubscriptionUnverified, unknown).texts("ask", ask);
    }
}

/// What to ask for: nothing that is there already, and only what can show it.
fn asked_for(facts: &Facts<'_>, open: Checks) -> Vec<&'static str> {
    let records = &facts.records;
    let has = |check| open.has(check);
    let mut asked = Vec::new();
    let in_exports = SUBSCRIPTION_CHECKS
        .iter()
        .any(|check| *check != CheckId::SubscriptionUnclaimed && has(*check));
    if records.is_empty() {
        if in_exports {
            asked.push(if is_tenant_known(facts) { "identifier" } else { "exports" });
        }
    } else {
        let has_tenant = records.iter().any(|record| record.tenant_id.is_some());
        let on_tenant = has(CheckId::SubscriptionOnTenant);
        match (facts.tenant_id(), has_tenant) {
            (None, _) if on_tenant => asked.push("tenant-id"),
            (Some(_), false) if on_tenant => asked.push("tenant"),
            _ => {}
        }
        if on_tenant && has_tenant && facts.tenant_id().is_some()
            || has(CheckId::SubscriptionDynamics)
            || has(CheckId::SubscriptionProvisioned)
            || has(CheckId::SubscriptionStatus)
        {
            asked.push("administrator");
        }
        if has(CheckId::SubscriptionNotCsp) {
            asked.push("purchasing");
        }
    }
    if has(CheckId::SubscriptionUnclaimed) {
        asked.push("partners");
    }
    asked
}

/// The findings that explain why a check is open.
fn explaining_codes(facts: &Facts<'_>, check: CheckId) -> &'static [Code] {
    match check {
        CheckId::SubscriptionOnTenant => {
            &[Code::SubscriptionNotListed, Code::ProductUnrecognized, Code::ProductNotInArea]
        }
        CheckId::SubscriptionDynamics => &[Code::ProductPowerPlatform],
        // As long as no export lists the subscription, an export may show the channel.
        CheckId::SubscriptionNotCsp if facts.records.is_empty() => &[Code::SubscriptionCsp],
        CheckId::SubscriptionNotCsp => {
            &[Code::SubscriptionCsp, Code::ChannelNotEligible, Code::ChannelUnconfirmed]
        }
        CheckId::SubscriptionUnclaimed => &[Code::SubscriptionAlreadyClaimed],
        CheckId::SubscriptionStatus => &[Code::SubscriptionTrial, Code::SubscriptionStartsLater],
        _ => &[],
    }
}

/// The checks about which [`raise_unverified`] raises a finding.
const SUBSCRIPTION_CHECKS: [CheckId; 6] = [
    CheckId::SubscriptionOnTenant,
    CheckId::SubscriptionDynamics,
    CheckId::SubscriptionNotCsp,
    CheckId::SubscriptionProvisioned,
    CheckId::SubscriptionUnclaimed,
    CheckId::SubscriptionStatus,
];

#[cfg(feature = "core")]
#[cfg(test)]
mod tests {
    use crate::code::CheckId;
    use crate::report::Asks;
    use crate::testing::{CONTOSO, claim_with, report, subscription};

    const FINANCE: &str = r#""skuId":"55c9eb4e-c746-45b4-b255-9ab6b19d5c62""#;
    fn on(tenant: &str) -> String {
        format!(r#""tenantId":"{tenant}""#)
    }

    /// What cannot be compared is left to the person, who can name the product; the rest to the customer.
    #[test]
    fn who_is_asked_for_the_tenant() {
        let listed = subscription(&[&on(CONTOSO), FINANCE]);
        let another = listed.replace("5a01", "5a02");
        for (product, id, evidence, expected) in [
            ("asdf", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", &*listed, Asks::You),
            ("Azure", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", &*listed, Asks::You),
            ("asdf", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", "{}", Asks::You),
            ("asdf", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", &*another, Asks::Customer),
            ("asdf", "", "{}", Asks::Customer),
            ("asdf", "0b6f4c1e", "{}", Asks::Customer),
            ("Finance", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", "{}", Asks::Customer),
        ] {
            let claim = claim_with(&[("product", product), ("subscriptionId", id)]);
            let report = report(&claim, evidence);
            let id = CheckId::SubscriptionOnTenant;
            let check = report.checks.iter().find(|check| check.id == id);
            assert_eq!(check.and_then(|check| check.asks), Some(expected), "{claim} {evidence}");
        }
    }
}
