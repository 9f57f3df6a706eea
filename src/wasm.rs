//! The core's boundary to JavaScript, but for the check (`wasm_check.rs`) and for what needs evidence
//! (`wasm_evidence.rs`).

use wasm_bindgen::prelude::*;

use crate::classify::{self, ReferenceData};
#[cfg(not(feature = "evidence"))]
use crate::evidence::Evidence;
use crate::sku::SkuTable;
#[cfg(feature = "evidence")]
pub(crate) use crate::wasm_evidence::known_of;
pub(crate) use crate::wasm_host::{changed, changes, skus};
use crate::wasm_host::{load_once, to_ascii};

/// Takes the SKU table's CSV, once. Returns how many SKUs are known.
#[wasm_bindgen(js_name = loadSkus)]
pub fn load_skus(csv: String) -> usize {
    let read = || {
        changed();
        let table: &SkuTable<'_> = Box::leak(Box::new(SkuTable::read(Box::leak(csv.into()))));
        table
    };
    load_once(read).len()
}

/// What kind of identifier a text is, by what is known under a number: the kind, whether its form is
/// proof, and the text in the kind's usual form, one a line.
#[wasm_bindgen(js_name = classifyIdentifier)]
pub fn classify_identifier(text: &str, evidence: u32) -> String {
    let mut answer = String::new();
    known_of(evidence, &mut |(evidence, _)| {
        let known = ReferenceData { evidence, skus: skus(), to_ascii: &to_ascii };
        let identified = classify::classify(text, known);
        answer = [identified.kind.name(), identified.confidence(), &identified.value].join("\n");
    });
    answer
}

/// Without evidence, every number stands for none.
#[cfg(not(feature = "evidence"))]
pub(crate) fn known_of(_: u32, act: &mut dyn FnMut(&crate::ReadEvidence)) {
    act(&(Evidence::default(), Vec::new()));
}
