//! From the safe tree of the preview to nodes of the document: elements,
//! attributes and text, made one by one. No HTML is ever read, so the page can
//! forbid every HTML sink (Trusted Types with `trusted-types 'none'`).

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Node};

use super::Fault;
use crate::markdown::{Alert, NoteId, SafeNode, Tag, View};

/// The words that stand in the preview besides the person's own.
pub struct Labels<'a> {
    pub alert: &'a dyn Fn(Alert) -> &'static str,
    pub too_large: &'static str,
    pub picture: &'static str,
    pub table: &'static str,
    pub code: &'static str,
    pub checked: &'static str,
    pub unchecked: &'static str,
    pub note_number: &'a dyn Fn(&NoteId) -> Option<usize>,
}

pub fn document() -> Result<Document, Fault> {
    web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| Fault::missing("document"))
}

/// An element with a class, ready to be filled.
pub fn element(name: &str, class: &str) -> Result<Element, Fault> {
    let element = document()?.create_element(name)?;
    element.set_class_name(class);
    Ok(element)
}

/// Adds the nodes to the end of `parent`.
pub fn append(parent: &Element, nodes: &[SafeNode], labels: &Labels) -> Result<(), Fault> {
    let document = document()?;
    for node in nodes {
        parent.append_child(&build(&document, node, labels)?)?;
    }
    Ok(())
}

fn build(document: &Document, node: &SafeNode, labels: &Labels) -> Result<Node, Fault> {
    let element = match node.view() {
        View::Text(text) => return Ok(document.create_text_node(text).into()),
        View::Element(element) => element,
    };
    let tag = element.tag();
    let made = document.create_element(tag.name())?;
    for (name, value) in tag.attributes() {
        made.set_attribute(name, &value)?;
    }
    match tag {
        Tag::Alert(alert) => {
            let title = self::element("p", "alert-title")?;
            title.set_text_content(Some((labels.alert)(*alert)));
            made.append_child(&title)?;
        }
        Tag::TooLarge => made.set_text_content(Some(labels.too_large)),
        Tag::CodeBlock => scrolls(&made, labels.code)?,
        Tag::CheckBox { checked: true, .. } => made.set_attribute("aria-label", labels.checked)?,
        Tag::CheckBox { .. } => made.set_attribute("aria-label", labels.unchecked)?,
        Tag::Picture(_) => made.set_attribute("title", labels.picture)?,
        Tag::NoteReference(note) => {
            let number = (labels.note_number)(note).unwrap_or(0);
            let link = note_link(note, number)?;
            made.append_child(&link)?;
        }
        _ => {}
    }
    for child in element.children() {
        made.append_child(&build(document, child, labels)?)?;
    }
    if matches!(tag, Tag::Table) {
        let scroller = self::element("div", "table-scroller")?;
        scrolls(&scroller, labels.table)?;
        scroller.append_child(&made)?;
        return Ok(scroller.into());
    }
    Ok(made.into())
}

/// What is wide scrolls by itself, and with keys; the page never does.
fn scrolls(element: &Element, label: &str) -> Result<(), Fault> {
    element.set_attribute("tabindex", "0")?;
    element.set_attribute("role", "group")?;
    element.set_attribute("aria-label", label)?;
    Ok(())
}

fn note_link(note: &NoteId, number: usize) -> Result<Element, Fault> {
    let link = element("a", "note-link")?;
    link.set_attribute("href", &format!("#{}", note.dom_id()))?;
    link.set_attribute("role", "doc-noteref")?;
    link.set_text_content(Some(&number.to_string()));
    Ok(link)
}

/// Writes another number into every reference to a footnote below `root`.
pub fn renumber(root: &Element, note: &NoteId, number: usize) -> Result<(), Fault> {
    let found = root.query_selector_all(&format!("[data-note=\"{}\"] a", note.dom_id()))?;
    for index in 0..found.length() {
        if let Some(link) = found.item(index) {
            link.set_text_content(Some(&number.to_string()));
        }
    }
    Ok(())
}

/// Brings an element into view with as little movement as possible.
pub fn show(element: &Element) {
    scroll(element, web_sys::ScrollLogicalPosition::Nearest);
}

/// Brings an element into the middle of what is in view.
pub fn show_in_middle(element: &Element) {
    scroll(element, web_sys::ScrollLogicalPosition::Center);
}

fn scroll(element: &Element, block: web_sys::ScrollLogicalPosition) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_behavior(web_sys::ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The elements below `root` that a selector names, in the order of the document.
pub fn all(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    let nodes = (0..found.length()).filter_map(|index| found.item(index));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

pub fn focus(element: &HtmlElement) {
    let focused = element.focus();
    // The standard lets it throw for a wrong argument only.
    debug_assert!(focused.is_ok());
}

/// What has the focus; the page itself is nothing.
pub fn focused() -> Option<HtmlElement> {
    document().ok()?.active_element()?.dyn_into().ok()
}

pub fn has_focus(element: &HtmlElement) -> bool {
    let document = element.owner_document();
    let active = document.and_then(|document| document.active_element());
    active.is_some_and(|active| active == **element)
}

/// How many pixels the middle of an element is from the left edge of the one around it that a
/// selector names.
pub fn middle_in(element: &Element, around: &str) -> f64 {
    let here = element.get_bounding_client_rect();
    let around = element.closest(around).ok().flatten();
    let left = around.map_or(0.0, |around| around.get_bounding_client_rect().left());
    here.left() + here.width() / 2.0 - left
}
