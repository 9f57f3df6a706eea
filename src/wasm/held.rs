//! Evidence that the core holds under the numbers that the library gives it: it goes in as JSON, part
//! by part, and comes out in slices. Exports are read from their bytes.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::host::{knows_more, to_ascii, to_json};
use crate::ReadEvidence;
use crate::date::Date;
use crate::exports::{self, ReadOptions};
use crate::held::{HeldEvidence, Slice};
use crate::json;

thread_local! {
    static HELD: RefCell<BTreeMap<u32, HeldEvidence>> = const { RefCell::new(BTreeMap::new()) };
}

/// Adds a part of evidence, as JSON, to what is held under a number. `today` is the caller's day.
#[wasm_bindgen(js_name = holdEvidence)]
pub fn hold_evidence(number: u32, part: &str, today: &str) {
    knows_more();
    HELD.with_borrow_mut(|held| held.entry(number).or_default().add(part, &to_ascii, day(today)));
}

/// Reads an export from its bytes; the options are JSON, `is_pasted` as in [`ReadOptions`]. The answer is
/// the [`Export`](exports::Export), as JSON. `progress` is called about every megabyte with how many
/// bytes are read and how many there are.
#[wasm_bindgen(js_name = readEvidence)]
pub fn read_evidence(
    bytes: &[u8],
    options: &str,
    is_pasted: bool,
    progress: Option<Function>,
) -> String {
    let (options, _) = json::parse(options);
    let said = ReadOptions { is_pasted, ..ReadOptions::read(&options) };
    let export = exports::read(bytes, said, &to_ascii, &mut |done, total| {
        if let Some(progress) = &progress {
            // What a caller's function throws is its own affair.
            let _ = progress.call2(&JsValue::NULL, &done.into(), &total.into());
        }
    });
    to_json(&export)
}

/// At most so many rows of evidence from the one of number `start`, counted from 0 over all parts, as
/// JSON for [`hold_evidence`] of another instance; empty behind the last one.
#[wasm_bindgen(js_name = evidenceSlice)]
pub fn evidence_slice(number: u32, start: usize, rows: usize) -> String {
    Slice::of(&joined(number), start, rows).map(|slice| to_json(&slice)).unwrap_or_default()
}

/// Forgets the evidence of a number.
#[wasm_bindgen(js_name = releaseEvidence)]
pub fn release_evidence(number: u32) {
    knows_more();
    HELD.with_borrow_mut(|held| held.remove(&number));
}

/// What is held under a number, as it is now. A number that nothing is held under stands for evidence
/// that cannot be read.
pub(crate) fn joined(number: u32) -> Rc<ReadEvidence> {
    HELD.with_borrow_mut(|held| held.get_mut(&number).map(HeldEvidence::joined))
        .unwrap_or_else(|| HeldEvidence::unread().joined())
}

/// Without a day, none is to come.
fn day(today: &str) -> Date {
    Date::parse(today).unwrap_or(Date::LAST)
}
