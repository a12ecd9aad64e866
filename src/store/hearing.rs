//! What other tabs of the page tell. What they wrote is kept already, so it is
//! not written a second time at once: only if nobody else does.

use super::effect::Outcome;
use super::library::Library;
use super::machine::Store;

impl Store {
    /// What stands under a draft key now, by another tab (the `storage` event);
    /// `None` if it was removed. Keys of other pages are passed over.
    pub fn draft_heard(&mut self, key: &str, text: Option<String>) -> Outcome {
        if !self.keys.is_draft(key) {
            return self.settle();
        }
        self.others.retain(|draft| draft.key != key);
        let Some(text) = text else {
            return self.draft_read_back(key, None);
        };
        let mut held = Library::default();
        self.draft_found(key.to_owned(), text, &mut held);
        self.take_as_drafted(&held);
        // Soon the tab that wrote it says that the archive has it, too.
        self.wait_for_flush();
        self.settle()
    }

    /// All drafts are gone, those of this tab too: they are written again.
    pub fn drafts_cleared(&mut self) -> Outcome {
        self.others.clear();
        for keeping in self.keepers.records.values_mut() {
            (keeping.drafted, keeping.draft_tried) = (0, 0);
            keeping.own_draft = None;
        }
        self.settle()
    }

    /// What the archive holds under a key now: another tab was told so.
    pub fn archive_heard(&mut self, key: &str, text: &str) -> Outcome {
        self.archive_holds(key, text);
        self.acknowledged = true;
        self.settle()
    }

    /// Drafts that say just what is newest need no other.
    pub(super) fn take_as_drafted(&mut self, held: &Library) {
        for id in self.keepers.records.keys().cloned().collect::<Vec<_>>() {
            let said = held.records(&id);
            if !said.is_empty() && said == self.library.records(&id) {
                self.keepers.drafted(&id, self.keepers.newest(&id));
            }
        }
    }
}
