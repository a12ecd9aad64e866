//! A sample for whoever has no event yet: brought by one tap, taken away by one.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::live::live;
use super::state::App;
use crate::browser::fetch;
use crate::domain::{EventId, Route, Section, Tab};
use crate::publish;

impl App {
    /// Makes the sample an event of this device and opens it.
    fn add_sample(self, file: &str) {
        let Some(bits) = self.random() else { return };
        let (event, texts) = publish::sample(self.language(), file, bits);
        let texts = texts.into_iter().map(str::to_owned).collect();
        let id = self.add_event(event, texts);
        if let Some(last) = self.sections_now(&id).pop() {
            let in_report = false;
            self.write(vec![Section { in_report, ..last }]);
        }
        self.flush();
        self.go(Route::Event(id, Tab::Notes));
    }
}

/// The button on the empty list.
#[component]
pub fn SeeSample(app: App) -> impl IntoView {
    let t = app.words();
    let fetching = RwSignal::new(false);
    let see = move |_| {
        if fetching.get_untracked() {
            return;
        }
        fetching.set(true);
        spawn_local(async move {
            let file = fetch::text(publish::sample_file(app.language())).await;
            if fetching.try_set(false).is_some() {
                // She has gone elsewhere meanwhile.
                return;
            }
            match file {
                Ok(file) => app.add_sample(&file),
                Err(fault) => {
                    leptos::logging::warn!("{fault}");
                    app.say(t.failed_sample.to_owned());
                }
            }
        });
    };
    view! {
        <button class="button quiet" type="button" aria-disabled=move || fetching.get().then_some("true") on:click=see>
            {t.see_sample}
        </button>
    }
}

/// The line that says of an event that it is the sample.
#[component]
pub fn SampleLine(app: App, event: EventId) -> impl IntoView {
    let t = app.words();
    live(move || {
        let event = app.event(&event).filter(publish::is_sample)?;
        let take_away = move |_| {
            app.delete_event(&event.id);
            app.replace(Route::Events);
        };
        Some(view! {
            <div class="sample">
                <p class="sample-about">{t.sample_about}</p>
                <button class="button small" type="button" on:click=take_away>
                    {t.take_sample_away}
                </button>
            </div>
        })
    })
}
