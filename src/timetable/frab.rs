//! What a programme of frab says, whatever it is written in, as a [`Reading`].
//!
//! Owns how an entry becomes a session: its name, its time, the day on which it stands, and
//! whether it is a talk. The fields are those of <https://c3voc.de/wiki/schedule>. Must not know
//! XML, nor what links lead to.

use std::collections::HashSet;

use super::frab_links::{Base, add_link};
use super::plain_text::{one_line, plain_text};
use super::reading::{Format, Place, Problem, Reading};
use super::times;
use crate::domain::{Date, Instant, LinkKind, Moment, Session, Wall, Zones, wall};

/// More than any programme has.
const MOST: usize = 10_000;

/// No night ends later, in minutes.
const MORNING: i64 = 6 * 60;

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// So many characters of a source are told with a problem.
const TOLD: usize = 80;

/// The words that breaks and the like are named with, and nothing else is.
const SERVICES: &str = "breakfast brunch lunch dinner break breaks coffee tea morning afternoon \
    evening registration opening closing welcome reception ceremony session party pause check-in \
    meal service and & mittagspause kaffeepause frühstück mittagessen abendessen 休憩 昼休み 昼食 \
    受付 開場 開会 閉会 懇親会 ランチ";

/// An entry, as it is written.
#[derive(Default)]
pub(super) struct Entry {
    pub(super) guid: String,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) subtitle: String,
    /// May be HTML; so the next.
    pub(super) summary: String,
    pub(super) description: String,
    pub(super) speakers: Vec<String>,
    pub(super) room: String,
    pub(super) track: String,
    pub(super) kind: String,
    pub(super) date: String,
    pub(super) start: String,
    pub(super) duration: String,
    pub(super) end: String,
    /// Its page on the platform where it was handed in.
    pub(super) origin: String,
    /// What they are, their titles and their addresses.
    pub(super) links: Vec<(LinkKind, String, String)>,
}

/// A programme while it is read: first what is said of the event, then each day with its rooms and
/// their entries.
pub(super) struct Programme<'z> {
    pub(super) reading: Reading,
    pub(super) base: Base,
    zones: &'z dyn Zones,
    /// At which minute a day begins, if the event says so.
    change: Option<i64>,
    /// The day as it is written.
    day: Option<Date>,
    day_start: Option<Moment>,
    /// At which minute this day begins.
    begins: Option<i64>,
    /// At which minute the entry before in this room begins.
    before: i64,
    entries: usize,
    names: HashSet<String>,
}

impl<'z> Programme<'z> {
    pub(super) fn new(format: Format, zones: &'z dyn Zones) -> Self {
        Self {
            reading: Reading::new(format),
            base: Base::default(),
            zones,
            change: None,
            day: None,
            day_start: None,
            begins: None,
            before: 0,
            entries: 0,
            names: HashSet::new(),
        }
    }

    /// Whether no more entries are taken in.
    pub(super) fn is_full(&self) -> bool {
        self.entries > MOST
    }

    pub(super) fn has_entries(&self) -> bool {
        self.entries > 0
    }

    pub(super) fn zone(&mut self, name: String) {
        if self.zones.offset(&name, Instant(0)).is_some() {
            self.reading.zone = name;
        } else if !name.is_empty() {
            self.tell(Place::Whole, Problem::UnknownZone, &name);
        }
    }

    pub(super) fn day_change(&mut self, time: &str) {
        self.change = times::length(time);
    }

    /// A day begins.
    pub(super) fn day(&mut self, date: &str, start: &str) {
        let shown = self.shown(start);
        self.day = day_of(date).or_else(|| day_of(start));
        self.day_start = times::iso(start);
        self.begins = shown.map(|shown| i64::from(shown.minute()));
        self.room();
    }

    /// A room begins within a day.
    pub(super) fn room(&mut self) {
        self.before = 0;
    }

    /// Takes an entry in, or tells why not.
    pub(super) fn entry(&mut self, entry: Entry) {
        self.entries += 1;
        let place = Place::Entry(self.entries);
        if self.is_full() {
            return self.tell(place, Problem::TooMany, &entry.title);
        }
        if entry.title.is_empty() {
            let words = [
                &entry.subtitle,
                &entry.summary,
                &entry.description,
                &entry.id,
                &entry.start,
            ];
            let words = words.into_iter().find(|words| !words.is_empty());
            return self.tell(place, Problem::NoTitle, words.map_or("", |words| words));
        }
        let start = self.start(place, &entry);
        let shown = start.and_then(|start| self.shown_start(start, &entry));
        let end = start.and_then(|start| self.end(place, &entry, start, shown));
        let mut links = Vec::new();
        for (kind, title, address) in &entry.links {
            add_link(&mut links, &self.base, *kind, title, address);
        }
        if links.iter().all(|link| link.kind != LinkKind::Page) {
            add_link(&mut links, &self.base, LinkKind::Page, "", &entry.origin);
        }
        let session = Session {
            source_id: self.source_id(place, &entry, start),
            about: about(&entry),
            day: self.session_day(start, shown),
            start,
            end,
            links,
            is_service: entry.speakers.is_empty()
                && (is_service(&entry.title) || is_service(&entry.kind)),
            title: entry.title,
            speakers: entry.speakers,
            room: entry.room,
            // That is what Wafer calls a talk without one.
            track: if entry.track == "No Track" {
                String::new()
            } else {
                entry.track
            },
        };
        self.reading.sessions.push(session);
    }

    pub(super) fn tell(&mut self, place: Place, problem: Problem, words: &str) {
        let near: String = words.chars().take(TOLD * 4).collect();
        let words = one_line(&near);
        let end = words
            .char_indices()
            .nth(TOLD)
            .map_or(words.len(), |(at, _)| at);
        self.reading.tell(place, problem, words[..end].trim_end());
    }

    /// The instant that is written, else a time of the day.
    fn start(&mut self, place: Place, entry: &Entry) -> Option<Moment> {
        let (date, time) = (&*entry.date, &*entry.start);
        if let Some(moment) = times::iso(date).or_else(|| times::iso(time)) {
            return Some(moment);
        }
        let day = day_of(date).or(self.day);
        let minutes = times::length(time);
        if minutes.is_none() && !time.is_empty() {
            self.tell(place, Problem::BadTime, time);
        } else if day_of(date).is_none() && !date.is_empty() {
            self.tell(place, Problem::BadTime, date);
        } else if minutes.is_none() || day.is_none() {
            self.tell(place, Problem::NoStart, &entry.title);
        }
        let minutes = self.after_midnight(minutes?);
        Wall::new(day?, 0)?.plus(minutes).map(Moment::Wall)
    }

    /// The minutes since the day's midnight: entries of the night stand in the day before.
    fn after_midnight(&mut self, minutes: i64) -> i64 {
        let limit = self.change.or(self.begins).unwrap_or(0).min(MORNING);
        let before = std::mem::replace(&mut self.before, minutes);
        if minutes < limit || minutes < MORNING && minutes < before {
            self.before = before.max(minutes);
            return minutes + DAY;
        }
        minutes
    }

    fn end(
        &mut self,
        place: Place,
        entry: &Entry,
        start: Moment,
        shown: Option<Wall>,
    ) -> Option<Moment> {
        let written = match entry.duration.is_empty() {
            true => &entry.end,
            false => &entry.duration,
        };
        if let Some(end) = times::iso(written) {
            let zone = &self.reading.zone;
            let instants = start
                .instant(zone, self.zones)
                .zip(end.instant(zone, self.zones));
            let length = match (start, end) {
                (Moment::Wall(start), Moment::Wall(end)) => Some(end.minutes() - start.minutes()),
                _ => instants.map(|(start, end)| end.0.saturating_sub(start.0)),
            };
            match length {
                Some(1..) => return Some(end),
                Some(0) => {}
                Some(_) => self.tell(place, Problem::EndBeforeStart, written),
                None => self.tell(place, Problem::BadTime, written),
            }
            return None;
        }
        let minutes = times::length(written).or_else(|| written.parse::<u16>().ok().map(i64::from));
        let Some(mut minutes) = minutes else {
            if !written.is_empty() {
                self.tell(place, Problem::BadTime, written);
            }
            return None;
        };
        if entry.duration.is_empty() {
            minutes = (minutes - i64::from(shown?.minute())).rem_euclid(DAY);
        }
        // A length of nothing is how an unknown one is written.
        start.plus(minutes).filter(|_| minutes > 0)
    }

    /// What the clocks of the event show at a time; those of its own offset where the zone is not
    /// known.
    fn shown(&self, time: &str) -> Option<Wall> {
        let at = match times::iso(time)? {
            Moment::Wall(shown) => return Some(shown),
            Moment::Instant(at) => at,
        };
        wall(at, &self.reading.zone, self.zones).or_else(|| {
            match times::iso(time.trim().get(..16)?)? {
                Moment::Wall(shown) => Some(shown),
                Moment::Instant(_) => None,
            }
        })
    }

    /// The same of an entry, whose `start` is what the clocks show even where `date` is in UTC.
    fn shown_start(&self, start: Moment, entry: &Entry) -> Option<Wall> {
        let at = match start {
            Moment::Wall(shown) => return Some(shown),
            Moment::Instant(at) => at,
        };
        if let Some(shown) = wall(at, &self.reading.zone, self.zones) {
            return Some(shown);
        }
        let written = self
            .shown(&entry.date)
            .or_else(|| self.shown(&entry.start))?;
        let Some(minutes) = times::length(&entry.start) else {
            return Some(written);
        };
        // From 11 hours behind to 13 ahead.
        let ahead = (minutes - i64::from(written.minute()) + 11 * 60).rem_euclid(DAY) - 11 * 60;
        written.plus(ahead)
    }

    /// A day may be written as it is in UTC, where it begins in the day before or the day after.
    fn session_day(&self, start: Option<Moment>, shown: Option<Wall>) -> Option<Date> {
        let written = self.day?;
        let Some(shown) = shown else {
            let begin = self
                .day_start
                .and_then(|begin| begin.wall(&self.reading.zone, self.zones));
            return begin.map(Wall::date).max(Some(written));
        };
        let begin = match (self.day_start, start) {
            (Some(Moment::Instant(begin)), Some(Moment::Instant(start))) => {
                shown.plus(begin.0.saturating_sub(start.0))
            }
            (Some(Moment::Wall(begin)), _) => Some(begin),
            _ => None,
        };
        let begins = begin.map_or(written, Wall::date);
        let last = written.max(begins);
        let date = shown.date();
        let nights = date.day_number() - last.day_number();
        let is_night = nights == 1 && i64::from(shown.minute()) < DAY / 2;
        Some(if is_night { last } else { date })
    }

    /// The name of an entry: in real files guids and, more often, ids are given twice.
    fn source_id(&mut self, place: Place, entry: &Entry, start: Option<Moment>) -> String {
        let mut id = entry.guid.clone();
        if id.is_empty() {
            if entry.id.is_empty() {
                return id;
            }
            id = with_slot(&entry.id, &entry.room, start);
        }
        if !self.names.insert(id.clone()) {
            self.tell(place, Problem::SameId, &entry.title);
            id = with_slot(&id, &entry.room, start);
            while !self.names.insert(id.clone()) {
                id = with_slot(&id, &self.entries.to_string(), None);
            }
        }
        id
    }
}

/// A name that is that of one slot only.
fn with_slot(id: &str, room: &str, start: Option<Moment>) -> String {
    let mut id = [id, " ", room].concat().trim_end().to_owned();
    let shown = match start {
        Some(Moment::Instant(Instant(at))) => Wall::from_minutes(at),
        Some(Moment::Wall(shown)) => Some(shown),
        None => None,
    };
    if let Some(shown) = shown {
        id.push(' ');
        id.push_str(&shown.to_string());
    }
    id
}

/// The day with which a time or a date begins.
fn day_of(text: &str) -> Option<Date> {
    Date::parse(text.trim().get(..10)?)
}

/// The subtitle, the abstract and the description, which often begins with the abstract.
fn about(entry: &Entry) -> String {
    let (summary, description) = (plain_text(&entry.summary), plain_text(&entry.description));
    let mut about = entry.subtitle.clone();
    let repeats = description.starts_with(&summary);
    for text in [if repeats { String::new() } else { summary }, description] {
        if !about.is_empty() && !text.is_empty() {
            about.push_str("\n\n");
        }
        about.push_str(&text);
    }
    about
}

fn is_service(words: &str) -> bool {
    let mut words = words.split_ascii_whitespace();
    let is_one = |word: &str| {
        let word = word.to_lowercase();
        SERVICES.split_ascii_whitespace().any(|known| known == word)
    };
    words.clone().next().is_some() && words.all(is_one)
}
