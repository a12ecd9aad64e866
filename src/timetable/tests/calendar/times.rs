//! Times, lengths and zones.

use super::*;

/// Reads a session with these lines for its time.
fn check_time(lines: &str, expected: &str) {
    check_event(&format!("SUMMARY:A\n{lines}"), expected);
}

#[test]
fn reads_times_of_every_form() {
    for (value, expected) in [
        (":20261128T130700Z", "2026-11-28T13:07Z"),
        (":20261128T130700", "2026-11-28T13:07"),
        (";VALUE=DATE-TIME:20261128T1307Z", "2026-11-28T13:07Z"),
        (":20261128130700", "2026-11-28T13:07"),
        (":20261128t130700z ", "2026-11-28T13:07Z"),
        (":20261128T130700+0900", "2026-11-28T04:07Z"),
        (":2026-11-28T13:07:00+09:00", "2026-11-28T04:07Z"),
        (":2026-11-28 13:07", "2026-11-28T13:07"),
        (":20261128T13:07:00Z", "2026-11-28T13:07Z"),
        (":20261128T240000", "2026-11-29T00:00"),
        // A zone beside a time of the whole world says nothing.
        (";TZID=Asia/Tokyo:20261128T130700Z", "2026-11-28T13:07Z"),
    ] {
        check_time_of_start(value, expected);
    }
}

fn check_time_of_start(value: &str, expected: &str) {
    let text = format!("BEGIN:VEVENT\nSUMMARY:A\nDTSTART{value}\nEND:VEVENT");
    let reading = read(&text, &Database);
    assert_eq!(moment(reading.sessions[0].start), expected, "{value}");
    assert_eq!(reading.unread, [], "{value}");
}

#[test]
fn tells_of_times_that_are_none() {
    for value in [
        "tomorrow",
        "20261128T250000",
        "20261128T1307Q",
        "20261131T130700",
        "20261128T1",
        "99991231T240000",
        "2026112８T130700",
        "20261128T130700Z/20261128T140000Z/20261128T150000Z",
    ] {
        let expected = format!("A\n! 4 BadTime DTSTART:{value}");
        check_time(&format!("DTSTART:{value}"), &expected);
    }
    check_time("LOCATION:B", "A | B\n! 2 NoStart A");
    check_time("DTSTART:\nLOCATION:B", "A | B\n! 2 NoStart A");
}

#[test]
fn reads_a_day_without_a_time() {
    let expected = "2026-11-28 | A\n! 4 NoStart A";
    check_time(
        "DTSTART;VALUE=DATE:20261128\nDTEND;VALUE=DATE:20261129",
        expected,
    );
    check_time("DTSTART:2026-11-28", expected);
    check_time("DTSTART:20261128\nDTEND:20261128T100000", expected);
}

#[test]
fn reads_ends_and_lengths() {
    let start = "DTSTART:20261128T130000Z";
    for (end, expected) in [
        ("DTEND:20261128T134000Z", "2026-11-28T13:40Z"),
        ("DURATION:PT40M", "2026-11-28T13:40Z"),
        ("DURATION:P0DT0H40M0S", "2026-11-28T13:40Z"),
        ("DURATION:PT2400S", "2026-11-28T13:40Z"),
        ("DURATION:+P1DT1H", "2026-11-29T14:00Z"),
        ("DURATION:P1W", "2026-12-05T13:00Z"),
        ("DURATION:00:40", "2026-11-28T13:40Z"),
        ("DURATION:PT0M", "2026-11-28T13:00Z"),
        // The end counts where both are there.
        ("DURATION:PT1H\nDTEND:20261128T134000Z", "2026-11-28T13:40Z"),
    ] {
        check_time(
            &format!("{end}\n{start}"),
            &format!("2026-11-28T13:00Z | {expected} | A"),
        );
    }
}

#[test]
fn tells_of_ends_that_are_none() {
    let start = "DTSTART:20261128T130000Z";
    let session = "2026-11-28T13:00Z | A\n! 5";
    for (end, problem) in [
        ("DTEND:20261128T125900Z", "EndBeforeStart"),
        ("DTEND:20261128T140000", "BadTime"),
        ("DTEND:20261129", "BadTime"),
        ("DTEND:later", "BadTime"),
        ("DURATION:PT", "BadTime"),
        ("DURATION:P1M", "BadTime"),
        ("DURATION:-PT1H", "BadTime"),
        ("DURATION:PT99999999999999999999H", "BadTime"),
        ("DURATION:P9223372036854775807W", "BadTime"),
        ("DURATION:P53W", "BadTime"),
        ("DURATION:P", "BadTime"),
        ("DURATION:PTM", "BadTime"),
    ] {
        check_time(
            &format!("{start}\n{end}"),
            &format!("{session} {problem} {end}"),
        );
    }
}

#[test]
fn reads_times_of_a_zone() {
    for zone in [
        "Europe/Berlin",
        "\"Europe/Berlin\"",
        "europe/berlin",
        "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin",
        "/mozilla.org/20050126_1/Europe/Berlin",
        "W. Europe Standard Time",
    ] {
        let text = format!("DTSTART;TZID={zone}:20260715T100000\nDTEND:20260715T110000");
        let text = format!("BEGIN:VEVENT\nSUMMARY:A\n{text}\nEND:VEVENT");
        let reading = read(&text, &Database);
        assert_eq!(
            moment(reading.sessions[0].start),
            "2026-07-15T08:00Z",
            "{zone}"
        );
        assert_eq!(
            moment(reading.sessions[0].end),
            "2026-07-15T09:00Z",
            "{zone}"
        );
        assert!(
            reading.zone.eq_ignore_ascii_case("Europe/Berlin"),
            "{}",
            reading.zone
        );
    }
    // Three parts, and winter.
    let zone = "America/Argentina/Buenos_Aires";
    check_time(
        &format!("DTSTART;TZID=/x/{zone}:20261128T100000"),
        &format!(" | {zone} | \n2026-11-28T13:00Z | A"),
    );
}

#[test]
fn tells_once_of_a_zone_that_it_does_not_know() {
    check(
        "BEGIN:VEVENT\nSUMMARY:A\nDTSTART;TZID=Atlantis:20261128T100000\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:B\nDTSTART;TZID=Atlantis:20261128T110000\nEND:VEVENT",
        "2026-11-28T10:00 | A\n2026-11-28T11:00 | B\n! 4 UnknownZone Atlantis",
    );
}

#[test]
fn asks_a_calendar_where_its_zones_are() {
    let zone =
        "BEGIN:VTIMEZONE\nTZID:Europe-Brussels\nX-LIC-LOCATION:Europe/Brussels\nEND:VTIMEZONE";
    let event = "BEGIN:VEVENT\nSUMMARY:A\nDTSTART;TZID=Europe-Brussels:20261128T100000\nEND:VEVENT";
    check(
        &format!("{zone}\n{event}"),
        " | Europe/Brussels | \n2026-11-28T09:00Z | A",
    );
}

/// The zone of a calendar that begins with some lines and has events in some zones.
fn check_zone(lines: &str, zones: &[&str], expected: &str) {
    let mut text = lines.to_owned();
    for zone in zones {
        text +=
            &format!("\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART;TZID={zone}:20261128T100000\nEND:VEVENT");
    }
    let reading = read(
        &format!("BEGIN:VCALENDAR\n{text}\nEND:VCALENDAR"),
        &Database,
    );
    assert_eq!(reading.zone, expected, "{text}");
}

#[test]
fn finds_the_zone_of_the_event() {
    let defined = |zone| format!("BEGIN:VTIMEZONE\nTZID:{zone}\nEND:VTIMEZONE");
    check_zone(
        "X-WR-TIMEZONE:Australia/Brisbane",
        &["Europe/Paris"],
        "Australia/Brisbane",
    );
    check_zone(
        "X-WR-TIMEZONE;VALUE=TEXT:Europe/Brussels",
        &[],
        "Europe/Brussels",
    );
    // Sched writes everything in UTC, which is no place.
    check_zone("X-WR-TIMEZONE:UTC", &[], "");
    check_zone("X-WR-TIMEZONE:Etc/UTC", &["Europe/Paris"], "Europe/Paris");
    check_zone("X-WR-TIMEZONE:Nowhere", &["Etc/UTC"], "");
    check_zone("", &["Europe/Paris", "Europe/Paris"], "Europe/Paris");
    check_zone("", &["Europe/Paris", "Europe/Berlin"], "");
    check_zone(&defined("Asia/Tokyo"), &[], "Asia/Tokyo");
    check_zone(&defined("Asia/Tokyo"), &["Europe/Paris"], "Europe/Paris");
    check_zone(
        &format!("{}\n{}", defined("Asia/Tokyo"), defined("Asia/Seoul")),
        &[],
        "",
    );
}
