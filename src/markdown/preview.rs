//! The preview of a whole report, kept up to date with the smallest changes.
//!
//! It owns the text of the sections as last seen, their blocks and the numbers
//! of the footnotes. A change returns [`Changes`]: what the layer that draws
//! must touch, and nothing else of the document.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::anchors::name_headings;
use super::names::{Key, Names, NoteId};
use super::notes::{Notes, bodies};
use super::render::Block;
use super::safe::SafeNode;
use super::section::{Section, Touched};

/// The blocks of all sections of a report in order, and its footnotes.
#[derive(Debug, Default)]
pub struct Preview {
    sections: Vec<Section>,
    names: Names,
    notes: Notes,
}

/// What must be drawn again. Everything else stays as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// Sections were added, removed or moved: [`Preview::sections`] has the new list.
    /// A new section is without blocks until its patch has been applied.
    pub list: bool,
    /// To be applied in this order.
    pub patches: Vec<Patch>,
    /// The list of footnotes at the end has changed: see [`Preview::notes`].
    pub notes: bool,
    /// Footnotes whose references show another number now.
    pub numbers: Vec<(NoteId, usize)>,
    /// Blocks with a heading that links find by another name now: see [`Block::anchors`].
    pub anchors: Vec<(Key, usize)>,
}

/// In one section the blocks `removed` are now the blocks `added`.
///
/// Both ranges start at the same index; `added` are indices of [`Preview::blocks`].
#[derive(Clone, Debug, PartialEq)]
pub struct Patch {
    pub section: Key,
    pub removed: Range<usize>,
    pub added: Range<usize>,
}

/// A footnote as it stands at the end of the report.
#[derive(Clone, Copy, Debug)]
pub struct Note<'a> {
    pub id: &'a NoteId,
    /// From 1, in the order of the first reference.
    pub number: usize,
    pub nodes: &'a [SafeNode],
}

impl Preview {
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the sections of the report in order. Blocks of sections that were
    /// there before are kept as far as their text is the same. Of two sections
    /// with the same key the second is left out.
    pub fn set_sections<'a>(
        &mut self,
        sections: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Changes {
        let old = std::mem::take(&mut self.sections);
        let before: Vec<Key> = old.iter().map(|section| section.key.clone()).collect();
        let mut known: HashMap<Key, Section> = old
            .into_iter()
            .map(|section| (section.key.clone(), section))
            .collect();
        // Another order alone can change what a label means and the numbers.
        let mut touched = Touched {
            names: true,
            references: true,
            notes: false,
            headings: true,
        };
        let mut seen = HashSet::new();
        let mut patches = Vec::new();
        for (key, text) in sections {
            let mut section = known.remove(key).unwrap_or_else(|| Section::new(key));
            if !seen.insert(section.key.clone()) {
                continue;
            }
            if let Some((patch, by_patch)) = section.set_text(text) {
                patches.push(patch);
                touched.add(by_patch);
            }
            self.sections.push(section);
        }
        let list = !self.sections().eq(&before);
        Changes {
            list,
            ..self.settle(patches, touched)
        }
    }

    /// Takes the new text of one section; nothing happens if there is no such section.
    pub fn set_text(&mut self, key: &str, text: &str) -> Changes {
        let Some(section) = self
            .sections
            .iter_mut()
            .find(|section| &*section.key == key)
        else {
            return Changes::default();
        };
        match section.set_text(text) {
            Some((patch, touched)) => self.settle(vec![patch], touched),
            None => Changes::default(),
        }
    }

    /// The keys of the sections in order.
    pub fn sections(&self) -> impl Iterator<Item = &Key> {
        self.sections.iter().map(|section| &section.key)
    }

    /// The blocks of a section in order; none if there is no such section.
    pub fn blocks(&self, key: &str) -> &[Block] {
        self.section(key).map_or(&[], |section| &section.blocks)
    }

    /// The text of a section as it was last taken; a lone carriage return is a line feed.
    pub fn text(&self, key: &str) -> &str {
        self.section(key).map_or("", |section| section.text())
    }

    /// The bytes of a section's text that a block stands for. Blocks are a partition of the text.
    pub fn range(&self, key: &str, block: usize) -> Option<Range<usize>> {
        self.section(key)?.range(block)
    }

    /// The block that holds the byte `offset` of a section's text; the last one for its end.
    pub fn block_at(&self, key: &str, offset: usize) -> Option<usize> {
        self.section(key)?.block_at(offset)
    }

    /// The characters of one section: see [`Block::characters`].
    pub fn characters(&self, key: &str) -> usize {
        self.section(key).map_or(0, |section| section.characters)
    }

    /// The characters of the whole report.
    pub fn total_characters(&self) -> usize {
        self.sections.iter().map(|section| section.characters).sum()
    }

    /// The footnotes that are referred to, in the order of their numbers.
    pub fn notes(&self) -> Vec<Note<'_>> {
        let bodies = bodies(&self.sections);
        let numbered = self.notes.order().iter().zip(1..);
        numbered
            .map(|(id, number)| {
                let body = bodies.get(&(&id.section, &id.label));
                Note {
                    id,
                    number,
                    nodes: body.map_or(&[], |body| &body.nodes),
                }
            })
            .collect()
    }

    /// The section that says what the footnote with this [`NoteId::dom_id`] is, and the byte of
    /// its text at which the block with it starts.
    pub fn note_place(&self, dom_id: &str) -> Option<(&Key, usize)> {
        let mut notes = self.notes.order().iter();
        let id = notes.find(|id| id.dom_id() == dom_id)?;
        let section = self.section(&id.section)?;
        let says = |block: &Block| block.tree.notes.iter().any(|note| note.label == id.label);
        let block = section.blocks.iter().position(says)?;
        Some((&section.key, section.range(block)?.start))
    }

    /// The number that a reference to this footnote shows.
    pub fn note_number(&self, id: &NoteId) -> Option<usize> {
        self.notes.number(id)
    }

    fn section(&self, key: &str) -> Option<&Section> {
        self.sections.iter().find(|section| &*section.key == key)
    }

    /// Renders the blocks of `patches`, which wait for it in the order of the
    /// sections, and those elsewhere that use a definition which has changed.
    fn settle(&mut self, mut patches: Vec<Patch>, mut touched: Touched) -> Changes {
        let mut users = Vec::new();
        if touched.names {
            let old = std::mem::replace(&mut self.names, names_of(&self.sections));
            for section in &mut self.sections {
                users.extend(section.render_users(&old, &self.names, &mut touched));
            }
        }
        let mut waiting = patches.iter().peekable();
        for section in &mut self.sections {
            if let Some(patch) = waiting.next_if(|patch| patch.section == section.key) {
                section.render(patch.added.clone(), &self.names, &mut touched);
            }
        }
        patches.extend(users);
        let mut changes = Changes {
            patches,
            notes: touched.notes,
            ..Changes::default()
        };
        if touched.references || touched.notes {
            let notes = Notes::of(&self.sections);
            changes.notes |= notes.order() != self.notes.order();
            changes.numbers = notes.renumbered(&self.notes);
            self.notes = notes;
        }
        if touched.headings {
            changes.anchors = name_headings(&mut self.sections);
        }
        changes
    }
}

fn names_of(sections: &[Section]) -> Names {
    let mut names = Names::default();
    for section in sections {
        for block in &section.blocks {
            names.add(&section.key, &block.definitions);
        }
    }
    names
}
