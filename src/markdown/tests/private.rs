//! What is private is in no output, and nothing else goes with it.

use proptest::prelude::*;

use crate::markdown::{masked, open_report, without_private};

fn check(text: &str, open: &str) {
    assert_eq!(without_private(text).0, open, "{text:?}");
}

#[test]
fn an_item_goes_with_its_children() {
    check("- a\n- 🔒 b\n- c\n", "- a\n- c\n");
    check("- a\n- 🔒 b\n  - d\n\n    e\n- c\n", "- a\n- c\n");
    check("- a\n  - 🔒 b\n  - d\n", "- a\n  - d\n");
    check("1. [ ] 🔒 b\n2. c\n", "2. c\n");
    check("- 🔒 💡 b\n", "");
    check("- 🔒b", "");
    check("> - 🔒 a\n> - b\n", "> - b\n");
}

#[test]
fn a_block_goes_as_a_whole() {
    check("a\n\n🔒 b\nb\n\nc\n", "a\n\nc\n");
    check("a\n\n> 🔒 b\n> b\n\nc\n", "a\n\nc\n");
    check("🔒 a\n\nb\n", "b\n");
    check("a\r\n\r\n🔒 b\r\n\r\nc\r\n", "a\r\n\r\nc\r\n");
    check("**🔒 a**\n\nb\n", "b\n");
}

#[test]
fn a_line_of_a_paragraph_goes_alone() {
    check("a\n🔒 b\nc\n", "a\nc\n");
    check("- a\n  🔒 b\n  c\n", "- a\n  c\n");
    check("a 🔒 b\n", "a 🔒 b\n");
}

#[test]
fn an_item_of_an_input_method_goes_with_what_is_indented_below() {
    check("・🔒 a\n・b\n", "・b\n");
    check("・a\n・🔒 b\n　・c\n・d\n", "・a\n・d\n");
    check("１．a\n２．🔒 b\n", "１．a\n");
    check("・🔒 a\n", "");
}

#[test]
fn other_marks_may_stand_before_the_lock() {
    check("- 💡 🔒 a\n- b\n", "- b\n");
    check("🔒\u{fe0f} a\n\nb\n", "b\n");
    check("- > 🔒 a\n\n  b\n- c\n", "- c\n");
    check("- a\n  - 🔒 b\n    - c\n  - d\n", "- a\n  - d\n");
}

#[test]
fn a_heading_goes_with_what_is_below_it() {
    check(
        "## a\n\n#### 🔒 b\n\nc\n\n##### d\n\n#### e\n",
        "## a\n\n#### e\n",
    );
    check("## 🔒 a\n\n### b\n\nc\n\n## d\n", "## d\n");
    check("## a\n\n## 🔒 b\n\nc\n", "## a\n\n");
}

#[test]
fn in_code_a_lock_is_a_lock() {
    check("```\n🔒 a\n```\n", "```\n🔒 a\n```\n");
    check("    🔒 a\n", "    🔒 a\n");
}

#[test]
fn says_how_much_was_private() {
    assert_eq!(without_private("- 🔒 a\n- b\n- 🔒 c\n").1, 2);
    assert_eq!(without_private("- a\n").1, 0);
}

#[test]
fn a_mask_parts_nothing_and_moves_nothing() {
    for (text, expected) in [
        ("- a\n- 🔒 b\n- c\n", "- a         \n- c\n"),
        ("🔒 b\n\nc\n", "      \n\nc\n"),
        ("a\n\n🔒 b\n\nc\n", "a\n       \n\nc\n"),
        ("- a\r\n- 🔒 b\r\n- c\r\n", "- a          \r\n- c\r\n"),
        ("- a\n- 🔒 b", "- a         "),
        ("no lock", "no lock"),
    ] {
        assert_eq!(masked(text, None).0, expected, "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whatever is written: a text without a lock stays as it is, and what is left of another is
    /// made of its lines.
    #[test]
    fn only_whole_lines_go(parts in prop::collection::vec(
        prop::sample::select(vec!["🔒 ", "a", "- ", "\n", "\r\n", "> ", "## ", "#### ", "    ", "```\n", "1. ", "\n\n", "[ ] ", "**"]),
        0..40,
    )) {
        let text: String = parts.concat();
        let (open, count) = without_private(&text);
        prop_assert_eq!(count == 0, open == text);
        let (masked, _) = masked(&text, None);
        prop_assert_eq!(masked.len(), text.len());
        prop_assert_eq!(masked == text, count == 0);
        let mut lines = text.split_inclusive(['\n']);
        for line in open.split_inclusive(['\n']) {
            prop_assert!(lines.any(|other| other == line), "{text:?} {open:?}");
        }
    }
}

#[test]
fn what_stands_below_a_private_heading_may_be_another_text() {
    let in_turn = |texts: &[&str]| {
        let mut below = None;
        let mask = |text: &&str| {
            let (text, next) = masked(text, below);
            below = next;
            text.trim().to_owned()
        };
        texts.iter().map(mask).collect::<Vec<_>>()
    };
    for (texts, expected) in [
        (["## 🔒 a\n", "### b\n\nc\n", "## d\n"], ["", "", "## d"]),
        (["## 🔒 a\n", "b\n", "# d\n"], ["", "", "# d"]),
        (["### 🔒 a\n", "## b\n", "c\n"], ["", "## b", "c"]),
        (
            ["## 🔒 a\n\n## b\n", "### c\n", "d"],
            ["## b", "### c", "d"],
        ),
        (["a\n\n## 🔒 b\n", "", "### c\n"], ["a", "", ""]),
        (["- 🔒 a\n", "### b\n", "c"], ["", "### b", "c"]),
    ] {
        assert_eq!(in_turn(&texts), expected);
    }
}

#[test]
fn in_a_box_nothing_private_reaches_beyond_its_end() {
    let check = |text: &str, expected: &str, count: usize| {
        assert_eq!(
            without_private(text),
            (expected.to_owned(), count),
            "{text}"
        );
    };
    check(
        "前\n\n:::message\n🔒 社内の話\n続きも秘密\n:::\n\n後\n",
        "前\n\n後\n",
        1,
    );
    check(
        ":::message\n- 公開\n- 🔒 秘密\n:::\n\n## 次\n",
        ":::message\n- 公開\n:::\n\n## 次\n",
        1,
    );
    check(":::details t\n### 🔒 x\n秘密\n:::\n\n後\n", "後\n", 1);
    check(
        "🔒 秘密\n:::message\n公開\n:::\n",
        ":::message\n公開\n:::\n",
        1,
    );
    check("## 🔒 秘密\n:::message\n秘密\n:::\n## 次\n", "## 次\n", 1);
    check(":::details 🔒 題\n秘密\n:::\n後\n", "後\n", 1);
    check(
        "<details><summary>🔒 メモ</summary>\n\n- <details><summary>a</summary>b</details>\n- 秘密\n\n</details>\n後\n",
        "後\n",
        1,
    );
    check(
        "<details><summary>🔒 メモ</summary>\n\n参考: <details>\n\nb</details>\n秘密\n</details>\n後\n",
        "後\n",
        1,
    );
    check(
        "<details><summary>題</summary>\n\n公開\n\n🔒 秘密</details>\n後\n",
        "<details><summary>題</summary>\n\n公開\n\n</details>\n後\n",
        1,
    );
    check(
        "<details><summary>題</summary>\n\n公開\n🔒 秘密</details>\n\n後\n",
        "<details><summary>題</summary>\n\n公開\n</details>\n\n後\n",
        1,
    );
    check(":::details t\n### 🔒 x\n\n- 🔒 y\n:::\n", "", 1);
    check(
        "<details><summary>題</summary>🔒 秘密\n\n公開\n\n</details>\n",
        "<details><summary>題</summary>\n\n公開\n\n</details>\n",
        1,
    );
    check(
        "<details><summary>メモ</summary>\n- 🔒 秘密\n- 公開\n</details>\n",
        "<details><summary>メモ</summary>\n- 公開\n</details>\n",
        1,
    );
    check(
        "::::details a\n:::message\n🔒 x\n:::\nb\n::::\n",
        "::::details a\nb\n::::\n",
        1,
    );
}

#[test]
fn details_that_are_no_box_are_private_by_their_title() {
    let details = "<details><summary>🔒 メモ</summary>秘密</details>";
    check(&format!("- a\n- {details}\n- b\n"), "- a\n- b\n");
    check(
        &format!("前\n\n> a\n> {details}\n\n後\n"),
        "前\n\n> a\n\n後\n",
    );
    check(&format!("前\n\n参考: {details}\n\n後\n"), "前\n\n後\n");
    check(
        &format!("- a\n  - b\n    {details}\n    c\n"),
        "- a\n  - b\n    c\n",
    );
    check(
        &format!("前\n\n<!--\n{details}\n-->\n\n後\n"),
        &format!("前\n\n<!--\n{details}\n-->\n\n後\n"),
    );
    let open = details.replace("秘密", "\n\n秘密\n\n:::message\n秘密\n:::\n\n秘密\n\n");
    check(&format!("前\n\n{open} 後\n\n次\n"), "前\n\n 後\n\n次\n");
    check(&format!("前\n\n参考: {open}\n次\n"), "前\n\n次\n");
}

#[test]
fn a_title_is_found_however_it_is_written() {
    for title in [
        "<summary>\n🔒 メモ\n</summary>",
        "<summary><b>🔒 メモ</b></summary>",
        "<SUMMARY>🔒 メモ</SUMMARY>",
        "\n<summary class=\"a\">🔒 メモ</summary>",
    ] {
        check(
            &format!("前\n\n<details>{title}\n\n秘密\n\n</details>\n後\n"),
            "前\n\n後\n",
        );
    }
    check("- a\n- :::details 🔒 x\n  秘密\n  :::\n- b\n", "- a\n- b\n");
    check(
        "前\n\n> :::details 🔒 x\n> 秘密\n> :::\n\n後\n",
        "前\n\n後\n",
    );
}

#[test]
fn code_and_escapes_do_not_end_private_details() {
    for line in ["    </details>", "\\</details>", "`a\nx </details>\nb`"] {
        let text =
            format!("<details><summary>🔒 x</summary>\n\n{line}\n\n秘密\n\n</details>\n後\n");
        check(&text, "後\n");
    }
}

#[test]
fn what_stands_beside_details_is_read_too() {
    let private = "<details><summary>🔒 メモ</summary>\n\n秘密\n\n</details>";
    check(
        &format!("<details><summary>a</summary>\n\n公開\n\n</details>{private}\n後\n"),
        "<details><summary>a</summary>\n\n公開\n\n</details>\n後\n",
    );
    check(
        "<details><summary>a</summary>x</details> <details><summary>🔒 メモ</summary>秘密</details>\n",
        "<details><summary>a</summary>x</details>\n",
    );
    check(&format!("<!-- x -->{private}\n後\n"), "後\n");
    check(
        "> <details>\n> <summary>🔒 メモ</summary>\n> 秘密\n> </details>\n\n後\n",
        "後\n",
    );
    check(
        "- <details><summary>🔒 a</summary>x</details><details><summary>🔒 b</summary>\n  秘密\n  </details>\n- 公開\n",
        "- 公開\n",
    );
    check(
        "- a\n    - b\n\n      <details><summary>🔒 メモ</summary>\n\n      秘密\n\n      </details>\n\n- 公開\n",
        "- a\n    - b\n\n- 公開\n",
    );
    check(
        ":::message\n- <details><summary>🔒 x</summary>秘密\n:::\n\n公開\n",
        ":::message\n:::\n\n公開\n",
    );
}

#[test]
fn code_in_a_box_makes_nothing_of_what_follows() {
    let example = "<details><summary>例</summary>\n```\nx\n\ny\n```\n</details>\n\n";
    let code = format!("{example}```\n- 🔒 書き方\n```\n");
    check(&code, &code);
    check(
        &format!("{example}- 🔒 社内の話\n  :::message\n  秘密\n  :::\n"),
        example,
    );
    let code = "<details><summary>例</summary>\n```\n🔒 例\n```\n</details>\n";
    check(code, code);
}

#[test]
fn an_item_ends_with_the_box_that_it_is_in() {
    check(
        ":::message\n- a\n- 🔒 b\n  :::\n\n公開\n",
        ":::message\n- a\n  :::\n\n公開\n",
    );
    check(
        "- [ ] 🔒 社内\n  :::message\n  秘密\n  :::\n- 公開\n",
        "- 公開\n",
    );
    check(
        "・🔒 a\n  :::message\n  秘密\n\n  秘密2\n  :::\n・公開\n",
        "・公開\n",
    );
}

#[test]
fn an_item_is_private_with_the_boxes_in_it() {
    check(
        "- 🔒 社内の話\n  :::message\n  秘密\n  :::\n  秘密\n- 公開\n",
        "- 公開\n",
    );
    check(
        "- 🔒 社内の話\n\n  <details><summary>詳細</summary>\n\n  秘密\n\n  </details>\n\n- 公開\n",
        "- 公開\n",
    );
    check("・🔒 a\n  :::message\n  秘密\n  :::\n・公開\n", "・公開\n");
    check(
        "- a\n  :::message\n  x\n  :::\n\n    - 🔒 秘密\n- b\n",
        "- a\n  :::message\n  x\n  :::\n\n- b\n",
    );
    check("- 🔒 a\n:::message\n公開\n:::\n", ":::message\n公開\n:::\n");
}

#[test]
fn a_heading_in_a_quote_or_an_item_hides_and_ends_only_there() {
    check("## 🔒 社内メモ\n\n> ## 引用\n\n秘密\n\n## 次\n", "## 次\n");
    check(
        "- 公開\n\n  #### 🔒 x\n\n  秘密\n\n- 公開2\n\n後\n",
        "- 公開\n\n- 公開2\n\n後\n",
    );
    check(
        "- 公開\n\n  #### 🔒 x\n\n  :::message\n  秘密\n  :::\n\n  秘密2\n",
        "- 公開\n\n",
    );
    check(
        "> a\n>\n> ## 🔒 x\n> y\n>\n> ## z\n> 公開\n",
        "> a\n>\n> ## z\n> 公開\n",
    );
    check("## 🎈 🔒 風\n\n秘密\n\n## 次\n", "## 次\n");
    check("## 🎈\n\n🔒 秘密\n\n公開\n", "## 🎈\n\n公開\n");
}

#[test]
fn in_a_quote_the_lines_beneath_go_too() {
    check("> ・🔒 a\n> 　・b\n> ・c\n", "> ・c\n");
    check("> a\n> 🔒 b\n>   c\n> d\n", "> a\n> d\n");
    check(">a\n>🔒 b\n> c\n", ">a\n> c\n");
}

#[test]
fn a_table_without_its_head_is_none() {
    check(
        "前\n\n| a | 🔒 b |\n|---|---|\n| c | d |\n\n後\n",
        "前\n\n後\n",
    );
    check("> | 🔒 a | b |\n> |---|---|\n> | c | d |\n>\n> 秘密\n", "");
}

#[test]
fn an_open_fence_makes_nothing_of_the_next_section_public() {
    let sections = ["## a\n\n```\nx\n", "## b\n\n- 🔒 秘密\n- 公開\n"];
    let (open, count) = open_report(sections.into_iter());
    assert_eq!(
        (open.as_str(), count),
        ("## a\n\n```\nx\n## b\n\n- 公開\n", 1)
    );
    let fine = ["## a\n\n- 🔒 秘密\n- b\n", "## c\n\n```\n🔒\n```\n"];
    let (open, count) = open_report(fine.into_iter());
    assert_eq!(
        (open.as_str(), count),
        ("## a\n\n- b\n## c\n\n```\n🔒\n```\n", 1)
    );
}

#[test]
fn a_line_of_html_can_be_private() {
    assert_eq!(without_private("<!--\n🔒 x\n-->\n").0, "<!--\n-->\n");
    assert_eq!(
        without_private("<div>\n🔒 x\ny\n</div>\n").0,
        "<div>\ny\n</div>\n"
    );
}
