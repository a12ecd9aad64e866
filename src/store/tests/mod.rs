//! The store as a whole: joining, sharing between tabs, and every fault.

mod backup;
mod faults;
mod history;
mod joins;
mod machine;
mod memory;
mod model;
mod programmes;
mod published;
mod sharing;
mod tabs;

use crate::domain::{Event, EventId, Place, Section, SectionId};
use crate::store::Store;

fn id(text: &str) -> SectionId {
    SectionId::from_text(text)
}

fn event(name: &str) -> Event {
    Event::new(EventId::from_text("e"), name)
}

fn section(name: &str, text: &str) -> Section {
    let (event, place) = (EventId::from_text("e"), Place::from_text("i"));
    Section::new(id(name), event, place, text)
}

/// The texts of the report, in order.
fn texts(store: &Store) -> Vec<&str> {
    let sections = store.sections_of(&EventId::from_text("e"));
    sections.into_iter().map(|s| s.text.as_str()).collect()
}

/// The texts beside a section.
fn copies(store: &Store, name: &str) -> Vec<String> {
    let copies = store.copies(&id(name));
    copies.into_iter().map(|section| section.text).collect()
}
