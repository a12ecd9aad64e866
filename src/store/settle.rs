//! What every input ends with: what is written now, in which order, and what
//! goes because it is outdated.

use super::RecordId;
use super::effect::{Effect, Outcome, Ticket, Write};
use super::keys::{self, fingerprint};
use super::library::Library;
use super::machine::{FLUSH_WITHIN_MS, OtherDraft, Put, Store};
use super::safety::Keeper;
use super::views::{Part, outline};

impl Store {
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
                RecordId::Programme(_) => self.changed.programmes = true,
                RecordId::Pick(_) => self.changed.picks = true,
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
        if std::mem::take(&mut self.acknowledged) {
            self.remove_outdated();
        }
        let trouble = |keeper| self.keepers.trouble(keeper).cloned();
        let now = (
            self.safety(),
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
        self.draft_writes.push((ticket, records));
        self.effects.push(Effect::WriteDrafts { ticket, writes });
    }

    /// One transaction at a time holds all that is due, so that what one
    /// command wrote is archived as a whole or not at all; what is written in
    /// the meantime goes with the next.
    fn put_archive(&mut self) {
        let busy = self.puts.iter().any(|(_, put)| !put.overdue);
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
        self.puts.push((ticket, Put { records, overdue }));
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

    fn outline_of(&self, id: &RecordId) -> Vec<Part> {
        let RecordId::Section(id) = id else {
            return Vec::new();
        };
        let heads = self.library.sections.get(id);
        heads.map_or(Vec::new(), |heads| outline(id, heads, self.anchor(id)))
    }
}
