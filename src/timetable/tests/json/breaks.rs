//! What is no programme, and what breaks off.

use super::{Database, check, check_sessions, shown};
use crate::timetable::json;

#[test]
fn leaves_what_is_none() {
    for text in [
        "",
        " ",
        "[",
        "{",
        "[]",
        "{}",
        "null",
        "3",
        "[link](https://example.org)",
        "[ ] 10:00 Tea",
        "10:00 Tea",
        r#"{"schedule": {"days": 3}}"#,
        r#"[{"title": "T"}]"#,
        r#"{"sessions": []}"#,
        r#"{"talks": [{"title": "T"}]}"#,
        // The words alone are not enough.
        r#"We read "conference" and "startsAt"."#,
    ] {
        let reading = json::read(text, &Database);
        assert_eq!(reading.as_ref().map(shown), None, "{text}");
    }
}

#[test]
fn lets_a_byte_order_mark_and_white_space_through() {
    check(
        "\u{feff}\r\n {\"conference\": {\"title\": \"C\"}} \n",
        "FrabJson: C",
    );
}

#[test]
fn reads_as_far_as_it_goes() {
    let first = r#"{"id": 1, "title": "T", "startsAt": "2026-11-28T09:00:00"}"#;
    let session = "1 | 2026-11-28T09:00 | T";
    for (cut, told) in [
        (",", "line 2 Broken"),
        ("]", "line 2 Broken"),
        ("]}}", "line 2 Broken"),
        ("] x", "line 2 Broken"),
        (" {", "line 2 Broken"),
        (", ?", "line 2 Broken"),
    ] {
        let text = format!("{{\"sessions\":\n[{first}{cut}");
        let found = shown(&json::read(&text, &Database).expect("a programme"));
        assert!(found.contains(session), "{found}");
        assert!(found.contains(told), "{found}");
    }
    // Half a time is none, and half a title neither.
    check_sessions(
        r#"[{"id": 1, "startsAt": "2026-11-28T09:00:00", "title": "T"}, {"id": 2, "startsAt": "2026-11-28T09:00:00", "title": "Tit"#,
        r#"
        1 | 2026-11-28T09:00 | T
        ! 2 NoTitle: 2
        ! line 1 Broken: tsAt": "2026-11-28T09:00:00", "title": "Tit
        "#,
    );
}

#[test]
fn tells_what_a_broken_text_promised() {
    check(
        r#"[{"id" 1, "conferenceDayDate": "2026-11-18"}]"#,
        r#"
        Dreamkast:
        ! line 1 Broken: [{"id" 1, "conferenceDayDate": "2026-11-18"}]
        "#,
    );
}

#[test]
fn goes_no_deeper_than_a_programme() {
    let deep = "[".repeat(100_000);
    let found = shown(&super::read(&format!(
        r#"{{"conference": {{"title": "C"}}, "x": {deep}"#
    )));
    assert!(
        found.starts_with("FrabJson: C\n! line 1 TooDeep: "),
        "{found}"
    );
    assert!(json::read(&deep, &Database).is_none());
}

#[test]
fn is_lenient_with_strings_and_commas() {
    let title = |text: &str| format!(r#"{{"conference": {{"title": "{text}", }}, "x": [1, 2,]}}"#);
    for (text, shown) in [
        ("a\nb", "a b"),
        (r"a\u0000b", "a b"),
        (r"\ud83c\udf0a!", "🌊!"),
        (r"\ud83c!", "\u{fffd}!"),
        (r"\ud83c\u0041", "\u{fffd}A"),
        (r"\udf0a", "\u{fffd}"),
        (r"\uZZ", "\u{fffd}ZZ"),
        (r"\/\q\\", r"/q\"),
        (r"\u3042\t\u3044", "あ い"),
    ] {
        check(&title(text), &format!("FrabJson: {shown}"));
    }
    check(
        r#"{"conference": {"title": "A", "title": "B"}}"#,
        "FrabJson: B",
    );
}

#[test]
fn cuts_what_it_shows_between_characters() {
    let long = "海".repeat(200);
    let text = format!(r#"[{{"title": "", "description": "{long}", "isServiceSession": true}}]"#);
    check_sessions(&text, &format!("! 1 NoTitle: {}", "海".repeat(80)));
    let text = format!(r#"{{"conference": {{"title": "C"}}}} {long}"#);
    let found = super::read(&text);
    assert_eq!(
        found.unread[0].text.chars().filter(|c| *c == '海').count(),
        39
    );
}

#[test]
fn stops_where_no_programme_goes() {
    let text = format!(
        r#"{{"conference": {{}}, "events": [{}"#,
        r#"{"title": "T"},"#.repeat(11_000)
    );
    let reading = super::read(&(text + "{}]}"));
    assert_eq!(reading.sessions.len(), 10_000);
    assert!(shown(&reading).ends_with("\n! 10001 TooMany: T"));
    let text = format!(
        r#"{{"conference": {{}}, "x": [{}0]}}"#,
        "0,".repeat(1 << 20)
    );
    assert!(shown(&super::read(&text)).contains("! line 1 TooMany: "));
}
