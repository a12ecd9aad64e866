//! One slot of a programme, as its source tells it. What the person made of it is not in here.

use super::{Date, Moment, Wall};

/// What a link of a session leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinkKind {
    /// The page of the session itself.
    Page,
    Slides,
    Recording,
    Other,
}

/// An address that belongs to a session. It was not checked: it is text until it is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    pub kind: LinkKind,
    pub title: String,
    pub address: String,
}

/// One slot of a programme. Texts are trimmed, may be empty and hold no markup.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Session {
    /// What its source calls it, the same in every issue of the programme; empty if the source
    /// has no such name.
    pub source_id: String,
    pub title: String,
    /// What it is about; line ends are `\n`.
    pub about: String,
    pub speakers: Vec<String>,
    pub room: String,
    pub track: String,
    /// On which day of the programme it stands, where the source says so: a talk after midnight
    /// belongs to the evening before.
    pub day: Option<Date>,
    pub start: Option<Moment>,
    /// Not before the start.
    pub end: Option<Moment>,
    pub links: Vec<Link>,
    /// An opening, a break, a party: nothing to be starred.
    pub is_service: bool,
}

impl Session {
    /// The day on which it is at the event, as far as the source says so: of a time in a zone no
    /// day is known without the zone.
    pub fn said_day(&self) -> Option<Date> {
        let shown = self.start.and_then(|start| match start {
            Moment::Wall(shown) => Some(shown),
            Moment::Instant(_) => None,
        });
        self.day.or(shown.map(Wall::date))
    }
}
