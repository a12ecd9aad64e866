//! Whatever a text tries, the preview holds allowed elements and allowed addresses only.

use proptest::prelude::*;

use super::incremental::{check as check_property, document};
use crate::markdown::{Preview, SafeNode, Tag, View};

const ELEMENTS: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "input",
    "blockquote",
    "div",
    "details",
    "summary",
    "span",
    "pre",
    "code",
    "em",
    "strong",
    "del",
    "br",
    "hr",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a",
    "sup",
];

const ATTRIBUTES: &[&str] = &[
    "href",
    "rel",
    "target",
    "class",
    "start",
    "open",
    "type",
    "checked",
    "data-at",
    "data-note",
];

/// What is wrong with a tree. It judges names and values, not how they came about.
fn faults<'n>(nodes: impl IntoIterator<Item = &'n SafeNode>) -> Vec<String> {
    let mut faults = Vec::new();
    for node in nodes {
        let View::Element(element) = node.view() else {
            continue;
        };
        let name = element.tag().name();
        if !ELEMENTS.contains(&name) {
            faults.push(format!("element {name}"));
        }
        for (attribute, value) in element.tag().attributes() {
            if !ATTRIBUTES.contains(&attribute) {
                faults.push(format!("attribute {attribute}"));
            }
            if attribute == "href" && !is_harmless(&value) {
                faults.push(format!("address {value}"));
            }
            if name == "input" && attribute == "type" && value != "checkbox" {
                faults.push(format!("input {value}"));
            }
        }
        faults.extend(self::faults(element.children()));
    }
    faults
}

/// As a browser reads an address: without tabs, line ends and what stands around it.
fn is_harmless(address: &str) -> bool {
    let read: String = address
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let read = read.trim_matches(|c: char| c <= ' ').to_lowercase();
    ["https://", "http://", "mailto:", "#h-"]
        .iter()
        .any(|start| read.starts_with(start))
}

fn faults_of(text: &str) -> Vec<String> {
    let mut preview = Preview::new();
    preview.set_sections([("s", text), ("t", "[a] [b] ![a] [^1]\n")]);
    let notes = preview.notes();
    let blocks = ["s", "t"].into_iter().flat_map(|key| preview.blocks(key));
    let nodes = blocks.flat_map(|block| block.nodes());
    faults(nodes.chain(notes.iter().flat_map(|note| note.nodes)))
}

fn addresses_of(text: &str) -> usize {
    let mut preview = Preview::new();
    preview.set_sections([("s", text)]);
    let shown = super::printer::show_section(&preview, "s");
    shown.matches("href=").count()
}

const SCHEMES: &[&str] = &[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\u{1}javascript:alert(1)",
    "\u{8}javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\rscript:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "java&#9;script:alert(1)",
    "java&#x0A;script:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "&#0000106avascript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3a;alert(1)",
    "javascript\\:alert(1)",
    "\\javascript:alert(1)",
    "javascript%3Aalert(1)",
    "%6aavascript:alert(1)",
    "java\u{0}script:alert(1)",
    "java\u{ad}script:alert(1)",
    "java\u{200b}script:alert(1)",
    "javascript://x.example/%0aalert(1)",
    "javascript:https://x.example",
    "vbscript:msgbox(1)",
    "livescript:x",
    "mocha:x",
    "jar:x",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "DATA:,x",
    "blob:https://x.example/1",
    "filesystem:https://x.example/1",
    "file:///etc/passwd",
    "about:blank",
    "view-source:https://x.example",
    "ftp://x.example",
    "intent://x#Intent;end",
    "chrome://settings",
    "ms-word:ofe|u|https://x.example",
    "tel:1",
    "sms:1",
    "//x.example",
    "/\\x.example",
    "\\\\x.example",
    "///x.example",
    "/x",
    "./x",
    "../x",
    "x",
    "?x",
    "",
    "https:javascript:alert(1)",
    "https:/x",
    "https:\\\\x",
    ":https://x",
    "\u{feff}javascript:alert(1)",
    "\u{3000}javascript:alert(1)",
];

#[test]
fn no_scheme_but_the_allowed_ones_is_a_link() {
    for scheme in SCHEMES {
        for text in [
            format!("[a]({scheme})"),
            format!("[a](<{scheme}>)"),
            format!("[a]( {scheme} \"t\")"),
            format!("![a]({scheme})"),
            format!("<{scheme}>"),
            format!("[![a]({scheme})]({scheme})"),
            format!("[a]\n\n[a]: {scheme}"),
            format!("[a]\n\n[a]: <{scheme}>"),
            format!("![a][]\n\n[a]: {scheme}"),
            format!("| [a]({scheme}) |\n|-|"),
            format!("x[^1]\n\n[^1]: [a]({scheme})"),
            format!("# [a]({scheme})"),
        ] {
            assert_eq!(faults_of(&text), [""; 0], "{text:?}");
            // What is left may be the bare https address that a text contains.
            let bare = usize::from(scheme.contains("https://"));
            assert!(addresses_of(&text) <= 2 * bare, "{text:?}");
        }
    }
}

#[test]
fn raw_html_makes_no_element() {
    for html in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<style>@import 'https://x.example'</style>",
        "<link rel=stylesheet href=https://x.example>",
        "<meta http-equiv=refresh content=0>",
        "<base href=https://x.example>",
        "<form action=https://x.example><button>x</button></form>",
        "<input autofocus onfocus=alert(1)>",
        "<details open ontoggle=alert(1)>x</details>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<template><img src=x></template>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<?xml version=\"1.0\"?>",
        "<!DOCTYPE html>",
        "<x-y onclick=alert(1)>",
        "<video poster=https://x.example>",
        "<object data=x></object>",
        "<embed src=x>",
        "<textarea><img src=x onerror=alert(1)></textarea>",
        "<title><img src=x></title>",
        "<plaintext>",
        "<xmp><img src=x></xmp>",
        "<div style=\"background:url(https://x.example)\">",
        "</p><script>alert(1)</script>",
        "<b onmouseover=alert(1)>x</b>",
        "<<script>alert(1)</script>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<IMG SRC=x ONERROR=alert(1)>",
    ] {
        for text in [
            html.to_owned(),
            format!("a {html}"),
            format!("> {html}"),
            format!("- {html}"),
            format!("|{html}|\n|-|"),
            format!("## {html}"),
            format!("[{html}](https://x.example)"),
            format!("![{html}](https://x.example)"),
            format!("[^1]\n\n[^1]: {html}"),
            format!("```{html}\n{html}\n```"),
            format!("`{html}`"),
            format!("**{html}**"),
        ] {
            assert_eq!(faults_of(&text), [""; 0], "{text:?}");
            let words = super::printer::show(&text);
            let allowed = |tag: &str| {
                ELEMENTS
                    .iter()
                    .any(|name| tag.trim_start_matches('/').split([' ', '>']).next() == Some(name))
            };
            assert!(words.split('<').skip(1).all(allowed), "{text:?} → {words}");
        }
    }
}

#[test]
fn a_text_sets_no_attribute() {
    for text in [
        "# t {onfocus=alert(1) autofocus tabindex=0}",
        "# t {#id .class style=x}",
        "```js\" onload=\"alert(1)\n```",
        "``` a&quot;b\n```",
        "[a](https://x.example\" onclick=\"alert(1))",
        "[a](https://x.example 'onclick=alert(1)')",
        "- [x] onclick=x",
        "1000000000. a",
        "999999999. a",
        "[^\"onclick=x]\n\n[^\"onclick=x]: a",
        "> [!NOTE onclick=x]\n> a",
        "![a\" onerror=\"x](https://x.example)",
        "[a](#\"onclick=x)",
    ] {
        assert_eq!(faults_of(text), [""; 0], "{text:?}");
    }
}

#[test]
fn the_walker_finds_what_is_wrong() {
    let in_paragraph = |tag| {
        vec![SafeNode::element(
            Tag::Paragraph,
            vec![SafeNode::element(tag, vec![])],
        )]
    };
    for address in [
        "javascript:alert(1)",
        "java\tscript:x",
        "data:,x",
        "//x",
        "x",
        "",
        " javascript:x",
    ] {
        let bad = in_paragraph(Tag::Link(crate::markdown::Href::unchecked(address)));
        assert_eq!(faults(&bad), [format!("address {address}")]);
    }
    let good = in_paragraph(Tag::Link(crate::markdown::Href::unchecked(
        "https://x.example",
    )));
    assert_eq!(faults(&good), [""; 0]);
}

#[test]
fn random_texts_are_harmless() {
    let hostile = prop::sample::select(SCHEMES).prop_map(|scheme| {
        format!("[a]({scheme}) [b]: {scheme}\n\n[a]: {scheme}\n<{scheme}> ![x](<{scheme}>)\n")
    });
    check_property(
        1500,
        (document(0..12), hostile, document(0..12)),
        |(before, hostile, after)| {
            let text = before + &hostile + &after;
            prop_assert_eq!(faults_of(&text), [""; 0], "{:?}", text);
            Ok(())
        },
    );
}
