//! What a text is made of, with its bytes.

use std::ops::Range;

use crate::markdown::anatomy;
use crate::markdown::anatomy::{Standing, Words};

fn parts(text: &str, ranges: impl IntoIterator<Item = Range<usize>>) -> Vec<&str> {
    ranges.into_iter().map(|range| &text[range]).collect()
}

#[test]
fn words_are_told_from_what_is_none() {
    let text = "## a `b`\n\nc **d** [e](f) ![g](h) <i> <https://j.example>\\*\n\n- k[^1]\n\n| l |\n|-|\n| `m` |\n\n[^1]: n\n";
    let found = anatomy(text);
    let words = |words: &Words| parts(text, words.pieces()).concat();
    let all: Vec<String> = found.words.iter().map(words).collect();
    assert_eq!(all, ["a ", "c **d** [e   \\*", "k", "l", "", "n"]);
    let standing: Vec<Standing> = found.words.iter().map(|words| words.standing).collect();
    use Standing::{Cell, Heading, Paragraph};
    assert_eq!(
        standing,
        [Heading, Paragraph, Paragraph, Cell, Cell, Paragraph]
    );
}

#[test]
fn lines_start_behind_what_makes_them_items() {
    for (text, expected) in [
        ("a\nb  \n**c**", vec!["a", "b", "**c**"]),
        ("> a\n> b\nc", vec!["a", "b", "c"]),
        ("- [ ] a\n  b\n- c", vec!["a", "b", "c"]),
        ("\\#a\n\\# b", vec!["\\#a", "\\# b"]),
        ("\u{3000}・a\r\n・b", vec!["\u{3000}・a", "・b"]),
    ] {
        let lines: Vec<&str> = anatomy(text)
            .words
            .iter()
            .flat_map(|words| words.lines.clone())
            .filter_map(|start| text[start..].lines().next())
            .map(str::trim_end)
            .collect();
        assert_eq!(lines, expected, "{text:?}");
    }
}

#[test]
fn code_is_found_with_its_content() {
    let text = "`a` `` b` ``\n\n```rust:x.rs\nc\nd\n```\n\n    e\n\n~~~\n~~~\n";
    let found = anatomy(text);
    let contents = found.codes.iter().map(|code| code.content.clone());
    assert_eq!(parts(text, contents), ["a", " b` ", "c\nd\n", "e\n", ""]);
    let infos: Vec<Option<&str>> = found.codes.iter().map(|it| it.info.as_deref()).collect();
    assert_eq!(infos, [None, None, Some("rust:x.rs"), Some(""), Some("")]);
}

#[test]
fn headings_within_others_are_none_of_the_text() {
    let text = "# a\n\n> ## b\n\n- ### c\n\nd\n---\n";
    let found: Vec<(u8, bool)> = anatomy(text)
        .headings
        .iter()
        .map(|heading| (heading.level, heading.is_atx))
        .collect();
    assert_eq!(found, [(1, true), (2, false)]);
}

#[test]
fn links_and_pictures_are_found_with_their_addresses() {
    let text = "[a *b*](c) [d][e] <f@g.example> [![](h)](i) ![j](k)\n\n[e]: l\n";
    let found = anatomy(text);
    let links = found.links.iter();
    let links: Vec<_> = links
        .map(|link| (&*link.address, &text[link.behind.clone()]))
        .collect();
    assert_eq!(links, [("c", "](c)"), ("l", "][e]"), ("i", "](i)")]);
    let pictures = found.pictures.iter();
    let pictures: Vec<_> = pictures.map(|it| (&*it.address, it.has_alt)).collect();
    assert_eq!(pictures, [("h", false), ("k", true)]);
}

#[test]
fn html_is_found_among_words_and_as_a_block() {
    let text = "a <b>c</b>\n\n<div>\nd\n\n<!-- e\n\nf -->\n";
    let found = anatomy(text);
    let html: Vec<_> = found
        .html
        .iter()
        .map(|it| (&text[it.range.clone()], it.is_block))
        .collect();
    assert_eq!(
        html,
        [
            ("<b>", false),
            ("</b>", false),
            ("<div>\nd\n", true),
            ("<!-- e\n\nf -->\n", true)
        ]
    );
}
