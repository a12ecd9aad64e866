//! Headings, and lines that say as they do on which day or in which room everything is that
//! follows.

use super::super::cursor::{Cursor, is_blank, strip, strip_start};
use super::super::details::labelled;
use super::super::headers::{Column, header};
use super::super::inline::words;
use super::super::kinds::{is_room, is_track};
use super::super::marks::{FRAMES, Line, find_date, opened};
use super::super::title::trimmed;
use super::super::when::when;
use super::{LONG, Lines, named};

impl Lines {
    /// A line under a heading such as `日時` or `会場`. It is about the event unless it has a
    /// title beside its time.
    pub(super) fn tells_of_event(&mut self, line: &Line) -> bool {
        if !self.is_about_event || line.text.len() > LONG {
            return false;
        }
        let mut here = opened(line.text);
        let found = when(&mut here);
        let rest = strip_start(here.rest, ")）】]~〜～");
        let has_title = !rest.is_empty() && !rest.starts_with(['(', '（']);
        if has_title && found.is_some_and(|found| found.start.is_some()) {
            return false;
        }
        let date = find_date(line.text);
        date.into_iter().for_each(|date| self.programme.turn(date));
        true
    }

    /// A heading: of a day, a room or a track, or of something else.
    pub(super) fn heading(&mut self, at: usize, line: &Line) -> bool {
        let mut here = opened(line.text);
        let found = when(&mut here);
        if found.is_some_and(|found| found.start.is_some()) {
            // `Day 1 (9:00–17:00)` is a day and no entry.
            let is_day = here.any(")]") && here.at_end();
            let day = found.and_then(|found| found.date).filter(|_| is_day);
            self.close();
            day.into_iter().for_each(|day| self.programme.turn(day));
            return day.is_some();
        }
        // Under a time that stands alone it is the title.
        if self
            .open
            .as_ref()
            .is_some_and(|it| it.entry.session.title.is_empty())
        {
            return false;
        }
        self.close();
        self.programme.forget();
        self.programme.days.pause();
        if line.level > 1 && self.ends_with_time(at, line, false) {
            return true;
        }
        let column = header(strip(line.text, FRAMES)).map(|it| it.column);
        let is_when = column == Some(Column::Time) && line.text.contains("日時");
        self.is_about_event = is_when || matches!(column, Some(Column::Date | Column::Room));
        if self.is_about_event || self.turns(line) {
            return true;
        }
        if line.text.len() <= LONG
            && let Some(date) = find_date(line.text)
        {
            self.programme.turn(date);
            self.room_level = 0;
        } else if line.level <= self.room_level {
            self.programme.enter("", "");
            self.room_level = 0;
        }
        true
    }

    /// A line that says on which day or in which room everything is that follows.
    pub(super) fn turns(&mut self, line: &Line) -> bool {
        if line.text.len() > LONG {
            return false;
        }
        let text = words(line.text, &mut Vec::new());
        let text = strip(&text, FRAMES);
        if let Some((Column::Time | Column::Date | Column::Start, value)) = labelled(line.text) {
            let found = when(&mut Cursor::new(value)).and_then(|found| found.date);
            found.into_iter().for_each(|date| self.programme.turn(date));
            return true;
        }
        let mut here = Cursor::new(text);
        let found = when(&mut here);
        let rest = trimmed(strip_start(here.rest, ")）】]"));
        if let Some(date) = found.and_then(|found| found.date)
            && (rest.is_empty() || line.level > 0 || is_room(rest) || is_track(rest))
        {
            self.programme.turn(date);
            self.room_level = 0;
            self.enter(line, rest);
            return true;
        }
        found.is_none() && self.enter(line, text)
    }

    fn enter(&mut self, line: &Line, text: &str) -> bool {
        // A heading may be of several words; a line of prose may as well.
        if text.chars().nth(40).is_some() || labelled(line.text).is_some() {
            return false;
        }
        // `開催場所　…` is where all of the event is, `会場 A` is one of its rooms.
        let (first, _) = text.split_once(is_blank).unwrap_or_default();
        if named(first) == Some(Column::Room) && !is_room(first) {
            return true;
        }
        if is_track(text) {
            self.programme.enter("", text);
        } else if is_room(text) && !text.eq_ignore_ascii_case("room") {
            self.programme.enter(text, "");
        } else {
            return false;
        }
        self.room_level = line.level;
        true
    }
}
