//! The boundary of the check, which is crossed with every keystroke: numbers and addresses in the
//! module's own memory, because texts and objects cost more to cross than to check.
//!
//! `www/lib/check.js` is the other half.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use crate::claim::Field;
use crate::classify::ReferenceData;
use crate::date::Date;
use crate::facts;
use crate::report::{Finding, Param, Report};
use crate::ruleset::RULESETS;
use crate::session::{Session, Told, Understood};
use crate::timeline::Step;
use crate::wasm::{changes, known_of, skus};
use crate::wasm_host::to_ascii;

/// A session with what its answers point to.
#[derive(Default)]
struct Open {
    number: u32,
    session: Session<'static>,
    /// The evidence, and how often what is held had changed, when fields were last read.
    read_with: (u32, u32),
    findings: Vec<Rc<Finding>>,
}

thread_local! {
    static OPEN: RefCell<Vec<Open>> = const { RefCell::new(Vec::new()) };
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u32>> = const { RefCell::new(Vec::new()) };
    static TOLD_FINDINGS: RefCell<ToldFindings> =
        const { RefCell::new(ToldFindings { places: [const { None }; PLACES], count: 0 }) };
}

/// Findings that were told in full, each at the place of its hash; a later one takes the place over.
struct ToldFindings {
    places: [Option<Rc<Finding>>; PLACES],
    /// How many were told.
    count: u32,
}

/// The address of so many bytes to write the next input to.
#[wasm_bindgen]
pub fn room(bytes: usize) -> usize {
    INPUT.with_borrow_mut(|input| {
        if input.len() < bytes {
            input.resize(bytes, 0);
        }
        input.as_ptr().addr()
    })
}

/// Checks the claim of a session, which is opened where there is none of this number.
///
/// - `length`: of the input, one entry behind the other: what it is about (a field's place, or behind
///   the fields that of [`Told`]), the length of its text in four bytes, the low one first, and the
///   text in UTF-8
/// - `evidence`: the number of what is known
/// - `compares`: are only those findings wanted that the last answer did not have?
/// - `told`: how many findings were told in full, as the caller has counted; who has missed one knows
///   none
///
/// The answer is the address of 32-bit numbers, good until the next call:
///
/// - verdict, place of the rule set, day (see [`Date::number`]), number of checks, outcomes
/// - how many fields are understood otherwise than in the last answer, and for each its place and what
///   was understood: an address and a length, which may be `NOTHING` or `AS_TYPED`
/// - how many findings, and for each a number whose low bits say how to go on: `SAME` and its place
///   among the findings of the last answer; `KNOWN` and its place among those that were told in full;
///   or `NEW` and the place that it has there from now on, and it itself: code, severity and field (0
///   for the code's own, else its place and 1), each in a byte; then its parameters: how many, and for
///   each the address and length of its name, how many names its list has (0 for a text alone), and
///   their addresses and lengths
/// - how many steps, and for each its place, first and last day (`NO_DAY` for none), and days (0 for
///   none)
#[wasm_bindgen]
pub fn check(session: u32, length: usize, evidence: u32, compares: bool, told: u32) -> usize {
    TOLD_FINDINGS.with_borrow_mut(|findings| {
        if findings.count != told {
            findings.places.fill_with(|| None);
            findings.count = told;
        }
    });
    OPEN.with_borrow_mut(|all| {
        let place = all.iter().position(|open| open.number == session).unwrap_or_else(|| {
            all.push(Open { number: session, ..Open::default() });
            all.len() - 1
        });
        let Some(open) = all.get_mut(place) else { return 0 };
        INPUT.with_borrow(|input| take(&mut open.session, input.get(..length).unwrap_or_default()));
        let now = (evidence, changes());
        if open.read_with != now {
            open.session.forget_readings();
            open.read_with = now;
        }
        let mut answer = 0;
        known_of(evidence, &mut |(evidence, faults)| {
            let known = ReferenceData { evidence, skus: skus(), to_ascii: &to_ascii };
            let report = open.session.check(skus(), known, faults);
            answer = ANSWER.with_borrow_mut(|words| {
                words.clear();
                write(words, open, report, compares);
                words.as_ptr().addr()
            });
        });
        answer
    })
}

/// Forgets a session.
#[wasm_bindgen(js_name = closeCheck)]
pub fn close_check(session: u32) {
    OPEN.with_borrow_mut(|open| open.retain(|open| open.number != session));
}

fn take(session: &mut Session<'_>, mut input: &[u8]) {
    while let Some(([about, length @ ..], rest)) = input.split_first_chunk::<5>() {
        let length = u32::from_le_bytes(*length) as usize;
        let (text, rest) = rest.split_at_checked(length).unwrap_or_default();
        let text = std::str::from_utf8(text).unwrap_or_default();
        let about = usize::from(*about);
        match Field::ALL.get(about) {
            Some(field) => session.set(*field, text),
            None => {
                let told = about.checked_sub(Field::ALL.len()).and_then(|at| Told::ALL.get(at));
                told.into_iter().for_each(|told| session.tell(*told, text));
            }
        }
        input = rest;
    }
}

fn write(words: &mut Vec<u32>, open: &mut Open, report: Report, compares: bool) {
    let Report { ruleset, today, verdict, checks, findings, timeline, .. } = report;
    let ruleset = RULESETS.iter().position(|rules| rules.id == ruleset).unwrap_or_default();
    words.extend_from_slice(&[
        verdict as u32,
        ruleset as u32,
        number(Some(today)),
        checks.len() as u32,
    ]);
    words.extend(checks.iter().map(|check| check.outcome as u32));
    write_understood(words, &mut open.session);
    // What the answer points to stays until the next one.
    let last = std::mem::take(&mut open.findings);
    words.push(findings.len() as u32);
    TOLD_FINDINGS.with_borrow_mut(|told| {
        for finding in findings {
            let mut last = (0..).zip(&last).filter(|_| compares);
            open.findings.push(match last.find(|(_, other)| other.is_like(&finding)) {
                Some((place, same)) => {
                    words.push(place << 2 | SAME);
                    same.clone()
                }
                None => told.write(words, finding),
            });
        }
    });
    words.push(timeline.len() as u32);
    for Step { step, from, by, days } in timeline {
        words.extend_from_slice(&[step as u32, number(from), number(by), days.unwrap_or_default()]);
    }
}

fn write_understood(words: &mut Vec<u32>, session: &mut Session<'_>) {
    let count = words.len();
    words.push(0);
    for (field, understood) in session.understood() {
        let [address, length] = match understood {
            Understood::Nothing => [0, NOTHING],
            Understood::AsTyped => [0, AS_TYPED],
            Understood::Text(text) => place(text),
        };
        words.extend_from_slice(&[field as u32, address, length]);
        words.get_mut(count).into_iter().for_each(|count| *count += 1);
    }
}

impl ToldFindings {
    fn write(&mut self, words: &mut Vec<u32>, finding: Finding) -> Rc<Finding> {
        let place = hash(&finding) as usize % PLACES;
        let Some(known) = self.places.get_mut(place) else { return Rc::new(finding) };
        if let Some(known) = known.as_ref().filter(|known| known.is_like(&finding)) {
            words.push((place as u32) << 2 | KNOWN);
            return known.clone();
        }
        words.push((place as u32) << 2 | NEW);
        write_whole(words, &finding);
        self.count += 1;
        known.insert(Rc::new(finding)).clone()
    }
}

fn hash(finding: &Finding) -> u32 {
    finding.params.iter().fold(finding.code as u32, |hash, (_, value)| {
        let value = match value {
            Param::Name(name) => name.as_ptr().addr() as u32,
            Param::Text(text) => facts::hash(text.as_bytes()) as u32,
            Param::Names(checks) => checks.bits(),
        };
        (hash ^ value).wrapping_mul(0x9e37_79b1).rotate_left(9)
    })
}

fn write_whole(words: &mut Vec<u32>, finding: &Finding) {
    let Finding { code, severity, fields, params, .. } = finding;
    let is_own = *fields == code.facts().fields;
    let field = fields.first().filter(|_| !is_own).map_or(0, |field| *field as u32 + 1);
    words.extend_from_slice(&[
        *code as u32 | (*severity as u32) << 8 | field << 16,
        params.len() as u32,
    ]);
    for (name, value) in params {
        let list = if let Param::Names(checks) = value { checks.bits() } else { 0 };
        words.extend_from_slice(&place(name));
        words.push(list.count_ones());
        match value {
            Param::Text(text) => words.extend_from_slice(&place(text)),
            Param::Name(name) => words.extend_from_slice(&place(name)),
            Param::Names(checks) => {
                checks.names().for_each(|name| words.extend_from_slice(&place(name)));
            }
        }
    }
}

/// Where a text is in memory.
fn place(text: &str) -> [u32; 2] {
    [text.as_ptr().addr() as u32, text.len() as u32]
}

fn number(day: Option<Date>) -> u32 {
    day.map_or(NO_DAY, |day| day.number() as u32)
}

/// How an answer goes on with a finding.
const SAME: u32 = 0;
const KNOWN: u32 = 1;
const NEW: u32 = 2;
/// For findings that were told.
const PLACES: usize = 1024;
const NOTHING: u32 = u32::MAX;
const AS_TYPED: u32 = u32::MAX - 1;
const NO_DAY: u32 = 1 << 31;
