//! A point or a stretch of time as it stands in a cell or at the start of a line: a date, times,
//! a length, or what of them there is.

use super::cursor::Cursor;
use super::dates::{Written, date};
use super::times::{Clocks, Times, clocks, length, time, times, until};

/// What is written about when something is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct When {
    pub date: Option<Written>,
    /// In minutes after the midnight before the date.
    pub start: Option<u16>,
    pub end_date: Option<Written>,
    pub end: Option<u16>,
    pub length: Option<u16>,
    pub clocks: Clocks,
    /// Whether the start and the end may be those of a clock with twelve hours.
    pub are_twelve: (bool, bool),
}

impl When {
    /// Takes what is not known yet from another part of the same entry.
    pub fn add(&mut self, other: Self) {
        self.date = self.date.or(other.date);
        if self.start.is_none() {
            (self.start, self.are_twelve.0) = (other.start, other.are_twelve.0);
        }
        self.end_date = self.end_date.or(other.end_date);
        if self.end.is_none() {
            (self.end, self.are_twelve.1) = (other.end, other.are_twelve.1);
        }
        self.length = self.length.or(other.length);
        if self.clocks == Clocks::Own {
            self.clocks = other.clocks;
        }
    }
}

/// Reads as much as is there; `None` if there is neither a date nor a time.
pub fn when(at: &mut Cursor) -> Option<When> {
    let mut found = When::default();
    let mut here = *at;
    // `Day 1 - Nov 28` has two dates: the one of the calendar is the better one.
    for _ in 0..3 {
        let Some(next) = date(&mut here) else { break };
        found.date = better(found.date, next);
        *at = here;
        gap(&mut here);
    }
    let Some(Times {
        start,
        end,
        are_twelve,
    }) = times(&mut here)
    else {
        return found.date.map(|_| found);
    };
    (found.start, found.end, found.are_twelve) = (Some(start), end, are_twelve);
    *at = here;
    if end.is_none() && until(&mut here) {
        later(at, &mut here, &mut found);
    }
    found.clocks = clocks(at);
    found.length = bracketed_length(at);
    Some(found)
}

/// An end that has its own date: `2026-11-28 13:00 – 2026-11-28 13:20`.
fn later<'a>(at: &mut Cursor<'a>, here: &mut Cursor<'a>, found: &mut When) {
    let Some(end_date) = date(here) else { return };
    gap(here);
    if let Some(end) = time(here) {
        (found.end_date, found.end) = (Some(end_date), Some(end));
        *at = *here;
    }
}

/// The calendar before a count of days, and that before the day of the week.
fn better(one: Option<Written>, other: Written) -> Option<Written> {
    match (one, other) {
        (None, _) | (Some(Written::Weekday(_)), _) => Some(other),
        (Some(Written::Nth(_)), Written::Weekday(_)) => one,
        (Some(Written::Nth(_)), _) => Some(other),
        _ => one,
    }
}

/// What may stand between a date and a time, or between two dates.
fn gap(at: &mut Cursor) {
    at.blanks();
    while at.any("-–—−~〜|:,/@(・") {
        at.blanks();
    }
    // The T of ISO 8601 and not that of Tuesday.
    let mut here = *at;
    if here.eat('t') && here.digits() > 0 {
        *at = here;
    }
    if at.word("at") {
        at.blanks();
    }
}

/// `(20分)` after a time.
fn bracketed_length(at: &mut Cursor) -> Option<u16> {
    let mut here = *at;
    here.blanks();
    here.any("([/").then_some(())?;
    here.blanks();
    let found = length(&mut here, false)?;
    here.blanks();
    here.any(")]").then(|| *at = here)?;
    Some(found)
}
