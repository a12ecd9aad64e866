//! The preview as nodes of the document. It keeps the node of every block that
//! a change does not touch, and draws sections that are far from done a few
//! milliseconds at a time, so that typing never waits.

mod cells;
mod ways;

use std::collections::{HashMap, HashSet};

use leptos::web_sys;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::icon::Icon;
use crate::browser::{Fault, dom};
use crate::markdown::{AT, Alert, Block, Changes, HEADING_ID, Key, Patch, Preview};
use crate::text::Words;

/// How long one turn of drawing may take: half of a frame at 60 Hz.
const TURN_MS: f64 = 8.0;

/// Sections that are laid out and watched by the browser together: with every one
/// for itself, a key in a report of a thousand took 3 ms longer on a desktop.
const SHEET: usize = 8;

/// How many blocks of a section are laid out and watched together. In a section of a megabyte a
/// key took 290 ms on a desktop where all were, and 120 ms with 24 to 400 of them.
const LEAF: u32 = 64;

/// The preview of one report.
pub struct Pane {
    preview: Preview,
    root: Element,
    notes: Element,
    words: &'static Words,
    /// The sheets that hold the sections, each full but the last.
    sheets: Vec<Element>,
    drawn: HashMap<Key, Section>,
    /// Sections whose blocks are not in the document yet.
    waiting: HashSet<Key>,
    /// The footnote that a reference was followed to last, and which of its references that was.
    came_from: Option<(String, usize)>,
}

struct Section {
    root: Element,
    /// Each in a leaf below the root.
    blocks: Vec<Element>,
}

impl Pane {
    /// Draws into `root`, which must be empty.
    pub fn new(root: Element, words: &'static Words) -> Result<Self, Fault> {
        let notes = dom::element("section", "notes")?;
        notes.set_attribute("aria-label", words.footnotes)?;
        notes.set_attribute("hidden", "")?;
        root.append_child(&notes)?;
        Ok(Self {
            preview: Preview::new(),
            root,
            notes,
            words,
            sheets: Vec::new(),
            drawn: HashMap::new(),
            waiting: HashSet::new(),
            came_from: None,
        })
    }

    /// Takes the sections of the report in order.
    pub fn set_sections<'a>(
        &mut self,
        sections: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<(), Fault> {
        let changes = self.preview.set_sections(sections);
        self.apply(&changes)
    }

    /// Takes the new text of one section.
    pub fn set_text(&mut self, key: &str, text: &str) -> Result<(), Fault> {
        let changes = self.preview.set_text(key, text);
        self.apply(&changes)
    }

    /// Draws sections that wait, for one turn. True when none waits any more.
    pub fn draw_waiting(&mut self, now: impl Fn() -> f64) -> Result<bool, Fault> {
        if self.waiting.is_empty() {
            return Ok(true);
        }
        let end = now() + TURN_MS;
        let order: Vec<Key> = self.preview.sections().cloned().collect();
        for key in order {
            if self.waiting.remove(&key) {
                self.draw_section(&key)?;
                if now() >= end {
                    break;
                }
            }
        }
        Ok(self.waiting.is_empty())
    }

    /// Whether the report has anything to show.
    pub fn is_empty(&self) -> bool {
        !self
            .preview
            .sections()
            .any(|key| !self.preview.blocks(key).is_empty())
    }

    /// Brings the block of the caret into view. False if it is not drawn yet.
    pub fn show_caret(&self, key: &str, offset: usize) -> bool {
        let block = self
            .preview
            .block_at(key, offset)
            .and_then(|index| self.drawn.get(key)?.blocks.get(index));
        if let Some(block) = block {
            dom::show(block);
        }
        block.is_some()
    }

    fn apply(&mut self, changes: &Changes) -> Result<(), Fault> {
        if changes.list {
            self.place_sections()?;
        }
        for patch in &changes.patches {
            if !self.waiting.contains(&patch.section) {
                self.patch(patch)?;
            }
        }
        for (key, block) in &changes.anchors {
            self.name_headings(key, *block)?;
        }
        for (note, number) in &changes.numbers {
            dom::renumber(&self.root, note, *number)?;
        }
        if changes.notes {
            self.draw_notes()?;
        }
        Ok(())
    }

    /// Puts the sections into the order of the report; a new one waits.
    fn place_sections(&mut self) -> Result<(), Fault> {
        let order: Vec<Key> = self.preview.sections().cloned().collect();
        let wanted: HashSet<&Key> = order.iter().collect();
        self.drawn.retain(|key, section| {
            let stays = wanted.contains(key);
            if !stays {
                section.root.remove();
            }
            stays
        });
        self.waiting.retain(|key| wanted.contains(key));
        for (index, keys) in order.chunks(SHEET).enumerate() {
            let sheet = self.sheet(index)?;
            let mut next = sheet.first_element_child();
            for key in keys {
                let root = match self.drawn.get(key) {
                    Some(section) => section.root.clone(),
                    None => self.add_section(key)?,
                };
                if next.as_ref() == Some(&root) {
                    next = root.next_element_sibling();
                } else {
                    sheet.insert_before(&root, next.as_deref())?;
                }
            }
        }
        for sheet in self.sheets.split_off(order.len().div_ceil(SHEET)) {
            sheet.remove();
        }
        Ok(())
    }

    fn sheet(&mut self, index: usize) -> Result<Element, Fault> {
        if let Some(sheet) = self.sheets.get(index) {
            return Ok(sheet.clone());
        }
        let sheet = dom::element("div", "sheet")?;
        self.root.insert_before(&sheet, Some(&self.notes))?;
        self.sheets.push(sheet.clone());
        Ok(sheet)
    }

    fn add_section(&mut self, key: &Key) -> Result<Element, Fault> {
        let root = dom::element("div", "preview-section")?;
        let section = Section {
            root: root.clone(),
            blocks: Vec::new(),
        };
        self.drawn.insert(key.clone(), section);
        self.waiting.insert(key.clone());
        Ok(root)
    }

    fn draw_section(&mut self, key: &Key) -> Result<(), Fault> {
        let whole = Patch {
            section: key.clone(),
            removed: 0..0,
            added: 0..self.preview.blocks(key).len(),
        };
        self.patch(&whole)
    }

    fn patch(&mut self, patch: &Patch) -> Result<(), Fault> {
        let Some(mut section) = self.drawn.remove(&patch.section) else {
            return Ok(());
        };
        let result = self.patch_section(&mut section, patch);
        self.drawn.insert(patch.section.clone(), section);
        result
    }

    fn patch_section(&self, section: &mut Section, patch: &Patch) -> Result<(), Fault> {
        let removed = patch.removed.start..patch.removed.end.min(section.blocks.len());
        let blocks = &self.preview.blocks(&patch.section)[patch.added.clone()];
        let (changed, added) = blocks.split_at(blocks.len().min(removed.len()));
        let at = removed.start + changed.len();
        let held = held_box(&section.root);
        for (old, block) in section.blocks[removed.start..at].iter().zip(changed) {
            dom::turn_into(old, &self.draw(block)?)?;
        }
        let mut next = section.blocks.get(removed.end).cloned();
        let mut left = Vec::new();
        for block in section.blocks.drain(at..removed.end) {
            left.extend(
                block
                    .parent_element()
                    .filter(|leaf| left.last() != Some(leaf)),
            );
            block.remove();
        }
        let before = at
            .checked_sub(1)
            .and_then(|index| section.blocks.get(index));
        let beside = before.or(next.as_ref());
        let mut leaf = beside.and_then(|block| block.parent_element());
        let mut drawn = Vec::with_capacity(added.len());
        for block in added {
            let element = self.draw(block)?;
            let leaf = leaf_with_room(&section.root, &mut leaf, &mut next)?;
            leaf.insert_before(&element, next.as_deref())?;
            drawn.push(element);
        }
        for leaf in left.iter().filter(|leaf| !leaf.has_child_nodes()) {
            leaf.remove();
        }
        let end = at + drawn.len();
        section.blocks.splice(at..at, drawn);
        // It goes over to what is drawn in place of the box, if that is gone now.
        let held = held.filter(|_| dom::focused_in(&section.root).is_none());
        for block in &section.blocks[removed.start..end] {
            give_back(&held, block)?;
        }
        Ok(())
    }

    fn draw(&self, block: &Block) -> Result<Element, Fault> {
        let element = dom::element("div", "block")?;
        self.fill(&element, block.nodes())?;
        name_headings(&element, block)?;
        cells::name_cells(&element)?;
        Ok(element)
    }

    fn name_headings(&self, key: &str, block: usize) -> Result<(), Fault> {
        let drawn = self.drawn.get(key);
        let element = drawn.and_then(|section| section.blocks.get(block));
        let block = self.preview.blocks(key).get(block);
        element
            .zip(block)
            .map_or(Ok(()), |(element, block)| name_headings(element, block))
    }

    fn draw_notes(&self) -> Result<(), Fault> {
        let held = dom::focused_in(&self.notes);
        let note = held.and_then(|held| held.closest(".footnote").ok().flatten());
        let held = note.as_ref().and_then(held_box);
        self.notes.set_text_content(None);
        let list = dom::element("ol", "notes-list")?;
        for note in self.preview.notes() {
            let item = dom::element("li", "footnote")?;
            item.set_id(&note.id.dom_id());
            item.set_attribute("tabindex", "-1")?;
            self.fill(&item, note.nodes)?;
            let back = dom::element("a", "note-back")?;
            back.set_attribute("href", &ways::back_to(&note.id.dom_id()))?;
            back.set_attribute("role", "doc-backlink")?;
            back.set_attribute("aria-label", self.words.back_to_text)?;
            back.set_text_content(Some("↩"));
            item.append_child(&back)?;
            list.append_child(&item)?;
        }
        if list.has_child_nodes() {
            self.notes.append_child(&list)?;
            self.notes.remove_attribute("hidden")?;
            if let Some(note) = note.and_then(|note| dom::by_id(&self.notes, &note.id())) {
                give_back(&held, &note)?;
            }
        } else {
            self.notes.set_attribute("hidden", "")?;
        }
        Ok(())
    }

    fn fill(&self, parent: &Element, nodes: &[crate::markdown::SafeNode]) -> Result<(), Fault> {
        let words = self.words;
        let labels = dom::Labels {
            alert: &|alert| match alert {
                Alert::Note => words.alert_note,
                Alert::Tip => words.alert_tip,
                Alert::Important => words.alert_important,
                Alert::Warning => words.alert_warning,
                Alert::Caution => words.alert_caution,
            },
            too_large: words.too_large,
            picture: words.picture_elsewhere,
            table: words.table,
            code: words.code_block,
            copy_code: words.copy_code,
            copy_icon: Icon::Copy.path(),
            task: words.task,
            note_number: &|note| self.preview.note_number(note),
        };
        dom::append(parent, nodes, &labels)
    }
}

/// The leaf that takes the next block, before `next` if that is in it; a new one where there is
/// none, or it is full.
fn leaf_with_room(
    root: &Element,
    leaf: &mut Option<Element>,
    next: &mut Option<Element>,
) -> Result<Element, Fault> {
    *next = next.take().filter(|it| it.parent_element() == *leaf);
    let Some(present) = leaf else {
        let new = dom::element("div", "leaf")?;
        root.append_child(&new)?;
        return Ok(leaf.insert(new).clone());
    };
    if present.child_element_count() >= LEAF {
        let new = dom::element("div", "leaf")?;
        root.insert_before(&new, present.next_sibling().as_ref())?;
        let mut behind = next.take();
        if behind.is_none() {
            *present = new.clone();
        }
        while let Some(block) = behind {
            behind = block.next_element_sibling();
            new.append_child(&block)?;
        }
    }
    Ok(present.clone())
}

/// Gives the headings of a block the names by which links find them. They can be given the
/// focus, but no key leads to them.
fn name_headings(element: &Element, block: &Block) -> Result<(), Fault> {
    if block.anchors().is_empty() {
        return Ok(());
    }
    let headings = dom::all(element, "h1, h2, h3, h4, h5, h6")?;
    for (heading, anchor) in headings.iter().zip(block.anchors()) {
        heading.set_attribute("tabindex", "-1")?;
        if !anchor.is_empty() {
            heading.set_id(&format!("{HEADING_ID}{anchor}"));
        }
    }
    Ok(())
}

/// The box of a task that has the focus and is about to be drawn anew: where it is written.
fn held_box(element: &Element) -> Option<String> {
    let held = dom::focused_in(element)?;
    held.has_type::<HtmlInputElement>()
        .then(|| held.get_attribute(AT))?
}

/// Gives the focus to the box that was drawn in place of the one that had it.
fn give_back(held: &Option<String>, element: &Element) -> Result<(), Fault> {
    let Some(at) = held else { return Ok(()) };
    match element.query_selector(&format!("input[{AT}=\"{at}\"]"))? {
        Some(box_) => dom::focus(&box_),
        None => Ok(()),
    }
}
