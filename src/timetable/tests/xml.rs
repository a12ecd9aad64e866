//! XML as it is found: what is well nested, what is not, and what is hostile.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::frab_xml::read;
use super::super::references::decode;
use super::super::xml::{Event, Xml};
use super::super::{Place, Problem};
use super::{Database, changes_nothing_again};

/// The events as a text that is well nested, and where it was broken or too deep.
fn nested(text: &str) -> (String, Option<usize>, Option<usize>) {
    let mut xml = Xml::new(text);
    let mut out = String::new();
    while let Some(event) = xml.next() {
        match event {
            Event::Start {
                name,
                attributes,
                parent,
            } => {
                let value = attributes.get("a");
                out.extend([
                    parent,
                    "<",
                    name,
                    if value.is_empty() { "" } else { " " },
                    &value,
                    ">",
                ]);
            }
            Event::End { name, parent } => out.extend(["</", name, ">", parent]),
            Event::Text(text) => decode(text, &mut out),
            Event::Data(text) => out.extend(["[", text, "]"]),
        }
    }
    (out, xml.broken, xml.too_deep)
}

fn check(text: &str, expected: &str) {
    assert_eq!(nested(text), (expected.into(), None, None), "{text}");
}

fn check_broken(text: &str, expected: &str, at: usize) {
    assert_eq!(nested(text), (expected.into(), Some(at), None), "{text}");
}

#[test]
fn reads_elements_and_text() {
    check("", "");
    check("words", "words");
    check("<a>b<c/>d</a>", "<a>ba<c></c>ad</a>");
    check("<a\n>b</a\n >", "<a>b</a>");
    check("<x:a xmlns:x='y'><x:b/></x:a>", "<a>a<b></b>a</a>");
    check("<日本>語</日本>", "<日本>語</日本>");
    check(
        "\u{feff}<?xml version='1.0'?><a/><?x > ?>",
        "\u{feff}<a></a>",
    );
    // The text was decoded before.
    check("<?xml encoding='Shift_JIS'?>語", "語");
}

#[test]
fn reads_attributes() {
    check("<x a='1'/>", "<x 1></x>");
    check("<x b=\"a='2'\" a = \"1\" c=''/>", "<x 1></x>");
    check("<x a=1 b=2></x>", "<x 1></x>");
    check("<x a='b > c / d'/>", "<x b > c / d></x>");
    check("<x a='&amp;&quot;&#233;&lol;\n b'/>", "<x &\"é&lol; b></x>");
    check("<x aa='1' x:a='2'/>", "<x 2></x>");
    check(
        "<x a/><x a=/><x a=''/><x =/>",
        "<x></x><x></x><x></x><x></x>",
    );
}

#[test]
fn reads_references_and_data() {
    check("&lt;&gt;&amp;&quot;&apos;&#65;&#x42;", "<>&\"'AB");
    check("a & b &unknown; &", "a & b &unknown; &");
    check("<a><![CDATA[<b>&amp;]]]]></a>", "<a>[<b>&amp;]]]</a>");
    check("a<!-- <b> -- & -->c", "ac");
    check("a < b <3 <", "a < b <3 <");
    check("a <! b", "a <! b");
}

#[test]
fn passes_over_the_document_type() {
    check("<!DOCTYPE a><b/>", "<b></b>");
    check(
        "<!DOCTYPE a SYSTEM \"x>y\" [ <!ENTITY c ']>'> <!-- it's ]> --> ]><b>&c;</b>",
        "<b>&c;</b>",
    );
    let mut bomb = String::from("<!DOCTYPE a [<!ENTITY l0 'lol'>");
    for n in 1..30 {
        let value = format!("&l{};", n - 1).repeat(10);
        bomb += &format!("<!ENTITY l{n} '{value}'>");
    }
    check(&(bomb + "]><a>&l29;</a>"), "<a>&l29;</a>");
}

#[test]
fn nests_what_is_not_nested() {
    check_broken("<a><b>c</a>", "<a>a<b>c</b>a</a>", 7);
    check_broken("<a>b</c></a>", "<a>b</a>", 4);
    check_broken("<a><b></a></b>", "<a>a<b></b>a</a>", 6);
    check_broken("<a>b", "<a>b</a>", 4);
    check_broken("<a><b c='d<e/></a>", "<a>a<b>b<e></e>b</b>a</a>", 3);
    check_broken("<a b", "<a></a>", 0);
    check_broken("<a>b</a", "<a>b</a>", 4);
    check_broken("<a><!-- b", "<a></a>", 3);
    check_broken("<a><![CDATA[b", "<a>[b]</a>", 3);
    check_broken("<!DOCTYPE a [ <b/>", "", 0);
    // HTML that was not escaped has elements without ends.
    check(
        "<a>b<br>c<br/>d<br></br></a>",
        "<a>ba<br></br>aca<br></br>ada<br></br>a</a>",
    );
}

#[test]
fn nests_no_deeper_than_it_may() {
    let deep = "<a>".repeat(70) + "b" + &"</a>".repeat(70);
    let (out, broken, too_deep) = nested(&deep);
    assert_eq!(
        (out.matches("</a>").count(), broken, too_deep),
        (64, None, Some(64 * 3))
    );
    assert!(out.contains("<a>b</a>"));
    let deep = "<a>".repeat(64) + "<b/>" + &"</a>".repeat(64);
    assert_eq!(nested(&deep).2, Some(64 * 3));
}

/// What is told of a programme as a whole.
fn check_told(text: &str, sessions: usize, told: &[(Place, Problem, &str)]) {
    let reading = read(text, &Database);
    let is_of_all = |place| !matches!(place, Place::Entry(_));
    let unread: Vec<_> = reading
        .unread
        .iter()
        .filter(|unread| is_of_all(unread.place))
        .collect();
    let found: Vec<_> = unread
        .iter()
        .map(|unread| (unread.place, unread.problem, &*unread.text))
        .collect();
    assert_eq!(
        (reading.sessions.len(), &*found),
        (sessions, told),
        "{text}"
    );
}

#[test]
fn keeps_what_was_read_of_what_is_broken() {
    use Problem::*;
    let event = "<event><title>T</title></event>\n";
    let cut = "<schedule>\n<day>\n<room>\n<event><title>T</title>\n";
    check_told(
        cut,
        1,
        &[(Place::Line(4), Broken, "<event><title>T</title>")],
    );
    let crossed = [
        "<schedule><day><room>\n",
        event,
        "</day></room>\n<day>",
        event,
        "</day></schedule>",
    ]
    .concat();
    check_told(&crossed, 2, &[(Place::Line(3), Broken, "</day></room>")]);
    let open = "<schedule><event><title>T</title><event><title>U</title></event></schedule>";
    check_told(open, 2, &[(Place::Line(1), Broken, "</schedule>")]);
    let open =
        "<schedule><event><title>T</title><abstract>a<event><title>U</title></event></schedule>";
    check_told(open, 2, &[(Place::Line(1), Broken, "</schedule>")]);
    let deep = [
        "<schedule>\n",
        &"<x>".repeat(64),
        &"</x>".repeat(64),
        event,
        "</schedule>",
    ]
    .concat();
    let words = format!("<x>{}", "</x>".repeat(64));
    check_told(&deep, 1, &[(Place::Line(2), TooDeep, &words[..80])]);
}

#[test]
fn tells_what_is_no_programme() {
    use Problem::*;
    check_told("", 0, &[(Place::Whole, NotAProgramme, "")]);
    check_told("words", 0, &[(Place::Whole, NotAProgramme, "words")]);
    check_told("<html/>", 0, &[(Place::Whole, NotAProgramme, "<html/>")]);
    check_told("<schedule/>", 0, &[]);
    check_told("<event><title>T</title></event>", 1, &[]);
}

#[test]
fn takes_in_no_more_than_any_programme_has() {
    let text = "<event><title>T</title></event>".repeat(10_005);
    let reading = read(&text, &Database);
    assert_eq!(reading.sessions.len(), 10_000);
    let last = reading.unread.last().expect("it is told");
    assert_eq!(
        (last.place, last.problem),
        (Place::Entry(10_001), Problem::TooMany)
    );
}

/// Each takes longer than this if any step reads the text again for every mark in it.
#[test]
fn takes_time_in_proportion_to_the_text() {
    let marks = [
        "<",
        "<a",
        "<a ",
        "<a>",
        "</a>",
        "<a/>",
        "<a b='",
        "&",
        "<!--",
        "<![CDATA[",
        "<?",
        "<!D",
        "'",
        "\"",
        "[",
        "<link href='/a'/>",
        "<person>a</person>",
        "<x/>",
        "<!D[",
        "<event>",
        "<day date='",
        "=",
    ];
    for start in [
        "",
        "<schedule><event><title>T</title>",
        "<event><abstract>",
        "<!D [",
        "<event><x>",
        "<event><links>",
    ] {
        for mark in marks {
            let words = "words ".repeat(2_000);
            let text = [start, &words, &mark.repeat(20_000 / mark.len())].concat();
            let begin = Instant::now();
            read(&text, &Database);
            assert!(begin.elapsed() < Duration::from_secs(5), "{start} {mark}");
        }
    }
}

const PARTS: [&str; 38] = [
    "<schedule>",
    "</schedule>",
    "<conference>",
    "</conference>",
    "<day date='2026-11-28' start='2026-11-28T04:00Z'>",
    "</day>",
    "<room name='A'>",
    "</room>",
    "<event id='1' guid='2'>",
    "<event id='1'>",
    "</event>",
    "<title>T</title>",
    "<title>",
    "</title>",
    "<start>23:00</start>",
    "<start>01:00</start>",
    "<date>2026-11-28T10:00+09:00</date>",
    "<date>9999-12-31T23:59:00-23:59</date>",
    "<date>0001-01-01T00:00:00+23:59</date>",
    "<duration>99:59</duration>",
    "<end>00:00</end>",
    "<end>0001-01-01T00:00Z</end>",
    "<abstract>",
    "</abstract>",
    "&lt;p&gt;",
    "<p>",
    "<br>",
    "<links><link href='/a'>b</link></links>",
    "<base_url>https://a.example/b</base_url>",
    "<time_zone_name>Asia/Tokyo</time_zone_name>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<!DOCTYPE",
    "'",
    "語",
    "\n",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn reads_any_text(parts in prop::collection::vec((0..PARTS.len(), ".{0,2}"), 0..60)) {
        let text: String = parts.iter().flat_map(|(part, other)| [PARTS[*part], other]).collect();
        let reading = read(&text, &Database);
        let entries = text.matches("<event").count();
        prop_assert!(reading.sessions.len() <= entries);
        prop_assert!(reading.unread.len() <= 4 * entries + 4);
        prop_assert!(changes_nothing_again(&reading.sessions));
        for unread in &reading.unread {
            prop_assert!(unread.text.chars().count() <= 80);
        }
        for session in &reading.sessions {
            let texts = [&session.title, &session.room, &session.track, &session.source_id];
            prop_assert!(texts.iter().all(|text| !text.contains('\n')));
            let texts = texts.into_iter().chain([&session.about]);
            for text in texts {
                prop_assert_eq!(text.trim(), text);
                prop_assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
            }
            prop_assert!(!session.title.is_empty());
            prop_assert!(session.start.is_some() || session.end.is_none());
        }
    }

    #[test]
    fn nests_any_text(text in "[<>/a-c!?&;='\"\\[\\] \n-]{0,80}") {
        let (out, _, _) = nested(&text);
        // Each element is told with its name and that around it, twice.
        prop_assert!(out.len() <= 8 * text.len() + 8);
    }
}
