//! When a copy of everything was last taken out of the browser, how long was written since, and
//! when the person is reminded of it. Must not know what was written.

use std::fmt;

use super::Date;

/// After so many minutes of writing without a copy the person is reminded.
const REMIND_AFTER: u32 = 20;

const MINUTE_MS: u64 = 60_000;

/// What this device knows of copies outside of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Outside {
    /// When the last one was taken out, in milliseconds since 1970.
    pub copied: Option<u64>,
    /// In how many minutes something was written since.
    minutes: u32,
    /// The minute since 1970 that was counted last.
    last: Option<u64>,
    /// The day on which the person was reminded last, and wanted no copy.
    declined: Option<Date>,
}

impl Outside {
    /// Reads what its `Display` writes; what cannot be read is not known.
    pub fn read(text: &str) -> Self {
        let mut words = text.split(' ');
        let mut word = || words.next().unwrap_or_default();
        Self {
            copied: word().parse().ok(),
            minutes: word().parse().unwrap_or_default(),
            last: word().parse().ok(),
            declined: Date::parse(word()),
        }
    }

    /// Something is written, at `now` in milliseconds since 1970. True if a minute was added.
    pub fn written(&mut self, now: u64) -> bool {
        let minute = now / MINUTE_MS;
        let is_new = self.last.replace(minute) != Some(minute);
        self.minutes = self.minutes.saturating_add(u32::from(is_new));
        is_new
    }

    /// A copy of everything is taken out.
    pub fn taken_out(&mut self, now: u64) {
        *self = Self {
            copied: Some(now),
            ..Self::default()
        };
    }

    /// The person wants no copy today.
    pub fn declined(&mut self, today: Option<Date>) {
        self.declined = today;
    }

    /// Whether the person is to be reminded: once a day.
    pub fn is_due(&self, today: Option<Date>) -> bool {
        self.minutes >= REMIND_AFTER && (today.is_none() || self.declined != today)
    }
}

impl fmt::Display for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |number: Option<u64>| number.map_or("-".into(), |it| it.to_string());
        let (copied, last) = (number(self.copied), number(self.last));
        write!(f, "{copied} {} {last} ", self.minutes)?;
        match self.declined {
            Some(day) => write!(f, "{day}"),
            None => f.write_str("-"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Option<Date> {
        Date::new(2026, 11, 28)
    }

    fn minutes(outside: &mut Outside, minutes: std::ops::Range<u64>) {
        for minute in minutes {
            outside.written(minute * MINUTE_MS);
            assert!(!outside.written(minute * MINUTE_MS + 59_999));
        }
    }

    #[test]
    fn twenty_minutes_of_writing_are_due_once_a_day() {
        let mut outside = Outside::default();
        assert!(!outside.is_due(day()));
        minutes(&mut outside, 0..10);
        // A pause is no writing.
        minutes(&mut outside, 500..509);
        assert!(!outside.is_due(day()));
        minutes(&mut outside, 509..510);
        assert!(outside.is_due(day()));
        outside.declined(day());
        assert!(!outside.is_due(day()));
        assert!(outside.is_due(Date::new(2026, 11, 29)));
    }

    #[test]
    fn a_copy_begins_anew() {
        let mut outside = Outside::default();
        minutes(&mut outside, 0..30);
        outside.taken_out(7);
        assert_eq!(outside.copied, Some(7));
        minutes(&mut outside, 30..49);
        assert!(!outside.is_due(day()));
        minutes(&mut outside, 49..50);
        assert!(outside.is_due(day()));
    }

    #[test]
    fn is_kept_as_a_line() {
        let mut outside = Outside::default();
        assert_eq!(Outside::read(&outside.to_string()), outside);
        outside.taken_out(1_795_000_000_000);
        minutes(&mut outside, 3..5);
        outside.declined(day());
        assert_eq!(outside.to_string(), "1795000000000 2 4 2026-11-28");
        assert_eq!(Outside::read(&outside.to_string()), outside);
        for strange in ["", "x", "- - - -", "1 2"] {
            assert!(!Outside::read(strange).is_due(day()), "{strange}");
        }
    }
}
