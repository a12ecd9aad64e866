//! The sign on the screen: what is true of everything that was written. Derived
//! from the state, never set.

use std::fmt;

/// What is promised about the newest text, the strongest promise first. What is
/// said is what holds of all records: the weakest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Safety {
    /// The archive has acknowledged all of it.
    #[default]
    Saved,
    /// The archive fails, the drafts have it: take a copy.
    KeptForNow,
    /// On its way to a keeper that has not failed. Promises nothing yet.
    Saving,
    /// Neither keeper has it.
    NotKept,
}

/// One of the two keepers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Keeper {
    /// localStorage: at once, but it does not survive everything.
    Drafts,
    /// IndexedDB: strict, but it answers later and may be missing.
    Archive,
}

/// Why a keeper did not keep something. The browser layer names it, the screen
/// has words for each.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum KeepError {
    /// `QuotaExceededError`, or the disk is full.
    Full,
    /// `SecurityError`: the person or a policy blocks storage.
    Blocked,
    /// This browser has no such storage.
    Missing,
    /// It did not answer in time; it may still do so.
    Overdue,
    /// It said yes, and then the text was not there.
    Lost,
    /// Anything else, in the browser's words.
    Other(String),
}

impl fmt::Display for KeepError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            KeepError::Full => f.write_str("full"),
            KeepError::Blocked => f.write_str("blocked"),
            KeepError::Missing => f.write_str("missing"),
            KeepError::Overdue => f.write_str("no answer"),
            KeepError::Lost => f.write_str("written, but not there"),
            KeepError::Other(words) => f.write_str(words),
        }
    }
}

impl std::error::Error for KeepError {}
