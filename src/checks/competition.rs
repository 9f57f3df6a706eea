//! Competing claims and the proof of execution.
//!
//! source: 2020-06, "Competing claims"

use super::subscription::{self, Claimed};
use crate::claim::{CompetingPartner, ProofOfExecution};
use crate::code::Code;
use crate::evidence::Association;
use crate::facts::Facts;
use crate::report::{Asks, Basis, Findings, Found};
use crate::vocabulary::Holder;

/// Is another partner associated with the customer and the product?
///
/// A claim of another partner in the evidence, on the product or on the subscription, outweighs the
/// answer "no". The partner's own claim for the same activity fails the check as well. That another
/// partner holds the very subscription is told once, as the subscription's.
pub fn competing_claim(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    let on_product = facts.claims_on_product(Holder::OtherPartner).next().is_some();
    let on_subscription =
        facts.is_business() && subscription::is_held_by(facts, Holder::OtherPartner);
    let is_told = on_subscription && subscription::own_claim(facts).is_none();
    let is_shown = on_product || on_subscription;
    let says_yes = facts.competing == Some(CompetingPartner::Yes);
    let says_no = facts.competing == Some(CompetingPartner::No);
    if (is_shown || says_yes) && !is_told {
        let typed = if is_shown && says_no { CompetingPartner::No.name() } else { "" };
        findings.raise(Code::CompetingClaim).name("typed", typed);
    }
    let competes = match (is_shown, says_yes) {
        (true, _) => Some(Found::fail(Basis::Evidence)),
        (false, true) => Some(Found::fail(Basis::Stated)),
        (false, false) => None,
    };
    if let Some((ours, claimed)) = own_claim_on_product(facts) {
        let is_certain = claimed == Claimed::Same || subscription::counts_as_same(facts);
        findings
            .raise(Code::OwnClaimExists)
            .text("product", ours.product.as_deref().unwrap_or_default())
            .text("claimId", ours.claim_id.as_deref().unwrap_or_default())
            .name("activity", claimed.name());
        let own = if is_certain { Found::fail(Basis::Evidence) } else { Found::unknown(Asks::You) };
        return competes.unwrap_or(own);
    }
    match competes {
        Some(competes) => competes,
        None if says_no && !facts.may_compete() => Found::pass(Basis::Stated),
        None => {
            findings.raise(Code::CompetingClaimUnverified);
            Found::unknown(Asks::Customer)
        }
    }
}

/// Is there a proof of execution?
pub fn proof_of_execution(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    match facts.proof {
        Some(ProofOfExecution::Ready) => Found::pass(Basis::Stated),
        Some(ProofOfExecution::Missing) => {
            findings.raise(Code::ProofOfExecutionMissing);
            Found { asks: Some(Asks::You), ..Found::fail(Basis::Stated) }
        }
        _ => {
            findings.raise(Code::ProofOfExecutionUnverified);
            Found::unknown(Asks::You)
        }
    }
}

/// The partner's own claim on the product for the same activity, or else for one that is not known.
fn own_claim_on_product<'f>(facts: &Facts<'f>) -> Option<(&'f Association, Claimed)> {
    let claims = || facts.claims_on_product(Holder::Us);
    let of = |wanted: Claimed| {
        claims().find(|claim| Claimed::of(facts, claim) == Some(wanted)).map(|one| (one, wanted))
    };
    of(Claimed::Same).or_else(|| of(Claimed::Unknown))
}

#[cfg(feature = "core")]
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
            ("Dynamics 365 Finance", "us", "fail own-claim-exists(claimId=)"),
            ("Business Central", "other-partner", "pass"),
            ("Business Central", "us", "pass"),
        ] {
            let evidence = format!(
                r#"{{"associations":[{{"tenantId":"{CONTOSO}","product":"{product}","holder":"{holder}"}}]}}"#
            );
            let claim = claim_with(&[("product", "DYN365_FINANCE")]);
            check_with("competing-claim", &claim, &evidence, expected);
        }
    }

    /// What is not shown to be another product's may be a competing claim, whatever the person says.
    #[test]
    fn associations_that_may_be_on_the_product() {
        let open = "unknown competing-claim-unverified";
        for (area, claimed, members, expected, unclaimed) in [
            ("business-applications", "DYN365_FINANCE", "", open, "unknown"),
            (
                "business-applications",
                "DYN365_FINANCE",
                r#","product":"Contoso Suite""#,
                open,
                "unknown",
            ),
            (
                "business-applications",
                "Contoso",
                r#","product":"Business Central""#,
                open,
                "unknown",
            ),
            (
                "business-applications",
                "DYN365_FINANCE",
                r#","product":"Business Central""#,
                "pass",
                "pass",
            ),
            ("business-applications", "DYN365_FINANCE", r#","status":"Rejected""#, "pass", "pass"),
            ("microsoft-365", "Teams", "", open, "not-applicable"),
            ("microsoft-365", "Teams", r#","product":"Contoso Suite""#, open, "not-applicable"),
            ("microsoft-365", "Teams", r#","product":"Exchange Online""#, "pass", "not-applicable"),
        ] {
            let evidence = format!(
                r#"{{"associations":[{{"tenantId":"{CONTOSO}","holder":"other-partner"{members}}}]}}"#
            );
            let claim = claim_with(&[("solutionArea", area), ("product", claimed)]);
            check_with("competing-claim", &claim, &evidence, expected);
            check_with("subscription-unclaimed", &claim, &evidence, unclaimed);
        }
        let elsewhere = r#"{"associations":[{"tenantId":"11111111-2222-4333-8444-555555555555","holder":"other-partner"}]}"#;
        check_with("competing-claim", &claim_with(&[]), elsewhere, "pass");
    }

    #[test]
    fn own_claims() {
        const FIRST: &str = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
        let exists = "fail own-claim-exists(claimId=CL-1)";
        for (area, claimed, product, more, expected) in [
            ("microsoft-365", "Teams", "Microsoft Teams", "", exists),
            ("microsoft-365", "Exchange Online", "exchange online", "", exists),
            ("microsoft-365", "Teams", "Microsoft Teams", r#""subscriptionId":"@","#, exists),
            ("microsoft-365", "Teams", "Exchange", "", "pass"),
            ("microsoft-365", "", "Teams", "", "pass"),
            ("business-applications", "DYN365_FINANCE", "Dynamics 365 Finance", "", exists),
            (
                "business-applications",
                "DYN365_FINANCE",
                "Finance",
                r#""subscriptionId":"@","#,
                "pass",
            ),
            ("microsoft-365", "Teams", "Teams", r#""activity":"presales","#, exists),
            ("microsoft-365", "Teams", "Teams", r#""status":"Rejected final","#, "pass"),
            ("microsoft-365", "Teams", "Teams", r#""status":"Disassociated","#, "pass"),
            ("microsoft-365", "Teams", "Teams", r#""status":"Under review","#, exists),
        ] {
            let more = more.replace('@', FIRST);
            let evidence = format!(
                r#"{{"associations":[{{"tenantId":"{CONTOSO}",{more}"product":"{product}","holder":"us","claimId":"CL-1"}}]}}"#
            );
            let claim = claim_with(&[("solutionArea", area), ("product", claimed)]);
            check_with("competing-claim", &claim, &evidence, expected);
        }
        let both = format!(
            r#"{{"associations":[{{"tenantId":"{CONTOSO}","product":"Teams","holder":"us"}},
                {{"tenantId":"{CONTOSO}","product":"Teams","holder":"other-partner"}}]}}"#
        );
        let claim = claim_with(&[("solutionArea", "microsoft-365"), ("product", "Teams")]);
        check_with("competing-claim", &claim, &both, "fail competing-claim own-claim-exists");
    }
}
