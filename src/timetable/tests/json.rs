//! Programmes in JSON, with every trap of real ones. A reading is compared as text: a line for
//! the event, one for each session with what is in it below, and one for all that was not read.

mod breaks;
mod dreamkast;
mod fields;
mod fortee;
mod frab;
mod properties;
mod sessionize;

use super::Database;
use crate::domain::{Instant, Moment, Session, Wall};
use crate::timetable::{Place, Reading, json};

fn read(text: &str) -> Reading {
    json::read(text, &Database).expect("a programme")
}

/// Compares what is read with lines; their indentation in the test does not count.
#[track_caller]
fn check(text: &str, expected: &str) {
    let expected: Vec<&str> = expected.trim().lines().map(str::trim).collect();
    assert_eq!(shown(&read(text)), expected.join("\n"));
}

/// As [`check`], without the line of the event.
#[track_caller]
fn check_sessions(text: &str, expected: &str) {
    let expected: Vec<&str> = expected.trim().lines().map(str::trim).collect();
    let shown = shown(&read(text));
    let found = shown.split_once('\n').map_or("", |(_, rest)| rest);
    assert_eq!(found, expected.join("\n"));
}

fn shown(reading: &Reading) -> String {
    let mut text = format!("{:?}: {}", reading.format, reading.title);
    text.truncate(text.trim_end().len());
    for part in [&reading.zone, &reading.link] {
        if !part.is_empty() {
            text += &format!(" | {part}");
        }
    }
    for session in &reading.sessions {
        text.push('\n');
        text.push_str(&shown_session(session));
    }
    for unread in &reading.unread {
        let place = match unread.place {
            Place::Whole => "!".into(),
            Place::Line(line) => format!("! line {line}"),
            Place::Entry(entry) => format!("! {entry}"),
        };
        let line = format!("\n{place} {:?}: {}", unread.problem, unread.text);
        text.push_str(line.trim_end());
    }
    text
}

/// `id | day | start > end | title | speakers @room #track`, with `~` before a service.
fn shown_session(session: &Session) -> String {
    let mut text = String::new();
    if !session.source_id.is_empty() {
        text = format!("{} | ", session.source_id);
    }
    if let Some(day) = session.day {
        text += &format!("{day} | ");
    }
    text += &session.start.map_or("-".into(), moment);
    if let Some(end) = session.end {
        text += &format!(" > {}", moment(end));
    }
    let service = if session.is_service { "~" } else { "" };
    text += &format!(" | {service}{}", session.title);
    if !session.speakers.is_empty() {
        text += &format!(" | {}", session.speakers.join(" & "));
    }
    for (sign, name) in [(" @", &session.room), (" #", &session.track)] {
        if !name.is_empty() {
            text += &format!("{sign}{name}");
        }
    }
    for line in session.about.lines().filter(|_| !session.about.is_empty()) {
        text += format!("\n. {line}").trim_end();
    }
    for link in &session.links {
        let line = format!("\n{:?} {} {}", link.kind, link.address, link.title);
        text += line.trim_end();
    }
    text
}

fn moment(moment: Moment) -> String {
    match moment {
        Moment::Wall(wall) => wall.to_string(),
        Moment::Instant(Instant(at)) => format!("{}Z", Wall::from_minutes(at).expect("a time")),
    }
}
