//! Older texts of a section. One is kept beside the text at moments that the
//! caller chooses, under a key that comes from what the text is: the same text
//! of the same moment is kept once, by whichever tab and from whichever backup.
//!
//! Their order is that of `seen`, which only grows. The time is for the eye.

use super::effect::Write;
use super::heads::{Extra, Version};
use super::keys::fingerprint;
use super::machine::Store;
use super::record::{FORMAT, required};
use crate::domain::{Section, SectionId};
use serde::Serialize;

/// A text that a section had.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Revision {
    pub section: SectionId,
    /// How many versions had been written when this one was: a later text of the
    /// same section has more.
    pub order: u64,
    /// Milliseconds since 1970, by the clock of the device that kept it.
    pub at: u64,
    pub text: String,
}

/// The stored form: one JSON object on one line, as for a record.
#[derive(Serialize)]
struct Line<'a> {
    v: u64,
    kind: &'a str,
    id: &'a str,
    order: u64,
    at: u64,
    text: &'a str,
}

const KIND: &str = "revision";

impl Revision {
    /// What the keys of all revisions of a section begin with.
    pub fn keys_of(section: &SectionId) -> String {
        format!("{section}/")
    }

    /// Key and stored form. Keys are in the order of the revisions.
    pub fn write(&self) -> Write {
        let Self { order, at, .. } = *self;
        let id = self.section.as_str();
        let text = self.text.as_str();
        let (v, kind) = (FORMAT, KIND);
        let line = Line {
            v,
            kind,
            id,
            order,
            at,
            text,
        };
        Write {
            key: format!("{id}/{order:016x}/{:016x}", fingerprint(text)),
            json: serde_json::to_string(&line).expect("strings and numbers are JSON"),
        }
    }

    /// Reads the stored form. `None` if it is none of this format.
    pub fn read(line: &str) -> Option<Self> {
        let mut fields: Extra = serde_json::from_str(line).ok()?;
        let kind: String = required(&mut fields, "kind").ok()?;
        let v: u64 = required(&mut fields, "v").ok()?;
        (v == FORMAT && kind == KIND).then_some(())?;
        Some(Self {
            section: SectionId::from_text(required::<String>(&mut fields, "id").ok()?),
            order: required(&mut fields, "order").ok()?,
            at: required(&mut fields, "at").ok()?,
            text: required(&mut fields, "text").ok()?,
        })
    }
}

impl Store {
    /// The text of a section as it stands, to be kept as a revision. `at` is now,
    /// in milliseconds since 1970. `None` where nothing but a heading stands, or the
    /// same text was handed out before.
    pub fn revision(&mut self, id: &SectionId, at: u64) -> Option<Write> {
        let section = self.section(id)?;
        let text = section.text.clone();
        let print = fingerprint(&text);
        if is_only_a_heading(&text) || self.revised.get(id) == Some(&print) {
            return None;
        }
        let order = self.newest(id)?.total();
        let section = id.clone();
        self.revised.insert(section.clone(), print);
        let revision = Revision {
            section,
            order,
            at,
            text,
        };
        Some(revision.write())
    }

    /// All texts that stand beside each other in one section, which is named by its own
    /// identity or by that of a copy: to be kept before one of them is chosen.
    pub fn revisions_beside(&self, id: &SectionId, at: u64) -> Vec<Write> {
        let Some((section, _)) = self.find(id) else {
            return Vec::new();
        };
        let Some(heads) = self.library.sections.get(&section) else {
            return Vec::new();
        };
        let shown = heads.shown(self.anchor(&section)).into_iter();
        let revision = |version: &Version<Section>| Revision {
            section: section.clone(),
            order: heads.seen_by(version).total(),
            at,
            text: version.value.text.clone(),
        };
        shown.map(|version| revision(version).write()).collect()
    }

    /// A revision that was handed out could not be kept: it is handed out again.
    pub fn revision_failed(&mut self, id: &SectionId) {
        self.revised.remove(id);
    }
}

fn is_only_a_heading(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or("#");
    first.starts_with('#') && lines.next().is_none()
}
