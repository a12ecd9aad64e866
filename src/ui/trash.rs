//! The trash: what was deleted, how long it stays, and the way back.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::frame::{Bar, focus_heading};
use super::live::live;
use super::section::title;
use super::state::App;
use crate::browser::{clock, local, page};
use crate::domain::Route;
use crate::markdown;
use crate::store::{RecordId, Store, TrashDays};
use crate::text::Words;

/// One thing in the trash, as it is shown.
struct Thing {
    id: RecordId,
    emoji: String,
    name: String,
    /// The event that a section belongs to, and how much is written in it.
    of: Vec<String>,
}

impl App {
    /// Counts this day as one of use, and takes out of the trash what has been there
    /// long enough. Only when everything that is kept has been read: what is not
    /// known cannot be counted.
    pub(super) fn count_trash(self) {
        let key = self.with_store(|store| store.keys().setting("trash"));
        let mut days = self.trash_days();
        let trash = self.with_store(|store| store.trash());
        days.count(&clock::today(), &trash);
        let due: Vec<RecordId> = trash.into_iter().filter(|id| days.left(id) == 0).collect();
        // There is nothing to count for as long as the trash is empty.
        let kept = match days.is_empty() {
            true => local::remove(&key),
            false => local::write(&key, &days.text()),
        };
        if let Err(fault) = kept {
            // It is counted anew the next time: things stay longer.
            leptos::logging::warn!("{fault}");
        }
        if due.is_empty() {
            return;
        }
        let sections = self.with_store(|store| store.sections_in(&due));
        let outcome = self.with_store(|store| store.empty_trash(&due));
        self.perform(outcome);
        spawn_local(async move {
            for id in sections {
                if let Err(fault) = self.forget_revisions(&id).await {
                    leptos::logging::warn!("{fault}");
                }
            }
        });
    }

    fn trash_days(self) -> TrashDays {
        let key = self.with_store(|store| store.keys().setting("trash"));
        TrashDays::read(&local::read(&key).ok().flatten().unwrap_or_default())
    }

    /// How many things are in the trash; the caller runs again when that may have
    /// changed.
    pub fn in_trash(self) -> usize {
        self.track_lists();
        self.with_store(|store| store.trash().len())
    }

    fn things(self) -> Vec<Thing> {
        self.track_lists();
        let t = self.words();
        self.with_store(|store| {
            let things = store.trash().into_iter();
            things.filter_map(|id| thing(store, id, t)).collect()
        })
    }

    fn restore(self, thing: &Thing) {
        let outcome = self.with_store(|store| match &thing.id {
            RecordId::Event(id) => store.restore_event(id),
            RecordId::Section(id) => store.restore_section(id),
            RecordId::Profile | RecordId::Programme(_) | RecordId::Pick(_) => store.flush(),
        });
        self.perform(outcome);
        self.say((self.words().restored)(&thing.name));
        request_animation_frame(focus_heading);
    }
}

fn thing(store: &Store, id: RecordId, t: &Words) -> Option<Thing> {
    match &id {
        RecordId::Profile | RecordId::Programme(_) | RecordId::Pick(_) => None,
        RecordId::Event(event) => {
            let event = store.gone_events().into_iter().find(|it| it.id == *event)?;
            Some(Thing {
                id,
                name: match event.name.as_str() {
                    "" => t.untitled.to_owned(),
                    name => name.to_owned(),
                },
                emoji: event.report.emoji + " ",
                of: Vec::new(),
            })
        }
        RecordId::Section(section) => {
            let section = store.gone_section(section)?;
            let event = store.event(&section.event)?;
            let length = (t.characters)(markdown::characters(&section.text));
            Some(Thing {
                emoji: event.report.emoji,
                name: title(&section.text, t.untitled),
                of: vec![event.name, length],
                id,
            })
        }
    }
}

#[component]
pub fn Trash(app: App) -> impl IntoView {
    let t = app.words();
    page::set_title(t.trash);
    let list = move || {
        let things = app.things();
        if things.is_empty() {
            return view! { <p class="form-about">{t.trash_empty}</p> }.into_any();
        }
        let days = app.trash_days();
        let things = things.into_iter().map(|thing| {
            let left = days.left(&thing.id);
            view! { <Row app thing left /> }
        });
        view! { <ul class="texts">{things.collect_view()}</ul> }.into_any()
    };
    view! {
        <Bar app title=t.trash up=Route::Events />
        <main class="screen" id="content">
            <p class="form-about">{t.trash_about}</p>
            {live(list)}
        </main>
    }
}

#[component]
fn Row(app: App, thing: Thing, left: u32) -> impl IntoView {
    let t = app.words();
    let name = thing.name.clone();
    let label = (t.restore_of)(&name);
    let of = thing
        .of
        .iter()
        .map(|of| view! { <span>{of.clone()}</span> });
    let of = of.collect_view();
    let emoji = match thing.of.is_empty() {
        true => thing.emoji.clone(),
        false => String::new(),
    };
    view! {
        <li class="card thrown">
            <div class="card-body">
                <span class="thrown-name">
                    <span aria-hidden="true">{emoji}</span>
                    {name}
                </span>
                <span class="meta">{of} <span>{(t.days_left)(left as usize)}</span></span>
            </div>
            <button class="button small" type="button" aria-label=label on:click=move |_| app.restore(&thing)>
                {t.restore}
            </button>
        </li>
    }
}
