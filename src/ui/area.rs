//! The text area of a section: what stands in it, how high it is, and where its caret goes. It
//! must not know what is done with the text.

use leptos::prelude::*;
use leptos::web_sys;
use web_sys::HtmlTextAreaElement;

use super::state::App;
use crate::browser::text_area;
use crate::domain::SectionId;
use crate::markdown::Replacement;
use crate::{editing, markdown};

/// Where the person asked to write.
#[derive(Clone, PartialEq)]
pub struct Asked {
    pub section: SectionId,
    /// The byte of the section's text; without one the caret stays where it is.
    pub at: Option<usize>,
}

impl App {
    /// What was asked of this section; it is done once.
    pub(super) fn take_asked(self, section: &SectionId) -> Option<Asked> {
        let asked = self.asked_to_write.get_untracked();
        let asked = asked.filter(|asked| asked.section == *section);
        if asked.is_some() {
            self.asked_to_write.set(None);
        }
        asked
    }
}

/// The caret goes to the end; a title that nobody has chosen yet (`fresh`) is
/// selected, so that typing replaces it.
pub fn open(area: &HtmlTextAreaElement, text: &str, focus: bool, fresh: &[&str]) {
    let body = &*editing::body(text);
    let unit = |byte| editing::byte_to_utf16(body, byte) as u32;
    let title = markdown::heading(body).map(|heading| heading.range);
    let chosen = title.and_then(|range| {
        let title = &body[range.clone()];
        let fresh = fresh.iter().find(|fresh| title.ends_with(**fresh))?;
        Some((unit(range.end - fresh.len()), unit(range.end)))
    });
    let room = if chosen.is_none() && is_heading_alone(body) {
        ROOM
    } else {
        ""
    };
    area.set_value(&[body, room].concat());
    grow(area);
    if focus {
        let end = unit(body.len()) + room.len() as u32;
        let (start, end) = chosen.unwrap_or((end, end));
        let placed = area.set_selection_range(start, end);
        debug_assert!(placed.is_ok());
        focus_on(area);
    }
}

/// The empty lines below a heading that stands alone: who begins to write means the text, not the
/// heading. They are not stored.
const ROOM: &str = "\n\n";

fn is_heading_alone(body: &str) -> bool {
    !body.contains('\n') && markdown::heading(body).is_some()
}

/// What of the area's text is to be stored.
pub fn without_room(mut text: String) -> String {
    let body = text.trim_end_matches('\n');
    if is_heading_alone(body) {
        text.truncate(body.len());
    }
    text
}

/// Whether the area shows this text. Empty lines at its end are the person's, who may be about to
/// write there.
pub fn shows(area: &HtmlTextAreaElement, text: &str) -> bool {
    area.value().trim_end_matches('\n') == editing::body(text)
}

pub fn focus_on(area: &HtmlTextAreaElement) {
    let focused = area.focus();
    debug_assert!(focused.is_ok());
}

/// Puts the caret at the byte `at` of the section's text, and its line into view.
pub fn place_caret(area: &HtmlTextAreaElement, text: &str, at: usize) {
    let body = area.value();
    let before = body.get(..editing::in_shown(text, at)).unwrap_or(&body);
    let unit = editing::byte_to_utf16(&body, before.len()) as u32;
    let placed = area.set_selection_range(unit, unit);
    debug_assert!(placed.is_ok());
    focus_on(area);
    show_line_of(area, &body, before.len());
}

/// Brings the line into view in which the byte `at` of the area's text is.
pub fn show_line_of(area: &HtmlTextAreaElement, body: &str, at: usize) {
    let before = body.get(..at).unwrap_or(body);
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let parts = body.split_at_checked(line).unwrap_or((body, ""));
    let shown = text_area::tops(area, [parts.0, parts.1].into_iter())
        .and_then(|tops| text_area::show_line(area, tops[1]));
    if let Err(fault) = shown {
        leptos::logging::error!("{fault}");
    }
}

/// Shows what another command made of the text. The area is not in focus then.
pub fn refill(area: &HtmlTextAreaElement, text: &str) {
    if !shows(area, text) {
        area.set_value(&editing::body(text));
        grow(area);
    }
}

/// Lets the area be as high as its text where the style sheet cannot say so
/// (`field-sizing: content` is missing in Firefox and in Safari before 26.2).
pub fn grow(area: &HtmlTextAreaElement) {
    thread_local! {
        static NEEDED: bool = !web_sys::css::supports("(field-sizing: content)").unwrap_or(false);
    }
    if !NEEDED.with(|needed| *needed) {
        return;
    }
    let style = web_sys::HtmlElement::style(area);
    let collapsed = style.set_property("height", "auto");
    let grown = style.set_property("height", &format!("{}px", area.scroll_height()));
    debug_assert!(collapsed.is_ok() && grown.is_ok());
}

/// `text` is what the area holds.
pub fn tell_caret(area: &HtmlTextAreaElement, text: &str, caret: Callback<usize>) {
    if let Ok((_, end)) = text_area::selection(area) {
        caret.run(editing::utf16_to_byte(text, end as usize));
    }
}

/// Makes a change in the text area in which a section stands, as a command of the person that
/// undo goes through, and leaves what is selected there as it is. False where the section stands
/// in none, or not as `text`. The focus may be in it then.
pub fn change_open(section: &SectionId, text: &str, change: &Replacement) -> bool {
    let body = editing::body(text);
    let open = text_area::on_screen()
        .filter(|(area, shown)| shown == section.as_str() && shows(area, text));
    let Some((area, _)) = open else { return false };
    let unit = |byte| editing::byte_to_utf16(&body, editing::in_shown(text, byte)) as u32;
    let range = (unit(change.range.start), unit(change.range.end));
    let changed = text_area::selection(&area)
        .and_then(|selected| text_area::replace(&area, range, &change.with, selected));
    if let Err(fault) = &changed {
        leptos::logging::error!("{fault}");
    }
    changed.is_ok()
}
