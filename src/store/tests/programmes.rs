//! Programmes and picks: how they are stored, and by which keeper.

use super::memory::{Keeps, Tab};
use super::{event, id, section};
use crate::domain::{
    Date, EventId, Fill, Heard, Instant, Link, LinkKind, Moment, Pick, Programme, Section, Session,
    SessionId, Wall,
};
use crate::store::{KeepError, RecordId, Safety, Store, read};

fn programme(titles: &[&str]) -> Programme {
    let issue = titles.iter().map(|title| Session {
        title: (*title).to_owned(),
        ..Session::default()
    });
    let event = EventId::from_text("e");
    Programme::new(event).take_in(issue.collect()).0
}

/// Everything that a session can have.
fn full() -> Session {
    let day = Date::new(2026, 11, 28);
    Session {
        source_id: "guid-1".into(),
        title: "雲の\"話\"".into(),
        about: "一行目\n二行目".into(),
        speakers: vec!["空野".into(), "Ada".into()],
        room: "A".into(),
        track: "Beginners".into(),
        day,
        start: Some(Moment::Instant(Instant(-5))),
        end: day.and_then(|day| Wall::new(day, 787)).map(Moment::Wall),
        links: [
            LinkKind::Page,
            LinkKind::Slides,
            LinkKind::Recording,
            LinkKind::Other,
        ]
        .map(|kind| Link {
            kind,
            title: "t".into(),
            address: "https://a.example".into(),
        })
        .into(),
        is_service: true,
    }
}

fn reopened(keeps: &mut Keeps) -> Store {
    keeps.open("later").store
}

fn device() -> (Keeps, Tab) {
    let mut keeps = Keeps::default();
    let mut tab = keeps.open("one");
    keeps.act(&mut tab, |store| store.edit_event(event("Kumo")));
    (keeps, tab)
}

#[test]
fn a_programme_comes_back_as_it_was() {
    let (mut keeps, mut tab) = device();
    let event = EventId::from_text("e");
    let (first, _) = Programme::new(event.clone()).take_in(vec![full(), Session::default()]);
    let (second, _) = first.take_in(vec![full()]);
    keeps.act(&mut tab, |store| store.edit_programme(second.clone()));
    assert_eq!(reopened(&mut keeps).programme(&event), Some(second));
    assert_eq!(
        reopened(&mut keeps).programme(&EventId::from_text("f")),
        None
    );
}

#[test]
fn what_she_made_of_a_session_comes_back() {
    let (mut keeps, mut tab) = device();
    let event = EventId::from_text("e");
    let mut picks = Vec::new();
    for (at, heard) in [Heard::No, Heard::Half, Heard::Whole]
        .into_iter()
        .enumerate()
    {
        let mut pick = Pick::new(SessionId::from_bits(at as u64), event.clone());
        pick.heard = heard;
        pick.starred = at != 1;
        pick.watch_later = at != 2;
        pick.mine = at == 2;
        keeps.act(&mut tab, |store| store.edit_pick(pick.clone()));
        picks.push(pick);
    }
    let found = reopened(&mut keeps).picks(&event);
    assert_eq!(found.into_values().collect::<Vec<_>>(), picks);
}

#[test]
fn a_memo_knows_its_session_and_what_the_app_wrote() {
    let (mut keeps, mut tab) = device();
    for fill in [
        Fill::Memos,
        Fill::OwnTalk,
        Fill::WatchLater,
        Fill::WatchLaterHeadings,
        Fill::Learned,
        Fill::Questions,
        Fill::Tries,
        Fill::Slides,
    ] {
        let memo = Section {
            session: Some(SessionId::from_text("s")),
            fill: Some(fill),
            filled: "### 雲\n".into(),
            ..section("a", "### 雲\n- 話")
        };
        keeps.act(&mut tab, |store| store.edit_section(memo.clone()));
        assert_eq!(reopened(&mut keeps).section(&id("a")), Some(&memo));
    }
}

/// It may be as large as all that localStorage holds.
#[test]
fn a_programme_is_in_the_drafts_only_where_there_is_no_archive() {
    let (mut keeps, mut tab) = device();
    let there = |keeps: &Keeps| {
        keeps
            .drafts
            .entries
            .keys()
            .any(|key| key.contains("programme/"))
    };
    keeps.act(&mut tab, |store| store.edit_programme(programme(&["a"])));
    assert!(!there(&keeps));
    assert_eq!(tab.store.safety(), Safety::Saved);
    keeps.act(&mut tab, |store| store.archive_missing(KeepError::Missing));
    keeps.act(&mut tab, |store| {
        store.edit_programme(programme(&["a", "b"]))
    });
    assert!(there(&keeps));
    assert_eq!(tab.store.safety(), Safety::KeptForNow);
}

#[test]
fn a_programme_goes_for_good_with_its_event() {
    let (mut keeps, mut tab) = device();
    let event = EventId::from_text("e");
    keeps.act(&mut tab, |store| store.edit_programme(programme(&["a"])));
    keeps.act(&mut tab, |store| store.delete_event(&event));
    keeps.act(&mut tab, |store| store.restore_event(&event));
    assert!(tab.store.programme(&event).is_some());
    keeps.act(&mut tab, |store| store.delete_event(&event));
    keeps.act(&mut tab, |store| {
        store.empty_trash(&[RecordId::Event(event.clone())])
    });
    assert_eq!(reopened(&mut keeps).programme(&event), None);
    let kept: String = keeps.archive.entries.values().cloned().collect();
    assert!(!kept.contains(r#""title":"a""#), "{kept}");
}

#[test]
fn a_backup_brings_programme_and_picks() {
    let (mut keeps, mut tab) = device();
    let event = EventId::from_text("e");
    let mut pick = Pick::new(SessionId::from_text("s"), event.clone());
    pick.starred = true;
    keeps.act(&mut tab, |store| store.edit_programme(programme(&["a"])));
    keeps.act(&mut tab, |store| store.edit_pick(pick.clone()));
    let file = tab.store.backup(&[]);
    let mut empty = Keeps::default();
    let mut other = empty.open("two");
    empty.act(&mut other, |store| {
        store.restore(&file, 9).expect("a backup").0
    });
    assert_eq!(other.store.programme(&event), Some(programme(&["a"])));
    assert_eq!(
        other.store.picks(&event).into_values().collect::<Vec<_>>(),
        [pick]
    );
}

#[test]
fn a_time_of_a_newer_page_is_left_out_and_the_session_stays() {
    let line = r#"{"v":1,"kind":"programme","id":"e","seen":{"w":1},"sessions":[{"id":"s","title":"a","start":"soon","links":[["poem","t","u"]],"mood":"good"}]}"#;
    let crate::store::Read::Known(record) = read(line) else {
        panic!("it is known");
    };
    let crate::store::Record::Programme(version) = *record else {
        panic!("it is a programme");
    };
    let session = &version.value.sessions[0].session;
    assert_eq!((session.title.as_str(), session.start), ("a", None));
    assert_eq!(session.links[0].kind, LinkKind::Other);
}
