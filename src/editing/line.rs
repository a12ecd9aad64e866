//! Lines and their shape: what stands before the content of a line. Knows no document around it.
//!
//! Shapes follow CommonMark 0.31.2 (thematic breaks 4.1, ATX headings 4.2, list items 5.2) and the task list items of GitHub Flavored Markdown (5.3), read line by line: an
//! indent of any depth can be that of a nested list.

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

/// What a line begins with. Offsets are bytes from the start of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
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
        } else if let Some(item) = item(rest, indent) {
            item
        } else {
            (Kind::Text, 0)
        };
        let content = indent + content;
        Shape {
            indent,
            kind,
            content,
        }
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
        check_shape("１． a", Kind::Text, "１． a");
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
