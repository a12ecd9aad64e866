//! Ways through the preview: where its links lead, and where what it shows is written.

use leptos::web_sys;
use web_sys::Element;

use super::Pane;
use crate::browser::{Fault, dom};
use crate::markdown::{AT, HEADING_ID, Key};

/// What stands before the name of a footnote in the link back to its reference.
const BACK: &str = "ref-";

/// Where the link leads that stands at the end of a footnote.
pub(super) fn back_to(note: &str) -> String {
    format!("#{BACK}{note}")
}

impl Pane {
    /// Follows a link inside the report: to a heading, to a footnote, and from there back to
    /// the reference that led there. The focus goes along, so that keys and screen readers go
    /// on from there.
    pub fn follow(&mut self, link: &Element) -> Result<(), Fault> {
        let href = link.get_attribute("href").unwrap_or_default();
        let id = href.trim_start_matches('#');
        let target = if let Some(note) = id.strip_prefix(BACK) {
            let references = dom::all(&self.root, &dom::references(note))?;
            let came_from = self.came_from.as_ref().filter(|(from, _)| from == note);
            let index = came_from.map_or(0, |(_, index)| *index);
            references.get(index).or(references.first()).cloned()
        } else {
            let references = dom::all(&self.root, &dom::references(id))?;
            if let Some(index) = references.iter().position(|it| it == link) {
                self.came_from = Some((id.to_owned(), index));
            }
            if let Some(anchor) = id.strip_prefix(HEADING_ID) {
                self.draw_heading(anchor)?;
            }
            dom::by_id(&self.root, id)
        };
        if let Some(target) = target {
            match id.starts_with(HEADING_ID) {
                // What it is the heading of comes into view with it.
                true => dom::show_first(&target),
                false => dom::show(&target),
            }
            dom::focus(&target)?;
        }
        Ok(())
    }

    /// Draws the section with this heading, if it still waits.
    fn draw_heading(&mut self, anchor: &str) -> Result<(), Fault> {
        let holds = |key: &&Key| {
            let mut blocks = self.preview.blocks(key).iter();
            blocks.any(|block| block.anchors().iter().any(|name| name == anchor))
        };
        match self.waiting.iter().find(holds).cloned() {
            Some(key) => {
                self.waiting.remove(&key);
                self.draw_section(&key)
            }
            None => Ok(()),
        }
    }

    /// Where what is drawn is written: the section, and the byte of its text at which the item
    /// begins that `element` is in, else its block or its footnote.
    pub fn place_of(&self, element: &Element) -> Option<(Key, usize)> {
        let closest = |selector: &str| element.closest(selector).ok().flatten();
        let marked = closest("[data-at]").and_then(|marked| marked.get_attribute(AT));
        let within = marked.and_then(|at| at.parse().ok()).unwrap_or(0);
        if let Some(note) = closest(".footnote") {
            let (key, start) = self.preview.note_place(&note.id())?;
            return Some((key.clone(), start + within));
        }
        let block = closest(".block")?;
        let root = block.closest(".preview-section").ok()??;
        let mut drawn = self.drawn.iter();
        let (key, section) = drawn.find(|(_, section)| section.root == root)?;
        let index = section.blocks.iter().position(|it| *it == block)?;
        Some((key.clone(), self.preview.range(key, index)?.start + within))
    }

    /// The text of a section as it is drawn, and where each of its blocks starts in it.
    pub fn blocks_of(&self, key: &str) -> Option<(&str, &[Element], impl Fn(usize) -> usize)> {
        let section = self.drawn.get(key)?;
        let text = self.preview.text(key);
        let start = move |block| match self.preview.range(key, block) {
            Some(range) => range.start,
            None => text.len(),
        };
        Some((text, &section.blocks, start))
    }
}
