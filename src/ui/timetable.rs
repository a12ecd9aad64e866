//! The programme of an event as a list: by day and track, the starred ones or all, and where in it
//! the clock is.

use leptos::prelude::*;

use super::event_links::{DetailsLink, Tabs};
use super::frame::{Bar, focus_link};
use super::icon::{Drawn, Icon, Picture};
use super::live::{each, live, memo};
use super::on_now::OnNow;
use super::programme::clock_text;
use super::search::SearchLink;
use super::slot::SlotRow;
use super::state::App;
use crate::browser::normal::nfkc;
use crate::browser::zones::Intl;
use crate::browser::{clock, locale, page};
use crate::domain::{
    Date, EventId, Instant, Listed, Route, SessionId, Slot, Tab, differ, track, wall,
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
    /// The session that she looks at meanwhile.
    pub left: StoredValue<Option<SessionId>>,
}

impl Shown {
    pub fn new() -> Self {
        Self {
            event: RwSignal::new(None),
            day: RwSignal::new(None),
            track: RwSignal::new(String::new()),
            starred: RwSignal::new(false),
            words: RwSignal::new(String::new()),
            left: StoredValue::new(None),
        }
    }

    /// Begins with the day of what is on, or comes next, else with today or the first day.
    fn start(self, app: App, event: &EventId) {
        if self.event.get_untracked().as_ref() != Some(event) {
            self.event.set(Some(event.clone()));
            let agenda = app.agenda(event);
            let (current, next) = app.on_now(event);
            let on = current.or(next).and_then(|slot| slot.day);
            let day = on.or(today(app, event));
            let day = day.filter(|day| agenda.days.contains(day));
            self.day.set(day.or(agenda.days.first().copied()));
            self.track.set(String::new());
            self.starred.set(false);
            self.words.set(String::new());
        }
    }
}

/// One line of the list.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Line {
    /// What comes is on this day.
    Day(Date),
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
        memo(move || app.programme(&event).is_some())
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
    untrack(|| shown.start(app, &event));
    let texts = StoredValue::new(FoldedTexts::default());
    let lines = {
        let event = event.clone();
        memo(move || lines(app, &event, &sessions(app, &event, texts)))
    };
    let of_row = event.clone();
    let list = NodeRef::<leptos::html::Ul>::new();
    let back = shown.left.try_update_value(Option::take).flatten();
    let back = back.map(|session| Route::Session(event.clone(), session));
    // Back where she left it, and not at the top.
    list.on_load(move |_| back.iter().for_each(focus_link));
    view! {
        <OtherZone app event=event.clone() />
        <OnNow app event=event.clone() />
        <Filter app event=event.clone() />
        <ul class="slots" node_ref=list>
            {each(
                move || lines.get(),
                move |line| match line {
                    Line::Day(day) => {
                        let day = clock::day(day, app.language().tag());
                        view! { <li class="slots-day">{day}</li> }.into_any()
                    }
                    Line::Now => view! { <NowLine app event=of_row.clone() /> }.into_any(),
                    Line::Session(id, _) => view! { <SlotRow app event=of_row.clone() id /> }.into_any(),
                },
            )}
        </ul>
        {live(move || {
            let none = lines.read().is_empty();
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
pub(super) fn today(app: App, event: &EventId) -> Option<Date> {
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

/// The sessions with the clock on its day, and the days where there may be several.
fn lines(app: App, event: &EventId, sessions: &[SessionId]) -> Vec<Line> {
    let (agenda, now, state) = (app.agenda(event), app.now(), app.programmes_state());
    let shown = app.timetable;
    let several = shown.day.get().is_none() || !shown.words.read().trim().is_empty();
    // At night the day is the one that goes on.
    let (on, _) = untrack(|| app.on_now(event));
    let on = on.and_then(|slot| slot.day);
    let (mut today, mut day) = (on.or(today(app, event)), None);
    let mut lines = Vec::with_capacity(sessions.len() + 1);
    for slot in sessions.iter().filter_map(|id| agenda.slot(id)) {
        let is_later = slot.runs.is_none_or(|(start, _)| start > now);
        if slot.day == today && is_later || day == today && slot.day != day {
            lines.extend(today.take().map(|_| Line::Now));
        }
        if several && slot.day != day {
            lines.extend(slot.day.map(Line::Day));
        }
        day = slot.day;
        lines.push(Line::Session(slot.id.clone(), state));
    }
    if day.is_some() && day == today {
        lines.push(Line::Now);
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
