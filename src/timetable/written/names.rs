//! The names of those who speak, out of one text with all of them. Knows no titles.

use super::cursor::{is_blank, strip};
use super::kinds::{is_handle, without_honorific};

/// No session has more: what follows is no list of names.
const MOST: usize = 50;

/// Names as they are separated: by lines, `;`, `/`, `、`; by `,`, `&` and `and` only where both
/// sides are whole names, because companies and names hold them too.
pub fn names(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in cut(text, &["\n", ";", "；", " / ", "／", "、", " x ", "さんと"]) {
        for part in by_commas(part) {
            let both = cut(part, &[" & ", "＆", " and ", " と "]);
            let all_whole = both.iter().all(|name| is_whole(name));
            for name in if all_whole { both } else { vec![part] } {
                for name in handles(name) {
                    push(&mut found, name);
                }
            }
        }
    }
    found
}

fn push(found: &mut Vec<String>, name: &str) {
    let name = strip(name, ",:：・-–—|");
    // `山田（会社）さん` is polite behind the bracket, `山田さん（会社）` before it.
    let name = Some(without_honorific(name))
        .filter(|name| name.ends_with([')', '）']))
        .unwrap_or(name);
    let end = name.find(['(', '（']).filter(|end| *end > 0);
    let (name, company) = name.split_at(end.unwrap_or(name.len()));
    let name = without_honorific(name);
    if name.is_empty() || is_nobody(name) || found.len() == MOST {
        return;
    }
    const COMPANIES: [&str; 3] = ["株式会社", "合同会社", "有限会社"];
    if let Some(last) = found.last_mut()
        && COMPANIES
            .iter()
            .any(|it| name.starts_with(it) || name.ends_with(it))
        && !name.contains(is_blank)
    {
        last.push('（');
        last.push_str(name);
        last.push('）');
        return;
    }
    let (at, name) = match name.strip_prefix('＠') {
        Some(handle) => ("@", handle),
        None => ("", name),
    };
    let blank = if company.starts_with('(') { " " } else { "" };
    let name = [at, name, blank, company].concat();
    if !found.contains(&name) {
        found.push(name);
    }
}

/// Whether it only says that nobody knows yet.
fn is_nobody(name: &str) -> bool {
    ["未定", "調整中", "tbd", "tba", "tbc", "n/a"]
        .iter()
        .any(|it| name.eq_ignore_ascii_case(it))
}

/// `@one @two` are two.
fn handles(text: &str) -> Vec<&str> {
    let words = text.split(is_blank).filter(|word| !word.is_empty());
    if words.clone().count() > 1 && words.clone().all(is_handle) {
        return words.collect();
    }
    vec![text]
}

/// Parts at commas, unless that would cut `Doe, Jane` or `Jane Doe, Example`.
fn by_commas(text: &str) -> Vec<&str> {
    const NO_NAMES: [&str; 9] = ["inc", "ltd", "llc", "co", "jr", "sr", "phd", "ph.d", "gmbh"];
    let parts = cut(text, &[",", "，"]);
    let is_title = |part: &&str| {
        let last = strip(part, ".").rsplit(is_blank).next();
        last.is_some_and(|last| NO_NAMES.iter().any(|it| last.eq_ignore_ascii_case(it)))
    };
    let whole = parts.iter().all(|part| is_whole(part));
    if !parts.iter().any(is_title) && (whole || parts.len() > 2) {
        return parts;
    }
    vec![text]
}

/// Whether this is a name by itself: two words, a handle, or one that is not in Latin letters.
fn is_whole(name: &str) -> bool {
    let name = name.trim();
    is_handle(name) || name.contains(is_blank) || !name.is_ascii() && !name.is_empty()
}

/// The parts between these, outside of brackets.
fn cut<'a>(text: &'a str, separators: &[&str]) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut from, mut depth) = (0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 || at < from || parts.len() == MOST => {}
            _ => {
                let found = separators.iter().find(|it| text[at..].starts_with(**it));
                if let Some(separator) = found {
                    parts.push(&text[from..at]);
                    from = at + separator.len();
                }
            }
        }
    }
    parts.push(&text[from..]);
    parts
}
