//! Dates as people write them: with and without a year, as the n-th day, as a day of the week.
//! Which day of the calendar that is, [`super::days`] decides.

use super::cursor::Cursor;
use super::times::DASHES;
use crate::domain::Date;

/// A date as it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Written {
    Day(Date),
    /// Month and day.
    Yearless(u8, u8),
    /// `3/4/2026`, in the order of the United States and in that of most others.
    Either(Date, Date),
    /// The n-th day of the event.
    Nth(u16),
    /// From Monday, 0.
    Weekday(u8),
}

/// A date, with the day of the week before and after it. A day of the week alone is one as well.
pub fn date(at: &mut Cursor) -> Option<Written> {
    let mut here = *at;
    let weekday = weekday(&mut here);
    if weekday.is_some() {
        *at = here;
        here.any(".,");
        here.blanks();
    }
    let Some(found) = nth(&mut here)
        .or_else(|| year_first(&mut here))
        .or_else(|| month_first(&mut here))
        .or_else(|| day_first(&mut here))
    else {
        return weekday.map(Written::Weekday);
    };
    *at = here;
    note(at);
    Some(found)
}

/// `Day 1`, `1日目`, `第1日`.
fn nth(at: &mut Cursor) -> Option<Written> {
    let mut here = *at;
    let is_named = here.one_of(&["day", "tag", "jour"]).is_some();
    let is_counted = !is_named && here.eat('第');
    here.blanks();
    here.eat('#');
    let number = here.number(2).filter(|n| *n > 0)?;
    let is_counted = is_counted && here.word("日") || !is_named && here.word("日目");
    here.word("目");
    (is_named || is_counted).then(|| *at = here)?;
    Some(Written::Nth(number))
}

/// `2026-11-28`, `2026/11/28`, `2026年11月28日`, `令和8年11月28日`, `2026 Nov 28`.
fn year_first(at: &mut Cursor) -> Option<Written> {
    let mut here = *at;
    let year = match here.one_of(&["令和", "平成"]) {
        Some(era) => {
            let year = here.number(2).or(here.eat('元').then_some(1))?;
            year + if era == 0 { 2018 } else { 1988 }
        }
        None => (here.digits() == 4).then(|| here.number(4))??,
    };
    let month = if here.any("-/.年") {
        here.blanks();
        let month = here.number(2)?;
        here.any("-/.月").then_some(())?;
        month
    } else {
        here.blanks();
        month(&mut here)?
    };
    here.blanks();
    let day = here.number(2)?;
    here.eat('日');
    let found = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    *at = here;
    Some(Written::Day(found))
}

/// `Nov 28, 2026`, `November 28th`, `Nov 28–29, 2026`.
fn month_first(at: &mut Cursor) -> Option<Written> {
    let mut here = *at;
    let month = month(&mut here)?;
    here.eat('.');
    here.blanks();
    let day = here.number(2)?;
    here.one_of(&["st", "nd", "rd", "th"]);
    let mut after = here;
    after.blanks();
    if after.any(DASHES) {
        after.blanks();
        if after.number(2).is_some() && after.peek() != Some(':') {
            here = after;
        }
    }
    let year = year(&mut here);
    *at = here;
    whole(year, month, day)
}

/// `28 November 2026`, `28. Nov`, `11月28日`, `11/28`, `28.11.2026`, `11/28/2026`.
fn day_first(at: &mut Cursor) -> Option<Written> {
    let mut here = *at;
    (here.digits() <= 2).then_some(())?;
    let first = here.number(2)?;
    let found = if here.eat('月') {
        let day = here.number(2)?;
        here.eat('日');
        whole(None, first, day)?
    } else if here.eat('/') {
        let second = here.number(2)?;
        let year = here.eat('/').then(|| short_year(&mut here)).flatten();
        either(year, first, second)?
    } else if here.any(".-") && here.peek().is_some_and(|c| c.is_ascii_digit()) {
        let month = here.number(2)?;
        // Without a year only the second point tells it from a time.
        let has_point = here.peek() == Some('.');
        here.any(".-").then_some(())?;
        let year = short_year(&mut here);
        whole(year, month, first).filter(|_| year.is_some() || has_point)?
    } else {
        here.one_of(&["st", "nd", "rd", "th"]);
        here.blanks();
        here.word("of");
        here.any("-");
        here.blanks();
        let month = month(&mut here)?;
        here.any(".-");
        let year = year(&mut here);
        whole(year, month, first)?
    };
    *at = here;
    Some(found)
}

fn either(year: Option<u16>, first: u16, second: u16) -> Option<Written> {
    let (american, other) = (whole(year, first, second), whole(year, second, first));
    match (american, other) {
        (Some(Written::Day(american)), Some(Written::Day(other))) => {
            Some(Written::Either(american, other))
        }
        _ => american.or(other),
    }
}

fn whole(year: Option<u16>, month: u16, day: u16) -> Option<Written> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    // A leap year has every day that any has.
    let exists = Date::new(year.unwrap_or(2000), month, day)?;
    Some(year.map_or(Written::Yearless(month, day), |_| Written::Day(exists)))
}

fn short_year(at: &mut Cursor) -> Option<u16> {
    match at.digits() {
        4 => at.number(4),
        2 => at.number(2).map(|year| 2000 + year),
        _ => None,
    }
}

/// A year that follows, after a comma or a blank.
fn year(at: &mut Cursor) -> Option<u16> {
    let mut here = *at;
    here.any(",");
    here.blanks();
    let found = (here.digits() == 4).then(|| here.number(4)).flatten()?;
    let fits = (1900..2200).contains(&found) && here.peek() != Some(':');
    fits.then(|| *at = here)?;
    Some(found)
}

/// The name of a month or its first letters, in English, German and French.
fn month(at: &mut Cursor) -> Option<u16> {
    const NAMES: [(&str, u16); 25] = [
        ("january", 1),
        ("februar", 2),
        ("february", 2),
        ("march", 3),
        ("april", 4),
        ("may", 5),
        ("june", 6),
        ("july", 7),
        ("august", 8),
        ("september", 9),
        ("october", 10),
        ("november", 11),
        ("december", 12),
        ("januar", 1),
        ("märz", 3),
        ("mai", 5),
        ("juni", 6),
        ("juli", 7),
        ("oktober", 10),
        ("dezember", 12),
        ("janvier", 1),
        ("février", 2),
        ("août", 8),
        ("octobre", 10),
        ("décembre", 12),
    ];
    let mut here = *at;
    let word = here.letters();
    let long_enough = word.chars().nth(2).is_some();
    let found = NAMES
        .iter()
        .find(|(name, _)| long_enough && name.starts_with(&word))?;
    *at = here;
    Some(found.1)
}

/// The day of the week after a date, in brackets or not: `(土・祝)`, `, Saturday`.
fn note(at: &mut Cursor) {
    let mut here = *at;
    here.blanks();
    if here.any("([") {
        let inside = here;
        let is_day = here.any("月火水木金土日") || weekday(&mut here).is_some();
        let end = inside
            .rest
            .char_indices()
            .take(12)
            .find(|(_, c)| matches!(c, ')' | '）' | ']'));
        if let (true, Some((end, c))) = (is_day, end) {
            at.rest = &inside.rest[end + c.len_utf8()..];
        }
        return;
    }
    here.any(",");
    here.blanks();
    if weekday(&mut here).is_some() {
        *at = here;
    }
}

fn weekday(at: &mut Cursor) -> Option<u8> {
    const ENGLISH: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let mut here = *at;
    let found = if let Some(day) =
        here.one_of(&["月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜"])
    {
        here.eat('日');
        day
    } else {
        let word = here.letters();
        let long_enough = word.len() >= 3;
        here.eat('.');
        ENGLISH
            .iter()
            .position(|name| long_enough && name.starts_with(&word))?
    };
    *at = here;
    Some(found as u8)
}
