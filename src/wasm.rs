//! The core's boundary to JavaScript, but for the check (`wasm_check.rs`) and for what needs evidence
//! (`wasm_evidence.rs`).

use std::cell::{Cell, OnceCell};

use wasm_bindgen::prelude::*;

#[cfg(not(feature = "evidence"))]
use crate::evidence::Evidence;
use crate::identifier::{self, Known};
use crate::sku::SkuTable;
#[cfg(feature = "evidence")]
pub(crate) use crate::wasm_evidence::known_of;
use crate::wasm_host::to_ascii;

thread_local! {
    static SKUS: OnceCell<&'static SkuTable<'static>> = const { OnceCell::new() };
    /// How often SKUs or evidence have changed.
    static CHANGES: Cell<u32> = const { Cell::new(0) };
}

/// Takes the SKU table's CSV, once. Returns how many SKUs are known.
#[wasm_bindgen(js_name = loadSkus)]
pub fn load_skus(csv: String) -> usize {
    let read = || {
        changed();
        let table: &SkuTable<'_> = Box::leak(Box::new(SkuTable::read(Box::leak(csv.into()))));
        table
    };
    SKUS.with(|skus| skus.get_or_init(read).len())
}

/// What kind of identifier a text is, by what is known under a number: the kind, whether its form is
/// proof, and the text in the kind's usual form, one a line.
#[wasm_bindgen(js_name = classifyIdentifier)]
pub fn classify_identifier(text: &str, evidence: u32) -> String {
    let mut answer = String::new();
    known_of(evidence, &mut |(evidence, _)| {
        let known = Known { evidence, skus: skus(), to_ascii: &to_ascii };
        let identified = identifier::classify(text, known);
        answer = [identified.kind.name(), identified.confidence(), &identified.value].join("\n");
    });
    answer
}

/// The SKU table; without one, SKUs are unknown.
pub(crate) fn skus() -> &'static SkuTable<'static> {
    static NONE: SkuTable<'static> = SkuTable::EMPTY;
    SKUS.with(|skus| skus.get().copied()).unwrap_or(&NONE)
}

/// How often SKUs or evidence have changed: what was read with them before has to be read again.
pub(crate) fn changes() -> u32 {
    CHANGES.get()
}

pub(crate) fn changed() {
    CHANGES.set(CHANGES.get().wrapping_add(1));
}

/// Without evidence, every number stands for none.
#[cfg(not(feature = "evidence"))]
pub(crate) fn known_of(_: u32, act: &mut dyn FnMut(&crate::ReadEvidence)) {
    act(&(Evidence::default(), Vec::new()));
}
