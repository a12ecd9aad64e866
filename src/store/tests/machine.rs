//! What the store asks for, input by input.

use super::memory::{Fault, Keeps, Plan};
use super::{event, id, section, texts};
use crate::domain::{Date, Days, Event, EventId, Head, Kind, Profile, Role, Section, WriterId};
use crate::store::*;

fn names(effects: &[Effect]) -> Vec<String> {
    let name = |effect: &Effect| match effect {
        Effect::WriteDrafts { writes, .. } => format!("drafts {}", keys(writes)),
        Effect::RemoveDraft { key, .. } => format!("remove {key}"),
        Effect::ReadBack { keys, millis } => format!("read back {} {millis}", keys.join(" ")),
        Effect::ReadDrafts => "read drafts".into(),
        Effect::ReadArchive => "read archive".into(),
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
    assert_eq!(names(&started.effects), ["read archive"]);
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
    assert!(outcome.changed.lists.contains(&event("Kumo Kaigi").id));
    let again = store.edit_section(section("a", "text"));
    assert_eq!(again, Outcome::default());
}

#[test]
fn what_no_record_says_yet_is_not_saved() {
    let mut store = ready();
    let outcome = store.type_unrecorded(true);
    assert!(outcome.changed.safety);
    assert_eq!(store.safety(), Safety::Saving);
    assert_eq!(store.type_unrecorded(true), Outcome::default());
    assert!(store.type_unrecorded(false).changed.safety);
    assert_eq!(store.safety(), Safety::Saved);
}

#[test]
fn a_draft_is_read_back_once_it_was_written() {
    let mut store = ready();
    let written = store.edit_section(section("a", "text"));
    let Some(Effect::WriteDrafts { ticket, .. }) = written.effects.first() else {
        panic!("{written:?}");
    };
    let outcome = store.drafts_written(*ticket, vec![Ok(())]);
    let back = "read back sankarepo:/p/#section/a/w 3000";
    assert_eq!(names(&outcome.effects), [back]);
    let failed = store.edit_section(section("a", "text more"));
    let Some(Effect::WriteDrafts { ticket, .. }) = failed.effects.first() else {
        panic!("{failed:?}");
    };
    let outcome = store.drafts_written(*ticket, vec![Err(KeepError::Full)]);
    assert!(names(&outcome.effects).is_empty());
}

#[test]
fn only_the_list_that_changed_is_named() {
    let mut store = ready();
    let _ = store.edit_section(section("a", "text"));
    let changed = store.edit_section(section("a", "text more")).changed;
    assert!(changed.lists.is_empty() && changed.events.is_empty() && !changed.profile);
    assert_eq!(changed.sections.into_iter().collect::<Vec<_>>(), [id("a")]);
    let left_out = Section {
        in_report: false,
        ..section("a", "text more")
    };
    let changed = store.edit_section(left_out).changed;
    assert!(changed.lists.contains(&event("Kumo Kaigi").id));
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
fn every_field_comes_back() {
    let mut keeps = Keeps::default();
    let mut full = event("Kumo Kaigi");
    let day = |day| Date::new(2026, 4, day).expect("a day");
    full.days = Some(Days::new(day(17), day(18)));
    full.role = Some(Role::Speaker);
    full.report.head = Head::FrontMatter;
    full.report.kind = Kind::Idea;
    full.report.slug = "kumo-kaigi-2026".into();
    full.report.written = "\u{feff}---\r\nid: 1\r\n---\r\n".into();
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
    let text = r##"{"v":1,"kind":"section","id":"a","seen":{"w":3},"event":"e","place":"i","text":"# A","in_report":true,"mood":{"x":[1,"二",1.50e+3,90071992547409931234]}}"##;
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
fn an_event_that_was_not_opened_is_stored_as_before() {
    let text = r#"{"v":1,"kind":"event","id":"e","seen":{"w":3},"name":"雲","title":"空","head":"front_matter"}"#;
    let Read::Known(record) = read(text) else {
        panic!("{:?}", read(text));
    };
    assert_eq!(record.line(), text);
    let more = r##""front_matter","written":"# 雲\r\n""##;
    let opened = text.replace(r#""front_matter""#, more);
    let Read::Known(record) = read(&opened) else {
        panic!("{:?}", read(&opened));
    };
    assert_eq!(record.line(), opened);
    assert!(matches!(*record, Record::Event(event) if event.value.report.written == "# 雲\r\n"));
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
        ["read drafts", "read archive"]
    );
    let drafts = store.drafts_read(Vec::new());
    assert_eq!(names(&drafts.effects), ["drafts sankarepo:/#section/a/w"]);
    let put = store.archive_read(Vec::new());
    assert_eq!(names(&put.effects), ["put section/a"]);
    assert_eq!(store.trouble(Keeper::Archive), None);
}

#[test]
fn commands_in_opposite_orders_do_not_wait_for_each_other() {
    let mut keeps = Keeps::default();
    keeps.archive.plan = Some(Plan {
        first: 1,
        for_good: true,
        fault: Fault::Fails,
    });
    keeps.drafts.plan = Some(Plan {
        first: 2,
        for_good: true,
        fault: Fault::Fails,
    });
    let mut tab = keeps.open("one");
    for text in ["1", "2"] {
        let mut both = vec![section("a", text), section("b", text)];
        keeps.act(&mut tab, |store| store.edit_sections(both.clone()));
        both.reverse();
        both.iter_mut().for_each(|section| section.text.push('!'));
        keeps.act(&mut tab, |store| store.edit_sections(both));
    }
    assert_eq!(tab.store.safety(), Safety::NotKept);
    keeps.drafts.plan = None;
    keeps.act(&mut tab, Store::flush);
    assert_eq!(tab.store.safety(), Safety::KeptForNow);
    assert_eq!(texts(&keeps.open("two").store), ["2!", "2!"]);
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
