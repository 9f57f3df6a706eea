//! What every part of the boundary shares: the SKU table, and what JavaScript does for the core.

use std::cell::{Cell, OnceCell};

use crate::sku::SkuTable;

thread_local! {
    static SKUS: OnceCell<&'static SkuTable<'static>> = const { OnceCell::new() };
    static KNOWLEDGE: Cell<u32> = const { Cell::new(0) };
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

/// Keeps the SKU table that is read first.
pub(crate) fn keep_skus(
    read: impl FnOnce() -> &'static SkuTable<'static>,
) -> &'static SkuTable<'static> {
    SKUS.with(|skus| *skus.get_or_init(read))
}

#[cfg(feature = "core")]
pub(crate) fn to_json(value: &impl serde::Serialize) -> String {
    // INVARIANT: answers hold nothing but text, numbers, lists and maps with text as keys.
    serde_json::to_string(value).unwrap_or_default()
}
