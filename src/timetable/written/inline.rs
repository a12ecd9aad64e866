//! Markdown within a line, and HTML within a cell, as plain words and links. Knows no programme.

use super::cursor::{is_blank, strip, strip_end, strip_start};
use crate::domain::{Link, LinkKind};

/// Words without their markup. The addresses in them become links; a link that has words leaves
/// them in the text.
pub fn words(text: &str, links: &mut Vec<Link>) -> String {
    let text = lines_of_tags(text);
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

/// The tags of HTML that stand in texts, read by [`plain_text`]; what is none, such as `Vec<T>`,
/// is left alone.
fn lines_of_tags(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.into();
    }
    let mut safe = String::with_capacity(text.len());
    for c in text.split_inclusive('<') {
        // What follows a `<` decides about it.
        if safe.ends_with('<') && !is_tag(c) {
            safe.pop();
            safe.push_str("&lt;");
        }
        safe.push_str(c);
    }
    if safe.ends_with('<') {
        safe.pop();
        safe.push_str("&lt;");
    }
    plain_text(&safe)
}

/// Whether the text after a `<` is the rest of a tag that is known.
fn is_tag(text: &str) -> bool {
    const TAGS: &str = " a b i u s p br em hr li ol ul td th tr div pre sub sup del ins img code \
        font span small strong table tbody thead h1 h2 h3 h4 h5 h6 blockquote ";
    let name = strip_start(text, "/");
    let end = name
        .bytes()
        .take(12)
        .position(|b| !b.is_ascii_alphanumeric());
    let Some(end) = end.filter(|end| *end > 0) else {
        return false;
    };
    let name = name[..end].to_ascii_lowercase();
    text.contains('>') && TAGS.split(' ').any(|tag| tag == name)
}

/// HTML as plain text: tags dropped, ends of blocks and `<br>` as line ends, entities decoded.
pub(super) fn plain_text(html: &str) -> String {
    const BLOCKS: [&str; 11] = [
        "br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "ul", "ol",
    ];
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(tag) = rest.strip_prefix('<') {
            let Some(end) = tag.find('>') else { break };
            let name = strip_start(&tag[..end], "/");
            let name = name
                .split(|c: char| !c.is_ascii_alphanumeric())
                .next()
                .unwrap_or("");
            if BLOCKS.iter().any(|block| name.eq_ignore_ascii_case(block)) && !text.ends_with('\n')
            {
                text.push('\n');
            }
            rest = &tag[end + 1..];
        } else {
            let (c, length) = entity(rest);
            text.push(c);
            rest = &rest[length..];
        }
    }
    text.push_str(rest);
    text
}

/// The character that an entity at the start of a text means, and how many bytes it has.
fn entity(text: &str) -> (char, usize) {
    const NAMES: [(&str, char); 16] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("ndash", '–'),
        ("mdash", '—'),
        ("hellip", '…'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("middot", '·'),
        ("copy", '©'),
        ("tilde", '~'),
    ];
    let end = text.bytes().take(12).position(|b| b == b';');
    let name = end.map_or("", |end| &text[1..end]);
    let number = name
        .strip_prefix('#')
        .and_then(|number| match number.strip_prefix(['x', 'X']) {
            Some(number) => u32::from_str_radix(number, 16).ok(),
            None => number.parse().ok(),
        });
    let named = NAMES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, c)| *c);
    match (named.or(number.and_then(char::from_u32)), end) {
        (Some(c), Some(end)) => (c, end + 1),
        _ => ('&', 1),
    }
}
