//! Values of the types DATE, DATE-TIME and DURATION (RFC 5545, 3.3.4 to 3.3.6), also in the forms
//! of ISO 8601 that people take for them.
//!
//! Must not know any zone.

use crate::domain::{Date, Moment};
use crate::timetable::times;

/// When something is: a day, or a time of which the zone may stand beside.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum When {
    Day(Date),
    At(Moment),
}

/// `20201128T130700Z`, `20201128T130700`, `20201128`, and `2020-11-28T13:07:00+09:00`.
pub fn when(value: &str) -> Option<When> {
    let value = value.trim();
    // No time is longer, and what is longer is not read several times.
    if value.len() > 40 || !value.is_ascii() {
        return None;
    }
    let digits = leading_digits(value);
    let (date, rest) = match digits {
        8.. => value.split_at(8),
        _ => value.split_at_checked(10)?,
    };
    let date = match digits {
        8.. => [&date[..4], "-", &date[4..6], "-", &date[6..]].concat(),
        _ => date.into(),
    };
    let rest = rest.strip_prefix(['T', 't', ' ']).unwrap_or(rest);
    if rest.is_empty() {
        return Date::parse(&date).map(When::Day);
    }
    let (clock, zone) = rest.split_at(leading_digits(rest));
    let clock = match clock.len() {
        4 | 6 => [&clock[..2], ":", &clock[2..4]].concat(),
        _ => clock.into(),
    };
    // Midnight as the end of a day.
    let (clock, later) = match clock.strip_prefix("24") {
        Some(rest) => (["00", rest].concat(), 24 * 60),
        None => (clock, 0),
    };
    let moment = times::iso(&[&date, "T", &clock, zone].concat())?;
    moment.plus(later).map(When::At)
}

fn leading_digits(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len()
}

/// A year in seconds: what is longer is no session.
const LONGEST: i64 = 366 * 86_400;

/// Minutes: `PT1H30M`, `P1DT2H`, `P1W`; also `01:30`, which is none.
pub fn duration(value: &str) -> Option<i64> {
    let value = value.trim();
    let Some(mut rest) = value.trim_start_matches('+').strip_prefix(['P', 'p']) else {
        return times::length(value);
    };
    let mut seconds: i64 = 0;
    let mut is_time = false;
    if !rest.ends_with(|c: char| c.is_ascii_alphabetic() && !matches!(c, 'T' | 't')) {
        return None;
    }
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(['T', 't']) {
            (rest, is_time) = (after, true);
            continue;
        }
        let (number, after) = rest.split_at(leading_digits(rest));
        let unit = after.bytes().next()?.to_ascii_uppercase();
        let unit = match (unit, is_time) {
            (b'W', _) => 7 * 86_400,
            (b'D', _) => 86_400,
            (b'H', _) => 3_600,
            (b'M', true) => 60,
            (b'S', _) => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(number.parse::<i64>().ok()?.checked_mul(unit)?)?;
        rest = &after[1..];
    }
    (seconds <= LONGEST).then_some(seconds / 60)
}
