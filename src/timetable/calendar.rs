//! iCalendar, RFC 5545, as conference systems and calendars write it.
//!
//! Owns the components: which of them are read, which are skipped, and what a broken one leaves.
//! What a calendar says of itself may be in RFC 7986 or in properties that Apple and Google use.
//! Must not know how the text came in, nor any rule of a zone.
//!
//! The parsers that exist cost more and neither join bytes nor count lines: with brotli, reading
//! content lines alone is 7 KB here, 15 KB with `ical` 0.11 and 78 KB with `icalendar` 0.17.

mod dialects;
mod event;
mod lines;
mod names;
mod series;
mod values;
mod words;

use event::{Event, tell};
use lines::Line;
use names::Names;
use series::Series;

use super::written::is_service;
use super::{Format, Place, Problem, Reading};
use crate::domain::Zones;

pub(super) use lines::unfolded;

/// Reads a calendar, folded or not.
pub(super) fn read(text: &str, zones: &dyn Zones) -> Reading {
    let bytes = unfolded(text.trim_start_matches('\u{feff}').as_bytes());
    let text = String::from_utf8_lossy(&bytes);
    let mut reader = Reader::new(&text, zones);
    let (mut at, mut number) = (0, 0);
    while at < text.len() {
        let (length, end) = lines::line(&text.as_bytes()[at..]);
        number += 1;
        reader.line(number, at, at + length);
        at += length + end;
    }
    reader.end()
}

/// Where the reader is.
struct Reader<'t, 'z> {
    text: &'t str,
    reading: Reading,
    names: Names<'z>,
    series: Series,
    /// The line that begins the calendar, while it is open.
    calendar: Option<Line<'t>>,
    event: Option<Event<'t>>,
    /// The name of a component of which nothing is read; empty outside of one.
    skipped: &'t str,
    /// TZID and X-LIC-LOCATION of the VTIMEZONE that is skipped.
    definition: [&'t str; 2],
    /// Where the value of a description begins to which further lines may belong.
    description: Option<usize>,
    is_in_rubbish: bool,
    is_broken: bool,
    zones: [Sole; 3],
    /// What the calendar says of itself, which is its name if it is short and there is no other.
    about: String,
}

/// Which zones the calendar has, by where it says so.
const STATED: usize = 0;
const USED: usize = 1;
const DEFINED: usize = 2;

/// A name, if there is no other.
#[derive(Default)]
struct Sole {
    name: String,
    has_others: bool,
}

impl Sole {
    fn add(&mut self, name: &str) {
        if self.name.is_empty() {
            self.name = name.into();
        }
        self.has_others |= self.name != name;
    }
}

impl<'t, 'z> Reader<'t, 'z> {
    fn new(text: &'t str, zones: &'z dyn Zones) -> Self {
        Self {
            text,
            reading: Reading::new(Format::Calendar),
            names: Names::new(zones),
            series: Series::default(),
            calendar: None,
            event: None,
            skipped: "",
            definition: [""; 2],
            description: None,
            is_in_rubbish: false,
            is_broken: false,
            zones: Default::default(),
            about: String::new(),
        }
    }

    fn line(&mut self, number: usize, at: usize, end: usize) {
        let whole = &self.text[at..end];
        if whole.trim().is_empty() {
            return;
        }
        let line = Line::new(number, whole);
        if let (Some(begin), Some(event)) = (self.description, &mut self.event)
            && line.is_none_or(|line| line.is_word)
        {
            // Many write the line ends of a description as they are.
            if let Some(last) = event.lines.last_mut() {
                last.value = &self.text[begin..end];
            }
            return;
        }
        self.description = None;
        let is_outside = self.calendar.is_none() && self.event.is_none() && self.skipped.is_empty();
        match line {
            Some(line) if line.name == "BEGIN" => self.begin(line),
            Some(line) if line.name == "END" => self.end_of(line),
            Some(line) if !is_outside => self.property(line, end),
            _ if self.skipped.is_empty() => {
                if !self.is_in_rubbish {
                    let text = words::beginning(whole);
                    self.reading
                        .tell(Place::Line(number), Problem::NotUnderstood, text);
                }
                self.is_in_rubbish = true;
                return;
            }
            _ => {}
        }
        self.is_in_rubbish = false;
    }

    fn begin(&mut self, line: Line<'t>) {
        let name = line.value.trim();
        if name.eq_ignore_ascii_case("VEVENT") {
            self.close_event(&line);
            self.close_skipped(&line);
            self.event = Some(Event {
                number: line.number,
                lines: Vec::new(),
            });
        } else if name.eq_ignore_ascii_case("VCALENDAR") {
            self.close_event(&line);
            self.close_skipped(&line);
            if self.calendar.replace(line).is_some() {
                self.broken(&line);
            }
        } else if self.skipped.is_empty() {
            self.skipped = name;
            self.definition = [""; 2];
        }
    }

    fn end_of(&mut self, line: Line<'t>) {
        let name = line.value.trim();
        if name.eq_ignore_ascii_case("VCALENDAR") {
            if self.calendar.take().is_none() {
                self.broken(&line);
            }
            self.close_event(&line);
            self.close_skipped(&line);
        } else if name.eq_ignore_ascii_case("VEVENT") {
            self.close_skipped(&line);
            match self.event.take() {
                Some(event) => self.take_in(&event),
                None => self.broken(&line),
            }
        } else if name.eq_ignore_ascii_case(self.skipped) {
            if name.eq_ignore_ascii_case("VTIMEZONE") {
                let [name, location] = self.definition;
                let zone = self.names.defined(name, location);
                if !zone.is_empty() {
                    self.zones[DEFINED].add(zone);
                }
            }
            self.skipped = "";
        } else if self.skipped.is_empty() {
            self.broken(&line);
        }
    }

    fn property(&mut self, line: Line<'t>, end: usize) {
        if !self.skipped.is_empty() {
            match line.name {
                "TZID" => self.definition[0] = line.value.trim(),
                "X-LIC-LOCATION" => self.definition[1] = line.value.trim(),
                _ => {}
            }
        } else if let Some(event) = &mut self.event {
            match line.name {
                "" => return,
                "DESCRIPTION" => self.description = Some(end - line.value.len()),
                "RRULE" | "RDATE" => tell(&mut self.reading, &line, Problem::NotUnderstood),
                _ => {}
            }
            event.lines.push(line);
        } else {
            self.property_of_calendar(&line);
        }
    }

    fn property_of_calendar(&mut self, line: &Line<'t>) {
        let text = words::line(line.value);
        let place = match line.name {
            "X-WR-CALNAME" | "NAME" => &mut self.reading.title,
            "X-WR-CALDESC" => &mut self.about,
            "URL" | "X-ORIGINAL-URL" => &mut self.reading.link,
            "X-WR-TIMEZONE" => {
                let zone = event::zone(line, &text, &mut self.names, &mut self.reading);
                if !zone.is_empty() {
                    self.zones[STATED].add(&zone);
                }
                return;
            }
            _ => return,
        };
        if place.is_empty() {
            *place = text;
        }
    }

    /// Takes in what an event says.
    fn take_in(&mut self, event: &Event<'t>) {
        let (reading, number) = (&mut self.reading, event.number);
        let mut session = event.session();
        dialects::take_apart(&mut session);
        session.is_service = session.speakers.is_empty() && is_service(&session.title);
        let found = [&session.title, &session.about, &session.source_id];
        let found = found.into_iter().find(|text| !text.is_empty());
        let found = words::beginning(found.map_or("", |text| text)).to_owned();
        if event
            .value("STATUS")
            .trim()
            .eq_ignore_ascii_case("CANCELLED")
        {
            reading.tell(Place::Line(number), Problem::Cancelled, found);
            return;
        }
        if session.title.is_empty() {
            reading.tell(Place::Line(number), Problem::NoTitle, found);
            return;
        }
        let zone = event::set_times(&mut session, event, &mut self.names, reading);
        if !zone.is_empty() {
            self.zones[USED].add(&zone);
        }
        let replaced = event::replaced(event, &mut self.names, reading);
        let repeats = event.line("RRULE").is_some();
        self.series.add(session, number, replaced, repeats, reading);
    }

    /// Something begins or ends while an event is open: it stays as far as it was read.
    fn close_event(&mut self, line: &Line<'_>) {
        if let Some(event) = self.event.take() {
            self.broken(line);
            self.take_in(&event);
        }
    }

    fn close_skipped(&mut self, line: &Line<'_>) {
        if !self.skipped.is_empty() {
            self.broken(line);
        }
        self.skipped = "";
    }

    /// One thing that is broken breaks others: the first is told.
    fn broken(&mut self, line: &Line<'_>) {
        if !self.is_broken {
            tell(&mut self.reading, line, Problem::Broken);
        }
        self.is_broken = true;
    }

    fn end(mut self) -> Reading {
        if let Some(event) = self.event.take() {
            if !self.is_broken {
                let place = Place::Line(event.number);
                self.reading.tell(place, Problem::Broken, "BEGIN:VEVENT");
            }
            self.is_broken = true;
            self.take_in(&event);
        }
        if let Some(line) = self.calendar {
            self.broken(&line);
        }
        let mut reading = self.reading;
        if reading.title.is_empty() && words::beginning(&self.about) == self.about {
            reading.title = self.about;
        }
        let mut zones = self.zones.into_iter();
        let zone =
            zones.find(|zone| !zone.name.is_empty() && !zone.has_others && !is_utc(&zone.name));
        reading.zone = zone.map_or(String::new(), |zone| zone.name);
        dialects::without_address(&mut reading.sessions);
        series::name_apart(&mut reading.sessions);
        reading
    }
}

/// UTC is how a calendar is written, and no place where an event is.
fn is_utc(zone: &str) -> bool {
    let name = zone.strip_prefix("Etc/").unwrap_or(zone);
    ["UTC", "GMT", "UCT", "Zulu", "Universal", "Greenwich"]
        .iter()
        .any(|utc| utc.eq_ignore_ascii_case(name))
}
