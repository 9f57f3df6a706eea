//! The boundary of the check of a claim, which is crossed with every keystroke: numbers, and
//! addresses in the module's own memory, because texts and objects cost more to cross than to check.
//!
//! The whole claim goes in, and the whole answer comes out. Of its findings only those go out in full
//! that the caller has not learned yet. `www/lib/check.ts` is the other half.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use crate::actions::Action;
use crate::classify::ReferenceData;
use crate::date::Date;
use crate::facts;
use crate::report::{Finding, Param, Report};
use crate::ruleset::RULESETS;
use crate::timeline::Step;
use crate::wasm::{knowledge, skus, to_ascii, with_evidence};
use crate::{CheckInput, ClaimReader, Understood};

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<Output> = RefCell::default();
}

/// The last answer with what it points to.
#[derive(Default)]
struct Output {
    numbers: Vec<u32>,
    reader: ClaimReader<'static>,
    /// The evidence, and the knowledge, that the reader's texts were read with.
    read_with: (u32, u32),
    announced: Announced,
    /// What can be done about each finding.
    actions: Vec<Vec<Action>>,
}

/// The address of at least so many bytes to write the next input to.
#[wasm_bindgen]
pub fn room(bytes: usize) -> usize {
    INPUT.with_borrow_mut(|input| {
        if input.len() < bytes {
            input.resize(bytes, 0);
        }
        input.as_ptr().addr()
    })
}

/// Checks a claim.
///
/// - `length`: of the input in bytes, see [`CheckInput::read`]
/// - `evidence`: the number that it is held under
/// - `learned`: how many findings the caller has learned in full, as it has counted; who has missed
///   one knows none
///
/// The answer is the address of 32-bit numbers, good until the next call:
///
/// - verdict, place of the rule set, day (see [`Date::number`])
/// - how many checks, and for each its outcome, what that rests on and who can say more, each in a byte,
///   the low one first; the last two counted from 1, and 0 for none
/// - how many fields are understood, and for each its place and the text: an address and a length,
///   which may be `AS_TYPED`
/// - how many findings, and for each a number whose lowest bit says whether it is new. The rest of it
///   is a place: that of the known finding, or the one that the new finding has from now on. A new one
///   follows: code, severity and field (0 for the code's own, else its place and 1), each in a byte;
///   then its parameters: how many, and for each the address and length of its name, how many names
///   its list has (0 for a text alone), and their addresses and lengths. Each finding ends with its
///   actions: how many, and for each what it does, whether it is the first to offer, its field, and what
///   it opens or what the export has to show, each in a byte, the last two counted from 1, and 0 for
///   none; and how many fields it changes, and for each its place, and the address and length of its text
/// - how many steps, and for each its place, first and last day (`NO_DAY` for none), and days (0 for
///   none)
#[wasm_bindgen]
pub fn check(length: usize, evidence: u32, learned: u32) -> usize {
    OUTPUT.with_borrow_mut(|output| {
        let read_with = (evidence, knowledge());
        if output.read_with != read_with {
            output.reader = ClaimReader::default();
            output.read_with = read_with;
        }
        let report = with_evidence(evidence, &mut |(evidence, faults)| {
            let known = ReferenceData { evidence, skus: skus(), to_ascii: &to_ascii };
            INPUT.with_borrow(|input| {
                let input = CheckInput::read(input.get(..length).unwrap_or_default());
                let report = output.reader.check(&input, skus(), known, faults);
                output.actions = output.reader.actions(&input, skus(), known, &report);
                report
            })
        });
        output.announced.start(learned);
        output.write(report);
        output.numbers.as_ptr().addr()
    })
}

/// Instead of a length: what was understood is what was typed.
const AS_TYPED: u32 = u32::MAX;
const NO_DAY: u32 = 1 << 31;

impl Output {
    fn write(&mut self, report: Report) {
        let Self { numbers, reader, announced, actions, .. } = self;
        let Report { ruleset, today, verdict, checks, findings, timeline, .. } = report;
        let ruleset = RULESETS.iter().position(|rules| rules.id == ruleset).unwrap_or_default();
        numbers.clear();
        numbers.extend([verdict as u32, ruleset as u32, number(Some(today)), checks.len() as u32]);
        for check in checks {
            let basis = check.basis.map_or(0, |basis| basis as u32 + 1);
            let asks = check.asks.map_or(0, |asks| asks as u32 + 1);
            let is_dated = u32::from(check.params.is_some());
            numbers.push(check.outcome as u32 | basis << 8 | asks << 16 | is_dated << 24);
            numbers.extend(check.params.map(|params| number(Some(params.as_of))));
        }
        numbers.push(reader.understood().count() as u32);
        for (field, understood) in reader.understood() {
            let [address, length] = match understood {
                Understood::AsTyped => [0, AS_TYPED],
                Understood::Text(text) => place(text),
            };
            numbers.extend([field as u32, address, length]);
        }
        numbers.push(findings.len() as u32);
        for (finding, actions) in findings.into_iter().zip(actions) {
            announced.write(numbers, finding);
            write_actions(numbers, actions);
        }
        numbers.push(timeline.len() as u32);
        for Step { step, from, by, days } in timeline {
            numbers.extend([step as u32, number(from), number(by), days.unwrap_or_default()]);
        }
    }
}

/// Findings that went out in full, each at the place of its hash; a later one takes the place over.
#[derive(Default)]
struct Announced {
    places: Vec<Option<Finding>>,
    /// How many went out in full.
    count: u32,
    /// Those that lost their place in the last answer, which may still point to their texts.
    replaced: Vec<Finding>,
}

impl Announced {
    const PLACES: usize = 1024;

    /// Starts an answer to a caller who has learned so many.
    fn start(&mut self, learned: u32) {
        self.replaced.clear();
        if self.count != learned || self.places.is_empty() {
            self.places.clear();
            self.places.resize_with(Self::PLACES, || None);
            self.count = learned;
        }
    }

    fn write(&mut self, numbers: &mut Vec<u32>, finding: Finding) {
        let at = hash(&finding) as usize % Self::PLACES;
        let Some(place) = self.places.get_mut(at) else { return };
        let is_new = !place.as_ref().is_some_and(|known| known.is_like(&finding));
        numbers.push((at as u32) << 1 | u32::from(is_new));
        if is_new {
            write_whole(numbers, &finding);
            self.replaced.extend(place.replace(finding));
            self.count = self.count.wrapping_add(1);
        }
    }
}

fn write_whole(numbers: &mut Vec<u32>, finding: &Finding) {
    let Finding { code, severity, fields, params, .. } = finding;
    let is_own = *fields == code.facts().fields;
    let field = fields.first().filter(|_| !is_own).map_or(0, |field| *field as u32 + 1);
    numbers.push(*code as u32 | (*severity as u32) << 8 | field << 16);
    numbers.push(params.len() as u32);
    for (name, value) in params {
        numbers.extend(place(name));
        numbers.push(match value {
            Param::Names(checks) => checks.bits().count_ones(),
            Param::Texts(texts) => texts.len() as u32,
            Param::Text(_) | Param::Name(_) => 0,
        });
        match value {
            Param::Text(text) => numbers.extend(place(text)),
            Param::Name(name) => numbers.extend(place(name)),
            Param::Names(checks) => checks.names().for_each(|name| numbers.extend(place(name))),
            Param::Texts(texts) => texts.iter().for_each(|text| numbers.extend(place(text))),
        }
    }
}

fn write_actions(numbers: &mut Vec<u32>, actions: &[Action]) {
    numbers.push(actions.len() as u32);
    for Action { id, primary, field, changes, opens, shows } in actions {
        let field = field.map_or(0, |field| field as u32 + 1);
        let opens = opens.map(|opens| opens as u32 + 1);
        let what = opens.or(shows.map(|shows| shows as u32 + 1)).unwrap_or_default();
        numbers.push(*id as u32 | u32::from(*primary) << 8 | field << 16 | what << 24);
        numbers.push(changes.len() as u32);
        for (field, text) in changes {
            numbers.push(*field as u32);
            numbers.extend(place(text));
        }
    }
}

fn hash(finding: &Finding) -> u32 {
    finding.params.iter().fold(finding.code as u32, |hash, (_, value)| {
        let value = match value {
            // Not by its address: then each build would have other findings that share a place.
            Param::Name(name) => facts::hash(name.as_bytes()) as u32,
            Param::Text(text) => facts::hash(text.as_bytes()) as u32,
            Param::Names(checks) => checks.bits(),
            Param::Texts(texts) => texts.iter().fold(0, |hash: u32, text| {
                hash.rotate_left(7) ^ facts::hash(text.as_bytes()) as u32
            }),
        };
        (hash ^ value).wrapping_mul(0x9e37_79b1).rotate_left(9)
    })
}

/// Where a text is in memory.
fn place(text: &str) -> [u32; 2] {
    [text.as_ptr().addr() as u32, text.len() as u32]
}

fn number(day: Option<Date>) -> u32 {
    day.map_or(NO_DAY, |day| day.number() as u32)
}
