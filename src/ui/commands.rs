//! What a person does to events, to the profile and with the whole report, and
//! the line that says what was done.

use std::sync::Arc;

use leptos::prelude::*;

use super::frame::{self, Toast, focus_heading, focus_link};
use super::keyboard;
use super::state::App;
use crate::browser::timer::Timer;
use crate::browser::{download, local, locale};
use crate::domain::{Event, EventId, Profile, Route, Section, Tab};
use crate::{markdown, publish, text};

/// How long a line stays that only says what was done.
const SAID_FOR_MS: i32 = 5_000;

/// How long a line stays that takes something back.
const UNDONE_WITHIN_MS: i32 = 10_000;

/// A report without what is private.
pub struct OpenReport {
    pub event: Event,
    /// The sections that are in the report, joined.
    pub body: String,
    /// How many private things were left out.
    pub private: usize,
}

/// A report that is handed out.
pub struct ReportFile {
    pub name: String,
    pub text: String,
    /// How many private things were left out.
    pub private: usize,
}

impl App {
    /// Says what was done.
    pub fn say(self, message: String) {
        self.show_toast(message, None, SAID_FOR_MS);
    }

    pub(super) fn say_with_undo(self, message: String, undo: impl Fn() + Send + Sync + 'static) {
        self.show_toast(message, Some(Arc::new(undo)), UNDONE_WITHIN_MS);
    }

    /// Writes sections, once what stood in them is kept as revisions; the line that says so takes it
    /// back, but nothing that was changed since.
    pub(super) fn write_with_undo(self, written: Vec<Section>, told: String, undone: &'static str) {
        let before: Vec<Option<Section>> =
            written.iter().map(|it| self.section_now(&it.id)).collect();
        self.keep_revisions(written.iter().map(|it| it.id.clone()).collect());
        self.write(written.clone());
        self.refill.update(|count| *count += 1);
        self.say_with_undo(told, move || {
            let mut back = Vec::new();
            let mut is_back = true;
            for (before, after) in before.iter().zip(&written) {
                let Some(now) = self.section_now(&after.id) else {
                    continue;
                };
                match before {
                    Some(before) => {
                        let then = now.clone().without_change(before, after);
                        is_back &= then != now;
                        back.push(then);
                    }
                    None if now.text == after.text => self.drop_section(now),
                    None => is_back = false,
                }
            }
            self.write(back);
            self.refill.update(|count| *count += 1);
            self.tell_back(is_back, undone);
        });
    }

    /// Says that all was taken back; what stays because it was changed since is told to the eye, too.
    fn tell_back(self, is_back: bool, undone: &'static str) {
        match is_back {
            true => self.announce(undone.to_owned()),
            false => self.say(self.words().targets.changed_since.to_owned()),
        }
    }

    /// Tells a screen reader what was done, where the eye sees it by itself.
    /// Emptied first, because words that stay the same are not told again.
    pub fn announce(self, message: String) {
        self.announced.set(String::new());
        request_animation_frame(move || self.announced.set(message));
    }

    /// A line that only says what was done belongs to the screen on which it was.
    pub(super) fn forget_what_was_said(self) {
        if self
            .toast
            .with_untracked(|toast| toast.as_ref().is_some_and(|toast| toast.undo.is_none()))
        {
            self.forget_toast();
        }
    }

    /// Takes the line away, and with it what it could take back.
    pub fn forget_toast(self) {
        self.toast.set(None);
        self.with_kept(|kept| kept.deleted.clear());
    }

    /// Takes back what the line on the screen says. False where it says nothing
    /// that can be.
    pub fn undo_what_was_said(self) -> bool {
        let undo = self
            .toast
            .with_untracked(|toast| toast.as_ref()?.undo.clone());
        if let Some(undo) = &undo {
            self.forget_toast();
            undo();
            // Where the button that had the focus is gone.
            request_animation_frame(focus_heading);
        }
        undo.is_some()
    }

    fn show_toast(
        self,
        message: String,
        undo: Option<Arc<dyn Fn() + Send + Sync>>,
        milliseconds: i32,
    ) {
        self.announce(message.clone());
        self.forget_toast();
        self.toast.set(Some(Toast { message, undo }));
        self.forget_toast_after(milliseconds);
        // On a phone it comes to where one writes, above the tools.
        if !self.wide.get_untracked() {
            request_animation_frame(keyboard::show_caret);
        }
    }

    /// A line that the pointer or the focus is on stays as long again.
    fn forget_toast_after(self, milliseconds: i32) {
        let timer = Timer::after(milliseconds, move || {
            if frame::find(".toast:is(:hover, :focus-within)").is_some() {
                self.forget_toast_after(milliseconds);
            } else {
                self.forget_toast();
            }
        });
        self.with_kept(|kept| kept.toast = timer);
    }

    /// The report as a file for the place that is chosen, without what is private.
    pub fn report_file(self, id: &EventId) -> Option<ReportFile> {
        let OpenReport {
            event,
            body,
            private,
        } = self.open_report(id)?;
        let target = self.looks.target.get_untracked();
        Some(ReportFile {
            name: target.file_name(&event),
            text: publish::print(target, &event, &body),
            private,
        })
    }

    /// The report without what is private, to be handed out.
    pub fn open_report(self, id: &EventId) -> Option<OpenReport> {
        self.with_store(|store| {
            let event = store.event(id)?;
            let sections = store.sections_of(id);
            let texts = sections
                .iter()
                .filter(|section| section.in_report)
                .map(|section| section.text.as_str());
            let (body, private) = markdown::open_report(texts);
            Some(OpenReport {
                event,
                body,
                private,
            })
        })
    }

    /// Everything that is written, as one Markdown file, for when it cannot be
    /// kept.
    pub fn take_everything(self) {
        let file = self.with_store(|store| {
            let mut file = String::new();
            for event in store.events() {
                let sections = store.sections_of(&event.id);
                let texts = sections.iter().map(|section| section.text.as_str());
                file += &format!("# {}\n\n", markdown::escaped(&event.name));
                file += &markdown::join(texts);
                file += "\n";
            }
            file
        });
        self.hand_out("sankarepo.md", &file);
    }

    /// What cannot be read, byte for byte.
    pub fn take_set_aside(self) {
        let file = self.with_store(|store| {
            let records = store.set_aside();
            let texts = records
                .iter()
                .map(|aside| format!("{}\n{}\n", aside.key, aside.raw));
            texts.collect::<String>()
        });
        self.hand_out("sankarepo-set-aside.txt", &file);
    }

    fn hand_out(self, name: &str, file: &str) {
        let t = self.words();
        let done = download::text_file(name, file, "text/plain;charset=utf-8");
        self.say(match done {
            Ok(()) => (t.downloaded)(name),
            Err(_) => t.failed_download.to_owned(),
        });
    }

    /// What stood in the form of a new event when it was left.
    pub fn begun_event(self) -> Option<String> {
        let key = self.with_store(|store| store.keys().begun());
        local::read(&key).ok().flatten()
    }

    /// Keeps what stands in the form of a new event, or nothing any more. It is no
    /// record yet: where localStorage fails it lives as long as the form.
    pub fn keep_begun_event(self, typed: Option<&str>) {
        let key = self.with_store(|store| store.keys().begun());
        let kept = match typed {
            Some(typed) => local::write(&key, typed),
            None => local::remove(&key),
        };
        if let Err(fault) = kept {
            leptos::logging::warn!("{fault}");
        }
    }

    /// Makes an event with the sections of a template.
    pub fn create_event(self, template: usize, fill: impl FnOnce(&mut Event)) -> Option<EventId> {
        let event = self.blank_event(fill)?;
        let language = self.language();
        let template = language.templates().get(template)?;
        let texts = text::write(template, language, &event, &self.profile());
        Some(self.add_event(event, texts))
    }

    /// Makes an event whose report is built like that of an earlier one, with its topics and its
    /// kind of head.
    pub fn create_event_like(
        self,
        earlier: &EventId,
        fill: impl FnOnce(&mut Event),
    ) -> Option<EventId> {
        let earlier = self.event_now(earlier)?;
        let mut event = self.blank_event(fill)?;
        event.report.topics = earlier.report.topics.clone();
        event.report.head = earlier.report.head;
        let texts = self.with_store(|store| {
            let sections = store.sections_of(&earlier.id);
            let there = sections.iter().filter(|section| section.in_report);
            text::write_like(&event, &earlier, there.map(|section| section.text.as_str()))
        });
        Some(self.add_event(event, texts))
    }

    /// Makes an event with these sections.
    pub(super) fn create_event_with(
        self,
        texts: Vec<String>,
        fill: impl FnOnce(&mut Event),
    ) -> Option<EventId> {
        let event = self.blank_event(fill)?;
        Some(self.add_event(event, texts))
    }

    fn blank_event(self, fill: impl FnOnce(&mut Event)) -> Option<Event> {
        let mut event = Event::new(EventId::from_bits(self.random()?), "");
        event.time_zone = locale::time_zone();
        fill(&mut event);
        Some(event)
    }

    pub(super) fn add_event(self, event: Event, texts: Vec<String>) -> EventId {
        let id = event.id.clone();
        self.count_minute();
        let outcome = self.with_store(|store| store.edit_event(event));
        self.perform(outcome);
        self.add_texts(&id, None, texts);
        id
    }

    /// Changes an event.
    pub fn change_event(self, id: &EventId, change: impl FnOnce(&mut Event)) {
        if let Some(mut event) = self.event_now(id) {
            change(&mut event);
            let outcome = self.with_store(|store| store.edit_event(event));
            self.perform(outcome);
        }
    }

    /// Changes an event, if that makes it another; the line that says so takes it back, but nothing
    /// that was changed since.
    pub(super) fn change_event_with_undo(
        self,
        id: &EventId,
        change: impl FnOnce(&mut Event),
        told: String,
        undone: &'static str,
    ) {
        let Some(before) = self.event_now(id) else {
            return;
        };
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return;
        }
        self.change_event(id, |event| event.clone_from(&after));
        self.say_with_undo(told, move || {
            let Some(now) = self.event_now(&before.id) else {
                return;
            };
            let then = now.clone().without_change(&before, &after);
            self.change_event(&before.id, |event| event.clone_from(&then));
            self.tell_back(then != now, undone);
        });
    }

    /// Deletes an event; the line that says so takes it back.
    pub fn delete_event(self, id: &EventId) {
        let Some(event) = self.event_now(id) else {
            return;
        };
        let outcome = self.with_store(|store| store.delete_event(id));
        self.perform(outcome);
        let t = self.words();
        self.say_with_undo((t.event_deleted)(&event.name), move || {
            let outcome = self.with_store(|store| store.restore_event(&event.id));
            self.perform(outcome);
            self.announce((t.restored)(&event.name));
            focus_link(&Route::Event(event.id.clone(), Tab::Notes));
        });
    }

    pub fn change_profile(self, profile: Profile) {
        let outcome = self.with_store(|store| store.edit_profile(profile));
        self.perform(outcome);
    }
}
