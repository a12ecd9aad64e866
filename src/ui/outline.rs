//! The sections of an event as a list: open, move, nest, leave out, rename,
//! delete, by thumb and by keys.

use leptos::prelude::*;
use leptos::web_sys;
use web_sys::wasm_bindgen::JsCast;

use super::frame::focus_link;
use super::icon::{Drawn, Icon};
use super::live::{each, live};
use super::sections::Step;
use super::state::{App, SectionSignal};
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
    let add = move |_| {
        if let Some(id) = app.add_section(&event, None) {
            app.go(Route::Writing(event.clone(), id));
        }
    };
    view! {
        <nav class="outline" aria-label=t.sections>
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
            <ul class="rows">
                {each(
                    move || ids.get(),
                    move |id| {
                        let section = app.section(&id);
                        section.map(|section| view! { <Row app section open current /> }).into_any()
                    },
                )}
            </ul>
            <button class="button quiet" type="button" on:click=add>
                <Drawn icon=Icon::Plus />
                {t.add_section}
            </button>
        </nav>
    }
}

#[component]
fn Row(
    app: App,
    section: SectionSignal,
    open: RwSignal<Option<SectionId>>,
    current: Signal<Option<SectionId>>,
) -> impl IntoView {
    let t = app.words();
    let facts = section.facts;
    let id = section.id.clone();
    let route = Route::Writing(section.event.clone(), id.clone());
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| open.read().as_ref() == Some(&id))
    };
    let is_current = {
        let id = id.clone();
        Memo::new(move |_| current.read().as_ref() == Some(&id))
    };
    let title = move || facts.read().title_or(t.untitled);
    let toggle = {
        let id = id.clone();
        move |_| open.set((!is_open.get()).then(|| id.clone()))
    };
    let has_copies = {
        let id = id.clone();
        Memo::new(move |_| app.copies(&id) > 0)
    };
    view! {
        <li
            class="row"
            data-depth=move || facts.read().depth.to_string()
            data-left-out=move || (!facts.read().in_report).then_some("true")
        >
            <div class="row-line">
                <div class="row-text">
                <a
                    class="row-link"
                    href=route.fragment()
                    title=t.keys_hint
                    aria-current=move || is_current.get().then_some("true")
                    aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowRight Alt+ArrowLeft Delete"
                    on:click={
                        let id = id.clone();
                        move |_| {
                            if is_current.get_untracked() {
                                app.asked_to_write.set(Some(id.clone()));
                            }
                        }
                    }
                    on:keydown={
                        let id = id.clone();
                        move |event| row_key(app, &id, &event)
                    }
                >
                    {live(title)}
                </a>
                {live(move || {
                    (!facts.read().in_report)
                        .then(|| view! { <span class="chip">{t.left_out}</span> })
                })}
                {live(move || {
                    has_copies
                        .get()
                        .then(|| view! { <span class="chip warn">{t.copy_beside}</span> })
                })}
                </div>
                <span class="row-count" title=t.characters_meaning>
                    {live(move || match facts.read().written {
                        true => (t.characters_short)(facts.read().characters),
                        false => t.not_written.to_owned(),
                    })}
                </span>
                <button
                    class="icon-button row-more"
                    type="button"
                    aria-expanded=move || if is_open.get() { "true" } else { "false" }
                    aria-label=move || (t.section_actions)(&title())
                    on:click=toggle
                >
                    <Drawn icon=Icon::More />
                </button>
            </div>
            {live(move || {
                is_open.get().then(|| view! { <Actions app section=section.clone() open /> })
            })}
        </li>
    }
}

/// The keys of a row. They are told in its tool tip and to screen readers.
fn row_key(app: App, id: &SectionId, event: &web_sys::KeyboardEvent) {
    let step = match (event.alt_key(), event.key().as_str()) {
        (true, "ArrowUp") => Step::Up,
        (true, "ArrowDown") => Step::Down,
        (true, "ArrowRight") => Step::Nest,
        (true, "ArrowLeft") => Step::Unnest,
        (false, "Delete") => {
            event.prevent_default();
            moving_focus_on(|| app.delete_section(id));
            return;
        }
        _ => return,
    };
    event.prevent_default();
    keeping_focus(|| app.step(id, step));
}

/// Moving a node in the document takes the focus from it: give it back.
fn keeping_focus(change: impl FnOnce()) {
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

/// The row that has the focus goes: the next one takes it, or the last.
fn moving_focus_on(change: impl FnOnce()) {
    let document = web_sys::window().and_then(|window| window.document());
    let rows = move || {
        let found = document.as_ref()?.query_selector_all(".row").ok()?;
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
        let after = rows().unwrap_or_default();
        let row = at.and_then(|at| after.get(at).or(after.last()));
        let link = row.and_then(|row| row.query_selector("a").ok().flatten());
        if let Some(Ok(link)) = link.map(|link| link.dyn_into::<web_sys::HtmlElement>()) {
            let focused = link.focus();
            debug_assert!(focused.is_ok());
        }
    });
}

#[component]
fn Actions(app: App, section: SectionSignal, open: RwSignal<Option<SectionId>>) -> impl IntoView {
    let t = app.words();
    let facts = section.facts;
    let renaming = RwSignal::new(false);
    let step = {
        let id = section.id.clone();
        move |step| {
            let id = id.clone();
            move |_| keeping_focus(|| app.step(&id, step))
        }
    };
    let (event, id) = (section.event.clone(), section.id.clone());
    let add_nested = {
        let id = id.clone();
        move |_| {
            if let Some(new) = app.add_section(&event, Some(&id)) {
                app.go(Route::Writing(event.clone(), new));
            }
        }
    };
    let delete = {
        let id = id.clone();
        move |_| {
            moving_focus_on(|| {
                open.set(None);
                app.delete_section(&id);
            });
        }
    };
    let rename = {
        let route = Route::Writing(section.event.clone(), id.clone());
        let id = id.clone();
        move |title: Option<String>| {
            renaming.set(false);
            if let Some(title) = title {
                app.rename_section(&id, &title);
            }
            focus_link(&route);
        }
    };
    let nested = move || facts.read().depth > 0;
    view! {
        <div
            class="row-actions"
            role="group"
            aria-label=move || (t.section_actions)(&facts.read().title_or(t.untitled))
        >
            <ActionButton icon=Icon::Up label=t.move_up press=step(Step::Up) />
            <ActionButton icon=Icon::Down label=t.move_down press=step(Step::Down) />
            {
                let (inward, outward) = (step(Step::Nest), step(Step::Unnest));
                live(move || {
                    if nested() {
                        view! {
                            <ActionButton icon=Icon::Unnest label=t.unnest press=outward.clone() />
                        }
                            .into_any()
                    } else {
                        view! {
                            <ActionButton icon=Icon::Nest label=t.nest press=inward.clone() />
                        }
                            .into_any()
                    }
                })
            }
            {
                let toggle = step(Step::InOrOut);
                live(move || {
                    let (icon, label) = if facts.read().in_report {
                        (Icon::LeaveOut, t.leave_out)
                    } else {
                        (Icon::TakeIn, t.take_in)
                    };
                    view! { <ActionButton icon label press=toggle.clone() /> }
                })
            }
            <ActionButton icon=Icon::Pencil label=t.rename press=move |_| renaming.set(true) />
            <ActionButton icon=Icon::Delete label=t.delete press=delete />
            <button class="button quiet small" type="button" on:click=add_nested>
                <Drawn icon=Icon::Plus />
                {t.add_nested}
            </button>
            {live(move || {
                renaming
                    .get()
                    .then(|| {
                        let rename = rename.clone();
                        let title = facts.read_untracked().title.clone();
                        view! { <Rename label=t.rename save=t.save_name title done=rename /> }
                    })
            })}
        </div>
    }
}

#[component]
fn ActionButton(
    icon: Icon,
    label: &'static str,
    press: impl FnMut(web_sys::MouseEvent) + 'static,
) -> impl IntoView {
    view! {
        <button class="icon-button" type="button" aria-label=label title=label on:click=press>
            <Drawn icon />
        </button>
    }
}

/// `done` is given the new title, or nothing where it stays as it was.
#[component]
fn Rename(
    label: &'static str,
    save: &'static str,
    title: String,
    done: impl Fn(Option<String>) + Clone + Send + 'static,
) -> impl IntoView {
    let value = RwSignal::new(title);
    let input = NodeRef::<leptos::html::Input>::new();
    // Once its value stands in it: until then there is nothing to select.
    input.on_load(|input| {
        request_animation_frame(move || {
            let focused = input.focus();
            debug_assert!(focused.is_ok());
            input.select();
        });
    });
    let give_up = done.clone();
    view! {
        <form
            class="rename"
            on:submit=move |event| {
                event.prevent_default();
                let title = value.get();
                done((!title.trim().is_empty()).then_some(title));
            }
            on:keydown=move |event| {
                if event.key() == "Escape" && !event.is_composing() {
                    give_up(None);
                }
            }
        >
            <input
                class="input"
                aria-label=label
                autocomplete="off"
                prop:value=value.get_untracked()
                on:input:target=move |event| value.set(event.target().value())
                node_ref=input
            />
            <button class="button small primary" type="submit">{save}</button>
        </form>
    }
}
