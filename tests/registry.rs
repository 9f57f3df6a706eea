//! The registry of codes, held to its word: every code is documented and named after its fault,
//! some claim raises it and some claim does not, and what a report says is what the registry
//! declares.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a panic is how a test fails"
)]

use std::collections::{BTreeMap, BTreeSet};

use cpor_preflight::claim::Field;
use cpor_preflight::code::{CheckId, Code, ParamFacts, ParamValue};
use cpor_preflight::date::Date;
use cpor_preflight::report::{Finding, Outcome, Param, Report};
use cpor_preflight::ruleset::{RULESETS, RuleSet, Severity};

#[path = "support/scenario.rs"]
mod scenario;
#[path = "support/world.rs"]
mod world;

use world::{check, world};

const SOURCE: &str = include_str!("../src/code.rs");

/// Longer values would echo what was typed instead of saying what is wrong with it.
const LONGEST_PARAM: usize = 120;

#[test]
fn codes_are_documented_and_named_after_the_fault() {
    let mut faults = Vec::new();
    let names = Code::ALL.iter().map(|code| code.name()).collect::<Vec<_>>();
    let checks = CheckId::ALL.iter().map(|check| check.name());
    for name in names.iter().copied().chain(checks.clone()) {
        let declared = format!("= \"{name}\"");
        let before = SOURCE.lines().zip(SOURCE.lines().skip(1));
        let documented = before.filter(|(_, line)| line.contains(&declared)).all(|(doc, _)| {
            doc.trim().strip_prefix("/// ").is_some_and(|text| text.ends_with(['.', '?']))
        });
        let is_kebab = name.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        });
        if !documented {
            faults.push(format!("{name}: has no doc comment of a sentence"));
        }
        if !is_kebab {
            faults.push(format!("{name}: is not words joined by hyphens"));
        }
    }
    for (place, name) in names.iter().enumerate() {
        if names[..place].contains(name) {
            faults.push(format!("{name}: is there twice"));
        }
        if Code::from_name(name) != Some(Code::ALL[place]) {
            faults.push(format!("{name}: is not found by its name"));
        }
        let demand = ["check-", "must-", "validate-", "ensure-", "no-", "disallow-"];
        let word = ["invalid", "error", "bad", "wrong-input"];
        if demand.iter().any(|start| name.starts_with(start))
            || word.iter().any(|word| name.split('-').any(|part| part == *word))
        {
            faults.push(format!("{name}: does not name a fault"));
        }
    }
    report_all(&faults);
}

#[test]
fn every_code_is_raised_by_some_claim_and_not_by_another() {
    let reports = reports();
    let raised = |code: Code| {
        reports.iter().filter(|(_, report)| report.findings.iter().any(|f| f.code == code)).count()
    };
    let mut faults = Vec::new();
    for code in Code::ALL {
        match raised(*code) {
            0 => faults.push(format!("{}: no claim raises it", code.name())),
            count if count == reports.len() => {
                faults.push(format!("{}: every claim raises it", code.name()));
            }
            _ => {}
        }
    }
    report_all(&faults);
}

/// Whoever words a finding relies on every declared parameter, and on nothing else.
#[test]
fn parameters_are_the_declared_ones() {
    let mut faults = Vec::new();
    for (name, report) in reports() {
        for finding in &report.findings {
            for fault in parameter_faults(finding) {
                faults.push(format!("{name}: {}: {fault}", finding.code.name()));
            }
        }
    }
    report_all(&faults);
}

#[test]
fn findings_are_what_the_registry_and_the_rule_set_say() {
    let mut faults = Vec::new();
    for (name, report) in reports() {
        let rules = RuleSet::named(report.ruleset).unwrap();
        for finding in &report.findings {
            let (facts, rule) = (finding.code.facts(), rules.code(finding.code));
            let code = finding.code.name();
            if finding.kind != facts.kind || finding.section != rule.section {
                faults.push(format!("{name}: {code}: kind or section differs"));
            }
            // What is only likely weighs less than the rule set says, never more.
            if finding.severity < rule.severity {
                faults.push(format!("{name}: {code}: weighs more than declared"));
            }
            let named = finding.params.iter().find(|(key, _)| *key == "field").map(|(_, v)| v);
            let about = named.and_then(|value| match value {
                Param::Name(field) => Field::from_name(field),
                _ => None,
            });
            let is_about = about.is_some_and(|field| finding.fields == [field]);
            if finding.fields != facts.fields && !is_about {
                faults.push(format!("{name}: {code}: names {:?}", finding.fields));
            }
        }
    }
    report_all(&faults);
}

#[test]
fn every_report_has_every_check_and_its_findings_in_order() {
    let mut faults = Vec::new();
    for (name, report) in reports() {
        for fault in report_faults(&report) {
            faults.push(format!("{name}: {fault}"));
        }
    }
    report_all(&faults);
}

/// A failing check says why, a blocking finding fails its check, and both make the verdict.
#[test]
fn outcomes_and_findings_agree() {
    let mut faults = Vec::new();
    for (name, report) in reports() {
        let about = |check: CheckId| {
            let findings = report.findings.iter();
            findings.filter(move |finding| finding.code.facts().check == Some(check))
        };
        let is_told = |check: CheckId| {
            report.findings.iter().any(|finding| check.told_by().contains(&finding.code))
        };
        for check in &report.checks {
            let blocked = about(check.id).any(|finding| finding.severity == Severity::Blocks);
            let says_why = about(check.id).next().is_some() || is_told(check.id);
            if check.outcome == Outcome::Fail && !says_why {
                faults.push(format!("{name}: {} fails without a word", check.id.name()));
            }
            if check.outcome != Outcome::Fail && blocked {
                faults.push(format!("{name}: {} is blocked, but does not fail", check.id.name()));
            }
        }
    }
    report_all(&faults);
}

#[test]
fn a_megabyte_in_any_field_is_not_echoed() {
    let mut faults = BTreeSet::new();
    for text in [
        "x",
        "7",
        "a.",
        "ü",
        "-",
        "sales ",
        "enterprise premium trial for business ",
        "0123456789012345678901234567890123456789012345678901234567890.",
    ] {
        let long = |length: usize| text.repeat(length / text.len());
        // Unoptimised, a megabyte everywhere takes two seconds a text.
        let all = if cfg!(debug_assertions) && text != "x" { 50_000 } else { 1_000_000 };
        let everywhere = long(all);
        let names = Field::ALL.iter().map(|field| field.name()).chain([&*everywhere]);
        let claim: BTreeMap<&str, &str> = names.map(|name| (name, &*everywhere)).collect();
        let evidence = format!(
            r#"{{"subscriptions":[{{"id":"{everywhere}"}}],"partnerIds":[{{"id":"{everywhere}"}}]}}"#
        );
        faults.extend(lengths(&checked(&serde_json::to_string(&claim).unwrap(), &evidence)));
        // One at a time, so that what follows from a good field is asked for as well.
        for value in [text.to_owned(), long(250), long(10_000)] {
            for field in Field::ALL {
                let mut claim = BTreeMap::from(GOOD);
                claim.insert(field.name(), &value);
                let evidence = format!(
                    r#"{{"partnerIds":[{{"id":"5357564","partnerType":"{value}"}}],
                        "subscriptions":[{{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
                            "tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
                            "skuPartNumber":"SPE_E5","productName":"{value}"}}],
                        "unresolvedDomains":[{{"domain":"{value}","reason":"not-found"}}]}}"#
                );
                faults
                    .extend(lengths(&checked(&serde_json::to_string(&claim).unwrap(), &evidence)));
            }
        }
    }
    report_all(&faults.into_iter().collect::<Vec<_>>());
}

#[test]
fn the_helpers_see_what_is_wrong() {
    let report = checked(r#"{"partnerId":"12345"}"#, "null");
    assert_eq!(report_faults(&report), Vec::<String>::new());
    let mut doubled = report.clone();
    doubled.findings.insert(0, report.findings[0].clone());
    let mut reversed = report.clone();
    reversed.findings.reverse();
    let mut shortened = report.clone();
    shortened.checks.pop();
    for spoilt in [doubled, reversed, shortened] {
        assert_ne!(report_faults(&spoilt), Vec::<String>::new());
    }
    for (code, params) in [
        (Code::RoleMissing, vec![("kind", Param::Name("guid"))]),
        (Code::TenantIdMalformed, vec![("problem", Param::Name("odd"))]),
        (Code::TenantIdWrongKind, vec![]),
        (Code::TenantIdWrongKind, vec![("kind", Param::Name("odd"))]),
        (Code::PartnerIdPartnerType, vec![("partnerType", Param::Text("x".repeat(121)))]),
    ] {
        let finding = Finding { code, params, ..report.findings[0].clone() };
        assert_ne!(parameter_faults(&finding), Vec::<String>::new(), "{finding:?}");
    }
}

const GOOD: [(&str, &str); 5] = [
    ("customerTenantId", "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6"),
    ("customerDomain", "contoso.com"),
    ("solutionArea", "business-applications"),
    ("subscriptionId", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01"),
    ("partnerId", "5357564"),
];

/// The parameters that are too long.
fn lengths(report: &Report) -> Vec<String> {
    let mut faults = Vec::new();
    for finding in &report.findings {
        for (key, value) in &finding.params {
            let length = texts(value).iter().map(|text| text.chars().count()).max().unwrap_or(0);
            if length > LONGEST_PARAM {
                let code = finding.code.name();
                faults.push(format!("{code}: {key} has {length} characters"));
            }
        }
    }
    faults
}

fn report_faults(report: &Report) -> Vec<String> {
    let mut faults = Vec::new();
    if report.checks.iter().map(|check| check.id).ne(CheckId::ALL.iter().copied()) {
        faults.push("checks are missing or out of order".to_owned());
    }
    let place = |finding: &Finding| {
        (finding.severity, finding.fields.first().map_or(usize::MAX, |field| *field as usize))
    };
    if !report.findings.is_sorted_by_key(place) {
        faults.push("findings are out of order".to_owned());
    }
    for (at, finding) in report.findings.iter().enumerate() {
        if report.findings[..at].contains(finding) {
            faults.push(format!("{} is there twice: {:?}", finding.code.name(), finding.params));
        }
    }
    faults
}

fn parameter_faults(finding: &Finding) -> Vec<String> {
    let declared = finding.code.facts().params;
    let names: BTreeSet<_> = declared.iter().map(|(name, _)| *name).collect();
    let raised: BTreeSet<_> = finding.params.iter().map(|(name, _)| *name).collect();
    let mut faults = Vec::new();
    if names != raised || finding.params.len() != raised.len() {
        faults.push(format!("declares {names:?}, but has {raised:?}"));
    }
    for (key, value) in &finding.params {
        let closed = declared.iter().find(|(name, _)| name == key).map_or(&[][..], |(_, v)| v);
        let has_own = !closed.is_empty();
        let closed = if has_own { closed } else { named_elsewhere(key) };
        if !has_own {
            faults.extend(value_faults(key, value));
        }
        for text in texts(value) {
            if !closed.is_empty() && (has_own || !text.is_empty()) && !closed.contains(&text) {
                faults.push(format!("{key} is {text}"));
            }
            if text.chars().count() > LONGEST_PARAM {
                faults.push(format!("{key} has {} characters", text.chars().count()));
            }
        }
    }
    faults
}

/// The closed list that the registry names for a parameter without one of its own.
fn named_elsewhere(key: &str) -> &'static [&'static str] {
    match ParamFacts::of(key).map(|facts| facts.value) {
        Some(ParamValue::Name(list) | ParamValue::Names(list)) => {
            let lists = cpor_preflight::describe("").lists;
            lists.iter().find(|(name, _)| *name == list).unwrap().1
        }
        _ => &[],
    }
}

/// Is a value without a closed list what the registry says of it: there, a day, several names?
fn value_faults(key: &str, value: &Param) -> Vec<String> {
    let facts = ParamFacts::of(key);
    let is = |kind: fn(&ParamValue) -> bool| facts.is_some_and(|facts| kind(&facts.value));
    let mut faults = Vec::new();
    if is(|kind| matches!(kind, ParamValue::Names(_))) != matches!(value, Param::Names(_)) {
        faults.push(format!("{key} is one name for several, or several for one"));
    }
    for text in texts(value) {
        if text.is_empty() && !facts.is_some_and(|facts| facts.can_be_empty) {
            faults.push(format!("{key} is empty"));
        }
        if is(|kind| matches!(kind, ParamValue::Day)) && Date::parse(text).is_none() {
            faults.push(format!("{key} is {text}, which is no day"));
        }
    }
    faults
}

fn texts(value: &Param) -> Vec<&str> {
    match value {
        Param::Name(name) => vec![name],
        Param::Names(checks) => checks.names().collect(),
        Param::Texts(texts) => texts.iter().map(String::as_str).collect(),
        Param::Text(text) => vec![text],
    }
}

/// The reports of all scenarios, and of claims that are too plain for a scenario.
fn reports() -> Vec<(String, Report)> {
    let mut reports = Vec::new();
    for (_, text) in scenario::files() {
        for scenario in scenario::scenarios(&text, world()) {
            let by = |rules: &&RuleSet| scenario.report_under(rules.id, world());
            let named =
                |report: Report| (format!("{} ({})", scenario.title, report.ruleset), report);
            reports.push(named(scenario.report(world())));
            reports.extend(RULESETS.iter().map(by).map(named));
        }
    }
    for (claim, evidence) in CASES {
        reports.push(((*claim).to_owned(), checked(claim, evidence)));
    }
    reports
}

/// Values that no scenario has.
const CASES: &[(&str, &str)] = &[
    (r#"{"customerDomain":"☃.com"}"#, "null"),
    (r#"{"customerTenantId":"9cd80435-793b-4f48-844b-6b3f37d1c1f3"}"#, "null"),
    (r#"{"customerTenantId":"f8cdef31-a31e-4b4a-93e4-5f571e91255a"}"#, "null"),
    (r#"{"customerTenantId":"consumers"}"#, "null"),
    (
        r#"{"customerTenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6","customerDomain":"a.cn"}"#,
        r#"{"tenants":[{"tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6","cloud":"china"}]}"#,
    ),
    (r#"{"a":1,"b":1,"a ":1}"#, r#"{"tenants":7,"partnerIds":[{}],"associations":[[]]}"#),
    ("[]", "\"x\""),
];

fn checked(claim: &str, evidence: &str) -> Report {
    check(world(), claim, evidence, "null")
}

#[track_caller]
fn report_all(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n  {}", faults.len(), faults.join("\n  "));
}
