//! What the store asks for, input by input.

use super::memory::{Fault, Keeps, Plan};
use super::*;
use crate::domain::{Date, Days, Event, Head, Place, Profile, Role, Section, WriterId};

fn event() -> Event {
    Event::new(EventId::from_text("e"), "Kumo Kaigi")
}

fn section(id: &str, text: &str) -> Section {
    Section {
        id: SectionId::from_text(id),
        event: event().id,
        place: Place::from_text("i"),
        text: text.to_owned(),
        in_report: true,
    }
}

fn id(text: &str) -> SectionId {
    SectionId::from_text(text)
}

fn texts(store: &Store) -> Vec<&str> {
    let sections = store.sections_of(&event().id);
    sections
        .iter()
        .map(|section| section.text.as_str())
        .collect()
}

fn copies(store: &Store, section: &str) -> Vec<String> {
    let copies = store.copies(&id(section));
    copies.into_iter().map(|section| section.text).collect()
}

fn names(effects: &[Effect]) -> Vec<String> {
    let name = |effect: &Effect| match effect {
        Effect::WriteDrafts { writes, .. } => format!("drafts {}", keys(writes)),
        Effect::RemoveDraft { key, .. } => format!("remove {key}"),
        Effect::ReadArchive => "read".into(),
        Effect::PutArchive { writes, .. } => format!("put {}", keys(writes)),
        Effect::FlushWithin { millis } => format!("flush {millis}"),
    };
    effects.iter().map(name).collect()
}

fn keys(writes: &[Write]) -> String {
    let keys: Vec<&str> = writes.iter().map(|write| write.key.as_str()).collect();
    keys.join(" ")
}

/// A store that has read two empty keepers.
fn ready() -> Store {
    let mut store = Store::new(Keys::of_page("/p/"), WriterId::from_text("w"));
    let started = store.drafts_read(Vec::new());
    assert_eq!(names(&started.effects), ["read"]);
    assert!(store.archive_read(Vec::new()).effects.is_empty());
    store
}

#[test]
fn a_keystroke_goes_to_both_keepers_at_once() {
    let mut store = ready();
    let outcome = store.edit_section(section("a", "text"));
    let drafts = "drafts sankarepo:/p/#section/a/w";
    assert_eq!(names(&outcome.effects), [drafts, "put section/a"]);
    assert_eq!(store.safety(), Safety::Saving);
    assert!(outcome.changed.safety);
    assert!(outcome.changed.sections.contains(&id("a")));
    assert!(outcome.changed.lists.contains(&event().id));
    let again = store.edit_section(section("a", "text"));
    assert_eq!(again, Outcome::default());
}

#[test]
fn only_the_list_that_changed_is_named() {
    let mut store = ready();
    let _ = store.edit_section(section("a", "text"));
    let changed = store.edit_section(section("a", "text more")).changed;
    assert!(changed.lists.is_empty() && changed.events.is_empty() && !changed.profile);
    assert_eq!(changed.sections.into_iter().collect::<Vec<_>>(), [id("a")]);
}

#[test]
fn a_large_text_waits_for_the_flush() {
    let mut store = ready();
    let large = "あ".repeat(6_000);
    let outcome = store.edit_section(section("a", &large));
    assert_eq!(names(&outcome.effects), ["flush 300"]);
    assert!(
        store
            .edit_section(section("a", &(large + "あ")))
            .effects
            .is_empty()
    );
    assert_eq!(store.safety(), Safety::Saving);
    let flushed = names(&store.flush().effects);
    assert_eq!(
        flushed,
        ["drafts sankarepo:/p/#section/a/w", "put section/a"]
    );
}

#[test]
fn one_put_is_under_way_and_the_newest_text_follows() {
    let mut store = ready();
    let first = store.edit_section(section("a", "1"));
    for text in ["2", "3"] {
        let outcome = store.edit_section(section("a", text));
        assert_eq!(
            names(&outcome.effects),
            ["drafts sankarepo:/p/#section/a/w"]
        );
    }
    let [_, Effect::PutArchive { ticket, writes }] = &first.effects[..] else {
        panic!("{first:?}");
    };
    let stored = join_stored("section/a", None, &writes[0].json);
    let next = store.archived(*ticket, Ok(vec![stored])).effects;
    let [Effect::PutArchive { writes, .. }] = &next[..] else {
        panic!("{next:?}");
    };
    assert!(writes[0].json.contains(r#""text":"3""#));
    assert_eq!(store.safety(), Safety::Saving);
}

#[test]
fn what_only_one_keeper_has_is_given_to_the_other() {
    let mut keeps = Keeps::default();
    let mut tab = keeps.open("one");
    keeps.act(&mut tab, |store| store.edit_section(section("a", "text")));
    let full = keeps.clone();

    keeps.archive.entries.clear();
    let tab = keeps.open("two");
    assert_eq!(tab.store.safety(), Safety::Saved);
    assert_eq!(keeps.archive.entries, full.archive.entries);
    assert_eq!(
        keeps.drafts.entries, full.drafts.entries,
        "no second draft of the same"
    );

    keeps.drafts.entries.clear();
    keeps.open("three");
    let drafts: Vec<&String> = keeps.drafts.entries.values().collect();
    assert_eq!(drafts, full.drafts.entries.values().collect::<Vec<_>>());
}

#[test]
fn an_old_draft_goes_only_after_the_archive_has_what_is_newer() {
    let mut keeps = Keeps::default();
    let mut tab = keeps.open("one");
    keeps.act(&mut tab, |store| store.edit_section(section("a", "old")));
    keeps.archive.plan = Some(Plan {
        first: keeps.archive.calls + 2,
        for_good: false,
        fault: Fault::Fails,
    });
    let mut tab = keeps.open("two");
    keeps.act(&mut tab, |store| store.edit_section(section("a", "new")));
    assert_eq!(tab.store.safety(), Safety::KeptForNow);
    assert_eq!(
        keeps.drafts.entries.len(),
        2,
        "the archive has not answered"
    );
    keeps.act(&mut tab, Store::flush);
    assert_eq!(tab.store.safety(), Safety::Saved);
    let left: Vec<&String> = keeps.drafts.entries.keys().collect();
    assert_eq!(left, ["sankarepo:/page/#section/a/two"]);
}

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
    keeps.act(&mut one, |store| store.edit_event(event()));
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
    assert_eq!(tab.store.gone_sections(&event().id)[0].text, "text");
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
    keeps.act(&mut tab, |store| store.edit_event(event()));
    keeps.act(&mut tab, |store| store.edit_section(section("a", "text")));
    keeps.act(&mut tab, |store| store.delete_event(&event().id));
    assert!(tab.store.events().is_empty());
    assert_eq!(tab.store.gone_events(), [event()]);
    let mut tab = keeps.open("two");
    keeps.act(&mut tab, |store| store.restore_event(&event().id));
    assert_eq!(tab.store.events(), [event()]);
    assert_eq!(texts(&tab.store), ["text"]);
}

#[test]
fn every_field_comes_back() {
    let mut keeps = Keeps::default();
    let mut full = event();
    let day = |day| Date::new(2026, 4, day).expect("a day");
    full.days = Some(Days::new(day(17), day(18)));
    full.role = Some(Role::Speaker);
    full.report.head = Head::FrontMatter;
    full.report.topics = vec!["クラウド".into(), "\"\\\n\u{0}🎈".into()];
    for field in [
        &mut full.venue,
        &mut full.hashtag,
        &mut full.link,
        &mut full.time_zone,
    ] {
        *field = "参加 \u{2028}".into();
    }
    let profile = Profile {
        name: "くもこ".into(),
        handles: "@kumo_k (X)".into(),
    };
    let mut left_out = section("a", "# 見出し\r\n\t本文 \u{feff}");
    left_out.in_report = false;
    let mut tab = keeps.open("one");
    keeps.act(&mut tab, |store| store.edit_event(full.clone()));
    keeps.act(&mut tab, |store| store.edit_profile(profile.clone()));
    keeps.act(&mut tab, |store| store.edit_section(left_out.clone()));
    for lost in ["drafts", "archive"] {
        let mut keeps = keeps.clone();
        match lost {
            "drafts" => keeps.drafts.entries.clear(),
            _ => keeps.archive.entries.clear(),
        }
        let store = keeps.open("two").store;
        assert_eq!(store.events(), [full.clone()]);
        assert_eq!(store.profile(), profile);
        assert_eq!(store.section(&id("a")), Some(&left_out));
    }
}

#[test]
fn the_format_is_the_one_that_stays() {
    let text = r##"{"v":1,"kind":"section","id":"a","seen":{"w":3},"event":"e","place":"i","text":"# A","in_report":true,"mood":{"x":[1,"二"]}}"##;
    let Read::Known(record) = read(text) else {
        panic!("{:?}", read(text));
    };
    assert_eq!(
        record.line(),
        text,
        "a field that is not known is carried along"
    );
    let gone = text.replace(r#","event""#, r#","gone":true,"event""#);
    assert!(matches!(read(&gone), Read::Known(record) if record.line() == gone));
    assert_eq!(
        read(&text.replace("\"v\":1", "\"v\":2")),
        Read::Newer { v: 2 }
    );
    assert_eq!(
        read(&text.replace("section", "photo")),
        Read::Newer { v: 1 }
    );
}

#[test]
fn an_edit_carries_along_what_it_does_not_know() {
    let text = r##"{"v":1,"kind":"section","id":"a","seen":{"w":3},"event":"e","place":"i","text":"# A","in_report":true,"mood":"well"}"##;
    let mut keeps = Keeps::default();
    keeps
        .archive
        .entries
        .insert("section/a".into(), text.into());
    let mut tab = keeps.open("one");
    keeps.act(&mut tab, |store| store.edit_section(section("a", "new")));
    assert!(keeps.archive.entries["section/a"].contains(r#""mood":"well""#));
}

#[test]
fn what_cannot_be_read_stays_and_is_shown() {
    let good = |name: &str| {
        format!(
            r#"{{"v":1,"kind":"section","id":"{name}","seen":{{"w":1}},"event":"e","place":"i","text":"{name}","in_report":true}}"#
        )
    };
    let mut keeps = Keeps::default();
    let key = |rest: &str| format!("sankarepo:/page/#{rest}");
    let strange = [
        (key("section/b/w"), "{broken".to_owned()),
        (key("section/c/w"), good("c").replace("\"v\":1", "\"v\":9")),
    ];
    keeps.drafts.entries.extend(strange.clone());
    keeps.drafts.entries.insert(key("section/a/w"), good("a"));
    keeps
        .drafts
        .entries
        .insert("sankarepo:/other/#section/d/w".into(), good("d"));
    keeps
        .drafts
        .entries
        .insert(key("setting/theme"), "dark".into());
    keeps
        .archive
        .entries
        .insert("section/e".into(), "\u{0}garbage".into());
    let mut tab = keeps.open("one");
    assert_eq!(texts(&tab.store), ["a"]);
    assert_eq!(tab.store.set_aside().len(), 3);
    assert_eq!(
        tab.store.events()[0].name,
        "",
        "an event of which only sections are known"
    );
    keeps.act(&mut tab, |store| store.edit_section(section("e", "new")));
    keeps.act(&mut tab, |store| store.edit_section(section("b", "new")));
    for (key, text) in &strange {
        assert_eq!(keeps.drafts.entries.get(key), Some(text));
    }
    let tab = keeps.open("two");
    let raw: Vec<&str> = tab
        .store
        .set_aside()
        .iter()
        .map(|aside| aside.raw.as_str())
        .collect();
    assert_eq!(raw, ["{broken", &strange[1].1, "\u{0}garbage"]);
    assert_eq!(texts(&tab.store), ["a", "new", "new"]);
}

#[test]
fn a_page_without_keepers_says_so() {
    let mut store = Store::new(Keys::of_page("/"), WriterId::from_text("w"));
    let _ = store.drafts_missing(KeepError::Blocked);
    let outcome = store.archive_missing(KeepError::Missing);
    assert_eq!(store.safety(), Safety::NotKept);
    assert!(outcome.changed.safety);
    assert!(store.edit_section(section("a", "text")).effects.is_empty());
    assert_eq!(texts(&store), ["text"]);
    assert_eq!(
        names(&store.retry().effects),
        ["read", "drafts sankarepo:/#section/a/w"]
    );
    let put = store.archive_read(Vec::new());
    assert_eq!(names(&put.effects), ["put section/a"]);
    assert_eq!(store.trouble(Keeper::Archive), None);
}

#[test]
fn events_are_listed_latest_first() {
    let mut store = ready();
    for (name, month) in [("old", Some(1)), ("new", Some(5)), ("some day", None)] {
        let mut event = Event::new(EventId::from_text(name), name);
        let day = month.and_then(|month| Date::new(2026, month, 1));
        event.days = day.map(|day| Days::new(day, day));
        let _ = store.edit_event(event);
    }
    let names: Vec<String> = store.events().into_iter().map(|event| event.name).collect();
    assert_eq!(names, ["some day", "new", "old"]);
}
