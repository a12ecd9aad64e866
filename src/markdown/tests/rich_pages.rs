//! What browsers and programs put on the clipboard, as they put it.

use super::rich::{check, check_none};
use crate::markdown::from_html;

#[test]
fn lists() {
    check("<ul><li>一</li><li>二</li></ul>", "- 一\n- 二");
    check("<ol><li>一</li><li>二</li></ol>", "1. 一\n2. 二");
    check(
        "<ol start=\"9\"><li>九<ul><li>下</li></ul></li><li>十</li></ol>",
        "9. 九\n   - 下\n10. 十",
    );
    check(
        "<ul>\n<li>一\n<ul>\n<li>二</li>\n</ul>\n</li>\n<li>三</li>\n</ul>",
        "- 一\n  - 二\n- 三",
    );
    check(
        "<ul><li>一<li>二<ol><li>三</ol></ul>",
        "- 一\n- 二\n  1. 三",
    );
    check(
        "<ul><li><p>一</p></li><li><p>二</p></li></ul>",
        "- 一\n- 二",
    );
    check(
        "<ul><li><p>一</p><p>続き</p></li><li>二</li></ul>",
        "- 一\n\n  続き\n- 二",
    );
    check("<ul><li>一<br>行</li></ul>", "- 一\n  行");
    check("<ul><li></li><li>一</li><li> </li></ul>", "- 一");
    check("<p>前</p><ul><li>一</li></ul><p>後</p>", "前\n\n- 一\n\n後");
    check("<ul><li>一</li></ul><ul><li>二</li></ul>", "- 一\n- 二");
    check("<ol><li>一</li></ol><ol><li>二</li></ol>", "1. 一\n\n1) 二");
    check("<ul><li>一</li></ul><ol><li>二</li></ol>", "- 一\n\n1. 二");
    check("<li>一</li><li>二</li><p>三</p>", "- 一\n- 二\n\n三");
    check("<ul><li><ul><li>一</li></ul></li></ul>", "- - 一");
    check("<ul><li><h3>題</h3>文</li></ul>", "- ### 題\n\n  文");
}

#[test]
fn lists_directly_in_lists() {
    check(
        "<ul><li>一</li><ul><li>二</li></ul><li>三</li></ul>",
        "- 一\n  - 二\n- 三",
    );
    check(
        "<ol><li>一</li><ol><li>二</li></ol></ol>",
        "1. 一\n   1. 二",
    );
    check("<ul><ul><li>二</li></ul></ul>", "- 二");
}

#[test]
fn boxes_of_tasks() {
    check(
        "<ul class=\"contains-task-list\"><li class=\"task-list-item\"><input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled=\"\"> 一</li><li class=\"task-list-item\"><input type=\"checkbox\" disabled=\"\" checked=\"\"> 二</li></ul>",
        "- [ ] 一\n- [x] 二",
    );
    check(
        "<ul><li><p><input type=\"checkbox\">一</p></li></ul>",
        "- [ ] 一",
    );
    check(
        "<ul><li role=\"checkbox\" aria-checked=\"true\"><img src=\"data:image/png;base64,AA\" alt=\"済み\"><p>一</p></li></ul>",
        "- [x] 一",
    );
    check(
        "<ul><li>一 <input type=\"checkbox\"> 二</li></ul>",
        "- 一 二",
    );
}

#[test]
fn quotes() {
    check("<blockquote>一</blockquote>", "> 一");
    check(
        "<blockquote><p>一</p><p>二<br>三</p></blockquote>後",
        "> 一\n>\n> 二\n> 三\n\n後",
    );
    check(
        "<blockquote>一<blockquote>二</blockquote></blockquote>",
        "> 一\n>\n> > 二",
    );
    check(
        "<blockquote>一</blockquote><blockquote>二</blockquote>",
        "> 一\n\n> 二",
    );
    check(
        "<blockquote><ul><li>一</li></ul></blockquote><blockquote><ul><li>二</li></ul></blockquote>",
        "> - 一\n\n> - 二",
    );
    check(
        "<ul><li>一<blockquote>二</blockquote></li></ul>",
        "- 一\n\n  > 二",
    );
    check(
        "<blockquote><pre><code>a\n\nb</code></pre></blockquote>",
        "> ```\n> a\n>\n> b\n> ```",
    );
}

#[test]
fn tables() {
    check(
        "<table><thead><tr><th>名</th><th>数</th></tr></thead><tbody><tr><td>a</td><td><b>1</b></td></tr></tbody></table>",
        "| 名 | 数 |\n| --- | --- |\n| a | **1** |",
    );
    check(
        "<table><tr><td><b>名</b></td><td>数</td></tr><tr><td>a|b</td><td>1<br>2</td></tr></table>",
        "| 名 | 数 |\n| --- | --- |\n| a\\|b | 1 2 |",
    );
    check(
        "<table><tr><th style=\"text-align:center\">a</th><th align=\"right\">b</th><th>c</th></tr></table>",
        "| a | b | c |\n| :---: | ---: | --- |",
    );
    check(
        "<table><tr><td>a<td>b<tr><td colspan=2>c</table>",
        "| a | b |\n| --- | --- |\n| c |  |",
    );
    check(
        "<table><tr><td>a</td><td>b</td></tr><tr><td rowspan=\"2\">c</td><td>d</td></tr><tr><td>e</td></tr></table>",
        "| a | b |\n| --- | --- |\n| c | d |\n|  | e |",
    );
    check(
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td rowspan=\"2\">d</td></tr><tr><td>e</td></tr><tr><td>f</td><td>g</td></tr></table>",
        "| a | b |\n| --- | --- |\n| c | d |\n| e |\n| f | g |",
    );
    check(
        "<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>",
        "| a |  |\n| --- | --- |\n| b | c |",
    );
    check(
        "<table><tr><td>1. a</td><td><ul><li>b</li><li>c</li></ul></td></tr></table>",
        "| 1. a | b c |\n| --- | --- |",
    );
    check(
        "<table><tr><td><code>a|b</code></td><td></td></tr></table>",
        "| `a\\|b` |  |\n| --- | --- |",
    );
    check(
        "<table><tr><td>https://a.example/b_c|_</td><td>b</td></tr></table>",
        "| <https://a.example/b_c>\\|\\_ | b |\n| --- | --- |",
    );
    check(
        "<table><caption>表1</caption><tr><td>a</td><td>b</td></tr></table>",
        "表1\n\n| a | b |\n| --- | --- |",
    );
    check(
        "前<table><tr><td>a</td><td>b</td></tr></table>後",
        "前\n\n| a | b |\n| --- | --- |\n\n後",
    );
}

#[test]
fn tables_for_the_layout_are_none() {
    check(
        "<table><tr><td><h3>題</h3></td><td>文</td></tr></table>",
        "### 題\n\n文",
    );
    check(
        "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>",
        "| a | b |\n| --- | --- |",
    );
    check_none("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>");
}

#[test]
fn nothing_else_comes_in() {
    check(
        "<script>alert(1)</script><style>a{}</style><h2 onclick=\"alert(1)\">題</h2><template>a</template>",
        "## 題",
    );
    check(
        "<title>a</title><h2>題<svg><text>a</text></svg></h2><math>b</math><iframe src=\"https://a.example\">c</iframe><textarea>d</textarea><object data=\"e\">f</object><button>写す</button>",
        "## 題",
    );
    check(
        "<h2>題</h2><p hidden>a</p><p style=\"display: none\">b</p><p aria-hidden=\"true\">c</p><p class=\"sr-only\">d</p>",
        "## 題",
    );
    check(
        "<!doctype html><!-- <b>a</b> --><?php a ?><![CDATA[b]]><h2>題</h2><!--EndFragment-->",
        "## 題",
    );
    check("<script><!-- </scrip> <b> </SCRIPT ><h2>題</h2>", "## 題");
    check("<h2>題</h2><!-- a", "## 題");
    check("<h2>題</h2><a href=\"https://a.example", "## 題");
    check("<H2 CLASS=a>題</H2><P>文</P>", "## 題\n\n文");
    check("<h2>a < b</h2></p></x><x-y>文</x-y>", "## a < b\n\n文");
    check("<h2 title=\"a>b\" data-x='<b>'>題</h2>", "## 題");
    check("<h2>題</h2><img src=x onerror=alert(1)>文", "## 題\n\n文");
    check(
        "<h2>題</h2>&lt;script&gt;alert(1)&lt;/script&gt;",
        "## 題\n\n\\<script\\>alert(1)\\</script\\>",
    );
    check(
        "<h2>題</h2><a href=\"java&#10;script:a\">b</a>",
        "## 題\n\nb",
    );
}

#[test]
fn depth_is_bounded() {
    let deep = "<ul><li>".repeat(5000) + "底" + &"</li></ul>".repeat(5000);
    assert!(crate::markdown::from_html(&deep).is_some_and(|markdown| markdown.len() < 100));
    let deep =
        "<blockquote><b>".repeat(5000) + "底" + &"</b></blockquote>".repeat(5000) + "<h2>題</h2>";
    assert!(
        crate::markdown::from_html(&deep).is_some_and(|markdown| markdown.ends_with("\n\n## 題"))
    );
}

#[test]
fn zenn() {
    check(
        "<meta charset='utf-8'><h2 id=\"はじめに\" data-line=\"0\" class=\"code-line\" style=\"font-weight: 700; font-size: 24px;\"><a class=\"header-anchor-link\" href=\"https://zenn.dev/a/articles/b#%E3%81%AF\" aria-hidden=\"true\"></a> はじめに</h2><p data-line=\"2\" class=\"code-line\">今年は<strong>登壇</strong>しました。<img class=\"emoji\" draggable=\"false\" alt=\"🎉\" src=\"https://static.example/1f389.svg\"></p><ul data-line=\"4\"><li>一つ目\n<ul>\n<li>下</li>\n</ul>\n</li><li class=\"task-list-item\"><input class=\"task-list-item-checkbox\" disabled=\"\" type=\"checkbox\"> 試す</li></ul><div class=\"code-block-container\"><div class=\"code-block-filename-container\"><span class=\"code-block-filename\">main.rs</span></div><pre class=\"language-rust\"><code class=\"language-rust code-line\"><span class=\"token keyword\">fn</span> main() {}\n</code></pre><button type=\"button\">コピー</button></div><aside class=\"msg message\"><span class=\"msg-symbol\">!</span><div class=\"msg-content\"><p>注意書き</p></div></aside>",
        "## はじめに\n\n今年は**登壇**しました。🎉\n\n- 一つ目\n  - 下\n- [ ] 試す\n\n```rust:main.rs\nfn main() {}\n```\n\n> [!NOTE]\n>\n> 注意書き",
    );
    check(
        "<p>本文<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\">[1]</a></sup></p><section class=\"footnotes\"><span class=\"footnotes-title\">脚注</span><ol class=\"footnotes-list\"><li id=\"fn-1\" class=\"footnote-item\"><p>注 <a href=\"#fnref-1\" class=\"footnote-backref\">↩︎</a></p></li></ol></section>",
        "本文[^1]\n\n[^1]: 注",
    );
}

#[test]
fn footnotes_of_each_site() {
    for (reference, name) in [
        ("https://zenn.dev/a/articles/b#fn-0a1b-1", "fn-0a1b-1"),
        ("https://qiita.com/a/items/b#fn1", "fn1"),
        ("#user-content-fn-1-c0ffee", "user-content-fn-1-c0ffee"),
    ] {
        let label = if name.ends_with("ee") {
            "1-c0ffee"
        } else {
            "1"
        };
        check(
            &format!(
                "<p>本<b>文</b><sup><a href=\"{reference}\">1</a></sup>。</p><div class=\"footnotes\"><hr><ol>\n<li id=\"{name}\"><p>注 <a href=\"#fnref1\">↩</a></p><p>二</p></li></ol></div>"
            ),
            &format!("本**文**[^{label}]。\n\n---\n\n[^{label}]: 注\n\n    二"),
        );
    }
}

#[test]
fn what_is_named_like_a_footnote_is_none() {
    check(
        "<p><a href=\"https://docs.example/#fn-overview\">関数一覧</a> と<a href=\"https://docs.example/#fn1\">一番</a></p>",
        "[関数一覧](https://docs.example/#fn-overview) と[一番](https://docs.example/#fn1)",
    );
    check("<ul><li id=\"fn-key\">一</li></ul>", "- 一");
}

#[test]
fn frames() {
    let check = |frame: &str, address: &str| {
        check(
            &format!("<p>前{frame}後</p>"),
            &format!("前\n{address}\n後"),
        );
    };
    check(
        "<iframe src=\"https://embed.zenn.studio/card#a\" data-content=\"https%3A%2F%2Fa.example%2F%E3%81%82\"></iframe>",
        "https://a.example/あ",
    );
    check(
        "<iframe src=\"https://www.youtube.com/embed/abc?rel=0\"></iframe>",
        "https://www.youtube.com/watch?v=abc",
    );
    check(
        "<iframe src=\"//speakerdeck.com/player/0a1b\"></iframe>",
        "https://speakerdeck.com/player/0a1b",
    );
    assert_eq!(
        from_html("<p>前<iframe src=\"https://ads.example/\"></iframe></p>"),
        None
    );
    assert_eq!(
        from_html("<p>前<iframe data-content=\"javascript%3Aalert(1)\"></iframe></p>"),
        None
    );
    assert_eq!(
        from_html("<p>前<iframe data-content=\"https%3A%2F%2Fa.example%2F%0A%23\"></iframe></p>"),
        None
    );
}

#[test]
fn details_have_their_title_as_text() {
    check(
        "<details><summary><b>a</b> &lt;b&gt;</summary>c</details>d",
        "<details><summary>a &lt;b&gt;</summary>\n\nc\n\n</details>\n\nd",
    );
    check("<details><b>a</b>b</details>", "**a**b");
}

#[test]
fn qiita() {
    check(
        "<h2><span id=\"題\" class=\"fragment\"></span><a href=\"#題\"><i class=\"fa fa-link\"></i></a>題</h2><p>文<br>\n次の行</p><div class=\"code-frame\" data-lang=\"ruby\"><div class=\"code-lang\"><span class=\"bold\">a.rb</span></div><div class=\"highlight\"><pre><code><span class=\"nb\">puts</span> 1\n</code></pre></div></div><div class=\"note warn\"><span class=\"fa fa-fw fa-exclamation-circle\"></span><p>注意</p></div>",
        "## 題\n\n文\n次の行\n\n```ruby:a.rb\nputs 1\n```\n\n> [!WARNING]\n>\n> 注意",
    );
}

#[test]
fn note() {
    check(
        "<h2 name=\"a\" id=\"a\" style=\"font-size: 24px\">大見出し</h2><p name=\"b\" id=\"b\">一行目<br>二行目</p><p name=\"c\"><br></p><ul name=\"d\"><li><p name=\"e\">項目</p></li></ul><figure><blockquote><p>引用</p></blockquote><figcaption></figcaption></figure><pre name=\"f\" class=\"codeBlock\"><code>a\nb</code></pre>",
        "## 大見出し\n\n一行目\n二行目\n\n- 項目\n\n> 引用\n\n```\na\nb\n```",
    );
}

#[test]
fn hatena_blog() {
    check(
        "<h3 id=\"h\">題</h3>\n<p><a class=\"keyword\" href=\"https://d.example/keyword/Rust\">Rust</a>の話。</p>\n<pre class=\"code lang-rust\" data-lang=\"rust\" data-unlink=\"\"><span class=\"synStatement\">fn</span> a() {}\n</pre>\n<p>脚注<a href=\"#f-1\" name=\"fn-1\" title=\"注\">*1</a></p>",
        "### 題\n\n[Rust](https://d.example/keyword/Rust)の話。\n\n```rust\nfn a() {}\n```\n\n脚注\\*1",
    );
}

#[test]
fn github() {
    check(
        "<meta charset='utf-8'><div class=\"markdown-heading\" dir=\"auto\"><h2 class=\"heading-element\" dir=\"auto\">Usage</h2><a id=\"user-content-usage\" class=\"anchor\" aria-label=\"Permalink: Usage\" href=\"https://github.com/a/b#usage\"><svg class=\"octicon\"><path d=\"\"></path></svg></a></div><div class=\"highlight highlight-source-shell notranslate\" dir=\"auto\"><pre>cargo run</pre><div class=\"zeroclipboard-container\"><clipboard-copy aria-label=\"Copy\" value=\"cargo run\"><svg></svg></clipboard-copy></div></div><div class=\"markdown-alert markdown-alert-tip\" dir=\"auto\"><p class=\"markdown-alert-title\"><svg></svg>Tip</p><p dir=\"auto\">Read it.</p></div><p dir=\"auto\"><g-emoji alias=\"tada\">🎉</g-emoji> done</p>",
        "## Usage\n\n```shell\ncargo run\n```\n\n> [!TIP]\n>\n> Read it.\n\n🎉 done",
    );
}

#[test]
fn google_docs_and_slides() {
    check(
        "<meta charset='utf-8'><meta charset=\"utf-8\"><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><h1 dir=\"ltr\" style=\"line-height:1.38;\"><span style=\"font-size:20pt;font-weight:400;font-style:normal;text-decoration:none;white-space:pre;white-space:pre-wrap;\">題</span></h1><p dir=\"ltr\"><span style=\"font-weight:400;white-space:pre-wrap;\">これは</span><span style=\"font-weight:700;white-space:pre-wrap;\">太字</span><span style=\"font-weight:400;white-space:pre-wrap;\">です </span><a href=\"https://a.example\" style=\"text-decoration:none;\"><span style=\"color:#1155cc;font-weight:400;text-decoration:underline;\">資料</span></a></p><br><ul style=\"margin-top:0;\"><li dir=\"ltr\" style=\"list-style-type:disc;\" aria-level=\"1\"><p dir=\"ltr\" role=\"presentation\"><span style=\"font-weight:400;white-space:pre-wrap;\">一</span></p></li><ul style=\"margin-top:0;\"><li dir=\"ltr\" style=\"list-style-type:circle;\" aria-level=\"2\"><p dir=\"ltr\" role=\"presentation\"><span style=\"font-style:italic;\">二</span></p></li></ul></ul><div dir=\"ltr\" align=\"left\"><table style=\"border:none;\"><colgroup><col /><col /></colgroup><tbody><tr><td><p dir=\"ltr\"><span style=\"font-weight:700;\">a</span></p></td><td><p dir=\"ltr\"><span>b</span></p></td></tr><tr><td><p><span>c</span></p></td><td><br></td></tr></tbody></table></div></b><br class=\"Apple-interchange-newline\">",
        "# 題\n\nこれは**太字**です [資料](https://a.example)\n\n- 一\n  - *二*\n\n| a | b |\n| --- | --- |\n| c |  |",
    );
}

const WORD: &str = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta name=Generator content=\"Microsoft Word 15\"><!--[if gte mso 9]><xml><o:x>a</o:x></xml><![endif]--><style><!-- p.MsoNormal {} --></style></head><body lang=JA><!--StartFragment-->";

#[test]
fn word() {
    check(
        &(WORD.to_owned()
            + "<h1><span lang=EN-US>題<o:p></o:p></span></h1>\r\n<p class=MsoNormal>文と<b>太\r\n字</b>。<o:p></o:p></p>\r\n<p class=MsoListParagraphCxSpFirst style='margin-left:22.0pt;text-indent:-22.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span></span><![endif]>一<o:p></o:p></p>\r\n<p class=MsoListParagraphCxSpMiddle style='margin-left:44.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>二<o:p></o:p></p>\r\n<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>3.<span>&nbsp;</span></span>三<o:p></o:p></p>\r\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\r\n<p class=MsoNormal>後</p><!--EndFragment--></body></html>"),
        "# 題\n\n文と**太字**。\n\n- 一\n  - 二\n\n3. 三\n\n後",
    );
}

#[test]
fn powerpoint() {
    check(
        "<html><body><div v:shape=\"a\"><p style='language:ja;margin-top:0pt;margin-left:.25in;text-indent:-.25in'><span style='font-size:28.0pt'><span style='mso-special-format:bullet;font-family:Arial'>•</span></span><span style='font-size:28.0pt'>一</span></p><p style='margin-left:.75in;text-indent:-.25in'><span style='mso-special-format:bullet'>•</span><span style='font-weight:bold'>二</span></p><p style='margin-left:.25in'><span style='mso-special-format:bullet'>•</span><span>三</span></p></div></body></html>",
        "- 一\n  - **二**\n- 三",
    );
}

#[test]
fn notion_and_slack() {
    check(
        "<meta charset='utf-8'><h1>題</h1>\n<p><strong>太字</strong>と<code>code</code></p>\n<ul>\n<li>一\n<ul>\n<li>二</li>\n</ul>\n</li>\n</ul>\n<hr>\n<!-- notionvc: a -->",
        "# 題\n\n**太字**と`code`\n\n- 一\n  - 二\n\n---",
    );
    check(
        "<meta charset='utf-8'><span style=\"color: rgb(29, 28, 29); white-space: pre-wrap;\">見て </span><b data-stringify-type=\"bold\" style=\"font-weight: 700;\">これ</b><span>\u{3000}</span><img data-stringify-type=\"emoji\" data-stringify-emoji=\":tada:\" src=\"https://a.example/t.png\" alt=\":tada:\"><ul data-stringify-type=\"unordered-list\" class=\"p-rich_text_list\"><li data-stringify-indent=\"0\">一</li></ul>",
        "見て **これ**\u{3000}:tada:\n\n- 一",
    );
}

#[test]
fn editors_and_terminals_give_plain_text() {
    check_none(
        "<meta charset='utf-8'><div style=\"color: #d4d4d4;background-color: #1e1e1e;font-family: Menlo, Monaco, 'Courier New', monospace;font-weight: normal;font-size: 12px;line-height: 18px;white-space: pre;\"><div><span style=\"color: #6a9955;font-style: italic;\">// a</span></div><br><div><span style=\"color: #569cd6;font-weight: bold;\">fn</span><span style=\"color: #d4d4d4;\"> a() {}</span></div></div>",
    );
    check_none(
        "<pre style=\"background-color:#2b2b2b;color:#a9b7c6;font-family:'JetBrains Mono',monospace;\"><span style=\"color:#cc7832;\">fn </span><b>a</b>() {}</pre>",
    );
}

#[test]
fn safari_and_firefox() {
    check(
        "<meta charset=\"UTF-8\"><p style=\"caret-color: rgb(0, 0, 0);\">文<span class=\"Apple-converted-space\">&nbsp;</span><strong>太字</strong></p>",
        "文 **太字**",
    );
    check(
        "<html><body>\n<!--StartFragment--><h2 id=\"a\">題</h2>\n<p>文\n</p><!--EndFragment-->\n</body>\n</html>",
        "## 題\n\n文",
    );
}

#[test]
fn a_timetable_of_connpass() {
    check(
        "<div id=\"editor_area\"><h2>タイムテーブル</h2><table class=\"ConnpassTable\"><thead><tr><th>時間</th><th>内容</th><th>発表者</th></tr></thead><tbody><tr><td>19:00～19:10</td><td>オープニング</td><td>運営</td></tr><tr><td rowspan=\"2\">19:10～</td><td><a href=\"https://a.example/s\">雲の話</a></td><td><a href=\"https://x.example/@u_1\">@u_1</a></td></tr><tr><td>LT</td><td></td></tr></tbody></table></div>",
        "## タイムテーブル\n\n| 時間 | 内容 | 発表者 |\n| --- | --- | --- |\n| 19:00～19:10 | オープニング | 運営 |\n| 19:10～ | [雲の話](https://a.example/s) | [@u_1](https://x.example/@u_1) |\n|  | LT |  |",
    );
}
