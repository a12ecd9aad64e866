//! The on-screen keyboard: the bar for the thumb stands above it, and so does the line that is
//! being written.

use leptos::prelude::*;

use super::area::show_line_of;
use crate::browser::{keyboard, text_area};
use crate::editing;

/// Listens for as long as the page lives.
pub fn listen() {
    let last = StoredValue::new(0);
    let watched = keyboard::watch(move |covered| {
        if last.get_value() == covered {
            return;
        }
        last.set_value(covered);
        if let Err(fault) = keyboard::make_room(covered) {
            leptos::logging::warn!("{fault}");
        }
        show_caret();
    });
    if let Err(fault) = watched {
        leptos::logging::warn!("{fault}");
    }
}

/// Brings the line that is written into view.
pub fn show_caret() {
    let Some((area, _)) = text_area::on_screen() else {
        return;
    };
    if text_area::is_written_in(&area)
        && let Ok((_, end)) = text_area::selection(&area)
    {
        let text = area.value();
        show_line_of(&area, &text, editing::utf16_to_byte(&text, end as usize));
    }
}
