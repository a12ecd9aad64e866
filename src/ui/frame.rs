//! What every screen has around it: the bar, the line that undoes, the page
//! for an address that leads nowhere.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::web_sys;
use web_sys::wasm_bindgen::JsCast;

use super::icon::{Drawn, Icon, Picture};
use super::live::live;
use super::safety::SafetySign;
use super::state::App;
use crate::browser::page;
use crate::domain::Route;
use crate::text::tag_of;

/// The bar of a screen with a way back.
#[component]
pub fn Bar(
    app: App,
    #[prop(into)] title: Signal<String>,
    up: Route,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let t = app.words();
    view! {
        <header class="bar">
            <a class="icon-button" href=up.fragment() aria-label=t.back title=t.back>
                <Drawn icon=Icon::Back />
            </a>
            <h1 class="bar-title" lang=move || tag_of(&title.read()) tabindex="-1">{title}</h1>
            <SafetySign app />
            {children.map(|children| children())}
        </header>
    }
}

/// A line that says what was done and takes it back.
#[derive(Clone)]
pub struct Toast {
    pub message: String,
    pub undo: Option<Arc<dyn Fn() + Send + Sync>>,
}

#[component]
pub fn ToastLine(app: App) -> impl IntoView {
    let t = app.words();
    let line = move |toast: Toast| {
        let undo = toast.undo.map(|_| {
            view! {
                <button
                    class="toast-button"
                    type="button"
                    on:click=move |_| {
                        app.undo_what_was_said();
                    }
                >
                    {t.undo}
                </button>
            }
        });
        view! {
            <aside class="toast" aria-label=t.notices>
                <p class="toast-text">{toast.message}</p>
                {undo}
                <button
                    class="icon-button toast-close"
                    type="button"
                    aria-label=t.close
                    on:click=move |_| {
                        app.forget_toast();
                        request_animation_frame(focus_heading);
                    }
                >
                    <Drawn icon=Icon::Close />
                </button>
            </aside>
        }
    };
    let listening = window_event_listener(leptos::ev::keydown, move |event| undo_key(app, &event));
    on_cleanup(move || listening.remove());
    view! {
        <div class="toasts">{live(move || app.toast.get().map(line))}</div>
    }
}

/// Ctrl+Z takes back what the line on the screen says, wherever the focus is; but
/// in a field it belongs to what is typed there.
fn undo_key(app: App, event: &web_sys::KeyboardEvent) {
    let control = event.ctrl_key() != event.meta_key();
    let undo = control && !event.shift_key() && event.key().eq_ignore_ascii_case("z");
    if undo && !in_field(event) && app.undo_what_was_said() {
        event.prevent_default();
    }
}

/// Whether a key goes into a field.
pub fn in_field(event: &web_sys::KeyboardEvent) -> bool {
    event.target().is_some_and(|it| {
        it.has_type::<web_sys::HtmlInputElement>() || it.has_type::<web_sys::HtmlTextAreaElement>()
    })
}

#[component]
pub fn NotFound(app: App) -> impl IntoView {
    let t = app.words();
    page::set_title(t.not_found);
    view! {
        <Bar app title=t.not_found up=Route::Events />
        <main class="screen" id="content">
            <section class="empty">
                <Picture emoji="🔎" />
                <p class="empty-about">{t.not_found_what_to_do}</p>
                <a class="button primary" href=Route::Events.fragment()>{t.to_events}</a>
            </section>
        </main>
    }
}

/// What a screen reader is told and an eye sees by itself, or on the line that
/// undoes. The one place of the page from which such things are said.
#[component]
pub fn Announcer(app: App) -> impl IntoView {
    view! { <p class="unseen" role="status">{live(move || app.announced.get())}</p> }
}

/// Moves the focus to the content of the screen; the address stays.
pub fn skip(event: web_sys::MouseEvent) {
    event.prevent_default();
    focus_first("#content :is(a, button, input, textarea)");
}

/// Tells a screen reader which screen this is, and lets Tab start there; not if
/// the person is somewhere on it already.
pub fn focus_heading() {
    let nowhere = document()
        .and_then(|document| document.active_element())
        .is_none_or(|element| element.tag_name().eq_ignore_ascii_case("body"));
    if nowhere {
        focus_first("h1");
    }
}

/// Puts the focus on the link of a list that leads to a screen, once the list
/// has been drawn; on the heading where there is none.
pub fn focus_link(route: &Route) {
    let selector = format!("#content a[href=\"{}\"]", route.fragment());
    request_animation_frame(move || {
        focus_first(&selector);
        focus_heading();
    });
}

/// Puts the focus on the first field with which something is wrong, once that is
/// said, and opens what hides it.
pub fn focus_problem() {
    request_animation_frame(|| {
        let field = find("[aria-invalid]");
        let hidden = field.and_then(|field| field.closest("details").ok().flatten());
        if let Some(details) = hidden {
            let opened = details.set_attribute("open", "");
            debug_assert!(opened.is_ok());
        }
        focus_first("[aria-invalid]");
    });
}

fn document() -> Option<web_sys::Document> {
    web_sys::window().and_then(|window| window.document())
}

/// The first element of the page that a CSS selector finds.
pub fn find(selector: &str) -> Option<web_sys::Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// Puts the focus on the first element of the page that a CSS selector finds.
pub fn focus_first(selector: &str) {
    let found = find(selector).and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = found {
        let focused = element.focus();
        debug_assert!(focused.is_ok());
    }
}
