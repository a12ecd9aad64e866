//! The programme of an event as a list: by day and track, the starred ones or all, and where in it
//! the clock is.

use leptos::prelude::*;

use super::event_links::{DetailsLink, Tabs};
use super::frame::Bar;
use super::icon::{Drawn, Icon, Picture};
use super::live::{each, live};
use super::on_now::OnNow;
use super::programme::clock_text;
use super::search::SearchLink;
use super::slot::SlotRow;
use super::state::App;
use crate::browser::normal::nfkc;
use crate::browser::zones::Intl;
use crate::browser::{clock, dom, locale, page};
use crate::domain::{
    Agenda, Date, EventId, Instant, Listed, Route, SessionId, Slot, Tab, differ, track, wall,
};
use crate::editing::{FoldedTexts, Query};

/// Which sessions are shown. It stays while one looks at a session and comes back.
#[derive(Clone, Copy)]
pub struct Shown {
    event: RwSignal<Option<EventId>>,
    /// All of them without.
    day: RwSignal<Option<Date>>,
    /// All of them if empty.
    track: RwSignal<String>,
    starred: RwSignal<bool>,
    words: RwSignal<String>,
}

impl Shown {
    pub fn new() -> Self {
        Self {
            event: RwSignal::new(None),
            day: RwSignal::new(None),
            track: RwSignal::new(String::new()),
            starred: RwSignal::new(false),
            words: RwSignal::new(String::new()),
        }
    }

    /// Begins with the day that is today, or with the first one.
    fn start(self, event: &EventId, agenda: &Agenda, today: Option<Date>) {
        if self.event.get_untracked().as_ref() != Some(event) {
            self.event.set(Some(event.clone()));
            let today = today.filter(|today| agenda.days.contains(today));
            self.day.set(today.or(agenda.days.first().copied()));
            self.track.set(String::new());
            self.starred.set(false);
            self.words.set(String::new());
        }
    }
}

/// One line of the list.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Line {
    /// Where the clock is.
    Now,
    /// A session, in which state of its programme.
    Session(SessionId, u64),
}

#[component]
pub fn Timetable(app: App, event: EventId) -> impl IntoView {
    let t = app.words();
    let name = {
        let event = event.clone();
        Signal::derive(move || app.event(&event).map(|it| it.name).unwrap_or_default())
    };
    page::set_title(t.timetable.title);
    let there = {
        let event = event.clone();
        Memo::new(move |_| app.programme(&event).is_some())
    };
    let (of, shown) = (event.clone(), event.clone());
    let up = match app.wide.get_untracked() {
        true => Route::Event(event.clone(), Tab::Notes),
        false => Route::Events,
    };
    view! {
        <Bar app title=name up>
            <SearchLink app />
            <DetailsLink app event=shown />
        </Bar>
        <main class="screen with-tabs" id="content">
            {live(move || {
                let event = of.clone();
                match there.get() {
                    true => view! { <List app event /> }.into_any(),
                    false => view! { <Nothing app event /> }.into_any(),
                }
            })}
        </main>
        {live(move || {
            let event = event.clone();
            (!app.wide.get()).then(|| view! { <Tabs app event current=Tab::Timetable /> })
        })}
    }
}

#[component]
fn Nothing(app: App, event: EventId) -> impl IntoView {
    let t = &app.words().timetable;
    view! {
        <section class="empty">
            <Picture emoji="🗓️" />
            <h2 class="empty-title">{t.none}</h2>
            <p class="empty-about">{t.none_what_to_do}</p>
            <a class="button primary" href=Route::TakeIn(event).fragment()>
                <Drawn icon=Icon::Upload />
                {t.take_in}
            </a>
        </section>
    }
}

#[component]
fn List(app: App, event: EventId) -> impl IntoView {
    let t = &app.words().timetable;
    let shown = app.timetable;
    let agenda = untrack(|| app.agenda(&event));
    let today = untrack(|| today(app, &event));
    shown.start(&event, &agenda, today);
    let texts = StoredValue::new(FoldedTexts::default());
    let lines = {
        let event = event.clone();
        Memo::new(move |_| {
            let found = sessions(app, &event, texts);
            with_now(app, &event, found)
        })
    };
    let ids = Memo::new(move |_| {
        let (lines, state) = (lines.get(), app.programmes_state());
        let line = |id: Option<SessionId>| match id {
            None => Line::Now,
            Some(id) => Line::Session(id, state),
        };
        lines.into_iter().map(line).collect::<Vec<_>>()
    });
    let of_row = event.clone();
    let list = NodeRef::<leptos::html::Ul>::new();
    list.on_load(|list| {
        request_animation_frame(move || {
            if let Ok(Some(now)) = list.query_selector(".now-line") {
                dom::show(&now);
            }
        });
    });
    view! {
        <OtherZone app event=event.clone() />
        <OnNow app event=event.clone() />
        <Filter app event=event.clone() />
        <ul class="slots" node_ref=list>
            {each(
                move || ids.get(),
                move |line| match line {
                    Line::Now => view! { <NowLine app event=of_row.clone() /> }.into_any(),
                    Line::Session(id, _) => view! { <SlotRow app event=of_row.clone() id /> }.into_any(),
                },
            )}
        </ul>
        {live(move || {
            let none = !ids.read().iter().any(|line| *line != Line::Now);
            let starred = shown.starred.get() && shown.words.read().trim().is_empty();
            let words = if starred { t.nothing_starred } else { t.nothing_found };
            none.then(|| view! { <p class="form-about" role="status">{words}</p> })
        })}
        <p class="slots-end">
            <a class="button quiet" href=Route::TakeIn(event).fragment()>
                <Drawn icon=Icon::Upload />
                {t.take_in_again}
            </a>
        </p>
    }
}

/// The day at the venue.
fn today(app: App, event: &EventId) -> Option<Date> {
    wall(app.now(), &app.zone(event), &Intl).map(|now| now.date())
}

/// The sessions that are shown, in the order of time.
fn sessions(app: App, event: &EventId, texts: StoredValue<FoldedTexts>) -> Vec<SessionId> {
    let (Some(programme), agenda) = (app.programme(event), app.agenda(event)) else {
        return Vec::new();
    };
    let shown = app.timetable;
    let (day, track_name, starred) = (shown.day.get(), shown.track.get(), shown.starred.get());
    let query = Query::new(&shown.words.read(), &nfkc);
    let fits = |slot: &&Slot| {
        let Some(listed) = agenda.listed(&programme, &slot.id) else {
            return false;
        };
        // What is looked for is looked for on every day.
        let found = match &query {
            None => day.is_none() || slot.day == day || slot.day.is_none(),
            Some(query) => found(query, texts, listed),
        };
        found
            && (track_name.is_empty() || track(listed) == track_name || listed.session.is_service)
            && (!starred || app.pick(event, &slot.id).starred)
    };
    agenda
        .slots
        .iter()
        .filter(fits)
        .map(|slot| slot.id.clone())
        .collect()
}

fn found(query: &Query, texts: StoredValue<FoldedTexts>, listed: &Listed) -> bool {
    let session = &listed.session;
    let speakers = session.speakers.join(" ");
    let words = [&session.title, &speakers, &session.room, &session.track].map(String::as_str);
    let text = words.join("\n");
    let found = texts.try_update_value(|texts| {
        let folded = texts.fold(listed.id.as_str(), &text, &nfkc);
        !query.find(&text, folded).is_empty()
    });
    found.unwrap_or_default()
}

/// Puts the clock (`None`) into the sessions of its day.
fn with_now(app: App, event: &EventId, ids: Vec<SessionId>) -> Vec<Option<SessionId>> {
    let (agenda, now) = (app.agenda(event), app.now());
    let on_day = match app.timetable.day.get() {
        Some(day) => today(app, event) == Some(day),
        None => today(app, event).is_some_and(|today| agenda.days.contains(&today)),
    };
    let starts_after = |id: &SessionId| {
        let slot = agenda.slot(id);
        slot.is_some_and(|slot| slot.runs.is_none_or(|(start, _)| start > now))
    };
    let at = ids.iter().position(starts_after).unwrap_or(ids.len());
    let mut lines: Vec<_> = ids.into_iter().map(Some).collect();
    if on_day && !lines.is_empty() {
        lines.insert(at, None);
    }
    lines
}

#[component]
fn NowLine(app: App, event: EventId) -> impl IntoView {
    let t = &app.words().timetable;
    let time = move || wall(app.now(), &app.zone(&event), &Intl).map(clock_text);
    view! {
        <li class="now-line">
            <span>{t.now}</span>
            <span>{live(time)}</span>
        </li>
    }
}

/// Says so where the clocks of the venue and of this device differ.
#[component]
fn OtherZone(app: App, event: EventId) -> impl IntoView {
    let t = &app.words().timetable;
    live(move || {
        let zone = app.zone(&event);
        let agenda = app.agenda(&event);
        let runs = agenda.slots.iter().find_map(|slot| slot.runs);
        let at = runs.map_or(Instant(0), |(start, _)| start);
        let other = differ(&zone, &locale::time_zone(), at, &Intl) == Some(true);
        other.then(|| view! { <p class="zone-note">{(t.other_zone)(&zone)}</p> })
    })
}

#[component]
fn Filter(app: App, event: EventId) -> impl IntoView {
    let t = &app.words().timetable;
    let shown = app.timetable;
    let day_chip = move |day: Option<Date>, label: String| {
        let pressed = move || (shown.day.get() == day).to_string();
        view! {
            <button class="filter" type="button" aria-pressed=pressed on:click=move |_| shown.day.set(day)>
                {label}
            </button>
        }
    };
    let of_days = event.clone();
    let days = move || {
        let agenda = app.agenda(&of_days);
        let chips = agenda
            .days
            .iter()
            .map(|day| day_chip(Some(*day), clock::day(*day, app.language().tag())));
        let all = (agenda.days.len() > 1).then(|| day_chip(None, t.all_days.to_owned()));
        view! {
            <div class="filters" role="group" aria-label=t.days>
                {chips.collect_view()}
                {all}
            </div>
        }
    };
    let tracks = move || {
        let agenda = app.agenda(&event);
        (agenda.tracks.len() > 1).then(|| {
            let option = |track: &String| {
                let chosen = shown.track.get_untracked() == *track;
                view! { <option value=track.clone() selected=chosen>{track.clone()}</option> }
            };
            view! {
                <select
                    class="input"
                    aria-label=t.tracks
                    on:change:target=move |event| shown.track.set(event.target().value())
                >
                    <option value="">{t.all_tracks}</option>
                    {agenda.tracks.iter().map(option).collect_view()}
                </select>
            }
        })
    };
    view! {
        <div class="slots-filter">
            {live(days)}
            <div class="filters">
                <button
                    class="filter"
                    type="button"
                    aria-pressed=move || shown.starred.get().to_string()
                    on:click=move |_| shown.starred.update(|starred| *starred = !*starred)
                >
                    <Drawn icon=Icon::Star />
                    {t.starred_only}
                </button>
                {live(tracks)}
                <input
                    class="input"
                    type="search"
                    aria-label=t.search
                    placeholder=t.search
                    autocomplete="off"
                    prop:value=shown.words.get_untracked()
                    on:input:target=move |event| shown.words.set(event.target().value())
                />
            </div>
        </div>
    }
}
