//! Rich text for the clipboard: what each construct becomes for note, and elsewhere.

use super::super::{Target, rich_text};
use crate::domain::{Event, EventId};
use crate::text::Language;

fn html(target: Target, body: &str) -> String {
    let mut event = Event::new(EventId::from_bits(1), "雲会議");
    event.report.title = "参加レポ".into();
    rich_text(target, &event, body, Language::Japanese.words())
}

#[track_caller]
fn check(body: &str, expected: &str) {
    assert_eq!(html(Target::Note, body).trim_end(), expected, "{body}");
}

#[test]
fn headings_have_two_levels() {
    check(
        "# 一\n\n## 二\n\n### 三\n\n#### 四 **太字**\n",
        "<h2>一</h2>\n<h2>二</h2>\n<h3>三</h3>\n<h3>四 <strong>太字</strong></h3>",
    );
    // The title has a field of its own.
    check("# 参加レポ\n\n## 話\n", "<h2>話</h2>");
    check("##\n\n本文\n", "<p>本文</p>");
}

#[test]
fn words_keep_what_note_knows() {
    check(
        "**太字**、~~消し~~、*斜体*、`a<b`\n次の行\n",
        "<p><strong>太字</strong>、<s>消し</s>、斜体、<code>a&lt;b</code><br>次の行</p>",
    );
    check(
        "**二\n行**\n",
        "<p><strong>二</strong><br><strong>行</strong></p>",
    );
}

#[test]
fn links_are_links_and_addresses_alone_are_cards() {
    check(
        "[資料](https://a.example/?a=1&b=\"2\") と https://b.example/\n",
        "<p><a href=\"https://a.example/?a=1&amp;b=&quot;2&quot;\">資料</a> と \
         <a href=\"https://b.example/\">https://b.example/</a></p>",
    );
    let card = "<p><a href=\"https://a.example/?a&amp;b\">https://a.example/?a&amp;b</a></p>";
    check("https://a.example/?a&b\n", card);
    check(
        "前\n前\nhttps://a.example/?a&b\n後\n",
        &format!("<p>前<br>前</p>\n{card}\n<p>後</p>"),
    );
    check("@[card](https://a.example/?a&b)\n", card);
    // To a heading that has no anchor there.
    check("[話](#話)\n", "<p>話</p>");
    check(
        "![空 & 雲](https://a.example/b.png =250x)\n",
        "<p><a href=\"https://a.example/b.png\">空 &amp; 雲</a></p>",
    );
}

#[test]
fn lists_have_one_level() {
    check(
        "- 一\n- 二\n  - 中\n    1. 下\n    2. 下\n  - 中\n- [x] 済\n- [ ] 未\n",
        "<ul>\n<li>一</li>\n<li>二<br>・中<br>\u{3000}1. 下<br>\u{3000}2. 下<br>・中</li>\n\
         <li>☑ 済</li>\n<li>☐ 未</li>\n</ul>",
    );
    check(
        "3. 三\n\n   続き\n4. 四\n",
        "<ol start=\"3\">\n<li>三<br>続き</li>\n<li>四</li>\n</ol>",
    );
    check(
        "- 題\n  > 引用\n\n  ```\n  a <b>\n  c\n  ```\n",
        "<ul>\n<li>題<br>引用<br>a &lt;b&gt;<br>c</li>\n</ul>",
    );
}

#[test]
fn quotes_boxes_and_details_are_quotes_and_words() {
    check(
        "> 一\n> 二\n>\n> - 三\n",
        "<blockquote><p>一<br>二<br>・三</p></blockquote>",
    );
    check(
        ":::message alert\n**注意**\n:::\n",
        "<blockquote><p>⚠️<br><strong>注意</strong></p></blockquote>",
    );
    check(
        "> [!TIP]\n> ヒント\n",
        "<blockquote><p>💡 ヒント</p></blockquote>",
    );
    check(
        ":::details 題\n本文\n:::\n",
        "<p><strong>題</strong></p>\n<p>本文</p>",
    );
}

#[test]
fn code_stays_code() {
    check(
        "```js:a.js\nif (a < b && c) {\n\n  \"d\"\n}\n```\n",
        "<p><code>a.js</code></p>\n\
         <pre><code>if (a &lt; b &amp;&amp; c) {\n\n  &quot;d&quot;\n}</code></pre>",
    );
}

#[test]
fn a_row_of_a_table_is_an_item() {
    check(
        "| 時刻 | 話 | |\n| --- | --- | --- |\n| 10:00 | **開会** | 一 |\n| 11:00 | | |\n",
        "<ul>\n<li>時刻: 10:00<br>話: <strong>開会</strong><br>一</li>\n<li>時刻: 11:00</li>\n</ul>",
    );
    check(
        "| 時刻 | 話 |\n| --- | --- |\n",
        "<ul>\n<li>時刻<br>話</li>\n</ul>",
    );
}

#[test]
fn footnotes_are_numbered_lines_at_the_end() {
    check(
        "## 一\n\n文[^b]と文[^a]と文^[中の注]\n\n[^a]: 注の *a*\n[^b]: 注の b\n\n---\n\n## 二\n\n文[^b]\n",
        "<h2>一</h2>\n<p>文[1]と文[2]と文[3]</p>\n<hr>\n<h2>二</h2>\n<p>文[1]</p>\n<hr>\n\
         <p>[1] 注の b</p>\n<p>[2] 注の a</p>\n<p>[3] 中の注</p>",
    );
}

#[test]
fn elsewhere_tables_and_levels_stay() {
    let html = html(
        Target::GitHub,
        "# 参加レポ\n\n#### 四\n\n| a |\n| :-: |\n| 1 |\n\n- [x] *済*\n\n文[^1]\n\n[^1]: 注\n",
    );
    assert_eq!(
        html.replace('\n', ""),
        "<h4>四</h4><table><thead><tr><th class=\"align-center\">a</th></tr></thead>\
         <tbody><tr><td class=\"align-center\">1</td></tr></tbody></table>\
         <ul><li>☑ <em>済</em></li></ul><p>文<sup>[1]</sup></p><hr><ol><li><p>注</p></li></ol>"
    );
}

/// Whatever a text says, no element, attribute or address comes of it that is not named here.
#[test]
fn hostile_text_stays_text() {
    let texts = [
        "<script>alert(1)</script>\n",
        "<img src=x onerror=alert(1)>\n",
        "a <b onclick=\"x\">b</b> &lt;i&gt;\n",
        "[a](javascript:alert(1)) ![b](data:text/html,x)\n",
        "[a](https://a.example/\"onclick=\"x)\n",
        "[a](<https://a.example/\" onclick=\"x>)\n",
        "```\"><script>\n</code></pre><script>\n```\n",
        "# </h2><script>\n",
        "| <td> |\n| --- |\n| </ul><script> |\n",
        "文[^\"><b]\n\n[^\"><b]: </p><script>\n",
        ":::details </summary><script>\nx\n:::\n",
        "\u{0}<\u{0}script>\n",
    ];
    let known = [
        "h1",
        "h2",
        "h3",
        "p",
        "br",
        "ul",
        "ol",
        "li",
        "strong",
        "s",
        "a",
        "blockquote",
        "pre",
        "code",
        "hr",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "sup",
        "em",
        "details",
        "summary",
    ];
    for target in Target::ALL {
        for text in texts {
            let html = html(target, text);
            for tag in html.split('<').skip(1) {
                let (inside, _) = tag.split_once('>').expect("a tag ends");
                let name = inside.trim_start_matches('/').split(' ').next();
                let name = name.unwrap_or_default();
                assert!(known.contains(&name), "{target:?}: {name} in {html}");
                let attributes = inside.split('"').step_by(2).skip(1);
                let names = std::iter::once(&inside[inside.find(' ').unwrap_or(inside.len())..]);
                for attribute in names.chain(attributes) {
                    let attribute = attribute.split('=').next().unwrap_or_default().trim();
                    let fine = ["", "href", "rel", "target", "class", "start", "open"];
                    assert!(
                        fine.contains(&attribute),
                        "{target:?}: {attribute} in {html}"
                    );
                }
            }
            assert!(
                !html.contains("\"javascript:") && !html.contains("\"data:"),
                "{html}"
            );
        }
    }
}
