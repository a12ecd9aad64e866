//! Carries out what the store asks for, with the two keepers of the browser,
//! and reports back. It decides nothing: the store does.

use leptos::prelude::Set;
use leptos::task::spawn_local;

use super::state::App;
use crate::browser::database::{self, Database, Joined};
use crate::browser::timer::Timer;
use crate::browser::{Fault, local, page};
use crate::store::{Effect, KeepError, Outcome, Ticket, Write, join_stored};

/// How long the archive may take to answer before the person is told. Opening a
/// database that another tab upgrades, or a lost connection of iOS, may hang for
/// ever.
const ARCHIVE_ANSWERS_WITHIN_MS: i32 = 5_000;

/// How often the archive is opened again by itself, and how long the pause before that
/// is; it doubles each time.
const ATTEMPTS: u32 = 6;
const FIRST_PAUSE_MS: i32 = 100;

/// Why a web API did not keep something, in the words of the store.
fn keep_error(fault: Fault) -> KeepError {
    match fault.name.as_str() {
        "QuotaExceededError" => KeepError::Full,
        "SecurityError" => KeepError::Blocked,
        "NotSupportedError" => KeepError::Missing,
        _ if fault.message.contains("NO_SPACE") => KeepError::Full,
        _ => KeepError::Other(fault.to_string()),
    }
}

impl App {
    /// Reads what this device has. The drafts are there at once; the archive
    /// follows.
    pub(super) fn load(self) {
        self.read_drafts();
        self.listen_to_tabs();
        page::on_put_away(move || self.flush());
    }

    pub(super) fn read_drafts(self) {
        let prefix = self.with_store(|store| store.keys().prefix().to_owned());
        let outcome = match local::read_all(&prefix) {
            Ok(found) => self.with_store(|store| store.drafts_read(found)),
            Err(fault) => self.with_store(|store| store.drafts_missing(keep_error(fault))),
        };
        self.perform(outcome);
    }

    /// Writes everything that waits.
    pub fn flush(self) {
        self.stop_timer();
        self.count_what_was_typed();
        let outcome = self.with_store(|store| store.flush());
        self.perform(outcome);
    }

    /// Carries out the effects in their order and shows what changed.
    pub(super) fn perform(self, outcome: Outcome) {
        self.show_changes(outcome.changed);
        for effect in outcome.effects {
            match effect {
                Effect::WriteDrafts { ticket, writes } => self.write_drafts(ticket, &writes),
                Effect::ReadBack { keys, millis } => self.read_back(keys, millis),
                Effect::RemoveDraft { key, expected } => remove_draft(&key, &expected),
                Effect::ReadDrafts => self.read_drafts(),
                Effect::ReadArchive => self.read_archive(),
                Effect::PutArchive { ticket, writes } => self.put_archive(ticket, writes),
                Effect::FlushWithin { millis } => self.flush_after(millis),
            }
        }
    }

    fn write_drafts(self, ticket: Ticket, writes: &[Write]) {
        let write = |write: &Write| local::write(&write.key, &write.json).map_err(keep_error);
        let results = writes.iter().map(write).collect();
        let outcome = self.with_store(|store| store.drafts_written(ticket, results));
        self.perform(outcome);
    }

    /// Waits until nothing was written for so long.
    fn read_back(self, keys: Vec<String>, millis: u32) {
        let wait = i32::try_from(millis).unwrap_or(i32::MAX);
        let timer = Timer::after(wait, move || self.read_back_now());
        self.with_kept(|kept| {
            kept.to_read_back.extend(keys);
            kept.read_back = timer;
        });
    }

    fn read_back_now(self) {
        for key in self.with_kept(|kept| std::mem::take(&mut kept.to_read_back)) {
            // Where it cannot be read now, the next write will tell.
            if let Ok(found) = local::read(&key) {
                let outcome =
                    self.with_store(|store| store.draft_read_back(&key, found.as_deref()));
                self.perform(outcome);
            }
        }
    }

    fn read_archive(self) {
        let name = self.with_store(|store| store.keys().prefix().to_owned());
        let overdue = Timer::after(ARCHIVE_ANSWERS_WITHIN_MS, move || {
            let outcome = self.with_store(|store| store.archive_missing(KeepError::Overdue));
            self.perform(outcome);
        });
        spawn_local(async move {
            let found = async {
                let database = database::open(&name).await?;
                let found = database.read_all().await?;
                Ok::<_, Fault>((database, found))
            };
            let found = found.await;
            drop(overdue);
            let outcome = match found {
                Ok((database, found)) => {
                    database.on_close(move || self.archive_lost());
                    self.set_database(database);
                    self.see_whether_cleared(found.is_empty());
                    self.with_store(|store| store.archive_read(found))
                }
                Err(fault) => {
                    let outcome = self.with_store(|store| store.archive_missing(keep_error(fault)));
                    self.perform(outcome);
                    return self.open_again_later();
                }
            };
            self.perform(outcome);
            self.count_trash();
            // After everything that it said is on the screen.
            let told = Timer::after(0, move || self.started.set(true));
            self.with_kept(|kept| (kept.attempt, kept.attempts) = (told, 0));
        });
    }

    /// A browser that is still clearing site data, or waking up, opens no archive; soon
    /// after it does. One that has none is asked a few times in vain.
    fn open_again_later(self) {
        let attempts = self.with_kept(|kept| {
            kept.attempts += 1;
            kept.attempts
        });
        if attempts <= ATTEMPTS {
            let timer = Timer::after(FIRST_PAUSE_MS << attempts, move || self.read_archive());
            self.with_kept(|kept| kept.attempt = timer);
        }
    }

    /// The browser has closed the archive: site data was cleared, or the connection
    /// broke off, as it does on iOS.
    fn archive_lost(self) {
        self.with_kept(|kept| kept.lost = true);
        let outcome = self.with_store(|store| store.archive_lost());
        self.perform(outcome);
    }

    /// An archive that was lost and comes back empty was cleared by the person or the
    /// browser. What is in memory is kept again, and she is asked.
    fn see_whether_cleared(self, is_empty: bool) {
        let lost = self.with_kept(|kept| std::mem::take(&mut kept.lost));
        let had_notes = self.with_store(|store| !store.events().is_empty());
        if lost && is_empty && had_notes {
            self.cleared.set(true);
        }
    }

    /// She wants the notes gone, too: everything of this page, from this device.
    pub(super) fn forget_everything(self) {
        let keys = self.with_store(|store| store.keys().clone());
        let open = self.with_kept(|kept| kept.database.take());
        spawn_local(async move {
            if let Some(database) = open {
                database.close();
            }
            let drafts = local::read_all(keys.prefix()).unwrap_or_default();
            for (key, _) in drafts {
                let _is_told_by_what_is_there_after_the_reload = local::remove(&key);
            }
            for name in [keys.revisions(), keys.prefix().to_owned()] {
                if let Err(fault) = database::delete(&name).await {
                    leptos::logging::warn!("{fault}");
                }
            }
            page::reload();
        });
    }

    /// The archive is opened anew once; if the next put fails as well, that is told.
    fn may_reopen(self) -> bool {
        self.with_kept(|kept| !std::mem::replace(&mut kept.reopened, true))
    }

    fn put_archive(self, ticket: Ticket, writes: Vec<Write>) {
        let Some(database) = self.database() else {
            let outcome = self.with_store(|store| store.archived(ticket, Err(KeepError::Missing)));
            self.perform(outcome);
            return;
        };
        let overdue = Timer::after(ARCHIVE_ANSWERS_WITHIN_MS, move || {
            let outcome = self.with_store(|store| store.archive_overdue(ticket));
            self.perform(outcome);
        });
        spawn_local(async move {
            let keys: Vec<String> = writes.iter().map(|write| write.key.clone()).collect();
            let result = put(database, writes).await;
            drop(overdue);
            if result.as_ref().is_err_and(is_connection_lost) && self.may_reopen() {
                return self.archive_lost();
            }
            self.with_kept(|kept| kept.reopened &= result.is_err());
            let result = result.map_err(keep_error);
            for (key, stored) in keys.iter().zip(result.iter().flatten()) {
                Self::tell_tabs(key, &stored.text);
            }
            let outcome = self.with_store(|store| store.archived(ticket, result));
            self.perform(outcome);
        });
    }
}

async fn put(database: Database, writes: Vec<Write>) -> Result<Vec<crate::store::Stored>, Fault> {
    let puts = writes
        .into_iter()
        .map(|write| (write.key, write.json))
        .collect();
    let join = |key: &str, existing: Option<&str>, incoming: &str| {
        let told = join_stored(key, existing, incoming);
        let mut writes = vec![(key.to_owned(), told.text.clone())];
        writes.extend(told.aside.clone());
        Joined { writes, told }
    };
    let joined = database.put_all(puts, join).await?;
    Ok(joined.into_iter().map(|joined| joined.told).collect())
}

/// What a transaction says whose connection is gone, by whatever it was lost.
fn is_connection_lost(fault: &Fault) -> bool {
    matches!(fault.name.as_str(), "InvalidStateError" | "UnknownError")
}

/// Removes a draft that is outdated, unless it was written again meanwhile.
fn remove_draft(key: &str, expected: &str) {
    let removed = match local::read(key) {
        Ok(Some(found)) if found == expected => local::remove(key),
        Ok(_) => Ok(()),
        Err(fault) => Err(fault),
    };
    if let Err(fault) = removed {
        // An outdated draft that stays is joined again at the next start.
        leptos::logging::warn!("{key} stays: {fault}");
    }
}
