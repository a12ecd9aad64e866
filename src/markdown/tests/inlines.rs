//! What words, marks and links in a line become.

use super::printer::show;

/// The inside of a paragraph.
fn check(input: &str, expected: &str) {
    assert_eq!(show(input), format!("<p>{expected}</p>"), "{input:?}");
}

#[test]
fn text_is_text() {
    check("hello", "hello");
    check("こんにちは。", "こんにちは。");
    check("a < b & c > d", "a &lt; b & c > d");
    check("&lt;b&gt; &amp; &copy; &#x41;", "&lt;b> & © A");
    check("\\*not emphasis\\*", "*not emphasis*");
    check("・項目", "・項目");
    check("１．項目", "１．項目");
    check("$100〜$200", "$100〜$200");
    check("\"quotes\" -- ... 'stay'", "\"quotes\" -- ... 'stay'");
    check("x^2^ and H~2~O stay", "x^2^ and H~2~O stay");
    check(":::messages", ":::messages");
    check("[[wiki]]", "[[wiki]]");
}

#[test]
fn a_line_break_is_a_line_break() {
    check("a\nb", "a<br>b");
    check("a  \nb", "a<br>b");
    check("a\\\nb", "a<br>b");
    check("a\r\nb", "a<br>b");
    check("a\rb", "a<br>b");
    check("一行目\n二行目\n三行目", "一行目<br>二行目<br>三行目");
}

#[test]
fn emphasis() {
    check("*a*", "<em>a</em>");
    check("_a_", "<em>a</em>");
    check("**a**", "<strong>a</strong>");
    check("***a***", "<em><strong>a</strong></em>");
    check("**a *b* c**", "<strong>a <em>b</em> c</strong>");
    check("~~a~~", "<del>a</del>");
    check(
        "10~12、~a~ ~ **b**~c~",
        "10~12、~a~ ~ <strong>b</strong>~c~",
    );
    check("これは**強調**です", "これは<strong>強調</strong>です");
    check("snake_case_name", "snake_case_name");
    check("**open", "**open");
    check("2 * 3 * 4", "2 * 3 * 4");
    // The places of publication show the asterisks too (CommonMark issue 650).
    check("これは**「強調」**の例", "これは**「強調」**の例");
    check("13:00~14:00 と 15:00~16:00", "13:00~14:00 と 15:00~16:00");
}

#[test]
fn code_in_a_line() {
    check("`a`", "<code>a</code>");
    check("`<b>`", "<code>&lt;b></code>");
    check("`` a`b ``", "<code>a`b</code>");
    check("`*a*`", "<code>*a*</code>");
    check("`open", "`open");
    check("`https://x.example`", "<code>https://x.example</code>");
}

#[test]
fn links() {
    check("[a](https://x.example)", "<a href=https://x.example>a</a>");
    check(
        "[a](http://x.example/b)",
        "<a href=http://x.example/b>a</a>",
    );
    check("[a](HTTPS://X.example)", "<a href=HTTPS://X.example>a</a>");
    check(
        "[a](mailto:a@x.example)",
        "<a href=mailto:a@x.example>a</a>",
    );
    check(
        "[a](<https://x.example/b c>)",
        "<a href=https://x.example/b c>a</a>",
    );
    check(
        "[a](https://x.example \"title\")",
        "<a href=https://x.example>a</a>",
    );
    check(
        "[**a** `b`](https://x.example)",
        "<a href=https://x.example><strong>a</strong> <code>b</code></a>",
    );
    check("[](https://x.example)", "<a href=https://x.example></a>");
    check(
        "[a](https://x.example?a=1&amp;b=2)",
        "<a href=https://x.example?a=1&b=2>a</a>",
    );
    check(
        "<https://x.example>",
        "<a href=https://x.example>https://x.example</a>",
    );
    check(
        "<a@x.example>",
        "<a href=mailto:a@x.example>a@x.example</a>",
    );
}

#[test]
fn links_inside_the_report() {
    check("[a](#next-steps)", "<a href=#h-next-steps>a</a>");
    check("[a](#はじめに)", "<a href=#h-はじめに>a</a>");
    check("[a](#%E3%81%82)", "<a href=#h-あ>a</a>");
    check("[a](#%ff%)", "<a href=#h-%ff%>a</a>");
    check("[a](#)", "a");
}

#[test]
fn a_link_elsewhere_leaves_its_words() {
    check("[a](b.md)", "a");
    check("[a](/b)", "a");
    check("[a](//x.example)", "a");
    check("[a](ftp://x.example)", "a");
    check("[a](tel:0120)", "a");
    check("[a **b**]()", "a <strong>b</strong>");
    check("[a](https:)", "a");
    check("[a](https://)", "a");
    check("[a](https:x.example)", "a");
}

#[test]
fn references() {
    check(
        "[a]\n\n[a]: https://x.example",
        "<a href=https://x.example>a</a>",
    );
    check(
        "[a][]\n\n[a]: https://x.example",
        "<a href=https://x.example>a</a>",
    );
    check(
        "[b][a]\n\n[a]: https://x.example",
        "<a href=https://x.example>b</a>",
    );
    check(
        "[A  B]\n\n[a b]: https://x.example",
        "<a href=https://x.example>A  B</a>",
    );
    check(
        "[ΑΓΩ]\n\n[αγω]: https://x.example",
        "<a href=https://x.example>ΑΓΩ</a>",
    );
    check(
        "[SS]\n\n[ẞ]: https://x.example",
        "<a href=https://x.example>SS</a>",
    );
    check(
        "[a]\n\n[a]: https://1.example\n[a]: https://2.example",
        "<a href=https://1.example>a</a>",
    );
    check(
        "[a]: https://x.example\n\n[a]",
        "<a href=https://x.example>a</a>",
    );
    check("[a]\n\n[a]: javascript:alert(1)", "a");
    check("[a] [b][c] [d][]", "[a] [b][c] [d][]");
    check(
        "![a]\n\n[a]: https://x.example",
        "<a href=https://x.example class=picture>a</a>",
    );
}

#[test]
fn pictures_are_links() {
    check(
        "![a](https://x.example/p.png)",
        "<a href=https://x.example/p.png class=picture>a</a>",
    );
    check(
        "![](https://x.example/p.png)",
        "<a href=https://x.example/p.png class=picture>https://x.example/p.png</a>",
    );
    check(
        "![*a* `b`\nc](https://x.example/p.png)",
        "<a href=https://x.example/p.png class=picture>a b c</a>",
    );
    check(
        "![a ![b](https://y.example) c](https://x.example)",
        "<a href=https://x.example class=picture>a b c</a>",
    );
    check(
        "![a [b](https://y.example) c](https://x.example)",
        "<a href=https://x.example class=picture>a b c</a>",
    );
    check("![a](p.png)", "a");
    check("![](p.png)", "p.png");
    check("![a](data:image/png;base64,AAAA)", "a");
    check("![a](#anchor)", "a");
    check(
        "[![a](https://x.example/p.png)](https://y.example)",
        "<a href=https://y.example>a</a>",
    );
    check(
        "![https://z.example](https://x.example)",
        "<a href=https://x.example class=picture>https://z.example</a>",
    );
}

#[test]
fn a_break_a_comment_and_a_picture_are_what_they_are_everywhere() {
    check("a<br>b<br/>c<br />d", "a<br>b<br>c<br>d");
    check("a <!-- b --> c", "a  c");
    assert_eq!(show("<!-- b -->\n\nc"), "<p>c</p>");
    let picture = "<a href=https://x.example/b.png class=picture>a</a>";
    check(
        "見よ <img src=\"https://x.example/b.png\" alt=\"a\" width=\"250\">",
        &format!("見よ {picture}"),
    );
    check(
        "見よ ![a](https://x.example/b.png =250x)",
        &format!("見よ {picture}"),
    );
    check("見よ ![a](/b.png =250x)", "見よ a");
}

#[test]
fn embeds_are_cards_wherever_they_stand() {
    let card = "<a href=https://x.example class=embed>https://x.example</a>";
    check(
        "見よ @[card](https://x.example) よ",
        &format!("見よ {card} よ"),
    );
    check("@[tweet](https://x.example)", card);
    check(
        "@[youtube](abc_-1)",
        "<a href=https://www.youtube.com/watch?v=abc_-1 class=embed>https://www.youtube.com/watch?v=abc_-1</a>",
    );
    check(
        "見よ@[題](https://x.example)",
        "見よ@<a href=https://x.example>題</a>",
    );
    check("@[card](javascript:alert(1))", "@card");
    check("![@](a.png)[card](https://x.example)", card);
}

#[test]
fn an_address_alone_on_its_line_at_the_top_is_a_card() {
    let card = "<a href=https://x.example class=embed>https://x.example</a>";
    let link = "<a href=https://x.example>https://x.example</a>";
    check("前\nhttps://x.example\n後", &format!("前<br>{card}<br>後"));
    check("前 https://x.example\n後", &format!("前 {link}<br>後"));
    check("<https://x.example>", link);
    assert_eq!(
        show("[題](https://a.example)\n**https://x.example**"),
        format!("<p><a href=https://a.example>題</a><br><strong>{link}</strong></p>")
    );
    assert_eq!(
        show("- https://x.example"),
        format!("<ul><li>{link}</li></ul>")
    );
    assert_eq!(
        show("> https://x.example"),
        format!("<blockquote><p>{link}</p></blockquote>")
    );
    assert_eq!(
        show(":::details a\nhttps://x.example\n:::"),
        format!("<details open=><summary>a</summary><p>{card}</p></details>")
    );
}

#[test]
fn raw_html_is_text() {
    check("a <b>c</b>", "a &lt;b>c&lt;/b>");
    check("a <!-- b\nc --> d", "a &lt;!-- b\nc --> d");
    check(
        "a <img src=x onerror=alert(1)>",
        "a &lt;img src=x onerror=alert(1)>",
    );
    check(
        "<a href=\"https://x.example\">b</a>",
        "&lt;a href=\"https://x.example\">b&lt;/a>",
    );
}
