//! The choices of looks as signals: shown by the page at once, and kept on this device. Must not
//! know what anything looks like; the style sheets do.

use leptos::prelude::*;

use super::prefs::{LanguageChoice, TextSize, Theme};
use crate::browser::media;
use crate::store::Keys;

#[derive(Clone, Copy)]
pub struct Looks {
    pub language: RwSignal<LanguageChoice>,
    pub theme: RwSignal<Theme>,
    pub text_size: RwSignal<TextSize>,
}

impl Looks {
    /// Those that were chosen before, shown before the first screen is drawn.
    pub fn start(keys: &Keys) -> Self {
        Self {
            language: choice(keys, LanguageChoice::load, LanguageChoice::save, |choice| {
                media::mark_root("lang", choice.language().tag());
            }),
            theme: choice(keys, Theme::load, Theme::save, |theme| {
                media::mark_root("data-theme", theme.name());
                if let Err(fault) = media::color_bars(theme.chosen()) {
                    leptos::logging::warn!("{fault}");
                }
            }),
            text_size: choice(keys, TextSize::load, TextSize::save, |size| {
                media::mark_root("data-text-size", size.name());
            }),
        }
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
    Effect::watch(
        move || choice.get(),
        move |choice, _, _| {
            show(*choice);
            save(*choice, &keys);
        },
        false,
    );
    choice
}
