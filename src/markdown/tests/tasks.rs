//! Boxes of tasks: a tap on one changes one character, whatever stands around it.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::markdown::{Preview, SafeNode, Tag, View, with_box};

#[track_caller]
fn check(text: &str, at: usize, checked: bool, expected: Option<&str>) {
    let change = with_box(text, at, checked);
    let changed = change.map(|change| {
        let mut text = text.to_owned();
        text.replace_range(change.range, &change.with);
        text
    });
    assert_eq!(changed.as_deref(), expected, "{text:?}");
}

#[test]
fn a_box_is_checked_and_unchecked() {
    check("- [ ] a", 2, true, Some("- [x] a"));
    check("- [x] a", 2, false, Some("- [ ] a"));
    check("- [X] a", 2, false, Some("- [ ] a"));
    check("- [\t] a", 2, true, Some("- [x] a"));
    check("- [ ]", 2, true, Some("- [x]"));
    check(
        "- 会\r\n- [ ] 議\r\n",
        9,
        true,
        Some("- 会\r\n- [x] 議\r\n"),
    );
}

#[test]
fn what_is_no_such_box_any_more_stays() {
    check("- [x] a", 2, true, None);
    check("- [ ] a", 2, false, None);
    check("- [y] a", 2, true, None);
    check("- [] a", 2, true, None);
    check("- [あ] a", 2, true, None);
    check("- [ ] a", 3, true, None);
    check("あ", 1, true, None);
    check("- [ ", 2, true, None);
    check("", 0, true, None);
    check("- [ ] a", usize::MAX, true, None);
}

/// The boxes that are shown of the section `s`, in its blocks and in the footnotes: where
/// each stands in the text, and whether it is checked.
fn boxes(text: &str) -> Vec<(usize, bool)> {
    let mut preview = Preview::new();
    preview.set_sections([("s", text)]);
    let mut found = Vec::new();
    for (index, block) in preview.blocks("s").iter().enumerate() {
        let start = preview.range("s", index).expect("a block").start;
        collect(block.nodes(), start, &mut found);
    }
    for note in preview.notes() {
        let (_, start) = preview.note_place(&note.id.dom_id()).expect("a note");
        collect(note.nodes, start, &mut found);
    }
    found.sort_unstable();
    found
}

fn collect(nodes: &[SafeNode], start: usize, found: &mut Vec<(usize, bool)>) {
    for node in nodes {
        if let View::Element(element) = node.view() {
            if let Tag::CheckBox { checked, offset } = element.tag() {
                found.push((start + offset, *checked));
            }
            collect(element.children(), start, found);
        }
    }
}

#[test]
fn a_box_in_a_note_stands_where_the_note_is_written() {
    let text = "[^1] [^2]\n\n- [x] a\n\n[^2]: two\n\n[^1]: one\n\n    - [ ] b\n";
    let found: Vec<&str> = boxes(text).iter().map(|(at, _)| &text[*at..]).collect();
    assert_eq!(
        found,
        [
            "[x] a\n\n[^2]: two\n\n[^1]: one\n\n    - [ ] b\n",
            "[ ] b\n"
        ]
    );
}

/// What can stand before, in and after a task.
const LINES: &[&str] = &[
    "",
    "",
    "- [ ] 買う",
    "- [x] done",
    "* [X] https://x.example/_a_/ [^1]",
    "1. [ ] first",
    "  - [ ] nested",
    "    - [x] deeper",
    "-  [ ] wide",
    "-\t[ ] tab",
    "- [\t] tab in the box",
    "- [ ]",
    "  [ ] continued",
    "> - [ ] quoted",
    "> text",
    "text [ ] here",
    "## 話",
    "```",
    "[^1]: note",
    "    - [ ] in the note",
    "[^1]",
];

#[test]
fn every_box_changes_alone() {
    let config = Config {
        cases: 1500,
        failure_persistence: None,
        ..Config::default()
    };
    let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let lines = prop::collection::vec(prop::sample::select(LINES), 1..10);
    let changed = Cell::new(0);
    TestRunner::new_with_rng(config, seed)
        .run(&lines, |lines| {
            let text = lines.join("\n");
            let before = boxes(&text);
            for (index, (at, checked)) in before.iter().enumerate() {
                let change = with_box(&text, *at, !checked);
                let change = change.unwrap_or_else(|| panic!("no box at {at} in {text:?}"));
                let mut after = text.clone();
                after.replace_range(change.range, &change.with);
                let mut expected = before.clone();
                expected[index].1 = !checked;
                prop_assert_eq!(boxes(&after), expected, "{:?}", text);
                changed.set(changed.get() + 1);
            }
            Ok(())
        })
        .unwrap();
    let changed = changed.get();
    assert!(changed > 500, "only {changed} boxes were changed");
}

/// The items of lists in `text`: whether each is a task, its words, and how its source begins.
fn items(text: &str) -> Vec<(bool, String, String)> {
    fn collect(nodes: &[SafeNode], source: &str, found: &mut Vec<(bool, String, String)>) {
        for node in nodes {
            if let View::Element(element) = node.view() {
                if let Tag::Item { offset } = element.tag() {
                    let source = source[*offset..].trim_start().chars().take(3);
                    found.push((element.is_task(), element.words(), source.collect()));
                }
                collect(element.children(), source, found);
            }
        }
    }
    let mut preview = Preview::new();
    preview.set_sections([("s", text)]);
    let mut found = Vec::new();
    for (index, block) in preview.blocks("s").iter().enumerate() {
        let range = preview.range("s", index).expect("a block");
        collect(block.nodes(), &text[range], &mut found);
    }
    found
}

#[test]
fn an_item_knows_its_words_and_where_it_is_written() {
    let check = |text: &str, expected: &[(bool, &str, &str)]| {
        let found = items(text);
        let found: Vec<_> = found
            .iter()
            .map(|(task, words, source)| (*task, &**words, &**source))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    };
    check(
        "x\n\n- [ ] 買う **水** と\n  `茶`\n  - b [c](https://x.example)\n1. d",
        &[
            (true, "買う 水 と 茶", "- ["),
            (false, "b c", "- b"),
            (false, "d", "1. "),
        ],
    );
    check(
        "- [x] a\n\n  ```\n  code\n  ```\n\n- https://x.example/_a_/ b\n- c",
        &[
            (true, "a", "- ["),
            (false, "https://x.example/_a_/ b", "- h"),
            (false, "c", "- c"),
        ],
    );
    check(
        "> - a\n>   - [ ] b",
        &[(false, "a", "- a"), (true, "b", "- [")],
    );
    check(
        "- a [ ] b\n-",
        &[(false, "a [ ] b", "- a"), (false, "", "-")],
    );
}
