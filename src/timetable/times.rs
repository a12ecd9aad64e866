//! Dates, times and lengths as machines write them. How people write them is in the reader of
//! plain text.

use crate::domain::{Date, Instant, Moment, Wall};

/// A time of ISO 8601 in its usual form: `2026-11-28T13:07:00+09:00`, with `Z`, or without an
/// offset, which makes it a floating one. A space for the `T`, seconds, fractions and an offset
/// without its colon may be there; seconds are dropped.
pub fn iso(text: &str) -> Option<Moment> {
    let text = text.trim();
    let date = Date::parse(text.get(..10)?)?;
    let rest = text.get(10..)?.strip_prefix(['T', 't', ' '])?;
    let end = rest.find(['Z', 'z', '+', '-', '\u{2212}']);
    let (time, zone) = rest.split_at(end.unwrap_or(rest.len()));
    let shown = Wall::new(date, clock(time.split('.').next()?)?)?;
    if zone.is_empty() {
        return Some(Moment::Wall(shown));
    }
    let at = shown.minutes().checked_sub(i64::from(offset(zone)?))?;
    Some(Moment::Instant(Instant(at)))
}

/// Minutes ahead of UTC: `Z`, `+09:00`, `-0330`, `+09`.
fn offset(text: &str) -> Option<i32> {
    if matches!(text, "Z" | "z") {
        return Some(0);
    }
    let mut signs = text.chars();
    let sign = if signs.next()? == '+' { 1 } else { -1 };
    let digits: String = signs.as_str().chars().filter(|c| *c != ':').collect();
    let (hours, minutes) = (number(digits.get(..2)?)?, digits.get(2..)?);
    let minutes = if minutes.is_empty() {
        0
    } else {
        number(minutes)?
    };
    (digits.len() <= 4 && hours < 24 && minutes < 60)
        .then(|| sign * i32::from(hours * 60 + minutes))
}

/// A time of day, `13:07` or `13:07:30`, as minutes; `24:00` is none.
pub fn clock(text: &str) -> Option<u16> {
    let minutes = length(text)?;
    (minutes < 24 * 60).then_some(minutes as u16)
}

/// A length, `00:40`, `1:05` or `00:40:00`, in minutes; hours may go up to 99.
pub fn length(text: &str) -> Option<i64> {
    let mut parts = text.trim().split(':');
    let (hours, minutes) = (number(parts.next()?)?, number(parts.next()?)?);
    let seconds = parts.next().map_or(Some(0), number)?;
    let fits = hours < 100 && minutes < 60 && seconds < 61 && parts.next().is_none();
    fits.then(|| i64::from(hours) * 60 + i64::from(minutes))
}

/// One or two digits.
fn number(text: &str) -> Option<u16> {
    let digits = matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(moment: Option<Moment>) -> String {
        match moment {
            None => "none".into(),
            Some(Moment::Wall(wall)) => wall.to_string(),
            Some(Moment::Instant(Instant(at))) => {
                format!("{}Z", Wall::from_minutes(at).expect("a time"))
            }
        }
    }

    #[test]
    fn reads_times_with_an_offset_and_without() {
        for (text, expected) in [
            ("2026-11-28T13:07:00+09:00", "2026-11-28T04:07Z"),
            ("2026-11-28T13:07:00.000+0900", "2026-11-28T04:07Z"),
            ("2026-11-28T00:30Z", "2026-11-28T00:30Z"),
            ("2026-11-28 00:30:59-03:30", "2026-11-28T04:00Z"),
            ("2026-11-28T13:07+09", "2026-11-28T04:07Z"),
            ("2021-10-15T12:30:00", "2021-10-15T12:30"),
            (" 2021-10-15T9:05 ", "2021-10-15T09:05"),
        ] {
            assert_eq!(shown(iso(text)), expected, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_time() {
        for text in [
            "",
            "2026-11-28",
            "2026-11-28T",
            "2026-11-28T24:00",
            "2026-11-31T10:00",
            "2026-11-28T10:60",
            "2026-11-28T10:00+25:00",
            "2026-11-28T10:00+",
            "2026-11-28T10:00+0",
            "2026-11-28T10:00+09:00:00",
            "２０２６-11-28T10:00",
            "9999-12-31T23:59あ",
        ] {
            assert_eq!(shown(iso(text)), "none", "{text}");
        }
    }

    #[test]
    fn reads_lengths() {
        for (text, minutes) in [
            ("00:40", Some(40)),
            ("1:05", Some(65)),
            ("00:40:00", Some(40)),
            ("30:00", Some(1_800)),
            ("100:00", None),
            ("40", None),
            ("-1:00", None),
            ("00:40:00:00", None),
        ] {
            assert_eq!(length(text), minutes, "{text}");
        }
        assert_eq!(clock("24:00"), None);
        assert_eq!(clock("23:59"), Some(1_439));
    }
}
