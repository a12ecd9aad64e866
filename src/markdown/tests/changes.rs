//! What a change asks the page to draw again, and what it leaves alone.

use crate::markdown::{Changes, Preview};

/// The patches as `section removed..removed>added`.
fn patches(changes: &Changes) -> Vec<String> {
    let show = |patch: &crate::markdown::Patch| {
        assert_eq!(patch.removed.start, patch.added.start);
        format!(
            "{} {:?}>{}",
            patch.section,
            patch.removed,
            patch.added.len()
        )
    };
    changes.patches.iter().map(show).collect()
}

fn report() -> Preview {
    let mut preview = Preview::new();
    preview.set_sections([
        ("a", "## A\n\none\n\ntwo\n\nthree [x]\n"),
        ("b", "## B\n\n[x] and [^1]\n\nother\n"),
        ("c", "## C\n\n[^2] [^1]\n\n[^1]: note\n\n[^2]: note\n"),
    ]);
    preview
}

#[test]
fn a_new_list_of_sections() {
    let mut preview = Preview::new();
    let changes = preview.set_sections([("a", "a\n\nb"), ("b", "")]);
    assert!(changes.list);
    assert_eq!(patches(&changes), ["a 0..0>2"]);
    assert!(!changes.notes);
}

#[test]
fn the_same_again_changes_nothing() {
    let mut preview = Preview::new();
    preview.set_sections([("a", "a"), ("b", "b")]);
    assert_eq!(
        preview.set_sections([("a", "a"), ("b", "b")]),
        Changes::default()
    );
    assert_eq!(preview.set_text("a", "a"), Changes::default());
    assert_eq!(preview.set_text("unknown", "a"), Changes::default());
}

#[test]
fn moving_sections_draws_nothing() {
    let mut preview = Preview::new();
    preview.set_sections([("a", "a"), ("b", "b"), ("c", "c")]);
    let changes = preview.set_sections([("c", "c"), ("a", "a")]);
    assert!(changes.list);
    assert_eq!(patches(&changes), [""; 0]);
    assert_eq!(
        preview.sections().map(|key| &**key).collect::<Vec<_>>(),
        ["c", "a"]
    );
    assert!(preview.blocks("b").is_empty());
}

#[test]
fn of_two_sections_with_one_key_the_first_stays() {
    let mut preview = Preview::new();
    preview.set_sections([("a", "1"), ("a", "2\n\n3")]);
    assert_eq!(preview.sections().count(), 1);
    assert_eq!(preview.range("a", 0), Some(0..1));
}

#[test]
fn a_keystroke_touches_its_block_only() {
    let mut preview = report();
    let mut check = |text: &str, expected: &[&str]| {
        let changes = preview.set_text("a", text);
        assert_eq!(patches(&changes), expected, "{text:?}");
        assert!(!changes.list && !changes.notes && changes.numbers.is_empty());
    };
    check("## A\n\none\n\ntwo!\n\nthree [x]\n", &["a 2..3>1"]);
    check("## A\n\none\n\ntwo!\n\nthree [x]\n\n", &["a 3..4>1"]);
    check("## A\n\none\n\ntwo!\n\n\n\nthree [x]\n\n", &["a 2..3>1"]);
    check("## A\n\none\n\ntwo!\n\nnew\n\nthree [x]\n\n", &["a 2..3>2"]);
    check("## A\n\none\n\nnew\n\nthree [x]\n\n", &["a 2..3>0"]);
    check("## A\n\none\nnew\n\nthree [x]\n\n", &["a 1..3>1"]);
    check("## A!\n\none\nnew\n\nthree [x]\n\n", &["a 0..1>1"]);
    check("", &["a 0..3>0"]);
    check("x", &["a 0..0>1"]);
}

#[test]
fn an_open_fence_takes_what_follows_and_gives_it_back() {
    let mut preview = report();
    let open = preview.set_text("a", "## A\n\n```\none\n\ntwo\n\nthree [x]\n");
    assert_eq!(patches(&open), ["a 1..4>1"]);
    let closed = preview.set_text("a", "## A\n\n```\none\n```\n\ntwo\n\nthree [x]\n");
    assert_eq!(patches(&closed), ["a 1..2>3"]);
}

#[test]
fn a_link_definition_updates_its_users_everywhere() {
    let mut preview = report();
    let changes = preview.set_text(
        "c",
        "## C\n\n[^2] [^1]\n\n[^1]: note\n\n[^2]: note\n\n[x]: https://x.example\n",
    );
    assert_eq!(patches(&changes), ["c 3..4>1", "a 3..4>1", "b 1..2>1"]);
    // A second definition changes nothing: the first one counts.
    let changes = preview.set_text("c", "## C\n\n[^2] [^1]\n\n[^1]: note\n\n[^2]: note\n\n[x]: https://x.example\n[x]: https://y.example\n");
    assert_eq!(patches(&changes), ["c 3..4>1"]);
    // Unless it comes first.
    let changes = preview.set_text(
        "a",
        "## A\n\none\n\ntwo\n\nthree [x]\n\n[x]: https://z.example\n",
    );
    assert_eq!(patches(&changes), ["a 3..4>1", "b 1..2>1"]);
}

#[test]
fn a_note_definition_updates_its_users_everywhere() {
    let mut preview = report();
    let changes = preview.set_text("c", "## C\n\n[^2]\n\n[^2]: note\n");
    assert_eq!(patches(&changes), ["c 1..3>1", "b 1..2>1"]);
    assert!(changes.notes);
    assert_eq!(preview.notes().len(), 1);
}

#[test]
fn the_text_of_a_note_updates_the_notes_only() {
    let mut preview = report();
    let changes = preview.set_text("c", "## C\n\n[^2] [^1]\n\n[^1]: note!\n\n[^2]: note\n");
    assert_eq!(patches(&changes), ["c 2..3>1"]);
    assert!(changes.notes);
    assert!(changes.numbers.is_empty());
}

#[test]
fn numbers_that_change_are_told() {
    let mut preview = report();
    let changes = preview.set_text("a", "## A\n\none[^2]\n\ntwo\n\nthree [x]\n");
    assert_eq!(patches(&changes), ["a 1..2>1"]);
    assert!(changes.notes);
    let numbers: Vec<_> = changes
        .numbers
        .iter()
        .map(|(id, n)| (id.dom_id(), *n))
        .collect();
    assert_eq!(
        numbers,
        [("note-c-2".to_owned(), 1), ("note-c-1".to_owned(), 2)]
    );
}

#[test]
fn a_heading_that_is_found_by_another_name_is_told() {
    let mut preview = report();
    let told = |changes: Changes| -> Vec<String> {
        let blocks = changes.anchors.iter();
        blocks
            .map(|(key, block)| format!("{key} {block}"))
            .collect()
    };
    let changes = preview.set_text("b", "## A\n\n[x] and [^1]\n\nother\n");
    assert_eq!(told(changes), ["b 0"]);
    assert_eq!(preview.blocks("b")[0].anchors(), ["a-1"]);
    // The one before it is another now: only the name of the second changes.
    let changes = preview.set_text("a", "## AA\n\none\n\ntwo\n\nthree [x]\n");
    assert_eq!(told(changes), ["a 0", "b 0"]);
    assert_eq!(preview.blocks("b")[0].anchors(), ["a"]);
    let changes = preview.set_text("a", "## AA\n\none!\n\ntwo\n\nthree [x]\n");
    assert_eq!(told(changes), [""; 0]);
    let changes = preview.set_sections([("b", "## A\n"), ("a", "## A\n")]);
    assert_eq!(told(changes), ["b 0", "a 0"]);
    assert_eq!(preview.blocks("a")[0].anchors(), ["a-1"]);
}

#[test]
fn typing_beside_a_reference_leaves_the_notes_alone() {
    let mut preview = report();
    let changes = preview.set_text("b", "## B\n\n[x] and more [^1]\n\nother\n");
    assert_eq!(patches(&changes), ["b 1..2>1"]);
    assert!(!changes.notes);
    let changes = preview.set_text("b", "## B\n\n[x] and more\n\nother\n");
    assert!(changes.notes);
    assert_eq!(changes.numbers.len(), 2);
}
