//! Switching all lines of a selection on or off by what stands before their content.

use super::edit::{Change, Edit, Selection};
use super::line::{Kind, Line, SECTION_LEVEL, Shape, lines};

/// If all lines of the selection are on, switches them off, else all on. Blank lines (unless
/// there is no other), thematic breaks and the headings of sections stay as they are.
///
/// `prefix` says what stands before the content of a line that is on, or off.
pub fn toggle_lines(
    text: &str,
    selection: Selection,
    is_on: impl Fn(Kind) -> bool,
    prefix: impl Fn(&str, Shape, bool) -> String,
) -> Option<Edit> {
    let lines = lines(text, selection);
    let single = lines.len() == 1;
    let shaped = lines.iter().map(|line| (*line, Shape::of(line.text)));
    let lines: Vec<(Line, Shape)> = shaped
        .filter(|(_, shape)| takes(shape.kind, single))
        .collect();
    let on = !lines.iter().all(|(_, shape)| is_on(shape.kind));
    let change = |(line, shape): &(Line, Shape)| {
        let change = Change {
            range: line.start..line.start + shape.content,
            insert: prefix(line.text, *shape, on),
        };
        change.smallest(text)
    };
    let changes: Vec<Change> = lines.iter().map(change).collect();
    Edit::from_changes(text, &changes, selection)
}

fn takes(kind: Kind, single: bool) -> bool {
    match kind {
        Kind::Blank => single,
        Kind::Rule => false,
        Kind::Heading { level } => level > SECTION_LEVEL,
        Kind::Text | Kind::Item { .. } | Kind::Loose { .. } => true,
    }
}
