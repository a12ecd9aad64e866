//! Where a report was published, and what stood in it then.

use super::{Date, Event, SectionId, is_web_address};

/// One publication of a report.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Published {
    /// The name of a place of publication; another one, or none, is elsewhere.
    pub place: String,
    pub day: Option<Date>,
    /// The address of a web page, or empty.
    pub link: String,
    /// What the report was made of when this was noted.
    pub sections: Vec<Printed>,
    /// What a newer version of the page says of it besides, as it was read: kept, and not looked at.
    pub other: String,
}

impl Published {
    /// The link, if it leads to a page: a note may come from a file of someone else.
    pub fn address(&self) -> Option<&str> {
        Some(&*self.link).filter(|link| is_web_address(link))
    }
}

/// A section as it stood in a report that was published: enough to tell that it is another by now,
/// and how it was called. The text itself is not kept twice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Printed {
    pub id: SectionId,
    pub title: String,
    pub digest: u64,
}

/// A difference between what was published and the report.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    pub kind: Changed,
    pub id: SectionId,
    /// As it is called now, or was.
    pub title: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Changed {
    Text,
    New,
    /// Not in the report any more.
    Out,
}

/// What changed since a report was published, by section: in the order of now, and then what is no
/// longer there. That sections were moved is no change.
pub fn changes(then: &[Printed], now: &[Printed]) -> Vec<Change> {
    fn find<'a>(all: &'a [Printed], one: &Printed) -> Option<&'a Printed> {
        all.iter().find(|other| other.id == one.id)
    }
    let change = |kind, section: &Printed| Change {
        kind,
        id: section.id.clone(),
        title: section.title.clone(),
    };
    let of_now = now.iter().filter_map(|section| match find(then, section) {
        None => Some(change(Changed::New, section)),
        Some(before) if before.digest != section.digest => Some(change(Changed::Text, section)),
        Some(_) => None,
    });
    let gone = then.iter().filter(|section| find(now, section).is_none());
    of_now
        .chain(gone.map(|section| change(Changed::Out, section)))
        .collect()
}

impl Event {
    /// A note stands where `before` stood, or is the last; without `after`, that is gone.
    pub fn note_published(&mut self, before: Option<&Published>, after: Option<Published>) {
        let at = self.published.iter().position(|it| Some(it) == before);
        let at = at.map_or(self.published.len()..self.published.len(), |at| at..at + 1);
        self.published.splice(at, after);
    }

    /// Takes in what another version of this event has noted, so that two devices that each noted
    /// a publication lose none.
    pub fn join_published(&mut self, other: &Self) {
        for one in &other.published {
            let same =
                |it: &Published| (&it.place, it.day, &it.link) == (&one.place, one.day, &one.link);
            if !self.published.iter().any(same) {
                self.published.push(one.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::EventId;

    /// Sections by their letters, each with its digest.
    fn printed(all: &[(&str, u64)]) -> Vec<Printed> {
        let section = |(id, digest): &(&str, u64)| Printed {
            id: SectionId::from_text(*id),
            title: format!("title {id}"),
            digest: *digest,
        };
        all.iter().map(section).collect()
    }

    #[track_caller]
    fn check(then: &[(&str, u64)], now: &[(&str, u64)], expected: &[(Changed, &str)]) {
        let found = changes(&printed(then), &printed(now));
        let found: Vec<_> = found.iter().map(|it| (it.kind, it.id.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_note_takes_the_place_of_another() {
        let note = |place: &str| Published {
            place: place.into(),
            ..Published::default()
        };
        let mut event = Event::new(EventId::from_bits(1), "a");
        for (before, after, expected) in [
            (None, Some("zenn"), "zenn"),
            (None, Some("qiita"), "zenn qiita"),
            (Some("zenn"), Some("note"), "note qiita"),
            (Some("note"), None, "qiita"),
            // Meanwhile it went elsewhere: what is written stays, what is to go is gone.
            (Some("zenn"), Some("hatena"), "qiita hatena"),
            (Some("zenn"), None, "qiita hatena"),
        ] {
            event.note_published(before.map(note).as_ref(), after.map(note));
            let places: Vec<&str> = event.published.iter().map(|it| &*it.place).collect();
            assert_eq!(places.join(" "), expected);
        }
    }

    #[test]
    fn says_what_changed_since() {
        let then = [("a", 1), ("b", 2), ("c", 3)];
        check(&then, &then, &[]);
        check(&then, &[("c", 3), ("a", 1), ("b", 2)], &[]);
        check(
            &then,
            &[("d", 3), ("b", 1), ("a", 1)],
            &[
                (Changed::New, "d"),
                (Changed::Text, "b"),
                (Changed::Out, "c"),
            ],
        );
        check(&[], &[("a", 1)], &[(Changed::New, "a")]);
        check(&[("a", 1)], &[], &[(Changed::Out, "a")]);
        let mut now = printed(&[("a", 2)]);
        now[0].title = "now".into();
        assert_eq!(changes(&printed(&[("a", 1)]), &now)[0].title, "now");
    }
}
