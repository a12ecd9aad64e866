//! Fields as they are found: numbers that are strings, strings that are objects by language, one
//! value where a list should be, names that stand elsewhere under an id.
//!
//! Must not know where in a programme a field stands.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::value::Json;
use crate::domain::{Link, LinkKind};
use crate::timetable::plain_text::{one_line, plain_text};

/// The text of a field, on one line.
pub(super) fn line(value: &Json) -> String {
    one_line(&words(value))
}

/// Cuts a name that much may be called by: what stands once in the source and often in the
/// sessions must not fill the memory.
pub(super) fn short(mut name: String) -> String {
    if let Some((end, _)) = name.char_indices().nth(100) {
        name.truncate(end);
        name.truncate(name.trim_end().len());
    }
    name
}

/// The text of a field with its line ends, without markup.
pub(super) fn lines(value: &Json) -> String {
    let mut text = words(value);
    if is_html(&text) {
        text = Cow::Owned(plain_text(&text));
    }
    let mut lines = String::new();
    let mut before = ' ';
    for c in text.trim().chars() {
        match c {
            '\n' if before == '\r' => {}
            '\n' | '\r' if lines.ends_with("\n\n") => {}
            '\n' | '\r' => lines.push('\n'),
            '\t' => lines.push(' '),
            c if c.is_control() => {}
            c => lines.push(c),
        }
        before = c;
    }
    // A control character at an end may have hidden white space from the first trimming.
    lines.trim().into()
}

/// Words with `<` in them are common in talks about programming: only what has an end tag or a
/// line break is taken for HTML.
fn is_html(text: &str) -> bool {
    let mut tags = text.match_indices('<').map(|(at, _)| &text[at + 1..]);
    tags.any(|tag| {
        let letters = tag.as_bytes();
        match letters.first() {
            Some(b'/') => letters.get(1).is_some_and(u8::is_ascii_alphabetic),
            Some(b'b' | b'B') => matches!(letters.get(1), Some(b'r' | b'R')),
            _ => false,
        }
    })
}

/// The first of the languages in which a text stands: Japanese, English, any. Where Japanese is
/// among them, it is that of the hall and of its signs.
const LANGUAGES: [&str; 8] = [
    "ja", "ja-JP", "ja_JP", "jp", "en", "en-US", "en_US", "en-GB",
];

fn words<'v>(value: &'v Json) -> Cow<'v, str> {
    let value = match value.any(&["name", "title", "label", "text"]) {
        Json::Null => value,
        named => named,
    };
    let fields = match value {
        Json::Object(fields) => fields,
        Json::List(values) => {
            let mut texts = values.iter().map(words);
            return texts.find(|text| !text.is_empty()).unwrap_or_default();
        }
        one => return Cow::Borrowed(scalar(one)),
    };
    let known = LANGUAGES.iter().map(|name| scalar(value.get(name)));
    let is_language = |name: &str| name.len() == 2 && name != "id" || name.contains(['-', '_']);
    let others = fields.iter().filter(|(name, _)| is_language(name));
    let others = others.map(|(_, value)| scalar(value));
    let mut texts = known.chain(others).filter(|text| !text.trim().is_empty());
    Cow::Borrowed(texts.next().unwrap_or_default())
}

/// What is written in a string or a number.
pub(super) fn scalar<'v>(value: &'v Json) -> &'v str {
    match value {
        Json::Text(text) => text,
        Json::Number(number) => number,
        _ => "",
    }
}

/// Like [`scalar`], trimmed: for ids, times and addresses, where one is.
pub(super) fn mark<'v>(value: &'v Json) -> &'v str {
    scalar(value).trim()
}

/// Whether a flag is set.
pub(super) fn flag(value: &Json) -> bool {
    matches!(value, Json::Flag(true)) || matches!(mark(value), "true" | "1")
}

/// The name of a person.
pub(super) fn person(value: &Json) -> String {
    const NAMES: [&str; 7] = [
        "public_name",
        "name",
        "fullName",
        "full_public_name",
        "full_name",
        "nameKanji",
        "nickname",
    ];
    if !value.is_object() {
        return line(value);
    }
    for name in NAMES {
        let name = line(value.get(name));
        if !name.is_empty() {
            return name;
        }
    }
    let (first, last) = (value.get("firstName"), value.get("lastName"));
    let (first, last) = (line(first), line(last));
    match (first.is_empty(), last.is_empty()) {
        (true, true) if value.has("code") => line(value.get("code")),
        (true, true) => line(value),
        (true, false) => last,
        (false, true) => first,
        (false, false) => first + " " + &last,
    }
}

/// The names of several persons, in their order.
pub(super) fn people(value: &Json) -> Vec<String> {
    let mut names: Vec<String> = value.items().into_iter().map(person).collect();
    names.retain(|name| !name.is_empty());
    names
}

/// One type for all that is looked up, and the one that the store has: each other one would be
/// two kilobytes more to download.
pub(super) type Table = BTreeMap<String, u64>;

/// Names that are told once, under the ids by which others refer to them.
pub(super) struct Names {
    names: Vec<String>,
    /// Where in the names that of an id is.
    ids: Table,
    /// How many bytes may still be given out: a few bytes each refer to a name. No programme
    /// comes near.
    left: usize,
}

impl Names {
    /// Of objects, by any of these fields.
    pub fn new(objects: Vec<&Json>, ids: &[&str]) -> Self {
        let mut names = Self {
            names: Vec::new(),
            ids: Table::new(),
            left: 4 << 20,
        };
        for object in objects {
            for id in ids {
                let id = mark(object.get(id));
                if !id.is_empty() {
                    names.ids.insert(id.into(), names.names.len() as u64);
                }
            }
            names.names.push(short(person(object)));
        }
        names
    }

    /// The name under an id; empty if there is none.
    pub fn get(&mut self, id: &str) -> String {
        let index = self.ids.get(id).copied().unwrap_or(u64::MAX);
        let name = self
            .names
            .get(index as usize)
            .filter(|name| name.len() <= self.left);
        let name = name.cloned().unwrap_or_default();
        self.left -= name.len();
        name
    }

    /// Of a reference, which may be an id or an object with the name in it, or with the id.
    pub fn resolve(&mut self, reference: &Json) -> String {
        let mut name = self.get(mark(reference));
        for id in ["guid", "id", "slug"] {
            if name.is_empty() {
                name = self.get(mark(reference.get(id)));
            }
        }
        if name.is_empty() && reference.is_object() {
            name = person(reference);
        }
        name
    }
}

/// A link to an address; `None` if it leads nowhere. A relative one is of the base.
pub(super) fn link(kind: LinkKind, title: String, address: &Json, base: &str) -> Option<Link> {
    let address = absolute(mark(address), base)?;
    let title = if title == address {
        String::new()
    } else {
        title
    };
    Some(Link {
        kind,
        title,
        address,
    })
}

/// An address with its scheme (RFC 3986, 5.2, as far as programmes need it); `None` for an empty
/// one, and for a relative one of nothing.
fn absolute(address: &str, base: &str) -> Option<String> {
    let first = address.find([':', '/', '?', '#']);
    if first.is_some_and(|at| address.as_bytes()[at] == b':') {
        return Some(address.into());
    }
    // Longer ones would fill the memory, in thousands of links.
    let (scheme, rest) = base.split_once("://").filter(|_| base.len() < 200)?;
    let mut whole = String::from(scheme);
    if address.is_empty() {
        return None;
    } else if address.starts_with("//") {
        whole.push(':');
    } else {
        let end = match address.starts_with('/') {
            true => rest.find('/'),
            false => rest.rfind('/').map(|at| at + 1),
        };
        whole.push_str("://");
        whole.push_str(&rest[..end.unwrap_or(rest.len())]);
        if end.is_none() && !address.starts_with('/') {
            whole.push('/');
        }
    }
    whole.push_str(address);
    Some(whole)
}
