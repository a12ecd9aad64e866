//! `schedule.json` of frab and pretalx, and the second version of its schema.

use super::{check, check_sessions};

#[test]
fn reads_a_whole_programme() {
    check(
        include_str!("../fixtures/frab.json"),
        "
        FrabJson: Harbour Days 2026 | Europe/Berlin | https://example.org/2026/
        6f0c-11 | 2026-11-27 | 2026-11-27T09:00Z > 2026-11-27T09:30Z | Opening | Ada & Bo @Dock 1
        . All hands
        .
        . Welcome.
        . Coffee is upstairs.
        Page https://example.org/2026/talk/OPEN/
        Slides https://example.org/media/opening.pdf Handout
        Slides https://example.org/deck Slides (English)
        Recording https://example.org/video/1 Video
        Other https://example.org/2026/related Related
        6f0c-12 | 2026-11-27 | 2026-11-28T00:30Z > 2026-11-28T01:30Z | Night watch | NQTF8Y @Dock 2 #Sea
        . a < b & c
        31 Dock 2 09:00 | 2026-11-28 | 2026-11-28T08:00Z > 2026-11-28T08:45Z | No instant @Dock 2
        6f0c-11#2 | 2026-11-28 | 2026-11-28T10:00Z | Same guid @Dock 2
        6f0c-13 | 2026-11-28 | 2026-11-28T11:00Z > 2026-11-28T12:00Z | ~Lunch @Foyer
        ! 4 SameId: 6f0c-11 Same guid
        ! 6 NoTitle: 6f0c-14
        ",
    );
}

#[test]
fn reads_the_second_version() {
    check(
        include_str!("../fixtures/schedule2.json"),
        "
        FrabJson: Hub | Europe/Berlin | https://example.org/hub/
        a-1 | 2026-12-27 | 2026-12-27T09:30Z > 2026-12-27T10:00Z | Eröffnung | Gabi & Rea @Saal 1 #CCC
        . Willkommen
        Page https://example.org/hub/opening/
        Other https://example.net/@handle
        Slides https://example.net/1235.bin
        a-2 | 2026-12-27 | 2026-12-27T23:15Z > 2026-12-27T23:55Z | Late one | Seb @Saal Z #Hardware
        Page https://example.org/origin
        ",
    );
}

/// An event on a day in the zone of the conference.
fn event(fields: &str) -> String {
    let day = r#""date": "2026-11-27", "day_end": "2026-11-28T04:00:00+01:00""#;
    in_zone(
        "Europe/Berlin",
        &format!(r#"{day}, "rooms": {{"A": [{{{fields}}}]}}"#),
    )
}

fn in_zone(zone: &str, day: &str) -> String {
    format!(r#"{{"conference": {{"time_zone_name": "{zone}", "days": [{{{day}}}]}}}}"#)
}

#[test]
fn takes_the_instant_before_the_clock() {
    // In UTC, with the clock of the place beside it.
    check_sessions(
        &event(r#""title": "T", "date": "2026-11-27T04:30:00+00:00", "start": "05:30""#),
        "2026-11-27 | 2026-11-27T04:30Z | T @A",
    );
    // The clock only.
    check_sessions(
        &event(r#""title": "T", "start": "10:00", "duration": "00:05:00""#),
        "2026-11-27 | 2026-11-27T09:00Z > 2026-11-27T09:05Z | T @A",
    );
    // A day beside the clock.
    check_sessions(
        &event(r#""title": "T", "date": "2026-11-26", "start": "10:00""#),
        "2026-11-27 | 2026-11-26T09:00Z | T @A",
    );
    // A floating time.
    check_sessions(
        &event(r#""title": "T", "date": "2026-11-27T10:00:00""#),
        "2026-11-27 | 2026-11-27T09:00Z | T @A",
    );
}

#[test]
fn counts_the_night_to_the_evening_before() {
    check_sessions(
        &event(r#""title": "T", "start": "01:30""#),
        "2026-11-27 | 2026-11-28T00:30Z | T @A",
    );
    check_sessions(
        &event(r#""title": "T", "start": "04:00""#),
        "2026-11-27 | 2026-11-27T03:00Z | T @A",
    );
}

#[test]
fn finds_the_end() {
    let with = |fields: &str| {
        event(&format!(
            r#""title": "T", "date": "2026-11-27T10:00:00+01:00", {fields}"#
        ))
    };
    for (fields, end) in [
        (r#""duration": "00:00""#, ""),
        (r#""duration": "01:30""#, " > 2026-11-27T10:30Z"),
        (r#""duration": 45"#, " > 2026-11-27T09:45Z"),
        (r#""duration": "45""#, " > 2026-11-27T09:45Z"),
        (r#""duration": null, "end": null"#, ""),
        (
            r#""end": "2026-11-27T12:00:00+01:00", "duration": "00:10""#,
            " > 2026-11-27T11:00Z",
        ),
        (
            r#""end": "12:00", "duration": "00:10""#,
            " > 2026-11-27T09:10Z",
        ),
        (r#""end": "2026-11-27T10:00:00+01:00""#, ""),
        (
            r#""end": "2026-11-27T09:00:00+01:00""#,
            "\n! 1 EndBeforeStart: T",
        ),
        (r#""duration": "long""#, "\n! 1 BadTime: long"),
        (r#""duration": -5"#, "\n! 1 BadTime: -5"),
        (r#""end": "noon""#, "\n! 1 BadTime: noon"),
    ] {
        let (end, told) = end.split_once('\n').unwrap_or((end, ""));
        let session = format!("2026-11-27 | 2026-11-27T09:00Z{end} | T @A\n{told}");
        check_sessions(&with(fields), &session);
    }
}

#[test]
fn makes_an_id_of_what_is_there() {
    for (fields, id) in [
        (r#""guid": "g", "id": 1"#, "g | 2026-11-27 | - | T @A"),
        (r#""id": 1"#, "1 A | 2026-11-27 | - | T @A"),
        (r#""guid": null, "id": "1""#, "1 A | 2026-11-27 | - | T @A"),
        (r#""id": null"#, "2026-11-27 | - | T @A"),
    ] {
        let event = event(&format!(r#""title": "T", {fields}"#));
        check_sessions(&event, &format!("{id}\n! 1 NoStart: T"));
    }
}

#[test]
fn tells_of_times_that_are_none() {
    check_sessions(
        &event(r#""title": "T", "date": "soon", "start": null"#),
        "2026-11-27 | - | T @A\n! 1 BadTime: soon",
    );
    check_sessions(
        &event(r#""title": "T", "date": null, "start": "", "duration": "00:30""#),
        "2026-11-27 | - | T @A\n! 1 NoStart: T",
    );
    // A bad instant beside a good clock is no loss.
    check_sessions(
        &event(r#""title": "T", "date": "soon", "start": "10:00""#),
        "2026-11-27 | 2026-11-27T09:00Z | T @A",
    );
}

#[test]
fn reads_clocks_as_the_events_own_where_the_zone_is_not_known() {
    let day = r#""date": "2026-11-27", "rooms": {"A": [{"title": "T", "start": "10:00"}]}"#;
    check(
        &in_zone("Europe/Nowhere", day),
        "FrabJson:\n2026-11-27 | 2026-11-27T10:00 | T @A\n! UnknownZone: Europe/Nowhere",
    );
    check(
        &in_zone("", day),
        "FrabJson:\n2026-11-27 | 2026-11-27T10:00 | T @A",
    );
}

#[test]
fn goes_through_days_and_rooms_of_any_shape() {
    for rooms in [
        r#"{"A": [{"title": "T"}]}"#,
        r#"{"A": {"title": "T"}}"#,
        r#"{"A": {"0": {"title": "T"}}}"#,
        r#"[{"title": "T", "room": "A"}]"#,
        r#"{"B": [{"title": "T", "room": {"name": "A"}}]}"#,
    ] {
        let day = format!(r#""date": null, "rooms": {rooms}"#);
        check_sessions(&in_zone("UTC", &day), "- | T @A\n! 1 NoStart: T");
    }
    check_sessions(
        r#"{"conference": {"days": {"1": {"rooms": {"A": [{"title": "T"}]}}}}}"#,
        "- | T @A\n! 1 NoStart: T",
    );
    check_sessions(r#"{"conference": {"days": []}}"#, "");
    check_sessions(
        r#"{"conference": {"days": null}, "events": [null, "Tea", {"title": "T"}]}"#,
        "- | T\n! 1 NotUnderstood: null\n! 2 NotUnderstood: Tea\n! 3 NoStart: T",
    );
}

#[test]
fn names_people_by_what_they_have() {
    let persons = r#"[{"id": 1, "public_name": "A"}, {"name": "B"}, {"full_public_name": "C"},
        {"code": "D3"}, {"firstName": "E", "lastName": "F"}, "G", null, {}, {"id": 9}]"#;
    check_sessions(
        &event(&format!(r#""title": "T", "persons": {persons}"#)),
        "2026-11-27 | - | T | A & B & C & D3 & E F & G @A\n! 1 NoStart: T",
    );
    check_sessions(
        &event(r#""title": "T", "persons": {"public_name": "A"}"#),
        "2026-11-27 | - | T | A @A\n! 1 NoStart: T",
    );
}

#[test]
fn makes_addresses_whole() {
    let links = |base: &str, address: &str| {
        format!(
            r#"{{"base_url": "{base}", "conference": {{}},
                "events": [{{"title": "T", "links": ["{address}"]}}]}}"#
        )
    };
    for (base, address, whole) in [
        ("https://x.org/a/b", "c", "Other https://x.org/a/c"),
        ("https://x.org/a/", "/c", "Other https://x.org/c"),
        ("https://x.org", "c", "Other https://x.org/c"),
        ("https://x.org/a/", "//y.org/c", "Other https://y.org/c"),
        ("https://x.org/a/", "mailto:c@y.org", "Other mailto:c@y.org"),
        (
            "https://x.org/a/",
            "/c.PDF?v=1",
            "Slides https://x.org/c.PDF?v=1",
        ),
        ("", "c", ""),
        ("https://x.org/a/", "", ""),
    ] {
        let expected = format!("- | T\n{whole}");
        let expected = format!("{}\n! 1 NoStart: T", expected.trim_end());
        check_sessions(&links(base, address), &expected);
    }
}

#[test]
fn names_an_event_on_one_line() {
    check_sessions(
        &event(r#""title": "T", "id": 7, "start": "09\n:0\u0000""#),
        "7 A 09 :0 | 2026-11-27 | - | T @A\n! 1 BadTime: 09\n:0\u{0}",
    );
}
