//! The clipboard.

use wasm_bindgen_futures::JsFuture;

use super::Fault;

/// Puts plain text on the clipboard. The browser wants this to follow a tap.
pub async fn write_text(text: &str) -> Result<(), Fault> {
    let window = web_sys::window().ok_or_else(|| Fault::missing("window"))?;
    let navigator = window.navigator();
    // The property is missing on pages that are not served securely.
    let known = js_sys::Reflect::get(&navigator, &"clipboard".into())?;
    if known.is_undefined() {
        return Err(Fault::missing("the clipboard"));
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await?;
    Ok(())
}
