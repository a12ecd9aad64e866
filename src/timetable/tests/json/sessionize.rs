//! The views of Sessionize.

use super::{check, check_sessions};

#[test]
fn reads_all() {
    check(
        include_str!("../fixtures/sessionize_all.json"),
        "
        Sessionize:
        s-1 | 2026-11-28T09:30 > 2026-11-28T10:00 | ~Registration
        101 | 2026-11-28T10:00 > 2026-11-28T10:45 | Tides | Ada L. & Bo @Hall #Deep sea
        . First line
        . second line
        Recording https://example.org/tides
        Other https://example.org/live
        102 | - | Unplaced | Zoë
        ! 3 NoStart: Unplaced
        ",
    );
}

#[test]
fn reads_all_by_language() {
    check(
        include_str!("../fixtures/sessionize_languages.json"),
        "
        Sessionize: | Asia/Tokyo
        1 | 2026-11-28T01:00Z > 2026-11-28T01:20Z | ~ようこそ @大広間 #その他
        2 | 2026-11-28T01:30Z > 2026-11-28T01:50Z | 潮の満ち引き | 汐 @大広間 #その他
        . 月の話
        Slides https://example.org/tide.pdf
        Recording https://example.org/tide
        ",
    );
}

#[test]
fn reads_a_grid() {
    check(
        include_str!("../fixtures/sessionize_grid.json"),
        "
        Sessionize:
        keynote | 2026-11-28 | 2026-11-28T09:00 > 2026-11-28T10:00 | Keynote | Ada
        changeover | 2026-11-28 | 2026-11-28T10:00 | ~Changeover
        201 | 2026-11-28 | 2026-11-28T10:05 > 2026-11-28T10:50 | Winds | Bo @Room 1 #Sky
        changeover#2 | 2026-11-28 | 2026-11-28T10:50 | ~Changeover
        202 | 2026-11-28 | 2026-11-28T10:05 > 2026-11-28T10:50 | Waves @Room 2
        301 | 2026-11-29 | 2026-11-29T00:00Z > 2026-11-29T00:45Z | In UTC @Room 1
        ! 4 SameId: changeover Changeover
        ",
    );
}

#[test]
fn reads_groups_and_bare_lists() {
    let session = r#"{"id": 5, "title": "T", "startsAt": "2026-11-28T09:00:00",
        "speakers": [{"id": "x", "name": "A"}], "room": "R", "roomId": 1,
        "categories": [{"id": 1, "name": "Level", "categoryItems": [{"id": 2, "name": "101"}]},
            {"id": 3, "name": "TRACK", "categoryItems": [{"id": 4, "name": "Web"}]}]}"#;
    let expected = "5 | 2026-11-28T09:00 | T | A @R #Web";
    check_sessions(&format!("[{session}]"), expected);
    // The same in two groups is one.
    let group = format!(r#"{{"groupId": null, "groupName": "All", "sessions": [{session}]}}"#);
    check_sessions(&format!("[{group}, {group}]"), expected);
    // A group among which not all is one.
    check_sessions(
        &format!(r#"[{group}, null, {{"groupId": 2, "sessions": ["Tea"]}}]"#),
        &format!("{expected}\n! 2 NotUnderstood: null\n! 3 NotUnderstood: Tea"),
    );
}

/// All, with one session.
fn all(session: &str, rest: &str) -> String {
    format!(
        r#"{{"sessions": [{{"title": "T", "startsAt": null, {session}}}], "rooms": [] {rest}}}"#
    )
}

#[track_caller]
fn check_one(session: &str, rest: &str, shown: &str) {
    check_sessions(&all(session, rest), &format!("- | {shown}\n! 1 NoStart: T"));
}

#[test]
fn finds_the_track() {
    let category = |title: &str| {
        format!(
            r#", "categories": [{{"id": 1, "title": {title}, "items": [{{"id": 7, "name": "Web"}}]}}]"#
        )
    };
    for title in [
        r#""Track""#,
        r#""track ""#,
        r#""トラック""#,
        r#"{"ja": "トラック", "en": "?"}"#,
    ] {
        check_one(r#""categoryItems": [9, 7]"#, &category(title), "T #Web");
        check_one(r#""categoryItems": ["7"]"#, &category(title), "T #Web");
        check_one(r#""categoryItems": null"#, &category(title), "T");
    }
    check_one(r#""categoryItems": [7]"#, &category(r#""Level""#), "T");
}

#[test]
fn finds_people_and_rooms_by_their_ids() {
    let speakers = r#", "speakers": [{"id": "a-1", "fullName": "Ada"}, {"id": 2, "name": "Bo"}]"#;
    check_one(
        r#""speakers": ["a-1", "2", 2]"#,
        speakers,
        "T | Ada & Bo & Bo",
    );
    check_one(r#""speakers": [{"id": "a-1"}]"#, speakers, "T | Ada");
    // An id that is not there is no name; a name is.
    check_one(r#""speakers": ["f00-ba4", "Cy"]"#, speakers, "T | Cy");
    check_one(r#""roomId": 3"#, "", "T");
    check_one(
        r#""roomId": 3, "room": null"#,
        r#", "rooms": [{"id": "3", "name": "R"}]"#,
        "T @R",
    );
    // A name that is cut has no space at its end.
    let long = "r".repeat(99);
    check_one(
        r#""roomId": 3"#,
        &format!(r#", "rooms": [{{"id": 3, "name": "{long} x"}}]"#),
        &format!("T @{long}"),
    );
}

#[test]
fn reads_lengths_and_flags_of_any_type() {
    check_sessions(
        r#"[{"title": "T", "startsAt": "2026-11-28T09:00:00", "lengthInMinutes": "20",
            "isServiceSession": "true"}]"#,
        "2026-11-28T09:00 > 2026-11-28T09:20 | ~T",
    );
    check_sessions(
        r#"[{"title": "T", "startsAt": "2026-11-28T09:00:00", "endsAt": "2026-11-28T08:00:00"}]"#,
        "2026-11-28T09:00 | T\n! 1 EndBeforeStart: T",
    );
}
