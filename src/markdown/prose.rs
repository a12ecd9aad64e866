//! The lines of prose, each by its content: behind quote marks, bullets and task boxes.

use pulldown_cmark::{Event, Tag};

use super::private::{is_block, is_block_end};
use super::{LEVELS, parser, with_line_feeds};

/// The lines of paragraphs, list items and small headings, in order, with their markup; none of
/// code, of tables, or of the headings of sections.
pub fn prose_lines(text: &str) -> Vec<&str> {
    let feeds = with_line_feeds(text);
    // Whether each block that is open has lines of prose, the innermost last.
    let mut blocks: Vec<bool> = Vec::new();
    let mut starts = true;
    let mut lines = Vec::new();
    for (event, range) in parser(&feeds, None).into_offset_iter() {
        match event {
            Event::Start(tag) if is_block(&tag) => {
                blocks.push(is_prose(&tag));
                starts = true;
            }
            Event::End(tag) if is_block_end(tag) => {
                blocks.pop();
                starts = true;
            }
            Event::SoftBreak | Event::HardBreak => starts = true,
            Event::End(_) | Event::TaskListMarker(_) => {}
            _ if std::mem::take(&mut starts) && blocks.last() == Some(&true) => {
                let rest = &text[range.start..];
                let line = rest.find(['\n', '\r']).map_or(rest, |end| &rest[..end]);
                lines.extend(Some(without_bullet(line.trim())).filter(|it| !it.is_empty()));
            }
            _ => {}
        }
    }
    lines
}

fn is_prose(tag: &Tag<'_>) -> bool {
    match tag {
        Tag::Paragraph | Tag::Item => true,
        Tag::Heading { level, .. } => *level as u8 > LEVELS.sub,
        _ => false,
    }
}

/// Without what an input method writes for a list item, which is no Markdown.
pub(super) fn without_bullet(line: &str) -> &str {
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
        assert_eq!(prose_lines(text), expected, "{text}");
        let carriage = text.replace('\n', "\r\n");
        assert_eq!(prose_lines(&carriage), expected, "{carriage:?}");
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
}
