//! The boundary of the readers of exports: a module of its own, loaded when the first export comes.

use js_sys::Function;
use wasm_bindgen::prelude::*;

use crate::wasm_host::to_ascii;
use crate::{exports, json};

/// Reads an export from its bytes; the options are JSON, `is_pasted` as in [`exports::ReadOptions`].
/// `progress` is called about every megabyte with how many bytes are read and how many there are.
///
/// The answer goes out as one JSON text: the records of a large export would cross property by
/// property, which takes several times as long.
#[wasm_bindgen(js_name = readEvidence)]
pub fn read_evidence(
    bytes: &[u8],
    options: &str,
    is_pasted: bool,
    progress: Option<Function>,
) -> String {
    let (options, _) = json::parse(options);
    let mut told = |done: usize, total: usize| {
        if let Some(progress) = &progress {
            // What a caller's function throws is its own affair.
            let _ = progress.call2(&JsValue::NULL, &done.into(), &total.into());
        }
    };
    let said = exports::ReadOptions { is_pasted, ..exports::ReadOptions::read(&options) };
    let export = exports::read(bytes, said, &to_ascii, &mut told);
    // INVARIANT: an export holds nothing but text, numbers, lists and maps with text as keys.
    serde_json::to_string(&export).unwrap_or_default()
}
