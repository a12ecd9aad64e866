//! What a person types into the text area: Enter, keys, what is pasted; and the commands that are
//! run on it.

use leptos::prelude::*;
use leptos::web_sys;
use web_sys::HtmlTextAreaElement;
use web_sys::wasm_bindgen::JsCast;

use super::area::show_line_of;
use super::state::App;
use super::tools::{self, TOOLS};
use crate::browser::text_area;
use crate::domain::SectionId;
use crate::editing::{self, Command, Edit, Selection};
use crate::markdown;

pub type Area = NodeRef<leptos::html::Textarea>;

/// A new line goes on with the list. `beforeinput` is the one event that comes
/// alike from a keyboard, a thumb and an input method: an Enter that confirms a
/// conversion never makes one, in whatever order the browser sends its keys.
pub fn before_input(area: Area, event: &web_sys::InputEvent) {
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
///
/// `leaving` is whether Escape was the key before: then Tab leaves the text from a list or code, too
/// (WCAG 2.1.2).
pub fn shortcut(
    app: App,
    area: Area,
    section: Option<&SectionId>,
    event: &web_sys::KeyboardEvent,
    leaving: StoredValue<bool>,
) {
    if event.is_composing() || event.key_code() == 229 {
        return;
    }
    let key = event.key();
    if key == "Shift" {
        return;
    }
    let was_leaving =
        leaving.try_update_value(|leaving| std::mem::replace(leaving, key == "Escape"));
    if event.code() == "Tab" && (was_leaving == Some(true) || !takes_tab(area)) {
        return;
    }
    let undo = match () {
        () if tools::is_pressed(tools::UNDO, event) => Some("undo"),
        () if tools::is_pressed(tools::REDO, event) || tools::is_pressed("Ctrl+Y", event) => {
            Some("redo")
        }
        () => None,
    };
    if let Some(undo) = undo {
        // WebKitGTK has no keys of its own for it.
        event.prevent_default();
        step_back(area, undo);
        return;
    }
    if tools::is_pressed(tools::CUT, event) {
        event.prevent_default();
        if let (Some(section), Some(caret)) = (section, caret(area)) {
            app.cut_section(section, caret);
        }
    } else if tools::is_pressed(tools::JOIN, event) {
        event.prevent_default();
        if let Some(section) = section {
            app.join_with_above(section);
        }
    } else if let Some(tool) = TOOLS
        .iter()
        .find(|tool| tools::is_pressed(tool.keys, event))
        .filter(|tool| tool.keys != tools::PALETTE || selects(area))
    {
        event.prevent_default();
        run(area, tool.command);
    }
}

/// An address over a selection becomes a link, rich text Markdown; everything else, and what goes
/// into code, is the browser's to paste. A paste without the format brings no HTML.
pub fn paste(area: Area, event: &web_sys::ClipboardEvent) {
    let Some(data) = event.clipboard_data() else {
        return;
    };
    let Some((area, text, selection)) = state(area) else {
        return;
    };
    let read = |format| data.get_data(format).unwrap_or_default();
    let edit = editing::paste_address(&text, selection, &read("text/plain")).or_else(|| {
        let html = Some(read("text/html")).filter(|_| !editing::is_code(&text, selection))?;
        editing::paste_markdown(&text, selection, &markdown::from_html(&html)?)
    });
    if let Some(edit) = edit {
        event.prevent_default();
        apply(&area, &text, &edit);
        // A browser does so by itself for what it pastes.
        show_line_of(&area, &edit.apply(&text), edit.selection.end);
    }
}

fn selects(area: Area) -> bool {
    state(area).is_some_and(|(_, _, selection)| selection.start != selection.end)
}

fn takes_tab(area: Area) -> bool {
    state(area).is_some_and(|(_, text, selection)| editing::takes_tab(&text, selection))
}

/// The area, its text and what is selected in it, in bytes.
fn state(area: Area) -> Option<(HtmlTextAreaElement, String, Selection)> {
    let area: HtmlTextAreaElement = area.get_untracked()?.unchecked_into();
    let text = area.value();
    let (start, end) = text_area::selection(&area).ok()?;
    let selection = Selection {
        start: editing::utf16_to_byte(&text, start as usize),
        end: editing::utf16_to_byte(&text, end as usize),
    };
    Some((area, text, selection))
}

/// What a command would do now.
fn prepare(area: Area, command: Command) -> Option<(HtmlTextAreaElement, String, Edit)> {
    let (area, text, selection) = state(area)?;
    let edit = editing::run(command, &text, selection)?;
    Some((area, text, edit))
}

pub fn run(area: Area, command: Command) {
    if let Some((area, text, edit)) = prepare(area, command) {
        apply(&area, &text, &edit);
    }
}

/// Puts the time where the caret stands.
pub fn stamp(area: Area, stamp: &str) {
    if let Some((area, text, selection)) = state(area)
        && let Some(edit) = editing::insert_stamp(&text, selection, stamp)
    {
        apply(&area, &text, &edit);
    }
}

/// The byte at which the caret stands.
pub fn caret(area: Area) -> Option<usize> {
    state(area).map(|(_, _, selection)| selection.end)
}

/// Makes an edit of `text`, which the area holds.
pub fn apply(area: &HtmlTextAreaElement, text: &str, edit: &Edit) {
    let unit = |text: &str, byte| editing::byte_to_utf16(text, byte) as u32;
    let range = (unit(text, edit.range.start), unit(text, edit.range.end));
    let after = edit.apply(text);
    let select = (
        unit(&after, edit.selection.start),
        unit(&after, edit.selection.end),
    );
    if let Err(fault) = text_area::replace(area, range, &edit.insert, select) {
        leptos::logging::error!("{fault}");
    }
}

/// Takes the caret out of the text, and with it the on-screen keyboard from the screen.
pub fn let_go(area: Area) {
    if let Some(area) = area.get_untracked() {
        let left = area.blur();
        debug_assert!(left.is_ok());
    }
}

/// The browser's own undo and redo.
pub fn step_back(area: Area, command: &'static str) {
    if let Some(area) = area.get_untracked()
        && let Err(fault) = text_area::history(&area, command)
    {
        leptos::logging::error!("{fault}");
    }
}
