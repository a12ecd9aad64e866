//! Text and preview side by side scroll together, block by block.
//!
//! One side leads, the one that the person scrolls: the other follows so that the block at its
//! upper edge is the same, and as far through. What the page itself scrolls leads nothing, so
//! no side answers the other. Typing leads nothing either: then the preview shows the block of
//! the caret. All work is done in a frame after a scroll, none with a key.
//!
//! It must not know how blocks are drawn.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::web_sys;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement};

use super::drawing::Shared;
use crate::browser::listen::Listener;
use crate::browser::{Fault, text_area};

/// How far below the upper edge of its column a block counts as being at the top: the room that
/// columns have around what is in them.
const ROOM: f64 = 16.0;

/// Texts of more bytes are not laid out a second time to see where their blocks are: that takes
/// longer than a frame.
const MEASURED: usize = 100 * 1024;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Text,
    Preview,
}

/// Keeps both sides together for as long as it lives.
pub struct Together {
    columns: Rc<Columns>,
    _listeners: Vec<Listener>,
}

struct Columns {
    text: Element,
    preview: Element,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    leader: Option<Side>,
    /// Whether the other side follows in the next frame.
    due: bool,
    /// Where the blocks of the open section begin in its text area.
    tops: Option<Tops>,
}

/// What was measured, of which text at which width.
struct Tops {
    section: String,
    text: String,
    width: i32,
    tops: Rc<Vec<f64>>,
}

impl Together {
    /// Listens to the columns around `preview`; `None` where it stands alone.
    pub fn start(preview: &Element, drawing: Shared) -> Option<Self> {
        let closest = |selector| preview.closest(selector).ok().flatten();
        let screen = closest(".columns")?;
        let columns = Rc::new(Columns {
            text: screen.query_selector(".writer-column").ok().flatten()?,
            preview: closest(".preview-column")?,
            state: RefCell::default(),
        });
        let mut listeners = Vec::new();
        for event in ["pointerdown", "wheel", "touchstart", "keydown", "input"] {
            let columns = columns.clone();
            let told = move |event| columns.acted(&event);
            listeners.push(Listener::new(screen.clone(), event, told));
        }
        for side in [Side::Text, Side::Preview] {
            let (target, columns) = (columns.column(side).clone(), columns.clone());
            let scrolled = move |_| columns.scrolled(side, drawing);
            listeners.push(Listener::new(target, "scroll", scrolled));
        }
        Some(Self {
            columns,
            _listeners: listeners,
        })
    }

    /// Whether the person is at the preview: then it shows what they look at.
    pub fn is_led_by_preview(&self) -> bool {
        self.columns.state.borrow().leader == Some(Side::Preview)
    }
}

impl Columns {
    fn column(&self, side: Side) -> &Element {
        match side {
            Side::Text => &self.text,
            Side::Preview => &self.preview,
        }
    }

    /// The person did something: from there comes what scrolls now.
    fn acted(&self, event: &web_sys::Event) {
        let target = event.target();
        let target = target.as_ref().and_then(|it| it.dyn_ref::<web_sys::Node>());
        let leader = if self.preview.contains(target) {
            Some(Side::Preview)
        } else if self.text.contains(target) && !matches!(&*event.type_(), "keydown" | "input") {
            Some(Side::Text)
        } else {
            None
        };
        self.state.borrow_mut().leader = leader;
    }

    fn scrolled(self: &Rc<Self>, side: Side, drawing: Shared) {
        let mut state = self.state.borrow_mut();
        if state.leader != Some(side) || state.due {
            return;
        }
        state.due = true;
        let columns = self.clone();
        request_animation_frame(move || {
            columns.state.borrow_mut().due = false;
            if let Some(Err(fault)) = drawing.try_with_value(|it| columns.follow(side, it)) {
                leptos::logging::error!("{fault}");
            }
        });
    }

    /// Scrolls the side that does not lead.
    fn follow(&self, leader: Side, drawing: &super::drawing::Drawn) -> Result<(), Fault> {
        let drawing = drawing.borrow();
        let open = text_area::on_screen();
        let Some((pane, (area, section))) = drawing.pane.as_ref().zip(open) else {
            return Ok(());
        };
        let Some((text, blocks, start)) = pane.blocks_of(&section) else {
            return Ok(());
        };
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else {
            return Ok(());
        };
        let tops = self.tops(&area, &section, text, &start, blocks.len())?;
        let top = |element: &Element| element.get_bounding_client_rect().top();
        let begins = |block: usize| match blocks.get(block) {
            Some(block) => top(block),
            None => last.get_bounding_client_rect().bottom(),
        };
        let edge = top(&self.preview) + ROOM;
        let line = self.text_edge() + ROOM - top(&area);
        match leader {
            Side::Text => {
                let (block, part) = part(blocks.len(), line, |block| tops[block]);
                let there = between(begins(block), begins(block + 1), part);
                scroll(&self.preview, there - edge);
            }
            Side::Preview => {
                // Beyond the open section there is nothing to follow to.
                let window = self.preview.get_bounding_client_rect();
                if begins(blocks.len()) < window.top() || top(first) > window.bottom() {
                    return Ok(());
                }
                let (block, part) = part(blocks.len(), edge, begins);
                let there = between(tops[block], tops[block + 1], part);
                scroll(&self.text, there - line);
            }
        }
        Ok(())
    }

    /// Below the tools, which lie over the text.
    fn text_edge(&self) -> f64 {
        let tools = self.text.query_selector(".toolbar").ok().flatten();
        let column = self.text.get_bounding_client_rect().top();
        tools.map_or(column, |tools| {
            tools.get_bounding_client_rect().bottom().max(column)
        })
    }

    /// Where the blocks of a section begin in its text area, and where the last one ends; measured
    /// once for a text and a width. In a text that is too large for that they are taken to be as
    /// high as they have bytes.
    fn tops(
        &self,
        area: &HtmlTextAreaElement,
        section: &str,
        text: &str,
        start: &dyn Fn(usize) -> usize,
        count: usize,
    ) -> Result<Rc<Vec<f64>>, Fault> {
        let width = area.client_width();
        let mut state = self.state.borrow_mut();
        let known = state
            .tops
            .as_ref()
            .filter(|known| known.width == width && known.section == section && known.text == text);
        if let Some(known) = known {
            return Ok(known.tops.clone());
        }
        let bounds = |block| (start(block), start(block + 1));
        let tops = Rc::new(if text.len() > MEASURED {
            let height = f64::from(area.client_height()) / text.len() as f64;
            (0..=count)
                .map(|block| start(block) as f64 * height)
                .collect()
        } else {
            let parts = (0..count).map(bounds);
            text_area::tops(area, parts.map(|(from, to)| &text[from..to]))?
        });
        if text.len() <= MEASURED {
            state.tops = Some(Tops {
                section: section.to_owned(),
                text: text.to_owned(),
                width,
                tops: tops.clone(),
            });
        }
        Ok(tops)
    }
}

/// In which of `count` blocks `at` is, and how far through it, from 0 to 1. `begins` says where a
/// block begins, and of `count` where the last one ends; none begins before the one before it.
fn part(count: usize, at: f64, begins: impl Fn(usize) -> f64) -> (usize, f64) {
    let (mut block, mut beyond) = (0, count);
    while beyond - block > 1 {
        let middle = (block + beyond) / 2;
        match begins(middle) <= at {
            true => block = middle,
            false => beyond = middle,
        }
    }
    let (from, to) = (begins(block), begins(block + 1));
    let part = if to > from {
        (at - from) / (to - from)
    } else {
        0.0
    };
    (block, part.clamp(0.0, 1.0))
}

fn between(from: f64, to: f64, part: f64) -> f64 {
    from + (to - from) * part
}

/// At once, whatever the person wants of movement: it follows what they move.
fn scroll(column: &Element, by: f64) {
    if by.abs() >= 1.0 {
        column.set_scroll_top(column.scroll_top() + by.round() as i32);
    }
}
