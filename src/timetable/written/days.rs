//! Which day of the calendar a written date is, and which moment a time on it. Knows no text.

use super::dates::Written;
use super::times::Clocks;
use super::when::When;
use crate::domain::{Date, Instant, Moment, Wall};

const DAY: u16 = 24 * 60;
const HALF: u16 = DAY / 2;

/// 1970-01-01: the day of times whose day nobody knows yet.
const NOWHEN: i32 = 0;

/// The days of a programme, as far as it was read.
pub struct Days {
    /// The first day of the event: what the n-th day is counted from.
    first: Option<Date>,
    /// A day that is near: years are chosen by it.
    near: Option<Date>,
    current: Day,
    /// When the last entry under the same date started, in minutes.
    last: u16,
    /// Whether the last entry was moved to after noon, and nothing stands between.
    is_after_noon: bool,
    /// Something stands between the last entry and the next.
    is_paused: bool,
    /// Whether anything was put on a day that is not known.
    pub needs_day: bool,
}

#[derive(Clone, Copy)]
struct Day {
    date: i32,
    is_known: bool,
}

/// Where an entry stands in time.
#[derive(Default)]
pub struct Placed {
    pub day: Option<Date>,
    pub start: Option<Moment>,
    pub end: Option<Moment>,
}

impl Days {
    pub fn new(hint: Option<Date>) -> Self {
        Self {
            first: hint,
            near: hint,
            current: Day {
                date: hint.map_or(NOWHEN, Date::day_number),
                is_known: hint.is_some(),
            },
            last: 0,
            is_after_noon: false,
            is_paused: false,
            needs_day: false,
        }
    }

    /// A date that stands in the text around the programme: it tells the year at most.
    pub fn near(&mut self, date: Written) {
        if let (Written::Day(date), None) = (date, self.near) {
            self.near = Some(date);
        }
    }

    /// What follows is on this day.
    pub fn turn(&mut self, date: Written) {
        let day = self.find(date);
        self.again();
        self.current = day;
        if let (true, Some(date)) = (day.is_known, Date::from_day_number(day.date)) {
            self.first = self.first.or(Some(date));
            self.near = self.near.or(Some(date));
        }
    }

    /// What follows begins in the morning again.
    pub fn again(&mut self) {
        self.last = 0;
        self.is_after_noon = false;
    }

    /// What follows may begin in the morning again.
    pub fn pause(&mut self) {
        self.is_after_noon = false;
        self.is_paused = true;
    }

    fn find(&self, date: Written) -> Day {
        let base = self.first.map_or(NOWHEN, Date::day_number);
        let (date, is_known) = match date {
            Written::Day(date) => (date.day_number(), true),
            Written::Yearless(month, day) => self.with_year(month, day),
            Written::Either(one, other) => {
                let near = self.near.unwrap_or(one).day_number();
                let (one, other) = (one.day_number(), other.day_number());
                let is_one = (one - near).abs() <= (other - near).abs();
                (if is_one { one } else { other }, true)
            }
            Written::Nth(n) => (base + i32::from(n) - 1, self.first.is_some()),
            Written::Weekday(day) => {
                // 1970-01-01 was a Thursday.
                let ahead = (i32::from(day) - 3 - base).rem_euclid(7);
                (base + ahead, self.first.is_some())
            }
        };
        Day { date, is_known }
    }

    /// The year that brings the day nearest.
    fn with_year(&self, month: u8, day: u8) -> (i32, bool) {
        let near = self.near.map(|near| (near.day_number(), near.year()));
        let years = near.map_or([1970, 1972, 1970], |(_, year)| {
            [year, year.saturating_add(1), year.saturating_sub(1)]
        });
        let mut best: Option<i32> = None;
        for year in years {
            let Some(date) = Date::new(year, month, day) else {
                continue;
            };
            let date = date.day_number();
            let far = |date: i32| near.map_or(0, |(near, _)| (date - near).abs());
            if best.is_none_or(|best| far(date) < far(best)) {
                best = Some(date);
            }
        }
        (
            best.unwrap_or(self.current.date),
            near.is_some() && best.is_some(),
        )
    }

    /// Whether a time of a clock with twelve hours is one after noon, as it follows a later one:
    /// `1:00` after `11:30`. No day begins before seven; `7:00` is in the evening only after a
    /// `5:30` that is, but `9:00` may begin another room or day.
    fn is_late(&self, start: u16) -> bool {
        let later = start + HALF;
        let most = match start {
            _ if start < 7 * 60 => HALF,
            _ if self.is_after_noon && self.last >= 17 * 60 => 3 * 60,
            _ => return false,
        };
        start < self.last && self.last >= 7 * 60 && (self.last..=self.last + most).contains(&later)
    }

    /// Puts times where they belong. A date in the same cell as the time is the one of the clock;
    /// without one, the date above is, and the small hours after an evening are the next day's.
    pub fn place(&mut self, when: &When) -> Placed {
        let Some(mut start) = when.start else {
            return Placed::default();
        };
        let mut day = self.current;
        let mut is_of_programme = true;
        let is_late = when.are_twelve.0 && when.date.is_none() && self.is_late(start);
        if let Some(date) = when.date {
            let last = self.last;
            self.turn(date);
            day = self.current;
            is_of_programme = start >= DAY;
            self.last = last;
        } else if is_late {
            start += HALF;
        } else if start < 5 * 60 && self.last >= 18 * 60 {
            start += DAY;
        }
        let begins_again = std::mem::take(&mut self.is_paused);
        self.last = if begins_again {
            start
        } else {
            self.last.max(start)
        };
        self.is_after_noon = is_late;
        self.needs_day |= !day.is_known;
        let mut end = when.end.map(|end| {
            // `11:30–1:00`; no session lasts longer than a day of them.
            let later = end + HALF;
            let is_later = when.are_twelve.1 && (start..=start + 10 * 60).contains(&later);
            i64::from(if end < start && is_later { later } else { end })
        });
        if let Some(date) = when.end_date {
            let later = self.find(date).date - day.date;
            end = end.map(|end| end + i64::from(later) * i64::from(DAY));
        } else if start >= DAY {
            // The end is of the same night.
            end = end.map(|end| {
                if end < i64::from(start) {
                    end + i64::from(DAY)
                } else {
                    end
                }
            });
        }
        if end.is_none() {
            end = when
                .length
                .map(|length| i64::from(start) + i64::from(length));
        }
        let clocks = if day.is_known {
            when.clocks
        } else {
            Clocks::Own
        };
        let date = Date::from_day_number(day.date);
        Placed {
            day: date.filter(|_| day.is_known && is_of_programme),
            start: moment(day.date, i64::from(start), clocks),
            end: end.and_then(|end| moment(day.date, end, clocks)),
        }
    }
}

fn moment(day: i32, minute: i64, clocks: Clocks) -> Option<Moment> {
    let minutes = i64::from(day) * i64::from(DAY) + minute;
    match clocks {
        Clocks::Ahead(ahead) => {
            Wall::from_minutes(minutes)?;
            Some(Moment::Instant(Instant(minutes - i64::from(ahead))))
        }
        _ => Wall::from_minutes(minutes).map(Moment::Wall),
    }
}
