//! The timetable of fortee.

use super::{check, check_sessions};

#[test]
fn reads_a_timetable() {
    check(
        include_str!("../fixtures/fortee.json"),
        "
        Fortee: | Asia/Tokyo | https://fortee.jp/minato-2026
        u-1 | 2026-11-28T00:30Z > 2026-11-28T01:00Z | ~受付 #Track A
        u-2 | 2026-11-28T01:00Z > 2026-11-28T01:40Z | Option<T> の海 | 森 かもめ #Track B
        . 一行目
        .
        . 三行目は Vec<u8> で
        Page https://fortee.jp/minato-2026/proposal/u-2
        Slides https://speakerdeck.com/kamome/option
        Other https://example.org/blog/option
        u-3 | 2026-11-28T02:00Z | 発表者なし
        u-4 | - | 明日
        ! 4 BadTime: 明日の朝
        ! 5 NoTitle: u-5
        ",
    );
}

/// A talk at ten.
fn talk(fields: &str) -> String {
    format!(
        r#"[{{"type": "talk", "title": "T", "starts_at": "2026-11-28T10:00:00+09:00", {fields}}}]"#
    )
}

#[test]
fn takes_fields_of_other_types() {
    for (fields, end, rest) in [
        (r#""length_min": 40"#, " > 2026-11-28T01:40Z", ""),
        (r#""length_min": "40""#, " > 2026-11-28T01:40Z", ""),
        (r#""length_min": 40.0"#, " > 2026-11-28T01:40Z", ""),
        (r#""length_min": 0"#, "", ""),
        (r#""length_min": null"#, "", ""),
        (
            r#""ends_at": "2026-11-28T10:05:00+09:00""#,
            " > 2026-11-28T01:05Z",
            "",
        ),
        (r#""length_min": "短い""#, "", "\n! 1 BadTime: 短い"),
        (
            r#""speaker": [{"name": "A"}, {"name": "B"}]"#,
            "",
            " | A & B",
        ),
        (r#""speaker": "A""#, "", " | A"),
        (r#""speaker": {"name": null, "kana": "エー"}"#, "", ""),
        (r#""track": "A""#, "", " #A"),
        (r#""track": null, "slide_url": null, "url": """#, "", ""),
        (r#""track": {"name": {"en": "A", "ja": "甲"}}"#, "", " #甲"),
        (r#""uuid": null, "abstract": 5"#, "", "\n. 5"),
    ] {
        let sessions = format!("2026-11-28T01:00Z{end} | T{rest}");
        check_sessions(&talk(fields), &sessions);
    }
}

#[test]
fn reads_proposals() {
    check_sessions(
        r#"{"proposals": [{"uuid": "u", "title": "T", "accepted": true, "timetable": {
            "starts_at": "2026-11-28T10:00:00+09:00", "length_min": 5, "track": {"name": "A"}}}]}"#,
        "u | 2026-11-28T01:00Z > 2026-11-28T01:05Z | T #A",
    );
    check_sessions(
        r#"{"proposals": [{"uuid": "u", "title": "T", "accepted": false}]}"#,
        "u | - | T\n! 1 NoStart: T",
    );
}

#[test]
fn keeps_two_of_one_id() {
    let slot = |track: &str| {
        format!(
            r#"{{"uuid": "u", "type": "timeslot", "title": "昼", "track": {{"name": "{track}"}},
                "starts_at": "2026-11-28T12:00:00+09:00"}}"#
        )
    };
    check_sessions(
        &format!(r#"{{"timetable": [{}, {}]}}"#, slot("A"), slot("B")),
        "
        u | 2026-11-28T03:00Z | ~昼 #A
        u#2 | 2026-11-28T03:00Z | ~昼 #B
        ! 2 SameId: u 昼
        ",
    );
}
