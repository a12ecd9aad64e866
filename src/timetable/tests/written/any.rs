//! What holds for any text: it is read without a panic, and nothing grows.

use proptest::prelude::*;

use super::HINT;
use crate::domain::{Date, Moment, Session};
use crate::timetable::tests::changes_nothing_again;
use crate::timetable::{Problem, written};

const FIXTURES: [&str; 3] = [
    include_str!("../fixtures/evening.md"),
    include_str!("../fixtures/two-days.txt"),
    include_str!("../fixtures/spreadsheet.csv"),
];

fn is_clean(text: &str, kept: &str) -> bool {
    text.trim() == text && !text.chars().any(|c| c.is_control() && !kept.contains(c))
}

fn is_sound(session: &Session) -> bool {
    let names = session
        .speakers
        .iter()
        .all(|name| !name.is_empty() && is_clean(name, ""));
    let fields = [
        &session.title,
        &session.room,
        &session.track,
        &session.source_id,
    ];
    let times = match (session.start, session.end) {
        (Some(Moment::Wall(start)), Some(Moment::Wall(end))) => start <= end,
        (Some(Moment::Instant(start)), Some(Moment::Instant(end))) => start <= end,
        (_, end) => end.is_none(),
    };
    names
        && times
        && !session.title.is_empty()
        && fields.iter().all(|text| is_clean(text, ""))
        && is_clean(&session.about, "\n")
}

fn holds(text: &str) {
    for hint in [None, Date::parse(HINT), Date::parse("9999-12-31")] {
        let Some(reading) = written::read(text, hint) else {
            continue;
        };
        assert!(reading.sessions.iter().all(is_sound), "{text:?}");
        assert!(changes_nothing_again(&reading.sessions), "{text:?}");
        assert!(
            reading
                .unread
                .iter()
                .all(|it| it.text.chars().count() <= 80)
        );
        let length = |it: &Session| it.title.len() + it.about.len() + it.speakers.concat().len();
        let total: usize = reading.sessions.iter().map(length).sum();
        assert!(total <= text.len() * 4 + 1_000, "{total} {text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        holds(&text);
    }

    #[test]
    fn any_marks_are_read(text in "[0-9:：～|,;\"\t\n\r\\[\\]()（）/／@＠<&#* 月日時午後間titleさん]{0,120}") {
        holds(&format!("10:00 {text}"));
    }

    #[test]
    fn any_damage_is_read(which in 0..3_usize, at in 0.0..1.0, length in 0..40_usize, put in "\\PC{0,6}|[\n\t\"|,]{0,3}") {
        let chars: Vec<char> = FIXTURES[which].chars().collect();
        let at = (chars.len() as f64 * at) as usize;
        let (before, after) = (&chars[..at], &chars[(at + length).min(chars.len())..]);
        holds(&[String::from_iter(before), put, String::from_iter(after)].concat());
    }
}

#[test]
fn stops_where_no_programme_goes_on() {
    let read = |text: &str| written::read(text, None).expect("a programme");
    let many = read(&"10:00 A\n".repeat(10_001));
    assert_eq!(many.sessions.len(), 10_000);
    assert_eq!(many.unread[0].problem, Problem::TooMany);
    let long = read(&["10:00 A\n", &"\n".repeat(60_000), "11:00 B"].concat());
    assert_eq!(long.unread[0].problem, Problem::TooMany);
    let wide = read(&["time,title\n10:00,A", &",x".repeat(1_000)].concat());
    assert_eq!(wide.sessions.len(), 1);
}
