//! What the columns of a table are for, by their names and by what stands under them: a field of
//! every entry, or the entries of one room, one day or one time. Knows no programme.

use super::cursor::{Cursor, strip};
use super::dates::Written;
use super::entry::line;
use super::headers::{Column, Header, header};
use super::kinds::{is_room, is_track};
use super::when::{When, when};

/// What a column is for.
#[derive(Clone)]
pub enum Kind {
    Field(Column),
    /// The sessions of one room or track.
    Lane(String),
    /// The sessions of one day.
    Day(Written),
    /// Those that start at one time; the rows are rooms.
    Slot(When),
    Unknown,
}

/// When something is, if a cell tells that and nothing else.
pub fn lone(cell: &str) -> Option<When> {
    let cell = strip(cell, "*_`()（）[]【】");
    let mut here = Cursor::new(cell);
    when(&mut here).filter(|_| here.at_end())
}

pub fn is_time(cell: &str) -> bool {
    lone(cell).is_some_and(|found| found.start.is_some())
}

/// Whether every column but the first is a time: the rows are rooms.
pub fn are_slots(cells: &[&str]) -> bool {
    let [first, rest @ ..] = cells else {
        return false;
    };
    !is_time(first) && rest.len() > 1 && rest.iter().all(|cell| is_time(cell))
}

/// The names of a header: two that are known, or one that stands over times.
pub fn headers(cells: &[&str], is_first: bool) -> Option<Vec<Option<Header>>> {
    let found: Vec<_> = cells.iter().map(|cell| header(cell)).collect();
    let known = found.iter().flatten().count();
    let has = |column| found.iter().flatten().any(|it| it.column == column);
    let is_over_times = has(Column::Time) || has(Column::Start);
    let is_header = known > 1 && (is_over_times || has(Column::Title))
        || is_first && is_over_times && cells.len() > 1;
    // An entry may hold such words as well, but not as most of its cells, nor without a time.
    let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let begins_with_time = |cell: &&str| {
        when(&mut Cursor::new(cell.trim())).is_some_and(|found| found.start.is_some())
    };
    let is_entry = !is_first && known * 2 <= filled || cells.iter().any(begins_with_time);
    (is_header && !is_entry).then_some(found)
}

/// What the columns under these names are for.
pub fn kinds(cells: &[&str], headers: &[Option<Header>]) -> Vec<Kind> {
    let has = |column, sure: bool| {
        headers
            .iter()
            .flatten()
            .any(|it| it.column == column && (it.is_sure || !sure))
    };
    let has_sure_title = has(Column::Title, true);
    let mut has_title = has_sure_title;
    let mut kinds: Vec<Kind> = Vec::with_capacity(cells.len());
    for (cell, found) in cells.iter().zip(headers) {
        kinds.push(match found {
            Some(it) if it.column == Column::Title && !it.is_sure => {
                if !has_title {
                    has_title = true;
                    Kind::Field(Column::Title)
                } else {
                    instead(cell, has(Column::Speaker, false))
                }
            }
            Some(it) if it.is_sure || !has(it.column, true) => Kind::Field(it.column),
            Some(_) => Kind::Unknown,
            None => lane(cell),
        });
    }
    let has_slots = kinds.iter().any(|it| matches!(it, Kind::Slot(_)));
    if has_slots {
        // The names of rooms stand in the first column.
    } else if !has_title {
        untitled(cells, &mut kinds, has(Column::Speaker, false));
    } else {
        for kind in kinds.iter_mut().filter(|it| matches!(it, Kind::Lane(_))) {
            *kind = Kind::Unknown;
        }
    }
    kinds
}

/// What a name that may be a title's is for beside a title.
fn instead(cell: &str, has_speaker: bool) -> Kind {
    let is = |names: &[&str]| {
        names
            .iter()
            .any(|name| cell.trim().eq_ignore_ascii_case(name))
    };
    if is(&["name", "名前"]) && !has_speaker {
        Kind::Field(Column::Speaker)
    } else if is(&["内容", "summary", "content", "contents", "コンテンツ"]) {
        Kind::Field(Column::About)
    } else {
        Kind::Unknown
    }
}

/// What an unknown name over cells is.
fn lane(cell: &str) -> Kind {
    let name = line(cell, &mut Vec::new());
    let slot = lone(&name).filter(|found| found.start.is_some());
    if let Some(found) = slot {
        return Kind::Slot(found);
    }
    match when(&mut Cursor::new(&name)) {
        Some(When {
            date: Some(date),
            start: None,
            ..
        }) => Kind::Day(date),
        _ if is_room(&name) || is_track(&name) => Kind::Lane(name),
        _ => Kind::Unknown,
    }
}

/// Where no column is called a title, one is, or every one that is not known is a room.
fn untitled(cells: &[&str], kinds: &mut [Kind], has_speaker: bool) {
    let is_named =
        |kind: &Kind, cell: &str| matches!(kind, Kind::Unknown) && !cell.trim().is_empty();
    let named = kinds
        .iter()
        .zip(cells)
        .filter(|(kind, cell)| is_named(kind, cell));
    let count = named.count();
    let has_fields = kinds.iter().any(|it| matches!(it, Kind::Field(_)));
    let has_lanes = kinds
        .iter()
        .any(|it| matches!(it, Kind::Lane(_) | Kind::Day(_)));
    if !has_fields && !has_lanes {
        return;
    }
    if count == 0 && !has_lanes {
        // `Time | Description`
        for column in [Column::About, Column::Track] {
            let is_it = |kind: &&mut Kind| matches!(kind, Kind::Field(it) if *it == column);
            if let Some(kind) = kinds.iter_mut().find(is_it) {
                *kind = Kind::Field(Column::Title);
                return;
            }
        }
    }
    let is_title = !has_lanes && (has_speaker || count == 1);
    for (kind, cell) in kinds.iter_mut().zip(cells) {
        if !is_named(kind, cell) {
        } else if is_title {
            *kind = Kind::Field(Column::Title);
            return;
        } else {
            *kind = Kind::Lane(line(cell, &mut Vec::new()));
        }
    }
}

/// Whether a row names columns, a time among them.
pub fn is_header(cells: &[&str]) -> bool {
    use Column::{Date, Start, Time};
    headers(cells, true).is_some_and(|found| {
        let is_timed = |it: &Header| matches!(it.column, Time | Start | Date);
        found.iter().flatten().any(is_timed)
    })
}

/// Whether a row names columns, or is an entry by itself: its first cell is a time.
pub fn is_telling(cells: &[&str]) -> bool {
    let mut filled = cells.iter().filter(|cell| !cell.trim().is_empty());
    let found = filled.next().and_then(|cell| lone(cell));
    let is_timed = |found: When| found.start.is_some() || cells.iter().any(|cell| is_time(cell));
    found.is_some_and(is_timed) && filled.next().is_some() || is_header(cells)
}
