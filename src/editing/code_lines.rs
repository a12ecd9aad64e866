//! The lines of a fenced code block one level in and out.
//!
//! A level is what the first indented line of the block begins with, or else two spaces. The white
//! space and the quote marks before the fence are no part of the code (CommonMark 4.5).

use super::edit::{Change, Edit, Selection};
use super::fence::{Fences, open_fence};
use super::line::{Line, Shape, lines};

const LEVEL: &str = "  ";

/// The fence of the block whose lines the selection begins in.
pub fn fence(text: &str, selection: Selection) -> Option<Line<'_>> {
    let line = Line::at(text, selection.start);
    open_fence(text, line).filter(|fence| fence.start != line.start)
}

/// The selected lines one level in, or out, as far as they are in the block of this fence.
pub fn shift(text: &str, selection: Selection, fence: Line, inward: bool) -> Option<Edit> {
    let code = code(text, fence);
    let level = code.iter().find_map(|(_, code)| indent(code));
    let level = level.unwrap_or(LEVEL);
    let selected = lines(text, selection);
    let last = selected.last()?.start;
    let selected = code
        .iter()
        .filter(|(line, _)| (selected[0].start..=last).contains(&line.start));
    let changes = selected.filter_map(|(line, code)| {
        let at = line.end() - code.len();
        if inward {
            let goes_in = selection.is_caret() || !code.trim().is_empty();
            return goes_in.then(|| Change::insert(at, level));
        }
        let space = code.len() - code.trim_start_matches(' ').len();
        let len = if code.starts_with('\t') {
            1
        } else {
            space.min(level.len())
        };
        (len > 0).then(|| Change::delete(at..at + len))
    });
    Edit::from_changes(text, &changes.collect::<Vec<_>>(), selection)
}

/// The lines of a block, and what of each is code.
fn code<'t>(text: &'t str, fence: Line<'t>) -> Vec<(Line<'t>, &'t str)> {
    let mut fences = Fences::default();
    fences.is_code(fence.text);
    let shape = Shape::of(fence.text);
    let quoted = shape.quote > 0;
    let mut lines = Vec::new();
    let mut next = fence.next(text);
    while let Some(line) = next {
        fences.is_code(line.text);
        if !fences.is_open() {
            break;
        }
        let quote = if quoted {
            Shape::of(line.text).quote
        } else {
            0
        };
        let mut code = &line.text[quote..];
        for _ in shape.quote..shape.indent {
            code = code.strip_prefix(' ').unwrap_or(code);
        }
        lines.push((line, code));
        next = line.next(text);
    }
    lines
}

fn indent(code: &str) -> Option<&str> {
    if code.starts_with('\t') {
        return Some("\t");
    }
    let rest = code.trim_start_matches(' ');
    let space = &code[..code.len() - rest.len()];
    (!space.is_empty() && !rest.trim().is_empty()).then_some(space)
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
    fn a_line_of_code_goes_in_and_out() {
        check_both("```\na#[|]#\n```", "```\n  a#[|]#\n```");
        check_both("```\n#[|]#\n```", "```\n  #[|]#\n```");
        check_both("```\na#[|]#", "```\n  a#[|]#");
        check_both("```\r\na#[|]#\r\n```", "```\r\n  a#[|]#\r\n```");
        check_both("```\n- a\n- b#[|]#\n```", "```\n- a\n  - b#[|]#\n```");
        check_both("> ```\n> a#[|]#\n> ```", "> ```\n>   a#[|]#\n> ```");
        check_both(
            "- x\n  ```\n  a#[|]#\n  ```",
            "- x\n  ```\n    a#[|]#\n  ```",
        );
        check_both("```\n> a#[|]#\n```", "```\n  > a#[|]#\n```");
    }

    #[test]
    fn a_level_is_as_wide_as_the_first_in_the_block() {
        check_both(
            "```\na\n    b\nc#[|]#\n```",
            "```\na\n    b\n    c#[|]#\n```",
        );
        check_both("```\na\n\tb\nc#[|]#\n```", "```\na\n\tb\n\tc#[|]#\n```");
        check(
            Outdent,
            "```\na\n    b\n  c#[|]#\n```",
            "```\na\n    b\nc#[|]#\n```",
        );
        check(Outdent, "```\n\ta\n  b#[|]#\n```", "```\n\ta\n b#[|]#\n```");
    }

    #[test]
    fn selected_lines_of_the_block_move() {
        check_both("```\nx\n#[a\n\nb|]#\n```", "```\nx\n  #[a\n\n  b|]#\n```");
        check(Indent, "```\n#[a\n```\n- b|]#", "```\n  #[a\n```\n- b|]#");
    }

    #[test]
    fn at_the_margin_and_at_the_fences_nothing_moves() {
        check_none(Outdent, "```\na#[|]#\n```");
        check_none(Indent, "```#[|]#\na\n```");
        check_none(Indent, "```\na\n```#[|]#");
    }
}
