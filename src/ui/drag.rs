//! Moving sections with a mouse, a pen or a finger: what is pulled by its grip lands
//! where a line shows, and takes what is nested under it along.
//!
//! Everything is known by identity, for another tab may change the list meanwhile. The
//! rows stand still until the pointer lets go: only the line moves, and what is scrolled.
//! The pointer belongs to the whole list, whose element stays when rows come and go.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use leptos::web_sys;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent};

use super::choosing::Choice;
use super::moving::Goal;
use super::outline::keeping_focus;
use super::state::App;
use crate::browser::listen::Listener;
use crate::browser::{Fault, clock, dom};
use crate::domain::{EventId, Moving, SectionId, nearest};

/// How far a pointer goes until it pulls: a tap trembles.
const TREMBLE: f64 = 5.0;

/// How near to an edge of what scrolls the pointer makes it scroll.
const EDGE: f64 = 112.0;

/// Of that nearness, what is scrolled in a millisecond.
const SPEED: f64 = 0.01;

/// Frames that come later than this scroll no further: nobody could follow.
const LONGEST_FRAME_MS: u64 = 100;

/// Listens for as long as it lives.
pub struct Dragging {
    _listeners: Vec<Listener>,
}

struct Drag {
    app: App,
    event: EventId,
    list: Element,
    choice: Choice,
    /// A tap on a grip, which pulls nothing.
    tapped: Box<dyn Fn(SectionId)>,
    grabbed: RefCell<Option<Grabbed>>,
    /// Whether a frame is asked for.
    due: Cell<bool>,
}

/// A pointer that came down on a grip.
struct Grabbed {
    pointer: i32,
    id: SectionId,
    start: [f64; 2],
    height: f64,
    pulled: Option<Pulled>,
}

/// What it pulls.
struct Pulled {
    picked: Vec<SectionId>,
    line: HtmlElement,
    /// When the list was last scrolled.
    scrolled: u64,
    /// The list as it was last looked at, and where what is pulled may land in it.
    ids: Vec<SectionId>,
    rows: Vec<Element>,
    landings: Vec<usize>,
    /// The landing that is nearest to the pointer, if one is.
    shown: Option<usize>,
}

impl Dragging {
    pub fn start(
        app: App,
        event: EventId,
        list: Element,
        choice: Choice,
        tapped: impl Fn(SectionId) + 'static,
    ) -> Self {
        let drag = Rc::new(Drag {
            app,
            event,
            list: list.clone(),
            choice,
            tapped: Box::new(tapped),
            grabbed: RefCell::default(),
            due: Cell::default(),
        });
        let listen = |target: web_sys::EventTarget, event| {
            let drag = drag.clone();
            Listener::new(target, event, move |event| drag.heard(&event))
        };
        let mut listeners: Vec<Listener> = [
            "pointerdown",
            "pointermove",
            "pointerup",
            "pointercancel",
            "lostpointercapture",
        ]
        .map(|event| listen(list.clone().into(), event))
        .into();
        listeners.extend(web_sys::window().map(|window| listen(window.into(), "keydown")));
        Self {
            _listeners: listeners,
        }
    }
}

impl Drag {
    fn heard(self: &Rc<Self>, event: &web_sys::Event) {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            if key.key() == "Escape" {
                self.end();
            }
            return;
        }
        let Some(pointer) = event.dyn_ref::<PointerEvent>() else {
            return;
        };
        let id = pointer.pointer_id();
        let is_it = (self.grabbed.borrow().as_ref()).is_some_and(|grabbed| grabbed.pointer == id);
        match &*event.type_() {
            "pointerdown" => {
                if is_it {
                    self.end();
                }
                self.grab(pointer);
            }
            _ if !is_it => {}
            "pointermove" if pointer.buttons() > 0 => self.go(pointer),
            "pointerup" => self.let_go(pointer),
            // A grip loses a finger to the list as soon as it is grabbed.
            "lostpointercapture" if event.target().as_ref() != Some(&self.list) => {}
            _ => self.end(),
        }
    }

    fn grab(&self, pointer: &PointerEvent) {
        let target = pointer
            .target()
            .and_then(|it| it.dyn_into::<Element>().ok());
        let row = target
            .and_then(|target| target.closest(".row-grip").ok().flatten())
            .and_then(|grip| grip.closest(".row").ok().flatten());
        let busy = self.grabbed.borrow().is_some();
        let (Some(row), false, true, 0) = (row, busy, pointer.is_primary(), pointer.button())
        else {
            return;
        };
        // Neither the focus nor a selection begins here.
        pointer.prevent_default();
        let at = self.rows().iter().position(|other| *other == row);
        let Some(id) = at.and_then(|at| self.ids().into_iter().nth(at)) else {
            return;
        };
        let captured = self.list.set_pointer_capture(pointer.pointer_id());
        // The standard lets it throw for a pointer that is not down only.
        debug_assert!(captured.is_ok());
        let [x, y] = [pointer.client_x(), pointer.client_y()].map(f64::from);
        *self.grabbed.borrow_mut() = Some(Grabbed {
            pointer: pointer.pointer_id(),
            id,
            start: [x, y],
            height: y,
            pulled: None,
        });
    }

    fn go(self: &Rc<Self>, pointer: &PointerEvent) {
        let mut grabbed = self.grabbed.borrow_mut();
        let Some(grabbed) = grabbed.as_mut() else {
            return;
        };
        let [x, y] = [pointer.client_x(), pointer.client_y()].map(f64::from);
        grabbed.height = y;
        let [from_x, from_y] = grabbed.start;
        if grabbed.pulled.is_none() && (x - from_x).abs().max((y - from_y).abs()) >= TREMBLE {
            let picked = self.choice.with(self.app, &self.event, &grabbed.id);
            grabbed.pulled = self.pull(picked);
            self.ask_for_frame();
        }
    }

    fn pull(&self, picked: Vec<SectionId>) -> Option<Pulled> {
        let line = dom::element("div", "landing").ok()?;
        line.set_attribute("aria-hidden", "true").ok()?;
        self.list.parent_element()?.append_child(&line).ok()?;
        self.list.set_attribute("data-dragging", "").ok()?;
        Some(Pulled {
            picked,
            line: line.unchecked_into(),
            scrolled: clock::now(),
            ids: Vec::new(),
            rows: Vec::new(),
            landings: Vec::new(),
            shown: None,
        })
    }

    fn ask_for_frame(self: &Rc<Self>) {
        if !self.due.replace(true) {
            let drag = self.clone();
            request_animation_frame(move || drag.frame());
        }
    }

    fn frame(self: &Rc<Self>) {
        self.due.set(false);
        let looked = match self.grabbed.borrow_mut().as_mut() {
            Some(grabbed) if grabbed.pulled.is_some() && self.list.is_connected() => {
                self.scroll(grabbed);
                self.look(grabbed)
            }
            _ => return,
        };
        if let Err(fault) = looked {
            leptos::logging::error!("{fault}");
        }
        self.ask_for_frame();
    }

    /// Near an edge of what scrolls, and on the way there, the list scrolls on.
    fn scroll(&self, grabbed: &mut Grabbed) {
        let now = clock::now();
        let passed = grabbed.pulled.as_mut().map_or(0, |pulled| {
            let before = std::mem::replace(&mut pulled.scrolled, now);
            now.saturating_sub(before).min(LONGEST_FRAME_MS)
        });
        let column = self.list.closest(".column").ok().flatten();
        let (scrolls, upper, lower) = match column {
            Some(column) => {
                let rect = column.get_bounding_client_rect();
                (Some(column), rect.top(), rect.bottom())
            }
            None => {
                let page = dom::document().ok().and_then(|it| it.scrolling_element());
                let lower = page.as_ref().map_or(0, Element::client_height);
                (page, 0.0, f64::from(lower))
            }
        };
        let above = (grabbed.height - upper - EDGE).clamp(-EDGE, 0.0);
        let below = (grabbed.height - lower + EDGE).clamp(0.0, EDGE);
        let by = above + below;
        let way = grabbed.height - grabbed.start[1];
        if let Some(scrolls) = scrolls.filter(|_| by * way > 0.0) {
            scrolls.scroll_by_with_x_and_y(0.0, by * SPEED * passed as f64);
        }
    }

    /// Shows where what is pulled would land now.
    fn look(&self, grabbed: &mut Grabbed) -> Result<(), Fault> {
        let Some(pulled) = grabbed.pulled.as_mut() else {
            return Ok(());
        };
        let ids = self.ids();
        if ids != pulled.ids {
            self.see(pulled, ids)?;
        }
        let edge = |at: usize| match (pulled.rows.get(at), pulled.rows.last()) {
            (Some(row), _) => row.get_bounding_client_rect().top(),
            (None, Some(last)) => last.get_bounding_client_rect().bottom(),
            (None, None) => 0.0,
        };
        let to = nearest(&pulled.landings, grabbed.height, &edge);
        if let Some(to) = to {
            let from = self.list.parent_element();
            let from = from.map_or(0.0, |it| it.get_bounding_client_rect().top());
            let place = format!("0 {}px", (edge(to) - from).round() as i32);
            pulled.line.style().set_property("translate", &place)?;
        }
        if pulled.shown != to {
            pulled.shown = to;
            let still = |to| self.moving(pulled, |moving| moving.to(to).is_sorted());
            pulled.line.set_hidden(to.is_none_or(still));
        }
        Ok(())
    }

    /// Takes the list as it is now.
    fn see(&self, pulled: &mut Pulled, ids: Vec<SectionId>) -> Result<(), Fault> {
        let rows = self.rows();
        if rows.len() != ids.len() {
            // Not drawn yet.
            return Ok(());
        }
        (pulled.ids, pulled.rows, pulled.shown) = (ids, rows, None);
        pulled.line.set_hidden(true);
        self.undim()?;
        let (landings, moved, nested) = self.moving(pulled, |moving| {
            (
                moving.landings(),
                moving.moved().to_vec(),
                moving.is_nested(),
            )
        });
        for at in &moved {
            pulled.rows[*at].set_attribute("data-dragged", "")?;
        }
        pulled
            .line
            .set_attribute("data-depth", if nested { "1" } else { "0" })?;
        if moved.len() > 1 {
            pulled
                .line
                .set_attribute("data-count", &moved.len().to_string())?;
        }
        // Those that are gone land nowhere.
        pulled.landings = if moved.is_empty() {
            Vec::new()
        } else {
            landings
        };
        Ok(())
    }

    fn moving<T>(&self, pulled: &Pulled, ask: impl FnOnce(&Moving<'_>) -> T) -> T {
        let depth = |id: &SectionId| {
            let section = self.app.section(id);
            section.map_or(0, |section| section.facts.read_untracked().depth)
        };
        let depths: Vec<u8> = pulled.ids.iter().map(depth).collect();
        let index = |id: &SectionId| pulled.ids.iter().position(|other| other == id);
        let picked: Vec<usize> = pulled.picked.iter().filter_map(index).collect();
        ask(&Moving::new(&depths, &picked))
    }

    fn let_go(&self, pointer: &PointerEvent) {
        let Some(mut grabbed) = self.grabbed.borrow_mut().take() else {
            return;
        };
        grabbed.height = f64::from(pointer.client_y());
        let looked = self.look(&mut grabbed);
        self.clear(&grabbed);
        match (grabbed.pulled, looked) {
            (None, _) => (self.tapped)(grabbed.id),
            (Some(_), Err(fault)) => leptos::logging::error!("{fault}"),
            (Some(pulled), Ok(())) => {
                if let Some(to) = pulled.shown {
                    let goal = Goal::Before(pulled.ids.get(to).cloned());
                    keeping_focus(|| self.app.move_sections(&self.event, &pulled.picked, &goal));
                }
            }
        }
    }

    /// Gives up: everything stays where it is.
    fn end(&self) {
        if let Some(grabbed) = self.grabbed.borrow_mut().take() {
            self.clear(&grabbed);
        }
    }

    fn clear(&self, grabbed: &Grabbed) {
        if let Some(pulled) = &grabbed.pulled {
            pulled.line.remove();
            let still = self.list.remove_attribute("data-dragging");
            let undimmed = self.undim();
            debug_assert!(still.is_ok() && undimmed.is_ok());
        }
    }

    fn undim(&self) -> Result<(), Fault> {
        for row in dom::all(&self.list, "[data-dragged]")? {
            row.remove_attribute("data-dragged")?;
        }
        Ok(())
    }

    fn rows(&self) -> Vec<Element> {
        dom::all(&self.list, ".row").unwrap_or_default()
    }

    fn ids(&self) -> Vec<SectionId> {
        untrack(|| self.app.outline(&self.event))
    }
}
