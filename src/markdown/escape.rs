//! Words that are not Markdown, put where Markdown stands: a name that was typed
//! into a field must read as it was typed.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::parser;

/// One line of words as Markdown that shows them as they are, whatever stands before
/// and after them in the line. A mark that no reader would take for one stays bare
/// (<https://spec.commonmark.org/0.31.2/#backslash-escapes>).
pub fn escaped(words: &str) -> Cow<'_, str> {
    let context = Context {
        starts: true,
        plain: is_plain(words),
        alone: true,
    };
    escaped_part(words, 0..words.len(), context).into()
}

/// Whether a line of Markdown is words, and begins no list, quote, heading or the like.
pub fn is_paragraph(line: &str) -> bool {
    matches!(
        parser(line, None).next(),
        Some(Event::Start(Tag::Paragraph))
    )
}

/// A link with these words, on one line.
pub fn link(words: &str, address: &str) -> String {
    let context = Context {
        starts: false,
        plain: is_plain(words),
        alone: false,
    };
    let words = escaped_part(words, 0..words.len(), context);
    match address.contains(['(', ')', '\\']) {
        true => format!("[{words}](<{address}>)"),
        false => format!("[{words}]({address})"),
    }
}

/// Where words stand that are to be escaped.
#[derive(Clone, Copy)]
pub(super) struct Context {
    /// Whether nothing stands before the line of words.
    pub(super) starts: bool,
    /// Whether a reader would take the line for nothing but words.
    pub(super) plain: bool,
    /// Whether no markup stands among the words of the line.
    pub(super) alone: bool,
}

/// A part of a line of words as Markdown.
pub(super) fn escaped_part(line: &str, part: Range<usize>, context: Context) -> String {
    let plain = context.plain;
    let mut escaped = String::with_capacity(part.len() + 8);
    for (at, letter) in line[part.clone()].char_indices() {
        let at = part.start + at;
        let (before, rest) = line.split_at(at);
        let next = rest.chars().nth(1);
        let starts = at == 0 && context.starts;
        let is_mark = match letter {
            // They find their other half anywhere in the paragraph.
            '*' | '~' | '`' => true,
            '_' => !(before.ends_with(char::is_alphanumeric) && is(next, char::is_alphanumeric)),
            '<' => !plain || is(next, |c| c.is_ascii_alphabetic() || "/!?".contains(c)),
            '[' | ']' => !plain || !context.alone,
            // At the end it breaks the line, or escapes the markup that follows.
            '\\' => !plain || !context.alone || at + 1 == part.end,
            '>' | '&' => !plain,
            '+' | '-' | '=' | '|' | ':' => !plain && starts,
            '.' | ')' => {
                let number = before.bytes().all(|byte| byte.is_ascii_digit());
                !plain && context.starts && at > 0 && number
            }
            // At the start it makes a heading, at the end it may close one.
            '#' => {
                (!plain && starts)
                    || before.ends_with(' ') && rest.trim_end().bytes().all(|byte| byte == b'#')
            }
            _ => false,
        };
        if is_mark {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

fn is(letter: Option<char>, of_kind: impl Fn(char) -> bool) -> bool {
    letter.is_some_and(of_kind)
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
        check("DevDays 4~5", r"DevDays 4\~5");
        check("雲*会議", r"雲\*会議");
        check("1. 雲", r"1\. 雲");
        check("12) 雲", r"12\) 雲");
        check("C# の会 #", r"C# の会 \#");
        check("_雲_", r"\_雲\_");
        check(
            "東京国際フォーラム *ホールA*",
            r"東京国際フォーラム \*ホールA\*",
        );
        check("<b>雲</b> [会](議)", r"\<b\>雲\</b\> \[会\](議)");
        check("`cargo` & &amp;", r"\`cargo\` \& \&amp;");
        check("# 雲", r"\# 雲");
        check("- 雲", r"\- 雲");
        check(r"C:\", r"C:\\");
    }

    #[test]
    fn a_link_has_the_words_that_were_given() {
        let check = |words: &str, address: &str, expected: &str| {
            assert_eq!(link(words, address), expected);
            let mut shown = String::new();
            for event in parser(expected, None) {
                match event {
                    Event::Text(text) => shown.push_str(&text),
                    Event::Start(Tag::Link { dest_url, .. }) => assert_eq!(&*dest_url, address),
                    Event::Start(Tag::Paragraph) | Event::End(_) => {}
                    other => panic!("{expected} is {other:?}"),
                }
            }
            assert_eq!(shown, words);
        };
        check(
            "雲の話",
            "https://a.example/1",
            "[雲の話](https://a.example/1)",
        );
        check(
            "a ] b",
            "https://a.example/",
            r"[a \] b](https://a.example/)",
        );
        check(r"a\", "https://a.example/", r"[a\\](https://a.example/)");
        check(
            "1. *a*",
            "https://a.example/(1)",
            r"[1. \*a\*](<https://a.example/(1)>)",
        );
    }
}
