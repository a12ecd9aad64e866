//! All records by identity, and the text of an entry. Knows joining; knows no
//! keeper, no tab and no view.

use super::heads::{Heads, Kept, Version};
use super::record::{Read, Record, read};
use super::{RecordId, keys};
use crate::domain::{Event, EventId, Pick, Profile, Programme, Section, SectionId, SessionId};
use std::collections::BTreeMap;

/// Everything that is known, deleted records among it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Library {
    pub profile: Heads<Profile>,
    pub events: BTreeMap<EventId, Heads<Event>>,
    pub sections: BTreeMap<SectionId, Heads<Section>>,
    pub programmes: BTreeMap<EventId, Heads<Programme>>,
    pub picks: BTreeMap<SessionId, Heads<Pick>>,
}

impl Library {
    /// Takes a version in. `false` if it says nothing new.
    pub fn join(&mut self, record: Record) -> bool {
        match record {
            Record::Profile(version) => self.profile.join(version),
            Record::Event(version) => {
                let id = version.value.id.clone();
                self.events.entry(id).or_default().join(version)
            }
            Record::Section(version) => {
                let id = version.value.id.clone();
                self.sections.entry(id).or_default().join(version)
            }
            Record::Programme(version) => {
                let id = version.value.event.clone();
                self.programmes.entry(id).or_default().join(version)
            }
            Record::Pick(version) => {
                let id = version.value.session.clone();
                self.picks.entry(id).or_default().join(version)
            }
        }
    }

    /// The heads of one record; none if it is not known.
    pub fn records(&self, id: &RecordId) -> Vec<Record> {
        match id {
            RecordId::Profile => each(Some(&self.profile), Record::Profile),
            RecordId::Event(id) => each(self.events.get(id), Record::Event),
            RecordId::Section(id) => each(self.sections.get(id), Record::Section),
            RecordId::Programme(id) => each(self.programmes.get(id), Record::Programme),
            RecordId::Pick(id) => each(self.picks.get(id), Record::Pick),
        }
    }

    /// What is stored of one record: a line for each head.
    pub fn entry(&self, id: &RecordId) -> String {
        let lines: Vec<String> = self.records(id).iter().map(Record::line).collect();
        lines.join("\n")
    }

    /// Whether this version is outdated by another one here.
    pub fn supersedes(&self, record: &Record) -> bool {
        match record {
            Record::Profile(version) => self.profile.supersede(version),
            Record::Event(version) => {
                let heads = self.events.get(&version.value.id);
                heads.is_some_and(|heads| heads.supersede(version))
            }
            Record::Section(version) => {
                let heads = self.sections.get(&version.value.id);
                heads.is_some_and(|heads| heads.supersede(version))
            }
            Record::Programme(version) => {
                let heads = self.programmes.get(&version.value.event);
                heads.is_some_and(|heads| heads.supersede(version))
            }
            Record::Pick(version) => {
                let heads = self.picks.get(&version.value.session);
                heads.is_some_and(|heads| heads.supersede(version))
            }
        }
    }
}

fn each<T: Kept>(heads: Option<&Heads<T>>, record: fn(Version<T>) -> Record) -> Vec<Record> {
    let versions = heads.map_or(&[][..], Heads::all);
    versions.iter().cloned().map(record).collect()
}

/// Why a text cannot be used. It is kept as it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    /// A newer version of the page wrote it, in this format.
    Newer { v: u64 },
    /// It is damaged, or not ours; what the reader said.
    Unreadable(String),
}

/// An entry taken apart.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Entry {
    pub records: Vec<Record>,
    /// Lines of a newer format, as they are.
    pub newer: Vec<String>,
    /// Why the entry as a whole must be kept aside, if it must.
    pub strange: Option<Why>,
}

impl Entry {
    /// Takes an entry apart; nothing of it is refused.
    pub fn parse(text: &str) -> Self {
        let mut entry = Entry::default();
        for line in text.split('\n') {
            match read(line) {
                Read::Known(record) => entry.records.push(*record),
                Read::Newer { v } => {
                    entry.newer.push(line.to_owned());
                    entry.strange.get_or_insert(Why::Newer { v });
                }
                Read::Unreadable(why) => entry.strange = Some(Why::Unreadable(why)),
            }
        }
        entry
    }
}

/// What a put leaves in the archive.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stored {
    /// The new text of the entry.
    pub text: String,
    /// Whether the archive held something that the tab did not send.
    pub news: bool,
    /// Key and text of an entry that stood there and could not be read. It must
    /// be put in the same transaction.
    pub aside: Option<(String, String)>,
}

/// The write between the read and the put of one transaction: what stands under
/// `key` and what is to be put there become one. Nothing that stands there is
/// lost: heads are joined, lines of a newer format stay where they are, and an
/// entry with anything else in it is copied aside.
pub fn join_stored(key: &str, existing: Option<&str>, incoming: &str) -> Stored {
    let Some(existing) = existing else {
        return Stored {
            text: incoming.to_owned(),
            news: false,
            aside: None,
        };
    };
    let there = Entry::parse(existing);
    let mut sent = Library::default();
    for record in Entry::parse(incoming).records {
        sent.join(record);
    }
    let mut joined = sent.clone();
    let mut foreign = false;
    let mut id = None;
    for record in there.records {
        if keys::archive(&record.id()) == key {
            id = Some(record.id());
            joined.join(record);
        } else {
            foreign = true;
        }
    }
    let unreadable = matches!(there.strange, Some(Why::Unreadable(_)));
    let text = id.map_or_else(|| incoming.to_owned(), |id| joined.entry(&id));
    let lines = std::iter::once(text).chain(there.newer);
    Stored {
        text: lines.collect::<Vec<_>>().join("\n"),
        news: joined != sent,
        aside: (foreign || unreadable).then(|| (keys::aside(key, existing), existing.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(text: &str, seen: &str) -> String {
        format!(
            r#"{{"v":1,"kind":"section","id":"s","seen":{{{seen}}},"event":"e","place":"i","text":"{text}","in_report":true}}"#
        )
    }

    fn check(existing: &str, incoming: &str, text: &str, aside: bool) {
        let stored = join_stored("section/s", Some(existing), incoming);
        assert_eq!(stored.text, text);
        assert_eq!(
            stored.aside.map(|(_, text)| text),
            aside.then(|| existing.to_owned())
        );
    }

    #[test]
    fn a_put_joins_what_stands_there() {
        let old = section("old", r#""x":1"#);
        let new = section("new", r#""x":2"#);
        let other = section("other", r#""x":1,"y":1"#);
        check(&old, &new, &new, false);
        check(&new, &old, &new, false);
        check(&new, &other, &format!("{new}\n{other}"), false);
        check(&other, &new, &format!("{new}\n{other}"), false);
    }

    #[test]
    fn a_put_says_whether_there_was_more() {
        let (new, other) = (section("n", r#""x":2"#), section("o", r#""y":1"#));
        assert!(!join_stored("section/s", None, &new).news);
        assert!(!join_stored("section/s", Some(&new), &new).news);
        assert!(join_stored("section/s", Some(&other), &new).news);
    }

    #[test]
    fn what_cannot_be_read_is_never_overwritten() {
        let new = section("new", r#""x":2"#);
        let old = section("old", r#""x":1"#);
        for damaged in [
            "",
            "{broken",
            "null",
            "[]",
            "5",
            "\u{0}",
            r#"{"v":"1","kind":"section"}"#,
            r#"{"v":1,"kind":"section","id":"s"}"#,
            r#"{"v":-1,"kind":"section","id":"s"}"#,
        ] {
            check(damaged, &new, &new, true);
            let both = format!("{old}\n{damaged}");
            check(&both, &new, &new, true);
        }
        let elsewhere = old.replace(r#""id":"s""#, r#""id":"t""#);
        check(&elsewhere, &new, &new, true);
    }

    #[test]
    fn what_is_newer_stays_where_it_is() {
        let new = section("new", r#""x":2"#);
        let newer = r#"{"v":2,"kind":"section","words":["a"]}"#;
        check(newer, &new, &format!("{new}\n{newer}"), false);
        check(
            &format!("{newer}\n{new}"),
            &new,
            &format!("{new}\n{newer}"),
            false,
        );
    }
}
