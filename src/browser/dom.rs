//! From the safe tree of the preview to nodes of the document: elements,
//! attributes and text, made one by one. No HTML is ever read, so the page can
//! forbid every HTML sink (Trusted Types with no policy that makes HTML).

use std::cell::Cell;

use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, FocusOptions, HtmlElement, HtmlInputElement, Node, ScrollLogicalPosition,
};

use super::Fault;
use crate::markdown::{Alert, NoteId, SafeNode, Tag, View};

/// The words that stand in the preview besides the person's own.
pub struct Labels<'a> {
    pub alert: &'a dyn Fn(Alert) -> &'static str,
    pub too_large: &'static str,
    pub picture: &'static str,
    pub table: &'static str,
    pub code: &'static str,
    pub copy_code: &'static str,
    /// The path of the picture on its button.
    pub copy_icon: &'static str,
    /// A task without words.
    pub task: &'static str,
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
        // Read by the sheet for paper.
        Tag::Link(_) | Tag::Card(_) if element.is_bare_link() => {
            made.set_attribute("data-bare", "")?
        }
        Tag::CheckBox { .. } => made.set_attribute("aria-label", labels.task)?,
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
    if element.is_task() {
        name_box(&made, &element.words())?;
    }
    match tag {
        Tag::Table => {
            let scroller = self::element("div", "table-scroller")?;
            scrolls(&scroller, labels.table)?;
            scroller.append_child(&made)?;
            Ok(scroller.into())
        }
        Tag::CodeBlock => {
            let frame = self::element("div", "code-block")?;
            frame.append_child(&made)?;
            let button = copy_button(document, labels)?;
            frame.append_child(&button)?;
            Ok(frame.into())
        }
        _ => Ok(made.into()),
    }
}

/// The box of a task is called what is to be done.
fn name_box(item: &Element, words: &str) -> Result<(), Fault> {
    if let Some(box_) = item.query_selector("input")?
        && !words.is_empty()
    {
        box_.set_attribute("aria-label", words)?;
    }
    Ok(())
}

/// Beside what scrolls, so that it stays where it is; with a picture and no words, so that
/// none are copied with the code.
fn copy_button(document: &Document, labels: &Labels) -> Result<Element, Fault> {
    const SVG: Option<&str> = Some("http://www.w3.org/2000/svg");
    let button = element("button", "icon-button copy-code")?;
    for (name, value) in [
        ("type", "button"),
        ("aria-label", labels.copy_code),
        ("title", labels.copy_code),
    ] {
        button.set_attribute(name, value)?;
    }
    let icon = document.create_element_ns(SVG, "svg")?;
    for (name, value) in [
        ("class", "icon"),
        ("viewBox", "0 0 24 24"),
        ("aria-hidden", "true"),
    ] {
        icon.set_attribute(name, value)?;
    }
    let path = document.create_element_ns(SVG, "path")?;
    path.set_attribute("d", labels.copy_icon)?;
    icon.append_child(&path)?;
    button.append_child(&icon)?;
    Ok(button)
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

/// The selector of the references to a footnote with this [`NoteId::dom_id`].
pub fn references(note: &str) -> String {
    format!("[data-note=\"{note}\"] a")
}

/// Writes another number into every reference to a footnote below `root`.
pub fn renumber(root: &Element, note: &NoteId, number: usize) -> Result<(), Fault> {
    for link in all(root, &references(&note.dom_id()))? {
        link.set_text_content(Some(&number.to_string()));
    }
    Ok(())
}

/// Brings an element into view with as little movement as possible.
pub fn show(element: &Element) {
    show_at(element, ScrollLogicalPosition::Nearest);
}

/// Brings an element to the upper edge of what is in view.
pub fn show_first(element: &Element) {
    show_at(element, ScrollLogicalPosition::Start);
}

/// Brings an element into the middle of what is in view.
pub fn show_in_middle(element: &Element) {
    show_at(element, ScrollLogicalPosition::Center);
}

/// Where parts of the page are not laid out while they are out of view, those that come into it have
/// another height than was guessed, and move the element away again: it is brought there in the next
/// frames too, unless another is meanwhile.
fn show_at(element: &Element, position: ScrollLogicalPosition) {
    const FRAMES: u8 = 3;
    thread_local! {
        static LAST: Cell<u32> = const { Cell::new(0) };
    }
    let number = LAST.get().wrapping_add(1);
    LAST.set(number);
    scroll_to(element, position);
    if is_laid_out_late(element) {
        let element = element.clone();
        in_next_frames(FRAMES, move || {
            let is_last = LAST.get() == number;
            if is_last {
                scroll_to(&element, position);
            }
            is_last
        });
    }
}

fn scroll_to(element: &Element, position: ScrollLogicalPosition) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(position);
    options.set_behavior(web_sys::ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn is_laid_out_late(element: &Element) -> bool {
    let part = element.closest(".leaf").ok().flatten();
    let style = part.and_then(|part| web_sys::window()?.get_computed_style(&part).ok()?);
    let value = style.map(|style| style.get_property_value("content-visibility"));
    value.is_some_and(|value| value.as_deref() == Ok("auto"))
}

/// Calls `act` in each of the next frames, as long as it says so.
fn in_next_frames(frames: u8, mut act: impl FnMut() -> bool + 'static) {
    let (Some(left), Some(window)) = (frames.checked_sub(1), web_sys::window()) else {
        return;
    };
    let call = Closure::once_into_js(move || {
        if act() {
            in_next_frames(left, act);
        }
    });
    let asked = window.request_animation_frame(call.unchecked_ref());
    debug_assert!(asked.is_ok());
}

/// So many elements are compared one by one at most.
const COMPARED: u32 = 300;

/// Makes `old` what `new` is, with as many of its nodes as stay the same or can be changed. `new`
/// may lose children to it.
///
/// Blink ends what one undo takes back whenever a node leaves the document, so a preview
/// that replaced what is typed would make every letter a step of its own.
pub fn turn_into(old: &Element, new: &Element) -> Result<(), Fault> {
    let size = new.query_selector_all("*")?.length();
    if size > COMPARED {
        old.set_text_content(None);
    }
    turn(old, new)
}

fn turn(old: &Element, new: &Element) -> Result<(), Fault> {
    for name in names(old).filter(|name| !new.has_attribute(name)) {
        old.remove_attribute(&name)?;
    }
    for name in names(new) {
        let value = new.get_attribute(&name);
        if old.get_attribute(&name) != value {
            old.set_attribute(&name, value.as_deref().unwrap_or_default())?;
        }
    }
    // A box that was pressed no longer follows its attribute.
    if let (Some(old), Some(new)) = (old.dyn_ref::<HtmlInputElement>(), new.dyn_ref()) {
        let new: &HtmlInputElement = new;
        old.set_checked(new.checked());
    }
    let (mut left, mut right) = (old.first_child(), new.first_child());
    while let Some(wanted) = right {
        right = wanted.next_sibling();
        let Some(present) = left else {
            old.append_child(&wanted)?;
            continue;
        };
        left = present.next_sibling();
        match (present.dyn_ref::<Element>(), wanted.dyn_ref::<Element>()) {
            (Some(present), Some(wanted)) if present.tag_name() == wanted.tag_name() => {
                turn(present, wanted)?;
            }
            (None, None) => {
                if present.node_value() != wanted.node_value() {
                    present.set_node_value(wanted.node_value().as_deref());
                }
            }
            _ => {
                old.replace_child(&wanted, &present)?;
            }
        }
    }
    while let Some(surplus) = left {
        left = surplus.next_sibling();
        old.remove_child(&surplus)?;
    }
    Ok(())
}

/// The names of the attributes.
fn names(element: &Element) -> impl Iterator<Item = String> {
    let names = element.get_attribute_names();
    names.into_iter().filter_map(|name| name.as_string())
}

/// What has the focus; the page itself is nothing.
pub fn focused() -> Option<Element> {
    document().ok()?.active_element()
}

pub fn has_focus(element: &Element) -> bool {
    let document = element.owner_document();
    let active = document.and_then(|document| document.active_element());
    active.as_ref() == Some(element)
}

/// How many pixels the middle of an element is from the left edge of the one around it that a
/// selector names.
pub fn middle_in(element: &Element, around: &str) -> i32 {
    let here = element.get_bounding_client_rect();
    let around = element.closest(around).ok().flatten();
    let left = around.map_or(0.0, |around| around.get_bounding_client_rect().left());
    (here.left() + here.width() / 2.0 - left).round() as i32
}

/// Moves the focus to an element, which stays where it is.
pub fn focus(element: &Element) -> Result<(), Fault> {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.focus_with_options(&options)?;
    }
    Ok(())
}

/// What has the focus, if it is inside of `element`.
pub fn focused_in(element: &Element) -> Option<Element> {
    let active = document().ok()?.active_element()?;
    element.contains(Some(&active)).then_some(active)
}

/// Every element inside of `root` that matches a selector, in order.
pub fn all(root: &Element, selector: &str) -> Result<Vec<Element>, Fault> {
    let found = root.query_selector_all(selector)?;
    let nodes = (0..found.length()).filter_map(|index| found.item(index));
    Ok(nodes.filter_map(|node| node.dyn_into().ok()).collect())
}

/// The element with an `id`, if it is inside of `root`.
pub fn by_id(root: &Element, id: &str) -> Option<Element> {
    let found = document().ok()?.get_element_by_id(id);
    found.filter(|element| root.contains(Some(element)))
}

/// Whether text of the page is selected, other than in a field.
pub fn selects_text() -> bool {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    selection.is_some_and(|selection| !selection.is_collapsed())
}
