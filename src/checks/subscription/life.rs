//! Whether the subscription is set up, active and paid for, and which one follows it.

use super::record::with_record;
use crate::claim::PurchaseChannel;
use crate::code::Code;
use crate::evidence::Subscription;
use crate::facts::Facts;
use crate::guid::Guid;
use crate::report::{Asks, Basis, Findings, Found, Outcome};
use crate::vocabulary::{Provisioning, SubscriptionStatus};

/// Are the products of the subscription provisioned?
///
/// source: 2020-06, "When subscriptions will be available to claim"
pub fn provisioned(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    with_record(facts, Asks::Customer, |record| match record.provisioning {
        Some(Provisioning::Provisioned) => {
            if let Some(day) = facts.visible_by() {
                findings.raise(Code::SubscriptionNewlyProvisioned).text("visibleBy", day);
            }
            Found::pass(Basis::Evidence)
        }
        Some(state) => {
            findings.raise(Code::SubscriptionNotProvisioned).name("provisioning", state.name());
            Found::fail(Basis::Evidence)
        }
        None => Found::unknown(Asks::Customer),
    })
}

/// Is the subscription active or in its grace period, paid for, and older than the claim?
///
/// source: 2020-06, "Choosing a product vs entering a subscription"
pub fn status(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    with_record(facts, Asks::Customer, |record| {
        let found = stage(facts, record, findings);
        let sku = facts.sku_of(record);
        let is_trial = record.trial.unwrap_or_else(|| sku.is_some_and(|sku| sku.is_trial));
        if is_trial {
            findings.raise(Code::SubscriptionTrial);
        }
        let starts_on = facts.starts_later();
        if let Some(day) = starts_on {
            findings.raise(Code::SubscriptionStartsLater).text("startsOn", day);
        }
        match (found.outcome, starts_on) {
            (Outcome::Fail, _) => found,
            (_, Some(_)) => Found::unknown(Asks::You),
            _ if is_trial => Found::unknown(Asks::Customer),
            _ => found,
        }
    })
}

fn stage(facts: &Facts<'_>, record: &Subscription, findings: &mut Findings) -> Found {
    let ends_in = record.ends_on.map(|day| facts.day.days_until(day));
    let in_grace = record.status == SubscriptionStatus::InGrace;
    match record.status {
        SubscriptionStatus::Unknown => return Found::unknown(Asks::Customer),
        SubscriptionStatus::Active => {}
        SubscriptionStatus::InGrace => {
            findings.raise(Code::SubscriptionInGrace);
        }
        status => {
            let ended = Some(record).filter(|record| record.has_ended(facts.day));
            let successor = ended.and_then(|record| successor(facts, record));
            findings
                .raise(Code::SubscriptionNotActive)
                .name("status", status.name())
                .text("successor", successor.unwrap_or_default());
            return Found::fail(Basis::Evidence);
        }
    }
    match (ends_in, record.ends_on) {
        (Some(days @ ..0), _) if in_grace && days >= -LONGEST_GRACE => Found::pass(Basis::Evidence),
        // The term has ended since the export was made, and nothing shows whether it was renewed.
        (Some(..0), _) => Found::unknown(Asks::Customer),
        (Some(days), Some(ends_on)) if days <= facts.rules.days.ending_soon => {
            findings.raise(Code::SubscriptionEnding).text("endsOn", ends_on);
            Found::pass(Basis::Evidence)
        }
        _ => Found::pass(Basis::Evidence),
    }
}

/// The number of days for which a subscription can be in grace after the end of its term.
///
/// source: Microsoft 365, "What happens to my data and access when my subscription ends?" (volume
/// licensing: 90; others have 30)
const LONGEST_GRACE: i32 = 90;

/// The ID of the subscription that replaced an ended one: the only other active subscription to its
/// SKU on the claimed tenant that did not run beside it.
///
/// source: 2020-06, "Choosing a product vs entering a subscription" (a new one needs a new claim)
pub fn successor(facts: &Facts<'_>, ended: &Subscription) -> Option<String> {
    let is_next = |record: &&Subscription| {
        record.id != ended.id
            && record.channel != Some(PurchaseChannel::Csp)
            && !record.has_ended(facts.day)
            && record.may_follow(ended, facts.day, facts.rules.days.ending_soon)
    };
    let sku = ended.sku_id.filter(|sku| *sku != Guid::NIL)?;
    let tenant = facts.tenant_id()?;
    let mut next = facts.evidence.active_subscriptions_to(tenant, sku).filter(is_next);
    let only = next.next()?;
    next.next().is_none().then(|| only.id.to_string())
}

#[cfg(feature = "core")]
#[cfg(test)]
mod tests {
    use crate::report::Verdict;
    use crate::testing::{
        CONTOSO, check_by_area, check_under, check_with, claim_with, report_under, subscription,
    };

    const SALES: &str = r#""skuId":"1e1a282c-9c54-43a2-9310-98ef728faace""#;
    const FINANCE: &str = r#""skuId":"55c9eb4e-c746-45b4-b255-9ab6b19d5c62""#;
    fn on(tenant: &str) -> String {
        format!(r#""tenantId":"{tenant}""#)
    }

    /// Blocked in 2020; only costs earnings in 2023.
    #[test]
    fn ended_subscriptions_by_rule_set() {
        let ended = subscription(&[]).replace("active", "expired");
        for (ruleset, verdict) in [("2020-06", Verdict::Fix), ("2023-10", Verdict::Confirm)] {
            let claim = claim_with(&[]);
            let expected = "fail subscription-not-active(status=expired)";
            check_under(ruleset, "subscription-status", &claim, &ended, expected);
            assert_eq!(report_under(ruleset, &claim, &ended).verdict, verdict);
        }
    }

    #[test]
    fn provisioned_or_not() {
        for (members, expected) in [
            (&[][..], "unknown"),
            (&[r#""provisioning":"provisioned""#], "pass"),
            (
                &[r#""provisioning":"pending""#],
                "fail subscription-not-provisioned(provisioning=pending)",
            ),
            (
                &[r#""provisioning":"failed""#],
                "fail subscription-not-provisioned(provisioning=failed)",
            ),
        ] {
            check_by_area("subscription-provisioned", members, expected);
        }
    }

    /// A trial is told whatever its state, because to activate it again would not help.
    #[test]
    fn trials() {
        for (status, expected) in [
            ("active", "unknown subscription-trial"),
            ("unknown", "unknown subscription-trial"),
            ("suspended", "fail subscription-not-active subscription-trial"),
        ] {
            let trial = subscription(&[r#""trial":true"#]).replace("active", status);
            check_with("subscription-status", &claim_with(&[]), &trial, expected);
        }
    }

    #[test]
    fn stages_of_life() {
        for (status, ends_on, expected) in [
            ("active", "", "pass"),
            ("active", "2027-11-03", "pass"),
            ("active", "2026-12-23", "pass"),
            ("active", "2026-12-22", "pass subscription-ending"),
            ("active", "2026-11-22", "pass subscription-ending"),
            ("active", "2026-11-21", "unknown"),
            ("in-grace", "", "pass subscription-in-grace"),
            ("in-grace", "2026-12-10", "pass subscription-ending subscription-in-grace"),
            ("in-grace", "2026-11-21", "pass subscription-in-grace"),
            ("in-grace", "2026-08-24", "pass subscription-in-grace"),
            ("in-grace", "2026-08-23", "unknown subscription-in-grace"),
            ("suspended", "2026-12-10", "fail subscription-not-active(status=suspended)"),
            ("deleted", "", "fail subscription-not-active(status=deleted)"),
            ("locked-out", "", "fail subscription-not-active(status=locked-out)"),
            ("expired", "", "fail subscription-not-active(status=expired)"),
            ("disabled", "", "fail subscription-not-active(status=disabled)"),
            ("pending", "", "fail subscription-not-active(status=pending)"),
            ("unknown", "2026-12-10", "unknown"),
        ] {
            let evidence = format!(
                r#"{{"subscriptions":[{{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","status":"{status}","endsOn":"{ends_on}"}}]}}"#
            );
            check_with("subscription-status", &claim_with(&[]), &evidence, expected);
        }
    }

    /// Only the later rule set knows about the lag.
    #[test]
    fn recently_provisioned() {
        for (created, visible_by) in [
            ("2026-11-23", "(visibleBy=2026-11-30)"),
            ("2026-11-22", "(visibleBy=2026-11-29)"),
            ("2026-11-16", "(visibleBy=2026-11-23)"),
            ("2026-11-15", ""),
            ("2025-01-01", ""),
            ("", ""),
        ] {
            let created = format!(r#""createdOn":"{created}""#);
            for (state, outcome) in [("provisioned", "pass"), ("", "unknown")] {
                let state_member = format!(r#""provisioning":"{state}""#);
                let evidence = subscription(&[&created, &state_member]);
                let is_new = state == "provisioned" && !visible_by.is_empty();
                let pass = format!("pass subscription-newly-provisioned{visible_by}");
                let expected = if is_new { &pass } else { outcome };
                let claim = claim_with(&[]);
                check_under("2023-10", "subscription-provisioned", &claim, &evidence, expected);
                check_under("2020-06", "subscription-provisioned", &claim, &evidence, outcome);
            }
        }
    }

    #[test]
    fn the_successor_of_an_ended_one() {
        const NEXT: &str = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a77";
        let next = |id: &str, sku: &str, more: &str| {
            format!(r#",{{"id":"{id}","status":"active",{},{sku}{more}}}"#, on(CONTOSO))
        };
        let another = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a78";
        for (members, others, ended, successor) in [
            (r#""status":"expired""#, next(NEXT, SALES, ""), "yes", NEXT),
            (r#""status":"active","endsOn":"2026-11-21""#, next(NEXT, SALES, ""), "yes", NEXT),
            (r#""status":"expired""#, String::new(), "yes", ""),
            (r#""status":"expired""#, next(NEXT, FINANCE, ""), "yes", ""),
            (r#""status":"expired""#, next(NEXT, SALES, r#","channel":"csp""#), "yes", ""),
            (r#""status":"expired""#, next(NEXT, SALES, r#","status":"suspended""#), "yes", ""),
            (r#""status":"expired""#, next(NEXT, SALES, "") + &next(another, SALES, ""), "yes", ""),
            (r#""status":"active","endsOn":"2026-11-22""#, next(NEXT, SALES, ""), "no", ""),
            (r#""status":"in-grace","endsOn":"2026-11-01""#, next(NEXT, SALES, ""), "no", ""),
        ] {
            let evidence = format!(
                r#"{{"subscriptions":[{{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","claimedBy":"us",{},{SALES},{members}}}{others}]}}"#,
                on(CONTOSO)
            );
            for expected in [format!("(ended={ended})"), format!("(successor={successor})")] {
                let expected = format!("fail subscription-already-claimed{expected}");
                check_with("subscription-unclaimed", &claim_with(&[]), &evidence, &expected);
            }
            if members.contains("expired") {
                let expected = format!("fail subscription-not-active(successor={successor})");
                check_with("subscription-status", &claim_with(&[]), &evidence, &expected);
            }
        }
    }
}
