//! A mark that stands in localStorage while much is drawn. Where it is still there at the next
//! start, that drawing never came to its end: the page hung, and was closed or killed.
//!
//! It must not know what is drawn.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::browser::timer::Timer;
use crate::browser::{local, page};
use crate::domain::EventId;
use crate::store::Keys;

/// Reports of fewer bytes are not marked: what the preview shows of them has limits that let no
/// page hang.
const MARKED: usize = 200 * 1024;

thread_local! {
    static KEY: String = Keys::of_page(&page::folder()).setting("drawing");
    /// Until the mark goes.
    static END: RefCell<Option<Timer>> = const { RefCell::new(None) };
}

/// Whether the page hung when it last drew the report of this event.
pub fn hung(event: &EventId) -> bool {
    let marked = KEY.with(|key| local::read(key)).ok().flatten();
    marked.is_some_and(|marked| marked == event.as_str())
}

/// Marks that the report, of so many bytes, is drawn now. The mark goes when the frame that
/// shows it has been made. A mark that cannot be written is missed only after a hang.
pub fn drawing(event: &EventId, bytes: usize) {
    if bytes < MARKED || KEY.with(|key| local::write(key, event.as_str())).is_err() {
        return;
    }
    // A task after the frame, in which the browser lays out and paints.
    request_animation_frame(|| END.set(Timer::after(0, forget)));
}

/// The person wants to see it again.
pub fn forget() {
    if let Err(fault) = KEY.with(|key| local::remove(key)) {
        leptos::logging::warn!("{fault}");
    }
}
