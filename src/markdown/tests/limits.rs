//! Texts that ask for too much: they are shown in part, and nothing overflows.

use super::printer::show;
use crate::markdown::tree::{MAX_DEPTH, MAX_NODES};
use crate::markdown::{Preview, SafeNode, Tag, View};

fn measure(nodes: &[SafeNode]) -> (usize, usize) {
    nodes.iter().fold((0, 0), |(count, depth), node| {
        let (below, deeper) = match node.view() {
            View::Text(_) => (0, 0),
            View::Element(element) => measure(element.children()),
        };
        (count + 1 + below, depth.max(deeper + 1))
    })
}

/// The largest number of nodes in a block and the greatest depth, in a thread
/// with the stack that a page has.
fn shown(text: String) -> (usize, usize) {
    let stack = 1 << 20;
    let work = move || {
        let mut preview = Preview::new();
        preview.set_sections([("s", &*text)]);
        preview.set_text("s", &format!("{text}x"));
        let blocks = preview
            .blocks("s")
            .iter()
            .map(|block| measure(block.nodes()));
        blocks.fold((0, 0), |a, b| (a.0.max(b.0), a.1.max(b.1)))
    };
    let thread = std::thread::Builder::new().stack_size(stack).spawn(work);
    thread
        .expect("a thread starts")
        .join()
        .expect("no overflow")
}

#[test]
fn deep_nesting_becomes_text() {
    let limit = MAX_DEPTH + 4;
    let lists: String = (0..500)
        .map(|depth| format!("{}- a\n", "  ".repeat(depth)))
        .collect();
    for text in [
        ">".repeat(25_000) + " a",
        "> ".repeat(5_000) + "- ".repeat(5_000).as_str() + "a",
        lists,
        "*a ".repeat(5_000) + &"b* ".repeat(5_000),
        "**a *b ".repeat(3_000) + &"c* d**".repeat(3_000),
        "[".repeat(20_000) + &"](https://x.example)".repeat(2_000),
        "![".repeat(5_000) + &"](https://x.example)".repeat(5_000),
        "~~a ".repeat(5_000) + &"b~~ ".repeat(5_000),
    ] {
        let (nodes, depth) = shown(text);
        assert!(nodes > 0 && depth <= limit, "{nodes} nodes, {depth} deep");
    }
}

/// Each would take minutes if its length counted twice.
#[test]
fn long_texts_are_read_once() {
    for (repeated, count) in [
        ("http://-", 100_000),
        ("://", 100_000),
        ("https://x)", 50_000),
        ("https://x.example/_a_ ", 5_000),
        ("[^", 100_000),
        ("[^a]", 50_000),
        ("[^a]: b\n", 5_000),
        ("[a]: b\n", 10_000),
        ("[a]: b\nc\n===\n", 5_000),
        ("a\n===\n", 10_000),
        ("- [ ] https://x.example/_a_/\n", 5_000),
        ("<", 100_000),
        ("`a", 50_000),
        ("\r", 100_000),
        ("*a_", 50_000),
        ("&amp;", 50_000),
        ("> [!NOTE]\n", 10_000),
        ("|", 50_000),
        ("<!--", 50_000),
        ("[", 50_000),
        ("]", 100_000),
        ("![a](", 20_000),
        ("![a](b =1x", 10_000),
        ("@[card](", 10_000),
        ("^[", 50_000),
        (":::message\n", 20_000),
        (":::message\n:::\n", 5_000),
        ("<details>\n<summary>a</summary>\n", 5_000),
        ("```\n:::message\n", 10_000),
        ("```\n:::message\n```\n", 5_000),
        ("<details a\n", 10_000),
        ("- ```\n:::message\n", 5_000),
    ] {
        shown(repeated.repeat(count));
    }
    shown(format!("https://x{}", ")".repeat(100_000)));
    shown(format!("[^{}]", "a".repeat(100_000)));
}

#[test]
fn the_words_of_what_is_too_deep_are_there() {
    let shown = show(&format!("{}deep *word*", "> ".repeat(150)));
    assert!(shown.contains(">deep word<"), "{shown}");
}

#[test]
fn a_block_that_is_too_large_says_so() {
    let columns = "|a".repeat(500) + "|\n" + &"|-".repeat(500) + "|\n" + &"|a\n".repeat(500);
    for text in [
        columns,
        "a\n".repeat(30_000),
        "- a\n".repeat(30_000),
        "`a` ".repeat(30_000),
    ] {
        let mut preview = Preview::new();
        preview.set_sections([("s", &*text)]);
        let block = &preview.blocks("s")[0];
        let (nodes, _) = measure(block.nodes());
        assert!((MAX_NODES..MAX_NODES + 1000).contains(&nodes), "{nodes}");
        let last = block.nodes().last().map(SafeNode::view);
        assert!(matches!(last, Some(View::Element(element)) if *element.tag() == Tag::TooLarge));
    }
}

#[test]
fn characters_beyond_the_limit_are_counted() {
    let mut preview = Preview::new();
    preview.set_sections([("s", &*"a\n".repeat(30_000))]);
    assert_eq!(preview.characters("s"), 30_000);
}

#[test]
fn a_definition_used_often_does_not_fill_the_memory() {
    let long = format!(
        "[a]: https://{}\n\n{}",
        "x".repeat(3_000),
        "[a]".repeat(50_000)
    );
    let mut preview = Preview::new();
    preview.set_sections([("s", &*long)]);
    let links: usize = preview
        .blocks("s")
        .iter()
        .map(|block| links(block.nodes()))
        .sum();
    assert!(links < 200, "{links}");
}

fn links(nodes: &[SafeNode]) -> usize {
    let count = |node: &SafeNode| match node.view() {
        View::Text(_) => 0,
        View::Element(element) => {
            usize::from(matches!(element.tag(), Tag::Link(_))) + links(element.children())
        }
    };
    nodes.iter().map(count).sum()
}
