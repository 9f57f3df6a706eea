//! What is asked once in a while: the guides, the diagnosis, the join of evidence that the library
//! has itself, and all lists.

use serde::Serialize;
use sha2::{Digest, Sha256};
use wasm_bindgen::prelude::*;

use super::held;
use super::host::{skus, to_ascii, to_json};
use crate::World;
use crate::classify::ReferenceData;
use crate::date::Date;
use crate::describe::describe;
use crate::find;
use crate::json::{self, Value};
use crate::letter;
use crate::plan::plan;
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

/// "Which Partner ID?": takes `[candidates, context]` as JSON and the caller's day, and answers with a
/// [`PartnerIdAdvice`](crate::advise::PartnerIdAdvice), as JSON.
#[wasm_bindgen(js_name = advisePartnerId)]
pub fn advise_partner_id(input: &str, today: &str) -> String {
    answer(input, today, |world, [candidates, context]| {
        world.advise_partner_id(candidates, context)
    })
}

/// "For the claim form": takes `[claim, options]` as JSON and the caller's day, and answers with a
/// [`ClaimForm`](crate::filing::ClaimForm), as JSON.
#[wasm_bindgen(js_name = claimForm)]
pub fn claim_form(input: &str, today: &str) -> String {
    answer(input, today, |world, [claim, options]| world.claim_form(claim, options))
}

/// What the proof has to show: takes `[claim, options]` as JSON and the caller's day, and answers with a
/// [`ProofChecklist`](crate::filing::ProofChecklist), as JSON.
#[wasm_bindgen(js_name = proofChecklist)]
pub fn proof_checklist(input: &str, today: &str) -> String {
    answer(input, today, |world, [claim, options]| world.proof_checklist(claim, options))
}

/// What follows from a status: takes `[claim, options]` as JSON and the caller's day, and answers with an
/// [`AfterFiling`](crate::filing::AfterFiling), as JSON.
#[wasm_bindgen(js_name = afterFiling)]
pub fn after_filing(input: &str, today: &str) -> String {
    answer(input, today, |world, [claim, options]| world.after_filing(claim, options))
}

/// Which claims could be filed: takes `[context, options]` as JSON, the caller's day, and the number of the
/// evidence. The answer is a [`Plan`](crate::plan::Plan), as JSON.
#[wasm_bindgen(js_name = planClaims)]
pub fn plan_claims(input: &str, today: &str, evidence: u32) -> String {
    let known = held::joined(evidence);
    answer(input, today, |world, [context, options]| plan(world, context, &known, options))
}

/// Joins evidence: takes `[a, b]` as JSON and the caller's day, and answers with the join, as JSON.
#[wasm_bindgen(js_name = mergeEvidence)]
pub fn merge_evidence(input: &str, today: &str) -> String {
    answer(input, today, |world, [a, b]| world.merge_evidence(a, b))
}

/// The SHA-256 of a text, in hexadecimal digits. WebCrypto's answers later, and only where the page's
/// origin counts as secure.
#[wasm_bindgen]
pub fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// Finds the fields of a claim in a text, by the evidence of this number. The answer is a list of
/// [`FoundField`](crate::find::FoundField), as JSON.
#[wasm_bindgen(js_name = findFields)]
pub fn find_fields(text: &str, evidence: u32) -> String {
    let evidence = &held::joined(evidence).0;
    to_json(&find::find_fields(text, ReferenceData { evidence, skus: skus(), to_ascii: &to_ascii }))
}

/// What to ask the customer of a report, `{ checks, understood }` as JSON: a list of
/// [`AskedQuestion`](crate::letter::AskedQuestion), as JSON.
#[wasm_bindgen(js_name = questionsForCustomer)]
pub fn questions_for_customer(report: &str) -> String {
    to_json(&letter::questions(&json::parse(report).0))
}

/// Reads the customer's reply to questions, by the evidence of this number: `asked` are the questions,
/// `ours` the texts of the letter, both lists as JSON. The answer is a [`Reply`](letter::Reply), as JSON.
#[wasm_bindgen(js_name = readReply)]
pub fn read_reply(text: &str, asked: &str, ours: &str, evidence: u32) -> String {
    let evidence = &held::joined(evidence).0;
    let (asked, ours) = (json::parse(asked).0, json::parse(ours).0);
    let ours = ours.list().unwrap_or_default().iter().filter_map(Value::text).map(str::to_owned);
    let known = ReferenceData { evidence, skus: skus(), to_ascii: &to_ascii };
    let reply = letter::read_reply(text, &letter::asked(&asked), &ours.collect::<Vec<_>>(), known);
    to_json(&reply)
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
