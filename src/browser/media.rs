//! Media queries and what the person chose for the look.

use wasm_bindgen::JsCast;

use super::listen::Listener;
use super::{Fault, dom};

/// Whether `query` matches now.
pub fn matches(query: &str) -> bool {
    list(query).is_some_and(|list| list.matches())
}

/// Whether `query` matches now, and a call whenever that changes on the screen. For as long as a
/// page is printed browsers answer for the paper: what is printed is what was on the screen.
pub fn watch(query: &str, mut changed: impl FnMut(bool) + 'static) -> bool {
    let Some(watched) = list(query) else {
        return false;
    };
    let now = watched.matches();
    Listener::new(watched, "change", move |event| {
        let on_paper = matches("print");
        if let Ok(event) = event.dyn_into::<web_sys::MediaQueryListEvent>()
            && !on_paper
        {
            changed(event.matches());
        }
    })
    .forever();
    now
}

fn list(query: &str) -> Option<web_sys::MediaQueryList> {
    let window = web_sys::window()?;
    window.match_media(query).ok().flatten()
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

/// Colours the browser's own bars as `theme` is coloured (`light` or `dark`), or
/// as the device is set. The page names one colour for each.
/// <https://html.spec.whatwg.org/multipage/semantics.html#meta-theme-color>
pub fn color_bars(theme: Option<&str>) -> Result<(), Fault> {
    let colors = dom::document()?.query_selector_all("meta[name=theme-color]")?;
    for index in 0..colors.length() {
        let Some(Ok(color)) = colors.item(index).map(JsCast::dyn_into::<web_sys::Element>) else {
            continue;
        };
        let of = color.get_attribute("data-theme").unwrap_or_default();
        let when = match theme {
            None => format!("(prefers-color-scheme: {of})"),
            Some(theme) if theme == of => "all".to_owned(),
            Some(_) => "not all".to_owned(),
        };
        color.set_attribute("media", &when)?;
    }
    Ok(())
}
