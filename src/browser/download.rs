//! Handing out a file through a link with `download`.

use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::Fault;
use super::timer::Timer;

/// How long the object URL stays: Safari reads it after the click returns.
const KEPT_MS: i32 = 60_000;

/// A text as a file of the given media type.
pub fn blob(text: &str, media_type: &str) -> Result<Blob, Fault> {
    let parts = js_sys::Array::of1(&text.into());
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Ok(Blob::new_with_str_sequence_and_options(&parts, &options)?)
}

/// Offers `text` as the file `name`.
pub fn text_file(name: &str, text: &str, media_type: &str) -> Result<(), Fault> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| Fault::missing("document"))?;
    let url = Url::create_object_url_with_blob(&blob(text, media_type)?)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    if let Some(timer) = Timer::after(KEPT_MS, move || {
        let _unknown_url = Url::revoke_object_url(&url);
    }) {
        std::mem::forget(timer);
    }
    Ok(())
}
