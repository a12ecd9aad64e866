//! Whether a line is code: fenced code blocks (CommonMark 0.31.2, 4.5), read line by line.

use super::line::{Line, Shape};

/// Whether a line lies within a fenced code block or opens one. A fence that is left open in a
/// list item is taken to go on behind the item.
pub fn in_fence(text: &str, line: Line) -> bool {
    let mut open: Option<(char, usize)> = None;
    for line in text[..line.end()].lines() {
        open = match open {
            None => opening_fence(line),
            Some(fence) if closes(line, fence) => None,
            still => still,
        };
    }
    open.is_some()
}

/// The character and the length of the fence that a line opens, in a list item too.
fn opening_fence(line: &str) -> Option<(char, usize)> {
    if !line.contains("```") && !line.contains("~~~") {
        return None;
    }
    let (mark, length, info) = fence(&line[Shape::of(line).content..])?;
    (mark == '~' || !info.contains('`')).then_some((mark, length))
}

fn closes(line: &str, open: (char, usize)) -> bool {
    fence(line.trim_start_matches([' ', '\t', '>'])).is_some_and(|(mark, length, rest)| {
        mark == open.0 && length >= open.1 && rest.trim().is_empty()
    })
}

pub(super) fn fence(line: &str) -> Option<(char, usize, &str)> {
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = line.trim_start_matches(mark);
    let length = line.len() - rest.len();
    (length >= 3).then_some((mark, length, rest))
}
