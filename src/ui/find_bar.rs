//! The fields and buttons of finding in a section.

use leptos::prelude::*;

use super::find::Finder;
use super::icon::{Drawn, Icon};
use super::live::live;
use super::search_field::SearchField;
use super::state::App;
use super::tools;
use crate::domain::{EventId, Route};

#[component]
pub fn FindBar(app: App, finder: Finder, event: EventId) -> impl IntoView {
    live(move || {
        let event = event.clone();
        (finder.is_open.get()).then(|| view! { <Open app finder event /> })
    })
}

#[component]
fn Open(app: App, finder: Finder, event: EventId) -> impl IntoView {
    let t = app.words();
    let find = app.find;
    let whole = Route::Find(event).fragment();
    let count = move || match finder.count.get() {
        _ if find.words.read().is_empty() => String::new(),
        (_, 0) => t.found_none.to_owned(),
        (at, all) => format!("{at} / {all}"),
    };
    let none = move || (finder.count.get().1 == 0).then_some("true");
    let step = move |icon, label, keys, forward| {
        view! {
            <button
                class="icon-button"
                type="button"
                aria-label=label
                title=format!("{label} ({})", tools::shown(keys))
                aria-disabled=none
                on:click=move |_| finder.step(forward)
            >
                <Drawn icon />
            </button>
        }
    };
    view! {
        <form
            class="find"
            role="search"
            aria-label=t.find_and_replace
            on:submit=move |event| event.prevent_default()
            on:keydown=move |event| {
                finder.key(&event);
            }
        >
            <div class="find-line">
                <SearchField
                    app
                    words=find.words
                    field=finder.field
                    typed=move |()| finder.look_for_others()
                    enter=move |back: bool| finder.step(!back)
                    escape_empties=false
                />
                {step(Icon::Up, t.find_previous, "Shift+Enter", false)}
                {step(Icon::Down, t.find_next, "Enter", true)}
                <button
                    class="icon-button"
                    type="button"
                    aria-label=t.find_close
                    title=format!("{} (Esc)", t.find_close)
                    on:click=move |_| finder.close()
                >
                    <Drawn icon=Icon::Close />
                </button>
            </div>
            <div class="find-line">
                <input
                    class="input"
                    type="text"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-label=t.replace_with
                    placeholder=t.replace_with
                    prop:value=move || find.with.get()
                    on:input:target=move |event| find.with.set(event.target().value())
                    on:keydown=move |event| {
                        let composing = event.is_composing() || event.key_code() == 229;
                        if event.key() == "Enter" && !composing {
                            event.prevent_default();
                            finder.replace();
                        }
                    }
                />
                <button
                    class="button small"
                    type="button"
                    aria-disabled=none
                    on:click=move |_| finder.replace()
                >
                    {t.replace}
                </button>
                <button
                    class="button small"
                    type="button"
                    aria-disabled=none
                    on:click=move |_| finder.replace_all()
                >
                    {t.replace_all}
                </button>
            </div>
            <div class="find-line find-more">
                <Exact app look=move || finder.look_for_others() />
                <span class="find-count">{count}</span>
                <a href=whole>{t.in_whole_report}</a>
            </div>
        </form>
    }
}

/// Whether case and width count. `look` looks again.
#[component]
pub fn Exact(app: App, look: impl Fn() + 'static) -> impl IntoView {
    let exact = app.find.exact;
    view! {
        <label class="find-exact">
            <input
                type="checkbox"
                prop:checked=move || exact.get()
                on:change:target=move |event| {
                    exact.set(event.target().checked());
                    look();
                }
            />
            {app.words().find_exact}
        </label>
    }
}
