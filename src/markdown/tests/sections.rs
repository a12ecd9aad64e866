//! Cutting a report into sections, joining them, and reading and changing their heading line.

use proptest::prelude::*;

use super::incremental::{check as check_property, document};
use crate::markdown::{
    Replacement, closed, closing, heading, is_normal, join, main_heading, split, with_level,
    with_line_feeds, with_title,
};

#[test]
fn sections_begin_at_headings_of_two_levels() {
    let check = |expected: &[&str]| {
        let text = expected.concat();
        assert_eq!(split(&text), expected, "{text:?}");
    };
    check(&[]);
    check(&["text\n"]);
    check(&["## a\n"]);
    check(&["intro\n\n", "## a\n\ntext\n\n", "### b\n", "## c"]);
    check(&["# title\n\n#### deep\n", "## a\n# one\n#### four\n"]);
    check(&["text\n", "## interrupts a paragraph\n"]);
    check(&[
        "   ## indented\n",
        "## a ##\n",
        "##\n",
        "###\ttab\n",
        "## \n",
    ]);
    check(&["\n\n", "## a\r\n\r\n", "## b\r\n"]);
    check(&["a\r", "## b\r"]);
    check(&["- list\n", "## a\n"]);
    check(&["> quote\n", "## a\n"]);
    check(&["|a|\n|-|\n", "## a\n"]);
    check(&["[a]: b\n", "## a\n"]);
    check(&["[a]:\n", "## a\n"]);
    check(&["[^1]: b\n", "## a\n"]);
}

#[test]
fn what_is_no_section_heading() {
    for text in [
        "##a\n",
        "#### a\n",
        "# a\n",
        "    ## a\n",
        "\\## a\n",
        "```\n## a\n```\n",
        "~~~\n## a\n",
        "<pre>\n\n## a\n</pre>\n",
        "<!--\n## a\n-->\n",
        "<div>\n## a\n</div>\n",
        "> ## a\n",
        "- ## a\n",
        "- b\n\n  ## a\n",
        "1. b\n   ## a\n",
        "[^1]: b\n\n    ## a\n",
        "a\n---\n",
        "a\n-\n",
        "##a\n---\n",
        "#\u{3000}#\n",
        "## a".trim_start_matches("## "),
    ] {
        assert_eq!(split(text), [text]);
    }
}

#[test]
fn normal_forms() {
    for text in [
        "## a\n",
        "## a\n\ntext\n",
        "text\n",
        "\n",
        "## a\n- b\n",
        "## a\n```\n## b\n```\n",
        "## a\n:::message\n## b\n:::\n",
        "## a\n::::details c\n:::message\n```\n## b\n::::\n",
        "## a\n<details><summary>c</summary>\n\n## b\n\n</details>\n",
        "## a\n<details><summary>c</summary>d</details>\n",
        "## a\n<details><summary>c</summary>\n\n1. ```sh\n   ls\n   ```\n\n</details>\n",
        "## a\n<details><summary>c</summary>\n\n`d`</details>\n",
        "## a\n<details><summary>c</summary>\n\n- <details>\n\n## b\n</details></details>\n",
        "## a\n<details><summary>c</summary>\n\nd</details> e\n",
        "## a\n<!--\n:::message\n-->\n",
        "## a\n<div>\n\n",
        "# a\n",
        "## a\r\n",
    ] {
        assert!(is_normal(text), "{text:?}");
    }
    for text in [
        "",
        "## a",
        "text",
        "## a\n## b\n",
        "text\n## b\n",
        "## a\n```\n",
        "## a\n~~~~\n~~~\n",
        "## a\n<!-- b\n",
        "## a\n:::message\n",
        "## a\n<details><summary>c</summary>\n\nd\n",
        "## a\n:::message\n:::\n## b\n",
        "## a\n<pre>\n",
        "## a\n<div>\n",
        " ## a\n",
        "## a\n<script>\n\n",
    ] {
        assert!(!is_normal(text), "{text:?}");
    }
}

#[test]
fn joined_sections_are_the_text() {
    check_property(3000, document(0..25), |text| {
        let sections = split(&text);
        prop_assert_eq!(&join(sections.iter().copied()), &text);
        prop_assert!(sections.iter().all(|section| !section.is_empty()));
        prop_assert!(
            sections
                .iter()
                .skip(1)
                .all(|section| heading(section).is_some())
        );
        Ok(())
    });
}

#[test]
fn a_section_without_a_line_end_is_ended_before_the_next() {
    let check = |sections: &[&str], expected: &str| {
        assert_eq!(join(sections.iter().copied()), expected);
    };
    check(&["## a", "## b"], "## a\n## b");
    check(&["## a\r\nb", "", "## c\r\n"], "## a\r\nb\r\n## c\r\n");
    check(&["## a\r", "## b"], "## a\r## b");
    check(&["", "## a", ""], "## a");
}

#[test]
fn the_main_heading_has_the_level_above_the_sections() {
    let check = |text: &str, expected: Option<(&str, std::ops::Range<usize>)>| {
        let heading = main_heading(text);
        let found = heading.as_ref().map(|it| (&*it.title, it.range.clone()));
        assert_eq!(found, expected, "{text:?}");
    };
    check(" # *a* ## \r\nb", Some(("a", 3..6)));
    check("#\n", Some(("", 1..1)));
    for text in ["## a\n", "#a\n", "a\n===\n", "\n# a\n", "    # a\n", ""] {
        check(text, None);
    }
}

#[test]
fn normal_sections_survive_joining() {
    let section = (
        prop::sample::select(&["## a\n", "### b\n", "## c ##\n"][..]),
        document(0..8),
    );
    let section = section.prop_map(|(heading, text)| format!("{heading}{text}"));
    check_property(
        2000,
        prop::collection::vec(section, 0..5),
        |mut sections| {
            sections.retain(|section| is_normal(section));
            let text = sections.concat();
            prop_assert_eq!(split(&text), sections);
            Ok(())
        },
    );
}

#[test]
fn a_heading_line_tells_level_title_and_emoji() {
    let check = |text: &str, level: u8, title: &str, emoji: Option<&str>, raw: &str| {
        let heading = heading(text).unwrap_or_else(|| panic!("{text:?}"));
        assert_eq!(
            (heading.level, &*heading.title, heading.emoji),
            (level, title, emoji),
            "{text:?}"
        );
        assert_eq!(&text[heading.range], raw, "{text:?}");
    };
    check("## a", 2, "a", None, "a");
    check("### a b\n\ntext\n", 3, "a b", None, "a b");
    check("  ##   a  \n", 2, "a", None, "a");
    check("## a ## \n", 2, "a", None, "a");
    check("## C#\n", 2, "C#", None, "C#");
    check(
        "## 🎈 はじめに\r\n",
        2,
        "🎈 はじめに",
        Some("🎈"),
        "🎈 はじめに",
    );
    check(
        "## **a** `b` [c](d) <e>\n",
        2,
        "a b c <e>",
        None,
        "**a** `b` [c](d) <e>",
    );
    check("## a \\#\n", 2, "a #", None, "a \\#");
    check("##\n", 2, "", None, "");
    check("## \n", 2, "", None, "");
    check("##   \n", 2, "", None, "");
    check("## ##\n", 2, "", None, "");
    check("##\ta\n", 2, "a", None, "a");
    for text in [
        "",
        "a",
        "# a\n",
        "#### a\n",
        "##a\n",
        "\n## a\n",
        "    ## a\n",
        "a\n---\n",
    ] {
        assert_eq!(heading(text), None, "{text:?}");
    }
}

fn apply(text: &str, Replacement { range, with }: &Replacement) -> String {
    let mut text = text.to_owned();
    text.replace_range(range.clone(), with);
    text
}

#[test]
fn a_new_title_replaces_what_is_different() {
    let check = |text: &str, title: &str, expected: &str, inserted: &str| {
        let change = with_title(text, title);
        assert_eq!(
            (&*apply(text, &change), &*change.with),
            (expected, inserted),
            "{text:?}"
        );
    };
    check("## a\nb", "c", "## c\nb", "c");
    check("## abc\n", "abd\n", "## abd\n", "d");
    check("## 開会\n", "閉会", "## 閉会\n", "閉");
    check("## ああ\n", "あ", "## あ\n", "");
    check("## a\n", "a", "## a\n", "");
    check("  ###  a  ###\n", "b", "  ###  b  ###\n", "b");
    check("## a\n", "b\nc  d", "## b c d\n", "b c d");
    check("## a\n", "C#", "## C#\n", "C#");
    check("## a\n", "b ##", "## b \\##\n", "b \\##");
    check("##\n", "a", "## a\n", " a");
    check("## \n", "a", "## a\n", "a");
    check("text\n", "a", "## a\n\ntext\n", "## a\n\n");
}

#[test]
fn a_title_that_was_set_is_read_again() {
    let title = "[ぁ-ん🎈a-z#\\\\ ]{0,8}";
    let line = prop::sample::select(
        &[
            "## a\n",
            "##\n",
            "  ### b ##\n",
            "## \n",
            "## ##\n",
            "text\n",
        ][..],
    );
    check_property(1000, (line, title), |(text, title)| {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let changed = apply(text, &with_title(text, &title));
        let heading = heading(&changed).map(|heading| changed[heading.range].replace("\\#", "#"));
        prop_assert_eq!(heading, Some(title.replace("\\#", "#")), "{:?}", changed);
        Ok(())
    });
}

#[test]
fn a_new_level_adds_or_removes_hashes() {
    let check = |text: &str, level: u8, expected: &str| {
        assert_eq!(
            with_level(text, level)
                .map(|change| apply(text, &change))
                .as_deref(),
            Some(expected)
        );
    };
    check("## a\n", 3, "### a\n");
    check("### a ###\n", 2, "## a ###\n");
    check("  ## a\n", 2, "  ## a\n");
    assert_eq!(with_level("text", 2), None);
}

#[test]
fn what_is_open_can_be_closed() {
    let check = |text: &str, expected: Option<&str>| {
        assert_eq!(closing(text).as_deref(), expected, "{text:?}");
    };
    check("", None);
    check("## a\ntext", None);
    check("## a\n```\nb\n```\n", None);
    check("## a\n```\nb\n", Some("```\n"));
    check("## a\n```\nb", Some("\n```\n"));
    check("## a\n~~~~ x\n~~~\n", Some("~~~~\n"));
    check("## a\n````\n```\n", Some("````\n"));
    check("## a\n<!-- b\n", Some("-->\n"));
    check("## a\n<script>\n", Some("</script>\n"));
    check("## a\n<pre>\n\nb\n", Some("</pre>\n"));
    check("## a\n<?b\n", Some("?>\n"));
    check("## a\n<![CDATA[\n", Some("]]>\n"));
    check("## a\n<div>\n", Some("\n"));
    check("## a\n::::message\n:::\nb", Some("\n::::\n"));
    check("## a\n:::message\n```\nb\n", Some(":::\n"));
    check("## a\n- b\n  :::message\n  c\n", Some("  :::\n"));
    let open = "## a\n<details><summary>c</summary>\n\n";
    let end = "</details>\n";
    check(open, Some(end));
    check(
        &format!("{open}{open}{end}{open}b"),
        Some(&format!("\n{end}{end}")),
    );
    check(&format!("{open}{end}"), None);
    check(&format!("{open}~~~\n{end}"), Some(&format!("~~~\n{end}")));
}

#[test]
fn what_was_closed_is_not_closed_again() {
    let check = |text: &str, expected: &str| {
        assert_eq!(closed(text).as_deref(), Some(expected), "{text:?}");
        assert_eq!(closed(expected), None, "{expected:?}");
    };
    check("## a\n```\nb\n", "## a\n```\nb\n```\n");
    check("## a\r\n:::message\r\nb", "## a\r\n:::message\r\nb\r\n:::");
    let picture = "## a\n\n<img src=\"x\" width=\"3\">";
    check(&format!("{picture}\n"), &format!("{picture}\n\n"));
    assert_eq!(closed("## a\n"), None);
}

#[test]
fn a_closed_text_leaves_the_next_heading_alone() {
    check_property(1000, document(0..20), |text| {
        let text = with_line_feeds(&text).into_owned();
        let closed = text.clone() + &closing(&text).unwrap_or_default();
        let end = if closed.is_empty() || closed.ends_with('\n') {
            ""
        } else {
            "\n"
        };
        let next = format!("{closed}{end}## next\n");
        let sections = split(&next);
        prop_assert_eq!(sections.last(), Some(&"## next\n"), "{:?}", text);
        Ok(())
    });
}
