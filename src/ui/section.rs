//! What the screens know of one section: its text as a signal, and what is
//! derived from it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{EventId, Section, SectionId};
use crate::markdown;
use crate::publish;
use crate::text::{Given, Words};

/// What a list shows of a section.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Facts {
    /// Without markup; empty without a heading.
    pub title: String,
    /// 0 at the top level, 1 for one that is nested.
    pub depth: u8,
    pub in_report: bool,
    /// More stands in it than a heading and what a template gave it.
    pub written: bool,
    /// A template gave it lines under its heading.
    pub given: bool,
    /// Without markup and white space; 0 while nobody has written in it.
    pub characters: usize,
}

impl Facts {
    /// How long it is, in a few words.
    pub fn length(&self, t: &Words) -> String {
        match self.written {
            true => (t.characters_short)(self.characters),
            false => self.unwritten(t).to_owned(),
        }
    }

    /// What is said of a section in which nobody has written.
    pub fn unwritten(&self, t: &Words) -> &'static str {
        match self.given {
            true => t.as_template,
            false => t.not_written,
        }
    }

    /// The title, or a stand-in for a section that has none.
    pub fn title_or(&self, untitled: &str) -> String {
        if self.title.trim().is_empty() {
            untitled.to_owned()
        } else {
            self.title.clone()
        }
    }
}

/// The title of a section with this text, or a stand-in where it has none.
pub fn title(text: &str, untitled: &str) -> String {
    let title = markdown::heading(text).map(|heading| heading.title);
    let title = title.filter(|title| !title.trim().is_empty());
    title.unwrap_or_else(|| untitled.to_owned())
}

/// How deep a section is nested: read from its heading.
pub fn depth(text: &str) -> u8 {
    depth_of(markdown::heading(text).as_ref())
}

fn depth_of(heading: Option<&markdown::Heading<'_>>) -> u8 {
    u8::from(heading.is_some_and(|heading| heading.level >= markdown::LEVELS.sub))
}

/// One section as signals. Cheap to clone; lives as long as the page.
#[derive(Clone)]
pub struct SectionSignal {
    pub id: SectionId,
    pub event: EventId,
    value: ArcRwSignal<Section>,
    given: Arc<Given>,
    pub facts: RwSignal<Facts>,
}

/// Texts of fewer bytes are counted with each keystroke; larger ones when
/// typing pauses.
const COUNTED_AT_ONCE: usize = 16 * 1024;

impl SectionSignal {
    /// To be made under the owner of the whole page. `given` is what templates
    /// write for the event.
    pub fn new(section: Section, given: Arc<Given>) -> Self {
        Self {
            id: section.id.clone(),
            event: section.event.clone(),
            facts: RwSignal::new(facts(&section, &given, None)),
            value: ArcRwSignal::new(section),
            given,
        }
    }

    /// The text now.
    pub fn text(&self) -> String {
        self.value.read_untracked().text.clone()
    }

    /// The whole section now.
    pub fn now(&self) -> Section {
        self.value.get_untracked()
    }

    pub fn with_text<T>(&self, read: impl FnOnce(&str) -> T) -> T {
        read(&self.value.read_untracked().text)
    }

    /// Makes the caller run again when the section changes.
    pub fn track_text(&self) {
        self.value.track();
    }

    /// Takes what the store has. Nothing happens if it is the same; true if the
    /// facts are others now.
    pub fn set(&self, section: Section) -> bool {
        if *self.value.read_untracked() == section {
            return false;
        }
        let large = section.text.len() >= COUNTED_AT_ONCE;
        let characters = large.then(|| self.facts.read_untracked().characters);
        let shown = self.show(facts(&section, &self.given, characters));
        self.value.set(section);
        shown
    }

    /// Whether typing leaves it uncounted.
    pub fn is_counted_later(&self) -> bool {
        self.with_text(str::len) >= COUNTED_AT_ONCE
    }

    /// Counts a large text, which typing left uncounted; true if there are more or
    /// fewer characters now.
    pub fn count(&self) -> bool {
        self.is_counted_later() && self.show(facts(&self.value.read_untracked(), &self.given, None))
    }

    fn show(&self, facts: Facts) -> bool {
        let changed = *self.facts.read_untracked() != facts;
        if changed {
            self.facts.set(facts);
        }
        changed
    }
}

/// `characters` where they are known already.
fn facts(section: &Section, given: &Given, characters: Option<usize>) -> Facts {
    let heading = markdown::heading(&section.text);
    let below = section.text.lines().skip(usize::from(heading.is_some()));
    // A list that the app fills is no template.
    let untouched = section.fill.is_none() && publish::is_untouched(section);
    let written = !untouched && !given.are_all(below.clone());
    let count = || characters.unwrap_or_else(|| markdown::characters(&section.text));
    Facts {
        depth: depth_of(heading.as_ref()),
        title: heading.map(|heading| heading.title).unwrap_or_default(),
        in_report: section.in_report,
        written,
        given: !written && below.into_iter().any(|line| !line.trim().is_empty()),
        characters: if written { count() } else { 0 },
    }
}
