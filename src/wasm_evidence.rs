//! The part of the core's boundary that needs evidence, or is asked only beside it.
//!
//! Values come in as JSON text, because one string crosses faster than an object does property by
//! property, and the core reads JSON anyway.

use std::cell::RefCell;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::date::Date;
use crate::describe::describe;
use crate::diagnose::{Answered, Diagnosed, Diagnosis, NextQuestion};
use crate::evidence::{Evidence, EvidenceFault};
use crate::json::{self, Value};
use crate::report::Param;
use crate::ruleset::RULESETS;
use crate::wasm_host::{changed, skus, to_ascii};
use crate::{HeldEvidence, ReadEvidence, World};

thread_local! {
    /// Evidence under the numbers that the library gave it.
    static EVIDENCE: RefCell<Vec<(u32, HeldEvidence)>> = RefCell::default();
}

/// Adds a part of evidence, as JSON, to what is held under a number.
#[wasm_bindgen(js_name = holdEvidence)]
pub fn hold_evidence(number: u32, part: &str) {
    changed();
    EVIDENCE.with_borrow_mut(|held| {
        let place = held.iter().position(|(other, _)| *other == number).unwrap_or_else(|| {
            held.push((number, HeldEvidence::default()));
            held.len() - 1
        });
        held.get_mut(place).into_iter().for_each(|(_, held)| held.add(part, &to_ascii));
    });
}

/// Forgets the evidence of a number.
#[wasm_bindgen(js_name = releaseEvidence)]
pub fn release_evidence(number: u32) {
    changed();
    EVIDENCE.with_borrow_mut(|held| held.retain(|(other, _)| *other != number));
}

/// `[claim, options]` as JSON, the caller's day, and the number of the evidence.
#[wasm_bindgen(js_name = diagnoseSubscription)]
pub fn diagnose_subscription(input: &str, today: &str, evidence: u32) -> String {
    let mut diagnosis = String::new();
    ask(input, today, &mut |world, [claim, options, _]| {
        known_of(evidence, &mut |known| {
            diagnosis = packed_diagnosis(&world.diagnose_subscription(claim, known, options));
        });
    });
    diagnosis
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

/// `[a, b]`
#[wasm_bindgen(js_name = mergeEvidence)]
pub fn merge_evidence(input: &str) -> JsValue {
    answer(input, |world, [a, b, _]| world.merge_evidence(a, b))
}

/// All that is a list, under each rule set, the default first. Only the build asks: see `describe`.
#[wasm_bindgen]
pub fn registry() -> JsValue {
    let described: Vec<_> = RULESETS.iter().map(|rules| describe(rules.id)).collect();
    to_js(&described)
}

/// Separates records, and the values of a record. No value holds them: whatever comes in is rid of
/// control characters.
const RECORD: char = '\u{1e}';
const VALUE: char = '\u{1f}';

/// A diagnosis as records: `d` ruleset, conclusion; `c` cause, code, status, basis, then the finding's
/// code and parameters; `q` the next question, then exports; `a` an answered question, the answer;
/// `w` what to ask the customer for; `i` claim IDs; `u` as in a report.
fn packed_diagnosis(diagnosis: &Diagnosis) -> String {
    let mut text = String::with_capacity(1024);
    record(&mut text, "d", &[diagnosis.ruleset, diagnosis.conclusion.name()]);
    for Diagnosed { cause, code, status, basis, finding } in &diagnosis.causes {
        let values = [cause.name(), code.name(), status.name(), basis.name()];
        let told = finding.as_ref().map(|told| [told.code.name().to_owned(), params(&told.params)]);
        let told = told.unwrap_or_default();
        record(&mut text, "c", &[&values[..], &[&told[0], &told[1]]].concat());
    }
    if let Some(NextQuestion { id, exports }) = &diagnosis.next_question {
        record(&mut text, "q", &[&[id.name()][..], exports].concat());
    }
    for Answered { id, answer } in &diagnosis.answered {
        record(&mut text, "a", &[id.name(), answer]);
    }
    let requests: Vec<&str> = diagnosis.requests.iter().map(|request| request.name()).collect();
    record(&mut text, "w", &requests);
    let claim_ids: Vec<&str> = diagnosis.claim_ids.iter().map(String::as_str).collect();
    record(&mut text, "i", &claim_ids);
    record_understood(&mut text, &diagnosis.understood);
    text
}

fn record(text: &mut String, letter: &str, values: &[&str]) {
    text.push_str(letter);
    for value in values {
        text.push(VALUE);
        text.push_str(value);
    }
    text.push(RECORD);
}

/// `name=text`, or `*name=name,name`, for each parameter.
fn params(params: &[(&str, Param)]) -> String {
    let pairs = params.iter().map(|(name, value)| match value {
        Param::Name(value) => [*name, "=", value].concat(),
        Param::Text(value) => [*name, "=", value].concat(),
        Param::Names(values) => {
            ["*", name, "=", &values.names().collect::<Vec<_>>().join(",")].concat()
        }
    });
    pairs.collect::<Vec<_>>().join("\u{1f}")
}

fn record_understood(text: &mut String, understood: &[(&'static str, String)]) {
    let read = understood.iter().flat_map(|(field, read)| [*field, read.as_str()]);
    record(text, "u", &read.collect::<Vec<_>>());
}

/// A number that nothing is held under stands for evidence that cannot be read.
pub(crate) fn known_of(number: u32, act: &mut dyn FnMut(&ReadEvidence)) {
    EVIDENCE.with_borrow_mut(|held| match held.iter_mut().find(|(other, _)| *other == number) {
        Some((_, held)) => act(held.joined()),
        None => {
            let fault = EvidenceFault { part: "evidence", row: 0 };
            act(&(Evidence::default(), vec![fault]));
        }
    });
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
    let today = Date::parse(today).unwrap_or(Date::EPOCH);
    question(World { today, skus: skus(), to_ascii: &to_ascii }, arguments);
}

fn to_js(value: &impl Serialize) -> JsValue {
    // INVARIANT: answers hold nothing but text, numbers, lists and maps, which all can cross.
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
