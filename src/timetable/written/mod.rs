//! Programmes as people write them: lines of text, tables of Markdown, CSV and TSV.
//!
//! [`read`] tells a table from lines and reads it; nothing else leaves this module. Dates and
//! times are understood as they are written; what a zone makes of them is not in here, nor is any
//! format that a machine defines.
//!
//! An end that is not written stays open: the next start says only when the room is free again.
//! CSV is read by [`csv`] and not by the crate `csv-core`, which makes the same rows with 2.0 KB
//! more to download (6.4 against 4.4 KB with brotli, as a module of its own) and does not tell of
//! a quote that nothing closes.

mod columns;
mod csv;
mod cursor;
mod dates;
mod days;
mod details;
mod entry;
mod headers;
mod inline;
mod kinds;
mod lines;
mod marks;
mod names;
mod programme;
mod table;
mod times;
mod title;
mod when;

use super::{Format, Problem, Reading};
use crate::domain::Date;
use csv::Rows;
pub(super) use kinds::is_service;
use programme::Programme;
use table::Table;

/// A programme in a text, if there is one: at least one entry with a title and a time. The first
/// day of the event gives dates their years and times their day; see [`Reading::needs_day`] for
/// what is read without it.
pub(super) fn read(text: &str, year_hint: Option<Date>) -> Option<Reading> {
    let text = with_line_feeds(text.trim_start_matches('\u{feff}'));
    let whole = text.len();
    let text = beginning(text);
    let table = separator(&text).map(|separator| rows(&text, separator, year_hint));
    let programme = match table {
        Some(programme) if programme.has_begun() => programme,
        _ => lines::read(&text, Programme::new(Format::Text, year_hint)),
    };
    let mut programme = programme.has_begun().then_some(programme)?;
    if text.len() < whole && !programme.is_full() {
        programme.tell(text.split('\n').count(), Problem::TooMany, "");
    }
    Some(programme.finish())
}

/// No programme that people write is longer, in bytes.
const LONGEST: usize = 2 << 20;

/// As much of a text as is read.
fn beginning(mut text: String) -> String {
    if text.len() > LONGEST {
        let end = (0..=LONGEST).rev().find(|end| text.is_char_boundary(*end));
        text.truncate(end.unwrap_or(0));
    }
    text
}

/// Lone carriage returns, and those before a line feed, as line feeds.
fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{b}', '\u{c}'], "\n")
}

/// How many rows are looked at to find out what separates them.
const LOOKED_AT: usize = 20;

/// No table of a programme has more rows.
const MOST_ROWS: usize = 20_000;

/// What separates the cells, if the text is a table and nothing else: a header that names a time
/// and a title is among the first rows, or most of them are entries.
fn separator(text: &str) -> Option<u8> {
    let mut best = (0, None);
    for separator in [b',', b';', b'\t'] {
        let (mut count, mut telling) = (0, 0);
        for row in Rows::new(text, separator).take(LOOKED_AT) {
            let cells: Vec<&str> = row.cells.iter().map(String::as_str).collect();
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            count += 1;
            if cells.len() > 1 && columns::is_header(&cells) {
                telling = LOOKED_AT * 2;
                break;
            }
            telling += usize::from(cells.len() > 1 && columns::is_telling(&cells));
        }
        if telling * 2 > count && telling > best.0 {
            best = (telling, Some(separator));
        }
    }
    best.1
}

fn rows(text: &str, separator: u8, hint: Option<Date>) -> Programme {
    let mut programme = Programme::new(Format::Table, hint);
    let mut table = Table::new(separator == b'\t');
    let mut rows = Rows::new(text, separator);
    let mut count = 0;
    let mut is_told = false;
    while let Some(row) = rows.next() {
        if let (false, Some(line)) = (is_told, rows.open_quote) {
            is_told = true;
            programme.tell(line, Problem::Broken, "\"");
        }
        count += 1;
        if count > MOST_ROWS {
            programme.tell(row.line, Problem::TooMany, "");
            break;
        }
        let cells: Vec<&str> = row.cells.iter().map(String::as_str).collect();
        table.row(&mut programme, row.line, &cells, false);
        if programme.is_full() {
            break;
        }
    }
    programme
}
