//! Which lines belong to something private.

use std::ops::Range;

use crate::domain::sorted_by_key;

/// The end of the line at `at` and of those below it, up to `end`, that are indented further.
pub(super) fn behind_indented(text: &str, at: usize, end: usize) -> usize {
    let space = |line: &str| line.chars().take_while(|c| c.is_whitespace()).count();
    // In a quote it is that behind its marks.
    let space = |at: usize| {
        let line = &text[at..at + text[at..].find('\n').unwrap_or(text.len() - at)];
        let marks = line.len() - line.trim_start_matches(['>', ' ']).len();
        match line[..marks].rfind('>') {
            Some(mark) => {
                let words = &line[mark + 1..];
                space(words.strip_prefix(' ').unwrap_or(words))
            }
            None => space(line),
        }
    };
    let own = space(line_start(text, at));
    let mut behind = behind_line(text, at);
    while behind < end && !is_blank(text, behind) && space(behind) > own {
        behind = behind_line(text, behind);
    }
    behind
}

/// The spaces before the words of the line at `at`.
pub(super) fn margin(text: &str, at: usize) -> usize {
    let line = &text[line_start(text, at)..];
    line.len() - line.trim_start_matches(' ').len()
}

pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// The lines of each part, up to the edges within them, with the blank ones below where one stands above as well: nothing tells
/// then that something was there. Parts within others go.
pub(super) fn whole_lines(
    text: &str,
    parts: Vec<Range<usize>>,
    edges: &[usize],
) -> Vec<Range<usize>> {
    let parts = sorted_by_key(parts, |part| (part.start, usize::MAX - part.end));
    let mut lines: Vec<Range<usize>> = Vec::new();
    for part in parts {
        let line = text[..part.start]
            .rfind(['\n', '\r'])
            .map_or(0, |at| at + 1);
        let before = edges.partition_point(|edge| *edge <= part.start);
        let start = edges[..before].last().map_or(line, |edge| line.max(*edge));
        let body = part.start + text[part.start..part.end].trim_end().len();
        let mut end = behind_line(text, body);
        let after = edges.partition_point(|edge| *edge < body);
        end = edges[after..].first().map_or(end, |edge| end.min(*edge));
        if start > line {
            // What stands before it on the line needs its end.
            end = start + text[start..end].trim_end_matches(['\n', '\r']).len();
        }
        let after_blank = text[..start]
            .trim_end_matches([' ', '\t'])
            .ends_with("\n\n")
            || text[..start].ends_with("\r\n\r\n")
            || start == 0;
        while after_blank && end < text.len() && is_blank(text, end) {
            end = behind_line(text, end);
        }
        match lines.last_mut() {
            Some(last) if start < last.end => last.end = last.end.max(end),
            _ => lines.push(start..end),
        }
    }
    lines
}

fn is_blank(text: &str, start: usize) -> bool {
    let line = &text[start..behind_line(text, start)];
    line.trim().is_empty()
}

/// Where the line after the one at `at` begins.
fn behind_line(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    match rest.find(['\n', '\r']) {
        None => text.len(),
        Some(end) if rest[end..].starts_with("\r\n") => at + end + 2,
        Some(end) => at + end + 1,
    }
}
