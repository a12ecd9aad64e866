//! Cutting a section in two at the caret, and joining it with the one above.

use leptos::prelude::*;

use super::section::{depth, title};
use super::state::App;
use crate::domain::{Place, Route, Section, SectionId};
use crate::editing::in_stored;
use crate::markdown;

impl App {
    /// What stands from the byte `at` of the text area on becomes a section of its own, which opens
    /// with its new title selected; the line that says so takes it back.
    pub fn cut_section(self, id: &SectionId, at: usize) {
        let t = self.words();
        let Some(section) = self.section_now(id) else {
            return;
        };
        let nested = depth(&section.text) > 0;
        let emoji = self
            .event_now(&section.event)
            .map(|event| event.report.emoji);
        let emoji = emoji.filter(|emoji| !nested && !emoji.is_empty());
        let name = if nested { t.new_nested } else { t.new_section };
        let new_title = emoji.map_or(name.to_owned(), |emoji| format!("{emoji} {name}"));
        let at = in_stored(&section.text, at);
        let Some((before, behind)) = markdown::cut(&section.text, at, &new_title) else {
            self.say(t.not_cut_in_code.to_owned());
            return;
        };
        let Some(new) = self.random().map(SectionId::from_bits) else {
            return;
        };
        let sections = self.sections_now(&section.event);
        let next = sections
            .iter()
            .find(|other| other.sort_key() > section.sort_key());
        let place = Place::spread(Some(&section.place), next.map(|next| &next.place), 1).pop();
        let Some(place) = place else { return };
        self.keep_revision(id);
        // What takes text away is written after what receives it.
        self.write(vec![
            section.piece(new.clone(), place, behind),
            Section {
                text: before,
                ..section.clone()
            },
        ]);
        self.refill.update(|count| *count += 1);
        let route = Route::Writing(section.event.clone(), new.clone());
        let back = Route::Writing(section.event.clone(), section.id.clone());
        self.say_with_undo(t.section_cut.to_owned(), move || {
            self.write(vec![section.clone()]);
            let outcome = self.with_store(|store| store.delete_section(&new));
            self.perform(outcome);
            self.refill.update(|count| *count += 1);
            self.go(back.clone());
        });
        self.go(route);
    }

    /// The text of a section goes to the end of the one above, which opens; the line that says so
    /// takes it back.
    pub fn join_with_above(self, id: &SectionId) {
        let t = self.words();
        let Some(lower) = self.section_now(id) else {
            return;
        };
        let sections = self.sections_now(&lower.event);
        let before = sections.iter().take_while(|other| other.id != *id);
        let Some(upper) = before.last().cloned() else {
            self.say(t.nothing_above.to_owned());
            return;
        };
        for id in [&upper.id, &lower.id] {
            self.keep_revision(id);
        }
        let text = markdown::joined(&upper.text, &lower.text, &[t.new_section, t.new_nested]);
        self.write(vec![Section {
            text,
            ..upper.clone()
        }]);
        let outcome = self.with_store(|store| store.delete_section(&lower.id));
        self.perform(outcome);
        self.refill.update(|count| *count += 1);
        let route = Route::Writing(upper.event.clone(), upper.id.clone());
        let back = Route::Writing(lower.event.clone(), lower.id.clone());
        self.say_with_undo(
            (t.sections_joined)(&title(&upper.text, t.untitled)),
            move || {
                self.restore_sections(std::slice::from_ref(&lower.id));
                self.write(vec![upper.clone()]);
                self.refill.update(|count| *count += 1);
                self.go(back.clone());
            },
        );
        self.go(route);
    }
}
