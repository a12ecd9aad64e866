//! Footnotes and definitions across sections.

use super::printer::{print, show_section};
use crate::markdown::Preview;

/// The sections `a`, `b`, … with these texts.
fn preview(texts: &[&str]) -> Preview {
    let keys = ["a", "b", "c", "d"];
    let mut preview = Preview::new();
    preview.set_sections(keys.into_iter().zip(texts.iter().copied()));
    preview
}

/// The footnotes at the end of the report, each as `number id: content`.
fn notes(preview: &Preview) -> Vec<String> {
    let show = |note: &crate::markdown::Note<'_>| {
        assert_eq!(preview.note_number(note.id), Some(note.number));
        format!(
            "{} {}: {}",
            note.number,
            note.id.dom_id(),
            print(note.nodes)
        )
    };
    preview.notes().iter().map(show).collect()
}

fn reference(id: &str) -> String {
    format!("<sup class=note-reference data-note={id}></sup>")
}

#[test]
fn a_note_stands_at_the_end() {
    let preview = preview(&["a[^1] b\n\n[^1]: note *x*\n"]);
    assert_eq!(
        show_section(&preview, "a"),
        format!("<p>a{} b</p>", reference("note-a-1"))
    );
    assert_eq!(notes(&preview), ["1 note-a-1: <p>note <em>x</em></p>"]);
}

#[test]
fn notes_are_numbered_by_their_first_reference() {
    let preview = preview(&["[^z] [^y]\n", "[^x] [^z]\n\n[^x]: X\n[^y]: Y\n[^z]: Z\n"]);
    assert_eq!(
        notes(&preview),
        [
            "1 note-b-z: <p>Z</p>",
            "2 note-b-y: <p>Y</p>",
            "3 note-b-x: <p>X</p>"
        ]
    );
}

#[test]
fn equal_labels_in_two_sections_are_two_notes() {
    let preview = preview(&["[^1]\n\n[^1]: A\n", "[^1]\n\n[^1]: B\n", "[^1]\n"]);
    assert_eq!(
        show_section(&preview, "b"),
        format!("<p>{}</p>", reference("note-b-1"))
    );
    // A section without its own takes the first of the report.
    assert_eq!(
        show_section(&preview, "c"),
        format!("<p>{}</p>", reference("note-a-1"))
    );
    assert_eq!(
        notes(&preview),
        ["1 note-a-1: <p>A</p>", "2 note-b-1: <p>B</p>"]
    );
}

#[test]
fn a_footnote_can_stand_in_its_place() {
    let preview = preview(&[
        "a^[注 https://x.example] b^[注 https://x.example]",
        "c^[別]^[]",
    ]);
    assert!(show_section(&preview, "a").starts_with("<p>a<sup class=note-reference"));
    assert!(show_section(&preview, "b").ends_with("^[]</p>"));
    let notes: Vec<String> = preview
        .notes()
        .iter()
        .map(|note| print(note.nodes))
        .collect();
    assert_eq!(notes, ["<p>注 https://x.example</p>", "<p>別</p>"]);
    assert_eq!(preview.total_characters(), 3 + "^[]".len());
}

#[test]
fn a_reference_without_a_note_is_text() {
    assert_eq!(show_section(&preview(&["a[^1]"]), "a"), "<p>a[^1]</p>");
    assert_eq!(
        show_section(&preview(&["a[^1", "[^1]: b"]), "a"),
        "<p>a[^1</p>"
    );
    assert_eq!(
        show_section(&preview(&["`[^1]`", "[^1]: b"]), "a"),
        "<p><code>[^1]</code></p>"
    );
    assert_eq!(
        show_section(&preview(&["\\[^1]", "[^1]: b"]), "a"),
        "<p>[^1]</p>"
    );
}

#[test]
fn a_note_without_a_reference_is_not_shown() {
    let preview = preview(&["a\n\n[^1]: b\n"]);
    assert_eq!(notes(&preview), [""; 0]);
    assert_eq!(show_section(&preview, "a"), "<p>a</p>");
}

#[test]
fn the_first_of_two_equal_notes_counts() {
    assert_eq!(
        notes(&preview(&["[^1]\n\n[^1]: A\n\n[^1]: B\n"])),
        ["1 note-a-1: <p>A</p>"]
    );
}

#[test]
fn labels_of_notes_fold_case_and_make_safe_names() {
    let preview = preview(&["[^Ä b\"<] [^参]\n\n[^ä  b\"<]: x\n[^参]: y\n"]);
    assert_eq!(
        notes(&preview),
        ["1 note-a-ä_20_b_22__3c_: <p>x</p>", "2 note-a-参: <p>y</p>"]
    );
}

#[test]
fn notes_can_refer_to_notes() {
    let preview = preview(&["[^1]\n\n[^2]: two\n\n[^1]: one [^2] [^1]\n"]);
    let one = format!(
        "1 note-a-1: <p>one {} {}</p>",
        reference("note-a-2"),
        reference("note-a-1")
    );
    assert_eq!(notes(&preview), [&one, "2 note-a-2: <p>two</p>"]);
}

#[test]
fn a_note_has_blocks() {
    let preview = preview(&["[^1]\n\n[^1]: a\n\n    - b\n\n    ```\n    c\n    ```\n\nd\n"]);
    assert_eq!(
        notes(&preview),
        ["1 note-a-1: <p>a</p><ul><li>b</li></ul><pre><code>c\n</code></pre>"]
    );
    assert_eq!(
        show_section(&preview, "a"),
        format!("<p>{}</p><p>d</p>", reference("note-a-1"))
    );
}

#[test]
fn a_block_after_which_nothing_can_stand_keeps_its_references() {
    // Code that is never closed, and an indented block: the parser must not take
    // what it is told about notes for part of them.
    let check = |block: &str, expected: &str| {
        let preview = preview(&[&format!("[^1]: note\n\nx\n\n{block}")]);
        assert_eq!(show_section(&preview, "a"), format!("<p>x</p>{expected}"));
    };
    check("```\n[^1]", "<pre><code>[^1]</code></pre>");
    check("    [^1]", "<pre><code>[^1]</code></pre>");
    check("<pre>[^1]", "<p>&lt;pre>[^1]</p>");
    check(
        "- [^1]\n  - ```\n    b",
        &format!(
            "<ul><li>{}<ul><li><pre><code>b</code></pre></li></ul></li></ul>",
            reference("note-a-1")
        ),
    );
    check(
        "> lazy\n[^1]",
        &format!(
            "<blockquote><p>lazy<br>{}</p></blockquote>",
            reference("note-a-1")
        ),
    );
    check("# [^1]", &format!("<h1>{}</h1>", reference("note-a-1")));
    check(
        "| [^1] |\n|-|",
        &format!(
            "<table><thead><tr><th>{}</th></tr></thead></table>",
            reference("note-a-1")
        ),
    );
}

#[test]
fn link_definitions_are_those_of_the_report() {
    let texts = [
        "[x]",
        "[x] [y]\n\n[x]: https://1.example\n",
        "[x]\n\n[x]: https://2.example\n[y]: https://3.example\n",
    ];
    let preview = preview(&texts);
    assert_eq!(
        show_section(&preview, "a"),
        "<p><a href=https://1.example>x</a></p>"
    );
    assert_eq!(
        show_section(&preview, "b"),
        "<p><a href=https://1.example>x</a> <a href=https://3.example>y</a></p>"
    );
    // The first definition wins, even in a section with its own.
    assert_eq!(
        show_section(&preview, "c"),
        "<p><a href=https://1.example>x</a></p>"
    );
}
