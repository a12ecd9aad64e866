//! What a person does to sections: type, add, move, nest, rename, delete.

use leptos::prelude::*;

use super::area::change_open;
use super::frame::focus_link;
use super::moving::Goal;
use super::section::depth;
use super::state::App;
use crate::domain::{
    Direction, EventId, Moving, Place, Route, Section, SectionId, group, line_end, with_blank_line,
};
use crate::editing;
use crate::markdown::{self, Replacement};

/// A report of so many bytes is not read between a tap and what it shows.
const LARGE: usize = 200_000;

/// One step that an outline's row can take.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Move(Direction),
    Nest,
    Unnest,
    /// Into the report or out of it.
    InOrOut,
}

impl App {
    /// The text as it stands in the text area, which held `before` bytes until
    /// now. The line ends that were after those stay after it.
    pub fn type_body(self, id: &SectionId, before: usize, body: String) {
        // What is typed into a section that another tab has deleted brings it back.
        let there = self.section_now(id);
        let is_new = there.is_none();
        if let Some(section) = there.or_else(|| self.last_known(id)) {
            if let Some(session) = &section.session {
                self.is_at(session);
            }
            let text = editing::write_body(&section.text, before, body);
            let section = Section { text, ..section };
            match is_new {
                true => self.bear(section),
                false => self.write(vec![section]),
            }
            self.keep_revision_later(id);
        }
    }

    /// The text area of a section is open: edits are made from what it shows.
    pub fn open_section(self, id: &SectionId) {
        self.with_store(|store| store.open(id));
    }

    /// The text area is gone. What was edited in it is brought into normal form, so that it joins
    /// its neighbours as it looks; what was only read stays as it came.
    pub fn leave_section(self, id: &SectionId, edited: bool) {
        self.with_store(|store| store.close(id));
        self.forget_unborn();
        self.keep_revision(id);
        if let Some(section) = self.section_now(id).filter(|_| edited) {
            let closed = markdown::closed(&section.text);
            let text = closed.as_deref().unwrap_or(&section.text);
            let pieces = markdown::split(text);
            if pieces.len() > 1 {
                self.split_section(&section, &pieces);
            } else if let Some(text) = closed {
                self.write(vec![Section { text, ..section }]);
                self.say(self.words().fence_closed.to_owned());
            }
        }
        self.flush();
    }

    fn split_section(self, section: &Section, pieces: &[&str]) {
        let new: Option<Vec<SectionId>> = (1..pieces.len())
            .map(|_| self.random().map(SectionId::from_bits))
            .collect();
        let Some(new) = new else { return };
        let sections = self.sections_now(&section.event);
        let next = sections
            .iter()
            .find(|other| other.sort_key() > section.sort_key());
        let places = Place::spread(
            Some(&section.place),
            next.map(|next| &next.place),
            new.len(),
        );
        let added = new.into_iter().zip(places).zip(&pieces[1..]);
        let mut written: Vec<Section> = added
            .map(|((id, place), text)| section.piece(id, place, *text))
            .collect();
        // What takes text away is written after what receives it.
        written.push(Section {
            text: pieces[0].to_owned(),
            ..section.clone()
        });
        self.write(written);
        self.say((self.words().sections_split)(pieces.len()));
    }

    /// Adds a section: at the end, or nested under another one. Its line ends like the last one.
    pub fn add_section(self, event: &EventId, under: Option<&SectionId>) -> Option<SectionId> {
        let t = self.words();
        let sections = self.sections_now(event);
        let end = sections.last().and_then(|last| line_end(&last.text));
        let end = end.unwrap_or("\n");
        let text = match under {
            Some(_) => format!("### {}{end}", t.new_nested),
            None => {
                let emoji = self.event_now(event)?.report.emoji;
                let space = if emoji.is_empty() { "" } else { " " };
                format!("## {emoji}{space}{}{end}", t.new_section)
            }
        };
        let after = under.and_then(|under| {
            let depths: Vec<u8> = sections
                .iter()
                .map(|section| depth(&section.text))
                .collect();
            let index = sections.iter().position(|section| section.id == *under)?;
            group(&depths, index).end.checked_sub(1)
        });
        self.add_texts(event, after, vec![text]).pop()
    }

    /// Adds sections after the one at `after`, or at the end.
    pub(super) fn add_texts(
        self,
        event: &EventId,
        after: Option<usize>,
        texts: Vec<String>,
    ) -> Vec<SectionId> {
        let sections = self.sections_now(event);
        let before = after
            .or(sections.len().checked_sub(1))
            .and_then(|at| sections.get(at));
        let next = after.and_then(|at| sections.get(at + 1));
        let places = Place::spread(
            before.map(|section| &section.place),
            next.map(|section| &section.place),
            texts.len(),
        );
        let mut written = Vec::new();
        for (place, text) in places.into_iter().zip(texts) {
            let Some(bits) = self.random() else {
                return Vec::new();
            };
            let id = SectionId::from_bits(bits);
            written.push(Section::new(id, event.clone(), place, text));
        }
        let ids = written.iter().map(|section| section.id.clone()).collect();
        if next.is_some()
            && let Some(last) = written.last_mut()
            && let Some(spaced) = with_blank_line(last)
        {
            *last = spaced;
        }
        written.extend(before.and_then(with_blank_line));
        self.write(written);
        ids
    }

    /// Checks or unchecks the task whose box is the byte `at` of a section's text. Where the text
    /// stands in its text area, that one is changed, and the browser's own undo goes through it.
    /// False if there is no such box any more.
    pub fn check_task(self, id: &SectionId, at: usize, checked: bool) -> bool {
        let Some(section) = self.section_now(id) else {
            return false;
        };
        let Some(change) = markdown::with_box(&section.text, at, checked) else {
            return false;
        };
        if !change_open(id, &section.text, &change) {
            self.replace_in(section, &change);
            self.keep_revision_later(id);
        }
        true
    }

    /// Takes one step with a section.
    pub fn step(self, id: &SectionId, step: Step) {
        let Some(section) = self.section_now(id) else {
            return;
        };
        let done = match step {
            Step::Move(direction) => {
                let goal = Goal::Step(direction);
                return self.move_sections(&section.event, std::slice::from_ref(id), &goal);
            }
            Step::Nest => !self.is_first(&section) && self.set_level(section, markdown::LEVELS.sub),
            Step::Unnest => self.set_level(section, markdown::LEVELS.top),
            Step::InOrOut => return self.take_in_or_out(std::slice::from_ref(id)),
        };
        if done {
            self.announce_step(id, step);
        }
    }

    fn announce_step(self, id: &SectionId, step: Step) {
        let Some(section) = self.section(id) else {
            return;
        };
        let t = self.words();
        let words = match step {
            Step::Nest => t.nested,
            _ => t.unnested,
        };
        let facts = section.facts.read_untracked();
        self.announce(words(&facts.title_or(t.untitled)));
    }

    fn is_first(self, section: &Section) -> bool {
        self.sections_now(&section.event)
            .first()
            .is_some_and(|first| first.id == section.id)
    }

    /// False for a section that has the level, or no heading that could have it.
    fn set_level(self, section: Section, level: u8) -> bool {
        if markdown::heading(&section.text).is_some_and(|heading| heading.level == level) {
            return false;
        }
        let change = markdown::with_level(&section.text, level);
        if let Some(change) = &change {
            self.replace_in(section, change);
        }
        change.is_some()
    }

    /// Gives a section another title.
    pub fn rename_section(self, id: &SectionId, title: &str) {
        if let Some(section) = self.section_now(id) {
            let change = markdown::with_title(&section.text, title);
            self.replace_in(section, &change);
            self.announce((self.words().renamed)(title.trim()));
        }
    }

    fn replace_in(self, section: Section, change: &Replacement) {
        let mut text = section.text.clone();
        text.replace_range(change.range.clone(), &change.with);
        self.write(vec![Section { text, ..section }]);
        self.refill.update(|count| *count += 1);
    }

    /// Deletes sections with those beneath them; the line that says so takes them back, and with
    /// them those that were deleted while it stood there.
    pub fn delete_sections(self, ids: &[SectionId]) {
        let Some(section) = ids.first().and_then(|id| self.section(id)) else {
            return;
        };
        let picked = ids.len();
        let ids = &*self.with_those_beneath(&section.event, ids);
        let t = self.words();
        let title = section
            .facts
            .with_untracked(|facts| facts.title_or(t.untitled));
        self.throw_away(ids);
        // Those of which the line on the screen speaks.
        let mut deleted = self.with_kept(|kept| std::mem::take(&mut kept.deleted));
        deleted.extend_from_slice(ids);
        let all = deleted.clone();
        let message = match deleted.len() {
            1 => (t.section_deleted)(&title),
            count if picked == 1 && count == ids.len() => (t.several.deleted)(&title, count - 1),
            count => (t.sections_deleted)(count),
        };
        let route = Route::Writing(section.event, section.id);
        self.say_with_undo(message, move || {
            self.restore_sections(&deleted);
            self.announce(match deleted.len() {
                1 => (t.restored)(&title),
                count => (t.sections_restored)(count),
            });
            focus_link(&route);
        });
        self.with_kept(|kept| kept.deleted = all);
    }

    /// Sections of an event with those that are nested under them, in order: they go with them
    /// wherever those go, and what would stay behind would stand under another one.
    pub(super) fn with_those_beneath(self, event: &EventId, ids: &[SectionId]) -> Vec<SectionId> {
        let sections = self.sections_now(event);
        let depths: Vec<u8> = sections.iter().map(|it| depth(&it.text)).collect();
        let index = |id: &SectionId| sections.iter().position(|it| it.id == *id);
        let picked: Vec<usize> = ids.iter().filter_map(index).collect();
        let all = Moving::new(&depths, &picked);
        let id = |at: &usize| sections[*at].id.clone();
        all.moved().iter().map(id).collect()
    }

    /// Deletes sections and says nothing.
    pub(super) fn throw_away(self, ids: &[SectionId]) {
        for id in ids {
            let outcome = self.with_store(|store| store.delete_section(id));
            self.perform(outcome);
        }
    }

    /// Takes deleted sections back and says nothing.
    pub(super) fn restore_sections(self, ids: &[SectionId]) {
        for id in ids {
            let outcome = self.with_store(|store| store.restore_section(id));
            self.perform(outcome);
        }
    }

    pub(super) fn write(self, sections: Vec<Section>) {
        self.count_minute();
        let outcome = self.with_store(|store| store.edit_sections(sections));
        self.perform(outcome);
    }

    /// Whether so much stands in the report that reading all of it is felt.
    pub(super) fn has_large_report(self, event: &EventId) -> bool {
        self.with_store(|store| {
            let sections = store.sections_of(event).into_iter();
            sections.map(|section| section.text.len()).sum::<usize>() > LARGE
        })
    }

    /// Whoever reads this hears of every change of the report's texts.
    pub(super) fn track_report(self, event: &EventId) {
        let ids = self.in_report(event);
        for section in ids.iter().filter_map(|id| self.section(id)) {
            section.track_text();
        }
    }

    pub(super) fn section_now(self, id: &SectionId) -> Option<Section> {
        self.with_store(|store| store.section(id).cloned())
    }

    pub(super) fn sections_now(self, event: &EventId) -> Vec<Section> {
        self.with_store(|store| store.sections_of(event).into_iter().cloned().collect())
    }
}
