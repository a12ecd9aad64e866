//! What the page is opened for: a new note, by the shortcut of its icon, or what another app
//! shares with it. Both become a section of the event that is on.

use leptos::prelude::*;

use super::frame::Bar;
use super::section::title;
use super::state::App;
use crate::browser::{clock, page};
use crate::domain::{Date, EventId, Route, Section, SessionId, event_of_the_day};
use crate::text::Shared;

/// Takes what the address brings, once everything is there that it could belong to. The address
/// keeps it until then: a page that is loaded again takes it again.
pub fn take_shared(app: App) {
    let shared = Shared {
        title: page::query("title"),
        text: page::query("text"),
        url: page::query("url"),
    };
    if shared.is_empty() {
        return;
    }
    when_told_all(app, move || {
        if let Some((event, session)) = app.running()
            && let Some(memo) = app.memo(&event, &session)
        {
            return app.take_into_memo(&shared, &session, &memo.now());
        }
        let Some(event) = app.event_for_a_note() else {
            return;
        };
        let t = app.words();
        let lead = app.event_now(&event).map(|event| event.report.emoji);
        let lead = lead.filter(|emoji| !emoji.is_empty());
        let lead = lead.map(|emoji| emoji + " ").unwrap_or_default();
        let text = shared.section(&lead, t.new_section);
        let added = app.add_texts(&event, None, vec![text]).pop();
        if let Some(section) = added {
            if let Err(fault) = page::forget_query() {
                leptos::logging::warn!("{fault}");
            }
            let name = app.event_now(&event).map(|event| event.name);
            let told = (t.shared_taken)(&name.unwrap_or_default());
            app.replace(Route::Writing(event, section.clone()));
            // After the change of the address, which takes away what was said.
            request_animation_frame(move || {
                let added = [section];
                app.say_with_undo(told, move || app.delete_sections(&added));
            });
        }
    });
}

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
    /// What is shared while a session runs belongs to its memo; the line that says so takes it
    /// back where nothing was written since.
    fn take_into_memo(self, shared: &Shared, session: &SessionId, memo: &Section) {
        let there = self.section_now(&memo.id).is_some();
        let text = shared.beneath(&memo.text);
        let after = Section {
            text,
            ..memo.clone()
        };
        match there {
            true => self.write(vec![after.clone()]),
            false => self.bear(after.clone()),
        }
        if let Err(fault) = page::forget_query() {
            leptos::logging::warn!("{fault}");
        }
        let name = title(&after.text, self.words().untitled);
        self.replace(Route::Memo(memo.event.clone(), session.clone()));
        let before = memo.clone();
        let undo = move || {
            if self.section_now(&after.id).as_ref() != Some(&after) {
                return;
            }
            match there {
                true => self.write(vec![before.clone()]),
                false => self.delete_sections(std::slice::from_ref(&after.id)),
            }
            self.refill.update(|count| *count += 1);
        };
        let told = (self.words().shared_taken)(&name);
        request_animation_frame(move || self.say_with_undo(told, undo));
    }

    pub(super) fn event_that_is_on(self) -> Option<EventId> {
        let events = untrack(move || self.events());
        let today = Date::parse(&clock::today());
        event_of_the_day(&events, today).map(|event| event.id.clone())
    }

    /// The event that is on; a new one where there is none at all.
    fn event_for_a_note(self) -> Option<EventId> {
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
    Effect::new(move |_| {
        if app.is_told_all.get()
            && let Some(act) = act.try_update_value(Option::take).flatten()
        {
            untrack(act);
        }
    });
}
