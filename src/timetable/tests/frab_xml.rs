//! `schedule.xml` as it is found: what is read of whole files, and of what is amiss in entries.

use std::fmt::Write as _;

use super::super::Reading;
use super::super::frab_xml::read;
use super::Database;
use crate::domain::{Instant, Moment, Wall};

const PENTABARF: &str = include_str!("fixtures/pentabarf.xml");
const WAFER: &str = include_str!("fixtures/wafer.xml");
const FRAB: &str = include_str!("fixtures/frab.xml");

fn time(moment: Option<Moment>) -> String {
    match moment {
        None => "?".into(),
        Some(Moment::Wall(shown)) => shown.to_string(),
        Some(Moment::Instant(Instant(at))) => {
            format!("{}Z", Wall::from_minutes(at).expect("a time"))
        }
    }
}

/// Each session in a few lines, then what was told.
fn shown(reading: &Reading) -> String {
    let mut out = String::new();
    for session in &reading.sessions {
        let day = session.day.map_or("?".into(), |day| day.to_string());
        let (start, end) = (time(session.start), time(session.end));
        let service = if session.is_service { " (service)" } else { "" };
        writeln!(out, "{day} {start} {end} {}{service}", session.title).expect("a string");
        let (room, track) = (&session.room, &session.track);
        writeln!(out, "  {room}, {track}, {}", session.speakers.join(" & ")).expect("a string");
        writeln!(out, "  {}", session.source_id).expect("a string");
        for link in &session.links {
            writeln!(out, "  {:?} {} {}", link.kind, link.title, link.address).expect("a string");
        }
        if !session.about.is_empty() {
            writeln!(out, "  {:?}", session.about).expect("a string");
        }
    }
    for unread in &reading.unread {
        let (place, problem) = (unread.place, unread.problem);
        writeln!(out, "{place:?} {problem:?} {}", unread.text).expect("a string");
    }
    out
}

fn check_file(text: &str, title: &str, zone: &str, link: &str, expected: &str) {
    let reading = read(text, &Database);
    assert_eq!(
        (&*reading.title, &*reading.zone, &*reading.link),
        (title, zone, link)
    );
    assert_eq!(shown(&reading), expected);
}

#[test]
fn reads_a_file_without_dates_and_guids() {
    let title = "Open Days 2021 &lol2;";
    check_file(
        PENTABARF,
        title,
        "",
        "",
        r#"2021-02-06 2021-02-06T09:00 2021-02-06T09:25 Welcome to the Open Days
  Hall 1, Main, 
  11795 Hall 1 2021-02-06T09:00
  Other Paper https://a.example/paper.pdf
  Slides Welcome https://a.example/welcome.odp
  Recording Video recording (WebM) https://a.example/welcome.webm
  Other Submit feedback https://a.example/feedback
  "Opening & more.\n\n- News\n- Questions (https://a.example/q)"
2021-02-06 2021-02-06T23:30 2021-02-07T00:30 Rust & <Friends>
  Hall 1, , Ada Lovelace & Günther Groß
  11796 Hall 1 2021-02-06T23:30
  "One\nTwo"
2021-02-06 2021-02-07T00:30 2021-02-07T01:00 Night
  Hall 1, , 
  11797 Hall 1 2021-02-07T00:30
"#,
    );
}

#[test]
fn reads_a_file_with_days_and_dates_in_utc() {
    let page = "https://camp.example";
    check_file(
        WAFER,
        "Coast Camp",
        "Asia/Kolkata",
        page,
        r#"2023-09-10 2023-09-10T01:30Z 2023-09-10T05:00Z Breakfast (service)
  Sea, , 
  455d075f-0001
  Page  https://camp.example/schedule/breakfast/
2023-09-10 2023-09-10T18:30Z 2023-09-10T18:50Z Midnight
  Sea, Other, 
  455d075f-0002
  Recording  https://a.example/v/35
  "We'll [meet](https://a.example) there.\n\n- 1\n- 2"
2023-09-11 2023-09-11T02:00Z 2023-09-11T02:30Z Morning run
  Sea, , 
  455d075f-0003
"#,
    );
}

#[test]
fn knows_the_days_in_utc_without_the_zone_too() {
    let text = WAFER.replace("time_zone_name", "zone");
    let days: Vec<_> = read(&text, &Database)
        .sessions
        .iter()
        .map(|s| s.day.expect("a day").day())
        .collect();
    assert_eq!(days, [10, 10, 11]);
}

#[test]
fn reads_a_file_that_was_merged_of_many() {
    let page = "https://fahrplan.example/2019/Fahrplan/";
    check_file(
        FRAB,
        "Winter Congress",
        "",
        page,
        r#"2019-12-27 2019-12-27T10:00Z 2019-12-27T10:30Z "Hacker hin oder her"
  Ada, CCC, bleeptrack & blinry
  6a32cb72
  Page  https://fahrplan.example/2019/Fahrplan/events/11223.html
  Slides Paper and Slides https://a.example/messaging.pdf
  Other  http://a.example
  Slides Deck https://fahrplan.example/attachments/1/deck.key
  "Keynote\n\nOne.\n\nTwo: Vec<T>. Three."
2019-12-27 2019-12-28T04:30Z ? Again
  Ada, , 
  6a32cb72 Ada 2019-12-28T04:30
2019-12-27 2019-12-27T14:00Z 2019-12-27T15:00Z Meetup
  Bar, , 
  1725 Bar 2019-12-27T14:00
  Recording  https://a.example/v.mp4
Entry(2) SameId Again
"#,
    );
}

/// An entry, in a day and a room of an event in Tokyo, and what is read of it.
fn check(entry: &str, expected: &str) {
    check_day(
        "date='2026-11-28'",
        &["<event id='1'>", entry, "</event>"].concat(),
        expected,
    );
}

fn check_day(day: &str, entries: &str, expected: &str) {
    let text = format!(
        "<schedule><conference><title>T</title><base_url>https://a.example/2026/</base_url>\
         <time_zone_name>Asia/Tokyo</time_zone_name></conference>\
         <day {day}><room name='A'>{entries}</room></day></schedule>"
    );
    let reading = read(&text, &Database);
    let mut out = String::new();
    for session in &reading.sessions {
        let day = session.day.map_or("?".into(), |day| day.to_string());
        let (start, end) = (time(session.start), time(session.end));
        write!(out, "{} {day} {start} {end};", session.title).expect("a string");
    }
    for unread in &reading.unread {
        write!(
            out,
            "{:?} {:?} {};",
            unread.place, unread.problem, unread.text
        )
        .expect("a string");
    }
    assert_eq!(out, expected, "{entries}");
}

#[test]
fn takes_in_what_has_no_time_and_tells_it() {
    check("<title>T</title>", "T 2026-11-28 ? ?;Entry(1) NoStart T;");
    check(
        "<title>T</title><start/><date/>",
        "T 2026-11-28 ? ?;Entry(1) NoStart T;",
    );
    check(
        "<title>T</title><start>soon</start>",
        "T 2026-11-28 ? ?;Entry(1) BadTime soon;",
    );
    let bad = "<title>T</title><date>soon</date><start>10:00</start>";
    check(
        bad,
        "T 2026-11-28 2026-11-28T10:00 ?;Entry(1) BadTime soon;",
    );
    check_day(
        "",
        "<event><title>T</title><start>10:00</start></event>",
        "T ? ? ?;Entry(1) NoStart T;",
    );
    check_day(
        "index='1'",
        "<event><title>T</title><date>2026-11-28T10:00:00+09:00</date></event>",
        "T ? 2026-11-28T01:00Z ?;",
    );
}

#[test]
fn a_room_that_is_cut_has_no_space_at_its_end() {
    let name = "a".repeat(199);
    let text = format!(
        "<schedule><day><room name='{name} b'><event><title>T</title></event></room></day></schedule>"
    );
    assert_eq!(read(&text, &Database).sessions[0].room, name);
}

#[test]
fn takes_in_nothing_without_a_title() {
    check(
        "<title> </title><subtitle>S</subtitle><start>10:00</start>",
        "Entry(1) NoTitle S;",
    );
    check("<abstract>a\nb</abstract>", "Entry(1) NoTitle a b;");
    check("", "Entry(1) NoTitle 1;");
    // Cut behind a space.
    let words = format!("{} b", "a".repeat(79));
    check(
        &format!("<subtitle>{words}</subtitle>"),
        &format!("Entry(1) NoTitle {};", "a".repeat(79)),
    );
    let long = "語".repeat(500);
    check(
        &format!("<subtitle>{long}</subtitle>"),
        &format!("Entry(1) NoTitle {};", "語".repeat(80)),
    );
}

#[test]
fn reads_times_in_every_form() {
    let start = "T 2026-11-28 2026-11-28T";
    for (fields, expected) in [
        ("<start>9:05</start>", "09:05 ?;"),
        ("<start>09:05:00</start>", "09:05 ?;"),
        ("<start>2026-11-28T09:05</start>", "09:05 ?;"),
        ("<date>2026-11-28</date><start>09:05</start>", "09:05 ?;"),
        ("<date>2026-11-28T09:05:00</date>", "09:05 ?;"),
        ("<date>2026-11-28T09:05:00+09:00</date>", "00:05Z ?;"),
        (
            "<date>2026-11-28T00:05:00Z</date><start>09:05</start>",
            "00:05Z ?;",
        ),
        (
            "<start>09:05</start><duration>00:30</duration>",
            "09:05 2026-11-28T09:35;",
        ),
        (
            "<start>09:05</start><duration>0:30:00</duration>",
            "09:05 2026-11-28T09:35;",
        ),
        (
            "<start>09:05</start><duration>30</duration>",
            "09:05 2026-11-28T09:35;",
        ),
        (
            "<start>09:05</start><duration>26:00</duration>",
            "09:05 2026-11-29T11:05;",
        ),
        ("<start>09:05</start><duration>00:00</duration>", "09:05 ?;"),
        (
            "<start>09:05</start><duration>PT1H</duration>",
            "09:05 ?;Entry(1) BadTime PT1H;",
        ),
        (
            "<start>09:05</start><duration>-0:30</duration>",
            "09:05 ?;Entry(1) BadTime -0:30;",
        ),
        (
            "<start>09:05</start><end>10:00</end>",
            "09:05 2026-11-28T10:00;",
        ),
        (
            "<start>09:05</start><end>00:30</end>",
            "09:05 2026-11-29T00:30;",
        ),
        (
            "<start>09:05</start><end>2026-11-28T10:00</end>",
            "09:05 2026-11-28T10:00;",
        ),
        (
            "<start>09:05</start><end>2026-11-28T10:00+09:00</end>",
            "09:05 2026-11-28T01:00Z;",
        ),
        (
            "<start>09:05</start><end>2026-11-28T09:00</end>",
            "09:05 ?;Entry(1) EndBeforeStart 2026-11-28T09:00;",
        ),
        (
            "<start>09:05</start><duration/><end>2026-11-28T09:05</end>",
            "09:05 ?;",
        ),
    ] {
        check(
            &["<title>T</title>", fields].concat(),
            &[start, expected].concat(),
        );
    }
    check(
        "<title>T</title><start>25:30</start>",
        "T 2026-11-28 2026-11-29T01:30 ?;",
    );
}

/// A title, a date and a start each.
fn entries(entries: &[(&str, &str)]) -> String {
    let entry = |(date, start): &(&str, &str)| {
        format!("<event><title>T</title><date>{date}</date><start>{start}</start></event>")
    };
    entries.iter().map(entry).collect()
}

#[test]
fn puts_what_is_after_midnight_into_the_day_before() {
    let day = "date='2026-11-28' start='2026-11-28T04:00:00+09:00'";
    check_day(
        day,
        &entries(&[("", "02:00"), ("", "05:00")]),
        "T 2026-11-28 2026-11-29T02:00 ?;T 2026-11-28 2026-11-28T05:00 ?;",
    );
    // Without a start of the day: where it goes on after a later one.
    check_day(
        "date='2026-11-28'",
        &entries(&[("", "05:00"), ("", "23:00"), ("", "01:00"), ("", "02:00")]),
        "T 2026-11-28 2026-11-28T05:00 ?;T 2026-11-28 2026-11-28T23:00 ?;\
         T 2026-11-28 2026-11-29T01:00 ?;T 2026-11-28 2026-11-29T02:00 ?;",
    );
    // A day that is said to begin late does not take the morning from itself.
    check_day(
        "date='2026-11-28' start='2026-11-28T11:00:00+09:00'",
        &entries(&[("", "09:00")]),
        "T 2026-11-28 2026-11-28T09:00 ?;",
    );
    check_day(
        day,
        &entries(&[("2026-11-29T05:30:00+09:00", "05:30")]),
        "T 2026-11-28 2026-11-28T20:30Z ?;",
    );
}

#[test]
fn believes_the_time_more_than_the_day() {
    // Days in UTC: those of Tokyo begin in the day before, those of New York in the same.
    check_day(
        "date='2026-11-27' start='2026-11-27T15:00:00Z'",
        &entries(&[("2026-11-28T00:30:00Z", "09:30")]),
        "T 2026-11-28 2026-11-28T00:30Z ?;",
    );
    check_day(
        "date='2026-11-28' start='2026-11-28T00:00:00Z'",
        &entries(&[("2026-11-28T15:30:00Z", "00:30")]),
        "T 2026-11-28 2026-11-28T15:30Z ?;",
    );
    check_day(
        "date='2026-11-27' start='2026-11-27T15:00:00Z'",
        "<event><title>T</title></event>",
        "T 2026-11-28 ? ?;Entry(1) NoStart T;",
    );
    // Days that were copied and not changed.
    check_day(
        "date='2026-11-20'",
        &entries(&[("2026-11-28T09:00:00+09:00", "09:00")]),
        "T 2026-11-28 2026-11-28T00:00Z ?;",
    );
    check_day(
        "date='28.11.2026'",
        &entries(&[("2026-11-28T09:00:00+09:00", "")]),
        "T ? 2026-11-28T00:00Z ?;",
    );
}
