//! Calendars that are cut, mixed up, or none at all.

use proptest::prelude::*;

use super::*;
use crate::timetable::calendar::unfolded;
use crate::timetable::tests::changes_nothing_again;

fn check_text(text: &str, expected: &str) {
    assert_eq!(shown(&read(text, &Database)), expected, "{text:?}");
}

#[test]
fn keeps_what_stands_before_the_cut() {
    check_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:20261128T100000",
        "2026-11-28T10:00 | A\n! 2 Broken BEGIN:VEVENT",
    );
    check_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:20261128T100000\nEND:VEVENT\n",
        "2026-11-28T10:00 | A\n! 1 Broken BEGIN:VCALENDAR",
    );
    check_text(
        "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Asia/Tokyo",
        "! 1 Broken BEGIN:VCALENDAR",
    );
}

#[test]
fn tells_once_that_components_are_mixed_up() {
    check("END:VEVENT\nEND:VEVENT", "! 2 Broken END:VEVENT");
    check_text("END:VCALENDAR", "! 1 Broken END:VCALENDAR");
    check_text(
        "BEGIN:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR",
        "! 2 Broken BEGIN:VCALENDAR",
    );
    check("END:VALARM", "! 2 Broken END:VALARM");
    check(
        "BEGIN:VEVENT\nSUMMARY:A\nBEGIN:VALARM\nBEGIN:VEVENT\nSUMMARY:B\nEND:VEVENT",
        "A\nB\n! 5 Broken BEGIN:VEVENT\n! 2 NoStart A\n! 5 NoStart B",
    );
    check(
        "BEGIN:VTODO\nBEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT",
        "A\n! 3 Broken BEGIN:VEVENT\n! 3 NoStart A",
    );
    check_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nEND:VCALENDAR",
        "A\n! 4 Broken END:VCALENDAR\n! 2 NoStart A",
    );
}

#[test]
fn skips_components_that_are_no_events() {
    check(
        "BEGIN:VFREEBUSY\nrubbish\nBEGIN:X\nSUMMARY:A\nEND:X\nEND:VFREEBUSY",
        "",
    );
    check(
        "BEGIN:VJOURNAL\nSUMMARY:A\nDTSTART:20261128T100000\nEND:VJOURNAL",
        "",
    );
}

#[test]
fn reads_events_without_a_calendar_and_two_calendars() {
    check_text(
        "BEGIN:VEVENT\nSUMMARY:A\nDTSTART:20261128\nEND:VEVENT",
        "2026-11-28 | A\n! 3 NoStart A",
    );
    let one = "BEGIN:VCALENDAR\nNAME:A\nEND:VCALENDAR\n";
    check_text(&one.repeat(2), "A |  | ");
}

#[test]
fn tells_of_words_around_a_calendar() {
    check_text(
        "Hello: here\nit is\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\nYours",
        "! 1 NotUnderstood Hello: here\n! 6 NotUnderstood Yours",
    );
    check_text("", "");
    let long = "語".repeat(100);
    check_text(&long, &format!("! 1 NotUnderstood {}", "語".repeat(80)));
}

#[test]
fn tells_of_an_entry_without_any_words() {
    check_event("UID:u", "! 2 NoTitle u");
    check_event("STATUS:cancelled", "! 2 Cancelled ");
}

fn length(reading: &Reading) -> usize {
    let session = |session: &crate::domain::Session| {
        let lists: usize = session.speakers.iter().map(String::len).sum();
        let links: usize = session
            .links
            .iter()
            .map(|link| link.title.len() + link.address.len())
            .sum();
        let texts = [
            &session.source_id,
            &session.title,
            &session.about,
            &session.room,
            &session.track,
        ];
        lists + links + texts.map(|text| text.len()).iter().sum::<usize>()
    };
    reading.sessions.iter().map(session).sum()
}

/// What holds for every input.
fn check_anything(bytes: &[u8]) -> Result<(), TestCaseError> {
    let once = unfolded(bytes);
    prop_assert!(once.len() <= bytes.len() + 1);
    prop_assert_eq!(&unfolded(&once), &once);
    let text = String::from_utf8_lossy(bytes);
    let reading = read(&text, &Database);
    // A session of a series has a start of 17 bytes and its room in its name.
    prop_assert!(length(&reading) <= 2 * text.len() + 20 * reading.sessions.len());
    prop_assert!(changes_nothing_again(&reading.sessions));
    for unread in &reading.unread {
        prop_assert!(unread.text.chars().count() <= 80);
        prop_assert!(matches!(unread.place, Place::Line(number) if number <= text.len()));
    }
    let events = text.matches("BEGIN:VEVENT").count();
    prop_assert!(reading.sessions.len() <= events.max(text.len() / 12));
    for session in &reading.sessions {
        prop_assert!(!session.title.is_empty());
        let texts = [
            &session.title,
            &session.room,
            &session.track,
            &session.source_id,
        ];
        for text in texts.into_iter().chain(&session.speakers) {
            prop_assert_eq!(text.trim(), text);
            prop_assert!(!text.chars().any(char::is_control), "{:?}", text);
        }
        prop_assert_eq!(session.about.trim(), &session.about);
    }
    Ok(())
}

const PIECES: &[&str] = &[
    "BEGIN:",
    "END:",
    "VEVENT",
    "VCALENDAR",
    "VTIMEZONE",
    "VALARM",
    "SUMMARY",
    "DESCRIPTION:",
    "DTSTART",
    "DTEND",
    "DURATION:",
    "UID:",
    "RRULE:",
    "RECURRENCE-ID:",
    "ATTENDEE;CN=",
    ";TZID=",
    "Asia/Tokyo",
    "\"",
    ":",
    ";",
    "\\",
    "\n",
    "\r\n",
    "\r\r\n",
    "\r",
    " ",
    "\t",
    "20261128",
    "T100000",
    "Z",
    "P1W",
    "T5M",
    "語",
    "<p>",
    "</p>",
    "&amp;",
    "Track",
    "会場: ",
    "http://x.sched.com/talks/1",
    ", ",
    " - ",
    "pretalx-",
    "Speakers: ",
    "\u{feff}",
    "\0",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check_anything(&bytes)?;
    }

    #[test]
    fn any_pieces_are_read(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..80)) {
        check_anything(pieces.concat().as_bytes())?;
    }

    #[test]
    fn a_calendar_with_damage_is_read(
        at in any::<prop::sample::Index>(),
        removed in 0..60_usize,
        piece in prop::sample::select(PIECES),
    ) {
        let mut bytes = WHOLE.as_bytes().to_vec();
        let at = at.index(bytes.len());
        let end = (at + removed).min(bytes.len());
        bytes.splice(at..end, piece.bytes());
        check_anything(&bytes)?;
    }
}
