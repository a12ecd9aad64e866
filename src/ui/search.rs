//! Searching all events as one types: a screen with what was found, event by event, each line a
//! way to its place.

use leptos::prelude::*;

use super::found::{FoundInSection, FoundPart, pieces};
use super::frame::{self, Bar};
use super::icon::{Drawn, Icon};
use super::live::{effect, live};
use super::search_field::{SearchField, focus_field};
use super::state::App;
use crate::browser::normal::nfkc;
use crate::browser::page;
use crate::browser::timer::Timer;
use crate::domain::{Event, EventId, Route, Section, Tab};
use crate::editing::{Excerpt, FoldedTexts, Listing, Piece, Query, marked};

/// How long the hands must rest before a screen reader is told what was found.
const PAUSE_MS: i32 = 600;

/// More lines are not shown: all are drawn again at the next key.
const LINES: usize = 50;

/// What is looked for everywhere. It stays while one looks at what was found.
#[derive(Clone, Copy)]
pub struct Searched {
    words: RwSignal<String>,
    /// The screen that was opened from the list. Whoever comes back goes on there.
    opened: RwSignal<Option<Route>>,
}

impl Searched {
    pub fn new() -> Self {
        Self {
            words: RwSignal::new(String::new()),
            opened: RwSignal::new(None),
        }
    }
}

/// What was found in one event.
#[derive(Clone)]
struct FoundEvent {
    id: EventId,
    emoji: String,
    name: Vec<Piece>,
    /// Lines of what else is known of it.
    about: Vec<Excerpt>,
    parts: Vec<FoundPart>,
}

#[derive(Clone)]
struct Results {
    events: Vec<FoundEvent>,
    count: usize,
    in_events: usize,
    is_cut: bool,
}

/// A search in all texts of the store.
struct Searching<'a> {
    /// Nothing is found without, only folded.
    query: Option<&'a Query>,
    texts: &'a mut FoldedTexts,
    listing: Listing,
    untitled: &'static str,
}

impl Searching<'_> {
    fn find(&mut self, name: &str, text: &str) -> Vec<std::ops::Range<usize>> {
        let folded = self.texts.fold(name, text, &nfkc);
        let found = self.query.map(|query| query.find(text, folded));
        found.unwrap_or_default()
    }

    /// `None` where nothing was found, or where it has no room in the list.
    fn event(&mut self, event: Event, sections: &[&Section]) -> Option<FoundEvent> {
        let about = about(&event);
        let matches = self.find(event.id.as_str(), &about);
        let found = self.listing.add(&about, &matches);
        let parts: Vec<FoundPart> = sections.iter().filter_map(|it| self.section(it)).collect();
        if found.is_none() && parts.is_empty() {
            return None;
        }
        let name = match event.name.is_empty() {
            true => vec![(self.untitled.to_owned(), false)],
            false => marked(&event.name, &matches),
        };
        let mut about = found.map(|found| found.excerpts).unwrap_or_default();
        about.retain(|line| line.first.start > event.name.len());
        Some(FoundEvent {
            id: event.id,
            emoji: event.report.emoji,
            name,
            about,
            parts,
        })
    }

    fn section(&mut self, section: &Section) -> Option<FoundPart> {
        let matches = self.find(section.id.as_str(), &section.text);
        let found = self.listing.add(&section.text, &matches)?;
        Some(FoundPart::new(section, found, self.untitled))
    }
}

/// What is known of an event besides its sections, line by line: first its name.
fn about(event: &Event) -> String {
    let tag = event.hashtag_with_sign();
    [&event.name, &event.short_name, &event.venue, &tag]
        .map(String::as_str)
        .join("\n")
}

impl App {
    /// Folds what is not folded yet, and finds.
    fn search(self, texts: &mut FoldedTexts, query: Option<&Query>) -> Results {
        let mut searching = Searching {
            query,
            texts,
            listing: Listing::new(LINES),
            untitled: self.words().untitled,
        };
        let mut in_events = 0;
        let events = self.with_store(|store| {
            let reports = store.reports().into_iter();
            let found = reports.filter_map(|(event, sections)| {
                let before = searching.listing.count;
                let found = searching.event(event, &sections);
                in_events += usize::from(searching.listing.count > before);
                found
            });
            found.collect()
        });
        Results {
            events,
            count: searching.listing.count,
            in_events,
            is_cut: searching.listing.is_cut,
        }
    }
}

/// The way to the search, in the bar of a screen.
#[component]
pub fn SearchLink(app: App) -> impl IntoView {
    let label = app.words().search;
    view! {
        <a class="icon-button" href=Route::Search.fragment() aria-label=label title=label>
            <Drawn icon=Icon::Search />
        </a>
    }
}

#[component]
pub fn Search(app: App) -> impl IntoView {
    let t = app.words();
    page::set_title(t.search);
    let Searched { words, opened } = app.find.everywhere;
    let texts = StoredValue::new_local(FoldedTexts::default());
    let results = RwSignal::new(None::<Results>);
    let waiting = StoredValue::new_local(None::<Timer>);
    let look = move || {
        let query = Query::new(&words.read_untracked(), &nfkc);
        let found = texts.try_update_value(|texts| app.search(texts, query.as_ref()));
        results.set(found.filter(|_| query.is_some()));
    };
    let tell = move || {
        if let Some(all) = &*results.read_untracked() {
            app.announce(match all.count {
                0 => t.not_found.to_owned(),
                count => (t.search_found)(count, all.in_events),
            });
        }
    };
    effect(move |is_first| {
        app.track_lists();
        app.facts_changed.track();
        app.refill.track();
        words.track();
        if !is_first {
            look();
            waiting.set_value(Timer::after(PAUSE_MS, tell));
        }
    });
    if words.read_untracked().trim().is_empty() {
        request_animation_frame(focus_field);
        // Folded while the hands go to the keys; the screen is there before.
        waiting.set_value(Timer::after(0, look));
    } else {
        look();
        match opened.get_untracked() {
            Some(route) => frame::focus_link(&route),
            None => request_animation_frame(focus_field),
        }
    }
    view! {
        <Bar app title=t.search up=Route::Events />
        <main class="screen" id="content">
            <form class="find" role="search" on:submit=move |event| event.prevent_default()>
                <SearchField
                    app
                    words
                    typed=move |()| opened.set(None)
                    enter=|_| frame::focus_first("#content :is(.found-name:has(mark), .found-line)")
                />
            </form>
            {live(move || match results.get() {
                None => view! { <p class="form-about">{t.search_about}</p> }.into_any(),
                Some(all) if all.count == 0 => {
                    view! { <p class="form-about">{t.search_none}</p> }.into_any()
                }
                Some(all) => view! { <List app all /> }.into_any(),
            })}
        </main>
    }
}

#[component]
fn List(app: App, all: Results) -> impl IntoView {
    let t = app.words();
    let events = all
        .events
        .into_iter()
        .map(|found| view! { <InEvent app found /> });
    view! {
        <p class="form-about">{(t.search_found)(all.count, all.in_events)}</p>
        {events.collect_view()}
        {all.is_cut.then(|| view! { <p class="form-about">{t.search_cut}</p> })}
    }
}

#[component]
fn InEvent(app: App, found: FoundEvent) -> impl IntoView {
    let find = app.find;
    let opened = find.everywhere.opened;
    let route = Route::Event(found.id.clone(), Tab::Notes);
    let fragment = route.fragment();
    let open = move || opened.set(Some(route.clone()));
    let lines = found.about.into_iter().map(|line| {
        let open = open.clone();
        view! {
            <li>
                <a class="found-line" href=fragment.clone() on:click=move |_| open()>
                    {pieces(line.pieces)}
                </a>
            </li>
        }
    });
    let lines = lines.collect_view();
    let about = (!lines.is_empty()).then(|| view! { <ul class="found">{lines}</ul> });
    let parts = found.parts.into_iter().map(|part| {
        let event = found.id.clone();
        let route = part.route(&event);
        // The text is searched for what stands in it, which is found there however it was typed
        // here.
        let choose = move |words| {
            find.words.set(words);
            opened.set(Some(route.clone()));
        };
        view! { <FoundInSection app event part nested=true choose /> }
    });
    view! {
        <section class="found-event">
            <h2>
                <a class="found-name" href=fragment.clone() on:click=move |_| open()>
                    <span class="bar-emoji" aria-hidden="true">{found.emoji}</span>
                    <span>{pieces(found.name)}</span>
                </a>
            </h2>
            {about}
            {parts.collect_view()}
        </section>
    }
}
