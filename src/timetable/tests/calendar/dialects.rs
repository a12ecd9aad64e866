//! What systems put where something else is meant.

use super::*;

#[test]
fn takes_the_speakers_of_pretalx_out_of_the_title() {
    for (summary, expected) in [
        ("A - B, C", "A | B + C"),
        ("A - b - C", "A - b | C"),
        ("A - b - ", "A - b"),
        ("A", "A"),
    ] {
        let text =
            format!("UID:pretalx-x-ABC123@x.example\nSUMMARY:{summary}\nDTSTART:20261128T100000");
        let expected = format!("2026-11-28T10:00 | {expected} | pretalx-x-ABC123@x.example");
        check_event(&text, &expected);
    }
    check_event(
        "UID:x\nSUMMARY:A - B\nDTSTART:20261128T100000",
        "2026-11-28T10:00 | A - B | x",
    );
}

#[test]
fn takes_the_description_of_dreamkast_apart() {
    let event = |about: &str| {
        format!(
            "UID:random\nCLASS:PRIVATE\nSUMMARY:A\nDESCRIPTION:{about}\nDTSTART:20261128T130700"
        )
    };
    check_event(
        &event(r"\nTrackB\n会場: 大ホール\nhttps://event.example/cnd/talks/12\n\nOne\n\ntwo\n"),
        "2026-11-28T13:07 | A | 大ホール | B | One⏎⏎two | https://event.example/cnd/talks/12 | 12",
    );
    check_event(
        &event(r"\nTrackB\n会場: \nhttps://event.example/cnd/talks/12\n\n\n"),
        "2026-11-28T13:07 | A | B | https://event.example/cnd/talks/12 | 12",
    );
    check_event(
        &event(r"TrackB\nhttps://event.example/cnd/talks/12\nOne"),
        "2026-11-28T13:07 | A | B | One | https://event.example/cnd/talks/12 | 12",
    );
    check_event(
        &event(r"TrackB\nhttps://event.example/cnd/talks/x"),
        "2026-11-28T13:07 | A | TrackB⏎https://event.example/cnd/talks/x | random",
    );
    check_event(
        &event(r"Track your\nbugs"),
        "2026-11-28T13:07 | A | Track your⏎bugs | random",
    );
}

#[test]
fn takes_speakers_from_the_first_line() {
    let event = |about: &str| format!("SUMMARY:A\nDESCRIPTION:{about}\nDTSTART:20261128T100000");
    check_event(&event(r"Speaker: B\nOne"), "2026-11-28T10:00 | A | B | One");
    check_event(
        &event(r"Speakers: B (X)\, C\n\nOne"),
        "2026-11-28T10:00 | A | B (X) + C | One",
    );
    check_event(
        &event("Speakers wanted"),
        "2026-11-28T10:00 | A | Speakers wanted",
    );
    // Who is said to speak elsewhere is said there.
    check_event(
        &format!("{}\nATTENDEE:C", event("Speaker: B")),
        "2026-11-28T10:00 | A | C | Speaker: B",
    );
}

/// The rooms of a calendar of Sched with these places.
fn check_rooms(places: &[&str], host: &str, expected: &[&str]) {
    let event = |place: &&str| {
        format!(
            "BEGIN:VEVENT\nSUMMARY:A\nLOCATION:{place}\nURL:https://x.{host}/event/1\nEND:VEVENT\n"
        )
    };
    let reading = read(&places.iter().map(event).collect::<String>(), &Database);
    let rooms: Vec<_> = reading
        .sessions
        .iter()
        .map(|session| session.room.as_str())
        .collect();
    assert_eq!(rooms, expected, "{places:?}");
}

#[test]
fn leaves_the_address_out_that_sched_puts_behind_rooms() {
    let places = [
        r"Hall\, Level 1\, 5 Street\, City",
        r"Room 2\, 5 Street\, City",
        "Outside",
    ];
    check_rooms(
        &places,
        "sched.com",
        &["Hall, Level 1", "Room 2", "Outside"],
    );
    check_rooms(
        &["Hall , City", "Room, City", ", City"],
        "sched.com",
        &["Hall", "Room", ", City"],
    );
    let whole = [
        "Hall, Level 1, 5 Street, City",
        "Room 2, 5 Street, City",
        "Outside",
    ];
    check_rooms(&places, "example", &whole);
    check_rooms(
        &["Hall, Level 1", "Hall, Level 2"],
        "sched.com",
        &["Hall, Level 1", "Hall, Level 2"],
    );
    check_rooms(
        &["Hall, Level 1", "Hall, Level 1"],
        "sched.com",
        &["Hall, Level 1", "Hall, Level 1"],
    );
}
