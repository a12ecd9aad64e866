//! The table of contents that a place puts above a report by itself.

use leptos::prelude::*;

use super::drawing::Drawer;
use super::live::{each, live, memo};
use super::resting;
use super::state::App;
use crate::domain::{EventId, SectionId};
use crate::publish::{self, Entry};

type Row = (SectionId, Entry);

/// Folded away; shown where the place has one. An entry brings its heading into view.
#[component]
pub fn Contents(app: App, drawer: Drawer, event: EventId) -> impl IntoView {
    let t = app.words();
    let rows = RwSignal::new(Vec::<Row>::new());
    follow(app, event, rows);
    let draw = move |(section, entry): Row| {
        let show = move |_| drawer.show((section.clone(), entry.at));
        view! {
            <li data-depth=entry.depth.min(3).to_string()>
                <button class="contents-link" type="button" on:click=show>
                    {entry.title}
                </button>
            </li>
        }
        .into_any()
    };
    let is_there = memo(move || rows.read().len() > 1);
    live(move || {
        is_there.get().then(|| {
            view! {
                <details class="contents">
                    <summary>{t.targets.contents}</summary>
                    <ul>{each(move || rows.get(), draw)}</ul>
                </details>
            }
        })
    })
}

/// Looks for the headings, again too when another place is chosen.
fn follow(app: App, event: EventId, rows: RwSignal<Vec<Row>>) {
    let is_large = app.has_large_report(&event);
    let of = event.clone();
    let read = move || {
        app.track_report(&of);
        app.looks.target.get()
    };
    resting::follow(is_large, read, move || {
        let target = app.looks.target.get();
        let now = app.with_store(|store| {
            let sections = store.sections_of(&event).into_iter();
            let sections = sections.filter(|section| section.in_report);
            let (ids, texts): (Vec<_>, Vec<_>) =
                sections.map(|it| (&it.id, it.text.as_str())).unzip();
            let entries = publish::contents(target, &texts).into_iter();
            let row = |entry: Entry| (ids[entry.section].clone(), entry);
            entries.map(row).collect::<Vec<_>>()
        });
        if rows.try_with(|rows| *rows != now) == Some(true) {
            rows.set(now);
        }
    });
}
