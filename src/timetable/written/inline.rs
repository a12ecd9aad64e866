//! Markdown within a line, and HTML within a cell, as plain words and links. Knows no programme.

use super::cursor::{is_blank, strip, strip_end, strip_start};
use crate::domain::{Link, LinkKind};
use crate::timetable::plain_text::plain_text;

/// Words without their markup. The addresses in them become links; a link that has words leaves
/// them in the text.
pub fn words(text: &str, links: &mut Vec<Link>) -> String {
    let text = match text.contains(['<', '&']) {
        true => plain_text(text),
        false => text.to_owned(),
    };
    let mut found = String::with_capacity(text.len());
    let mut open = None;
    let mut is_image = false;
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        let next = &rest[c.len_utf8()..];
        rest = next;
        match c {
            '\\' if next.starts_with(|c: char| c.is_ascii_punctuation()) => {
                found.push_str(&next[..1]);
                rest = &next[1..];
            }
            '!' if next.starts_with('[') => is_image = true,
            '[' => {
                is_image &= open.is_none();
                open = Some(found.len());
                found.push(c);
            }
            ']' if next.starts_with('(') && open.is_some() => {
                let from = open.take().unwrap_or(found.len());
                let Some((address, after)) = target(&next[1..]) else {
                    found.push(c);
                    continue;
                };
                let title = found.split_off(from);
                let title = strip(&title, "[");
                if !is_image {
                    add(links, title, address);
                }
                if !is_image && !is_address(title) && !says_nothing(title) {
                    found.push_str(title);
                }
                is_image = false;
                rest = after;
            }
            '<' | 'h' if !found.ends_with(|c: char| c.is_ascii_alphanumeric()) => {
                let from = if c == '<' {
                    next
                } else {
                    &text[text.len() - next.len() - 1..]
                };
                match bare(from) {
                    Some((address, after)) => {
                        add(links, "", address);
                        rest = if c == '<' {
                            after.strip_prefix('>').unwrap_or(after)
                        } else {
                            after
                        };
                    }
                    None => found.push(c),
                }
            }
            '*' if next.starts_with('*') => rest = &next[1..],
            '*' if is_emphasis(&found, next) => {}
            '~' if next.starts_with('~') => rest = &next[1..],
            '`' => {}
            _ if c.is_control() && c != '\n' && c != '\t' || c == '\u{feff}' || c == '\u{200b}' => {
            }
            _ => found.push(c),
        }
    }
    unwrapped(strip(&found, "")).into()
}

/// Whether the words of a link only say what it is.
fn says_nothing(title: &str) -> bool {
    const WORDS: [&str; 12] = [
        "スライド",
        "資料",
        "発表資料",
        "動画",
        "アーカイブ",
        "リンク",
        "詳細",
        "slides",
        "slide",
        "video",
        "link",
        "details",
    ];
    WORDS.iter().any(|word| title.eq_ignore_ascii_case(word))
}

/// Whether a `*` opens or closes emphasis: there is a blank on one of its sides.
fn is_emphasis(before: &str, after: &str) -> bool {
    let is_outside = |c: Option<char>| c.is_none_or(|c| is_blank(c) || c.is_ascii_punctuation());
    is_outside(before.chars().next_back()) != is_outside(after.chars().next())
}

/// Without one pair of `*` or `_` around all of it.
fn unwrapped(text: &str) -> &str {
    for mark in ["__", "*", "_"] {
        if let Some(inner) = text
            .strip_prefix(mark)
            .and_then(|text| text.strip_suffix(mark))
            && !inner.is_empty()
        {
            return inner.trim();
        }
    }
    text
}

/// The address of a Markdown link and what follows its bracket. It stops where no address can go
/// on, so that no text is looked through twice.
fn target(text: &str) -> Option<(&str, &str)> {
    let text = strip_start(text, "<");
    let mut depth = 0;
    let end = text.find(|c: char| {
        depth += i32::from(c == '(');
        depth -= i32::from(c == ')');
        depth < 0 || is_blank(c) || matches!(c, '<' | '>' | '[')
    })?;
    let (address, after) = text.split_at(end);
    let close = after.find([')', '[', '\n'])?;
    (after[close..].starts_with(')') && !address.is_empty()).then(|| (address, &after[close + 1..]))
}

/// An address that stands in the text as it is, and what follows.
fn bare(text: &str) -> Option<(&str, &str)> {
    let host = text
        .strip_prefix("https://")
        .or(text.strip_prefix("http://"))?;
    let end = host.find(|c: char| {
        is_blank(c)
            || c.is_control()
            || "<>\"|)]}）」』】、。，｜".contains(c)
            || is_kana_or_kanji(c)
    });
    let end = text.len() - host.len() + end.unwrap_or(host.len());
    let address = strip_end(&text[..end], ".,;:*'");
    (address.len() > 8).then(|| text.split_at(address.len()))
}

fn is_kana_or_kanji(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}')
}

/// Whether a text is an address and nothing else.
pub fn is_address(text: &str) -> bool {
    bare(text.trim()).is_some_and(|(_, after)| after.is_empty())
}

/// Keeps an address of the web, once.
pub fn add(links: &mut Vec<Link>, title: &str, address: &str) {
    let address = address.replace("&amp;", "&").replace(char::is_control, "");
    let address = String::from(address.trim());
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    if is_web && links.len() < MOST_LINKS && links.iter().all(|link| link.address != address) {
        let title = if is_address(title) { "" } else { title };
        links.push(Link {
            kind: kind(&address),
            title: title.into(),
            address,
        });
    }
}

/// No session has more.
const MOST_LINKS: usize = 20;

/// What an address leads to, by the place it names.
fn kind(address: &str) -> LinkKind {
    const SLIDES: [&str; 9] = [
        "speakerdeck.com/",
        "docswell.com/",
        "slideshare.net/",
        "docs.google.com/presentation/",
        "slides.com/",
        "gamma.app/",
        "canva.com/",
        "sli.dev",
        ".pptx",
    ];
    const RECORDINGS: [&str; 5] = [
        "youtube.com/",
        "youtu.be/",
        "vimeo.com/",
        "nicovideo.jp/",
        "media.ccc.de/",
    ];
    let small = address.to_ascii_lowercase();
    let is_file = |end: &str| {
        small
            .split(['?', '#'])
            .next()
            .is_some_and(|it| it.ends_with(end))
    };
    if SLIDES.iter().any(|place| small.contains(place)) || is_file(".pdf") {
        LinkKind::Slides
    } else if RECORDINGS.iter().any(|place| small.contains(place)) {
        LinkKind::Recording
    } else {
        LinkKind::Page
    }
}
