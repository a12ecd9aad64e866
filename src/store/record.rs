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
use super::programmes::{PickFields, ProgrammeFields};
use super::{RecordId, Seen};
use crate::domain::{Event, Pick, Profile, Programme, Section, WriterId};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Serialize, Serializer};
use serde_json::Error;
use std::collections::BTreeMap;

/// The format that is written. A record with a higher one is left alone.
pub const FORMAT: u64 = 1;

/// A version of a record of any kind.
#[derive(Clone, PartialEq, Debug)]
pub enum Record {
    Profile(Version<Profile>),
    Event(Version<Event>),
    Section(Version<Section>),
    Programme(Version<Programme>),
    Pick(Version<Pick>),
}

impl Record {
    pub fn id(&self) -> RecordId {
        match self {
            Record::Profile(_) => RecordId::Profile,
            Record::Event(version) => RecordId::Event(version.value.id.clone()),
            Record::Section(version) => RecordId::Section(version.value.id.clone()),
            Record::Programme(version) => RecordId::Programme(version.value.event.clone()),
            Record::Pick(version) => RecordId::Pick(version.value.session.clone()),
        }
    }

    /// The stored form, on one line.
    pub fn line(&self) -> String {
        match self {
            Record::Profile(version) => Profile::line(version),
            Record::Event(version) => Event::line(version),
            Record::Section(version) => Section::line(version),
            Record::Programme(version) => Programme::line(version),
            Record::Pick(version) => Pick::line(version),
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
    let mut fields: Extra = serde_json::from_str(line)?;
    let v: u64 = required(&mut fields, "v")?;
    let kind: String = optional(&mut fields, "kind")?;
    let record = match (v, kind.as_str()) {
        (FORMAT, "profile") => Record::Profile(version::<ProfileFields>(fields)?),
        (FORMAT, "event") => Record::Event(version::<EventFields>(fields)?),
        (FORMAT, "section") => Record::Section(version::<SectionFields>(fields)?),
        (FORMAT, "programme") => Record::Programme(version::<ProgrammeFields>(fields)?),
        (FORMAT, "pick") => Record::Pick(version::<PickFields>(fields)?),
        _ => return Ok(Read::Newer { v }),
    };
    Ok(Read::Known(Box::new(record)))
}

/// Takes a field out of those of a line, so that the unknown ones are left.
///
/// Each line is read as [`Extra`] and each field from there: a derived reader
/// for every kind would be three times the code to download.
pub(super) fn required<T: DeserializeOwned>(
    fields: &mut Extra,
    name: &str,
) -> serde_json::Result<T> {
    let value = fields.remove(name);
    let value = value.ok_or_else(|| Error::custom(format_args!("no field {name}")))?;
    serde_json::from_str(value.json())
}

/// Like [`required`] for a field that may be absent.
pub(super) fn optional<T: DeserializeOwned + Default>(
    fields: &mut Extra,
    name: &str,
) -> serde_json::Result<T> {
    let value = fields.remove(name);
    value.map_or(Ok(T::default()), |value| serde_json::from_str(value.json()))
}

/// A version as it is written; `fields` are those of its kind.
#[derive(Serialize)]
struct Line<'a, F> {
    v: u64,
    kind: &'a str,
    id: &'a str,
    #[serde(serialize_with = "pairs")]
    seen: &'a Seen,
    #[serde(skip_serializing_if = "is_default")]
    gone: bool,
    #[serde(flatten)]
    fields: F,
}

/// The stored fields of one kind. Between this and the domain nothing is lost.
pub(super) trait Fields: Serialize {
    type Value;
    const KIND: &'static str;

    fn from_value(value: &Self::Value, extra: &Extra) -> Self;
    fn id(value: &Self::Value) -> &str;
    /// Takes the fields of the kind; those that are left are unknown.
    fn read(id: String, fields: &mut Extra) -> serde_json::Result<Self::Value>;
}

fn version<F: Fields>(mut fields: Extra) -> serde_json::Result<Version<F::Value>> {
    let id: String = required(&mut fields, "id")?;
    let seen: BTreeMap<String, u64> = required(&mut fields, "seen")?;
    let pairs = seen.into_iter();
    Ok(Version {
        seen: Seen::from_pairs(pairs.map(|(name, count)| (WriterId::from_text(name), count))),
        gone: optional(&mut fields, "gone")?,
        value: F::read(id, &mut fields)?,
        extra: fields,
    })
}

pub(super) fn line<F: Fields>(version: &Version<F::Value>) -> String {
    serde_json::to_string(&Line {
        v: FORMAT,
        kind: F::KIND,
        id: F::id(&version.value),
        seen: &version.seen,
        gone: version.gone,
        fields: F::from_value(&version.value, &version.extra),
    })
    .expect("strings, numbers and maps with string keys are JSON")
}

fn pairs<S: Serializer>(seen: &Seen, serializer: S) -> Result<S::Ok, S::Error> {
    let pairs = seen.pairs();
    serializer.collect_map(pairs.map(|(name, count)| (name.as_str(), count)))
}

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
