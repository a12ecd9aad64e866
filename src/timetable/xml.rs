//! XML, as far as data is written in it: elements, attributes, text and CDATA.
//!
//! Owns what is a tag, and that elements are well nested whatever the text is: ends that are
//! missing are put in, ends of nothing are left out, and it is told where that was. Comments,
//! processing instructions and the document type are passed over, and the entities that it
//! declares are never expanded. Must not know what any element means.
//!
//! The crate `quick-xml` in its place makes the reader 6 KB larger, compressed (40 KB for 34, as a
//! WebAssembly module of its own), and ends at the first tag that is none.

use super::plain_text::one_line;
use super::references::decode;

/// How deep elements may be nested; the text of deeper ones is that of the last.
const DEEPEST: usize = 64;

/// Elements of HTML that have no end, where HTML stands unescaped.
pub(super) const VOID: [&str; 3] = ["br", "hr", "img"];

/// What is read next. Names are without their prefix.
pub(super) enum Event<'x> {
    Start {
        name: &'x str,
        attributes: Attributes<'x>,
        /// The element around this one; empty if there is none.
        parent: &'x str,
    },
    End {
        name: &'x str,
        parent: &'x str,
    },
    /// Characters with their references: see [`decode`].
    Text(&'x str),
    /// Characters as they are.
    Data(&'x str),
}

/// The events of a text.
pub(super) struct Xml<'x> {
    text: &'x str,
    at: usize,
    open: Vec<&'x str>,
    /// So many of the open elements end before anything else is read.
    ending: usize,
    /// So many are open that are nested too deep.
    deeper: usize,
    /// Where the first tag is that breaks the nesting, or where the text breaks off.
    pub(super) broken: Option<usize>,
    /// Where the first element is that is nested too deep.
    pub(super) too_deep: Option<usize>,
}

impl<'x> Xml<'x> {
    pub(super) fn new(text: &'x str) -> Self {
        Self {
            text,
            at: 0,
            open: Vec::new(),
            ending: 0,
            deeper: 0,
            broken: None,
            too_deep: None,
        }
    }

    pub(super) fn next(&mut self) -> Option<Event<'x>> {
        loop {
            if self.ending > 0 {
                self.ending -= 1;
                let name = self.open.pop()?;
                let parent = self.parent();
                return Some(Event::End { name, parent });
            }
            let rest = &self.text[self.at..];
            if rest.starts_with('<') {
                if let Some(event) = self.markup(rest) {
                    return Some(event);
                }
            } else if !rest.is_empty() {
                let end = rest.find('<').unwrap_or(rest.len());
                self.at += end;
                return Some(Event::Text(&rest[..end]));
            } else if self.open.is_empty() {
                return None;
            } else {
                self.ending = self.open.len();
                self.breaks(self.at);
            }
        }
    }

    fn parent(&self) -> &'x str {
        self.open.last().copied().unwrap_or_default()
    }

    fn breaks(&mut self, at: usize) {
        self.broken.get_or_insert(at);
    }

    /// What begins with `<`.
    fn markup(&mut self, rest: &'x str) -> Option<Event<'x>> {
        if rest.starts_with("<!--") {
            self.take("<!--", "-->");
        } else if rest.starts_with("<![CDATA[") {
            return Some(Event::Data(self.take("<![CDATA[", "]]>")));
        } else if rest.starts_with("<?") {
            self.take("<?", "?>");
        } else if rest.starts_with("<!") && begins_name(&rest[2..]) {
            self.document_type(rest);
        } else if begins_name(&rest[1..]) {
            return self.start();
        } else if rest.starts_with("</") && begins_name(&rest[2..]) {
            self.end();
        } else {
            // A mark that somebody wrote for "less than".
            self.at += 1;
            return Some(Event::Text("<"));
        }
        None
    }

    /// What stands between two marks, the first of which comes next.
    fn take(&mut self, begin: &str, end: &str) -> &'x str {
        let inner = &self.text[self.at + begin.len()..];
        let Some(length) = inner.find(end) else {
            self.breaks(self.at);
            self.at = self.text.len();
            return inner;
        };
        self.at += begin.len() + length + end.len();
        &inner[..length]
    }

    /// <https://www.w3.org/TR/xml/#NT-doctypedecl>: its declarations stand in brackets, and have
    /// values and comments in which these signs mean nothing.
    fn document_type(&mut self, rest: &'x str) {
        let begin = self.at;
        let end = begin + rest.len();
        let mut inside = false;
        self.at += 2;
        while self.at < end {
            let rest = &self.text[self.at..];
            match rest.as_bytes()[0] {
                b'"' => _ = self.take("\"", "\""),
                b'\'' => _ = self.take("'", "'"),
                b'<' if rest.starts_with("<!--") => _ = self.take("<!--", "-->"),
                byte => {
                    inside = (inside || byte == b'[') && byte != b']';
                    let step = rest
                        .find(['"', '\'', '<', '[', ']', '>'])
                        .unwrap_or(rest.len());
                    self.at += step.max(1);
                    if byte == b'>' && !inside {
                        return;
                    }
                }
            }
        }
        self.breaks(begin);
    }

    /// What stands in a tag that begins with this. A `<` in it begins another tag, as no value of
    /// an attribute may have one (<https://www.w3.org/TR/xml/#CleanAttrVals>).
    fn tag(&mut self, begin: &str) -> &'x str {
        let inner = &self.text[self.at + begin.len()..];
        let mut quote = None;
        let mut bytes = inner.bytes();
        let end = bytes.position(|byte| {
            match quote {
                Some(open) if byte == open => quote = None,
                None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
                _ => {}
            }
            byte == b'<' || byte == b'>' && quote.is_none()
        });
        let length = end.unwrap_or(inner.len());
        let closes = inner[length..].starts_with('>');
        if !closes {
            self.breaks(self.at);
        }
        self.at += begin.len() + length + usize::from(closes);
        &inner[..length]
    }

    fn start(&mut self) -> Option<Event<'x>> {
        let at = self.at;
        let inner = self.tag("<");
        let (whole, attributes) = inner.split_at(name_length(inner));
        let name = local(whole);
        let closes_itself = inner.ends_with('/') || VOID.contains(&name);
        if self.open.len() == DEEPEST {
            self.too_deep.get_or_insert(at);
            self.deeper += usize::from(!closes_itself);
            return None;
        }
        let parent = self.parent();
        self.open.push(name);
        self.ending = usize::from(closes_itself);
        Some(Event::Start {
            name,
            attributes: Attributes(attributes.trim_end_matches('/')),
            parent,
        })
    }

    fn end(&mut self) {
        let at = self.at;
        let inner = self.tag("</");
        let name = local(&inner[..name_length(inner)]);
        if VOID.contains(&name) {
            return;
        }
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        let opened = self.open.iter().rposition(|open| *open == name);
        self.ending = opened.map_or(0, |opened| self.open.len() - opened);
        if self.ending != 1 {
            self.breaks(at);
        }
    }
}

/// The attributes of a tag, as they are written.
#[derive(Clone, Copy)]
pub(super) struct Attributes<'x>(pub(super) &'x str);

impl Attributes<'_> {
    /// The value of an attribute as one line; empty if there is none.
    pub(super) fn get(self, name: &str) -> String {
        let mut rest = self.0;
        while let Some((key, behind)) = rest.split_once('=') {
            let behind = behind.trim_start();
            let quote = behind.chars().next().filter(|c| matches!(c, '"' | '\''));
            let value = &behind[usize::from(quote.is_some())..];
            let end = match quote {
                Some(quote) => value.find(quote),
                None => value.find(|c: char| c.is_ascii_whitespace()),
            };
            let (value, behind) = value.split_at(end.unwrap_or(value.len()));
            if local(
                key.trim_end()
                    .rsplit(|c: char| c.is_ascii_whitespace())
                    .next()
                    .unwrap_or_default(),
            ) == name
            {
                let mut decoded = String::new();
                decode(value, &mut decoded);
                return one_line(&decoded);
            }
            rest = behind.strip_prefix(['"', '\'']).unwrap_or(behind);
        }
        String::new()
    }
}

/// A name without its prefix (<https://www.w3.org/TR/xml-names/#NT-PrefixedName>).
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn begins_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | ':') || !c.is_ascii())
}

fn name_length(inner: &str) -> usize {
    let ends = |c: char| c.is_ascii_whitespace() || c == '/';
    inner.find(ends).unwrap_or(inner.len())
}
