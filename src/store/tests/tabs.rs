//! Tabs that are open at the same time and tell each other.

use super::memory::{Keeps, Tab};
use super::{copies, event, id, section, texts};
use crate::store::{Safety, Store};

/// The `storage` events of everything that a tab wrote, at another one.
fn hears_drafts(keeps: &mut Keeps, tab: &mut Tab, writer: &str) {
    let told = keeps.drafts.entries.clone().into_iter();
    for (key, text) in told.filter(|(key, _)| key.ends_with(&format!("/{writer}"))) {
        keeps.act(tab, |store| store.draft_heard(&key, Some(text)));
    }
}

fn hears_archive(keeps: &mut Keeps, tab: &mut Tab) {
    for (key, text) in keeps.archive.entries.clone() {
        keeps.act(tab, |store| store.archive_heard(&key, &text));
    }
}

/// How often the keepers were called.
fn calls(keeps: &Keeps) -> (usize, usize) {
    (keeps.drafts.calls, keeps.archive.calls)
}

#[test]
fn what_one_tab_saves_appears_in_the_other() {
    let mut keeps = Keeps::default();
    let (mut one, mut two) = (keeps.open("one"), keeps.open("two"));
    keeps.act(&mut one, |store| store.edit_event(event("Kumo Kaigi")));
    keeps.act(&mut one, |store| store.edit_section(section("a", "by one")));
    hears_drafts(&mut keeps, &mut two, "one");
    assert_eq!(texts(&two.store), ["by one"]);
    assert_eq!(two.store.events(), [event("Kumo Kaigi")]);
    assert!(copies(&two.store, "a").is_empty());
}

#[test]
fn what_is_kept_already_is_not_written_again() {
    let mut keeps = Keeps::default();
    let (mut one, mut two) = (keeps.open("one"), keeps.open("two"));
    keeps.act(&mut one, |store| store.edit_section(section("a", "by one")));
    let before = calls(&keeps);
    hears_drafts(&mut keeps, &mut two, "one");
    hears_archive(&mut keeps, &mut two);
    keeps.act(&mut two, Store::flush);
    assert_eq!(calls(&keeps), before);
    assert_eq!(two.store.safety(), Safety::Saved);
}

#[test]
fn a_tab_archives_what_another_could_not() {
    let mut keeps = Keeps::default();
    let (mut one, mut two) = (keeps.open("one"), keeps.open("two"));
    let archive = std::mem::take(&mut keeps.archive);
    keeps.act(&mut one, |store| store.edit_section(section("a", "by one")));
    keeps.archive = archive;
    hears_drafts(&mut keeps, &mut two, "one");
    assert_eq!(two.store.safety(), Safety::Saving);
    keeps.act(&mut two, Store::flush);
    assert_eq!(two.store.safety(), Safety::Saved);
    assert!(keeps.archive.entries["section/a"].contains("by one"));
}

#[test]
fn both_change_one_section_and_each_has_both_texts() {
    let mut keeps = Keeps::default();
    let mut one = keeps.open("one");
    keeps.act(&mut one, |store| store.edit_section(section("a", "start")));
    let mut two = keeps.open("two");
    for tab in [&mut one, &mut two] {
        tab.store.open(&id("a"));
    }
    keeps.act(&mut one, |store| store.edit_section(section("a", "by one")));
    keeps.act(&mut two, |store| store.edit_section(section("a", "by two")));
    for _ in 0..3 {
        hears_drafts(&mut keeps, &mut two, "one");
        hears_drafts(&mut keeps, &mut one, "two");
    }
    assert_eq!(
        (texts(&one.store), texts(&two.store)),
        (vec!["by one"], vec!["by two"])
    );
    assert_eq!(copies(&one.store, "a"), ["by two"]);
    assert_eq!(copies(&two.store, "a"), ["by one"]);
}

#[test]
fn typing_on_from_the_chosen_text_is_no_second_text() {
    let mut keeps = Keeps::default();
    let mut one = keeps.open("one");
    keeps.act(&mut one, |store| store.edit_section(section("a", "start")));
    let mut two = keeps.open("two");
    for tab in [&mut one, &mut two] {
        tab.store.open(&id("a"));
    }
    keeps.act(&mut one, |store| store.edit_section(section("a", "by one")));
    keeps.act(&mut two, |store| store.edit_section(section("a", "by two")));
    hears_drafts(&mut keeps, &mut one, "two");
    hears_drafts(&mut keeps, &mut two, "one");
    keeps.act(&mut two, |store| {
        store.keep_this(&store.copies(&id("a"))[0].id)
    });
    keeps.act(&mut two, Store::flush);
    hears_drafts(&mut keeps, &mut one, "two");
    keeps.act(&mut one, |store| {
        store.edit_section(section("a", "by one, more"))
    });
    keeps.act(&mut one, Store::flush);
    hears_drafts(&mut keeps, &mut two, "one");
    for tab in [&one, &two] {
        assert_eq!(texts(&tab.store), ["by one, more"]);
        assert!(copies(&tab.store, "a").is_empty());
    }
}

#[test]
fn a_removed_draft_of_this_tab_is_written_again() {
    let mut keeps = Keeps::default();
    let mut one = keeps.open("one");
    keeps.act(&mut one, |store| store.edit_section(section("a", "text")));
    let drafts = std::mem::take(&mut keeps.drafts.entries);
    for key in drafts.keys() {
        keeps.act(&mut one, |store| store.draft_heard(key, None));
    }
    keeps.act(&mut one, Store::flush);
    assert_eq!(keeps.drafts.entries, drafts);
}

#[test]
fn cleared_drafts_are_written_again() {
    let mut keeps = Keeps::default();
    let mut one = keeps.open("one");
    keeps.act(&mut one, |store| store.edit_section(section("a", "text")));
    let drafts = std::mem::take(&mut keeps.drafts.entries);
    keeps.act(&mut one, Store::drafts_cleared);
    assert_eq!(keeps.drafts.entries, drafts);
}

#[test]
fn keys_of_other_pages_are_passed_over() {
    let mut keeps = Keeps::default();
    let mut one = keeps.open("one");
    let before = one.store.safety();
    for key in [
        "sankarepo:/other/#section/a/two",
        "something",
        "sankarepo:/page/#setting/theme",
    ] {
        keeps.act(&mut one, |store| store.draft_heard(key, Some("{".into())));
    }
    assert!(one.store.set_aside().is_empty());
    assert_eq!(one.store.safety(), before);
}
