//! The palette: one field that finds commands and sections by their names, and does what was
//! chosen (<https://www.w3.org/WAI/ARIA/apg/patterns/combobox/>).

use std::sync::Arc;

use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;

use super::columns::Column;
use super::found::pieces;
use super::live::{live, memo};
use super::overlay::{Overlay, Overlays};
use super::section::title;
use super::state::App;
use crate::browser::dom;
use crate::browser::normal::nfkc;
use crate::domain::{EventId, Route, Tab};
use crate::editing::{FoldedTexts, Piece, Query, marked};

/// More are not shown.
const SHOWN: usize = 50;

/// Something that can be chosen.
#[derive(Clone)]
struct Entry {
    name: String,
    /// The event of a section.
    about: String,
    act: Arc<dyn Fn() + Send + Sync>,
}

impl Entry {
    fn new(name: &str, about: &str, act: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            name: name.to_owned(),
            about: about.to_owned(),
            act: Arc::new(act),
        }
    }
}

/// What can be done here, then the sections of this event, then those of the others.
fn entries(app: App, overlays: Overlays) -> Vec<Entry> {
    let route = app.route.get_untracked();
    let here = route.event().filter(|id| app.event_now(id).is_some());
    let mut entries = here.map_or_else(Vec::new, |event| of_event(app, overlays, event));
    entries.extend(everywhere(app, overlays));
    let untitled = app.words().untitled;
    let events = app.with_store(|store| {
        let reports = store.reports().into_iter();
        let owned = reports.map(|(event, sections)| {
            let named = sections.into_iter().map(|section| {
                let route = Route::Writing(event.id.clone(), section.id.clone());
                (title(&section.text, untitled), route)
            });
            let named: Vec<(String, Route)> = named.collect();
            (event.id, event.name, named)
        });
        owned.collect::<Vec<_>>()
    });
    let (own, others): (Vec<_>, Vec<_>) = events.into_iter().partition(|(id, ..)| Some(id) == here);
    for (_, event, sections) in own.into_iter().chain(others) {
        for (name, route) in sections {
            entries.push(Entry::new(&name, &event, move || app.go(route.clone())));
        }
    }
    entries
}

fn of_event(app: App, overlays: Overlays, event: &EventId) -> Vec<Entry> {
    let t = app.words();
    let go = |name: &str, route: Route| Entry::new(name, "", move || app.go(route.clone()));
    let (of_new, of_file) = (event.clone(), event.clone());
    let report = Route::Event(event.clone(), Tab::Report);
    vec![
        Entry::new(t.add_section, "", move || {
            if let Some(section) = app.add_section(&of_new, None) {
                app.go(Route::Writing(of_new.clone(), section));
            }
        }),
        go(t.notes, Route::Event(event.clone(), Tab::Notes)),
        go(t.report, Route::Event(event.clone(), Tab::Report)),
        go(t.whole.title, Route::Whole(event.clone())),
        go(t.find_in_report, Route::Find(event.clone())),
        go(t.details, Route::Details(event.clone())),
        Entry::new(t.download, "", move || app.download_report(&of_file)),
        Entry::new(t.ways.title, "", move || {
            // What is printed is what is shown.
            if !app.wide.get_untracked() {
                app.go(report.clone());
            }
            overlays.open(Overlay::Ways);
        }),
    ]
}

fn everywhere(app: App, overlays: Overlays) -> Vec<Entry> {
    let t = app.words();
    let go = |name: &str, route: Route| Entry::new(name, "", move || app.go(route.clone()));
    let mut entries = vec![
        go(t.events, Route::Events),
        go(t.new_event, Route::NewEvent),
        go(t.search, Route::Search),
        go(t.settings, Route::Settings),
        go(t.kept.title, Route::Kept),
        go(t.trash, Route::Trash),
        Entry::new(t.save_backup, "", move || app.save_backup()),
        Entry::new(t.hall, "", move || app.looks.hall.update(|it| *it = !*it)),
        Entry::new(t.palette.shortcuts, "", move || {
            overlays.open(Overlay::Shortcuts);
        }),
    ];
    if app.wide.get_untracked() {
        let columns = app.looks.columns;
        let all = [
            (Column::Outline, t.sections),
            (Column::Text, t.text_column),
            (Column::Preview, t.preview),
        ];
        entries.extend(all.map(|(column, name)| {
            Entry::new(&format!("{}: {name}", t.columns), "", move || {
                columns.update(|it| *it = it.turned(column));
            })
        }));
    }
    entries
}

/// The entries with these words in their names, and where; first those that begin with them.
fn find(entries: &[Entry], texts: &mut FoldedTexts, words: &str) -> Vec<(usize, Vec<Piece>)> {
    let query = Query::new(words, &nfkc);
    let found = entries.iter().enumerate().filter_map(|(index, entry)| {
        let Some(query) = &query else {
            return Some((index, vec![(entry.name.clone(), false)]));
        };
        let folded = texts.fold(&index.to_string(), &entry.name, &nfkc);
        let ranges = query.find(&entry.name, folded);
        (!ranges.is_empty()).then(|| (index, marked(&entry.name, &ranges)))
    });
    let begins = |(_, pieces): &(usize, Vec<Piece>)| pieces.first().is_some_and(|it| it.1);
    let (mut found, others): (Vec<_>, Vec<_>) = found.partition(begins);
    found.extend(others);
    found.truncate(SHOWN);
    found
}

#[component]
pub fn Palette(app: App, overlays: Overlays) -> impl IntoView {
    let t = app.words();
    let entries = StoredValue::new_local(entries(app, overlays));
    let texts = StoredValue::new_local(FoldedTexts::default());
    let words = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let found = memo(move || {
        let words = words.read();
        entries.with_value(|entries| {
            let found = texts.try_update_value(|texts| find(entries, texts, &words));
            found.unwrap_or_default()
        })
    });
    let choose = move |index: usize| {
        let act = entries.with_value(|entries| entries.get(index).map(|entry| entry.act.clone()));
        overlays.close();
        if let Some(act) = act {
            act();
        }
    };
    let step = move |event: &KeyboardEvent, by: usize| {
        event.prevent_default();
        let count = found.read_untracked().len().max(1);
        at.update(|at| *at = (*at + by) % count);
        request_animation_frame(|| {
            let selected = dom::document().map(|it| it.query_selector("[aria-selected=true]"));
            if let Ok(Ok(Some(option))) = selected {
                dom::show(&option);
            }
        });
    };
    let key = move |event: KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => step(&event, 1),
            "ArrowUp" => step(&event, found.read_untracked().len().max(1) - 1),
            "Enter" => {
                event.prevent_default();
                let index = found
                    .read_untracked()
                    .get(at.get_untracked())
                    .map(|it| it.0);
                if let Some(index) = index {
                    choose(index);
                }
            }
            _ => {}
        }
    };
    let options = move || {
        let found = found.get();
        if found.is_empty() {
            return view! { <p class="form-about">{t.palette.none}</p> }.into_any();
        }
        let options = found.into_iter().enumerate().map(|(place, (index, name))| {
            let about = entries.with_value(|entries| entries[index].about.clone());
            view! {
                <li
                    class="palette-option"
                    role="option"
                    id=format!("palette-{place}")
                    aria-selected=move || (at.get() == place).to_string()
                    on:click=move |_| choose(index)
                >
                    <span>{pieces(name)}</span>
                    <span class="palette-about">{about}</span>
                </li>
            }
        });
        view! {
            <ul class="palette-list" role="listbox" id="palette-list" aria-label=t.palette.title>
                {options.collect_view()}
            </ul>
        }
        .into_any()
    };
    view! {
        <div class="overlay-page">
            <input
                class="input"
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-controls="palette-list"
                aria-autocomplete="list"
                aria-activedescendant=move || format!("palette-{}", at.get())
                aria-label=t.palette.find
                placeholder=t.palette.find
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                autofocus
                on:input:target=move |event| {
                    at.set(0);
                    words.set(event.target().value());
                }
                on:keydown=key
            />
            {live(options)}
        </div>
    }
}
