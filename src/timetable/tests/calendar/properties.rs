//! What single properties say.

use super::*;

/// Reads a session with these lines at ten o'clock.
fn check_words(lines: &str, expected: &str) {
    check_event(
        &format!("{lines}\nDTSTART:20261128T100000Z"),
        &format!("2026-11-28T10:00Z | {expected}"),
    );
}

#[test]
fn reads_what_is_escaped() {
    check_words(r"SUMMARY:a\, b\; c\\d", r"a, b; c\d");
    check_words(r"SUMMARY:a\: \qb\", r#"a: \qb\"#);
    check_words(r"SUMMARY:two\nlines\Nof it", "two lines of it");
    check_words(
        "SUMMARY:A\nDESCRIPTION:a\\nb\\N\\n\\n\\n c\\, d \\n",
        "A | a⏎b⏎⏎ c, d",
    );
    check_words(
        "SUMMARY:A\nDESCRIPTION: \\n\\nb\\r\\t\u{7}\t\u{1b}c\u{85}",
        "A | b\\r\\t c",
    );
    check_words("SUMMARY:\u{0}A\u{9}\u{b}  B\u{a0}", "A B");
}

#[test]
fn reads_html_in_descriptions_and_none_in_titles() {
    check_words("SUMMARY:<i> &amp; &lt;b&gt;", "<i> & <b>");
    check_words(
        "SUMMARY:A\nDESCRIPTION:<p>One<br>two &amp\\; <a href=\"/x\">three</a></p>",
        "A | One⏎two & three",
    );
    check_words(
        "SUMMARY:A\nDESCRIPTION:Vec<T> \\n\\n a < b",
        "A | Vec<T>⏎⏎ a < b",
    );
}

#[test]
fn reads_names_and_parameters_as_they_are_written() {
    check_words("summary:A\nLocation : B", "A | B");
    check_words("SUMMARY;X=\"a:b;c\";LANGUAGE=en:A: b", "A: b");
    // A quotation mark that is not closed is a letter.
    check_words("SUMMARY;X=\"a:A", "A");
    check_words("SUMMARY:\nSUMMARY:A\nSUMMARY:B", "A");
    check_words(
        "SUMMARY:A\nCATEGORIES:\nCATEGORIES:B\nCATEGORIES:C\\, D,E",
        "A | B, C, D,E",
    );
}

#[test]
fn knows_who_speaks() {
    for (line, expected) in [
        ("ATTENDEE;CN=\"B, C\":invalid:nomail", "A | B, C"),
        ("ATTENDEE;ROLE=CHAIR;CN=B:MAILTO:b@x.example", "A | B"),
        ("ATTENDEE;cn=B;PARTSTAT=ACCEPTED:mailto:b@x.example", "A"),
        ("ATTENDEE;CN=B;RSVP=TRUE:MAILTO:b@x.example", "A"),
        ("ATTENDEE;CN=b@x.example:invalid:nomail", "A"),
        ("ATTENDEE;CN=B;CUTYPE=resource:invalid:nomail", "A"),
        ("ATTENDEE:mailto:b@x.example", "A"),
        ("ATTENDEE:b@x.example", "A"),
        ("ATTENDEE:B", "A | B"),
        ("ORGANIZER;CN=B:invalid:nomail", "A"),
    ] {
        check_words(&format!("SUMMARY:A\n{line}"), expected);
    }
}

#[test]
fn takes_links_that_lead_somewhere() {
    check_words(
        "SUMMARY:A\nURL;VALUE=URI:https://x.example/?a=1\\;b",
        "A | https://x.example/?a=1;b",
    );
    check_words("SUMMARY:A\nURL:x\nATTACH:CID:x\nATTACH:AAAA", "A");
    check_words(
        "SUMMARY:A\nCONFERENCE;LABEL=\"Join\":https://x.example",
        "A | https://x.example",
    );
}

#[test]
fn reads_what_a_calendar_says_of_itself() {
    check("NAME:A\nX-WR-CALNAME:B", "A |  | ");
    check("X-WR-CALNAME:\nX-WR-CALDESC:B", "B |  | ");
    check(&format!("X-WR-CALDESC:{}", "long ".repeat(20)), "");
    check(
        "X-ORIGINAL-URL:https://x.example",
        " |  | https://x.example",
    );
}

#[test]
fn takes_the_first_of_a_series_and_tells_of_the_rest() {
    check_words(
        "SUMMARY:A\nRRULE:FREQ=DAILY;COUNT=3",
        "A\n! 4 NotUnderstood RRULE:FREQ=DAILY;COUNT=3",
    );
}

/// Events with one UID; each is given by its lines.
fn check_series(events: &[&str], expected: &str) {
    let event = |lines: &&str| format!("BEGIN:VEVENT\nUID:u\n{lines}\nEND:VEVENT");
    let events: Vec<_> = events.iter().map(event).collect();
    check(&events.join("\n"), expected);
}

#[test]
fn names_sessions_of_one_uid_apart() {
    let one = "SUMMARY:A\nDTSTART:20261128T100000Z\nLOCATION:B";
    check_series(&[one], "2026-11-28T10:00Z | A | B | u");
    check_series(&[one, one], "2026-11-28T10:00Z | A | B | u");
    check_series(
        &[one, "SUMMARY:A\nDTSTART:20261129T100000"],
        "2026-11-28T10:00Z | A | B | u 2026-11-28T10:00Z\n2026-11-29T10:00 | A | u 2026-11-29T10:00",
    );
    check_series(
        &[one, "SUMMARY:A\nDTSTART:20261128T100000Z\nLOCATION:C"],
        "2026-11-28T10:00Z | A | B | u 2026-11-28T10:00Z B\n\
         2026-11-28T10:00Z | A | C | u 2026-11-28T10:00Z C",
    );
    check_series(
        &["SUMMARY:A\nDTSTART:20261128", "SUMMARY:A\nDTSTART:20261129"],
        "2026-11-28 | A | u 2026-11-28\n2026-11-29 | A | u 2026-11-29\n! 5 NoStart A\n! 10 NoStart A",
    );
}

#[test]
fn tells_of_two_things_with_one_name() {
    let one = "SUMMARY:A\nDTSTART:20261128T100000Z";
    check_series(
        &[one, "SUMMARY:A\nDTSTART:20261128T100000Z\nDESCRIPTION:New"],
        "2026-11-28T10:00Z | A | u\n! 7 SameId A",
    );
    check_series(
        &[one, "SUMMARY:B\nDTSTART:20261128T100000Z"],
        "2026-11-28T10:00Z | A | u\n2026-11-28T10:00Z | B\n! 7 SameId B",
    );
}

#[test]
fn moves_the_first_of_a_series() {
    check_series(
        &[
            "SUMMARY:A\nDTSTART;TZID=Asia/Tokyo:20261128T190000\nRRULE:FREQ=DAILY",
            "SUMMARY:B\nRECURRENCE-ID:20261128T100000Z\nDTSTART:20261128T110000Z",
            "SUMMARY:C\nRECURRENCE-ID:20261129T100000Z\nDTSTART:20261129T110000Z",
        ],
        " | Asia/Tokyo | \n2026-11-28T11:00Z | B | u 2026-11-28T11:00Z\n\
         2026-11-29T11:00Z | C | u 2026-11-29T11:00Z\n! 6 NotUnderstood RRULE:FREQ=DAILY",
    );
}

#[test]
fn keeps_one_of_a_series_that_is_there_twice() {
    let series = "SUMMARY:A\nDTSTART:20261128T100000Z\nRRULE:FREQ=DAILY";
    let moved = "SUMMARY:B\nRECURRENCE-ID:20261128T100000Z\nDTSTART:20261128T110000Z";
    check_series(
        &[series, series, moved, moved],
        "2026-11-28T11:00Z | B | u\n! 6 NotUnderstood RRULE:FREQ=DAILY\n\
         ! 12 NotUnderstood RRULE:FREQ=DAILY",
    );
}

#[test]
fn knows_breaks_by_their_titles() {
    let event = |title: &str| {
        format!("BEGIN:VEVENT\nDTSTART:20261128T010000Z\nSUMMARY:{title}\nEND:VEVENT\n")
    };
    let titles = ["Registration / Breakfast", "昼休憩", "Lunch is a myth"];
    let events: String = titles.map(event).concat();
    let reading = read(
        &format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n"),
        &Database,
    );
    let breaks: Vec<_> = reading.sessions.iter().map(|it| it.is_service).collect();
    assert_eq!(breaks, [true, true, false]);
}
