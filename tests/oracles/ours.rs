//! What our preview shows of a text, in the common form: what the page makes of the safe tree
//! (`src/browser/dom.rs`), without the words of the interface.

use sankarepo::markdown::{Alert, Align, Preview, SafeNode, Tag, View};

use crate::form::{Form, Page, picture};
use crate::html::{cell, link, ordered};

pub fn lines(markdown: &str, form: Form) -> String {
    let mut preview = Preview::new();
    preview.set_sections([("s", markdown)]);
    Page::write(form, |page| {
        for block in preview.blocks("s") {
            nodes(page, &preview, block.nodes());
        }
        for note in preview.notes() {
            let name = format!("note {}", note.number);
            page.block(&name, |page| nodes(page, &preview, note.nodes));
        }
    })
}

fn nodes(page: &mut Page, preview: &Preview, nodes: &[SafeNode]) {
    for node in nodes {
        match node.view() {
            View::Text(text) => page.words(text),
            View::Element(element) => tag(page, preview, element.tag(), element.children()),
        }
    }
}

fn tag(page: &mut Page, preview: &Preview, tag: &Tag, children: &[SafeNode]) {
    let inside = |page: &mut Page| nodes(page, preview, children);
    match tag {
        Tag::Paragraph if page.form.is_zenn && has_cards_alone(children) => inside(page),
        Tag::Paragraph
        | Tag::Heading(_)
        | Tag::BulletList
        | Tag::Item { .. }
        | Tag::Rule
        | Tag::Table
        | Tag::TableRow => page.block(tag.name(), inside),
        Tag::OrderedList(start) => page.block(&ordered(&start.to_string()), inside),
        Tag::CheckBox { checked, .. } => page.check_box(*checked),
        Tag::Quote => page.block("quote", inside),
        Tag::Alert(alert) => {
            let name = match (page.form.is_zenn, alert) {
                (false, alert) => alert.name(),
                (true, Alert::Warning | Alert::Caution) => "alert",
                (true, _) => "message",
            };
            page.block(&format!("box {name}"), inside);
        }
        Tag::Details => page.block("details", inside),
        Tag::Summary => page.block("summary", inside),
        Tag::CodeBlock => code_block(page, children),
        Tag::Code(_) => page.inline("code", inside),
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough => page.inline(tag.name(), inside),
        Tag::LineBreak => page.line_break(),
        Tag::TableHead | Tag::TableBody => inside(page),
        Tag::HeadCell(align) | Tag::Cell(align) => {
            page.block(&cell(tag.name(), alignment(*align)), inside);
        }
        Tag::FileName => {}
        Tag::Card(href) if page.form.is_zenn => {
            page.block(&format!("card {}", href.value()), |_| {});
        }
        Tag::Card(href) => page.inline(&link(&href.value()), inside),
        Tag::Link(href) => {
            let inner = href.anchor().map(|anchor| format!("#{anchor}"));
            page.inline(&link(&inner.unwrap_or(href.value().into())), inside);
        }
        Tag::Picture(href) => page.thing(&picture(&href.value(), &text(children), "")),
        Tag::NoteReference(note) => {
            let number = preview.note_number(note).unwrap_or_default();
            page.thing(&format!("note {number}"));
        }
        Tag::TooLarge => page.block("too large", inside),
    }
}

/// The name of its file is shown by Zenn alone.
fn code_block(page: &mut Page, children: &[SafeNode]) {
    let mut file = None;
    for child in children {
        let View::Element(child) = child.view() else {
            continue;
        };
        match child.tag() {
            Tag::FileName if page.form.is_zenn => file = Some(text(child.children())),
            Tag::Code(language) => {
                let text = text(child.children());
                page.code(language.as_deref(), file.as_deref(), &text);
            }
            _ => {}
        }
    }
}

fn has_cards_alone(nodes: &[SafeNode]) -> bool {
    let is = |wanted: fn(&Tag) -> bool| move |node: &SafeNode| matches!(node.view(), View::Element(it) if wanted(it.tag()));
    let is_card = is(|tag| matches!(tag, Tag::Card(_)));
    let is_break = is(|tag| matches!(tag, Tag::LineBreak));
    nodes.iter().any(is_card) && nodes.iter().all(|node| is_card(node) || is_break(node))
}

fn text(nodes: &[SafeNode]) -> String {
    let of_one = |node: &SafeNode| match node.view() {
        View::Text(text) => text.to_owned(),
        View::Element(element) => text(element.children()),
    };
    nodes.iter().map(of_one).collect()
}

fn alignment(align: Align) -> &'static str {
    match align {
        Align::None => "",
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    }
}
