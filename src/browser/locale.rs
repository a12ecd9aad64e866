//! What the browser knows about the person's language and time zone.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

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

/// Whether the browser has a time zone of this name. `Intl.DateTimeFormat` throws
/// a `RangeError` for any other
/// (<https://tc39.es/ecma402/#sec-createdatetimeformat>).
pub fn knows_time_zone(name: &str) -> bool {
    let build = || {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
        let format = Reflect::get(&intl, &"DateTimeFormat".into())?;
        let options = Object::new();
        Reflect::set(&options, &"timeZone".into(), &name.into())?;
        let arguments = Array::of2(&JsValue::UNDEFINED, &options);
        Reflect::construct(format.unchecked_ref::<Function>(), &arguments)
    };
    build().is_ok()
}
