//! The programme of an event as a list: by day and track, the starred ones or all, and where in it
//! the clock is.

use leptos::prelude::*;

use super::event::{DetailsLink, Tabs};
use super::frame::Bar;
use super::icon::{Drawn, Icon, Picture};
use super::live::{each, live};
use super::programme::{clock_text, time_text};
use super::search::SearchLink;
use super::state::App;
use crate::browser::normal::nfkc;
use crate::browser::zones::Intl;
use crate::browser::{clock, dom, locale, page};
use crate::domain::{
    Agenda, Date, EventId, Instant, Listed, Programme, Route, SessionId, Slot, Tab, differ, track,
    wall,
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
                    Line::Session(id, _) => view! { <Row app event=of_row.clone() id /> }.into_any(),
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
        let Some(listed) = programme.get(&slot.id) else {
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

/// What runs and what comes next, a tap away from its memo.
#[component]
fn OnNow(app: App, event: EventId) -> impl IntoView {
    let t = &app.words().timetable;
    live(move || {
        let (current, next) = app.on_now(&event);
        let now = app.now();
        // The evening before, and on the day itself.
        let soon = |slot: &Slot| {
            slot.runs
                .is_some_and(|(start, _)| start.0 - now.0 < 24 * 60)
        };
        let next = next.filter(|next| current.is_some() || soon(next));
        let card = |label: String, slot: Slot| {
            let listed = untrack(|| app.listed(&event, &slot.id));
            let title = listed.map(|listed| listed.session.title);
            let place = untrack(|| app.listed(&event, &slot.id)).map(|it| it.session.room);
            let route = Route::Memo(event.clone(), slot.id.clone());
            view! {
                <a class="on-now" href=route.fragment()>
                    <span class="on-now-label">{label}</span>
                    <span class="on-now-title">{title}</span>
                    <span class="meta"><span>{time_text(app, &slot)}</span><span>{place}</span></span>
                    <Drawn icon=Icon::Pencil />
                </a>
            }
        };
        let in_minutes = |slot: &Slot| {
            let minutes = slot.runs.map_or(0, |(start, _)| start.0 - now.0);
            let soon = (minutes < 60).then(|| (t.in_minutes)(minutes));
            [t.next.to_owned(), soon.unwrap_or_default()].join(" ")
        };
        let current = current.map(|slot| card(t.now.to_owned(), slot));
        let next = next.map(|slot| card(in_minutes(&slot), slot));
        (current.is_some() || next.is_some())
            .then(|| view! { <nav class="on-now-cards" aria-label=t.now>{current} {next}</nav> })
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

#[component]
fn Row(app: App, event: EventId, id: SessionId) -> impl IntoView {
    let t = &app.words().timetable;
    let (programme, agenda) = untrack(|| (app.programme(&event), app.agenda(&event)));
    let listed = programme
        .as_ref()
        .and_then(|programme| programme.get(&id))
        .cloned();
    let (Some(listed), Some(slot)) = (listed, agenda.slot(&id).cloned()) else {
        return ().into_any();
    };
    let session = listed.session;
    let pick = {
        let (event, id) = (event.clone(), id.clone());
        Memo::new(move |_| app.pick(&event, &id).starred)
    };
    let runs = slot.runs;
    let running = move || {
        let now = app.now();
        let on = runs.is_some_and(|(start, end)| start <= now && now < end);
        on.then_some("true")
    };
    let star = (!session.is_service).then(|| {
        view! { <StarButton app event=event.clone() id=id.clone() title=session.title.clone() /> }
    });
    let meta = [
        session.speakers.join(", "),
        session.room.clone(),
        session.track.clone(),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .map(|part| view! { <span>{part}</span> })
    .collect_view();
    let route = Route::Session(event.clone(), id.clone());
    let overlaps = move || {
        let programme = programme.as_ref().filter(|_| pick.get())?;
        let words = overlapping(app, &event, programme, &agenda, &id)?;
        Some(view! { <span class="slot-note">{words}</span> })
    };
    let time = |wall: Option<crate::domain::Wall>| wall.map(clock_text).unwrap_or_default();
    view! {
        <li
            class="slot"
            data-service=session.is_service.then_some("true")
            data-vanished=listed.vanished.then_some("true")
            data-running=running
        >
            <span class="slot-time">
                <span>{time(slot.start)}</span>
                <span class="slot-end">{time(slot.end)}</span>
            </span>
            <span class="slot-body">
                <a class="slot-link" href=route.fragment()>{session.title.clone()}</a>
                <span class="meta">{meta}</span>
                {listed.vanished.then(|| view! { <span class="slot-note">{t.vanished}</span> })}
                {live(overlaps)}
            </span>
            {star}
        </li>
    }
    .into_any()
}

/// The starred sessions at the time of this one, in words.
fn overlapping(
    app: App,
    event: &EventId,
    programme: &Programme,
    agenda: &Agenda,
    id: &SessionId,
) -> Option<String> {
    let t = &app.words().timetable;
    let starred = |id: &SessionId| app.pick(event, id).starred;
    let others = agenda.overlapping(id, &starred);
    let words = others.filter_map(|slot| {
        let title = &programme.get(&slot.id)?.session.title;
        Some((t.with_time)(title, &time_text(app, slot)))
    });
    let words = words.collect::<Vec<_>>();
    (!words.is_empty()).then(|| (t.overlaps)(&words.join(" ")))
}

/// Puts a star on a session, or takes it away.
#[component]
pub fn StarButton(app: App, event: EventId, id: SessionId, title: String) -> impl IntoView {
    let t = &app.words().timetable;
    let label = (t.star)(&title);
    let starred = {
        let (event, id) = (event.clone(), id.clone());
        move || app.pick(&event, &id).starred.to_string()
    };
    let turn = move |_| app.turn_star(&event, &id);
    view! {
        <button class="icon-button star" type="button" aria-pressed=starred aria-label=label on:click=turn>
            <Drawn icon=Icon::Star />
        </button>
    }
}
