//! The report as it was written: the head that the person chose, then the sections to the byte.

use super::super::{Target, print};
use crate::domain::{Event, EventId, Head};

fn check(head: Head, title: &str, expected: &str) {
    let mut event = Event::new(EventId::from_bits(1), "雲会議");
    event.report.title = title.into();
    event.report.emoji = "🎈".into();
    event.report.topics = vec!["rust".into(), "wasm".into()];
    event.report.head = head;
    let texts = ["## 🎈 はじめに\n\n来た。\n\n", "## 🎈 おわりに\n"];
    let body = texts.concat();
    let file = print(Target::AsWritten, &event, &body);
    assert_eq!(file, format!("{expected}{body}"));
}

#[test]
fn a_heading_says_the_title_as_it_was_typed() {
    check(Head::Heading, "*雲*会議", "# \\*雲\\*会議\n\n");
    check(
        Head::FrontMatter,
        "*雲*会議",
        "---\ntitle: \"*雲*会議\"\nemoji: \"🎈\"\ntopics: [\"rust\", \"wasm\"]\n---\n\n",
    );
}

#[test]
fn the_title_stands_where_the_person_chose() {
    check(Head::Heading, "雲会議 参加レポ", "# 雲会議 参加レポ\n\n");
    check(Head::Heading, "", "");
    check(Head::Heading, "二\n行", "# 二 行\n\n");
    check(
        Head::FrontMatter,
        "雲会議 参加レポ",
        "---\ntitle: \"雲会議 参加レポ\"\nemoji: \"🎈\"\ntopics: [\"rust\", \"wasm\"]\n---\n\n",
    );
}

#[test]
fn nothing_breaks_out_of_the_front_matter() {
    check(
        Head::FrontMatter,
        "a \"b\" \\ : # \u{7f}",
        "---\ntitle: \"a \\\"b\\\" \\\\ : # \\u007f\"\nemoji: \"🎈\"\ntopics: [\"rust\", \"wasm\"]\n---\n\n",
    );
}
