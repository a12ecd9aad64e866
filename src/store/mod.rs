//! Records, joining, and what is kept where.
//!
//! [`Store`] is a state machine without a clock, randomness or a browser: each
//! input returns the [`Effect`]s that the browser layer must carry out and what
//! [`Changed`] for the screen. Two keepers hold the text, and each covers what
//! the other cannot: the drafts (localStorage: at once, but lost with a killed
//! browser) and the archive (IndexedDB with strict durability: later, but
//! surely).
//!
//! From the start to the end of a page: [`Store::drafts_read`] (the notes can be
//! shown), [`Store::archive_read`], then an edit for each keystroke and
//! [`Store::flush`] when the page is hidden or left.
//!
//! Invariants, each held by a test:
//! - Joining histories in any order, any number of times, gives one result.
//! - A text goes only when one that was made from it is kept: a draft after the
//!   archive has acknowledged it, and what a command takes out of one section
//!   after the section that receives it.
//! - What cannot be read stays, byte for byte.
//! - The sign never says more than is true.
//!
//! Must not know which browser API keeps what, nor any component.

mod backup;
mod edits;
mod effect;
mod fields;
mod heads;
mod hearing;
mod keeping;
mod keys;
mod library;
mod machine;
mod programmes;
mod publications;
mod record;
mod revisions;
mod safety;
mod seen;
mod settle;
mod trash;
mod views;

#[cfg(test)]
mod tests;

pub use backup::{NotABackup, Restored};
pub use effect::{Changed, Effect, Outcome, Ticket, Write};
pub use heads::{Extra, Heads, Kept, Version};
pub use keys::Keys;
pub use library::{Stored, Why, join_stored};
pub use machine::{FLUSH_WITHIN_MS, READ_BACK_MS, Store};
pub use record::{FORMAT, Read, Record, read};
pub use revisions::Revision;
pub use safety::{KeepError, Keeper, Safety};
pub use seen::Seen;
pub use trash::{DAYS_IN_TRASH, TrashDays};
pub use views::SetAside;

use crate::domain::{EventId, SectionId, SessionId};

/// Which record; also the unit that is kept, put and joined.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RecordId {
    Profile,
    Event(EventId),
    Section(SectionId),
    /// The programme of an event.
    Programme(EventId),
    /// What she made of a session.
    Pick(SessionId),
}
