//! Opening on what is on now.

use leptos::prelude::*;

use super::arriving::when_told_all;
use super::frame::Bar;
use super::state::App;
use crate::browser::page;
use crate::domain::{Event, EventId, Route, SessionId, Tab};

impl App {
    /// The event of which a session runs now, and that session; her stars decide between several.
    pub(super) fn running(self) -> Option<(EventId, SessionId)> {
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
                let (current, _) = self.on_now(&id);
                current.map(|slot| (id, slot.id))
            })
        })
    }
}

/// During an event the page opens on the session that runs, if the address names no screen.
pub fn open_on_it(app: App) {
    if !page::fragment().is_empty() {
        return;
    }
    when_told_all(app, move || {
        let untouched = matches!(app.route.get_untracked(), Route::Events);
        if let Some((event, session)) = app.running().filter(|_| untouched) {
            app.go(Route::Memo(event, session));
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
