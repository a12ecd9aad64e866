//! Days as they are written in a report's opening line. The rules are our own: a report may not depend
//! on the browser it was written in. On the screen `Intl` writes them.

use super::Language;
use crate::domain::{Date, Days, Weekday};

fn weekday(language: Language, weekday: Weekday) -> &'static str {
    let (ja, en) = match weekday {
        Weekday::Monday => ("月", "Mon"),
        Weekday::Tuesday => ("火", "Tue"),
        Weekday::Wednesday => ("水", "Wed"),
        Weekday::Thursday => ("木", "Thu"),
        Weekday::Friday => ("金", "Fri"),
        Weekday::Saturday => ("土", "Sat"),
        Weekday::Sunday => ("日", "Sun"),
    };
    match language {
        Language::Japanese => ja,
        Language::English => en,
    }
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// How much of a day is said again in a range.
#[derive(Clone, Copy, PartialEq)]
enum From {
    Year,
    Month,
    Day,
}

fn part(language: Language, date: Date, from: From) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let weekday = weekday(language, date.weekday());
    match language {
        Language::Japanese => {
            let year = if from == From::Year {
                format!("{year}年")
            } else {
                String::new()
            };
            let month = if from == From::Day {
                String::new()
            } else {
                format!("{month}月")
            };
            format!("{year}{month}{day}日({weekday})")
        }
        Language::English => {
            let month = MONTHS[usize::from(month) - 1];
            match from {
                From::Year => format!("{weekday} {day} {month} {year}"),
                _ => format!("{weekday} {day} {month}"),
            }
        }
    }
}

/// One day with its weekday: `2026年4月17日(金)`, `Fri 17 Apr 2026`.
pub fn date(language: Language, date: Date) -> String {
    part(language, date, From::Year)
}

/// One day of an event in few letters: `11/28(土)`, `Sat 28 Nov`.
pub fn short(language: Language, date: Date) -> String {
    match language {
        Language::Japanese => {
            let weekday = weekday(language, date.weekday());
            format!("{}/{}({weekday})", date.month(), date.day())
        }
        Language::English => part(language, date, From::Month),
    }
}

/// The days of an event as `write` writes one, which is told whether to say its year; that is said
/// once where there is one: `2026年4月17日(金)〜4月18日(土)`. Not by `formatRange` of `Intl`, which gives
/// up the words in Japanese: `2026/04/17(金)～2026/04/18(土)`.
pub fn days_by(language: Language, days: Days, write: impl Fn(Date, bool) -> String) -> String {
    let (first, last) = (days.first(), days.last());
    let start = write(first, true);
    match days.is_one_day() {
        true => start,
        false => start + between(language) + &write(last, first.year() != last.year()),
    }
}

/// What stands between the first day and the last one.
fn between(language: Language) -> &'static str {
    match language {
        Language::Japanese => "〜",
        Language::English => " – ",
    }
}

/// The days of an event, nothing said twice: `2026年4月17日(金)〜18日(土)`,
/// `Fri 17 Apr – Sat 18 Apr 2026`.
pub fn days(language: Language, days: Days) -> String {
    let (first, last) = (days.first(), days.last());
    if days.is_one_day() {
        return date(language, first);
    }
    match language {
        Language::Japanese => {
            let from = if first.year() != last.year() {
                From::Year
            } else if first.month() != last.month() {
                From::Month
            } else {
                From::Day
            };
            let start = date(language, first);
            start + between(language) + &part(language, last, from)
        }
        Language::English => {
            let from = if first.year() == last.year() {
                From::Month
            } else {
                From::Year
            };
            part(language, first, from) + between(language) + &date(language, last)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(first: &str, last: &str, ja: &str, en: &str) {
        let day = |text| Date::parse(text).expect("a day");
        let range = Days::new(day(first), day(last));
        assert_eq!(days(Language::Japanese, range), ja);
        assert_eq!(days(Language::English, range), en);
    }

    #[test]
    fn says_nothing_twice() {
        check(
            "2026-04-17",
            "2026-04-17",
            "2026年4月17日(金)",
            "Fri 17 Apr 2026",
        );
        check(
            "2026-04-17",
            "2026-04-18",
            "2026年4月17日(金)〜18日(土)",
            "Fri 17 Apr – Sat 18 Apr 2026",
        );
        check(
            "2026-04-30",
            "2026-05-01",
            "2026年4月30日(木)〜5月1日(金)",
            "Thu 30 Apr – Fri 1 May 2026",
        );
        check(
            "2026-12-31",
            "2027-01-01",
            "2026年12月31日(木)〜2027年1月1日(金)",
            "Thu 31 Dec 2026 – Fri 1 Jan 2027",
        );
    }

    #[test]
    fn a_year_is_written_once() {
        let check = |first: &str, last: &str, expected: &str| {
            let day = |text| Date::parse(text).expect("a day");
            let write = |day: Date, with_year| match with_year {
                true => format!("{}/{}", day.year(), day.day()),
                false => day.day().to_string(),
            };
            let days = Days::new(day(first), day(last));
            assert_eq!(days_by(Language::English, days, write), expected);
        };
        check("2026-04-17", "2026-04-17", "2026/17");
        check("2026-04-17", "2026-05-01", "2026/17 – 1");
        check("2026-12-31", "2027-01-01", "2026/31 – 2027/1");
    }
}
