//! What is copied from a published page and pasted shows the same again on that site.

use sankarepo::domain::{Event, EventId};
use sankarepo::markdown::{self, from_html};
use sankarepo::publish::{self, Target, Weight};

use crate::form::Form;
use crate::zenn::Zenn;
use crate::{FOR_GITHUB, FOR_ZENN, github};

/// One construct each, as Zenn spells it.
const PARTS: [&str; 24] = [
    "## 見出し\n\n本文です。\n2 行目です。",
    "### 小さい見出し\n\n- a\n- b\n  - c",
    "1. a\n2. b\n\n本文",
    "これは**強調**と*斜体*と`code`と~~取り消し~~です。",
    "これは「**強調**」の例です。",
    "[題](https://example.com/a_b)を見た。",
    "https://example.com/slides",
    "前\nhttps://example.com/slides\n後",
    "> 引用です。\n> 2 行目",
    ":::message\n箱です。\n\n- a\n:::",
    ":::message alert\n箱です。\n:::",
    ":::details 題\n中身です。\n:::",
    "::::details 題\n:::message\n箱\n:::\n::::",
    "```rust:src/main.rs\nfn main() {\n    body();\n}\n```",
    "```\n文\n\n文\n```",
    "```diff js:a.js\n- a\n+ b\n```",
    "| a | b |\n| --- | --- |\n| c | d |",
    "本文[^1]です。\n\n[^1]: 注です。",
    "![会場](https://example.com/a.png)",
    "![会場](https://example.com/a.png)\n*説明*",
    "- [x] した\n- [ ] する",
    "a\n\n---\n\nb",
    "@[card](https://example.com/a)",
    "**強**い $1 と \\* と \\_ と # と \\`",
];

#[test]
fn a_page_of_zenn_comes_back() {
    let mut zenn = Zenn::start();
    for text in PARTS {
        let back = from_html(&zenn.html(text)).expect("it is more than lines");
        let again = zenn.lines(&FOR_ZENN(&back));
        assert_eq!(again, zenn.lines(text), "{text}\n\ncame back as\n\n{back}");
    }
}

#[test]
fn a_page_of_github_comes_back() {
    for text in PARTS {
        let page = FOR_GITHUB(text);
        // An address alone is pasted as it stands.
        let back = from_html(&github::html(&page)).unwrap_or(text.to_owned());
        let again = github::lines(&FOR_GITHUB(&back), Form::GITHUB);
        let page = github::lines(&page, Form::GITHUB);
        assert_eq!(again, page, "{text}\n\ncame back as\n\n{back}");
    }
}

/// The whole of an old report, with nothing left to be put right by hand.
#[test]
fn an_old_report_is_fit_to_be_published() {
    let mut zenn = Zenn::start();
    let sample = publish::read(include_str!("../../src/text/sample-ja.md"));
    let report = FOR_ZENN(&sample.sections.concat());
    let back = from_html(&zenn.html(&report)).expect("it is more than lines");
    assert_eq!(zenn.lines(&FOR_ZENN(&back)), zenn.lines(&report), "{back}");
    let mut event = Event::new(EventId::from_bits(1), "雲会議");
    event.report.title = "雲会議".into();
    event.report.emoji = "🐙".into();
    event.report.topics = vec!["rust".into()];
    let sections = markdown::split(&back);
    let findings = publish::check(Target::Zenn, &event, &sections);
    let errors = findings.iter().filter(|it| it.weight == Weight::Error);
    assert_eq!(
        errors.collect::<Vec<_>>().len(),
        0,
        "{findings:?}\n\n{back}"
    );
}
