//! The trash: what was deleted and can be taken back, and for how long. Counts
//! days on which the page was used; a clock that jumps adds one day at most, so
//! it empties nothing.

use super::RecordId;
use super::effect::Outcome;
use super::keys;
use super::machine::Store;
use crate::domain::{Event, EventId, Section, SectionId};
use std::collections::BTreeMap;

/// On how many further days of use what was deleted can be taken back.
pub const DAYS_IN_TRASH: u32 = 30;

/// For how long the things in the trash have been there. Kept by each device for
/// itself. Where it is lost or cannot be read, counting starts again: things stay
/// longer than was said, never shorter.
///
/// The stored form is `2026-11-24 17`, the last day of use and how many there
/// were, and a line `section/… 12` for each thing: how many there were by then.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TrashDays {
    day: String,
    count: u32,
    since: BTreeMap<String, u32>,
}

impl TrashDays {
    /// Reads the stored form; a line that it cannot read is as if it were not there.
    pub fn read(text: &str) -> Self {
        let mut lines = text.lines().filter_map(|line| {
            let (name, count) = line.rsplit_once(' ')?;
            Some((name.to_owned(), count.parse().ok()?))
        });
        let (day, count) = lines.next().unwrap_or_default();
        let mut days = Self {
            day,
            count,
            since: BTreeMap::new(),
        };
        for (name, count) in lines {
            days.since.insert(name, count);
        }
        days
    }

    /// The stored form.
    pub fn text(&self) -> String {
        let things = self.since.iter();
        let things = things.map(|(name, count)| format!("\n{name} {count}"));
        format!("{} {}{}", self.day, self.count, things.collect::<String>())
    }

    /// The page is used on `day` (any text that differs from day to day), and this
    /// is in the trash.
    pub fn count(&mut self, day: &str, trash: &[RecordId]) {
        if self.day != day {
            self.day = day.to_owned();
            self.count = self.count.saturating_add(1);
        }
        let names: Vec<String> = trash.iter().map(keys::archive).collect();
        self.since.retain(|name, _| names.contains(name));
        for name in names {
            self.since.entry(name).or_insert(self.count);
        }
    }

    /// Whether nothing is counted.
    pub fn is_empty(&self) -> bool {
        self.since.is_empty()
    }

    /// On how many more days of use this can be taken back.
    pub fn left(&self, id: &RecordId) -> u32 {
        let since = self.since.get(&keys::archive(id)).unwrap_or(&self.count);
        // A count of the future is none of ours: nothing is emptied by it.
        DAYS_IN_TRASH.saturating_sub(self.count.saturating_sub(*since))
    }
}

impl Store {
    /// Everything that was deleted and can be taken back: events by name, then
    /// sections by event. Those of a deleted event come back with it.
    pub fn trash(&self) -> Vec<RecordId> {
        let events = self.gone_events().into_iter();
        let events = events.map(|event| RecordId::Event(event.id));
        let sections = self.events().into_iter().flat_map(|event| {
            let gone = self.gone_sections(&event.id).into_iter();
            gone.map(|section| RecordId::Section(section.id.clone()))
                .collect::<Vec<_>>()
        });
        events.chain(sections).collect()
    }

    /// The sections that go with these when the trash is emptied.
    pub fn sections_in(&self, ids: &[RecordId]) -> Vec<SectionId> {
        let sections = ids.iter().flat_map(|id| match id {
            RecordId::Profile | RecordId::Programme(_) | RecordId::Pick(_) => Vec::new(),
            RecordId::Section(id) => vec![id.clone()],
            RecordId::Event(id) => {
                let sections = self.sections_of(id).into_iter();
                let sections = sections.chain(self.gone_sections(id));
                sections.map(|section| section.id.clone()).collect()
            }
        });
        sections.collect()
    }

    /// Takes these out of the trash for good. That they were deleted stays known,
    /// or another device would bring them back; what was written in them does not.
    /// What is not deleted is passed over.
    pub fn empty_trash(&mut self, ids: &[RecordId]) -> Outcome {
        let trash = self.trash();
        for id in ids.iter().filter(|id| trash.contains(id)) {
            match id {
                RecordId::Profile | RecordId::Programme(_) | RecordId::Pick(_) => {}
                RecordId::Section(id) => self.empty_section(id),
                RecordId::Event(id) => self.empty_event(id),
            }
        }
        self.settle()
    }

    fn empty_event(&mut self, id: &EventId) {
        for section in self.sections_in(&[RecordId::Event(id.clone())]) {
            self.empty_section(&section);
        }
        self.empty_programme(id);
        self.write_event(Event::new(id.clone(), ""), true);
    }

    fn empty_section(&mut self, id: &SectionId) {
        let writer = self.writer.clone();
        self.change_section(id, |heads| {
            let Some(first) = heads.all().first() else {
                return false;
            };
            let emptied = Section {
                text: String::new(),
                ..first.value.clone()
            };
            heads.write(&writer, &heads.seen(), true, emptied);
            true
        });
    }
}
