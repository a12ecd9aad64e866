//! One session in the timetable: when, what, by whom, its star, and what it is at the same time as.

use leptos::prelude::*;

use super::icon::{Drawn, Icon};
use super::live::{live, memo};
use super::programme::{clock_text, time_text};
use super::state::App;
use crate::domain::{Agenda, EventId, Heard, Programme, Route, SessionId, Wall};
use crate::text::tag_of;

#[component]
pub fn SlotRow(app: App, event: EventId, id: SessionId) -> impl IntoView {
    let t = &app.words().timetable;
    let (programme, agenda) = untrack(|| (app.programme(&event), app.agenda(&event)));
    let listed = programme
        .as_ref()
        .and_then(|programme| agenda.listed(programme, &id))
        .cloned();
    let (Some(listed), Some(slot)) = (listed, agenda.slot(&id).cloned()) else {
        return ().into_any();
    };
    let session = listed.session;
    let pick = {
        let (event, id) = (event.clone(), id.clone());
        memo(move || app.pick(&event, &id))
    };
    let runs = slot.runs;
    let running = move || {
        let now = app.now();
        let on = runs.is_some_and(|(start, end)| start <= now && now < end);
        let on = on && !listed.vanished;
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
    let left = id.clone();
    let leave = move |_| app.timetable.left.set_value(Some(left.clone()));
    let made_of_it = move || {
        let pick = pick.read();
        let heard = match pick.heard {
            Heard::No => None,
            Heard::Half => Some(t.half_heard),
            Heard::Whole => Some(t.heard),
        };
        let later = pick.watch_later.then_some(t.watch_later);
        let said = heard.into_iter().chain(later);
        let said = said.map(|words| view! { <span class="slot-said">{words}</span> });
        said.collect_view()
    };
    let overlaps = move || {
        let programme = programme.as_ref().filter(|_| pick.read().starred)?;
        let words = overlapping(app, &event, programme, &agenda, &id)?;
        Some(view! { <span class="slot-note">{words}</span> })
    };
    let time = |wall: Option<Wall>| wall.map(clock_text).unwrap_or_default();
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
                <a
                    class="slot-link"
                    lang=tag_of(&session.title)
                    href=route.fragment()
                    on:click=leave
                >
                    {session.title.clone()}
                </a>
                <span class="meta">{meta} {live(made_of_it)}</span>
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
    let starred = |id: &SessionId| {
        let is_there = agenda.listed(programme, id).is_some_and(|it| !it.vanished);
        is_there && app.pick(event, id).starred
    };
    let others = agenda.overlapping(id, &starred);
    let words = others.filter_map(|slot| {
        let title = &agenda.listed(programme, &slot.id)?.session.title;
        Some((t.with_time)(title, &time_text(app, slot)))
    });
    let words = words.collect::<Vec<_>>();
    (!words.is_empty()).then(|| (t.overlaps)(&words.join(" ")))
}

/// Puts a star on a session, or takes it away.
#[component]
fn StarButton(app: App, event: EventId, id: SessionId, title: String) -> impl IntoView {
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
