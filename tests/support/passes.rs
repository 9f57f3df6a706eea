//! What a sample customer's evidence makes pass.

use cpor_preflight::evidence::Evidence;
use cpor_preflight::report::Outcome;

use crate::world::{check, world};

const CONTOSO: &str = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";

/// Every check on domain and subscription that passes, for each of the six sample subscriptions.
pub fn passes(evidence: &Evidence) -> Vec<String> {
    let evidence = serde_json::to_string(evidence).unwrap();
    let mut passes = Vec::new();
    for number in ["01", "02", "03", "04", "05", "06"] {
        let claim = format!(
            r#"{{"customerTenantId":"{CONTOSO}","customerDomain":"contoso.com",
                "solutionArea":"business-applications","activity":"usage",
                "subscriptionId":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a{number}"}}"#
        );
        let report = check(world(), &claim, &evidence, "null");
        for check in report.checks.iter().filter(|check| check.outcome == Outcome::Pass) {
            let name = check.id.name();
            let is_shown = name.starts_with("subscription-") && name != "subscription-id";
            if is_shown || name == "tenant-domain" {
                passes.push(format!("{number} {name}"));
            }
        }
    }
    passes
}
