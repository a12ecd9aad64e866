//! HTML → tokens: a small, forgiving part of
//! <https://html.spec.whatwg.org/multipage/parsing.html#tokenization>.
//!
//! Every text has tokens and none is an error. Comments, doctypes, processing instructions and the
//! text of elements that is no text of the page are passed over here. Knows no element but these.

use std::borrow::Cow;

/// Elements whose content is not markup up to their own end tag: none of it is read
/// (<https://html.spec.whatwg.org/multipage/parsing.html#parsing-html-fragments>).
const RAW: [&str; 9] = [
    "script", "style", "textarea", "title", "iframe", "noembed", "noframes", "noscript", "xmp",
];

pub(super) enum Token<'h> {
    /// Characters with their references still in them: see [`decoded`].
    Text(&'h str),
    Start(Start<'h>),
    /// The name of an end tag in lower case.
    End(String),
}

/// A start tag.
pub(super) struct Start<'h> {
    /// In lower case.
    pub(super) name: String,
    /// Whether it ends in `/>`, which closes an element of another vocabulary.
    pub(super) closes_itself: bool,
    attributes: Vec<(&'h str, &'h str)>,
}

impl Start<'_> {
    /// The value of an attribute, of the first if there are several.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.attributes.iter();
        let (_, value) = attributes.find(|(key, _)| key.eq_ignore_ascii_case(name))?;
        Some(decoded(value))
    }

    pub(super) fn has(&self, attribute: &str, value: &str) -> bool {
        self.attribute(attribute).is_some_and(|is| is == value)
    }
}

/// The tokens of what is left to read; a copy reads ahead.
#[derive(Clone)]
pub(super) struct Tokens<'h>(pub(super) &'h str);

impl<'h> Iterator for Tokens<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        loop {
            let html = self.0;
            let mark = html.bytes().next()? == b'<';
            match html.as_bytes().get(1) {
                Some(b'a'..=b'z' | b'A'..=b'Z') if mark => return self.start().map(Token::Start),
                Some(b'/') if mark && starts_name(&html[2..]) => {
                    self.0 = &html[2..];
                    let name = self.name().to_ascii_lowercase();
                    self.skip_past(">");
                    return Some(Token::End(name));
                }
                Some(b'!' | b'?' | b'/') if mark => self.comment(),
                _ => {
                    let skipped = usize::from(mark);
                    let end = html[skipped..]
                        .find('<')
                        .map_or(html.len(), |at| at + skipped);
                    self.0 = &html[end..];
                    return Some(Token::Text(&html[..end]));
                }
            }
        }
    }
}

impl<'h> Tokens<'h> {
    /// <https://html.spec.whatwg.org/multipage/parsing.html#markup-declaration-open-state>;
    /// all but a real comment ends at the next `>`.
    fn comment(&mut self) {
        match self.0.strip_prefix("<!--") {
            Some(rest) if rest.starts_with('>') || rest.starts_with("->") => self.skip_past(">"),
            Some(rest) => {
                self.0 = rest;
                self.skip_past("-->");
            }
            None => self.skip_past(">"),
        }
    }

    fn skip_past(&mut self, end: &str) {
        self.0 = self.0.split_once(end).map_or("", |(_, rest)| rest);
    }

    /// Takes what stands before the first of these, or everything.
    fn take_until(&mut self, ends: impl Fn(char) -> bool) -> &'h str {
        let (taken, rest) = self.0.split_at(self.0.find(ends).unwrap_or(self.0.len()));
        self.0 = rest;
        taken
    }

    fn name(&mut self) -> &'h str {
        self.take_until(|c| is_space(c) || matches!(c, '/' | '>'))
    }

    /// A start tag and, where it has one, its raw text; nothing where the text ends within it.
    fn start(&mut self) -> Option<Start<'h>> {
        self.0 = &self.0[1..];
        let mut start = Start {
            name: self.name().to_ascii_lowercase(),
            closes_itself: false,
            attributes: Vec::new(),
        };
        loop {
            let between = self.take_until(|c| !is_space(c) && c != '/');
            let rest = self.0;
            if let Some(rest) = rest.strip_prefix('>') {
                self.0 = rest;
                start.closes_itself = between.ends_with('/');
                break;
            }
            start.attributes.push(self.attribute()?);
        }
        if RAW.contains(&&*start.name) {
            self.skip_raw(&start.name);
        }
        Some(start)
    }

    /// <https://html.spec.whatwg.org/multipage/parsing.html#attribute-name-state> and those behind
    /// it.
    fn attribute(&mut self) -> Option<(&'h str, &'h str)> {
        let whole = self.0;
        // An equals sign may be the first character of a name.
        let first = whole.chars().next()?.len_utf8();
        self.0 = &whole[first..];
        let length = self.take_until(|c| is_space(c) || matches!(c, '/' | '>' | '='));
        let name = &whole[..first + length.len()];
        let behind = self.0.trim_start_matches(is_space);
        let Some(value) = behind.strip_prefix('=') else {
            return Some((name, ""));
        };
        self.0 = value.trim_start_matches(is_space);
        let value = match self.0.chars().next()? {
            quote @ ('"' | '\'') => {
                let (value, rest) = self.0[1..].split_once(quote)?;
                self.0 = rest;
                value
            }
            _ => self.take_until(|c| is_space(c) || c == '>'),
        };
        Some((name, value))
    }

    /// Goes on at the end tag of the element, or at the end.
    fn skip_raw(&mut self, name: &str) {
        loop {
            self.take_until(|c| c == '<');
            let Some(rest) = self.0.strip_prefix('<') else {
                return;
            };
            let end = rest.strip_prefix('/').and_then(|end| end.get(..name.len()));
            if end.is_some_and(|end| end.eq_ignore_ascii_case(name)) {
                return;
            }
            self.0 = rest;
        }
    }
}

fn starts_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// <https://infra.spec.whatwg.org/#ascii-whitespace>
pub(super) fn is_space(c: char) -> bool {
    c.is_ascii_whitespace()
}

/// A text with its character references replaced by what they stand for: the numbered ones, and
/// of the names those that clipboards have. What is unknown stays as it is.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    let Some((before, mut rest)) = text.split_once('&') else {
        return text.into();
    };
    let mut decoded = before.to_owned();
    loop {
        // No name is longer than these; a far semicolon is not worth to be looked for.
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        match end.and_then(|end| Some((reference(&rest[..end])?, end + 1))) {
            Some((c, length)) => {
                decoded.push(c);
                rest = &rest[length..];
            }
            None => decoded.push('&'),
        }
        match rest.split_once('&') {
            Some((before, behind)) => {
                decoded.push_str(before);
                rest = behind;
            }
            None => break,
        }
    }
    decoded.push_str(rest);
    decoded.into()
}

/// <https://html.spec.whatwg.org/multipage/named-characters.html>
fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let digits = hex.unwrap_or(number);
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let code = u32::from_str_radix(digits, if hex.is_some() { 16 } else { 10 }).ok()?;
        return Some(
            char::from_u32(code)
                .filter(|c| *c != '\0')
                .unwrap_or('\u{fffd}'),
        );
    }
    let mut names = NAMES.split(' ');
    names.find_map(|known| known.strip_prefix(name)?.strip_prefix('=')?.chars().next())
}

/// Those that are written, and a few that older pages have.
const NAMES: &str = "amp=& lt=< gt=> quot=\" apos=' nbsp=\u{a0} ndash=– mdash=— hellip=… lsquo=‘ \
    rsquo=’ ldquo=“ rdquo=” laquo=« raquo=» bull=• middot=· times=× rarr=→ larr=← copy=© reg=® \
    trade=™ yen=¥";
