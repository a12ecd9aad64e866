//! Hears what other tabs write, and says what this one has archived.

use super::state::App;
use crate::browser::{page, tabs};

/// Said to other tabs when the person lets all notes go. No key is without a `/`.
const FORGET: &str = "forget";

impl App {
    pub(super) fn listen_to_tabs(self) {
        tabs::on_storage(move |key, value| {
            let outcome = self.with_store(|store| match key {
                Some(key) => store.draft_heard(&key, value),
                None => store.drafts_cleared(),
            });
            self.perform(outcome);
        });
        let channel = self.with_store(|store| store.keys().prefix().to_owned());
        let heard = tabs::listen(&channel, move |said| {
            if said == FORGET {
                self.forget_with_the_other();
            } else if let Some((key, entry)) = said.split_once('\n') {
                let outcome = self.with_store(|store| store.archive_heard(key, entry));
                self.perform(outcome);
            }
        });
        if let Err(fault) = heard {
            // Drafts are heard all the same; only work is done twice.
            leptos::logging::warn!("{fault}");
        }
        // A tab that slept has missed what was said.
        page::on_come_back(move || self.come_back());
    }

    pub(super) fn tell_tabs_to_forget() {
        if let Err(fault) = tabs::tell(FORGET) {
            leptos::logging::warn!("{fault}");
        }
    }

    /// Tells the other tabs what the archive holds under a key now.
    pub(super) fn tell_tabs(key: &str, entry: &str) {
        if let Err(fault) = tabs::tell(&format!("{key}\n{entry}")) {
            leptos::logging::warn!("{fault}");
        }
    }
}
