//! What is asked once in a while: the guides, the diagnosis, the join of evidence that the library
//! has itself, and all lists.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::held;
use super::host::{skus, to_ascii, to_json};
use crate::World;
use crate::date::Date;
use crate::describe::describe;
use crate::json::{self, Value};
use crate::ruleset::RULESETS;

/// Diagnoses the subscription error: takes `[claim, options]` as JSON, the caller's day, and the
/// number of the evidence. The answer is a [`Diagnosis`](crate::diagnose::Diagnosis), as JSON.
#[wasm_bindgen(js_name = diagnoseSubscription)]
pub fn diagnose_subscription(input: &str, today: &str, evidence: u32) -> String {
    let known = held::joined(evidence);
    answer(input, today, |world, [claim, options]| {
        world.diagnose_subscription(claim, &known, options)
    })
}

/// "Which activity?": takes `[answers, options]` as JSON and the caller's day, and answers with an
/// [`ActivityAdvice`](crate::advise::ActivityAdvice), as JSON.
#[wasm_bindgen(js_name = adviseActivity)]
pub fn advise_activity(input: &str, today: &str) -> String {
    answer(input, today, |world, [answers, options]| world.advise_activity(answers, options))
}

/// "Which Partner ID?": takes `[candidates, context]` as JSON, and answers with a
/// [`PartnerIdAdvice`](crate::advise::PartnerIdAdvice), as JSON.
#[wasm_bindgen(js_name = advisePartnerId)]
pub fn advise_partner_id(input: &str) -> String {
    answer(input, "", |world, [candidates, context]| world.advise_partner_id(candidates, context))
}

/// Joins evidence: takes `[a, b]` as JSON and the caller's day, and answers with the join, as JSON.
#[wasm_bindgen(js_name = mergeEvidence)]
pub fn merge_evidence(input: &str, today: &str) -> String {
    answer(input, today, |world, [a, b]| world.merge_evidence(a, b))
}

/// All that is a list, under each rule set, by the day from which it is in force. Only the build asks: see `describe`.
#[wasm_bindgen]
pub fn registry() -> JsValue {
    let described: Vec<_> = RULESETS.iter().map(|rules| describe(rules.id)).collect();
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    // INVARIANT: it holds nothing but text, numbers, lists and maps, which all can cross.
    described.serialize(&serializer).unwrap_or(JsValue::NULL)
}

/// The answer to a question about the two values of a list, all of it JSON.
fn answer<T: Serialize>(
    input: &str,
    today: &str,
    question: impl Fn(World<'_>, [&Value<'_>; 2]) -> T,
) -> String {
    let (input, _) = json::parse(input);
    let mut values = input.list().unwrap_or_default().iter();
    let mut next = || values.next().unwrap_or(&Value::Null);
    let values = [next(), next()];
    let today = Date::parse(today).unwrap_or(Date::EPOCH);
    to_json(&question(World { today, skus: skus(), to_ascii: &to_ascii }, values))
}
