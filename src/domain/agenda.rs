//! A programme as the days of the event go: what is when, what runs now, what overlaps.
//!
//! Knows the clocks of the event through [`Zones`] alone, and which sessions are starred through
//! its arguments.

use std::collections::BTreeMap;

use super::sorted_by_key;
use super::{Date, Instant, Listed, Programme, SessionId, Wall, Zones, wall};

/// Until this minute of a day what starts belongs to the evening before, if that was a day of the
/// programme. Talks at camps and congresses were seen to start up to 05:00; none of a morning
/// starts before.
const NIGHT_ENDS: u16 = 5 * 60;

/// How long a session of which nobody says when it ends goes on at most, in minutes.
const LONGEST_OPEN: i64 = 60;

/// When a session is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slot {
    pub id: SessionId,
    /// On which day of the programme; `None` for a session without a time and a day.
    pub day: Option<Date>,
    /// On the clocks of the event.
    pub start: Option<Wall>,
    pub end: Option<Wall>,
    /// When it runs; empty without a start. Where the source has no end, it ends with the next
    /// session in its room.
    pub runs: Option<(Instant, Instant)>,
}

/// All sessions of a programme in the order of time, those without one at the end.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Agenda {
    pub slots: Vec<Slot>,
    /// The days of the programme, in order.
    pub days: Vec<Date>,
    /// The tracks, or where there are none the rooms, in the order of the programme.
    pub tracks: Vec<String>,
    /// Where each session stands in `slots`, and where in the programme.
    places: BTreeMap<SessionId, (usize, usize)>,
}

/// In which column of a timetable a session stands: its track, or where it has none its room.
pub fn track(listed: &Listed) -> &str {
    match listed.session.track.as_str() {
        "" => &listed.session.room,
        track => track,
    }
}

impl Agenda {
    /// The programme of an event in this zone.
    pub fn of(programme: &Programme, zone: &str, zones: &dyn Zones) -> Self {
        let mut slots: Vec<(usize, Slot)> = Vec::with_capacity(programme.sessions.len());
        let mut tracks: Vec<String> = Vec::new();
        for (at, listed) in programme.sessions.iter().enumerate() {
            let track = track(listed);
            if !track.is_empty() && !tracks.iter().any(|known| known == track) {
                tracks.push(track.to_owned());
            }
            slots.push((at, slot(listed, zone, zones)));
        }
        put_nights_to_their_evenings(&mut slots, programme);
        let mut slots = sorted_by_key(slots, |(at, slot)| {
            let runs = slot.runs.map(|(start, _)| start.0).unwrap_or(i64::MAX);
            (slot.day.is_none(), slot.day, runs, *at)
        });
        close(&mut slots, programme);
        let mut days: Vec<Date> = slots.iter().filter_map(|(_, slot)| slot.day).collect();
        days.dedup();
        let mut places = BTreeMap::new();
        for (place, (at, slot)) in slots.iter().enumerate() {
            places.insert(slot.id.clone(), (place, *at));
        }
        let slots = slots.into_iter().map(|(_, slot)| slot).collect();
        Self {
            slots,
            days,
            tracks,
            places,
        }
    }

    /// When a session is.
    pub fn slot(&self, id: &SessionId) -> Option<&Slot> {
        self.slots.get(self.places.get(id)?.0)
    }

    /// A session of the programme that this was made of.
    pub fn listed<'p>(&self, programme: &'p Programme, id: &SessionId) -> Option<&'p Listed> {
        programme.sessions.get(self.places.get(id)?.1)
    }

    /// What runs at an instant, in the order of their starts.
    pub fn running(&self, now: Instant) -> impl Iterator<Item = &Slot> {
        let on = move |slot: &&Slot| slot.runs.is_some_and(|(a, b)| a <= now && now < b);
        self.slots.iter().filter(on)
    }

    /// Which of these sessions start next after an instant: all that have the first start there is.
    pub fn next<'a, 't>(
        &'a self,
        now: Instant,
        those: &'t dyn Fn(&SessionId) -> bool,
    ) -> impl Iterator<Item = &'a Slot> + use<'a, 't> {
        let start = move |slot: &Slot| {
            let start = slot.runs.map(|(start, _)| start);
            start.filter(|start| *start > now && those(&slot.id))
        };
        let first = self.slots.iter().filter_map(start).min();
        let first_ones = move |slot: &&Slot| first.is_some() && start(slot) == first;
        self.slots.iter().filter(first_ones)
    }

    /// Which of these sessions began before an instant, the latest first.
    pub fn began<'a>(
        &'a self,
        now: Instant,
        those: &'a dyn Fn(&SessionId) -> bool,
    ) -> impl Iterator<Item = &'a Slot> {
        let began =
            move |slot: &&Slot| slot.runs.is_some_and(|(start, _)| start <= now) && those(&slot.id);
        self.slots.iter().rev().filter(began)
    }

    /// Which of these sessions run at the same time as this one. Where one ends when the other
    /// starts, one can hear both.
    pub fn overlapping<'a>(
        &'a self,
        id: &'a SessionId,
        those: &'a dyn Fn(&SessionId) -> bool,
    ) -> impl Iterator<Item = &'a Slot> {
        let own = self.slot(id).and_then(|slot| slot.runs);
        self.slots.iter().filter(move |slot| {
            let both = own.zip(slot.runs);
            both.is_some_and(|((a, b), (c, d))| a < d && c < b) && slot.id != *id && those(&slot.id)
        })
    }
}

fn slot(listed: &Listed, zone: &str, zones: &dyn Zones) -> Slot {
    let session = &listed.session;
    let shown = |moment: super::Moment| moment.wall(zone, zones);
    let start = session.start.and_then(shown);
    let at = session.start.and_then(|moment| moment.instant(zone, zones));
    let until = session.end.and_then(|moment| moment.instant(zone, zones));
    let end = session.end.and_then(shown);
    Slot {
        id: listed.id.clone(),
        day: session.day.or(start.map(Wall::date)),
        start,
        end,
        runs: at.map(|at| (at, until.filter(|until| *until >= at).unwrap_or(at))),
    }
}

/// What starts at night stands on the evening before, unless the source has said on which day.
fn put_nights_to_their_evenings(slots: &mut [(usize, Slot)], programme: &Programme) {
    let days: Vec<Date> = slots.iter().filter_map(|(_, slot)| slot.day).collect();
    for (at, slot) in slots {
        let said = programme.sessions[*at].session.day.is_some();
        let night = slot
            .start
            .filter(|start| !said && start.minute() < NIGHT_ENDS);
        let before = night.and_then(|start| Date::from_day_number(start.date().day_number() - 1));
        slot.day = before.filter(|day| days.contains(day)).or(slot.day);
    }
}

/// Gives an end to what has none: the next start in the same room and track.
fn close(slots: &mut [(usize, Slot)], programme: &Programme) {
    let place = |at: usize| {
        let session = &programme.sessions[at].session;
        (&session.room, &session.track)
    };
    let mut next: BTreeMap<_, Instant> = BTreeMap::new();
    for (at, slot) in slots.iter_mut().rev() {
        let Some((start, end)) = &mut slot.runs else {
            continue;
        };
        let latest = Instant(start.0.saturating_add(LONGEST_OPEN));
        if end <= start {
            let next = next.get(&place(*at)).filter(|next| *next > start);
            *end = next.map_or(latest, |next| (*next).min(latest));
        }
        next.insert(place(*at), *start);
    }
}

/// Whether two zones show different times at an instant; `None` if one is not known.
pub fn differ(one: &str, other: &str, at: Instant, zones: &dyn Zones) -> Option<bool> {
    Some(wall(at, one, zones)? != wall(at, other, zones)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{EventId, Moment, Session};

    /// A zone in which the clocks are an hour ahead.
    struct HourAhead;

    impl Zones for HourAhead {
        fn offset(&self, zone: &str, _: Instant) -> Option<i32> {
            (zone == "ahead").then_some(60)
        }
    }

    fn date(day: u8) -> Date {
        Date::new(2026, 11, day).expect("a day")
    }

    fn minute(text: &str) -> u16 {
        let (hour, minute) = text.split_once(':').expect("hours and minutes");
        let number = |text: &str| text.parse::<u16>().expect("a number");
        number(hour) * 60 + number(minute)
    }

    fn at(text: &str) -> Wall {
        let (day, time) = text.split_once(' ').expect("a day and a time");
        Wall::new(date(day.parse().expect("a day")), minute(time)).expect("a minute")
    }

    /// A programme of `title day start end room`; `-` for what is not there.
    fn programme(lines: &[&str]) -> Programme {
        let issue = lines.iter().map(|line| {
            let words: Vec<&str> = line.split(' ').collect();
            let time = |word: &str| {
                let there = (word != "-").then(|| at(&format!("{} {word}", words[1])));
                there.map(Moment::Wall)
            };
            Session {
                title: words[0].into(),
                start: time(words[2]),
                end: time(words[3]),
                room: words.get(4).unwrap_or(&"").to_string(),
                ..Session::default()
            }
        });
        Programme::new(EventId::from_text("e"))
            .take_in(issue.collect())
            .0
    }

    fn names<'a>(programme: &Programme, slots: impl Iterator<Item = &'a Slot>) -> String {
        let title = |slot: &Slot| {
            programme
                .get(&slot.id)
                .expect("it is there")
                .session
                .title
                .clone()
        };
        slots.map(title).collect::<Vec<_>>().join(" ")
    }

    fn now(text: &str) -> Instant {
        Instant(at(text).minutes() - 60)
    }

    const DAY: [&str; 7] = [
        "late 28 16:00 17:00 A",
        "a 28 10:00 10:40 A",
        "b 28 10:00 10:20 B",
        "c 28 10:20 10:50 B",
        "open 28 11:00 - A",
        "after 28 11:30 11:40 A",
        "second 29 10:00 11:00 A",
    ];

    #[test]
    fn everything_stands_in_the_order_of_time() {
        let programme = programme(&DAY);
        let agenda = Agenda::of(&programme, "ahead", &HourAhead);
        assert_eq!(
            names(&programme, agenda.slots.iter()),
            "a b c open after late second"
        );
        assert_eq!(agenda.days, [date(28), date(29)]);
        assert_eq!(agenda.tracks, ["A", "B"]);
    }

    #[test]
    fn knows_what_runs_and_what_comes_next() {
        let programme = programme(&DAY);
        let agenda = Agenda::of(&programme, "ahead", &HourAhead);
        for (time, running, next) in [
            ("28 09:59", "", "a b"),
            ("28 10:00", "a b", "c"),
            ("28 10:20", "a c", "open"),
            ("28 10:40", "c", "open"),
            // It has no end: until the next one in its room.
            ("28 11:29", "open", "after"),
            ("28 11:30", "after", "late"),
            ("29 10:59", "second", ""),
        ] {
            assert_eq!(
                names(&programme, agenda.running(now(time))),
                running,
                "{time}"
            );
            assert_eq!(
                names(&programme, agenda.next(now(time), &|_| true)),
                next,
                "{time}"
            );
        }
    }

    #[test]
    fn what_touches_does_not_overlap() {
        let programme = programme(&DAY);
        let agenda = Agenda::of(&programme, "ahead", &HourAhead);
        let overlapping = |title: &str| {
            let listed = programme
                .sessions
                .iter()
                .find(|it| it.session.title == title);
            let id = &listed.expect("it is there").id;
            names(&programme, agenda.overlapping(id, &|_| true))
        };
        assert_eq!(overlapping("a"), "b c");
        assert_eq!(overlapping("b"), "a");
        assert_eq!(overlapping("open"), "");
    }

    #[test]
    fn what_starts_at_night_belongs_to_the_evening_before() {
        let programme = programme(&["x 28 23:00 23:50", "y 29 00:30 01:00", "z 29 05:00 06:00"]);
        let agenda = Agenda::of(&programme, "ahead", &HourAhead);
        let days: Vec<_> = agenda.slots.iter().map(|slot| slot.day).collect();
        assert_eq!(days, [Some(date(28)), Some(date(28)), Some(date(29))]);
        // Where the evening before is no day of the programme, it is its own.
        let alone = self::programme(&["y 29 00:30 01:00"]);
        let agenda = Agenda::of(&alone, "ahead", &HourAhead);
        assert_eq!(agenda.days, [date(29)]);
    }

    #[test]
    fn a_session_without_a_time_stands_at_the_end() {
        let programme = programme(&["x 28 - -", "y 28 10:00 11:00"]);
        let agenda = Agenda::of(&programme, "ahead", &HourAhead);
        assert_eq!(names(&programme, agenda.slots.iter()), "y x");
        assert_eq!(agenda.running(now("28 10:30")).count(), 1);
    }
}
