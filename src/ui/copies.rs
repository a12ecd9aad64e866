//! Sections that were written in two places at once: every text beside the
//! others, and the choice between them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::frame::Bar;
use super::live::live;
use super::section::title;
use super::state::App;
use crate::browser::{clock, page};
use crate::domain::{Route, Section, SectionId};
use crate::store::{Outcome, Store};

#[component]
pub fn Copies(app: App) -> impl IntoView {
    let t = app.words();
    page::set_title(t.copies);
    let sections = move || {
        let sections = app.copied_sections();
        if sections.is_empty() {
            return view! { <p class="copies-about">{t.no_copies}</p> }.into_any();
        }
        let sections = sections
            .into_iter()
            .map(|section| view! { <Choice app section /> });
        view! {
            <p class="copies-about">{t.copies_about}</p>
            {sections.collect_view()}
        }
        .into_any()
    };
    view! {
        <Bar app title=t.copies up=Route::Events />
        <main class="screen copies" id="content">
            {live(sections)}
        </main>
    }
}

/// All texts of one section.
#[component]
fn Choice(app: App, section: Section) -> impl IntoView {
    let t = app.words();
    let title = title(&section.text, t.untitled);
    let event = app.event_now(&section.event).map(|event| event.name);
    let copies = app.with_store(|store| store.copies(&section.id));
    let copies = copies.into_iter().zip(1..).map(|(copy, number)| {
        let label = (t.other_version)(number);
        view! { <Version app title=title.clone() label section=copy is_copy=true /> }
    });
    let copies = copies.collect_view();
    view! {
        <section class="versions" aria-label=title.clone()>
            <h2 class="versions-title">{title.clone()} <span class="meta">{event}</span></h2>
            <div class="versions-beside">
                <Version app title=title.clone() label=t.this_version.to_owned() section is_copy=false />
                {copies}
            </div>
        </section>
    }
}

/// One text, and what can be decided with it.
#[component]
fn Version(
    app: App,
    title: String,
    label: String,
    section: Section,
    is_copy: bool,
) -> impl IntoView {
    let t = app.words();
    let text_label = (t.text_of)(&title);
    let button = move |words: &'static str, decide: Decide, told: fn(&str) -> String| {
        let (id, title) = (section.id.clone(), title.clone());
        view! {
            <button
                class="button small"
                type="button"
                on:click=move |_| app.decide(&id, decide, told(&title))
            >
                {words}
            </button>
        }
    };
    let both = is_copy.then(|| button(t.keep_both, Store::keep_both, t.kept_both));
    view! {
        <article class="version" aria-label=label.clone()>
            <h3 class="version-label">{label.clone()}</h3>
            <pre class="version-text" tabindex="0" role="group" aria-label=text_label>{section.text.trim_end().to_owned()}</pre>
            <div class="version-actions">
                {button(t.keep_this, Store::keep_this, t.kept_this)}
                {both}
            </div>
        </article>
    }
}

type Decide = fn(&mut Store, &SectionId) -> Outcome;

impl App {
    /// Every section with other texts; the caller runs again when one is decided.
    fn copied_sections(self) -> Vec<Section> {
        let _tracked = self.copied();
        let sections = self.with_store(|store| {
            let copied = store.copied().into_iter().cloned();
            copied.collect::<Vec<_>>()
        });
        // What is chosen must be what is seen: each text is shown as it grows.
        for section in &sections {
            if let Some(signal) = self.section(&section.id) {
                signal.track_text();
            }
        }
        sections
    }

    fn decide(self, id: &SectionId, decide: Decide, told: String) {
        let beside = self.with_store(|store| store.revisions_beside(id, clock::now()));
        let id = id.clone();
        spawn_local(async move {
            // What is not chosen must be an earlier text first.
            if let Err(fault) = self.put_revisions(beside).await {
                leptos::logging::warn!("{fault}");
                return self.say(self.words().failed_choice.to_owned());
            }
            let outcome = self.with_store(|store| decide(store, &id));
            self.perform(outcome);
            self.say(told);
        });
    }
}
