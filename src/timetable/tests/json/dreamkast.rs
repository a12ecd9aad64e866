//! The talks of CloudNative Days.

use super::{check, check_sessions};

#[test]
fn reads_talks() {
    let talks = include_str!("../fixtures/dreamkast.json");
    let sessions = "
        7 | 2026-11-18 | 2026-11-18T09:50 > 2026-11-18T10:00 | ~Opening
        701 | 2026-11-18 | 2026-11-18T10:00 > 2026-11-18T10:40 | 波止場の Kubernetes | 港 一郎 & Rea #T
        . 一行目
        . 二行目
        Slides https://speakerdeck.com/minato/pier
        702 | 2026-11-19 | 2026-11-19T18:00 > 2026-11-19T18:40 | 凪 | 港 二郎 #T
        703 | - | いつか #T
        704 | - | 未定
        ! 4 BadTime: 2000-01-01T10:00:00.000+09:00
        ! 5 NoStart: 未定
        ";
    let bare = sessions.replace(" #T", "");
    check(talks, &format!("Dreamkast: | Asia/Tokyo{bare}"));
    // Together with the answer about tracks.
    let both = format!(r#"{{"talks": {talks}, "tracks": [{{"id": 32, "name": "A"}}]}}"#);
    let named = sessions.replace(" #T", " #A");
    check(&both, &format!("Dreamkast: | Asia/Tokyo{named}"));
}

/// A talk on 18 November.
fn talk(fields: &str) -> String {
    format!(r#"[{{"title": "T", "conferenceDayDate": "2026-11-18", {fields}}}]"#)
}

#[test]
fn takes_the_day_from_beside_the_time() {
    for (start, shown) in [
        ("2000-01-01T10:00:00.000+09:00", "2026-11-18T10:00"),
        // The day on which the row was written.
        ("2025-03-01T10:00:00.000+09:00", "2026-11-18T10:00"),
        ("10:00", "2026-11-18T10:00"),
        ("10:00:00", "2026-11-18T10:00"),
        ("2000-01-01 10:00:00", "2026-11-18T10:00"),
        // Another offset is no clock of the hall.
        ("2000-01-01T01:00:00.000Z", "2026-11-18T01:00Z"),
    ] {
        let talk = talk(&format!(r#""startTime": "{start}""#));
        check_sessions(&talk, &format!("2026-11-18 | {shown} | T"));
    }
    check_sessions(
        r#"[{"title": "T", "showOnTimetable": true, "conferenceDayDate": null,
            "startTime": "2026-11-18T10:00:00+09:00"}]"#,
        "2026-11-18T10:00 | T",
    );
    check_sessions(
        &talk(r#""startTime": "25:00", "endTime": "26:00""#),
        "2026-11-18 | - | T\n! 1 BadTime: 25:00",
    );
}

#[test]
fn finds_the_end() {
    for (fields, end) in [
        (
            r#""endTime": "2000-01-01T10:40:00.000+09:00""#,
            " > 2026-11-18T10:40",
        ),
        (
            r#""endTime": null, "talkDuration": 20"#,
            " > 2026-11-18T10:20",
        ),
        (r#""endTime": null, "talkDuration": 0"#, ""),
    ] {
        let start = r#""startTime": "2000-01-01T10:00:00.000+09:00""#;
        let talk = talk(&format!("{start}, {fields}"));
        check_sessions(&talk, &format!("2026-11-18 | 2026-11-18T10:00{end} | T"));
    }
}

#[test]
fn knows_what_is_not_to_be_starred() {
    let start = r#""startTime": "10:00""#;
    for (fields, shown) in [
        (r#""showOnTimetable": false"#, "~T"),
        (r#""showOnTimetable": "false""#, "~T"),
        (r#""showOnTimetable": true"#, "T"),
        (r#""showOnTimetable": null"#, "T"),
        (r#""abstract": "intermission""#, "~T"),
    ] {
        let talk = talk(&format!("{start}, {fields}"));
        check_sessions(&talk, &format!("2026-11-18 | 2026-11-18T10:00 | {shown}"));
    }
}
