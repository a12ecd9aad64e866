//! A preview that follows edits shows what a new preview of the same text shows.

use std::collections::HashMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::printer::{print, show_section};
use crate::markdown::names::NoteId;
use crate::markdown::partition::{partition, repartition};
use crate::markdown::{Changes, Preview, SafeNode, Tag, View, with_line_feeds};

/// Lines that open, continue, close or interrupt each other in every way we know.
const LINES: &[&str] = &[
    "",
    "",
    "",
    " ",
    "\t",
    "text",
    "文章です。",
    "  two spaces  ",
    "back\\",
    "# h1",
    "## h2",
    "### h3 ##",
    "   ### h3",
    "    ## code",
    "#",
    "===",
    "---",
    "- - -",
    "***",
    "- a",
    "* b",
    "+ c",
    "-",
    "1. one",
    "2) two",
    "10. ten",
    "  - nested",
    "    - deeper",
    "  continued",
    "    indented",
    "\ttab",
    "- [ ] task",
    "- [x] done",
    "- ```",
    "```",
    "```rust",
    "~~~",
    "````",
    "  ```",
    "> quote",
    ">",
    "> - list",
    "> ```",
    "> [!NOTE]",
    "> [!tip]",
    ">> deep",
    "lazy",
    "|a|b|",
    "|-|-|",
    "|:-:|-:|",
    "|c|d|e|",
    "a|b",
    "-|-",
    "<div>",
    "</div>",
    "<pre>",
    "</pre>",
    "<!-- c",
    "-->",
    "<script>",
    "</script>",
    "<?php",
    "?>",
    "<![CDATA[",
    "]]>",
    "<!X",
    "<a href=x>",
    "<x-y>",
    "<style>",
    "</style>",
    "[a]: /a",
    "[a]: https://a.example",
    "[b]:",
    "https://b.example \"title",
    "title\"",
    "\"t",
    "'",
    "(title",
    ")",
    "> [c]: https://c.example",
    "- [d]: https://d.example",
    "[e",
    "f]: https://e.example",
    "[a] [b] [c] [d]",
    "[e f][a]",
    "![p][a]",
    "[A]",
    "[^1]: note",
    "[^1]: other",
    "[^2]:",
    "    more of the note",
    "> [^3]: in a quote",
    "see [^1] and [^2] and [^3]",
    "[^1]: [^2]: two",
    "[^1][a]",
    "**bold",
    "bold**",
    "*em*",
    "_x_",
    "`code",
    "code`",
    "~~s~~",
    "~s~",
    "https://x.example/a。b",
    "<https://y.example>",
    "&amp;&#x41;",
    "a\rb",
    "\r",
    "x  \r\ny",
    "\u{3000}",
    "\u{feff}",
    "\u{0}",
    "😀",
    "：",
    "・項目",
    "１．項目",
    ": def",
    "$x$",
    ":::message",
    "::::details 題 `x`",
    ":::note alert",
    "  :::info",
    "::: unknown",
    ":::",
    "::::",
    "<details><summary>題</summary>",
    "</details>",
    "----|---",
    "- a\n\n\n  b",
    "-\n\n  x",
    "1.\n",
    "|",
    "||",
    "\\",
    "\\[a]",
    "[",
    "]",
    "[]",
    "[^]",
    "[^ ]",
    "!",
    "![](x)",
    "- \n\n\n- b",
];

const ENDINGS: &[&str] = &["\n", "\n", "\n", "\n", "\n\n", "\r\n", "\r", ""];

pub(super) fn document(lines: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let line = (prop::sample::select(LINES), prop::sample::select(ENDINGS));
    prop::collection::vec(line, lines)
        .prop_map(|lines| lines.iter().flat_map(|(line, end)| [*line, *end]).collect())
}

/// An edit: where it starts and ends, in thousandths of the text, and what is put there.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    at: usize,
    removed: usize,
    inserted: String,
}

pub(super) fn edit() -> impl Strategy<Value = Edit> {
    let inserted = prop_oneof![
        Just(String::new()),
        prop::sample::select(LINES).prop_map(str::to_owned),
        prop::sample::select(
            &[
                "\n", " ", "`", "#", "-", ">", "|", "[", "]", ":", "\"", "\r", "\t", "あ"
            ][..]
        )
        .prop_map(str::to_owned),
        document(1..4),
    ];
    let removed = prop_oneof![Just(0), 0..3usize, 0..60usize];
    (0..1001usize, removed, inserted).prop_map(|(at, removed, inserted)| Edit {
        at,
        removed,
        inserted,
    })
}

pub(super) fn apply(text: &mut String, edit: &Edit) {
    let floor = |mut at: usize, text: &str| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(text.len() * edit.at / 1000, text);
    let end = floor((start + edit.removed).min(text.len()), text);
    text.replace_range(start..end.max(start), &edit.inserted);
}

/// Runs a property the same way every time.
pub(super) fn check<S: Strategy>(
    cases: u32,
    strategy: S,
    test: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let cases = std::env::var("CASES")
        .ok()
        .and_then(|c| c.parse().ok())
        .unwrap_or(cases);
    let config = Config {
        cases,
        failure_persistence: None,
        // Some inputs do not fit the property; how many says nothing.
        max_local_rejects: u32::MAX,
        max_global_rejects: u32::MAX,
        ..Config::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    if let Err(error) = TestRunner::new_with_rng(config, rng).run(&strategy, test) {
        panic!("{error}");
    }
}

#[test]
fn the_partition_after_an_edit_is_that_of_the_new_text() {
    let strategy = (document(0..25), prop::collection::vec(edit(), 1..6));
    check(3000, strategy, |(text, edits)| {
        let mut text = with_line_feeds(&text).into_owned();
        let mut starts = partition(&text);
        for edit in edits {
            let old = text.clone();
            apply(&mut text, &edit);
            text = with_line_feeds(&text).into_owned();
            let change = repartition(&old, &starts, &text);
            for start in &mut starts[change.replaced.end..] {
                *start = text.len() - (old.len() - *start);
            }
            starts.splice(change.replaced, change.with);
            prop_assert_eq!(&starts, &partition(&text), "{:?} -> {:?}", old, text);
        }
        Ok(())
    });
}

/// A page that only knows what [`Changes`] says.
#[derive(Default)]
struct Page {
    sections: Vec<(String, Vec<String>)>,
    notes: String,
    numbers: HashMap<String, usize>,
}

impl Page {
    fn apply(&mut self, preview: &Preview, changes: &Changes) {
        if changes.list {
            let mut old = std::mem::take(&mut self.sections);
            for key in preview.sections() {
                let known = old.iter().position(|(old, _)| **old == **key);
                self.sections.push(match known {
                    Some(index) => old.swap_remove(index),
                    None => (key.to_string(), vec![]),
                });
            }
        }
        for patch in &changes.patches {
            let new = &preview.blocks(&patch.section)[patch.added.clone()];
            let mut sections = self.sections.iter_mut();
            let section = sections.find(|(key, _)| **key == *patch.section);
            let (_, blocks) = section.expect("a patch is for a section of the list");
            let drawn = new.iter().map(|block| print(block.nodes()));
            blocks.splice(patch.removed.clone(), drawn);
            new.iter()
                .for_each(|block| self.draw_numbers(preview, block.nodes()));
        }
        if changes.notes {
            self.notes = show_notes(preview);
            preview
                .notes()
                .iter()
                .for_each(|note| self.draw_numbers(preview, note.nodes));
        }
        for (id, number) in &changes.numbers {
            self.numbers.insert(id.dom_id(), *number);
        }
    }

    /// Remembers the number of every reference that is drawn.
    fn draw_numbers(&mut self, preview: &Preview, nodes: &[SafeNode]) {
        for_each_reference(nodes, &mut |id| {
            let number = preview
                .note_number(id)
                .expect("a note that is referred to has a number");
            self.numbers.insert(id.dom_id(), number);
        });
    }

    fn show(&self, key: &str) -> String {
        let section = self.sections.iter().find(|(known, _)| known == key);
        section.map_or_else(String::new, |(_, blocks)| blocks.concat())
    }
}

fn for_each_reference(nodes: &[SafeNode], visit: &mut impl FnMut(&NoteId)) {
    for node in nodes {
        if let View::Element(element) = node.view() {
            if let Tag::NoteReference(id) = element.tag() {
                visit(id);
            }
            for_each_reference(element.children(), visit);
        }
    }
}

fn show_notes(preview: &Preview) -> String {
    let notes = preview.notes();
    notes
        .iter()
        .map(|n| format!("{} {}: {}\n", n.number, n.id.dom_id(), print(n.nodes)))
        .collect()
}

#[test]
fn the_preview_after_edits_is_that_of_the_new_report() {
    let section_edit = (0..3usize, edit());
    let strategy = (
        prop::collection::vec(document(0..12), 3),
        prop::collection::vec(section_edit, 1..6),
        any::<bool>(),
    );
    check(1500, strategy, |(mut texts, edits, reorder)| {
        let keys = ["a", "b", "c"];
        let mut preview = Preview::new();
        let mut page = Page::default();
        let changes = preview.set_sections(keys.into_iter().zip(texts.iter().map(|t| &**t)));
        page.apply(&preview, &changes);
        for (index, edit) in edits {
            apply(&mut texts[index], &edit);
            let changes = preview.set_text(keys[index], &texts[index]);
            page.apply(&preview, &changes);
        }
        let mut order = vec![0, 1, 2];
        if reorder {
            order = vec![2, 0];
            let changes = preview.set_sections(order.iter().map(|i| (keys[*i], &*texts[*i])));
            page.apply(&preview, &changes);
        }
        let mut fresh = Preview::new();
        fresh.set_sections(order.iter().map(|i| (keys[*i], &*texts[*i])));
        for key in keys {
            prop_assert_eq!(preview.blocks(key), fresh.blocks(key), "{:?}", texts);
            prop_assert_eq!(page.show(key), show_section(&fresh, key), "{:?}", texts);
            prop_assert_eq!(preview.characters(key), fresh.characters(key));
        }
        prop_assert_eq!(preview.total_characters(), fresh.total_characters());
        prop_assert_eq!(&page.notes, &show_notes(&fresh), "{:?}", texts);
        for key in keys {
            for block in fresh.blocks(key) {
                for_each_reference(block.nodes(), &mut |id| {
                    assert_eq!(
                        page.numbers.get(&id.dom_id()).copied(),
                        fresh.note_number(id)
                    );
                });
            }
        }
        Ok(())
    });
}
