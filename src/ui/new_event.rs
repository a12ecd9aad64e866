//! Making an event: a name is enough.

use leptos::prelude::*;

use super::event_form::{Draft, EmojiField, LaterFields, OpeningFields};
use super::field::{Choice, TextField};
use super::frame::{Bar, focus_problem};
use super::live::{effect, watch};
use super::state::App;
use crate::browser::{locale, page};
use crate::domain::{Event, EventId, Route, Tab};

#[component]
pub fn NewEvent(app: App) -> impl IntoView {
    let t = app.words();
    let mut blank = Event::new(EventId::from_text(""), "");
    blank.time_zone = locale::time_zone();
    let draft = Draft::of(&blank).with_first_emoji();
    let starts = StoredValue::new(starts(app));
    let start = RwSignal::new(0);
    // How it starts is the first line of what was begun, the fields follow.
    if let Some(begun) = app.begun_event()
        && let Some((chosen, typed)) = begun.split_once('\n')
    {
        let known =
            starts.with_value(|starts| starts.iter().position(|start| start.key() == chosen));
        start.set(known.unwrap_or_default());
        draft.fill(typed);
    }
    watch(
        move || start.get(),
        move |chosen| {
            let emoji = starts.with_value(|starts| starts.get(*chosen)?.emoji(app));
            if let Some(emoji) = emoji {
                draft.choose_emoji(emoji);
            }
        },
    );
    effect(move |is_first| {
        // Reads every field, so that each change of one comes back here.
        let chosen = starts.with_value(|starts| starts.get(start.get()).map(Start::key));
        let begun = format!("{}\n{}", chosen.unwrap_or_default(), draft.lines());
        if !is_first {
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
        let fill = |event: &mut Event| {
            draft.write_into(event);
            event.report.title = (t.report_title_default)(&event.name);
        };
        let made = match starts.with_value(|starts| starts.get(start.get()).cloned()) {
            Some(Start::Like(earlier)) => app.create_event_like(&earlier, fill),
            Some(Start::Template(template)) => app.create_event(template, fill),
            None => app.create_event(0, fill),
        };
        if let Some(id) = made {
            app.keep_begun_event(None);
            app.replace(Route::Event(id, Tab::Notes));
        }
    };
    let options = starts.with_value(|starts| {
        let said = starts.iter().filter_map(|start| start.said(app));
        let numbered = said.enumerate();
        numbered
            .map(|(index, (name, about))| (index, name, about))
            .collect::<Vec<_>>()
    });
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
                <Choice label=t.template options value=start />
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

/// How a report starts.
#[derive(Clone, PartialEq)]
enum Start {
    /// The index of a template.
    Template(usize),
    /// Built like that of an earlier event.
    Like(EventId),
}

/// Of this many earlier events the report can be built on; more would hide the rest of the form.
const EARLIER: usize = 3;

/// The templates, and the latest events that have sections.
fn starts(app: App) -> Vec<Start> {
    let templates = (0..app.language().templates().len()).map(Start::Template);
    let events = app.events();
    let written = events
        .iter()
        .filter(|event| !app.outline(&event.id).is_empty());
    let earlier = written
        .take(EARLIER)
        .map(|event| Start::Like(event.id.clone()));
    templates.chain(earlier).collect()
}

impl Start {
    /// By this what was begun finds it again.
    fn key(&self) -> String {
        match self {
            Start::Template(index) => index.to_string(),
            Start::Like(event) => format!("like {event}"),
        }
    }

    /// How the choice is called, and a line about it.
    fn said(&self, app: App) -> Option<(String, String)> {
        let t = app.words();
        match self {
            Start::Template(index) => {
                let template = app.language().templates().get(*index)?;
                Some((template.name.to_owned(), template.about.to_owned()))
            }
            Start::Like(event) => {
                let event = app.event_now(event)?;
                Some((
                    (t.like_earlier)(event.called()),
                    t.like_earlier_about.to_owned(),
                ))
            }
        }
    }

    fn emoji(&self, app: App) -> Option<String> {
        match self {
            Start::Template(_) => None,
            Start::Like(event) => Some(app.event_now(event)?.report.emoji),
        }
    }
}
