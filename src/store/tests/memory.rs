//! Both keepers in memory, and a tab that carries out effects as the browser
//! layer does. Any call can be made to fail, in every way a browser was seen to.

use crate::domain::WriterId;
use crate::store::{Effect, KeepError, Keys, Outcome, Store, Stored, Ticket, Write, join_stored};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What happens instead of a call to a keeper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// Nothing is done, and that is reported: a throw, an abort.
    Fails,
    /// It is done, and reported as failed.
    FailsAfterwards,
    /// It is reported as done, and is not there (drafts only: an acknowledged
    /// strict transaction is all there is to hold on to).
    IsTakenBack,
    /// It is not done and never answers (archive only).
    Hangs,
    /// The tab ends before the call, or right after it.
    KillsBefore,
    KillsAfter,
}

/// Which calls to a keeper go wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Plan {
    /// The first bad call, counted from 1.
    pub first: usize,
    /// Whether all later calls are bad, too.
    pub for_good: bool,
    pub fault: Fault,
}

/// What stands in one keeper.
#[derive(Clone, Default, Debug)]
pub struct Memory {
    pub entries: BTreeMap<String, String>,
    pub calls: usize,
    pub plan: Option<Plan>,
}

impl Memory {
    fn call(&mut self) -> Option<Fault> {
        self.calls += 1;
        let plan = self.plan?;
        let bad = self.calls == plan.first || plan.for_good && self.calls > plan.first;
        bad.then_some(plan.fault)
    }

    fn all(&self) -> Vec<(String, String)> {
        let pairs = self.entries.iter();
        pairs
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect()
    }
}

/// Ways to carry out effects carelessly: each leaves out one protection, and
/// the tests must notice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Careless {
    /// Reports every write as done.
    TrustsEveryWrite,
    /// Puts what was sent without joining what stands there.
    PutsWithoutJoining,
    /// Puts each record in a transaction of its own.
    PutsOneByOne,
}

/// What outlives a tab.
#[derive(Clone, Default, Debug)]
pub struct Keeps {
    pub drafts: Memory,
    pub archive: Memory,
    pub careless: Option<Careless>,
}

/// An open tab.
#[derive(Debug)]
pub struct Tab {
    pub store: Store,
    pub killed: bool,
    /// Puts that will never be answered.
    hung: Vec<Ticket>,
    /// Keys of drafts that are to be read back.
    written: BTreeSet<String>,
    effects: VecDeque<Effect>,
}

impl Keeps {
    /// The same, where nothing goes wrong.
    pub fn healthy(&self) -> Self {
        let mut healthy = self.clone();
        (healthy.drafts.plan, healthy.archive.plan, healthy.careless) = (None, None, None);
        healthy
    }

    /// Opens a tab and lets it read both keepers.
    pub fn open(&mut self, writer: &str) -> Tab {
        let mut tab = Tab {
            store: Store::new(Keys::of_page("/page/"), WriterId::from_text(writer)),
            killed: false,
            hung: Vec::new(),
            written: BTreeSet::new(),
            effects: VecDeque::new(),
        };
        let outcome = self.read_drafts(&mut tab);
        self.carry_out(&mut tab, outcome);
        tab
    }

    /// Does something in a tab, and carries out all that follows from it.
    pub fn act(&mut self, tab: &mut Tab, act: impl FnOnce(&mut Store) -> Outcome) {
        let outcome = act(&mut tab.store);
        self.carry_out(tab, outcome);
    }

    fn carry_out(&mut self, tab: &mut Tab, outcome: Outcome) {
        tab.effects.extend(outcome.effects);
        while let Some(effect) = tab.effects.pop_front() {
            let outcome = match effect {
                Effect::WriteDrafts { ticket, writes } => self.write_drafts(tab, ticket, &writes),
                Effect::RemoveDraft { key, expected } => self.remove_draft(tab, &key, &expected),
                Effect::ReadDrafts => self.read_drafts(tab),
                Effect::ReadArchive => self.read_archive(tab),
                Effect::PutArchive { ticket, writes } => self.put_archive(tab, ticket, &writes),
                Effect::ReadBack { keys, .. } => {
                    tab.written.extend(keys);
                    Outcome::default()
                }
                // The session calls for the flush itself.
                Effect::FlushWithin { .. } => Outcome::default(),
            };
            if tab.killed {
                tab.effects.clear();
            }
            tab.effects.extend(outcome.effects);
        }
    }

    fn write_drafts(&mut self, tab: &mut Tab, ticket: Ticket, writes: &[Write]) -> Outcome {
        let mut results = Vec::new();
        for Write { key, json } in writes {
            let fault = self.drafts.call();
            if is_done(fault) {
                self.drafts.entries.insert(key.clone(), json.clone());
            }
            results.push(match fault {
                Some(Fault::KillsBefore | Fault::KillsAfter) => {
                    tab.killed = true;
                    return Outcome::default();
                }
                Some(Fault::Fails | Fault::FailsAfterwards)
                    if self.careless != Some(Careless::TrustsEveryWrite) =>
                {
                    Err(KeepError::Full)
                }
                _ => Ok(()),
            });
        }
        tab.store.drafts_written(ticket, results)
    }

    fn remove_draft(&mut self, tab: &mut Tab, key: &str, expected: &str) -> Outcome {
        let fault = self.drafts.call();
        if is_done(fault)
            && self
                .drafts
                .entries
                .get(key)
                .is_some_and(|value| value == expected)
        {
            self.drafts.entries.remove(key);
        }
        tab.killed |= matches!(fault, Some(Fault::KillsBefore | Fault::KillsAfter));
        Outcome::default()
    }

    fn read_drafts(&mut self, tab: &mut Tab) -> Outcome {
        match self.drafts.call() {
            None => tab.store.drafts_read(self.drafts.all()),
            Some(_) => tab.store.drafts_missing(KeepError::Blocked),
        }
    }

    fn read_archive(&mut self, tab: &mut Tab) -> Outcome {
        match self.archive.call() {
            None => tab.store.archive_read(self.archive.all()),
            Some(Fault::KillsBefore | Fault::KillsAfter) => {
                tab.killed = true;
                Outcome::default()
            }
            Some(Fault::Hangs) => tab.store.archive_missing(KeepError::Overdue),
            Some(_) => tab.store.archive_missing(KeepError::Missing),
        }
    }

    fn put_archive(&mut self, tab: &mut Tab, ticket: Ticket, writes: &[Write]) -> Outcome {
        let size = match self.careless {
            Some(Careless::PutsOneByOne) => 1,
            _ => writes.len(),
        };
        let mut stored = Vec::new();
        for writes in writes.chunks(size) {
            let fault = self.archive.call();
            let joined = self.transaction(writes, is_done(fault));
            match fault {
                None => stored.extend(joined),
                _ if self.careless == Some(Careless::TrustsEveryWrite) => stored.extend(joined),
                Some(Fault::KillsBefore | Fault::KillsAfter) => {
                    tab.killed = true;
                    return Outcome::default();
                }
                Some(Fault::Hangs) => {
                    tab.hung.push(ticket);
                    return Outcome::default();
                }
                Some(_) => return tab.store.archived(ticket, Err(KeepError::Full)),
            }
        }
        tab.store.archived(ticket, Ok(stored))
    }

    fn transaction(&mut self, writes: &[Write], commits: bool) -> Vec<Stored> {
        let mut after = self.archive.entries.clone();
        let mut all = Vec::new();
        for Write { key, json } in writes {
            let existing = after.get(key).map(String::as_str);
            let existing = existing.filter(|_| self.careless != Some(Careless::PutsWithoutJoining));
            let stored = join_stored(key, existing, json);
            after.extend(stored.aside.clone());
            after.insert(key.clone(), stored.text.clone());
            all.push(stored);
        }
        if commits {
            self.archive.entries = after;
        }
        all
    }
}

fn is_done(fault: Option<Fault>) -> bool {
    matches!(
        fault,
        None | Some(Fault::FailsAfterwards | Fault::KillsAfter)
    )
}

impl Tab {
    /// Some seconds later: the store is told of every put that does not answer,
    /// and the drafts that were written are read back.
    pub fn time_passes(&mut self, keeps: &mut Keeps) {
        for ticket in std::mem::take(&mut self.hung) {
            keeps.act(self, |store| store.archive_overdue(ticket));
        }
        for key in std::mem::take(&mut self.written) {
            let found = keeps.drafts.entries.get(&key).cloned();
            keeps.act(self, |store| store.draft_read_back(&key, found.as_deref()));
        }
    }
}
