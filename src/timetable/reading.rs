//! What a reader returns, for every format.

use crate::domain::Session;

/// How a programme was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Lines of text, or a table in Markdown.
    Text,
    /// CSV or TSV.
    Table,
    /// iCalendar, RFC 5545.
    Calendar,
    /// The talks of the platform of CloudNative Days.
    Dreamkast,
    /// `schedule.json` of frab and pretalx.
    FrabJson,
    /// `schedule.xml` of frab, pretalx and Pentabarf.
    FrabXml,
    Fortee,
    /// All, Sessions or GridSmart.
    Sessionize,
}

/// A programme as it was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    pub format: Format,
    /// The name of the event; empty if the source has none. So with the next two.
    pub title: String,
    /// The IANA name of the zone in which the event is.
    pub zone: String,
    /// The page of the event or of its programme.
    pub link: String,
    /// Whether the source does not say on which day, or in which year, something is. Its times
    /// stand on days of 1970 until it is read again with the first day of the event.
    pub needs_day: bool,
    /// In the order of the source.
    pub sessions: Vec<Session>,
    /// What could not be read, in the order of the source.
    pub unread: Vec<Unread>,
}

impl Reading {
    /// A programme with nothing in it yet.
    pub fn new(format: Format) -> Self {
        Self {
            format,
            title: String::new(),
            zone: String::new(),
            link: String::new(),
            needs_day: false,
            sessions: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// Tells of something that could not be read.
    pub fn tell(&mut self, place: Place, problem: Problem, text: impl Into<String>) {
        let text = text.into();
        self.unread.push(Unread {
            place,
            problem,
            text,
        });
    }
}

/// Where something stands in a source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// The source as a whole.
    Whole,
    /// A line of the text, from 1.
    Line(usize),
    /// An entry of a format that has no lines worth counting, from 1.
    Entry(usize),
}

/// Why something could not be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Problem {
    /// It is none of the formats that are known.
    NotAProgramme,
    /// It breaks off, or is not what its beginning promises.
    Broken,
    /// It is nested deeper than any programme.
    TooDeep,
    /// There are more sessions than can be taken in: the rest was left.
    TooMany,
    /// The entry has no title.
    NoTitle,
    /// The entry has no start; it was taken in without one.
    NoStart,
    /// A time or a length is none; it was taken in without it.
    BadTime,
    /// A zone is not known; its times are read as the event's own.
    UnknownZone,
    /// The end is before the start; it was taken in without an end.
    EndBeforeStart,
    /// It is cancelled; it was not taken in.
    Cancelled,
    /// The source says two different things under one name.
    SameId,
    /// A line was not understood.
    NotUnderstood,
}

/// Something that could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unread {
    pub place: Place,
    pub problem: Problem,
    /// What stands there, as far as it helps to find it.
    pub text: String,
}
