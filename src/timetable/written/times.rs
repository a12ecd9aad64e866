//! Times of day and lengths as people write them, in Japanese and English first. Knows no days.

use super::cursor::Cursor;

/// Minutes of half a day.
const HALF: u16 = 12 * 60;
const DAY: u16 = 24 * 60;

/// A time of day or two, in minutes after the midnight before: 25:30 is one of the next day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Times {
    pub start: u16,
    pub end: Option<u16>,
    /// Whether the start and the end may be those of a clock with twelve hours: `1:30` may be half
    /// past one after noon, `01:30` and `13:30` are not.
    pub are_twelve: (bool, bool),
}

/// The clocks that a time is of, if it says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Clocks {
    /// Those of the event.
    #[default]
    Own,
    /// So many minutes ahead of UTC.
    Ahead(i16),
    /// A name that several zones have, or one that is half a year's.
    Unknown,
}

/// One time. Without a mark it is a number, and only another time makes it one.
struct Clock {
    minutes: u16,
    /// Whether it says itself that it is before noon or after.
    half: Option<Half>,
    is_bare: bool,
    /// It is `9.30`, which may be the number of a section as well.
    is_pointed: bool,
    is_twelve: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Half {
    Morning,
    Afternoon,
}

/// `13:00`, `13時20分`, `午後1時`, `1:00 PM – 1:20 PM`, `9-10am`, `13:00〜`.
pub fn times(at: &mut Cursor) -> Option<Times> {
    let mut here = *at;
    let first = clock(&mut here)?;
    let mut after = here;
    if until(&mut after)
        && let Some(second) = clock(&mut after)
    {
        let between = &here.rest[..here.rest.len() - after.rest.len()];
        // `1 - 10:30` is the first of a list.
        let is_list = first.is_bare && second.half.is_none() && between.contains([':', '：']);
        let is_number = second.is_bare
            && (first.is_bare || first.half.is_none())
            && !(first.is_pointed && second.is_pointed);
        if !is_list && !is_number {
            *at = after;
            return Some(from_to(&first, &second));
        }
    }
    (!first.is_bare).then(|| *at = here)?;
    Some(Times {
        start: first.minutes,
        end: None,
        are_twelve: (first.is_twelve, false),
    })
}

/// A time of day alone; a bare number is none.
pub fn time(at: &mut Cursor) -> Option<u16> {
    let mut here = *at;
    let found = clock(&mut here).filter(|clock| !clock.is_bare)?;
    *at = here;
    Some(found.minutes)
}

/// Half of the day may be said once for both.
fn from_to(first: &Clock, second: &Clock) -> Times {
    let (mut start, mut end) = (first.minutes, second.minutes);
    if first.half.is_none() && second.half == Some(Half::Afternoon) && start + HALF <= end {
        start += HALF;
    }
    if first.half == Some(Half::Afternoon) && second.half.is_none() && end < start && end < HALF {
        end += HALF;
    }
    // Only an evening goes on after midnight.
    if end < start && start >= 18 * 60 && end <= HALF {
        end += DAY;
    }
    Times {
        start,
        end: Some(end),
        are_twelve: (first.is_twelve, second.is_twelve),
    }
}

fn clock(at: &mut Cursor) -> Option<Clock> {
    let mut here = *at;
    let mut half = half(&mut here);
    here.blanks();
    if half.is_none() && here.one_of(&["正午", "noon"]).is_some() {
        *at = here;
        return Some(Clock {
            minutes: HALF,
            half,
            is_bare: false,
            is_pointed: false,
            is_twelve: false,
        });
    }
    let hour_digits = here.digits();
    let hour = here.number(2)?;
    let is_pointed = hour_digits == 1 && here.peek() == Some('.');
    let minute = minute(&mut here, hour)?;
    let is_pointed = is_pointed && minute.is_some();
    let mut after = here;
    after.blanks();
    if half.is_none()
        && let Some(found) = self::half(&mut after)
    {
        half = Some(found);
        here = after;
    } else if after.word("uhr") {
        half = half.or((hour < 12).then_some(Half::Morning));
        here = after;
    }
    let is_bare = (minute.is_none() || is_pointed) && half.is_none();
    let is_twelve =
        half.is_none() && (1..=12).contains(&hour) && hour_digits == 1 + usize::from(hour > 9);
    if minute.is_some() {
        here.one_of(&["頃", "ごろ", "ころ"]);
    }
    let minute = minute.unwrap_or(0);
    let hour = match half {
        Some(Half::Afternoon) if hour < 12 => hour + 12,
        Some(Half::Morning) if hour == 12 => 0,
        _ => hour,
    };
    let minutes = hour * 60 + minute;
    (minute < 60 && minutes <= 30 * 60).then(|| *at = here)?;
    Some(Clock {
        minutes,
        half,
        is_bare,
        is_pointed,
        is_twelve,
    })
}

/// The minutes after an hour: `Some(None)` if there is no mark of any.
fn minute(at: &mut Cursor, hour: u16) -> Option<Option<u16>> {
    let mut here = *at;
    let found = if here.any(":∶.") {
        let is_point = at.peek() == Some('.');
        if is_point && here.digits() != 2 {
            return Some(None);
        }
        let minute = (here.digits() == 2).then(|| here.number(2))??;
        if is_point && matches!(here.peek(), Some('.' | '/' | '年' | '%')) {
            return None;
        }
        seconds(&mut here);
        // `13:30h`, `13:30 Uhr`.
        here.word("h");
        minute
    } else if here.eat('時') {
        if here.peek() == Some('間') {
            return None;
        }
        let number = here.number(2);
        here.eat('分');
        if here.eat('半') {
            30
        } else {
            number.unwrap_or(0)
        }
    } else if here.eat('h') && !here.peek().is_some_and(char::is_alphabetic) {
        let number = here.number(2);
        if number.is_none() && hour < 8 {
            return None;
        }
        number.unwrap_or(0)
    } else {
        return Some(None);
    };
    *at = here;
    Some(Some(found))
}

/// Seconds, which are dropped, and parts of them.
fn seconds(at: &mut Cursor) {
    let mut here = *at;
    if here.eat(':') && here.digits() == 2 && here.number(2).is_some() {
        *at = here;
        if here.eat('.') && here.number(4).is_some() {
            *at = here;
        }
    }
}

fn half(at: &mut Cursor) -> Option<Half> {
    const WORDS: [&str; 8] = ["午前", "a.m.", "a.m", "am", "午後", "p.m.", "p.m", "pm"];
    let found = at.one_of(&WORDS)?;
    Some(if found < 4 {
        Half::Morning
    } else {
        Half::Afternoon
    })
}

/// What stands between a start and an end.
pub fn until(at: &mut Cursor) -> bool {
    let mut here = *at;
    here.blanks();
    let mut found = here
        .one_of(&["から", "to", "until", "till", "bis", "…", "..."])
        .is_some();
    while here.any(DASHES) {
        found = true;
    }
    if found {
        here.blanks();
        *at = here;
    }
    found
}

/// Every dash, tilde and arrow that is put between two times; the full-width ones are plain here.
pub const DASHES: &str = "-‐‑‒–—―−~〜∼〰ーｰ→➡⇒>";

/// `JST`, `(UTC+9)`: whose clocks they are.
pub fn clocks(at: &mut Cursor) -> Clocks {
    const JAPAN: [&str; 2] = ["jst", "日本時間"];
    const UNKNOWN: [&str; 18] = [
        "cest", "cet", "cst", "cdt", "est", "edt", "mst", "mdt", "pst", "pdt", "bst", "ist",
        "eest", "eet", "aest", "aedt", "kst", "sgt",
    ];
    let mut here = *at;
    here.blanks();
    let is_in_brackets = here.any("([");
    here.blanks();
    let found = if here.one_of(&JAPAN).is_some() {
        Clocks::Ahead(9 * 60)
    } else if here.one_of(&["utc", "gmt"]).is_some() {
        Clocks::Ahead(ahead(&mut here).unwrap_or(0))
    } else if here.one_of(&UNKNOWN).is_some() {
        Clocks::Unknown
    } else {
        return Clocks::Own;
    };
    if !is_in_brackets || here.any(")]") {
        *at = here;
    }
    found
}

/// `+9`, `+09:00`, `-0330`.
fn ahead(at: &mut Cursor) -> Option<i16> {
    let mut here = *at;
    let sign = if here.any("+±") { 1 } else { -1 };
    if sign < 0 && !here.any("-−") {
        return None;
    }
    let number = here.number(4)?;
    let minutes = if number >= 100 {
        number / 100 * 60 + number % 100
    } else {
        number * 60 + if here.eat(':') { here.number(2)? } else { 0 }
    };
    (minutes < DAY).then(|| *at = here)?;
    Some(sign * minutes as i16)
}

/// `20分`, `(90 min)`, `1時間30分`, `1h`, `0:40`, `PT20M`, in minutes; a bare number is minutes if
/// that is said elsewhere.
pub fn length(at: &mut Cursor, bare: bool) -> Option<u16> {
    const HOURS: [&str; 7] = ["時間", "hours", "hour", "hrs", "hr", "std", "h"];
    const MINUTES: [&str; 10] = [
        "分間", "分", "minutes", "minute", "mins", "min.", "min", "m", "'", "′",
    ];
    let mut here = *at;
    here.one_of(&["約", "pt"]);
    let number = here.number(4)?;
    let mut found = number;
    if here.any(":") {
        let minutes = (here.digits() == 2).then(|| here.number(2))??;
        seconds(&mut here);
        (number < 100 && minutes < 60).then_some(())?;
        found = number * 60 + minutes;
    } else {
        let mut after = here;
        after.blanks();
        if after.one_of(&HOURS).is_some() || after.eat('h') {
            found = number.checked_mul(60)?;
            here = after;
            after.blanks();
            if let Some(more) = after.number(2) {
                after.blanks();
                after.one_of(&MINUTES);
                found = found.checked_add(more)?;
                here = after;
            } else if after.eat('半') {
                found = found.checked_add(30)?;
                here = after;
            }
        } else if after.one_of(&MINUTES).is_some() {
            here = after;
        } else if !bare {
            return None;
        }
    }
    (found > 0).then(|| *at = here)?;
    Some(found)
}
