//! List items one level in and out, with everything that is below them.
//!
//! In is as far as the content of the item before (CommonMark 5.2), out as far as the item around;
//! an item that has none before it on its level has no place to go to. Numbers follow. What an
//! input method wrote as an item moves by one ideographic space. Lines of code are moved by
//! `code_lines`.

use super::code_lines;
use super::edit::{Change, Edit, Selection};
use super::line::{Kind, Line, Shape, WIDE_SPACE, columns, lines};
use super::numbers::{First, renumber};

/// One level in; `None` where the first selected line is no item, or is as deep as it can be.
pub fn indent(text: &str, selection: Selection) -> Option<Edit> {
    if let Some(fence) = code_lines::fence(text, selection) {
        return code_lines::shift(text, selection, fence, true);
    }
    let first = lines(text, selection)[0];
    let shape = Shape::of(first.text);
    if let Kind::Loose { .. } = shape.kind {
        return loose(text, selection, |line, shape| {
            Some(Change::insert(line.start + shape.indent, WIDE_SPACE))
        });
    }
    let column = shape.column(first.text);
    let (content, _) = item_before(text, first, column)?;
    let by = content.checked_sub(column).filter(|by| *by > 0)?;
    move_items(text, selection, by as isize)
}

/// One level out; `None` where the first selected line is no item, or at the margin.
pub fn outdent(text: &str, selection: Selection) -> Option<Edit> {
    if let Some(fence) = code_lines::fence(text, selection) {
        return code_lines::shift(text, selection, fence, false);
    }
    let first = lines(text, selection)[0];
    let shape = Shape::of(first.text);
    if let Kind::Loose { .. } = shape.kind {
        return loose(text, selection, |line, shape| {
            let at = line.start + shape.indent;
            let indented = line.text[shape.indent..].starts_with(WIDE_SPACE);
            indented.then(|| Change::delete(at..at + WIDE_SPACE.len_utf8()))
        });
    }
    let column = shape.column(first.text);
    let around = column.checked_sub(1)?;
    let target = item_before(text, first, around).map_or(0, |(_, column)| column);
    move_items(text, selection, target as isize - column as isize)
}

/// Whether the caret is in an item or in code, so that the Tab key belongs to the text.
pub fn takes_tab(text: &str, selection: Selection) -> bool {
    let line = lines(text, selection)[0];
    matches!(
        Shape::of(line.text).kind,
        Kind::Item { .. } | Kind::Loose { .. }
    ) || code_lines::fence(text, selection).is_some()
}

/// The nearest item above that begins in this column or before it: where its content begins, and
/// where it begins itself.
fn item_before(text: &str, line: Line, column: usize) -> Option<(usize, usize)> {
    let quotes = Shape::of(line.text).quotes(line.text);
    let mut above = line.previous(text);
    while let Some(now) = above {
        let shape = Shape::of(now.text);
        let starts = shape.column(now.text);
        let other = shape.kind != Kind::Blank && starts <= column;
        match shape.kind {
            _ if shape.quotes(now.text) != quotes => return None,
            Kind::Item { marker, .. } if other => {
                return Some((starts + marker - shape.indent, starts));
            }
            Kind::Heading { .. } | Kind::Rule | Kind::Loose { .. } if other => return None,
            _ => above = now.previous(text),
        }
    }
    None
}

fn move_items(text: &str, selection: Selection, by: isize) -> Option<Edit> {
    let selected = lines(text, selection);
    let Kind::Item { .. } = Shape::of(selected[0].text).kind else {
        return None;
    };
    let last = item_end(text, *selected.last()?);
    let mut changes = Vec::new();
    let mut line = Some(selected[0]);
    while let Some(now) = line.filter(|line| line.start <= last.start) {
        changes.extend(shift(now, by));
        line = now.next(text);
    }
    let edit = Edit::from_changes(text, &changes, selection)?;
    let at = selected[0].start;
    edit.and_then(text, |new| renumber(new, at, First::Smallest))
}

/// The last line of what lies below a line: those that begin further to the right, and blank
/// lines between them.
pub fn item_end<'t>(text: &'t str, line: Line<'t>) -> Line<'t> {
    let shape = Shape::of(line.text);
    let (column, quotes) = (shape.column(line.text), shape.quotes(line.text));
    let (mut last, mut next) = (line, line.next(text));
    while let Some(now) = next {
        let shape = Shape::of(now.text);
        if shape.quotes(now.text) != quotes {
            break;
        }
        if shape.kind != Kind::Blank {
            if shape.column(now.text) <= column {
                break;
            }
            last = now;
        }
        next = now.next(text);
    }
    last
}

/// The line with its content so many columns further to the right, or to the left as far as there
/// is white space.
pub fn shift(line: Line, by: isize) -> Option<Change> {
    let shape = Shape::of(line.text);
    if by == 0 || shape.kind == Kind::Blank {
        return None;
    }
    let start = line.start + shape.quote;
    if by > 0 {
        return Some(Change::insert(start, " ".repeat(by.unsigned_abs())));
    }
    let space = &line.text[shape.quote..shape.indent];
    let wanted = columns(space).saturating_sub(by.unsigned_abs());
    // A tab that is wider than what goes leaves spaces.
    let kept = (0..=space.len())
        .rev()
        .find(|end| columns(&space[..*end]) <= wanted)?;
    let rest = wanted - columns(&space[..kept]);
    let change = Change {
        range: start + kept..start + space.len(),
        insert: " ".repeat(rest),
    };
    (kept < space.len()).then_some(change)
}

fn loose(
    text: &str,
    selection: Selection,
    change: impl Fn(Line, Shape) -> Option<Change>,
) -> Option<Edit> {
    let shaped = lines(text, selection)
        .into_iter()
        .map(|line| (line, Shape::of(line.text)));
    let items = shaped.filter(|(_, shape)| matches!(shape.kind, Kind::Loose { .. }));
    let changes: Vec<Change> = items
        .filter_map(|(line, shape)| change(line, shape))
        .collect();
    Edit::from_changes(text, &changes, selection)
}

#[cfg(test)]
mod tests {
    use crate::editing::Command::{Indent, Outdent};
    use crate::editing::marked::{check, check_none};

    #[track_caller]
    fn check_both(outer: &str, inner: &str) {
        check(Indent, outer, inner);
        check(Outdent, inner, outer);
    }

    #[test]
    fn an_item_goes_below_the_one_before_and_back() {
        check_both("- a\n- b#[|]#", "- a\n  - b#[|]#");
        check_both("- a\n- 聞いた話#[|]#です", "- a\n  - 聞いた話#[|]#です");
        check_both("-   a\n- b#[|]#", "-   a\n    - b#[|]#");
        check_both("1. a\n- b#[|]#", "1. a\n   - b#[|]#");
        check_both("- [ ] a\n- [ ] b#[|]#", "- [ ] a\n  - [ ] b#[|]#");
        check_both("- a\n  - b\n  - c#[|]#", "- a\n  - b\n    - c#[|]#");
        check_both("- a\n\n- b#[|]#", "- a\n\n  - b#[|]#");
        check_both("> - a\n> - b#[|]#", "> - a\n>   - b#[|]#");
        check_both("- a\r\n- b#[|]#\r\n", "- a\r\n  - b#[|]#\r\n");
    }

    #[test]
    fn an_item_goes_below_the_last_one_of_its_level() {
        check(Indent, "- a\n  - b\n- c#[|]#", "- a\n  - b\n  - c#[|]#");
        check(Indent, "- a\n  more\n- b#[|]#", "- a\n  more\n  - b#[|]#");
        check(Indent, "- a\nlazy\n- b#[|]#", "- a\nlazy\n  - b#[|]#");
    }

    #[test]
    fn an_item_without_one_before_it_stays() {
        check_none(Indent, "- a#[|]#");
        check_none(Indent, "本文\n- a#[|]#");
        check_none(Indent, "- a\n  - b#[|]#");
        check_none(Indent, "- a\n\n## 次\n- b#[|]#");
        check_none(Indent, "> - a\n- b#[|]#");
        check_none(Outdent, "- a#[|]#");
        check_none(Outdent, "> - a#[|]#");
    }

    #[test]
    fn what_is_below_an_item_comes_along() {
        check_both(
            "- a\n- b#[|]#\n  - c\n\n    more\n- d",
            "- a\n  - b#[|]#\n    - c\n\n      more\n- d",
        );
        check(Outdent, "- a\n  - b#[|]#\n  - c", "- a\n- b#[|]#\n  - c");
    }

    #[test]
    fn all_items_of_the_selection_move() {
        check_both("- a\n- #[b\n- c|]#\n- d", "- a\n  - #[b\n  - c|]#\n- d");
        check_both("- a\n- #[b\n  - c|]#", "- a\n  - #[b\n    - c|]#");
        check(Indent, "- a\n#[- b\n|]#- c", "- a\n  #[- b\n|]#- c");
    }

    #[test]
    fn numbers_follow() {
        check(Indent, "1. a\n2. b#[|]#\n3. c", "1. a\n   1. b#[|]#\n2. c");
        check(
            Indent,
            "1. a\n   1. b\n2. c#[|]#",
            "1. a\n   1. b\n   2. c#[|]#",
        );
        check(
            Outdent,
            "1. a\n   1. b#[|]#\n   2. c\n2. d",
            "1. a\n2. b#[|]#\n   1. c\n3. d",
        );
        check(
            Outdent,
            "1. a\n   1. b\n   2. c#[|]#",
            "1. a\n   1. b\n2. c#[|]#",
        );
    }

    #[test]
    fn tabs_are_columns() {
        check(Outdent, "- a\n\t- b#[|]#", "- a\n- b#[|]#");
        check(Outdent, "- a\n  - b\n\t- c#[|]#", "- a\n  - b\n  - c#[|]#");
        check(Outdent, "  - b#[|]#", "- b#[|]#");
        check(Outdent, "\t\t- b#[|]#", "- b#[|]#");
    }

    #[test]
    fn what_an_input_method_wrote_moves_by_its_space() {
        check_both("・a\n・b#[|]#", "・a\n\u{3000}・b#[|]#");
        check_both("#[１．a\n２．b|]#", "\u{3000}#[１．a\n\u{3000}２．b|]#");
        check_none(Outdent, "・a#[|]#");
    }

    #[test]
    fn other_lines_leave_the_key_to_the_browser() {
        for text in [
            "#[|]#",
            "本文#[|]#",
            "- a\n\n本文#[|]#",
            "## 節#[|]#",
            "---#[|]#",
        ] {
            check_none(Indent, text);
            check_none(Outdent, text);
        }
    }
}
