//! A newer version of the page. It never takes the page away: it is offered where nobody writes,
//! and comes by itself at the next start.

use leptos::prelude::*;

use super::live::live;
use super::state::App;
use crate::browser::{clock, page, worker};

/// How often a page that stays open looks for one, at most.
const LOOK_EVERY_MS: f64 = 60.0 * 60.0 * 1000.0;

/// Whether a newer version waits.
#[derive(Clone, Copy)]
pub struct Version(RwSignal<bool>);

impl Version {
    /// Listens for as long as the page lives. A browser looks by itself when it loads a page; one
    /// that comes back after a while looks again.
    pub fn start() -> Self {
        let waits = RwSignal::new(false);
        worker::on_new_version(move || waits.set(true));
        let looked = StoredValue::new(clock::since_load());
        page::on_come_back(move || {
            let now = clock::since_load();
            if now - looked.get_value() > LOOK_EVERY_MS {
                looked.set_value(now);
                worker::look_for_new_version();
            }
        });
        Self(waits)
    }
}

/// The line that offers it.
#[component]
pub fn NewVersion(app: App) -> impl IntoView {
    let t = app.words();
    let Version(waits) = expect_context();
    let switch = move |_| {
        app.flush();
        if let Err(fault) = worker::let_new_version_come() {
            leptos::logging::warn!("{fault}");
        }
    };
    let line = move || {
        waits.get().then(|| {
            view! {
                <div class="notice">
                    <p class="notice-text">{t.new_version}</p>
                    <button class="button small" type="button" on:click=switch>
                        {t.new_version_now}
                    </button>
                </div>
            }
        })
    };
    view! { <div class="notices" role="status">{live(line)}</div> }
}
