//! What the sign of safety opens: when everything was saved, how well the browser keeps it, and
//! whether there is a copy elsewhere.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::backup::Backup;
use super::frame::Bar;
use super::live::live;
use super::safety::SafetyWord;
use super::state::App;
use crate::browser::{clock, installed, page};
use crate::domain::Route;

#[component]
pub fn Kept(app: App) -> impl IntoView {
    let t = app.words();
    page::set_title(t.kept);
    let time = move |at: u64| clock::time(at, app.language().tag());
    let keeping = app.safekeeping;
    let saved = move || match keeping.saved.get() {
        Some(at) => (t.saved_at)(&time(at)),
        None => t.nothing_new.to_owned(),
    };
    let granted = move || match keeping.granted.get() {
        Some(true) => t.keeping_granted,
        Some(false) => t.keeping_not_granted,
        None => t.keeping_unknown,
    };
    let ask = move |_| {
        spawn_local(async move {
            app.ask_to_keep().await;
            if keeping.granted.get_untracked() != Some(true) {
                app.say(t.keeping_refused.to_owned());
            }
        });
    };
    let way = match installed::is_installed() {
        true => t.is_installed,
        false if installed::is_tab_of_safari() => t.is_tab_of_safari,
        false => t.is_tab,
    };
    let copied = move || match keeping.outside.read().copied {
        Some(at) => (t.copied_at)(&time(at)),
        None => t.never_copied.to_owned(),
    };
    view! {
        <Bar app title=t.kept up=Route::Events />
        <main class="screen" id="content">
            <dl class="facts">
                <Fact name=t.saving_of_notes>
                    <p><SafetyWord app /></p>
                    <p>{live(saved)}</p>
                </Fact>
                <Fact name=t.keeping>
                    <p>{live(granted)}</p>
                    {live(move || {
                        (keeping.granted.get() == Some(false))
                            .then(|| {
                                view! {
                                    <button class="button small" type="button" on:click=ask>
                                        {t.ask_to_keep}
                                    </button>
                                }
                            })
                    })}
                </Fact>
                <Fact name=t.way_of_opening>
                    <p>{way}</p>
                </Fact>
                <Fact name=t.copy_elsewhere>
                    <p>{live(copied)}</p>
                </Fact>
            </dl>
            <div class="form">
                <Backup app />
            </div>
        </main>
    }
}

#[component]
fn Fact(name: &'static str, children: Children) -> impl IntoView {
    view! {
        <div class="fact">
            <dt>{name}</dt>
            <dd>{children()}</dd>
        </div>
    }
}
