//! The whole report as one text, which becomes its sections again whenever the hands pause.
//!
//! No key writes a section: what a key costs does not depend on how long the report is. What the
//! text has no more of is named and waits: it is in the trash only once the person says so, or
//! leaves. An edit is made from what the area shows, so that what another tab wrote meanwhile
//! stays beside it.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::web_sys;
use web_sys::HtmlTextAreaElement;
use web_sys::wasm_bindgen::JsCast;

use super::area::grow;
use super::find::Finder;
use super::find_bar::FindBar;
use super::length::Length;
use super::live::{live, memo, watch};
use super::state::App;
use super::toolbar::Toolbar;
use super::typing::{self, Area};
use crate::browser::listen::Listener;
use crate::browser::timer::Timer;
use crate::browser::{page, text_area};
use crate::domain::{EventId, Section, SectionId};
use crate::editing::{self, Edit, Selection};
use crate::publish::Joined;
use crate::{markdown, publish};

/// So long after the first key that is not in the sections yet the text becomes sections.
const PAUSE_MS: i32 = 300;

/// In a text of more bytes that takes longer than a key may, and is done less often.
const LARGE: usize = 128 * 1024;
const LARGE_PAUSE_MS: i32 = 1000;

#[derive(Clone, Copy)]
struct Whole {
    app: App,
    event: StoredValue<EventId>,
    area: StoredValue<Option<HtmlTextAreaElement>, LocalStorage>,
    state: StoredValue<State, LocalStorage>,
    /// Those that are in the text no more and not in the trash yet.
    waiting: RwSignal<Vec<SectionId>>,
}

#[derive(Default)]
struct State {
    /// The sections as the area has them, in their order, and as it had them at first.
    known: Vec<Section>,
    first: Vec<Section>,
    /// Those that were written from here.
    written: BTreeSet<SectionId>,
    /// Those that wait of which something is in the text still.
    joined: Vec<Joined>,
    timer: Option<Timer>,
    /// Whether anything was typed since the caret came into the text.
    touched: bool,
    length: usize,
    listeners: Vec<Listener>,
}

/// The text of the report, but for sections that wait.
fn joined(sections: &[Section], waiting: &[SectionId]) -> String {
    let shown = sections
        .iter()
        .filter(|section| section.in_report && !waiting.contains(&section.id));
    markdown::join(shown.map(|section| section.text.as_str()))
}

impl Whole {
    fn with<T>(self, act: impl FnOnce(&mut State) -> T) -> Option<T> {
        self.state.try_update_value(act)
    }

    fn area(self) -> Option<HtmlTextAreaElement> {
        self.area.try_get_value().flatten()
    }

    fn waits(self) -> Vec<SectionId> {
        self.waiting.try_get_untracked().unwrap_or_default()
    }

    fn wait_for(self, sections: Vec<SectionId>) {
        if self.waits() != sections {
            self.waiting.set(sections);
        }
    }

    /// Shows what the sections are now. Edits are made from that.
    fn show(self, area: &HtmlTextAreaElement) {
        let sections = self.app.sections_now(&self.event.get_value());
        for section in &sections {
            self.app.open_section(&section.id);
        }
        let mut waiting = self.waits();
        waiting.retain(|id| sections.iter().any(|section| section.id == *id));
        let text = joined(&sections, &waiting);
        self.wait_for(waiting);
        self.with(|state| {
            state.length = text.len();
            state.first.clone_from(&sections);
            state.known = sections;
        });
        let text = editing::shown(&text);
        if area.value() != text {
            area.set_value(&text);
            grow(area);
        }
    }

    /// Shows what was written elsewhere, but never under hands that have typed.
    fn follow(self) {
        let Some(area) = self.area() else { return };
        let learning = self.app.is_learning() && self.with(|state| state.touched) == Some(false);
        if text_area::is_written_in(&area) && !learning {
            return;
        }
        self.with(|state| state.touched = false);
        self.take();
        let now = self.app.sections_now(&self.event.get_value());
        if self.with(|state| state.known != now) == Some(true) {
            self.show(&area);
        }
    }

    fn typed(self, area: &HtmlTextAreaElement) {
        grow(area);
        let is_first = self.with(|state| {
            state.touched = true;
            let is_first = state.timer.is_none();
            if is_first {
                let large = state.length > LARGE;
                let pause = if large { LARGE_PAUSE_MS } else { PAUSE_MS };
                state.timer = Timer::after(pause, move || self.take());
            }
            is_first
        });
        if is_first == Some(true) {
            self.tell_unrecorded(true);
        }
    }

    fn tell_unrecorded(self, is_there: bool) {
        let outcome = self.app.with_store(|store| store.type_unrecorded(is_there));
        self.app.perform(outcome);
    }

    /// Takes the text back into the sections.
    fn take(self) {
        self.take_back();
        self.tell_unrecorded(false);
    }

    fn take_back(self) {
        let (Some(area), Some(known)) = (
            self.area(),
            self.with(|state| {
                state.timer = None;
                state.known.clone()
            }),
        ) else {
            return;
        };
        let (app, waiting) = (self.app, self.waits());
        let before = joined(&known, &waiting);
        let text = editing::write_back(&before, area.value());
        if text == before {
            return;
        }
        let event = self.event.get_value();
        let id = || app.random().map(SectionId::from_bits);
        let update =
            self.with(|state| publish::update(&event, &known, &waiting, &state.first, &text, &id));
        let Some(mut update) = update.flatten() else {
            return;
        };
        let joined = update.part(&known, &waiting);
        let written = update.written.iter().map(|section| section.id.clone());
        // What they were before is kept, once.
        let first = self.with(|state| {
            let first = written.filter(|id| state.written.insert(id.clone()));
            first.collect::<Vec<_>>()
        });
        app.keep_revisions(first.unwrap_or_default());
        app.write(update.written.clone());
        for section in &update.written {
            if !known.iter().any(|before| before.id == section.id) {
                app.open_section(&section.id);
            }
        }
        self.with(|state| {
            state.length = text.len();
            state.known = update.sections;
            state.joined.extend(joined);
            let gone = &update.gone;
            state.joined.retain(|joined| gone.contains(&joined.id));
        });
        if !update.gone.is_empty() && update.gone != waiting {
            app.announce(self.named(&update.gone));
        }
        self.wait_for(update.gone);
    }

    fn named(self, waiting: &[SectionId]) -> String {
        let names = self.app.names_of(waiting);
        (self.app.words().whole.gone)(waiting.len(), &names)
    }

    /// Puts what waits into the trash; the line that says so takes it back.
    fn throw_away(self) {
        let (app, waiting) = (self.app, self.waits());
        if waiting.is_empty() {
            return;
        }
        let t = app.words();
        let told = (t.whole.thrown)(&app.names_of(&waiting));
        app.throw_away(&waiting);
        self.with(|state| state.known.retain(|section| !waiting.contains(&section.id)));
        let _left = self.waiting.try_set(Vec::new());
        app.say_with_undo(told, move || {
            app.restore_sections(&waiting);
            app.announce((t.sections_restored)(waiting.len()));
        });
    }

    /// Puts what waits into the text again, where it was; undo goes through it.
    fn put_back(self) {
        self.take();
        let Some(area) = self.area() else { return };
        let text = area.value();
        let all = self.with(|state| publish::put_back(&state.known, &state.joined));
        let all = all.unwrap_or_default();
        if let Some(change) = editing::diff(&text, &editing::shown(&all)) {
            let caret = change.range.start + change.insert.len();
            let edit = Edit {
                range: change.range,
                insert: change.insert,
                selection: Selection::caret(caret),
            };
            typing::apply(&area, &text, &edit);
            self.take();
        }
    }

    /// What the page keeps of it may be the last that it does.
    fn put_away(self) {
        self.take();
        self.app.flush();
    }

    /// What was written is brought into normal form, and what waits goes.
    fn leave(self) {
        self.take();
        self.throw_away();
        let left = self.with(std::mem::take).unwrap_or_default();
        for section in left.known {
            match left.written.contains(&section.id) {
                true => self.app.leave_section(&section.id, true),
                false => self.app.with_store(|store| store.close(&section.id)),
            }
        }
    }
}

#[component]
pub fn WholeText(
    app: App,
    event: EventId,
    /// Whether the bar stands above the text, for the mouse, or below it, for the thumb.
    bar_above: bool,
) -> impl IntoView {
    let t = app.words();
    let area = Area::new();
    let whole = Whole {
        app,
        event: StoredValue::new(event.clone()),
        area: StoredValue::new_local(None),
        state: StoredValue::new_local(State::default()),
        waiting: RwSignal::new(Vec::new()),
    };
    let finder = Finder::new(app, area, Callback::new(|_| ()));
    area.on_load(move |area| {
        let area: HtmlTextAreaElement = area.unchecked_into();
        whole.show(&area);
        whole.area.set_value(Some(area));
    });
    let sections = {
        let event = event.clone();
        memo(move || app.outline(&event))
    };
    watch(
        move || {
            let ids = sections.read();
            let signals = ids.iter().filter_map(|id| app.section(id));
            signals.for_each(|section| section.track_text());
        },
        move |()| whole.follow(),
    );
    let listeners = page::put_away_listeners(move || whole.put_away());
    whole.with(|state| state.listeners = listeners);
    on_cleanup(move || whole.leave());

    let total = memo(move || {
        app.facts_changed.track();
        let waiting = whole.waiting.read();
        let ids = sections.read();
        let shown = ids.iter().filter(|id| !waiting.contains(id));
        let facts = shown.filter_map(|id| Some(app.section(id)?.facts));
        let facts = facts.map(|facts| facts.read_untracked());
        facts
            .filter(|facts| facts.in_report)
            .map(|facts| facts.characters)
            .sum::<usize>()
    });
    let leaving = StoredValue::new(false);
    let bar =
        |shown: bool| shown.then(|| view! { <Toolbar app area finder for_thumb=!bar_above /> });
    view! {
        <div class="writer">
            <div class="writer-head">
                {bar(bar_above)} <FindBar app finder event />
                {live(move || {
                    let waiting = whole.waiting.get();
                    (!waiting.is_empty()).then(|| view! { <Waiting whole waiting /> })
                })}
            </div>
            <div class="writer-meta writer-facts">
                // Elsewhere it is the title of the screen.
                {bar_above.then(|| view! { <span class="chip">{t.whole.title}</span> })}
                <Length app count=move || total.get() unwritten=|| t.not_written />
            </div>
            <div class="writer-page">
                {finder.layer()}
                <textarea
                    class="writer-text"
                    // By this `start.js` knows what is open when the program stops.
                    data-whole=""
                    aria-label=t.whole.text
                    placeholder=t.placeholder
                    spellcheck="false"
                    autocapitalize="off"
                    node_ref=area
                    aria-describedby="text-keys"
                    on:input=move |_| {
                        if let Some(area) = area.get_untracked() {
                            whole.typed(&area);
                            if finder.is_open.get_untracked() {
                                finder.follow(&area.value());
                            }
                        }
                    }
                    on:beforeinput=move |event| typing::before_input(area, &event)
                    on:keydown=move |event| {
                        if !finder.key(&event) {
                            typing::shortcut(app, area, None, &event, leaving);
                        }
                    }
                    on:paste=move |event| typing::paste(area, &event)
                    on:blur=move |_| whole.follow()
                ></textarea>
            </div>
            <p class="unseen" id="text-keys">{t.text_keys}</p>
            {bar(!bar_above)}
        </div>
    }
}

/// What goes to the trash, before it does.
#[component]
fn Waiting(whole: Whole, waiting: Vec<SectionId>) -> impl IntoView {
    let t = whole.app.words();
    view! {
        <section class="notice waiting" aria-label=t.trash>
            <p class="notice-text">{whole.named(&waiting)}</p>
            <div class="notice-choice">
                <button class="button small primary" type="button" on:click=move |_| whole.put_back()>
                    {t.undo}
                </button>
                <button class="button small" type="button" on:click=move |_| whole.throw_away()>
                    {t.whole.throw_away}
                </button>
            </div>
        </section>
    }
}
