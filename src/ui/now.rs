//! Opening on what is on now.

use leptos::prelude::*;

use super::arriving::when_told_all;
use super::frame::Bar;
use super::state::App;
use crate::browser::page;
use crate::domain::{Event, EventId, Route, SessionId, Slot, Tab};

/// So many minutes before something starts the timetable is what is looked for.
const PAUSE: i64 = 90;

impl App {
    /// The event of which a talk runs now, and that session; her stars decide between several. A
    /// break is nothing to write about, unless it has a star.
    pub(super) fn running(self) -> Option<(EventId, SessionId)> {
        self.near(|event, current, _| {
            let slot = current?;
            let listed = self.listed(&event, &slot.id)?;
            let is_talk = !listed.session.is_service || self.pick(&event, &slot.id).starred;
            is_talk.then_some((event, slot.id))
        })
    }

    /// The event that has a break, or begins soon.
    fn pausing(self) -> Option<EventId> {
        let now = self.now();
        self.near(|event, current, next| {
            let next = next.and_then(|slot| slot.runs);
            let is_soon = next.is_some_and(|(start, _)| start.0 - now.0 <= PAUSE);
            (current.is_some() || is_soon).then_some(event)
        })
    }

    /// The first answer for an event whose days are near, and what is on there now and next.
    fn near<T>(
        self,
        answer: impl Fn(EventId, Option<Slot>, Option<Slot>) -> Option<T>,
    ) -> Option<T> {
        let near = |event: &Event| {
            // The clocks of the venue may be a day ahead or behind.
            let today = self.now().0.div_euclid(24 * 60);
            event.days.is_some_and(|days| {
                let (first, last) = (days.first().day_number(), days.last().day_number());
                (i64::from(first) - 1..=i64::from(last) + 2).contains(&today)
            })
        };
        untrack(|| {
            let events = self.events().into_iter().filter(near);
            events.map(|event| event.id).find_map(|id| {
                let (current, next) = self.on_now(&id);
                answer(id, current, next)
            })
        })
    }
}

/// During an event the page opens on the session that runs, and between two of them on its
/// timetable, if the address names no screen.
pub fn open_on_it(app: App) {
    if !page::fragment().is_empty() {
        return;
    }
    when_told_all(app, move || {
        if !matches!(app.route.get_untracked(), Route::Events) {
            return;
        }
        if let Some((event, session)) = app.running() {
            app.go(Route::Memo(event, session));
        } else if let Some(event) = app.pausing() {
            app.go(Route::Event(event, Tab::Timetable));
        }
    });
}

/// Where the shortcut leads: the session that runs; without one the timetable of the event that is
/// on, or a new note.
#[component]
pub fn Now(app: App) -> impl IntoView {
    let t = app.words();
    page::set_title(t.timetable.now);
    when_told_all(app, move || {
        app.replace(match app.running() {
            Some((event, session)) => Route::Memo(event, session),
            None => match app.event_that_is_on() {
                Some(event) if untrack(|| app.programme(&event)).is_some() => {
                    Route::Event(event, Tab::Timetable)
                }
                _ => Route::NewNote,
            },
        });
    });
    view! {
        <Bar app title=t.timetable.now up=Route::Events />
        <main class="screen" id="content"></main>
    }
}
