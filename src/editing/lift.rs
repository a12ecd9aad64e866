//! Lines and list items one place up and down.
//!
//! An item takes what is below it along and passes the item beside it as a whole; other lines pass
//! one line. What stands between the two stays between them. Nothing passes the heading of the
//! section, and an item does not leave the one that it is in.

use super::edit::{Change, Edit, Selection};
use super::fence::in_fence;
use super::indent::item_end;
use super::line::{Kind, Line, Shape, lines};
use super::numbers::{First, renumber};

/// Up, before what stands above.
pub fn up(text: &str, selection: Selection) -> Option<Edit> {
    let block = Block::of(text, selection)?;
    let above = block.above(text)?;
    swap(text, &above, &block, selection, &block)
}

/// Down, behind what stands below.
pub fn down(text: &str, selection: Selection) -> Option<Edit> {
    let block = Block::of(text, selection)?;
    let below = block.below(text)?;
    swap(text, &block, &below, selection, &block)
}

/// Whole lines, from the first to the last.
struct Block<'t> {
    first: Line<'t>,
    last: Line<'t>,
    /// The column, if it is an item.
    item: Option<usize>,
}

impl<'t> Block<'t> {
    /// What the selection touches; `None` for the heading of the section.
    fn of(text: &'t str, selection: Selection) -> Option<Self> {
        let selected = lines(text, selection);
        let (first, last) = (selected[0], *selected.last()?);
        if selected
            .iter()
            .any(|line| Shape::of(line.text).is_section_heading())
        {
            return None;
        }
        let column = item_column(first).filter(|_| !in_fence(text, first));
        let last = if column.is_some() {
            item_end(text, last)
        } else {
            last
        };
        Some(Block {
            first,
            last,
            item: column,
        })
    }

    fn line(line: Line<'t>) -> Option<Self> {
        let passable = !Shape::of(line.text).is_section_heading();
        passable.then_some(Block {
            first: line,
            last: line,
            item: None,
        })
    }

    fn above(&self, text: &'t str) -> Option<Self> {
        let before = self.first.previous(text)?;
        let Some(column) = self.item else {
            return Block::line(before);
        };
        let mut line = Some(before);
        while let Some(now) = line {
            match beside(now, column, self.first) {
                Beside::Inside => line = now.previous(text),
                Beside::Sibling => {
                    let last = item_end(text, now);
                    return Some(Block {
                        first: now,
                        last,
                        item: None,
                    });
                }
                Beside::Outside => break,
            }
        }
        if column == 0 {
            Block::line(before)
        } else {
            None
        }
    }

    fn below(&self, text: &'t str) -> Option<Self> {
        let after = self.last.next(text)?;
        let Some(column) = self.item else {
            // Below the last line feed there is no line to pass.
            let is_line = after.end() < text.len() || !after.text.is_empty();
            return Block::line(after).filter(|_| is_line);
        };
        let mut line = Some(after);
        while let Some(now) = line {
            match beside(now, column, self.first) {
                Beside::Inside => line = now.next(text),
                Beside::Sibling => {
                    let last = item_end(text, now);
                    return Some(Block {
                        first: now,
                        last,
                        item: None,
                    });
                }
                Beside::Outside => break,
            }
        }
        let is_line = after.end() < text.len() || !after.text.is_empty();
        if column == 0 && is_line {
            Block::line(after)
        } else {
            None
        }
    }
}

enum Beside {
    /// Blank, or below an item of the column.
    Inside,
    Sibling,
    Outside,
}

fn beside(line: Line, column: usize, item: Line) -> Beside {
    let (shape, of_item) = (Shape::of(line.text), Shape::of(item.text));
    let here = shape.column(line.text);
    if shape.quotes(line.text) != of_item.quotes(item.text) {
        return Beside::Outside;
    }
    match shape.kind {
        Kind::Blank => Beside::Inside,
        Kind::Item { .. } if here == column => Beside::Sibling,
        _ if here > column => Beside::Inside,
        _ => Beside::Outside,
    }
}

fn item_column(line: Line) -> Option<usize> {
    let shape = Shape::of(line.text);
    matches!(shape.kind, Kind::Item { .. }).then(|| shape.column(line.text))
}

/// Two blocks in the other order; the selection stays on `moved`, one of them.
fn swap(
    text: &str,
    upper: &Block,
    lower: &Block,
    selection: Selection,
    moved: &Block,
) -> Option<Edit> {
    let range = upper.first.start..lower.last.end();
    let above = &text[upper.first.start..upper.last.end()];
    let between = &text[upper.last.end()..lower.first.start];
    let below = &text[lower.first.start..lower.last.end()];
    let start = match moved.first.start == upper.first.start {
        true => range.start + below.len() + between.len(),
        false => range.start,
    };
    let (old, length) = (moved.first.start, moved.last.end() - moved.first.start);
    // A selection that reaches the start of the next line ends where the block ends.
    let place = |at: usize| start + (at - old).min(length);
    let selection = Selection {
        start: place(selection.start),
        end: place(selection.end),
    };
    let insert = [below, between, above].concat();
    let change = Change { range, insert }.smallest(text);
    let edit = Edit {
        range: change.range,
        insert: change.insert,
        selection,
    };
    if edit.range.is_empty() && edit.insert.is_empty() {
        return None;
    }
    edit.and_then(text, |new| renumber(new, start, First::Smallest))
}

#[cfg(test)]
mod tests {
    use crate::editing::Command::{MoveDown, MoveUp};
    use crate::editing::marked::{check, check_none};

    #[track_caller]
    fn check_both(upper: &str, lower: &str) {
        check(MoveUp, lower, upper);
        check(MoveDown, upper, lower);
    }

    #[test]
    fn a_line_passes_a_line() {
        check_both("b#[|]#\na", "a\nb#[|]#");
        check_both("聞い#[|]#た\n前\n後", "前\n聞い#[|]#た\n後");
        check_both("b#[|]#\r\na\r\n", "a\r\nb#[|]#\r\n");
        check_both("a#[|]#\n\nb", "\na#[|]#\nb");
        check_none(MoveUp, "a#[|]#\nb");
        check_none(MoveDown, "a\nb#[|]#");
        check_none(MoveDown, "a#[|]#\n");
    }

    #[test]
    fn all_lines_of_the_selection_pass() {
        check_both("b#[b\nc|]#c\na", "a\nb#[b\nc|]#c");
        check(MoveUp, "a\n#[b\n|]#c", "#[b|]#\na\nc");
    }

    #[test]
    fn the_heading_of_the_section_stays_first() {
        check_none(MoveUp, "## 節\na#[|]#");
        check_none(MoveDown, "## 節#[|]#\na");
        check_none(MoveUp, "### メモ\n- a#[|]#");
        check_both("## 節\n#### b#[|]#\na", "## 節\na\n#### b#[|]#");
    }

    #[test]
    fn an_item_passes_an_item() {
        check_both("- b#[|]#\n- a", "- a\n- b#[|]#");
        check_both("- [x] b#[|]#\n- [ ] a", "- [ ] a\n- [x] b#[|]#");
        check_both("- b#[|]#\n\n- a", "- a\n\n- b#[|]#");
        check_both("> - b#[|]#\n> - a", "> - a\n> - b#[|]#");
        check_both("- #[b\n- c|]#\n- a", "- a\n- #[b\n- c|]#");
    }

    #[test]
    fn what_is_below_an_item_comes_along() {
        check_both("- b#[|]#\n  - c\n- a", "- a\n- b#[|]#\n  - c");
        check_both(
            "- b#[|]#\n- a\n  - d\n\n    more",
            "- a\n  - d\n\n    more\n- b#[|]#",
        );
        check_both("- a\n  - c#[|]#\n  - b\n- d", "- a\n  - b\n  - c#[|]#\n- d");
        check_both("- a\n\n  1\n- b#[|]#\n- c", "- a\n\n  1\n- c\n- b#[|]#");
    }

    #[test]
    fn an_item_stays_in_the_one_around_it() {
        check_none(MoveUp, "- a\n  - b#[|]#");
        check_none(MoveDown, "- a\n  - b#[|]#\n- c");
    }

    #[test]
    fn an_item_passes_what_is_no_item_line_by_line() {
        check_both("- a#[|]#\n本文", "本文\n- a#[|]#");
        check_none(MoveDown, "本文\n- a#[|]#");
    }

    #[test]
    fn numbers_stay_in_order() {
        check_both("1. b#[|]#\n2. a", "1. a\n2. b#[|]#");
        check_both("1. a\n2. c#[|]#\n3. b", "1. a\n2. b\n3. c#[|]#");
        check_both("9. b#[|]#\n10. a", "9. a\n10. b#[|]#");
        check_both("1. b#[|]#\n1. a\n1. c", "1. a\n1. b#[|]#\n1. c");
    }

    #[test]
    fn code_moves_by_lines() {
        check_both(
            "```\n- b#[|]#\n- a\n  c\n```",
            "```\n- a\n- b#[|]#\n  c\n```",
        );
    }
}
