//! What holds for every page that is copied: it is read, and it reads as it looked.

use proptest::prelude::*;

use super::incremental::check;
use crate::markdown::{Preview, SafeNode, View, from_html};

/// What markup is made of, and what it must not be taken for, between section signs.
const PIECES: &str = "\
    <p>§</p>§<div>§</div>§<ul>§</ul>§<ol start=3>§</ol>§<li>§</li>§<b>§</b>§<i>§</i>§<s>§</s>§\
    <code>§</code>§<pre>§</pre>§<h2>§</h2>§<blockquote>§</blockquote>§<table>§</table>§<tr>§\
    </tr>§<td>§<td colspan=2 rowspan=3>§<th>§</td>§<br>§<hr>§<a href=\"https://a.example\">§\
    <a href='javascript:a'>§</a>§<img alt=b src=https://a.example/b>§<input type=checkbox>§\
    <span style=\"font-weight:700\">§<span style=\"white-space:pre\">§</span>§<sup>§</sup>§\
    <ruby>§<rt>§</rt>§<script>§</script>§<svg>§</svg>§<!--§-->§<!§<?§</§<§>§/>§=§\"§'§&§&amp;§\
    &#§&#x3042;§;§<p style='mso-list:l0 level2 lfo1'>§<span style='mso-list:Ignore'>1.</span>§\
    <span style='mso-special-format:bullet'>§<div class=\"note info\">§<details>§\
    <div class=code-lang>§<code class=language-rust>§a§1§文§。§「§ §\n§\r\n§\t§\u{3000}§\u{a0}§😀§\
    \u{fe0f}§*§_§`§```§~§#§- §> §|§\\§[§](b)§]: c§[^1]§---§===§https://a.example/b_c§\0§\u{fffc}";

fn pieces() -> Vec<&'static str> {
    PIECES.split('§').collect()
}

#[test]
fn every_text_is_read_and_none_is_unsafe() {
    let strategy = prop::collection::vec(prop::sample::select(pieces()), 0..40);
    check(1000, strategy, |pieces| {
        let html = pieces.concat();
        for start in (0..html.len())
            .filter(|at| html.is_char_boundary(*at))
            .take(3)
        {
            if let Some(markdown) = from_html(&html[start..]) {
                prop_assert_eq!(markdown.trim_matches('\n'), &markdown);
                prop_assert!(!markdown.contains("](javascript"), "{}", markdown);
            }
        }
        Ok(())
    });
    check(500, ".{0,60}", |html: String| {
        from_html(&html);
        Ok(())
    });
}

/// A page that was made: its HTML, and what of it is seen.
#[derive(Clone, Debug, Default)]
struct Page {
    html: String,
    /// Without white space.
    text: String,
    /// Its blocks, as in [`blocks`].
    blocks: String,
    /// Letters and digits that are bold.
    bold: String,
}

impl Page {
    fn within(self, name: &str) -> Page {
        Page {
            html: format!("<{name}>{}</{name}>", self.html),
            ..self
        }
    }

    fn block(self, name: &str) -> Page {
        Page {
            blocks: format!("{name}({})", self.blocks),
            ..self.within(name)
        }
    }

    fn concat(pages: Vec<Page>) -> Page {
        let mut all = Page::default();
        for page in pages {
            all.html += &page.html;
            all.text += &page.text;
            all.blocks += &page.blocks;
            all.bold += &page.bold;
        }
        all
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn words() -> impl Strategy<Value = Page> {
    let words = "\
        文§語です§a§b1§snake_case§ §。§「§」§！§（§）§：§・§ー§😀§か\u{3099}§% §C++§*§**§_§~§`§#§# §- §+ §1. §2) §\
        > §|§---§===§\\§[§]§[a](b)§[a]: b§](§[^1]: §[ ] §<b>§<§&§&amp;§&lt;§!§[!NOTE]§\
        https://a.example/b_c§www.a.example§:§$x$§\"§'§\u{3000}§    §\n§  \n  ";
    let texts = prop::collection::vec(
        prop::sample::select(words.split('§').collect::<Vec<_>>()),
        1..5,
    );
    texts.prop_map(|words| {
        let text = words.concat();
        Page {
            html: escape(&text),
            text: text.split_whitespace().collect(),
            ..Page::default()
        }
    })
}

fn inline() -> impl Strategy<Value = Page> {
    let marks = ["b", "strong", "i", "em", "s", "del", "code", "u", "span"];
    let break_ = Page {
        html: "<br>".into(),
        ..Page::default()
    };
    let leaf = prop_oneof![6 => words(), 1 => Just(break_)];
    leaf.prop_recursive(3, 12, 4, move |inner| {
        let inner = prop::collection::vec(inner, 1..4).prop_map(Page::concat);
        prop_oneof![
            (inner.clone(), prop::sample::select(marks.to_vec()))
                .prop_map(|(page, name)| page.within(name)),
            inner.prop_map(|page| Page {
                html: format!(
                    "<a href=\"https://c.example/(d)?e=1&amp;f\">{}</a>",
                    page.html
                ),
                ..page
            }),
        ]
    })
}

fn line() -> impl Strategy<Value = Page> {
    prop::collection::vec(inline(), 1..5).prop_map(Page::concat)
}

fn block() -> impl Strategy<Value = Page> {
    let code = words().prop_map(|page| Page {
        html: format!("<pre><code>x{}</code></pre>", page.html),
        text: "x".to_owned() + &page.text,
        blocks: "pre()".into(),
        ..page
    });
    // A letter, so that no block is empty.
    let line = || {
        line().prop_map(|page| Page {
            html: "x".to_owned() + &page.html,
            text: "x".to_owned() + &page.text,
            ..page
        })
    };
    let row = (line(), line())
        .prop_map(|(a, b)| Page::concat(vec![a.block("td"), b.block("td")]).block("tr"));
    let table = prop::collection::vec(row, 1..4).prop_map(|rows| Page::concat(rows).block("table"));
    let leaf = prop_oneof![
        line().prop_map(|page| page.within("p")),
        line().prop_map(|page| page.block("h3")),
        Just(Page {
            html: "<p>次</p><hr>".into(),
            text: "次".into(),
            blocks: "hr()".into(),
            ..Page::default()
        }),
        code,
        table,
    ];
    leaf.prop_recursive(3, 12, 4, move |inner| {
        let blocks = prop::collection::vec(inner.clone(), 1..3).prop_map(apart);
        let item = (line(), prop::option::of(inner)).prop_map(|(words, below)| {
            // A thematic break is none in an item.
            let below = below.filter(|below| !below.blocks.contains("hr"));
            Page::concat(vec![words, below.unwrap_or_default()]).block("li")
        });
        let items = prop::collection::vec(item, 1..4).prop_map(Page::concat);
        prop_oneof![
            blocks.prop_map(|page| page.block("blockquote")),
            (items, prop::sample::select(vec!["ul", "ol"]))
                .prop_map(|(page, name)| page.block(name)),
        ]
    })
}

/// Neighbouring lists would be one.
fn apart(blocks: Vec<Page>) -> Page {
    let between = Page {
        html: "<p>間</p>".into(),
        text: "間".into(),
        ..Page::default()
    };
    let blocks = blocks
        .into_iter()
        .flat_map(|block| [block, between.clone()]);
    Page::concat(blocks.collect())
}

fn page() -> impl Strategy<Value = Page> {
    prop::collection::vec(block(), 1..5).prop_map(apart)
}

/// What a reader of the preview sees, without white space; the blocks, each with those in it; and
/// the letters that are bold.
fn seen(markdown: &str) -> Page {
    let mut preview = Preview::new();
    preview.set_sections([("s", markdown)]);
    let mut seen = Page::default();
    for block in preview.blocks("s") {
        for node in block.nodes() {
            see(node, false, &mut seen);
        }
    }
    seen
}

fn see(node: &SafeNode, bold: bool, seen: &mut Page) {
    let element = match node.view() {
        View::Text(text) => {
            seen.text.extend(text.split_whitespace());
            if bold {
                seen.bold
                    .extend(text.chars().filter(|c| c.is_alphanumeric()));
            }
            return;
        }
        View::Element(element) => element,
    };
    let name = element.tag().name();
    let name = if name == "th" { "td" } else { name };
    let blocks = [
        "h3",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "table",
        "tr",
        "td",
        "hr",
    ];
    let is_block = blocks.contains(&name);
    if is_block {
        seen.blocks += &format!("{name}(");
    }
    for child in element.children() {
        see(child, bold || name == "strong", seen);
    }
    if is_block {
        seen.blocks += ")";
    }
}

#[test]
fn a_page_reads_as_it_looked() {
    check(800, page(), |page| {
        if let Some(markdown) = from_html(&page.html) {
            let seen = seen(&markdown);
            prop_assert_eq!(&seen.text, &page.text, "{}\n{}", page.html, markdown);
            prop_assert_eq!(&seen.blocks, &page.blocks, "{}\n{}", page.html, markdown);
        }
        Ok(())
    });
}

#[test]
fn bold_words_are_bold_beside_any_punctuation() {
    let words = [
        "文",
        "語",
        "a1",
        " ",
        "。",
        "「",
        "」",
        "（",
        "：",
        "😀",
        "%",
        "か\u{3099}",
        "[",
        "*",
    ];
    let text = prop::collection::vec(prop::sample::select(words.to_vec()), 0..5);
    let part = (text, any::<bool>()).prop_map(|(words, bold)| {
        let text = words.concat();
        let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
        Page {
            html: if bold { format!("<b>{text}</b>") } else { text },
            bold: if bold { letters } else { String::new() },
            ..Page::default()
        }
    });
    let line = prop::collection::vec(part, 1..6).prop_map(Page::concat);
    check(1500, line, |line| {
        if let Some(markdown) = from_html(&format!("{}<h3>x</h3>", line.html)) {
            prop_assert_eq!(
                seen(&markdown).bold,
                line.bold,
                "{}\n{}",
                line.html,
                markdown
            );
        }
        Ok(())
    });
}

/// What would take longer than in proportion to its length would not end here.
#[test]
fn long_texts_are_read() {
    let more = [
        "<a b=c d>",
        "<b><i>a</i>",
        "<td>a</td>",
        "a ",
        "&#1;a*",
        "<ul><li>a</li></ul>",
    ];
    for piece in pieces().iter().chain(&more) {
        let html = "<h3>a</h3>".to_owned() + &piece.repeat(60_000 / piece.len());
        from_html(&html);
    }
}
