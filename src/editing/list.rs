//! Bullets, numbers and task boxes on lines.
//!
//! List makes bullets of text, headings, numbers and tasks; bullets it makes text. Numbers does the
//! same with numbers. Check adds a box to items of either kind, and makes text of tasks. The indent
//! and a marker that fits stay.

use std::cell::Cell;

use super::edit::{Edit, Selection};
use super::line::{Kind, Line};
use super::numbers::{First, renumber};
use super::toggle::toggle_lines;

pub fn toggle_bullets(text: &str, selection: Selection) -> Option<Edit> {
    let is_bullet = |kind| {
        matches!(
            kind,
            Kind::Item {
                ordered: false,
                task: false,
                ..
            }
        )
    };
    toggle_lines(text, selection, is_bullet, |line, shape, on| {
        match shape.kind {
            _ if !on => line[..shape.indent].to_owned(),
            Kind::Item {
                ordered: false,
                marker,
                ..
            } => line[..marker].to_owned(),
            _ => format!("{}- ", &line[..shape.indent]),
        }
    })
}

pub fn toggle_numbers(text: &str, selection: Selection) -> Option<Edit> {
    let is_numbered = |kind| {
        matches!(
            kind,
            Kind::Item {
                ordered: true,
                task: false,
                ..
            }
        )
    };
    // Two that are equal would be left so.
    let count = Cell::new(0);
    let edit = toggle_lines(text, selection, is_numbered, |line, shape, on| {
        count.set(count.get() + 1);
        match shape.kind {
            _ if !on => line[..shape.indent].to_owned(),
            Kind::Item {
                ordered: true,
                marker,
                ..
            } => line[..marker].to_owned(),
            _ => format!("{}{}. ", &line[..shape.indent], count.get()),
        }
    })?;
    let at = Line::at(text, selection.start).start;
    edit.and_then(text, |new| renumber(new, at, First::Smallest))
}

pub fn toggle_checks(text: &str, selection: Selection) -> Option<Edit> {
    let is_task = |kind| matches!(kind, Kind::Item { task: true, .. });
    toggle_lines(text, selection, is_task, |line, shape, on| {
        match shape.kind {
            _ if !on => line[..shape.indent].to_owned(),
            Kind::Item { task: true, .. } => line[..shape.content].to_owned(),
            Kind::Item { marker, .. } => format!("{}[ ] ", &line[..marker]),
            _ => format!("{}- [ ] ", &line[..shape.indent]),
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::editing::Command::{Check, List, Numbers};
    use crate::editing::marked::{check, check_none};

    #[test]
    fn list_switches_a_line() {
        check(List, "a#[|]#", "- a#[|]#");
        check(List, "- a#[|]#", "a#[|]#");
        check(List, "#[|]#聞いた話", "- #[|]#聞いた話");
        check(List, "* a#[|]#", "a#[|]#");
        check(List, "#[|]#", "- #[|]#");
        check(List, "- #[|]#", "#[|]#");
        check(List, "-#[|]# a", "#[|]#a");
        check(List, "前\n😀#[|]#\n後", "前\n- 😀#[|]#\n後");
    }

    #[test]
    fn list_keeps_the_indent() {
        check(List, "  a#[|]#", "  - a#[|]#");
        check(List, "  - a#[|]#", "  a#[|]#");
        check(List, "> a#[|]#", "> - a#[|]#");
        check(List, "\u{3000}字下げ#[|]#", "- \u{3000}字下げ#[|]#");
    }

    #[test]
    fn list_switches_all_lines_of_the_selection() {
        check(List, "#[a\nb|]#", "- #[a\n- b|]#");
        check(List, "- #[a\n- b|]#", "#[a\nb|]#");
        check(List, "#[a\n- b|]#", "- #[a\n- b|]#");
        check(List, "#[a\r\nb|]#\r\n", "- #[a\r\n- b|]#\r\n");
        check(List, "#[a\n\nb|]#", "- #[a\n\n- b|]#");
        check(List, "#[a\n|]#b", "- #[a\n|]#b");
        check(List, "a#[a\nb|]#b", "- a#[a\n- b|]#b");
    }

    #[test]
    fn list_replaces_other_prefixes() {
        check(List, "1. a#[|]#", "- a#[|]#");
        check(List, "- [ ] a#[|]#", "- a#[|]#");
        check(List, "* [x] a#[|]#", "* a#[|]#");
        check(List, "1. [x] a#[|]#", "- a#[|]#");
        check(List, "#### a#[|]#", "- a#[|]#");
        check(List, "#[- a\n- [ ] b|]#", "#[- a\n- b|]#");
    }

    #[test]
    fn what_an_input_method_wrote_becomes_an_item() {
        check(List, "・a#[|]#", "- a#[|]#");
        check(List, "#[－\u{3000}a\n１．b|]#", "#[- a\n- b|]#");
        check(Check, "・a#[|]#", "- [ ] a#[|]#");
        check(Numbers, "#[・a\n・b|]#", "#[1. a\n2. b|]#");
    }

    #[test]
    fn numbers_switch_lines() {
        check(Numbers, "a#[|]#", "1. a#[|]#");
        check(Numbers, "1. a#[|]#", "a#[|]#");
        check(Numbers, "#[|]#", "1. #[|]#");
        check(Numbers, "#[a\nb\n\nc|]#", "1. #[a\n2. b\n\n3. c|]#");
        check(Numbers, "1. #[a\n2. b|]#", "#[a\nb|]#");
        check(Numbers, "- a#[|]#", "1. a#[|]#");
        check(Numbers, "- [ ] a#[|]#", "1. a#[|]#");
        check(Numbers, "1. [ ] a#[|]#", "1. a#[|]#");
        check(Numbers, "#[- a\n  - b|]#", "#[1. a\n  2. b|]#");
        check(Numbers, "1. a\nb#[|]#", "1. a\n2. b#[|]#");
        check(Numbers, "> a#[|]#", "> 1. a#[|]#");
        check_none(Numbers, "### メモ#[|]#");
    }

    #[test]
    fn section_headings_and_thematic_breaks_stay() {
        check_none(List, "## 節#[|]#");
        check_none(Check, "### メモ#[|]#");
        check_none(List, "---#[|]#");
        check(
            List,
            "#[## 節\n\na\n---\nb|]#",
            "#[## 節\n\n- a\n---\n- b|]#",
        );
        check_none(Check, "#[## 節\n\n|]#");
    }

    #[test]
    fn check_switches_a_line() {
        check(Check, "a#[|]#", "- [ ] a#[|]#");
        check(Check, "- a#[|]#", "- [ ] a#[|]#");
        check(Check, "* a#[|]#", "* [ ] a#[|]#");
        check(Check, "1. a#[|]#", "1. [ ] a#[|]#");
        check(Check, "- [ ] a#[|]#", "a#[|]#");
        check(Check, "- [x] a#[|]#", "a#[|]#");
        check(Check, "#[|]#", "- [ ] #[|]#");
        check(Check, "- [ ]#[|]#", "#[|]#");
        check(Check, "  - 後で見る😀#[|]#", "  - [ ] 後で見る😀#[|]#");
        check(Check, "- [link](x)#[|]#", "- [ ] [link](x)#[|]#");
        check(Check, "- #[か\u{3099}|]#", "- [ ] #[か\u{3099}|]#");
    }

    #[test]
    fn check_switches_all_lines_of_the_selection() {
        check(Check, "#[a\nb|]#", "- [ ] #[a\n- [ ] b|]#");
        check(Check, "- [ ] #[a\n- [x] b|]#", "#[a\nb|]#");
        check(
            Check,
            "#[- [x] a\n- b\n\nc|]#",
            "#[- [x] a\n- [ ] b\n\n- [ ] c|]#",
        );
        check(Check, "#[- a\r\n- b|]#", "#[- [ ] a\r\n- [ ] b|]#");
    }
}
