//! The stored fields of each kind of record, and the way between them and the
//! domain. A field is added here as one that may be absent, never taken away.

use super::heads::{Extra, Kept, Version};
use super::publications::{self, Publication};
use super::record::{Fields, is_default, line, optional, required};
use crate::domain::{
    Date, Days, Event, EventId, Fill, Head, Kind, Place, Profile, Report, Role, Section, SectionId,
    SessionId,
};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
pub(super) struct SectionFields {
    event: String,
    place: String,
    text: String,
    in_report: bool,
    #[serde(skip_serializing_if = "is_default")]
    session: Option<String>,
    #[serde(skip_serializing_if = "is_default")]
    fill: Option<FillName>,
    #[serde(skip_serializing_if = "is_default")]
    filled: String,
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
            session: section.session.as_ref().map(SessionId::to_string),
            fill: section.fill.map(FillName),
            filled: section.filled.clone(),
            extra: extra.clone(),
        }
    }

    fn id(section: &Section) -> &str {
        section.id.as_str()
    }

    fn read(id: String, fields: &mut Extra) -> serde_json::Result<Section> {
        Ok(Section {
            id: SectionId::from_text(id),
            event: EventId::from_text(required::<String>(fields, "event")?),
            place: Place::from_text(required::<String>(fields, "place")?),
            text: required(fields, "text")?,
            in_report: required(fields, "in_report")?,
            session: optional::<Option<String>>(fields, "session")?.map(SessionId::from_text),
            fill: optional::<Option<FillName>>(fields, "fill")?.map(|fill| fill.0),
            filled: optional(fields, "filled")?,
        })
    }
}

impl Kept for Section {
    fn line(version: &Version<Self>) -> String {
        line::<SectionFields>(version)
    }
}

/// What the app writes into a section, by its stored name.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
struct FillName(Fill);

const FILLS: [(Fill, &str); 8] = [
    (Fill::Memos, "memos"),
    (Fill::OwnTalk, "own_talk"),
    (Fill::WatchLater, "watch_later"),
    (Fill::WatchLaterHeadings, "watch_later_headings"),
    (Fill::Learned, "learned"),
    (Fill::Questions, "questions"),
    (Fill::Tries, "tries"),
    (Fill::Slides, "slides"),
];

impl From<FillName> for String {
    fn from(name: FillName) -> Self {
        let found = FILLS.iter().find(|(fill, _)| *fill == name.0);
        found.map_or_else(String::new, |(_, name)| (*name).to_owned())
    }
}

impl TryFrom<String> for FillName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let found = FILLS.iter().find(|(_, name)| *name == text);
        found.map(|(fill, _)| FillName(*fill)).ok_or(text)
    }
}

#[derive(Serialize)]
pub(super) struct ProfileFields {
    #[serde(skip_serializing_if = "is_default")]
    name: String,
    #[serde(skip_serializing_if = "is_default")]
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

    fn read(_: String, fields: &mut Extra) -> serde_json::Result<Profile> {
        Ok(Profile {
            name: optional(fields, "name")?,
            handles: optional(fields, "handles")?,
        })
    }
}

impl Kept for Profile {
    fn line(version: &Version<Self>) -> String {
        line::<ProfileFields>(version)
    }
}

#[derive(Serialize)]
pub(super) struct EventFields {
    name: String,
    #[serde(skip_serializing_if = "is_default")]
    short_name: String,
    /// ISO 8601, `["2026-04-17","2026-04-18"]`.
    #[serde(skip_serializing_if = "is_default")]
    days: Option<(Day, Day)>,
    #[serde(skip_serializing_if = "is_default")]
    venue: String,
    #[serde(skip_serializing_if = "is_default")]
    hashtag: String,
    #[serde(skip_serializing_if = "is_default")]
    link: String,
    #[serde(skip_serializing_if = "is_default")]
    time_zone: String,
    #[serde(skip_serializing_if = "is_default")]
    role: Option<RoleName>,
    #[serde(skip_serializing_if = "is_default")]
    title: String,
    #[serde(skip_serializing_if = "is_default")]
    emoji: String,
    #[serde(skip_serializing_if = "is_default")]
    topics: Vec<String>,
    #[serde(skip_serializing_if = "is_default")]
    head: HeadName,
    /// `kind` is that of the record.
    #[serde(skip_serializing_if = "is_default")]
    article_type: KindName,
    #[serde(skip_serializing_if = "is_default")]
    slug: String,
    #[serde(skip_serializing_if = "is_default")]
    written: String,
    #[serde(skip_serializing_if = "is_default")]
    published: Vec<Publication>,
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

#[derive(Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum KindName {
    #[default]
    Tech,
    Idea,
}

impl Fields for EventFields {
    type Value = Event;
    const KIND: &'static str = "event";

    fn from_value(event: &Event, extra: &Extra) -> Self {
        let event = event.clone();
        let mut extra = extra.clone();
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
            article_type: match event.report.kind {
                Kind::Tech => KindName::Tech,
                Kind::Idea => KindName::Idea,
            },
            slug: event.report.slug,
            written: event.report.written,
            published: publications::written(event.published, &mut extra),
            extra,
        }
    }

    fn id(event: &Event) -> &str {
        event.id.as_str()
    }

    fn read(id: String, fields: &mut Extra) -> serde_json::Result<Event> {
        Ok(Event {
            id: EventId::from_text(id),
            name: required(fields, "name")?,
            short_name: optional(fields, "short_name")?,
            days: optional::<Option<(Day, Day)>>(fields, "days")?
                .map(|(first, last)| Days::new(first.0, last.0)),
            venue: optional(fields, "venue")?,
            hashtag: optional(fields, "hashtag")?,
            link: optional(fields, "link")?,
            time_zone: optional(fields, "time_zone")?,
            role: optional::<Option<_>>(fields, "role")?.map(role),
            report: Report {
                title: optional(fields, "title")?,
                emoji: optional(fields, "emoji")?,
                topics: optional(fields, "topics")?,
                head: match optional(fields, "head")? {
                    HeadName::Heading => Head::Heading,
                    HeadName::FrontMatter => Head::FrontMatter,
                },
                kind: match optional(fields, "article_type")? {
                    KindName::Tech => Kind::Tech,
                    KindName::Idea => Kind::Idea,
                },
                slug: optional(fields, "slug")?,
                written: optional(fields, "written")?,
            },
            published: publications::read(fields)?,
        })
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
