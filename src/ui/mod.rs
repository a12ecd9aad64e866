//! Components: props in, callbacks out; `state` holds the signals. Exists only
//! on wasm32. Must not know how anything is stored.

mod area;
mod arriving;
mod backup;
mod beside;
mod chips;
mod choosing;
mod columns;
mod commands;
mod contents;
mod copies;
mod details;
mod drag;
mod drawing;
mod event;
mod event_form;
mod event_links;
mod events;
mod field;
mod fills;
mod find;
mod find_bar;
mod find_in_report;
mod findings;
mod found;
mod frame;
mod hang;
mod history;
mod icon;
mod joining;
mod keeping;
mod kept;
mod keyboard;
mod length;
mod live;
mod looks;
mod memo;
mod moving;
mod neighbours;
mod new_event;
mod now;
mod offer;
mod offered;
mod on_now;
mod open;
mod outline;
mod overlay;
mod palette;
mod pane;
mod prefs;
mod preview;
mod programme;
mod published;
mod reminders;
mod resting;
mod row;
mod safekeeping;
mod safety;
mod sample;
mod search;
mod search_field;
mod section;
mod sections;
mod session_screen;
mod settings;
mod shared;
mod shortcuts;
mod slot;
mod state;
mod tabs;
mod take;
mod take_in;
mod taps;
mod target;
mod timetable;
mod together;
mod toolbar;
mod tools;
mod trash;
mod typing;
mod version;
mod whole;
mod writer;

use leptos::prelude::*;

use crate::domain::{EventId, Route, SectionId, SessionId, Tab};
use event::Part;
use live::live;
use state::App;

/// Puts the app into the page.
pub fn mount() {
    leptos::mount::mount_to_body(|| {
        let app = App::start();
        view! { <Root app /> }
    });
}

/// What is mounted: a change from one part of an event to another keeps it.
#[derive(Clone, PartialEq)]
enum Screen {
    Events,
    NewEvent,
    NewNote,
    Now,
    Shared,
    Settings,
    Copies,
    Kept,
    Trash,
    Search,
    History(EventId, SectionId),
    Find(EventId),
    Details(EventId),
    Event(EventId),
    Timetable(EventId),
    TakeIn(EventId),
    Session(EventId, SessionId),
}

fn screen(route: &Route) -> Screen {
    match route.clone() {
        Route::Events => Screen::Events,
        Route::NewEvent => Screen::NewEvent,
        Route::NewNote => Screen::NewNote,
        Route::Now => Screen::Now,
        Route::Shared => Screen::Shared,
        Route::Settings => Screen::Settings,
        Route::Kept => Screen::Kept,
        Route::Copies => Screen::Copies,
        Route::Trash => Screen::Trash,
        Route::Search => Screen::Search,
        Route::History(event, section) => Screen::History(event, section),
        Route::Find(event) => Screen::Find(event),
        Route::Details(event) => Screen::Details(event),
        Route::Event(event, Tab::Timetable) => Screen::Timetable(event),
        Route::TakeIn(event) => Screen::TakeIn(event),
        Route::Session(event, session) => Screen::Session(event, session),
        Route::Event(event, Tab::Notes | Tab::Report)
        | Route::Writing(event, _)
        | Route::Memo(event, _)
        | Route::Whole(event) => Screen::Event(event),
    }
}

fn part(route: &Route) -> Part {
    match route.clone() {
        Route::Event(_, Tab::Report) => Part::Report,
        Route::Writing(_, section) => Part::Section(section),
        Route::Memo(_, session) => Part::Memo(session),
        Route::Whole(_) => Part::Whole,
        _ => Part::Notes,
    }
}

#[component]
fn Root(app: App) -> impl IntoView {
    let screen = live::memo(move || screen(&app.route.read()));
    let part = live::memo(move || part(&app.route.read()));
    let known = live::memo(move || match screen.get() {
        Screen::Find(event)
        | Screen::Details(event)
        | Screen::Event(event)
        | Screen::Timetable(event)
        | Screen::TakeIn(event)
        | Screen::Session(event, _) => app.event(&event).is_some(),
        Screen::History(_, section) => {
            app.track_lists();
            app.section(&section).is_some()
        }
        _ => true,
    });
    live::effect(move |_| {
        if let Route::Event(_, tab) = &*app.route.read() {
            app.last_tab.set(*tab);
        }
    });
    live::watch(
        move || app.route.get(),
        move |route| {
            // In a section the caret goes into the text.
            if !matches!(route, Route::Writing(..)) {
                request_animation_frame(frame::focus_heading);
            }
        },
    );
    keyboard::listen();
    shared::take(app);
    now::open_on_it(app);
    find_in_report::listen(app);
    let opener = open::Opener::start(app);
    provide_context(opener);
    let overlays = overlay::Overlays::start();
    provide_context(overlays);
    provide_context(version::Version::start());
    live(move || {
        // A change of language builds every screen again, in its words.
        let t = app.words_now();
        let shown = match screen.get() {
            _ if !known.get() => view! { <frame::NotFound app /> }.into_any(),
            Screen::Events => view! { <events::Events app /> }.into_any(),
            Screen::NewEvent => view! { <new_event::NewEvent app /> }.into_any(),
            Screen::NewNote => view! { <arriving::NewNote app /> }.into_any(),
            Screen::Now => view! { <now::Now app /> }.into_any(),
            Screen::Shared => view! { <shared::SharedScreen app /> }.into_any(),
            Screen::Timetable(event) => view! { <timetable::Timetable app event /> }.into_any(),
            Screen::TakeIn(event) => view! { <take_in::TakeIn app event /> }.into_any(),
            Screen::Session(event, id) => {
                view! { <session_screen::SessionScreen app event id /> }.into_any()
            }
            Screen::Settings => view! { <settings::Settings app /> }.into_any(),
            Screen::Kept => view! { <kept::Kept app /> }.into_any(),
            Screen::Copies => view! { <copies::Copies app /> }.into_any(),
            Screen::Trash => view! { <trash::Trash app /> }.into_any(),
            Screen::Search => view! { <search::Search app /> }.into_any(),
            Screen::History(event, section) => {
                view! { <history::History app event section /> }.into_any()
            }
            Screen::Event(event) => view! { <event::EventScreen app event part /> }.into_any(),
            Screen::Find(event) => view! { <find_in_report::FindInReport app event /> }.into_any(),
            Screen::Details(event) => app
                .event_now(&event)
                .map(|event| view! { <details::Details app event /> }.into_any())
                .unwrap_or_else(|| view! { <frame::NotFound app /> }.into_any()),
        };
        view! {
            <a class="skip-link" href="#content" on:click=frame::skip>{t.skip_to_content}</a>
            <div class="app">
                <safety::SafetyNotice app />
                <reminders::Reminders app />
                {shown}
            </div>
            <open::OpenFile opener />
            <overlay::ShownOverlay app overlays />
            <frame::ToastLine app />
            <frame::Announcer app />
        }
    })
}
