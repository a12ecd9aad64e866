//! Programmes and what she made of their sessions: how they are stored, what a person does to
//! them, and what the screen reads.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::RecordId;
use super::effect::Outcome;
use super::heads::{Extra, Heads, Kept, Version};
use super::machine::Store;
use super::record::{Fields, is_default, line, optional, required};
use crate::domain::{
    Date, EventId, Heard, Instant, Link, LinkKind, Listed, Moment, Pick, Programme, Session,
    SessionId, Wall,
};

#[derive(Serialize)]
pub(super) struct ProgrammeFields {
    sessions: Vec<Stored>,
    #[serde(flatten)]
    extra: Extra,
}

/// A session as it is stored. What is empty is left out.
#[derive(Serialize, Deserialize, PartialEq)]
struct Stored {
    id: String,
    #[serde(default, skip_serializing_if = "is_default")]
    vanished: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    source: String,
    title: String,
    #[serde(default, skip_serializing_if = "is_default")]
    about: String,
    #[serde(default, skip_serializing_if = "is_default")]
    speakers: Vec<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    room: String,
    #[serde(default, skip_serializing_if = "is_default")]
    track: String,
    /// `2026-11-28`.
    #[serde(default, skip_serializing_if = "is_default")]
    day: String,
    /// `2026-11-28T13:07Z`, or without the `Z` for a time of the event's own clocks.
    #[serde(default, skip_serializing_if = "is_default")]
    start: String,
    #[serde(default, skip_serializing_if = "is_default")]
    end: String,
    /// Kind, title and address of each.
    #[serde(default, skip_serializing_if = "is_default")]
    links: Vec<(String, String, String)>,
    #[serde(default, skip_serializing_if = "is_default")]
    service: bool,
}

const LINKS: [(LinkKind, &str); 4] = [
    (LinkKind::Page, "page"),
    (LinkKind::Slides, "slides"),
    (LinkKind::Recording, "recording"),
    (LinkKind::Other, "other"),
];

fn stored(listed: &Listed) -> Stored {
    let session = listed.session.clone();
    let name = |kind| LINKS.iter().find(|(other, _)| *other == kind);
    let link = |link: Link| {
        let name = name(link.kind).map_or("other", |(_, name)| name);
        (name.to_owned(), link.title, link.address)
    };
    let text = |moment: Option<Moment>| moment.map(moment_text).unwrap_or_default();
    Stored {
        id: listed.id.to_string(),
        vanished: listed.vanished,
        source: session.source_id,
        title: session.title,
        about: session.about,
        speakers: session.speakers,
        room: session.room,
        track: session.track,
        day: session.day.map(|day| day.to_string()).unwrap_or_default(),
        start: text(session.start),
        end: text(session.end),
        links: session.links.into_iter().map(link).collect(),
        service: session.is_service,
    }
}

/// What a newer page may say of a time or a kind is none here; the record stays as it is until
/// the programme is taken in again.
fn listed(stored: Stored) -> Listed {
    let kind = |name: &str| LINKS.iter().find(|(_, other)| *other == name);
    let link = |(name, title, address): (String, _, _)| Link {
        kind: kind(&name).map_or(LinkKind::Other, |(kind, _)| *kind),
        title,
        address,
    };
    Listed {
        id: SessionId::from_text(stored.id),
        vanished: stored.vanished,
        session: Session {
            source_id: stored.source,
            title: stored.title,
            about: stored.about,
            speakers: stored.speakers,
            room: stored.room,
            track: stored.track,
            day: Date::parse(&stored.day),
            start: moment(&stored.start),
            end: moment(&stored.end),
            links: stored.links.into_iter().map(link).collect(),
            is_service: stored.service,
        },
    }
}

fn moment_text(moment: Moment) -> String {
    match moment {
        Moment::Wall(wall) => wall.to_string(),
        Moment::Instant(Instant(at)) => match Wall::from_minutes(at) {
            Some(wall) => format!("{wall}Z"),
            None => String::new(),
        },
    }
}

fn moment(text: &str) -> Option<Moment> {
    let shown = text.strip_suffix('Z').unwrap_or(text);
    let (date, time) = shown.split_once('T')?;
    let (hour, minute) = time.split_once(':')?;
    let minute = hour.parse::<u16>().ok()?.checked_mul(60)? + minute.parse::<u16>().ok()?.min(59);
    let wall = Wall::new(Date::parse(date)?, minute)?;
    Some(match text.ends_with('Z') {
        true => Moment::Instant(Instant(wall.minutes())),
        false => Moment::Wall(wall),
    })
}

impl Fields for ProgrammeFields {
    type Value = Programme;
    const KIND: &'static str = "programme";

    fn from_value(programme: &Programme, extra: &Extra) -> Self {
        Self {
            sessions: programme.sessions.iter().map(stored).collect(),
            extra: extra.clone(),
        }
    }

    fn id(programme: &Programme) -> &str {
        programme.event.as_str()
    }

    fn read(id: String, fields: &mut Extra) -> serde_json::Result<Programme> {
        let sessions: Vec<Stored> = required(fields, "sessions")?;
        Ok(Programme {
            event: EventId::from_text(id),
            sessions: Arc::new(sessions.into_iter().map(listed).collect()),
        })
    }
}

impl Kept for Programme {
    fn line(version: &Version<Self>) -> String {
        line::<ProgrammeFields>(version)
    }
}

#[derive(Serialize)]
pub(super) struct PickFields {
    event: String,
    #[serde(skip_serializing_if = "is_default")]
    starred: bool,
    /// `half` or `whole`.
    #[serde(skip_serializing_if = "is_default")]
    heard: String,
    #[serde(skip_serializing_if = "is_default")]
    watch_later: bool,
    #[serde(skip_serializing_if = "is_default")]
    mine: bool,
    #[serde(flatten)]
    extra: Extra,
}

impl Fields for PickFields {
    type Value = Pick;
    const KIND: &'static str = "pick";

    fn from_value(pick: &Pick, extra: &Extra) -> Self {
        let heard = match pick.heard {
            Heard::No => "",
            Heard::Half => "half",
            Heard::Whole => "whole",
        };
        Self {
            event: pick.event.to_string(),
            starred: pick.starred,
            heard: heard.to_owned(),
            watch_later: pick.watch_later,
            mine: pick.mine,
            extra: extra.clone(),
        }
    }

    fn id(pick: &Pick) -> &str {
        pick.session.as_str()
    }

    fn read(id: String, fields: &mut Extra) -> serde_json::Result<Pick> {
        let heard: String = optional(fields, "heard")?;
        Ok(Pick {
            session: SessionId::from_text(id),
            event: EventId::from_text(required::<String>(fields, "event")?),
            starred: optional(fields, "starred")?,
            heard: match heard.as_str() {
                "half" => Heard::Half,
                "whole" => Heard::Whole,
                _ => Heard::No,
            },
            watch_later: optional(fields, "watch_later")?,
            mine: optional(fields, "mine")?,
        })
    }
}

impl Kept for Pick {
    fn line(version: &Version<Self>) -> String {
        line::<PickFields>(version)
    }
}

impl Store {
    /// The programme of an event; `None` until one was taken in.
    pub fn programme(&self, event: &EventId) -> Option<Programme> {
        shown(self.library.programmes.get(event)?)
    }

    /// What she made of a session; `None` if nothing.
    pub fn pick(&self, session: &SessionId) -> Option<Pick> {
        shown(self.library.picks.get(session)?)
    }

    /// What she made of the sessions of an event, of those of which she made anything.
    pub fn picks(&self, event: &EventId) -> BTreeMap<SessionId, Pick> {
        let picks = self.library.picks.values().filter_map(shown);
        let picks = picks.filter(|pick| pick.event == *event);
        let mut all = BTreeMap::new();
        picks.for_each(|pick| drop(all.insert(pick.session.clone(), pick)));
        all
    }

    /// Writes a programme. It decides between what several tabs wrote.
    pub fn edit_programme(&mut self, programme: Programme) -> Outcome {
        self.write_programme(programme, false);
        self.settle()
    }

    /// Writes what she made of a session. It decides between what several tabs wrote.
    pub fn edit_pick(&mut self, pick: Pick) -> Outcome {
        let writer = self.writer.clone();
        let id = pick.session.clone();
        self.changing(&[RecordId::Pick(id.clone())], |library| {
            let heads = library.picks.entry(id).or_default();
            heads.write_over_all(&writer, false, pick)
        });
        self.settle()
    }

    /// Nothing is left of the programme of an event.
    pub(super) fn empty_programme(&mut self, event: &EventId) {
        if self.library.programmes.contains_key(event) {
            self.write_programme(Programme::new(event.clone()), true);
        }
    }

    fn write_programme(&mut self, programme: Programme, gone: bool) {
        let writer = self.writer.clone();
        let id = programme.event.clone();
        self.changing(&[RecordId::Programme(id.clone())], |library| {
            let heads = library.programmes.entry(id).or_default();
            heads.write_over_all(&writer, gone, programme)
        });
    }
}

fn shown<T: Kept>(heads: &Heads<T>) -> Option<T> {
    let version = *heads.shown(None).first()?;
    (!version.gone).then(|| version.value.clone())
}
