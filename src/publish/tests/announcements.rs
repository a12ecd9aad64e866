//! The post that says that a report is there.

use super::super::{LONGEST, announcement, weight, with_address};
use crate::domain::{Event, EventId};
use crate::text::Language::{self, English, Japanese};

fn event(title: &str, hashtag: &str) -> Event {
    let mut event = Event::new(EventId::from_bits(1), "雲会議");
    event.report.title = title.into();
    event.hashtag = hashtag.into();
    event
}

#[track_caller]
fn check(language: Language, title: &str, hashtag: &str, expected: &str) {
    assert_eq!(announcement(language, &event(title, hashtag)), expected);
}

#[test]
fn says_title_and_hashtag() {
    check(
        Japanese,
        "参加レポ",
        "kumo",
        "「参加レポ」を公開しました！\n#kumo\n",
    );
    check(
        English,
        "Trip report",
        "#kumo",
        "New post: Trip report\n#kumo\n",
    );
    check(Japanese, "題\nと", "", "「題 と」を公開しました！\n");
    check(Japanese, " ", "", "「雲会議」を公開しました！\n");
}

#[test]
fn the_address_stands_in_its_place() {
    let post = "題\n#kumo\n";
    let known = with_address(post, "", "https://a.example/");
    assert_eq!(known, "題\n#kumo\nhttps://a.example/");
    assert_eq!(
        with_address(&known, "https://a.example/", "b"),
        "題\n#kumo\nb"
    );
    assert_eq!(with_address(&known, "https://a.example/", ""), post);
    // What was written meanwhile stays.
    assert_eq!(with_address("前 a 後", "a", "b"), "前 b 後");
    assert_eq!(with_address("h\n#hash", "h", ""), "\n#hash");
    assert_eq!(with_address("#hash", "h", "x"), "#hash\nx");
    assert_eq!(with_address("前", "a", "b"), "前\nb");
    assert_eq!(with_address("", "", "b"), "b");
}

/// <https://docs.x.com/fundamentals/counting-characters>
#[test]
fn is_as_long_as_the_service_says() {
    for (text, expected) in [
        ("", 0),
        ("abc é\n", 6),
        ("日本語、カナ！", 14),
        ("ｱ", 2),
        ("か\u{3099}", 2),
        ("“quoted” – dash", 15),
        ("…", 2),
        ("👍", 2),
        ("👨‍👩‍👧‍👦", 2),
        ("👍🏽🇯🇵1️⃣", 6),
        ("https://a.example/", 23),
        (
            "https://a.example/a/very/long/path?with=a&query=of#some-length",
            23,
        ),
        ("見て https://a.example/。次", 5 + 23 + 4),
        ("(http://a.example)", 25),
        ("https://", 8),
        ("HTTPS://A.EXAMPLE https://localhost", 23 + 1 + 17),
    ] {
        assert_eq!(weight(text), expected, "{text}");
    }
}

#[test]
fn a_long_title_is_cut_where_a_letter_ends() {
    for title in [
        "あ".repeat(300),
        "a".repeat(300),
        "👨‍👩‍👧‍👦".repeat(200),
        "か\u{3099}".repeat(200),
        "e\u{301}".repeat(300),
        "https://a.example/ ".repeat(40),
    ] {
        for language in [Japanese, English] {
            let post = announcement(language, &event(&title, "kumokaigi"));
            let whole = with_address(&post, "", "https://a.example/the/report");
            let length = weight(&whole);
            assert!(
                (LONGEST - 30..=LONGEST).contains(&length),
                "{length}: {whole}"
            );
            let (shown, _) = post.split_once('…').expect("it is cut");
            let begun = shown
                .trim_start_matches("New post: ")
                .trim_start_matches('「');
            assert!(title.starts_with(begun));
            let next = &title[begun.len()..];
            assert!(
                !next.starts_with(['\u{200d}', '\u{3099}', '\u{301}']),
                "{whole}"
            );
        }
    }
    let fits = "あ".repeat(100);
    assert!(announcement(Japanese, &event(&fits, "")).contains(&fits));
}
