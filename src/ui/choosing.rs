//! Choosing several sections of the list, and what is done to all of them at once.

use leptos::prelude::*;
use leptos::web_sys;

use super::frame::focus_heading;
use super::icon::{Drawn, Icon};
use super::live::{live, memo};
use super::moving::Goal;
use super::outline::keeping_focus;
use super::row::Action;
use super::section::title;
use super::state::App;
use crate::browser::page;
use crate::domain::{Chosen, Direction, EventId, Section, SectionId};

/// The sections that are chosen; nothing while none are to be.
#[derive(Clone, Copy)]
pub struct Choice(RwSignal<Option<Chosen>>);

impl Choice {
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Whether sections are chosen at all; the caller runs again when that changes.
    pub fn is_on(self) -> Memo<bool> {
        memo(move || self.0.read().is_some())
    }

    /// Whether a section is chosen, where that is to be said.
    pub fn has(self, id: SectionId) -> Memo<Option<bool>> {
        memo(move || self.0.read().as_ref().map(|chosen| chosen.has(&id)))
    }

    /// On a phone Back ends it: the list is the whole screen there.
    pub fn toggle(self, app: App) {
        if self.0.with_untracked(Option::is_some) {
            return self.end();
        }
        self.0.set(Some(Chosen::default()));
        if !app.wide.get_untracked() {
            let begun = page::begin_over();
            debug_assert!(begun.is_ok());
        }
    }

    pub fn end(self) {
        self.0.set(None);
        page::end_over();
    }

    /// Those that are chosen of a list.
    fn of(self, list: &[SectionId]) -> Vec<SectionId> {
        let chosen = self.0.read();
        chosen
            .as_ref()
            .map(|chosen| chosen.of(list))
            .unwrap_or_default()
    }

    /// Those with which something is done by way of one of them: if that one is
    /// chosen all that are, or it alone.
    pub fn with(self, app: App, event: &EventId, id: &SectionId) -> Vec<SectionId> {
        let chosen = untrack(|| self.of(&app.outline(event)));
        match chosen.contains(id) {
            true => chosen,
            false => vec![id.clone()],
        }
    }

    /// Those that keys act on: all that are chosen, or the one with the focus.
    pub fn or(self, app: App, event: &EventId, id: &SectionId) -> Vec<SectionId> {
        let chosen = untrack(|| self.of(&app.outline(event)));
        match chosen.is_empty() {
            true => vec![id.clone()],
            false => chosen,
        }
    }

    /// Presses a section; false where nothing is to be chosen.
    pub fn press(self, app: App, event: &EventId, id: &SectionId, as_range: bool) -> bool {
        let list = untrack(|| app.outline(event));
        let mut count = None;
        self.0.maybe_update(|chosen| {
            count = chosen.as_mut().map(|chosen| {
                chosen.press(&list, id, as_range);
                chosen.of(&list).len()
            });
            count.is_some()
        });
        if let Some(count) = count {
            app.announce((app.words().chosen)(count));
        }
        count.is_some()
    }
}

impl App {
    /// Into the report with those beneath them, or out of it if all of them are in it. Where more
    /// went than were picked, the line that says so takes it back.
    pub(super) fn take_in_or_out(self, ids: &[SectionId]) {
        let now = move |ids: &[SectionId]| -> Vec<Section> {
            ids.iter().filter_map(|id| self.section_now(id)).collect()
        };
        let picked = now(ids);
        let Some(first) = picked.first() else { return };
        let in_report = !picked.iter().all(|section| section.in_report);
        let all = self.with_those_beneath(&first.event, ids);
        let mut changed = now(&all);
        changed.retain(|section| section.in_report != in_report);
        let changed: Vec<SectionId> = changed.into_iter().map(|section| section.id).collect();
        let set = move |in_report| {
            let sections = now(&changed).into_iter();
            let set = sections.map(|section| Section {
                in_report,
                ..section
            });
            self.write(set.collect());
        };
        set(in_report);
        let t = self.words();
        let title = title(&first.text, t.untitled);
        let (picked, count) = (ids.len(), all.len());
        let told = move |in_report| {
            let words = match in_report {
                true => (t.taken_in, t.several.taken_in, t.sections_taken_in),
                false => (t.taken_out, t.several.taken_out, t.sections_taken_out),
            };
            match (picked, count) {
                (1, 1) => (words.0)(&title),
                (1, _) => (words.1)(&title, count - 1),
                _ => (words.2)(count),
            }
        };
        match count > picked {
            true => self.say_with_undo(told(in_report), move || {
                set(!in_report);
                self.announce(told(!in_report));
            }),
            false => self.announce(told(in_report)),
        }
    }
}

/// How many there are, or are chosen, and the way into choosing and out of it.
#[component]
pub fn Head(app: App, #[prop(into)] ids: Signal<Vec<SectionId>>, choice: Choice) -> impl IntoView {
    let t = app.words();
    let is_on = choice.is_on();
    let count = move || match is_on.get() {
        true => (t.chosen)(choice.of(&ids.read()).len()),
        false => (t.section_count)(ids.read().len()),
    };
    let press = move || if is_on.get() { t.done } else { t.choose };
    view! {
        <div class="outline-head">
            <p class="outline-count">{live(count)}</p>
            <button class="button quiet small" type="button" on:click=move |_| choice.toggle(app)>
                {live(press)}
            </button>
        </div>
    }
}

/// What can be done to those that are chosen.
#[component]
pub fn ChosenActions(
    app: App,
    event: EventId,
    #[prop(into)] ids: Signal<Vec<SectionId>>,
    choice: Choice,
) -> impl IntoView {
    let t = app.words();
    let chosen = memo(move || choice.of(&ids.read()));
    let all_in = move || {
        let chosen = chosen.read();
        let mut sections = chosen.iter().filter_map(|id| app.section(id));
        sections.all(|section| section.facts.read().in_report)
    };
    type Press = Box<dyn FnMut(web_sys::MouseEvent)>;
    let step = |direction| -> Press {
        let event = event.clone();
        Box::new(move |_| {
            let goal = Goal::Step(direction);
            keeping_focus(|| app.move_sections(&event, &chosen.read_untracked(), &goal));
        })
    };
    let in_or_out = move || {
        let (icon, label) = match all_in() {
            true => (Icon::LeaveOut, t.several.leave_out),
            false => (Icon::TakeIn, t.several.take_in),
        };
        view! {
            <Drawn icon />
            <span>{label}</span>
        }
    };
    let delete: Press = Box::new(move |_| {
        app.delete_sections(&chosen.get_untracked());
        choice.end();
        request_animation_frame(focus_heading);
    });
    view! {
        <fieldset
            class="chosen-actions"
            aria-label=t.chosen_actions
            disabled=move || chosen.read().is_empty()
        >
            <Action icon=Icon::Up label=t.move_up press=step(Direction::Up) />
            <Action icon=Icon::Down label=t.move_down press=step(Direction::Down) />
            // One button whatever it says, so that it keeps the focus.
            <button
                class="action"
                type="button"
                on:click=move |_| app.take_in_or_out(&chosen.read_untracked())
            >
                {live(in_or_out)}
            </button>
            <Action icon=Icon::Delete label=t.delete press=delete />
        </fieldset>
    }
}
