//! Programmes of events, read from what people can get hold of: one file per format.
//!
//! [`read`] recognises the format by what is in the text, never by a name. Reading never fails:
//! it returns the sessions and, line by line, what could not be understood and why. What is read
//! is text; nothing of it is fetched, run or trusted.
//!
//! Must not know the page, storage, or what the person made of a session.

mod calendar;
mod frab;
mod frab_links;
mod frab_xml;
mod json;
mod plain_text;
mod reading;
mod references;
mod sources;
mod times;
mod written;
mod xml;

#[cfg(test)]
mod tests;

use crate::domain::{Date, Instant, Zones};
use crate::markdown;

pub use reading::{Format, Place, Problem, Reading, Unread};
pub use sources::{Source, source};

/// The most bytes that are read: no programme of an event is as large.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

/// The most sessions that are taken in. The largest conferences have half as many.
const MOST_SESSIONS: usize = 4_000;

/// What the beginning of a text promises.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Calendar,
    Xml,
    Json,
    /// Anything else: lines, tables, HTML.
    Words,
}

fn kind(text: &str) -> Kind {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let begins = |word: &str| {
        let head = start.get(..word.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(word))
    };
    match start.chars().next() {
        _ if begins("BEGIN:VCALENDAR") => Kind::Calendar,
        Some('{' | '[') => Kind::Json,
        Some('<') if start.contains("<schedule") => Kind::Xml,
        _ => Kind::Words,
    }
}

/// The bytes of a file, ready to be decoded: what a calendar folds may be folded in the middle of
/// a character.
pub fn prepared(bytes: Vec<u8>) -> Vec<u8> {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let head = start.get(..15).unwrap_or_default();
    match head.eq_ignore_ascii_case(b"BEGIN:VCALENDAR") {
        true => calendar::unfolded(&bytes),
        false => bytes,
    }
}

/// Whether a text is a programme and nothing else; lines and tables may be a report as well.
pub fn is_programme(text: &str) -> bool {
    match kind(text) {
        Kind::Calendar | Kind::Xml => true,
        Kind::Json => json::read(text, &NoZones).is_some(),
        Kind::Words => false,
    }
}

struct NoZones;

impl Zones for NoZones {
    fn offset(&self, _: &str, _: Instant) -> Option<i32> {
        None
    }
}

/// Reads a programme. Where it says no year or no day, it is that of `first_day`, the first day of
/// the event.
pub fn read(text: &str, zones: &dyn Zones, first_day: Option<Date>) -> Reading {
    let read = match kind(text) {
        Kind::Calendar => Some(calendar::read(text, zones)),
        Kind::Xml => Some(frab_xml::read(text, zones)),
        Kind::Json => json::read(text, zones),
        Kind::Words => words(text, first_day),
    };
    let mut reading = read.unwrap_or_else(|| {
        let mut nothing = Reading::new(Format::Text);
        nothing.tell(Place::Whole, Problem::NotAProgramme, "");
        nothing
    });
    if reading.sessions.len() > MOST_SESSIONS {
        reading.sessions.truncate(MOST_SESSIONS);
        reading.tell(Place::Whole, Problem::TooMany, "");
    }
    reading
}

/// Lines and tables, also those of a page whose markup was copied.
fn words(text: &str, first_day: Option<Date>) -> Option<Reading> {
    let read = |text: &str| written::read(text, first_day);
    let is_markup = text.trim_start().starts_with('<');
    let page = is_markup.then(|| markdown::from_html(text)).flatten();
    let page = page.and_then(|page| read(&page));
    // Markdown may begin with a `<` as well.
    let lines = read(&without_markup(text));
    let count = |read: &Option<Reading>| read.as_ref().map_or(0, |read| read.sessions.len());
    if count(&lines) > count(&page) {
        lines
    } else {
        page
    }
}

/// A text whose tables of HTML are those of Markdown.
fn without_markup(mut text: &str) -> String {
    const END: &str = "</table>";
    let mut found = String::new();
    while let Some((before, table)) = text.split_once("<table")
        && let Some(end) = table.find(END)
    {
        let end = before.len() + "<table".len() + end + END.len();
        let table = markdown::from_html(&text[before.len()..end]);
        let table = table.as_deref().unwrap_or_default();
        for part in [before, "\n\n", table, "\n\n"] {
            found.push_str(part);
        }
        text = &text[end..];
    }
    found.push_str(text);
    found
}
