//! Records, joining, and what is kept where.
//!
//! [`Store`] is a state machine without a clock, randomness or a browser: each
//! input returns the [`Effect`]s that the browser layer must carry out and what
//! [`Changed`] for the screen. Two keepers hold the text, and each covers what
//! the other cannot: the drafts (localStorage: at once, but lost with a killed
//! browser) and the archive (IndexedDB with strict durability: later, but
//! surely).
//!
//! Invariants, each held by a test:
//! - Joining histories in any order, any number of times, gives one result.
//! - Nothing in a keeper is removed or replaced before the archive has
//!   acknowledged what makes it outdated, or, where the archive is missing,
//!   before the draft that replaces it is written.
//! - What cannot be read stays, byte for byte.
//! - The sign never says more than is true.
//!
//! Must not know which browser API keeps what, nor any component.

mod edits;
mod heads;
mod keeping;
mod keys;
mod library;
mod machine;
mod record;
mod safety;
mod seen;
mod views;

#[cfg(test)]
mod tests;

pub use heads::{Extra, Heads, Kept, Version};
pub use keys::Keys;
pub use library::{Stored, Why, join_stored};
pub use machine::{Changed, Effect, FLUSH_WITHIN_MS, Outcome, Store, Ticket, Write};
pub use record::{FORMAT, Read, Record, read};
pub use safety::{KeepError, Keeper, Safety};
pub use seen::Seen;
pub use views::SetAside;

use crate::domain::{EventId, SectionId};

/// Which record; also the unit that is kept, put and joined.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RecordId {
    Profile,
    Event(EventId),
    Section(SectionId),
}
