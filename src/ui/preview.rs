//! The preview of a report: listens to its sections and says what changed.

use leptos::prelude::*;

use super::contents::Contents;
use super::drawing::{Drawer, Waits};
use super::findings::Findings;
use super::length::Length;
use super::live::{each, effect, live, memo, watch};
use super::published::PublishedNotes;
use super::state::App;
use super::taps;
use super::target::TargetChoice;
use crate::browser::dom;
use crate::domain::{EventId, SectionId};
use crate::publish;

#[component]
pub fn PreviewPane(
    app: App,
    event: EventId,
    /// The caret: which section, and where in its text in bytes.
    #[prop(optional, into)]
    caret: MaybeProp<(SectionId, usize)>,
) -> impl IntoView {
    let t = app.words();
    let drawer = Drawer::new(app, event.clone());
    let root = NodeRef::<leptos::html::Div>::new();
    let ids = Memo::new({
        let event = event.clone();
        move |_| app.in_report(&event)
    });
    root.on_load(move |root| {
        drawer.start(&root);
        drawer.take(&ids.get_untracked());
    });
    watch(move || ids.get(), move |ids| drawer.take(ids));
    effect(move |_| {
        if let Some(caret) = caret.get() {
            drawer.caret(caret);
        }
    });
    let facts = memo(move || {
        let sections = ids.read();
        let signals = sections.iter().filter_map(|id| app.section(id));
        signals.map(|section| section.facts).collect::<Vec<_>>()
    });
    let total = memo(move || {
        app.facts_changed.track();
        let facts = facts.read();
        let counts = facts.iter().map(|facts| facts.read_untracked().characters);
        counts.sum::<usize>()
    });
    let of = event.clone();
    let title = memo(move || {
        let title = app.event(&of).map(|event| event.report.title)?;
        let first = ids.read().first().and_then(|id| app.section(id));
        let is_said = first.is_some_and(|first| {
            first.track_text();
            let section = app.section_now(&first.id);
            section.is_some_and(|section| publish::says_title(&section.text, &title))
        });
        (!title.is_empty() && !is_said).then_some(title)
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
            <TargetChoice app event=event.clone() />
            <Findings app event=event.clone() />
            <div class="preview-line">
                <p class="preview-meta">
                    <Length
                        app
                        count=move || total.get()
                        unwritten=unwritten
                    />
                </p>
                <PublishedNotes app event=event.clone() />
            </div>
            {live(move || title.get().map(|title| view! { <p class="report-title">{title}</p> }))}
            <Contents app drawer event=event.clone() />
            {live(move || {
                let why = match drawer.waits.get()? {
                    Waits::Hung => t.preview_hung,
                    Waits::Slow => t.preview_slow,
                };
                let show = move |_| drawer.show_now(&ids.get_untracked());
                Some(
                    view! {
                        <div class="preview-waits" role="status">
                            <p>{why}</p>
                            <button class="button" type="button" on:click=show>
                                {t.show_now}
                            </button>
                        </div>
                    },
                )
            })}
            <div
                class="markdown"
                data-target=move || app.looks.target.get().name()
                node_ref=root
                on:pointerdown=move |_| selected.set_value(dom::selects_text())
                on:click=move |click| {
                    taps::clicked(app, &here, drawer.state, &click, selected.get_value());
                }
                on:change=move |change| taps::checked(app, drawer.state, &change)
            ></div>
            {live(move || drawer.empty.get().then(|| view! { <p class="preview-empty">{t.preview_empty}</p> }))}
            // One listener a section: a key touches the section that it is in.
            {each(
                move || ids.get(),
                move |id| {
                    listen(app, drawer, id);
                    ().into_any()
                },
            )}
        </section>
    }
}

/// Tells the drawer when the text of a section changes.
fn listen(app: App, drawer: Drawer, id: SectionId) {
    let Some(section) = app.section(&id) else {
        return;
    };
    effect(move |is_first| {
        section.track_text();
        if !is_first {
            drawer.changed(&id);
        }
    });
}
