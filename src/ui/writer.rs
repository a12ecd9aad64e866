//! Writing one section: one plain text area and the bar for the thumb.
//!
//! The text area is uncontrolled: it is filled when a section opens and changed
//! by a command of the person, never written from a signal.
//!
//! What is stored is the area's text and the line ends that were at the end of
//! the section before (its tail). So a section always ends with a line's end and
//! joins its neighbour cleanly, and nobody looks at empty lines.

use leptos::prelude::*;
use leptos::web_sys;
use web_sys::HtmlTextAreaElement;
use web_sys::wasm_bindgen::JsCast;

use super::area::{Asked, body, focus_on, grow, open, place_caret, refill, tell_caret};
use super::chips::Chips;
use super::history::HistoryLink;
use super::icon::{Drawn, Icon};
use super::length::Length;
use super::state::{App, SectionSignal};
use crate::browser::text_area;
use crate::domain::Route;
use crate::editing::{self, Command, Selection};

type Area = NodeRef<leptos::html::Textarea>;

#[component]
pub fn Writer(
    app: App,
    section: SectionSignal,
    /// Whether the caret goes into the text at once.
    focus: bool,
    /// Whether the bar stands above the text, for the mouse, or below it, for
    /// the thumb: to the eye and to the Tab key.
    bar_above: bool,
    /// Where the caret is, in bytes of the section's text.
    #[prop(into)]
    caret: Callback<usize>,
) -> impl IntoView {
    let t = app.words();
    let area = Area::new();
    let facts = section.facts;
    let title = move || facts.read().title_or(t.untitled);

    // How much of the section's text stands in the area: the rest is its tail.
    let shown = StoredValue::new(body(&section.text()).len());
    app.open_section(&section.id);
    area.on_load({
        let section = section.clone();
        let fresh = [t.new_section, t.new_nested];
        move |area| {
            let asked = if focus {
                app.take_asked(&section.id)
            } else {
                None
            };
            open(&area, &section.text(), focus, &fresh);
            if let Some(Asked { at: Some(at), .. }) = asked {
                place_caret(&area, &section.text(), at);
            }
            if focus {
                tell_caret(&area, &area.value(), caret);
            }
        }
    });
    Effect::watch(
        move || app.refill.get(),
        {
            let section = section.clone();
            move |_, _, _| {
                if let Some(area) = area.get_untracked() {
                    let text = section.text();
                    shown.set_value(body(&text).len());
                    refill(&area, &text);
                }
            }
        },
        false,
    );
    // Whether the last change of the text came from here, and whether any did since the
    // caret came into it.
    let typed = StoredValue::new(false);
    let touched = StoredValue::new(false);
    // What another tab wrote is shown, but never under the caret of this one:
    // typing on makes a second text beside it.
    let follow = {
        let section = section.clone();
        move || {
            // An area that is taken from the page with the focus in it loses the
            // focus when its signals are gone already.
            let Some(Some(area)) = area.try_get_untracked() else {
                return;
            };
            // What was typed here stands here.
            if typed.try_update_value(std::mem::take) == Some(true) {
                return;
            }
            let text = section.text();
            if area.value() != body(&text) {
                // While the page learns what was written, and nobody has typed yet.
                let learning = app.is_learning() && !touched.get_value();
                if text_area::is_written_in(&area) && !learning {
                    return;
                }
                shown.set_value(body(&text).len());
                refill(&area, &text);
            }
            // From now on edits are made from this text.
            app.open_section(&section.id);
        }
    };
    Effect::watch(
        {
            let section = section.clone();
            move || section.track_text()
        },
        {
            let follow = follow.clone();
            move |(), _, _| follow()
        },
        false,
    );
    Effect::watch(
        move || app.asked_to_write.get(),
        {
            let named = Route::Writing(section.event.clone(), section.id.clone());
            let section = section.clone();
            move |_, _, _| {
                // Where the address does not name the section yet, another text area is about
                // to take the place of this one.
                if *app.route.read_untracked() == named
                    && let Some(area) = area.get_untracked()
                    && let Some(asked) = app.take_asked(&section.id)
                {
                    match asked.at {
                        Some(at) => place_caret(&area, &section.text(), at),
                        None => focus_on(&area),
                    }
                    tell_caret(&area, &area.value(), caret);
                }
            }
        },
        false,
    );
    on_cleanup({
        let id = section.id.clone();
        move || app.leave_section(&id)
    });

    let take = {
        let id = section.id.clone();
        move || {
            if let Some(area) = area.get_untracked() {
                grow(&area);
                let text = area.value();
                let before = shown.get_value();
                shown.set_value(text.len());
                tell_caret(&area, &text, caret);
                typed.set_value(true);
                touched.set_value(true);
                app.type_body(&id, before, text);
            }
        }
    };
    let on_caret = move || {
        if let Some(area) = area.get_untracked() {
            tell_caret(&area, &area.value(), caret);
        }
    };
    // On a phone it stands in the bar of the screen.
    let history = bar_above.then(|| {
        let (event, section) = (section.event.clone(), section.id.clone());
        view! { <HistoryLink app event section /> }
    });
    let bar = |shown: bool| shown.then(|| view! { <Toolbar app area /> });
    view! {
        <div class="writer">
            {bar(bar_above)}
            <div class="writer-meta">
                <Length
                    app
                    count=move || facts.read().characters
                    unwritten=move || facts.read().unwritten(t)
                />
                <Chips app section=section.clone() />
                {history}
            </div>
            <textarea
                class="writer-text"
                // By this `start.js` knows what is open when the program stops.
                data-section=section.id.to_string()
                aria-label=move || (t.text_of)(&title())
                placeholder=t.placeholder
                spellcheck="false"
                autocapitalize="off"
                node_ref=area
                on:input=move |_| take()
                on:beforeinput=move |event| before_input(area, &event)
                on:keydown=move |event| shortcut(area, &event)
                on:blur=move |_| {
                    let _gone = typed.try_set_value(false);
                    let _gone = touched.try_set_value(false);
                    follow();
                }
                on:keyup=move |_| on_caret()
                on:pointerup=move |_| on_caret()
            ></textarea>
            {bar(!bar_above)}
        </div>
    }
}

/// A new line goes on with the list. `beforeinput` is the one event that comes
/// alike from a keyboard, a thumb and an input method: an Enter that confirms a
/// conversion never makes one, in whatever order the browser sends its keys.
fn before_input(area: Area, event: &web_sys::InputEvent) {
    let new_line = matches!(
        event.input_type().as_str(),
        "insertLineBreak" | "insertParagraph"
    );
    if !new_line || event.is_composing() {
        return;
    }
    if prepare(area, Command::Enter).is_some() {
        event.prevent_default();
        // Not inside the event: editing there is undefined in the standard.
        queue_microtask(move || run(area, Command::Enter));
    }
}

/// The usual shortcuts. Keys of an input method are left alone: it sends them
/// while composing or as 229 (UI Events, section 7.3.1).
fn shortcut(area: Area, event: &web_sys::KeyboardEvent) {
    let composing = event.is_composing() || event.key_code() == 229;
    let control = event.ctrl_key() != event.meta_key();
    if composing || !control || event.alt_key() {
        return;
    }
    // The digits by their place on the keyboard: what Shift makes of them differs.
    let (key, place) = (event.key().to_lowercase(), event.code());
    let undo = match (key.as_str(), event.shift_key()) {
        ("z", false) => Some("undo"),
        ("z", true) | ("y", false) => Some("redo"),
        _ => None,
    };
    if let Some(undo) = undo {
        // WebKitGTK has no keys of its own for it.
        event.prevent_default();
        step_back(area, undo);
        return;
    }
    let command = match (key.as_str(), place.as_str(), event.shift_key()) {
        ("b", _, false) => Command::Bold,
        ("k", _, false) => Command::Link,
        ("e", _, false) => Command::Code,
        ("h", _, true) => Command::Heading,
        (_, "Digit8", true) => Command::List,
        (_, "Digit9", true) => Command::Check,
        _ => return,
    };
    event.prevent_default();
    run(area, command);
}

/// What a command would do now.
fn prepare(area: Area, command: Command) -> Option<(HtmlTextAreaElement, String, editing::Edit)> {
    let area: HtmlTextAreaElement = area.get_untracked()?.unchecked_into();
    let text = area.value();
    let (start, end) = text_area::selection(&area).ok()?;
    let selection = Selection {
        start: editing::utf16_to_byte(&text, start as usize),
        end: editing::utf16_to_byte(&text, end as usize),
    };
    let edit = editing::run(command, &text, selection)?;
    Some((area, text, edit))
}

fn run(area: Area, command: Command) {
    let Some((area, text, edit)) = prepare(area, command) else {
        return;
    };
    let unit = |text: &str, byte| editing::byte_to_utf16(text, byte) as u32;
    let range = (unit(&text, edit.range.start), unit(&text, edit.range.end));
    let after = edit.apply(&text);
    let select = (
        unit(&after, edit.selection.start),
        unit(&after, edit.selection.end),
    );
    if let Err(fault) = text_area::replace(&area, range, &edit.insert, select) {
        leptos::logging::error!("{fault}");
    }
}

fn step_back(area: Area, command: &'static str) {
    if let Some(area) = area.get_untracked()
        && let Err(fault) = text_area::history(&area, command)
    {
        leptos::logging::error!("{fault}");
    }
}

#[component]
fn Toolbar(app: App, area: Area) -> impl IntoView {
    let t = app.words();
    let tools = [
        (Command::List, Icon::List, t.list, "Ctrl+Shift+8"),
        (Command::Check, Icon::Check, t.check_list, "Ctrl+Shift+9"),
        (Command::Heading, Icon::Heading, t.heading, "Ctrl+Shift+H"),
        (Command::Bold, Icon::Bold, t.bold, "Ctrl+B"),
        (Command::Code, Icon::Code, t.code, "Ctrl+E"),
        (Command::Link, Icon::Link, t.insert_link, "Ctrl+K"),
    ];
    let buttons = tools
        .map(|(command, icon, label, keys)| {
            view! { <Tool icon label keys press=move || run(area, command) /> }
        })
        .collect_view();
    view! {
        <div class="toolbar" role="toolbar" aria-label=t.formatting>
            {buttons}
            <Tool icon=Icon::Undo label=t.undo_typing keys="Ctrl+Z" press=move || step_back(area, "undo") />
            <Tool icon=Icon::Redo label=t.redo_typing keys="Ctrl+Shift+Z" press=move || step_back(area, "redo") />
        </div>
    }
}

/// A button of the bar. It never takes the focus, so the on-screen keyboard
/// stays where it is.
#[component]
fn Tool(
    icon: Icon,
    label: &'static str,
    keys: &'static str,
    press: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            class="icon-button"
            type="button"
            aria-label=label
            title=format!("{label} ({keys})")
            on:pointerdown=move |event| event.prevent_default()
            on:mousedown=move |event| event.prevent_default()
            on:click=move |_| press()
        >
            <Drawn icon />
        </button>
    }
}
