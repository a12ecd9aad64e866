//! What lies over a screen for a moment: the palette, the sheet of shortcuts, and that of the ways to
//! take a report away. One at a time, opened by a key or a button, closed by Escape, by a tap beside it, and by what is done in it.

use leptos::prelude::*;
use leptos::web_sys;
use web_sys::HtmlDialogElement;
use web_sys::wasm_bindgen::JsCast;

use super::frame::in_field;
use super::icon::{Drawn, Icon};
use super::live::live;
use super::palette::Palette;
use super::shortcuts::Shortcuts;
use super::state::App;
use super::take::MoreWays;
use super::tools;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    Palette,
    Shortcuts,
    /// The ways in which the report of the event that is open is taken away.
    Ways,
}

/// The title of a sheet, and the button that closes it.
#[component]
pub fn OverlayHead(app: App, overlays: Overlays, title: &'static str) -> impl IntoView {
    view! {
        <header class="overlay-head">
            <h2 class="overlay-title">{title}</h2>
            <button
                class="icon-button"
                type="button"
                aria-label=app.words().close
                on:click=move |_| overlays.close()
            >
                <Drawn icon=Icon::Close />
            </button>
        </header>
    }
}

/// Which one lies there.
#[derive(Clone, Copy)]
pub struct Overlays {
    shown: RwSignal<Option<Overlay>>,
    dialog: NodeRef<leptos::html::Dialog>,
}

impl Overlays {
    /// Listens to the keys that open one.
    pub fn start() -> Self {
        let overlays = Self {
            shown: RwSignal::new(None),
            dialog: NodeRef::new(),
        };
        let listening = window_event_listener(leptos::ev::keydown, move |event| {
            let composing = event.is_composing() || event.key_code() == 229;
            if composing || event.default_prevented() {
                return;
            }
            let bare = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            let wanted = match () {
                () if tools::is_pressed(tools::PALETTE, &event) => Overlay::Palette,
                () if bare && event.key() == "?" && !in_field(&event) => Overlay::Shortcuts,
                () => return,
            };
            event.prevent_default();
            match overlays.shown.get_untracked() {
                Some(shown) if shown == wanted => overlays.close(),
                _ => overlays.open(wanted),
            }
        });
        on_cleanup(move || listening.remove());
        overlays
    }

    pub fn open(self, overlay: Overlay) {
        let dialog = self.dialog.get_untracked();
        let was_there = dialog.is_some_and(|dialog| dialog.is_connected());
        self.close();
        let show = move || self.shown.set(Some(overlay));
        // One that is there, if only until the end of this task, is not the one to be shown.
        match was_there {
            true => request_animation_frame(show),
            false => show(),
        }
    }

    /// The focus goes back to where it was.
    pub fn close(self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog.close();
        }
        self.shown.set(None);
    }
}

/// The one that is open.
#[component]
pub fn ShownOverlay(app: App, overlays: Overlays) -> impl IntoView {
    live(move || {
        let overlay = overlays.shown.get()?;
        let t = app.words_now();
        let (label, class) = match overlay {
            Overlay::Palette => (t.palette.title, "overlay palette"),
            Overlay::Shortcuts => (t.palette.shortcuts, "overlay shortcuts"),
            Overlay::Ways => (t.ways.title, "overlay ways"),
        };
        let dialog = overlays.dialog;
        dialog.on_load(|dialog| {
            let shown = dialog.show_modal();
            debug_assert!(shown.is_ok());
        });
        let content = match overlay {
            Overlay::Palette => view! { <Palette app overlays /> }.into_any(),
            Overlay::Shortcuts => view! { <Shortcuts app overlays /> }.into_any(),
            Overlay::Ways => view! { <MoreWays app overlays /> }.into_any(),
        };
        Some(view! {
            <dialog
                class=class
                aria-label=label
                node_ref=dialog
                on:close=move |_| {
                    // It is told late: another may have been opened meanwhile.
                    if overlays.shown.get_untracked() == Some(overlay) {
                        overlays.shown.set(None);
                    }
                }
                on:click=move |event| {
                    // What is beside its content is the dialog itself.
                    if event.target().is_some_and(|it| it.has_type::<HtmlDialogElement>()) {
                        overlays.close();
                    }
                }
            >
                {content}
            </dialog>
        })
    })
}
