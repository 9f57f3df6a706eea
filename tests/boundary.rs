//! The boundary as JavaScript meets it, in Node and in a browser.
#![cfg(target_arch = "wasm32")]

use cpor_preflight as _;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_module_loads() {
    assert!(js_sys::Object::new().is_object());
}
