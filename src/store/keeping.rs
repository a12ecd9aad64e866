//! Which keeper has what of each record. Knows generations of records, not
//! their content.

use super::RecordId;
use super::safety::{KeepError, Keeper, Safety};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Records that must be kept before this one may become a draft.
    pub after: Vec<RecordId>,
}

impl Keeping {
    fn is_kept(&self) -> bool {
        self.drafted.max(self.archived) >= self.newest
    }

    fn forget_order(&mut self) {
        if self.is_kept() {
            self.after.clear();
        }
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
}

impl Keepers {
    /// A new generation of each of these records, which one command wrote in
    /// this order: each becomes a draft only when the one before it is kept.
    pub fn touch(&mut self, ids: &[RecordId]) {
        for id in ids {
            let keeping = self.records.entry(id.clone()).or_default();
            keeping.newest += 1;
        }
        for (before, id) in ids.iter().zip(ids.iter().skip(1)) {
            // Two commands may ask for opposite orders; the first one stands.
            let circle = self.waits_for(before, id);
            if let Some(keeping) = self.records.get_mut(id)
                && !circle
                && !keeping.after.contains(before)
            {
                keeping.after.push(before.clone());
            }
        }
    }

    /// Whether `other` must be kept before `id`, directly or through others.
    fn waits_for(&self, id: &RecordId, other: &RecordId) -> bool {
        let mut reached = BTreeSet::new();
        reached.insert(id);
        let mut next = vec![id];
        while let Some(id) = next.pop() {
            let after = self.records.get(id).map_or(&[][..], |k| &k.after);
            next.extend(after.iter().filter(|id| reached.insert(id)));
        }
        reached.contains(other)
    }

    /// The records that can become drafts now.
    pub fn due_drafts(&self) -> Vec<RecordId> {
        if self.drafts != Access::Ready {
            return Vec::new();
        }
        let kept = |id: &RecordId| self.records.get(id).is_none_or(Keeping::is_kept);
        let due = self.records.iter().filter(|(id, keeping)| {
            // A programme may be as large as all that localStorage holds, and can be taken in
            // again: it is there only where there is nothing else.
            if matches!(id, RecordId::Programme(_)) && self.archive.error().is_none() {
                return false;
            }
            let tried = keeping.drafted.max(keeping.draft_tried);
            tried < keeping.newest && keeping.after.iter().all(kept)
        });
        due.map(|(id, _)| id.clone()).collect()
    }

    /// All records that the archive does not have, if there is one that was not
    /// tried yet; with it goes what failed before.
    pub fn due_puts(&self) -> Vec<RecordId> {
        let missing = |archived: u64, keeping: &Keeping| archived < keeping.newest;
        let fresh = |keeping: &Keeping| missing(keeping.archived.max(keeping.put_tried), keeping);
        if self.archive != Access::Ready || !self.records.values().any(fresh) {
            return Vec::new();
        }
        let due = self.records.iter();
        let due = due.filter(|(_, keeping)| missing(keeping.archived, keeping));
        due.map(|(id, _)| id.clone()).collect()
    }

    /// The newest generation of a record; 0 if there is none.
    pub fn newest(&self, id: &RecordId) -> u64 {
        self.records.get(id).map_or(0, |keeping| keeping.newest)
    }

    /// The drafts hold this generation of a record.
    pub fn drafted(&mut self, id: &RecordId, generation: u64) {
        if let Some(keeping) = self.records.get_mut(id) {
            keeping.drafted = keeping.drafted.max(generation);
            keeping.draft_error = None;
            keeping.forget_order();
        }
    }

    /// The archive has acknowledged this generation of a record.
    pub fn archived(&mut self, id: &RecordId, generation: u64) {
        if let Some(keeping) = self.records.get_mut(id) {
            keeping.archived = keeping.archived.max(generation);
            keeping.archive_error = None;
            keeping.forget_order();
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
