//! Labels and who defines them: link references and footnotes across the sections of a report.
//!
//! A link reference means the first definition in the order of the report, as
//! on the published page. A footnote reference means the definition of its own
//! section, else the first in the report, so equal labels do not collide.

use std::collections::{BinaryHeap, HashMap};
use std::fmt::Write as _;
use std::sync::Arc;

use pulldown_cmark::{Event, Tag};
use unicase::UniCase;

use super::constructs::{Step, walk};
use super::parser;

/// The name of a section, given by the caller and unique in a report.
pub type Key = Arc<str>;

/// A label as CommonMark matches it: case folded, white space collapsed
/// (<https://spec.commonmark.org/0.31.2/#matches>).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Label(Arc<str>);

impl Label {
    pub(super) fn new(raw: &str) -> Self {
        let mut collapsed = String::with_capacity(raw.len());
        for word in raw.split_ascii_whitespace() {
            if !collapsed.is_empty() {
                collapsed.push(' ');
            }
            collapsed.push_str(word);
        }
        Self(UniCase::new(collapsed).to_folded_case().into())
    }
}

/// A footnote: its label and the section that defines it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NoteId {
    pub(super) section: Key,
    pub(super) label: Label,
}

impl NoteId {
    /// A name for the DOM: unique in the report, and never the name of anything else on the page.
    pub fn dom_id(&self) -> String {
        let mut id = format!("note-{}-", self.section);
        for c in self.label.0.chars() {
            if c.is_alphanumeric() {
                id.push(c);
            } else {
                write!(id, "_{:x}_", u32::from(c)).expect("writing to a string cannot fail");
            }
        }
        id
    }
}

/// What one block defines, in the order of its source.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Definitions {
    pub(super) links: Vec<(Label, Arc<str>)>,
    pub(super) notes: Vec<Label>,
}

impl Definitions {
    pub(super) fn read(source: &str) -> Self {
        // Both kinds of definition have this; most blocks have neither.
        if !source.contains("]:") {
            return Self::default();
        }
        let mut definitions = Self::default();
        walk(source, &mut |step| {
            if let Step::Text(range) = step {
                definitions.read_text(&source[range]);
            }
        });
        definitions
    }

    fn read_text(&mut self, text: &str) {
        let parser = parser(text, None);
        // In the order of the source; a heap is a quarter of the code of a sort.
        let links: BinaryHeap<_> = parser
            .reference_definitions()
            .iter()
            .map(|(label, link)| (link.span.start, Label::new(label), Arc::from(&*link.dest)))
            .collect();
        let links = links.into_sorted_vec().into_iter();
        self.links
            .extend(links.map(|(_, label, link)| (label, link)));
        self.notes.extend(parser.filter_map(|event| match event {
            Event::Start(Tag::FootnoteDefinition(label)) => Some(Label::new(&label)),
            _ => None,
        }));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.links.is_empty() && self.notes.is_empty()
    }
}

/// The definitions of the whole report.
#[derive(Debug, Default)]
pub(super) struct Names {
    links: HashMap<Label, Arc<str>>,
    /// The sections that define a footnote, in order.
    notes: HashMap<Label, Vec<Key>>,
}

impl Names {
    /// Takes the definitions of a block; blocks come in the order of the report.
    pub(super) fn add(&mut self, section: &Key, definitions: &Definitions) {
        for (label, link) in &definitions.links {
            self.links
                .entry(label.clone())
                .or_insert_with(|| link.clone());
        }
        for label in &definitions.notes {
            let sections = self.notes.entry(label.clone()).or_default();
            if sections.last() != Some(section) {
                sections.push(section.clone());
            }
        }
    }

    pub(super) fn link(&self, label: &Label) -> Option<&Arc<str>> {
        self.links.get(label)
    }

    pub(super) fn note(&self, asked_in: &Key, label: &Label) -> Option<NoteId> {
        let sections = self.notes.get(label)?;
        let section = sections
            .iter()
            .find(|section| *section == asked_in)
            .or(sections.first())?;
        Some(NoteId {
            section: section.clone(),
            label: label.clone(),
        })
    }
}
