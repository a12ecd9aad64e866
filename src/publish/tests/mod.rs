//! Reading and printing as a whole: what heads say and how they change, and that nothing is lost.

mod announcements;
mod cases;
mod decoding;
mod examples;
mod fills;
mod heads;
mod memos;
mod memos_together;
mod page;
mod places;
mod plain;
mod printed;
mod puts;
mod rich_text;
mod round_trips;
mod sample;
mod tally;
mod updates;

use crate::domain::{Event, EventId, Report};
use crate::markdown;
use crate::publish::{Target, print, read};

/// A report as a file.
fn printed<'t>(report: &Report, texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut event = Event::new(EventId::from_bits(1), "雲会議");
    event.report = report.clone();
    print(Target::AsWritten, &event, &markdown::join(texts))
}

/// A text that was opened, as a file again.
fn reprinted(text: &str) -> String {
    let opened = read(text);
    printed(&opened.report, opened.sections.iter().copied())
}
