//! Contradictions between sources that concern the claim.

use crate::claim::SolutionArea;
use crate::code::Code;
use crate::domain::Domain;
use crate::facts::Facts;
use crate::report::Findings;
use crate::vocabulary::EvidencePart;

/// Raises the contradictions about the claim's subscription, tenant, domain or Partner ID.
pub fn raise_all(facts: &Facts<'_>, findings: &mut Findings) {
    let problems = &facts.evidence.problems;
    if problems.is_empty() {
        return;
    }
    let mut subscription = Vec::new();
    if facts.area != Some(SolutionArea::Microsoft365) {
        // There can be a claim on a subscription that has no record.
        subscription.extend(facts.subscription.read().map(ToString::to_string));
        for record in &facts.records {
            let ids = [Some(record.id), record.commerce_subscription_id];
            subscription.extend(ids.into_iter().flatten().map(|id| id.to_string()));
        }
    }
    let tenant = facts.tenant_id().map(|id| id.to_string());
    let partner_id = facts.partner_id.read().map(|id| &**id);
    let names = [tenant.as_deref(), facts.domain().map(Domain::as_str), partner_id];
    let mut names = names.into_iter().flatten().chain(subscription.iter().map(String::as_str));
    // Nearly no claim has one, however many there are.
    if names.all(|name| facts.evidence.problems_about(name).next().is_none()) {
        return;
    }
    for problem in problems {
        let is_tenant = tenant.as_ref() == Some(&problem.id);
        let is_about_claim = match problem.part {
            EvidencePart::Subscriptions => subscription.contains(&problem.id),
            EvidencePart::Associations => is_tenant || subscription.contains(&problem.id),
            EvidencePart::Tenants => {
                is_tenant || facts.domain().is_some_and(|name| name.as_str() == problem.id)
            }
            EvidencePart::PartnerIds => {
                facts.partner_id.read().is_some_and(|id| **id == *problem.id)
            }
        };
        if is_about_claim {
            findings
                .raise(Code::EvidenceContradiction)
                .name("part", problem.part.name())
                .name("field", problem.field.name());
        }
    }
}

#[cfg(feature = "core")]
#[cfg(test)]
mod tests {
    use crate::testing::{CONTOSO, claim_with, report};

    const FIRST: &str = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
    const OTHER: &str = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";

    #[test]
    fn only_contradictions_about_the_claim_are_raised() {
        for (part, id, field, is_expected) in [
            ("subscriptions", FIRST, "status", true),
            ("subscriptions", OTHER, "status", false),
            ("tenants", CONTOSO, "cloud", true),
            ("tenants", OTHER, "cloud", false),
            ("tenants", "contoso.com", "domains", true),
            ("tenants", "contoso.de", "domains", false),
            ("associations", FIRST, "status", true),
            ("associations", CONTOSO, "status", true),
            ("associations", OTHER, "status", false),
            ("partnerIds", "5357564", "enrolled", true),
            ("partnerIds", "4391507", "enrolled", false),
        ] {
            let evidence = format!(
                r#"{{"subscriptions":[{{"id":"{FIRST}","status":"active"}}],
                    "problems":[{{"code":"contradiction","part":"{part}","id":"{id}","field":"{field}"}}]}}"#
            );
            let is_raised = |claim: &str| {
                let found = report(claim, &evidence).findings;
                found.iter().any(|finding| finding.code.name() == "evidence-contradiction")
            };
            assert_eq!(is_raised(&claim_with(&[])), is_expected, "{part} {id}");
            let microsoft_365 = [("solutionArea", "microsoft-365"), ("activity", "usage")];
            let is_expected = is_expected && id != FIRST;
            assert_eq!(is_raised(&claim_with(&microsoft_365)), is_expected, "{part} {id}");
        }
    }
}
