//! The table of contents that a place puts above a report by itself.

use leptos::prelude::*;

use super::drawing::Drawer;
use super::live::{each, live};
use super::state::App;
use crate::domain::SectionId;
use crate::markdown::{heading, masked};

/// Folded away; shown where the place has one. An entry brings its heading into view.
#[component]
pub fn Contents(app: App, drawer: Drawer, ids: Memo<Vec<SectionId>>) -> impl IntoView {
    let t = app.words();
    // A private heading has no place in it, nor what is beneath.
    let shown = Memo::new(move |_| {
        app.facts_changed.track();
        let mut below = None;
        let is_shown = |id: &&SectionId| {
            app.section(id).is_some_and(|section| {
                section.with_text(|text| {
                    let (text, next) = masked(text, below);
                    below = next;
                    heading(&text).is_some()
                })
            })
        };
        ids.read()
            .iter()
            .filter(is_shown)
            .cloned()
            .collect::<Vec<_>>()
    });
    let entry = move |id: SectionId| {
        let Some(section) = app.section(&id) else {
            return ().into_any();
        };
        let facts = section.facts;
        let show = move |_| drawer.show((id.clone(), 0));
        view! {
            <li data-depth=move || facts.get().depth hidden=move || facts.read().title.is_empty()>
                <button class="contents-link" type="button" on:click=show>
                    {move || facts.get().title}
                </button>
            </li>
        }
        .into_any()
    };
    live(move || {
        let is_there = app.looks.target.get().has_contents() && shown.read().len() > 1;
        is_there.then(|| {
            view! {
                <details class="contents">
                    <summary>{t.targets.contents}</summary>
                    <ul>{each(move || shown.get(), entry)}</ul>
                </details>
            }
        })
    })
}
