//! What of a report counts as changed: what a reader gets, and nothing else.

use crate::domain::{EventId, Place, Printed, Section, SectionId};
use crate::publish::printed;

fn sections(texts: &[&str]) -> Vec<Section> {
    let section = |(at, text): (usize, &&str)| {
        let id = SectionId::from_bits(at as u64);
        Section::new(id, EventId::from_bits(1), Place::from_text("i"), *text)
    };
    texts.iter().enumerate().map(section).collect()
}

fn of(texts: &[&str]) -> Vec<Printed> {
    printed(&sections(texts))
}

#[track_caller]
fn same(one: &str, other: &str) {
    assert_eq!(of(&[one]), of(&[other]));
}

#[track_caller]
fn differ(one: &str, other: &str) {
    assert_ne!(of(&[one]), of(&[other]));
}

#[test]
fn words_count_and_blank_lines_do_not() {
    differ("## 話\n\n本文", "## 話\n\n本文。");
    differ("## 話\n\n本文", "## 題\n\n本文");
    differ("## 話\n\n一\n\n二", "## 話\n\n一\n二");
    differ("- 一\n  - 二", "- 一\n- 二");
    same("## 話\n\n本文", "## 話\n\n\n本文  \n\n");
    same("## 話\n\n本文\n", "## 話\r\n\r\n本文\r\n");
}

#[test]
fn what_is_private_is_not_in_it() {
    same("## 話\n\n- 一\n- 二", "## 話\n\n- 一\n- 🔒 秘密\n- 二");
    same("## 話\n\n一\n\n二", "## 話\n\n一\n\n🔒 秘密\n\n二");
    same("## 話\n\n- 🔒 ある", "## 話\n\n- 🔒 ほか\n");
    // With those beneath a private heading.
    let titles = |texts: &[&str]| {
        let titles = of(texts).into_iter().map(|it| it.title);
        titles.collect::<Vec<_>>()
    };
    assert_eq!(
        titles(&["## 一\n", "## 🔒 二\n", "### 三\n", "## 四\n"]),
        ["一", "四"]
    );
    assert_eq!(titles(&["前書き\n", "", "\n \n"]), [""]);
}

#[test]
fn what_is_left_out_is_not_in_it() {
    let mut two = sections(&["## 一\n", "## 二\n"]);
    two[0].in_report = false;
    let printed = printed(&two);
    assert_eq!(printed.len(), 1);
    assert_eq!((&printed[0].id, &*printed[0].title), (&two[1].id, "二"));
}
