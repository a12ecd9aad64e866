//! The ways between the screens of one event.

use leptos::prelude::*;

use super::icon::{Drawn, Icon};
use super::looks::HallButton;
use super::state::App;
use crate::domain::{EventId, Route, Tab};

#[component]
pub fn DetailsLink(app: App, event: EventId) -> impl IntoView {
    let t = app.words();
    view! {
        <a
            class="icon-button"
            href=Route::Details(event).fragment()
            aria-label=t.details
            title=t.details
        >
            <Drawn icon=Icon::Settings />
        </a>
    }
}

/// Where the tabs are on a phone.
#[component]
pub fn TimetableLink(app: App, event: EventId) -> impl IntoView {
    let label = app.words().timetable.title;
    let href = Route::Event(event, Tab::Timetable).fragment();
    view! {
        <a class="icon-button" href=href aria-label=label title=label>
            <Drawn icon=Icon::Calendar />
        </a>
    }
}

#[component]
pub fn Tabs(app: App, event: EventId, current: Tab) -> impl IntoView {
    let t = app.words();
    let tab = |tab, icon, label| {
        let route = Route::Event(event.clone(), tab);
        view! {
            <a
                class="tab"
                href=route.fragment()
                aria-current=(tab == current).then_some("page")
            >
                <Drawn icon />
                {label}
            </a>
        }
    };
    view! {
        <div class="tabs">
            <nav class="tabs-places" aria-label=t.event_parts>
                {tab(Tab::Timetable, Icon::Calendar, t.timetable.title)}
                {tab(Tab::Notes, Icon::Notes, t.notes)}
                {tab(Tab::Report, Icon::Report, t.report)}
            </nav>
            <HallButton app class="tab" />
        </div>
    }
}
