//! The lines of prose that anyone may read, each by its content: behind quote marks, bullets and
//! task boxes. What a lock makes private is not among them.

use pulldown_cmark::{Event, Tag};

use super::{LEVELS, parser, with_line_feeds};
use crate::domain::{Mark, marks};

/// The lines of paragraphs, list items and small headings, in order, with their markup; none of
/// code, of tables, or of the headings of sections.
///
/// A lock at the start of a block or a list item makes it private with all that is in it, one
/// before a heading what stands below that, one on a later line of a paragraph that line and what
/// is indented below it.
pub fn open_lines(text: &str) -> Vec<&str> {
    let feeds = with_line_feeds(text);
    let mut reader = Reader {
        text,
        blocks: Vec::new(),
        starts: true,
        hidden_below: None,
        hidden_behind: None,
        lines: Vec::new(),
    };
    for (event, range) in parser(&feeds, None).into_offset_iter() {
        match event {
            Event::Start(tag) => match Kind::of(&tag) {
                Some(kind) => reader.begin(kind),
                None => reader.content(range.start),
            },
            Event::End(tag) if is_block(&tag) => reader.end(),
            Event::SoftBreak | Event::HardBreak => reader.starts = true,
            Event::End(_) | Event::TaskListMarker(_) => {}
            _ => reader.content(range.start),
        }
    }
    reader.lines
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    List,
    /// Its lines are prose.
    Prose,
    Heading(u8),
    /// A quote or another block of blocks.
    Holder,
    /// Code, a table, raw HTML.
    Other,
}

impl Kind {
    /// `None` for markup within a line.
    fn of(tag: &Tag<'_>) -> Option<Self> {
        Some(match tag {
            Tag::List(_) => Self::List,
            Tag::Paragraph | Tag::Item => Self::Prose,
            Tag::Heading { level, .. } => Self::Heading(*level as u8),
            Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) => Self::Holder,
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Superscript
            | Tag::Subscript => return None,
            _ => Self::Other,
        })
    }
}

struct Block {
    kind: Kind,
    /// Nothing stood in it yet.
    fresh: bool,
    private: bool,
}

struct Reader<'t> {
    text: &'t str,
    /// Those that are open, the innermost last.
    blocks: Vec<Block>,
    /// Whether the next content is the first of its line.
    starts: bool,
    /// The level of the private heading above.
    hidden_below: Option<u8>,
    /// How far the private line above is indented.
    hidden_behind: Option<usize>,
    lines: Vec<&'t str>,
}

impl<'t> Reader<'t> {
    fn begin(&mut self, kind: Kind) {
        if let Kind::Heading(level) = kind {
            self.hidden_below = self.hidden_below.filter(|hidden| *hidden < level);
        }
        self.blocks.push(Block {
            kind,
            fresh: true,
            private: false,
        });
        (self.starts, self.hidden_behind) = (true, None);
    }

    fn end(&mut self) {
        self.blocks.pop();
        (self.starts, self.hidden_behind) = (true, None);
    }

    fn content(&mut self, at: usize) {
        if !std::mem::take(&mut self.starts) {
            return;
        }
        let rest = &self.text[at..];
        let line = rest.find(['\n', '\r']).map_or(rest, |end| &rest[..end]);
        let line = line.trim();
        let words = without_bullet(line);
        let locked = marks(words).0.contains(&Mark::Private);
        let indent = self.indent(at);
        self.hidden_behind = self.hidden_behind.filter(|hidden| indent > *hidden);
        if locked {
            self.lock(indent);
        }
        self.blocks.iter_mut().for_each(|block| block.fresh = false);
        let is_prose = match self.blocks.last().map(|block| block.kind) {
            Some(Kind::Prose) => true,
            Some(Kind::Heading(level)) => level > LEVELS.sub,
            _ => false,
        };
        let hidden = self.hidden_below.is_some()
            || self.hidden_behind.is_some()
            || self.blocks.iter().any(|block| block.private);
        if is_prose && !hidden && !words.is_empty() {
            self.lines.push(words);
        }
    }

    /// The content that comes now begins with a lock.
    fn lock(&mut self, indent: usize) {
        let begun = self.blocks.iter_mut().rev();
        let mut begun = begun
            .take_while(|block| block.fresh && block.kind != Kind::List)
            .peekable();
        if begun.peek().is_none() {
            self.hidden_behind = self.hidden_behind.or(Some(indent));
        }
        for block in begun {
            block.private = true;
            if let Kind::Heading(level) = block.kind {
                self.hidden_below = self.hidden_below.or(Some(level));
            }
        }
    }

    /// How many characters stand before the content at this byte in its line, with the white
    /// space of an input method, which is no indent to Markdown.
    fn indent(&self, at: usize) -> usize {
        let start = self.text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let content = &self.text[at..];
        let more = content.len() - content.trim_start_matches('\u{3000}').len();
        self.text[start..at + more].chars().count()
    }
}

fn is_block(tag: &pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Superscript
            | TagEnd::Subscript
    )
}

/// Without what an input method writes for a list item, which is no Markdown.
fn without_bullet(line: &str) -> &str {
    let number =
        line.trim_start_matches(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let behind = match number.len() < line.len() {
        true => number.strip_prefix(['．', '）']),
        false => line.strip_prefix(['・', '－', '＊']),
    };
    behind.unwrap_or(line).trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(open_lines(text), expected, "{text}");
        let carriage = text.replace('\n', "\r\n");
        assert_eq!(open_lines(&carriage), expected, "{carriage:?}");
    }

    #[test]
    fn lines_are_read_behind_what_makes_them_items() {
        check("a\nb **c**\n\n**d** e", &["a", "b **c**", "**d** e"]);
        check("- a\n  1. b\n- [ ] c\n- [x] d", &["a", "b", "c", "d"]);
        check("> a\n> - b", &["a", "b"]);
        check("・a\n　・b\n１．c", &["a", "b", "c"]);
        check("- a\n\n  b\n\n- c", &["a", "b", "c"]);
        check("## 題\n\na\n\n### 題\n\n#### b\n\nc", &["a", "b", "c"]);
        check("- \n\n---\n\na", &["a"]);
        check("a[^1]\n\n[^1]: b", &["a[^1]", "b"]);
    }

    #[test]
    fn code_and_tables_have_none() {
        check("a\n\n```\n💡 b\n```\n\n- ```\n  c\n  ```\n- d", &["a", "d"]);
        check(
            "a\n\n    b\n\n| c |\n| --- |\n| d |\n\n<p>\ne\n</p>",
            &["a"],
        );
    }

    #[test]
    fn what_is_private_is_not_among_them() {
        check("🔒 a\nb\n\nc", &["c"]);
        check("- 🔒 a\n  b\n  - c\n\n    d\n- e", &["e"]);
        check("- [ ] 🔒 💡 a\n- b", &["b"]);
        check("- a\n  - 🔒 b\n    - c\n  - d", &["a", "d"]);
        check("> 🔒 a\n>\n> b\n\nc", &["c"]);
        check("> - 🔒 a\n> - b", &["b"]);
        check("- > 🔒 a\n\n  b\n- c", &["c"]);
        check("a\n🔒 b\nc", &["a", "c"]);
        check("・a\n・🔒 b\n　・c\n・d", &["a", "d"]);
        check("#### 🔒 a\n\nb\n\n##### c\n\n#### d\n\ne", &["d", "e"]);
        check("## 🔒 a\n\nb\n\n#### c", &[]);
        check("🔒\u{fe0f} a\n\n💡 🔒 b\n\n**🔒** c", &["**🔒** c"]);
    }
}
