//! As of when a pass holds that rests on old evidence.

use crate::code::CheckId;
use crate::date::Date;
use crate::domain::Domain;
use crate::facts::Facts;
use crate::report::{Basis, CheckParams, CheckResult, Outcome};

use super::partner;

/// For so many days, evidence counts as of today.
pub const FRESH_DAYS: i32 = 30;

/// Adds the day to passes from evidence that is older. It never changes an outcome.
pub fn date(facts: &Facts<'_>, results: &mut [CheckResult]) {
    for result in results.iter_mut().filter(|result| result.outcome == Outcome::Pass) {
        let day = day_of(facts, result).filter(|day| day.plus_days(FRESH_DAYS) < facts.today);
        result.params = day.map(|as_of| CheckParams { as_of });
    }
}

/// The day of what the pass rests on; none if that is as of now or does not age.
fn day_of(facts: &Facts<'_>, result: &CheckResult) -> Option<Date> {
    if result.id == CheckId::PartnerIdEnrolled {
        return partner::account(facts)?.as_of;
    }
    if result.basis != Some(Basis::Evidence) {
        return None;
    }
    match result.id {
        CheckId::TenantDomain => {
            let tenant_id = facts.tenant_id()?;
            let domain = facts.domain().map(Domain::as_str)?;
            facts.evidence.tenants_with_id(tenant_id).next()?.as_of.of(domain)
        }
        CheckId::SubscriptionProvisioned => facts.records.first()?.as_of.provisioning,
        _ => facts.records.first()?.as_of.status,
    }
}

#[cfg(feature = "core")]
#[cfg(test)]
mod tests {
    use crate::code::CheckId;
    use crate::testing::{CONTOSO, claim_with, report, subscription};

    #[test]
    fn a_pass_from_evidence_older_than_30_days_says_its_day() {
        // Today is 2026-11-22.
        for (day, expected) in [("2026-10-22", Some("2026-10-22")), ("2026-10-23", None)] {
            let listed =
                subscription(&[&format!(r#""provisioning":"provisioned","asOf":"{day}""#)]);
            let tenant = format!(
                r#"{{"tenants":[{{"tenantId":"{CONTOSO}","domains":["contoso.com"],"source":"x","asOf":"{day}"}}]}}"#
            );
            for (id, evidence) in [
                (CheckId::SubscriptionStatus, &listed),
                (CheckId::SubscriptionProvisioned, &listed),
                (CheckId::TenantDomain, &tenant),
            ] {
                let report = report(&claim_with(&[]), evidence);
                let check = report.checks.iter().find(|check| check.id == id).unwrap();
                let as_of = check.params.map(|params| params.as_of.to_string());
                assert_eq!(as_of.as_deref(), expected, "{id:?}: {check:?}");
            }
        }
        let stated = report(&claim_with(&[]), "{}");
        assert!(stated.checks.iter().all(|check| check.params.is_none()));
    }
}
