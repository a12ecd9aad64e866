//! The sign that is always there: is what I wrote kept? It says the truth that
//! the store computes, and nothing else.

use leptos::prelude::*;

use super::live::live;
use super::state::App;
use crate::domain::Route;
use crate::store::Safety;

fn word(app: App, safety: Safety) -> &'static str {
    let t = app.words();
    match safety {
        Safety::Saved => t.saved,
        Safety::Saving => t.saving,
        Safety::KeptForNow => t.kept_for_now,
        Safety::NotKept => t.not_kept,
    }
}

fn name(safety: Safety) -> &'static str {
    match safety {
        Safety::Saved => "saved",
        Safety::Saving => "saving",
        Safety::KeptForNow => "kept",
        Safety::NotKept => "lost",
    }
}

/// The small sign in the bar.
#[component]
pub fn SafetySign(app: App) -> impl IntoView {
    view! {
        <span class="safety" data-safety=move || name(app.safety.get())>
            {live(move || word(app, app.safety.get()))}
        </span>
    }
}

/// The standing line under the bar while something is not safely kept, and the
/// text as a file. Screen readers are told when it comes, not of every save.
#[component]
pub fn SafetyNotice(app: App) -> impl IntoView {
    let t = app.words();
    let why = move || match app.safety.get() {
        Safety::Saved | Safety::Saving => None,
        Safety::KeptForNow => Some(t.kept_for_now_why),
        Safety::NotKept => Some(t.not_kept_why),
    };
    view! {
        <div class="notices" role="status">
            {live(move || {
                why().map(|why| {
                    view! {
                        <div class="notice">
                            <p class="notice-text">{why}</p>
                            <button
                                class="button small"
                                type="button"
                                on:click=move |_| app.take_everything()
                            >
                                {t.take_as_file}
                            </button>
                        </div>
                    }
                })
            })}
            {live(move || {
                let count = app.copied();
                let elsewhere = !matches!(*app.route.read(), Route::Copies | Route::Writing(..));
                (count > 0 && elsewhere)
                    .then(|| {
                        view! {
                            <div class="notice">
                                <p class="notice-text">{(t.copies_there)(count)}</p>
                                <a class="button small" href=Route::Copies.fragment()>{t.compare}</a>
                            </div>
                        }
                    })
            })}
            {live(move || {
                let count = app.set_aside.get();
                (count > 0)
                    .then(|| {
                        view! {
                            <div class="notice">
                                <p class="notice-text">{(t.set_aside)(count)}</p>
                                <button
                                    class="button small"
                                    type="button"
                                    on:click=move |_| app.take_set_aside()
                                >
                                    {t.take_as_file}
                                </button>
                            </div>
                        }
                    })
            })}
        </div>
    }
}
