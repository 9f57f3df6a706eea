//! Random inputs for what takes input from outside: `readEvidence`, `checkBatch`, `classifyIdentifier`,
//! `findFields` with `readReply`, and `checkClaim`, alone and as it crosses the boundary. Good inputs (samples, scenarios,
//! `tests/fuzz/corpus`) are damaged, mixed and grown; what gets an answer that no input had before is
//! damaged further.
//!
//! A finding is a panic, a time that is not linear in the input's length, an answer that contradicts
//! itself, or a check that passes although the input does not have what it asks for (`naive.rs`).
//! `npm run fuzz -- --minutes=10` runs all of them; the same seed brings the same inputs in the same order.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a panic is how a test fails"
)]

use std::collections::BTreeSet;
use std::fmt::Display;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

mod batches;
mod claims;
mod exports;
mod identifiers;
mod mutate;
mod naive;
mod random;
#[expect(dead_code, reason = "what scenarios expect is asked in tests/scenarios.rs")]
#[path = "../support/scenario.rs"]
mod scenario;
mod texts;
#[path = "../support/world.rs"]
mod world;

use random::Random;

/// Something that takes input from outside.
trait Target {
    /// What it takes.
    type Input: Clone;

    /// The good inputs.
    fn corpus(&self) -> Vec<Self::Input>;
    /// An input made of those.
    fn draw(&self, inputs: &[Self::Input], random: &mut Random) -> Self::Input;
    /// In bytes.
    fn size(&self, input: &Self::Input) -> usize;
    /// To be put into a test.
    fn shown(&self, input: &Self::Input) -> String;
    /// What is answered, roughly, and what is wrong with it.
    fn answer(&self, input: &Self::Input, random: &mut Random) -> (String, Vec<String>);
}

/// Findings, of which no more are told.
const ENOUGH: usize = 10;
/// Inputs that got new answers, of which the last ones are kept.
const KEPT: usize = 2_000;

#[test]
fn exports() {
    run("readEvidence", &exports::Exports::new(), 300);
}

#[test]
fn batches() {
    run("checkBatch", &batches::Batches, 150);
}

#[test]
fn identifiers() {
    run("classifyIdentifier", &identifiers::Identifiers::new(), 2_000);
}

#[test]
fn texts() {
    run("findFields", &texts::Texts::new(), 500);
}

#[test]
fn claims() {
    run("checkClaim", &claims::Claims::new(), 300);
}

/// As many inputs as fit into `FUZZ_SECONDS`, or without it, this number.
fn run(name: &str, target: &impl Target, number: u64) {
    let from_environment = |name| std::env::var(name).ok()?.parse::<u64>().ok();
    let seconds = from_environment("FUZZ_SECONDS");
    let seed = from_environment("FUZZ_SEED").unwrap_or(0x2026_1122);
    let start = Instant::now();
    let mut told = start;
    let mut inputs = target.corpus();
    let good = inputs.len();
    let mut answers = BTreeSet::new();
    let mut faults = Vec::new();
    let mut count = 0;
    for input in inputs.clone() {
        judge(target, &input, &mut Random::new(seed), &"corpus", &mut answers, &mut faults);
    }
    while faults.len() < ENOUGH
        && seconds.map_or(count < number, |seconds| start.elapsed().as_secs() < seconds)
    {
        let mut random = Random::new(seed ^ hash(&count));
        let input = target.draw(&inputs, &mut random);
        count += 1;
        if judge(target, &input, &mut random, &count, &mut answers, &mut faults) {
            if inputs.len() >= good + KEPT {
                inputs.swap_remove(good + random.below(KEPT));
            }
            inputs.push(input);
        }
        if seconds.is_some() && told.elapsed().as_secs() >= 30 {
            told = Instant::now();
            println!("fuzz {name}: {count} executions, {} answers so far", answers.len());
        }
    }
    println!(
        "fuzz {name}: {count} executions in {} s, {} different answers, {} findings",
        start.elapsed().as_secs(),
        answers.len(),
        faults.len()
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Notes what is wrong. Is the answer a new one?
fn judge<T: Target>(
    target: &T,
    input: &T::Input,
    random: &mut Random,
    number: &dyn Display,
    answers: &mut BTreeSet<u64>,
    faults: &mut Vec<String>,
) -> bool {
    let mut note = |fault: &str| {
        let shown = target.shown(input);
        println!("fuzz finding {number}: {fault}");
        faults.push(format!("{number}: {fault}\n  {shown}"));
    };
    let answer = || {
        let since = Instant::now();
        let mut random = random.clone();
        let answer = catch_unwind(AssertUnwindSafe(|| target.answer(input, &mut random)));
        (answer, since.elapsed())
    };
    let (answered, mut time) = answer();
    let Ok((told, found)) = answered else {
        note("panics");
        return false;
    };
    if let Some(fault) = found.first() {
        note(fault);
    }
    let due = due(target.size(input));
    // Something else may have kept the machine busy.
    for _ in 0..4 {
        if time > due {
            time = time.min(answer().1);
        }
    }
    if time > due {
        note(&format!("takes {time:?} for {} bytes", target.size(input)));
    }
    answers.insert(hash(&told))
}

/// Far more than any input of this length takes, and linear.
fn due(bytes: usize) -> Duration {
    let slow = if cfg!(debug_assertions) { 30 } else { 1 };
    slow * (Duration::from_millis(100) + Duration::from_micros(5) * bytes as u32)
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
