//! Evidence that the core holds under the numbers that the library gives it: the bytes of an export
//! go in once, and views of it come out.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::host::{knows_more, to_ascii, to_json};
use crate::ReadEvidence;
use crate::date::Date;
use crate::exports::{self, Export, ReadOptions};
use crate::guid::Guid;
use crate::held::{EvidenceView, ExportView, HeldEvidence, Slice};
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

/// Reads an export as [`read_evidence`] does, and holds its evidence under a number, in the place of
/// what was held there. The answer is its [view](ExportView), as JSON.
#[wasm_bindgen(js_name = holdExport)]
pub fn hold_export(
    number: u32,
    bytes: &[u8],
    options: &str,
    is_pasted: bool,
    progress: Option<Function>,
    today: &str,
) -> String {
    // Whoever hears of the progress may ask something: until the end, nothing is held or borrowed.
    let export = read(bytes, options, is_pasted, progress);
    let view = to_json(&ExportView::of(&export));
    hold(number, HeldEvidence::of_export(export.evidence, day(today)));
    view
}

/// Reads an export from its bytes; the options are JSON, `is_pasted` as in [`ReadOptions`]. The answer is
/// the [`Export`], as JSON. `progress` is called about every megabyte with how many bytes are read
/// and how many there are.
#[wasm_bindgen(js_name = readEvidence)]
pub fn read_evidence(
    bytes: &[u8],
    options: &str,
    is_pasted: bool,
    progress: Option<Function>,
) -> String {
    to_json(&read(bytes, options, is_pasted, progress))
}

/// Holds under a number, in the place of what was held there, the join of what is held under others.
#[wasm_bindgen(js_name = joinEvidence)]
pub fn join_evidence(number: u32, numbers: &[u32]) {
    hold(number, numbers.iter().map(|number| joined(*number)).collect());
}

/// The [view](EvidenceView) of what is held under a number, as JSON, with the subscriptions of a
/// tenant first; an empty ID is none.
#[wasm_bindgen(js_name = evidenceView)]
pub fn evidence_view(number: u32, tenant_id: &str) -> String {
    to_json(&EvidenceView::of(&joined(number), Guid::parse(tenant_id).ok()))
}

/// Does the evidence of a number say anything of a domain, as it was understood?
#[wasm_bindgen(js_name = knowsDomain)]
pub fn knows_domain(number: u32, domain: &str) -> bool {
    crate::held::knows_domain(&joined(number), domain)
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

fn hold(number: u32, evidence: HeldEvidence) {
    knows_more();
    HELD.with_borrow_mut(|held| held.insert(number, evidence));
}

fn read(bytes: &[u8], options: &str, is_pasted: bool, progress: Option<Function>) -> Export {
    let (options, _) = json::parse(options);
    let said = ReadOptions { is_pasted, ..ReadOptions::read(&options) };
    exports::read(bytes, said, &to_ascii, &mut |done, total| {
        if let Some(progress) = &progress {
            // What a caller's function throws is its own affair.
            let _ = progress.call2(&JsValue::NULL, &done.into(), &total.into());
        }
    })
}
