//! YAML front matter: which of its lines say the title, the emoji and the topics, and how such a
//! line is changed while all others stay as they are.
//!
//! This is no reader of YAML. It knows the forms in which people and tools write these three
//! (<https://yaml.org/spec/1.2.2/>, chapter 7 and section 8.2.1) and takes whatever else stands
//! there for text. What it does not understand it does not touch.

use std::ops::Range;

use crate::markdown::lines::{is_blank, line_at, one_line};

/// Front matter at the start of a text.
pub(super) struct FrontMatter<'t> {
    text: &'t str,
    /// Where the line stands that closes it, and where the text goes on.
    close: usize,
    pub(super) end: usize,
    /// The keys in order, with what stands from behind the colon to the next key.
    fields: Vec<(&'t str, Range<usize>)>,
}

/// What a field says.
#[derive(Debug, PartialEq, Eq)]
enum Value {
    Text(String),
    List(Vec<String>),
}

/// What is white space in YAML, with its line ends.
const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

impl<'t> FrontMatter<'t> {
    /// The front matter that a text begins with. The text between two thematic breaks is none:
    /// each line must have the look of YAML, and the first of them must not be blank, as Pandoc
    /// wants it (<https://pandoc.org/MANUAL.html#extension-yaml_metadata_block>).
    pub(super) fn at_start(text: &'t str) -> Option<Self> {
        let (first, mut at) = line_at(text, 0);
        let mut fields: Vec<(&str, Range<usize>)> = Vec::new();
        let mut is_first = true;
        if !is_fence(first) {
            return None;
        }
        while at < text.len() {
            let (line, next) = line_at(text, at);
            let begun = !fields.is_empty();
            if let Some((_, value)) = fields.last_mut() {
                value.end = at;
            }
            if is_fence(line) {
                return (begun || is_first).then_some(Self {
                    text,
                    close: at,
                    end: next,
                    fields,
                });
            }
            let goes_on = is_blank(line) || line.starts_with([' ', '\t', '-', ']', '}']);
            let is_yaml = line.starts_with('#') || begun && goes_on;
            if let Some(key) = key(line) {
                let value = at + line.find(':').unwrap_or(0) + 1;
                fields.push((key, value..next));
            } else if !is_yaml {
                return None;
            }
            is_first = false;
            at = next;
        }
        None
    }

    /// The field with the first of these names that there is, whatever the case: where its value
    /// stands, and what it is.
    fn field(&self, names: &[&str]) -> Option<(Range<usize>, Value)> {
        let named = |name: &&str| {
            let fields = &mut self.fields.iter();
            fields.find(|(key, _)| key.eq_ignore_ascii_case(name))
        };
        let (_, range) = names.iter().find_map(named)?;
        let (value, end) = value(&self.text[range.clone()]);
        Some((range.start..range.start + end, value))
    }

    /// Whether there is a field of this name, whatever the case.
    pub(super) fn has(&self, name: &str) -> bool {
        self.field(&[name]).is_some()
    }

    /// What a field says as text; nothing if there is none, or if it is a list.
    pub(super) fn text(&self, name: &str) -> String {
        match self.field(&[name]) {
            Some((_, Value::Text(text))) => one_line(&text),
            _ => String::new(),
        }
    }

    /// What a field says as a list, which may also be a text with commas.
    pub(super) fn list(&self, names: &[&str]) -> Vec<String> {
        let items = match self.field(names) {
            Some((_, Value::List(items))) => items,
            Some((_, Value::Text(text))) => text.split(',').map(str::to_owned).collect(),
            None => Vec::new(),
        };
        let items = items.iter().map(|item| one_line(item));
        items.filter(|item| !item.is_empty()).collect()
    }

    /// The change that gives the field with one of these names another value, which is YAML: in
    /// its place, or on a line of its own, as the first name, at the end.
    pub(super) fn change(
        &self,
        names: &[&str],
        yaml: &str,
        line_end: &str,
    ) -> (Range<usize>, String) {
        match self.field(names) {
            Some((range, _)) => (range, [" ", yaml].concat()),
            None => {
                let line = [names[0], ": ", yaml, line_end].concat();
                (self.close..self.close, line)
            }
        }
    }
}

fn is_fence(line: &str) -> bool {
    line.trim_end_matches(SPACE) == "---"
}

/// The key of a line that has one at its start.
fn key(line: &str) -> Option<&str> {
    let (key, value) = line.split_once(':')?;
    let is_key = line.starts_with(|c: char| c.is_alphanumeric() || "_\"'".contains(c));
    let has_value = value.is_empty() || value.starts_with(SPACE);
    (is_key && has_value).then(|| key.trim_end().trim_matches(['"', '\'']))
}

/// The value at the start of a text that goes up to the next key, and where it ends: 0 if there is
/// none, so that another one can stand right behind the colon.
fn value(text: &str) -> (Value, usize) {
    let start = skip(text, 0, &SPACE);
    let rest = &text[start..];
    let on_a_later_line = text[..start].contains(['\n', '\r']);
    let found = match rest.chars().next() {
        None => Some((Value::Text(String::new()), 0)),
        Some('[') => flow_list(text, start + 1),
        Some('-') if on_a_later_line && item(rest).is_some() => Some(block_list(text, start)),
        Some('|' | '>') => {
            let (header, next) = line_at(text, start);
            let (folded, end) = folded(text, start + header.len(), next);
            Some((Value::Text(folded), end))
        }
        Some('"' | '\'') => {
            let quoted = unquoted(rest);
            quoted.map(|(text, length)| (Value::Text(text), start + length))
        }
        _ => None,
    };
    found.unwrap_or_else(|| {
        let (first, end) = plain(text, start, &[]);
        let (more, end) = folded(text, end, line_at(text, start).1);
        (Value::Text([first, &more].concat()), end)
    })
}

/// Behind spaces and comments.
fn skip(text: &str, mut at: usize, spaces: &[char]) -> usize {
    loop {
        at = text.len() - text[at..].trim_start_matches(spaces).len();
        if !(text[at..].starts_with('#') && text[..at].ends_with(SPACE)) {
            return at;
        }
        at += line_at(&text[at..], 0).0.len();
    }
}

/// A plain scalar on one line: up to one of `stops`, or to a comment. The word for nothing is
/// nothing.
fn plain<'t>(text: &'t str, start: usize, stops: &[char]) -> (&'t str, usize) {
    let rest = &text[start..];
    let ends = |c: char| matches!(c, '\n' | '\r') || stops.contains(&c);
    let line = &rest[..rest.find(ends).unwrap_or(rest.len())];
    let is_comment = |at: &usize| line[..*at].ends_with([' ', '\t']);
    let mut signs = line.match_indices('#').map(|(at, _)| at);
    let length = signs.find(is_comment).unwrap_or(line.len());
    let scalar = line[..length].trim_end_matches(SPACE);
    let is_nothing = matches!(scalar, "~" | "null");
    (if is_nothing { "" } else { scalar }, start + scalar.len())
}

/// The indented lines from `next` on as one, and where the last of them ends, else `end`.
fn folded(text: &str, mut end: usize, mut next: usize) -> (String, usize) {
    let mut folded = String::new();
    while next < text.len() {
        let (line, after) = line_at(text, next);
        let words = line.trim_matches(SPACE);
        if !words.is_empty() {
            if !line.starts_with([' ', '\t']) || words.starts_with('#') {
                break;
            }
            folded = folded + " " + words;
            end = next + line.trim_end_matches(SPACE).len();
        }
        next = after;
    }
    (folded, end)
}

/// A scalar in a list, and where it ends.
fn scalar(text: &str, start: usize, stops: &[char]) -> (String, usize) {
    if let Some((words, length)) = unquoted(&text[start..]) {
        return (words, start + length);
    }
    let (words, end) = plain(text, start, stops);
    (words.to_owned(), end)
}

/// `[a, "b"]`, on one line or several, from behind its bracket; `None` if it is not closed.
fn flow_list(text: &str, mut at: usize) -> Option<(Value, usize)> {
    let mut items = Vec::new();
    loop {
        at = skip(text, at, &[' ', '\t', '\n', '\r', ',']);
        if text[at..].starts_with(']') {
            return Some((Value::List(items), at + 1));
        }
        if at == text.len() {
            return None;
        }
        let (item, end) = scalar(text, at, &[',', ']']);
        items.push(item);
        at = end;
    }
}

/// Lines that begin with `-`, from the first of them on.
fn block_list(text: &str, start: usize) -> (Value, usize) {
    let mut items = Vec::new();
    let mut end = start;
    let mut at = start;
    while at < text.len() {
        let (line, next) = line_at(text, at);
        if let Some(item) = item(line.trim_start_matches(SPACE)) {
            items.push(scalar(item, 0, &[]).0);
            end = at + line.trim_end_matches(SPACE).len();
        }
        at = next;
    }
    (Value::List(items), end)
}

/// What stands behind the `-` of an item.
fn item(line: &str) -> Option<&str> {
    let item = line.strip_prefix('-')?;
    (item.is_empty() || item.starts_with(SPACE)).then(|| item.trim_start_matches([' ', '\t']))
}

/// A quoted scalar at the start of a text and its length; `None` if there is none, or if it does
/// not end.
fn unquoted(text: &str) -> Option<(String, usize)> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut words = String::new();
    let mut letters = text.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        if letter == quote {
            let twice = quote == '\'' && text[at + 1..].starts_with(quote);
            if !twice {
                return Some((words, at + 1));
            }
            letters.next();
        } else if letter == '\\' && quote == '"' {
            let (_, escape) = letters.next()?;
            let digits = match escape {
                'x' => 2,
                'u' => 4,
                'U' => 8,
                _ => 0,
            };
            let code = text.get(at + 2..at + 2 + digits);
            let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
            if let Some(letter) = code.and_then(char::from_u32) {
                words.push(letter);
                letters.nth(digits - 1);
                continue;
            }
            words.push(match escape {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                other => other,
            });
            continue;
        }
        words.push(letter);
    }
    None
}

/// A double-quoted scalar of YAML 1.2, section 7.3.1: any character may stand
/// in it, a few of them escaped.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            _ if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                quoted += &format!("\\u{:04x}", u32::from(letter));
            }
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

/// A list of such scalars on one line.
pub(super) fn quoted_list(items: &[String]) -> String {
    let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
    format!("[{}]", items.join(", "))
}
