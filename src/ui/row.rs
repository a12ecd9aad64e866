//! One section in the list: open, move, nest, leave out, rename, delete, by thumb
//! and by keys.

use leptos::prelude::*;
use leptos::web_sys;

use super::area::Asked;
use super::chips::Chips;
use super::choosing::Choice;
use super::frame::focus_link;
use super::icon::{Drawn, Icon};
use super::live::{live, memo};
use super::moving::Goal;
use super::outline::{keeping_focus, moving_focus_on};
use super::sections::Step;
use super::state::{App, SectionSignal};
use crate::browser::dom;
use crate::domain::{Direction, EventId, Route, SectionId};
use crate::text::tag_of;
use crate::{editing, markdown};

#[component]
pub fn Row(
    app: App,
    section: SectionSignal,
    /// The one row that shows its actions.
    open: RwSignal<Option<SectionId>>,
    choice: Choice,
    current: Signal<Option<SectionId>>,
) -> impl IntoView {
    let facts = section.facts;
    let renaming = RwSignal::new(false);
    let is_open = {
        let id = section.id.clone();
        memo(move || open.read().as_ref() == Some(&id))
    };
    let line = {
        let section = section.clone();
        move || {
            let section = section.clone();
            if renaming.get() {
                view! { <Rename app section renaming /> }.into_any()
            } else {
                view! { <Line app section open is_open choice current /> }.into_any()
            }
        }
    };
    view! {
        <li
            class="row"
            data-depth=move || facts.read().depth.to_string()
            data-left-out=move || (!facts.read().in_report).then_some("true")
        >
            <div class="row-line">
                <span class="row-grip" aria-hidden="true" title=app.words().drag>
                    <Drawn icon=Icon::Grip />
                </span>
                {live(line)}
            </div>
            {live(move || {
                is_open
                    .get()
                    .then(|| view! { <Actions app section=section.clone() open renaming /> })
            })}
        </li>
    }
}

/// The title, which opens the section, and what is known of it.
#[component]
fn Line(
    app: App,
    section: SectionSignal,
    open: RwSignal<Option<SectionId>>,
    is_open: Memo<bool>,
    choice: Choice,
    current: Signal<Option<SectionId>>,
) -> impl IntoView {
    let t = app.words();
    let facts = section.facts;
    let id = section.id.clone();
    let route = Route::Writing(section.event.clone(), id.clone());
    let title = move || facts.read().title_or(t.untitled);
    let is_current = {
        let id = id.clone();
        memo(move || current.read().as_ref() == Some(&id))
    };
    let chosen = choice.has(id.clone());
    let toggle = {
        let id = id.clone();
        move |_| open.set((!is_open.get()).then(|| id.clone()))
    };
    view! {
        <div class="row-text">
            <a
                class="row-link"
                lang=move || tag_of(&title())
                href=route.fragment()
                title=t.keys_hint
                aria-current=move || is_current.get().then_some("true")
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowRight Alt+ArrowLeft Delete Control+Z"
                role=move || chosen.get().map(|_| "checkbox")
                aria-checked=move || chosen.get().map(|it| if it { "true" } else { "false" })
                on:click={
                    let (event, id) = (section.event.clone(), id.clone());
                    move |click| {
                        if choice.press(app, &event, &id, click.shift_key()) {
                            click.prevent_default();
                        } else if is_current.get_untracked() {
                            let section = id.clone();
                            app.asked_to_write.set(Some(Asked { section, at: None }));
                        }
                    }
                }
                on:keydown={
                    let event = section.event.clone();
                    move |key| row_key(app, &event, &id, choice, &key)
                }
            >
                {live(title)}
            </a>
            <Chips app section />
        </div>
        <span class="row-count" title=t.characters_meaning>
            {live(move || facts.read().length(t))}
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
    }
}

/// The keys of a row. They are told in its tool tip and to screen readers.
fn row_key(
    app: App,
    event: &EventId,
    id: &SectionId,
    choice: Choice,
    key: &web_sys::KeyboardEvent,
) {
    let go = |direction| {
        let goal = Goal::Step(direction);
        keeping_focus(|| app.move_sections(event, &choice.or(app, event, id), &goal));
    };
    match (key.alt_key(), key.key().as_str()) {
        (true, "ArrowUp") => go(Direction::Up),
        (true, "ArrowDown") => go(Direction::Down),
        (true, "ArrowRight") => keeping_focus(|| app.step(id, Step::Nest)),
        (true, "ArrowLeft") => keeping_focus(|| app.step(id, Step::Unnest)),
        (false, "Delete") => moving_focus_on(|| {
            app.delete_sections(&choice.or(app, event, id));
            choice.end();
        }),
        (false, " ") if choice.press(app, event, id, key.shift_key()) => {}
        _ => return,
    }
    key.prevent_default();
}

#[component]
fn Actions(
    app: App,
    section: SectionSignal,
    open: RwSignal<Option<SectionId>>,
    renaming: RwSignal<bool>,
) -> impl IntoView {
    let t = app.words();
    let facts = section.facts;
    let (event, id) = (section.event, section.id);
    let step = {
        let id = id.clone();
        move |step| {
            let id = id.clone();
            move |_| keeping_focus(|| app.step(&id, step))
        }
    };
    let close_key = {
        let route = Route::Writing(event.clone(), id.clone());
        move |key: web_sys::KeyboardEvent| {
            if key.key() == "Escape" {
                open.set(None);
                focus_link(&route);
            }
        }
    };
    let history = Route::History(event.clone(), id.clone()).fragment();
    let add_nested = {
        let id = id.clone();
        move |_| {
            if let Some(new) = app.add_section(&event, Some(&id)) {
                app.go(Route::Writing(event.clone(), new));
            }
        }
    };
    let rename = move |_| {
        // Once: what is typed already stays.
        if !renaming.get_untracked() {
            renaming.set(true);
        }
    };
    let delete = move |_| {
        moving_focus_on(|| {
            open.set(None);
            app.delete_sections(std::slice::from_ref(&id));
        });
    };
    let nest_or_unnest = {
        let (inward, outward) = (step(Step::Nest), step(Step::Unnest));
        move || {
            if facts.read().depth > 0 {
                view! { <Action icon=Icon::Unnest label=t.unnest press=outward.clone() /> }
            } else {
                view! { <Action icon=Icon::Nest label=t.nest press=inward.clone() /> }
            }
        }
    };
    let in_or_out = {
        let toggle = step(Step::InOrOut);
        move || {
            let (icon, label) = match facts.read().in_report {
                true => (Icon::LeaveOut, t.leave_out),
                false => (Icon::TakeIn, t.take_in),
            };
            view! { <Action icon label press=toggle.clone() /> }
        }
    };
    // A row at the end of the screen opens under what always stands there.
    let actions = NodeRef::<leptos::html::Div>::new();
    actions.on_load(|actions| request_animation_frame(move || dom::show(&actions)));
    view! {
        <div
            node_ref=actions
            class="row-actions"
            role="group"
            aria-label=move || (t.section_actions)(&facts.read().title_or(t.untitled))
            on:keydown=close_key
        >
            <Action icon=Icon::Up label=t.move_up press=step(Step::Move(Direction::Up)) />
            <Action icon=Icon::Down label=t.move_down press=step(Step::Move(Direction::Down)) />
            {live(nest_or_unnest)}
            {live(in_or_out)}
            <Action icon=Icon::Pencil label=t.rename press=rename />
            <Action icon=Icon::Delete label=t.delete press=delete />
            <button class="button quiet small" type="button" on:click=add_nested>
                <Drawn icon=Icon::Plus />
                {t.add_nested}
            </button>
            <a class="button quiet small" href=history>
                <Drawn icon=Icon::History />
                {t.history}
            </a>
        </div>
    }
}

#[component]
pub(super) fn Action(
    icon: Icon,
    label: &'static str,
    press: impl FnMut(web_sys::MouseEvent) + 'static,
) -> impl IntoView {
    view! {
        <button class="action" type="button" on:click=press>
            <Drawn icon />
            <span>{label}</span>
        </button>
    }
}

/// Stands in the place of the title until another one is given, or none.
#[component]
fn Rename(app: App, section: SectionSignal, renaming: RwSignal<bool>) -> impl IntoView {
    let t = app.words();
    let title = section.facts.read_untracked().title.clone();
    let emoji = markdown::leading_emoji(&title).map_or(0, str::len);
    let words = emoji + title[emoji..].len() - title[emoji..].trim_start().len();
    let words = editing::byte_to_utf16(&title, words) as u32;
    let value = RwSignal::new(title);
    let input = NodeRef::<leptos::html::Input>::new();
    // Once its value stands in it: until then there is nothing to select.
    input.on_load(move |input| {
        request_animation_frame(move || {
            let focused = input.focus();
            // The emoji stays where the title is typed over.
            let selected = input.set_selection_range(words, u32::MAX);
            debug_assert!(focused.is_ok() && selected.is_ok());
        });
    });
    let done = {
        let route = Route::Writing(section.event.clone(), section.id.clone());
        move || {
            renaming.set(false);
            focus_link(&route);
        }
    };
    let give_up = done.clone();
    let cancel = done.clone();
    view! {
        <form
            class="rename"
            on:submit=move |event| {
                event.prevent_default();
                let title = value.get();
                if !title.trim().is_empty() {
                    app.rename_section(&section.id, &title);
                }
                done();
            }
            on:keydown=move |event| {
                if event.key() == "Escape" && !event.is_composing() {
                    give_up();
                }
            }
        >
            <input
                class="input"
                aria-label=t.rename
                autocomplete="off"
                prop:value=value.get_untracked()
                on:input:target=move |event| value.set(event.target().value())
                node_ref=input
            />
            <button class="button small primary" type="submit">{t.save_name}</button>
            <button class="icon-button" type="button" aria-label=t.cancel title=t.cancel on:click=move |_| cancel()>
                <Drawn icon=Icon::Close />
            </button>
        </form>
    }
}
