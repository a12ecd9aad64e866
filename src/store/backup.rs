//! The whole library as one file, and taking such a file in.
//!
//! A file is text in lines. The first one says what it is and how many follow:
//! `{"sankarepo":"backup","v":1,"lines":12}`. Then comes a line for each version of
//! each record as it is stored (see `record`), deleted ones among them, and one for
//! each revision. Taking it in is joining: nothing is overwritten, nothing deleted,
//! and a second time changes nothing.

use super::RecordId;
use super::effect::{Outcome, Write};
use super::heads::Extra;
use super::library::Entry;
use super::machine::Store;
use super::record::{FORMAT, Read, Record, read, required};
use super::revisions::Revision;

/// Why a file is not taken in. Nothing has changed then.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotABackup {
    /// It is something else.
    Other,
    /// A newer version of the page wrote it in a form that this one does not know.
    Newer,
}

/// What a backup held.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Restored {
    /// Versions that were not known here.
    pub taken: usize,
    /// Lines that could not be read, or that are of a newer version of the page.
    pub strange: usize,
    /// The end of the file is missing.
    pub cut: bool,
    /// The revisions, to be kept with the others.
    pub revisions: Vec<Write>,
}

impl Store {
    /// Everything that is known, and the stored forms of the revisions.
    pub fn backup(&self, revisions: &[String]) -> String {
        let mut lines: Vec<String> = Vec::new();
        let ids = std::iter::once(RecordId::Profile)
            .chain(self.library.events.keys().cloned().map(RecordId::Event))
            .chain(self.library.sections.keys().cloned().map(RecordId::Section));
        for id in ids {
            lines.extend(self.library.records(&id).iter().map(Record::line));
        }
        let newer = self.set_aside.iter().map(|aside| Entry::parse(&aside.raw));
        lines.extend(newer.flat_map(|entry| entry.newer));
        lines.extend(revisions.iter().cloned());
        let head = format!(
            r#"{{"sankarepo":"backup","v":{FORMAT},"lines":{}}}"#,
            lines.len()
        );
        let lines = std::iter::once(head).chain(lines);
        lines.map(|line| line + "\n").collect()
    }

    /// Takes a backup in. A text that it replaces becomes a revision; `at` is now, in
    /// milliseconds since 1970.
    pub fn restore(&mut self, file: &str, at: u64) -> Result<(Outcome, Restored), NotABackup> {
        // Mail and editors put a mark before the text and other line ends into it.
        let file = file.strip_prefix('\u{feff}').unwrap_or(file);
        let mut lines = file.lines().filter(|line| !line.trim().is_empty());
        let promised = head(lines.next().unwrap_or_default())?;
        let mut restored = Restored::default();
        let mut there = 0;
        for line in lines {
            there += 1;
            if let Some(revision) = Revision::read(line) {
                restored.revisions.push(revision.write());
                continue;
            }
            match read(line) {
                Read::Known(record) => self.take_in(*record, at, &mut restored),
                Read::Newer { .. } | Read::Unreadable(_) => restored.strange += 1,
            }
        }
        restored.cut = there < promised;
        Ok((self.settle(), restored))
    }

    fn take_in(&mut self, record: Record, at: u64, restored: &mut Restored) {
        let id = record.id();
        if self.library.records(&id).contains(&record) || self.library.supersedes(&record) {
            return;
        }
        if let RecordId::Section(id) = &id {
            restored.revisions.extend(self.revision(id, at));
        }
        self.join(record);
        restored.taken += 1;
    }
}

/// How many lines the head of a backup promises.
fn head(line: &str) -> Result<usize, NotABackup> {
    let mut fields: Extra = serde_json::from_str(line).map_err(|_| NotABackup::Other)?;
    let mut number = |name| required::<u64>(&mut fields, name).map_err(|_| NotABackup::Other);
    let (v, lines) = (number("v")?, number("lines")?);
    let what: String = required(&mut fields, "sankarepo").map_err(|_| NotABackup::Other)?;
    match (what.as_str(), v) {
        ("backup", FORMAT) => Ok(usize::try_from(lines).unwrap_or(usize::MAX)),
        ("backup", _) => Err(NotABackup::Newer),
        _ => Err(NotABackup::Other),
    }
}
