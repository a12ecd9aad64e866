//! Programmes as people write them. Every case is a text and what is read from it, one line for
//! a session and one for what was told.

mod any;
mod csv;
mod eras;
mod halves;
mod lines;
mod pages;
mod tables;
mod titles;

use std::fmt::Write;

use crate::domain::{Date, Instant, LinkKind, Moment, Session, Wall};
use crate::timetable::{Place, Reading, Unread, written};

/// The first day of the event, a Saturday.
pub const HINT: &str = "2026-11-28";

/// Reads a text for an event that begins on [`HINT`] and compares what comes out.
#[track_caller]
pub fn check(text: &str, expected: &str) {
    compare(text, Date::parse(HINT), expected);
}

/// The same for an event whose days nobody knows.
#[track_caller]
pub fn check_undated(text: &str, expected: &str) {
    compare(text, None, expected);
}

#[track_caller]
fn compare(text: &str, hint: Option<Date>, expected: &str) {
    let reading = written::read(text, hint);
    let shown = reading.as_ref().map_or("none\n".into(), shown);
    let trimmed = |text: &str| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| format!("{line}\n")).collect::<String>()
    };
    assert_eq!(shown, trimmed(expected), "{text}");
}

pub fn shown(reading: &Reading) -> String {
    let mut text = String::new();
    for session in &reading.sessions {
        writeln!(text, "{}", line(session)).expect("a string");
    }
    for unread in &reading.unread {
        writeln!(text, "{}", told(unread)).expect("a string");
    }
    if reading.needs_day {
        text.push_str("needs a day\n");
    }
    text
}

/// `13:00-13:20 Title / Speaker + Speaker @ Room # Track (link) "about"`; `~` marks a break. Before
/// the time stands the day if it is not the first one, `+` and a date if the clock shows another
/// than the day, and the whole date if no day is named.
fn line(session: &Session) -> String {
    let mut line = match session.start {
        None => "-".into(),
        Some(start) => moment(start, session.day),
    };
    if let Some(end) = session.end {
        let end = until(end, session.start.and_then(date));
        write!(line, "-{end}").expect("a string");
    }
    if session.is_service {
        line.push_str(" ~");
    }
    write!(line, " {}", session.title).expect("a string");
    for (mark, text) in [
        (" / ", session.speakers.join(" + ")),
        (" @ ", session.room.clone()),
        (" # ", session.track.clone()),
        (" id ", session.source_id.clone()),
    ] {
        if !text.is_empty() {
            line.push_str(mark);
            line.push_str(&text);
        }
    }
    for link in &session.links {
        let kind = match link.kind {
            LinkKind::Page => "page",
            LinkKind::Slides => "slides",
            LinkKind::Recording => "recording",
            LinkKind::Other => "other",
        };
        let address = link.address.trim_start_matches("https://");
        write!(line, " <{kind} {address}>").expect("a string");
    }
    if !session.about.is_empty() {
        write!(line, " {:?}", session.about).expect("a string");
    }
    line
}

fn date(moment: Moment) -> Option<Date> {
    match moment {
        Moment::Wall(wall) => Some(wall.date()),
        Moment::Instant(Instant(at)) => Wall::from_minutes(at).map(Wall::date),
    }
}

/// The time of an end, with its date if it is not that of the start.
fn until(end: Moment, start: Option<Date>) -> String {
    let shown = moment(end, date(end))
        .split('T')
        .next_back()
        .unwrap_or_default()
        .to_owned();
    match date(end) {
        Some(date) if Some(date) != start => format!("+{}T{shown}", &date.to_string()[5..]),
        _ => shown,
    }
}

/// The time, with the date before it where that is not the day.
fn moment(moment: Moment, day: Option<Date>) -> String {
    let (wall, zone) = match moment {
        Moment::Wall(wall) => (wall, ""),
        Moment::Instant(Instant(at)) => (Wall::from_minutes(at).expect("a time"), "Z"),
    };
    let text = wall.to_string();
    let (date, time) = text.split_once('T').expect("a time");
    let hint = Date::parse(HINT);
    match day {
        Some(day) if Some(day) == hint && day == wall.date() => format!("{time}{zone}"),
        Some(day) if day == wall.date() => format!("{}T{time}{zone}", &date[5..]),
        Some(day) if Some(day) == hint => format!("+{}T{time}{zone}", &date[5..]),
        Some(day) => format!("{}+{}T{time}{zone}", &day.to_string()[5..], &date[5..]),
        None => format!("{text}{zone}"),
    }
}

fn told(unread: &Unread) -> String {
    let place = match unread.place {
        Place::Whole => "whole".into(),
        Place::Line(line) => format!("line {line}"),
        Place::Entry(entry) => format!("entry {entry}"),
    };
    format!("{place} {:?}: {}", unread.problem, unread.text)
}
