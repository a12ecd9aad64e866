//! What a tap in the preview does: a link leads, a box checks its task, a button copies its
//! code, and everything else of a block leads to where it is written.
//!
//! The last is for the pointer alone. By keys the outline leads to each section, and the arrows
//! from there on; a preview of which every block is a stop of the Tab key would be a trap.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, MouseEvent};

use super::area::Asked;
use super::drawing::Shared;
use super::state::App;
use crate::browser::{clipboard, dom};
use crate::domain::{EventId, Route, SectionId};
use crate::editing;

/// A tap, or Enter on a link or a button. `selected` says whether text was selected when the
/// pointer came down: that tap takes the selection away and does nothing else.
pub fn clicked(app: App, event: &EventId, drawing: Shared, click: &MouseEvent, selected: bool) {
    let target = click.target().and_then(|target| target.dyn_into().ok());
    let Some(target): Option<Element> = target else {
        return;
    };
    let closest = |selector| target.closest(selector).ok().flatten();
    if let Some(link) = closest("a") {
        // Links inside the report move the view, never the address: the fragment belongs to the
        // screens. Those that lead elsewhere are the browser's.
        if link
            .get_attribute("href")
            .is_some_and(|it| it.starts_with('#'))
        {
            click.prevent_default();
            drawing.with_value(|drawing| {
                let mut drawing = drawing.borrow_mut();
                let followed = drawing.pane.as_mut().map(|pane| pane.follow(&link));
                if let Some(Err(fault)) = followed {
                    leptos::logging::error!("{fault}");
                }
            });
        }
    } else if let Some(button) = closest(".copy-code") {
        copy_code(app, &button);
    } else if closest("input, summary").is_none() && !selected && !dom::selects_text() {
        write_there(app, event, drawing, &target);
    }
}

/// A box was checked or unchecked, by a tap or by the space bar. Where the text is another by
/// now the box is as it was.
pub fn checked(app: App, drawing: Shared, change: &web_sys::Event) {
    let target = change.target().and_then(|target| target.dyn_into().ok());
    let Some(tapped): Option<HtmlInputElement> = target else {
        return;
    };
    drawing.with_value(|drawing| drawing.borrow_mut().turned.push(tapped.clone()));
    let place = place_of(drawing, &tapped);
    let done = place.is_some_and(|(section, at)| app.check_task(&section, at, tapped.checked()));
    if !done {
        tapped.set_checked(!tapped.checked());
    }
    // The change may have gone through the text area. What is drawn in place of the box takes
    // the focus over from it.
    if let Err(fault) = dom::focus(&tapped) {
        leptos::logging::error!("{fault}");
    }
}

fn place_of(drawing: Shared, element: &Element) -> Option<(SectionId, usize)> {
    let place = drawing.with_value(|drawing| {
        let drawing = drawing.borrow();
        drawing.pane.as_ref()?.place_of(element)
    });
    place.map(|(key, at)| (SectionId::from_text(&*key), at))
}

fn write_there(app: App, event: &EventId, drawing: Shared, tapped: &Element) {
    let Some((id, at)) = place_of(drawing, tapped) else {
        return;
    };
    let Some(section) = app.section(&id) else {
        return;
    };
    let at = section.with_text(|text| editing::content_start(text, at));
    let route = Route::Writing(event.clone(), id.clone());
    app.asked_to_write.set(Some(Asked {
        section: id,
        at: Some(at),
    }));
    if *app.route.read_untracked() != route {
        app.go(route);
    }
}

/// Puts the code beside a button on the clipboard, without its last line end: pasted into a
/// terminal that one would run it.
fn copy_code(app: App, button: &Element) {
    let code = button
        .parent_element()
        .and_then(|frame| frame.query_selector("code").ok().flatten())
        .and_then(|code| code.text_content());
    let Some(mut code) = code else { return };
    if code.ends_with('\n') {
        code.pop();
    }
    let t = app.words();
    spawn_local(async move {
        let said = match clipboard::write_text(&code).await {
            Ok(()) => t.code_copied,
            Err(fault) => {
                leptos::logging::warn!("{fault}");
                t.failed_copy_code
            }
        };
        app.say(said.to_owned());
    });
}
