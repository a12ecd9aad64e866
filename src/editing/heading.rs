//! A heading within a section.
//!
//! Levels one to three belong to the report and its sections: a heading of these levels is left
//! alone, and none is made, because it would split the section under the hands of the person.
//! So this switches between text and level four, the first that is free; levels five and six,
//! typed by hand, become text too. An indent goes, since four spaces would make the heading code.

use super::edit::{Edit, Selection};
use super::line::{Kind, SECTION_LEVEL};
use super::toggle::toggle_lines;

pub fn toggle(text: &str, selection: Selection) -> Option<Edit> {
    let is_heading = |kind| matches!(kind, Kind::Heading { .. });
    toggle_lines(text, selection, is_heading, |line, shape, on| {
        let quote = line[..shape.indent].trim_start_matches([' ', '\t']);
        let marks = "#".repeat(SECTION_LEVEL + 1);
        match (on, shape.kind) {
            (false, _) => quote.to_owned(),
            (true, Kind::Heading { .. }) => line[..shape.content].to_owned(),
            (true, _) => format!("{quote}{marks} "),
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::editing::Command::Heading;
    use crate::editing::marked::{check, check_none};

    #[test]
    fn a_line_becomes_a_heading_below_the_sections_and_back() {
        check(Heading, "見出し#[|]#", "#### 見出し#[|]#");
        check(Heading, "#### 見出し#[|]#", "見出し#[|]#");
        check(Heading, "見#[出|]#し", "#### 見#[出|]#し");
        check(Heading, "#[|]#", "#### #[|]#");
        check(Heading, "#### #[|]#", "#[|]#");
        check(Heading, "####\t#[|]#a", "#[|]#a");
        check(Heading, "前\r\n😀#[|]#\r\n後", "前\r\n#### 😀#[|]#\r\n後");
        check(Heading, "#タグ#[|]#", "#### #タグ#[|]#");
        check(Heading, "####### a#[|]#", "#### ####### a#[|]#");
    }

    #[test]
    fn deeper_headings_become_text() {
        check(Heading, "##### a#[|]#", "a#[|]#");
        check(Heading, "###### a#[|]#", "a#[|]#");
    }

    #[test]
    fn the_headings_of_sections_stay() {
        check_none(Heading, "# 題#[|]#");
        check_none(Heading, "## 節#[|]#");
        check_none(Heading, "### メモ#[|]#");
        check_none(Heading, "---#[|]#");
    }

    #[test]
    fn other_prefixes_give_way() {
        check(Heading, "- a#[|]#", "#### a#[|]#");
        check(Heading, "  - [ ] a#[|]#", "#### a#[|]#");
        check(Heading, "1. a#[|]#", "#### a#[|]#");
        check(Heading, "    a#[|]#", "#### a#[|]#");
        check(Heading, "> a#[|]#", "> #### a#[|]#");
        check(Heading, "> #### a#[|]#", "> a#[|]#");
    }

    #[test]
    fn all_lines_of_the_selection_are_switched() {
        check(Heading, "#[a\n\n#### b|]#", "#### #[a\n\n#### b|]#");
        check(Heading, "#### #[a\n#### b|]#", "#[a\nb|]#");
        check(Heading, "#[## 節\na|]#", "#[## 節\n#### a|]#");
    }
}
