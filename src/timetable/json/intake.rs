//! What happens to each entry of a programme in JSON, whatever its format: it is counted, its
//! times are put right, its id is made its own, and what is wrong with it is told.
//!
//! Must not know any field of any format.

use super::fields::{Table, line, lines, link, mark, scalar};
use super::value::Json;
use super::{Format, Place, Problem, Reading};
use crate::domain::{LinkKind, Moment, Session};
use crate::timetable::times;

/// Entries that are read; the largest conferences have some thousands.
const MOST_ENTRIES: usize = 10_000;

/// So much of what stands in an unread place helps to find it.
const SHOWN: usize = 80;

/// A programme while it is read.
pub(super) struct Intake {
    pub reading: Reading,
    /// Of the entry that is being read, from 1.
    number: usize,
    /// What is wrong with the start of the entry was told.
    pub is_told: bool,
    /// Whether one id, title and start are one session, however often they stand there.
    merges: bool,
    /// How often an id was used.
    ids: Table,
    /// Where the session stands that has this id, title and start.
    known: Table,
}

/// Whether a time has the offset of Tokyo.
pub(super) fn is_tokyo(time: &str) -> bool {
    time.ends_with("+09:00") || time.ends_with("+0900")
}

impl Intake {
    pub fn new(format: Format, merges: bool) -> Self {
        Self {
            reading: Reading::new(format),
            number: 0,
            is_told: false,
            merges,
            ids: Table::new(),
            known: Table::new(),
        }
    }

    /// Begins with an entry; the session has its text. `None` if it is none.
    pub fn begin(&mut self, entry: &Json, about: &[&str]) -> Option<Session> {
        self.number += 1;
        self.is_told = false;
        if self.number > MOST_ENTRIES {
            if self.number == MOST_ENTRIES + 1 {
                self.tell(Problem::TooMany, &line(entry.any(&["title", "name"])));
            }
            return None;
        }
        if !entry.is_object() {
            let words = match entry {
                Json::Null => "null",
                other => scalar(other),
            };
            self.tell(Problem::NotUnderstood, words);
            return None;
        }
        Some(Session {
            title: line(entry.any(&["title", "name"])),
            about: lines(entry.any(about)),
            ..Session::default()
        })
    }

    /// Tells of something in the entry that is being read.
    pub fn tell(&mut self, problem: Problem, words: &str) {
        let words = words.trim();
        let end = words.char_indices().nth(SHOWN).map(|(end, _)| end);
        let shown = &words[..end.unwrap_or(words.len())];
        self.reading.tell(Place::Entry(self.number), problem, shown);
    }

    /// Tells of a time that is none.
    pub fn bad_time<T>(&mut self, words: &str) -> Option<T> {
        self.tell(Problem::BadTime, words);
        None
    }

    /// A time of ISO 8601; nothing is told of one that is not there.
    pub fn time(&mut self, value: &Json) -> Option<Moment> {
        let text = mark(value);
        if text.is_empty() {
            return None;
        }
        times::iso(text).or_else(|| self.bad_time(text))
    }

    /// When the entry starts.
    pub fn start(&mut self, value: &Json) -> Option<Moment> {
        self.note_zone(mark(value));
        let start = self.time(value);
        self.is_told = start.is_none() && !mark(value).is_empty();
        start
    }

    /// Where nothing names the zone, the offset of Tokyo does: most of these programmes are of
    /// Japan, and the clocks of Seoul show the same.
    pub fn note_zone(&mut self, time: &str) {
        if is_tokyo(time) && self.reading.zone.is_empty() {
            self.reading.zone.push_str("Asia/Tokyo");
        }
    }

    /// The end after a length in minutes, or in hours and minutes. A length of nothing is none.
    pub fn end_after(&mut self, start: Option<Moment>, value: &Json) -> Option<Moment> {
        let text = mark(value);
        if text.is_empty() {
            return None;
        }
        // Minutes may be written as 40.0.
        let whole = text.strip_suffix(".0").unwrap_or(text);
        let length = times::length(text).or_else(|| whole.parse().ok());
        match length.filter(|minutes| (0..6_000).contains(minutes)) {
            Some(0) => None,
            Some(minutes) => start?.plus(minutes),
            None => self.bad_time(text),
        }
    }

    /// Gives a link to a session, if the address is one.
    pub fn link(&mut self, session: &mut Session, kind: LinkKind, address: &Json) {
        let link = link(kind, String::new(), address, "");
        session.links.extend(link);
    }

    /// Takes the session in, if it has a title. One that was taken in already, with the same id,
    /// title and start, is the same: it was listed once for each of its rooms.
    pub fn finish(&mut self, mut session: Session) {
        if session.title.is_empty() {
            let words = [session.source_id, session.about];
            let words = words.iter().find(|words| !words.is_empty());
            return self.tell(Problem::NoTitle, words.map_or("", String::as_str));
        }
        if session.start.is_none() && !self.is_told {
            self.tell(Problem::NoStart, &session.title);
        }
        session.end = self.right_end(&session);
        if !session.source_id.is_empty() && !self.make_known(&mut session) {
            return;
        }
        self.reading.sessions.push(session);
    }

    fn right_end(&mut self, session: &Session) -> Option<Moment> {
        let (start, end) = (session.start?, session.end?);
        let length = match (start, end) {
            (Moment::Instant(start), Moment::Instant(end)) => end.0 - start.0,
            (Moment::Wall(start), Moment::Wall(end)) => end.minutes() - start.minutes(),
            _ => 0,
        };
        if length < 0 {
            self.tell(Problem::EndBeforeStart, &session.title);
        }
        (length > 0).then_some(end)
    }

    /// Whether the session is not known yet. Its id is made different from that of all others.
    fn make_known(&mut self, session: &mut Session) -> bool {
        let id = &session.source_id;
        let minutes = match session.start {
            None => String::new(),
            Some(Moment::Instant(at)) => at.0.to_string(),
            Some(Moment::Wall(at)) => at.minutes().to_string(),
        };
        let key = [id, session.title.as_str(), &minutes].join("\n");
        if let Some(&index) = self.known.get(&key).filter(|_| self.merges) {
            if let Some(known) = self.reading.sessions.get_mut(index as usize)
                && known.room != session.room
            {
                known.room.clear();
            }
            return false;
        }
        self.known.insert(key, self.reading.sessions.len() as u64);
        let mut count = self.ids.get(id).copied().unwrap_or(0) + 1;
        let mut own = id.clone();
        if count > 1 {
            self.tell(Problem::SameId, &[id, " ", &session.title].concat());
            while self.ids.contains_key(&own) {
                own = [id, "#", &count.to_string()].concat();
                count += 1;
            }
            self.ids.insert(id.clone(), count - 1);
        }
        self.ids.insert(own.clone(), 1);
        session.source_id = own;
        true
    }
}
