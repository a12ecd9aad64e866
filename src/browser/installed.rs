//! Whether the page runs as an app of the device, or in a tab. Must not know what follows from it.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::media;

/// Whether it has a window of its own, without the browser's bars
/// (<https://www.w3.org/TR/mediaqueries-5/#display-modes>).
pub fn is_installed() -> bool {
    standalone() == JsValue::TRUE || media::matches("(display-mode: standalone)")
}

/// Whether it is installed on iOS, where a download link does nothing (WebKit bug 236943) and the
/// store is another than that of the tab.
pub fn is_installed_on_ios() -> bool {
    standalone() == JsValue::TRUE
}

/// Whether it is in a tab of Safari, which deletes what a page has stored after seven days of use
/// without a visit (<https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/>).
pub fn is_tab_of_safari() -> bool {
    standalone() == JsValue::FALSE
}

/// Only Safari has it:
/// <https://developer.apple.com/documentation/webkitjs/navigator/1617960-standalone>.
fn standalone() -> JsValue {
    let navigator = web_sys::window().map(|window| window.navigator());
    navigator
        .and_then(|navigator| Reflect::get(&navigator, &"standalone".into()).ok())
        .unwrap_or_default()
}
