//! The stored form of a version, the same in both keepers, in a message to
//! another tab and in a backup. It is meant to stay: the types here are changed
//! only by adding fields that may be absent.
//!
//! One version is one JSON object on one line:
//! `{"v":1,"kind":"section","id":"…","seen":{"writer":3},"event":"…",…}`, with
//! `"gone":true` for a deletion. An entry (what is kept under one key) is one
//! such line for each head of a record.

use super::fields::{EventFields, ProfileFields, SectionFields};
use super::heads::{Extra, Kept, Version};
use super::{RecordId, Seen};
use crate::domain::{Event, Profile, Section, WriterId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format that is written. A record with a higher one is left alone.
pub const FORMAT: u64 = 1;

/// A version of a record of any kind.
#[derive(Clone, PartialEq, Debug)]
pub enum Record {
    Profile(Version<Profile>),
    Event(Version<Event>),
    Section(Version<Section>),
}

impl Record {
    pub fn id(&self) -> RecordId {
        match self {
            Record::Profile(_) => RecordId::Profile,
            Record::Event(version) => RecordId::Event(version.value.id.clone()),
            Record::Section(version) => RecordId::Section(version.value.id.clone()),
        }
    }

    /// The stored form, on one line.
    pub fn line(&self) -> String {
        match self {
            Record::Profile(version) => Profile::line(version),
            Record::Event(version) => Event::line(version),
            Record::Section(version) => Section::line(version),
        }
    }
}

/// What one line of an entry is.
#[derive(Clone, PartialEq, Debug)]
pub enum Read {
    Known(Box<Record>),
    /// Written by a newer version of the page, in this format.
    Newer {
        v: u64,
    },
    /// Damaged, or not ours; why, in the words of the JSON reader.
    Unreadable(String),
}

/// Reads one line. Never fails: what is not understood is named as such.
pub fn read(line: &str) -> Read {
    read_known(line).unwrap_or_else(|error| Read::Unreadable(error.to_string()))
}

fn read_known(line: &str) -> serde_json::Result<Read> {
    /// What every format has.
    #[derive(Deserialize)]
    struct Sort {
        v: u64,
        #[serde(default)]
        kind: String,
    }
    let sort: Sort = serde_json::from_str(line)?;
    let record = match (sort.v, sort.kind.as_str()) {
        (FORMAT, "profile") => Record::Profile(version::<ProfileFields>(line)?),
        (FORMAT, "event") => Record::Event(version::<EventFields>(line)?),
        (FORMAT, "section") => Record::Section(version::<SectionFields>(line)?),
        (v, _) => return Ok(Read::Newer { v }),
    };
    Ok(Read::Known(Box::new(record)))
}

/// What stands before the fields of a kind.
#[derive(Serialize, Deserialize)]
struct Line<F> {
    v: u64,
    kind: String,
    id: String,
    seen: BTreeMap<String, u64>,
    #[serde(default, skip_serializing_if = "is_default")]
    gone: bool,
    #[serde(flatten)]
    fields: F,
}

/// The stored fields of one kind. Between this and the domain nothing is lost.
pub(super) trait Fields: Serialize + for<'de> Deserialize<'de> {
    type Value;
    const KIND: &'static str;

    fn from_value(value: &Self::Value, extra: &Extra) -> Self;
    fn id(value: &Self::Value) -> &str;
    fn into_value(self, id: String) -> (Self::Value, Extra);
}

fn version<F: Fields>(line: &str) -> serde_json::Result<Version<F::Value>> {
    let line: Line<F> = serde_json::from_str(line)?;
    let (value, extra) = line.fields.into_value(line.id);
    let pairs = line.seen.into_iter();
    Ok(Version {
        seen: Seen::from_pairs(pairs.map(|(name, count)| (WriterId::from_text(name), count))),
        gone: line.gone,
        value,
        extra,
    })
}

pub(super) fn line<F: Fields>(version: &Version<F::Value>) -> String {
    let pairs = version.seen.pairs();
    serde_json::to_string(&Line {
        v: FORMAT,
        kind: F::KIND.into(),
        id: F::id(&version.value).into(),
        seen: pairs
            .map(|(name, count)| (name.to_string(), count))
            .collect(),
        gone: version.gone,
        fields: F::from_value(&version.value, &version.extra),
    })
    .expect("strings, numbers and maps with string keys are JSON")
}

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
