//! Making an event: a name is enough.

use leptos::prelude::*;

use super::event_form::{Draft, EmojiField, LaterFields, OpeningFields};
use super::field::{Choice, TextField};
use super::frame::{Bar, focus_problem};
use super::state::App;
use crate::browser::{locale, page};
use crate::domain::{Event, EventId, Route, Tab};

#[component]
pub fn NewEvent(app: App) -> impl IntoView {
    let t = app.words();
    let mut blank = Event::new(EventId::from_text(""), "");
    blank.time_zone = locale::time_zone();
    let draft = Draft::of(&blank).with_first_emoji();
    let template = RwSignal::new(0);
    // The template is the first line of what was begun, the fields follow.
    if let Some(begun) = app.begun_event()
        && let Some((chosen, typed)) = begun.split_once('\n')
    {
        template.set(chosen.parse().unwrap_or_default());
        draft.fill(typed);
    }
    Effect::new(move |before: Option<()>| {
        // Reads every field, so that each change of one comes back here.
        let begun = format!("{}\n{}", template.get(), draft.lines());
        if before.is_some() {
            app.keep_begun_event(Some(&begun));
        }
    });
    let tried = RwSignal::new(false);
    let nameless = move || draft.name.read().trim().is_empty();
    let problem = Signal::derive(move || {
        (tried.get() && nameless()).then(|| t.event_name_missing.to_owned())
    });

    let create = move || {
        tried.set(true);
        if nameless() || draft.is_wrong(t) {
            focus_problem();
            return;
        }
        if let Some(id) = app.create_event(template.get(), |event| {
            draft.write_into(event);
            event.report.title = (t.report_title_default)(&event.name);
        }) {
            app.keep_begun_event(None);
            app.replace(Route::Event(id, Tab::Notes));
        }
    };
    let templates = app
        .language()
        .templates()
        .iter()
        .enumerate()
        .map(|(index, template)| (index, template.name.to_owned(), template.about.to_owned()))
        .collect::<Vec<_>>();
    page::set_title(t.new_event);
    view! {
        <Bar app title=t.new_event up=Route::Events />
        <main class="screen" id="content">
            <form
                class="form"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    create();
                }
            >
                <TextField
                    label=t.event_name
                    hint=t.event_name_hint
                    required_word=t.required
                    value=draft.name
                    problem=problem
                />
                <OpeningFields draft t />
                <EmojiField draft t />
                <Choice label=t.template options=templates value=template />
                <details class="more">
                    <summary class="more-summary">{t.more_details}</summary>
                    <div class="form">
                        <LaterFields draft t />
                    </div>
                </details>
                <div class="dock">
                    <button class="button primary wide" type="submit">
                        {t.create}
                    </button>
                </div>
            </form>
        </main>
    }
}
