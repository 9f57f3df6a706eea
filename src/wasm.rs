//! The boundary to JavaScript, but for the check of a claim (`wasm_check.rs`): text goes in and comes
//! out, JSON where it is more than one value, because one text crosses faster than an object does
//! property by property.
//!
//! Both modules have what is in this file. The core has more: what is held ([`held`]), what is asked
//! once ([`questions`]), and many claims ([`batch`]).

use std::cell::{Cell, OnceCell};

use wasm_bindgen::prelude::*;

use crate::ReadEvidence;
use crate::identifier::{self, Known};
use crate::sku::SkuTable;

#[cfg(feature = "core")]
pub mod batch;
#[cfg(feature = "core")]
pub mod held;
#[cfg(feature = "core")]
pub mod questions;

thread_local! {
    static SKUS: OnceCell<&'static SkuTable<'static>> = const { OnceCell::new() };
    static KNOWLEDGE: Cell<u32> = const { Cell::new(0) };
}

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
    SKUS.with(|skus| skus.get_or_init(read).len())
}

/// What kind of identifier a text is, by the evidence of this number: the kind, whether its form is
/// proof, and the text in the kind's usual form, one a line.
#[wasm_bindgen(js_name = classifyIdentifier)]
pub fn classify_identifier(text: &str, evidence: u32) -> String {
    with_evidence(evidence, &mut |(evidence, _)| {
        let known = Known { evidence, skus: skus(), to_ascii: &to_ascii };
        let identified = identifier::classify(text, known);
        [identified.kind.name(), identified.confidence(), &identified.value].join("\n")
    })
}

/// The SKU table; without one, SKUs are unknown.
pub(crate) fn skus() -> &'static SkuTable<'static> {
    static NONE: SkuTable<'static> = SkuTable::EMPTY;
    SKUS.with(|skus| skus.get().copied()).unwrap_or(&NONE)
}

/// Every browser and Node convert international host names when they read an address.
pub(crate) fn to_ascii(host: &str) -> Option<String> {
    let is_host = !host.contains(['/', '?', '#', '@', ':', '\\', '%']);
    let address = is_host.then(|| web_sys::Url::new(&format!("http://{host}/")))?;
    Some(address.ok()?.hostname())
}

/// A number that stands for what is known now, SKUs and evidence: what was read with other knowledge
/// has to be read again.
pub(crate) fn knowledge() -> u32 {
    KNOWLEDGE.get()
}

/// SKUs or evidence are others from now on.
pub(crate) fn knows_more() {
    KNOWLEDGE.set(KNOWLEDGE.get().wrapping_add(1));
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

#[cfg(feature = "core")]
fn to_json(value: &impl serde::Serialize) -> String {
    // INVARIANT: answers hold nothing but text, numbers, lists and maps with text as keys.
    serde_json::to_string(value).unwrap_or_default()
}
