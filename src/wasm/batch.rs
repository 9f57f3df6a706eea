//! Many claims: rows go in as bytes of the file and come out as numbers, because objects would cross
//! property by property.

use wasm_bindgen::prelude::*;

use super::held;
use super::host::{skus, to_ascii, to_json};
use crate::World;
use crate::batch::layout::Layout;
use crate::batch::results::{Results, Wanted};
use crate::batch::{Batch, CodeBits, code_name, labels};
use crate::claim::Field;
use crate::date::Date;
use crate::json;
use crate::report::Verdict;

/// How the file is laid out, as JSON, from its beginning; `columns` is JSON, see [`Layout::read`].
#[wasm_bindgen]
pub fn layout(head: &[u8], columns: &str) -> String {
    to_json(&Layout::read(head, &json::parse(columns).0))
}

/// All codes, then all fields, then all verdicts, in the order of their numbers, as JSON.
#[wasm_bindgen]
pub fn names() -> String {
    let codes: Vec<&str> =
        (0..CodeBits::BITS as usize).map(code_name).take_while(|name| !name.is_empty()).collect();
    to_json(&(codes, Field::NAMES, Verdict::NAMES))
}

/// The code of the answer that a cell has in words, see [`labels::option`]; none is an empty text.
#[wasm_bindgen(js_name = optionOf)]
pub fn option_of(field: &str, text: &str) -> String {
    let code = Field::from_name(field).and_then(|field| labels::option(field, text));
    code.unwrap_or_default().to_owned()
}

/// A file under check. The evidence is what was held when it began.
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
    /// - `options`: as JSON, of a check; `today`: the caller's day; `evidence`: its number
    /// - `findings`: how many are wanted; `rows`, `file`: are rows and the file with its results?
    /// - `seed`: a random number
    #[wasm_bindgen(constructor)]
    #[expect(clippy::too_many_arguments, reason = "a boundary without objects")]
    pub fn new(
        head: &[u8],
        columns: &str,
        options: &str,
        today: &str,
        evidence: u32,
        findings: usize,
        rows: bool,
        file: bool,
        seed: f64,
    ) -> Self {
        let today = Date::parse(today).unwrap_or(Date::EPOCH);
        let world = World { today, skus: skus(), to_ascii: &to_ascii };
        let layout = Layout::read(head, &json::parse(columns).0);
        let results = Results::new(Wanted { rows, findings, file }, layout.delimiter);
        let (options, _) = json::parse(options);
        let evidence = held::joined(evidence);
        let batch = Batch::new(world, evidence, &options, layout, seed.to_bits());
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
        to_json(self.batch.totals())
    }
}
