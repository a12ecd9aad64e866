//! The sign that is always there: is what I wrote kept? It says the truth that
//! the store computes, and nothing else.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::frame::focus_heading;
use super::live::live;
use super::state::App;
use crate::domain::Route;
use crate::store::{Safety, Store, Why};

/// How many records cannot be used, and why.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct SetAsideCount {
    unreadable: usize,
    /// They are of a newer version of the page.
    newer: usize,
}

impl SetAsideCount {
    pub fn of(store: &Store) -> Self {
        // Most stand in both keepers.
        let all: BTreeMap<_, _> = store
            .set_aside()
            .into_iter()
            .map(|it| (&it.raw, &it.why))
            .collect();
        let newer = all.values().filter(|it| matches!(it, Why::Newer { .. }));
        let newer = newer.count();
        Self {
            unreadable: all.len() - newer,
            newer,
        }
    }
}

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

/// The small sign in the bar; it opens what there is to say.
#[component]
pub fn SafetySign(app: App) -> impl IntoView {
    let t = app.words();
    view! {
        <a class="safety-link" href=Route::Kept.fragment() title=t.kept.title>
            <SafetyWord app />
        </a>
    }
}

#[component]
pub fn SafetyWord(app: App) -> impl IntoView {
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
            {live(move || app.cleared.get().then(|| view! { <Cleared app /> }))}
            {live(move || {
                let told = app.set_aside.get();
                (told != SetAsideCount::default())
                    .then(|| {
                        let unreadable = (told.unreadable > 0)
                            .then(|| view! { <p>{(t.set_aside)(told.unreadable)}</p> });
                        let newer = (told.newer > 0)
                            .then(|| view! { <p>{(t.newer)(told.newer)}</p> });
                        view! {
                            <div class="notice">
                                <div class="notice-text">{unreadable} {newer}</div>
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

/// Site data was cleared under the open page. The notes are kept again already: what
/// is asked is whether that was meant.
#[component]
fn Cleared(app: App) -> impl IntoView {
    let t = app.words();
    let sure = RwSignal::new(false);
    let keep = move |_| {
        app.cleared.set(false);
        app.say(t.cleared_kept.to_owned());
        request_animation_frame(focus_heading);
    };
    let forget = move |_| app.forget_everything();
    // Under the finger that asked is the way back: a second tap, or a key that is held
    // down, clears nothing.
    let buttons = move || match sure.get() {
        false => view! {
            <button class="button small primary" type="button" on:click=keep>
                {t.cleared_keep}
            </button>
            <button class="button small" type="button" on:click=move |_| sure.set(true)>
                {t.cleared_forget}
            </button>
        }
        .into_any(),
        true => view! {
            <button class="button small danger" type="button" on:click=forget>
                {t.cleared_forget_sure}
            </button>
            <button class="button small primary" type="button" on:click=move |_| sure.set(false)>
                {t.cancel}
            </button>
        }
        .into_any(),
    };
    let words = move || match sure.get() {
        false => t.cleared,
        true => t.cleared_sure,
    };
    view! {
        <div class="notice">
            <p class="notice-text">{live(words)}</p>
            <div class="notice-choice">{live(buttons)}</div>
        </div>
    }
}
