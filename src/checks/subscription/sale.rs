//! How the subscription was sold.

use super::record::with_record;
use crate::claim::PurchaseChannel;
use crate::code::Code;
use crate::facts::Facts;
use crate::report::{Asks, Basis, Findings, Found};

/// Was the subscription bought outside CSP?
///
/// A partner tenant as the owner is a strong sign of CSP but not proof. Where the evidence lists the
/// subscription and shows neither channel nor partner, the person's answer decides.
pub fn not_csp(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    use PurchaseChannel as C;
    with_record(facts, Asks::Purchasing, |_| match (shown_channel(facts), facts.channel) {
        (Some(C::Csp), typed) => {
            let typed = typed.filter(|typed| *typed != C::Csp);
            findings
                .raise(Code::SubscriptionCsp)
                .name("certainty", "certain")
                .name("owner", owner(facts))
                .name("typed", typed.map_or("", C::name));
            Found::fail(Basis::Evidence)
        }
        (Some(C::VolumeLicensing | C::WebDirect), _) => Found::pass(Basis::Evidence),
        (Some(_), _) => Found::unknown(Asks::Purchasing),
        // `channel-not-eligible` says it.
        (None, Some(C::Other)) => Found::unknown(seller(facts)),
        (None, Some(C::Csp)) => Found::fail(Basis::Stated),
        (None, typed) if has_foreign_owner(facts) => {
            findings
                .raise(Code::SubscriptionCsp)
                .name("certainty", "likely")
                .name("owner", owner(facts))
                .name("typed", typed.map_or("", C::name))
                .uncertain();
            Found::unknown(seller(facts))
        }
        (None, Some(C::VolumeLicensing | C::WebDirect)) => Found::pass(Basis::Stated),
        (None, _) => Found::unknown(Asks::Purchasing),
    })
}

/// The purchase channel that the evidence shows for the subscription.
pub fn shown_channel(facts: &Facts<'_>) -> Option<PurchaseChannel> {
    let record = facts.records.first().filter(|_| facts.is_business())?;
    record.channel.filter(|channel| *channel != PurchaseChannel::Unknown)
}

/// Did a tenant other than the customer's create the subscription?
pub fn has_foreign_owner(facts: &Facts<'_>) -> bool {
    !owner(facts).is_empty()
}

/// Whose tenant created the subscription: the partner's own, another one, or the customer's.
fn owner(facts: &Facts<'_>) -> &'static str {
    let records = &facts.records;
    let Some(owner) = records.first().and_then(|one| one.owner_tenant_id.flatten()) else {
        return "";
    };
    let is_listed_there = records.iter().any(|record| record.tenant_id == Some(owner));
    if is_listed_there || Some(owner) == facts.tenant_id() {
        ""
    } else if Some(owner) == facts.own_tenant {
        "us"
    } else {
        "other"
    }
}

/// Who knows how the subscription was sold.
fn seller(facts: &Facts<'_>) -> Asks {
    if owner(facts) == "us" { Asks::You } else { Asks::Purchasing }
}

#[cfg(feature = "core")]
#[cfg(test)]
mod tests {
    use crate::testing::{CONTOSO, check_by_area, claim_with, report, subscription};

    const SALES: &str = r#""skuId":"1e1a282c-9c54-43a2-9310-98ef728faace""#;
    fn on(tenant: &str) -> String {
        format!(r#""tenantId":"{tenant}""#)
    }

    /// What one finding decides, no other one asks for again.
    #[test]
    fn the_channel_is_asked_for_once() {
        let listed = |more: &str| subscription(&[&on(CONTOSO), SALES, more]);
        for (typed, more, due) in [
            ("volume-licensing", r#""channel":"other""#, "channel-not-eligible"),
            ("", r#""provisioning":"provisioned""#, "channel-unconfirmed"),
        ] {
            let report = report(&claim_with(&[("purchaseChannel", typed)]), &listed(more));
            let has = |code: &str| report.findings.iter().find(|one| one.code.name() == code);
            assert!(has(due).is_some(), "{typed} {more}");
            let ask = has("subscription-unverified").map(|one| format!("{:?}", one.params));
            assert!(!ask.unwrap_or_default().contains("purchasing"), "{typed} {more}");
        }
    }

    #[test]
    fn csp_or_not() {
        for (members, expected) in [
            (&[][..], "pass"),
            (&[r#""channel":"csp""#], "fail subscription-csp(certainty=certain)"),
            (&[r#""channel":"volume-licensing""#], "pass"),
            (&[r#""channel":"web-direct""#], "pass"),
            (&[r#""channel":"other""#], "unknown"),
            (&[r#""channel":"unknown""#], "pass"),
            (
                &[r#""ownerTenantId":"b9a8d7c6-1234-4f5e-9a0b-77c6d5e4f3a2""#],
                "unknown subscription-csp(certainty=likely)",
            ),
            (&[r#""ownerTenantId":null"#], "pass"),
        ] {
            check_by_area("subscription-not-csp", members, expected);
        }
    }
}
