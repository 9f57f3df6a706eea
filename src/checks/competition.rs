//! Competing claims and the proof of execution.
//!
//! source: 2020-06, "Competing claims"

use crate::claim::{CompetingPartner, ProofOfExecution};
use crate::code::Code;
use crate::evidence::Holder;
use crate::facts::Facts;
use crate::report::{Findings, Outcome};

/// An association of another partner in the evidence weighs more than the person's "no".
pub fn competing_claim(facts: &Facts<'_>, findings: &mut Findings) -> Outcome {
    match facts.competing {
        _ if is_held_by_another(facts) => {}
        Some(CompetingPartner::Yes) => {}
        Some(CompetingPartner::No) => return Outcome::Pass,
        _ => {
            findings.raise(Code::CompetingClaimUnverified);
            return Outcome::Unknown;
        }
    }
    findings.raise(Code::CompetingClaim);
    Outcome::Fail
}

pub fn proof_of_execution(facts: &Facts<'_>, findings: &mut Findings) -> Outcome {
    match facts.proof {
        Some(ProofOfExecution::Ready) => Outcome::Pass,
        Some(ProofOfExecution::Missing) => {
            findings.raise(Code::ProofOfExecutionMissing);
            Outcome::Fail
        }
        _ => {
            findings.raise(Code::ProofOfExecutionUnverified);
            Outcome::Unknown
        }
    }
}

/// Does the evidence show another partner's claim on the customer's product as a whole? One on a
/// single subscription is the subscription check's matter.
fn is_held_by_another(facts: &Facts<'_>) -> bool {
    let tenant = facts.tenant_id();
    facts.evidence.associations.iter().any(|association| {
        let product = association.product.as_deref();
        let product = product.map(|text| facts.skus.product(text, &facts.evidence.skus));
        Some(association.tenant_id) == tenant
            && association.holder == Holder::OtherPartner
            && association.holds()
            && association.subscription_id.is_none()
            && product.is_some_and(|product| product.overlaps(&facts.product))
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{CONTOSO, check, check_with, claim_with};

    #[test]
    fn answers() {
        for (answer, expected) in [
            ("yes", "fail competing-claim"),
            ("no", "pass"),
            ("unknown", "unknown competing-claim-unverified"),
            ("", "unknown competing-claim-unverified"),
        ] {
            check("competing-claim", &claim_with(&[("competingPartner", answer)]), expected);
        }
        for (answer, expected) in [
            ("ready", "pass"),
            ("missing", "fail proof-of-execution-missing"),
            ("unknown", "unknown proof-of-execution-unverified"),
            ("", "unknown proof-of-execution-unverified"),
        ] {
            check("proof-of-execution", &claim_with(&[("proofOfExecution", answer)]), expected);
        }
    }

    #[test]
    fn associations_of_another_partner() {
        for (product, holder, expected) in [
            ("Dynamics 365 Finance", "other-partner", "fail competing-claim"),
            ("Dynamics 365 Finance", "us", "pass"),
            ("Business Central", "other-partner", "pass"),
        ] {
            let evidence = format!(
                r#"{{"associations":[{{"tenantId":"{CONTOSO}","product":"{product}","holder":"{holder}"}}]}}"#
            );
            let claim = claim_with(&[("product", "DYN365_FINANCE")]);
            check_with("competing-claim", &claim, &evidence, expected);
        }
    }
}
