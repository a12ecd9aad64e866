//! The trash, older texts, and an archive that is lost under the page.

use super::memory::Keeps;
use super::{event, id, section, texts};
use crate::domain::EventId;
use crate::store::{DAYS_IN_TRASH, KeepError, RecordId, Revision, Safety, Store, TrashDays};

fn gone(name: &str) -> RecordId {
    RecordId::Section(id(name))
}

fn event_id() -> EventId {
    EventId::from_text("e")
}

fn notes() -> (Keeps, super::memory::Tab) {
    let mut keeps = Keeps::default();
    let mut tab = keeps.open("one");
    keeps.act(&mut tab, |store| store.edit_event(event("Kumo")));
    keeps.act(&mut tab, |store| store.edit_section(section("a", "alpha")));
    keeps.act(&mut tab, |store| store.edit_section(section("b", "beta")));
    (keeps, tab)
}

#[test]
fn the_trash_counts_days_of_use() {
    let trash = [gone("a")];
    let mut days = TrashDays::default();
    days.count("2026-11-24", &trash);
    assert_eq!(days.left(&trash[0]), DAYS_IN_TRASH);
    // Twice on one day, and after a year without use.
    days.count("2026-11-24", &trash);
    days.count("2027-11-24", &trash);
    assert_eq!(days.left(&trash[0]), DAYS_IN_TRASH - 1);
    // A clock that jumps back, or to the end of time, is a day like any other.
    days.count("1970-01-01", &trash);
    days.count("+275760-09-13", &trash);
    assert_eq!(days.left(&trash[0]), DAYS_IN_TRASH - 3);
    for day in 1..DAYS_IN_TRASH - 3 {
        days = TrashDays::read(&days.text());
        days.count(&format!("day {day}"), &trash);
        assert!(days.left(&trash[0]) > 0, "{day}");
    }
    days.count("the last one", &trash);
    assert_eq!(days.left(&trash[0]), 0);
}

#[test]
fn what_comes_back_begins_anew() {
    let mut days = TrashDays::default();
    days.count("one", &[gone("a"), gone("b")]);
    days.count("two", &[gone("b")]);
    days.count("three", &[gone("a"), gone("b")]);
    assert_eq!(days.left(&gone("a")), DAYS_IN_TRASH);
    assert_eq!(days.left(&gone("b")), DAYS_IN_TRASH - 2);
}

#[test]
fn counts_that_cannot_be_read_empty_nothing() {
    for text in [
        "",
        "\n\n",
        "2026-11-24",
        "2026-11-24 -5\nsection/a x",
        "2026-11-24 3\nsection/a 4294967295",
        "2026-11-24 99999999999\nsection/a 0",
    ] {
        let mut days = TrashDays::read(text);
        days.count("2026-11-25", &[gone("a")]);
        assert_eq!(days.left(&gone("a")), DAYS_IN_TRASH, "{text:?}");
    }
}

#[test]
fn the_trash_holds_what_was_deleted() {
    let (mut keeps, mut tab) = notes();
    keeps.act(&mut tab, |store| store.delete_section(&id("a")));
    assert_eq!(tab.store.trash(), [gone("a")]);
    let [(event, sections)] = &tab.store.reports()[..] else {
        panic!("one event is there");
    };
    assert_eq!(event.name, "Kumo");
    assert_eq!(*sections, tab.store.sections_of(&event_id()));
    assert_eq!(sections.len(), 1);
    // What was in an event comes back with it.
    keeps.act(&mut tab, |store| store.delete_event(&event_id()));
    assert_eq!(tab.store.trash(), [RecordId::Event(event_id())]);
    assert_eq!(tab.store.reports(), []);
    keeps.act(&mut tab, |store| store.restore_event(&event_id()));
    keeps.act(&mut tab, |store| store.restore_section(&id("a")));
    assert_eq!(tab.store.trash(), []);
    assert_eq!(texts(&tab.store), ["alpha", "beta"]);
}

#[test]
fn emptying_takes_the_text_and_keeps_the_deletion() {
    let (mut keeps, mut tab) = notes();
    let before = keeps.clone();
    keeps.act(&mut tab, |store| store.delete_section(&id("a")));
    keeps.act(&mut tab, |store| store.empty_trash(&[gone("a"), gone("b")]));
    assert_eq!(tab.store.trash(), []);
    assert_eq!(texts(&tab.store), ["beta"], "what is not deleted stays");
    let kept: String = keeps.archive.entries.values().cloned().collect();
    assert!(!kept.contains("alpha"));
    // Who has the older state does not bring it back.
    for entry in before.archive.entries.values() {
        keeps.act(&mut tab, |store| store.join_record(entry));
    }
    assert_eq!(texts(&tab.store), ["beta"]);
    assert_eq!(tab.store.trash(), []);
    assert_eq!(tab.store.safety(), Safety::Saved);
}

#[test]
fn emptying_an_event_takes_its_sections() {
    let (mut keeps, mut tab) = notes();
    keeps.act(&mut tab, |store| store.delete_section(&id("b")));
    keeps.act(&mut tab, |store| store.delete_event(&event_id()));
    keeps.act(&mut tab, |store| {
        store.empty_trash(&[RecordId::Event(event_id())])
    });
    let kept: String = keeps.archive.entries.values().cloned().collect();
    for word in ["alpha", "beta", "Kumo"] {
        assert!(!kept.contains(word), "{word}");
    }
    let tab = keeps.open("two");
    assert_eq!(tab.store.trash(), []);
    assert_eq!(tab.store.events(), []);
}

#[test]
fn an_edit_elsewhere_wins_over_the_emptied_trash() {
    let (mut keeps, mut tab) = notes();
    let mut elsewhere = keeps.clone();
    let mut other = elsewhere.open("two");
    elsewhere.act(&mut other, |store| {
        store.edit_section(section("a", "alpha and more"))
    });
    keeps.act(&mut tab, |store| store.delete_section(&id("a")));
    keeps.act(&mut tab, |store| store.empty_trash(&[gone("a")]));
    let entry = &elsewhere.archive.entries["section/a"];
    keeps.act(&mut tab, |store| store.join_record(entry));
    assert_eq!(texts(&tab.store), ["alpha and more", "beta"]);
}

#[test]
fn a_revision_is_handed_out_once() {
    let (mut keeps, mut tab) = notes();
    let read = |write: &crate::store::Write| Revision::read(&write.json).expect("a revision");
    let first = tab.store.revision(&id("a"), 5).expect("the first one");
    assert_eq!(tab.store.revision(&id("a"), 9), None);
    assert_eq!((read(&first).text.as_str(), read(&first).at), ("alpha", 5));
    assert_eq!(read(&first).write(), first);
    keeps.act(&mut tab, |store| store.edit_section(section("a", "alpha!")));
    // A clock that went back changes nothing in the order.
    let second = tab.store.revision(&id("a"), 1).expect("another text");
    assert!(second.key > first.key);
    assert!(first.key.starts_with(&Revision::keys_of(&id("a"))));
    tab.store.revision_failed(&id("a"));
    assert_eq!(tab.store.revision(&id("a"), 1), Some(second));
    for nothing in ["", " \n", "## 話\n", "\n### 話\n\n\n"] {
        keeps.act(&mut tab, |store| store.edit_section(section("a", nothing)));
        assert_eq!(tab.store.revision(&id("a"), 1), None, "{nothing:?}");
    }
    assert_eq!(tab.store.revision(&id("nobody"), 1), None);
}

#[test]
fn the_texts_of_a_choice_are_revisions() {
    let (mut keeps, mut tab) = notes();
    let mut elsewhere = keeps.clone();
    let mut other = elsewhere.open("two");
    elsewhere.act(&mut other, |store| {
        store.edit_section(section("a", "by two"))
    });
    keeps.act(&mut tab, |store| store.edit_section(section("a", "by one")));
    let entry = &elsewhere.archive.entries["section/a"];
    keeps.act(&mut tab, |store| store.join_record(entry));
    let copy = tab.store.copies(&id("a"))[0].id.clone();
    for name in [id("a"), copy] {
        let kept = tab.store.revisions_beside(&name, 5);
        let texts: Vec<String> = kept
            .iter()
            .filter_map(|write| Some(Revision::read(&write.json)?.text))
            .collect();
        assert_eq!(texts, ["by one", "by two"]);
        assert!(kept.iter().all(|write| write.key.starts_with("a/")));
    }
}

#[test]
fn what_is_no_revision_is_none() {
    for line in [
        "",
        "{broken",
        r#"{"v":1,"kind":"section","id":"a","order":1,"at":1,"text":""}"#,
        r#"{"v":2,"kind":"revision","id":"a","order":1,"at":1,"text":""}"#,
        r#"{"v":1,"kind":"revision","id":"a","order":-1,"at":1,"text":""}"#,
    ] {
        assert_eq!(Revision::read(line), None, "{line}");
    }
}

#[test]
fn an_archive_that_was_emptied_is_filled_again() {
    let (mut keeps, mut tab) = notes();
    keeps.act(&mut tab, |store| store.delete_section(&id("b")));
    let before = keeps.archive.entries.clone();
    keeps.archive.entries.clear();
    keeps.drafts.entries.clear();
    keeps.act(&mut tab, Store::archive_lost);
    assert_eq!(tab.store.safety(), Safety::Saving, "it promises nothing");
    keeps.act(&mut tab, |store| store.archive_read(Vec::new()));
    keeps.act(&mut tab, Store::drafts_cleared);
    assert_eq!(keeps.archive.entries, before);
    assert_eq!(tab.store.safety(), Safety::Saved);
    assert_eq!(texts(&keeps.open("two").store), ["alpha"]);
}

/// The negative control: a loss that nobody tells of is one that nobody mends.
#[test]
fn an_archive_that_is_only_read_again_stays_empty() {
    let (mut keeps, mut tab) = notes();
    keeps.archive.entries.clear();
    keeps.act(&mut tab, |store| store.archive_read(Vec::new()));
    assert!(keeps.archive.entries.is_empty());
}

#[test]
fn an_answer_from_before_the_loss_says_nothing() {
    let (mut keeps, mut tab) = notes();
    let outcome = tab.store.edit_section(section("a", "alpha!"));
    let lost = tab.store.archive_lost();
    let puts = outcome.effects.iter().filter_map(|effect| match effect {
        crate::store::Effect::PutArchive { ticket, .. } => Some(*ticket),
        _ => None,
    });
    for ticket in puts.collect::<Vec<_>>() {
        let _late = tab.store.archived(ticket, Ok(Vec::new()));
    }
    assert_eq!(tab.store.safety(), Safety::Saving);
    keeps.act(&mut tab, |_| lost);
    let found = keeps.archive.entries.clone().into_iter().collect();
    keeps.act(&mut tab, |store| store.archive_read(found));
    assert_eq!(tab.store.safety(), Safety::Saved);
    let kept: &str = &keeps.archive.entries["section/a"];
    assert!(kept.contains("alpha!"));
}

#[test]
fn an_archive_that_stays_away_is_told() {
    let (mut keeps, mut tab) = notes();
    keeps.act(&mut tab, Store::archive_lost);
    keeps.act(&mut tab, |store| store.archive_missing(KeepError::Lost));
    assert_eq!(tab.store.safety(), Safety::KeptForNow);
}

#[test]
fn an_event_without_a_name_is_in_the_trash_while_something_is_in_it() {
    let mut keeps = Keeps::default();
    let mut tab = keeps.open("one");
    // Its own record could not be read.
    keeps.act(&mut tab, |store| store.edit_section(section("a", "alpha")));
    keeps.act(&mut tab, |store| store.delete_event(&event_id()));
    assert_eq!(tab.store.trash(), [RecordId::Event(event_id())]);
    keeps.act(&mut tab, |store| {
        store.empty_trash(&[RecordId::Event(event_id())])
    });
    assert_eq!(tab.store.trash(), []);
}
