//! Whatever is in a text, it is read, and what comes out is no more than what went in.

use proptest::prelude::*;

use super::Database;
use crate::timetable::json;
use crate::timetable::tests::changes_nothing_again;

const FIXTURES: [&str; 6] = [
    include_str!("../fixtures/frab.json"),
    include_str!("../fixtures/schedule2.json"),
    include_str!("../fixtures/dreamkast.json"),
    include_str!("../fixtures/fortee.json"),
    include_str!("../fixtures/sessionize_all.json"),
    include_str!("../fixtures/sessionize_grid.json"),
];

/// What stands in such files, right and wrong, to be put anywhere.
const PIECES: [&str; 22] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "null",
    "true",
    "-1",
    "1e9",
    "\"a\"",
    "あ",
    "{\"title\":",
    "\"startsAt\":",
    "\"2026-11-28T10:00:00+09:00\"",
    "\"00:00\"",
    "\u{0}",
    "&#",
    "<br",
];

fn check_bounds(text: &str) {
    let Some(reading) = json::read(text, &Database) else {
        return;
    };
    let mut titles = 0;
    for session in &reading.sessions {
        assert!(!session.title.is_empty());
        assert_eq!(session.title.trim(), session.title);
        assert!(!session.about.contains(['\r', '\t', '\0']));
        assert!(session.start.is_some() || session.end.is_none());
        titles += session.title.len() + session.about.len();
    }
    assert!(titles <= text.len() * 2);
    assert!(changes_nothing_again(&reading.sessions), "{text:?}");
    assert!(reading.unread.len() <= text.len());
    for unread in &reading.unread {
        assert!(unread.text.chars().count() <= 100);
    }
    let mut ids: Vec<_> = reading
        .sessions
        .iter()
        .map(|session| &session.source_id)
        .collect();
    ids.retain(|id| !id.is_empty());
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all, "each id is of one session");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn reads_anything(text in ".{0,200}") {
        check_bounds(&text);
    }

    #[test]
    fn reads_what_is_put_together(pieces in prop::collection::vec(0..PIECES.len(), 0..60)) {
        let text: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
        check_bounds(&text);
        check_bounds(&["{\"conference\":{},\"events\":[{\"title\":\"", &text].concat());
    }

    #[test]
    fn reads_what_is_changed(
        which in 0..FIXTURES.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..40_usize, 0..PIECES.len()), 1..6),
    ) {
        let mut text = String::from(FIXTURES[which]);
        for (at, length, piece) in changes {
            let ends: Vec<_> = text.char_indices().map(|(end, _)| end).collect();
            if ends.is_empty() {
                break;
            }
            let from = at.index(ends.len());
            let to = (from + length).min(ends.len() - 1);
            text.replace_range(ends[from]..ends[to], PIECES[piece]);
        }
        check_bounds(&text);
    }
}
