//! Which addresses are links, and where bare ones start and end.

use super::printer::show;
use crate::markdown::{Href, Preview, SafeNode, View};

#[test]
fn an_underscore_behind_a_backslash_is_shown_without_it() {
    let shown = show("| a https://x.example/b_c\\|文\\_・ |\n| - |");
    assert!(shown.contains("c|文_・"), "{shown}");
}

#[test]
fn bare_addresses() {
    // The address that becomes a link, between what stays text.
    let check = |before: &str, address: &str, after: &str| {
        let is_alone = before.is_empty() && after.is_empty();
        let card = if is_alone { " class=embed" } else { "" };
        let expected = format!("<p>{before}<a href={address}{card}>{address}</a>{after}</p>");
        assert_eq!(show(&format!("{before}{address}{after}")), expected);
    };
    check("", "https://x.example", "");
    check("", "http://x.example", "");
    check("", "HTTPS://X.example/A", "");
    check("see ", "https://x.example/a?b=c&d=e#f", " there");
    check("資料は", "https://x.example/a", "。");
    check("（", "https://x.example/a", "）を見た");
    check("「", "https://x.example/a", "」");
    check("『", "https://x.example/a", "』");
    check("【", "https://x.example/a", "】");
    check("", "https://x.example/a", "、次");
    check("", "https://x.example/a", "！");
    check("", "https://x.example/a", "？");
    check("", "https://x.example/a", "：");
    check("", "https://x.example/a", "　全角空白");
    check("", "https://ja.wikipedia.org/wiki/参加", " など");
    check("", "https://x.example/a", ".");
    check("", "https://x.example/a", "...");
    check("", "https://x.example/a", "?!");
    check("", "https://x.example/a", ", b");
    check("(", "https://x.example/a", ")");
    check("(", "https://x.example/a_(b)", ")");
    check("", "https://x.example/a_(b)", "");
    check("", "https://x.example/a_b_c", "");
    check("", "https://x.example/a-b_c/d.e", "");
    check("\"", "https://x.example/a", "\"");
    check("", "http://localhost:8080/a", "");
}

#[test]
fn two_bare_addresses() {
    assert_eq!(
        show("https://x.example、http://y.example"),
        "<p><a href=https://x.example>https://x.example</a>、<a href=http://y.example>http://y.example</a></p>"
    );
    assert_eq!(
        show("- https://x.example\n- **https://y.example**"),
        "<ul><li><a href=https://x.example>https://x.example</a></li>\
         <li><strong><a href=https://y.example>https://y.example</a></strong></li></ul>"
    );
}

#[test]
fn underscores_in_a_bare_address_are_no_emphasis() {
    let check = |text: &str, expected: &str| assert_eq!(show(text), expected, "{text:?}");
    let link = "<a href=https://x.example/_a_>https://x.example/_a_</a>";
    check(
        "https://x.example/_a_ b",
        "<p><a href=https://x.example/_a>https://x.example/_a</a>_ b</p>",
    );
    check(
        "https://x.example/_a_/ b",
        &format!("<p>{} b</p>", link.replace("_a_", "_a_/")),
    );
    check(
        "__https://x.example/_a_/__",
        &format!("<p><strong>{}</strong></p>", link.replace("_a_", "_a_/")),
    );
    check(
        "[b](https://x.example/_a_/)",
        "<p><a href=https://x.example/_a_/>b</a></p>",
    );
    check(
        "<https://x.example/_a_/>",
        &format!("<p>{}</p>", link.replace("_a_", "_a_/")),
    );
    check(
        "`https://x.example/_a_/`",
        "<p><code>https://x.example/_a_/</code></p>",
    );
    check(
        "<b title=https://x.example/_a_/>",
        "<p>&lt;b title=https://x.example/_a_/></p>",
    );
    check(
        "    https://x.example/_a_/",
        "<pre><code>https://x.example/_a_/</code></pre>",
    );
    check(
        "[b]\n\n[b]: https://x.example/_a_/",
        "<p><a href=https://x.example/_a_/>b</a></p>",
    );
    check(
        "[b]: https://x.example/_a_/\n[b]",
        "<p><a href=https://x.example/_a_/>b</a></p>",
    );
    check(
        "[https://x.example/_a_/]: https://y.example\n\n[https://x.example/_a_/]",
        "<p><a href=https://y.example>https://x.example/_a_/</a></p>",
    );
    check(
        "_a_ https://x.example/b _c_",
        "<p><em>a</em> <a href=https://x.example/b>https://x.example/b</a> <em>c</em></p>",
    );
}

#[test]
fn no_bare_address() {
    for text in [
        "xhttps://x.example",
        "https://",
        "https://。",
        "http:/x.example",
        "ftp://x.example",
        "www.x.example",
        "://x",
        "a@x.example",
        "https//x.example",
        "javascript://x.example",
        "https://-",
    ] {
        assert_eq!(show(text), format!("<p>{text}</p>"));
    }
}

#[test]
fn an_address_in_a_link_is_no_other_link() {
    assert_eq!(
        show("[https://y.example](https://x.example)"),
        "<p><a href=https://x.example>https://y.example</a></p>"
    );
    assert_eq!(
        show("[a https://y.example **https://z.example**](https://x.example)"),
        "<p><a href=https://x.example>a https://y.example <strong>https://z.example</strong></a></p>"
    );
    // The link is not allowed, so the address in its words is a bare one.
    assert_eq!(
        show("見よ [https://y.example](/x)"),
        "<p>見よ <a href=https://y.example>https://y.example</a></p>"
    );
}

#[test]
fn the_allowlist() {
    let allowed = |address: &str| Href::parse(address).map(|href| href.value().into_owned());
    for address in [
        "https://x",
        "http://x",
        "hTTps://x",
        "mailto:a@b",
        "https://x/?a#b",
        "https://ドメイン/パス",
    ] {
        assert_eq!(allowed(address).as_deref(), Some(address));
    }
    assert_eq!(allowed(" https://x\n").as_deref(), Some("https://x"));
    assert_eq!(allowed("\u{1}https://x\u{0}").as_deref(), Some("https://x"));
    assert_eq!(allowed("#a").as_deref(), Some("#h-a"));
    for address in [
        "",
        " ",
        "#",
        "x",
        "/x",
        "//x",
        "\\\\x",
        "https:",
        "https:x",
        "https:/x",
        "https:\\\\x",
        "mailto:",
        "javascript:x",
        "data:text/html,x",
        "blob:https://x",
        "file:///x",
        "about:blank",
        "vbscript:x",
        "view-source:https://x",
        "tel:1",
        "intent://x",
        "x://y",
        "https://x\u{0}y",
        "https://x\ty",
        "https://x\ny",
        "htt\tps://x",
        "\u{feff}https://x",
        "ｈttps://x",
    ] {
        assert_eq!(allowed(address), None, "{address:?}");
    }
    assert_eq!(
        allowed(&format!("https://{}", "x".repeat(4088))).map(|href| href.len()),
        Some(4096)
    );
    assert_eq!(allowed(&format!("https://{}", "x".repeat(4089))), None);
}

/// How many links of a text say nothing but where they lead.
fn bare_links(nodes: &[SafeNode]) -> usize {
    let count = |node: &SafeNode| match node.view() {
        View::Text(_) => 0,
        View::Element(element) => {
            usize::from(element.is_bare_link()) + bare_links(element.children())
        }
    };
    nodes.iter().map(count).sum()
}

#[test]
fn a_link_that_says_where_it_leads_is_told_from_others() {
    let check = |text: &str, bare: usize| {
        let mut preview = Preview::new();
        preview.set_sections([("s", text)]);
        let blocks = preview.blocks("s").iter();
        let found: usize = blocks.map(|block| bare_links(block.nodes())).sum();
        assert_eq!(found, bare, "{text}");
    };
    check("https://x.example/a と <https://x.example/>", 2);
    check("<a@x.example>", 1);
    check("[x.example](https://x.example/)", 1);
    check("[資料](https://x.example/a)", 0);
    check("[a](https://x.example/a)", 0);
    check("[https://y.example](https://x.example)", 0);
    check("[](https://x.example)", 0);
}
