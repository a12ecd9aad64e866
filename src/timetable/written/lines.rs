//! Lines as people write and paste them: times with titles, headings for days and rooms, tables
//! between them, and prose around it all. Knows nothing of what stands in one line.

mod headings;

use super::columns::is_telling;
use super::cursor::{is_blank, strip, strip_start};
use super::details::{detail, is_kind, is_people, labelled, name};
use super::entry::Entry;
use super::headers::{Column, header};
use super::inline::words;
use super::kinds::{is_room, is_track};
use super::marks::{
    Line, cells, ends_as_prose, find_date, is_delimiter, is_prose, opened, trailing, whole_date,
};
use super::programme::Programme;
use super::table::Table;
use super::title::trimmed;
use super::when::{When, when};
use crate::timetable::Problem;

/// No heading, nor a line that ends with a time, has so many bytes.
const LONG: usize = 400;

/// No text with a programme in it has more lines.
const MOST_LINES: usize = 50_000;

/// An entry that the next lines may add to.
struct Open {
    entry: Entry,
    indent: usize,
    has_bullet: bool,
    /// Its time stood alone.
    was_alone: bool,
    /// Its time stood behind its title.
    is_trailing: bool,
    /// It is a heading, and all that is under it is about it.
    is_heading: bool,
    /// A line without anything came after it.
    is_spaced: bool,
}

struct Lines {
    programme: Programme,
    table: Table,
    /// Whether the last row was one of Markdown.
    is_piped: bool,
    open: Option<Open>,
    /// The level of the heading that named a room.
    room_level: usize,
    /// Whether the lines under this heading say when or where the event itself is.
    is_about_event: bool,
}

/// Reads lines into a programme. The text has `\n` as line ends.
pub fn read(text: &str, programme: Programme) -> Programme {
    let mut reader = Lines {
        programme,
        table: Table::new(true),
        is_piped: false,
        open: None,
        room_level: 0,
        is_about_event: false,
    };
    let mut lines = text.split('\n').enumerate().peekable();
    while let Some((at, line)) = lines.next() {
        let is_header = line.contains('|') && lines.peek().is_some_and(|(_, it)| is_delimiter(it));
        reader.line(at + 1, line, is_header);
        if at == MOST_LINES {
            reader.close();
            reader.programme.tell(at + 1, Problem::TooMany, line);
        }
        if at == MOST_LINES || reader.programme.is_full() {
            break;
        }
    }
    reader.close();
    reader.programme
}

impl Lines {
    fn line(&mut self, at: usize, text: &str, is_header: bool) {
        if strip(text, "").is_empty() {
            if let Some(open) = &mut self.open {
                open.is_spaced = true;
            }
        } else if !self.row(at, text, is_header) {
            if self.is_piped {
                self.table = Table::new(true);
                self.is_piped = false;
            }
            self.words(at, &Line::new(text));
        }
    }

    /// A row of a table, if it is one.
    fn row(&mut self, at: usize, text: &str, is_header: bool) -> bool {
        let trimmed = text.trim();
        let is_pipe = trimmed.starts_with('|') || is_header || self.is_piped && text.contains('|');
        let is_tab = !is_pipe && trimmed.contains('\t');
        if !is_pipe && !is_tab {
            return false;
        }
        let cells = cells(trimmed, is_pipe);
        if is_tab && !is_telling(&cells) && !self.table.has_columns() {
            return false;
        }
        if !is_delimiter(text) {
            // `## 9:00–10:30`, and under it what is in each room.
            if let Some(open) = self.open.take_if(|it| it.entry.session.title.is_empty()) {
                self.table.begin_at(open.entry.when);
            }
            self.close();
            self.table.row(&mut self.programme, at, &cells, is_header);
        }
        self.is_piped = is_pipe;
        true
    }

    fn words(&mut self, at: usize, line: &Line) {
        if line.level > 0 && self.heading(at, line) || self.tells_of_event(line) {
            return;
        }
        if self.timed(at, line) {
            return;
        }
        if self.dated(line) || self.ends_with_time(at, line, true) || self.mistimed(at, line) {
            return;
        }
        if self.goes_on(line) {
            return;
        }
        self.close();
        if self.turns(line) {
            return;
        }
        if self.ends_with_time(at, line, false) {
            return;
        }
        if line.text.len() <= LONG
            && let Some(date) = find_date(line.text)
        {
            if names_date(line.text) {
                self.programme.turn(date);
            } else {
                self.programme.days.near(date);
            }
        }
        // A line that is drawn, and the name of what follows, say nothing.
        if line.text.contains(char::is_alphanumeric) && header(line.text).is_none() {
            self.programme.wonder(at, line.text);
        }
    }

    /// A line that is a date and nothing else.
    fn dated(&mut self, line: &Line) -> bool {
        let Some(date) = whole_date(line.text) else {
            return false;
        };
        if labelled(line.text).is_some() {
            return false;
        }
        self.close();
        self.programme.turn(date);
        self.room_level = 0;
        true
    }

    /// A line with a title before its time. After an entry that has it in front, it is none.
    fn ends_with_time(&mut self, at: usize, line: &Line, goes_on: bool) -> bool {
        if line.text.len() > LONG
            || goes_on && !self.open.as_ref().is_some_and(|open| open.is_trailing)
        {
            return false;
        }
        let Some((title, found)) = trailing(line.text) else {
            return false;
        };
        // `Day 1 (9:00–17:00)`, `Timetable 9:00–17:00`, `開催日 11月28日 10:00–17:00`
        let is_name = line.level > 0 && header(title).is_some();
        if is_name || whole_date(title).is_some() || names_date(title) {
            return false;
        }
        self.begin(at, line, found, title);
        self.open
            .iter_mut()
            .for_each(|open| open.is_trailing = true);
        true
    }

    /// A line that begins with something that was meant to be a time.
    fn mistimed(&mut self, at: usize, line: &Line) -> bool {
        let is_one = line.looks_like_time()
            && !is_prose(line.text)
            && when(&mut opened(line.text)).is_none();
        if is_one {
            self.close();
            self.programme.tell(at, Problem::NotUnderstood, line.text);
        }
        is_one
    }

    /// A line that begins with a time.
    fn timed(&mut self, at: usize, line: &Line) -> bool {
        let mut here = opened(line.text);
        let Some(found) = when(&mut here).filter(|found| found.start.is_some()) else {
            return false;
        };
        here.any(")]】〕>」");
        let rest = here.rest;
        if ends_as_prose(rest) {
            return false;
        }
        let rest = rest.strip_prefix("から").unwrap_or(rest);
        // The emphasis of the time ends before that of the title begins.
        let rest = rest.trim_start_matches(['*', '_', '`']);
        let rest = trimmed(strip_start(rest, "~〜～*"));
        if rest.is_empty() && self.is_end(&found) {
            return true;
        }
        self.begin(at, line, found, rest);
        true
    }

    /// A time alone right after a time alone is its end.
    fn is_end(&mut self, found: &When) -> bool {
        let Some(open) = &mut self.open else {
            return false;
        };
        let when = &mut open.entry.when;
        let is_end = open.entry.session.title.is_empty()
            && when.end.is_none()
            && found.end.is_none()
            && when.start < found.start;
        if is_end {
            when.end = found.start;
        }
        is_end
    }

    fn begin(&mut self, at: usize, line: &Line, found: When, rest: &str) {
        self.close();
        let mut entry = Entry::new(at);
        entry.when = found;
        name(&mut entry, rest);
        self.open = Some(Open {
            was_alone: entry.session.title.is_empty(),
            entry,
            indent: line.indent,
            has_bullet: line.has_bullet,
            is_trailing: false,
            is_heading: line.level > 0,
            is_spaced: false,
        });
    }

    /// A line that belongs to the entry before it.
    fn goes_on(&mut self, line: &Line) -> bool {
        let Some(open) = &mut self.open else {
            return false;
        };
        let text = line.text;
        let has_title = !open.entry.session.title.is_empty();
        let is_field = labelled(text).is_some();
        if !has_title {
            if is_field {
                detail(&mut open.entry, text);
            } else if is_room(text) && open.entry.session.room.is_empty() {
                open.entry.session.room = words(text, &mut open.entry.session.links);
            } else {
                name(&mut open.entry, text);
            }
            return true;
        }
        let is_deeper = line.indent > open.indent;
        let is_beside = line.has_bullet && open.has_bullet && !is_deeper;
        let is_far = open.is_spaced && !is_deeper && !open.is_heading;
        let fits = is_field || is_people(text) || is_room(text) || is_track(text);
        if line.level > 0 || is_beside || is_far && !(open.was_alone && fits) {
            return false;
        }
        if open.was_alone && !fits && is_kind(&open.entry) {
            let session = &mut open.entry.session;
            session.track = std::mem::take(&mut session.title);
            name(&mut open.entry, text);
            return true;
        }
        detail(&mut open.entry, text);
        true
    }

    fn close(&mut self) {
        let Some(Open { mut entry, .. }) = self.open.take() else {
            return;
        };
        let session = &mut entry.session;
        if session.title.is_empty() {
            // It was no room that stood there.
            session.title = std::mem::take(&mut session.room);
        }
        self.programme.take(entry);
    }
}

/// What the first word of a line says that follows: `開催日　11月28日`, but nothing in `Time
/// management 10:00–11:00`.
fn named(text: &str) -> Option<Column> {
    let first = text
        .split(is_blank)
        .next()
        .filter(|first| !first.is_ascii());
    first.and_then(header).map(|it| it.column)
}

fn names_date(text: &str) -> bool {
    matches!(named(text), Some(Column::Time | Column::Date))
}
