//! Texts of everything that a rule may stumble over: none panics, and fixing comes to an end.

use std::collections::HashSet;

use proptest::prelude::*;

use super::{TARGETS, event, with_fix};
use crate::publish::check::{Finding, Fix, Where, check};
use crate::text::Language;

const PARTS: &[&str] = &[
    "**",
    "***",
    "*",
    "~~",
    "~",
    "「",
    "」",
    "（",
    "）",
    "。",
    "：",
    "😀",
    "→",
    "a",
    "は",
    "強調",
    " ",
    "\u{3000}",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "## ",
    "#### ",
    "##",
    "＃＃",
    "#",
    "・",
    "１．",
    "2. ",
    "－",
    "- ",
    "  ",
    "    ",
    "> ",
    "::: ",
    ":::",
    "::::",
    "message",
    "details",
    "memo",
    "alert",
    "<u>",
    "</u>",
    "<T>",
    "<kbd>",
    "</kbd>",
    "<br>",
    "<!--",
    "-->",
    "<div>\n",
    "`",
    "```\n",
    "```sh\n",
    "```mermaid\n",
    "“",
    "”",
    "‘",
    "—",
    "–x",
    "$",
    "\\",
    "[",
    "](",
    "]",
    ")",
    "](example.com)",
    "![](a.png)",
    "[^1]",
    "[^1]: ",
    "|",
    "|-|\n",
    "🔒 ",
    "&#8203;",
    "---\n",
    "===\n",
    "\u{200b}",
    "\t",
    "ありがとう",
    "#kumo",
    "0",
];

fn texts() -> impl Strategy<Value = Vec<String>> {
    let text = prop::collection::vec(prop::sample::select(PARTS), 0..20);
    prop::collection::vec(text.prop_map(|parts| parts.concat()), 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn a_finding_has_its_place_and_its_words(sections in texts()) {
        let mut event = event();
        event.hashtag = "kumo".into();
        let texts: Vec<&str> = sections.iter().map(String::as_str).collect();
        for target in TARGETS {
            let findings = check(target, &event, &texts);
            let apart: HashSet<&Finding> = findings.iter().collect();
            prop_assert_eq!(apart.len(), findings.len(), "one of {:?} is told twice", findings);
            for finding in findings {
                let Where::Section { index, range } = &finding.place else {
                    prop_assert!(texts.concat().trim().is_empty() || texts.concat().contains('🔒'));
                    continue;
                };
                prop_assert!(texts[*index].get(range.clone()).is_some(), "{:?}", finding);
                for language in [Language::Japanese, Language::English] {
                    prop_assert!(!finding.rule.sentence(language).is_empty());
                    prop_assert!(finding.fix.is_none() || !finding.rule.fix(language).is_empty());
                }
                if let Some(fix) = &finding.fix {
                    prop_assert_ne!(&with_fix(texts[*index], fix), texts[*index], "{:?}", finding);
                }
            }
        }
    }

    #[test]
    fn fixing_comes_to_an_end(mut sections in texts()) {
        let mut event = event();
        event.hashtag = "kumo".into();
        for target in TARGETS {
            let mut steps = 0;
            loop {
                let texts: Vec<&str> = sections.iter().map(String::as_str).collect();
                let findings = check(target, &event, &texts);
                let next = findings.into_iter().find_map(|finding| match (finding.place, finding.fix) {
                    (Where::Section { index, .. }, Some(fix @ Fix::Section(_))) => Some((index, fix, finding.rule)),
                    _ => None,
                });
                let Some((index, fix, rule)) = next else {
                    break;
                };
                sections[index] = with_fix(&sections[index], &fix);
                steps += 1;
                prop_assert!(steps < 200, "{:?} of {:?}", rule, sections);
            }
        }
    }
}
