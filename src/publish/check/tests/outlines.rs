//! Headings, what is under them, and footnotes, in one section and over several.

use super::{CLOSING, TARGETS, event, finds, name, passes, with_fix};
use crate::publish::check::{Finding, Where, check};
use crate::publish::targets::Target::{AsWritten, GitHub, Qiita};

/// The sections, and the bytes in them, that a rule finds.
fn places(rule: &str, sections: &[&str]) -> Vec<(usize, String)> {
    let findings = check(AsWritten, &event(), sections);
    let of_rule = findings.iter().filter(|finding| name(finding) == rule);
    let place = |finding: &Finding| match &finding.place {
        Where::Section { index, range } => (*index, sections[*index][range.clone()].to_owned()),
        other => panic!("{other:?}"),
    };
    of_rule.map(place).collect()
}

#[test]
fn a_level_is_not_skipped() {
    for (marked, expected) in [
        ("## a\n\n⟪####⟫ b\n\nc\n", "## a\n\n### b\n\nc\n"),
        (
            "## a\n\n⟪####⟫ b\n\n##### c\n\nd\n",
            "## a\n\n### b\n\n#### c\n\nd\n",
        ),
        (
            "## a\n\n⟪#####⟫ b\n\nc\n\n#### d\n\ne\n",
            "## a\n\n### b\n\nc\n\n#### d\n\ne\n",
        ),
        (
            "## a\n\n⟪####⟫ b\n\n⟪######⟫ c\n\nd\n",
            "## a\n\n### b\n\n#### c\n\nd\n",
        ),
        ("⟪###⟫ a\n\nb\n", "## a\n\nb\n"),
    ] {
        for target in TARGETS {
            finds(target, "LevelSkipped", marked, expected);
        }
    }
    for text in [
        "## a\n\n### b\n\n#### c\n\nd\n\n## e\n\nf\n",
        "## a\n\n> #### b\n",
        "## a\n\n- #### b\n",
        "a\n---\n\n### b\n\nc\n",
        "```\n#### a\n```\n",
    ] {
        passes(AsWritten, "LevelSkipped", text);
    }
    let over = ["## a\n\nb\n", "#### c\n\nd\n", CLOSING];
    assert_eq!(places("LevelSkipped", &over), [(1, "####".into())]);
}

#[test]
fn something_stands_under_a_heading() {
    let empty = |sections: &[&str]| places("SectionEmpty", sections);
    let at = |index: usize, text: &str| (index, text.to_owned());
    assert_eq!(empty(&["## a\n", CLOSING]), [at(0, "## a")]);
    assert_eq!(empty(&["## a\n\n \n\n", CLOSING]), [at(0, "## a")]);
    assert_eq!(empty(&["## a\n\n- \n", CLOSING]), [at(0, "## a")]);
    assert_eq!(empty(&["## a\n\n<!-- b -->\n", CLOSING]), [at(0, "## a")]);
    assert_eq!(empty(&["## `a`\n", CLOSING]), [at(0, "## `a`")]);
    assert_eq!(empty(&["## a\n\n[b]: c\n", CLOSING]), [at(0, "## a")]);
    assert_eq!(empty(&["## a\n\n", "## b\n\n", CLOSING]).len(), 2);
    assert_eq!(empty(&["## a\n\n", "### b\n\n", CLOSING]), [at(1, "### b")]);
    assert_eq!(empty(&[CLOSING, "## a\n"]), [at(1, "## a")]);
    assert_eq!(
        empty(&["## a\n\nb\n\n#### c\n\n#### d\n\ne\n", CLOSING]),
        [at(0, "#### c")]
    );
    for full in [
        "## a\n\nb\n",
        "## a\n\n- b\n",
        "## a\n\n```\n```\n",
        "## a\n\n![](b)\n",
        "## a\n\n<img src=\"b\">\n",
        "## a\n\n> ## b\n",
        "## a\n\n|b|\n|-|\n",
        "\n",
        "a\n",
    ] {
        assert_eq!(empty(&[full, CLOSING]), [], "{full}");
    }
    assert_eq!(empty(&["## a\n\n", "### b\n\nc\n", CLOSING]), []);
    assert_eq!(empty(&["## a\n\n", "b\n", CLOSING]), []);
}

#[test]
fn what_is_private_is_not_looked_at() {
    let empty = |sections: &[&str]| places("SectionEmpty", sections);
    assert_eq!(empty(&["## a\n\n- 🔒 b\n", CLOSING]), [(0, "## a".into())]);
    assert_eq!(empty(&["## 🔒 a\n\n", CLOSING]), []);
    assert_eq!(empty(&["## 🔒 a\n\n", "### b\n\n", CLOSING]), []);
    passes(AsWritten, "ListSign", "a\n\n🔒 b\n・c\n");
}

#[test]
fn a_footnote_is_defined_once() {
    let marked = "a[^1]\n\n[^1]: b\n\n⟪[^1]:⟫ c\n";
    for target in TARGETS {
        finds(target, "NoteTwice", marked, &marked.replace(['⟪', '⟫'], ""));
    }
    let over = ["a[^A]\n\n[^A]: b\n", "c[^a]\n\n[^a]: d\n", CLOSING];
    assert_eq!(places("NoteTwice", &over), [(1, "[^a]:".into())]);
    passes(AsWritten, "NoteTwice", "a[^1][^2]\n\n[^1]: b\n\n[^2]: c\n");
    passes(
        AsWritten,
        "NoteTwice",
        "a[^1]\n\n[^1]: b\n\n```\n[^1]: c\n```\n",
    );
}

#[test]
fn qiita_takes_no_empty_text() {
    let found = |target, sections: &[&str]| {
        let findings = check(target, &event(), sections);
        findings
            .iter()
            .any(|it| name(it) == "BodyEmpty" && it.place == Where::Body)
    };
    assert!(found(Qiita, &[]));
    assert!(found(Qiita, &["", " \n"]));
    assert!(found(Qiita, &["🔒 a\n"]));
    assert!(!found(Qiita, &["a\n"]));
    assert!(!found(GitHub, &[]));
}

#[test]
fn findings_are_in_the_order_of_their_places() {
    let sections = [
        "[a]() ![](b)\n\n・c\n",
        "## d\n\n",
        "### e\n\n**f。**g [h]()\n",
    ];
    let mut event = event();
    event.report.title.clear();
    let found = check(Qiita, &event, &sections);
    let names: Vec<String> = found.iter().map(name).collect();
    assert_eq!(
        names,
        [
            "TitleMissing",
            "LinkEmpty",
            "AltMissing",
            "ListSign",
            "MarkerShown",
            "LinkEmpty",
            "ThanksMissing",
        ]
    );
    let fix = found[3].fix.as_ref().expect("a fix");
    assert_eq!(with_fix(sections[0], fix), "[a]() ![](b)\n\n- c\n");
}
