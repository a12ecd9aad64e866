//! Links, names and kinds of the entries of `schedule.xml`.

use super::super::Problem;
use super::super::frab_xml::read;
use super::Database;
use crate::domain::Session;

fn sessions(base: &str, entries: &str) -> Vec<Session> {
    let start = "<schedule><conference><base_url>";
    let text = [
        start,
        base,
        "</base_url></conference><day><room name='A'>",
        entries,
    ]
    .concat();
    read(&text, &Database).sessions
}

/// The links of an entry with these fields.
fn check(fields: &str, expected: &[&str]) {
    let entry = ["<event><title>T</title>", fields, "</event>"].concat();
    let sessions = sessions("https://a.example/b/c", &entry);
    let links = sessions[0].links.iter();
    let links: Vec<_> = links
        .map(|link| format!("{:?} {}|{}", link.kind, link.title, link.address))
        .collect();
    assert_eq!(links, expected, "{fields}");
}

#[test]
fn knows_the_page() {
    check(
        "<url>https://b.example/1</url>",
        &["Page |https://b.example/1"],
    );
    check("<url>/1</url>", &["Page |https://a.example/1"]);
    check(
        "<url> 1.html\n</url>",
        &["Page |https://a.example/b/1.html"],
    );
    check("<url>//b.example/1</url>", &["Page |https://b.example/1"]);
    check(
        "<url/><origin_url>https://b.example</origin_url>",
        &["Page |https://b.example"],
    );
    check(
        "<url>/1</url><origin_url>https://b.example</origin_url>",
        &["Page |https://a.example/1"],
    );
    check("<feedback_url>https://b.example</feedback_url>", &[]);
}

#[test]
fn knows_recordings() {
    let twice = "<recording><url>https://b.example/v</url></recording>\
                 <video_download_url>https://b.example/v</video_download_url>";
    check(twice, &["Recording |https://b.example/v"]);
    check(
        "<recording><link>/v</link></recording>",
        &["Recording |https://a.example/v"],
    );
    check(
        "<recording><license>CC</license><optout>false</optout></recording>",
        &[],
    );
}

#[test]
fn tells_slides_from_other_links() {
    for (link, expected) in [
        (
            "<link href='https://b.example/1.pdf?x#y'>P</link>",
            "Slides P|https://b.example/1.pdf?x#y",
        ),
        (
            "<link href='https://b.example'>My SLIDES</link>",
            "Slides My SLIDES|https://b.example",
        ),
        (
            "<link href='https://b.example'>発表資料</link>",
            "Slides 発表資料|https://b.example",
        ),
        (
            "<link href='https://speakerdeck.com/a'>a</link>",
            "Slides a|https://speakerdeck.com/a",
        ),
        (
            "<link href='https://b.example/1.mp4'>a</link>",
            "Recording a|https://b.example/1.mp4",
        ),
        (
            "<link href='https://b.example'>Video of it</link>",
            "Recording Video of it|https://b.example",
        ),
        (
            "<link type='paper' href='https://b.example/1.pdf'>P</link>",
            "Other P|https://b.example/1.pdf",
        ),
        (
            "<link type='slides' href='https://b.example'>P</link>",
            "Slides P|https://b.example",
        ),
        (
            "<link href='https://b.example'>Code</link>",
            "Other Code|https://b.example",
        ),
        (
            "<link href='https://b.example'/>",
            "Other |https://b.example",
        ),
        (
            "<link href='https://b.example'>https://b.example</link>",
            "Other |https://b.example",
        ),
        ("<link>https://b.example</link>", "Other |https://b.example"),
        (
            "<link href='b.example/1'>C</link>",
            "Other C|https://b.example/1",
        ),
        (
            "<link href='www.b.example'>C</link>",
            "Other C|https://www.b.example",
        ),
        (
            "<link href='mailto:b@b.example'>C</link>",
            "Other C|mailto:b@b.example",
        ),
        (
            "<link href='1?a=b&amp;c'>C</link>",
            "Other C|https://a.example/b/1?a=b&c",
        ),
    ] {
        check(&["<links>", link, "</links>"].concat(), &[expected]);
        let attachment = link.replace("link", "attachment");
        check(
            &["<attachments>", &attachment, "</attachments>"].concat(),
            &[expected],
        );
    }
    check("<links><link/></links><attachments/>", &[]);
    let missing =
        "<attachments><attachment href='/x/original/missing.png'>Slides</attachment></attachments>";
    check(missing, &[]);
}

#[test]
fn leaves_addresses_as_they_are_without_a_base() {
    let sessions = sessions("", "<event><title>T</title><url>/1</url></event>");
    assert_eq!(sessions[0].links[0].address, "/1");
}

#[test]
fn keeps_names_apart() {
    let event = |attributes: &str, start: &str| {
        format!("<event {attributes}><title>T</title><date>2026-11-28T{start}</date></event>")
    };
    let ids = |entries: &str| -> Vec<_> {
        sessions("", entries)
            .into_iter()
            .map(|session| session.source_id)
            .collect()
    };
    assert_eq!(ids(&event("id='1' guid='g'", "10:00")), ["g"]);
    assert_eq!(ids(&event("code='C'", "10:00Z")), ["C A 2026-11-28T10:00"]);
    assert_eq!(ids(&event("", "10:00")), [""]);
    let two =
        event("guid='g'", "10:00") + &event("guid='g'", "11:00") + &event("guid='g'", "11:00");
    assert_eq!(
        ids(&two),
        ["g", "g A 2026-11-28T11:00", "g A 2026-11-28T11:00 3"]
    );
    let two = event("id='1'", "10:00") + &event("id='1'", "11:00");
    assert_eq!(ids(&two), ["1 A 2026-11-28T10:00", "1 A 2026-11-28T11:00"]);
}

#[test]
fn knows_breaks() {
    let is_service = |fields: &str| sessions("", &["<event>", fields].concat())[0].is_service;
    for title in [
        "Lunch",
        "Coffee break",
        "Opening Ceremony",
        "REGISTRATION &amp; Coffee",
        "休憩",
    ] {
        assert!(
            is_service(&["<title>", title, "</title>"].concat()),
            "{title}"
        );
    }
    for title in ["Break the web", "Opening keynote", "Lunch and learn"] {
        assert!(
            !is_service(&["<title>", title, "</title>"].concat()),
            "{title}"
        );
    }
    assert!(is_service("<title>See you there</title><type>Break</type>"));
    assert!(!is_service(
        "<title>Opening</title><persons><person>A</person></persons>"
    ));
}

#[test]
fn knows_speakers_however_they_are_written() {
    let speakers = |fields: &str| {
        sessions("", &["<event><title>T</title>", fields].concat())[0]
            .speakers
            .clone()
    };
    assert_eq!(
        speakers("<persons><person id='1'>A</person><person/><person>B</person></persons>"),
        ["A", "B"]
    );
    assert_eq!(speakers("<persons><person name='A'/></persons>"), ["A"]);
    assert_eq!(
        speakers("<persons><person><name>A</name>\n<family>B</family></person></persons>"),
        ["A B"]
    );
    assert_eq!(
        speakers("<speakers><speaker>A</speaker></speakers><person>B</person>"),
        ["A", "B"]
    );
    assert!(speakers("<persons/>").is_empty());
}

#[test]
fn reads_abstracts_that_are_not_escaped() {
    let entry = "<event><title>A <b>b</b> c</title><abstract><p class='x'>One <i>two</i></p><p>Three</p></abstract>";
    let session = &sessions("", entry)[0];
    assert_eq!(
        (&*session.title, &*session.about),
        ("A b c", "One two\n\nThree")
    );
    let broken =
        "<event><title>T</title><abstract>a<br>b<p>c</abstract><track>No Track</track></event>";
    let session = &sessions("", broken)[0];
    assert_eq!((&*session.about, &*session.track), ("a\nb\n\nc", ""));
}

#[test]
fn tells_of_a_zone_that_is_not_known() {
    let text = "<schedule><conference><acronym>a</acronym><time_zone_name>Berlin</time_zone_name></conference>";
    let reading = read(text, &Database);
    assert_eq!((&*reading.title, &*reading.zone), ("a", ""));
    assert_eq!(reading.unread[0].problem, Problem::UnknownZone);
}
