//! Boxes between `:::` lines. What Zenn does was measured with zenn-markdown-html 0.5.4.

use proptest::prelude::*;

use super::{TARGETS, finds, found, name, passes};
use crate::markdown::anatomy;
use crate::markdown::constructs::{Node, Spelling, fence, read};
use crate::publish::targets::Target::{AsWritten, GitHub, HackMd, Qiita, Zenn};

#[test]
fn a_box_that_is_not_closed_is_closed() {
    for (marked, expected) in [
        ("⟪:::message⟫\na", ":::message\na\n:::"),
        ("⟪:::message⟫\na\n\n\n", ":::message\na\n:::\n\n\n"),
        ("⟪:::details a b⟫\nc\r\n", ":::details a b\nc\n:::\r\n"),
        ("⟪:::message⟫\r\na\r\n", ":::message\r\na\r\n:::\r\n"),
        ("⟪::::message⟫\na\n", "::::message\na\n::::\n"),
        ("⟪:::message⟫", ":::message\n:::"),
        (
            "- a\n\n  ⟪:::message⟫\n  b\n",
            "- a\n\n  :::message\n  b\n  :::\n",
        ),
        (
            "::::details a\n⟪:::message⟫\nb\n::::\n",
            "::::details a\n:::message\nb\n:::\n::::\n",
        ),
        (
            "⟪::::details a⟫\n:::message\nb\n:::\n",
            "::::details a\n:::message\nb\n:::\n::::\n",
        ),
    ] {
        finds(Zenn, "ContainerOpen", marked, expected);
    }
    for target in TARGETS {
        finds(
            target,
            "ContainerOpen",
            "⟪:::message⟫\na",
            ":::message\na\n:::",
        );
    }
    // It closes what is open in the box, too.
    let open = "⟪:::message⟫\n\n```\na\n";
    let closed = open.replace(['⟪', '⟫'], "") + ":::\n";
    finds(Zenn, "ContainerOpen", open, &closed);
    let open = "⟪:::message⟫\n<!--\na\n";
    let closed = open.replace(['⟪', '⟫'], "") + ":::\n";
    finds(Zenn, "ContainerOpen", open, &closed);
}

#[test]
fn a_closed_box_is_fine_wherever_it_stands() {
    for text in [
        ":::message\na\n:::\n",
        "::: message\na\n:::\n",
        ":::message alert\na\n:::\n",
        ":::details a\n\n```\n:::message\n```\n\n:::\n",
        "::::details a\n:::message\nb\n:::\n::::\n",
        ":::::details a\n::::details b\n:::message\nc\n:::\n::::\n:::::\n",
        ":::note\na\n:::\n\n:::note warn\nb\n:::\n",
        ":::info\na\n:::\n",
        "    :::message\n",
        "`:::message`",
        "```\n:::message\n```\n",
        "> :::message\n> a\n> :::\n",
        "<!--\n:::message\n-->\n",
        // A box ends where all see it, whatever is open in it.
        ":::message\n<div>a</div>\n:::\n",
        ":::message\n<img src=\"a\">\n:::\n",
        "<img src=\"a\">\n:::message\n\nb\n:::\n",
        ":::message\n```\na\n:::\n",
        "::::message\n```\n:::\n```\n::::\n",
        "```\n:::\n",
        "a ::: b",
        "::message",
    ] {
        for rule in [
            "ContainerOpen",
            "ContainerUnknown",
            "ContainerClosesNothing",
            "ContainerSameFence",
        ] {
            passes(AsWritten, rule, text);
        }
    }
}

#[test]
fn a_word_that_nobody_knows_becomes_a_message() {
    for (marked, expected) in [
        ("⟪:::memo⟫\na\n:::\n", ":::message\na\n:::\n"),
        ("⟪::: memo⟫\na\n:::\n", ":::message\na\n:::\n"),
        ("⟪:::message info⟫\na\n:::\n", ":::message\na\n:::\n"),
        ("⟪:::warn⟫\na\n:::\n", ":::message alert\na\n:::\n"),
        (
            "⟪:::messsage alert⟫\na\n:::\n",
            ":::message alert\na\n:::\n",
        ),
        ("⟪:::注意⟫\na\n:::\n", ":::message\na\n:::\n"),
        // No printer translates it.
        ("⟪:::tip⟫\na\n:::\n", ":::message\na\n:::\n"),
    ] {
        for target in TARGETS {
            finds(target, "ContainerUnknown", marked, expected);
        }
    }
}

#[test]
fn details_have_a_title_on_zenn() {
    finds(
        Zenn,
        "ContainerNoTitle",
        "⟪:::details⟫\na\n:::\n",
        ":::details Details\na\n:::\n",
    );
    finds(
        Zenn,
        "ContainerNoTitle",
        "⟪:::details⟫\nあ\n:::\n",
        ":::details 詳細\nあ\n:::\n",
    );
    passes(Zenn, "ContainerNoTitle", ":::details a\nb\n:::\n");
    passes(Qiita, "ContainerNoTitle", ":::details\na\n:::\n");
}

#[test]
fn a_fence_that_closes_nothing_goes() {
    for (marked, expected) in [
        ("a\n⟪:::⟫\nb", "a\nb"),
        ("⟪:::⟫\n", ""),
        (":::message\na\n:::\n⟪:::⟫\n", ":::message\na\n:::\n"),
        ("⟪::::⟫\r\na", "a"),
    ] {
        finds(AsWritten, "ContainerClosesNothing", marked, expected);
    }
}

#[test]
fn an_outer_fence_is_longer_than_the_inner_one() {
    for (marked, expected) in [
        (
            "⟪:::details a⟫\n:::message\nb\n:::\n:::\n",
            "::::details a\n:::message\nb\n:::\n::::\n",
        ),
        (
            "⟪:::details a⟫\n::::message\nb\n::::\n:::\n",
            ":::::details a\n::::message\nb\n::::\n:::::\n",
        ),
        (
            "⟪:::details a⟫\n⟪:::details b⟫\n:::message\nc\n:::\n:::\n:::\n",
            ":::::details a\n::::details b\n:::message\nc\n:::\n::::\n:::::\n",
        ),
        // Zenn closes a box also in code.
        (
            "⟪:::details a⟫\n```\n:::\n```\n:::\n",
            "::::details a\n```\n:::\n```\n::::\n",
        ),
        (
            "::::details a\n⟪:::message⟫\n```\n:::\n```\n:::\n::::\n",
            ":::::details a\n::::message\n```\n:::\n```\n::::\n:::::\n",
        ),
    ] {
        for target in [AsWritten, Zenn, HackMd] {
            finds(target, "ContainerSameFence", marked, expected);
        }
    }
}

#[test]
fn some_places_show_no_box_in_a_list() {
    let marked = "- a\n\n  ⟪:::message⟫\n  b\n  :::\n";
    let text = marked.replace(['⟪', '⟫'], "");
    for target in [Qiita, GitHub] {
        finds(target, "ContainerInList", marked, &text);
        finds(
            target,
            "ContainerInList",
            "- ⟪:::message⟫\n  a\n  :::\n",
            "- :::message\n  a\n  :::\n",
        );
        passes(target, "ContainerInList", "- a\n\n:::message\nb\n:::\n");
        passes(target, "ContainerInList", "- a\n:::message\nb\n:::\n");
        passes(
            target,
            "ContainerInList",
            "- a\n\n  :::details b\n  c\n  :::\n",
        );
    }
    for target in [AsWritten, Zenn, HackMd] {
        passes(target, "ContainerInList", &text);
    }
}

#[test]
fn some_places_show_no_box_in_a_box() {
    let marked = "::::message\n⟪:::message⟫\na\n:::\n::::\n";
    let text = marked.replace(['⟪', '⟫'], "");
    let in_details = "::::details a\n:::message\nb\n:::\n::::\n";
    let around_details = "::::message\n:::details a\nb\n:::\n::::\n";
    let deep = ":::::message\n::::details a\n⟪:::note⟫\nb\n:::\n::::\n:::::\n";
    for target in [Qiita, GitHub] {
        finds(target, "ContainerNested", marked, &text);
        finds(
            target,
            "ContainerNested",
            deep,
            &deep.replace(['⟪', '⟫'], ""),
        );
        passes(target, "ContainerNested", in_details);
        passes(target, "ContainerNested", around_details);
    }
    for target in [AsWritten, Zenn, HackMd] {
        passes(target, "ContainerNested", &text);
    }
}

/// Whether each fence of a text opens or closes one of the boxes that are read in it.
fn reads_every_fence(text: &str) -> bool {
    read(text).iter().all(|node| match node {
        Node::Text(text) => {
            let codes = anatomy(text).codes;
            let is_code = |line: &str| {
                let at = line.as_ptr() as usize - text.as_ptr() as usize;
                codes.iter().any(|code| code.range.contains(&at))
            };
            text.lines()
                .all(|line| fence(line).is_none() || is_code(line))
        }
        Node::Container(found) => {
            (found.spelling == Spelling::Html || !found.close.is_empty())
                && reads_every_fence(&found.body)
        }
    })
}

const LINES: &[&str] = &[
    ":::message",
    ":::message",
    "::::message",
    ":::details a",
    "::::details a",
    ":::::note",
    ":::",
    ":::",
    "::::",
    ":::::",
    "",
    "a",
    "```\na\n```",
    "~~~\n:::\n~~~",
    "```\n:::message\n```",
];

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::with_cases(4000) })]

    /// Where nothing is found, the boxes are closed where they are meant to be: all places, the
    /// preview and the printers read them so.
    #[test]
    fn what_passes_is_read_as_it_is_meant(lines in prop::collection::vec(prop::sample::select(LINES), 1..12)) {
        let text = lines.join("\n");
        let findings = found(Zenn, &text);
        let is_fine = findings.iter().all(|finding| !name(finding).starts_with("Container"));
        prop_assert!(!is_fine || reads_every_fence(&text), "{:?}", text);
    }
}
