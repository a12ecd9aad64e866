//! Where the report was published: noted in place, and what changed in it since.

use leptos::prelude::*;

use super::field::TextField;
use super::frame::{focus_first, focus_heading, focus_problem};
use super::live::{live, memo};
use super::resting;
use super::state::App;
use super::target::place_name;
use crate::browser::clock;
use crate::domain::{
    Change, Changed, Date, Event, EventId, Printed, Published, Route, changes, is_web_address,
};
use crate::publish::{self, PublishedAt, Target};
use crate::text::Words;

/// Where a report can be published.
fn places() -> impl Iterator<Item = Target> {
    Target::ALL.into_iter().filter(|it| it.is_place())
}

/// The form, where it stands open: for a new note, or to change one.
type Form = RwSignal<Option<Option<Published>>>;

impl App {
    fn printed(self, event: &EventId) -> Vec<Printed> {
        self.with_store(|store| publish::printed(store.sections_of(event)))
    }

    /// Notes a publication, changes the note or removes it.
    fn put_published(
        self,
        id: &EventId,
        before: Option<&Published>,
        after: Option<Published>,
        told: String,
    ) {
        let undone = self.words().publishing.undone;
        let change = |event: &mut Event| event.note_published(before, after);
        self.change_event_with_undo(id, change, told, undone);
    }
}

/// In a few words that and where a report was published: by name, by its host, or not.
pub(super) fn said(published: &Published, t: &'static Words) -> String {
    match publish::published_at(published) {
        PublishedAt::Place(place) => (t.publishing.on)(place_name(place, t)),
        PublishedAt::Host(host) => (t.publishing.on)(host),
        PublishedAt::Somewhere => t.publishing.published.to_owned(),
    }
}

fn open(form: Form, note: Option<Published>) {
    form.set(Some(note));
    request_animation_frame(|| focus_first(".published select"));
}

/// Closes the form. The note that it was about has the focus, by its place in the list; where there
/// is none, the way to a new one.
fn close(form: Form, at: usize) {
    form.set(None);
    focus_note(at);
}

/// The note at a place, once it is drawn anew.
fn focus_note(at: usize) {
    request_animation_frame(move || {
        focus_first(&format!(
            ".published > ul > li:nth-child({}) .published-line button, .published > button",
            at + 1
        ));
        focus_heading();
    });
}

#[component]
pub fn PublishedNotes(app: App, event: EventId) -> impl IntoView {
    let t = &app.words().publishing;
    let form: Form = RwSignal::new(None);
    let now = RwSignal::new(None::<Vec<Printed>>);
    let notes = {
        let event = event.clone();
        memo(move || app.event(&event).map_or_else(Vec::new, |it| it.published))
    };
    follow(app, event.clone(), notes, now);
    let rows = {
        let event = event.clone();
        move || {
            let draw = |(at, note)| view! { <Note app event=event.clone() note at form now /> };
            notes.get().into_iter().enumerate().map(draw).collect_view()
        }
    };
    let below = move || {
        if let Some(before) = form.get() {
            return view! { <NoteForm app event=event.clone() before form /> }.into_any();
        }
        let words = move || {
            if notes.read().is_empty() {
                t.ask
            } else {
                t.another
            }
        };
        view! {
            <button class="finding-link" type="button" on:click=move |_| open(form, None)>
                {words}
            </button>
        }
        .into_any()
    };
    view! {
        <section class="published" aria-label=t.title>
            <ul hidden=move || notes.read().is_empty()>{live(rows)}</ul>
            {live(below)}
        </section>
    }
}

/// Looks what the report is made of, if anything is noted.
fn follow(
    app: App,
    event: EventId,
    notes: Memo<Vec<Published>>,
    now: RwSignal<Option<Vec<Printed>>>,
) {
    let of = event.clone();
    let read = move || {
        app.track_report(&of);
        notes.read().is_empty()
    };
    resting::follow(false, read, move || {
        if !notes.read().is_empty() {
            now.try_set(Some(app.printed(&event)));
        }
    });
}

/// One publication, and what changed since.
#[component]
fn Note(
    app: App,
    event: EventId,
    note: Published,
    at: usize,
    form: Form,
    now: RwSignal<Option<Vec<Printed>>>,
) -> impl IntoView {
    let t = &app.words().publishing;
    let words = said(&note, app.words());
    let language = app.language();
    let day = note
        .day
        .map(|day| clock::day_in_words(day, language.tag(), true));
    let change = (t.change_of)(&words);
    let place = match note.address() {
        Some(link) => view! {
            <a href=link.to_owned() target="_blank" rel="noopener noreferrer">{words.clone()}</a>
        }
        .into_any(),
        None => words.clone().into_any(),
    };
    let found = {
        let then = note.sections.clone();
        memo(move || now.with(|now| now.as_ref().map(|now| changes(&then, now))))
    };
    let count = move || found.with(|found| found.as_ref().map_or(0, Vec::len));
    let list = {
        let event = event.clone();
        move || {
            let found = found.get().unwrap_or_default().into_iter();
            found
                .map(|change| difference(app, &event, change))
                .collect_view()
        }
    };
    let changed = note.clone();
    let update = move |_| {
        let sections = app.printed(&event);
        let after = Published {
            sections,
            ..note.clone()
        };
        app.put_published(&event, Some(&note), Some(after), t.updated.to_owned());
        focus_note(at);
    };
    view! {
        <li>
            <p class="published-line">
                <span class="published-place">{place}</span>
                <span class="published-day">{day}</span>
                <button
                    class="finding-link"
                    type="button"
                    aria-label=change
                    on:click=move |_| open(form, Some(changed.clone()))
                >
                    {t.change}
                </button>
            </p>
            <details hidden=move || count() == 0>
                <summary>{move || (t.changed)(count())}</summary>
                <ul>{live(list)}</ul>
                <button class="button small" type="button" on:click=update>
                    {t.up_to_date}
                </button>
            </details>
        </li>
    }
}

/// A section that changed, with the way there while it is there.
fn difference(app: App, event: &EventId, change: Change) -> AnyView {
    let t = app.words();
    let (class, kind) = match change.kind {
        Changed::Text => ("chip", t.publishing.is_changed),
        Changed::New => ("chip safe", t.publishing.is_new),
        Changed::Out => ("chip warn", t.publishing.is_out),
    };
    let title = match change.title.trim() {
        "" => t.untitled.to_owned(),
        title => title.to_owned(),
    };
    let title = match app.section_now(&change.id) {
        Some(_) => {
            let route = Route::Writing(event.clone(), change.id);
            view! { <a class="finding-link" href=route.fragment()>{title}</a> }.into_any()
        }
        None => title.into_any(),
    };
    view! { <li><span class=class>{kind}</span> {title}</li> }.into_any()
}

/// The form of a note, new or known.
#[component]
fn NoteForm(app: App, event: EventId, before: Option<Published>, form: Form) -> impl IntoView {
    let t = app.words();
    let target = app.looks.target.get_untracked();
    let chosen = match &before {
        Some(before) => places().find(|it| it.name() == before.place),
        None => Some(target).filter(|it| it.is_place()),
    };
    // A place that this version does not know stays as long as no other is chosen.
    let known = before.as_ref().filter(|_| chosen.is_none());
    let known = known.map_or(String::new(), |before| before.place.clone());
    let place = RwSignal::new(chosen.map_or(known, |it| it.name().to_owned()));
    let notes = app
        .event_now(&event)
        .map_or_else(Vec::new, |it| it.published);
    let at = notes.iter().position(|it| Some(it) == before.as_ref());
    let at = at.unwrap_or(notes.len());
    let (day, link) = match &before {
        Some(before) => (
            before.day.map(|day| day.to_string()).unwrap_or_default(),
            before.link.clone(),
        ),
        None => (clock::today(), String::new()),
    };
    let (day, link) = (RwSignal::new(day), RwSignal::new(link));
    let wrong = move || {
        let link = link.read();
        !link.trim().is_empty() && !is_web_address(link.trim())
    };
    // Said any sooner, it would push the button away from under the finger that comes for it.
    let tried = RwSignal::new(false);
    let problem = move || (tried.get() && wrong()).then(|| t.link_wrong.to_owned());
    let options = places()
        .map(|it| {
            let is_chosen = Some(it) == chosen;
            view! { <option value=it.name() selected=is_chosen>{place_name(it, t)}</option> }
        })
        .collect_view();
    let keep = {
        let (event, before) = (event.clone(), before.clone());
        move || {
            if wrong() {
                tried.set(true);
                return focus_problem();
            }
            let known = before.clone().unwrap_or_else(|| Published {
                sections: app.printed(&event),
                ..Published::default()
            });
            let after = Published {
                place: place.get_untracked(),
                day: Date::parse(&day.read_untracked()),
                link: link.read_untracked().trim().to_owned(),
                ..known
            };
            let told = (t.publishing.noted)(&said(&after, t));
            app.put_published(&event, before.as_ref(), Some(after), told);
            close(form, at);
        }
    };
    let remove = before.map(|before| {
        let remove = move |_| {
            app.put_published(&event, Some(&before), None, t.publishing.removed.to_owned());
            close(form, at);
        };
        view! {
            <button class="button quiet danger small" type="button" on:click=remove>
                {t.publishing.remove}
            </button>
        }
    });
    view! {
        <form
            class="published-form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                keep();
            }
        >
            <div class="field-row">
                <div class="field">
                    <label class="field-label" for="published-place">{t.publishing.place}</label>
                    <select
                        class="input"
                        id="published-place"
                        on:change:target=move |event| place.set(event.target().value())
                    >
                        {options}
                        <option value="" selected=chosen.is_none()>{t.publishing.elsewhere}</option>
                    </select>
                </div>
                <TextField label=t.publishing.day kind="date" value=day />
            </div>
            <TextField label=t.publishing.link kind="url" value=link problem=Signal::derive(problem) />
            <div class="published-ways">
                <button class="button primary small" type="submit">{t.publishing.note}</button>
                <button class="button quiet small" type="button" on:click=move |_| close(form, at)>
                    {t.cancel}
                </button>
                {remove}
            </div>
        </form>
    }
}
