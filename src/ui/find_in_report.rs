//! Finding and replacing in all sections of an event: a screen with what was found, section by
//! section, each line a way to its place.

use leptos::prelude::*;
use leptos::web_sys;
use web_sys::HtmlTextAreaElement;
use web_sys::wasm_bindgen::JsCast;

use super::find::Find;
use super::find_bar::Exact;
use super::found::{FoundInSection, FoundPart};
use super::frame::Bar;
use super::live::{effect, live};
use super::search_field::{SearchField, focus_field};
use super::state::App;
use super::tools;
use crate::browser::timer::Timer;
use crate::browser::{dom, page};
use crate::domain::{EventId, Route, Section};
use crate::editing::{self, FoundIn, Search};
use crate::markdown;

/// How long the hands must rest before the report is searched: a megabyte takes longer than a
/// key may.
const PAUSE_MS: i32 = 200;

/// What was found in the report.
#[derive(Clone)]
struct Results {
    parts: Vec<FoundPart>,
    count: usize,
    sections: usize,
    is_cut: bool,
}

impl App {
    fn find_in_report(self, event: &EventId, search: &Search) -> Results {
        let untitled = self.words().untitled;
        self.with_store(|store| {
            let sections = store.sections_of(event);
            let texts = sections.iter().map(|section| section.text.as_str());
            let found: FoundIn = editing::find_in(search, texts);
            let parts = found.texts.into_iter().map(|(index, found)| {
                let section = sections[index];
                FoundPart::new(section, found, untitled)
            });
            Results {
                parts: parts.collect(),
                count: found.all.count,
                sections: found.all.in_texts,
                is_cut: found.all.is_cut,
            }
        })
    }

    /// Replaces what is found in all sections of an event.
    fn replace_in_report(self, event: &EventId, search: &Search, with: &str) {
        let (mut written, mut count) = (Vec::new(), 0);
        for section in self.sections_now(event) {
            let found = search.find(&section.text);
            if let Some(edit) = editing::replace_all(&section.text, &found, with) {
                let text = edit.apply(&section.text);
                // A fence that lost its end would swallow the sections after it.
                let text = markdown::closed(&text).unwrap_or(text);
                count += found.len();
                written.push(Section { text, ..section });
            }
        }
        if !written.is_empty() {
            let t = self.words();
            let told = (t.replaced_in)(count, written.len());
            self.write_with_undo(written, told, t.replaced_back);
        }
    }
}

/// Ctrl+Shift+F finds in the report, wherever the focus is on a screen of an event. What is
/// selected in a text is looked for.
pub fn listen(app: App) {
    let listening = window_event_listener(leptos::ev::keydown, move |event| {
        let route = app.route.get_untracked();
        if event.is_composing() || !tools::is_pressed(tools::FIND_IN_REPORT, &event) {
            return;
        }
        let Some(of) = route.event() else { return };
        event.prevent_default();
        let focused = dom::focused();
        let area = focused.and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some(area) = area {
            app.find.take_selected(&area);
        }
        match &route {
            Route::Find(_) => focus_field(),
            _ => app.go(Route::Find(of.clone())),
        }
    });
    on_cleanup(move || listening.remove());
}

#[component]
pub fn FindInReport(app: App, event: EventId) -> impl IntoView {
    let t = app.words();
    page::set_title(t.find_in_report);
    let find: Find = app.find;
    let results = RwSignal::new(None::<Results>);
    // Whether what is shown is of other words than stand in the field.
    let is_old = RwSignal::new(false);
    let waiting = StoredValue::new_local(None::<Timer>);
    let of = event.clone();
    let look = Callback::new(move |()| {
        waiting.set_value(None);
        let search = untrack(move || find.search());
        results.set(search.map(|search| app.find_in_report(&of, &search)));
        is_old.set(false);
    });
    look.run(());
    effect(move |is_first| {
        app.facts_changed.track();
        app.refill.track();
        let _other_words = find.search();
        if !is_first {
            is_old.set(true);
            waiting.set_value(Timer::after(PAUSE_MS, move || {
                look.run(());
                if let Some(all) = results.get_untracked() {
                    app.announce((t.found_in)(all.count, all.sections));
                }
            }));
        }
    });
    // With results to read, no keyboard of a phone comes up over them.
    if results.with_untracked(Option::is_none) || app.wide.get_untracked() {
        request_animation_frame(focus_field);
    }
    let none = move || is_old.get() || results.read().as_ref().is_none_or(|all| all.count == 0);
    let of = event.clone();
    let replace = move |_| {
        if !is_old.get_untracked()
            && let Some(search) = untrack(move || find.search())
        {
            app.replace_in_report(&of, &search, &find.with.get_untracked());
        }
    };
    let replace_all = move || match &*results.read() {
        Some(all) if all.count > 0 => (t.replace_all_in)(all.count, all.sections),
        _ => t.replace_all.to_owned(),
    };
    let up = Route::Event(event.clone(), crate::domain::Tab::Notes);
    view! {
        <Bar app title=t.find_in_report up />
        <main class="screen" id="content">
            <form class="find" role="search" on:submit=move |event| event.prevent_default()>
                <SearchField app words=find.words />
                <Exact app look=|| () />
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
                />
                <button class="button" type="button" aria-disabled=move || none().then_some("true") on:click=replace>
                    {replace_all}
                </button>
            </form>
            {live(move || match results.get() {
                None => view! { <p class="form-about">{t.find_about}</p> }.into_any(),
                Some(all) if all.count == 0 => {
                    view! { <p class="form-about">{t.not_found}</p> }.into_any()
                }
                Some(all) => view! { <List app event=event.clone() all /> }.into_any(),
            })}
        </main>
    }
}

#[component]
fn List(app: App, event: EventId, all: Results) -> impl IntoView {
    let t = app.words();
    let parts = all.parts.into_iter().map(|part| {
        let event = event.clone();
        view! { <FoundInSection app event part choose=|_| () /> }
    });
    view! {
        <p class="form-about">{(t.found_in)(all.count, all.sections)}</p>
        {parts.collect_view()}
        {all.is_cut.then(|| view! { <p class="form-about">{t.found_cut}</p> })}
    }
}
