//! One VEVENT (RFC 5545, 3.6.1) as a session.
//!
//! Owns which property says what. Must not know the calendar around it, nor which system wrote it.

use super::lines::Line;
use super::names::Names;
use super::values::{When, duration, when};
use super::words;
use crate::domain::{Instant, Link, LinkKind, Moment, Session, Zones, instant};
use crate::timetable::{Place, Problem, Reading};

/// The properties of one event, as they stand there.
pub struct Event<'t> {
    /// Where it begins.
    pub number: usize,
    pub lines: Vec<Line<'t>>,
}

impl<'t> Event<'t> {
    /// The first line of a property that has a value.
    pub fn line(&self, name: &str) -> Option<&Line<'t>> {
        let mut lines = self.all(name);
        lines.find(|line| !line.value.trim().is_empty())
    }

    pub fn all(&self, name: &str) -> impl Iterator<Item = &Line<'t>> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    /// The value of a property; empty if it has none.
    pub fn value(&self, name: &str) -> &'t str {
        self.line(name).map_or("", |line| line.value)
    }

    /// Everything but its times.
    pub fn session(&self) -> Session {
        let mut session = Session {
            source_id: words::line(self.value("UID")),
            title: words::line(self.value("SUMMARY")),
            about: words::lines(self.value("DESCRIPTION")),
            room: words::line(self.value("LOCATION")),
            ..Session::default()
        };
        for line in self.all("CATEGORIES") {
            let track = words::line(line.value);
            if !session.track.is_empty() && !track.is_empty() {
                session.track.push_str(", ");
            }
            session.track.push_str(&track);
        }
        for line in self.all("ATTENDEE") {
            let name = words::line(speaker(line));
            if !name.is_empty() {
                session.speakers.push(name);
            }
        }
        for line in &self.lines {
            let (kind, title) = match line.name {
                "URL" => (LinkKind::Page, ""),
                "ATTACH" => (LinkKind::Other, line.parameter("FILENAME")),
                "CONFERENCE" => (LinkKind::Other, line.parameter("LABEL")),
                _ => continue,
            };
            let address = words::line(line.value);
            // What stands in the calendar itself, or is no address at all, leads nowhere.
            if address.starts_with("http") {
                session.links.push(Link {
                    kind,
                    title: words::line(title),
                    address,
                });
            }
        }
        session
    }
}

/// The name of an attendee who speaks; empty for others. RFC 5545, 3.8.4.1, knows no speakers: a
/// programme has them without an address of mail, while an invitation tells who was asked and
/// what they said.
fn speaker<'t>(line: &Line<'t>) -> &'t str {
    let name = line.parameter("CN");
    let name = if name.is_empty() && !line.value.contains(':') {
        line.value
    } else {
        name
    };
    let scheme = line.value.trim().get(..7).unwrap_or("");
    let is_invited = scheme.eq_ignore_ascii_case("mailto:")
        && !(line.parameter("PARTSTAT").is_empty() && line.parameter("RSVP").is_empty());
    let kind = line.parameter("CUTYPE");
    let is_thing = ["ROOM", "RESOURCE", "GROUP"]
        .iter()
        .any(|thing| thing.eq_ignore_ascii_case(kind));
    if is_invited || is_thing || name.contains('@') {
        ""
    } else {
        name
    }
}

/// Gives a session its day, start and end, and tells of what is wrong with them. Returns the name
/// that IANA has for the zone of the start; empty if it is not said or not known.
pub fn set_times(
    session: &mut Session,
    event: &Event<'_>,
    names: &mut Names<'_>,
    reading: &mut Reading,
) -> String {
    let Some(line) = event.line("DTSTART") else {
        reading.tell(
            Place::Line(event.number),
            Problem::NoStart,
            words::beginning(&session.title),
        );
        return String::new();
    };
    let zone = zone(line, line.parameter("TZID"), names, reading);
    let Some(start) = when(line.value) else {
        tell(reading, line, Problem::BadTime);
        return zone;
    };
    let start = match start {
        When::Day(day) => {
            session.day = Some(day);
            let title = words::beginning(&session.title);
            reading.tell(Place::Line(line.number), Problem::NoStart, title);
            return zone;
        }
        When::At(moment) => in_zone(moment, &zone, names.zones),
    };
    session.start = Some(start);
    session.end = end(event, start, &zone, names, reading);
    zone
}

fn end(
    event: &Event<'_>,
    start: Moment,
    zone_of_start: &str,
    names: &mut Names<'_>,
    reading: &mut Reading,
) -> Option<Moment> {
    let mut line = event.line("DTEND");
    let end = match line {
        Some(line) => match when(line.value) {
            Some(When::At(moment)) => {
                // An end without a zone is in that of the start.
                let own = zone(line, line.parameter("TZID"), names, reading);
                let zone = if own.is_empty() { zone_of_start } else { &own };
                Some(in_zone(moment, zone, names.zones))
            }
            _ => None,
        },
        None => {
            line = event.line("DURATION");
            duration(line?.value).and_then(|minutes| start.plus(minutes))
        }
    };
    let line = line?;
    let order = match (start, end) {
        (Moment::Instant(Instant(start)), Some(Moment::Instant(Instant(end)))) => end - start,
        (Moment::Wall(start), Some(Moment::Wall(end))) => end.minutes() - start.minutes(),
        // Nobody knows which is first.
        _ => {
            tell(reading, line, Problem::BadTime);
            return None;
        }
    };
    if order < 0 {
        tell(reading, line, Problem::EndBeforeStart);
        return None;
    }
    end
}

/// Which occurrence of a series this event stands for, if it says so.
pub fn replaced(event: &Event<'_>, names: &mut Names<'_>, reading: &mut Reading) -> Option<Moment> {
    let line = event.line("RECURRENCE-ID")?;
    let zone = zone(line, line.parameter("TZID"), names, reading);
    match when(line.value)? {
        When::At(moment) => Some(in_zone(moment, &zone, names.zones)),
        When::Day(_) => None,
    }
}

/// What IANA calls a zone; empty if it does not know it, which is told once.
pub fn zone(line: &Line<'_>, name: &str, names: &mut Names<'_>, reading: &mut Reading) -> String {
    if name.is_empty() {
        return String::new();
    }
    let (zone, is_new) = names.of(name);
    if zone.is_empty() && is_new {
        let name = words::beginning(name);
        reading.tell(Place::Line(line.number), Problem::UnknownZone, name);
    }
    zone.into()
}

fn in_zone(moment: Moment, zone: &str, zones: &dyn Zones) -> Moment {
    match moment {
        Moment::Wall(shown) if !zone.is_empty() => {
            instant(shown, zone, zones).map_or(moment, Moment::Instant)
        }
        _ => moment,
    }
}

/// Tells of a line.
pub fn tell(reading: &mut Reading, line: &Line<'_>, problem: Problem) {
    reading.tell(
        Place::Line(line.number),
        problem,
        words::beginning(line.whole),
    );
}
