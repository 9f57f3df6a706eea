//! The core's boundary to JavaScript.
//!
//! Values come in as JSON text, because one string crosses faster than an object does property by
//! property, and the core reads JSON anyway. Answers go out as plain objects.

use std::cell::{OnceCell, RefCell};

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::date::Date;
use crate::host::to_ascii;
use crate::json::{self, Value};
use crate::report::{CheckResult, Param, Report};
use crate::sku::SkuTable;
use crate::timeline::Step;
use crate::{ReadEvidence, World, api};

thread_local! {
    static SKUS: OnceCell<SkuTable<'static>> = const { OnceCell::new() };
    /// The evidence of the last check.
    static EVIDENCE: RefCell<ReadEvidence> = RefCell::default();
}

/// Takes the SKU table's CSV, once. Returns how many SKUs are known.
#[wasm_bindgen(js_name = loadSkus)]
pub fn load_skus(csv: String) -> usize {
    SKUS.with(|skus| skus.get_or_init(|| SkuTable::read(Box::leak(csv.into_boxed_str()))).len())
}

/// `[claim, options]` as JSON, the caller's day, and the evidence unless it is that of the last
/// check.
///
/// The report is asked for with every keystroke, so it goes out as one text (see `packed`): an
/// object would cross property by property.
#[wasm_bindgen(js_name = checkClaim)]
pub fn check_claim(input: &str, today: &str, evidence: Option<String>) -> String {
    let mut report = String::new();
    ask(input, today, &mut |world, [claim, options, _]| {
        EVIDENCE.with(|last| {
            let mut last = last.borrow_mut();
            if let Some(text) = &evidence {
                *last = world.evidence(&json::parse(text).0);
            }
            report = packed(&world.check_claim(claim, &last, options));
        });
    });
    report
}

/// `[answers, options]`
#[wasm_bindgen(js_name = adviseActivity)]
pub fn advise_activity(input: &str) -> JsValue {
    answer(input, |world, [answers, options, _]| world.advise_activity(answers, options))
}

/// `[candidates, context]`
#[wasm_bindgen(js_name = advisePartnerId)]
pub fn advise_partner_id(input: &str) -> JsValue {
    answer(input, |world, [candidates, context, _]| world.advise_partner_id(candidates, context))
}

/// `[text, evidence]`
#[wasm_bindgen(js_name = classifyIdentifier)]
pub fn classify_identifier(input: &str) -> JsValue {
    answer(input, |world, [text, evidence, _]| world.classify_identifier(text, evidence))
}

/// `[a, b]`
#[wasm_bindgen(js_name = mergeEvidence)]
pub fn merge_evidence(input: &str) -> JsValue {
    answer(input, |world, [a, b, _]| world.merge_evidence(a, b))
}

/// The lists under a rule set.
#[wasm_bindgen]
pub fn describe(ruleset: &str) -> JsValue {
    to_js(&api::describe(ruleset))
}

/// All rule sets.
#[wasm_bindgen]
pub fn rulesets() -> JsValue {
    to_js(&api::rulesets())
}

/// Separates the records of a packed report, and the values of a record. No value holds them:
/// whatever comes in is rid of control characters.
const RECORD: char = '\u{1e}';
const VALUE: char = '\u{1f}';

/// A report as records, each a letter and values:
/// `r` ruleset, day, verdict, one digit per check (its place in the list of outcomes);
/// `f` code, severity, fields, then `name=text` or `*name=name,name` for each parameter;
/// `u` each field that was read and what was read; `t` step, from, by, days.
fn packed(report: &Report) -> String {
    let Report { ruleset, today, verdict, checks, findings, understood, timeline } = report;
    let mut text = String::with_capacity(1024);
    let mut record = |letter: &str, values: &[&str]| {
        text.push_str(letter);
        for value in values {
            text.push(VALUE);
            text.push_str(value);
        }
        text.push(RECORD);
    };
    let digit = |check: &CheckResult| char::from(b'0' + check.outcome as u8);
    let outcomes: String = checks.iter().map(digit).collect();
    record("r", &[ruleset, &today.to_string(), verdict.name(), &outcomes]);
    for finding in findings {
        let fields: Vec<&str> = finding.fields.iter().map(|field| field.name()).collect();
        let params = finding.params.iter().map(|(name, value)| match value {
            Param::Name(value) => [*name, "=", value].concat(),
            Param::Text(value) => [*name, "=", value].concat(),
            Param::Names(values) => ["*", name, "=", &values.join(",")].concat(),
        });
        let params = params.collect::<Vec<_>>().join("\u{1f}");
        record("f", &[finding.code.name(), finding.severity.name(), &fields.join(","), &params]);
    }
    let read = understood.iter().flat_map(|(field, read)| [*field, read.as_str()]);
    record("u", &read.collect::<Vec<_>>());
    for Step { step, from, by, days } in timeline {
        let day = |date: &Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let days = days.map(|days| days.to_string()).unwrap_or_default();
        record("t", &[step.name(), &day(from), &day(by), &days]);
    }
    text
}

fn answer<T: Serialize>(
    input: &str,
    question: impl Fn(World<'_>, [&Value<'_>; 3]) -> T,
) -> JsValue {
    let mut answer = JsValue::NULL;
    ask(input, "", &mut |world, arguments| answer = to_js(&question(world, arguments)));
    answer
}

fn ask(input: &str, today: &str, question: &mut dyn FnMut(World<'_>, [&Value<'_>; 3])) {
    let (input, _) = json::parse(input);
    let mut values = input.list().unwrap_or_default().iter();
    let mut next = || values.next().unwrap_or(&Value::Null);
    let arguments = [next(), next(), next()];
    let none = SkuTable::default();
    SKUS.with(|skus| {
        let world = World {
            today: Date::parse(today).unwrap_or(Date::EPOCH),
            skus: skus.get().unwrap_or(&none),
            to_ascii: &to_ascii,
        };
        question(world, arguments);
    });
}

fn to_js(value: &impl Serialize) -> JsValue {
    // INVARIANT: answers hold nothing but text, numbers, lists and maps, which all can cross.
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
