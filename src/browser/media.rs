//! Media queries and what the person chose for the look.

use wasm_bindgen::JsCast;

use super::listen::Listener;

/// Whether `query` matches now, and a call whenever that changes.
pub fn watch(query: &str, mut changed: impl FnMut(bool) + 'static) -> bool {
    let list = web_sys::window()
        .and_then(|window| window.match_media(query).ok())
        .flatten();
    let Some(list) = list else { return false };
    let now = list.matches();
    Listener::new(list, "change", move |event| {
        if let Ok(event) = event.dyn_into::<web_sys::MediaQueryListEvent>() {
            changed(event.matches());
        }
    })
    .forever();
    now
}

/// Sets an attribute of `<html>`, which the style sheets read.
pub fn mark_root(attribute: &str, value: &str) {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        let set = root.set_attribute(attribute, value);
        // The standard lets it throw for a malformed name only.
        debug_assert!(set.is_ok());
    }
}
