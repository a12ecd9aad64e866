//! The clipboard.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, ClipboardItem, HtmlDocument};

use super::download::blob;
use super::listen::Listener;
use super::{Fault, dom};

const PLAIN: &str = "text/plain";
const RICH: &str = "text/html";

/// Puts plain text on the clipboard. The browser wants this to follow a tap.
pub async fn write_text(text: &str) -> Result<(), Fault> {
    JsFuture::from(clipboard()?.write_text(text)).await?;
    Ok(())
}

/// Puts rich text on the clipboard, and for places that take none the plain text. The browser wants
/// this to follow a tap.
///
/// By the event of a copy first: it needs no permission and no secure page, and is over before the
/// browser forgets the tap.
pub async fn write_rich(html: &str, text: &str) -> Result<(), Fault> {
    if copies(html, text)? {
        return Ok(());
    }
    let clipboard = clipboard()?;
    let known = Reflect::get(&js_sys::global(), &"ClipboardItem".into())?;
    if known.is_undefined() {
        return Err(Fault::missing("rich text on the clipboard"));
    }
    let kinds = Object::new();
    for (kind, said) in [(RICH, html), (PLAIN, text)] {
        let said = blob(said, kind)?;
        Reflect::set(&kinds, &kind.into(), &said)?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&kinds)?;
    JsFuture::from(clipboard.write(&Array::of1(&item))).await?;
    Ok(())
}

/// The property is missing on pages that are not served securely.
fn clipboard() -> Result<web_sys::Clipboard, Fault> {
    let window = web_sys::window().ok_or_else(|| Fault::missing("window"))?;
    let navigator = window.navigator();
    if Reflect::get(&navigator, &"clipboard".into())?.is_undefined() {
        return Err(Fault::missing("the clipboard"));
    }
    Ok(navigator.clipboard())
}

/// Lets the browser copy, and says what. False where it does not.
fn copies(html: &str, text: &str) -> Result<bool, Fault> {
    let document: HtmlDocument = dom::document()?.unchecked_into();
    // With nothing selected Safari copies only what says before that it has something to copy.
    let _before = Listener::new(document.clone(), "beforecopy", |event| {
        event.prevent_default();
    });
    let is_done = Rc::new(Cell::new(false));
    let _copy = Listener::new(document.clone(), "copy", {
        let (html, text, is_done) = (html.to_owned(), text.to_owned(), is_done.clone());
        move |event| {
            let data = event.unchecked_ref::<ClipboardEvent>().clipboard_data();
            let kinds = [(RICH, &html), (PLAIN, &text)];
            let set = |data: &web_sys::DataTransfer| {
                let mut kinds = kinds.iter();
                kinds.all(|(kind, said)| data.set_data(kind, said).is_ok())
            };
            if data.as_ref().is_some_and(set) {
                event.prevent_default();
                // Nobody else has something to copy.
                event.stop_propagation();
                is_done.set(true);
            }
        }
    });
    let is_copied = document.exec_command("copy")?;
    Ok(is_copied && is_done.get())
}
