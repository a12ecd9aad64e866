//! Events, their reports and sections, and how they are ordered.
//!
//! Owns the words of the field as types. Must not know Markdown, storage, the
//! page, a clock or a language: everything that varies comes in as an argument.

mod agenda;
mod arrange;
mod chosen;
mod date;
mod event;
mod file_name;
mod id;
mod line_ends;
mod mark;
mod moment;
mod on_now;
mod order;
mod outside;
mod place;
mod profile;
mod programme;
mod published;
mod rearrange;
mod route;
mod section;
mod session;
mod sorted;

pub use agenda::{Agenda, Slot, differ, track};
pub use arrange::{longest_rising, new_places};
pub use chosen::Chosen;
pub use date::{Date, Days, Weekday};
pub use event::{
    Event, Head, Kind, Report, Role, event_before, event_of_the_day, is_hashtag, is_web_address,
};
pub use file_name::file_name;
pub use id::{EventId, SectionId, SessionId, WriterId, fingerprint};
pub use line_ends::{LineEnds, line_end, same_but_line_ends};
pub use mark::{Mark, marks};
pub use moment::{Instant, Moment, Wall, Zones, instant, wall};
pub use on_now::Rank;
pub use order::{Direction, Moving, group, nearest};
pub use outside::Outside;
pub use place::Place;
pub use profile::Profile;
pub use programme::{Heard, Listed, Pick, Programme, Taken};
pub use published::{Change, Changed, Printed, Published, changes};
pub use rearrange::{rearranged, with_blank_line};
pub use route::{Route, Tab};
pub use section::{Fill, Section};
pub use session::{Link, LinkKind, Session};
pub use sorted::{set, sorted_by, sorted_by_key};
