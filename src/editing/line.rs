//! Lines and their shape: what stands before the content of a line. Knows no document around it.
//!
//! Shapes follow CommonMark 0.31.2 (thematic breaks 4.1, ATX headings 4.2, list items 5.2) and the
//! task list items of GitHub Flavored Markdown (5.3), read line by line: an indent of any depth can
//! be that of a nested list. What a Japanese input method makes of a list's marker (`・`, `－　`,
//! `１．`) is a shape of its own: no Markdown, but a list to the person.

use std::ops::Range;

use super::edit::Selection;

/// A line without its ending, LF or CRLF.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// Byte at which it begins in the text.
    pub start: usize,
    pub text: &'a str,
}

impl<'a> Line<'a> {
    /// The line of the byte `at`.
    pub fn at(text: &'a str, at: usize) -> Self {
        let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let text = match text[at..].find('\n') {
            Some(len) => without_cr(&text[start..at + len]),
            None => &text[start..],
        };
        Line { start, text }
    }

    pub fn end(self) -> usize {
        self.start + self.text.len()
    }

    /// Where the next line starts, or the end of the text.
    pub fn behind(self, text: &str) -> usize {
        let end = self.end();
        match text[end..].find('\n') {
            Some(newline) => end + newline + 1,
            None => text.len(),
        }
    }

    /// The line after this one; a text that ends with a line feed has an empty line there.
    pub fn next(self, text: &'a str) -> Option<Self> {
        let behind = self.behind(text);
        text[..behind]
            .ends_with('\n')
            .then(|| Line::at(text, behind))
            .filter(|next| next.start > self.start)
    }

    pub fn previous(self, text: &'a str) -> Option<Self> {
        Some(Line::at(text, self.start.checked_sub(1)?))
    }

    /// The ending that a new line beside this one gets: its own, or that of the line before.
    pub fn ending(self, text: &str) -> &'static str {
        let after = &text[self.end()..];
        let crlf = if after.is_empty() {
            text[..self.start].ends_with("\r\n")
        } else {
            after.starts_with("\r\n")
        };
        if crlf { "\r\n" } else { "\n" }
    }
}

fn without_cr(line: &str) -> &str {
    line.strip_suffix('\r').unwrap_or(line)
}

/// The lines that a selection touches; one that it only reaches the start of is not touched.
pub fn lines(text: &str, selection: Selection) -> Vec<Line<'_>> {
    let mut lines = vec![Line::at(text, selection.start)];
    let mut at = lines[0].start;
    while let Some(newline) = text[at..selection.end].find('\n') {
        at += newline + 1;
        if at < selection.end {
            lines.push(Line::at(text, at));
        }
    }
    lines
}

/// The selected part of the content of a line, without white space at its ends, in bytes of the
/// text. Empty if only white space or a part of the line's prefix is selected.
pub fn selected_content(text: &str, line: Line, selection: Selection) -> Range<usize> {
    let content = line.start + Shape::of(line.text).content;
    let start = selection.start.max(content);
    let part = &text[start..selection.end.min(line.end()).max(start)];
    let start = start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}

/// Levels up to this one begin a section; the commands leave such headings alone, because to
/// change one would split a section or join two.
pub const SECTION_LEVEL: usize = 3;

/// What a line begins with. Offsets are bytes from the start of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// End of the quote marks and of one space behind the last of them; 0 outside a quote.
    pub quote: usize,
    /// End of the white space and the quote marks before everything else.
    pub indent: usize,
    pub kind: Kind,
    /// Where the content begins, behind a marker and a task box.
    pub content: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Blank,
    Text,
    /// A thematic break.
    Rule,
    Heading {
        level: usize,
    },
    Item {
        ordered: bool,
        task: bool,
        /// End of the marker and the white space behind it, before a task box.
        marker: usize,
    },
    /// What an input method writes for a list item.
    Loose {
        ordered: bool,
    },
}

impl Shape {
    pub fn of(line: &str) -> Shape {
        let indent = line.len() - line.trim_start_matches([' ', '\t', '>']).len();
        let rest = &line[indent..];
        let (kind, content) = if rest.trim().is_empty() {
            (Kind::Blank, 0)
        } else if is_rule(rest) {
            (Kind::Rule, 0)
        } else if let Some((level, content)) = heading(rest) {
            (Kind::Heading { level }, content)
        } else if let Some(item) = item(rest, indent).or_else(|| loose_item(rest)) {
            item
        } else {
            (Kind::Text, 0)
        };
        let content = indent + content;
        Shape {
            quote: quote_end(&line[..indent]),
            indent,
            kind,
            content,
        }
    }
}

impl Shape {
    /// The length of the mark that makes a quote of the content of an item.
    pub fn quoted_words(self, line: &str) -> usize {
        let words = &line[self.content..];
        let is_quoted = matches!(self.kind, Kind::Item { .. }) && words.starts_with('>');
        usize::from(is_quoted) + usize::from(is_quoted && words.starts_with("> "))
    }

    pub fn is_section_heading(self) -> bool {
        matches!(self.kind, Kind::Heading { level } if level <= SECTION_LEVEL)
    }

    /// How many quotes the line is in.
    pub fn quotes(self, line: &str) -> usize {
        line[..self.quote].matches('>').count()
    }

    /// The column at which the line begins within its quote; a tab goes on to the next multiple
    /// of four (CommonMark 2.2).
    pub fn column(self, line: &str) -> usize {
        columns(&line[self.quote..self.indent])
    }
}

/// The width of white space at the start of a line.
pub fn columns(space: &str) -> usize {
    space.chars().fold(0, |column, c| match c {
        '\t' => column / 4 * 4 + 4,
        _ => column + 1,
    })
}

/// Where a quote's own marks end in what stands before the content of a line.
fn quote_end(prefix: &str) -> usize {
    match prefix.rfind('>') {
        Some(mark) => mark + 1 + usize::from(prefix[mark + 1..].starts_with(' ')),
        None => 0,
    }
}

/// Three or more of `-`, `*` or `_`, with nothing but white space between them.
fn is_rule(line: &str) -> bool {
    let marks = || line.chars().filter(|c| !matches!(c, ' ' | '\t'));
    let first = marks().next();
    matches!(first, Some('-' | '*' | '_'))
        && marks().count() >= 3
        && marks().all(|c| Some(c) == first)
}

/// Level of an ATX heading and where its content begins.
fn heading(line: &str) -> Option<(usize, usize)> {
    let level = line.len() - line.trim_start_matches('#').len();
    let rest = &line[level..];
    let space = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    ((1..=6).contains(&level) && (space > 0 || rest.is_empty())).then_some((level, level + space))
}

/// A list item and where its content begins. A marker without white space behind it is none yet:
/// `-` below a line of text makes that line a heading.
fn item(line: &str, indent: usize) -> Option<(Kind, usize)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let ordered = (1..=9).contains(&digits);
    let marks: &[char] = if ordered {
        &['.', ')']
    } else {
        &['-', '*', '+']
    };
    let behind = line[digits..].strip_prefix(marks)?;
    let space = behind.len() - behind.trim_start_matches([' ', '\t']).len();
    // Of five spaces all but the first are content, an indented code block; so are those of an
    // item with nothing else.
    let only_first = space > 4 || (space > 0 && behind.trim().is_empty());
    let space = if only_first { 1 } else { space };
    let marker = digits + 1 + space;
    let box_len = task_box(&line[marker..]);
    let kind = Kind::Item {
        ordered,
        task: box_len > 0,
        marker: indent + marker,
    };
    (space > 0 && (digits == 0 || ordered)).then_some((kind, marker + box_len))
}

/// The ideographic space, which a Japanese input method types.
pub const WIDE_SPACE: char = '\u{3000}';

/// A marker as a Japanese input method types it, with the space before and behind it: a dot, a
/// dash that has a space, or a number with a full-width mark.
fn loose_item(line: &str) -> Option<(Kind, usize)> {
    let wide = |c: char| matches!(c, ' ' | WIDE_SPACE);
    let text = line.trim_start_matches(WIDE_SPACE);
    let number = text.trim_start_matches(is_digit);
    let ordered = number.len() < text.len();
    let behind = match ordered {
        true => number.strip_prefix(['．', '）'])?,
        false => match text.strip_prefix('・') {
            Some(behind) => behind,
            // Without a space a dash may begin a word.
            None => text
                .strip_prefix(['－', 'ー', '＊', '-', '*'])
                .filter(|behind| behind.starts_with(WIDE_SPACE))?,
        },
    };
    let content = behind.trim_start_matches(wide);
    Some((Kind::Loose { ordered }, line.len() - content.len()))
}

/// A digit of a keyboard or of an input method.
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Length of a task box with the white space behind it, 0 if there is none.
fn task_box(content: &str) -> usize {
    let rest = ["[ ]", "[x]", "[X]"]
        .iter()
        .find_map(|mark| content.strip_prefix(mark));
    match rest.map(str::as_bytes) {
        Some([]) => 3,
        Some([b' ' | b'\t', ..]) => 4,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BULLET: fn(usize) -> Kind = |marker| Kind::Item {
        ordered: false,
        task: false,
        marker,
    };

    #[track_caller]
    fn check_shape(line: &str, kind: Kind, content: &str) {
        let shape = Shape::of(line);
        assert_eq!(
            (shape.kind, &line[shape.content..]),
            (kind, content),
            "{line:?}"
        );
    }

    #[test]
    fn shapes_of_lines() {
        check_shape("", Kind::Blank, "");
        check_shape(" \u{3000}", Kind::Blank, "\u{3000}");
        check_shape("> ", Kind::Blank, "");
        check_shape("  本文", Kind::Text, "本文");
        check_shape("> 引用", Kind::Text, "引用");
        check_shape("## 節", Kind::Heading { level: 2 }, "節");
        check_shape("###", Kind::Heading { level: 3 }, "");
        check_shape("#タグ", Kind::Text, "#タグ");
        check_shape("* * *", Kind::Rule, "* * *");
        check_shape("___", Kind::Rule, "___");
        check_shape("--", Kind::Text, "--");
    }

    #[test]
    fn shapes_of_list_items() {
        check_shape("- a", BULLET(2), "a");
        check_shape("-   a", BULLET(4), "a");
        check_shape("-     code", BULLET(2), "    code");
        check_shape("-   ", BULLET(2), "  ");
        check_shape("-a", Kind::Text, "-a");
        check_shape("-", Kind::Text, "-");
        check_shape("1.a", Kind::Text, "1.a");
        let ordered = |marker, task| Kind::Item {
            ordered: true,
            task,
            marker,
        };
        check_shape("12) a", ordered(4, false), "a");
        check_shape("1. [x] a", ordered(3, true), "a");
    }

    #[test]
    fn shapes_of_what_an_input_method_writes() {
        let loose = |ordered| Kind::Loose { ordered };
        check_shape("・聞いた話", loose(false), "聞いた話");
        check_shape("・ 聞いた話", loose(false), "聞いた話");
        check_shape("－\u{3000}聞いた話", loose(false), "聞いた話");
        check_shape("ー\u{3000}聞いた話", loose(false), "聞いた話");
        check_shape("-\u{3000}聞いた話", loose(false), "聞いた話");
        check_shape("１．聞いた話", loose(true), "聞いた話");
        check_shape("１０）\u{3000}聞いた話", loose(true), "聞いた話");
        check_shape("1．聞いた話", loose(true), "聞いた話");
        check_shape("－5度", Kind::Text, "－5度");
        check_shape("ーっと", Kind::Text, "ーっと");
        check_shape("\u{3000}・聞いた話", loose(false), "聞いた話");
        check_shape("１つ目", Kind::Text, "１つ目");
        check_shape("．", Kind::Text, "．");
    }

    #[test]
    fn lines_follow_each_other() {
        let text = "a\r\nb\n";
        let a = Line::at(text, 0);
        let b = a.next(text).expect("a second line");
        let end = b.next(text).expect("an empty line at the end");
        assert_eq!((b.start, b.text, end.start, end.text), (3, "b", 5, ""));
        assert!(end.next(text).is_none() && a.previous(text).is_none());
        assert_eq!(end.previous(text).map(|line| line.start), Some(3));
        assert!(Line::at("a", 0).next("a").is_none());
    }

    #[test]
    fn a_quote_has_its_marks_and_one_space() {
        let quote = |line| Shape::of(line).quote;
        assert_eq!(
            (quote("> a"), quote(">   - a"), quote("> > a"), quote(">a")),
            (2, 2, 4, 1)
        );
        assert_eq!((quote("  - a"), quote("a > b"), quote("")), (0, 0, 0));
    }

    #[test]
    fn a_selection_touches_lines() {
        let touched = |text, start, end| -> Vec<&str> {
            let lines = lines(text, Selection { start, end });
            lines.iter().map(|line| line.text).collect()
        };
        assert_eq!(touched("a\r\nb\n", 0, 4), ["a", "b"]);
        assert_eq!(touched("a\r\nb\n", 0, 3), ["a"]);
        assert_eq!(touched("a\r\nb\n", 5, 5), [""]);
        assert_eq!(touched("a\n\nb", 1, 3), ["a", ""]);
    }
}
