//! The programme of one event, and how a newer issue of it is taken in. What the person wrote or
//! made of a session is not in here and is never touched by it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::id::fingerprint;
use super::set;
use super::{EventId, Session, SessionId};

/// A session under the name that it keeps through every issue of the programme.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    pub id: SessionId,
    /// The newest issue does not have it any more.
    pub vanished: bool,
    pub session: Session,
}

/// All sessions of one event. Cheap to clone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Programme {
    pub event: EventId,
    pub sessions: Arc<Vec<Listed>>,
}

/// What a newer issue changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Taken {
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    /// Sessions that it does not have any more, or still not.
    pub vanished: usize,
}

impl Programme {
    /// A programme in which nothing stands yet.
    pub fn new(event: EventId) -> Self {
        Self {
            event,
            sessions: Arc::default(),
        }
    }

    pub fn get(&self, id: &SessionId) -> Option<&Listed> {
        self.sessions.iter().find(|listed| listed.id == *id)
    }

    /// The programme after this issue of it. A session is the same by the name that its source
    /// gives it, else by title and start, the room first, else by a title that only one has: it
    /// keeps its identity. What the issue does not have stays, marked; but not a day of which the
    /// issue says nothing: pages often show one day each. What the issue says twice is said once.
    pub fn take_in(&self, issue: Vec<Session>) -> (Self, Taken) {
        let issue = without_repetitions(issue);
        let known = self.matched(&issue);
        let days = set(issue.iter().filter_map(Session::said_day));
        let mut taken = Taken::default();
        let mut names = Names {
            used: set(self.sessions.iter().map(|it| it.id.clone())),
            turns: BTreeMap::new(),
        };
        let mut sessions = Vec::with_capacity(issue.len());
        let mut kept = BTreeSet::new();
        for (session, known) in issue.into_iter().zip(known) {
            let vanished = false;
            let id = match known.and_then(|at| Some((at, self.sessions.get(at)?))) {
                Some((at, old)) => {
                    kept.insert(at);
                    let same = !old.vanished && old.session == session;
                    *(if same {
                        &mut taken.same
                    } else {
                        &mut taken.changed
                    }) += 1;
                    old.id.clone()
                }
                None => {
                    taken.new += 1;
                    self.new_name(&session, &mut names)
                }
            };
            sessions.push(Listed {
                id,
                vanished,
                session,
            });
        }
        for (at, old) in self.sessions.iter().enumerate() {
            if !kept.contains(&at) {
                let day = old.session.said_day();
                let is_of_issue = day.is_none_or(|day| days.is_empty() || days.contains(&day));
                let vanished = old.vanished || is_of_issue;
                *(if vanished {
                    &mut taken.vanished
                } else {
                    &mut taken.same
                }) += 1;
                sessions.push(Listed {
                    vanished,
                    ..old.clone()
                });
            }
        }
        let event = self.event.clone();
        let sessions = Arc::new(sessions);
        (Self { event, sessions }, taken)
    }

    /// For each session of an issue, which of these it is.
    fn matched(&self, issue: &[Session]) -> Vec<Option<usize>> {
        type Key = fn(&Session) -> Option<String>;
        let by_source: Key = |session| {
            let id = session.source_id.clone();
            (!id.is_empty()).then_some(id)
        };
        let by_slot: Key = |session| Some(by_slot(session));
        let by_start: Key = |session| Some(by_start(session));
        let by_title: Key = |session| Some(session.title.clone());
        // A break stands twice at one time, once for each room: the first is the first again. By
        // a name of the source or a title alone, two are not told apart.
        let keys = [
            (by_source, false),
            (by_slot, true),
            (by_start, true),
            (by_title, false),
        ];
        let mut found = vec![None; issue.len()];
        let mut free: Vec<bool> = vec![true; self.sessions.len()];
        for (key, in_turn) in keys {
            let of_issue = issue.iter().zip(&found).enumerate();
            let of_issue = of_issue.filter(|(_, (_, found))| found.is_none());
            let new = of_issue.filter_map(|(at, (session, _))| Some((key(session)?, at)));
            let new = places(new, in_turn);
            let old = self.sessions.iter().zip(&free).enumerate();
            let old = old.filter(|(_, (_, free))| **free);
            let old = old.filter_map(|(at, (listed, _))| Some((key(&listed.session)?, at)));
            let old = places(old, in_turn);
            for (name, at) in new {
                if let (Some(at), Some(&Some(there))) = (at, old.get(&name)) {
                    found[at] = Some(there);
                    free[there] = false;
                }
            }
        }
        found
    }

    /// A name made from what the source says, so that every device makes the same one.
    fn new_name(&self, session: &Session, names: &mut Names) -> SessionId {
        let own = match session.source_id.as_str() {
            "" => by_start(session),
            id => id.to_owned(),
        };
        let own = format!("{}\n{own}", self.event);
        let turn = names.turns.entry(own.clone()).or_insert(0);
        loop {
            let id = match *turn {
                0 => fingerprint(&own),
                turn => fingerprint(&format!("{own}\n{turn}")),
            };
            let id = SessionId::from_bits(id);
            *turn += 1;
            if names.used.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// A text that was pasted twice has every line twice.
fn without_repetitions(mut issue: Vec<Session>) -> Vec<Session> {
    let mut first = BTreeMap::new();
    let is_new = |(at, session)| {
        let known = *first.entry(by_slot(session)).or_insert(at);
        known == at || issue[known] != *session
    };
    let mut new = issue
        .iter()
        .enumerate()
        .map(is_new)
        .collect::<Vec<_>>()
        .into_iter();
    issue.retain(|_| new.next().unwrap_or(true));
    issue
}

/// The names that are given, and how often what they are made from was there.
struct Names {
    used: BTreeSet<SessionId>,
    turns: BTreeMap<String, usize>,
}

fn by_slot(session: &Session) -> String {
    format!("{}\n{}", by_start(session), session.room)
}

fn by_start(session: &Session) -> String {
    format!("{}\n{:?}", session.title, session.start)
}

/// Where each name stands. The second of a name is another than the first if they come in turn,
/// else there is `None` for it.
fn places(
    names: impl Iterator<Item = (String, usize)>,
    in_turn: bool,
) -> BTreeMap<(String, usize), Option<usize>> {
    let mut places = BTreeMap::new();
    let mut turns = BTreeMap::new();
    for (name, at) in names {
        let turn = turns.entry(name.clone()).or_insert(0);
        let place = places.entry((name, if in_turn { *turn } else { 0 }));
        place.and_modify(|place| *place = None).or_insert(Some(at));
        *turn += 1;
    }
    places
}

/// How much of a session she heard.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Heard {
    #[default]
    No,
    Half,
    Whole,
}

/// What she made of a session: independent things.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pick {
    pub session: SessionId,
    pub event: EventId,
    pub starred: bool,
    pub heard: Heard,
    pub watch_later: bool,
    /// She is the speaker.
    pub mine: bool,
}

impl Pick {
    /// Nothing yet.
    pub fn new(session: SessionId, event: EventId) -> Self {
        Self {
            session,
            event,
            starred: false,
            heard: Heard::No,
            watch_later: false,
            mine: false,
        }
    }

    /// Says how much was heard, or takes it back.
    pub fn turn_heard(&mut self, heard: Heard) {
        self.heard = if self.heard == heard {
            Heard::No
        } else {
            heard
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Date, Moment, Wall};

    /// `id title@hour` or `id title@hour/room`, a word each; hours from 24 are those of the next day.
    fn session(text: &str) -> Session {
        let (id, rest) = text.split_once(' ').expect("an id");
        let (title, rest) = rest.split_once('@').expect("a start");
        let (hour, room) = rest.split_once('/').unwrap_or((rest, ""));
        let day = Date::new(2026, 11, 28).expect("a day");
        let hour: u16 = hour.parse().expect("an hour");
        let day = Date::from_day_number(day.day_number() + i32::from(hour / 24)).expect("a day");
        Session {
            source_id: id.trim_start_matches('-').into(),
            title: title.into(),
            room: room.into(),
            start: Wall::new(day, hour % 24 * 60).map(Moment::Wall),
            ..Session::default()
        }
    }

    fn issue(lines: &[&str]) -> Vec<Session> {
        lines.iter().map(|line| session(line)).collect()
    }

    fn first(lines: &[&str]) -> Programme {
        let (programme, taken) = Programme::new(EventId::from_text("e")).take_in(issue(lines));
        assert_eq!(taken.new, lines.len());
        programme
    }

    /// Takes `after` in over `before`; what comes of each, by its place in `before`.
    fn check(before: &[&str], after: &[&str], expected: &str) {
        let old = first(before);
        let (new, taken) = old.take_in(issue(after));
        let shown = new.sessions.iter().map(|listed| {
            let place = old.sessions.iter().position(|it| it.id == listed.id);
            let name = place.map_or("new".to_owned(), |at| at.to_string());
            let mark = if listed.vanished { "gone " } else { "" };
            format!("{mark}{name}")
        });
        assert_eq!(shown.collect::<Vec<_>>().join(", "), expected);
        let names: BTreeSet<_> = new.sessions.iter().map(|it| &it.id).collect();
        assert_eq!(names.len(), new.sessions.len(), "two have one name");
        assert_eq!(
            taken.new + taken.changed + taken.same + taken.vanished,
            new.sessions.len()
        );
    }

    #[test]
    fn a_session_stays_the_same_by_the_name_of_its_source() {
        check(&["a x@9", "b y@10"], &["b z@11", "a x@9"], "1, 0");
        check(&["a x@9", "b x@9"], &["b x@9", "a x@10"], "1, 0");
    }

    #[test]
    fn without_a_name_by_title_and_start_then_by_a_title_that_one_has() {
        check(&["- x@9", "- y@10"], &["- y@10", "- x@9"], "1, 0");
        check(&["- x@9", "- x@10"], &["- x@10", "- x@11"], "1, 0");
        check(
            &["- x@9", "- x@10"],
            &["- x@11", "- x@12"],
            "new, new, gone 0, gone 1",
        );
        check(&["- x@9/a", "- x@9/b"], &["- x@9/a", "- x@9/b"], "0, 1");
        check(
            &["- x@9/a", "- x@9/b"],
            &["- x@9/b", "- x@9", "- x@9/c"],
            "1, 0, new",
        );
        check(&["- x@9/a", "- x@9/b"], &["- x@9/b", "- x@9/c"], "1, 0");
        check(&["- x@9"], &["a x@9"], "0");
        check(&["a x@9"], &["7 x@13"], "0");
    }

    #[test]
    fn what_vanished_stays_and_comes_back() {
        check(&["a x@9", "b y@10"], &["b y@10"], "1, gone 0");
        let old = first(&["a x@9", "b y@10"]);
        let (without, taken) = old.take_in(issue(&["b y@10"]));
        assert_eq!((taken.same, taken.vanished), (1, 1));
        let (again, taken) = without.take_in(issue(&["a x@9", "b y@10"]));
        assert_eq!((taken.changed, taken.same, taken.vanished), (1, 1, 0));
        assert_eq!(again, old);
    }

    #[test]
    fn what_is_said_twice_is_said_once() {
        let lines = ["- x@9/a", "- x@9/b", "- x@9/a", "a x@9", "- x@9/b"];
        let (programme, taken) = Programme::new(EventId::from_text("e")).take_in(issue(&lines));
        assert_eq!((programme.sessions.len(), taken.new), (3, 3));
    }

    #[test]
    fn a_day_that_an_issue_leaves_out_has_not_vanished() {
        check(&["- x@9", "- y@33"], &["- z@34"], "new, 0, gone 1");
        let (_, taken) = first(&["- x@9", "- y@33"]).take_in(issue(&["- z@34"]));
        assert_eq!((taken.new, taken.same, taken.vanished), (1, 1, 1));
        check(&["- x@9", "- y@33"], &[], "gone 0, gone 1");
    }

    #[test]
    fn every_device_gives_the_same_names() {
        let lines = ["a x@9", "a x@10", "- y@10", "- y@10/a"];
        assert_eq!(first(&lines), first(&lines));
        assert_ne!(
            first(&["a x@9"]).sessions[0].id,
            Programme::new(EventId::from_text("f"))
                .take_in(issue(&["a x@9"]))
                .0
                .sessions[0]
                .id
        );
    }
}
