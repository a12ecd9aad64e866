//! Where she is now and what comes next, of all that runs at one time. What she made of the
//! sessions comes as their ranks.

use super::{Agenda, Instant, SessionId, Slot};

/// How much a session matters to her, the least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rank {
    Vanished,
    Service,
    Talk,
    Starred,
    Mine,
    /// The one in whose memo she wrote last.
    Here,
}

/// A starred session is the next one if it starts within so many minutes.
const SOON: i64 = 3 * 60;

impl Agenda {
    /// The one to be on now: a session that runs, the one that matters most first, else the one
    /// that started last; breaks only where nothing else runs.
    pub fn current(&self, now: Instant, rank: &dyn Fn(&SessionId) -> Rank) -> Option<&Slot> {
        self.running(now)
            .filter(|slot| rank(&slot.id) > Rank::Vanished)
            .max_by_key(|slot| (rank(&slot.id), slot.runs))
    }

    /// The one to be on next: a starred one that starts soon, else what starts after the one that
    /// she is on, if that is starred.
    pub fn coming(&self, now: Instant, rank: &dyn Fn(&SessionId) -> Rank) -> Option<&Slot> {
        let is_talk = |id: &SessionId| rank(id) >= Rank::Talk;
        let is_hers = |id: &SessionId| rank(id) >= Rank::Starred;
        let soon = self.next(now, &is_hers);
        let soon = soon.filter(|it| it.runs.is_some_and(|(at, _)| at.0 - now.0 <= SOON));
        let of_soon = soon.max_by_key(|slot| rank(&slot.id));
        of_soon.or_else(|| {
            let current = self.current(now, rank).filter(|slot| is_hers(&slot.id));
            let until = current.and_then(|slot| slot.runs);
            // What starts when it ends is next.
            let free = until.map_or(now, |(_, end)| Instant(end.0 - 1));
            let after = self.next(free, &is_talk);
            after.max_by_key(|slot| rank(&slot.id))
        })
    }

    /// What else of hers runs now.
    pub fn beside<'a>(
        &'a self,
        session: &'a SessionId,
        now: Instant,
        rank: &'a dyn Fn(&SessionId) -> Rank,
    ) -> impl Iterator<Item = &'a Slot> {
        let is_other = move |slot: &&Slot| slot.id != *session && rank(&slot.id) >= Rank::Starred;
        self.running(now).filter(is_other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{EventId, Moment, Programme, Session, Zones};

    struct Utc;

    impl Zones for Utc {
        fn offset(&self, _: &str, _: Instant) -> Option<i32> {
            Some(0)
        }
    }

    /// What is on now, what comes next, and what is beside the first, in a programme of
    /// `rank title start end`, in minutes.
    fn at(now: i64, lines: &[&str]) -> String {
        let words = lines.iter().map(|line| line.split(' ').collect::<Vec<_>>());
        let words: Vec<_> = words.collect();
        let issue = words.iter().map(|words| {
            let minute = |text: &str| Moment::Instant(Instant(text.parse().expect("a minute")));
            Session {
                title: words[1].into(),
                start: Some(minute(words[2])),
                end: Some(minute(words[3])),
                ..Session::default()
            }
        });
        let none = Programme::new(EventId::from_text("e"));
        let (programme, _) = none.take_in(issue.collect());
        let agenda = Agenda::of(&programme, "", &Utc);
        let title = |id: &SessionId| &*programme.get(id).expect("it is there").session.title;
        let rank = |id: &SessionId| {
            let line = words.iter().find(|words| words[1] == title(id));
            match line.expect("it has a line")[0] {
                "gone" => Rank::Vanished,
                "break" => Rank::Service,
                "star" => Rank::Starred,
                "mine" => Rank::Mine,
                "here" => Rank::Here,
                _ => Rank::Talk,
            }
        };
        let now = Instant(now);
        let current = agenda.current(now, &rank);
        let beside: Vec<_> = current
            .map(|current| agenda.beside(&current.id, now, &rank))
            .into_iter()
            .flatten()
            .map(|slot| title(&slot.id))
            .collect();
        let shown = |slot: Option<&Slot>| slot.map_or("-", |slot| title(&slot.id)).to_owned();
        let coming = agenda.coming(now, &rank);
        [shown(current), shown(coming), beside.join(" ")].join(", ")
    }

    #[test]
    fn the_one_that_matters_most_is_the_one_to_be_on() {
        assert_eq!(at(5, &["- a 0 10", "star b 0 10"]), "b, -, ");
        assert_eq!(at(5, &["- a 0 10", "- b 2 10"]), "b, -, ");
        assert_eq!(at(5, &["break a 0 10", "gone b 0 10"]), "a, -, ");
        assert_eq!(at(5, &["gone b 0 10"]), "-, -, ");
        assert_eq!(at(15, &["star b 0 10"]), "-, -, ");
    }

    #[test]
    fn of_several_it_is_where_she_writes_and_the_others_are_beside() {
        let lines = ["star a 0 10", "here b 0 10", "mine c 0 10", "- d 0 10"];
        assert_eq!(at(5, &lines), "b, -, a c");
    }

    #[test]
    fn next_is_a_starred_one_that_starts_soon() {
        assert_eq!(
            at(5, &["- a 0 10", "- b 10 20", "star c 180 190"]),
            "a, c, "
        );
        assert_eq!(
            at(5, &["- a 0 10", "- b 10 20", "star c 190 200"]),
            "a, b, "
        );
        assert_eq!(
            at(5, &["- a 0 10", "star b 10 20", "mine c 10 20"]),
            "a, c, "
        );
    }

    #[test]
    fn what_starts_while_she_listens_is_not_next() {
        assert_eq!(at(5, &["star a 0 10", "- b 7 20", "- c 10 20"]), "a, c, ");
        assert_eq!(at(5, &["- a 0 10", "- b 7 20", "- c 10 20"]), "a, b, ");
        assert_eq!(
            at(5, &["star a 0 10", "star b 7 20", "- c 10 20"]),
            "a, b, "
        );
        assert_eq!(
            at(5, &["star a 0 10", "break b 10 20", "- c 20 30"]),
            "a, c, "
        );
    }
}
