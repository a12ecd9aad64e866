//! Calendar days without a time zone: a conference's day is the day on its
//! poster. Proleptic Gregorian, as ISO 8601 has it.

use std::fmt;

/// A day of the week, Monday first as in ISO 8601.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// A day of the calendar, years 1 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// `None` for a day that the calendar does not have.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `2026-04-17`, the form of ISO 8601 and of `<input type="date">`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        (year.len() == 4 && month.len() == 2 && day.len() == 2).then_some(())?;
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    pub fn year(self) -> u16 {
        self.year
    }

    /// 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day of the week, by Sakamoto's method.
    pub fn weekday(self) -> Weekday {
        const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        const FROM_SUNDAY: [Weekday; 7] = [
            Weekday::Sunday,
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
            Weekday::Friday,
            Weekday::Saturday,
        ];
        let year = u32::from(self.year) - u32::from(self.month < 3);
        let sum = year + year / 4 - year / 100
            + year / 400
            + SHIFT[usize::from(self.month) - 1]
            + u32::from(self.day);
        FROM_SUNDAY[(sum % 7) as usize]
    }

    /// Days since 1970-01-01. A year is counted from March, so that a leap day ends it
    /// (<https://howardhinnant.github.io/date_algorithms.html>).
    pub fn day_number(self) -> i32 {
        let year = i32::from(self.year) - i32::from(self.month < 3);
        let month = (i32::from(self.month) + 9) % 12;
        let day_of_year = (month * 153 + 2) / 5 + i32::from(self.day) - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - EPOCH
    }

    /// The inverse of [`Date::day_number`]; `None` outside the years that a date can have.
    pub fn from_day_number(number: i32) -> Option<Self> {
        let days = u32::try_from(number.checked_add(EPOCH)?).ok()?;
        let (centuries, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day_of_year = day - (year * 365 + year / 4 - year / 100);
        let month = (day_of_year * 5 + 2) / 153;
        let day = day_of_year - (month * 153 + 2) / 5 + 1;
        let month = (month + 2) % 12 + 1;
        let year = centuries * 400 + year + u32::from(month < 3);
        Self::new(u16::try_from(year).ok()?, month as u8, day as u8)
    }
}

/// 1970-01-01 in days since 0000-03-01.
const EPOCH: i32 = 719_468;

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The days of an event, `first <= last`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Days {
    first: Date,
    last: Date,
}

impl Days {
    /// Days in either order; they are put right.
    pub fn new(one: Date, other: Date) -> Self {
        Self {
            first: one.min(other),
            last: one.max(other),
        }
    }

    pub fn first(self) -> Date {
        self.first
    }

    pub fn last(self) -> Date {
        self.last
    }

    pub fn is_one_day(self) -> bool {
        self.first == self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_only_days_that_exist() {
        assert_eq!(Date::parse("2026-04-17"), Date::new(2026, 4, 17));
        assert_eq!(Date::parse("2024-02-29"), Date::new(2024, 2, 29));
        for wrong in [
            "",
            "2026",
            "2026-4-17",
            "2026-02-29",
            "2026-13-01",
            "0000-01-01",
            "1900-02-29",
        ] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn prints_as_it_reads() {
        let day = Date::new(987, 1, 2).expect("a day");
        assert_eq!(day.to_string(), "0987-01-02");
        assert_eq!(Date::parse(&day.to_string()), Some(day));
    }

    #[test]
    fn knows_the_day_of_the_week() {
        let weekday = |text| Date::parse(text).map(Date::weekday);
        assert_eq!(weekday("2026-04-17"), Some(Weekday::Friday));
        assert_eq!(weekday("2024-02-29"), Some(Weekday::Thursday));
        assert_eq!(weekday("2000-01-01"), Some(Weekday::Saturday));
        assert_eq!(weekday("1999-12-31"), Some(Weekday::Friday));
    }

    #[test]
    fn counts_days() {
        let first = Date::new(1, 1, 1).expect("a day").day_number();
        let last = Date::new(9999, 12, 31).expect("a day").day_number();
        let mut before = None;
        for number in first..=last {
            let date = Date::from_day_number(number).expect("a day");
            assert_eq!(date.day_number(), number);
            assert!(before.is_none_or(|before| before < date), "{date}");
            before = Some(date);
        }
        for outside in [first - 1, last + 1, i32::MIN, i32::MAX] {
            assert_eq!(Date::from_day_number(outside), None);
        }
        assert_eq!(Date::from_day_number(0), Date::new(1970, 1, 1));
    }

    #[test]
    fn puts_days_in_order() {
        let (a, b) = (Date::new(2026, 4, 18), Date::new(2026, 4, 17));
        let days = Days::new(a.expect("a day"), b.expect("a day"));
        assert_eq!(Some(days.first()), b);
        assert!(!days.is_one_day());
    }
}
