//! Profile, language, theme and text size.

use leptos::prelude::*;

use super::backup::Backup;
use super::field::{Choice, TextField};
use super::frame::Bar;
use super::live::{effect, live};
use super::overlay::{Overlay, Overlays};
use super::prefs::{LanguageChoice, TextSize, Theme};
use super::state::App;
use super::version::NewVersion;
use crate::browser::page;
use crate::domain::{Profile, Route};
use crate::text::Language;

#[component]
pub fn Settings(app: App) -> impl IntoView {
    let t = app.words();
    let overlays = expect_context::<Overlays>();
    let known = app.profile();
    let (name, handles) = (
        RwSignal::new(known.name.clone()),
        RwSignal::new(known.handles.clone()),
    );
    effect(move |is_first| {
        let profile = Profile {
            name: name.get(),
            handles: handles.get(),
        };
        if !is_first {
            app.change_profile(profile);
        }
    });
    let languages = vec![
        (
            LanguageChoice::System,
            t.language_system.to_owned(),
            String::new(),
        ),
        (
            LanguageChoice::Fixed(Language::Japanese),
            "日本語".to_owned(),
            String::new(),
        ),
        (
            LanguageChoice::Fixed(Language::English),
            "English".to_owned(),
            String::new(),
        ),
    ];
    let themes = [
        (Theme::System, t.theme_system),
        (Theme::Light, t.theme_light),
        (Theme::Dark, t.theme_dark),
    ]
    .map(|(theme, name)| (theme, name.to_owned(), String::new()))
    .to_vec();
    let text_sizes = TextSize::ALL
        .into_iter()
        .zip(t.text_sizes)
        .map(|(size, name)| (size, name.to_owned(), String::new()))
        .collect();
    page::set_title(t.settings);
    view! {
        <Bar app title=t.settings up=Route::Events />
        <NewVersion app />
        <main class="screen" id="content">
            <div class="form">
                <h2 class="form-title">{t.profile}</h2>
                <p class="form-about">{t.profile_hint}</p>
                <TextField label=t.your_name value=name />
                <TextField label=t.handles hint=t.handles_hint value=handles />
                <h2 class="form-title">{t.display}</h2>
                <Choice label=t.language options=languages value=app.looks.language />
                <Choice label=t.theme options=themes value=app.looks.theme />
                <Choice label=t.text_size options=text_sizes value=app.looks.text_size />
                <Backup app />
                {live(move || {
                    app.wide
                        .get()
                        .then(|| {
                            view! {
                                <button
                                    class="button quiet"
                                    type="button"
                                    on:click=move |_| overlays.open(Overlay::Shortcuts)
                                >
                                    {t.palette.shortcuts}
                                </button>
                            }
                        })
                })}
            </div>
        </main>
    }
}
