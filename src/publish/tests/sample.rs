//! The sample shows what the editor can do, in both languages alike.

use crate::markdown;
use crate::publish::{Target, is_sample, print, sample, sample_file};
use crate::text::Language;

const FILES: [(Language, &str); 2] = [
    (Language::Japanese, include_str!("../../text/sample-ja.md")),
    (Language::English, include_str!("../../text/sample-en.md")),
];

#[test]
fn it_shows_every_kind_of_thing() {
    for (language, file) in FILES {
        for kind in [
            "- [ ] ",
            "- [x] ",
            "\n```rust\n",
            "| --- |",
            "\n> ",
            "> [!TIP]\n",
            "[^path]\n",
            "[^path]: ",
            "**",
            "](https://",
            "\n#### ",
            "\n1. ",
            "`",
            " *",
        ] {
            assert!(file.contains(kind), "{language:?} lacks {kind:?}");
        }
    }
}

#[test]
fn it_is_a_whole_report() {
    let samples = FILES.map(|(language, file)| sample(language, file, 1));
    for (event, sections) in &samples {
        assert!(is_sample(event));
        assert_eq!(event.report.emoji, "🌊");
        assert_eq!(event.report.topics.len(), 4);
        let (own, report) = sections.split_last().expect("it has sections");
        assert!(own.starts_with("## "), "the last one stands for itself");
        let text = print(Target::AsWritten, event, &report.concat());
        let characters = markdown::characters(&text);
        assert!((2_000..=3_000).contains(&characters), "{characters}");
    }
    let count = |of: usize| samples[of].1.len();
    assert_eq!(count(0), count(1));
}

#[test]
fn it_is_an_event_like_any_other_under_another_name() {
    let (mut event, _) = sample(Language::English, "", 1);
    event.name = "Kumo Kaigi".into();
    assert!(!is_sample(&event));
}

#[test]
fn its_files_are_those_beside_the_page() {
    let page = include_str!("../../../index.html");
    for (language, _) in FILES {
        let link = format!("href=\"src/text/{}\"", sample_file(language));
        assert!(page.contains(&link), "{link}");
    }
}
