//! Changing an event and its report's head. Every change is kept as it is made.

use leptos::prelude::*;

use super::event_form::{Draft, LaterFields, OpeningFields, ReportFields};
use super::field::TextField;
use super::frame::{Bar, focus_first};
use super::icon::{Drawn, Icon};
use super::open::OpenButton;
use super::state::App;
use crate::browser::page;
use crate::domain::{Event, Route};

#[component]
pub fn Details(app: App, event: Event) -> impl IntoView {
    let t = app.words();
    let draft = Draft::of(&event);
    let id = event.id.clone();
    let up = Route::Event(id.clone(), app.last_tab.get_untracked());
    if let Some(field) = app.asked_field.get_untracked() {
        app.asked_field.set(None);
        request_animation_frame(move || focus_first(field));
    }
    Effect::new({
        let id = id.clone();
        move |before: Option<()>| {
            // Reads every field, so that each change of one comes back here.
            let mut typed = Event::new(id.clone(), "");
            draft.write_into(&mut typed);
            if before.is_some() {
                app.change_event(&id, |event| draft.write_into(event));
            }
        }
    });
    let problem = Signal::derive(move || {
        let missing = draft.name.read().trim().is_empty();
        missing.then(|| t.event_name_missing.to_owned())
    });
    page::set_title(t.details);
    view! {
        <Bar app title=t.details up />
        <main class="screen" id="content">
            <div class="form">
                <h2 class="form-title">{t.the_event}</h2>
                <TextField label=t.event_name required_word=t.required value=draft.name problem=problem />
                <OpeningFields draft t />
                <LaterFields draft t />
                <h2 class="form-title">{t.the_report}</h2>
                <ReportFields app draft />
                <OpenButton label=t.update_from_file event=id.clone() />
                <button
                    class="button quiet danger"
                    type="button"
                    on:click=move |_| {
                        app.delete_event(&id);
                        app.replace(Route::Events);
                    }
                >
                    <Drawn icon=Icon::Delete />
                    {t.delete_event}
                </button>
            </div>
        </main>
    }
}
