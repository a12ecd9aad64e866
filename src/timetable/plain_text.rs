//! HTML, as programmes have it in their abstracts, as plain text.
//!
//! Owns which elements are known and how each reads without its markup. What begins no known
//! element is no markup: `Vec<T>`, `<https://example.org>` and `a < b` stay, and so does Markdown.
//! Must not know which format the text comes from.

use super::references::{Piece, decode, piece};

/// The elements that are known, by the length of their names. Before each name stands how it
/// reads: `+` apart from what is around it, `-` on lines of its own, `.` within a line.
const KNOWN: [&str; 10] = [
    "+p.a.b.i.q.s.u",
    "+h1+h2+h3+h4+h5+h6+ul+ol+dl+hr-li-tr-dt-dd-br.em.tt.td.th",
    "+pre+nav-div.bdi.bdo.big.del.dfn.img.ins.kbd.sub.sup.var.wbr.col",
    ".abbr.cite.code.font.mark.samp.span.time.nobr.html.body.head.meta",
    "+table+aside.small.tbody.thead.tfoot.video.audio.style",
    "+header+footer+figure-center.strike.strong.iframe.script",
    "+section+article+details-caption-summary.acronym",
    "+fieldset.colgroup",
    "",
    "+blockquote-figcaption",
];

/// Nested lists are moved to the right up to this depth.
const DEEPEST: usize = 4;

/// The words of an HTML text, trimmed, with `\n` as line ends and without control characters.
/// Where no element of it stands apart, its own line ends are kept.
pub(super) fn plain_text(html: &str) -> String {
    let mut writer = Writer {
        collapses: has_blocks(html),
        ..Writer::default()
    };
    let mut rest = html;
    // No tag ends where less than this is left: no text is searched twice for what is not there.
    let shortest = html.rfind('>').map_or(usize::MAX, |at| html.len() - at);
    let mut quotes_close = true;
    while let Some(at) = rest.find('<') {
        writer.text(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
        } else if rest.len() >= shortest
            && let Some((tag, behind)) = tag(rest, &mut quotes_close)
        {
            rest = behind;
            writer.tag(&tag, rest);
            let raw = ["script", "style"].into_iter().find(|raw| tag.is(raw));
            if let Some(raw) = raw.filter(|_| !tag.ends) {
                rest = behind_raw(rest, raw);
            }
        } else {
            writer.text("<");
            rest = &rest[1..];
        }
    }
    writer.text(rest);
    writer.end_link();
    writer.out.truncate(writer.out.trim_end().len());
    writer.out
}

/// One line of words without markup: white space is collapsed, control characters are left out.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        if !word.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    line
}

struct Tag<'h> {
    name: &'h str,
    attributes: &'h str,
    ends: bool,
    /// A mark of [`KNOWN`].
    reads: u8,
}

impl Tag<'_> {
    fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The address of a link, if it is one of the web.
    fn address(&self) -> Option<String> {
        let mut rest = self.attributes;
        let value = loop {
            let at = rest.find(['h', 'H'])?;
            let starts = rest[..at].ends_with(|c: char| c.is_ascii_whitespace());
            let name = rest.get(at..at + 4).unwrap_or_default();
            rest = &rest[at + 1..];
            if starts
                && name.eq_ignore_ascii_case("href")
                && let Some(value) = rest[3..].trim_start().strip_prefix('=')
            {
                break value.trim_start();
            }
        };
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let value = match quote {
            Some(quote) => value[1..].split(quote).next()?,
            None => value.split(|c: char| c.is_ascii_whitespace()).next()?,
        };
        let mut address = String::new();
        decode(value.trim(), &mut address);
        let is_web = ["http://", "https://"].into_iter().any(|scheme| {
            let start = address.get(..scheme.len()).unwrap_or_default();
            start.eq_ignore_ascii_case(scheme)
        });
        (is_web && !address.contains(|c: char| c.is_whitespace() || c.is_control()))
            .then_some(address)
    }
}

/// How an element of this name reads; `None` if it is not known.
fn reads(name: &str) -> Option<u8> {
    let known = KNOWN.get(name.len().wrapping_sub(1))?;
    let mut known = known.as_bytes().chunks(name.len() + 1);
    known
        .find(|known| known[1..].eq_ignore_ascii_case(name.as_bytes()))
        .map(|known| known[0])
}

/// Whether it is an end tag, and its name, where a text begins with a tag.
fn tag_name(text: &str) -> Option<(bool, &str)> {
    let rest = text.strip_prefix('<')?;
    let name = rest.strip_prefix('/');
    let ends = name.is_some();
    let name = name.unwrap_or(rest);
    // No known name is longer.
    let mut letters = name.bytes().take(KNOWN.len() + 1);
    let length =
        letters.position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))?;
    Some((ends, &name[..length]))
}

fn has_blocks(html: &str) -> bool {
    html.match_indices('<').any(|(at, _)| {
        let name = tag_name(&html[at..]).map_or("", |(_, name)| name);
        !name.eq_ignore_ascii_case("br") && matches!(reads(name), Some(b'+' | b'-'))
    })
}

/// The tag with which a text begins, if it is one of a known element, and what is behind it. A
/// quote that is never closed is none; after the first such, quotes are not looked at any more,
/// so that no text is read many times.
fn tag<'h>(text: &'h str, quotes_close: &mut bool) -> Option<(Tag<'h>, &'h str)> {
    let (ends, name) = tag_name(text)?;
    let reads = reads(name)?;
    let begin = 1 + usize::from(ends) + name.len();
    let mut end = None;
    if *quotes_close {
        end = tag_end(&text[begin..]);
        *quotes_close = end.is_some();
    }
    let end = begin + end.or_else(|| text[begin..].find('>'))?;
    let tag = Tag {
        name,
        attributes: &text[begin..end],
        ends,
        reads,
    };
    Some((tag, &text[end + 1..]))
}

/// Where the `>` is that ends a tag; one in a quoted value does not.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    let mut last = b' ';
    for (at, byte) in text.bytes().enumerate() {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if byte == b'>' => return Some(at),
            None if matches!(byte, b'"' | b'\'') && last == b'=' => quote = Some(byte),
            None => {}
        }
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
    }
    None
}

/// What is behind the end tag of an element whose content is no text; nothing if it has none.
fn behind_raw<'h>(mut rest: &'h str, name: &str) -> &'h str {
    while let Some((_, end)) = rest.split_once("</") {
        let is_end = end
            .get(..name.len())
            .is_some_and(|end| end.eq_ignore_ascii_case(name));
        if is_end {
            return end.split_once('>').map_or("", |(_, rest)| rest);
        }
        rest = end;
    }
    ""
}

/// What stands between two words, as far as it is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
    Paragraph,
}

#[derive(Default)]
struct Writer {
    out: String,
    gap: Gap,
    /// Whether white space is one space, as on a page.
    collapses: bool,
    /// The last character was a carriage return, which is a line end with a line feed or alone.
    after_return: bool,
    /// So many line ends were in the white space that is read.
    line_ends: usize,
    /// A list item has begun and has no words yet.
    item: bool,
    lists: usize,
    preformatted: usize,
    /// The address of the link that is open, and where its words begin.
    link: Option<(String, usize)>,
}

impl Writer {
    fn text(&mut self, mut text: &str) {
        while let Some(piece) = piece(&mut text) {
            match piece {
                Piece::Text(text) => text.chars().for_each(|c| self.char(c)),
                Piece::Char(c) => self.char(c),
            }
        }
    }

    fn char(&mut self, c: char) {
        let ends_return = self.after_return && c == '\n';
        self.after_return = c == '\r';
        let c = match c {
            '\n' if ends_return => return,
            '\r' => '\n',
            '\t' | '\u{a0}' => ' ',
            c if c.is_control() && c != '\n' => return,
            c => c,
        };
        if self.collapses && self.preformatted == 0 && matches!(c, ' ' | '\n') {
            self.line_ends += usize::from(c == '\n');
            let gap = if self.line_ends > 1 {
                Gap::Paragraph
            } else {
                Gap::Space
            };
            self.gap = self.gap.max(gap);
        } else {
            self.push(c);
        }
    }

    fn push(&mut self, c: char) {
        self.line_ends = 0;
        if self.out.is_empty() && c.is_whitespace() {
            return;
        }
        let gap = std::mem::take(&mut self.gap);
        let is_first = self.out.is_empty();
        if !is_first {
            self.out.push_str(match gap {
                Gap::None => "",
                Gap::Space => " ",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        if std::mem::take(&mut self.item) {
            let depth = if is_first { 1 } else { self.lists.min(DEEPEST) };
            for _ in 1..depth {
                self.out.push_str("  ");
            }
            self.out.push_str("- ");
        }
        self.out.push(c);
    }

    /// An element begins or ends, and `rest` is behind its tag.
    fn tag(&mut self, tag: &Tag<'_>, rest: &str) {
        self.line_ends = 0;
        let step = |depth: usize| {
            if tag.ends {
                depth.saturating_sub(1)
            } else {
                depth + 1
            }
        };
        if tag.is("br") {
            self.line_break(rest);
        } else if tag.is("li") {
            self.gap = Gap::Line;
            self.item = !tag.ends;
        } else if tag.is("ul") || tag.is("ol") {
            self.lists = step(self.lists);
            self.apart(if self.lists == 0 {
                Gap::Paragraph
            } else {
                Gap::Line
            });
        } else if tag.reads == b'+' {
            self.apart(Gap::Paragraph);
            if tag.is("pre") {
                self.preformatted = step(self.preformatted);
            }
        } else if tag.reads == b'-' {
            self.apart(Gap::Line);
        } else if tag.is("td") || tag.is("th") {
            self.apart(Gap::Space);
        } else if tag.is("a") {
            self.end_link();
            if !tag.ends {
                self.link = tag.address().map(|address| (address, self.out.len()));
            }
        }
    }

    fn apart(&mut self, gap: Gap) {
        // The words of an item stand behind its mark.
        if !self.item {
            self.gap = self.gap.max(gap);
        }
    }

    fn line_break(&mut self, rest: &str) {
        if self.collapses {
            self.gap = if self.gap < Gap::Line {
                Gap::Line
            } else {
                Gap::Paragraph
            };
        } else if !rest.starts_with(['\n', '\r']) {
            self.push('\n');
        }
    }

    /// Puts the address behind the words of a link, unless they are the address.
    fn end_link(&mut self) {
        let Some((address, begin)) = self.link.take() else {
            return;
        };
        let bare = |text: &str| -> String {
            let text = text
                .trim_start_matches(['-', ' ', '\n'])
                .trim_end_matches(['/', ' ', '\n']);
            let text = text
                .strip_prefix("https://")
                .or(text.strip_prefix("http://"))
                .unwrap_or(text);
            text.into()
        };
        let words = bare(&self.out[begin..]);
        if words == bare(&address) {
            return;
        }
        let gap = std::mem::take(&mut self.gap);
        if words.is_empty() {
            self.gap = gap;
            address.chars().for_each(|c| self.push(c));
        } else {
            self.out.push_str(" (");
            self.out.push_str(&address);
            self.out.push(')');
            self.gap = gap;
        }
    }
}
