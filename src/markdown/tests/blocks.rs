//! What paragraphs, headings, lists, quotes, code, tables and raw HTML become.

use super::printer::show;
use crate::markdown::{Preview, SafeNode, Tag, View};

fn check(input: &str, expected: &str) {
    assert_eq!(show(input), expected, "{input:?}");
}

#[test]
fn nothing() {
    check("", "");
    check("\n", "");
    check("  \n\t\n", "");
    check("[a]: https://x.example", "");
}

#[test]
fn headings() {
    check("# a", "<h1>a</h1>");
    check("###### a", "<h6>a</h6>");
    check("####### a", "<p>####### a</p>");
    check("## a ##", "<h2>a</h2>");
    check("##a", "<p>##a</p>");
    check("##", "<h2></h2>");
    check("a\n===", "<h1>a</h1>");
    check("a\n---", "<h2>a</h2>");
    check("## 🎈 はじめに", "<h2>🎈 はじめに</h2>");
    check(
        "# a {#id .class onclick=x}",
        "<h1>a {#id .class onclick=x}</h1>",
    );
}

#[test]
fn paragraphs_and_rules() {
    check("a\n\nb", "<p>a</p><p>b</p>");
    check("   a", "<p>a</p>");
    check("a\n\n---\n\nb", "<p>a</p><hr><p>b</p>");
    check("***", "<hr>");
    check("---\ntitle: a\n---", "<hr><h2>title: a</h2>");
    check("term\n: definition", "<p>term<br>: definition</p>");
}

#[test]
fn lists() {
    check("- a\n- b", "<ul><li>a</li><li>b</li></ul>");
    check("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>");
    check("- a\n  - b", "<ul><li>a<ul><li>b</li></ul></li></ul>");
    check("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>");
    check("3) a", "<ol start=3><li>a</li></ol>");
    check("- a\nb", "<ul><li>a<br>b</li></ul>");
    check("- a\n* b", "<ul><li>a</li></ul><ul><li>b</li></ul>");
    check("-　全角", "<p>-　全角</p>");
    check("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>");
}

#[test]
fn tasks() {
    check(
        "- [ ] a\n- [x] b\n- [X] c\n- [] d",
        "<ul><li><input type=checkbox>a</li>\
         <li><input type=checkbox checked=>b</li>\
         <li><input type=checkbox checked=>c</li><li>[] d</li></ul>",
    );
}

#[test]
fn a_task_knows_where_its_box_is() {
    let check = |text: &str| {
        let mut preview = Preview::new();
        preview.set_sections([("s", text)]);
        let mut boxes = Vec::new();
        let range = preview.range("s", 1).expect("the list is the second block");
        offsets(preview.blocks("s")[1].nodes(), &mut boxes);
        let source = &text[range];
        let expected: Vec<usize> = source.match_indices("[ ]").map(|(at, _)| at).collect();
        assert_eq!(boxes, expected, "{text:?}");
    };
    check("## あ\n\n- [ ] a\n- [ ] b\n");
    check(
        "x\n\n- [ ] https://x.example/_a_/ [^1]\n  - [ ] https://y.example/_b_/\n- [ ] c\n\n[^1]: note\n",
    );
}

fn offsets(nodes: &[SafeNode], boxes: &mut Vec<usize>) {
    for node in nodes {
        if let View::Element(element) = node.view() {
            if let Tag::CheckBox { offset, .. } = element.tag() {
                boxes.push(*offset);
            }
            offsets(element.children(), boxes);
        }
    }
}

#[test]
fn quotes_and_alerts() {
    check("> a", "<blockquote><p>a</p></blockquote>");
    check("> a\nb", "<blockquote><p>a<br>b</p></blockquote>");
    check(
        "> > a",
        "<blockquote><blockquote><p>a</p></blockquote></blockquote>",
    );
    check("> [!NOTE]\n> a", "<div class=alert note><p>a</p></div>");
    check("> [!tip]\n> a", "<div class=alert tip><p>a</p></div>");
    check(
        "> [!IMPORTANT]\n> a",
        "<div class=alert important><p>a</p></div>",
    );
    check(
        "> [!WARNING]\n> a",
        "<div class=alert warning><p>a</p></div>",
    );
    check(
        "> [!CAUTION]\n> a",
        "<div class=alert caution><p>a</p></div>",
    );
    check(
        "> [!OTHER]\n> a",
        "<blockquote><p>[!OTHER]<br>a</p></blockquote>",
    );
}

#[test]
fn code() {
    check("```\na\n```", "<pre><code>a\n</code></pre>");
    check(
        "```rust\nfn a() {}\n```",
        "<pre><code class=language-rust>fn a() {}\n</code></pre>",
    );
    check(
        "```js:a.js\n```",
        "<pre><span class=file-name>a.js</span><code class=language-js></code></pre>",
    );
    check(
        "``` diff js \n```",
        "<pre><code class=language-diff></code></pre>",
    );
    check("~~~\n## a\n~~~", "<pre><code>## a\n</code></pre>");
    check("    a\n    b", "<pre><code>a\nb</code></pre>");
    check(
        "```\n<b> https://x.example *c*\n```",
        "<pre><code>&lt;b> https://x.example *c*\n</code></pre>",
    );
    check("```\nopen", "<pre><code>open</code></pre>");
}

#[test]
fn tables() {
    check(
        "|a|b|\n|-|-|\n|c|d|",
        "<table><thead><tr><th>a</th><th>b</th></tr></thead>\
         <tbody><tr><td>c</td><td>d</td></tr></tbody></table>",
    );
    check(
        "|a|b|c|\n|:-|:-:|-:|",
        "<table><thead><tr><th class=align-left>a</th><th class=align-center>b</th>\
         <th class=align-right>c</th></tr></thead></table>",
    );
    check(
        "a|b\n-|-:\n`c`|**d**|e",
        "<table><thead><tr><th>a</th><th class=align-right>b</th></tr></thead>\
         <tbody><tr><td><code>c</code></td><td class=align-right><strong>d</strong></td></tr></tbody></table>",
    );
}

#[test]
fn raw_html_is_text() {
    check("<div>\na\n</div>", "<p>&lt;div><br>a<br>&lt;/div></p>");
    check(
        "<details>\n\na\n\n</details>",
        "<p>&lt;details></p><p>a</p><p>&lt;/details></p>",
    );
    check("<!-- a\n\nb -->", "<p>&lt;!-- a<br><br>b --></p>");
    check(
        "<script>\nalert(1)\n</script>",
        "<p>&lt;script><br>alert(1)<br>&lt;/script></p>",
    );
    check(
        "<div>https://x.example</div>",
        "<p>&lt;div>https://x.example&lt;/div></p>",
    );
    check("<div>\r\na\r\n</div>", "<p>&lt;div><br>a<br>&lt;/div></p>");
    check("- <div>\n  a", "<ul><li><p>&lt;div><br>a</p></li></ul>");
}

#[test]
fn blocks_are_a_partition_of_the_text() {
    let check = |text: &str, expected: &[&str]| {
        let mut preview = Preview::new();
        preview.set_sections([("s", text)]);
        let sources: Vec<&str> = (0..)
            .map_while(|block| preview.range("s", block))
            .map(|range| &text[range])
            .collect();
        assert_eq!(sources, expected, "{text:?}");
        assert_eq!(sources.len(), preview.blocks("s").len());
    };
    check("", &[]);
    check("\n\n", &["\n\n"]);
    check("a", &["a"]);
    check("\n\na\n\nb\n", &["\n\na\n\n", "b\n"]);
    check(
        "# a\nb\n- c\n\n\n- d\n# e",
        &["# a\n", "b\n", "- c\n\n\n- d\n", "# e"],
    );
    check("  # a\n   b", &["  # a\n", "   b"]);
    check("a\n\n[b]: c\n\nd", &["a\n\n[b]: c\n\n", "d"]);
    // What follows a definition without a blank line may still become its title.
    check("[b]: c\nd\n# e", &["[b]: c\nd\n", "# e"]);
    check("[^1]: [^2]: a\nb\n\nc", &["[^1]: [^2]: a\nb\n\n", "c"]);
    check("[^1]: a\n\t[^2]: b\n\nc", &["[^1]: a\n\t[^2]: b\n\n", "c"]);
    check("```\n\na\n\n```\nb", &["```\n\na\n\n```\n", "b"]);
}

#[test]
fn the_block_of_the_caret() {
    let mut preview = Preview::new();
    preview.set_sections([("s", "## あ\n\ni\n\n- u\n"), ("empty", "")]);
    let at = |offset| preview.block_at("s", offset);
    assert_eq!(at(0), Some(0));
    assert_eq!(at(7), Some(0));
    assert_eq!(at(8), Some(1));
    assert_eq!(at(10), Some(1));
    assert_eq!(at(11), Some(2));
    assert_eq!(at(15), Some(2));
    assert_eq!(at(999), Some(2));
    assert_eq!(preview.block_at("empty", 0), None);
    assert_eq!(preview.block_at("unknown", 0), None);
}

#[test]
fn anchors_are_made_as_on_github() {
    let mut preview = Preview::new();
    let other = "## Next *Steps*!\n\n> # in a quote\n\n## はじめに、[リンク](https://x.example)と `code`\n\n## サーバーの話\n";
    preview.set_sections([
        ("a", "## Next Steps\n\ntext\n\n## Next-Steps\n"),
        ("b", other),
    ]);
    assert_eq!(
        anchors(&preview),
        [
            "next-steps",
            "next-steps-1",
            "next-steps-2",
            "in-a-quote",
            "はじめにリンクと-code",
            "サーバーの話"
        ]
    );
}

fn anchors(preview: &Preview) -> Vec<&str> {
    let blocks = preview.sections().flat_map(|key| preview.blocks(key));
    let anchors = blocks.flat_map(|block| block.anchors());
    anchors.map(String::as_str).collect()
}

#[test]
fn no_two_headings_have_one_anchor() {
    let check = |text: &str, expected: &[&str]| {
        let mut preview = Preview::new();
        preview.set_sections([("s", text)]);
        assert_eq!(anchors(&preview), expected, "{text:?}");
    };
    check("# a\n# a-1\n# a\n# a", &["a", "a-1", "a-2", "a-3"]);
    check("# a\n# a\n# a-1", &["a", "a-1", "a-1-1"]);
    // Of these nothing is left, and no link leads there.
    check("# !\n# ?\n#", &["", "", ""]);
}
