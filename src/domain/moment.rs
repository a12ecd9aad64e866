//! Points in time, to the minute: of the whole world, or as a clock on some wall shows them.
//!
//! What a time zone does at a moment comes in as [`Zones`]; no rule of any zone is in here.

use std::fmt;

use super::Date;

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// Minutes since 1970-01-01T00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Instant(pub i64);

/// A day and a minute of it as the clocks of some place show them: which place, it does not say.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Wall {
    date: Date,
    /// 0 to 1439.
    minute: u16,
}

impl Wall {
    /// `None` if a day has no such minute.
    pub fn new(date: Date, minute: u16) -> Option<Self> {
        (i64::from(minute) < DAY).then_some(Self { date, minute })
    }

    pub fn date(self) -> Date {
        self.date
    }

    /// 0 to 1439.
    pub fn minute(self) -> u16 {
        self.minute
    }

    /// So many minutes later, or earlier; `None` outside the years of [`Date`].
    pub fn plus(self, minutes: i64) -> Option<Self> {
        Self::from_minutes(self.minutes().checked_add(minutes)?)
    }

    /// Minutes since 1970-01-01 00:00 on the same clock.
    pub fn minutes(self) -> i64 {
        i64::from(self.date.day_number()) * DAY + i64::from(self.minute)
    }

    /// The inverse of [`Wall::minutes`].
    pub fn from_minutes(minutes: i64) -> Option<Self> {
        let day = i32::try_from(minutes.div_euclid(DAY)).ok()?;
        let minute = u16::try_from(minutes.rem_euclid(DAY)).ok()?;
        Self::new(Date::from_day_number(day)?, minute)
    }
}

impl fmt::Display for Wall {
    /// `2026-11-28T13:07`, as ISO 8601 has it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute) = (self.minute / 60, self.minute % 60);
        write!(f, "{}T{hour:02}:{minute:02}", self.date)
    }
}

/// When something is, as far as its source says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moment {
    /// The same everywhere.
    Instant(Instant),
    /// A floating time (RFC 5545, 3.3.5): it belongs to the event, in whose zone it is read.
    Wall(Wall),
}

impl Moment {
    /// So many minutes later; `None` outside the years of [`Date`].
    pub fn plus(self, minutes: i64) -> Option<Self> {
        Some(match self {
            Self::Instant(Instant(at)) => Self::Instant(Instant(at.checked_add(minutes)?)),
            Self::Wall(wall) => Self::Wall(wall.plus(minutes)?),
        })
    }

    /// The instant, for an event in this zone; `None` if the zone is not known.
    pub fn instant(self, zone: &str, zones: &dyn Zones) -> Option<Instant> {
        match self {
            Self::Instant(at) => Some(at),
            Self::Wall(wall) => instant(wall, zone, zones),
        }
    }

    /// What the clocks of the event show, for an event in this zone; `None` if the zone is not
    /// known.
    pub fn wall(self, zone: &str, zones: &dyn Zones) -> Option<Wall> {
        match self {
            Self::Instant(at) => wall(at, zone, zones),
            Self::Wall(wall) => Some(wall),
        }
    }
}

/// What clocks do in the zones of the IANA database.
pub trait Zones {
    /// How many minutes the clocks of a zone are ahead of UTC at an instant; `None` if the zone is
    /// not known.
    fn offset(&self, zone: &str, at: Instant) -> Option<i32>;
}

/// What the clocks of a zone show at an instant.
pub fn wall(at: Instant, zone: &str, zones: &dyn Zones) -> Option<Wall> {
    let offset = zones.offset(zone, at)?;
    Wall::from_minutes(at.0.checked_add(i64::from(offset))?)
}

/// The instant at which the clocks of a zone show this. A time that is shown twice, when clocks go
/// back, is the first; one that is left out, when they go forward, is as long after the change as
/// it would have been (RFC 5545, 3.3.5, asks for both).
pub fn instant(shown: Wall, zone: &str, zones: &dyn Zones) -> Option<Instant> {
    let minutes = shown.minutes();
    let with = |offset: i32| Instant(minutes - i64::from(offset));
    // No zone is a day away from UTC, and none changes its clocks twice in two days.
    let before = zones.offset(zone, Instant(minutes - DAY))?;
    let after = zones.offset(zone, Instant(minutes + DAY))?;
    let fits = |offset: &i32| zones.offset(zone, with(*offset)) == Some(*offset);
    let offset = [before, after].into_iter().find(fits).unwrap_or(before);
    Some(with(offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A zone as Berlin has it in 2026: an hour ahead, two from 29 March to 25 October.
    struct Berlin;

    impl Zones for Berlin {
        fn offset(&self, zone: &str, at: Instant) -> Option<i32> {
            let change = |month, day| {
                let date = Date::new(2026, month, day).expect("a day");
                Wall::new(date, 60).expect("one o'clock").minutes()
            };
            let summer = (change(3, 29)..change(10, 25)).contains(&at.0);
            (zone == "Europe/Berlin").then_some(if summer { 120 } else { 60 })
        }
    }

    fn at(text: &str) -> Wall {
        let (date, time) = text.split_once('T').expect("a date and a time");
        let (hour, minute) = time.split_once(':').expect("hours and minutes");
        let number = |text: &str| text.parse::<u16>().expect("a number");
        let date = Date::parse(date).expect("a day");
        Wall::new(date, number(hour) * 60 + number(minute)).expect("a minute")
    }

    fn check(shown: &str, utc: &str) {
        let found = instant(at(shown), "Europe/Berlin", &Berlin).expect("the zone is known");
        assert_eq!(Wall::from_minutes(found.0), Some(at(utc)), "{shown}");
    }

    #[test]
    fn reads_what_the_clocks_of_a_zone_show() {
        check("2026-01-15T12:00", "2026-01-15T11:00");
        check("2026-07-15T00:30", "2026-07-14T22:30");
        // Shown twice: the first. Left out: as long after the change.
        check("2026-10-25T02:30", "2026-10-25T00:30");
        check("2026-03-29T02:30", "2026-03-29T01:30");
        check("2026-10-25T03:00", "2026-10-25T02:00");
        check("2026-03-29T03:00", "2026-03-29T01:00");
        assert_eq!(instant(at("2026-01-15T12:00"), "Nowhere", &Berlin), None);
    }

    #[test]
    fn shows_what_it_has_read() {
        for shown in ["2026-01-15T12:00", "2026-07-15T00:30", "2026-10-25T02:30"] {
            let found = instant(at(shown), "Europe/Berlin", &Berlin).expect("the zone is known");
            assert_eq!(wall(found, "Europe/Berlin", &Berlin), Some(at(shown)));
        }
    }

    #[test]
    fn goes_over_midnight_and_no_further_than_the_calendar() {
        let evening = at("2026-12-31T23:50");
        assert_eq!(evening.plus(20), Some(at("2027-01-01T00:10")));
        assert_eq!(at("2027-01-01T00:10").plus(-20), Some(evening));
        assert_eq!(evening.plus(i64::MAX), None);
        assert_eq!(at("9999-12-31T23:59").plus(1), None);
        assert_eq!(evening.to_string(), "2026-12-31T23:50");
    }
}
