//! The boundary of the check of many claims: a module of its own, loaded where a file is checked.
//!
//! Rows go in as bytes of the file and come out as numbers, because objects would cross property by
//! property.

use std::cell::{OnceCell, RefCell};

use wasm_bindgen::prelude::*;

use crate::batch::layout::Layout;
use crate::batch::{Batch, Part, RowFinding, RowResult, code_name};
use crate::claim::Field;
use crate::date::Date;
use crate::host::to_ascii;
use crate::json;
use crate::report::Verdict;
use crate::sku::SkuTable;
use crate::{ReadEvidence, World};

thread_local! {
    static SKUS: OnceCell<&'static SkuTable<'static>> = const { OnceCell::new() };
    /// The evidence of the last run and its text: it stays for as long as the module does, so the
    /// same one must not be read again for every file.
    static EVIDENCE: RefCell<Option<(String, &'static ReadEvidence)>> = const { RefCell::new(None) };
}

/// Takes the SKU table's CSV, once. Returns how many SKUs are known.
#[wasm_bindgen(js_name = loadBatchSkus)]
pub fn load_skus(csv: String) -> usize {
    let read = || {
        let table: &SkuTable<'_> = Box::leak(Box::new(SkuTable::read(Box::leak(csv.into()))));
        table
    };
    SKUS.with(|skus| skus.get_or_init(read).len())
}

/// How the file is laid out, as JSON, from its beginning; `columns` is JSON, see [`Layout::read`].
#[wasm_bindgen]
pub fn layout(head: &[u8], columns: &str) -> String {
    json_of(&Layout::read(head, &json::parse(columns).0))
}

/// All codes, then all fields, in the order of their numbers, as JSON.
#[wasm_bindgen]
pub fn names() -> String {
    let codes: Vec<&str> =
        (0..u64::BITS as usize).map(code_name).take_while(|name| !name.is_empty()).collect();
    json_of(&(codes, Field::NAMES, Verdict::NAMES))
}

/// A file under check.
#[wasm_bindgen]
pub struct BatchRun {
    batch: Batch<'static>,
    rows: Vec<u32>,
    findings: Vec<u32>,
    /// How many findings are still to be kept.
    room: usize,
    annotated: Option<Vec<u8>>,
    delimiter: u8,
}

#[wasm_bindgen]
impl BatchRun {
    /// Begins a file.
    ///
    /// - `head`: its beginning, to read the layout from; `columns` as for `layout`
    /// - `options`: as JSON, of a check; `today`: the caller's day; `evidence`: as JSON
    /// - `room`: how many findings are kept; `annotate`: is the file wanted with its results?
    /// - `seed`: a random number
    #[wasm_bindgen(constructor)]
    #[expect(clippy::too_many_arguments, reason = "a boundary without objects")]
    pub fn new(
        head: &[u8],
        columns: &str,
        options: &str,
        today: &str,
        evidence: &str,
        room: usize,
        annotate: bool,
        seed: f64,
    ) -> Self {
        let none: &SkuTable<'_> = Box::leak(Box::default());
        let world = World {
            today: Date::parse(today).unwrap_or(Date::EPOCH),
            skus: SKUS.with(|skus| skus.get().copied()).unwrap_or(none),
            to_ascii: &to_ascii,
        };
        let layout = Layout::read(head, &json::parse(columns).0);
        let delimiter = layout.delimiter;
        let (options, _) = json::parse(options);
        let evidence = known(world, evidence);
        let batch = Batch::new(world, evidence, &options, layout, seed.to_bits());
        let annotated = annotate.then(Vec::new);
        Self { batch, rows: Vec::new(), findings: Vec::new(), room, annotated, delimiter }
    }

    /// Checks what ends in these bytes.
    pub fn push(&mut self, bytes: &[u8], is_last: bool) {
        let Self { batch, rows, findings, room, annotated, delimiter } = self;
        batch.push(bytes, is_last, &mut |raw, part, found| {
            if let Part::Row(result) = part {
                rows.extend(row(&result));
                for finding in found.iter().take(*room) {
                    findings.extend(finding_numbers(finding));
                }
                *room = room.saturating_sub(found.len());
            }
            if let Some(file) = annotated {
                annotate(file, raw, part, *delimiter);
            }
        });
    }

    /// The rows since the last call, six numbers each: number, verdict or 3 for a blank row, codes
    /// (low and high half of the bits), place in the file (low and high half).
    pub fn rows(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.rows)
    }

    /// The findings since the last call, four numbers each: row, code, field + 1 or 0, other row or 0.
    pub fn findings(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.findings)
    }

    /// The file with its results, as far as it came since the last call.
    pub fn annotated(&mut self) -> Vec<u8> {
        self.annotated.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// The sums so far, as JSON.
    pub fn totals(&self) -> String {
        json_of(self.batch.totals())
    }
}

fn known(world: World<'_>, text: &str) -> &'static ReadEvidence {
    EVIDENCE.with(|last| {
        let mut last = last.borrow_mut();
        match &*last {
            Some((known, evidence)) if known == text => evidence,
            _ => {
                let evidence: &ReadEvidence =
                    Box::leak(Box::new(world.evidence(&json::parse(text).0)));
                *last = Some((text.to_owned(), evidence));
                evidence
            }
        }
    })
}

const BLANK: u32 = Verdict::ALL.len() as u32;

fn row(result: &RowResult) -> [u32; 6] {
    let verdict = result.verdict.map_or(BLANK, |verdict| verdict as u32);
    let [low, high] = halves(result.codes);
    let [at, far] = halves(result.offset);
    [result.row, verdict, low, high, at, far]
}

const fn halves(number: u64) -> [u32; 2] {
    [number as u32, (number >> 32) as u32]
}

fn finding_numbers(finding: &RowFinding) -> [u32; 4] {
    let field = finding.field.map_or(0, |field| field as u32 + 1);
    [finding.row, finding.code as u32, field, finding.other_row]
}

/// Adds a record with two more cells, verdict and codes; its own bytes stay as they are. A row with
/// fewer cells than the header gets empty ones, so that both stand under their names.
fn annotate(file: &mut Vec<u8>, raw: &[u8], part: Part, delimiter: u8) {
    let end = raw.iter().rev().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    let content = raw.get(..raw.len() - end).unwrap_or_default();
    file.extend_from_slice(content);
    let (verdict, codes) = match part {
        Part::Other => ("", String::new()),
        Part::Header => ("verdict", "codes".to_owned()),
        Part::Row(result) => {
            let codes = (0..u64::BITS as usize).filter(|bit| result.codes >> bit & 1 == 1);
            let names: Vec<&str> = codes.map(code_name).collect();
            file.resize(file.len() + result.missing, delimiter);
            (result.verdict.map_or("", Verdict::name), names.join(" "))
        }
    };
    if part != Part::Other {
        file.push(delimiter);
        file.extend_from_slice(verdict.as_bytes());
        file.push(delimiter);
        file.extend_from_slice(codes.as_bytes());
    }
    file.extend_from_slice(raw.get(content.len()..).unwrap_or_default());
}

fn json_of(value: &impl serde::Serialize) -> String {
    // INVARIANT: names, numbers and texts can all be written.
    serde_json::to_string(value).unwrap_or_default()
}
