//! The quiet lines about what may be lost one day: that there is no copy outside of the browser,
//! and what Safari does to pages that are not visited. On a phone neither stands above a text that
//! is being written.

use leptos::prelude::*;

use super::backup::RestoreButton;
use super::live::{live, memo};
use super::state::App;
use crate::browser::installed;
use crate::domain::Route;

#[component]
pub fn Reminders(app: App) -> impl IntoView {
    let t = app.words();
    let is_in_the_way = move || {
        let is_written = matches!(*app.route.read(), Route::Writing(..) | Route::Whole(_));
        is_written && !app.wide.get()
    };
    let is_due = memo(move || !is_in_the_way() && app.copy_is_due());
    let safari = installed::is_tab_of_safari();
    let is_safari = memo(move || {
        let is_told = app.safekeeping.told_of_safari.get();
        safari && !is_told && !app.events().is_empty() && !is_in_the_way()
    });
    view! {
        <div class="notices" role="status">
            {live(move || {
                is_safari
                    .get()
                    .then(|| {
                        view! {
                            <div class="notice quiet">
                                <p class="notice-text">{t.kept.safari_forgets}</p>
                                <button
                                    class="button small"
                                    type="button"
                                    on:click=move |_| app.knows_safari()
                                >
                                    {t.kept.understood}
                                </button>
                            </div>
                        }
                    })
            })}
            {live(move || {
                is_due
                    .get()
                    .then(|| {
                        view! {
                            <div class="notice quiet">
                                <p class="notice-text">{t.kept.copy_is_due}</p>
                                <button
                                    class="button small"
                                    type="button"
                                    on:click=move |_| app.save_backup()
                                >
                                    {t.save_backup}
                                </button>
                                <button
                                    class="button small"
                                    type="button"
                                    on:click=move |_| app.decline_copy()
                                >
                                    {t.kept.not_today}
                                </button>
                            </div>
                        }
                    })
            })}
        </div>
    }
}

/// On the first start from the home screen of iOS, where nothing is yet: the notes of the tab are
/// brought over by a file.
#[component]
pub fn BringOver(app: App) -> impl IntoView {
    let t = app.words();
    installed::is_installed_on_ios().then(|| {
        view! {
            <div class="bring-over">
                <p>{t.kept.bring_over}</p>
                <RestoreButton app />
            </div>
        }
    })
}
