//! Values of the type TEXT (RFC 5545, 3.3.11) as the words of a session.
//!
//! Must not know which property they come from.

/// The words of a value in one line. A title may be about `<canvas>`: no tag is looked for.
pub fn line(value: &str) -> String {
    let mut text = unescaped(value);
    if text.contains('&') {
        text = plain_text(&text.replace('<', "&lt;"));
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        if !word.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    line
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

/// The words of a text in HTML.
fn plain_text(html: &str) -> String {
    let mut parts = html.split('<');
    let mut text = String::with_capacity(html.len());
    text.push_str(parts.next().unwrap_or(""));
    for part in parts {
        match part
            .split_once('>')
            .and_then(|(tag, rest)| Some((left(tag)?, rest)))
        {
            Some((left, rest)) => {
                text.push_str(left);
                text.push_str(rest);
            }
            None => {
                text.push('<');
                text.push_str(part);
            }
        }
    }
    for (reference, meaning) in REFERENCES {
        if text.contains(reference) {
            text = text.replace(reference, meaning);
        }
    }
    text
}

const REFERENCES: [(&str, &str); 6] = [
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&nbsp;", " "),
    ("&amp;", "&"),
];

/// What is left of a tag, if it is one.
fn left(tag: &str) -> Option<&'static str> {
    let name = tag.trim_start_matches('/');
    let name = name.split([' ', '/']).next()?;
    Some(match name {
        "br" | "li" => "\n",
        "p" | "div" | "ul" | "ol" if tag.starts_with('/') => "\n",
        "a" | "b" | "i" | "p" | "em" | "ul" | "ol" | "div" | "span" | "strong" => "",
        _ => return None,
    })
}
