//! What a person does to the notes. Each edit is a new version that has seen
//! the text it was made from, and nothing else: a text that another tab wrote
//! meanwhile stays beside it until the person decides.

use super::effect::Outcome;
use super::heads::{Heads, Version};
use super::machine::{Anchor, Store, WRITE_AT_ONCE};
use super::views::copy_id;
use super::{RecordId, Seen};
use crate::domain::{Event, EventId, Place, Profile, Section, SectionId};

impl Store {
    /// This tab now shows the section's newest text in a text area. Until
    /// [`Store::close`], what is typed counts as made from that text, whatever
    /// arrives from elsewhere; call it again when the text area was given a
    /// newer text. Without it an edit is made from the newest text.
    pub fn open(&mut self, id: &SectionId) {
        if let Some(seen) = self.newest(id) {
            let open = true;
            self.anchors.insert(id.clone(), Anchor { seen, open });
        }
    }

    /// The text area is gone.
    pub fn close(&mut self, id: &SectionId) {
        if let Some(anchor) = self.anchors.get_mut(id) {
            anchor.open = false;
        }
    }

    /// Writes a section, new or changed, as one types or moves it.
    pub fn edit_section(&mut self, section: Section) -> Outcome {
        self.edit_sections(vec![section])
    }

    /// Writes several sections as one: the archive takes all or none, and each
    /// becomes a draft only after those before it. So what takes text away (the
    /// rest of a section that was split) stands after what receives it.
    pub fn edit_sections(&mut self, sections: Vec<Section>) -> Outcome {
        let sections: Vec<Section> = sections
            .into_iter()
            .filter(|section| !self.says_already(section))
            .collect();
        let texts = sections.iter().map(|section| section.text.len());
        if texts.sum::<usize>() >= WRITE_AT_ONCE {
            self.wait_for_flush();
        }
        self.write_sections(sections, false);
        self.settle()
    }

    /// Something was typed of which no record is made yet, or all of it is recorded now.
    pub fn type_unrecorded(&mut self, is_there: bool) -> Outcome {
        self.unrecorded = is_there;
        self.settle()
    }

    /// Deletes a section; its text stays for [`Store::restore_section`]. A copy
    /// beside it takes its place.
    pub fn delete_section(&mut self, id: &SectionId) -> Outcome {
        if let Some(section) = self.section(id).cloned() {
            self.write_sections(vec![section], true);
        }
        self.settle()
    }

    /// Takes back a deletion, now or after weeks.
    pub fn restore_section(&mut self, id: &SectionId) -> Outcome {
        let writer = self.writer.clone();
        self.change_section(id, |heads| {
            heads.separate(&writer);
            let gone: Vec<_> = heads.all().iter().filter(|v| v.gone).cloned().collect();
            for version in &gone {
                heads.write(&writer, &version.seen, false, version.value.clone());
            }
            !gone.is_empty()
        });
        self.move_anchor(id.clone(), self.newest(id));
        self.settle()
    }

    /// Decides for one of the texts beside each other: the section's own, or a
    /// copy by the copy's identity. The others are outdated from now on.
    pub fn keep_this(&mut self, id: &SectionId) -> Outcome {
        let Some((own_id, version)) = self.find(id) else {
            return self.settle();
        };
        let writer = self.writer.clone();
        let mut seen = None;
        self.change_section(&own_id, |heads| {
            seen = Some(heads.write(&writer, &heads.seen(), false, version.value));
            true
        });
        self.move_anchor(own_id, seen);
        self.settle()
    }

    /// Decides for both: the copy becomes a section of its own, under the
    /// identity it has, right after the one it stood beside.
    pub fn keep_both(&mut self, copy: &SectionId) -> Outcome {
        let Some((id, version)) = self.find(copy) else {
            return self.settle();
        };
        let Some(section) = self.section(&id).filter(|_| id != *copy).cloned() else {
            return self.settle();
        };
        let new = Section {
            id: copy.clone(),
            place: self.place_after(&section),
            ..version.value.clone()
        };
        let writer = self.writer.clone();
        let mut seen = None;
        let ids = [copy, &id].map(|id| RecordId::Section(id.clone()));
        self.changing(&ids, |library| {
            let copies = library.sections.entry(copy.clone()).or_default();
            if copies.shown(None).first().is_none_or(|shown| shown.gone) {
                copies.join(Version {
                    seen: copies.seen().next(&writer),
                    value: new,
                    ..version.clone()
                });
            }
            let heads = library.sections.entry(id.clone()).or_default();
            heads.separate(&writer);
            let both = [&section, &version.value].into_iter();
            let base = both.fold(Seen::default(), |base, value| {
                base.union(&seen_of(heads, value))
            });
            seen = Some(heads.write(&writer, &base, false, section));
            true
        });
        self.move_anchor(id, seen);
        self.settle()
    }

    /// Writes an event, new or changed. It decides between what several tabs
    /// wrote.
    pub fn edit_event(&mut self, event: Event) -> Outcome {
        self.write_event(event, false);
        self.settle()
    }

    /// Deletes an event. Its sections stay as they are, out of sight with it.
    pub fn delete_event(&mut self, id: &EventId) -> Outcome {
        if let Some(event) = self.event(id) {
            self.write_event(event, true);
        }
        self.settle()
    }

    /// Takes back the deletion of an event.
    pub fn restore_event(&mut self, id: &EventId) -> Outcome {
        let heads = self.library.events.get(id);
        let shown = heads.and_then(|heads| heads.shown(None).first().copied());
        if let Some(event) = shown.map(|version| version.value.clone()) {
            self.write_event(event, false);
        }
        self.settle()
    }

    /// Writes the profile. It decides between what several tabs wrote.
    pub fn edit_profile(&mut self, profile: Profile) -> Outcome {
        let writer = self.writer.clone();
        self.changing(&[RecordId::Profile], |library| {
            library.profile.write_over_all(&writer, false, profile)
        });
        self.settle()
    }

    pub(super) fn write_event(&mut self, event: Event, gone: bool) {
        let writer = self.writer.clone();
        let id = event.id.clone();
        self.changing(&[RecordId::Event(id.clone())], |library| {
            let heads = library.events.entry(id).or_default();
            heads.write_over_all(&writer, gone, event)
        });
    }

    pub(super) fn write_sections(&mut self, sections: Vec<Section>, gone: bool) {
        let writer = self.writer.clone();
        for section in &sections {
            if let Some(heads) = self.library.sections.get_mut(&section.id) {
                heads.separate(&writer);
            }
        }
        let ids: Vec<_> = sections.iter().map(|s| s.id.clone()).collect();
        let bases: Vec<Seen> = ids
            .iter()
            .map(|id| self.base(id).unwrap_or_default())
            .collect();
        let records: Vec<_> = ids.iter().cloned().map(RecordId::Section).collect();
        let mut written = Vec::new();
        self.changing(&records, |library| {
            for (section, base) in sections.into_iter().zip(bases) {
                let heads = library.sections.entry(section.id.clone()).or_default();
                written.push(heads.write(&writer, &base, gone, section));
            }
            !written.is_empty()
        });
        for (id, seen) in ids.into_iter().zip(written) {
            self.move_anchor(id, Some(seen));
        }
    }

    pub(super) fn change_section(
        &mut self,
        id: &SectionId,
        change: impl FnOnce(&mut Heads<Section>) -> bool,
    ) {
        self.changing(&[RecordId::Section(id.clone())], |library| {
            library.sections.get_mut(id).is_some_and(change)
        });
    }

    /// The version that this tab wrote is the one that it goes on showing.
    pub(super) fn move_anchor(&mut self, id: SectionId, seen: Option<Seen>) {
        if let Some(seen) = seen {
            let open = self.anchors.get(&id).is_some_and(|anchor| anchor.open);
            self.anchors.insert(id, Anchor { seen, open });
        }
    }

    /// What an edit of this section has seen: the text that stands open, else
    /// the newest.
    fn base(&self, id: &SectionId) -> Option<Seen> {
        if let Some(anchor) = self.anchors.get(id).filter(|anchor| anchor.open) {
            return Some(anchor.seen.clone());
        }
        self.newest(id)
    }

    pub(super) fn newest(&self, id: &SectionId) -> Option<Seen> {
        let heads = self.library.sections.get(id)?;
        let shown = heads.shown(self.anchor(id));
        Some(heads.seen_by(shown.first()?))
    }

    fn says_already(&self, section: &Section) -> bool {
        let heads = self.library.sections.get(&section.id);
        heads.is_some_and(|heads| {
            let shown = heads.shown(self.anchor(&section.id));
            let same = |version: &&&Version<Section>| !version.gone && version.value == *section;
            let newest = shown.first().filter(same);
            newest.is_some_and(|version| self.base(&section.id) == Some(heads.seen_by(version)))
        })
    }

    /// The section and the version that go by this identity, a copy's too.
    pub(super) fn find(&self, id: &SectionId) -> Option<(SectionId, Version<Section>)> {
        let of_own = self.library.sections.get(id).and_then(|heads| {
            let version = *heads.shown(self.anchor(id)).first()?;
            Some((id.clone(), version.clone()))
        });
        of_own.or_else(|| {
            self.library.sections.iter().find_map(|(own_id, heads)| {
                let copies = heads.shown(self.anchor(own_id)).into_iter().skip(1);
                let mut copies = copies.filter(|version| copy_id(version) == *id);
                Some((own_id.clone(), copies.next()?.clone()))
            })
        })
    }

    fn place_after(&self, section: &Section) -> Place {
        let sections = self.sections_of(&section.event);
        let next = sections.iter().find(|other| other.place > section.place);
        Place::between(Some(&section.place), next.map(|next| &next.place))
    }
}

fn seen_of(heads: &Heads<Section>, value: &Section) -> Seen {
    let saying = heads.all().iter().filter(|version| version.value == *value);
    saying.fold(Seen::default(), |seen, version| seen.union(&version.seen))
}
