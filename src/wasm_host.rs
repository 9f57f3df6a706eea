//! What both boundaries ask of JavaScript.

use std::cell::{Cell, OnceCell};

use wasm_bindgen::prelude::*;

use crate::sku::SkuTable;

thread_local! {
    static SKUS: OnceCell<&'static SkuTable<'static>> = const { OnceCell::new() };
    /// How often SKUs or evidence have changed.
    static CHANGES: Cell<u32> = const { Cell::new(0) };
}

/// Shows a panic's message in the console; without this it would be "unreachable executed".
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Every browser and Node convert international host names when they read an address.
pub fn to_ascii(host: &str) -> Option<String> {
    let is_host = !host.contains(['/', '?', '#', '@', ':', '\\', '%']);
    let address = is_host.then(|| web_sys::Url::new(&format!("http://{host}/")))?;
    Some(address.ok()?.hostname())
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

/// Keeps the SKU table that is read first.
pub(crate) fn load_once(
    read: impl FnOnce() -> &'static SkuTable<'static>,
) -> &'static SkuTable<'static> {
    SKUS.with(|skus| *skus.get_or_init(read))
}
