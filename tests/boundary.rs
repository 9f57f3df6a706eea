//! The boundary as JavaScript meets it, in Node and in a browser: every export answers any text,
//! a report crosses whole, and international names are converted by the host.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a panic is how a test fails")]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use cpor_preflight::actions::ActionId;
use cpor_preflight::claim::Field;
use cpor_preflight::code::Code;
use cpor_preflight::date::Date;
use cpor_preflight::json::{self, Value};
use cpor_preflight::report::{Param, Report, Verdict};
use cpor_preflight::ruleset::{RULESETS, Severity};
use cpor_preflight::sku::SkuTable;
use cpor_preflight::timeline::StepName;
use cpor_preflight::wasm::batch::BatchRun;
use cpor_preflight::wasm::{held, questions};
use cpor_preflight::{InputEntry, World};
use cpor_preflight::{wasm, wasm_check};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
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
const JOINED: u32 = 3;
const SLICED: u32 = 4;
const NOTHING: u32 = 5;

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
    let one = |name, keys: &'static str, export: fn(&str) -> String| (name, keys, export);
    let exports = [
        one("adviseActivity", "activities,activity,nextQuestion,ranking,reconsider", |input| {
            questions::advise_activity(input, TODAY)
        }),
        one("advisePartnerId", "next,partnerId,ranking", |input| {
            questions::advise_partner_id(input, TODAY)
        }),
        one("planClaims", PLAN, |input| questions::plan_claims(input, TODAY, NOTHING)),
        one("mergeEvidence", PARTS, |text| questions::merge_evidence(text, TODAY)),
        one("readEvidence", EXPORT, |text| read_evidence(text, text)),
        one("readEvidence options", EXPORT, |text| read_evidence("{}", text)),
        one("diagnoseSubscription", DIAGNOSIS, |text| {
            questions::diagnose_subscription(text, text, OTHER)
        }),
    ];
    let mut faults = Vec::new();
    for text in BAD {
        let identified = wasm::classify_identifier(text, NOTHING);
        faults.extend(match js_sys::JSON::parse(&questions::find_fields(text, NOTHING)) {
            Ok(found) if js_sys::Array::is_array(&found) => None,
            found => Some(format!("findFields of {text:?} is {found:?}")),
        });
        if identified.split('\n').count() != 3 {
            faults.push(format!("classifyIdentifier of {text:?} is {identified:?}"));
        }
        for (name, expected, export) in exports {
            let actual = keys(&js_sys::JSON::parse(&export(text)).unwrap());
            // A join names what it could not read.
            let actual = actual.replace(",unread,", ",");
            if actual != expected {
                faults.push(format!("{name} of {text:?} has {actual}"));
            }
        }
        held::release_evidence(OTHER);
        held::hold_evidence(OTHER, text, TODAY);
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
    assert_eq!(js_sys::Array::from(&questions::registry()).length(), 2);
}

#[wasm_bindgen_test]
fn a_report_crosses_whole() {
    assert_eq!(wasm::load_skus(SKUS.to_owned()), 620);
    assert_eq!(wasm::load_skus("sku_id\n".to_owned()), 620, "the first table stays");
    held::hold_evidence(HELD, EVIDENCE, TODAY);
    let report = report();
    // A report that says little would prove little.
    assert!(report.findings.len() >= 10 && report.understood.len() >= 8, "{report:?}");
    assert_eq!(checked(&entries(), HELD), expected(&report));
}

/// What is asked in between, with whatever evidence, changes no answer.
#[wasm_bindgen_test]
fn an_answer_does_not_depend_on_what_was_asked_before() {
    wasm::load_skus(SKUS.to_owned());
    let evidence = [(HELD, EVIDENCE), (OTHER, "null")];
    for (number, text) in evidence {
        held::release_evidence(number);
        held::hold_evidence(number, text, TODAY);
    }
    let all = entries();
    let mut random = 7_u32;
    for _ in 0..300 {
        random = random.wrapping_mul(0x9e37_79b1).rotate_left(9) ^ 0x5eed;
        let is_drawn = |(at, _): &(usize, _)| random >> at & 1 == 1;
        let some: Vec<_> =
            all.iter().cloned().enumerate().filter(is_drawn).map(|(_, entry)| entry).collect();
        for (number, text) in evidence {
            let due = expected(&report_of(&some, text));
            assert_eq!(checked(&some, number), due, "{some:?} {text}");
        }
    }
}

/// Whoever has missed a finding that went out in full gets all of them again.
#[wasm_bindgen_test]
fn findings_go_out_in_full_once() {
    wasm::load_skus(SKUS.to_owned());
    held::release_evidence(OTHER);
    held::hold_evidence(OTHER, EVIDENCE, TODAY);
    let all = checked(&entries(), OTHER);
    let times = TIMES.get();
    assert_eq!(checked(&entries(), OTHER), all);
    assert_eq!(TIMES.get(), times, "what was learned is known");
    LEARNED.take();
    TIMES.set(times - 1);
    assert_eq!(checked(&entries(), OTHER), all);
    let findings = all.iter().filter(|line| line.starts_with("f|")).count() as u32;
    assert_eq!(TIMES.get(), times - 1 + findings);
}

#[wasm_bindgen_test]
fn evidence_is_held_until_it_is_released() {
    let checked = |number| checked(&entries(), number);
    held::release_evidence(HELD);
    held::hold_evidence(HELD, EVIDENCE, TODAY);
    let with = checked(HELD);
    held::release_evidence(OTHER);
    held::hold_evidence(OTHER, "null", TODAY);
    let without = checked(OTHER);
    assert_ne!(without, with);
    assert_eq!(checked(HELD), with);
    held::hold_evidence(OTHER, EVIDENCE, TODAY);
    assert_eq!(checked(OTHER), with, "a part is added");
    let unreadable = checked(NOTHING);
    assert!(unreadable.concat().contains("evidence-malformed"), "{unreadable:?}");
    held::release_evidence(OTHER);
    held::release_evidence(OTHER);
    assert_eq!(checked(OTHER), unreadable);
    assert_eq!(checked(HELD), with);
}

/// What is read of an export is held beside the rest, and handed on in slices.
#[wasm_bindgen_test]
fn exports_are_read_and_held() {
    wasm::load_skus(SKUS.to_owned());
    let export = r#"{"value":[{"commerceSubscriptionId":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
        "id":"5c2e9d10-41aa-4a63-8d0e-2f6b7c1e9a44","skuPartNumber":"DYN365_FINANCE",
        "status":"Enabled","createdDateTime":"2026-01-01T00:00:00Z"}]}"#;
    let options = r#"{"tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6"}"#;
    held::release_evidence(HELD);
    held::hold_evidence(HELD, EVIDENCE, TODAY);
    // Who hears of the progress may ask something: nothing is borrowed meanwhile.
    let heard = Closure::<dyn FnMut(u32, u32)>::new(|done, total| {
        assert!(done <= total);
        held::hold_evidence(OTHER, "null", TODAY);
        checked(&entries(), HELD);
    });
    let progress = heard.as_ref().unchecked_ref::<js_sys::Function>().clone();
    let answer = held::read_evidence(export.as_bytes(), options, true, Some(progress));
    let answer = js_sys::JSON::parse(&answer).unwrap();
    let evidence = js_sys::Reflect::get(&answer, &"evidence".into()).unwrap();
    let evidence = String::from(js_sys::JSON::stringify(&evidence).unwrap());
    for number in [OTHER, JOINED] {
        held::release_evidence(number);
        held::hold_evidence(number, &evidence, TODAY);
    }
    held::hold_evidence(JOINED, EVIDENCE, TODAY);
    let joined = checked(&entries(), JOINED);
    assert!(joined != checked(&entries(), OTHER) && joined != checked(&entries(), HELD));
    held::release_evidence(SLICED);
    for start in 0.. {
        let slice = held::evidence_slice(JOINED, start, 1);
        if slice.is_empty() {
            break;
        }
        held::hold_evidence(SLICED, &slice, TODAY);
    }
    let in_slices = |line: &String| line.contains("evidence-malformed");
    let others = |lines: Vec<String>| lines.into_iter().filter(|line| !in_slices(line)).collect();
    let [whole, sliced]: [Vec<_>; 2] = [joined, checked(&entries(), SLICED)].map(others);
    assert_eq!(sliced, whole, "but for the rows of what could not be read");
}

/// A run has the evidence as it was when the run began.
#[wasm_bindgen_test]
fn runs_have_a_snapshot() {
    wasm::load_skus(SKUS.to_owned());
    let file = b"subscriptionId,solutionArea\n\
        0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01,business-applications\n";
    let run = |meanwhile: fn()| {
        held::release_evidence(OTHER);
        held::hold_evidence(OTHER, EVIDENCE, TODAY);
        let mut run = BatchRun::new(file, "null", "null", TODAY, OTHER, 100, true, true, 0.5);
        meanwhile();
        run.push(file, true);
        (run.totals(), run.rows(), run.findings(), run.annotated())
    };
    let due = run(|| {});
    assert_eq!(run(|| held::hold_evidence(OTHER, r#"{"subscriptions":7}"#, TODAY)), due);
    assert_eq!(run(|| held::release_evidence(OTHER)), due);
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

const PLAN: &str =
    "excluded,exclusions,offers,outcomes,partnerId,partnerIdNext,reasons,reconsider,ruleset";
const PARTS: &str = "associations,partnerIds,subscriptions,tenants,unresolvedDomains";
const EXPORT: &str = "evidence,kind,missing,problems,rows,unread";
const DIAGNOSIS: &str =
    "answered,causes,claimIds,conclusion,nextQuestion,requests,ruleset,understood";

fn read_evidence(text: &str, options: &str) -> String {
    held::read_evidence(text.as_bytes(), options, true, None)
}

/// The same report, asked for without the boundary.
fn report() -> Report {
    report_of(&entries(), EVIDENCE)
}

fn report_of(entries: &[(u8, String)], evidence: &str) -> Report {
    let skus = SkuTable::read(SKUS);
    let mut world = World { today: Date::parse(TODAY).unwrap(), skus: &skus, to_ascii: &|_| None };
    // Evidence is read on the caller's day; a claim without one has none.
    let evidence = world.evidence(&json::parse(evidence).0);
    world.today = Date::EPOCH;
    let (mut claim, mut options) = (Vec::new(), Vec::new());
    for (place, text) in entries {
        let member = |name: &'static str| (name.into(), Value::Text(text.as_str().into()));
        if let Some(field) = Field::ALL.get(usize::from(*place)) {
            claim.push(member(field.name()));
        } else if *place == InputEntry::UnknownField.place() {
            claim.push((text.as_str().into(), Value::Text("x".into())));
        } else if *place == InputEntry::Ruleset.place() {
            options.push(member("ruleset"));
        } else {
            world.today = Date::parse(text).unwrap();
        }
    }
    world.check_claim(&Value::Map(claim), &evidence, &Value::Map(options))
}

/// What the library puts to the core of that claim.
fn entries() -> Vec<(u8, String)> {
    let mut entries = vec![(InputEntry::Day.place(), TODAY.to_owned())];
    entries.push((InputEntry::Ruleset.place(), read_member(OPTIONS, "ruleset")));
    for (name, value) in json::parse(CLAIM).0.map().unwrap() {
        let text = value.text().unwrap().to_owned();
        entries.push(match Field::from_name(name) {
            Some(field) => (field as u8, text),
            None => (InputEntry::UnknownField.place(), name.to_string()),
        });
    }
    entries
}

fn read_member(text: &str, name: &str) -> String {
    json::parse(text).0.get(name).unwrap().text().unwrap().to_owned()
}

/// A report as it crosses, a record a line and a bar between values.
fn checked(entries: &[(u8, impl AsRef<str>)], evidence: u32) -> Vec<String> {
    let mut input = Vec::new();
    for (place, text) in entries {
        let text = text.as_ref().as_bytes();
        input.push(*place);
        input.extend((text.len() as u32).to_le_bytes());
        input.extend(text);
    }
    let address = wasm_check::room(input.len());
    memory().subarray(address as u32, (address + input.len()) as u32).copy_from(&input);
    Answer(wasm_check::check(input.len(), evidence, TIMES.get()) as u32).lines()
}

fn memory() -> js_sys::Uint8Array {
    let memory = js_sys::WebAssembly::Memory::from(wasm_bindgen::memory());
    js_sys::Uint8Array::new(&memory.buffer())
}

thread_local! {
    /// Findings that were learned in full, by their places.
    static LEARNED: RefCell<BTreeMap<u32, String>> = RefCell::default();
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
        let outcomes: String = (0..self.next()).map(|_| self.check()).collect();
        let mut lines = vec![format!("r|{ruleset}|{today}|{verdict}|{outcomes}")];
        let understood: String = (0..self.next()).map(|_| self.understood()).collect();
        let findings = (0..self.next()).map(|_| {
            let finding = self.finding();
            (0..self.next()).for_each(|_| self.action());
            finding
        });
        let findings = findings.collect::<Vec<_>>();
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

    fn check(&mut self) -> String {
        let number = self.next();
        let day = if number >> 24 > 0 { self.day() } else { String::new() };
        format!("{:x}{day} ", number & 0x00ff_ffff)
    }

    fn understood(&mut self) -> String {
        let field = Field::ALL[self.next() as usize];
        let (address, length) = (self.next(), self.next());
        match length {
            u32::MAX => format!("|{}|{}", field.name(), read_member(CLAIM, field.name())),
            _ => format!("|{}|{}", field.name(), text(address, length)),
        }
    }

    fn finding(&mut self) -> String {
        let number = self.next();
        let place = number >> 1;
        if number & 1 == 0 {
            return LEARNED.with_borrow(|learned| learned[&place].clone());
        }
        let finding = self.whole_finding();
        LEARNED.with_borrow_mut(|learned| learned.insert(place, finding.clone()));
        TIMES.set(TIMES.get() + 1);
        finding
    }

    /// What it says is tested where it is made; here, each number is one of its list.
    fn action(&mut self) {
        let [id, primary, field, _] = self.next().to_le_bytes().map(usize::from);
        assert!(id < ActionId::ALL.len() && primary < 2 && field <= Field::ALL.len());
        for _ in 0..self.next() {
            assert!((self.next() as usize) < Field::ALL.len());
            text(self.next(), self.next());
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
    let outcomes = report.checks.iter().map(|check| {
        let basis = check.basis.map_or(0, |basis| basis as u32 + 1);
        let asks = check.asks.map_or(0, |asks| asks as u32 + 1);
        let day = check.params.map(|params| params.as_of.to_string()).unwrap_or_default();
        format!("{:x}{day} ", check.outcome as u32 | basis << 8 | asks << 16)
    });
    let outcomes: String = outcomes.collect();
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
        Param::Texts(texts) => format!("*{name}={}", texts.join(",")),
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
