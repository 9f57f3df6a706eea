//! The subscription's ID, and which subscription the claim can be for without one.

use super::record::is_tenant_known;
use crate::code::Code;
use crate::evidence::Subscription;
use crate::facts::{Facts, Identifier};
use crate::report::{Asks, Basis, Finding, Findings, Found};

/// Is the subscription ID well-formed and of the right kind?
///
/// Only Business Applications claims ask for a subscription.
pub fn id(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    if facts.area.is_some() && !facts.is_business() {
        if facts.subscription != Identifier::Missing {
            findings.raise(Code::SubscriptionIdNotNeeded);
        }
        return Found::NOT_APPLICABLE;
    }
    match &facts.subscription {
        Identifier::Read(_) => Found::pass(Basis::Typed),
        Identifier::Missing => {
            if !facts.is_business() {
                return Found::unknown(Asks::You);
            }
            raise_missing(facts, findings);
            Found::unknown(Asks::Customer)
        }
        Identifier::Malformed(fault) => {
            findings.raise(Code::SubscriptionIdMalformed).name("problem", fault.name());
            Found::fail(Basis::Typed)
        }
        Identifier::WrongKind(kind) => {
            findings.raise(Code::SubscriptionIdWrongKind).name("kind", kind.name());
            Found::fail(Basis::Typed)
        }
    }
}

/// Says which of the tenant's subscriptions the claim can be for.
fn raise_missing(facts: &Facts<'_>, findings: &mut Findings) {
    let matches = facts.matches();
    // Without an ID, the records are those of the only subscription that can be meant.
    let only = facts.records.first().map(|record| record.id.to_string());
    let found = match matches.as_deref() {
        _ if only.is_some() => "one",
        None if is_tenant_known(facts) => "listed",
        None => "unknown",
        Some([]) => "none",
        // Where only one is for the product for certain, another may be.
        Some(matches) if !are_several(facts, matches) => "listed",
        Some(_) => "several",
    };
    findings
        .raise(Code::SubscriptionIdMissing)
        .name("match", found)
        .text("suggestion", only.unwrap_or_default());
}

/// Are several of these subscriptions for the product, as their SKUs show?
fn are_several(facts: &Facts<'_>, matches: &[&Subscription]) -> bool {
    let known = |record: &&&Subscription| facts.sku_of(record).is_some();
    let mut ids = matches.iter().filter(known).map(|record| record.id);
    ids.next().is_some_and(|first| ids.any(|id| id != first))
}

/// Says of the only subscription that the claim can be for that it is not to be claimed, where another
/// finding asks for a different one.
pub fn suggest_no_unfit(findings: &mut Findings) {
    let asks_for_another = |finding: &Finding| match finding.code {
        Code::SubscriptionCsp => finding.has("certainty", "certain"),
        Code::SubscriptionAlreadyClaimed => finding.has("by", "us") && finding.has("ended", "yes"),
        code => matches!(code, Code::SubscriptionTrial | Code::SubscriptionNotDynamics),
    };
    if findings.raised().iter().any(asks_for_another) {
        findings.replace(Code::SubscriptionIdMissing, "match", "one", "unfit");
    }
}

#[cfg(feature = "core")]
#[cfg(test)]
mod tests {
    use crate::testing::{CONTOSO, check, check_with, claim_with};

    const SALES: &str = r#""skuId":"1e1a282c-9c54-43a2-9310-98ef728faace""#;
    const FINANCE: &str = r#""skuId":"55c9eb4e-c746-45b4-b255-9ab6b19d5c62""#;
    const OTHER: &str = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";
    #[test]
    fn ids() {
        for (text, expected) in [
            ("0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", "pass"),
            ("", "unknown subscription-id-missing"),
            (
                "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a0",
                "fail subscription-id-malformed(problem=too-short)",
            ),
            (
                "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a0x",
                "fail subscription-id-malformed(problem=bad-character)",
            ),
            (CONTOSO, "fail subscription-id-wrong-kind(kind=tenant-id)"),
            (
                "9188040d-6c67-4c5b-b112-36a304b66dad",
                "fail subscription-id-wrong-kind(kind=tenant-id)",
            ),
            (
                "1e1a282c-9c54-43a2-9310-98ef728faace",
                "fail subscription-id-wrong-kind(kind=sku-id)",
            ),
            ("DYN365_FINANCE", "fail subscription-id-wrong-kind(kind=sku-part-number)"),
            ("CFQ7TTC0LH18:0001:CFQ7TTC0K971", "fail subscription-id-wrong-kind(kind=offer-id)"),
            ("CFQ7TTC0LH18", "fail subscription-id-wrong-kind(kind=product-id)"),
            ("94e858b6d855", "fail subscription-id-wrong-kind(kind=order-id)"),
            ("MS-AZR-0145P", "fail subscription-id-wrong-kind(kind=azure-offer)"),
            ("5357564", "fail subscription-id-wrong-kind(kind=partner-id)"),
            (
                "00000000-0000-0000-0000-000000000000",
                "fail subscription-id-wrong-kind(kind=placeholder)",
            ),
            ("contoso.com", "fail subscription-id-wrong-kind(kind=domain)"),
        ] {
            check("subscription-id", &claim_with(&[("subscriptionId", text)]), expected);
        }
        let microsoft_365 =
            |id| claim_with(&[("solutionArea", "microsoft-365"), ("subscriptionId", id)]);
        check("subscription-id", &microsoft_365(""), "not-applicable");
        check("subscription-id", &microsoft_365("x"), "not-applicable subscription-id-not-needed");
        let no_area = |id| claim_with(&[("solutionArea", ""), ("subscriptionId", id)]);
        check("subscription-id", &no_area(""), "unknown");
        check(
            "subscription-id",
            &no_area(CONTOSO),
            "fail subscription-id-wrong-kind(kind=tenant-id)",
        );
    }

    /// Without an ID, the checks look at the only subscription that is shown to be of the product.
    #[test]
    fn the_only_subscription_of_the_product() {
        let row = |id: &str, more: &str| {
            format!(r#"{{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a{id}","status":"active"{more}}}"#)
        };
        let on = |tenant: &str, sku: &str| format!(r#","tenantId":"{tenant}",{sku}"#);
        let (here, unknown) = (on(CONTOSO, SALES), on(CONTOSO, r#""skuPartNumber":"NEW""#));
        for (rows, provisioned) in [
            (vec![row("01", &here)], "fail subscription-not-provisioned"),
            (
                vec![row("01", &here), row("02", &on(CONTOSO, FINANCE))],
                "fail subscription-not-provisioned",
            ),
            (vec![row("01", &here), row("02", &here)], "unknown"),
            (vec![row("01", &here), row("02", &unknown)], "unknown"),
            (vec![row("01", &unknown)], "unknown"),
            (vec![row("01", &on(CONTOSO, FINANCE))], "unknown"),
            // What cannot be read may be of the product as well, but it makes nothing better.
            (vec![row("01", &here), "7".to_owned()], "fail subscription-not-provisioned"),
            (
                vec![row("01", &here), row("02", r#","tenantId":"?""#)],
                "fail subscription-not-provisioned",
            ),
        ] {
            let is_sound = !rows.iter().any(|row| row == "7" || row.contains('?'));
            let rows = rows.join(",").replacen('}', r#","provisioning":"pending"}"#, 1);
            let evidence = format!(r#"{{"subscriptions":[{rows}]}}"#);
            let claim = claim_with(&[("product", "Dynamics 365 Sales"), ("subscriptionId", "")]);
            check_with("subscription-provisioned", &claim, &evidence, provisioned);
            let passes = if is_sound && provisioned != "unknown" { "pass" } else { "unknown" };
            let evidence = evidence.replace("pending", "provisioned");
            check_with("subscription-provisioned", &claim, &evidence, passes);
        }
        // All that is known of it counts, also that it is listed under another tenant.
        let evidence = format!(
            r#"{{"subscriptions":[{},{}]}}"#,
            row("01", &here),
            row("01", &on(OTHER, SALES))
        );
        let claim = claim_with(&[("product", "Dynamics 365 Sales"), ("subscriptionId", "")]);
        check_with("subscription-on-tenant", &claim, &evidence, "unknown");
    }
}
