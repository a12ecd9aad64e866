//! HTML of abstracts, read as plain text.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::plain_text::{one_line, plain_text};

fn check(html: &str, expected: &str) {
    assert_eq!(plain_text(html), expected, "{html}");
}

#[test]
fn leaves_what_is_no_html() {
    check("", "");
    check("  Words.  ", "Words.");
    check(
        "1\n\n- **a**\n  - [b](https://b.example)\n",
        "1\n\n- **a**\n  - [b](https://b.example)",
    );
    check("a < b, a<b and <- or <3", "a < b, a<b and <- or <3");
    check("a Vec<T> of <your name>", "a Vec<T> of <your name>");
    check(
        "<https://a.example> <me@a.example>",
        "<https://a.example> <me@a.example>",
    );
    check(
        "Q&A, R&D; &unknown; & &; &#; &#x; &#xZZ;",
        "Q&A, R&D; &unknown; & &; &#; &#x; &#xZZ;",
    );
    check("日本語 <語> ＆", "日本語 <語> ＆");
    // A tag that never ends is none, and takes no words with it.
    check("if a <b then c", "if a <b then c");
}

#[test]
fn makes_line_ends_alike_and_leaves_out_control_characters() {
    check("a\r\nb\rc\nd", "a\nb\nc\nd");
    check("a&#13;\nb", "a\nb");
    check("a\0b\u{1b}[0mc\td", "ab[0mc d");
}

#[test]
fn reads_references() {
    check("&lt;p&gt; &amp;amp; &quot;&apos;", "<p> &amp; \"'");
    check(
        "caf&eacute; &Auml;&yuml; &euro; &hellip; &pi;",
        "café Äÿ € … π",
    );
    check("&#233; &#xe9; &#XE9; &#128681;", "é é é 🚩");
    // Numbers of Windows-1252, none of Unicode, none at all.
    check("don&#146;t &#150;", "don’t –");
    check(
        "&#xD800; &#1114112; &#+65; &#99999999999;",
        "&#xD800; &#1114112; &#+65; &#99999999999;",
    );
    check("a&nbsp;b", "a b");
    check("&amp", "&amp");
}

#[test]
fn reads_paragraphs_and_lines() {
    check("<p>One.</p><p>Two.</p>", "One.\n\nTwo.");
    check(
        "<P CLASS=x>One\ntwo   three</P>\n\n<P>Four</P>\n",
        "One two three\n\nFour",
    );
    check(
        "<h2>Title</h2>Words<div>a</div><div>b</div>",
        "Title\n\nWords\na\nb",
    );
    check("<p>a<br>b<br/>c<br /><br>d</p>", "a\nb\nc\n\nd");
    check("<p>&nbsp;</p><p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb");
    check("<p>a</p><hr><p>b</p>", "a\n\nb");
    check(
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
        "a b\nc",
    );
    check("<pre>a\n  b</pre>", "a\n  b");
    check("a<blockquote>b</blockquote>c", "a\n\nb\n\nc");
    // A blank line was meant as one.
    check("<p>a\n\nb</p>", "a\n\nb");
}

#[test]
fn keeps_lines_where_no_element_has_its_own() {
    check("- <b>a</b>\n- <i>b</i>", "- a\n- b");
    check("a<br>b<br>\nc<br><br>d", "a\nb\nc\n\nd");
    check("a  \nb", "a  \nb");
}

#[test]
fn reads_lists() {
    check(
        "<p>a:</p><ul><li>b</li><li>c</li></ul><p>d</p>",
        "a:\n- b\n- c\n\nd",
    );
    check("<ul>\n <li><p>a</p></li>\n\n <li>b</li>\n</ul>", "- a\n- b");
    check(
        "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>",
        "- a\n  - b\n- c",
    );
    check("<li>a<li>b<li></li>", "- a\n- b");
    let deep = "<ul>".repeat(1_000) + "<li>a";
    check(&(deep + "<li>b"), "- a\n      - b");
}

#[test]
fn keeps_the_words_and_the_addresses_of_links() {
    check(
        "<a href=\"https://a.example/b\">b</a>.",
        "b (https://a.example/b).",
    );
    check(
        "see <a class=x href='http://a.example'>a</a>",
        "see a (http://a.example)",
    );
    check("<a href=https://a.example>a</a>", "a (https://a.example)");
    check(
        "<a href=\"https://a.example/?b=1&amp;c\">b</a>",
        "b (https://a.example/?b=1&c)",
    );
    check("<a href=\"https://a.example/\">a.example</a>", "a.example");
    check(
        "<li><a href=\"https://a.example\">https://a.example</a></li>",
        "- https://a.example",
    );
    check(
        "<p>a <a href=\"https://a.example\"><img src=b></a></p>",
        "a https://a.example",
    );
    check(
        "<p><a href=\"https://a.example\">a </a>b</p>",
        "a (https://a.example) b",
    );
    for href in [
        "mailto:a@a.example",
        "javascript:alert(1)",
        "/a",
        "#a",
        "https://a b",
        "",
    ] {
        check(&format!("<a href=\"{href}\">a</a>"), "a");
    }
    check(
        "<a>a</a> <a data-href=\"https://a.example\">b</a> <a href>c</a>",
        "a b c",
    );
    check("<a href=\"https://a.example\">a", "a (https://a.example)");
}

#[test]
fn leaves_out_what_is_no_text() {
    check("a<!-- b <p> -->c", "ac");
    check("a<!-- b", "a");
    check("a<script>b < c</script >d<STYLE>e</x></STYLE>f", "adf");
    check("a<script>b", "a");
    check("<img src=\"a>b\" alt=\"c\">d", "d");
    // A quote that is never closed is none.
    check("<b title=\"a>c</b>d", "cd");
    check("<img src=\"data:あ\">い", "い");
}

#[test]
fn makes_one_line() {
    assert_eq!(one_line(" a\r\n\tb\u{3000}c\0d "), "a b c d");
    assert_eq!(one_line("\n"), "");
}

#[test]
fn makes_no_text_longer() {
    let marks = [
        "<",
        "&",
        "<b ",
        "<a href=\"",
        "<!--",
        "<script>",
        "</",
        "<ul><li>",
        "<b x=\"'>",
        "<i>",
        "\r",
        "<a href=https://a.example>",
        "<pre>",
        "&#",
        "<b x='\">",
    ];
    for mark in marks {
        let text = mark.repeat(40_000 / mark.len());
        assert!(plain_text(&text).len() <= text.len(), "{mark}");
    }
}

/// Long enough that to look for the end of a tag again and again takes a minute.
#[test]
fn looks_for_an_end_that_is_not_there_only_once() {
    for mark in ["<a ", "<b x='", "<b x='\">", "<!-- ", "<script>"] {
        let text = mark.repeat(1_500_000 / mark.len());
        let begin = Instant::now();
        plain_text(&text);
        assert!(begin.elapsed() < Duration::from_secs(15), "{mark}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn reads_any_text(parts in prop::collection::vec(prop_oneof![
        Just("<p>"), Just("</p>"), Just("<br>"), Just("<ul>"), Just("</ul>"), Just("<li>"),
        Just("<pre>"), Just("<a href=\"https://a.example\">"), Just("</a>"), Just("<script>"),
        Just("</script>"), Just("<!--"), Just("-->"), Just("<"), Just(">"), Just("\""), Just("&"),
        Just("&eacute;"), Just("&#13;"), Just("\r"), Just("\n"), Just(" "), Just("a"), Just("語"),
        Just("\u{0}"), Just("<b x="), Just("'"),
    ], 0..40)) {
        let html = parts.concat();
        let text = plain_text(&html);
        prop_assert!(text.len() <= 3 * html.len());
        prop_assert_eq!(text.trim(), &text);
        prop_assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
    }

    #[test]
    fn leaves_words_as_they_are(text in "[^<&\r]{0,60}") {
        let text: String = text.chars().filter(|c| !c.is_control() && *c != '\u{a0}').collect();
        prop_assert_eq!(plain_text(&text), text.trim());
    }
}
