//! The on-screen keyboard, as far as a page can know of it. Must not know what is written.

use wasm_bindgen::JsValue;
use web_sys::VisualViewport;

use super::listen::Listener;
use super::{Fault, dom};

/// Calls `covered` with how many pixels of the window's lower edge the keyboard lies over,
/// whenever that may have changed.
///
/// Where it makes the window lower (`interactive-widget=resizes-content`) that is nothing. On iOS
/// the window stays, and what can be seen of it is lower, and may be moved:
/// <https://drafts.csswg.org/cssom-view/#the-visualviewport-interface>.
pub fn watch(covered: impl Fn(i32) + Clone + 'static) -> Result<(), Fault> {
    let window = web_sys::window().ok_or_else(|| Fault::missing("window"))?;
    let Some(seen) = window.visual_viewport() else {
        return Ok(());
    };
    for event in ["resize", "scroll"] {
        let (window, of, covered) = (window.clone(), seen.clone(), covered.clone());
        Listener::new(seen.clone(), event, move |_| {
            let height = window
                .inner_height()
                .as_ref()
                .ok()
                .and_then(JsValue::as_f64);
            covered(below(height.unwrap_or_default(), &of));
        })
        .forever();
    }
    Ok(())
}

/// A page that is magnified with two fingers shows less of itself, too.
fn below(height: f64, seen: &VisualViewport) -> i32 {
    if (seen.scale() - 1.0).abs() > 0.01 {
        return 0;
    }
    (height - seen.height() - seen.offset_top())
        .max(0.0)
        .round() as i32
}

/// Keeps what stands at the lower edge that much higher; the style sheets read it.
pub fn make_room(pixels: i32) -> Result<(), Fault> {
    let root = dom::document()?.document_element();
    let root = root.ok_or_else(|| Fault::missing("documentElement"))?;
    let style = web_sys::HtmlElement::style(wasm_bindgen::JsCast::unchecked_ref(&root));
    Ok(style.set_property("--keyboard", &format!("{pixels}px"))?)
}
