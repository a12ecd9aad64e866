//! When the preview is drawn: with the key that changed a text, where that is quick; when the
//! hands rest, where it takes longer; and only when it is asked for, where it would keep them
//! waiting, or made the page hang before.
//!
//! It must not know how anything is drawn.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::web_sys;
use web_sys::HtmlInputElement;
use web_sys::wasm_bindgen::JsCast;

use super::hang;
use super::pane::Pane;
use super::state::App;
use super::together::Together;
use crate::browser::clock;
use crate::browser::listen::Listener;
use crate::browser::timer::Timer;
use crate::domain::{EventId, SectionId};
use crate::markdown::{Below, masked};

/// Where the last change of a section took this long to draw its next one waits until the hands
/// rest: two frames at 60 Hz.
const SLOW_MS: f64 = 33.0;

/// And from here on until it is asked for.
const TOO_SLOW_MS: f64 = 400.0;

/// For so long the hands rest.
const PAUSE_MS: i32 = 300;

/// The pane once its place is in the document, and the sections that changed
/// since it was last drawn.
#[derive(Default)]
pub struct Drawing {
    pub pane: Option<Pane>,
    /// Draws all of it before it is printed.
    printing: Option<Listener>,
    /// Beside a text, what scrolls the two together.
    pub together: Option<Together>,
    changed: Vec<SectionId>,
    /// Of each section in order, what is private above it, and beneath it.
    private: Vec<(SectionId, Below, Below)>,
    /// Boxes that the person turned since: they no longer follow what is drawn.
    pub turned: Vec<HtmlInputElement>,
    /// Whether it is drawn at the end of this task.
    due: bool,
    /// Whether the rest is drawn in the next frame.
    rest: bool,
    /// Until it is drawn because the hands rest.
    pause: Option<Timer>,
    /// The section whose change took longest when last something was drawn, and how many
    /// milliseconds.
    slowest: Option<(SectionId, f64)>,
    /// Where the caret is, until its block is in view.
    caret: Option<(SectionId, usize)>,
}

pub type Drawn = Rc<RefCell<Drawing>>;
pub type Shared = StoredValue<Drawn, LocalStorage>;

/// Why the preview waits until it is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Waits {
    /// It made the page hang.
    Hung,
    /// Drawing it keeps the hands waiting.
    Slow,
}

/// The preview of one report. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Drawer {
    app: App,
    event: StoredValue<EventId>,
    pub state: Shared,
    /// The report has nothing to show.
    pub empty: RwSignal<bool>,
    pub waits: RwSignal<Option<Waits>>,
}

impl Drawer {
    pub fn new(app: App, event: EventId) -> Self {
        let waits = hang::hung(&event).then_some(Waits::Hung);
        Self {
            app,
            event: StoredValue::new(event),
            state: StoredValue::new_local(Rc::default()),
            empty: RwSignal::new(false),
            waits: RwSignal::new(waits),
        }
    }

    /// Draws into `root`, which must be empty.
    pub fn start(self, root: &web_sys::HtmlDivElement) {
        match Pane::new(root.clone().unchecked_into(), self.app.words()) {
            Ok(pane) => self.with(|state| {
                state.pane = Some(pane);
                state.together = Together::start(root, self.state);
                state.printing = web_sys::window()
                    .map(|window| Listener::new(window, "beforeprint", move |_| self.draw_all()));
            }),
            Err(fault) => leptos::logging::error!("{fault}"),
        }
    }

    /// The report has these sections now.
    pub fn take(self, ids: &[SectionId]) {
        if self.waits.get_untracked() == Some(Waits::Hung) {
            return;
        }
        let mut below = None;
        let mut private = Vec::with_capacity(ids.len());
        let texts: Vec<(String, String)> = ids
            .iter()
            .filter_map(|id| {
                let section = self.app.section(id)?;
                let above = below;
                let text = section.with_text(|text| {
                    let (text, next) = masked(text, above);
                    below = next;
                    text.into_owned()
                });
                private.push((id.clone(), above, below));
                Some((id.to_string(), text))
            })
            .collect();
        self.with(|state| state.private = private);
        self.mark(texts.iter().map(|(_, text)| text.len()).sum());
        let pairs = texts.iter().map(|(id, text)| (id.as_str(), text.as_str()));
        self.with(|state| {
            if let Some(pane) = &mut state.pane
                && let Err(fault) = pane.set_sections(pairs)
            {
                leptos::logging::error!("{fault}");
            }
        });
        self.draw();
    }

    /// A section has another text.
    pub fn changed(self, id: &SectionId) {
        self.with(|state| {
            if !state.changed.contains(id) {
                state.changed.push(id.clone());
            }
        });
        self.draw_soon();
    }

    /// The block of the caret comes into view when the text of the same key is drawn; not where a
    /// tap on it has put the caret there.
    pub fn caret(self, caret: (SectionId, usize)) {
        let looked_at = self.with(|state| {
            let together = state.together.as_ref();
            let looked_at = together.is_some_and(Together::is_led_by_preview);
            state.caret = (!looked_at).then_some(caret);
            looked_at
        });
        if !looked_at {
            self.draw_soon();
        }
    }

    /// The person asks to see the block at a place.
    pub fn show(self, place: (SectionId, usize)) {
        self.with(|state| state.caret = Some(place));
        self.draw_soon();
    }

    /// The person asks for what waits; `ids` are the sections of the report.
    pub fn show_now(self, ids: &[SectionId]) {
        if self.waits.get_untracked() == Some(Waits::Hung) {
            hang::forget();
            self.waits.set(None);
            self.take(ids);
        } else {
            self.waits.set(None);
            self.draw();
        }
    }

    /// Draws in the task of the key itself, once for all that it changed: the next frame shows
    /// text and preview together. Where that takes too long, later.
    fn draw_soon(self) {
        let (took, due) = self.with(|state| {
            let slow = state.slowest.as_ref();
            let took = slow.filter(|(id, _)| state.changed.contains(id));
            let took = took.map_or(0.0, |(_, took)| *took);
            (took, std::mem::replace(&mut state.due, took < SLOW_MS))
        });
        if took >= TOO_SLOW_MS {
            self.waits.set(Some(Waits::Slow));
        } else if took >= SLOW_MS {
            let pause = Timer::after(PAUSE_MS, move || self.draw());
            self.with(|state| state.pause = pause);
        } else if !due {
            queue_microtask(move || {
                if self.is_there(|state| state.due = false) {
                    self.draw();
                }
            });
        }
    }

    /// Draws what changed and a turn of what waits; comes back for the rest.
    fn draw(self) {
        if !self.is_there(|_| {}) {
            return;
        }
        let changed = self.with(|state| std::mem::take(&mut state.changed));
        let sections = changed.iter().filter_map(|id| self.app.section(id));
        let sections: Vec<_> = sections.collect();
        self.mark(sections.iter().map(|it| it.with_text(str::len)).sum());
        let mut is_moved = false;
        let done = self.with(|state| {
            let Some(pane) = &mut state.pane else {
                return Ok(true);
            };
            let mut slowest = None;
            for section in &sections {
                let start = clock::since_load();
                let known = state.private.iter().find(|(id, ..)| *id == section.id);
                section.with_text(|text| {
                    let (text, below) = masked(text, known.and_then(|(_, above, _)| *above));
                    is_moved |= known.is_some_and(|(.., beneath)| below != *beneath);
                    pane.set_text(section.id.as_str(), &text)
                })?;
                let took = clock::since_load() - start;
                if slowest.as_ref().is_none_or(|(_, longest)| took > *longest) {
                    slowest = Some((section.id.clone(), took));
                }
            }
            if slowest.is_some() {
                state.slowest = slowest;
            }
            // A text that is again what it was when last drawn changes no box.
            for turned in state.turned.drain(..) {
                turned.set_checked(turned.default_checked());
            }
            let is_empty = pane.is_empty();
            if self.empty.get_untracked() != is_empty {
                self.empty.set(is_empty);
            }
            let done = pane.draw_waiting(clock::since_load);
            let shown = |(section, offset): &mut (SectionId, usize)| {
                pane.show_caret(section.as_str(), *offset)
            };
            state.caret.take_if(shown);
            done
        });
        match done {
            // A private heading came or went: it has others below it.
            Ok(_) if is_moved => {
                let ids = self.with(|state| {
                    let private = state.private.iter();
                    private.map(|(id, ..)| id.clone()).collect::<Vec<_>>()
                });
                self.take(&ids);
            }
            Ok(true) => {}
            Ok(false) => self.draw_rest(),
            Err(fault) => leptos::logging::error!("{fault}"),
        }
    }

    /// Draws what waits at once: paper has no next frame.
    fn draw_all(self) {
        self.is_there(|state| {
            let drawn = state.pane.as_mut().map(|pane| pane.draw_waiting(|| 0.0));
            if let Some(Err(fault)) = drawn {
                leptos::logging::error!("{fault}");
            }
        });
    }

    /// Goes on in the next frame, one turn a frame.
    fn draw_rest(self) {
        if !self.with(|state| std::mem::replace(&mut state.rest, true)) {
            request_animation_frame(move || {
                if self.is_there(|state| state.rest = false) {
                    self.draw();
                }
            });
        }
    }

    fn mark(self, bytes: usize) {
        self.event.with_value(|event| hang::drawing(event, bytes));
    }

    fn with<T>(self, act: impl FnOnce(&mut Drawing) -> T) -> T {
        self.state.with_value(|state| act(&mut state.borrow_mut()))
    }

    /// False where the screen has been left meanwhile.
    fn is_there(self, act: impl FnOnce(&mut Drawing)) -> bool {
        let there = self
            .state
            .try_with_value(|state| act(&mut state.borrow_mut()));
        there.is_some()
    }
}
