//! Fenced code blocks (CommonMark 4.5), on and off.

use super::code::longest_run;
use super::edit::{Change, Edit, Selection};
use super::fence::{Fences, open_fence};
use super::line::{Line, Shape, lines};

/// Takes the fences off the block that the selection is in, else sets them around its lines; a
/// caret in an empty line gets an empty block. `None` for the heading of the section.
pub fn toggle(text: &str, selection: Selection) -> Option<Edit> {
    let selected = lines(text, selection);
    let (first, last) = (selected[0], *selected.last()?);
    if let Some(open) = around(text, first) {
        return unwrap(text, open, selection);
    }
    if selected
        .iter()
        .any(|line| Shape::of(line.text).is_section_heading())
    {
        return None;
    }
    wrap(text, first, last, selection)
}

/// Whole lines as a block; the fence is longer than every run of backticks within.
pub fn wrap(text: &str, first: Line, last: Line, selection: Selection) -> Option<Edit> {
    let ending = first.ending(text);
    let fence = "`".repeat(3.max(longest_run(&text[first.start..last.end()]) + 1));
    let changes = [
        Change::insert(first.start, format!("{fence}{ending}")),
        Change::insert(last.end(), format!("{ending}{fence}")),
    ];
    let edit = Edit::from_changes(text, &changes, selection)?;
    // What is set at the end stands behind a caret there, too.
    let before = fence.len() + ending.len();
    let moved = |at: usize| at.clamp(first.start, last.end()) + before;
    let selection = Selection {
        start: moved(selection.start),
        end: moved(selection.end),
    };
    Some(Edit { selection, ..edit })
}

/// The fence that opened the block of a line.
fn around<'t>(text: &'t str, line: Line) -> Option<Line<'t>> {
    let before = line
        .previous(text)
        .and_then(|before| open_fence(text, before));
    open_fence(text, line).or(before)
}

fn unwrap(text: &str, open: Line, selection: Selection) -> Option<Edit> {
    let mut fences = Fences::default();
    fences.is_code(open.text);
    let mut close = open.next(text);
    while let Some(now) = close {
        fences.is_code(now.text);
        if !fences.is_open() {
            break;
        }
        close = now.next(text);
    }
    let mut changes = vec![Change::delete(open.start..open.behind(text))];
    if let Some(close) = close {
        // With the line feed before it.
        let from = close.previous(text).map_or(close.start, Line::end);
        changes.push(Change::delete(from.max(open.behind(text))..close.end()));
    }
    Edit::from_changes(text, &changes, selection)
}

#[cfg(test)]
mod tests {
    use crate::editing::Command::CodeBlock;
    use crate::editing::marked::{check, check_none};

    #[test]
    fn lines_go_into_a_block_and_out() {
        let check_both = |out: &str, code: &str| {
            check(CodeBlock, out, code);
            check(CodeBlock, code, out);
        };
        check_both("#[|]#", "```\n#[|]#\n```");
        check_both("fn ma#[|]#in() {}", "```\nfn ma#[|]#in() {}\n```");
        check_both("前\n#[a\nb|]#\n後", "前\n```\n#[a\nb|]#\n```\n後");
        check_both("a#[|]#\r\n", "```\r\na#[|]#\r\n```\r\n");
        check_both("## 節\n\n#[|]#", "## 節\n\n```\n#[|]#\n```");
        check(CodeBlock, "#[a\n|]#b", "```\n#[a|]#\n```\nb");
    }

    #[test]
    fn a_block_is_left_from_any_of_its_lines() {
        check(CodeBlock, "前\n```ru#[|]#st\na\n```\n後", "前\n#[|]#a\n後");
        check(CodeBlock, "```\na\n``#[|]#`\n後", "a#[|]#\n後");
        check(CodeBlock, "```\na#[|]#", "a#[|]#");
        check(CodeBlock, "````\n```\na#[|]#\n````", "```\na#[|]#");
        check(
            CodeBlock,
            "```\na\n```\n\n#[|]#",
            "```\na\n```\n\n```\n#[|]#\n```",
        );
    }

    #[test]
    fn backticks_within_get_a_longer_fence() {
        check(CodeBlock, "a ```` b#[|]#", "`````\na ```` b#[|]#\n`````");
    }

    #[test]
    fn the_heading_of_a_section_stays() {
        check_none(CodeBlock, "## 節#[|]#");
        check_none(CodeBlock, "#[## 節\na|]#");
        check(
            CodeBlock,
            "#### 小見出し#[|]#",
            "```\n#### 小見出し#[|]#\n```",
        );
    }
}
