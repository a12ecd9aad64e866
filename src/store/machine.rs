//! The store: inputs in, effects out. Owns what is written when and in which
//! order; the edits and the views are in files of their own.
//!
//! The order of the effects matters and they are carried out in it. An input
//! that reports what became of an effect may be given while the effects of the
//! same outcome are still being carried out.

use super::keeping::{Access, Keepers};
use super::keys::{self, Keys, fingerprint};
use super::library::{Entry, Library, Stored, Why};
use super::safety::{KeepError, Keeper, Safety};
use super::views::{SetAside, outline};
use super::{Record, RecordId, Seen};
use crate::domain::{EventId, SectionId, WriterId};
use std::collections::{BTreeMap, BTreeSet};

/// Within how many milliseconds a flush is asked for when a text was too large
/// to be written with the keystroke.
pub const FLUSH_WITHIN_MS: u32 = 300;

/// Texts of fewer bytes are written with each keystroke. A write of this size
/// takes well under a millisecond; one of 2 MB took 13 ms, which is felt.
pub(super) const WRITE_AT_ONCE: usize = 16 * 1024;

/// Names a write until it was reported on.
pub type Ticket = u64;

/// One key and what is to stand under it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Write {
    pub key: String,
    pub json: String,
}

/// What the browser layer must do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// `setItem` each in this order, stopping at the first that fails, then
    /// [`Store::drafts_written`].
    WriteDrafts { ticket: Ticket, writes: Vec<Write> },
    /// `removeItem`, if the value is still this one. What becomes of it need
    /// not be reported.
    RemoveDraft { key: String, expected: String },
    /// Open the archive and read all of it, then [`Store::archive_read`] or
    /// [`Store::archive_missing`].
    ReadArchive,
    /// In one transaction with strict durability: each put through
    /// [`join_stored`](super::join_stored), then [`Store::archived`].
    PutArchive { ticket: Ticket, writes: Vec<Write> },
    /// Call [`Store::flush`] within this many milliseconds.
    FlushWithin { millis: u32 },
}

/// What the screen must look at again.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Changed {
    pub profile: bool,
    /// Events whose own record is new, other or gone.
    pub events: BTreeSet<EventId>,
    /// Events that have other sections than before, or in another order.
    pub lists: BTreeSet<EventId>,
    /// Sections whose text, place, copies and so on are other than before.
    pub sections: BTreeSet<SectionId>,
    /// The sign, or the reason for it.
    pub safety: bool,
    pub set_aside: bool,
}

impl Changed {
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// What an input leads to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[must_use = "an effect that is not carried out is a text that is not kept"]
pub struct Outcome {
    pub effects: Vec<Effect>,
    pub changed: Changed,
}

/// What this tab has of a section: the text that it wrote last, or that it put
/// before the person for writing.
#[derive(Debug)]
pub(super) struct Anchor {
    pub seen: Seen,
    pub open: bool,
}

/// A draft of another tab, as it was read.
#[derive(Debug)]
struct OtherDraft {
    key: String,
    text: String,
    records: Vec<Record>,
}

#[derive(Debug)]
struct Put {
    records: Vec<(RecordId, u64)>,
    overdue: bool,
}

/// All notes of a page in one tab, and the way to the two keepers.
#[derive(Debug)]
pub struct Store {
    pub(super) keys: Keys,
    pub(super) writer: WriterId,
    pub(super) library: Library,
    pub(super) keepers: Keepers,
    pub(super) anchors: BTreeMap<SectionId, Anchor>,
    pub(super) set_aside: BTreeMap<(Keeper, String), SetAside>,
    others: Vec<OtherDraft>,
    draft_writes: BTreeMap<Ticket, Vec<(RecordId, u64, u64)>>,
    puts: BTreeMap<Ticket, Put>,
    last_ticket: Ticket,
    /// A large text waits for a flush; so does everything after it.
    waiting: bool,
    flush_asked: bool,
    told: (Safety, Option<KeepError>, Option<KeepError>),
    pub(super) effects: Vec<Effect>,
    pub(super) changed: Changed,
}

impl Store {
    /// An empty store. `writer` is new for each load of the page, also in a tab
    /// that was duplicated.
    pub fn new(keys: Keys, writer: WriterId) -> Self {
        Self {
            keys,
            writer,
            library: Library::default(),
            keepers: Keepers::default(),
            anchors: BTreeMap::new(),
            set_aside: BTreeMap::new(),
            others: Vec::new(),
            draft_writes: BTreeMap::new(),
            puts: BTreeMap::new(),
            last_ticket: 0,
            waiting: false,
            flush_asked: false,
            told: (Safety::Saved, None, None),
            effects: Vec::new(),
            changed: Changed::default(),
        }
    }

    /// First input: every key and value of localStorage (those of other pages
    /// are passed over). Asks for the archive.
    pub fn drafts_read(&mut self, found: Vec<(String, String)>) -> Outcome {
        self.keepers.drafts = Access::Ready;
        for (key, text) in found {
            if self.keys.is_draft(&key) {
                self.draft_found(key, text);
            }
        }
        for keeping in self.keepers.records.values_mut() {
            keeping.drafted = keeping.newest;
        }
        self.effects.push(Effect::ReadArchive);
        self.settle()
    }

    /// First input where localStorage cannot be used.
    pub fn drafts_missing(&mut self, why: KeepError) -> Outcome {
        self.keepers.drafts = Access::Missing(why);
        self.effects.push(Effect::ReadArchive);
        self.settle()
    }

    /// Every key and value of the archive. Gives each keeper what only the
    /// other has. May come again after the archive was opened anew.
    pub fn archive_read(&mut self, found: Vec<(String, String)>) -> Outcome {
        self.keepers.archive = Access::Ready;
        for (key, text) in found {
            self.archive_holds(&key, &text);
        }
        self.settle()
    }

    /// The archive cannot be used: it is not there, or it could not be opened
    /// or did not answer in time. Should it open later, [`Store::archive_read`]
    /// is right at any time.
    pub fn archive_missing(&mut self, why: KeepError) -> Outcome {
        self.keepers.archive = Access::Missing(why);
        for put in self.puts.values_mut() {
            put.overdue = true;
        }
        self.settle()
    }

    /// What became of [`Effect::WriteDrafts`]: how many were written before one
    /// failed, and why it failed.
    pub fn drafts_written(
        &mut self,
        ticket: Ticket,
        result: Result<(), (usize, KeepError)>,
    ) -> Outcome {
        let records = self.draft_writes.remove(&ticket).unwrap_or_default();
        let written = result.as_ref().map_or_else(|(n, _)| *n, |()| records.len());
        let error = result.err().map(|(_, error)| error);
        for (index, (id, generation, print)) in records.into_iter().enumerate() {
            let Some(keeping) = self.keepers.records.get_mut(&id) else {
                continue;
            };
            if index < written {
                keeping.drafted = keeping.drafted.max(generation);
                keeping.draft_error = None;
                keeping.own_draft = Some(print);
            } else {
                keeping.draft_error.clone_from(&error);
            }
        }
        self.settle()
    }

    /// What stands under a draft key now: some time after the write, because a
    /// browser may take a write back without a word, or when the `storage`
    /// event names a key of this page. A draft that this tab wrote and that is
    /// not there any more is written again with the next edit or flush.
    pub fn draft_read_back(&mut self, key: &str, found: Option<&str>) -> Outcome {
        let found = found.map(fingerprint);
        for (id, keeping) in &mut self.keepers.records {
            let ours = keeping.own_draft.is_some() && self.keys.draft(id, &self.writer) == key;
            if ours && keeping.own_draft != found {
                keeping.drafted = 0;
                keeping.own_draft = None;
                keeping.draft_error = Some(KeepError::Lost);
            }
        }
        self.settle()
    }

    /// What became of [`Effect::PutArchive`]: what was stored, in the order of
    /// the writes. Right also after [`Store::archive_overdue`].
    pub fn archived(&mut self, ticket: Ticket, result: Result<Vec<Stored>, KeepError>) -> Outcome {
        let Some(put) = self.puts.remove(&ticket) else {
            return self.settle();
        };
        match result {
            Err(why) => self.put_failed(&put.records, &why),
            Ok(stored) => {
                for ((id, generation), stored) in put.records.into_iter().zip(stored) {
                    if let Some(keeping) = self.keepers.records.get_mut(&id) {
                        keeping.archived = keeping.archived.max(generation);
                        keeping.archive_error = None;
                    }
                    self.take_stored(&id, stored);
                }
            }
        }
        self.settle()
    }

    /// A put has not answered for so long that the person must be told. Its
    /// answer is still welcome.
    pub fn archive_overdue(&mut self, ticket: Ticket) -> Outcome {
        let records = self.puts.get_mut(&ticket).map(|put| {
            put.overdue = true;
            put.records.clone()
        });
        self.put_failed(&records.unwrap_or_default(), &KeepError::Overdue);
        self.settle()
    }

    /// Writes everything that waits, and tries again what failed: when the page
    /// is hidden or left, loses focus, or the route changes, and when
    /// [`Effect::FlushWithin`] is over.
    pub fn flush(&mut self) -> Outcome {
        self.waiting = false;
        self.flush_asked = false;
        self.keepers.try_again();
        self.settle()
    }

    /// The person asks to try again. Opens a missing archive anew.
    pub fn retry(&mut self) -> Outcome {
        if self.keepers.archive.error().is_some() {
            self.effects.push(Effect::ReadArchive);
        }
        if self.keepers.drafts.error().is_some() {
            self.keepers.drafts = Access::Ready;
        }
        self.flush()
    }

    /// Joins an entry that came from elsewhere: another tab, a backup. Lines
    /// that cannot be read are passed over; whoever sent them has them.
    pub fn join_record(&mut self, json: &str) -> Outcome {
        let entry = Entry::parse(json);
        for record in entry.records {
            self.join(record);
        }
        self.settle()
    }

    fn draft_found(&mut self, key: String, text: String) {
        let entry = Entry::parse(&text);
        for record in &entry.records {
            self.join(record.clone());
        }
        match entry.strange {
            Some(why) => self.keep_aside(Keeper::Drafts, key, text, why),
            None => self.others.push(OtherDraft {
                key,
                text,
                records: entry.records,
            }),
        }
    }

    /// Takes in what stands under one key of the archive.
    fn archive_holds(&mut self, key: &str, text: &str) {
        if keys::is_aside(key) {
            let elsewhere = || Why::Unreadable("it stood under another key".to_owned());
            let why = Entry::parse(text).strange.unwrap_or_else(elsewhere);
            return self.keep_aside(Keeper::Archive, key.to_owned(), text.to_owned(), why);
        }
        let entry = Entry::parse(text);
        let mut held = Library::default();
        let mut held_id = None;
        for record in entry.records {
            self.join(record.clone());
            if keys::archive(&record.id()) == key {
                held_id = Some(record.id());
                held.join(record);
            }
        }
        if let Some(why) = entry.strange {
            self.keep_aside(Keeper::Archive, key.to_owned(), text.to_owned(), why);
        }
        let Some(id) = held_id else { return };
        if let Some(keeping) = self.keepers.records.get_mut(&id)
            && held.records(&id) == self.library.records(&id)
        {
            keeping.archived = keeping.newest;
            keeping.archive_error = None;
        }
    }

    fn take_stored(&mut self, id: &RecordId, stored: Stored) {
        if let Some((key, text)) = stored.aside {
            self.set_aside.remove(&(Keeper::Archive, keys::archive(id)));
            self.archive_holds(&key, &text);
        }
        if stored.news {
            self.archive_holds(&keys::archive(id), &stored.text);
        }
    }

    fn keep_aside(&mut self, keeper: Keeper, key: String, raw: String, why: Why) {
        let aside = SetAside {
            keeper,
            key: key.clone(),
            raw,
            why,
        };
        self.changed.set_aside |= self.set_aside.get(&(keeper, key.clone())) != Some(&aside);
        self.set_aside.insert((keeper, key), aside);
    }

    fn put_failed(&mut self, records: &[(RecordId, u64)], why: &KeepError) {
        for (id, _) in records {
            if let Some(keeping) = self.keepers.records.get_mut(id) {
                keeping.archive_error = Some(why.clone());
            }
        }
    }

    fn join(&mut self, record: Record) {
        let id = record.id();
        self.changing(&[id], |library| library.join(record));
    }

    /// Changes records in memory and notes what that means for the screen and
    /// the keepers. `change` says whether there was a change.
    pub(super) fn changing(&mut self, ids: &[RecordId], change: impl FnOnce(&mut Library) -> bool) {
        let before: Vec<_> = ids.iter().flat_map(|id| self.outline_of(id)).collect();
        if !change(&mut self.library) {
            return;
        }
        self.keepers.touch(ids);
        let after: Vec<_> = ids.iter().flat_map(|id| self.outline_of(id)).collect();
        for id in ids {
            match id {
                RecordId::Profile => self.changed.profile = true,
                RecordId::Event(id) => {
                    self.changed.events.insert(id.clone());
                }
                RecordId::Section(id) => {
                    self.changed.sections.insert(id.clone());
                }
            }
        }
        for part in before.iter().chain(&after) {
            self.changed.sections.insert(part.id.clone());
            if before != after {
                self.changed.lists.insert(part.event.clone());
                // An event of which only sections are known comes and goes with them.
                if !self.library.events.contains_key(&part.event) {
                    self.changed.events.insert(part.event.clone());
                }
            }
        }
    }

    /// What all inputs end with: issues what can be written now, and hands out
    /// what has come together.
    pub(super) fn settle(&mut self) -> Outcome {
        if self.waiting {
            if !self.flush_asked {
                self.flush_asked = true;
                let millis = FLUSH_WITHIN_MS;
                self.effects.push(Effect::FlushWithin { millis });
            }
        } else {
            self.write_drafts();
            self.put_archive();
        }
        self.remove_outdated();
        let trouble = |keeper| self.keepers.trouble(keeper).cloned();
        let now = (
            self.keepers.safety(),
            trouble(Keeper::Drafts),
            trouble(Keeper::Archive),
        );
        if self.told != now {
            self.told = now;
            self.changed.safety = true;
        }
        Outcome {
            effects: std::mem::take(&mut self.effects),
            changed: std::mem::take(&mut self.changed),
        }
    }

    pub(super) fn wait_for_flush(&mut self) {
        self.waiting = true;
    }

    fn write_drafts(&mut self) {
        if self.keepers.drafts != Access::Ready {
            return;
        }
        let mut groups: BTreeMap<_, BTreeMap<u64, RecordId>> = BTreeMap::new();
        for (id, keeping) in &self.keepers.records {
            if keeping.drafted < keeping.newest {
                let group = groups.entry(keeping.draft_group()).or_default();
                group.insert(keeping.order, id.clone());
            }
        }
        for group in groups.into_values() {
            let ids: Vec<RecordId> = group.into_values().collect();
            if ids.iter().any(|id| self.keepers.records[id].draft_due()) {
                self.write_draft_group(&ids);
            }
        }
    }

    fn write_draft_group(&mut self, ids: &[RecordId]) {
        let ticket = self.next_ticket();
        let mut records = Vec::new();
        let mut writes = Vec::new();
        for id in ids {
            let key = self.keys.draft(id, &self.writer);
            let json = self.library.entry(id);
            if let Some(keeping) = self.keepers.records.get_mut(id) {
                keeping.draft_tried = keeping.newest;
                records.push((id.clone(), keeping.newest, fingerprint(&json)));
                writes.push(Write { key, json });
            }
        }
        self.draft_writes.insert(ticket, records);
        self.effects.push(Effect::WriteDrafts { ticket, writes });
    }

    /// One transaction at a time holds all that is due, so that what one
    /// command wrote is archived as a whole or not at all; what is written in
    /// the meantime goes with the next.
    fn put_archive(&mut self) {
        let busy = self.puts.values().any(|put| !put.overdue);
        if self.keepers.archive != Access::Ready || busy {
            return;
        }
        let due = |archived: u64, newest: u64| archived < newest;
        let records = &mut self.keepers.records;
        if !records
            .values()
            .any(|k| due(k.archived.max(k.put_tried), k.newest))
        {
            return;
        }
        let mut put = Put {
            records: Vec::new(),
            overdue: false,
        };
        let mut writes = Vec::new();
        for (id, keeping) in records.iter_mut() {
            if due(keeping.archived, keeping.newest) {
                keeping.put_tried = keeping.newest;
                put.records.push((id.clone(), keeping.newest));
                let (key, json) = (keys::archive(id), self.library.entry(id));
                writes.push(Write { key, json });
            }
        }
        let ticket = self.next_ticket();
        self.puts.insert(ticket, put);
        self.effects.push(Effect::PutArchive { ticket, writes });
    }

    /// A draft of another tab goes when the archive has acknowledged a text
    /// that has seen it. A draft that says what is newest stays where it is.
    fn remove_outdated(&mut self) {
        let (library, keepers) = (&self.library, &self.keepers);
        let outdated = |draft: &OtherDraft| {
            draft.records.iter().all(|record| {
                let keeping = keepers.records.get(&record.id());
                keeping.is_some_and(|k| k.archived >= k.newest) && library.supersedes(record)
            })
        };
        let effects = &mut self.effects;
        self.others.retain_mut(|draft| {
            let remove = outdated(draft);
            if remove {
                let (key, expected) = (draft.key.clone(), std::mem::take(&mut draft.text));
                effects.push(Effect::RemoveDraft { key, expected });
            }
            !remove
        });
    }

    fn next_ticket(&mut self) -> Ticket {
        self.last_ticket += 1;
        self.last_ticket
    }

    fn outline_of(&self, id: &RecordId) -> Vec<super::views::Part> {
        let RecordId::Section(id) = id else {
            return Vec::new();
        };
        let heads = self.library.sections.get(id);
        heads.map_or(Vec::new(), |heads| outline(id, heads, self.anchor(id)))
    }
}
