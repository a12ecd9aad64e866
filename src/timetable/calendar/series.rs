//! Names for sessions that have the same UID: the days of a series, or the same thing twice.
//!
//! Must not know how a calendar is written.

use std::collections::BTreeMap;

use crate::domain::{Instant, Moment, Session, Wall};
use crate::timetable::{Place, Problem, Reading};

/// The sessions of a calendar by what tells them apart.
#[derive(Default)]
pub struct Series {
    seen: BTreeMap<String, usize>,
    /// By their UID, those that stand for a series as its first occurrence.
    first: BTreeMap<String, usize>,
}

impl Series {
    /// Takes in a session, unless it is there already. The same thing with other words is told;
    /// under another title it is taken in, without a name.
    ///
    /// `replaced` is when the occurrence of a series would be for which this one stands.
    pub fn add(
        &mut self,
        mut session: Session,
        number: usize,
        replaced: Option<Moment>,
        repeats: bool,
        reading: &mut Reading,
    ) {
        let end = reading.sessions.len();
        let first = self.first.get(&session.source_id).copied();
        let first =
            first.filter(|at| replaced.is_some() && reading.sessions[*at].start == replaced);
        let at = first.unwrap_or(end);
        if !session.source_id.is_empty() {
            let name = [&name(&session), "\n", &session.room].concat();
            match self.seen.get(&name) {
                Some(&at) => {
                    let first = &reading.sessions[at];
                    if *first == session {
                        return;
                    }
                    let is_other = first.title != session.title;
                    let title = super::words::beginning(&session.title);
                    reading.tell(Place::Line(number), Problem::SameId, title);
                    if !is_other {
                        return;
                    }
                    session.source_id.clear();
                }
                None => {
                    self.seen.insert(name, at);
                }
            }
        }
        if repeats {
            self.first.insert(session.source_id.clone(), at);
        }
        if at < end {
            reading.sessions[at] = session;
        } else {
            reading.sessions.push(session);
        }
    }
}

/// The UID and the start.
fn name(session: &Session) -> String {
    let (start, end) = match session.start {
        None => (None, ""),
        Some(Moment::Wall(shown)) => (Some(shown), ""),
        Some(Moment::Instant(Instant(at))) => (Wall::from_minutes(at), "Z"),
    };
    let start = match (start, session.day) {
        (Some(start), _) => start.to_string(),
        (None, Some(day)) => day.to_string(),
        (None, None) => String::new(),
    };
    [&session.source_id, " ", &start, end].concat()
}

/// Gives each session of a series its own name: the UID with its start, and with its room where
/// that is not enough. A UID that is used once stays.
pub fn name_apart(sessions: &mut [Session]) {
    for with_room in [false, true] {
        let mut count = BTreeMap::new();
        for session in sessions.iter() {
            *count.entry(session.source_id.clone()).or_insert(0_usize) += 1;
        }
        for session in sessions.iter_mut() {
            let id = &session.source_id;
            if !id.is_empty() && count.get(id).is_some_and(|count| *count > 1) {
                session.source_id = match with_room {
                    true => [id, " ", &session.room].concat().trim_end().into(),
                    false => name(session).trim_end().into(),
                };
            }
        }
    }
}
