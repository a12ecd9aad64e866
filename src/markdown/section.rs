//! One section of the preview: its text, its blocks, and which of them an edit replaces.
//!
//! It must not know the other sections; what their definitions mean comes in as [`Names`].

use std::ops::Range;

use super::names::{Definitions, Key, Names};
use super::partition::{Repartition, repartition};
use super::preview::Patch;
use super::render::Block;
use super::with_line_feeds;

#[derive(Debug)]
pub(super) struct Section {
    pub(super) key: Key,
    pub(super) blocks: Vec<Block>,
    pub(super) characters: usize,
    text: String,
    /// Where each block starts in the text.
    starts: Vec<usize>,
}

/// What an edit may have changed for others than its blocks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Touched {
    /// Some label means something else, or nothing any more.
    pub(super) names: bool,
    /// A reference to a footnote came or went.
    pub(super) references: bool,
    /// The text of a footnote is another.
    pub(super) notes: bool,
    /// A heading came or went, or is another.
    pub(super) headings: bool,
}

impl Touched {
    pub(super) fn add(&mut self, other: Self) {
        self.names |= other.names;
        self.references |= other.references;
        self.notes |= other.notes;
        self.headings |= other.headings;
    }

    fn add_block(&mut self, block: &Block) {
        self.references |= !block.tree.references.is_empty();
        self.notes |= !block.tree.notes.is_empty();
        self.headings |= !block.tree.headings.is_empty();
    }
}

impl Section {
    pub(super) fn new(key: &str) -> Self {
        Self {
            key: key.into(),
            blocks: Vec::new(),
            characters: 0,
            text: String::new(),
            starts: Vec::new(),
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the text that a block stands for.
    pub(super) fn range(&self, block: usize) -> Option<Range<usize>> {
        let start = *self.starts.get(block)?;
        let next = self.starts.get(block + 1).copied();
        Some(start..next.unwrap_or(self.text.len()))
    }

    pub(super) fn block_at(&self, offset: usize) -> Option<usize> {
        let after = self.starts.partition_point(|start| *start <= offset);
        after.checked_sub(1)
    }

    /// Takes the new text. The blocks that the patch adds know their
    /// definitions and wait to be rendered; `None` if no block is another.
    pub(super) fn set_text(&mut self, text: &str) -> Option<(Patch, Touched)> {
        let text = &*with_line_feeds(text);
        if self.text == text {
            return None;
        }
        let change = repartition(&self.text, &self.starts, text);
        let old_sources = self.sources(change.replaced.clone());
        let new_sources = sources(text, &change, self.next_start(&change, text));
        let (before, after) = same_ends(&old_sources, &new_sources);
        let removed = change.replaced.start + before..change.replaced.end - after;
        let added: Vec<Block> = new_sources[before..new_sources.len() - after]
            .iter()
            .map(|source| Block::unrendered(source))
            .collect();
        self.take(change, text);
        if removed.is_empty() && added.is_empty() {
            return None;
        }
        let patch = Patch {
            section: self.key.clone(),
            added: removed.start..removed.start + added.len(),
            removed: removed.clone(),
        };
        let old: Vec<Block> = self.blocks.splice(removed, added).collect();
        self.characters -= old.iter().map(Block::characters).sum::<usize>();
        let mut touched = Touched {
            names: !definitions(&old).eq(definitions(&self.blocks[patch.added.clone()])),
            ..Touched::default()
        };
        old.iter().for_each(|block| touched.add_block(block));
        Some((patch, touched))
    }

    /// Renders blocks that wait for it.
    pub(super) fn render(&mut self, blocks: Range<usize>, names: &Names, touched: &mut Touched) {
        for index in blocks {
            let range = self.range(index).expect("every block has a start");
            let block = &mut self.blocks[index];
            block.render(&self.text[range], &self.key, names);
            self.characters += block.characters();
            touched.add_block(block);
        }
    }

    /// Renders the blocks again that asked for a label that means something else now.
    pub(super) fn render_users(
        &mut self,
        old: &Names,
        new: &Names,
        touched: &mut Touched,
    ) -> Vec<Patch> {
        let mut patches = Vec::new();
        for index in 0..self.blocks.len() {
            if self.blocks[index].depends_on(&self.key, old, new) {
                let block = index..index + 1;
                touched.add_block(&self.blocks[index]);
                self.characters -= self.blocks[index].characters();
                self.render(block.clone(), new, touched);
                patches.push(Patch {
                    section: self.key.clone(),
                    removed: block.clone(),
                    added: block,
                });
            }
        }
        patches
    }

    fn sources(&self, blocks: Range<usize>) -> Vec<&str> {
        blocks
            .filter_map(|block| Some(&self.text[self.range(block)?]))
            .collect()
    }

    /// Where the first block after a change starts in the new text.
    fn next_start(&self, change: &Repartition, text: &str) -> usize {
        match self.starts.get(change.replaced.end) {
            Some(next) => text.len() - (self.text.len() - next),
            None => text.len(),
        }
    }

    fn take(&mut self, change: Repartition, text: &str) {
        for start in &mut self.starts[change.replaced.end..] {
            *start = text.len() - (self.text.len() - *start);
        }
        self.starts.splice(change.replaced, change.with);
        text.clone_into(&mut self.text);
    }
}

/// The text of each block that a change brings; the last one ends at `end`.
fn sources<'t>(text: &'t str, change: &Repartition, end: usize) -> Vec<&'t str> {
    let starts = change.with.iter().copied();
    let ends = starts.clone().skip(1).chain([end]);
    starts
        .zip(ends)
        .map(|(start, end)| &text[start..end])
        .collect()
}

/// How many blocks at the start and at the end are the same.
fn same_ends(old: &[&str], new: &[&str]) -> (usize, usize) {
    let before = old
        .iter()
        .zip(new)
        .take_while(|(old, new)| old == new)
        .count();
    let after = old[before..].iter().rev().zip(new[before..].iter().rev());
    (before, after.take_while(|(old, new)| old == new).count())
}

fn definitions(blocks: &[Block]) -> impl Iterator<Item = &Definitions> {
    blocks
        .iter()
        .map(|block| &block.definitions)
        .filter(|definitions| !definitions.is_empty())
}
