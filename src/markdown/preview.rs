//! The preview of a whole report, kept up to date with the smallest changes.
//!
//! It owns the text of the sections as last seen, their blocks and the numbers
//! of the footnotes. A change returns [`Changes`]: what the layer that draws
//! must touch, and nothing else of the document.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::names::{Key, Label, Names, NoteId};
use super::render::Block;
use super::safe::SafeNode;
use super::section::{Section, Touched};
use super::tree::NoteBody;

/// The blocks of all sections of a report in order, and its footnotes.
#[derive(Debug, Default)]
pub struct Preview {
    sections: Vec<Section>,
    names: Names,
    /// Footnotes in the order of their first reference.
    notes: Vec<NoteId>,
    numbers: HashMap<NoteId, usize>,
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
        let before: Vec<Key> = self
            .sections
            .iter()
            .map(|section| section.key.clone())
            .collect();
        let mut known: HashMap<Key, Section> = self
            .sections
            .drain(..)
            .map(|section| (section.key.clone(), section))
            .collect();
        let mut seen = HashSet::new();
        let mut patches = Vec::new();
        for (key, text) in sections {
            if !seen.insert(key) {
                continue;
            }
            let mut section = known.remove(key).unwrap_or_else(|| Section::new(key));
            patches.extend(section.set_text(text).map(|(patch, _)| patch));
            self.sections.push(section);
        }
        let list = !before
            .iter()
            .eq(self.sections.iter().map(|section| &section.key));
        self.settle(
            patches,
            Touched {
                names: true,
                footnotes: true,
            },
            list,
        )
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
            Some((patch, touched)) => self.settle(vec![patch], touched, false),
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
        let bodies = self.note_bodies();
        let notes = self.notes.iter().enumerate();
        notes
            .map(|(index, id)| Note {
                id,
                number: index + 1,
                nodes: bodies
                    .get(&(&id.section, &id.label))
                    .map_or(&[], |body| &body.nodes),
            })
            .collect()
    }

    /// The number that a reference to this footnote shows.
    pub fn note_number(&self, id: &NoteId) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// The section and the block of the heading that a link `#anchor` leads to.
    ///
    /// Headings are named as on GitHub: lower case, no punctuation, hyphens for
    /// spaces, and `-1`, `-2`, … after the second and later of equal ones.
    pub fn find_anchor(&self, anchor: &str) -> Option<(Key, usize)> {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for section in &self.sections {
            for (index, block) in section.blocks.iter().enumerate() {
                for slug in &block.tree.headings {
                    let count = seen.entry(slug).or_default();
                    let found = match *count {
                        0 => slug == anchor,
                        n => {
                            anchor
                                .strip_prefix(slug.as_str())
                                .and_then(|rest| rest.strip_prefix('-'))
                                == Some(&n.to_string())
                        }
                    };
                    if found {
                        return Some((section.key.clone(), index));
                    }
                    *count += 1;
                }
            }
        }
        None
    }

    fn section(&self, key: &str) -> Option<&Section> {
        self.sections.iter().find(|section| &*section.key == key)
    }

    /// Renders the blocks of `patches`, which are unrendered so far, and those
    /// elsewhere that use a definition which has changed.
    fn settle(&mut self, mut patches: Vec<Patch>, touched: Touched, list: bool) -> Changes {
        let mut users = Vec::new();
        if touched.names {
            let old = std::mem::replace(&mut self.names, names_of(&self.sections));
            for section in &mut self.sections {
                users.extend(section.render_users(&old, &self.names));
            }
        }
        let patched: HashMap<&Key, &Patch> = patches
            .iter()
            .map(|patch| (&patch.section, patch))
            .collect();
        let mut footnotes = touched.footnotes || touched.names;
        for section in &mut self.sections {
            if let Some(patch) = patched.get(&section.key) {
                footnotes |= section.render(patch.added.clone(), &self.names);
            }
        }
        patches.extend(users);
        let mut changes = Changes {
            list,
            patches,
            ..Changes::default()
        };
        if footnotes {
            self.number_notes(&mut changes);
        }
        changes
    }

    /// Numbers the footnotes anew: first those of the text, then those that only footnotes refer to.
    fn number_notes(&mut self, changes: &mut Changes) {
        let bodies = self.note_bodies();
        let mut notes: Vec<NoteId> = Vec::new();
        let mut numbers = HashMap::new();
        let mut refer = |id: &NoteId, notes: &mut Vec<NoteId>| {
            if !numbers.contains_key(id) {
                notes.push(id.clone());
                numbers.insert(id.clone(), notes.len());
            }
        };
        for section in &self.sections {
            for id in section
                .blocks
                .iter()
                .flat_map(|block| &block.tree.references)
            {
                refer(id, &mut notes);
            }
        }
        let mut next = 0;
        while let Some(NoteId { section, label }) = notes.get(next).cloned() {
            for id in bodies
                .get(&(&section, &label))
                .map_or(&[][..], |body| &body.references)
            {
                refer(id, &mut notes);
            }
            next += 1;
        }
        changes.notes = !(self.notes.is_empty() && notes.is_empty());
        changes.numbers = notes
            .iter()
            .filter(|id| self.numbers.get(id).is_some_and(|old| *old != numbers[id]))
            .map(|id| (id.clone(), numbers[id]))
            .collect();
        self.notes = notes;
        self.numbers = numbers;
    }

    /// What each footnote says and refers to: the first definition of a label in its section.
    fn note_bodies(&self) -> HashMap<(&Key, &Label), &NoteBody> {
        let mut bodies = HashMap::new();
        for section in &self.sections {
            for note in section.blocks.iter().flat_map(|block| &block.tree.notes) {
                bodies.entry((&section.key, &note.label)).or_insert(note);
            }
        }
        bodies
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
