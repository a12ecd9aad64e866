//! Marks: a line with a meaning, by a plain character before its words. A lock, which makes the
//! line private, stands first and goes with any other; of the others a line has one.

use super::edit::{Change, Edit, Selection};
use super::fence::in_fence;
use super::line::{Kind, Line, Shape, lines};
use crate::domain::{Mark, marks};

/// Puts a mark on the selected lines, or takes it off if all of them have it. Code and the
/// headings of sections have none.
pub fn toggle(text: &str, selection: Selection, mark: Mark) -> Option<Edit> {
    let lines = lines(text, selection);
    if in_fence(text, lines[0]) {
        return None;
    }
    let single = lines.len() == 1;
    let can_have = |line: &&Line| match Shape::of(line.text).kind {
        Kind::Rule => false,
        Kind::Heading { .. } => !Shape::of(line.text).is_section_heading(),
        Kind::Blank => single,
        _ => true,
    };
    let lines: Vec<&Line> = lines.iter().filter(can_have).collect();
    let of = |line: &Line| {
        let shape = Shape::of(line.text);
        let content = shape.content + shape.quoted_words(line.text);
        let (marks, length) = marks(&line.text[content..]);
        (marks, content, length)
    };
    let on = !lines.iter().all(|line| of(line).0.contains(&mark));
    let change = |line: &&Line| {
        let (mut marks, content, length) = of(line);
        let private = mark == Mark::Private;
        marks.retain(|other| (*other == Mark::Private) != private);
        if on {
            let at = if private { 0 } else { marks.len() };
            marks.insert(at, mark);
        }
        let start = line.start + content;
        let signs = marks.iter().flat_map(|mark| [mark.sign(), " "]);
        Change {
            range: start..start + length,
            insert: signs.collect(),
        }
    };
    let changes: Vec<Change> = lines.iter().map(change).collect();
    Edit::from_changes(text, &changes, selection)
}

#[cfg(test)]
mod tests {
    use super::Mark::{Learned, Private, Question, Try};
    use crate::editing::Command::Mark;
    use crate::editing::marked::{check, check_none};

    #[test]
    fn a_line_gets_its_mark_before_its_words_and_loses_it() {
        check(Mark(Learned), "- 話#[|]#", "- 💡 話#[|]#");
        check(Mark(Learned), "- 💡 話#[|]#", "- 話#[|]#");
        check(Mark(Question), "話#[|]#の続き", "❓ 話#[|]#の続き");
        check(Mark(Try), "  1. [ ] #[|]#", "  1. [ ] 🔥 #[|]#");
        check(Mark(Learned), "#[|]#", "💡 #[|]#");
        check(Mark(Learned), "> 引用#[|]#", "> 💡 引用#[|]#");
        check(Mark(Learned), "・話#[|]#", "・💡 話#[|]#");
        check(Mark(Learned), "#### 小見出し#[|]#", "#### 💡 小見出し#[|]#");
    }

    #[test]
    fn one_mark_takes_the_place_of_another() {
        check(Mark(Question), "- 💡 話#[|]#", "- ❓ 話#[|]#");
        check(Mark(Try), "- ❓\u{fe0f}話#[|]#", "- 🔥 話#[|]#");
        check(Mark(Learned), "- 💡話#[|]#", "- 話#[|]#");
    }

    #[test]
    fn a_lock_stands_first_and_goes_with_any_mark() {
        check(Mark(Private), "- 💡 話#[|]#", "- 🔒 💡 話#[|]#");
        check(Mark(Private), "- 🔒 💡 話#[|]#", "- 💡 話#[|]#");
        check(Mark(Question), "- 🔒 💡 話#[|]#", "- 🔒 ❓ 話#[|]#");
        check(Mark(Learned), "- 🔒 💡 話#[|]#", "- 🔒 話#[|]#");
        check(Mark(Private), "- 💡 🔒 話#[|]#", "- 💡 話#[|]#");
    }

    #[test]
    fn all_lines_of_the_selection_are_marked() {
        check(Mark(Learned), "#[- a\n\n- b|]#", "#[- 💡 a\n\n- 💡 b|]#");
        check(Mark(Learned), "#[- 💡 a\n- b|]#", "#[- 💡 a\n- 💡 b|]#");
        check(Mark(Learned), "#[- 💡 a\n- 💡 b|]#", "#[- a\n- b|]#");
        check(Mark(Learned), "#[## 題\r\na|]#", "#[## 題\r\n💡 a|]#");
    }

    #[test]
    fn code_and_headings_of_sections_have_none() {
        check_none(Mark(Learned), "```\na#[|]#\n```");
        check_none(Mark(Learned), "### 題#[|]#");
        check_none(Mark(Learned), "---#[|]#");
    }
}
