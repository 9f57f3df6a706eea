//! The boundary as JavaScript meets it, in Node and in a browser: every export answers any text,
//! a report crosses whole, and international names are converted by the host.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use cpor_preflight::World;
use cpor_preflight::date::Date;
use cpor_preflight::json;
use cpor_preflight::report::{Param, Report};
use cpor_preflight::sku::SkuTable;
use cpor_preflight::{wasm, wasm_exports};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const SKUS: &str = include_str!("../src/facts/skus.csv");
const TODAY: &str = "2026-11-22";
const CLAIM: &str = r#"{"userRole":"incentives-admin","customerDomain":"contosso.com",
    "customerTenantId":"{3F1C7A52-9B0E-4D6A-8C27-5E41F0A9D3B6}","activity":"revenue-association",
    "solutionArea":"business-applications","purchaseChannel":"csp","product":"DYN365_FINANCE",
    "subscriptionId":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","partnerId":"12345",
    "competingPartner":"yes","submittedOn":"2026-11-20","colour":"blue=1,2"}"#;
const EVIDENCE: &str = r#"{"subscriptions":[{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
    "skuId":"1e1a282c-9c54-43a2-9310-98ef728faace","endsOn":"2026-12-10","status":"in-grace"},{}],
    "unresolvedDomains":[{"domain":"contosso.com","reason":"not-found"}]}"#;
const OPTIONS: &str = r#"{"ruleset":"1999-01"}"#;

/// Numbers of evidence; nothing is ever held under the last one.
const HELD: u32 = 1;
const OTHER: u32 = 2;
const NOTHING: u32 = 3;

/// Texts that are not what an export expects.
const BAD: [&str; 12] = [
    "",
    "{",
    "[",
    "null",
    "[]",
    "{}",
    "42",
    "\"x\"",
    "[null,null,null]",
    "[[],[],[]]",
    "[{\"product\":\"\\ud800\"},1,2]",
    "\0\u{feff}\u{1e}\u{1f}",
];

#[wasm_bindgen_test]
fn every_export_answers_any_text() {
    let one = |name, keys: &'static str, export: fn(&str) -> JsValue| (name, keys, export);
    let exports = [
        one("adviseActivity", "activity,nextQuestion,ranking", wasm::advise_activity),
        one("advisePartnerId", "next,partnerId,ranking", wasm::advise_partner_id),
        one("classifyIdentifier", "confidence,kind,value", |text| {
            wasm::classify_identifier(text, NOTHING)
        }),
        one("mergeEvidence", PARTS, wasm::merge_evidence),
        one("readEvidence", EXPORT, |text| read_evidence(text, text)),
        one("readEvidence options", EXPORT, |text| read_evidence("{}", text)),
        one(
            "describe",
            "checks,codes,diagnosis,fields,lists,questions,ruleset,skuTable",
            wasm::describe,
        ),
    ];
    let mut faults = Vec::new();
    for text in BAD {
        for (name, expected, export) in exports {
            let actual = keys(&export(text));
            if actual != expected {
                faults.push(format!("{name} of {text:?} has {actual}"));
            }
        }
        wasm::release_evidence(OTHER);
        wasm::hold_evidence(OTHER, text);
        for (claim, today, number) in
            [(text, TODAY, OTHER), ("[]", text, NOTHING), ("[{},{}]", TODAY, OTHER)]
        {
            let report = wasm::check_claim(claim, today, number);
            if !report.starts_with("r\u{1f}2020-06\u{1f}") || !report.ends_with('\u{1e}') {
                faults.push(format!("checkClaim of {text:?} is {report:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(js_sys::Array::from(&wasm::rulesets()).length(), 2);
}

#[wasm_bindgen_test]
fn a_report_crosses_whole() {
    assert_eq!(wasm::load_skus(SKUS.to_owned()), 620);
    assert_eq!(wasm::load_skus("sku_id\n".to_owned()), 620, "the first table stays");
    let input = format!("[{CLAIM},{OPTIONS}]");
    wasm::hold_evidence(HELD, EVIDENCE);
    let packed = wasm::check_claim(&input, TODAY, HELD);
    let report = report();
    // A report that says little would prove little.
    assert!(report.findings.len() >= 10 && report.understood.len() >= 8, "{report:?}");
    assert_eq!(lines(&packed), expected(&report));
}

#[wasm_bindgen_test]
fn evidence_is_held_until_it_is_released() {
    let input = format!("[{CLAIM},{OPTIONS}]");
    let checked = |number| wasm::check_claim(&input, TODAY, number);
    wasm::release_evidence(HELD);
    wasm::hold_evidence(HELD, EVIDENCE);
    let with = checked(HELD);
    wasm::release_evidence(OTHER);
    wasm::hold_evidence(OTHER, "null");
    let without = checked(OTHER);
    assert_ne!(without, with);
    assert_eq!(checked(HELD), with);
    wasm::hold_evidence(OTHER, EVIDENCE);
    assert_eq!(checked(OTHER), with, "a part is added");
    let unreadable = checked(NOTHING);
    assert!(unreadable.contains("evidence-malformed"), "{unreadable}");
    wasm::release_evidence(OTHER);
    wasm::release_evidence(OTHER);
    assert_eq!(checked(OTHER), unreadable);
    assert_eq!(checked(HELD), with);
}

#[wasm_bindgen_test]
fn international_names_are_converted_by_the_host() {
    let mut faults = Vec::new();
    for (typed, kind, value) in [
        ("münchen.de", "domain", "xn--mnchen-3ya.de"),
        ("MÜNCHEN.DE", "domain", "xn--mnchen-3ya.de"),
        ("mu\u{308}nchen.de", "domain", "xn--mnchen-3ya.de"),
        ("xn--mnchen-3ya.de", "domain", "xn--mnchen-3ya.de"),
        ("straße.de", "domain", "xn--strae-oqa.de"),
        ("bücher.münchen.example", "domain", "xn--bcher-kva.xn--mnchen-3ya.example"),
        ("日本語.jp", "domain", "xn--wgv71a119e.jp"),
        ("пример.рф", "domain", "xn--e1afmkfd.xn--p1ai"),
        ("ｃｏｎｔｏｓｏ.com", "domain", "contoso.com"),
        ("anna@münchen.de", "email", "xn--mnchen-3ya.de"),
        ("https://münchen.de/über?x#y", "url", "xn--mnchen-3ya.de"),
        ("münchen.de:8080", "domain", "xn--mnchen-3ya.de"),
        ("münchen.de.", "domain", "xn--mnchen-3ya.de"),
        ("mün chen.de", "unknown", ""),
        ("münchen%2fde", "unknown", ""),
        ("mün\\chen.de", "unknown", ""),
        ("mü..de", "unknown", ""),
    ] {
        let input = serde_json::to_string(&[typed]).unwrap();
        let answer = wasm::classify_identifier(&input, NOTHING);
        let read = |key: &str| {
            js_sys::Reflect::get(&answer, &key.into()).unwrap().as_string().unwrap_or_default()
        };
        if (read("kind").as_str(), read("value").as_str()) != (kind, value) {
            faults.push(format!("{typed} is {} {}", read("kind"), read("value")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

const PARTS: &str = "associations,partnerIds,subscriptions,tenants,unresolvedDomains";
const EXPORT: &str = "evidence,kind,problems,rows";

fn read_evidence(text: &str, options: &str) -> JsValue {
    let answer = wasm_exports::read_evidence(text.as_bytes(), options, true, None);
    js_sys::JSON::parse(&answer).unwrap()
}

/// The same report, asked for without the boundary.
fn report() -> Report {
    let skus = SkuTable::read(SKUS);
    let today = Date::parse(TODAY).unwrap();
    let world = World { today, skus: &skus, to_ascii: &|_| None };
    let read = |text| json::parse(text).0;
    world.check_claim(&read(CLAIM), &world.evidence(&read(EVIDENCE)), &read(OPTIONS))
}

/// A packed report, a record a line and a bar between values.
fn lines(packed: &str) -> Vec<String> {
    let records = packed.split('\u{1e}').filter(|record| !record.is_empty());
    records.map(|record| record.split('\u{1f}').collect::<Vec<_>>().join("|")).collect()
}

fn expected(report: &Report) -> Vec<String> {
    let outcomes: String =
        report.checks.iter().map(|check| (check.outcome as u8).to_string()).collect();
    let verdict = report.verdict.name();
    let mut lines = vec![format!("r|{}|{}|{verdict}|{outcomes}", report.ruleset, report.today)];
    for finding in &report.findings {
        let fields: Vec<_> = finding.fields.iter().map(|field| field.name()).collect();
        let params: Vec<String> = finding.params.iter().map(param).collect();
        let (code, severity) = (finding.code.name(), finding.severity.name());
        lines.push(format!("f|{code}|{severity}|{}|{}", fields.join(","), params.join("|")));
    }
    let understood: Vec<String> =
        report.understood.iter().map(|(field, read)| format!("|{field}|{read}")).collect();
    lines.push(format!("u{}", understood.concat()));
    for step in &report.timeline {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let days = step.days.map(|days| days.to_string()).unwrap_or_default();
        let (from, by) = (day(step.from), day(step.by));
        lines.push(format!("t|{}|{from}|{by}|{days}", step.step.name()));
    }
    lines
}

fn param((name, value): &(&'static str, Param)) -> String {
    match value {
        Param::Name(value) => format!("{name}={value}"),
        Param::Text(value) => format!("{name}={value}"),
        Param::Names(values) => format!("*{name}={}", values.join(",")),
    }
}

/// The names of an object's members, sorted.
fn keys(value: &JsValue) -> String {
    let object = js_sys::Object::from(value.clone());
    let mut keys: Vec<String> =
        js_sys::Object::keys(&object).iter().filter_map(|key| key.as_string()).collect();
    keys.sort();
    keys.join(",")
}
