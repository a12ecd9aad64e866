//! What the screen reads. Everything is derived from the records; nothing here
//! is written back.

use super::Seen;
use super::heads::{Heads, Version};
use super::keys::{Keys, fingerprint};
use super::library::Why;
use super::machine::Store;
use super::safety::{KeepError, Keeper, Safety};
use crate::domain::{Event, EventId, Place, Profile, Section, SectionId, sorted_by};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Something in a keeper that this page cannot use. It is kept byte for byte.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SetAside {
    pub keeper: Keeper,
    pub key: String,
    pub raw: String,
    pub why: Why,
}

/// What of a section other parts of the screen depend on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Part {
    pub id: SectionId,
    pub event: EventId,
    place: Place,
    gone: bool,
    in_report: bool,
    /// Once it is taken out of the trash nothing of it is left.
    is_empty: bool,
}

/// The texts of one section as they are listed: the section, then its copies.
pub(super) fn outline(id: &SectionId, heads: &Heads<Section>, anchor: Option<&Seen>) -> Vec<Part> {
    let shown = heads.shown(anchor).into_iter().enumerate();
    shown
        .map(|(index, version)| Part {
            id: if index == 0 {
                id.clone()
            } else {
                copy_id(version)
            },
            event: version.value.event.clone(),
            place: version.value.place.clone(),
            gone: version.gone,
            in_report: version.value.in_report,
            is_empty: version.value.text.is_empty(),
        })
        .collect()
}

/// The identity of a copy comes from what it says, so every device and every
/// repetition finds the same one.
pub(super) fn copy_id(version: &Version<Section>) -> SectionId {
    SectionId::from_bits(fingerprint(&version.content()))
}

impl Store {
    /// All events that are not deleted, the latest first, those without days
    /// before them. An event of which only sections could be read is among them
    /// with an empty name: a damaged record hides no text.
    pub fn events(&self) -> Vec<Event> {
        let named = self.library.sections.values().flat_map(Heads::all);
        let named = named.filter(|version| !version.gone);
        // Not collected: that would be one more sort to download.
        let mut ids: BTreeSet<EventId> = BTreeSet::new();
        ids.extend(self.library.events.keys().cloned());
        ids.extend(named.map(|version| version.value.event.clone()));
        let key = |event: &Event| event.days.map(|days| Reverse(days.first()));
        sorted_by(ids.iter().filter_map(|id| self.event(id)), |a, b| {
            (key(a), &a.name, &a.id).cmp(&(key(b), &b.name, &b.id))
        })
    }

    /// All events as in [`Store::events`], each with its sections as in [`Store::sections_of`].
    pub fn reports(&self) -> Vec<(Event, Vec<&Section>)> {
        let mut sections: BTreeMap<&EventId, Vec<&Version<Section>>> = BTreeMap::new();
        let shown = self.library.sections.keys().filter_map(|id| self.first(id));
        for version in shown.filter(|version| !version.gone) {
            let event = &version.value.event;
            sections.entry(event).or_default().push(version);
        }
        let with_sections = |event: Event| {
            let sections = sections.get(&event.id);
            let sections = sections.into_iter().flatten().copied();
            (event, in_order(sections))
        };
        self.events().into_iter().map(with_sections).collect()
    }

    /// One event, as in [`Store::events`].
    pub fn event(&self, id: &EventId) -> Option<Event> {
        let Some(heads) = self.library.events.get(id) else {
            let mut sections = self.library.sections.values().flat_map(Heads::all);
            let known = sections.any(|version| !version.gone && version.value.event == *id);
            return known.then(|| Event::new(id.clone(), ""));
        };
        let shown = heads.shown(None);
        let mut versions = shown.iter().filter(|version| !version.gone);
        let mut event = versions.next()?.value.clone();
        versions.for_each(|other| event.join_published(&other.value));
        Some(event)
    }

    /// Deleted events that can be taken back, by name.
    pub fn gone_events(&self) -> Vec<Event> {
        let shown = self.library.events.values();
        let shown = shown.filter_map(|heads| heads.shown(None).first().copied());
        let gone = shown.filter(|version| version.gone);
        let gone = gone.map(|version| version.value.clone());
        // One without a name was taken out of the trash, unless something is left in it.
        let gone = gone.filter(|event| !event.name.is_empty() || self.has_text(&event.id));
        sorted_by(gone, |a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)))
    }

    /// The sections of a report in their order, without copies.
    pub fn sections_of(&self, event: &EventId) -> Vec<&Section> {
        self.sections(event, false)
    }

    /// The deleted sections of a report that can be taken back, in the order they had.
    pub fn gone_sections(&self, event: &EventId) -> Vec<&Section> {
        let mut gone = self.sections(event, true);
        gone.retain(|section| !section.text.is_empty());
        gone
    }

    /// One section that was deleted and can be taken back.
    pub fn gone_section(&self, id: &SectionId) -> Option<&Section> {
        let version = self.first(id)?;
        (version.gone && !version.value.text.is_empty()).then_some(&version.value)
    }

    /// One section that is not deleted.
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        let version = self.first(id)?;
        (!version.gone).then_some(&version.value)
    }

    /// Other texts of the same section, written where this one was not seen.
    /// Each has an identity of its own, which [`Store::keep_this`] and
    /// [`Store::keep_both`] take.
    pub fn copies(&self, id: &SectionId) -> Vec<Section> {
        let Some(heads) = self.library.sections.get(id) else {
            return Vec::new();
        };
        let shown = heads.shown(self.anchor(id)).into_iter().skip(1);
        let copies = shown.filter(|version| !version.gone);
        copies
            .map(|version| Section {
                id: copy_id(version),
                ..version.value.clone()
            })
            .collect()
    }

    /// Every section with copies, those of one report beside each other. Where the
    /// event is deleted there is nothing to decide.
    pub fn copied(&self) -> Vec<&Section> {
        let ids = self.library.sections.keys();
        let ids = ids.filter(|id| !self.copies(id).is_empty());
        let sections = ids.filter_map(|id| self.section(id));
        let sections = sections.filter(|section| self.event(&section.event).is_some());
        sorted_by(sections, |a, b| {
            let order = a.event.cmp(&b.event);
            order.then_with(|| a.sort_key().cmp(&b.sort_key()))
        })
    }

    /// The person who writes; empty until she says.
    pub fn profile(&self) -> Profile {
        let shown = self.library.profile.shown(None);
        shown.first().map(|v| v.value.clone()).unwrap_or_default()
    }

    /// What is true of everything that was written.
    pub fn safety(&self) -> Safety {
        let least = if self.unrecorded {
            Safety::Saving
        } else {
            Safety::Saved
        };
        self.keepers.safety().max(least)
    }

    /// Why this keeper fails, if it does.
    pub fn trouble(&self, keeper: Keeper) -> Option<&KeepError> {
        self.keepers.trouble(keeper)
    }

    /// What cannot be read or is from a newer version of the page.
    pub fn set_aside(&self) -> Vec<&SetAside> {
        self.set_aside.iter().collect()
    }

    /// The keys of this page.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    pub(super) fn anchor(&self, id: &SectionId) -> Option<&Seen> {
        self.anchors.get(id).map(|anchor| &anchor.seen)
    }

    fn first(&self, id: &SectionId) -> Option<&Version<Section>> {
        let heads = self.library.sections.get(id)?;
        heads.shown(self.anchor(id)).first().copied()
    }

    fn has_text(&self, event: &EventId) -> bool {
        let mut all = self.library.sections.values().flat_map(Heads::all);
        all.any(|version| version.value.event == *event && !version.value.text.is_empty())
    }

    fn sections(&self, event: &EventId, gone: bool) -> Vec<&Section> {
        let first = self.library.sections.keys().filter_map(|id| self.first(id));
        let those = first.filter(|version| version.gone == gone && version.value.event == *event);
        in_order(those)
    }
}

fn in_order<'a>(versions: impl Iterator<Item = &'a Version<Section>>) -> Vec<&'a Section> {
    sorted_by(versions.map(|version| &version.value), |a, b| {
        a.sort_key().cmp(&b.sort_key())
    })
}
