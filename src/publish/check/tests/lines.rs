//! Lists and headings as an input method writes them.

use super::{TARGETS, finds, passes};
use crate::publish::targets::Target::AsWritten;

#[test]
fn full_width_signs_become_lists() {
    for (marked, expected) in [
        ("⟪・a⟫", "- a"),
        ("⟪・a\n・b⟫\n", "- a\n- b\n"),
        ("⟪・ a\n・\u{3000}b⟫\n", "- a\n- b\n"),
        ("⟪－\u{3000}a\n－\u{3000}b⟫", "- a\n- b"),
        ("⟪－a⟫", "- a"),
        ("⟪＊a⟫", "- a"),
        ("⟪-\u{3000}a⟫", "- a"),
        ("⟪*\u{3000}a⟫", "- a"),
        ("⟪１．a\n２．b⟫", "1. a\n2. b"),
        ("⟪１）a\n２）b⟫", "1. a\n2. b"),
        ("⟪1．a⟫", "1. a"),
        ("⟪１.a⟫", "1. a"),
        ("⟪1.\u{3000}a⟫", "1. a"),
        ("⟪１２．a⟫", "12. a"),
        ("a\n⟪・b\n・c⟫", "a\n- b\n- c"),
        ("⟪・a\n・b⟫\nc", "- a\n- b\n\nc"),
        ("a\n⟪２．b⟫", "a\n\n2. b"),
        ("\u{3000}⟪・a⟫", "  - a"),
        ("⟪・a\n\u{3000}・b⟫", "- a\n  - b"),
        ("⟪１．a\n\u{3000}２．b⟫", "1. a\n   2. b"),
        ("- a\n\u{3000}⟪・b⟫", "- a\n  - b"),
        ("⟪・a⟫\r\n\r\n⟪・b⟫\r\n", "- a\r\n\r\n- b\r\n"),
        ("⟪・a⟫\r\nb\r\n", "- a\r\n\r\nb\r\n"),
        ("> ⟪・a\n> ・b⟫", "> - a\n> - b"),
        ("⟪・**a**\n・`b`⟫", "- **a**\n- `b`"),
    ] {
        for target in TARGETS {
            finds(target, "ListSign", marked, expected);
        }
    }
}

#[test]
fn other_lines_are_no_lists() {
    for text in [
        "・・・",
        "・…",
        "・",
        "a・b",
        "－１度だった",
        "－5度",
        "－－",
        "１．５倍",
        "１．",
        "1.5",
        "1.a",
        "2026",
        "-a",
        "- a",
        "1. a",
        "## ・a\n\nb",
        "|・a|\n|-|",
        "`・a`",
        "    ・a",
        "```\n・a\n```",
        "１２３４５６７８９０．a",
    ] {
        passes(AsWritten, "ListSign", text);
    }
}

#[test]
fn hashes_without_a_space_become_headings() {
    for (marked, expected) in [
        ("⟪##⟫見出し\n\na", "## 見出し\n\na"),
        ("## a\n\nb\n⟪###⟫見出し\nc", "## a\n\nb\n### 見出し\nc"),
        ("⟪＃＃⟫見出し\n\na", "## 見出し\n\na"),
        ("⟪＃＃ ⟫見出し\n\na", "## 見出し\n\na"),
        ("⟪##\u{3000}⟫見出し\n\na", "## 見出し\n\na"),
        ("⟪##⟫**a**\n\na", "## **a**\n\na"),
    ] {
        finds(AsWritten, "HeadingNoSpace", marked, expected);
    }
}

#[test]
fn hashtags_are_no_headings() {
    for text in [
        "#雲会議",
        "＃雲会議",
        "# 見出し\n\na",
        "## 見出し\n\na",
        "##\n\na",
        "\\##a",
        "a ##b",
        "#######a",
        "`##a`",
        "```\n##a\n```",
        "|##a|\n|-|",
    ] {
        passes(AsWritten, "HeadingNoSpace", text);
    }
}
