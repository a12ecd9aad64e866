//! What another app shares with the page: into the memo of the session that runs, else where she
//! says. The address keeps it until then: a page that is loaded again has it again.

use leptos::prelude::*;

use super::arriving::when_told_all;
use super::frame::Bar;
use super::icon::{Drawn, Icon};
use super::live::live;
use super::programme::time_text;
use super::section::title;
use super::state::App;
use crate::browser::page;
use crate::domain::{EventId, Fill, Route, Section, SectionId, SessionId};
use crate::text::Shared;

/// So many memos are offered: those of about an afternoon.
const MEMOS: usize = 6;

/// Where what is shared may go.
#[derive(Clone)]
enum Spot {
    /// The end of the memo of a session.
    Memo(EventId, SessionId),
    /// The end of what stands about her own talk: reactions come afterwards.
    OwnTalk(EventId, SectionId),
    /// A section of its own.
    Section(EventId),
}

fn brought() -> Shared {
    Shared {
        title: page::query("title"),
        text: page::query("text"),
        url: page::query("url"),
    }
}

/// Takes it out of the address.
fn forget() {
    if let Err(fault) = page::forget_query() {
        leptos::logging::warn!("{fault}");
    }
}

/// Takes what the address brings, once everything is there that it could belong to.
pub fn take(app: App) {
    if brought().is_empty() {
        return;
    }
    when_told_all(app, move || {
        if let Some((event, session)) = app.running() {
            return app.put_shared(Spot::Memo(event, session));
        }
        match &*app.spots() {
            [] => {
                if let Some(event) = app.event_for_a_note() {
                    app.put_shared(Spot::Section(event));
                }
            }
            [only] => app.put_shared(only.clone()),
            _ => app.replace(Route::Shared),
        }
    });
}

/// Asks where what was shared belongs.
#[component]
pub fn SharedScreen(app: App) -> impl IntoView {
    let t = &app.words().sharing;
    page::set_title(t.title);
    let shared = brought();
    if shared.is_empty() {
        app.replace(Route::Events);
    }
    let words = [shared.title, shared.text, shared.url];
    let words = words.into_iter().filter(|it| !it.trim().is_empty());
    let words: Vec<_> = words.map(|it| view! { <p>{it}</p> }).collect();
    let leave = move |_| {
        forget();
        app.replace(Route::Events);
    };
    view! {
        <Bar app title=t.title up=Route::Events />
        <main class="screen" id="content">
            <blockquote class="shared">{words}</blockquote>
            <h2 class="shared-where">{t.where_to}</h2>
            <div class="on-now-cards">
                {live(move || {
                    app.is_told_all.track();
                    let spots = app.spots().into_iter();
                    spots.map(|spot| view! { <SpotButton app spot /> }).collect_view()
                })}
            </div>
            <button type="button" class="button quiet" on:click=leave>
                {t.nowhere}
            </button>
        </main>
    }
}

#[component]
fn SpotButton(app: App, spot: Spot) -> impl IntoView {
    let t = &app.words().sharing;
    let (label, name, about) = untrack(|| match &spot {
        Spot::Memo(event, session) => {
            let listed = app.listed(event, session);
            let time = app.agenda(event).slot(session).map(|it| time_text(app, it));
            let name = listed.map(|it| it.session.title).unwrap_or_default();
            (t.memo, name, time)
        }
        Spot::OwnTalk(_, section) => {
            let section = app.section_now(section);
            let name = section.map(|it| title(&it.text, app.words().untitled));
            (t.own_talk, name.unwrap_or_default(), None)
        }
        Spot::Section(event) => {
            let name = app.event_now(event).map(|it| it.name);
            (t.section, name.unwrap_or_default(), None)
        }
    });
    view! {
        <button type="button" class="on-now" on:click=move |_| app.put_shared(spot.clone())>
            <span class="on-now-label">{label}</span>
            <span class="on-now-title">{name}</span>
            {about.map(|about| view! { <span class="meta">{about}</span> })}
            <Drawn icon=Icon::Plus />
        </button>
    }
}

impl App {
    /// The memos of what began last at the event that is on, and each event; the caller runs again
    /// when the lists change.
    fn spots(self) -> Vec<Spot> {
        self.track_lists();
        let mut spots = Vec::new();
        let on = self.event_that_is_on();
        if let Some(event) = &on {
            let agenda = untrack(|| self.agenda(event));
            let hers = |session: &SessionId| {
                let starred = untrack(|| self.pick(event, session)).starred;
                starred || untrack(|| self.memo_id(event, session)).is_some()
            };
            let began = agenda.began(self.now(), &hers).take(MEMOS);
            spots.extend(began.map(|slot| Spot::Memo(event.clone(), slot.id.clone())));
            let sections = self.sections_now(event).into_iter();
            let own = sections.filter(|section| section.fill == Some(Fill::OwnTalk));
            spots.extend(own.map(|section| Spot::OwnTalk(event.clone(), section.id)));
            spots.push(Spot::Section(event.clone()));
        }
        let events = untrack(|| self.events()).into_iter().map(|event| event.id);
        let others = events.filter(|event| on.as_ref() != Some(event));
        spots.extend(others.map(Spot::Section));
        spots
    }

    fn put_shared(self, spot: Spot) {
        let shared = brought();
        match spot {
            Spot::Memo(event, session) => {
                if let Some(memo) = self.memo(&event, &session) {
                    self.put_beneath(&shared, &memo.now(), Route::Memo(event, session));
                }
            }
            Spot::OwnTalk(event, section) => {
                if let Some(own) = self.section_now(&section) {
                    self.put_beneath(&shared, &own, Route::Writing(event, section));
                }
            }
            Spot::Section(event) => self.put_into_section(&shared, event),
        }
    }

    fn put_into_section(self, shared: &Shared, event: EventId) {
        let t = self.words();
        let lead = self.event_now(&event).map(|event| event.report.emoji);
        let lead = lead.filter(|emoji| !emoji.is_empty());
        let lead = lead.map(|emoji| emoji + " ").unwrap_or_default();
        let text = shared.section(&lead, t.new_section);
        let Some(section) = self.add_texts(&event, None, vec![text]).pop() else {
            return;
        };
        forget();
        let name = self.event_now(&event).map(|event| event.name);
        let told = (t.shared_taken)(&name.unwrap_or_default());
        self.replace(Route::Writing(event, section.clone()));
        // After the change of the address, which takes away what was said.
        request_animation_frame(move || {
            let added = [section];
            self.say_with_undo(told, move || self.delete_sections(&added));
        });
    }

    /// At the end of a text; the line that says so takes it back where nothing was written since.
    fn put_beneath(self, shared: &Shared, memo: &Section, route: Route) {
        let there = self.section_now(&memo.id).is_some();
        let text = shared.beneath(&memo.text);
        let after = Section {
            text,
            ..memo.clone()
        };
        match there {
            true => self.write(vec![after.clone()]),
            false => self.bear(after.clone()),
        }
        forget();
        let name = title(&after.text, self.words().untitled);
        self.replace(route);
        let before = memo.clone();
        let undo = move || {
            if self.section_now(&after.id).as_ref() != Some(&after) {
                return;
            }
            match there {
                true => self.write(vec![before.clone()]),
                false => self.delete_sections(std::slice::from_ref(&after.id)),
            }
            self.refill.update(|count| *count += 1);
        };
        let told = (self.words().shared_taken)(&name);
        request_animation_frame(move || self.say_with_undo(told, undo));
    }
}
