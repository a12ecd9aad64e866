//! Where the report is published: one choice for all reports, beside the preview.

use leptos::prelude::*;

use super::state::App;
use crate::domain::EventId;
use crate::publish::Target;
use crate::text::Words;

/// The choice, and the name that the report's file gets there, or how it gets there without one.
#[component]
pub fn TargetChoice(app: App, event: EventId) -> impl IntoView {
    let t = app.words();
    let target = app.looks.target;
    let chosen = target.get_untracked();
    let options = Target::ALL.map(|place| {
        let label = match place.is_verified() {
            true => place_name(place, t).to_owned(),
            false => (t.targets.not_verified)(place_name(place, t)),
        };
        view! { <option value=place.name() selected=place == chosen>{label}</option> }
    });
    let file = move || {
        let place = target.get();
        if place == Target::Note {
            return Some(t.targets.paste.to_owned());
        }
        let name = app.event(&event).map(|event| place.file_name(&event));
        name.map(|name| (t.targets.file)(&(place.folder().to_owned() + &name)))
    };
    view! {
        <div class="target">
            <div class="target-choice">
                <label for="target">{t.targets.label}</label>
                <select
                    class="input"
                    id="target"
                    on:change:target=move |event| target.set(Target::named(&event.target().value()))
                >
                    {options.into_iter().collect_view()}
                </select>
            </div>
            <p class="target-file">{file}</p>
        </div>
    }
}

/// What a place calls itself.
pub(super) fn place_name(target: Target, t: &'static Words) -> &'static str {
    match target {
        Target::AsWritten => t.targets.as_written,
        Target::Zenn => "Zenn",
        Target::Qiita => "Qiita",
        Target::GitHub => "GitHub",
        Target::CommonMark => "CommonMark",
        Target::Hatena => t.targets.hatena,
        Target::DevTo => "dev.to",
        Target::HackMd => "HackMD",
        Target::Note => "note",
    }
}
