//! Beside the section in which she looks back: an earlier event in numbers, and what she asked then.

use leptos::prelude::*;

use super::live::{live, memo};
use super::resting;
use super::state::{App, SectionSignal};
use crate::domain::{Event, EventId, event_before};
use crate::publish::Tally;
use crate::text::looks_back;

/// An event in numbers.
#[derive(Clone, PartialEq)]
struct Counted {
    tally: Tally,
    characters: usize,
}

impl App {
    fn event_before(self, id: &EventId) -> Option<Event> {
        let events = self.events();
        let event = self.event(id)?;
        let is_written = |it: &Event| untrack(|| self.progress(&it.id)).written > 0;
        event_before(&events, &event, is_written).cloned()
    }

    fn count(self, id: &EventId) -> Counted {
        Counted {
            tally: self.with_sources(id, |sources| sources.tally()),
            characters: untrack(|| self.progress(id)).characters,
        }
    }
}

#[component]
pub fn Beside(app: App, section: SectionSignal) -> impl IntoView {
    let t = &app.words().growth;
    let is_free = section.now().session.is_none();
    let facts = section.facts;
    let is_asked = memo(move || is_free && looks_back(&facts.read().title));
    let event = section.event;
    live(move || {
        let before = is_asked.get().then(|| app.event_before(&event))??;
        let name = (t.beside)(before.called());
        let is_open = RwSignal::new(false);
        let (event, id) = (event.clone(), before.id.clone());
        let open = move || {
            let is_open = is_open.get();
            is_open.then(|| view! { <Both app event=event.clone() before=id.clone() /> })
        };
        Some(view! {
            <details
                class="beside"
                on:toggle:target=move |event| is_open.set(event.target().open())
            >
                <summary>{name.clone()}</summary>
                <div class="beside-both" tabindex="0" role="group" aria-label=name.clone()>
                    {live(open)}
                </div>
            </details>
        })
    })
}

/// Both in numbers. Those of this event follow what she writes.
#[component]
fn Both(app: App, event: EventId, before: EventId) -> impl IntoView {
    let t = app.words();
    let now = RwSignal::new(app.count(&event));
    let then = app.count(&before);
    resting::follow(
        false,
        move || app.facts_changed.track(),
        move || drop(now.try_set(app.count(&event))),
    );
    let row = |words: &'static str, read: fn(&Counted) -> usize| {
        let count = read(&then);
        let row = move || {
            let now = now.with(read);
            (count + now > 0).then(|| {
                view! {
                    <tr>
                        <th scope="row">{words}</th>
                        <td>{count}</td>
                        <td>{now}</td>
                    </tr>
                }
            })
        };
        live(row)
    };
    let rows = [
        row(t.growth.heard, |it| it.tally.heard),
        row(t.growth.half, |it| it.tally.half),
        row(t.growth.characters, |it| it.characters),
        row(t.growth.learned, |it| it.tally.learned),
        row(t.growth.questions, |it| it.tally.questions.len()),
    ];
    let questions = then.tally.questions.iter();
    let questions = questions.map(|words| view! { <li>{words.clone()}</li> });
    let questions = (!then.tally.questions.is_empty()).then(|| {
        view! {
            <p class="beside-title">{t.growth.questions_then}</p>
            <ul>{questions.collect_view()}</ul>
        }
    });
    view! {
        <table>
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{t.growth.then}</th>
                        <th scope="col">{t.growth.now}</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().collect_view()}</tbody>
            </table>
            {questions}
    }
}
