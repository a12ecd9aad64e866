//! What the browser knows about the person's language and time zone.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// The preferred language as a BCP 47 tag; empty if the browser does not say.
pub fn language_tag() -> String {
    web_sys::window()
        .and_then(|window| window.navigator().language())
        .unwrap_or_default()
}

/// The IANA name of the device's time zone; empty if the browser does not say.
pub fn time_zone() -> String {
    let format = js_sys::Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    Reflect::get(&format.resolved_options(), &JsValue::from_str("timeZone"))
        .ok()
        .and_then(|zone| zone.as_string())
        .unwrap_or_default()
}
