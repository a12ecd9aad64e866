//! Where the caret goes when someone points at a block: to the first thing that is read of it,
//! behind its marks. Typing there goes on in the block and never breaks its mark.

use super::fence::fence;
use super::line::{Line, Shape};

/// The byte at which the content of what begins at the byte `at` begins: behind blank lines,
/// quote marks, the marks of a heading, a bullet and a task box; in a fenced block of code on its
/// first line. What has no content ends there.
pub fn content_start(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    loop {
        let line = Line::at(text, at);
        let rest = &text[at..line.end().max(at)];
        let content = &rest[Shape::of(rest).content..];
        let next = text[at..].find('\n').map(|newline| at + newline + 1);
        match next {
            // What stands in code is no mark.
            Some(next) if fence(content).is_some() => return next,
            Some(next) if rest.trim().is_empty() => at = next,
            _ => return at + rest.len() - content.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::content_start;

    /// `source` begins at its first `<`, which is not part of the text, and its content at `|`.
    #[track_caller]
    fn check(marked: &str) {
        let (before, rest) = marked.split_once('<').expect("where it begins");
        let (marks, content) = rest.split_once('|').expect("where its content begins");
        let text = [before, marks, content].concat();
        let expected = before.len() + marks.len();
        assert_eq!(content_start(&text, before.len()), expected, "{marked:?}");
    }

    #[test]
    fn the_content_is_behind_the_marks() {
        check("<|本文\n");
        check("<## |話\n");
        check("話\n\n<- |一つ目\n- 二つ目\n");
        check("- 一つ目\n<- |二つ目\n");
        check("- 一つ目\n  <- [ ] |二つ目\n");
        check("- 一つ目\n<  - [x] |二つ目\n");
        check("<12. |一つ目");
        check("<> |引用\n");
        check("<> - |引用\n");
        check("> <- |引用\n");
        check("<|---\n");
        check("<|| a | b |\n|-|-|\n");
        check("<    |code\n");
    }

    #[test]
    fn blank_lines_and_fences_are_passed() {
        check("<\n\r\n|本文\n");
        check("<```rust\n|fn main() {}\n```\n");
        check("<~~~\r\n|a\r\n~~~\r\n");
        check("- a\n<- ```\n|  # b\n  ```");
    }

    #[test]
    fn what_has_no_content_ends_there() {
        check("<|");
        check("<\n\n|");
        check("<- |");
        check("<## |\n");
        check("<|```");
    }

    #[test]
    fn a_place_that_is_none_is_the_one_before() {
        assert_eq!(content_start("あい", 1), 0);
        assert_eq!(content_start("あい", 99), 6);
    }
}
