//! The boundary to JavaScript, but for the check of a claim (`wasm_check.rs`): text goes in and comes
//! out, JSON where it is more than one value, because one text crosses faster than an object does
//! property by property.
//!
//! Both modules have what is in this file. The core has more: what is held ([`held`]), what is asked
//! once ([`questions`]), and many claims ([`batch`]).

use wasm_bindgen::prelude::*;

use crate::ReadEvidence;
use crate::classify::{self, ReferenceData};
use crate::sku::SkuTable;

#[cfg(feature = "core")]
pub mod batch;
#[cfg(feature = "core")]
pub mod held;
mod host;
#[cfg(feature = "core")]
pub mod questions;

pub(crate) use host::{knowledge, skus, to_ascii};

use host::{keep_skus, knows_more};

/// Shows a panic's message in the console; without this it would be "unreachable executed".
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Takes the SKU table's CSV, once: a later one changes nothing. Returns how many SKUs are known.
#[wasm_bindgen(js_name = loadSkus)]
pub fn load_skus(csv: String) -> usize {
    let read = || {
        knows_more();
        // The one table stays for as long as the module does.
        let table: &SkuTable<'_> = Box::leak(Box::new(SkuTable::read(Box::leak(csv.into()))));
        table
    };
    keep_skus(read).len()
}

/// What kind of identifier a text is, by the evidence of this number: the kind, whether its form is
/// proof, and the text in the kind's usual form, one a line.
#[wasm_bindgen(js_name = classifyIdentifier)]
pub fn classify_identifier(text: &str, evidence: u32) -> String {
    with_evidence(evidence, &mut |(evidence, _)| {
        let known = ReferenceData { evidence, skus: skus(), to_ascii: &to_ascii };
        let identified = classify::classify(text, known);
        [identified.kind.name(), identified.confidence(), &identified.value].join("\n")
    })
}

/// Asks about the evidence of a number. Nothing stays borrowed while the question runs.
#[cfg(feature = "core")]
pub(crate) fn with_evidence<T>(number: u32, question: &mut dyn FnMut(&ReadEvidence) -> T) -> T {
    question(&held::joined(number))
}

/// Without the core, every number stands for no evidence.
#[cfg(not(feature = "core"))]
pub(crate) fn with_evidence<T>(_: u32, question: &mut dyn FnMut(&ReadEvidence) -> T) -> T {
    question(&ReadEvidence::default())
}
