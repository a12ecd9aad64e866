//! Backups: what is in them, and that taking one in is joining.

use super::memory::{Keeps, Tab};
use super::{copies, event, id, section, texts};
use crate::store::{NotABackup, RecordId, Restored, Revision, Store};

/// A device with an event and one section.
pub(super) fn device(writer: &str) -> (Keeps, Tab) {
    let mut keeps = Keeps::default();
    let mut tab = keeps.open(writer);
    keeps.act(&mut tab, |store| store.edit_event(event("Kumo")));
    keeps.act(&mut tab, |store| store.edit_section(section("a", "start")));
    (keeps, tab)
}

pub(super) fn take_in(keeps: &mut Keeps, tab: &mut Tab, file: &str) -> Restored {
    let mut told = None;
    keeps.act(tab, |store| {
        let (outcome, restored) = store.restore(file, 9).expect("a backup");
        told = Some(restored);
        outcome
    });
    told.expect("it was taken in")
}

#[test]
fn an_empty_device_gets_everything() {
    let (mut keeps, mut tab) = device("one");
    keeps.act(&mut tab, |store| store.edit_section(section("b", "gone")));
    keeps.act(&mut tab, |store| store.delete_section(&id("b")));
    let revision = tab.store.revision(&id("a"), 7).expect("one");
    let file = tab.store.backup(std::slice::from_ref(&revision.json));
    let mut empty = Keeps::default();
    let mut other = empty.open("two");
    let restored = take_in(&mut empty, &mut other, &file);
    assert_eq!(
        restored,
        Restored {
            taken: 3,
            revisions: vec![revision.clone()],
            ..Restored::default()
        }
    );
    assert_eq!(texts(&other.store), ["start"]);
    assert_eq!(other.store.trash(), tab.store.trash());
    assert_eq!(empty.archive.entries, keeps.archive.entries);
    assert_eq!(other.store.backup(&[revision.json]), file);
}

#[test]
fn the_same_backup_twice_changes_nothing() {
    let (mut keeps, mut tab) = device("one");
    let file = tab.store.backup(&[]);
    keeps.act(&mut tab, |store| store.edit_section(section("a", "more")));
    let before = keeps.clone();
    for _ in 0..2 {
        let told = take_in(&mut keeps, &mut tab, &file);
        assert_eq!((told.taken, told.thrown, told.strange), (0, 0, 0));
    }
    assert_eq!(keeps.archive.entries, before.archive.entries);
    assert_eq!(keeps.drafts.entries, before.drafts.entries);
}

/// Two devices change one section and exchange backups three times: both end with
/// both texts and one copy.
#[test]
fn two_devices_exchange_backups() {
    let (mut one_keeps, mut one) = device("one");
    let mut two_keeps = Keeps::default();
    let mut two = two_keeps.open("two");
    take_in(&mut two_keeps, &mut two, &one.store.backup(&[]));
    one_keeps.act(&mut one, |store| store.edit_section(section("a", "by one")));
    two_keeps.act(&mut two, |store| store.edit_section(section("a", "by two")));
    for _ in 0..3 {
        let (from_one, from_two) = (one.store.backup(&[]), two.store.backup(&[]));
        take_in(&mut one_keeps, &mut one, &from_two);
        take_in(&mut two_keeps, &mut two, &from_one);
    }
    assert_eq!(texts(&one.store), ["by one"]);
    assert_eq!(copies(&one.store, "a"), ["by two"]);
    assert_eq!(texts(&two.store), ["by two"]);
    assert_eq!(copies(&two.store, "a"), ["by one"]);
}

#[test]
fn a_deletion_is_not_undone_by_an_old_backup() {
    let (mut keeps, mut tab) = device("one");
    let file = tab.store.backup(&[]);
    keeps.act(&mut tab, |store| store.delete_section(&id("a")));
    take_in(&mut keeps, &mut tab, &file);
    assert_eq!(texts(&tab.store), Vec::<&str>::new());
}

#[test]
fn a_text_that_a_backup_replaces_becomes_a_revision() {
    let (mut keeps, mut tab) = device("one");
    let mut elsewhere = keeps.clone();
    let mut other = elsewhere.open("two");
    elsewhere.act(&mut other, |store| {
        store.edit_section(section("a", "newer"))
    });
    let told = take_in(&mut keeps, &mut tab, &other.store.backup(&[]));
    assert_eq!(texts(&tab.store), ["newer"]);
    let kept: Vec<String> = told
        .revisions
        .iter()
        .map(|write| write.json.clone())
        .collect();
    let text = |line: &String| Revision::read(line).map(|revision| revision.text);
    assert_eq!(kept.iter().filter_map(text).collect::<Vec<_>>(), ["start"]);
}

#[test]
fn another_file_is_refused() {
    let mut store = Keeps::default().open("one").store;
    let mut check = |file: &str, why| {
        let told = store.restore(file, 9).map(|(_, restored)| restored);
        assert_eq!(told, Err(why), "{file:?}");
        assert_eq!(store.events(), []);
    };
    for other in [
        "",
        "# 参加レポ\n",
        "{}",
        "[]",
        "null",
        r#"{"sankarepo":"theme","v":1,"lines":1}"#,
        r#"{"v":1,"kind":"event","id":"e","seen":{"x":1},"name":"n"}"#,
        r#"{"sankarepo":"backup","v":"1","lines":1}"#,
        &"[".repeat(100_000),
        &format!(r#"{{"sankarepo":{}}}"#, "[".repeat(100_000)),
    ] {
        check(other, NotABackup::Other);
    }
    check(
        r#"{"sankarepo":"backup","v":2,"lines":1}"#,
        NotABackup::Newer,
    );
}

#[test]
fn what_can_be_read_of_a_damaged_backup_is_taken_in() {
    let (_, tab) = device("one");
    let whole = tab.store.backup(&[]);
    let check = |file: &str, expected: (usize, usize, bool)| {
        let mut keeps = Keeps::default();
        let mut other = keeps.open("two");
        let told = take_in(&mut keeps, &mut other, file);
        assert_eq!((told.taken, told.strange, told.cut), expected, "{file}");
    };
    check(&whole, (2, 0, false));
    check(
        &format!("\u{feff}{}", whole.replace('\n', "\r\n")),
        (2, 0, false),
    );
    let lines: Vec<&str> = whole.lines().collect();
    check(&lines[..2].join("\n"), (1, 0, true));
    check(&whole[..whole.len() - 5], (1, 1, false));
    let newer = r#"{"v":2,"kind":"section","id":"z","words":["later"]}"#;
    check(&format!("{whole}{newer}\n"), (2, 1, false));
    let hostile = format!(r#"{{"v":1,"kind":"section","id":{}}}"#, "[".repeat(100_000));
    check(&format!("{whole}{hostile}\n\u{0}\n"), (2, 2, false));
}

/// Cut at any byte, a backup is refused or gives a part of what it held.
#[test]
fn a_backup_that_is_cut_says_so() {
    let (_, tab) = device("one");
    let whole = tab.store.backup(&[]);
    for end in 0..whole.trim_end().len() {
        let mut store: Store = Keeps::default().open("two").store;
        let part = whole.get(..end).unwrap_or_default();
        match store.restore(part, 9) {
            Err(NotABackup::Other) => {}
            Err(NotABackup::Newer) => panic!("{part}"),
            Ok((_, told)) => assert!(told.cut || told.strange > 0, "{part}"),
        }
    }
}

#[test]
fn lines_of_a_newer_page_go_along() {
    let (mut keeps, _) = device("one");
    let newer = r#"{"v":2,"kind":"section","id":"z","words":["later"]}"#;
    keeps
        .archive
        .entries
        .insert("section/z".into(), newer.into());
    let tab = keeps.open("two");
    let file = tab.store.backup(&[]);
    assert!(file.contains(newer));
    assert!(Revision::read(newer).is_none());
}

/// Another device empties its trash: what is here is not lost with it.
#[test]
fn a_trash_that_was_emptied_elsewhere_is_one_to_look_into_here() {
    let (mut keeps, mut tab) = device("one");
    let mut elsewhere = keeps.clone();
    let mut other = elsewhere.open("two");
    let event_id = event("").id;
    elsewhere.act(&mut other, |store| store.delete_event(&event_id));
    let all = other.store.trash();
    elsewhere.act(&mut other, |store| store.empty_trash(&all));
    assert_eq!(other.store.trash(), []);
    take_in(&mut keeps, &mut tab, &other.store.backup(&[]));
    assert_eq!(tab.store.events(), []);
    assert_eq!(tab.store.trash(), [RecordId::Event(event_id.clone())]);
    keeps.act(&mut tab, |store| store.restore_event(&event_id));
    assert_eq!(tab.store.events(), [event("Kumo")]);
    keeps.act(&mut tab, |store| store.restore_section(&id("a")));
    assert_eq!(texts(&tab.store), ["start"]);
}

#[test]
fn an_old_backup_brings_back_what_was_taken_out_of_the_trash() {
    let (mut keeps, mut tab) = device("one");
    let file = tab.store.backup(&[]);
    keeps.act(&mut tab, |store| store.delete_section(&id("a")));
    let trash = tab.store.trash();
    keeps.act(&mut tab, |store| store.empty_trash(&trash));
    assert_eq!(tab.store.trash(), []);
    let told = take_in(&mut keeps, &mut tab, &file);
    assert_eq!((told.taken, told.thrown), (0, 1));
    assert_eq!(tab.store.trash(), trash);
    keeps.act(&mut tab, |store| store.restore_section(&id("a")));
    assert_eq!(texts(&tab.store), ["start"]);
}

#[test]
fn an_older_text_in_a_backup_becomes_a_revision() {
    let (mut keeps, mut tab) = device("one");
    let file = tab.store.backup(&[]);
    keeps.act(&mut tab, |store| store.edit_section(section("a", "more")));
    let told = take_in(&mut keeps, &mut tab, &file);
    assert_eq!(texts(&tab.store), ["more"]);
    let kept = Revision::read(&told.revisions[0].json).expect("a revision");
    assert_eq!((told.revisions.len(), kept.text.as_str()), (1, "start"));
}

/// An identity that is more than one in a key, or in the lines of the trash.
#[test]
fn hostile_identities_are_left_out() {
    for id in [
        "",
        "a/b",
        "x\\nsection/a 0",
        "\u{ffff}",
        "あ",
        &"a".repeat(65),
    ] {
        for kind in [
            r#""kind":"event","seen":{"x":1},"name":"n""#,
            r#""kind":"section","seen":{"x":1},"event":"e","place":"i","text":"t","in_report":true"#,
            r#""kind":"revision","order":1,"at":1,"text":"t""#,
        ] {
            let file = format!(
                "{{\"sankarepo\":\"backup\",\"v\":1,\"lines\":1}}\n{{\"v\":1,\"id\":\"{id}\",{kind}}}\n"
            );
            let mut keeps = Keeps::default();
            let mut tab = keeps.open("one");
            let told = take_in(&mut keeps, &mut tab, &file);
            assert_eq!((told.taken, told.strange), (0, 1), "{file}");
            assert_eq!(told.revisions, []);
        }
    }
}
