//! How safely this device keeps everything: since when, whether the browser may throw it away, and
//! whether there is a copy elsewhere.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::App;
use crate::browser::{clock, installed, local, persistence};
use crate::domain::{Date, Outside};
use crate::store::{Keys, Safety};

#[derive(Clone, Copy)]
pub struct Safekeeping {
    /// Whether anything was written since the page was opened.
    wrote: StoredValue<bool>,
    /// Whether this visit has had its first save.
    saved_once: StoredValue<bool>,
    /// When everything that was written since was saved, in milliseconds since 1970.
    pub saved: RwSignal<Option<u64>>,
    /// Whether the browser keeps it also when it needs room, once that is known.
    pub granted: RwSignal<Option<bool>>,
    pub outside: RwSignal<Outside>,
    /// Whether the person knows what Safari does to pages that are not visited.
    pub told_of_safari: RwSignal<bool>,
}

impl Safekeeping {
    pub fn start(keys: &Keys) -> Self {
        let stored = |name| local::read(&keys.setting(name)).ok().flatten();
        let outside = stored(OUTSIDE).unwrap_or_default();
        Self {
            wrote: StoredValue::new(false),
            saved_once: StoredValue::new(false),
            saved: RwSignal::new(None),
            granted: RwSignal::new(None),
            outside: RwSignal::new(Outside::read(&outside)),
            told_of_safari: RwSignal::new(stored(TOLD_OF_SAFARI).is_some()),
        }
    }
}

const OUTSIDE: &str = "outside";
const TOLD_OF_SAFARI: &str = "told-of-safari";
const ASKED: &str = "asked-to-keep";

impl App {
    /// Follows what is saved, for as long as the page lives.
    pub(super) fn watch_safekeeping(self) {
        Effect::watch(
            move || self.safety.get(),
            move |safety, before, _| {
                let is_new = before.is_some_and(|before| before != safety);
                if *safety == Safety::Saved && is_new && self.safekeeping.wrote.get_value() {
                    self.safekeeping.saved.set(Some(clock::now()));
                    if !self.safekeeping.saved_once.get_value() {
                        self.safekeeping.saved_once.set_value(true);
                        self.ask_once_to_keep();
                    }
                }
            },
            false,
        );
        spawn_local(async move {
            if let Ok(granted) = persistence::is_granted().await {
                self.safekeeping.granted.set(Some(granted));
            }
        });
    }

    /// At the first save: some browsers ask the person, who sees then what for. An installed page
    /// asks again at the first save of each visit: browsers grant it sooner then.
    fn ask_once_to_keep(self) {
        let is_first = self.keep_word(ASKED, "");
        if is_first || installed::is_installed() {
            spawn_local(async move { self.ask_to_keep().await });
        }
    }

    /// Asks the browser to keep everything also when it needs room.
    pub(super) async fn ask_to_keep(self) {
        if self.safekeeping.granted.get_untracked() == Some(true) {
            return;
        }
        match persistence::ask().await {
            Ok(granted) => self.safekeeping.granted.set(Some(granted)),
            Err(fault) => leptos::logging::warn!("{fault}"),
        }
    }

    /// Something is being written.
    pub(super) fn count_minute(self) {
        self.safekeeping.wrote.set_value(true);
        let now = clock::now();
        // With every key, so without asking what another tab has written.
        if self.safekeeping.outside.get_untracked().written(now) {
            self.change_outside(|outside| outside.written(now));
        }
    }

    /// A copy of everything is outside of the browser now.
    pub(super) fn taken_out(self) {
        self.change_outside(|outside| {
            outside.taken_out(clock::now());
            true
        });
    }

    /// The person wants no copy today.
    pub(super) fn decline_copy(self) {
        self.change_outside(|outside| {
            outside.declined(today());
            true
        });
    }

    /// Whether the person is to be reminded that there is no copy.
    pub(super) fn copy_is_due(self) -> bool {
        self.safekeeping.outside.read().is_due(today())
    }

    pub(super) fn knows_safari(self) {
        self.safekeeping.told_of_safari.set(true);
        self.keep_word(TOLD_OF_SAFARI, "");
    }

    /// Another tab may have written, too: what is kept is changed, not what this one remembers.
    fn change_outside(self, change: impl FnOnce(&mut Outside) -> bool) {
        let key = self.with_store(|store| store.keys().setting(OUTSIDE));
        let kept = local::read(&key).ok().flatten();
        let mut outside = match kept {
            Some(kept) => Outside::read(&kept),
            None => self.safekeeping.outside.get_untracked(),
        };
        if change(&mut outside) {
            self.safekeeping.outside.set(outside);
            self.keep_word(OUTSIDE, &outside.to_string());
        }
    }

    /// Keeps a word of this device. True if there was none of this name.
    fn keep_word(self, name: &str, word: &str) -> bool {
        let key = self.with_store(|store| store.keys().setting(name));
        let is_new = local::read(&key).is_ok_and(|kept| kept.is_none());
        if let Err(fault) = local::write(&key, word) {
            leptos::logging::warn!("{name} is not kept: {fault}");
        }
        is_new
    }
}

fn today() -> Option<Date> {
    Date::parse(&clock::today())
}
