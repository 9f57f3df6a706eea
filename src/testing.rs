//! Helpers for the tables of cases in the checks.

use crate::World;
use crate::code::CheckId;
use crate::date::Date;
use crate::json::{self, Value};
use crate::report::{Checks, Param, Report};
use crate::ruleset::RULESETS;
use crate::sku::SkuTable;

/// The sample customer's tenant.
pub const CONTOSO: &str = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";

const GOOD: [(&str, &str); 10] = [
    ("userRole", "incentives-admin"),
    ("customerTenantId", CONTOSO),
    ("customerDomain", "contoso.com"),
    ("solutionArea", "business-applications"),
    ("activity", "usage"),
    ("purchaseChannel", "volume-licensing"),
    ("subscriptionId", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01"),
    ("partnerId", "5357564"),
    ("competingPartner", "no"),
    ("proofOfExecution", "ready"),
];

/// A claim that passes, with some fields changed.
pub fn claim_with(changes: &[(&str, &str)]) -> String {
    let mut members: Vec<(&str, &str)> = GOOD.to_vec();
    members.retain(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    members.extend(changes);
    serde_json::to_string(&members.into_iter().collect::<std::collections::BTreeMap<_, _>>())
        .unwrap()
}

/// Evidence of one active subscription, the claimed one, with additional members.
pub fn subscription(members: &[&str]) -> String {
    let more: String = members.iter().map(|member| format!(",{member}")).collect();
    format!(
        r#"{{"subscriptions":[{{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","status":"active"{more}}}]}}"#
    )
}

/// Checks an outcome with a subscription, which only Business Applications claims have.
#[track_caller]
pub fn check_by_area(id: &str, members: &[&str], expected: &str) {
    check_with(id, &claim_with(&[]), &subscription(members), expected);
    let microsoft_365 = [("solutionArea", "microsoft-365"), ("activity", "usage")];
    check_with(id, &claim_with(&microsoft_365), &subscription(members), "not-applicable");
    check_with(id, &claim_with(&[("solutionArea", "")]), &subscription(members), "unknown");
}

/// The report as of 2026-11-22, under the default rule set.
#[track_caller]
pub fn report(claim: &str, evidence: &str) -> Report {
    report_under(RULESETS[0].id, claim, evidence)
}

/// The report as of 2026-11-22, under a rule set.
#[track_caller]
pub fn report_under(ruleset: &str, claim: &str, evidence: &str) -> Report {
    let read = |text| {
        let (value, fault) = json::parse(text);
        assert_eq!(fault, None, "{text}");
        value
    };
    let skus = SkuTable::read(include_str!("facts/skus.csv"));
    let to_ascii = |host: &str| {
        matches!(host, "münchen.de" | "xn--mnchen-3ya.de").then(|| "xn--mnchen-3ya.de".to_owned())
    };
    let today = Date::parse("2026-11-22").unwrap();
    let world = World { today, skus: &skus, to_ascii: &to_ascii };
    let options = Value::Map(vec![("ruleset".into(), Value::Text(ruleset.into()))]);
    world.check_claim(&read(claim), &world.evidence(&read(evidence)), &options)
}

/// Like [`check_with`], without evidence.
#[track_caller]
pub fn check(id: &str, claim: &str, expected: &str) {
    check_with(id, claim, "{}", expected);
}

/// Compares the outcome and codes of one check, written as `fail code(param=value)`. A parameter
/// only counts if `expected` has it. Findings about several checks at once are left out.
#[track_caller]
pub fn check_with(id: &str, claim: &str, evidence: &str, expected: &str) {
    assert_check(id, &report(claim, evidence), expected, &format!("\n{claim}\n{evidence}"));
}

/// Like [`check_with`], under a rule set.
#[track_caller]
pub fn check_under(ruleset: &str, id: &str, claim: &str, evidence: &str, expected: &str) {
    let report = report_under(ruleset, claim, evidence);
    assert_check(id, &report, expected, &format!("{ruleset}\n{claim}\n{evidence}"));
}

#[track_caller]
fn assert_check(id: &str, report: &Report, expected: &str, case: &str) {
    let outcome = report.checks.iter().find(|check| check.id.name() == id).unwrap().outcome;
    let mut found = vec![outcome.name().to_owned()];
    let mut codes = Vec::new();
    for finding in &report.findings {
        let code = finding.code.name();
        let is_this = finding.code.facts().check.is_some_and(|check| check.name() == id);
        if is_this && code != "partner-id-unverified" {
            let with_param = |(key, value)| format!("{code}({key}={})", shown(value));
            let mut all = finding.params.iter().map(|(key, value)| with_param((*key, value)));
            let asked = all.find(|with_param| expected.contains(with_param));
            codes.push(asked.unwrap_or_else(|| code.to_owned()));
        }
    }
    codes.sort();
    found.extend(codes);
    assert_eq!(found.join(" "), expected, "{case}");
}

fn shown(value: &Param) -> String {
    match value {
        Param::Name(name) => (*name).to_owned(),
        Param::Names(checks) => checks.names().collect::<Vec<_>>().join("+"),
        Param::Texts(texts) => texts.join("+"),
        Param::Text(text) => text.clone(),
    }
}

#[test]
#[should_panic(expected = "fail tenant-id-missing")]
fn the_helper_notices_a_wrong_outcome() {
    check("tenant-id", &claim_with(&[("customerTenantId", "")]), "pass");
}

#[test]
fn the_helper_shows_every_name() {
    let checks = Checks::of([CheckId::TenantId, CheckId::Domain].into_iter());
    assert_eq!(shown(&Param::Names(checks)), "tenant-id+domain");
}

#[test]
#[should_panic(expected = "tenant-id-malformed")]
fn the_helper_notices_a_wrong_parameter() {
    let claim = claim_with(&[("customerTenantId", "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b")]);
    check("tenant-id", &claim, "fail tenant-id-malformed(problem=too-long)");
}
