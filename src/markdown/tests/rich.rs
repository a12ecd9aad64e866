//! What comes in of rich text: one element, one trap at a time.

use crate::markdown::from_html;

/// The HTML of a clipboard becomes this Markdown.
#[track_caller]
pub(super) fn check(html: &str, markdown: &str) {
    let read = from_html(html).expect("is more than plain lines");
    assert_eq!(read, markdown, "\n{read}\n");
}

/// The plain text of the clipboard serves as well.
#[track_caller]
pub(super) fn check_none(html: &str) {
    assert_eq!(from_html(html), None);
}

/// A paragraph, beside a heading that makes it worth to be kept.
#[track_caller]
fn check_words(html: &str, markdown: &str) {
    check(
        &format!("<h4>題</h4><p>{html}</p>"),
        &format!("#### 題\n\n{markdown}"),
    );
}

#[test]
fn plain_text_is_left_to_the_plain_text() {
    check_none("");
    check_none("   ");
    check_none("ただの文");
    check_none("<p>一つ目</p><p>二つ目</p>");
    check_none("<div>行<br>行</div>");
    check_none(
        "<meta charset='utf-8'><span style=\"color: rgb(0, 0, 0); font-weight: 400;\">語</span>",
    );
    check_none("<span style=\"font-weight: 700\">見出しの一部</span>");
    check_none("<a href=\"https://a.example\">https://a.example</a>");
    check_none("<pre><font color=\"#00ff00\">$</font> ls</pre>");
    check_none("<img src=\"data:image/png;base64,AAAA\">");
}

#[test]
fn headings() {
    check(
        "<h1>一</h1><h2>二</h2><h6>六</h6>",
        "# 一\n\n## 二\n\n###### 六",
    );
    check("<h2><b>太字</b>の題</h2>", "## 太字の題");
    check("<h2>二<br>行</h2>", "## 二 行");
    check("<h2></h2><h3>題</h3>", "### 題");
    check("<h2>1. はじめに</h2>", "## 1. はじめに");
    check("<h2>C# の話 #</h2>", r"## C# の話 \#");
    check("<h2><a href=\"https://a.example/p#x\">題</a></h2>", "## 題");
    check(
        "<h2><a href=\"https://a.example/p\">題</a></h2>",
        "## [題](https://a.example/p)",
    );
    check("<h2>題 <a href=\"#題\">#</a></h2>", "## 題");
}

#[test]
fn paragraphs_and_line_breaks() {
    check_words("一<br>二", "一\n二");
    check_words("一<br><br>二", "一\n\n二");
    check_words("<br>一<br><br><br><br>二<br>", "一\n\n二");
    check("<h4>題</h4>一<div>二</div>三", "#### 題\n\n一\n\n二\n\n三");
    check(
        "<h4>題</h4><p>&nbsp;</p><p>一</p><p><br></p>",
        "#### 題\n\n一",
    );
    check("<h4>題</h4><p>一<p>二", "#### 題\n\n一\n\n二");
    check("<p>一</p><hr><p>二</p>", "一\n\n---\n\n二");
    check("<dl><dt><b>語</b><dd>意味</dl>", "**語**\n\n意味");
    check(
        "<details><summary>開く</summary><p><b>中</b></p></details>",
        "<details><summary>開く</summary>\n\n**中**\n\n</details>",
    );
}

#[test]
fn white_space_collapses_as_on_the_page() {
    check_words("a  b\t c\n d", "a b c d");
    check_words("a <b> b </b> c", "a **b** c");
    check_words("a<b> b </b>c", "a **b** c");
    check_words("a&nbsp;b&#160;&#xA0;c", "a b c");
    check_words("日本語の\n文", "日本語の文");
    check_words("日本語の\n  English\nの文", "日本語の English の文");
    check_words("日本語 の文", "日本語 の文");
    check_words("\u{3000}字下げ", "\u{3000}字下げ");
    check_words(
        "<span style=\"white-space: pre-wrap\">一\n二  三</span>",
        "一\n二 三",
    );
    check_words(
        "<span style=\"white-space-collapse: preserve\">一\n二</span>",
        "一\n二",
    );
    check_words("a\u{200b}b\u{0}c", "abc");
}

#[test]
fn characters_by_name_and_number() {
    check_words("&lt;&gt;&quot;&apos;", "<>\"'");
    check_words("R&amp;D R&D", "R&D R&D");
    check_words("&#12354;&#x3042;&hellip;&copy;", "ああ…©");
    check_words("&unknown; &#; &#xZZ; & &", "&unknown; &#; &#xZZ; & &");
    check_words("&#0;&#xD800;&#x110000;", "\u{fffd}\u{fffd}\u{fffd}");
    check_words("&amp;amp;", r"\&amp;");
}

#[test]
fn emphasis() {
    check_words("これは<strong>強調</strong>です", "これは**強調**です");
    check_words("これは<b>強調</b>です", "これは**強調**です");
    check_words("これは<em>強調</em>です", "これは*強調*です");
    check_words("これは<i>強調</i>です", "これは*強調*です");
    check_words(
        "<s>a</s> <del>b</del> <strike>c</strike>",
        "~~a~~ ~~b~~ ~~c~~",
    );
    check_words("a <span style=\"font-weight:700\">b</span>", "a **b**");
    check_words("a <span style=\"font-weight: bold\">b</span>", "a **b**");
    check_words("a <span style=\"font-weight:500\">b</span>", "a b");
    check_words("a <span style=\"font-style:italic\">b</span>", "a *b*");
    check_words(
        "a <span style=\"text-decoration:line-through\">b</span>",
        "a ~~b~~",
    );
    check_words("<b style=\"font-weight:normal\">a</b>", "a");
    check_words(
        "<b>a <span style=\"font-weight:400\">b</span> c</b>",
        "**a** b **c**",
    );
    check_words("a <u>b</u> <mark>c</mark> <small>d</small>", "a b c d");
    check_words("a<b></b><b> </b>b", "a b");
    check_words("<b>a</b><b>b</b>", "**ab**");
    check_words("<b>一<br>二</b>", "**一**\n**二**");
    check_words("<b><p>一</p>二</b>", "**一**\n\n**二**");
}

#[test]
fn emphasis_in_emphasis() {
    check_words("<b><i>a</i></b> b", "***a*** b");
    check_words("<b>a <i>b</i> c</b>", "**a *b* c**");
    check_words("<i>a <b>b</b></i>", "*a **b***");
    check_words("<i>あ<b>い</b>う</i>", "*あ**い**う*");
    check_words("<s>a <b>b</b></s>", "~~a **b**~~");
    check_words("あ<s><b>い</b></s>う", "あ**い**う");
    check_words("<b>あ</b><i>い</i>", "**あ***い*");
    check_words("<b>a</b><b><i>b</i></b><i>c</i>", "**ab**c");
}

#[test]
fn emphasis_beside_japanese_punctuation_is_none_there() {
    check_words("これは<b>「強調」</b>です", "これは「**強調**」です");
    check_words("<b>重要。</b>次", "**重要**。次");
    check_words("<b>注意：</b>この", "**注意**：この");
    check_words("<b>重要。</b>", "**重要。**");
    check_words("<b>「強調」</b>", "**「強調」**");
    check_words("<b>100%</b>達成", "**100**%達成");
    check_words("<b>絵文字😀</b>の話", "**絵文字**😀の話");
    check_words("<b>か\u{3099}</b>く", "**か\u{3099}**く");
    check_words("あ<b>！</b>い", "あ！い");
    check_words("<b><code>x</code></b>です", "`x`です");
    check_words("<b>値は<code>x</code></b>です", "**値は**`x`です");
    check_words("<b>値<code>x</code>は</b>です", "**値`x`は**です");
    check_words(
        "<b><a href=\"https://a.example\">資料</a></b>を見た",
        "[**資料**](https://a.example)を見た",
    );
}

#[test]
fn words_read_as_they_looked() {
    check_words(
        "2*3*4 a_b_c _d_ ~e~ `f`",
        r"2\*3\*4 a_b_c \_d\_ \~e\~ \`f\`",
    );
    check_words("&lt;b&gt; [a](b)", r"\<b\> \[a\](b)");
    check_words("[1] は", "[1] は");
    check_words("<b>[a</b>](b)", r"**\[a**\](b)");
    check_words("- 一", r"\- 一");
    check_words("一<br>- 二", "一\n\\- 二");
    check_words("一<br>---", "一\n\\---");
    check_words("一<br>===", "一\n\\===");
    check_words("a | b<br>--- | ---", "a | b\n\\--- | ---");
    check_words("1. 一", r"1\. 一");
    check_words("# 一", r"\# 一");
    check_words("#タグ", "#タグ");
    check_words("&gt; 一", r"\> 一");
    check_words(r"x\https://a.example/b_c_", r"x\\<https://a.example/b_c>\_");
    check_words("C:\\dir\\*", r"C:\\dir\\\*");
}

#[test]
fn links() {
    check(
        "<a href=\"https://a.example/b\">資料</a>",
        "[資料](https://a.example/b)",
    );
    check(
        "<a href=\"mailto:a@b.example\">送る</a>",
        "[送る](mailto:a@b.example)",
    );
    check(
        "<a href=\"HTTPS://a.example/(b)\">c</a>",
        "[c](<HTTPS://a.example/(b)>)",
    );
    check(
        "<a href=\"https://a.example/b c\">d</a>",
        "[d](https://a.example/b%20c)",
    );
    check(
        "<a href=\"https://a.example/?a=1&amp;b=2\">c</a>",
        "[c](https://a.example/?a=1&b=2)",
    );
    check(
        "<a href=\"https://a.example/?a&amp;amp;b\">c</a>",
        "[c](https://a.example/?a&amp;amp;b)",
    );
    check(
        "見た<a href=\"https://a.example\"> 資料 </a>を",
        "見た [資料](https://a.example) を",
    );
    check(
        "<a href=\"https://a.example\"><b>a</b> b</a>",
        "[**a** b](https://a.example)",
    );
    check(
        "<a href=\"https://a.example\">一<br>二</a>",
        "[一](https://a.example)\n[二](https://a.example)",
    );
    check(
        "<a href=\"https://a.example\"><div>題</div><div>説明</div></a>",
        "[題](https://a.example)\n\n[説明](https://a.example)",
    );
    check(
        "<a href=\"https://a.example\">[a]</a>",
        r"[\[a\]](https://a.example)",
    );
}

#[test]
fn other_links_are_text() {
    check_none("<a href=\"javascript:alert(1)\">a</a>");
    check_none("<a href=\" java\nscript:alert(1)\">a</a>");
    check_none("<a href=\"data:text/html,x\">a</a>");
    check_none("<a href=\"/b\">a</a> <a href=\"b\">a</a> <a href=\"//b\">a</a> <a>a</a>");
    check_none("<a href=\"#b\">a</a>");
    check_none("<a href=\"file:///C:/a\">a</a>");
    check_words("戻る<a href=\"https://a.example/#r\">↩︎</a>", "戻る");
    check_words("題<a href=\"#x\">¶</a>", "題");
}

#[test]
fn addresses_stand_as_they_are() {
    check_words(
        "<a href=\"https://a.example/_b_c\">https://a.example/_b_c</a>",
        "https://a.example/_b_c",
    );
    check_words(
        "<a href=\"https://a.example/_b_\">https://a.example/_b_</a>",
        "<https://a.example/_b_>",
    );
    check_words(
        "<a href=\"https://a.example/b\">https://a.example/b</a>です",
        "<https://a.example/b>です",
    );
    check_words(
        "<a href=\"https://a.example/?a&amp;b\">https://a.example/?a&amp;b</a>",
        "https://a.example/?a&b",
    );
    check_words(
        "<a href=\"https://a.example/b\">https://a.example/b</a>。",
        "https://a.example/b。",
    );
    check_words("https://a.example/_b_c を", "https://a.example/_b_c を");
    check_words("https://a.example/_b_ を", r"<https://a.example/_b>\_ を");
    check_words("https://a.example/~b/*", r"<https://a.example/~b/>\*");
    check_words(
        "<a href=\"https://a.example/b\">a.example/b</a>",
        "[a.example/b](https://a.example/b)",
    );
}

#[test]
fn code() {
    check_words("<code>cargo run</code>を", "`cargo run`を");
    check_words("<kbd>Ctrl</kbd>+<kbd>C</kbd>", "`Ctrl`+`C`");
    check_words("<code>a`b</code> <code>`c`</code>", "``a`b`` `` `c` ``");
    check_words("<code>**a** &lt;b&gt; \\</code>", "`**a** <b> \\`");
    check_words("<code> a </code>b", "`a` b");
    check_words("<code>a<b>b</b>c</code>", "`abc`");
    check_words("a<code></code>b", "ab");
}

#[test]
fn blocks_of_code() {
    check("<pre><code>a\n  b\n</code></pre>", "```\na\n  b\n```");
    check(
        "<pre><code class=\"language-rust\">fn a() {}</code></pre>",
        "```rust\nfn a() {}\n```",
    );
    check("<pre class=\"lang-sh\">ls</pre>", "```sh\nls\n```");
    check("<pre data-lang=\"js\">a</pre>", "```js\na\n```");
    check(
        "<pre><code>```\na\n````</code></pre>",
        "`````\n```\na\n````\n`````",
    );
    check(
        "<pre><code><div>a</div><div>b</div><br><div>c</div></code></pre>",
        "```\na\nb\n\nc\n```",
    );
    check("<pre><code>\n\n  a&lt;b</code></pre>", "```\n\n  a<b\n```");
    check("<pre><code>a<br>b</code></pre>次", "```\na\nb\n```\n\n次");
    check(
        "<pre><code class=\"language-text\">a</code></pre>",
        "```\na\n```",
    );
    check("<pre><code></code></pre><h4>題</h4>", "#### 題");
    check(
        "<ul><li>一<pre><code>a\n\nb</code></pre></li></ul>",
        "- 一\n  ```\n  a\n\n  b\n  ```",
    );
    check(
        "<div class=\"code-lang\">a.rb</div><pre><code class=\"language-ruby\">b</code></pre>",
        "```ruby:a.rb\nb\n```",
    );
}

#[test]
fn pictures_are_named_with_their_address() {
    check(
        "<img alt=\"会場\" src=\"https://a.example/b.png\">",
        "![会場](https://a.example/b.png)",
    );
    check(
        "<img src=\"https://a.example/b.png\">",
        "![](https://a.example/b.png)",
    );
    check(
        "<a href=\"https://a.example\"><img alt=\"図\" src=\"https://a.example/b.png\"></a>",
        "![図](https://a.example/b.png)",
    );
    check_words(
        "あ<img alt=\"図\" src=\"data:image/png;base64,AA\">い",
        "あい",
    );
    check_words(
        "あ<img alt=\"図\" src=\"blob:https://a.example/b\">い",
        "あい",
    );
    check_words("あ<img alt=\"図\" src=\"file:///a.png\">い", "あい");
    check_words(
        "<img class=\"emoji\" alt=\"💡\" src=\"https://a.example/1f4a1.svg\">学び",
        "💡学び",
    );
    check_words(
        "<img alt=\":tada:\" src=\"https://a.example/tada.png\">",
        ":tada:",
    );
}

#[test]
fn a_reading_stands_behind_its_word() {
    check(
        "<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を",
        "漢字（かんじ）を",
    );
    check_words("2<sup>10</sup>、H<sub>2</sub>O", "2¹⁰、H2O");
}

#[test]
fn what_is_wide_at_the_end_of_a_line_stays() {
    check("<ul><li>x<br>#　</li></ul>", "- x\n  #　");
    check("<ul><li>x<br>-　</li></ul>", "- x\n  -　");
}

#[test]
fn no_link_comes_of_two_lines() {
    check("<ul><li>x[](<br>2) y</li></ul>", "- x\\[\\](\n  2) y");
}
