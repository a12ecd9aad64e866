//! The preview of a report: listens to its sections and hands their texts to
//! the pane.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::web_sys;
use web_sys::wasm_bindgen::JsCast;

use super::length::Length;
use super::live::{each, live};
use super::pane::Pane;
use super::state::App;
use super::taps;
use super::together::Together;
use crate::browser::dom;
use crate::domain::{EventId, SectionId};

/// The pane once its place is in the document, and the sections that changed
/// since it was last drawn.
#[derive(Default)]
pub struct Drawing {
    pub pane: Option<Pane>,
    /// Beside a text, what scrolls the two together.
    together: Option<Together>,
    changed: Vec<SectionId>,
    /// Whether it is drawn at the end of this task.
    due: bool,
    /// Whether the rest is drawn in the next frame.
    rest: bool,
    /// Where the caret is, until its block is in view.
    caret: Option<(SectionId, usize)>,
}

pub type Drawn = Rc<RefCell<Drawing>>;
pub type Shared = StoredValue<Drawn, LocalStorage>;

#[component]
pub fn PreviewPane(
    app: App,
    event: EventId,
    /// The caret: which section, and where in its text in bytes.
    #[prop(optional, into)]
    caret: MaybeProp<(SectionId, usize)>,
) -> impl IntoView {
    let t = app.words();
    let drawing: Shared = StoredValue::new_local(Rc::default());
    let root = NodeRef::<leptos::html::Div>::new();
    let empty = RwSignal::new(false);
    let ids = Memo::new({
        let event = event.clone();
        move |_| app.in_report(&event)
    });
    root.on_load(
        move |root| match Pane::new(root.clone().unchecked_into(), t) {
            Ok(pane) => {
                drawing.with_value(|kept| {
                    let mut kept = kept.borrow_mut();
                    kept.pane = Some(pane);
                    kept.together = Together::start(&root, drawing);
                });
                list_changed(app, drawing, &ids.get_untracked(), empty);
            }
            Err(fault) => leptos::logging::error!("{fault}"),
        },
    );
    Effect::watch(
        move || ids.get(),
        move |ids, _, _| list_changed(app, drawing, ids, empty),
        false,
    );
    Effect::new(move |_| {
        if let Some(caret) = caret.get() {
            let looked_at = drawing.with_value(|drawing| {
                let mut drawing = drawing.borrow_mut();
                let together = drawing.together.as_ref();
                let looked_at = together.is_some_and(Together::is_led_by_preview);
                drawing.caret = (!looked_at).then_some(caret);
                looked_at
            });
            // Its block comes into view when the text of the same key is drawn; not where a tap
            // on it has put the caret there.
            if !looked_at {
                draw_soon(app, drawing, empty);
            }
        }
    });
    let facts = Memo::new(move |_| {
        let sections = ids.read();
        let signals = sections.iter().filter_map(|id| app.section(id));
        signals.map(|section| section.facts).collect::<Vec<_>>()
    });
    let total = Memo::new(move |_| {
        app.facts_changed.track();
        let facts = facts.read();
        let counts = facts.iter().map(|facts| facts.read_untracked().characters);
        counts.sum::<usize>()
    });
    // Whether the pointer came down while text was selected.
    let selected = StoredValue::new(false);
    let here = event.clone();
    let unwritten = move || {
        app.facts_changed.track();
        let facts = facts.read();
        match facts.iter().any(|facts| facts.read_untracked().given) {
            true => t.as_template,
            false => t.not_written,
        }
    };
    view! {
        <section class="preview">
            <p class="preview-meta">
                <Length
                    app
                    count=move || total.get()
                    unwritten=unwritten
                />
            </p>
            {live(move || {
                let title = app.event(&event).map(|event| event.report.title)?;
                (!title.is_empty()).then(|| view! { <p class="report-title">{title}</p> })
            })}
            <div
                class="markdown"
                node_ref=root
                on:pointerdown=move |_| selected.set_value(dom::selects_text())
                on:click=move |click| {
                    taps::clicked(app, &here, drawing, &click, selected.get_value());
                }
                on:change=move |change| taps::checked(app, drawing, &change)
            ></div>
            {live(move || empty.get().then(|| view! { <p class="preview-empty">{t.preview_empty}</p> }))}
            // One listener a section: a key touches the section that it is in.
            {each(
                move || ids.get(),
                move |id| {
                    listen(app, drawing, id, empty);
                    ().into_any()
                },
            )}
        </section>
    }
}

/// Tells the pane when the text of a section changes.
fn listen(app: App, drawing: Shared, id: SectionId, empty: RwSignal<bool>) {
    let Some(section) = app.section(&id) else {
        return;
    };
    Effect::new(move |before: Option<()>| {
        section.track_text();
        if before.is_some() {
            drawing.with_value(|drawing| drawing.borrow_mut().changed.push(id.clone()));
            draw_soon(app, drawing, empty);
        }
    });
}

fn list_changed(app: App, drawing: Shared, ids: &[SectionId], empty: RwSignal<bool>) {
    let texts: Vec<(String, String)> = ids
        .iter()
        .filter_map(|id| Some((id.to_string(), app.section(id)?.text())))
        .collect();
    let pairs = texts.iter().map(|(id, text)| (id.as_str(), text.as_str()));
    drawing.with_value(|drawing| {
        if let Some(pane) = &mut drawing.borrow_mut().pane
            && let Err(fault) = pane.set_sections(pairs)
        {
            leptos::logging::error!("{fault}");
        }
    });
    draw(app, drawing, empty);
}

/// Draws in the task of the key itself, once for all that it changed: the next
/// frame shows text and preview together.
fn draw_soon(app: App, drawing: Shared, empty: RwSignal<bool>) {
    let first =
        drawing.with_value(|drawing| !std::mem::replace(&mut drawing.borrow_mut().due, true));
    if first {
        queue_microtask(move || {
            // The screen may have been left meanwhile.
            if drawing
                .try_with_value(|drawing| drawing.borrow_mut().due = false)
                .is_some()
            {
                draw(app, drawing, empty);
            }
        });
    }
}

/// Draws what changed and a turn of what waits; comes back for the rest.
fn draw(app: App, drawing: Shared, empty: RwSignal<bool>) {
    let now = || {
        web_sys::window()
            .and_then(|window| window.performance())
            .map_or(0.0, |performance| performance.now())
    };
    let done = drawing.with_value(|drawing| {
        let drawing = &mut *drawing.borrow_mut();
        let changed = std::mem::take(&mut drawing.changed);
        let Some(pane) = &mut drawing.pane else {
            return Ok(true);
        };
        for id in changed {
            if let Some(section) = app.section(&id) {
                section.with_text(|text| pane.set_text(id.as_str(), text))?;
            }
        }
        let is_empty = pane.is_empty();
        if empty.get_untracked() != is_empty {
            empty.set(is_empty);
        }
        let done = pane.draw_waiting(now);
        let shown =
            |(section, offset): &mut (SectionId, usize)| pane.show_caret(section.as_str(), *offset);
        drawing.caret.take_if(shown);
        done
    });
    match done {
        Ok(true) => {}
        Ok(false) => draw_rest(app, drawing, empty),
        Err(fault) => leptos::logging::error!("{fault}"),
    }
}

/// Goes on in the next frame, one turn a frame.
fn draw_rest(app: App, drawing: Shared, empty: RwSignal<bool>) {
    let first =
        drawing.with_value(|drawing| !std::mem::replace(&mut drawing.borrow_mut().rest, true));
    if first {
        request_animation_frame(move || {
            if drawing
                .try_with_value(|drawing| drawing.borrow_mut().rest = false)
                .is_some()
            {
                draw(app, drawing, empty);
            }
        });
    }
}
