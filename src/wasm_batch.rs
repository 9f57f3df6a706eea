//! The boundary of the check of many claims: a module of its own, loaded where a file is checked.
//!
//! Rows go in as bytes of the file and come out as numbers, because objects would cross property by
//! property.

use std::cell::{OnceCell, RefCell};

use wasm_bindgen::prelude::*;

use crate::batch::labels;
use crate::batch::layout::Layout;
use crate::batch::results::{Results, Wanted};
use crate::batch::{Batch, code_name};
use crate::claim::Field;
use crate::date::Date;
use crate::json;
use crate::report::Verdict;
use crate::sku::SkuTable;
use crate::wasm_host::to_ascii;
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

/// The code of the answer that a cell has in words, see [`labels::option`]; none is an empty text.
#[wasm_bindgen(js_name = optionOf)]
pub fn option_of(field: &str, text: &str) -> String {
    let code = Field::from_name(field).and_then(|field| labels::option(field, text));
    code.unwrap_or_default().to_owned()
}

/// A file under check.
#[wasm_bindgen]
pub struct BatchRun {
    batch: Batch<'static>,
    results: Results,
}

#[wasm_bindgen]
impl BatchRun {
    /// Begins a file.
    ///
    /// - `head`: its beginning, to read the layout from; `columns` as for `layout`
    /// - `options`: as JSON, of a check; `today`: the caller's day; `evidence`: as JSON
    /// - `findings`: how many are wanted; `rows`, `file`: are rows and the file with its results?
    /// - `seed`: a random number
    #[wasm_bindgen(constructor)]
    #[expect(clippy::too_many_arguments, reason = "a boundary without objects")]
    pub fn new(
        head: &[u8],
        columns: &str,
        options: &str,
        today: &str,
        evidence: &str,
        findings: usize,
        rows: bool,
        file: bool,
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
        let results = Results::new(Wanted { rows, findings, file }, delimiter);
        Self { batch, results }
    }

    /// Checks what ends in these bytes.
    pub fn push(&mut self, bytes: &[u8], is_last: bool) {
        let Self { batch, results } = self;
        results.expect(bytes.len());
        batch.push(bytes, is_last, &mut |raw, part, found| results.add(raw, part, found));
    }

    /// The rows since the last call, see [`Results::rows`].
    pub fn rows(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.results.rows)
    }

    /// The findings since the last call, see [`Results::findings`].
    pub fn findings(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.results.findings)
    }

    /// The file with its results, as far as it came since the last call.
    pub fn annotated(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.results.file)
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

fn json_of(value: &impl serde::Serialize) -> String {
    // INVARIANT: names, numbers and texts can all be written.
    serde_json::to_string(value).unwrap_or_default()
}
