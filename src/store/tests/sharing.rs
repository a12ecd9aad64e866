//! Several tabs, and what a person deletes and brings back.

use super::memory::Keeps;
use super::{copies, event, id, section, texts};
use crate::domain::SectionId;
use crate::store::{Outcome, Safety, Store};

#[test]
fn a_draft_that_its_tab_has_changed_meanwhile_stays() {
    let mut keeps = Keeps::default();
    let mut one = keeps.open("one");
    keeps.act(&mut one, |store| store.edit_section(section("a", "old")));
    let mut two = keeps.open("two");
    keeps.act(&mut one, |store| {
        store.edit_section(section("a", "old, and more"))
    });
    keeps.act(&mut two, |store| store.edit_section(section("a", "new")));
    assert_eq!(keeps.drafts.entries.len(), 2);
    assert_eq!(texts(&two.store), ["new"]);
    assert_eq!(copies(&two.store, "a"), ["old, and more"]);
}

#[test]
fn two_tabs_keep_both_texts_until_the_person_decides() {
    let mut keeps = Keeps::default();
    let mut one = keeps.open("one");
    keeps.act(&mut one, |store| store.edit_event(event("Kumo Kaigi")));
    keeps.act(&mut one, |store| store.edit_section(section("a", "start")));
    let mut two = keeps.open("two");
    keeps.act(&mut one, |store| store.edit_section(section("a", "by one")));
    keeps.act(&mut two, |store| store.edit_section(section("a", "by two")));
    assert_eq!(texts(&two.store), ["by two"]);
    assert_eq!(copies(&two.store, "a"), ["by one"]);
    keeps.act(&mut two, |store| {
        store.edit_section(section("a", "by two, more"))
    });
    assert_eq!(
        copies(&two.store, "a"),
        ["by one"],
        "it stays while one goes on"
    );

    let decide = |decide: &dyn Fn(&mut Store, &SectionId) -> Outcome| {
        let mut keeps = keeps.clone();
        let mut tab = keeps.open("three");
        let copy = tab.store.copies(&id("a"))[0].id.clone();
        keeps.act(&mut tab, |store| decide(store, &copy));
        assert_eq!(copies(&tab.store, "a"), Vec::<String>::new());
        assert_eq!(tab.store.safety(), Safety::Saved);
        let tab = keeps.open("four");
        let mut texts: Vec<String> = texts(&tab.store).into_iter().map(str::to_owned).collect();
        texts.sort();
        texts
    };
    assert_eq!(decide(&|store, _| store.keep_this(&id("a"))), ["by one"]);
    assert_eq!(
        decide(&|store, copy| store.keep_this(copy)),
        ["by two, more"]
    );
    assert_eq!(
        decide(&|store, copy| store.keep_both(copy)),
        ["by one", "by two, more"]
    );
}

#[test]
fn a_copy_has_one_identity_wherever_it_is_seen() {
    let mut keeps = Keeps::default();
    let mut one = keeps.open("one");
    keeps.act(&mut one, |store| store.edit_section(section("a", "start")));
    let mut two = keeps.open("two");
    keeps.act(&mut one, |store| store.edit_section(section("a", "by one")));
    keeps.act(&mut two, |store| store.edit_section(section("a", "by two")));
    let copy = keeps.open("three").store.copies(&id("a"))[0].id.clone();
    let mut tabs = ["four", "five"].map(|writer| keeps.open(writer));
    for tab in &mut tabs {
        assert_eq!(tab.store.copies(&id("a"))[0].id, copy);
        keeps.act(tab, |store| store.keep_both(&copy));
    }
    let tab = keeps.open("six");
    assert_eq!(
        texts(&tab.store),
        ["by one", "by two"],
        "decided twice, once there"
    );
    assert!(copies(&tab.store, "a").is_empty());
}

#[test]
fn an_open_text_counts_as_made_from_what_it_shows() {
    let mut keeps = Keeps::default();
    let mut one = keeps.open("one");
    keeps.act(&mut one, |store| store.edit_section(section("a", "start")));
    let mut two = keeps.open("two");
    two.store.open(&id("a"));
    keeps.act(&mut one, |store| {
        store.edit_section(section("a", "start, by one"))
    });
    let heard = keeps.archive.entries["section/a"].clone();
    // Told twice, it is still not what stands open.
    keeps.act(&mut two, |store| store.join_record(&heard));
    keeps.act(&mut two, |store| store.join_record(&heard));
    assert_eq!(texts(&two.store), ["start, by one"]);
    keeps.act(&mut two, |store| {
        store.edit_section(section("a", "start, by two"))
    });
    assert_eq!(texts(&two.store), ["start, by two"]);
    assert_eq!(copies(&two.store, "a"), ["start, by one"]);
    keeps.act(&mut two, |store| {
        store.edit_section(section("a", "start, by two!"))
    });
    assert_eq!(copies(&two.store, "a"), ["start, by one"]);
}

#[test]
fn a_deletion_is_taken_back_under_an_open_text() {
    let mut keeps = Keeps::default();
    let mut tab = keeps.open("one");
    keeps.act(&mut tab, |store| store.edit_section(section("a", "text")));
    tab.store.open(&id("a"));
    keeps.act(&mut tab, |store| store.delete_section(&id("a")));
    assert!(texts(&tab.store).is_empty() && tab.store.section(&id("a")).is_none());
    assert_eq!(
        tab.store.gone_sections(&event("Kumo Kaigi").id)[0].text,
        "text"
    );
    keeps.act(&mut tab, |store| store.restore_section(&id("a")));
    keeps.act(&mut tab, |store| store.edit_section(section("a", "text!")));
    assert_eq!(texts(&tab.store), ["text!"]);
    assert!(copies(&tab.store, "a").is_empty());
    assert_eq!(texts(&keeps.open("two").store), ["text!"]);
}

#[test]
fn a_deleted_event_comes_back_with_its_sections() {
    let mut keeps = Keeps::default();
    let mut tab = keeps.open("one");
    keeps.act(&mut tab, |store| store.edit_event(event("Kumo Kaigi")));
    keeps.act(&mut tab, |store| store.edit_section(section("a", "text")));
    keeps.act(&mut tab, |store| {
        store.delete_event(&event("Kumo Kaigi").id)
    });
    assert!(tab.store.events().is_empty());
    assert_eq!(tab.store.gone_events(), [event("Kumo Kaigi")]);
    let mut tab = keeps.open("two");
    keeps.act(&mut tab, |store| {
        store.restore_event(&event("Kumo Kaigi").id)
    });
    assert_eq!(tab.store.events(), [event("Kumo Kaigi")]);
    assert_eq!(texts(&tab.store), ["text"]);
}
