//! Values of the type TEXT (RFC 5545, 3.3.11) as the words of a session.
//!
//! Must not know which property they come from.

use crate::timetable::plain_text::{one_line, plain_text};

/// The words of a value in one line. A title may be about `<canvas>`: no tag is looked for.
pub fn line(value: &str) -> String {
    let mut text = unescaped(value);
    if text.contains('&') {
        text = plain_text(&text.replace('<', "&lt;"));
    }
    one_line(&text)
}

/// The words of a value in lines, of which no two in a row are empty.
pub fn lines(value: &str) -> String {
    let text = plain_text(&unescaped(value));
    let mut lines = String::with_capacity(text.len());
    let mut is_paragraph = false;
    for line in text.split('\n') {
        let line = line.trim_end();
        if line.is_empty() {
            is_paragraph = true;
            continue;
        }
        if !lines.is_empty() {
            lines.push_str(if is_paragraph { "\n\n" } else { "\n" });
        }
        is_paragraph = false;
        for c in line.chars() {
            if c == '\t' {
                lines.push(' ');
            } else if !c.is_control() {
                lines.push(c);
            }
        }
    }
    lines.trim().into()
}

/// As much of a text as helps to find it.
pub fn beginning(text: &str) -> &str {
    let text = text.trim();
    let end = text.char_indices().nth(80).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// A value without its backslashes and with `\n` as line ends. A backslash before any other
/// letter stays: it was never one of iCalendar.
fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars().peekable();
    while let Some(c) = chars.next() {
        let c = match (c, chars.peek()) {
            ('\\', Some('n' | 'N')) => {
                chars.next();
                '\n'
            }
            ('\\', Some(&next @ (',' | ';' | '\\' | ':' | '"'))) => {
                chars.next();
                next
            }
            ('\r', Some('\n')) => continue,
            ('\r', _) => '\n',
            _ => c,
        };
        text.push(c);
    }
    text
}
