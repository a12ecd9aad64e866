//! Carries out what the store asks for, with the two keepers of the browser,
//! and reports back. It decides nothing: the store does.

use leptos::prelude::{GetUntracked, Set};
use leptos::task::spawn_local;

use super::state::App;
use crate::browser::database::{self, Database, Joined};
use crate::browser::timer::Timer;
use crate::browser::{Fault, local, page};
use crate::domain::Route;
use crate::store::{Effect, KeepError, Outcome, Safety, Ticket, Write, join_stored};

/// How long the archive may take to answer before the person is told. Opening a
/// database that another tab upgrades, or a lost connection of iOS, may hang for
/// ever.
const ARCHIVE_ANSWERS_WITHIN_MS: i32 = 5_000;

/// How long a page that comes back is told what it has missed.
const HEARS_WITHIN_MS: i32 = 500;

/// How often the archive is opened again before the person is told. The pause before
/// that is this long and doubles each time, up to the tenth: 51 s.
const ATTEMPTS: u32 = 6;
const FIRST_PAUSE_MS: i32 = 100;
const LONGEST_PAUSE: u32 = 9;

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
        let away = self.put_away_key();
        let orderly = local::read(&away).is_ok_and(|mark| mark.is_some());
        self.with_kept(|kept| kept.cut_off = !orderly);
        self.is_back();
        self.read_drafts();
        self.listen_to_tabs();
        page::on_put_away(move || self.put_away());
    }

    /// The page may end now. If it does, it has not ended in the middle of a write.
    fn put_away(self) {
        self.flush();
        if !self.with_kept(|kept| kept.cut_off || kept.lost || kept.forgetting) {
            // Without the mark the next start takes a little longer.
            let _no_matter = local::write(&self.put_away_key(), "");
        }
    }

    fn is_back(self) {
        let _no_matter = local::remove(&self.put_away_key());
    }

    fn put_away_key(self) -> String {
        self.with_store(|store| store.keys().setting("put-away"))
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
        let other_lists = !outcome.changed.lists.is_empty() || !outcome.changed.events.is_empty();
        self.show_changes(outcome.changed);
        for effect in outcome.effects {
            match effect {
                // What she wants to be gone is not written again.
                Effect::WriteDrafts { .. } | Effect::PutArchive { .. } if self.is_forgetting() => {}
                Effect::WriteDrafts { ticket, writes } => self.write_drafts(ticket, &writes),
                Effect::ReadBack { keys, millis } => self.read_back(keys, millis),
                Effect::RemoveDraft { key, expected } => remove_draft(&key, &expected),
                Effect::ReadDrafts => self.read_drafts(),
                Effect::ReadArchive => self.read_archive(),
                Effect::PutArchive { ticket, writes } => self.put_archive(ticket, writes),
                Effect::FlushWithin { millis } => self.flush_after(millis),
            }
        }
        if other_lists && self.database().is_some() {
            self.count_trash();
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

    /// One at a time; one that is overdue may still answer, and is no hindrance.
    fn read_archive(self) {
        if self.with_kept(|kept| std::mem::replace(&mut kept.reading, true)) {
            return;
        }
        let name = self.with_store(|store| store.keys().prefix().to_owned());
        let overdue = Timer::after(ARCHIVE_ANSWERS_WITHIN_MS, move || {
            self.with_kept(|kept| kept.reading = false);
            let outcome = self.with_store(|store| store.archive_missing(KeepError::Overdue));
            self.perform(outcome);
        });
        spawn_local(async move {
            let found = async {
                let database = database::open(&name).await?;
                let found = database.read_all().await?;
                // An empty one has nothing that could be damaged.
                let (lost, cut_off) = self.with_kept(|kept| (kept.lost, kept.cut_off));
                if !found.is_empty() && (lost || cut_off) {
                    let begun = database.begin_new_log().await;
                    // At a start the notes are shown all the same, also without room.
                    if lost {
                        begun?;
                    } else if let Err(fault) = begun {
                        leptos::logging::warn!("{fault}");
                    }
                }
                self.with_kept(|kept| kept.cut_off = false);
                Ok::<_, Fault>((database, found))
            };
            let found = found.await;
            drop(overdue);
            self.with_kept(|kept| kept.reading = false);
            let outcome = match found {
                Ok((database, found)) => {
                    database.on_close(move || {
                        self.archive_lost();
                    });
                    self.set_database(database);
                    self.see_whether_cleared(found.is_empty());
                    self.with_store(|store| store.archive_read(found))
                }
                Err(fault) => {
                    let outcome = self.with_store(|store| store.archive_missing(keep_error(fault)));
                    self.perform(outcome);
                    self.open_again();
                    return;
                }
            };
            self.perform(outcome);
            self.count_trash();
            self.archive_works();
            self.with_kept(|kept| {
                // After everything that it said is on the screen.
                kept.attempt = Timer::after(0, move || {
                    self.is_told_all.set(true);
                });
            });
        });
    }

    /// Whether the page does not know yet what was written before it started, or while
    /// it slept. The drafts are there first; the archive and other tabs may know more.
    pub(super) fn is_learning(self) -> bool {
        !self.is_told_all.get_untracked() || self.with_kept(|kept| kept.hearing.is_some())
    }

    /// The page may have slept: it hears what it has missed.
    pub(super) fn come_back(self) {
        let heard = Timer::after(HEARS_WITHIN_MS, move || {
            self.with_kept(|kept| kept.hearing = None);
        });
        self.with_kept(|kept| (kept.hearing, kept.attempts) = (heard, 0));
        self.is_back();
        self.read_drafts();
        let outcome = self.with_store(|store| store.retry());
        self.perform(outcome);
        if self.database().is_some() {
            self.count_trash();
        }
    }

    /// A browser that is still clearing site data, or waking up, opens no archive; soon
    /// after it does. One that has none, or whose disk is full, is asked again from time
    /// to time. False once the person must be told.
    fn open_again(self) -> bool {
        let attempts = self.with_kept(|kept| {
            kept.attempts += 1;
            kept.attempts
        });
        if attempts > ATTEMPTS {
            self.is_told_all.set(true);
        }
        let pause = match attempts {
            1 => 0,
            _ => FIRST_PAUSE_MS << attempts.min(LONGEST_PAUSE),
        };
        let timer = Timer::after(pause, move || self.read_archive());
        self.with_kept(|kept| kept.attempt = timer);
        attempts <= ATTEMPTS
    }

    /// Everything is in the archive: it may be lost again as if for the first time.
    fn archive_works(self) {
        if self.with_store(|store| store.safety()) == Safety::Saved {
            self.with_kept(|kept| kept.attempts = 0);
        }
    }

    /// The connection to the archive is gone: site data was cleared, another tab deletes
    /// the database, or the connection broke off, as it does on iOS. False where it was
    /// opened again too often already.
    fn archive_lost(self) -> bool {
        if self.is_forgetting() {
            return true;
        }
        self.with_kept(|kept| kept.lost = true);
        let again = self.open_again();
        let outcome = self.with_store(|store| store.archive_lost());
        self.perform(outcome);
        if !again {
            let outcome = self.with_store(|store| store.archive_missing(KeepError::Lost));
            self.perform(outcome);
        }
        again
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

    fn is_forgetting(self) -> bool {
        self.with_kept(|kept| kept.forgetting)
    }

    /// Another tab has let the notes go: this one must not bring them back.
    pub(super) fn forget_with_the_other(self) {
        self.with_kept(|kept| kept.forgetting = true);
        self.replace(Route::Events);
        page::reload();
    }

    /// She wants the notes gone, too: everything of this page, from this device.
    pub(super) fn forget_everything(self) {
        self.with_kept(|kept| kept.forgetting = true);
        Self::tell_tabs_to_forget();
        self.replace(Route::Events);
        let keys = self.with_store(|store| store.keys().clone());
        // A tab that sleeps holds the database open; it is deleted when that one ends.
        let reload = Timer::after(ARCHIVE_ANSWERS_WITHIN_MS, page::reload);
        self.with_kept(|kept| kept.attempt = reload);
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
            if result.as_ref().is_err_and(is_connection_lost) && self.archive_lost() {
                return;
            }
            let result = result.map_err(keep_error);
            for (key, stored) in keys.iter().zip(result.iter().flatten()) {
                Self::tell_tabs(key, &stored.text);
            }
            let outcome = self.with_store(|store| store.archived(ticket, result));
            self.perform(outcome);
            self.archive_works();
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
