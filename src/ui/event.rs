//! The screens of one event. On a phone one at a time: notes, a section, the
//! report. On a wide window side by side: outline, text, preview.

use leptos::prelude::*;

use super::beside::Beside;
use super::columns::{Column, ColumnButtons};
use super::event_links::{DetailsLink, Tabs, TimetableLink};
use super::fills::{FillLine, Fills};
use super::frame::Bar;
use super::history::HistoryLink;
use super::icon::{Drawn, Icon};
use super::live::{each, effect, live, memo, watch};
use super::looks::HallButton;
use super::memo::MemoLine;
use super::outline::Outline;
use super::preview::PreviewPane;
use super::safety::SafetySign;
use super::sample::SampleLine;
use super::search::SearchLink;
use super::state::App;
use super::take::{TakeAway, TakeButtons};
use super::whole::WholeText;
use super::writer::Writer;
use crate::browser::{page, text_area};
use crate::domain::{EventId, Route, SectionId, SessionId, Tab};

/// Which of the event's screens the address names.
#[derive(Clone, PartialEq)]
pub enum Part {
    Notes,
    Report,
    Section(SectionId),
    /// The memo of a session, also before there is one.
    Memo(SessionId),
    Whole,
}

/// Where the caret is: which section, and the byte in its text.
type Caret = RwSignal<Option<(SectionId, usize)>>;

#[component]
pub fn EventScreen(app: App, event: EventId, #[prop(into)] part: Signal<Part>) -> impl IntoView {
    let caret: Caret = RwSignal::new(None);
    let name = {
        let event = event.clone();
        memo(move || {
            app.event(&event)
                .map(|event| event.name)
                .unwrap_or_default()
        })
    };
    effect(move |_| page::set_title(&name.read()));
    live(move || {
        let event = event.clone();
        if app.wide.get() {
            view! { <Wide app event part caret name /> }.into_any()
        } else {
            view! { <Narrow app event part caret name /> }.into_any()
        }
    })
}

#[component]
fn Narrow(
    app: App,
    event: EventId,
    part: Signal<Part>,
    caret: Caret,
    name: Memo<String>,
) -> impl IntoView {
    let t = app.words();
    live(move || {
        let event = event.clone();
        let shown = event.clone();
        match part.get() {
            Part::Notes => view! {
                <Bar app title=name up=Route::Events>
                    <SearchLink app />
                    <DetailsLink app event=shown />
                </Bar>
                <main class="screen with-tabs" id="content">
                    <SampleLine app event=event.clone() />
                    <Fills app event=event.clone() />
                    <Outline app event=event.clone() current=None />
                </main>
                <Tabs app event current=Tab::Notes />
            }
            .into_any(),
            Part::Report => view! {
                <Bar app title=name up=Route::Events>
                    <SearchLink app />
                    <DetailsLink app event=shown />
                </Bar>
                <main class="screen with-tabs" id="content">
                    <PreviewPane app event=event.clone() />
                    <TakeAway app event=event.clone() />
                </main>
                <Tabs app event current=Tab::Report />
            }
            .into_any(),
            Part::Whole => view! {
                <Bar app title=t.whole.title up=Route::Event(event, Tab::Notes)>
                    <HallButton app />
                </Bar>
                <main class="screen writing" id="content">
                    <WholeText app event=shown bar_above=false />
                </main>
            }
            .into_any(),
            Part::Memo(session) => view! { <NarrowMemo app event session caret /> }.into_any(),
            Part::Section(id) => match app.section(&id) {
                None => view! { <super::frame::NotFound app /> }.into_any(),
                Some(section) => {
                    let facts = section.facts;
                    let section = id.clone();
                    let title = Signal::derive(move || facts.read().title_or(t.untitled));
                    view! {
                        <Bar app title up=Route::Event(event, Tab::Notes)>
                            <HallButton app />
                            <HistoryLink app event=shown section />
                        </Bar>
                        <main class="screen writing" id="content">
                            <Opened app shown=Some((id, true)) bar_above=false caret />
                        </main>
                    }
                    .into_any()
                }
            },
        }
    })
}

/// The memo of a session, which may be none yet.
#[component]
fn NarrowMemo(app: App, event: EventId, session: SessionId, caret: Caret) -> impl IntoView {
    let t = app.words();
    match app.memo(&event, &session) {
        None => view! { <super::frame::NotFound app /> }.into_any(),
        Some(section) => {
            let facts = section.facts;
            let title = Signal::derive(move || facts.read().title_or(t.untitled));
            view! {
                <Bar app title up=Route::Event(event, Tab::Timetable)>
                    <HallButton app />
                </Bar>
                <main class="screen writing" id="content">
                    <Opened app shown=Some((section.id, true)) bar_above=false caret />
                </main>
            }
            .into_any()
        }
    }
}

#[component]
fn Wide(
    app: App,
    event: EventId,
    part: Signal<Part>,
    caret: Caret,
    name: Memo<String>,
) -> impl IntoView {
    let t = app.words();
    let current = shown_section(app, event.clone(), part);
    let whole = memo(move || *part.read() == Part::Whole);
    let current = memo(move || current.get().filter(|_| !whole.get()));
    // The caret goes into a section that the address names, not into one that
    // only happens to be shown.
    let shown = memo(move || {
        let id = current.get()?;
        let named = match &*part.read() {
            Part::Section(named) => *named == id,
            Part::Memo(_) => true,
            _ => false,
        };
        Some((id, named))
    });
    let emoji = {
        let event = event.clone();
        move || app.event(&event).map(|event| event.report.emoji)
    };
    let columns = app.looks.columns;
    let column = |column, draw: Box<dyn Fn() -> AnyView + Send>| {
        // A preview looks for the text that it scrolls with when it is made.
        let state = memo(move || {
            let columns = columns.get();
            let beside = column == Column::Preview && columns.text;
            (columns.has(column), beside)
        });
        live(move || if state.get().0 { draw() } else { ().into_any() })
    };
    // Who wants to write sees the text.
    watch(
        move || (part.get(), app.asked_to_write.get()),
        move |(part, _)| {
            if matches!(part, Part::Section(_) | Part::Memo(_) | Part::Whole)
                && !columns.read_untracked().text
            {
                columns.update(|columns| columns.text = true);
            }
        },
    );
    view! {
        <header class="bar wide-bar">
            <a
                class="icon-button"
                href=Route::Events.fragment()
                aria-label=t.back
                title=t.back
            >
                <Drawn icon=Icon::Back />
            </a>
            <span class="bar-emoji" aria-hidden="true">{live(emoji)}</span>
            <h1 class="bar-title" tabindex="-1">{name}</h1>
            <SafetySign app />
            <ColumnButtons app />
            <HallButton app />
            <TimetableLink app event=event.clone() />
            <SearchLink app />
            <DetailsLink app event=event.clone() />
            <TakeButtons app event=event.clone() />
        </header>
        <main class="columns" id="content">
            {column(Column::Outline, Box::new({
                let event = event.clone();
                move || {
                    let event = event.clone();
                    view! {
                        <div class="column outline-column">
                            <SampleLine app event=event.clone() />
                            <Fills app event=event.clone() />
                            <Outline app event current />
                        </div>
                    }
                    .into_any()
                }
            }))}
            {column(Column::Text, Box::new({
                let event = event.clone();
                move || {
                    let event = event.clone();
                    view! { <TextColumn app event whole shown caret /> }.into_any()
                }
            }))}
            {column(Column::Preview, Box::new(move || {
                let event = event.clone();
                view! {
                    <div class="column preview-column" tabindex="0" role="group" aria-label=t.preview>
                        <PreviewPane app event caret />
                    </div>
                }
                .into_any()
            }))}
        </main>
    }
}

/// What is written in.
#[component]
fn TextColumn(
    app: App,
    event: EventId,
    whole: Memo<bool>,
    shown: Memo<Option<(SectionId, bool)>>,
    caret: Caret,
) -> impl IntoView {
    let t = app.words();
    view! {
        <div class="column writer-column">
            <Opened app shown bar_above=true caret />
            {live(move || match (whole.get(), shown.get()) {
                (true, _) => {
                    view! { <WholeText app event=event.clone() bar_above=true /> }.into_any()
                }
                (false, None) => view! { <p class="column-hint">{t.pick_section}</p> }.into_any(),
                (false, Some(_)) => ().into_any(),
            })}
        </div>
    }
}

/// The section that the address names; the first one where it names none, and the
/// one that took its place in the list where it is gone. What is shown stays as long
/// as it can, and while it is written in whatever another tab does to the list:
/// nobody's text is taken away under the hands.
fn shown_section(app: App, event: EventId, part: Signal<Part>) -> Memo<Option<SectionId>> {
    // The list and what was shown of it when this ran last, for which address.
    let before = StoredValue::new((Vec::new(), None::<(Part, SectionId)>));
    memo(move || {
        let there = app.outline(&event);
        let part = part.get();
        let named = match &part {
            Part::Section(id) => Some(id.clone()),
            Part::Memo(session) => {
                return app.memo(&event, session).map(|memo| memo.id);
            }
            Part::Notes | Part::Report | Part::Whole => None,
        };
        let (list, last) = before.get_value();
        // Another address is another wish.
        let last = last.filter(|(of, _)| *of == part).map(|(_, id)| id);
        let written = last
            .clone()
            .filter(|id| text_area::is_section_written_in(id.as_str()));
        let is_there = |id: &SectionId| there.contains(id);
        let stays = last.clone().filter(is_there);
        let known = written.or(named.clone().filter(is_there)).or(stays);
        let shown = known.or_else(|| {
            let gone = last.or(named);
            let at = list.iter().position(|id| Some(id) == gone.as_ref());
            there.get(at.unwrap_or(0)).or(there.last()).cloned()
        });
        before.set_value((there, shown.clone().map(|id| (part, id))));
        shown
    })
}

/// The text of the section that is shown, if one is. Each section has a text area
/// of its own: in one that is used again, undo goes through what was typed in
/// another section.
#[component]
fn Opened(
    app: App,
    /// Which, and whether the caret goes into it.
    #[prop(into)]
    shown: Signal<Option<(SectionId, bool)>>,
    bar_above: bool,
    caret: Caret,
) -> impl IntoView {
    each(
        move || Vec::from_iter(shown.get()),
        move |(id, focus)| {
            let caret = remember(caret, id.clone());
            let section = app.section(&id);
            let writer = section.map(|section| {
                view! {
                    <MemoLine app section=section.clone() />
                    <FillLine app section=section.clone() />
                    <Beside app section=section.clone() />
                    <Writer app section focus bar_above caret />
                }
            });
            writer.into_any()
        },
    )
}

fn remember(caret: Caret, id: SectionId) -> Callback<usize> {
    Callback::new(move |offset| {
        let here = Some((id.clone(), offset));
        if *caret.read_untracked() != here {
            caret.set(here);
        }
    })
}
