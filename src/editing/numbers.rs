//! The numbers of ordered lists: each one more than the one before.
//!
//! A list is read line by line, as its items and what is indented below them (CommonMark 5.2).
//! One in which the first numbers are equal is written so on purpose and stays. Where a
//! number gets longer or shorter, what belongs to its item moves along: it would fall out of the
//! item otherwise.

use super::edit::Change;
use super::fence::Fences;
use super::indent::shift;
use super::line::{Kind, Line, Shape};

/// Which number a list begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum First {
    /// The one that is written there.
    AsWritten,
    /// After items were moved: 1 in a nested list, else the smaller one of the first two.
    Smallest,
}

/// The largest number that an item can have: nine digits (CommonMark 5.2).
const LAST: u32 = 999_999_999;

/// The changes that number the lists around the byte `at`, in order.
pub fn renumber(text: &str, at: usize, first: First) -> Vec<Change> {
    let (rows, mut lists) = read(text, at);
    let mut changes = Vec::new();
    // How far the content of each open item moves.
    let mut moved: Vec<isize> = Vec::new();
    for row in &rows {
        let around = &moved[..row.depth.min(moved.len())];
        let by = around.iter().sum();
        changes.extend(shift(row.line, by));
        let Some(item) = &row.item else { continue };
        moved.truncate(row.depth);
        let written = lists[item.list].next(item, first);
        moved.push(written.len() as isize - item.digits.len() as isize);
        if written != item.digits {
            let start = row.line.start + Shape::of(row.line.text).indent;
            let range = start..start + item.digits.len();
            changes.push(
                Change {
                    range,
                    insert: written,
                }
                .smallest(text),
            );
        }
    }
    changes
}

/// Whether the list of the item at `at` has one number for all.
pub fn is_constant(text: &str, at: usize) -> bool {
    let (rows, lists) = read(text, at);
    let start = Line::at(text, at).start;
    let here = rows.iter().find(|row| row.line.start == start);
    let item = here.and_then(|row| row.item.as_ref());
    item.is_some_and(|item| lists[item.list].is_constant())
}

/// One more, as wide as `digits` where those begin with a zero.
pub fn next_number(digits: &str) -> String {
    let number: u32 = digits.parse().unwrap_or(LAST);
    as_wide(digits, number.saturating_add(1).min(LAST))
}

fn as_wide(digits: &str, number: u32) -> String {
    let width = if digits.starts_with('0') {
        digits.len()
    } else {
        0
    };
    format!("{number:0width$}")
}

/// A line in or around lists.
struct Row<'t> {
    line: Line<'t>,
    /// How many open items it lies in.
    depth: usize,
    item: Option<Item<'t>>,
}

struct Item<'t> {
    /// Empty for a bullet.
    digits: &'t str,
    /// Which list it belongs to.
    list: usize,
}

/// What is known of one list.
struct List {
    first: u32,
    second: Option<u32>,
    third: Option<u32>,
    nested: bool,
    /// Items that were numbered.
    done: u32,
}

impl List {
    fn is_constant(&self) -> bool {
        self.second == Some(self.first)
    }

    /// After items were moved, two equal numbers may have met by chance.
    fn stays(&self, first: First) -> bool {
        self.is_constant() && (first == First::AsWritten || self.third == self.second)
    }

    fn next(&mut self, item: &Item, first: First) -> String {
        if item.digits.is_empty() || self.stays(first) {
            return item.digits.to_owned();
        }
        let start = match first {
            First::AsWritten => self.first,
            First::Smallest if self.nested => self.first.min(1),
            First::Smallest => self.first.min(self.second.unwrap_or(self.first)),
        };
        let number = start.saturating_add(self.done).min(LAST);
        self.done += 1;
        match item.digits.parse() == Ok(number) {
            true => item.digits.to_owned(),
            false => as_wide(item.digits, number),
        }
    }
}

/// The lines of the lists around `at`, and these lists.
fn read(text: &str, at: usize) -> (Vec<Row<'_>>, Vec<List>) {
    let mut first = Line::at(text, at);
    while let Some(before) = first.previous(text)
        && !ends_lists(before, first)
    {
        first = before;
    }
    let mut reader = Reader::default();
    let mut line = Some(first);
    while let Some(now) = line {
        let before = reader.rows.last().map(|row| row.line);
        if now.start > at && before.is_some_and(|before| ends_lists(before, now)) {
            break;
        }
        reader.add(now);
        line = now.next(text);
    }
    (reader.rows, reader.lists)
}

/// An item under which a line may lie.
struct Open {
    content: usize,
    /// The last character of its marker: another one begins another list.
    mark: Option<char>,
    list: usize,
}

#[derive(Default)]
struct Reader<'t> {
    rows: Vec<Row<'t>>,
    lists: Vec<List>,
    open: Vec<Open>,
    fences: Fences,
}

impl<'t> Reader<'t> {
    fn add(&mut self, line: Line<'t>) {
        let shape = Shape::of(line.text);
        let column = shape.column(line.text);
        let is_code = self.fences.is_code(line.text);
        let item = match shape.kind {
            Kind::Item {
                ordered, marker, ..
            } if !is_code => {
                let text = line.text[shape.indent..marker].trim_end();
                let mark = text.chars().next_back();
                let digits = if ordered { &text[..text.len() - 1] } else { "" };
                let list = self.list(column, mark, digits);
                let content = column + marker - shape.indent;
                self.open.push(Open {
                    content,
                    mark,
                    list,
                });
                Some(Item { digits, list })
            }
            _ => None,
        };
        let inside = self.open.iter().filter(|open| open.content <= column);
        let depth = match item {
            Some(_) => self.open.len() - 1,
            None => inside.count(),
        };
        self.rows.push(Row { line, depth, item });
    }

    /// The list of an item in this column, which may be new.
    fn list(&mut self, column: usize, mark: Option<char>, digits: &str) -> usize {
        let mut last = None;
        while let Some(open) = self.open.pop_if(|open| column < open.content) {
            last = Some(open);
        }
        let number = digits.parse().unwrap_or(0);
        if let Some(sibling) = last.filter(|open| open.mark == mark) {
            let list = &mut self.lists[sibling.list];
            match list.second {
                None => list.second = Some(number),
                Some(_) => list.third = list.third.or(Some(number)),
            }
            return sibling.list;
        }
        self.lists.push(List {
            first: number,
            second: None,
            third: None,
            nested: !self.open.is_empty(),
            done: 0,
        });
        self.lists.len() - 1
    }
}

/// Whether no list goes on from one line to the next: another quote, or a line at the margin
/// that is no item and does not go on with one (CommonMark 5.2, laziness).
fn ends_lists(before: Line, line: Line) -> bool {
    let (above, shape) = (Shape::of(before.text), Shape::of(line.text));
    if above.quotes(before.text) != shape.quotes(line.text) {
        return true;
    }
    let margin = shape.column(line.text) == 0;
    let lazy = !matches!(above.kind, Kind::Blank | Kind::Heading { .. } | Kind::Rule);
    match shape.kind {
        Kind::Heading { .. } | Kind::Rule => margin,
        Kind::Text | Kind::Loose { .. } => margin && !lazy,
        Kind::Blank | Kind::Item { .. } => false,
    }
}
