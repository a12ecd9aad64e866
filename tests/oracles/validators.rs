//! What the sites' own tools say of a file before they take it: zenn-model, which zenn-cli asks,
//! and qiita-cli.

use sankarepo::domain::{Event, EventId};
use sankarepo::publish::{Finding, Rule, Target, Weight, check, print};
use serde::Deserialize;

use crate::node::Script;

#[derive(Debug, Deserialize, PartialEq)]
struct Complaint {
    /// The name of zenn-model's check, or the words of qiita-cli.
    r#type: String,
    /// Whether the file is refused.
    error: bool,
}

struct Validators(Script);

impl Validators {
    fn start() -> Self {
        let packages = ["zenn-model", "@qiita/qiita-cli"];
        Self(Script::start("validators.mjs", &packages))
    }

    /// What is said of an article's file, which is called so.
    fn of_zenn(&mut self, name: &str, text: &str) -> Vec<Complaint> {
        self.0.ask(&("zenn", name, text))
    }

    fn of_qiita(&mut self, name: &str, text: &str) -> Vec<Complaint> {
        self.0.ask(&("qiita", name, text))
    }
}

const ZENN: &str = "---\ntitle: \"参加レポート\"\nemoji: \"🐙\"\ntype: \"tech\"\n\
                    topics: [\"aws\", \"クラウド\"]\npublished: false\n---\n\n本文\n";

const QIITA: &str = "---\ntitle: 参加レポート\ntags:\n  - AWS\nprivate: false\nupdated_at: ''\n\
                     id: null\norganization_url_name: null\nslide: false\nignorePublish: false\n\
                     ---\n本文\n";

/// In what is fine so much is changed, and that is said of it.
type Case = (&'static str, &'static str, &'static [(&'static str, bool)]);

const OF_ZENN: [Case; 18] = [
    ("本文", "別の本文", &[]),
    ("false", "true", &[]),
    ("false", "false\npublished_at: 2020-01-02 09:00", &[]),
    ("false", "false\npublished_at: 2020-01-02", &[]),
    ("false", "false\npublication_name: cloud_meetup", &[]),
    ("title: \"参加レポート\"\n", "", &[("missing-title", true)]),
    (
        "参加レポート",
        "長い題は七十字までで、絵文字は二字に数える。😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
        &[],
    ),
    (
        "参加レポート",
        "長い題は七十字までで、絵文字は二字に数える！。😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
        &[("title-length", true)],
    ),
    ("🐙", "", &[("missing-emoji", false)]),
    ("🐙", "🐙🐙", &[("emoji-format", true)]),
    ("🐙", "a", &[("emoji-format", true)]),
    ("\"tech\"", "\"report\"", &[("article-type", true)]),
    (
        "topics: [\"aws\", \"クラウド\"]",
        "tags: [\"aws\"]",
        &[("missing-topics", false), ("use-tags", false)],
    ),
    ("\"aws\"", "\"C++\"", &[("invalid-topic-letters", false)]),
    (
        "\"aws\"",
        "\"a\", \"b\", \"c\", \"d\", \"e\"",
        &[("too-many-topics", true)],
    ),
    ("\"aws\"", "2026", &[("topic-type", true)]),
    ("false", "\"false\"", &[("published-status", true)]),
    (
        "false",
        "false\npublished_at: 2999-01-02 09:00",
        &[("published-at-schedule", true)],
    ),
];

const OF_QIITA: [Case; 11] = [
    ("本文", "別の本文", &[]),
    ("private: false", "private: true", &[]),
    (
        "参加レポート",
        "\"\"",
        &[("タイトルを入力してください", true)],
    ),
    (
        "参加レポート",
        "2026",
        &[("titleは文字列で入力してください", true)],
    ),
    ("本文\n", "", &[("本文を入力してください", true)]),
    (
        "\n  - AWS",
        " []",
        &[("タグは1つ以上、5つ以内で指定してください", true)],
    ),
    (
        "- AWS",
        "- a\n  - b\n  - c\n  - d\n  - e\n  - f",
        &[("タグは1つ以上、5つ以内で指定してください", true)],
    ),
    ("- AWS", "- ''", &[("タグを入力してください", true)]),
    (
        "private: false",
        "private: いいえ",
        &[("privateの設定はtrue/falseで入力してください", true)],
    ),
    (
        "false\nupdated_at: ''\nid: null\norganization_url_name: null",
        "true\nupdated_at: ''\nid: null\norganization_url_name: x",
        &[("限定共有記事にOrganizationを紐付けることはできません", true)],
    ),
    ("参加レポート", "'", &[("cannot be read", true)]),
];

fn changed(text: &str, case: Case) -> String {
    assert!(text.contains(case.0), "{}", case.0);
    text.replacen(case.0, case.1, 1)
}

fn complaints(case: Case) -> Vec<Complaint> {
    let said = case.2.iter();
    said.map(|&(kind, error)| Complaint {
        r#type: kind.to_owned(),
        error,
    })
    .collect()
}

#[test]
fn zenn_takes_what_is_fine_and_says_what_is_not() {
    let mut validators = Validators::start();
    for case in OF_ZENN {
        let text = changed(ZENN, case);
        let said = validators.of_zenn("20261129-report.md", &text);
        assert_eq!(said, complaints(case), "{text}");
    }
    for (name, refused) in [
        ("a2345678901.md", true),
        ("a23456789012.md", false),
        ("A23456789012.md", true),
    ] {
        let said = validators.of_zenn(name, ZENN);
        assert_eq!(said.iter().any(|it| it.error), refused, "{name}");
    }
}

#[test]
fn qiita_takes_what_is_fine_and_says_what_is_not() {
    let mut validators = Validators::start();
    for case in OF_QIITA {
        let text = changed(QIITA, case);
        let said = validators.of_qiita("report.md", &text);
        assert_eq!(said, complaints(case), "{text}");
    }
}

/// Heads of every kind.
fn heads() -> Vec<Event> {
    let titles = [
        "",
        " ",
        "雲会議 \"2026\"",
        "\u{1f600}",
        "#",
        "- a: b",
        &"長".repeat(70),
        &"長".repeat(71),
        &"😀".repeat(35),
        &"😀".repeat(36),
        "2026",
    ];
    let emojis = ["🐙", "", "🐙🐙", "a", "👩‍💻", "🇯🇵", "1️⃣"];
    let topics: [&[&str]; 9] = [
        &["aws"],
        &[],
        &["a", "b", "c", "d", "e"],
        &["a", "b", "c", "d", "e", "f"],
        &["C++"],
        &["雲"],
        &["2026"],
        &["a b"],
        &["abcdefghijklmnopqrs"],
    ];
    let head = |title: &str, emoji: &str, topics: &[&str]| {
        let mut event = Event::new(EventId::from_bits(1), "雲会議 in Sapporo");
        event.report.title = title.to_owned();
        event.report.emoji = emoji.to_owned();
        event.report.topics = topics.iter().map(|topic| (*topic).to_owned()).collect();
        event
    };
    let titles = titles.iter().map(|title| head(title, "🐙", &["aws"]));
    let emojis = emojis.iter().map(|emoji| head("題", emoji, &["aws"]));
    let topics = topics.iter().map(|topics| head("題", "🐙", topics));
    titles.chain(emojis).chain(topics).collect()
}

/// What the check calls an error is refused, what it advises against is complained of, and what is
/// fine is fine. Two rules are those of the sites alone, which their tools do not ask: the longest
/// topic of Zenn, and the space in a tag that makes two of it on Qiita.
#[test]
fn the_check_says_what_the_tools_say() {
    let mut validators = Validators::start();
    let body = "## 題\n\nありがとう\n";
    for event in heads() {
        for target in [Target::Zenn, Target::Qiita] {
            let findings = check(target, &event, &[body]);
            let text = print(target, &event, body);
            let name = target.file_name(&event);
            let said = match target {
                Target::Zenn => validators.of_zenn(&name, &text),
                _ => validators.of_qiita(&name, &text),
            };
            let is_known = |it: &Finding| {
                !matches!(
                    it.rule,
                    Rule::TopicSpaces { .. } | Rule::TopicTooLong { .. }
                )
            };
            let findings: Vec<_> = findings.into_iter().filter(is_known).collect();
            let is_error = findings.iter().any(|it| it.weight == Weight::Error);
            let refused = said.iter().any(|it| it.error);
            assert_eq!(is_error, refused, "{findings:?} {said:?}\n{text}");
            assert_eq!(
                findings.is_empty(),
                said.is_empty(),
                "{findings:?} {said:?}\n{text}"
            );
        }
    }
}
