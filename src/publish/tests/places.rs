//! What each place of publication is given before the first section, and the name of its file.

use super::super::{Target, print, print_body, read};
use crate::domain::{Date, Days, Event, EventId, Head, Kind, file_name};
use crate::publish::check as look_through;

fn event() -> Event {
    let mut event = Event::new(EventId::from_bits(1), "雲会議");
    event.report.title = "雲会議 \"2026\" 参加レポ".into();
    event.report.emoji = "🎈".into();
    event.report.topics = vec!["rust".into(), "wasm".into()];
    event
}

#[track_caller]
fn check(target: Target, event: &Event, expected: &str) {
    let printed = print(target, event, "## 題\n");
    assert_eq!(printed, format!("{expected}## 題\n"), "{target:?}");
    // Opened again and printed again, it is the same.
    let opened = read(&printed);
    let mut again = event.clone();
    opened.put_head("", &mut again.report);
    assert_eq!(
        print(target, &again, &opened.sections.concat()),
        printed,
        "{target:?}"
    );
}

#[test]
fn each_place_has_its_head() {
    let event = event();
    check(
        Target::Zenn,
        &event,
        "---\ntitle: \"雲会議 \\\"2026\\\" 参加レポ\"\nemoji: \"🎈\"\ntype: \"tech\"\n\
         topics: [\"rust\", \"wasm\"]\npublished: false\n---\n\n",
    );
    check(
        Target::Qiita,
        &event,
        "---\ntitle: \"雲会議 \\\"2026\\\" 参加レポ\"\ntags: [\"rust\", \"wasm\"]\nprivate: false\n\
         updated_at: \"\"\nid: null\norganization_url_name: null\nslide: false\n\
         ignorePublish: false\n---\n\n",
    );
    check(Target::GitHub, &event, "# 雲会議 \"2026\" 参加レポ\n\n");
    check(Target::Note, &event, "# 雲会議 \"2026\" 参加レポ\n\n");
    check(Target::CommonMark, &event, "# 雲会議 \"2026\" 参加レポ\n\n");
    check(
        Target::Hatena,
        &event,
        "---\nTitle: \"雲会議 \\\"2026\\\" 参加レポ\"\nCategory: [\"rust\", \"wasm\"]\nDraft: true\n---\n\n",
    );
    check(
        Target::DevTo,
        &event,
        "---\ntitle: \"雲会議 \\\"2026\\\" 参加レポ\"\npublished: false\ntags: \"rust, wasm\"\n---\n\n",
    );
    check(
        Target::HackMd,
        &event,
        "---\ntitle: \"雲会議 \\\"2026\\\" 参加レポ\"\ntags: \"rust, wasm\"\n---\n\n",
    );
}

/// An article that is published keeps what ties it to the page it is.
#[test]
fn a_file_of_the_place_keeps_its_head() {
    let zenn = "---\ntitle: \"前の題\"\nemoji: \"🎈\"\ntype: idea # 考え\ntopics:\n  - rust\npublished: true\n\
                publication_name: cloud\n---\n\n## 題\n";
    let mut event = event();
    read(zenn).put_head("", &mut event.report);
    check(
        Target::Zenn,
        &event,
        zenn.strip_suffix("## 題\n").unwrap_or_default(),
    );
    event.report.title = "後の題".into();
    event.report.topics.push("wasm".into());
    check(
        Target::Zenn,
        &event,
        "---\ntitle: \"後の題\"\nemoji: \"🎈\"\ntype: idea # 考え\ntopics: [\"rust\", \"wasm\"]\npublished: true\n\
         publication_name: cloud\n---\n\n",
    );
    let qiita = "---\ntitle: 題\ntags:\n  - Rust\nprivate: false\nupdated_at: '2026-04-17'\nid: 0123\n\
                 organization_url_name: null\nslide: false\nignorePublish: false\n---\n## 題\n";
    read(qiita).put_head("", &mut event.report);
    check(
        Target::Qiita,
        &event,
        qiita.strip_suffix("## 題\n").unwrap_or_default(),
    );
    // Elsewhere it is nobody's, but for what it does not speak of.
    check(
        Target::Zenn,
        &event,
        "---\ntitle: \"題\"\ntype: \"idea\"\ntopics: [\"Rust\"]\npublished: false\n---\n\n",
    );
}

#[test]
fn a_title_is_said_once() {
    let mut event = event();
    event.report.title = "題".into();
    let printed = print(Target::GitHub, &event, "# 題\n\n本文\n");
    assert_eq!(printed, "# 題\n\n本文\n");
    event.report.head = Head::FrontMatter;
    let printed = print(Target::GitHub, &event, "## 話\n");
    assert_eq!(printed, "# 題\n\n## 話\n");
}

#[test]
fn the_file_has_the_name_that_the_place_takes() {
    let check = |name: &str, day: Option<&str>, expected: &str| {
        let mut event = Event::new(EventId::from_bits(1), name);
        let day = day.and_then(Date::parse);
        event.days = day.map(|day| Days::new(day, day));
        assert_eq!(Target::Zenn.file_name(&event), expected);
        assert_eq!(Target::Qiita.file_name(&event), file_name(&event));
    };
    check("Kumo Kaigi", Some("2026-04-17"), "kumo-kaigi-20260417.md");
    check("雲会議", Some("2026-04-17"), "trip-report-20260417.md");
    check("雲会議 #2", None, "trip-report-2.md");
    check("雲会議", None, "conference-report.md");
    check(
        "a very long name of a conference in the clouds above us",
        Some("2026-04-17"),
        "a-very-long-name-of-a-conference-in-the-clouds-abo.md",
    );
    check("Rust_夕べ", Some("2026-04-17"), "rust_-20260417.md");
}

#[test]
fn a_slug_is_the_name_if_the_place_takes_it() {
    let mut event = Event::new(EventId::from_bits(1), "Kumo Kaigi 2026");
    let mut name = |slug: &str| {
        event.report.slug = slug.into();
        assert_eq!(Target::Qiita.file_name(&event), file_name(&event));
        Target::Zenn.file_name(&event)
    };
    assert_eq!(name(" my-first-report "), "my-first-report.md");
    for wrong in ["", "short", "../../my-first-report", "雲"] {
        assert_eq!(name(wrong), "kumo-kaigi-2026.md", "{wrong}");
    }
}

#[test]
fn zenn_is_told_the_kind() {
    let mut event = event();
    event.report.kind = Kind::Idea;
    let printed = print(Target::Zenn, &event, "");
    assert!(printed.contains("\ntype: \"idea\"\n"), "{printed}");
    let file = "---\ntitle: \"題\"\ntype: tech\ntopics: []\n---\n";
    read(file).put_head("", &mut event.report);
    event.report.kind = Kind::Idea;
    let printed = print(Target::Zenn, &event, "");
    assert!(printed.contains("\ntype: \"idea\"\n"), "{printed}");
}

#[test]
fn a_place_is_found_by_its_name() {
    for target in Target::ALL {
        assert_eq!(Target::named(target.name()), target);
    }
    assert_eq!(Target::named("nowhere"), Target::AsWritten);
}

/// Each box is read on its way in: of a hostile file the innermost are text.
#[test]
fn boxes_in_boxes_in_boxes_are_printed() {
    let depth = 20_000;
    let text = "<details><summary>a</summary>\n".repeat(depth) + &"</details>\n".repeat(depth);
    for target in Target::ALL {
        assert!(print_body(target, &text).len() >= depth);
    }
}

/// Each would take minutes if its length counted twice.
#[test]
fn long_texts_are_printed_in_time() {
    for text in [
        "h".repeat(200_000),
        "^[a]".repeat(10_000),
        "<1<".repeat(50_000),
    ] {
        assert!(print_body(Target::Qiita, &text).len() >= text.len() / 4);
        let findings = look_through(Target::Zenn, &event(), &[&text]);
        assert!(findings.len() < text.len());
    }
}

#[test]
fn a_wide_margin_is_not_repeated_for_every_line_of_an_alert() {
    let alert = "> [!NOTE]\n".to_owned() + &"a\n".repeat(5000);
    for target in Target::ALL {
        let wide = "- ".repeat(1000) + &alert;
        assert!(print_body(target, &wide).len() < 3 * wide.len());
        // A full-width space begins a line of words.
        let narrow = "- > [!NOTE]\n  > \u{3000}字下げ\n";
        assert!(print_body(target, narrow).contains("\u{3000}字下げ"));
    }
}
