//! A footnote: its number behind the selection, its text at the end of the section.
//!
//! The number is the first one that no label of the text has. Labels belong to their section, so
//! that two sections can have a footnote `1`.

use super::edit::{Change, Edit, Selection};
use super::fence::in_fence;
use super::line::{Line, Shape};

/// The caret goes to the text of the footnote. `None` in code and in the heading of the section.
pub fn insert(text: &str, selection: Selection) -> Option<Edit> {
    let line = Line::at(text, selection.end);
    if in_fence(text, line) || Shape::of(line.text).is_section_heading() {
        return None;
    }
    let label = (1..).find(|number| !text.contains(&format!("[^{number}]")))?;
    let body = text.trim_end_matches(['\n', '\r', ' ', '\t']).len();
    let end = body.max(selection.end);
    let last = Line::at(text, body);
    let ending = last.ending(text);
    // Footnotes stand together, one to a line.
    let gap = match is_definition(last.text) && selection.end < last.start {
        true => ending.to_owned(),
        false => ending.repeat(2),
    };
    let changes = [
        Change::insert(selection.end, format!("[^{label}]")),
        Change {
            range: end..text.len(),
            insert: format!("{gap}[^{label}]: "),
        },
    ];
    let caret = Selection::caret(text.len());
    let at_one_place = selection.end == end;
    let edit = match at_one_place {
        true => {
            let insert = [changes[0].insert.as_str(), &changes[1].insert].concat();
            let change = Change {
                range: end..text.len(),
                insert,
            };
            Edit::from_changes(text, &[change], caret)?
        }
        false => Edit::from_changes(text, &changes, caret)?,
    };
    Some(edit)
}

fn is_definition(line: &str) -> bool {
    line.starts_with("[^") && line.contains("]:")
}

#[cfg(test)]
mod tests {
    use crate::editing::Command::Footnote;
    use crate::editing::marked::{check, check_none};

    #[test]
    fn the_text_of_a_footnote_stands_at_the_end() {
        check(Footnote, "本文#[|]#", "本文[^1]\n\n[^1]: #[|]#");
        check(
            Footnote,
            "本文#[|]#です。\n\n次",
            "本文[^1]です。\n\n次\n\n[^1]: #[|]#",
        );
        check(
            Footnote,
            "これは#[言葉|]#です",
            "これは言葉[^1]です\n\n[^1]: #[|]#",
        );
        check(Footnote, "本文#[|]#\n\n", "本文[^1]\n\n[^1]: #[|]#");
        check(Footnote, "- a#[|]#\n- b", "- a[^1]\n- b\n\n[^1]: #[|]#");
        check(Footnote, "#[|]#", "[^1]\n\n[^1]: #[|]#");
        check(
            Footnote,
            "本文#[|]#\r\n次",
            "本文[^1]\r\n次\r\n\r\n[^1]: #[|]#",
        );
    }

    #[test]
    fn footnotes_count_up_and_stand_together() {
        check(
            Footnote,
            "a[^1] b#[|]#\n\n[^1]: 一",
            "a[^1] b[^2]\n\n[^1]: 一\n[^2]: #[|]#",
        );
        check(Footnote, "a[^2]#[|]#", "a[^2][^1]\n\n[^1]: #[|]#");
        check(
            Footnote,
            "a[^1]\n\n[^1]: 一#[|]#",
            "a[^1]\n\n[^1]: 一[^2]\n\n[^2]: #[|]#",
        );
    }

    #[test]
    fn code_and_the_heading_of_a_section_have_none() {
        check_none(Footnote, "```\na#[|]#\n```");
        check_none(Footnote, "## 節#[|]#");
        check(
            Footnote,
            "#### 小見出し#[|]#",
            "#### 小見出し[^1]\n\n[^1]: #[|]#",
        );
    }
}
