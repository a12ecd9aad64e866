//! JSON (RFC 8259) as far as reading needs it, and as it is found: a text that breaks off keeps
//! all that stood before, control characters and half surrogate pairs in strings, commas before a
//! closing bracket and a byte order mark are let through.
//!
//! The `Value` of `serde_json` gives back the whole or nothing, and all readers of JSON with it
//! are 16.8 KB to download (wasm, brotli), with this 15.1 KB. Must not know any programme.

use std::borrow::Cow;

use super::Problem;

/// No programme nests deeper; frab needs ten levels.
const DEPTH: usize = 48;

/// No programme has as many values, in all the megabytes that are taken in: an entry has about
/// thirty. Many more would fill the memory.
const MOST: usize = 1 << 20;

/// A value, borrowed from its text where nothing in it is escaped.
#[derive(Debug)]
pub(super) enum Json<'a> {
    Null,
    Flag(bool),
    /// As it is written.
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    /// In the order of the source; a name may stand twice.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

static NULL: Json = Json::Null;

impl<'a> Json<'a> {
    /// A field of an object, the last one of the name; [`Json::Null`] if there is none.
    pub fn get(&self, name: &str) -> &Self {
        let Self::Object(fields) = self else {
            return &NULL;
        };
        let mut named = fields.iter().rev().filter(|(key, _)| key == name);
        named.next().map_or(&NULL, |(_, value)| value)
    }

    /// The first of these fields that is there and not null.
    pub fn any(&self, names: &[&str]) -> &Self {
        for name in names {
            let value = self.get(name);
            if !matches!(value, Self::Null) {
                return value;
            }
        }
        &NULL
    }

    pub fn has(&self, name: &str) -> bool {
        !matches!(self.get(name), Self::Null)
    }

    pub fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    /// The values of a list. One value that stands where a list is expected is a list of one; an
    /// object that holds nothing but lists and objects is what PHP makes of a list with gaps.
    pub fn items(&self) -> Vec<&Self> {
        let nests = |value: &Self| matches!(value, Self::List(_) | Self::Object(_));
        match self {
            Self::Null => Vec::new(),
            Self::List(values) => values.iter().collect(),
            Self::Object(fields) if fields.iter().all(|(_, value)| nests(value)) => {
                fields.iter().map(|(_, value)| value).collect()
            }
            one => vec![one],
        }
    }
}

/// Where reading stopped, in bytes, and why.
pub(super) type Stop = (usize, Problem);

/// Reads a text, as far as it can be read.
pub(super) fn parse(text: &str) -> (Json<'_>, Option<Stop>) {
    let mut parser = Parser {
        text,
        at: 0,
        count: 0,
        stop: None,
    };
    if text.starts_with('\u{feff}') {
        parser.at = '\u{feff}'.len_utf8();
    }
    let value = parser.value(0);
    if parser.peek().is_some() {
        parser.fail(Problem::Broken);
    }
    (value, parser.stop)
}

struct Parser<'a> {
    text: &'a str,
    /// Always between two characters.
    at: usize,
    /// Values so far.
    count: usize,
    /// Nothing is read any more once this is set.
    stop: Option<Stop>,
}

impl<'a> Parser<'a> {
    fn fail(&mut self, problem: Problem) {
        self.stop.get_or_insert((self.at, problem));
    }

    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    /// Whether this comes next; it is stepped over.
    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn value(&mut self, depth: usize) -> Json<'a> {
        self.count += 1;
        match self.peek() {
            _ if self.count > MOST => self.fail(Problem::TooMany),
            Some(b'[' | b'{') if depth == DEPTH => self.fail(Problem::TooDeep),
            Some(b'[') => return self.list(depth + 1),
            Some(b'{') => return self.object(depth + 1),
            Some(b'"') => return self.string().map_or(Json::Null, Json::Text),
            Some(b'-' | b'0'..=b'9') => return self.number(),
            _ => return self.word(),
        }
        Json::Null
    }

    fn list(&mut self, depth: usize) -> Json<'a> {
        let mut values = Vec::new();
        self.at += 1;
        while !self.take(b']') {
            let value = self.value(depth);
            let nests = matches!(value, Json::List(_) | Json::Object(_));
            if self.stop.is_none() || nests {
                values.push(value);
            }
            self.between(b']');
            if self.stop.is_some() {
                break;
            }
        }
        Json::List(values)
    }

    fn object(&mut self, depth: usize) -> Json<'a> {
        let mut fields = Vec::new();
        self.at += 1;
        while !self.take(b'}') {
            let Some(name) = self.string() else {
                break;
            };
            if !self.take(b':') {
                self.fail(Problem::Broken);
                break;
            }
            let value = self.value(depth);
            let nests = matches!(value, Json::List(_) | Json::Object(_));
            if self.stop.is_none() || nests {
                fields.push((name, value));
            }
            self.between(b'}');
            if self.stop.is_some() {
                break;
            }
        }
        Json::Object(fields)
    }

    /// After a value comes a comma or the end.
    fn between(&mut self, end: u8) {
        if self.stop.is_none() && !self.take(b',') && self.peek() != Some(end) {
            self.fail(Problem::Broken);
        }
    }

    fn number(&mut self) -> Json<'a> {
        let rest = &self.text[self.at..];
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.');
        let end = rest.bytes().position(|byte| !is_part(byte));
        // A number at the very end of a text may go on in what is missing.
        let Some(end) = end else {
            self.fail(Problem::Broken);
            return Json::Null;
        };
        self.at += end;
        Json::Number(&rest[..end])
    }

    fn word(&mut self) -> Json<'a> {
        let rest = &self.text.as_bytes()[self.at..];
        for (word, value) in [
            ("null", Json::Null),
            ("true", Json::Flag(true)),
            ("false", Json::Flag(false)),
        ] {
            if rest.starts_with(word.as_bytes()) {
                self.at += word.len();
                return value;
            }
        }
        self.fail(Problem::Broken);
        Json::Null
    }

    /// A string; `None` if there is none, or no end of it.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        if !self.take(b'"') {
            self.fail(Problem::Broken);
            return None;
        }
        let mut text = Cow::Borrowed("");
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\')) else {
                self.fail(Problem::Broken);
                return None;
            };
            text += &rest[..end];
            self.at += end + 1;
            if rest.as_bytes()[end] == b'"' {
                return Some(text);
            }
            text.to_mut().push(self.escaped());
        }
    }

    /// What stands after a backslash.
    fn escaped(&mut self) -> char {
        let Some(letter) = self.text[self.at..].chars().next() else {
            return char::REPLACEMENT_CHARACTER;
        };
        self.at += letter.len_utf8();
        match letter {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' | 'f' => ' ',
            'u' => self.unit(),
            other => other,
        }
    }

    /// One character of four hexadecimal digits, or of two times four (RFC 8259, 7).
    fn unit(&mut self) -> char {
        let Some(first) = self.digits() else {
            return char::REPLACEMENT_CHARACTER;
        };
        let after_first = self.at;
        if (0xD800..0xDC00).contains(&first) && self.text[self.at..].starts_with("\\u") {
            self.at += 2;
            if let Some(second @ 0xDC00..0xE000) = self.digits() {
                let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                return char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
            }
            self.at = after_first;
        }
        char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    fn digits(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let code = u32::from_str_radix(digits, 16).ok()?;
        self.at += 4;
        Some(code)
    }
}
