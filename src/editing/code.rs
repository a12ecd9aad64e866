//! Code: a span within a line; several lines become a fenced block.

use std::ops::Range;

use super::block::wrap;
use super::edit::{Change, Edit, Selection};
use super::emphasis::empty_pair;
use super::line::{Line, lines, selected_content};
use super::word::word_at;

/// Takes off the code span that holds the selection, else makes one of the selection without the
/// white space at its ends, or of the Latin word under the caret, else puts an empty span at the
/// caret. The lines of a longer selection become a fenced block.
pub fn toggle(text: &str, selection: Selection) -> Option<Edit> {
    let lines = lines(text, selection);
    if let [first, .., last] = lines.as_slice() {
        let whole = Selection {
            start: first.start,
            end: last.end(),
        };
        return wrap(text, *first, *last, whole);
    }
    let line = lines[0];
    if let Some(edit) = unwrap(text, line, selection) {
        return Some(edit);
    }
    if !selection.is_caret() {
        let Range { start, end } = selected_content(text, line, selection);
        return span(text, start..end, Selection { start, end });
    }
    match word_at(text, selection.start) {
        Some(word) => span(text, word, selection),
        None => Some(empty_pair(selection.start, "`")),
    }
}

/// A code span (CommonMark 6.1): the fence is longer than every run of backticks within, and one
/// space keeps it apart from a backtick at the ends.
fn span(text: &str, range: Range<usize>, selection: Selection) -> Option<Edit> {
    let code = &text[range.clone()];
    if code.is_empty() {
        return None;
    }
    let fence = "`".repeat(longest_run(code) + 1);
    let space = if code.starts_with('`') || code.ends_with('`') {
        " "
    } else {
        ""
    };
    let changes = [
        Change::insert(range.start, format!("{fence}{space}")),
        Change::insert(range.end, format!("{space}{fence}")),
    ];
    Edit::from_changes(text, &changes, selection)
}

/// Removes the markers of the span around the selection or equal to it, or of the empty span at
/// the caret.
fn unwrap(text: &str, line: Line, selection: Selection) -> Option<Edit> {
    let Selection { start, end } = selection;
    let spans = spans(line);
    let around = spans.iter().find(|(open, close)| {
        let inside = open.end <= start && end <= close.start;
        let holds = open.start <= start && end <= close.end;
        inside || (holds && !selection.is_caret())
    });
    let at_caret = || {
        let run = start.checked_sub(1)?..start + 1;
        let runs = backtick_runs(line);
        let empty = selection.is_caret() && runs.contains(&run);
        empty.then_some((run.start..start, start..run.end))
    };
    let (open, close) = around.cloned().or_else(at_caret)?;
    let changes = [Change::delete(open), Change::delete(close)];
    Edit::from_changes(text, &changes, selection)
}

/// The markers of the code spans of a line, with the one space that is not part of the code.
fn spans(line: Line) -> Vec<(Range<usize>, Range<usize>)> {
    let mut runs = backtick_runs(line).into_iter();
    let mut spans = Vec::new();
    while let Some(mut open) = runs.next() {
        let mut rest = runs.clone();
        let Some(mut close) = rest.find(|run| run.len() == open.len()) else {
            continue;
        };
        runs = rest;
        let code = &line.text[open.end - line.start..close.start - line.start];
        if code.starts_with(' ') && code.ends_with(' ') && !code.trim().is_empty() {
            open.end += 1;
            close.start -= 1;
        }
        spans.push((open, close));
    }
    spans
}

/// The range, wide enough that every code span of the line which it touches within lies in it.
pub(super) fn around_spans(line: Line, range: Range<usize>) -> Range<usize> {
    let spans = spans(line).into_iter();
    let whole = spans.map(|(open, close)| open.start..close.end);
    whole
        .filter(|span| span.start < range.end && range.start < span.end)
        .fold(range.clone(), |wide, span| {
            wide.start.min(span.start)..wide.end.max(span.end)
        })
}

/// Where backticks stand in a line, in bytes of the whole text.
fn backtick_runs(line: Line) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in line.text.match_indices('`') {
        let at = line.start + at;
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

pub(super) fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use crate::editing::Command::Code;
    use crate::editing::marked::{check, check_none};

    #[test]
    fn a_selection_is_wrapped_and_unwrapped() {
        check(
            Code,
            "これは#[kubectl get|]#です",
            "これは`#[kubectl get|]#`です",
        );
        check(
            Code,
            "これは`#[kubectl get|]#`です",
            "これは#[kubectl get|]#です",
        );
        check(
            Code,
            "これは#[`kubectl get`|]#です",
            "これは#[kubectl get|]#です",
        );
        check(Code, "`kubectl #[get|]#`", "kubectl #[get|]#");
        check(Code, "#[😀か\u{3099}|]#", "`#[😀か\u{3099}|]#`");
        check(Code, "`a` #[b|]# `c`", "`a` `#[b|]#` `c`");
    }

    #[test]
    fn white_space_stays_outside() {
        check(Code, "a#[ b |]#c", "a `#[b|]#` c");
        check(Code, "#[\u{3000}コード\n|]#", "\u{3000}`#[コード|]#`\n");
        check_none(Code, "a#[  |]#b");
        check(Code, "#[- kubectl|]#", "- `#[kubectl|]#`");
    }

    #[test]
    fn backticks_within_get_a_longer_fence() {
        check(Code, "#[a`b|]#", "``#[a`b|]#``");
        check(Code, "#[`a|]#", "`` #[`a|]# ``");
        check(Code, "#[a``|]#", "``` #[a``|]# ```");
        check(Code, "``#[a`b|]#``", "#[a`b|]#");
        check(Code, "#[`` `a ``|]#", "#[`a|]#");
    }

    #[test]
    fn a_caret_takes_its_span_or_word_or_an_empty_pair() {
        check(Code, "the ku#[|]#be runs", "the `ku#[|]#be` runs");
        check(Code, "the `ku#[|]#be` runs", "the ku#[|]#be runs");
        check(Code, "`a b#[|]# c`", "a b#[|]# c");
        check(Code, "これ#[|]#は", "これ`#[|]#`は");
        check(Code, "#[|]#", "`#[|]#`");
        check(Code, "`#[|]#`", "#[|]#");
        check(Code, "`a`#[|]#", "`a``#[|]#`");
    }

    #[test]
    fn lines_become_a_fenced_block() {
        check(Code, "#[a\nb|]#", "```\n#[a\nb|]#\n```");
        check(Code, "前\na#[a\nb|]#b\n後", "前\n```\n#[aa\nbb|]#\n```\n後");
        check(Code, "#[a\r\nb\r\n|]#c", "```\r\n#[a\r\nb|]#\r\n```\r\nc");
        check(Code, "#[```\na\n```|]#", "````\n#[```\na\n```|]#\n````");
        check(Code, "#[  a: 1\n  b: 2|]#", "```\n#[  a: 1\n  b: 2|]#\n```");
    }
}
