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
    /// `setItem` each, whatever becomes of the others, then
    /// [`Store::drafts_written`].
    WriteDrafts { ticket: Ticket, writes: Vec<Write> },
    /// `removeItem`, if the value is still this one. What becomes of it need
    /// not be reported.
    RemoveDraft { key: String, expected: String },
    /// Read all of localStorage again, then [`Store::drafts_read`] or
    /// [`Store::drafts_missing`].
    ReadDrafts,
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
    /// are passed over). Asks for the archive. May come again after
    /// [`Effect::ReadDrafts`].
    pub fn drafts_read(&mut self, found: Vec<(String, String)>) -> Outcome {
        self.keepers.drafts = Access::Ready;
        self.others.clear();
        let mut held = Library::default();
        for (key, text) in found {
            if self.keys.is_draft(&key) {
                self.draft_found(key, text, &mut held);
            }
        }
        for id in self.keepers.records.keys().cloned().collect::<Vec<_>>() {
            if held.records(&id) == self.library.records(&id) {
                self.keepers.drafted(&id, self.keepers.newest(&id));
            }
        }
        self.ask_for_archive()
    }

    /// First input where localStorage cannot be used.
    pub fn drafts_missing(&mut self, why: KeepError) -> Outcome {
        self.keepers.drafts = Access::Missing(why);
        self.ask_for_archive()
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

    /// What became of [`Effect::WriteDrafts`], in the order of the writes.
    pub fn drafts_written(
        &mut self,
        ticket: Ticket,
        results: Vec<Result<(), KeepError>>,
    ) -> Outcome {
        let writes = self.draft_writes.remove(&ticket).unwrap_or_default();
        for ((id, generation, print), result) in writes.into_iter().zip(results) {
            if result.is_ok() {
                self.keepers.drafted(&id, generation);
            }
            if let Some(keeping) = self.keepers.records.get_mut(&id) {
                match result {
                    Ok(()) => keeping.own_draft = Some(print),
                    Err(why) => keeping.draft_error = Some(why),
                }
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
                    self.keepers.archived(&id, generation);
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

    /// The person asks to try again. Opens anew what was missing.
    pub fn retry(&mut self) -> Outcome {
        if self.keepers.drafts.error().is_some() {
            self.effects.push(Effect::ReadDrafts);
        }
        if self.keepers.archive.error().is_some() {
            self.effects.push(Effect::ReadArchive);
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

    fn ask_for_archive(&mut self) -> Outcome {
        if self.keepers.archive == Access::Unread {
            self.effects.push(Effect::ReadArchive);
        }
        self.settle()
    }

    fn draft_found(&mut self, key: String, text: String, held: &mut Library) {
        let Entry {
            records, strange, ..
        } = Entry::parse(&text);
        for record in &records {
            self.join(record.clone());
            held.join(record.clone());
        }
        let own = |record: &Record| self.keys.draft(&record.id(), &self.writer) == key;
        if let Some(why) = strange {
            self.keep_aside(Keeper::Drafts, key, text, why);
        } else if !records.iter().any(own) {
            self.others.push(OtherDraft { key, text, records });
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
        if held.records(&id) == self.library.records(&id) {
            self.keepers.archived(&id, self.keepers.newest(&id));
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
        let due = self.keepers.due_drafts();
        if due.is_empty() {
            return;
        }
        let ticket = self.next_ticket();
        let mut records = Vec::new();
        let mut writes = Vec::new();
        for id in due {
            let key = self.keys.draft(&id, &self.writer);
            let json = self.library.entry(&id);
            let newest = self.keepers.newest(&id);
            if let Some(keeping) = self.keepers.records.get_mut(&id) {
                keeping.draft_tried = newest;
            }
            records.push((id, newest, fingerprint(&json)));
            writes.push(Write { key, json });
        }
        self.draft_writes.insert(ticket, records);
        self.effects.push(Effect::WriteDrafts { ticket, writes });
    }

    /// One transaction at a time holds all that is due, so that what one
    /// command wrote is archived as a whole or not at all; what is written in
    /// the meantime goes with the next.
    fn put_archive(&mut self) {
        let busy = self.puts.values().any(|put| !put.overdue);
        let due = match busy {
            true => Vec::new(),
            false => self.keepers.due_puts(),
        };
        if due.is_empty() {
            return;
        }
        let mut records = Vec::new();
        let mut writes = Vec::new();
        for id in due {
            let (key, json) = (keys::archive(&id), self.library.entry(&id));
            let newest = self.keepers.newest(&id);
            if let Some(keeping) = self.keepers.records.get_mut(&id) {
                keeping.put_tried = newest;
            }
            records.push((id, newest));
            writes.push(Write { key, json });
        }
        let ticket = self.next_ticket();
        let overdue = false;
        self.puts.insert(ticket, Put { records, overdue });
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
