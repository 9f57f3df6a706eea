//! What both boundaries ask of JavaScript.

use wasm_bindgen::prelude::*;

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
