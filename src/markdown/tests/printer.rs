//! The safe tree as text, in the notation of HTML, to be compared in tests.

use crate::markdown::{AT, Preview, SafeNode, View};

/// All blocks of the section `s`, shown alone.
pub(super) fn show(source: &str) -> String {
    let mut preview = Preview::new();
    preview.set_sections([("s", source)]);
    show_section(&preview, "s")
}

pub(super) fn show_section(preview: &Preview, key: &str) -> String {
    let nodes = preview.blocks(key).iter().flat_map(|block| block.nodes());
    print(nodes)
}

pub(super) fn print<'n>(nodes: impl IntoIterator<Item = &'n SafeNode>) -> String {
    let mut out = String::new();
    for node in nodes {
        print_node(node, &mut out);
    }
    out
}

fn print_node(node: &SafeNode, out: &mut String) {
    let element = match node.view() {
        View::Text(text) => return out.push_str(&escape(text)),
        View::Element(element) => element,
    };
    let name = element.tag().name();
    out.push_str(&format!("<{name}"));
    for (attribute, value) in element.tag().attributes() {
        // Every link that leads outside has the same two; where things stand has its own cases.
        if !matches!(attribute, "rel" | "target" | AT) {
            out.push_str(&format!(" {attribute}={}", escape(&value)));
        }
    }
    out.push('>');
    element
        .children()
        .iter()
        .for_each(|child| print_node(child, out));
    if !matches!(name, "br" | "hr" | "input") {
        out.push_str(&format!("</{name}>"));
    }
}

fn escape(text: &str) -> String {
    text.replace('<', "&lt;")
}
