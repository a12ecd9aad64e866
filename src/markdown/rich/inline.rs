//! Words → a line of Markdown that reads as they looked.
//!
//! Links stand outermost, then the emphasis that lasts longest, then code. What is written is read
//! again by the parser; where a reader would see a marker, it is written with less emphasis.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::marks::settle;
use super::words::{
    ADDRESS, BOLD, CODE, EMPHASIS, ITALIC, Letter, NOTE, OBJECT, PICTURE, STRIKE, Style,
};
use crate::markdown::bare::{find_bare, hide_underscores, show};
use crate::markdown::escape::{Context, escaped_part};
use crate::markdown::parser;

/// Where a line of words stands.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// At the start of a paragraph.
    First,
    /// Behind another line of it.
    Behind,
    /// Behind something else in the same line, as in a heading.
    Within,
}

impl Place {
    /// What stands before the line, for the parser.
    fn before(self) -> &'static str {
        match self {
            Place::First => "",
            Place::Behind => "x\n",
            Place::Within => "x ",
        }
    }
}

/// The lines of a paragraph. What is between two line breaks and empty is one blank line.
pub(super) fn lines(letters: &mut [Letter], links: &[String]) -> String {
    let mut lines = String::new();
    for line in letters.split_mut(|letter| letter.c == '\n') {
        let starts = lines.is_empty() || lines.ends_with("\n\n");
        let place = if starts { Place::First } else { Place::Behind };
        let line = self::line(line, links, place);
        if !(line.is_empty() && starts) {
            lines.push_str(&line);
            lines.push('\n');
        }
    }
    lines.truncate(lines.trim_end_matches('\n').len());
    lines
}

/// Letters without a line break.
pub(super) fn line(letters: &mut [Letter], links: &[String], place: Place) -> String {
    if letters.is_empty() {
        return String::new();
    }
    let words: String = letters.iter().map(|letter| letter.c).collect();
    settle(letters, links, &words);
    let seen = words.replace(OBJECT, "");
    let mut written = String::new();
    // What is lost first is what matters least.
    for (kept, links_kept) in [
        (EMPHASIS, true),
        (BOLD | STRIKE, true),
        (BOLD, true),
        (0, true),
        (0, false),
    ] {
        for style in letters.iter_mut().map(|letter| &mut letter.style) {
            style.marks &= kept | !EMPHASIS;
            if !links_kept && style.marks & PICTURE == 0 {
                style.link = 0;
                style.marks &= !ADDRESS;
            }
        }
        written = Line::new(&words, letters, links, place).written();
        if shown(&written, place).is_some_and(|shown| shown == seen) {
            break;
        }
    }
    written
}

/// A line that is being written.
struct Line<'a> {
    words: &'a str,
    letters: &'a [Letter],
    links: &'a [String],
    context: Context,
    /// What is open at the place, outermost first.
    open: Vec<u16>,
    out: String,
}

impl<'a> Line<'a> {
    fn new(words: &'a str, letters: &'a [Letter], links: &'a [String], place: Place) -> Self {
        let context = Context {
            starts: place != Place::Within,
            plain: shown(words, place).is_some_and(|shown| shown == words) && !rules(words),
            // The address of a link may stand in the line below.
            alone: is_balanced(words)
                && !words.contains("](")
                && letters
                    .iter()
                    .all(|letter| letter.style == Style::default()),
        };
        Line {
            words,
            letters,
            links,
            context,
            open: Vec::new(),
            out: String::new(),
        }
    }

    fn written(mut self) -> String {
        let (mut start, mut at) = (0, 0);
        let mut link = Style::default();
        while let Some(first) = self.letters.get(start) {
            let style = first.style;
            let length = self.letters[start..]
                .iter()
                .take_while(|letter| letter.style == style);
            let (count, bytes) = length.fold((0, 0), |(count, bytes), letter| {
                (count + 1, bytes + letter.c.len_utf8())
            });
            if style.link != link.link {
                self.close_link(link);
                self.open_link(style);
                link = style;
            }
            self.emphasise(start, style);
            self.run(at..at + bytes, style);
            start += count;
            at += bytes;
        }
        self.close_link(link);
        self.out
    }

    /// Closes what does not hold here, and opens what does: what lasts longest first.
    fn emphasise(&mut self, start: usize, style: Style) {
        let ended = self.open.iter().position(|mark| style.marks & mark == 0);
        self.close_to(ended.unwrap_or(self.open.len()));
        let mut new: Vec<(usize, u16)> = Vec::new();
        for mark in [BOLD, ITALIC, STRIKE] {
            if style.marks & mark != 0 && !self.open.contains(&mark) {
                let lasts = |letter: &&Letter| letter.has(mark) && letter.style.link == style.link;
                let length = self.letters[start..].iter().take_while(lasts).count();
                let at = new.iter().position(|(other, _)| *other < length);
                new.insert(at.unwrap_or(new.len()), (length, mark));
            }
        }
        for (_, mark) in new {
            self.out.push_str(marker(mark));
            self.open.push(mark);
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            if let Some(mark) = self.open.pop() {
                self.out.push_str(marker(mark));
            }
        }
    }

    fn open_link(&mut self, style: Style) {
        self.out.push_str(match style {
            Style { link: 0, .. } => "",
            _ if style.marks & ADDRESS != 0 => "<",
            _ if style.marks & PICTURE != 0 => "![",
            _ => "[",
        });
    }

    fn close_link(&mut self, style: Style) {
        self.close_to(0);
        if style.marks & ADDRESS != 0 {
            self.out.push('>');
        } else if let Some(address) = style.link.checked_sub(1).and_then(|at| self.links.get(at)) {
            self.out.push_str("](");
            destination(address, &mut self.out);
            self.out.push(')');
        }
    }

    /// Words of one style.
    fn run(&mut self, range: Range<usize>, style: Style) {
        let words = &self.words[range.clone()];
        if style.marks & CODE != 0 {
            return code(words, &mut self.out);
        }
        if style.marks & (ADDRESS | NOTE) != 0 {
            return self.out.push_str(words);
        }
        let mut start = range.start;
        if style.link == 0 {
            while let Some(found) = find_bare(&self.words[start..range.end]) {
                let mut address = start + found.start..start + found.end;
                // A bar is escaped in a table, and in angle brackets stays so.
                if let Some(length) = self.words[address.clone()].find('|') {
                    address.end = address.start + length;
                }
                self.text(start..address.start);
                start = address.end;
                self.bare(address);
            }
        }
        self.text(start..range.end);
    }

    /// An address that stands in the text; in angle brackets where it could be taken for more.
    fn bare(&mut self, address: Range<usize>) {
        let behind = self.words[address.end..].chars();
        let mut marks = behind.take_while(char::is_ascii_punctuation);
        let address = &self.words[address];
        let is_markup = |c| matches!(c, '*' | '_' | '~' | '`' | '[' | ']' | '\\' | '&');
        if address.contains(['*', '~', '[', ']', '\\']) || marks.any(is_markup) {
            self.out.push('<');
            self.out.push_str(address);
            self.out.push('>');
        } else if self.context.plain {
            self.out.push_str(address);
        } else {
            self.out.push_str(&address.replace('&', "&amp;"));
        }
    }

    fn text(&mut self, range: Range<usize>) {
        let text = escaped_part(self.words, range, self.context);
        self.out.extend(text.chars().filter(|c| *c != OBJECT));
    }
}

fn marker(mark: u16) -> &'static str {
    match mark {
        BOLD => "**",
        ITALIC => "*",
        _ => "~~",
    }
}

/// <https://spec.commonmark.org/0.31.2/#code-spans>
fn code(words: &str, out: &mut String) {
    let fence = "`".repeat(super::write::longest_run(words) + 1);
    let space = if words.starts_with('`') || words.ends_with('`') {
        " "
    } else {
        ""
    };
    for part in [&fence, space, words, space, &fence] {
        out.push_str(part);
    }
}

/// <https://spec.commonmark.org/0.31.2/#link-destination>
fn destination(address: &str, out: &mut String) {
    let angles = address.contains(['(', ')']);
    if angles {
        out.push('<');
    }
    for c in address.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '&' if address.contains(';') => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    if angles {
        out.push('>');
    }
}

/// Whether no bracket of a line could find its other half in another.
fn is_balanced(words: &str) -> bool {
    let mut open = 0;
    let closes = |c| {
        open += i32::from(c == '[') - i32::from(c == ']');
        open >= 0
    };
    words.chars().all(closes) && open == 0
}

/// Whether a line is made of what underlines a heading or the head of a table.
fn rules(words: &str) -> bool {
    words
        .chars()
        .all(|c| matches!(c, '-' | '=' | '|' | ':' | ' '))
}

/// What a reader sees of a line, `None` if it is not words alone.
fn shown(line: &str, place: Place) -> Option<String> {
    let text = [place.before(), line].concat();
    let text = hide_underscores(&text);
    let mut shown = String::with_capacity(text.len());
    for event in parser(&text, None) {
        match event {
            Event::Text(text) | Event::Code(text) => shown.push_str(&show(text)),
            Event::SoftBreak => shown.push('\n'),
            Event::Start(
                Tag::Paragraph
                | Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Link { .. }
                | Tag::Image { .. },
            )
            | Event::End(_) => {}
            _ => return None,
        }
    }
    Some(shown.strip_prefix(place.before())?.to_owned())
}
