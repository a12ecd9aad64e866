//! The footnotes of a report: their order, their numbers and what they say.

use std::collections::HashMap;

use super::names::{Key, Label, NoteId};
use super::section::Section;
use super::tree::NoteBody;

/// The footnotes that are referred to, in the order of their first reference:
/// first those of the text, then those that only other footnotes refer to.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Notes {
    order: Vec<NoteId>,
    numbers: HashMap<NoteId, usize>,
}

impl Notes {
    pub(super) fn of(sections: &[Section]) -> Self {
        let bodies = bodies(sections);
        let mut notes = Self::default();
        for block in sections.iter().flat_map(|section| &section.blocks) {
            notes.add(&block.tree.references);
        }
        let mut next = 0;
        while let Some(id) = notes.order.get(next) {
            if let Some(body) = bodies.get(&(&id.section, &id.label)) {
                notes.add(&body.references);
            }
            next += 1;
        }
        notes
    }

    fn add(&mut self, references: &[NoteId]) {
        for id in references {
            if !self.numbers.contains_key(id) {
                self.order.push(id.clone());
                self.numbers.insert(id.clone(), self.order.len());
            }
        }
    }

    pub(super) fn order(&self) -> &[NoteId] {
        &self.order
    }

    /// From 1.
    pub(super) fn number(&self, id: &NoteId) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// Those that had another number before.
    pub(super) fn renumbered(&self, before: &Self) -> Vec<(NoteId, usize)> {
        let numbered = self.order.iter().zip(1..);
        numbered
            .filter(|(id, number)| before.number(id).is_some_and(|old| old != *number))
            .map(|(id, number)| (id.clone(), number))
            .collect()
    }
}

/// What each footnote says: the first definition of a label in a section.
pub(super) fn bodies(sections: &[Section]) -> HashMap<(&Key, &Label), &NoteBody> {
    let mut bodies = HashMap::new();
    for section in sections {
        for note in section.blocks.iter().flat_map(|block| &block.tree.notes) {
            bodies.entry((&section.key, &note.label)).or_insert(note);
        }
    }
    bodies
}
