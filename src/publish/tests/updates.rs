//! What a new text of the whole report makes of its sections.

use std::cell::Cell;

use crate::domain::{EventId, Place, Section, SectionId};
use crate::publish::{Updated, put_back, update};

const TEXTS: [&str; 3] = ["## A\na\n", "## B\nb\nb\n", "## C\nc\n"];

fn sections() -> Vec<Section> {
    let places = Place::spread(None, None, TEXTS.len());
    let texts = TEXTS.iter().zip(places).enumerate();
    let section = |(at, (text, place)): (usize, (&&str, Place))| {
        Section::new(
            SectionId::from_bits(at as u64),
            EventId::from_bits(1),
            place,
            *text,
        )
    };
    texts.map(section).collect()
}

fn updated(sections: &[Section], waiting: &[SectionId], new: &str) -> Updated {
    let last = Cell::new(100);
    let id = || {
        last.set(last.get() + 1);
        Some(SectionId::from_bits(last.get()))
    };
    let event = EventId::from_bits(1);
    update(&event, sections, waiting, &self::sections(), new, &id).expect("identities")
}

fn texts(sections: &[Section]) -> Vec<&str> {
    sections.iter().map(|section| &*section.text).collect()
}

/// What the store has after the writes, in its own order.
fn written(mut sections: Vec<Section>, update: &Updated) -> Vec<Section> {
    for section in &update.written {
        sections.retain(|other| other.id != section.id);
        sections.push(section.clone());
    }
    sections.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    sections
}

#[test]
fn a_text_that_is_the_same_writes_nothing() {
    let update = updated(&sections(), &[], &TEXTS.concat());
    assert_eq!(update.sections, sections());
    assert_eq!(
        (update.written, update.gone, update.new),
        (vec![], vec![], 0)
    );
}

#[test]
fn other_line_ends_are_no_change() {
    let text = TEXTS.concat().replace("c\n", "d\n").replace('\n', "\r\n");
    let update = updated(&sections(), &[], &text);
    assert_eq!((update.written.len(), update.changed(&sections())), (3, 1));
    let moved = updated(
        &sections(),
        &[],
        &[TEXTS[1], TEXTS[0], "## D\n", TEXTS[2]].concat(),
    );
    assert_eq!((moved.changed(&sections()), moved.new), (1, 1));
}

#[test]
fn what_is_new_stands_in_its_place() {
    let update = updated(&sections(), &[], &TEXTS.join("## D\n"));
    assert_eq!(update.new, 2);
    assert_eq!(written(sections(), &update), update.sections);
    let expected = [TEXTS[0], "## D\n", TEXTS[1], "## D\n", TEXTS[2]];
    assert_eq!(texts(&update.sections), expected);
}

#[test]
fn a_text_that_moves_from_one_to_another_is_written_there_first() {
    let update = updated(&sections(), &[], "## A\na\n## B\n## C\nc\nb\nb\n");
    assert_eq!(texts(&update.written), ["## C\nc\nb\nb\n", "## B\n"]);
    assert_eq!(
        texts(&update.sections),
        ["## A\na\n", "## B\n", "## C\nc\nb\nb\n"]
    );
}

#[test]
fn what_is_gone_keeps_its_place_until_it_comes_back() {
    let old = sections();
    let without = [TEXTS[0], TEXTS[2]].concat();
    let cut = updated(&old, &[], &without);
    assert_eq!(
        (&cut.gone, &cut.written),
        (&vec![old[1].id.clone()], &vec![])
    );
    assert_eq!(cut.sections, old);
    // It waits, and other things are written meanwhile.
    let typed = updated(&cut.sections, &cut.gone, "## A\naa\n## C\nc\n");
    assert_eq!(typed.gone, cut.gone);
    assert_eq!(texts(&typed.sections), ["## A\naa\n", TEXTS[1], TEXTS[2]]);
    // Pasted elsewhere it is the same section, with another place and nothing else.
    let moved = updated(&old, &cut.gone, &[TEXTS[1], TEXTS[0], TEXTS[2]].concat());
    assert_eq!(
        (moved.new, moved.written.len(), moved.gone.len()),
        (0, 1, 0)
    );
    assert_eq!(moved.sections[0].id, old[1].id);
    assert_eq!(written(old, &moved), moved.sections);
}

/// What is in the sections, with those that went, and what they joined; then all put back.
#[track_caller]
fn check_parted(new: &str, expected: &[&str], ends: &[&str]) {
    let old = sections();
    let mut update = updated(&old, &[], new);
    let joined = update.part(&old, &[]);
    assert_eq!(texts(&update.sections), expected, "{new}");
    assert_eq!(written(old, &update), update.sections);
    let shown: Vec<_> = joined.iter().rev().map(|joined| &*joined.end).collect();
    assert_eq!(shown, ends, "{new}");
    if !update.gone.is_empty() && !ends.is_empty() {
        let back = put_back(&update.sections, &joined);
        assert!(back.ends_with(&TEXTS[1..].concat()), "{new}: {back}");
        assert_eq!(back.matches("b\n").count(), 2, "{new}: {back}");
    }
}

#[test]
fn what_went_keeps_only_what_the_text_has_no_more_of() {
    // A heading, with a part of what was below it, or as text.
    check_parted(
        "## A\na\nb\nb\n## C\nc\n",
        &["## A\na\nb\nb\n", "## B\n", "## C\nc\n"],
        &["b\nb\n"],
    );
    check_parted(
        "## A\na\nb\n## C\nc\n",
        &["## A\na\nb\n", "## B\nb\n", "## C\nc\n"],
        &["b\n"],
    );
    check_parted(
        "## A\na\n#### B\nb\nb\n## C\nc\n",
        &["## A\na\n#### B\nb\nb\n", "## B\n", "## C\nc\n"],
        &["#### B\nb\nb\n"],
    );
    // Two headings.
    check_parted(
        "## A\na\nb\nb\nc\n",
        &["## A\na\nb\nb\nc\n", "## B\n", "## C\n"],
        &["b\nb\n", "c\n"],
    );
    // What went as a whole is whole.
    check_parted("## A\na\n## C\nc\n", &TEXTS, &[]);
    check_parted(
        "## A\na\n## A\na\n## C\nc\nb\n",
        &["## A\na\n", "## A\na\n", "## C\nc\nb\n"],
        &[],
    );
}

/// She writes on behind what joined: only the heading comes back, below it.
#[test]
fn what_was_written_behind_stays_where_it_is() {
    let old = sections();
    let mut update = updated(&old, &[], "## A\na\nb\nb\n## C\nc\n");
    let joined = update.part(&old, &[]);
    let text = "## A\na\nb\nb\nd\n## C\nc\n";
    let typed = updated(&update.sections, &update.gone, text);
    let back = "## A\na\nb\nb\nd\n## B\n## C\nc\n";
    assert_eq!(put_back(&typed.sections, &joined), back);
}

/// She renames one and writes in it, cuts it out and pastes it elsewhere.
#[test]
fn what_was_written_here_is_known_by_that_too() {
    let old = sections();
    let renamed = updated(&old, &[], &TEXTS.join("").replace("## B\nb", "## D\nd"));
    let (before, after) = (&renamed.sections[1], &renamed.sections[2]);
    let cut = updated(&renamed.sections, &[], &[TEXTS[0], TEXTS[2]].concat());
    assert_eq!(cut.gone, std::slice::from_ref(&before.id));
    let text = [&before.text, TEXTS[0], &after.text].concat();
    let moved = updated(&cut.sections, &cut.gone, &text);
    assert_eq!((moved.new, moved.gone.len()), (0, 0));
    assert_eq!(moved.sections[0].id, before.id);
}

#[test]
fn a_section_typed_before_another_is_the_new_one() {
    let old = sections();
    // The pause came in the middle of it, and the next heading was no heading then.
    let typed = updated(&old, &[], "## A\na\n## D\nd## B\nb\nb\n## C\nc\n");
    assert_eq!((typed.new, typed.sections.len()), (0, 3));
    let done = updated(
        &typed.sections,
        &[],
        &TEXTS.join("").replace("## B", "## D\nd\n## B"),
    );
    assert_eq!(done.new, 1);
    let ids = [0, 2, 3].map(|at: usize| done.sections[at].id.clone());
    assert_eq!(ids, [0, 1, 2].map(|at: usize| old[at].id.clone()));
    assert_eq!(written(typed.sections, &done), done.sections);
}

#[test]
fn without_an_identity_nothing_is_written() {
    let none = update(
        &EventId::from_bits(1),
        &sections(),
        &[],
        &[],
        "## D\n## E\n## F\n## G\n",
        &|| None,
    );
    assert_eq!(none, None);
}
