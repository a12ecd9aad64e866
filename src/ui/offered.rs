//! What was read of a programme, before it is taken in: how much, on which days, what it changes, and
//! what could not be read and why.

use std::sync::Arc;

use leptos::prelude::*;

use super::icon::{Drawn, Icon};
use super::offer::Offer;
use super::programme::time_text;
use super::state::App;
use crate::browser::clock;
use crate::domain::{Date, Listed, Slot};
use crate::text::TimetableWords;
use crate::timetable::{Place, Problem, Unread};

/// Of more, only the number is told.
const MOST: usize = 300;

/// So few are shown at once.
const FEW: usize = 3;

/// What was read, before it is taken in.
#[component]
pub fn Offered(
    app: App,
    offer: Arc<Offer>,
    #[prop(into)] give_up: Callback<()>,
    read: Callback<(String, Option<Date>)>,
) -> impl IntoView {
    let t = &app.words().timetable;
    let count = offer.count();
    let title = match offer.reading.title.as_str() {
        "" => String::new(),
        title => format!(" – {title}"),
    };
    let heading = match count {
        0 => t.nothing_read.to_owned(),
        count => (t.found)(count, &title),
    };
    let there = || {
        let slots = offer.agenda.slots.iter();
        let listed = slots.filter_map(|slot| Some((slot, offer.listed(slot)?)));
        listed.filter(|(_, it)| !it.vanished)
    };
    let services = there().filter(|(_, it)| it.session.is_service).count();
    let days = offer.agenda.days.iter().map(|day| {
        let on_day = there().filter(|(slot, _)| slot.day == Some(*day));
        let day = clock::day(*day, app.language().tag());
        view! { <li>{day} " " <span class="soft">{(t.sessions)(on_day.count())}</span></li> }
    });
    let days = days.collect_view();
    let tracks = offer.agenda.tracks.join(app.words().between_facts);
    let again = offer.taken.new < offer.programme.sessions.len();
    let taken = offer.taken;
    let changes = again.then(|| {
        let changes = (t.changes)(taken.new, taken.changed, taken.vanished);
        view! { <p>{changes} {t.written_stays}</p> }
    });
    let entry = |(slot, listed): (&Slot, &Listed)| {
        let session = &listed.session;
        let speakers = session.speakers.join(t.between_speakers);
        let words = [time_text(app, slot), session.title.clone()].join(" ");
        (words, (t.by)(&speakers, &session.room))
    };
    let entries = there().map(entry).collect();
    let unread = offer
        .reading
        .unread
        .iter()
        .map(|it| unread(t, it))
        .collect();
    let gone = offer
        .gone
        .iter()
        .map(|title| (title.clone(), String::new()));
    let moved = offer.moved.iter();
    let moved = moved.map(|(title, before, now)| (title.clone(), [&**before, " → ", now].concat()));
    let day = offer.needed_day.map(|day| {
        let offer = offer.clone();
        let again = move |day: String| {
            if let Some(day) = Date::parse(&day) {
                read.run((offer.text.clone(), Some(day)));
            }
        };
        view! {
            <label class="field">
                <span class="field-label">{t.first_day}</span>
                <input
                    class="input"
                    type="date"
                    prop:value=day.to_string()
                    on:change:target=move |event| again(event.target().value())
                />
            </label>
        }
    });
    let take = {
        let offer = offer.clone();
        (count > 0).then(|| {
            view! {
                <button class="button primary" type="button" on:click=move |_| offer.carry_out(app)>
                    <Drawn icon=Icon::Calendar />
                    {t.take}
                </button>
            }
        })
    };
    view! {
        <section class="found-programme">
            <h2 class="form-title">{heading}</h2>
            {day}
            <ul class="found-days">{days}</ul>
            {(!tracks.is_empty()).then(|| view! { <p>{t.tracks} ": " {tracks}</p> })}
            {(services > 0).then(|| view! { <p>{(t.services)(services)}</p> })}
            {changes}
            <Entries t summary=t.moved entries=moved.collect() />
            <Entries t summary=t.gone entries=gone.collect() />
            <Entries t summary=t.entries entries />
            <Entries t summary=t.unread entries=unread is_unread=true />
            <div class="offer-choice">
                {take}
                <button class="button quiet" type="button" on:click=move |_| give_up.run(())>
                    {app.words().cancel}
                </button>
            </div>
        </section>
    }
}

/// Lines, each with what is said of it, behind a word and their number.
#[component]
fn Entries(
    t: &'static TimetableWords,
    summary: fn(usize) -> String,
    entries: Vec<(String, String)>,
    #[prop(optional)] is_unread: bool,
) -> impl IntoView {
    let count = entries.len();
    let lines = entries.into_iter().take(MOST);
    let lines = lines.map(|(words, about)| {
        view! { <li>{words} " " <span class="soft">{about}</span></li> }
    });
    let lines = lines.collect_view();
    let more = count.saturating_sub(MOST);
    (count > 0).then(|| {
        view! {
            <details class="entries" data-unread=is_unread.then_some("true") open=is_unread && count <= FEW>
                <summary>{summary(count)}</summary>
                <ul>{lines}</ul>
                {(more > 0).then(|| view! { <p>{(t.more_unread)(more)}</p> })}
            </details>
        }
    })
}

/// What could not be read, each with its place and the reason, and the words.
fn unread(t: &TimetableWords, unread: &Unread) -> (String, String) {
    let place = match unread.place {
        Place::Whole => String::new(),
        Place::Line(line) => (t.line)(line) + ": ",
        Place::Entry(entry) => (t.entry)(entry) + ": ",
    };
    (place + problem(t, unread.problem), unread.text.clone())
}

fn problem(t: &TimetableWords, problem: Problem) -> &'static str {
    let words = &t.problems;
    match problem {
        Problem::NotAProgramme => words.not_a_programme,
        Problem::Broken => words.broken,
        Problem::TooDeep => words.too_deep,
        Problem::TooMany => words.too_many,
        Problem::NoTitle => words.no_title,
        Problem::NoStart => words.no_start,
        Problem::BadTime => words.bad_time,
        Problem::UnknownZone => words.unknown_zone,
        Problem::EndBeforeStart => words.end_before_start,
        Problem::Cancelled => words.cancelled,
        Problem::SameId => words.same_id,
        Problem::NotUnderstood => words.not_understood,
    }
}
