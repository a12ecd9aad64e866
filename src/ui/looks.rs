//! The choices of looks as signals: shown by the page at once, and kept on this device. Must not
//! know what anything looks like; the style sheets do.

use leptos::prelude::*;

use super::columns::Columns;
use super::icon::{Drawn, Icon};
use super::live::watch;
use super::prefs::{self, LanguageChoice, TextSize, Theme};
use super::state::App;
use crate::browser::media;
use crate::publish::Target;
use crate::store::Keys;

#[derive(Clone, Copy)]
pub struct Looks {
    pub language: RwSignal<LanguageChoice>,
    pub theme: RwSignal<Theme>,
    /// Black for a dark hall, whatever the theme.
    pub hall: RwSignal<bool>,
    pub text_size: RwSignal<TextSize>,
    /// Of an event on a wide window.
    pub columns: RwSignal<Columns>,
    /// Where reports are published.
    pub target: RwSignal<Target>,
}

impl Looks {
    /// Those that were chosen before, shown before the first screen is drawn.
    pub fn start(keys: &Keys) -> Self {
        let looks = Self {
            language: choice(keys, LanguageChoice::load, LanguageChoice::save, |choice| {
                media::mark_root("lang", choice.language().tag());
            }),
            theme: choice(keys, Theme::load, Theme::save, |theme| {
                media::mark_root("data-theme", theme.name());
            }),
            hall: choice(keys, prefs::load_hall, prefs::save_hall, |hall| {
                media::mark_root("data-hall", prefs::hall_name(hall));
            }),
            text_size: choice(keys, TextSize::load, TextSize::save, |size| {
                media::mark_root("data-text-size", size.name());
            }),
            columns: choice(keys, prefs::load_columns, prefs::save_columns, |_| ()),
            target: choice(keys, prefs::load_target, prefs::save_target, |_| ()),
        };
        looks.color_bars(looks.theme.get_untracked(), looks.hall.get_untracked());
        watch(
            move || (looks.theme.get(), looks.hall.get()),
            move |(theme, hall)| looks.color_bars(*theme, *hall),
        );
        looks
    }

    fn color_bars(self, theme: Theme, hall: bool) {
        let theme = if hall { Some("hall") } else { theme.chosen() };
        if let Err(fault) = media::color_bars(theme) {
            leptos::logging::warn!("{fault}");
        }
    }
}

/// One tap to the looks of a dark hall, and one back.
#[component]
pub fn HallButton(app: App, #[prop(default = "icon-button")] class: &'static str) -> impl IntoView {
    let t = app.words();
    let hall = app.looks.hall;
    // Where there is room its name stands below it.
    let name = (class == "tab").then_some(t.hall_short);
    view! {
        <button
            class=class
            class:hall=true
            type="button"
            aria-label=t.hall
            title=t.hall
            aria-pressed=move || hall.get().to_string()
            on:click=move |_| hall.update(|hall| *hall = !*hall)
        >
            <Drawn icon=Icon::Moon />
            {name}
        </button>
    }
}

/// A choice that is shown now and whenever it changes, and kept when it does.
fn choice<T: Copy + Send + Sync + 'static>(
    keys: &Keys,
    load: fn(&Keys) -> T,
    save: fn(T, &Keys),
    show: fn(T),
) -> RwSignal<T> {
    let choice = RwSignal::new(load(keys));
    show(choice.get_untracked());
    let keys = keys.clone();
    watch(
        move || choice.get(),
        move |choice| {
            show(*choice);
            save(*choice, &keys);
        },
    );
    choice
}
