//! What is done with all memos at once.

use super::fills::{Known, session};
use crate::domain::{Instant, Moment, Section, SectionId, SessionId, Wall};
use crate::publish::{memo_head, memo_spot};
use crate::text::Language;

/// Six sessions, `a` to `f`: three on each of two days, an hour each.
fn known(sections: &[&str]) -> Known {
    let sessions = ["a", "b", "c", "d", "e", "f"];
    Known::new(
        sessions.iter().map(|id| session(id, id)).collect(),
        sections,
    )
}

/// The report after these sections were written: the first line of each.
fn written(known: &Known, new: Vec<Section>) -> String {
    let others = known
        .sections
        .iter()
        .filter(|it| new.iter().all(|new| new.id != it.id));
    let mut all: Vec<Section> = others.cloned().chain(new.clone()).collect();
    all.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    let lines = all
        .iter()
        .map(|it| it.text.lines().next().unwrap_or_default());
    lines.collect::<Vec<_>>().join(", ")
}

#[test]
fn memos_are_put_in_the_order_of_time() {
    let check = |sections: &[&str], expected: &str| {
        let known = known(sections);
        assert_eq!(written(&known, known.sources().by_time()), expected);
    };
    let kept = [
        "## M\n\n",
        "memo:a ### a\n\n",
        "memo:c ### c\n\n",
        "### x\n\n",
    ];
    assert!(known(&kept).sources().by_time().is_empty());
    check(
        &[
            "## M\n\n",
            "memo:c ### c\n\n",
            "### x\n\n",
            "memo:a ### a\n\n",
            "## E\n",
        ],
        "## M, ### a, ### x, ### c, ## E",
    );
    check(
        &[
            "memo:c ## c\n\n",
            "### x\n\n",
            "## y\n\n",
            "memo:a ## a\n\n",
        ],
        "## a, ## y, ## c, ### x",
    );
    // Each under its heading.
    check(
        &[
            "## D2\n\n",
            "memo:e ### e\n\n",
            "memo:d ### d\n\n",
            "## D1\n\n",
            "memo:a ### a\n\n",
        ],
        "## D2, ### d, ### e, ## D1, ### a",
    );
}

fn ids() -> Vec<SectionId> {
    (100..102).map(SectionId::from_bits).collect()
}

#[test]
fn memos_are_split_by_day() {
    let sections = [
        "## はじめに\n\n",
        "## 🎈 見たセッションのメモ\n\n",
        "memo:d ### d\n\n",
        "### x\n\n",
        "memo:a ### a\n\n",
        "## おわりに\n",
    ];
    let known = known(&sections);
    let new = known.sources().by_day(ids());
    let expected = "## はじめに, ## 🎈 1日目 11/28(土), ### a, ## 🎈 2日目 11/29(日), ### d, ### x, ## おわりに";
    assert_eq!(written(&known, new.clone()), expected);
    assert_eq!(new.len(), 3, "as few as can be");
    let mut again = known;
    again
        .sections
        .retain(|it| new.iter().all(|new| new.id != it.id));
    again.sections.extend(new);
    again
        .sections
        .sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    assert!(!again.sources().can_be_split());
    // Memos find these headings, of whatever language.
    let spot = |session: &str, sections: &[Section]| {
        memo_spot(sections, &again.agenda, &SessionId::from_text(session))
    };
    let new = spot("f", &again.sections);
    assert_eq!((new.after, new.nested), (Some(4), true));
    let new = spot("b", &again.sections);
    assert_eq!((new.after, new.nested), (Some(2), true));
    let english = Known::new(
        Vec::new(),
        &["## 🎈 Day 1, Sat 28 Nov\n\n", "## 🎈 Day 2, Sun 29 Nov\n\n"],
    );
    let new = spot("f", &english.sections);
    assert_eq!((new.after, new.nested), (Some(1), true));
}

#[test]
fn what_she_wrote_under_the_one_heading_stays() {
    let sections = [
        "## 見たセッションのメモ\n\n全部よかった。\n\n",
        "memo:d ### d\n",
    ];
    let known = known(&sections);
    let new = known.sources().by_day(ids());
    let expected = "## 見たセッションのメモ, ## 🎈 1日目 11/28(土), ## 🎈 2日目 11/29(日), ### d";
    assert_eq!(written(&known, new), expected);
}

#[test]
fn one_day_is_not_split() {
    let sections = ["## 見たセッションのメモ\n\n", "memo:a ### a\n"];
    let sessions = vec![session("a", "a"), session("b", "b")];
    assert!(!Known::new(sessions, &sections).sources().can_be_split());
    assert!(
        !known(&["## 見たセッションのメモ\n\n"])
            .sources()
            .can_be_split()
    );
}

#[test]
fn memos_without_a_word_are_left_out_once_their_session_is_over() {
    let mut known = known(&[
        "memo:a ### a\n\n- \n\n",
        "memo:b ### b\n\n- 話\n\n",
        "memo:c ### c\n\n- \n\n",
        "## x\n\n",
    ]);
    for section in &mut known.sections {
        section.filled = section.text.lines().next().unwrap_or_default().to_owned() + "\n\n";
    }
    let at = known.agenda.slots[1].start.map(Wall::minutes).map(Instant);
    let out = |now| {
        let out = known.sources().without_unwritten(now);
        assert!(out.iter().all(|it| !it.in_report));
        out.iter().map(|it| it.text.clone()).collect::<Vec<_>>()
    };
    let now = at.expect("a start");
    assert_eq!(out(now), ["### a\n\n- \n\n"]);
    assert_eq!(out(Instant(now.0 - 1)), [""; 0]);
}

#[test]
fn a_head_follows_the_programme_and_her_words_stay() {
    let head = |title: &str, room: &str, language| {
        let session = crate::domain::Session {
            room: room.into(),
            ..session("a", title)
        };
        memo_head(language, &session, true)
    };
    let check = |filled: &str, text: &str, expected: Option<&str>| {
        let mut known = known(&[]);
        let mut listed = known.programme.sessions.to_vec();
        let at = listed
            .iter()
            .position(|it| it.session.title == "a")
            .expect("a");
        listed[at].session.room = "B".into();
        listed[at].session.title = "新題".into();
        listed[at].session.start = None::<Moment>;
        known.programme.sessions = listed.into();
        known.sections = Known::new(Vec::new(), &[&format!("memo:a {text}")]).sections;
        known.sections[0].filled = filled.into();
        let new = known.sources().with_new_heads();
        let texts: Vec<&str> = new.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(texts, expected.into_iter().collect::<Vec<_>>());
    };
    let ja = Language::Japanese;
    let (old, new) = (head("a", "A", ja), head("新題", "B", ja));
    check(&old, &format!("{old}- 話\n"), Some(&format!("{new}- 話\n")));
    let renamed = old.replace("### a", "### 雲の話");
    let kept = new.replace("### 新題", "### 雲の話");
    check(
        &old,
        &format!("{renamed}- 話\n"),
        Some(&format!("{kept}- 話\n")),
    );
    // At the level that it has now.
    let top = [&old[1..], "- 話\n"].concat();
    check(&old, &top, Some(&format!("{}- 話\n", &new[1..])));
    let changed = old.replace("会場", "場所");
    check(&old, &format!("{changed}- 話\n"), None);
    check(&new, &format!("{new}- 話\n"), None);
    let english = head("新題", "B", Language::English);
    check(&english, &format!("{english}- 話\n"), None);
    check("", "### 自分の\n\n", None);
}
