//! One block: from its source to what the preview shows of it.
//!
//! A block is shown by reading its own source alone. What it takes from
//! elsewhere, link and footnote definitions, it asks of [`Names`], and it
//! remembers the labels, so that a change of a definition finds its users.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{BrokenLink, Event, Tag, TagEnd};

use super::bare::{growth, hide_underscores, show, show_underscores};
use super::constructs::{Step, walk};
use super::names::{Definitions, Key, Label, Names, NoteId};
use super::parser;
use super::safe::SafeNode;
use super::tree::{Builder, Tree};

/// One block of a section as the preview shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    pub(super) definitions: Definitions,
    pub(super) tree: Tree,
    /// The names of its headings in the report.
    pub(super) anchors: Vec<String>,
    asked_links: HashSet<Label>,
    asked_notes: Vec<Label>,
}

impl Block {
    pub fn nodes(&self) -> &[SafeNode] {
        &self.tree.nodes
    }

    /// The names by which links inside the report find its headings, in order: lower case, no
    /// punctuation, hyphens for spaces, and a number after the second and later of equal ones.
    /// Empty where nothing of a heading is left.
    pub fn anchors(&self) -> &[String] {
        &self.anchors
    }

    /// Code points of text and code without white space. Markup, addresses,
    /// raw HTML and the alternative text of pictures are not counted.
    pub fn characters(&self) -> usize {
        self.tree.characters
    }

    /// A block of which only the definitions are known yet.
    pub(super) fn unrendered(source: &str) -> Self {
        Self {
            definitions: Definitions::read(source),
            ..Self::default()
        }
    }

    /// Makes what is shown of `source`, the text of this block.
    pub(super) fn render(&mut self, source: &str, section: &Key, names: &Names) {
        let asked_notes = note_labels(source);
        let preamble = note_preamble(&asked_notes, section, names);
        let asked_links = RefCell::new(HashSet::new());
        let define = |label: &str| {
            let label = Label::new(label);
            let known = names.link(&label).cloned();
            asked_links.borrow_mut().insert(label);
            known
        };
        let note = |label: &str| match label.starts_with(']') {
            true => Some(NoteId {
                section: section.clone(),
                label: Label::new(label),
            }),
            false => names.note(section, &Label::new(label)),
        };
        let mut builder = Builder::new(&define, &note);
        walk(source, &mut |step| match step {
            Step::Text(range) => read(&mut builder, &preamble, source, range, &define),
            Step::Enter(kind, _) => builder.enter(kind),
            Step::Leave => builder.leave(),
        });
        self.tree = builder.finish();
        self.asked_links = asked_links.into_inner();
        self.asked_notes = asked_notes.into_iter().map(|(_, label)| label).collect();
    }

    /// Whether it would be shown differently with the new names.
    pub(super) fn depends_on(&self, section: &Key, old: &Names, new: &Names) -> bool {
        self.asked_links
            .iter()
            .any(|label| old.link(label) != new.link(label))
            || self
                .asked_notes
                .iter()
                .any(|label| old.note(section, label) != new.note(section, label))
    }
}

/// Reads a part of the source that is in no box of its own.
fn read(
    builder: &mut Builder<'_>,
    preamble: &str,
    source: &str,
    part: Range<usize>,
    link: &dyn Fn(&str) -> Option<Arc<str>>,
) {
    let hidden = hide_underscores(&source[part.clone()]);
    let text: Cow<'_, str> = match preamble.is_empty() {
        true => hidden,
        false => [preamble, &hidden].concat().into(),
    };
    let mut link_to = |broken: BrokenLink<'_>| {
        let address = link(&show(broken.reference))?;
        Some((address.to_string().into(), "".into()))
    };
    let mut offsets = Offsets::new(&text, preamble.len());
    for (event, range) in parser(&text, Some(&mut link_to)).into_offset_iter() {
        if range.start < preamble.len() {
            continue;
        }
        match event {
            Event::TaskListMarker(_) | Event::Start(Tag::Item) => {
                builder.event(event, part.start + offsets.in_source(range.start));
            }
            event => builder.event(shown(event, &text[range]), 0),
        }
    }
}

/// An event of the parser, read from this source, as it is shown. A single tilde strikes nothing out:
/// it is that of `13:00~14:00`. No place of publication but GitHub reads it otherwise, and there it is
/// printed escaped.
pub(super) fn shown<'e>(event: Event<'e>, source: &str) -> Event<'e> {
    match event {
        Event::Start(Tag::Strikethrough) | Event::End(TagEnd::Strikethrough)
            if !source.starts_with("~~") =>
        {
            Event::Text("~".into())
        }
        event => show_underscores(event),
    }
}

/// From offsets in what the parser reads to offsets in the source of the block.
struct Offsets<'t> {
    text: &'t str,
    /// Up to here the difference is known: offsets come in order.
    known: usize,
    difference: usize,
}

impl<'t> Offsets<'t> {
    fn new(text: &'t str, preamble: usize) -> Self {
        Self {
            text,
            known: preamble,
            difference: preamble,
        }
    }

    fn in_source(&mut self, offset: usize) -> usize {
        self.difference += growth(&self.text[self.known..offset]);
        self.known = offset;
        offset - self.difference
    }
}

/// Text to be read before a block so that its footnote references are recognised.
///
/// The parser knows a reference only beside its definition. Definitions without
/// text stand in for those that exist elsewhere; an empty heading ends the last
/// one whatever comes after it.
fn note_preamble(asked: &[(&str, Label)], section: &Key, names: &Names) -> String {
    let mut preamble = String::new();
    for (raw, label) in asked {
        if names.note(section, label).is_some() {
            preamble.extend(["[^", raw, "]:\n"]);
        }
    }
    if !preamble.is_empty() {
        preamble.push_str("#\n");
    }
    preamble
}

/// The labels of everything that may be a footnote reference, each once.
fn note_labels(source: &str) -> Vec<(&str, Label)> {
    let mut seen = HashSet::new();
    source
        .match_indices("[^")
        .filter_map(|(at, open)| note_label(&source[at + open.len()..]))
        .map(|raw| (raw, Label::new(raw)))
        .filter(|(_, label)| seen.insert(label.clone()))
        .collect()
}

/// The label up to its closing bracket (<https://spec.commonmark.org/0.31.2/#link-label>).
fn note_label(rest: &str) -> Option<&str> {
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate().take(1000) {
        match byte {
            b'\n' | b'\r' => return None,
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'[' => return None,
            b']' => return rest.get(..at).filter(|raw| !raw.trim().is_empty()),
            _ => {}
        }
    }
    None
}
