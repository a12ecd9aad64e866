//! The whole library as one file, and taking such a file in.
//!
//! A file is text in lines. The first one says what it is and how many follow:
//! `{"sankarepo":"backup","v":1,"lines":12}`. Then comes a line for each version of
//! each record as it is stored (see `record`), deleted ones among them, and one for
//! each revision. Taking it in is joining: a text that the other device has gone on from
//! is replaced and becomes a revision, what it has deleted goes into the trash, and a
//! second time changes nothing.

use super::RecordId;
use super::effect::{Outcome, Write};
use super::heads::Extra;
use super::library::Entry;
use super::machine::Store;
use super::record::{FORMAT, Read, Record, read, required};
use super::revisions::Revision;

use crate::domain::set;

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
    /// Things that were taken out of the trash here, and are in it again.
    pub thrown: usize,
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
            .chain(self.library.sections.keys().cloned().map(RecordId::Section))
            .chain(
                self.library
                    .programmes
                    .keys()
                    .cloned()
                    .map(RecordId::Programme),
            )
            .chain(self.library.picks.keys().cloned().map(RecordId::Pick));
        for id in ids {
            lines.extend(self.library.records(&id).iter().map(Record::line));
        }
        let newer = self.set_aside.iter().map(|aside| Entry::parse(&aside.raw));
        // Most stand in both keepers.
        lines.extend(set(newer.flat_map(|entry| entry.newer)));
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
                match is_plain(&RecordId::Section(revision.section.clone())) {
                    true => restored.revisions.push(revision.write()),
                    false => restored.strange += 1,
                }
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
        if !is_plain(&id) {
            restored.strange += 1;
            return;
        }
        let before = self.library.records(&id);
        if before.contains(&record) {
            return;
        }
        if self.library.supersedes(&record) {
            return self.take_in_older(record, at, restored);
        }
        if let RecordId::Section(id) = &id {
            restored.revisions.extend(self.revision(id, at));
        }
        self.join(record);
        restored.taken += 1;
        // The other device has emptied its trash; this one has had no time to look.
        if self.is_emptied(&id) {
            let kept = before.into_iter().find(|record| !is_empty(record));
            kept.into_iter().for_each(|record| self.throw_away(record));
        }
    }

    /// A version that this device has gone on from. Its text is an older one; where
    /// nothing is left of the record here, it is in the trash again.
    fn take_in_older(&mut self, record: Record, at: u64, restored: &mut Restored) {
        if is_empty(&record) {
            return;
        }
        if self.is_emptied(&record.id()) {
            self.throw_away(record);
            restored.thrown += 1;
        } else if let Record::Section(version) = record {
            let older = Revision {
                section: version.value.id,
                order: version.seen.total(),
                at,
                text: version.value.text,
            };
            restored.revisions.push(older.write());
        }
    }

    fn is_emptied(&self, id: &RecordId) -> bool {
        let records = self.library.records(id);
        !records.is_empty() && records.iter().all(is_empty)
    }

    /// Puts what a record says into the trash.
    fn throw_away(&mut self, record: Record) {
        match record {
            Record::Profile(_) | Record::Programme(_) | Record::Pick(_) => {}
            Record::Event(version) => self.write_event(version.value, true),
            Record::Section(version) => self.write_sections(vec![version.value], true),
        }
    }
}

/// Whether it was deleted and nothing of it is left.
fn is_empty(record: &Record) -> bool {
    match record {
        Record::Profile(_) | Record::Programme(_) | Record::Pick(_) => false,
        Record::Event(version) => version.gone && version.value.name.is_empty(),
        Record::Section(version) => version.gone && version.value.text.is_empty(),
    }
}

/// Whether no identity in it can be taken for more than one, in a key or a line.
fn is_plain(id: &RecordId) -> bool {
    let id = match id {
        RecordId::Profile => return true,
        RecordId::Event(id) | RecordId::Programme(id) => id.as_str(),
        RecordId::Section(id) => id.as_str(),
        RecordId::Pick(id) => id.as_str(),
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    (1..=64).contains(&id.len()) && id.chars().all(plain)
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
