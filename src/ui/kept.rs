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
    page::set_title(t.kept.title);
    let time = move |at: u64| clock::time(at, app.language().tag());
    let keeping = app.safekeeping;
    let saved = move || match keeping.saved.get() {
        Some(at) => (t.kept.saved_at)(&time(at)),
        None => t.kept.nothing_new.to_owned(),
    };
    let granted = move || match keeping.granted.get() {
        Some(true) => t.kept.granted,
        Some(false) => t.kept.not_granted,
        None => t.kept.unknown,
    };
    let ask = move |_| {
        spawn_local(async move {
            app.ask_to_keep().await;
            if keeping.granted.get_untracked() != Some(true) {
                app.say(t.kept.refused.to_owned());
            }
        });
    };
    let way = match installed::is_installed() {
        true => t.kept.installed,
        false if installed::is_tab_of_safari() => t.kept.tab_of_safari,
        false => t.kept.tab,
    };
    let copied = move || match keeping.outside.read().copied {
        Some(at) => (t.kept.copied_at)(&time(at)),
        None => t.kept.never_copied.to_owned(),
    };
    view! {
        <Bar app title=t.kept.title up=Route::Events />
        <main class="screen" id="content">
            <dl class="facts">
                <Fact name=t.kept.saving>
                    <p><SafetyWord app /></p>
                    <p>{live(saved)}</p>
                </Fact>
                <Fact name=t.kept.promise>
                    <p>{live(granted)}</p>
                    {live(move || {
                        (keeping.granted.get() == Some(false))
                            .then(|| {
                                view! {
                                    <button class="button small" type="button" on:click=ask>
                                        {t.kept.ask}
                                    </button>
                                }
                            })
                    })}
                </Fact>
                <Fact name=t.kept.way>
                    <p>{way}</p>
                </Fact>
                <Fact name=t.kept.elsewhere>
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
