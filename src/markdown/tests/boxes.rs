//! Boxes and details: what they hold, where they end, and what looks like one.

use super::printer::show;
use crate::markdown::{Preview, View};

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(show(source), expected, "{source:?}");
}

const NOTE: &str = "<div class=alert note>";
const WARNING: &str = "<div class=alert warning>";

#[test]
fn each_spelling_is_a_box() {
    for (words, class) in [
        ("message", "note"),
        ("message alert", "warning"),
        (" message", "note"),
        ("note", "note"),
        ("note info", "note"),
        ("note warn", "warning"),
        ("note alert", "caution"),
        ("success", "tip"),
        ("danger", "caution"),
    ] {
        check(
            &format!(":::{words}\n本文\n:::\n後"),
            &format!("<div class=alert {class}><p>本文</p></div><p>後</p>"),
        );
    }
}

#[test]
fn details_have_a_title_and_stand_open() {
    let expected =
        "<details open=><summary>題 *a*</summary><p>本<em>文</em></p></details><p>後</p>";
    check(":::details 題 *a*\n本*文*\n:::\n後", expected);
    check(":::spoiler 題 *a*\n本*文*\n:::\n後", expected);
    check(
        "<details><summary>題 *a*</summary>\n\n本*文*\n\n</details>\n\n後",
        expected,
    );
    check(
        "<details>\n<summary>題 *a*</summary>\n\n本*文*\n\n</details>\n後",
        expected,
    );
}

#[test]
fn a_tag_in_code_closes_no_details() {
    check(
        "<details><summary>題</summary>\n\n```html\n<details>\n</details>\n```\n\n後\n</details>\n外",
        "<details open=><summary>題</summary><pre><code class=language-html>&lt;details>\n&lt;/details>\n</code></pre><p>後</p></details><p>外</p>",
    );
}

#[test]
fn a_box_holds_blocks_and_boxes() {
    check(
        ":::message\n- a\n- b\n\n```\n:::\n```\n",
        &format!(
            "{NOTE}<ul><li>a</li><li>b</li></ul><pre><code></code></pre></div><pre><code></code></pre>"
        ),
    );
    check(
        "::::details 外\n:::message\n中\n:::\n::::\n",
        &format!("<details open=><summary>外</summary>{NOTE}<p>中</p></div></details>"),
    );
}

#[test]
fn a_box_ends_a_paragraph_and_goes_to_the_end_without_its_own() {
    check(
        "前\n:::message\n中\n:::\n後",
        &format!("<p>前</p>{NOTE}<p>中</p></div><p>後</p>"),
    );
    check(
        "- a\n:::message alert\n中",
        &format!("<ul><li>a</li></ul>{WARNING}<p>中</p></div>"),
    );
    check(
        "<details><summary>a</summary>\nb",
        "<details open=><summary>a</summary><p>b</p></details>",
    );
}

#[test]
fn what_no_place_knows_is_text() {
    check(":::unknown\na\n:::", "<p>:::unknown<br>a<br>:::</p>");
    check(":::details\na\n:::", "<p>:::details<br>a<br>:::</p>");
    check("    :::message", "<pre><code>:::message</code></pre>");
    check(
        "```\n:::message\n```\n",
        "<pre><code>:::message\n</code></pre>",
    );
    check(
        "- ```\n  :::message\n  ```\n",
        "<ul><li><pre><code>:::message\n</code></pre></li></ul>",
    );
    check(
        "<details>\na\n</details>",
        "<p>&lt;details><br>a<br>&lt;/details></p>",
    );
}

#[test]
fn definitions_and_notes_in_a_box_are_those_of_the_report() {
    check(
        "[a] と[^n]\n\n:::message\n[a]: https://a.example\n\n[^n]: 注\n\n[b]\n:::\n\n[b]: https://b.example\n",
        &format!(
            "<p><a href=https://a.example>a</a> と<sup class=note-reference data-note=note-s-n></sup></p>{NOTE}<p><a href=https://b.example>b</a></p></div>"
        ),
    );
}

#[test]
fn the_markup_of_a_box_is_not_counted() {
    let mut preview = Preview::new();
    preview.set_sections([("s", ":::details 題\n本文\n:::\n")]);
    assert_eq!(preview.total_characters(), 3);
}

#[test]
fn a_box_of_tasks_says_where_they_stand() {
    let source = "前\n\n:::message\n- [ ] する\n:::\n";
    let mut preview = Preview::new();
    preview.set_sections([("s", source)]);
    let block = &preview.blocks("s")[1];
    let range = preview.range("s", 1).expect("a block");
    fn offsets(node: &crate::markdown::SafeNode, found: &mut Vec<usize>) {
        if let View::Element(element) = node.view() {
            if let crate::markdown::Tag::CheckBox { offset, .. } = element.tag() {
                found.push(*offset);
            }
            element
                .children()
                .iter()
                .for_each(|child| offsets(child, found));
        }
    }
    let mut found = Vec::new();
    block
        .nodes()
        .iter()
        .for_each(|node| offsets(node, &mut found));
    assert_eq!(found.len(), 1);
    assert!(source[range][found[0]..].starts_with("[ ]"));
}

#[test]
fn boxes_in_boxes_in_boxes_end_somewhere() {
    let deep: String = (0..2000)
        .map(|_| "<details><summary>a</summary>\n")
        .collect();
    assert!(show(&deep).len() > deep.len());
    let colons: String = (3..900)
        .rev()
        .map(|n| ":".repeat(n) + "message\n")
        .collect();
    assert!(show(&colons).contains("alert note"));
}
