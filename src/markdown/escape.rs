//! Words that are not Markdown, put where Markdown stands: a name that was typed
//! into a field must read as it was typed.

use std::borrow::Cow;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::parser;

/// What can begin or end markup inside a line
/// (<https://spec.commonmark.org/0.31.2/#backslash-escapes>).
const MARKS: [char; 10] = ['\\', '`', '*', '_', '[', ']', '<', '>', '~', '&'];

/// One line of words as Markdown that shows them as they are. Words that no reader
/// would take for markup stay as they are.
pub fn escaped(words: &str) -> Cow<'_, str> {
    if is_plain(words) {
        return words.into();
    }
    let mut escaped = String::with_capacity(words.len() + 8);
    for (at, letter) in words.char_indices() {
        let begins_block = at == 0 && matches!(letter, '#' | '+' | '-' | '=' | '|' | ':');
        if begins_block || MARKS.contains(&letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped.into()
}

fn is_plain(words: &str) -> bool {
    let mut shown = String::with_capacity(words.len());
    for event in parser(words, None) {
        match event {
            Event::Text(text) => shown.push_str(&text),
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            _ => return false,
        }
    }
    shown == words.trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_what_is_read() {
        let check = |words: &str, expected: &str| {
            assert_eq!(escaped(words), expected);
            assert!(is_plain(words) || !is_plain(expected));
            let mut shown = String::new();
            for event in parser(expected, None) {
                match event {
                    Event::Text(text) => shown.push_str(&text),
                    Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                    other => panic!("{expected} is {other:?}"),
                }
            }
            assert_eq!(shown, words);
        };
        check("Kumo Kaigi #12", "Kumo Kaigi #12");
        check("kumo_kaigi_2026", "kumo_kaigi_2026");
        check("R&D の会 <3", "R&D の会 <3");
        check(
            "東京国際フォーラム *ホールA*",
            r"東京国際フォーラム \*ホールA\*",
        );
        check("<b>雲</b> [会](議)", r"\<b\>雲\</b\> \[会\](議)");
        check("`cargo` & &amp;", r"\`cargo\` \& \&amp;");
        check("# 雲", r"\# 雲");
        check("- 雲", r"\- 雲");
    }
}
