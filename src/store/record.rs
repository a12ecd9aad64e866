//! The stored form of a version, the same in both keepers, in a message to
//! another tab and in a backup. It is meant to stay: the types here are changed
//! only by adding fields that may be absent.
//!
//! One version is one JSON object on one line:
//! `{"v":1,"kind":"section","id":"…","seen":{"writer":3},"event":"…",…}`, with
//! `"gone":true` for a deletion. An entry (what is kept under one key) is one
//! such line for each head of a record.

use super::heads::{Extra, Kept, Version};
use super::{RecordId, Seen};
use crate::domain::{
    Date, Days, Event, EventId, Head, Place, Profile, Report, Role, Section, SectionId, WriterId,
};
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
trait Fields: Serialize + for<'de> Deserialize<'de> {
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

fn line<F: Fields>(version: &Version<F::Value>) -> String {
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

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[derive(Serialize, Deserialize)]
struct SectionFields {
    event: String,
    place: String,
    text: String,
    in_report: bool,
    #[serde(flatten)]
    extra: Extra,
}

impl Fields for SectionFields {
    type Value = Section;
    const KIND: &'static str = "section";

    fn from_value(section: &Section, extra: &Extra) -> Self {
        Self {
            event: section.event.to_string(),
            place: section.place.to_string(),
            text: section.text.clone(),
            in_report: section.in_report,
            extra: extra.clone(),
        }
    }

    fn id(section: &Section) -> &str {
        section.id.as_str()
    }

    fn into_value(self, id: String) -> (Section, Extra) {
        let section = Section {
            id: SectionId::from_text(id),
            event: EventId::from_text(self.event),
            place: Place::from_text(self.place),
            text: self.text,
            in_report: self.in_report,
        };
        (section, self.extra)
    }
}

impl Kept for Section {
    fn line(version: &Version<Self>) -> String {
        line::<SectionFields>(version)
    }
}

#[derive(Serialize, Deserialize)]
struct ProfileFields {
    #[serde(default, skip_serializing_if = "is_default")]
    name: String,
    #[serde(default, skip_serializing_if = "is_default")]
    handles: String,
    #[serde(flatten)]
    extra: Extra,
}

impl Fields for ProfileFields {
    type Value = Profile;
    const KIND: &'static str = "profile";

    fn from_value(profile: &Profile, extra: &Extra) -> Self {
        Self {
            name: profile.name.clone(),
            handles: profile.handles.clone(),
            extra: extra.clone(),
        }
    }

    fn id(_: &Profile) -> &str {
        "me"
    }

    fn into_value(self, _: String) -> (Profile, Extra) {
        let profile = Profile {
            name: self.name,
            handles: self.handles,
        };
        (profile, self.extra)
    }
}

impl Kept for Profile {
    fn line(version: &Version<Self>) -> String {
        line::<ProfileFields>(version)
    }
}

#[derive(Serialize, Deserialize)]
struct EventFields {
    name: String,
    #[serde(default, skip_serializing_if = "is_default")]
    short_name: String,
    /// ISO 8601, `["2026-04-17","2026-04-18"]`.
    #[serde(default, skip_serializing_if = "is_default")]
    days: Option<(Day, Day)>,
    #[serde(default, skip_serializing_if = "is_default")]
    venue: String,
    #[serde(default, skip_serializing_if = "is_default")]
    hashtag: String,
    #[serde(default, skip_serializing_if = "is_default")]
    link: String,
    #[serde(default, skip_serializing_if = "is_default")]
    time_zone: String,
    #[serde(default, skip_serializing_if = "is_default")]
    role: Option<RoleName>,
    #[serde(default, skip_serializing_if = "is_default")]
    title: String,
    #[serde(default, skip_serializing_if = "is_default")]
    emoji: String,
    #[serde(default, skip_serializing_if = "is_default")]
    topics: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    head: HeadName,
    #[serde(flatten)]
    extra: Extra,
}

/// A day as text; one that the calendar does not have makes the record
/// unreadable rather than the event a day shorter.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
struct Day(Date);

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.0.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Date::parse(&text)
            .map(Day)
            .ok_or_else(|| format!("no such day: {text}"))
    }
}

#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RoleName {
    Attendee,
    Speaker,
    Staff,
    Sponsor,
}

#[derive(Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum HeadName {
    #[default]
    Heading,
    FrontMatter,
}

impl Fields for EventFields {
    type Value = Event;
    const KIND: &'static str = "event";

    fn from_value(event: &Event, extra: &Extra) -> Self {
        let event = event.clone();
        Self {
            name: event.name,
            short_name: event.short_name,
            days: event.days.map(|days| (Day(days.first()), Day(days.last()))),
            venue: event.venue,
            hashtag: event.hashtag,
            link: event.link,
            time_zone: event.time_zone,
            role: event.role.map(role_name),
            title: event.report.title,
            emoji: event.report.emoji,
            topics: event.report.topics,
            head: match event.report.head {
                Head::Heading => HeadName::Heading,
                Head::FrontMatter => HeadName::FrontMatter,
            },
            extra: extra.clone(),
        }
    }

    fn id(event: &Event) -> &str {
        event.id.as_str()
    }

    fn into_value(self, id: String) -> (Event, Extra) {
        let event = Event {
            id: EventId::from_text(id),
            name: self.name,
            short_name: self.short_name,
            days: self.days.map(|(first, last)| Days::new(first.0, last.0)),
            venue: self.venue,
            hashtag: self.hashtag,
            link: self.link,
            time_zone: self.time_zone,
            role: self.role.map(role),
            report: Report {
                title: self.title,
                emoji: self.emoji,
                topics: self.topics,
                head: match self.head {
                    HeadName::Heading => Head::Heading,
                    HeadName::FrontMatter => Head::FrontMatter,
                },
            },
        };
        (event, self.extra)
    }
}

fn role_name(role: Role) -> RoleName {
    match role {
        Role::Attendee => RoleName::Attendee,
        Role::Speaker => RoleName::Speaker,
        Role::Staff => RoleName::Staff,
        Role::Sponsor => RoleName::Sponsor,
    }
}

fn role(name: RoleName) -> Role {
    match name {
        RoleName::Attendee => Role::Attendee,
        RoleName::Speaker => Role::Speaker,
        RoleName::Staff => Role::Staff,
        RoleName::Sponsor => Role::Sponsor,
    }
}

impl Kept for Event {
    fn line(version: &Version<Self>) -> String {
        line::<EventFields>(version)
    }
}
