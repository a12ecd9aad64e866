//! The store and what it hears from the keepers. What a person does, what is
//! written and what is read are in files of their own.
//!
//! The order of the effects matters and they are carried out in it. An input
//! that reports what became of an effect may be given while the effects of the
//! same outcome are still being carried out.

use super::effect::{Changed, Effect, Outcome, Ticket};
use super::keeping::{Access, Keepers};
use super::keys::{self, Keys, fingerprint};
use super::library::{Entry, Library, Stored, Why};
use super::safety::{KeepError, Keeper, Safety};
use super::views::SetAside;
use super::{Record, RecordId, Seen};
use crate::domain::{Section, SectionId, WriterId};
use std::collections::BTreeMap;

/// Within how many milliseconds a flush is asked for when a text was too large
/// to be written with the keystroke.
pub const FLUSH_WITHIN_MS: u32 = 300;

/// After how many milliseconds a draft is read back. Browsers were seen to take a
/// write back two seconds after they had accepted it, without a word.
pub const READ_BACK_MS: u32 = 3_000;

/// Texts of fewer bytes are written with each keystroke. A write of this size
/// takes well under a millisecond; one of 2 MB took 13 ms, which is felt.
pub(super) const WRITE_AT_ONCE: usize = 16 * 1024;

/// What this tab has of a section: the text that it wrote last, or that it put
/// before the person for writing.
#[derive(Debug)]
pub(super) struct Anchor {
    pub seen: Seen,
    pub open: bool,
}

/// A draft of another tab, as it was read.
#[derive(Debug)]
pub(super) struct OtherDraft {
    pub key: String,
    pub text: String,
    pub records: Vec<Record>,
}

/// A draft that is under way: record, generation and fingerprint.
pub(super) type Draft = (RecordId, u64, u64);

/// A put that is under way: the generations in it.
#[derive(Debug)]
pub(super) struct Put {
    pub records: Vec<(RecordId, u64)>,
    pub overdue: bool,
}

/// All notes of a page in one tab, and the way to the two keepers.
#[derive(Debug)]
pub struct Store {
    pub(super) keys: Keys,
    pub(super) writer: WriterId,
    pub(super) library: Library,
    pub(super) keepers: Keepers,
    pub(super) anchors: BTreeMap<SectionId, Anchor>,
    pub(super) set_aside: Vec<SetAside>,
    /// Fingerprint of the text that was last handed out as a revision.
    pub(super) revised: BTreeMap<SectionId, u64>,
    pub(super) others: Vec<OtherDraft>,
    pub(super) draft_writes: Vec<(Ticket, Vec<Draft>)>,
    pub(super) puts: Vec<(Ticket, Put)>,
    pub(super) last_ticket: Ticket,
    /// A large text waits for a flush; so does everything after it.
    pub(super) waiting: bool,
    pub(super) flush_asked: bool,
    /// Something was typed that no record says yet.
    pub(super) unrecorded: bool,
    /// The archive has acknowledged something since outdated drafts were last
    /// looked for, or the drafts were read: at other times none becomes outdated.
    pub(super) acknowledged: bool,
    /// The sign and the reasons that the screen was told of last.
    pub(super) told: (Safety, Option<KeepError>, Option<KeepError>),
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
            set_aside: Vec::new(),
            revised: BTreeMap::new(),
            others: Vec::new(),
            draft_writes: Vec::new(),
            puts: Vec::new(),
            last_ticket: 0,
            waiting: false,
            flush_asked: false,
            unrecorded: false,
            acknowledged: false,
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
        self.acknowledged = true;
        self.others.clear();
        let mut held = Library::default();
        for (key, text) in found {
            if self.keys.is_draft(&key) {
                self.draft_found(key, text, &mut held);
            }
        }
        self.take_as_drafted(&held);
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
        self.acknowledged = true;
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
        for (_, put) in &mut self.puts {
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
        let writes = take(&mut self.draft_writes, ticket).unwrap_or_default();
        let mut keys = Vec::new();
        for ((id, generation, print), result) in writes.into_iter().zip(results) {
            if result.is_ok() {
                self.keepers.drafted(&id, generation);
                keys.push(self.keys.draft(&id, &self.writer));
            }
            if let Some(keeping) = self.keepers.records.get_mut(&id) {
                match result {
                    Ok(()) => keeping.own_draft = Some(print),
                    Err(why) => keeping.draft_error = Some(why),
                }
            }
        }
        if !keys.is_empty() {
            let millis = READ_BACK_MS;
            self.effects.push(Effect::ReadBack { keys, millis });
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

    /// The archive was closed or emptied under the page: what it had may be gone, and
    /// what is under way is not answered any more. Whoever tells this opens it again, and
    /// with [`Store::archive_read`] it is given everything that it does not have then.
    pub fn archive_lost(&mut self) -> Outcome {
        for keeping in self.keepers.records.values_mut() {
            (keeping.archived, keeping.put_tried) = (0, 0);
        }
        self.puts.clear();
        self.keepers.archive = Access::Unread;
        self.settle()
    }

    /// What became of [`Effect::PutArchive`]: what was stored, in the order of
    /// the writes. Right also after [`Store::archive_overdue`].
    pub fn archived(&mut self, ticket: Ticket, result: Result<Vec<Stored>, KeepError>) -> Outcome {
        let Some(put) = take(&mut self.puts, ticket) else {
            return self.settle();
        };
        match result {
            Err(why) => self.put_failed(&put.records, &why),
            Ok(stored) => {
                self.acknowledged = true;
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
        if let Some(mut put) = take(&mut self.puts, ticket) {
            put.overdue = true;
            self.put_failed(&put.records, &KeepError::Overdue);
            self.puts.push((ticket, put));
        }
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

    pub(super) fn draft_found(&mut self, key: String, text: String, held: &mut Library) {
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
    pub(super) fn archive_holds(&mut self, key: &str, text: &str) {
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
            let stood = keys::archive(id);
            self.set_aside
                .retain(|aside| (aside.keeper, &aside.key) != (Keeper::Archive, &stood));
            self.archive_holds(&key, &text);
        }
        if stored.news {
            self.archive_holds(&keys::archive(id), &stored.text);
        }
    }

    fn keep_aside(&mut self, keeper: Keeper, key: String, raw: String, why: Why) {
        let aside = SetAside {
            keeper,
            key,
            raw,
            why,
        };
        if !self.set_aside.contains(&aside) {
            self.set_aside
                .retain(|old| (old.keeper, &old.key) != (keeper, &aside.key));
            self.set_aside.push(aside);
            self.changed.set_aside = true;
        }
    }

    fn put_failed(&mut self, records: &[(RecordId, u64)], why: &KeepError) {
        for (id, _) in records {
            if let Some(keeping) = self.keepers.records.get_mut(id) {
                keeping.archive_error = Some(why.clone());
            }
        }
    }

    pub(super) fn join(&mut self, record: Record) {
        let id = record.id();
        let open = match &id {
            RecordId::Section(id) => self.standing_open(id).cloned(),
            _ => None,
        };
        self.changing(&[id], |library| library.join(record));
        // Who goes on from the same words goes on from what they have seen since.
        if let Some(open) = open
            && self.section(&open.id) == Some(&open)
        {
            self.move_anchor(open.id.clone(), self.newest(&open.id));
        }
    }

    /// The section as its text area shows it. `None` where that is closed, or where
    /// the records have gone on since: then what it shows is not known here.
    fn standing_open(&self, id: &SectionId) -> Option<&Section> {
        let anchor = self.anchors.get(id).filter(|anchor| anchor.open)?;
        let section = self.section(id)?;
        (self.newest(id).as_ref() == Some(&anchor.seen)).then_some(section)
    }
}

/// What is under way with this ticket, and is over now.
fn take<T>(under_way: &mut Vec<(Ticket, T)>, ticket: Ticket) -> Option<T> {
    let at = under_way.iter().position(|(other, _)| *other == ticket)?;
    Some(under_way.remove(at).1)
}
