//! The ways to the section before and the one after, where one section fills the screen.

use leptos::prelude::*;
use leptos::web_sys::MouseEvent;

use super::icon::{Drawn, Icon};
use super::live::live;
use super::state::App;
use crate::domain::{EventId, Route, SectionId};

#[component]
pub fn Neighbours(app: App, event: EventId, section: SectionId) -> impl IntoView {
    let t = app.words();
    let neighbours = move || {
        let all = app.outline(&event);
        let here = all.iter().position(|id| *id == section);
        let before = here.and_then(|at| at.checked_sub(1));
        let after = here.map(|at| at + 1);
        let way = |at: Option<usize>, icon, label| {
            let id = at.and_then(|at| all.get(at)).cloned();
            view! { <Way app to=id.map(|id| Route::Writing(event.clone(), id)) icon label /> }
        };
        view! {
            {way(before, Icon::Previous, t.previous_section)}
            {way(after, Icon::Next, t.next_section)}
        }
        .into_any()
    };
    view! { <nav class="neighbours" aria-label=t.sections>{live(neighbours)}</nav> }
}

/// Leafing is one visit: Back leads from wherever it ended to where it began.
#[component]
fn Way(app: App, to: Option<Route>, icon: Icon, label: &'static str) -> impl IntoView {
    let href = to.as_ref().map(Route::fragment);
    let none = to.is_none().then_some("true");
    let leaf = move |event: MouseEvent| {
        if let Some(to) = &to
            && !event.ctrl_key()
            && !event.meta_key()
        {
            event.prevent_default();
            app.replace(to.clone());
        }
    };
    view! {
        <a class="icon-button" href=href role="link" aria-disabled=none aria-label=label title=label on:click=leaf>
            <Drawn icon />
        </a>
    }
}
