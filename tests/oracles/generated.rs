//! Documents that are made up: blocks in blocks, and in them words beside all that marks words.
//!
//! What they can hold is what a person means to write in plain GitHub Flavored Markdown, and the
//! punctuation around it; where the sites differ stands in `differences.rs`.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::form::Form;
use crate::zenn::Zenn;
use crate::{FOR_GITHUB, FOR_ZENN, github, ours};

const DOCUMENTS: u32 = 300;

/// A word, or what stands between words, with or without marked words behind it. Marks that touch
/// are read differently everywhere.
fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "言葉", "word", "会場", "Rust", "2026", "が", "です", "Ａ", "。", "、", "「", "」", "（",
        "）", ".", ",", "! ", "(", ")", ":", "&", "-", "#", "〜", " ", " ",
    ]);
    let marked = prop::sample::select(vec![
        "**太字**",
        "*斜体*",
        "***両方***",
        "**「強調」**",
        "*（注）*",
        "~~取り消し~~",
        "`code`",
        "`` a`b ``",
        "[題](https://example.com/a)",
        "[**太字**の題](https://example.com/b)",
        "![図](https://example.com/c.png)",
        " https://example.com/d ",
        "<https://example.com/e>",
        "[^1]、",
        "[^two]。",
        "\\*",
        "\\[",
        "&amp;",
    ]);
    let marked = prop_oneof![1 => Just(""), 1 => marked];
    (words, marked).prop_map(|(word, marked)| format!("{word}{marked}"))
}

/// A line begins and ends with a word, so that no piece begins a block of its own.
fn line() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..6).prop_map(|pieces| format!("話{}語", pieces.concat()))
}

fn paragraph() -> impl Strategy<Value = String> {
    let end = prop::sample::select(vec!["\n", "  \n", "\\\n"]);
    (prop::collection::vec((line(), end), 0..3), line()).prop_map(|(lines, last)| {
        let lines = lines.into_iter().map(|(line, end)| line + end);
        lines.collect::<String>() + &last
    })
}

fn table() -> impl Strategy<Value = String> {
    let aligns = prop::sample::select(vec!["---", ":--", ":-:", "--:"]);
    (1..4_usize).prop_flat_map(move |width| {
        let aligns = prop::collection::vec(aligns.clone().prop_map(str::to_owned), width);
        let rows = prop::collection::vec(prop::collection::vec(line(), width), 1..4);
        (aligns, rows).prop_map(|(aligns, mut rows)| {
            rows.insert(1, aligns);
            let rows = rows
                .iter()
                .map(|cells| format!("| {} |", cells.join(" | ")));
            rows.collect::<Vec<_>>().join("\n")
        })
    })
}

fn code() -> impl Strategy<Value = String> {
    let fence = prop::sample::select(vec!["```", "~~~", "````"]);
    let language = prop::sample::select(vec!["", "rust", "js", "text"]);
    let lines = prop::sample::select(vec!["", "let a = 1;", "  <b>&amp;", "話 `a` **b**", "# x"]);
    (fence, language, prop::collection::vec(lines, 1..4)).prop_map(|(fence, language, lines)| {
        format!("{fence}{language}\n{}\n{fence}", lines.join("\n"))
    })
}

/// A block that holds no other.
fn leaf() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => paragraph(),
        1 => (1..7_usize, line()).prop_map(|(level, line)| format!("{} {line}", "#".repeat(level))),
        1 => code(),
    ]
}

fn block() -> impl Strategy<Value = String> {
    leaf().prop_recursive(3, 16, 3, |inner| {
        let blocks = prop::collection::vec(inner, 1..3);
        let quote = blocks
            .clone()
            .prop_map(|blocks| with_margin(&blocks.join("\n\n"), "> ", "> "));
        let marker = prop::sample::select(vec![
            ("- ", 2),
            ("* ", 2),
            ("1. ", 3),
            ("7) ", 3),
            ("- [ ] ", 2),
            ("- [x] ", 2),
        ]);
        // With and without blank lines between the items.
        let gap = prop::sample::select(vec!["\n", "\n\n"]);
        let items = prop::collection::vec((paragraph(), blocks), 1..4);
        let list = (marker, gap, items).prop_map(|((marker, indent), gap, items)| {
            let items = items.into_iter().map(|(first, rest)| {
                let item = [vec![first], rest].concat().join(gap);
                with_margin(&item, marker, &" ".repeat(indent))
            });
            items.collect::<Vec<_>>().join(gap)
        });
        prop_oneof![quote, list]
    })
}

fn with_margin(text: &str, first: &str, others: &str) -> String {
    format!("{first}{}", text.replace('\n', &format!("\n{others}")))
}

fn document() -> impl Strategy<Value = String> {
    // Not in lists, where comrak sees blank lines between items that others do not see, or none.
    let apart = prop_oneof![table(), Just("---".to_owned())];
    let blocks = prop_oneof![5 => block(), 1 => apart];
    prop::collection::vec(blocks, 1..5).prop_map(|blocks| {
        blocks.join("\n\n") + "\n\n[^1]: 注の**一つ目**\n[^two]: 注の\n    二つ目\n"
    })
}

fn runner() -> TestRunner {
    let config = Config {
        cases: DOCUMENTS,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

#[test]
fn zenn_shows_what_the_preview_shows() {
    let zenn = std::cell::RefCell::new(Zenn::start());
    let same = |text: String| {
        let shown = zenn.borrow_mut().lines(&FOR_ZENN(&text));
        prop_assert_eq!(&shown, &ours::lines(&text, Form::ZENN));
        Ok(())
    };
    runner()
        .run(&document(), same)
        .unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn github_shows_what_the_preview_shows() {
    let same = |text: String| {
        let shown = github::lines(&FOR_GITHUB(&text), Form::GITHUB);
        prop_assert_eq!(&shown, &ours::lines(&text, Form::GITHUB));
        Ok(())
    };
    runner()
        .run(&document(), same)
        .unwrap_or_else(|fault| panic!("{fault}"));
}
