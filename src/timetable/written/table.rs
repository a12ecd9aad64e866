//! Rows with a header or without one, from Markdown, CSV and TSV alike: a column for every field,
//! or one for every room or day. Knows neither how rows are written nor what is around them.

use super::columns::{Kind, are_slots, headers, is_time, kinds, lone};
use super::cursor::{Cursor, strip_start};
use super::dates::Written;
use super::details::name;
use super::entry::{Entry, line};
use super::headers::{Column, Header};
use super::kinds::{is_room, is_service, is_track};
use super::marks::trailing;
use super::programme::Programme;
use super::times::{Clocks, length};
use super::when::{When, when};

/// A table as far as its rows were read.
#[derive(Default)]
pub struct Table {
    columns: Vec<Kind>,
    clocks: Clocks,
    /// Whether cells may have been merged, which leaves all but the first of them empty.
    is_merged: bool,
    /// When the row above is, and before the first one what stands over the table.
    above: When,
    over: When,
    /// Whether it is known where the times stand.
    is_timed: bool,
    /// It has a header that names no time: it is about something else.
    is_other: bool,
}

impl Table {
    pub fn new(is_merged: bool) -> Self {
        Self {
            is_merged,
            ..Self::default()
        }
    }

    /// A time that stands over the table is the one of its rows.
    pub fn begin_at(&mut self, when: When) {
        (self.above, self.over) = (when, when);
    }

    /// Whether it had a header.
    pub fn has_columns(&self) -> bool {
        !self.columns.is_empty()
    }

    /// Takes in a row. A header is known by its names, or said to be one.
    pub fn row(&mut self, programme: &mut Programme, at: usize, cells: &[&str], is_header: bool) {
        let mut filled = cells
            .iter()
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty());
        self.find_times(cells);
        let Some(first) = filled.next() else { return };
        let is_one = filled.all(|cell| cell == first);
        if programme.is_full() {
            return;
        }
        if let Some(headers) = headers(cells, is_header || self.columns.is_empty()) {
            self.head(programme, at, cells, &headers);
        } else if is_header && (!cells.iter().any(|cell| is_time(cell)) || are_slots(cells)) {
            self.head(programme, at, cells, &vec![None; cells.len()]);
        } else if self.is_other || is_one && turn(programme, first) {
        } else if cells.len() == 1 || self.columns.is_empty() && is_one {
            // In a time alone all that is above goes on.
            if self.columns.is_empty() || !is_time(first) {
                programme.wonder(at, first);
            }
        } else if self.columns.is_empty() {
            plain_row(programme, at, cells);
        } else {
            self.fields(programme, at, cells);
        }
    }

    fn head(
        &mut self,
        programme: &mut Programme,
        at: usize,
        cells: &[&str],
        headers: &[Option<Header>],
    ) {
        programme.days.pause();
        self.above = self.over;
        let clocks = headers.iter().flatten().map(|it| it.clocks);
        self.clocks = clocks
            .into_iter()
            .find(|it| *it != Clocks::Own)
            .unwrap_or_default();
        self.columns = kinds(cells, headers);
        let has_title = self
            .columns
            .iter()
            .any(|it| matches!(it, Kind::Field(Column::Title)));
        self.is_timed = self.columns.iter().any(|kind| {
            use Column::{Date, Start, Time};
            matches!(kind, Kind::Field(Time | Start | Date) | Kind::Slot(_))
        });
        let has_lanes = self
            .columns
            .iter()
            .any(|it| matches!(it, Kind::Lane(_) | Kind::Day(_)));
        let is_timed = self.is_timed || self.over.start.is_some();
        self.is_other = has_title && !is_timed && !has_lanes;
        if self.is_other {
            programme.wonder(at, &cells.join(" | "));
        }
        if self.columns.iter().all(|it| matches!(it, Kind::Unknown)) {
            self.columns.clear();
        }
    }

    /// A column under a name that is not known holds the times, if a time stands there.
    fn find_times(&mut self, cells: &[&str]) {
        if self.is_timed {
            return;
        }
        for (kind, cell) in self.columns.iter_mut().zip(cells) {
            if matches!(kind, Kind::Unknown) && is_time(cell) {
                *kind = Kind::Field(Column::Time);
                self.is_timed = true;
                self.is_other = false;
                return;
            }
        }
    }

    fn fields(&mut self, programme: &mut Programme, at: usize, cells: &[&str]) {
        let mut entry = Entry::new(at);
        let mut cell_of_title = "";
        for (kind, cell) in self.columns.iter().zip(cells) {
            match kind {
                Kind::Field(Column::Title) if cell_of_title.is_empty() => {
                    cell_of_title = cell.trim()
                }
                Kind::Field(column) => entry.set(*column, cell),
                _ => {}
            }
        }
        if entry.when.clocks == Clocks::Own {
            entry.when.clocks = self.clocks;
        }
        let has_time = entry.has_start() || entry.bad_time.is_some();
        if self.is_merged && !has_time && entry.day.is_none() {
            entry.when.add(self.above);
        } else {
            self.above = entry.when;
        }
        if self
            .columns
            .iter()
            .any(|it| matches!(it, Kind::Lane(_) | Kind::Day(_) | Kind::Slot(_)))
        {
            self.lanes(programme, entry, cells);
            return;
        }
        let is_known = |column| {
            self.columns
                .iter()
                .any(|it| matches!(it, Kind::Field(c) if *c == column))
        };
        if is_known(Column::Speaker) {
            entry.set(Column::Title, cell_of_title);
        } else {
            split_title(&mut entry, cell_of_title);
        }
        if entry.session.title.is_empty() {
            // `| 9:00 | | Poster spotlights |`
            let about = std::mem::take(&mut entry.session.about);
            name(&mut entry, &about);
        }
        programme.take(entry);
    }

    /// Every cell of a room or a day is an entry; one that all rooms share is one.
    fn lanes(&self, programme: &mut Programme, row: Entry, cells: &[&str]) {
        let lanes = || {
            let all = self
                .columns
                .iter()
                .zip(cells)
                .map(|(kind, cell)| (kind, cell.trim()));
            let is_lane = |kind: &Kind| !matches!(kind, Kind::Field(_) | Kind::Unknown);
            all.filter(move |(kind, cell)| is_lane(kind) && cell.contains(char::is_alphanumeric))
        };
        let count = lanes().count();
        let Some((_, first)) = lanes().next() else {
            if row.has_start() || row.day.is_none() {
                return;
            }
            return programme.turn(row.day.unwrap_or(Written::Nth(1)));
        };
        let is_days = lanes().all(|(kind, _)| matches!(kind, Kind::Day(_)));
        let is_shared = count > 1 && !is_days && lanes().all(|(_, cell)| cell == first);
        for (kind, cell) in lanes().take(if is_shared { 1 } else { count }) {
            let mut entry = Entry::new(row.line);
            (entry.when, entry.day) = (row.when, row.day);
            entry.session.start = row.session.start;
            entry.session.room.clone_from(&row.session.room);
            entry.session.track.clone_from(&row.session.track);
            entry.bad_time.clone_from(&row.bad_time);
            split_title(&mut entry, cell);
            let is_alone = is_shared || count == 1 && is_service(&entry.session.title);
            match kind {
                Kind::Lane(name) if !is_alone && is_track(name) => {
                    entry.set(Column::Track, name);
                }
                Kind::Lane(name) if !is_alone => entry.set(Column::Room, name),
                Kind::Day(day) => entry.day = Some(*day),
                Kind::Slot(when) => {
                    entry.when.add(*when);
                    if let Some(name) = cells.first().filter(|name| !is_time(name)) {
                        entry.set(Column::Room, name);
                    }
                }
                _ => {}
            }
            programme.take(entry);
        }
    }
}

/// A cell with more than a title in it; it may have times of its own.
fn split_title(entry: &mut Entry, cell: &str) {
    let mut here = Cursor::new(cell);
    here.blanks();
    here.any("([");
    let mut rest = cell;
    if let Some(found) = when(&mut here).filter(|found| found.start.is_some()) {
        here.any(")]");
        let own = entry.when;
        entry.when = found;
        entry.when.date = found.date.or(own.date);
        rest = here.rest;
    } else {
        // Merged cells say how long they are.
        let text = line(cell, &mut entry.session.links);
        if let Some((title, found)) = trailing(&text) {
            entry.when.add(found);
            (entry.when.end, entry.when.are_twelve.1) = (found.end, found.are_twelve.1);
            return name(entry, title);
        }
    }
    let rest = strip_start(rest, "");
    name(entry, rest.strip_prefix("<br>").unwrap_or(rest));
}

/// A row that is one cell, and that a day or a room for what follows.
fn turn(programme: &mut Programme, cell: &str) -> bool {
    let text = line(cell, &mut Vec::new());
    let mut here = Cursor::new(&text);
    match when(&mut here) {
        Some(When { start: Some(_), .. }) => return false,
        Some(When {
            date: Some(date), ..
        }) if here.rest.len() < 40 => programme.turn(date),
        _ if is_track(&text) => programme.enter("", &text),
        _ if is_room(&text) => programme.enter(&text, ""),
        _ => return false,
    }
    true
}

/// A row under no header: times and dates wherever they stand, the rest in its usual order.
fn plain_row(programme: &mut Programme, at: usize, cells: &[&str]) {
    const ORDER: [Column; 5] = [
        Column::Title,
        Column::Speaker,
        Column::Room,
        Column::Track,
        Column::About,
    ];
    let mut entry = Entry::new(at);
    let mut rest = Vec::new();
    for cell in cells
        .iter()
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
    {
        if let Some(found) = lone(cell).filter(|_| rest.is_empty()) {
            if let (None, Some(day)) = (found.start, found.date) {
                entry.day = entry.day.or(Some(day));
            } else if entry.when.start.is_some() && found.end.is_none() {
                entry.when.end = entry.when.end.or(found.start);
            } else {
                entry.when.add(found);
            }
            continue;
        }
        let mut here = Cursor::new(cell);
        if let Some(length) = length(&mut here, false).filter(|_| here.at_end()) {
            entry.when.length = Some(length);
        } else if !rest.is_empty() || !cell.bytes().all(|b| b.is_ascii_digit()) {
            rest.push(cell);
        }
    }
    if entry.when.start.is_none() && rest.len() > 1 {
        programme.wonder(at, &cells.join(" | "));
        return;
    }
    if let [title] = rest.as_slice() {
        split_title(&mut entry, title);
    } else {
        for (column, cell) in ORDER.into_iter().zip(rest) {
            entry.set(column, cell);
        }
    }
    programme.take(entry);
}
