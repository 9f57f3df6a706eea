//! Whether the subscription is the tenant's, and of the product.

use super::record::{is_tenant_known, settled_by_area, tenant_subscriptions, with_record};
use crate::code::Code;
use crate::evidence::Subscription;
use crate::facts::{Facts, Identifier};
use crate::report::{Asks, Basis, Findings, Found};
use crate::sku::{Class, Nature};

/// Are product and subscription on the customer's tenant?
///
/// Records without a tenant show nothing: they may be any customer's. Nor can a product be compared
/// whose name is not known, or one of another area, which these subscriptions are not for.
pub fn on_tenant(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    if let Some(settled) = settled_by_area(facts) {
        return settled;
    }
    let tenant = facts.tenant_id();
    let records = &facts.records;
    let mut tenants = records.iter().filter_map(|record| record.tenant_id);
    let on_claimed_tenant = tenants.clone().any(|id| Some(id) == tenant);
    let on_other_tenant = tenant.is_some() && tenants.any(|id| Some(id) != tenant);
    let no_product = product_not_on_tenant(facts, findings);
    // If no subscription is for the product, one that nobody named isn't either: one fact, one finding.
    let is_named = matches!(facts.subscription, Identifier::Read(_));
    let compared = records.first().filter(|_| is_named || !no_product);
    let differs = compared.is_some_and(|record| product_mismatch(facts, record, findings));
    let can_compare = facts.product.class() == Class::Missing || is_comparable(facts);
    match (on_claimed_tenant, on_other_tenant) {
        (false, true) => {
            findings.raise(Code::SubscriptionOnOtherTenant);
            Found::fail(Basis::Evidence)
        }
        _ if no_product || differs => Found::fail(Basis::Evidence),
        (true, false) if can_compare => Found::pass(Basis::Evidence),
        // Exports that contradict each other show nothing.
        (true, _) if can_compare => Found::unknown(Asks::Customer),
        (true, _) => Found::unknown(Asks::You),
        (false, false) => {
            let is_missing = records.is_empty() && is_tenant_known(facts);
            if is_named && is_missing {
                findings.raise(Code::SubscriptionNotListed);
            }
            let waits_for_id = !is_named && records.is_empty();
            let asks_customer = can_compare || is_missing || waits_for_id;
            Found::unknown(if asks_customer { Asks::Customer } else { Asks::You })
        }
    }
}

/// Can the product be compared with that of a subscription? One of another area is wrong in any case,
/// as `product-not-in-area` says.
fn is_comparable(facts: &Facts<'_>) -> bool {
    facts.product.is_business()
}

/// Is the subscription for Dynamics 365?
///
/// Decides by the SKU's GUID, or else by its part number, but never by a service plan or a name.
pub fn dynamics(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    with_record(facts, Asks::Customer, |record| {
        match facts.sku_of(record).map(|sku| (sku.nature(), sku)) {
            None | Some((Nature::PowerPlatform, _)) => Found::unknown(Asks::Customer),
            Some((Nature::Dynamics, _)) => Found::pass(Basis::Evidence),
            Some((Nature::Other, sku)) => {
                findings.raise(Code::SubscriptionNotDynamics).text("product", &sku.name);
                Found::fail(Basis::Evidence)
            }
        }
    })
}

/// Raises a finding if every subscription of the tenant is for a known product, and none can be the
/// claimed one. One without a tenant may be the tenant's, too.
fn product_not_on_tenant(facts: &Facts<'_>, findings: &mut Findings) -> bool {
    if !is_comparable(facts) {
        return false;
    }
    let is_none =
        |record: &Subscription| facts.sku_of(record).is_some_and(|sku| !facts.product.may_be(sku));
    // The claimed subscription itself is looked at first: it decides nearly always.
    let tenant = facts.tenant_id();
    let mut claimed = facts.records.iter().filter(|record| record.tenant_id == tenant);
    let mut others = facts.evidence.subscriptions_without_tenant();
    if !claimed.all(|record| is_none(record))
        || !is_tenant_known(facts)
        || !tenant_subscriptions(facts).all(is_none)
        || !others.all(is_none)
    {
        return false;
    }
    findings.raise(Code::ProductNotOnTenant).text("product", facts.product.label());
    true
}

/// Raises a finding if the subscription is for another product than the one claimed.
fn product_mismatch(facts: &Facts<'_>, record: &Subscription, findings: &mut Findings) -> bool {
    let sku = facts.sku_of(record).filter(|sku| facts.product.differs_from(sku));
    let Some(sku) = sku.filter(|_| is_comparable(facts)) else { return false };
    findings
        .raise(Code::ProductSubscriptionMismatch)
        .text("product", facts.product.label())
        .text("subscriptionProduct", &sku.name)
        .text("typed", facts.product.label());
    true
}

#[cfg(feature = "core")]
#[cfg(test)]
mod tests {
    use crate::testing::{CONTOSO, check_by_area, check_with, claim_with, subscription};

    const SALES: &str = r#""skuId":"1e1a282c-9c54-43a2-9310-98ef728faace""#;
    const FINANCE: &str = r#""skuId":"55c9eb4e-c746-45b4-b255-9ab6b19d5c62""#;
    const SUITE: &str = r#""skuId":"06ebc4ee-1bb5-47dd-8120-11324bc54e06""#;
    const OTHER: &str = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";
    /// Neither this subscription nor another one of the tenant is for the product.
    const NEITHER: &str = "fail product-not-on-tenant product-subscription-mismatch";

    fn on(tenant: &str) -> String {
        format!(r#""tenantId":"{tenant}""#)
    }

    /// One export names its tenant, another one does not.
    #[test]
    fn a_subscription_without_a_tenant_may_be_the_tenants() {
        let claim = claim_with(&[("product", "Business Central"), ("subscriptionId", "")]);
        for (sku, expected) in [
            // Business Central, and a SKU that is in no table.
            ("2880026b-2b0c-4251-8656-5d41ff11e3aa", "unknown"),
            ("11111111-2222-4333-8444-555555555555", "unknown"),
            // Finance.
            ("55c9eb4e-c746-45b4-b255-9ab6b19d5c62", "fail product-not-on-tenant"),
        ] {
            let evidence = format!(
                r#"{{"subscriptions":[
                    {{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","status":"active",{SALES},{}}},
                    {{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a03","status":"active","skuId":"{sku}"}}]}}"#,
                on(CONTOSO)
            );
            check_with("subscription-on-tenant", &claim, &evidence, expected);
        }
    }

    #[test]
    fn tenants() {
        check_by_area("subscription-on-tenant", &[], "unknown");
        check_by_area("subscription-on-tenant", &[&on(CONTOSO)], "pass");
        check_by_area("subscription-on-tenant", &[&on(OTHER)], "fail subscription-on-other-tenant");
        let claim = claim_with(&[("subscriptionId", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a99")]);
        let listed = subscription(&[&on(CONTOSO)]);
        check_with("subscription-on-tenant", &claim, &listed, "unknown subscription-not-listed");
        check_with("subscription-on-tenant", &claim, &subscription(&[&on(OTHER)]), "unknown");
        check_with("subscription-on-tenant", &claim, &subscription(&[]), "unknown");
        let commerce = claim_with(&[("subscriptionId", "71d2e0c4-55aa-4c1b-8f3e-9a0c1b2d3e01")]);
        let both =
            [&*on(CONTOSO), r#""commerceSubscriptionId":"71d2e0c4-55aa-4c1b-8f3e-9a0c1b2d3e01""#];
        check_with("subscription-on-tenant", &commerce, &subscription(&both), "pass");
        check_with(
            "subscription-on-tenant",
            &claim_with(&[("customerTenantId", "")]),
            &listed,
            "unknown",
        );
    }

    #[test]
    fn contradicting_tenants_show_nothing() {
        let one = r#"{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","status":"active","tenantId":"#;
        let both = format!(r#"{{"subscriptions":[{one}"{CONTOSO}"}},{one}"{OTHER}"}}]}}"#);
        check_with("subscription-on-tenant", &claim_with(&[]), &both, "unknown");
    }

    #[test]
    fn products() {
        for (product, sku, expected) in [
            ("", FINANCE, "pass"),
            ("DYN365_FINANCE", FINANCE, "pass"),
            ("Dynamics 365 Finance", FINANCE, "pass"),
            ("55c9eb4e-c746-45b4-b255-9ab6b19d5c62", FINANCE, "pass"),
            ("Something else", FINANCE, "unknown"),
            ("Teams", FINANCE, "unknown"),
            ("Teams", SUITE, "unknown"),
            ("Business Central", SUITE, NEITHER),
            ("Azure SQL", FINANCE, "unknown"),
            ("DYN365_FINANCE", SALES, NEITHER),
            ("Business Central", SALES, NEITHER),
            ("D365_SALES_PRO", SALES, "fail product-subscription-mismatch"),
            ("DYN365_FINANCE", r#""skuId":"11111111-1111-1111-1111-111111111111""#, "pass"),
            ("Something else", r#""skuId":"11111111-1111-1111-1111-111111111111""#, "unknown"),
        ] {
            let claim = claim_with(&[("product", product)]);
            let evidence = subscription(&[&on(CONTOSO), sku]);
            check_with("subscription-on-tenant", &claim, &evidence, expected);
        }
    }

    /// What is added to a list and cannot be read lifts no finding about it.
    #[test]
    fn a_list_with_a_gap_misses_the_product_all_the_same() {
        let claim = claim_with(&[("product", "Business Central")]);
        let listed = subscription(&[&on(CONTOSO), SALES]);
        for evidence in [
            listed.clone(),
            listed.replace("]}", ",7]}"),
            listed.replace(
                "]}",
                r#",{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02","tenantId":"?"}]}"#,
            ),
            subscription(&[&on(CONTOSO), SALES, r#""excerpt":"?""#]),
        ] {
            check_with("subscription-on-tenant", &claim, &evidence, NEITHER);
        }
        let excerpt = subscription(&[&on(CONTOSO), SALES, r#""excerpt":true"#]);
        check_with(
            "subscription-on-tenant",
            &claim,
            &excerpt,
            "fail product-subscription-mismatch",
        );
    }

    #[test]
    fn dynamics_or_not() {
        for (members, expected) in [
            (&[][..], "unknown"),
            (&[SALES], "pass"),
            (
                &[r#""skuId":"06ebc4ee-1bb5-47dd-8120-11324bc54e06""#],
                "fail subscription-not-dynamics",
            ),
            (&[r#""skuId":"d2dea78b-507c-4e56-b400-39447f4738f8""#], "unknown"),
            (&[r#""skuId":"11111111-1111-1111-1111-111111111111""#], "unknown"),
            (&[r#""skuPartNumber":"DYN365_FINANCE""#], "pass"),
            (&[r#""skuPartNumber":"SPE_E5""#], "fail subscription-not-dynamics"),
            (&[r#""skuPartNumber":"DYN365_SOMETHING_NEW""#], "unknown"),
            (
                &[r#""skuId":"11111111-1111-1111-1111-111111111111","skuPartNumber":"SPE_E5""#],
                "unknown",
            ),
            (&[r#""productName":"Dynamics 365 Finance""#], "unknown"),
        ] {
            check_by_area("subscription-dynamics", members, expected);
        }
    }
}
