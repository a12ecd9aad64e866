//! The heads of memos, and where they stand.

use std::sync::Arc;

use crate::domain::{
    Agenda, Date, EventId, Instant, Link, LinkKind, Listed, Moment, Place, Programme, Section,
    SectionId, Session, SessionId, Wall, Zones,
};
use crate::publish::{Spot, is_untouched, memo_head, memo_spot};
use crate::text::Language;

pub(super) struct Utc;

impl Zones for Utc {
    fn offset(&self, _: &str, _: Instant) -> Option<i32> {
        Some(0)
    }
}

pub(super) fn link(kind: LinkKind, address: &str) -> Link {
    let title = String::new();
    Link {
        kind,
        title,
        address: address.into(),
    }
}

#[test]
fn a_head_has_what_the_programme_says() {
    let session = Session {
        title: "k8s *入門*\nの話".into(),
        speakers: vec!["空野".into(), "Ada".into()],
        room: "Room A".into(),
        links: vec![
            link(LinkKind::Page, "https://a.example/(1)"),
            link(LinkKind::Slides, "https://speakerdeck.example/a"),
            link(LinkKind::Slides, "javascript:alert(1)"),
            link(LinkKind::Recording, "https://video.example/a"),
        ],
        ..Session::default()
    };
    assert_eq!(
        memo_head(Language::Japanese, &session, true),
        "### k8s \\*入門\\* の話\n\n登壇: 空野、Ada（Room A）\n\n\
        [セッションのページ](<https://a.example/(1)>)\n\nhttps://speakerdeck.example/a\n\n"
    );
    let bare = Session {
        title: "Talk".into(),
        ..Session::default()
    };
    assert_eq!(memo_head(Language::English, &bare, false), "## Talk\n\n");
    let room = Session {
        room: "Hall".into(),
        ..bare
    };
    assert_eq!(
        memo_head(Language::English, &room, false),
        "## Talk\n\nRoom: Hall\n\n"
    );
}

#[test]
fn a_memo_is_untouched_until_a_word_stands_in_it() {
    let section = |text: &str| Section {
        filled: "### 雲\n\n登壇: 空野\n\n".into(),
        ..Section::new(
            SectionId::from_bits(1),
            EventId::from_bits(1),
            Place::spread(None, None, 1).remove(0),
            text,
        )
    };
    assert!(is_untouched(&section("### 雲\n\n登壇: 空野\n\n")));
    assert!(is_untouched(&section("### 雲\n\n登壇: 空野\n\n- \n\n")));
    assert!(!is_untouched(&section("### 雲\n\n登壇: 空野\n\n- 話\n\n")));
    assert!(!is_untouched(&section("### 雨\n\n登壇: 空野\n\n")));
}

/// A programme of the sessions `a` to `f`: three on each of two days, an hour each.
fn agenda() -> Agenda {
    let sessions = "abcdef".chars().enumerate().map(|(at, name)| {
        let day = Date::new(2026, 11, 28 + (at / 3) as u8).expect("a day");
        let start = Wall::new(day, 600 + 60 * (at % 3) as u16).map(Moment::Wall);
        Listed {
            id: SessionId::from_text(name.to_string()),
            vanished: false,
            session: Session {
                start,
                ..Session::default()
            },
        }
    });
    let programme = Programme {
        event: EventId::from_text("e"),
        sessions: Arc::new(sessions.collect()),
    };
    Agenda::of(&programme, "", &Utc)
}

/// Sections, one a word: `a` to `f` are memos of those sessions, `x` a section of its own; a
/// capital letter or a name is a heading at the top.
fn check(sections: &str, session: &str, expected: (Option<usize>, bool)) {
    let words: Vec<&str> = sections.split(", ").filter(|it| !it.is_empty()).collect();
    let places = Place::spread(None, None, words.len());
    let sections = words
        .iter()
        .zip(places)
        .enumerate()
        .map(|(at, (word, place))| {
            let (level, name) = match word.strip_prefix('-') {
                Some(name) => ("###", name),
                None => ("##", *word),
            };
            let id = SectionId::from_bits(at as u64);
            let text = format!("{level} {name}\n\n");
            let memo = matches!(name, "a" | "b" | "c" | "d" | "e" | "f");
            Section {
                session: memo.then(|| SessionId::from_text(name)),
                ..Section::new(id, EventId::from_text("e"), place, text)
            }
        });
    let sections: Vec<_> = sections.collect();
    let (after, nested) = expected;
    let spot = memo_spot(&sections, &agenda(), &SessionId::from_text(session));
    assert_eq!(spot, Spot { after, nested }, "{words:?} {session}");
}

#[test]
fn memos_stand_in_the_order_of_time() {
    check("intro, 🎈 見たセッションのメモ, end", "b", (Some(1), true));
    check("intro, Sessions I heard, end", "b", (Some(1), true));
    check(
        "intro, 見たセッションのメモ, -a, -x, -c, end",
        "b",
        (Some(2), true),
    );
    check("intro, 見たセッションのメモ, -b, end", "a", (Some(1), true));
    check(
        "intro, 見たセッションのメモ, -b, -x, end",
        "f",
        (Some(2), true),
    );
}

#[test]
fn memos_stand_under_their_day() {
    check("intro, Day 1, -other, Day 2, end", "a", (Some(1), true));
    check("intro, Day 1, -a, Day 2, end", "e", (Some(3), true));
    check("intro, Day 1, -a, Day 2, -e, end", "f", (Some(4), true));
    check("intro, Day 1, -a, Day 2, -e, end", "d", (Some(3), true));
}

#[test]
fn without_a_heading_for_them_they_stand_beside_each_other() {
    check("intro, end", "a", (Some(1), false));
    check("intro, a, end", "c", (Some(1), false));
    check("b", "a", (None, false));
    check("", "a", (None, false));
    // She has given the heading another name.
    check("intro, 聴いた話, -a, end", "c", (Some(2), true));
}
