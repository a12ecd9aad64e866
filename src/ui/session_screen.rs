//! One session: what the programme says of it, and what she makes of it.

use leptos::prelude::*;

use super::frame::{Bar, NotFound, focus_first};
use super::icon::{Drawn, Icon};
use super::live::{live, memo};
use super::programme::time_text;
use super::state::App;
use crate::browser::{clock, page};
use crate::domain::{EventId, Heard, Link, LinkKind, Route, SessionId, Tab, is_web_address};
use crate::text::{TimetableWords, tag_of};

#[component]
pub fn SessionScreen(app: App, event: EventId, id: SessionId) -> impl IntoView {
    live(move || {
        let (event, id) = (event.clone(), id.clone());
        match app.listed(&event, &id) {
            Some(_) => view! { <Session app event id /> }.into_any(),
            None => view! { <NotFound app /> }.into_any(),
        }
    })
}

#[component]
fn Session(app: App, event: EventId, id: SessionId) -> impl IntoView {
    let t = &app.words().timetable;
    let (listed, agenda) = untrack(|| (app.listed(&event, &id), app.agenda(&event)));
    let listed = listed?;
    let session = listed.session;
    page::set_title(&session.title);
    let slot = agenda.slot(&id);
    let day = slot.and_then(|slot| slot.day);
    let day = day.map(|day| clock::day(day, app.language().tag()));
    let time = slot.map(|slot| time_text(app, slot));
    let parts = [day, time, Some(session.room), Some(session.track)];
    let meta = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .map(|part| view! { <span>{part}</span> })
        .collect_view();
    let links = session
        .links
        .iter()
        .filter_map(|link| view_link(t, link))
        .collect_view();
    let about = session
        .about
        .split("\n\n")
        .filter(|it| !it.trim().is_empty());
    let about = about
        .map(|it| view! { <p>{it.to_owned()}</p> })
        .collect_view();
    let speakers = session.speakers.join(", ");
    let memo = Route::Memo(event.clone(), id.clone());
    let up = Route::Event(event.clone(), Tab::Timetable);
    let picks = (!session.is_service).then(|| view! { <Picks app event id /> });
    Some(view! {
        <Bar app title=t.title up />
        <main class="screen session" id="content">
            <h2 class="session-title" lang=tag_of(&session.title)>{session.title.clone()}</h2>
            <p class="session-speakers">{speakers}</p>
            <p class="meta">{meta}</p>
            {listed.vanished.then(|| view! { <p class="slot-note">{t.vanished}</p> })}
            {picks}
            <ul class="session-links">{links}</ul>
            <div class="session-about">{about}</div>
            <div class="dock">
                <a class="button primary wide" href=memo.fragment()>
                    <Drawn icon=Icon::Pencil />
                    {t.write_memo}
                </a>
            </div>
        </main>
    })
}

/// An address of the programme is a way out only if it is one of the web.
fn view_link(t: &TimetableWords, link: &Link) -> Option<impl IntoView + use<>> {
    let name = match link.kind {
        _ if !link.title.is_empty() => link.title.clone(),
        LinkKind::Page => t.page_link.to_owned(),
        LinkKind::Slides => t.slides_link.to_owned(),
        LinkKind::Recording => t.recording_link.to_owned(),
        LinkKind::Other => link.address.clone(),
    };
    let address = link.address.clone();
    is_web_address(&address).then(|| {
        view! {
            <li>
                <a href=address target="_blank" rel="noopener noreferrer">{name}</a>
            </li>
        }
    })
}

/// What a tap makes of a session.
type Turn = fn(App, &EventId, &SessionId);

/// Star, heard, watch later, mine: each a tap, none says anything of the others.
#[component]
pub fn Picks(app: App, event: EventId, id: SessionId) -> impl IntoView {
    let t = &app.words().timetable;
    let watched_word = app.words().fills.watched;
    let pick = {
        let (event, id) = (event.clone(), id.clone());
        memo(move || {
            let pick = app.pick(&event, &id);
            (pick.starred, pick.heard, pick.watch_later, pick.mine)
        })
    };
    let here = StoredValue::new((event, id));
    let turn = move |turn: Turn| here.with_value(|(event, id)| turn(app, event, id));
    let toggle = move |icon: Icon, label: &'static str, on: Signal<bool>, press: Turn| {
        view! {
            <button
                class="filter"
                type="button"
                data-line=(!matches!(icon, Icon::Star)).then_some("true")
                aria-pressed=move || on.get().to_string()
                on:click=move |_| turn(press)
            >
                <Drawn icon />
                {label}
            </button>
        }
    };
    let heard = move |heard: Heard, label: &'static str, press: Turn| {
        let on = move || (pick.get().1 == heard).to_string();
        view! {
            <button class="filter" type="button" aria-pressed=on on:click=move |_| turn(press)>
                {label}
            </button>
        }
    };
    let starred = Signal::derive(move || pick.get().0);
    let later = Signal::derive(move || pick.get().2);
    let mine = Signal::derive(move || pick.get().3);
    // Nobody watches her own talk later.
    let watch_later = move || {
        (!mine.get()).then(|| {
            toggle(Icon::History, t.watch_later, later, |app, event, id| {
                app.change_pick(event, id, |it| it.watch_later = !it.watch_later);
            })
        })
    };
    let watched = move || {
        let watch = move |_| {
            turn(App::watched);
            focus_first(".dock a");
        };
        (later.get() && !mine.get()).then(|| {
            view! {
                <button class="filter" type="button" on:click=watch>
                    <Drawn icon=Icon::Check />
                    {watched_word}
                </button>
            }
        })
    };
    view! {
        <div class="picks">
            <div class="filters">
                {toggle(Icon::Star, t.starred, starred, App::turn_star)}
                {live(watch_later)}
                {live(watched)}
                {toggle(Icon::Mine, t.mine, mine, App::turn_mine)}
            </div>
            <div class="filters" role="group" aria-label=t.heard>
                <span class="filters-label" aria-hidden="true">{t.heard}</span>
                {heard(Heard::Half, t.heard_half, |app, event, id| app.hear(event, id, Heard::Half))}
                {heard(Heard::Whole, t.heard_whole, |app, event, id| app.hear(event, id, Heard::Whole))}
            </div>
        </div>
    }
}
