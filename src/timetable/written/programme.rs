//! The programme as far as it was read: where a reader of lines or rows puts its entries, and
//! what it could not understand. Knows no syntax.

use super::dates::Written;
use super::days::Days;
use super::entry::Entry;
use super::kinds::is_service;
use super::times::Clocks;
use crate::domain::{Date, Session};
use crate::timetable::{Format, Place, Problem, Reading, Unread};

/// No event has so many sessions; what follows is left and told.
const MOST: usize = 10_000;

/// How many characters of a line are shown when it is told.
const SHOWN: usize = 80;

pub struct Programme {
    pub reading: Reading,
    pub days: Days,
    /// The room and the track that a heading names for what follows it.
    pub room: String,
    pub track: String,
    /// Lines that were not understood since the last entry: told if another follows, because
    /// then they stand in the programme and not behind it.
    between: Vec<Unread>,
    told_zone: bool,
    is_full: bool,
}

impl Programme {
    pub fn new(format: Format, hint: Option<Date>) -> Self {
        Self {
            reading: Reading::new(format),
            days: Days::new(hint),
            room: String::new(),
            track: String::new(),
            between: Vec::new(),
            told_zone: false,
            is_full: false,
        }
    }

    /// Whether nothing more is taken in.
    pub fn is_full(&self) -> bool {
        self.is_full
    }

    /// Whether an entry with a time was read.
    pub fn has_begun(&self) -> bool {
        self.reading
            .sessions
            .iter()
            .any(|session| session.start.is_some())
    }

    /// Puts an entry at the end, with what its day, its room and its track are by default.
    pub fn take(&mut self, mut entry: Entry) {
        self.reading.unread.append(&mut self.between);
        if let Some(day) = entry.day {
            self.days.turn(day);
        }
        if self.no_room_for(&entry) || self.has_no_title(&entry) {
            return;
        }
        let placed = self.days.place(&entry.when);
        let session = &mut entry.session;
        session.day = session.day.or(placed.day);
        session.start = session.start.or(placed.start);
        session.end = session.end.or(placed.end);
        session.is_service = is_service(&session.title);
        let is_talk = !session.is_service;
        if session.room.is_empty() && is_talk {
            session.room.clone_from(&self.room);
        }
        if session.track.is_empty() && is_talk {
            session.track.clone_from(&self.track);
        }
        if let ([speaker], false) = (session.speakers.as_mut_slice(), entry.company.is_empty()) {
            *speaker = [speaker, " (", &entry.company, ")"].concat();
        }
        tidy_all(&mut entry.session);
        self.tell_times(&mut entry);
        self.reading.sessions.push(entry.session);
    }

    fn no_room_for(&mut self, entry: &Entry) -> bool {
        let count = self.reading.sessions.len() + self.reading.unread.len();
        if count >= MOST && !self.is_full {
            self.is_full = true;
            self.tell(entry.line, Problem::TooMany, &entry.session.title);
        }
        self.is_full
    }

    fn has_no_title(&mut self, entry: &Entry) -> bool {
        if !entry.session.title.is_empty() {
            return false;
        }
        let start = entry.when.start.map(written).unwrap_or_default();
        let session = &entry.session;
        let first = session.speakers.first().unwrap_or(&session.about);
        let mut text = [start.as_str(), first].join(" ");
        if text.len() == 1 {
            text = entry.bad_time.clone().unwrap_or_default();
        }
        if text.is_empty() && session.start.is_none() {
            // A row of a table that nobody filled in.
            return true;
        }
        self.tell(entry.line, Problem::NoTitle, text.trim());
        true
    }

    fn tell_times(&mut self, entry: &mut Entry) {
        let session = &mut entry.session;
        let title = session.title.as_str();
        if let Some(text) = &entry.bad_time {
            let text = [text, " ", title].concat();
            self.tell(entry.line, Problem::BadTime, &text);
        } else if session.start.is_none() {
            self.tell(entry.line, Problem::NoStart, title);
        }
        if entry.when.clocks == Clocks::Unknown && !self.told_zone {
            self.told_zone = true;
            self.tell(entry.line, Problem::UnknownZone, title);
        }
        if ends_early(session) {
            session.end = None;
            self.tell(entry.line, Problem::EndBeforeStart, title);
        }
    }

    /// What follows is on this day. Rooms of the day before are none of it.
    pub fn turn(&mut self, day: Written) {
        self.days.turn(day);
        self.enter("", "");
    }

    /// What follows is in this room or on this track.
    pub fn enter(&mut self, room: &str, track: &str) {
        self.room = room.into();
        self.track = track.into();
        self.days.again();
    }

    pub fn tell(&mut self, line: usize, problem: Problem, text: &str) {
        self.reading.unread.append(&mut self.between);
        self.reading.tell(Place::Line(line), problem, short(text));
    }

    /// A line that is understood to be no entry only if none follows.
    pub fn wonder(&mut self, line: usize, text: &str) {
        if !self.reading.sessions.is_empty() && self.between.len() < MOST {
            self.between.push(Unread {
                place: Place::Line(line),
                problem: Problem::NotUnderstood,
                text: short(text),
            });
        }
    }

    /// What was not understood until here was no part of the programme.
    pub fn forget(&mut self) {
        self.between.clear();
    }

    pub fn finish(mut self) -> Reading {
        self.reading.needs_day = self.days.needs_day;
        self.reading
    }
}

fn tidy_all(session: &mut Session) {
    session.speakers.iter_mut().for_each(|name| tidy(name, ""));
    session.speakers.retain(|name| !name.is_empty());
    session
        .links
        .iter_mut()
        .for_each(|link| tidy(&mut link.title, ""));
    for text in [
        &mut session.title,
        &mut session.room,
        &mut session.track,
        &mut session.source_id,
    ] {
        tidy(text, "");
    }
    tidy(&mut session.about, "\n");
}

/// Trims a text and puts blanks for the control characters in it, but for those that may stay.
fn tidy(text: &mut String, kept: &str) {
    let is_wrong = |c: char| c.is_control() && !kept.contains(c);
    if text.contains(is_wrong) {
        *text = text.replace(is_wrong, " ");
    }
    let trimmed = text.trim();
    if trimmed.len() < text.len() {
        *text = trimmed.into();
    }
}

/// Whether an end stands before its start on the same kind of clock.
fn ends_early(session: &Session) -> bool {
    use crate::domain::Moment::{Instant, Wall};
    match (session.start, session.end) {
        (Some(Instant(start)), Some(Instant(end))) => end < start,
        (Some(Wall(start)), Some(Wall(end))) => end < start,
        (_, None) => false,
        // An end on other clocks than the start says nothing.
        _ => true,
    }
}

fn written(minutes: u16) -> String {
    let two = |number: u16| {
        let digit = |number: u16| char::from_digit(u32::from(number % 10), 10).unwrap_or('0');
        String::from_iter([digit(number / 10), digit(number)])
    };
    [two(minutes / 60), two(minutes % 60)].join(":")
}

fn short(text: &str) -> String {
    let shown = text.trim().chars().take(SHOWN);
    shown
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
