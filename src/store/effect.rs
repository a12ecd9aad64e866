//! What the store asks of the browser layer, and of the screen.

use crate::domain::{EventId, SectionId};
use std::collections::BTreeSet;

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
    /// [`drafts_written`](super::Store::drafts_written).
    WriteDrafts { ticket: Ticket, writes: Vec<Write> },
    /// Read these keys of localStorage after this many milliseconds, then
    /// [`draft_read_back`](super::Store::draft_read_back) for each.
    ReadBack { keys: Vec<String>, millis: u32 },
    /// `removeItem`, if the value is still this one. What becomes of it need
    /// not be reported.
    RemoveDraft { key: String, expected: String },
    /// Read all of localStorage again, then [`drafts_read`](super::Store::drafts_read) or
    /// [`drafts_missing`](super::Store::drafts_missing).
    ReadDrafts,
    /// Open the archive and read all of it, then [`archive_read`](super::Store::archive_read) or
    /// [`archive_missing`](super::Store::archive_missing).
    ReadArchive,
    /// In one transaction with strict durability: each put through
    /// [`join_stored`](super::join_stored), then [`archived`](super::Store::archived).
    PutArchive { ticket: Ticket, writes: Vec<Write> },
    /// Call [`flush`](super::Store::flush) within this many milliseconds.
    FlushWithin { millis: u32 },
}

/// What the screen must look at again.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Changed {
    pub profile: bool,
    pub programmes: bool,
    /// What she made of a session.
    pub picks: bool,
    /// Events whose own record is new, other or gone.
    pub events: BTreeSet<EventId>,
    /// Events that have other sections than before, in another order, or others of
    /// them in the report.
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
