//! `schedule.json` of frab, pretalx and the c3voc (<https://c3voc.de/schedule/schema.json>), also
//! its second version with a flat list of events (<https://c3voc.de/schema/schedule2>).
//!
//! A subtitle is the first line of what an event is about: the title stays what it is called.

use super::fields::{Names, line, lines, link, mark, people, short};
use super::intake::Intake;
use super::value::Json;
use super::{Format, Place, Problem, Reading};
use crate::domain::{Date, Instant, Link, LinkKind, Moment, Session, Wall, Zones};
use crate::timetable::times;

/// What a programme calls its breaks, where it lists them.
const BREAKS: [&str; 7] = [
    "break",
    "coffee break",
    "lunch break",
    "lunch",
    "dinner",
    "pause",
    "休憩",
];

/// So many links of one kind an event may have: each may become as long as the base.
const MOST_LINKS: usize = 100;

/// So many days are looked through for the one of an event. No event is as long.
const MOST_DAYS: usize = 100;

/// An object with a conference, and with events where these are not in its days.
pub(super) fn read<'a>(root: &'a Json<'a>, zones: &dyn Zones) -> Reading {
    let conference = root.get("conference");
    let slugs = ["guid", "slug", "id"];
    let mut reader = Reader {
        intake: Intake::new(Format::FrabJson, false),
        base: mark(root.any(&["base_url", "url"])),
        zones,
        days: Vec::new(),
        tracks: Names::new(conference.get("tracks").items(), &slugs),
        rooms: Names::new(conference.get("rooms").items(), &slugs),
    };
    reader.read_conference(root, conference);
    let days = conference.get("days").items();
    for day in &days {
        let day = reader.day(day);
        reader.days.push(day);
    }
    for (index, day) in days.iter().enumerate() {
        if let Json::Object(rooms) = day.get("rooms") {
            for (room, events) in rooms {
                let room = short(line(&Json::Text(room.as_ref().into())));
                reader.read_events(events, Some(index), &room);
            }
        } else {
            reader.read_events(day.get("rooms"), Some(index), "");
        }
        reader.read_events(day.get("events"), Some(index), "");
    }
    reader.read_events(conference.get("events"), None, "");
    reader.read_events(root.get("events"), None, "");
    reader.intake.reading
}

/// A day of the programme. It may end after midnight.
#[derive(Clone, Copy, Default)]
struct Day {
    date: Option<Date>,
    start: Option<Moment>,
    end: Option<Moment>,
}

struct Reader<'a> {
    intake: Intake,
    base: &'a str,
    zones: &'a dyn Zones,
    days: Vec<Day>,
    tracks: Names,
    rooms: Names,
}

impl Reader<'_> {
    fn read_conference(&mut self, root: &Json, conference: &Json) {
        let reading = &mut self.intake.reading;
        reading.title = line(conference.any(&["title", "acronym"]));
        let pages = [conference.get("url"), root.any(&["url", "base_url"])];
        let pages = pages.map(mark).into_iter();
        reading.link = pages.filter(|page| !page.is_empty()).take(1).collect();
        let zone = mark(conference.any(&["time_zone_name", "timezone"]));
        if self.zones.offset(zone, Instant(0)).is_some() {
            reading.zone.push_str(zone);
        } else if !zone.is_empty() {
            let zone = short(zone.into());
            reading.tell(Place::Whole, Problem::UnknownZone, zone);
        }
    }

    fn day(&self, day: &Json) -> Day {
        let moment = |value: &Json| times::iso(mark(value)).map(|at| self.fixed(at));
        let (start, end) = (
            day.any(&["day_start", "start"]),
            day.any(&["day_end", "end"]),
        );
        let date = [day.get("date"), start].map(|text| mark(text).get(..10));
        Day {
            date: date.into_iter().flatten().find_map(Date::parse),
            start: moment(start),
            end: moment(end),
        }
    }

    /// A time as the clocks of the conference show it, as the instant that it is.
    fn fixed(&self, at: Moment) -> Moment {
        let instant = at.instant(&self.intake.reading.zone, self.zones);
        instant.map_or(at, Moment::Instant)
    }

    fn read_events(&mut self, events: &Json, day: Option<usize>, room: &str) {
        for event in events.items() {
            self.read_event(event, day, room);
        }
    }

    fn read_event(&mut self, event: &Json, day: Option<usize>, room: &str) {
        let Some(mut session) = self.intake.begin(event, &["abstract"]) else {
            return;
        };
        session.about = about(event, session.about);
        session.room = self.rooms.resolve(event.get("room"));
        if session.room.is_empty() {
            session.room = line(event.get("room"));
        }
        if session.room.is_empty() {
            session.room.push_str(room);
        }
        session.track = self.tracks.resolve(event.get("track"));
        if session.track.is_empty() {
            session.track = line(event.get("track"));
        }
        session.speakers = people(event.any(&["persons", "participants", "speakers"]));
        session.is_service = is_break(event);
        let day_of_event = day.and_then(|index| self.days.get(index)).copied();
        session.start = self.start(event, &day_of_event.unwrap_or_default());
        session.end = match event.get("end") {
            Json::Null => self.intake.end_after(session.start, event.get("duration")),
            end => self.end(end, session.start, event),
        };
        session.day = match day_of_event {
            Some(day) => day.date,
            None => self.day_at(session.start),
        };
        session.source_id = source_id(event, &session);
        self.read_links(event, &mut session);
        self.intake.finish(session);
    }

    /// The instant where there is one, else the time of day on this day of the programme.
    fn start(&mut self, event: &Json, day: &Day) -> Option<Moment> {
        let (date, clock) = (mark(event.get("date")), mark(event.get("start")));
        let start = times::iso(date).or_else(|| times::iso(clock));
        let start = start.or_else(|| self.clock(date, clock, day));
        let told = if date.is_empty() { clock } else { date };
        if start.is_none() && !told.is_empty() {
            self.intake.is_told = true;
            return self.intake.bad_time(told);
        }
        self.intake.note_zone(date);
        start.map(|start| self.fixed(start))
    }

    /// A time of day, on the date beside it or on that of the day.
    fn clock(&self, date: &str, clock: &str, day: &Day) -> Option<Moment> {
        let date = date.get(..10).and_then(Date::parse).or(day.date)?;
        let mut shown = Wall::new(date, times::clock(clock)?)?;
        let end = self.end_of(day).filter(|_| day.date == Some(date));
        if end.is_some_and(|end| end.date() > date && shown.minute() < end.minute()) {
            shown = shown.plus(24 * 60)?;
        }
        Some(Moment::Wall(shown))
    }

    /// What the clocks show at the end of a day: what begins before, begins after midnight.
    fn end_of(&self, day: &Day) -> Option<Wall> {
        day.end?.wall(&self.intake.reading.zone, self.zones)
    }

    fn end(&mut self, end: &Json, start: Option<Moment>, event: &Json) -> Option<Moment> {
        match times::iso(mark(end)) {
            Some(end) => Some(self.fixed(end)),
            None if event.has("duration") => self.intake.end_after(start, event.get("duration")),
            None => self.intake.time(end),
        }
    }

    /// The day of the programme in which a time is.
    fn day_at(&self, at: Option<Moment>) -> Option<Date> {
        let Some(Moment::Instant(at)) = at else {
            return None;
        };
        let within = |day: &&Day| match (day.start, day.end) {
            (Some(Moment::Instant(start)), Some(Moment::Instant(end))) => {
                (start..end).contains(&at)
            }
            _ => false,
        };
        self.days.iter().take(MOST_DAYS).find(within)?.date
    }

    fn read_links(&self, event: &Json, session: &mut Session) {
        let page = event.any(&["url", "origin_url"]);
        let page = link(LinkKind::Page, String::new(), page, self.base);
        session.links.extend(page);
        for name in ["links", "attachments", "recording"] {
            for value in event.get(name).items().into_iter().take(MOST_LINKS) {
                session.links.extend(self.link(value, name == "recording"));
            }
        }
        let video = event.get("video_download_url");
        session.links.extend(self.link(video, true));
    }

    fn link(&self, value: &Json, is_recording: bool) -> Option<Link> {
        let address = match value {
            Json::Object(_) => value.any(&["url", "href", "link"]),
            text => text,
        };
        let title = match value {
            Json::Object(_) => line(value.any(&["title", "name"])),
            _ => String::new(),
        };
        let mut words = [&title, " ", mark(value.get("type"))].concat();
        words.make_ascii_lowercase();
        let says = |known: &[&str]| known.iter().any(|word| words.contains(word));
        let kind = if is_recording || says(&["recording", "video", "録画", "動画"]) {
            LinkKind::Recording
        } else if says(&["slide", "スライド", "資料", "pdf"]) || is_pdf(mark(address)) {
            LinkKind::Slides
        } else {
            LinkKind::Other
        };
        link(kind, title, address, self.base)
    }
}

fn is_pdf(address: &str) -> bool {
    let end = address.find(['?', '#']).unwrap_or(address.len());
    let name = address.as_bytes()[..end].last_chunk();
    name.is_some_and(|name: &[u8; 4]| name.eq_ignore_ascii_case(b".pdf"))
}

fn is_break(event: &Json) -> bool {
    let kind = line(event.get("type"));
    BREAKS.iter().any(|name| kind.eq_ignore_ascii_case(name))
}

/// The subtitle, the abstract and the description, as far as they differ.
fn about(event: &Json, summary: String) -> String {
    let mut about = lines(event.get("subtitle"));
    let description = lines(event.get("description"));
    let repeats = description == summary;
    for part in [summary, description].iter().take(2 - usize::from(repeats)) {
        if !about.is_empty() && !part.is_empty() {
            about.push_str("\n\n");
        }
        about.push_str(part);
    }
    about
}

/// The guid; for want of one, the number with room and time, as one event may stand in several.
fn source_id(event: &Json, session: &Session) -> String {
    let guid = line(event.get("guid"));
    let id = line(event.get("id"));
    if !guid.is_empty() || id.is_empty() {
        return guid;
    }
    let start = line(event.any(&["date", "start"]));
    let parts = [id, session.room.clone(), start];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}
