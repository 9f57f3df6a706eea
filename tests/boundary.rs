//! The boundary as JavaScript meets it, in Node and in a browser: every export answers any text,
//! a report crosses whole, and international names are converted by the host.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a panic is how a test fails")]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use cpor_preflight::World;
use cpor_preflight::claim::Field;
use cpor_preflight::code::Code;
use cpor_preflight::date::Date;
use cpor_preflight::json;
use cpor_preflight::report::{Param, Report, Verdict};
use cpor_preflight::ruleset::{RULESETS, Severity};
use cpor_preflight::session::Told;
use cpor_preflight::sku::SkuTable;
use cpor_preflight::timeline::StepName;
use cpor_preflight::{wasm, wasm_check, wasm_evidence, wasm_exports};
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
        one("adviseActivity", "activity,nextQuestion,ranking", wasm_evidence::advise_activity),
        one("advisePartnerId", "next,partnerId,ranking", wasm_evidence::advise_partner_id),
        one("mergeEvidence", PARTS, wasm_evidence::merge_evidence),
        one("readEvidence", EXPORT, |text| read_evidence(text, text)),
        one("readEvidence options", EXPORT, |text| read_evidence("{}", text)),
    ];
    let mut faults = Vec::new();
    for text in BAD {
        let identified = wasm::classify_identifier(text, NOTHING);
        if identified.split('\n').count() != 3 {
            faults.push(format!("classifyIdentifier of {text:?} is {identified:?}"));
        }
        for (name, expected, export) in exports {
            let actual = keys(&export(text));
            if actual != expected {
                faults.push(format!("{name} of {text:?} has {actual}"));
            }
        }
        wasm_evidence::release_evidence(OTHER);
        wasm_evidence::hold_evidence(OTHER, text);
        for number in [OTHER, NOTHING] {
            for about in 0..=u8::MAX {
                let report = checked(&[(about, text)], number);
                if !report.first().is_some_and(|line| line.starts_with("r|20")) {
                    faults.push(format!("check of {about} {text:?} is {report:?}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(js_sys::Array::from(&wasm_evidence::registry()).length(), 2);
}

#[wasm_bindgen_test]
fn a_report_crosses_whole() {
    assert_eq!(wasm::load_skus(SKUS.to_owned()), 620);
    assert_eq!(wasm::load_skus("sku_id\n".to_owned()), 620, "the first table stays");
    wasm_evidence::hold_evidence(HELD, EVIDENCE);
    let report = report();
    // A report that says little would prove little.
    assert!(report.findings.len() >= 10 && report.understood.len() >= 8, "{report:?}");
    assert_eq!(checked(&entries(), HELD), expected(&report));
}

/// A field or finding that is as it was is not said again.
#[wasm_bindgen_test]
fn only_what_changed_crosses() {
    wasm::load_skus(SKUS.to_owned());
    wasm_evidence::release_evidence(OTHER);
    wasm_evidence::hold_evidence(OTHER, EVIDENCE);
    let session = 7;
    let all = lines(session, &entries(), OTHER, true);
    let product = Field::Product as u8;
    let lines = |text| lines(session, &[(product, text)], OTHER, true);
    let same = lines("DYN365_FINANCE");
    assert!(same.contains(&"u".to_owned()), "{same:?}");
    assert!(same.iter().all(|line| !line.starts_with("f|") || line.contains("|same|")), "{same:?}");
    let other = lines("DYN365_BUSCENTRAL_ESSENTIAL");
    assert_ne!(other, same);
    let back = lines("DYN365_FINANCE");
    let product = "u|product|Dynamics 365 Finance (DYN365_FINANCE)";
    assert!(back.contains(&product.to_owned()), "{back:?}");
    let new: Vec<_> =
        back.iter().filter(|line| line.starts_with("f|") && !line.contains("|same|")).collect();
    assert!(!new.is_empty() && new.iter().all(|line| all.contains(line)), "{back:?}");
    wasm_check::close_check(session);
    assert_ne!(lines("DYN365_FINANCE"), back);
}

/// Whoever has missed a finding that was told in full is told all of them again.
#[wasm_bindgen_test]
fn findings_are_told_in_full_once() {
    wasm::load_skus(SKUS.to_owned());
    wasm_evidence::release_evidence(OTHER);
    wasm_evidence::hold_evidence(OTHER, EVIDENCE);
    let all = checked(&entries(), OTHER);
    let times = TIMES.get();
    assert_eq!(checked(&entries(), OTHER), all);
    assert_eq!(TIMES.get(), times, "what was told is known");
    TOLD.take();
    TIMES.set(times - 1);
    assert_eq!(checked(&entries(), OTHER), all);
    let findings = all.iter().filter(|line| line.starts_with("f|")).count() as u32;
    assert_eq!(TIMES.get(), times - 1 + findings);
}

#[wasm_bindgen_test]
fn evidence_is_held_until_it_is_released() {
    let checked = |number| checked(&entries(), number);
    wasm_evidence::release_evidence(HELD);
    wasm_evidence::hold_evidence(HELD, EVIDENCE);
    let with = checked(HELD);
    wasm_evidence::release_evidence(OTHER);
    wasm_evidence::hold_evidence(OTHER, "null");
    let without = checked(OTHER);
    assert_ne!(without, with);
    assert_eq!(checked(HELD), with);
    wasm_evidence::hold_evidence(OTHER, EVIDENCE);
    assert_eq!(checked(OTHER), with, "a part is added");
    let unreadable = checked(NOTHING);
    assert!(unreadable.concat().contains("evidence-malformed"), "{unreadable:?}");
    wasm_evidence::release_evidence(OTHER);
    wasm_evidence::release_evidence(OTHER);
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
        let answer = wasm::classify_identifier(typed, NOTHING);
        let read: Vec<&str> = answer.split('\n').collect();
        if [read[0], read[2]] != [kind, value] {
            faults.push(format!("{typed} is {answer:?}"));
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

/// What the library tells the core of that claim.
fn entries() -> Vec<(u8, String)> {
    let told = |told: Told| (Field::ALL.len() + told as usize) as u8;
    let mut entries = vec![(told(Told::Day), TODAY.to_owned())];
    entries.push((told(Told::Ruleset), read_member(OPTIONS, "ruleset")));
    for (name, value) in json::parse(CLAIM).0.map().unwrap() {
        let text = value.text().unwrap().to_owned();
        entries.push(match Field::from_name(name) {
            Some(field) => (field as u8, text),
            None => (told(Told::UnknownField), name.to_string()),
        });
    }
    entries
}

fn read_member(text: &str, name: &str) -> String {
    json::parse(text).0.get(name).unwrap().text().unwrap().to_owned()
}

/// A report by a session of its own.
fn checked(entries: &[(u8, impl AsRef<str>)], evidence: u32) -> Vec<String> {
    let report = lines(0, entries, evidence, false);
    wasm_check::close_check(0);
    report
}

/// A report as it crosses, a record a line and a bar between values.
fn lines(
    session: u32,
    entries: &[(u8, impl AsRef<str>)],
    evidence: u32,
    compares: bool,
) -> Vec<String> {
    let mut input = Vec::new();
    for (about, text) in entries {
        let text = text.as_ref().as_bytes();
        input.push(*about);
        input.extend((text.len() as u32).to_le_bytes());
        input.extend(text);
    }
    let address = wasm_check::room(input.len());
    memory().subarray(address as u32, (address + input.len()) as u32).copy_from(&input);
    let told = TIMES.get();
    Answer(wasm_check::check(session, input.len(), evidence, compares, told) as u32).lines()
}

fn memory() -> js_sys::Uint8Array {
    let memory = js_sys::WebAssembly::Memory::from(wasm_bindgen::memory());
    js_sys::Uint8Array::new(&memory.buffer())
}

thread_local! {
    /// Findings that were told in full, by their places.
    static TOLD: RefCell<BTreeMap<u32, String>> = RefCell::default();
    /// How often one was.
    static TIMES: Cell<u32> = Cell::default();
}

/// Where the next number is.
struct Answer(u32);

impl Answer {
    fn lines(&mut self) -> Vec<String> {
        let verdict = Verdict::NAMES[self.next() as usize];
        let ruleset = RULESETS[self.next() as usize].id;
        let today = self.day();
        let outcomes: String = (0..self.next()).map(|_| self.next().to_string()).collect();
        let mut lines = vec![format!("r|{ruleset}|{today}|{verdict}|{outcomes}")];
        let understood: String = (0..self.next()).map(|_| self.understood()).collect();
        let findings = (0..self.next()).map(|_| self.finding()).collect::<Vec<_>>();
        lines.extend(findings);
        lines.push(format!("u{understood}"));
        for _ in 0..self.next() {
            let step = StepName::NAMES[self.next() as usize];
            let (from, by, days) = (self.day(), self.day(), self.next());
            let days = if days > 0 { days.to_string() } else { String::new() };
            lines.push(format!("t|{step}|{from}|{by}|{days}"));
        }
        lines
    }

    fn understood(&mut self) -> String {
        let field = Field::ALL[self.next() as usize];
        let (address, length) = (self.next(), self.next());
        match length {
            u32::MAX => String::new(),
            0xffff_fffe => format!("|{}|{}", field.name(), read_member(CLAIM, field.name())),
            _ => format!("|{}|{}", field.name(), text(address, length)),
        }
    }

    fn finding(&mut self) -> String {
        let number = self.next();
        let place = number >> 2;
        match number & 3 {
            0 => format!("f|same|{place}"),
            1 => TOLD.with_borrow(|told| told[&place].clone()),
            _ => {
                let finding = self.whole_finding();
                TOLD.with_borrow_mut(|told| told.insert(place, finding.clone()));
                TIMES.set(TIMES.get() + 1);
                finding
            }
        }
    }

    fn whole_finding(&mut self) -> String {
        let [code, severity, field, _] = self.next().to_le_bytes().map(usize::from);
        let code = Code::ALL[code];
        let own: Vec<_> = code.facts().fields.iter().map(|field| field.name()).collect();
        let fields = if field > 0 { Field::NAMES[field - 1].to_owned() } else { own.join(",") };
        let params: Vec<String> = (0..self.next()).map(|_| self.param()).collect();
        let severity = Severity::NAMES[severity];
        format!("f|{}|{severity}|{fields}|{}", code.name(), params.join("|"))
    }

    fn param(&mut self) -> String {
        let name = text(self.next(), self.next());
        let list = self.next();
        let star = if list > 0 { "*" } else { "" };
        let values: Vec<_> = (0..list.max(1)).map(|_| text(self.next(), self.next())).collect();
        format!("{star}{name}={}", values.join(","))
    }

    fn day(&mut self) -> String {
        let number = self.next() as i32;
        let day = Date::EPOCH.plus_days(number);
        if number == i32::MIN { String::new() } else { day.to_string() }
    }

    fn next(&mut self) -> u32 {
        let bytes = memory().subarray(self.0, self.0 + 4).to_vec();
        self.0 += 4;
        u32::from_le_bytes(bytes.try_into().unwrap())
    }
}

fn text(address: u32, length: u32) -> String {
    String::from_utf8(memory().subarray(address, address + length).to_vec()).unwrap()
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
        Param::Names(checks) => format!("*{name}={}", checks.names().collect::<Vec<_>>().join(",")),
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
