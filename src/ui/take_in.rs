//! Taking a programme in: from a file or a paste, shown before it is taken.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::web_sys;

use super::field::FileButton;
use super::frame::Bar;
use super::live::{effect, live};
use super::offer::Offer;
use super::offered::Offered;
use super::state::App;
use crate::browser::zones::Intl;
use crate::browser::{file, page};
use crate::domain::{Date, EventId, Route, Tab};
use crate::publish::{self, Encoding};
use crate::text::TimetableWords;
use crate::timetable::{self, Source};

#[derive(Clone, PartialEq)]
enum State {
    Nothing,
    Reading,
    Said(&'static str),
    Lies(Source),
    Offered(Arc<Offer>),
}

impl App {
    /// Whether a text that was handed to the page is a programme: on the screen for them
    /// everything is, elsewhere what is nothing else.
    pub(super) fn wants_programme(self, text: &str) -> bool {
        let here = self
            .route
            .with_untracked(|route| matches!(route, Route::TakeIn(_)));
        here || timetable::is_programme(text)
    }

    /// Shows what a programme would bring to an event, or to a new one.
    pub(super) fn hand_programme(self, event: Option<EventId>, text: String) {
        let event = event.or_else(|| {
            self.create_event(0, |event| {
                let title = timetable::read(&text, &Intl, None).title;
                event.name = match title.is_empty() {
                    true => self.words().timetable.title.to_owned(),
                    false => title,
                };
            })
        });
        if let Some(event) = event {
            self.timetables.handed.set(Some(text));
            self.go(Route::TakeIn(event));
        }
    }
}

#[component]
pub fn TakeIn(app: App, event: EventId) -> impl IntoView {
    let t = &app.words().timetable;
    let state = RwSignal::new(State::Nothing);
    let pasted = NodeRef::<leptos::html::Textarea>::new();
    page::set_title(t.take_in);
    let read = {
        let event = event.clone();
        Callback::new(move |(text, day): (String, Option<Date>)| {
            state.set(State::Reading);
            let event = event.clone();
            // After the words that say so are on the screen.
            request_animation_frame(move || {
                set_timeout(
                    move || {
                        let offer = Offer::of(app, &event, text, day);
                        state.set(match offer {
                            Some(offer)
                                if offer.count() > 0 || !offer.reading.unread.is_empty() =>
                            {
                                State::Offered(Arc::new(offer))
                            }
                            _ => State::Said(t.nothing_read),
                        });
                    },
                    std::time::Duration::ZERO,
                );
            });
        })
    };
    effect(move |_| {
        if let Some(text) = app.timetables.handed.get() {
            app.timetables.handed.set(None);
            read.run((text, None));
        }
    });
    let take_file = Callback::new(move |file: web_sys::File| {
        state.set(State::Reading);
        if file.size() > timetable::MOST_BYTES as f64 {
            return state.set(State::Said(t.too_large));
        }
        leptos::task::spawn_local(async move {
            let bytes = match file::bytes(&file).await {
                Ok(bytes) => timetable::prepared(bytes),
                Err(fault) => {
                    leptos::logging::warn!("{fault}");
                    return state.set(State::Said(app.words().failed_read));
                }
            };
            let legacy = |encoding: Encoding, bytes: &[u8]| file::decoded(encoding.name(), bytes);
            match publish::decode(&bytes, &legacy) {
                Ok(decoded) => read.run((decoded.text, None)),
                Err(_) => state.set(State::Said(t.nothing_read)),
            }
        });
    });
    let read_pasted = move |_| {
        if let Some(area) = pasted.get_untracked() {
            let text = area.value();
            match timetable::source(&text) {
                // An address alone: this page fetches nothing.
                Some(source) => state.set(State::Lies(source)),
                None if text.len() > timetable::MOST_BYTES => state.set(State::Said(t.too_large)),
                None => read.run((text, None)),
            }
        }
    };
    // Once something was read, taking it in comes first.
    let class = move || match &*state.read() {
        State::Offered(_) => "button",
        _ => "button primary",
    };
    let up = Route::Event(event.clone(), Tab::Timetable);
    view! {
        <Bar app title=t.take_in up />
        <main class="screen" id="content">
            <div class="form">
                <Lies app event />
                <FileButton label=t.open_file take=take_file />
                <div class="field">
                    <label class="field-label" for="pasted">{t.paste}</label>
                    <textarea
                        class="input pasted"
                        id="pasted"
                        rows="6"
                        spellcheck="false"
                        placeholder=t.paste_like
                        aria-describedby="pasted-hint"
                        node_ref=pasted
                        on:paste=move |event| paste(pasted, &event)
                    ></textarea>
                    <p class="field-hint" id="pasted-hint">{t.paste_hint}</p>
                </div>
                <button class=class type="button" on:click=read_pasted>{t.read}</button>
                <div role="status">
                    {live(move || match state.get() {
                        State::Nothing => ().into_any(),
                        State::Reading => view! { <p class="form-about">{t.reading}</p> }.into_any(),
                        State::Said(words) => {
                            view! { <p class="field-problem">{words}</p> }.into_any()
                        }
                        State::Lies(source) => view! { <SourceLine t source /> }.into_any(),
                        State::Offered(offer) => view! { <Offered app offer give_up=move |()| state.set(State::Nothing) read /> }.into_any(),
                    })}
                </div>
            </div>
        </main>
    }
}

/// A table that was copied from a page comes as the table that it is.
fn paste(area: NodeRef<leptos::html::Textarea>, event: &web_sys::ClipboardEvent) {
    let html = event
        .clipboard_data()
        .and_then(|data| data.get_data("text/html").ok());
    let text = html
        .filter(|html| html.contains("<t"))
        .and_then(|html| crate::markdown::from_html(&html));
    if let (Some(area), Some(text)) = (area.get_untracked(), text) {
        event.prevent_default();
        area.set_value(&text);
    }
}

/// Where the programme of this event can be had.
#[component]
fn Lies(app: App, event: EventId) -> impl IntoView {
    let t = &app.words().timetable;
    live(move || {
        let source = app
            .event(&event)
            .and_then(|event| timetable::source(&event.link));
        source.map(|source| view! { <SourceLine t source /> })
    })
}

#[component]
fn SourceLine(t: &'static TimetableWords, source: Source) -> impl IntoView {
    match source {
        Source::File(address) => view! {
            <p class="form-about">
                {t.lies_at} ": "
                <a href=address.clone() target="_blank" rel="noopener noreferrer">{address.clone()}</a>
                " " {t.save_and_open}
            </p>
        }
        .into_any(),
        Source::Page => view! { <p class="form-about">{t.copy_from_page}</p> }.into_any(),
    }
}
