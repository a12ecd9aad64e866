//! A text with line ends of its own behind a text area, which shows and gives line feeds only
//! (<https://html.spec.whatwg.org/multipage/form-elements.html#concept-textarea-api-value>).
//!
//! What is stored is the text as it came, with CRLF, CR or a mixture; what is shown is the same
//! with a line feed for each. A text of line feeds is both: it is looked through for a carriage
//! return, at every key, and nothing else. All offsets are bytes.

use std::borrow::Cow;

use super::diff;
use crate::domain::line_end;

/// What a text area shows of a stored text.
pub fn shown(stored: &str) -> Cow<'_, str> {
    if !stored.contains('\r') {
        return stored.into();
    }
    let mut shown = String::with_capacity(stored.len());
    let mut from = 0;
    for at in stored.match_indices('\r').map(|(at, _)| at) {
        shown += &stored[from..at];
        from = at + 1;
        // The line feed of a CRLF follows.
        if stored.as_bytes().get(from) != Some(&b'\n') {
            shown.push('\n');
        }
    }
    shown += &stored[from..];
    shown.into()
}

/// The stored text after what was shown of it has become `after`, which has line feeds only.
///
/// Only what has changed is another: before and behind it each byte stays. New lines end as most
/// lines of the text do. Where a line end of CR would meet one of LF, it becomes CRLF: else the
/// two would be one.
pub fn write_back(stored: &str, after: String) -> String {
    if !stored.contains('\r') {
        return after;
    }
    let Some(change) = diff(&shown(stored), &after) else {
        return stored.to_owned();
    };
    let mut written = stored[..in_stored(stored, change.range.start)].to_owned();
    let mut lines = change.insert.split('\n');
    push(&mut written, lines.next().unwrap_or_default());
    for line in lines {
        push(&mut written, line_end(stored).unwrap_or("\n"));
        written += line;
    }
    push(&mut written, &stored[in_stored(stored, change.range.end)..]);
    written
}

/// What a text area shows of a section: not the line ends at its end, so that nobody looks at
/// empty lines.
pub fn body(stored: &str) -> Cow<'_, str> {
    shown(stored.trim_end_matches(['\n', '\r']))
}

/// The stored text after the area, which showed the first `before` bytes of it, holds `body`. The
/// line ends that were behind those stay behind it, also where there was none.
pub fn write_body(stored: &str, before: usize, mut body: String) -> String {
    let shown = shown(stored);
    let end = shown.trim_end_matches('\n').len();
    // Where the area showed another text, the end is that of the stored one.
    let behind = shown.get(before..).filter(|_| before >= end);
    body += behind.unwrap_or(&shown[end..]);
    write_back(stored, body)
}

fn push(text: &mut String, part: &str) {
    if text.ends_with('\r') && part.starts_with('\n') {
        text.push('\n');
    }
    text.push_str(part);
}

/// Where a place in the shown text is in the stored one: never within a CRLF.
pub fn in_stored(stored: &str, shown: usize) -> usize {
    let before = crlfs(stored).enumerate();
    shown + before.take_while(|(count, at)| at - count < shown).count()
}

/// Where a place in the stored text is in the shown one; within a CRLF it is before its line feed.
pub fn in_shown(stored: &str, at: usize) -> usize {
    at - crlfs(stored).take_while(|crlf| *crlf < at).count()
}

/// Where each CRLF stands.
fn crlfs(stored: &str) -> impl Iterator<Item = usize> {
    let returns = stored.match_indices('\r').map(|(at, _)| at);
    returns.filter(|at| stored.as_bytes().get(at + 1) == Some(&b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_changed_is_another() {
        let check = |stored: &str, after: &str, expected: &str| {
            let written = write_back(stored, after.to_owned());
            assert_eq!(written, expected, "{stored:?} {after:?}");
            assert_eq!(shown(&written), after);
        };
        check("a\nb", "a\nbc\n", "a\nbc\n");
        check("", "a\n", "a\n");
        check("a\r\nb\r\n", "a\nb\n", "a\r\nb\r\n");
        check("a\r\nb\r\n", "ax\nb\n", "ax\r\nb\r\n");
        check("a\r\nb\r\n", "a\nb\n\nc", "a\r\nb\r\n\r\nc");
        check("a\r\nb\r\n", "ab\n", "ab\r\n");
        check("a\rb", "a\nb\nc\n", "a\rb\rc\r");
        check("a\rb\r\nc\r\n", "a\nb\nx\nc\n", "a\rb\r\nx\r\nc\r\n");
        check("会議\r\n", "会場\n", "会場\r\n");
        check("a\r\n", "", "");
    }

    #[test]
    fn line_ends_that_meet_stay_two() {
        let check = |stored: &str, after: &str, expected: &str| {
            assert_eq!(write_back(stored, after.to_owned()), expected);
        };
        // What stood between them is deleted.
        check("a\rb\nc", "a\n\nc", "a\r\n\nc");
        // A line feed is typed behind a CR, and a CR before a line feed.
        check("a\nb\nc\rd", "a\nb\nc\n\nd", "a\nb\nc\r\n\nd");
        check("a\rb\rc\nd", "a\nb\nx\n\nd", "a\rb\rx\r\n\nd");
    }

    #[test]
    fn the_line_ends_at_the_end_stay() {
        let check = |stored: &str, shows: &str, typed: &str, expected: &str| {
            let area = body(stored);
            assert_eq!(area, shows, "{stored:?}");
            assert_eq!(write_body(stored, area.len(), area.to_string()), stored);
            let written = write_body(stored, area.len(), typed.to_owned());
            assert_eq!(written, expected, "{stored:?} {typed:?}");
        };
        check("a\n\n", "a", "ab", "ab\n\n");
        check("a", "a", "ab", "ab");
        check("", "", "a", "a");
        check("a\r\n\r\n", "a", "ab", "ab\r\n\r\n");
        check("a\r\nb", "a\nb", "a\nbc", "a\r\nbc");
        check("a\r\nb\r\n", "a\nb", "a\nb\nc", "a\r\nb\r\nc\r\n");
        check("a\rb\r", "a\nb", "a\nbc", "a\rbc\r");
    }

    #[test]
    fn a_line_end_that_was_typed_is_no_line_end_behind_the_text() {
        let mut stored = "a\r\n".to_owned();
        let mut before = body(&stored).len();
        for typed in ["a\n", "a\n\n", "a\n\nb"] {
            stored = write_body(&stored, before, typed.to_owned());
            before = typed.len();
        }
        assert_eq!(stored, "a\r\n\r\nb\r\n");
        // Another tab wrote meanwhile.
        assert_eq!(write_body("other\n\n", 1, "ab".to_owned()), "ab\n\n");
    }

    #[test]
    fn places_are_the_same_ones() {
        let stored = "a\r\nあ\r\rb\n\r\n";
        let text = shown(stored);
        assert_eq!(text, "a\nあ\n\nb\n\n");
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let place = in_stored(stored, at);
            assert_eq!(shown(&stored[..place]), text[..at]);
            assert_eq!(shown(&stored[place..]), text[at..]);
            assert_eq!(in_shown(stored, place), at);
        }
        assert_eq!(in_shown(stored, 2), 1, "within a CRLF");
    }
}
