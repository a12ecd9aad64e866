//! The short post that says that a report is there, and how long a service takes it to be.
//!
//! The rules are those of X (<https://docs.x.com/fundamentals/counting-characters>), which are
//! stricter than those of others: 280 in all, of which a letter of Latin takes one, one of Japanese
//! or an emoji two, and an address 23 however long it is.

use crate::domain::{Event, is_web_address};
use crate::markdown::leading_emoji;
use crate::markdown::lines::one_line;
use crate::text::Language;

/// A post may not be longer.
pub const LONGEST: usize = 280;

/// What an address takes, also one that is not known yet.
const ADDRESS: usize = 23;

/// The post for a report, with the place for its address at the end. The title is as long as there
/// is room for it.
pub fn announcement(language: Language, event: &Event) -> String {
    let title = one_line(&event.report.title);
    let title = match title.as_str() {
        "" => one_line(event.called()),
        _ => title,
    };
    let tag = match event.hashtag_with_sign().as_str() {
        "" => String::new(),
        tag => format!("{tag}\n"),
    };
    let post = |title: &str| (language.words().ways.post)(title) + "\n" + &tag;
    let room = LONGEST.saturating_sub(weight(&post("")) + ADDRESS);
    post(&shortened(&title, room))
}

/// A post with another address: in the place of the one that it has, else at its end.
pub fn with_address(post: &str, before: &str, address: &str) -> String {
    // Letters of a word are no address.
    let is_end = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let mut places = post.rmatch_indices(before).map(|(at, _)| at);
    let found = places.find(|at| {
        is_end(post[..*at].chars().next_back()) && is_end(post[at + before.len()..].chars().next())
    });
    match found.filter(|_| !before.is_empty()) {
        Some(at) => [&post[..at], address, &post[at + before.len()..]].concat(),
        None if address.is_empty() || post.is_empty() || post.ends_with(char::is_whitespace) => {
            [post, address].concat()
        }
        None => [post, "\n", address].concat(),
    }
}

/// How long a post is.
pub fn weight(text: &str) -> usize {
    let mut weight = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let (length, counted) = first(rest);
        weight += counted;
        rest = &rest[length..];
    }
    weight
}

/// The first thing that is counted: its length in bytes, and what it takes.
fn first(text: &str) -> (usize, usize) {
    if let Some(length) = address_length(text) {
        return (length, ADDRESS);
    }
    if let Some(emoji) = leading_emoji(text) {
        return (emoji.len(), 2);
    }
    let c = text.chars().next().unwrap_or_default();
    let counted = match c {
        // Voicing marks of their own belong to the letter before them.
        '\u{3099}' | '\u{309a}' => 0,
        '\0'..='\u{10ff}'
        | '\u{2000}'..='\u{200d}'
        | '\u{2010}'..='\u{201f}'
        | '\u{2032}'..='\u{2037}' => 1,
        _ => 2,
    };
    (c.len_utf8(), counted)
}

/// The length of the address that a text begins with.
fn address_length(text: &str) -> Option<usize> {
    let is_known = |scheme: &str| {
        let start = text.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    if !is_known("https://") && !is_known("http://") {
        return None;
    }
    let ends = |c: char| !c.is_ascii_graphic() || matches!(c, '<' | '>' | '"');
    let address = &text[..text.find(ends).unwrap_or(text.len())];
    let address = address.trim_end_matches(['.', ',', '!', '?', ':', ';', '\'', ')']);
    (is_web_address(address) && address.contains('.')).then_some(address.len())
}

/// The title, cut where a letter ends if it takes more than `room`.
fn shortened(title: &str, room: usize) -> String {
    if weight(title) <= room {
        return title.to_owned();
    }
    let room = room.saturating_sub(weight("…"));
    let (mut end, mut used) = (0, 0);
    while end < title.len() {
        let length = letter_length(&title[end..]);
        used += weight(&title[end..end + length]);
        if used > room {
            break;
        }
        end += length;
    }
    title[..end].trim_end().to_owned() + "…"
}

/// The length of the first letter with the marks that belong to it, of an emoji with all that is
/// joined to it, or of an address.
fn letter_length(text: &str) -> usize {
    if let Some(length) = address_length(text) {
        return length;
    }
    if let Some(emoji) = leading_emoji(text) {
        return emoji.len();
    }
    let is_mark = |c: char| {
        matches!(
            c,
            '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}'
                | '\u{e0100}'..='\u{e01ef}'
        )
    };
    let behind = text.char_indices().skip(1).find(|(_, c)| !is_mark(*c));
    behind.map_or(text.len(), |(at, _)| at)
}
