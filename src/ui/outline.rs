//! The sections of an event as a list, and where the focus goes when a row moves
//! or is gone.

use leptos::prelude::*;
use leptos::web_sys;
use web_sys::wasm_bindgen::JsCast;

use super::choosing::{Choice, ChosenActions, Head};
use super::drag::Dragging;
use super::icon::{Drawn, Icon};
use super::live::{each, live, watch};
use super::row::Row;
use super::state::App;
use super::tools;
use crate::domain::{EventId, Route, SectionId};

#[component]
pub fn Outline(
    app: App,
    event: EventId,
    /// The section that is open beside the list.
    #[prop(into)]
    current: Signal<Option<SectionId>>,
) -> impl IntoView {
    let t = app.words();
    // One row at a time shows its actions.
    let open = RwSignal::new(None::<SectionId>);
    let ids = Memo::new({
        let event = event.clone();
        move |_| app.outline(&event)
    });
    let choice = Choice::new();
    let choosing = choice.is_on();
    let went_back = window_event_listener(leptos::ev::popstate, move |_| {
        if choosing.get_untracked() && !app.wide.get_untracked() {
            choice.end();
        }
    });
    on_cleanup(move || went_back.remove());
    watch(move || choosing.get(), move |_| open.set(None));
    let list = NodeRef::<leptos::html::Ul>::new();
    let dragging = StoredValue::new_local(None::<Dragging>);
    list.on_load({
        let event = event.clone();
        move |list| {
            let of = event.clone();
            let tapped = move |id| {
                if !choice.press(app, &of, &id, false) {
                    open.update(|open| *open = Some(id).filter(|id| open.as_ref() != Some(id)));
                }
            };
            dragging.set_value(Some(Dragging::start(
                app,
                event,
                list.into(),
                choice,
                tapped,
            )));
        }
    });
    let find = Route::Find(event.clone()).fragment();
    let whole = Route::Whole(event.clone());
    let whole_link = whole.fragment();
    let is_whole = move || (*app.route.read() == whole).then_some("page");
    let add = {
        let event = event.clone();
        move |_| {
            if let Some(id) = app.add_section(&event, None) {
                app.go(Route::Writing(event.clone(), id));
            }
        }
    };
    // Escape gives up a drag, and only then the choice.
    let end_choice = move |key: web_sys::KeyboardEvent| {
        let drags = list
            .get_untracked()
            .is_some_and(|list| list.has_attribute("data-dragging"));
        if key.key() == "Escape" && choosing.get_untracked() && !drags {
            choice.end();
        }
    };
    let chosen_actions = move || {
        let event = event.clone();
        let any = choosing.get() && !ids.read().is_empty();
        any.then(|| view! { <ChosenActions app event ids choice /> })
    };
    view! {
        <nav class="outline" aria-label=t.sections on:keydown=end_choice>
            {live(move || {
                ids.read()
                    .is_empty()
                    .then(|| {
                        view! {
                            <section class="empty">
                                <h2 class="empty-title">{t.no_sections}</h2>
                                <p class="empty-about">{t.no_sections_what_to_do}</p>
                            </section>
                        }
                    })
            })}
            {live(move || {
                let any = !ids.read().is_empty();
                any.then(|| view! { <Head app ids choice /> })
            })}
            {live(chosen_actions)}
            <ul
                class="rows"
                node_ref=list
                data-choosing=move || choosing.get().then_some("true")
            >
                {each(
                    move || ids.get(),
                    move |id| {
                        let section = app.section(&id);
                        section.map(|section| view! { <Row app section open choice current /> }).into_any()
                    },
                )}
            </ul>
            <button class="button quiet" type="button" on:click=add>
                <Drawn icon=Icon::Plus />
                {t.add_section}
            </button>
            <p class="outline-find">
                <a class="button quiet" href=whole_link aria-current=is_whole>
                    <Drawn icon=Icon::Notes />
                    {t.whole.write}
                </a>
                <a
                    class="button quiet"
                    href=find
                    title=tools::shown(tools::FIND_IN_REPORT)
                    aria-keyshortcuts=tools::told(tools::FIND_IN_REPORT)
                >
                    <Drawn icon=Icon::Search />
                    {t.find_in_report}
                </a>
            </p>
        </nav>
    }
}

/// Moving a node in the document takes the focus from it: give it back.
pub(super) fn keeping_focus(change: impl FnOnce()) {
    let focused = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.active_element())
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    change();
    request_animation_frame(move || {
        if let Some(element) = focused {
            let given_back = element.focus();
            debug_assert!(given_back.is_ok());
        }
    });
}

/// The row that has the focus goes: the next one takes it, or the last, or what
/// adds another one.
pub(super) fn moving_focus_on(change: impl FnOnce()) {
    let document = web_sys::window().and_then(|window| window.document());
    let rows = move || {
        let found = document
            .as_ref()?
            .query_selector_all(".row, .outline > .button")
            .ok()?;
        let rows = (0..found.length()).filter_map(|index| found.item(index));
        Some(
            rows.filter_map(|row| row.dyn_into::<web_sys::Element>().ok())
                .collect::<Vec<_>>(),
        )
    };
    let before = rows().unwrap_or_default();
    let at = before.iter().position(|row| {
        row.query_selector(":focus")
            .is_ok_and(|found| found.is_some())
    });
    change();
    request_animation_frame(move || {
        let mut after = rows().unwrap_or_default();
        let add = after.pop();
        let row = at.and_then(|at| after.get(at).or(after.last()));
        let link = row.and_then(|row| row.query_selector("a").ok().flatten());
        let next = link.or(add.filter(|_| at.is_some()));
        if let Some(Ok(next)) = next.map(|next| next.dyn_into::<web_sys::HtmlElement>()) {
            let focused = next.focus();
            debug_assert!(focused.is_ok());
        }
    });
}
