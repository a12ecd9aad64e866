//! Which keeper has what of each record. Knows generations of records, not
//! their content.

use super::RecordId;
use super::safety::{KeepError, Keeper, Safety};
use std::collections::BTreeMap;

/// What is known about one record in the keepers. A generation is one state of
/// the record in this tab, counted from 1.
#[derive(Debug, Default)]
pub struct Keeping {
    /// The newest generation.
    pub newest: u64,
    /// The newest generation that the drafts hold, by whichever tab.
    pub drafted: u64,
    /// The newest generation that the archive has acknowledged.
    pub archived: u64,
    /// The newest generation that a write was issued for, so that a failed one
    /// is not tried again at once.
    pub draft_tried: u64,
    pub put_tried: u64,
    pub draft_error: Option<KeepError>,
    pub archive_error: Option<KeepError>,
    /// Fingerprint of the text under this tab's own draft key.
    pub own_draft: Option<u64>,
    /// Records of one command have one group: the first must be among the
    /// drafts before the next one is. The order within all of them.
    pub group: u64,
    pub order: u64,
}

impl Keeping {
    pub fn draft_due(&self) -> bool {
        self.drafted < self.newest && self.draft_tried < self.newest
    }

    /// Which drafts are written in one go. What the archive has needs to wait
    /// for nothing.
    pub fn draft_group(&self) -> (u64, u64) {
        let alone = if self.is_kept() { self.order } else { 0 };
        (self.group, alone)
    }

    fn is_kept(&self) -> bool {
        self.drafted.max(self.archived) >= self.newest
    }

    fn safety(&self, keepers: &Keepers) -> Safety {
        let archive_fails = keepers.archive.error().is_some() || self.archive_error.is_some();
        let drafts_fail = keepers.drafts.error().is_some() || self.draft_error.is_some();
        if self.archived >= self.newest {
            Safety::Saved
        } else if !archive_fails {
            Safety::Saving
        } else if self.drafted >= self.newest {
            Safety::KeptForNow
        } else if !drafts_fail {
            Safety::Saving
        } else {
            Safety::NotKept
        }
    }
}

/// Whether a keeper answers at all.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Access {
    /// It has not been read yet.
    #[default]
    Unread,
    Ready,
    Missing(KeepError),
}

impl Access {
    pub fn error(&self) -> Option<&KeepError> {
        match self {
            Access::Missing(error) => Some(error),
            Access::Unread | Access::Ready => None,
        }
    }
}

/// Both keepers and every record in them.
#[derive(Debug, Default)]
pub struct Keepers {
    pub drafts: Access,
    pub archive: Access,
    pub records: BTreeMap<RecordId, Keeping>,
    last_order: u64,
}

impl Keepers {
    /// A new generation of each of these records, which one command wrote. A
    /// record that is not kept yet stays in its group, and takes the others into
    /// it: what it waits for must still come first.
    pub fn touch(&mut self, ids: &[RecordId]) {
        let waiting = ids.iter().filter_map(|id| self.records.get(id));
        let group = waiting
            .filter(|keeping| !keeping.is_kept())
            .map(|keeping| keeping.group)
            .min();
        let group = group.unwrap_or(self.last_order + 1);
        for id in ids {
            let keeping = self.records.entry(id.clone()).or_default();
            let waits = !keeping.is_kept();
            keeping.newest += 1;
            self.last_order += 1;
            keeping.group = group;
            if !waits {
                keeping.order = self.last_order;
            }
        }
    }

    /// Forgets that writes failed, so that they are tried again.
    pub fn try_again(&mut self) {
        for keeping in self.records.values_mut() {
            keeping.draft_tried = keeping.drafted;
            keeping.put_tried = keeping.archived;
        }
    }

    /// The worst of all records. A page that has nothing yet tells the truth
    /// about what would be kept.
    pub fn safety(&self) -> Safety {
        let of_keepers = match (self.archive.error(), self.drafts.error()) {
            (None, _) => Safety::Saved,
            (Some(_), None) => Safety::KeptForNow,
            (Some(_), Some(_)) => Safety::NotKept,
        };
        let of_records = self.records.values().map(|keeping| keeping.safety(self));
        of_records.fold(of_keepers, Safety::max)
    }

    /// Why this keeper fails, if it does.
    pub fn trouble(&self, keeper: Keeper) -> Option<&KeepError> {
        let (access, of_record): (_, fn(&Keeping) -> Option<&KeepError>) = match keeper {
            Keeper::Drafts => (&self.drafts, |keeping| keeping.draft_error.as_ref()),
            Keeper::Archive => (&self.archive, |keeping| keeping.archive_error.as_ref()),
        };
        let of_records = || self.records.values().find_map(of_record);
        access.error().or_else(of_records)
    }
}
