//! Bare addresses: where they start and end in a text, and how their underscores survive the parser.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag};

/// Stands for an underscore in a bare address while the parser reads the text:
/// a code point that no text contains, meant for use inside a program
/// (<https://www.unicode.org/faq/private_use.html#noncharacters>).
const HIDDEN: char = '\u{fdd0}';

/// The first bare `http://` or `https://` address in `text`, as a byte range.
///
/// Where it ends follows the extended autolinks of GitHub Flavored Markdown
/// (<https://github.github.com/gfm/#autolinks-extension->), and it also ends
/// before full-width punctuation, because Japanese puts no space after an address.
pub(super) fn find_bare(text: &str) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(colon) = text[from..].find("://").map(|at| from + at) {
        from = colon + 3;
        let rest = &text[from..];
        if let Some(start) = scheme_start(&text[..colon])
            && rest.starts_with(char::is_alphanumeric)
        {
            let end = rest.find(ends_address).unwrap_or(rest.len());
            let length = without_trailing_punctuation(&rest[..end]).len();
            return Some(start..from + length);
        }
    }
    None
}

/// The length of the bare address that a text begins with.
pub fn bare_address(text: &str) -> Option<usize> {
    if !text.starts_with("http://") && !text.starts_with("https://") {
        return None;
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let range = find_bare(&text[..end])?;
    (range.start == 0).then_some(range.end)
}

/// Where `http` or `https` starts, if `before` ends with one that is a word of its own.
fn scheme_start(before: &str) -> Option<usize> {
    ["https", "http"].into_iter().find_map(|scheme| {
        let start = before.len().checked_sub(scheme.len())?;
        let own_word = before.is_char_boundary(start)
            && before[start..].eq_ignore_ascii_case(scheme)
            && !before[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
        own_word.then_some(start)
    })
}

fn ends_address(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '<' | '>' | '"' | '`')
        // CJK symbols and punctuation, and the full-width forms of ASCII punctuation.
        || matches!(c, '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}')
        || matches!(c, '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}')
        || matches!(c, '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}')
        || matches!(c, '\u{2018}'..='\u{201f}' | '\u{2026}')
}

/// A closing bracket belongs to the address if it closes one of the address.
fn without_trailing_punctuation(mut address: &str) -> &str {
    let opened = address.matches('(').count();
    let mut closed = address.matches(')').count();
    loop {
        address = address.trim_end_matches(['?', '!', '.', ',', ':', ';', '*', '_', '~', '\'']);
        match address.strip_suffix(')') {
            Some(shorter) if closed > opened => address = shorter,
            _ => return address,
        }
        closed -= 1;
    }
}

/// The text with the underscores of bare addresses hidden.
///
/// Places of publication find addresses before they find emphasis, the parser
/// knows none and would make `https://x.example/_name_` half a link.
pub(super) fn hide_underscores(source: &str) -> Cow<'_, str> {
    if !source.contains("://") || source.contains(HIDDEN) {
        return source.into();
    }
    let mut hidden = String::new();
    let mut rest = source;
    while let Some(range) = find_bare(rest) {
        hidden.push_str(&rest[..range.start]);
        // One behind a backslash is none for the parser either.
        let mut escaped = false;
        hidden.extend(rest[range.clone()].chars().map(|c| {
            let hides = c == '_' && !escaped;
            escaped = c == '\\' && !escaped;
            if hides { HIDDEN } else { c }
        }));
        rest = &rest[range.end..];
    }
    hidden.push_str(rest);
    if hidden.contains(HIDDEN) {
        hidden.into()
    } else {
        source.into()
    }
}

/// How many bytes longer than its source a text with hidden underscores is.
pub(super) fn growth(hidden: &str) -> usize {
    hidden.matches(HIDDEN).count() * (HIDDEN.len_utf8() - 1)
}

/// The event as it would be if nothing had been hidden.
pub(super) fn show_underscores(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Text(text) => Event::Text(show(text)),
        Event::Code(code) => Event::Code(show(code)),
        Event::Html(html) => Event::Html(show(html)),
        Event::InlineHtml(html) => Event::InlineHtml(show(html)),
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Link {
            link_type,
            dest_url: show(dest_url),
            title,
            id: show(id),
        }),
        Event::Start(Tag::Image {
            link_type,
            dest_url,
            title,
            id,
        }) => Event::Start(Tag::Image {
            link_type,
            dest_url: show(dest_url),
            title,
            id: show(id),
        }),
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(show(info))))
        }
        event => event,
    }
}

pub(super) fn show(text: CowStr<'_>) -> CowStr<'_> {
    if text.contains(HIDDEN) {
        text.replace(HIDDEN, "_").into()
    } else {
        text
    }
}
