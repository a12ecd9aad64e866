//! The bar for the thumb: what can be done with the text, and what says so of a button.

use leptos::prelude::*;
use leptos::web_sys;
use web_sys::wasm_bindgen::JsCast;

use super::find::Finder;
use super::icon::{Drawn, Icon};
use super::live::live;
use super::state::App;
use super::tools::{self, TOOLS};
use super::typing::{self, Area};
use crate::browser::dom;
use crate::browser::timer::Timer;
use crate::domain::SectionId;

/// So long a finger stays on a button that wants to know what it is.
const LONG_PRESS_MS: i32 = 500;

/// The button that is spoken of: its name, its keys, and its middle in pixels from the left edge
/// of the bar.
#[derive(Clone)]
struct Tip {
    label: &'static str,
    keys: String,
    middle: i32,
}

#[component]
pub fn Toolbar(
    app: App,
    area: Area,
    /// Which section the text is, if it is one.
    #[prop(optional)]
    section: Option<SectionId>,
    finder: Finder,
    /// Whether it stands below the text, for the thumb.
    for_thumb: bool,
) -> impl IntoView {
    let t = app.words();
    let tip = RwSignal::new(None::<Tip>);
    let buttons = TOOLS
        .iter()
        .map(|tool| {
            let command = tool.command;
            let (icon, label) = (tool.icon, (tool.label)(t));
            view! { <Tool tip icon label keys=tool.keys press=move || typing::run(area, command) /> }
        })
        .collect_view();
    let of_section = section.clone().map(|section| {
        let joined = section.clone();
        let cut = move || {
            if let Some(caret) = typing::caret(area) {
                app.cut_section(&section, caret);
            }
        };
        let join = move || app.join_with_above(&joined);
        view! {
            <Tool tip icon=Icon::Split label=t.cut_here keys=tools::CUT press=cut />
            <Tool tip icon=Icon::Join label=t.join_above keys=tools::JOIN press=join />
        }
    });
    let stamped = section.clone();
    let stamp = move || {
        if let Some(section) = &stamped {
            typing::stamp(area, &app.stamp_for(section));
        }
    };
    let stamp = section.is_some().then(|| {
        let label = t.timetable.stamp;
        view! { <Tool tip icon=Icon::Stamp label keys="" press=stamp /> }
    });
    let find = move || finder.open();
    // Beside the tools for a thumb; before them where they stand in rows, so that none is left alone.
    let fixed = move || {
        let undo = move || typing::step_back(area, "undo");
        let redo = move || typing::step_back(area, "redo");
        let hide = for_thumb.then(|| {
            let press = move || typing::let_go(area);
            view! { <Tool tip icon=Icon::HideKeyboard label=t.hide_keyboard keys="" press /> }
        });
        view! {
            <div class="tools-fixed">
                <Tool tip icon=Icon::Undo label=t.undo_typing keys=tools::UNDO press=undo />
                <Tool tip icon=Icon::Redo label=t.redo_typing keys=tools::REDO press=redo />
                {hide}
            </div>
        }
    };
    view! {
        <div class="toolbar" role="toolbar" aria-label=t.formatting on:keydown=move |event| rove(&event)>
            {live(move || {
                tip.get()
                    .map(|tip| {
                        let middle = format!("{}px", tip.middle);
                        view! {
                            <p class="tool-tip" aria-hidden="true" style:--middle=middle>
                                {tip.label}
                                <kbd>{tip.keys}</kbd>
                            </p>
                        }
                    })
            })}
            {(!for_thumb).then(fixed)}
            <div class="tools">
                {stamp} {buttons} {of_section}
                <Tool tip icon=Icon::Search label=t.find_and_replace keys=tools::FIND press=find />
            </div>
            {for_thumb.then(fixed)}
        </div>
    }
}

/// A button of the bar. It never takes the focus from the text when it is pressed, so the
/// on-screen keyboard stays where it is. A finger that stays on it asks what it is, and no more.
#[component]
fn Tool(
    tip: RwSignal<Option<Tip>>,
    icon: Icon,
    label: &'static str,
    keys: &'static str,
    press: impl Fn() + 'static,
) -> impl IntoView {
    let button = NodeRef::<leptos::html::Button>::new();
    let show = move || {
        if let Some(button) = button.get_untracked() {
            let middle = dom::middle_in(&button, ".toolbar");
            let keys = tools::shown(keys);
            tip.set(Some(Tip {
                label,
                keys,
                middle,
            }));
        }
    };
    let hide = move || tip.set(None);
    let held = StoredValue::new_local(None::<Timer>);
    let asked = StoredValue::new(false);
    let down = move |event: web_sys::PointerEvent| {
        event.prevent_default();
        asked.set_value(false);
        if event.pointer_type() == "touch" {
            held.set_value(Timer::after(LONG_PRESS_MS, move || {
                asked.set_value(true);
                show();
            }));
        }
    };
    let up = move || {
        held.set_value(None);
        hide();
    };
    view! {
        <button
            class="icon-button"
            type="button"
            // One stop of the Tab key for the bar, which arrows go along.
            tabindex=if icon == Icon::List { "0" } else { "-1" }
            aria-label=label
            aria-keyshortcuts=(!keys.is_empty()).then(|| tools::told(keys))
            node_ref=button
            on:pointerdown=down
            on:pointerup=move |_| up()
            on:pointercancel=move |_| up()
            on:mousedown=move |event| event.prevent_default()
            on:contextmenu=move |event| event.prevent_default()
            on:pointerenter=move |event| {
                if event.pointer_type() == "mouse" {
                    show();
                }
            }
            on:pointerleave=move |_| up()
            on:focus=move |_| show()
            on:blur=move |_| hide()
            on:click=move |_| {
                if !asked.try_update_value(std::mem::take).unwrap_or_default() {
                    press();
                }
            }
        >
            <Drawn icon />
        </button>
    }
}

/// The arrow keys go along the bar, as in every toolbar
/// (<https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/>).
fn rove(event: &web_sys::KeyboardEvent) {
    let bar = event
        .current_target()
        .and_then(|bar| bar.dyn_into::<web_sys::Element>().ok());
    let Some(bar) = bar else { return };
    let Ok(buttons) = dom::all(&bar, "button") else {
        return;
    };
    let Some(here) = buttons.iter().position(dom::has_focus) else {
        return;
    };
    let last = buttons.len() - 1;
    let next = match event.key().as_str() {
        "ArrowRight" => {
            if here == last {
                0
            } else {
                here + 1
            }
        }
        "ArrowLeft" => here.checked_sub(1).unwrap_or(last),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    for (index, button) in buttons.iter().enumerate() {
        let stop = if index == next { "0" } else { "-1" };
        let set = button.set_attribute("tabindex", stop);
        debug_assert!(set.is_ok());
    }
    let focused = dom::focus(&buttons[next]);
    debug_assert!(focused.is_ok());
    dom::show(&buttons[next]);
}
