//! What runs now and what comes next, each a tap away from its memo.

use leptos::prelude::*;

use super::icon::{Drawn, Icon};
use super::live::live;
use super::programme::time_text;
use super::state::App;
use super::timetable::today;
use crate::browser::clock;
use crate::domain::{EventId, Route, Slot};
use crate::text::tag_of;

#[component]
pub fn OnNow(app: App, event: EventId) -> impl IntoView {
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
            let lang = title.as_deref().and_then(tag_of);
            let place = untrack(|| app.listed(&event, &slot.id)).map(|it| it.session.room);
            let route = Route::Memo(event.clone(), slot.id.clone());
            view! {
                <a class="on-now" href=route.fragment()>
                    <span class="on-now-label">{label}</span>
                    <span class="on-now-title" lang=lang>{title}</span>
                    <span class="meta"><span>{time_text(app, &slot)}</span><span>{place}</span></span>
                    <Drawn icon=Icon::Pencil />
                </a>
            }
        };
        let today = today(app, &event);
        let in_minutes = |slot: &Slot| {
            let minutes = slot.runs.map_or(0, |(start, _)| start.0 - now.0);
            let soon = (minutes < 60).then(|| (t.in_minutes)(minutes));
            let day = slot.start.map(|start| start.date());
            let day = day.filter(|day| Some(*day) != today);
            let day = day.map(|day| clock::day(day, app.language().tag()));
            [t.next.to_owned(), soon.or(day).unwrap_or_default()].join(" ")
        };
        let current = current.map(|slot| card(t.now.to_owned(), slot));
        let next = next.map(|slot| card(in_minutes(&slot), slot));
        (current.is_some() || next.is_some())
            .then(|| view! { <nav class="on-now-cards" aria-label=t.now>{current} {next}</nav> })
    })
}
