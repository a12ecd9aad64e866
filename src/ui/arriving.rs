//! A new note by the shortcut of the icon: a section of the event that is on.

use leptos::prelude::*;

use super::frame::Bar;
use super::live::effect;
use super::state::App;
use crate::browser::{clock, page};
use crate::domain::{Date, EventId, Route, event_of_the_day};

/// Makes a note as soon as everything is there, and goes to it.
#[component]
pub fn NewNote(app: App) -> impl IntoView {
    let t = app.words();
    page::set_title(t.new_nested);
    when_told_all(app, move || {
        let event = app.event_for_a_note();
        let made = event.and_then(|event| {
            let section = app.add_section(&event, None)?;
            app.put_time_into(&section);
            Some(Route::Writing(event, section))
        });
        app.replace(made.unwrap_or(Route::NewEvent));
    });
    view! {
        <Bar app title=t.new_nested up=Route::Events />
        <main class="screen" id="content"></main>
    }
}

impl App {
    pub(super) fn event_that_is_on(self) -> Option<EventId> {
        let events = untrack(move || self.events());
        let today = Date::parse(&clock::today());
        event_of_the_day(&events, today).map(|event| event.id.clone())
    }

    /// The event that is on; a new one where there is none at all.
    pub(super) fn event_for_a_note(self) -> Option<EventId> {
        match self.event_that_is_on() {
            Some(event) => Some(event),
            None => self.create_event_with(Vec::new(), |event| {
                event.name = self.words().notes.to_owned();
            }),
        }
    }
}

/// Calls `act` once, when everything that is kept has been read.
pub(super) fn when_told_all(app: App, act: impl FnOnce() + 'static) {
    let act = StoredValue::new_local(Some(act));
    effect(move |_| {
        if app.is_told_all.get()
            && let Some(act) = act.try_update_value(Option::take).flatten()
        {
            untrack(act);
        }
    });
}
