//! At which place a report was published, as it is said of a note of that.

use super::Target;
use crate::domain::Published;

/// At a place, at the host of an address, or nobody has said where.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PublishedAt<'a> {
    Place(Target),
    Host(&'a str),
    Somewhere,
}

pub fn published_at(note: &Published) -> PublishedAt<'_> {
    let mut places = Target::ALL.into_iter().filter(|it| it.is_place());
    let host = || note.address().and_then(|link| link.split('/').nth(2));
    match places.find(|it| it.name() == note.place) {
        Some(place) => PublishedAt::Place(place),
        None => host().map_or(PublishedAt::Somewhere, PublishedAt::Host),
    }
}

/// One note of each place, the latest, and of those of one day one with an address; in the order in
/// which the places were noted first.
pub fn once_per_place(notes: &[Published]) -> Vec<&Published> {
    let mut latest: Vec<&Published> = Vec::new();
    for note in notes {
        let age = |it: &Published| (it.day, it.address().is_some());
        match latest
            .iter_mut()
            .find(|it| published_at(it) == published_at(note))
        {
            Some(known) if age(known) <= age(note) => *known = note,
            Some(_) => {}
            None => latest.push(note),
        }
    }
    latest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Date;

    fn note(place: &str, day: &str, link: &str) -> Published {
        Published {
            place: place.into(),
            day: Date::parse(day),
            link: link.into(),
            ..Published::default()
        }
    }

    #[test]
    fn a_place_is_known_by_its_name_or_its_address() {
        let at = |place, link| note(place, "", link);
        let link = "https://zenn.example/kumo";
        for (note, expected) in [
            (at("zenn", ""), PublishedAt::Place(Target::Zenn)),
            (at("qiita", link), PublishedAt::Place(Target::Qiita)),
            (at("", link), PublishedAt::Host("zenn.example")),
            (at("moon", link), PublishedAt::Host("zenn.example")),
            // A form of a file is no place.
            (at("commonmark", link), PublishedAt::Host("zenn.example")),
            (at("", ""), PublishedAt::Somewhere),
            (at("", "javascript:alert(1)"), PublishedAt::Somewhere),
        ] {
            assert_eq!(published_at(&note), expected, "{note:?}");
        }
    }

    #[test]
    fn each_place_is_said_once() {
        let link = "https://blog.example/";
        let notes = [
            note("zenn", "2026-04-20", ""),
            note("", "2026-04-21", "https://blog.example/a"),
            note("zenn", "", link),
            note("zenn", "2026-05-01", link),
            note("zenn", "2026-05-01", ""),
            note("", "2026-04-21", "https://blog.example/b"),
            note("", "2026-04-20", "https://other.example/"),
        ];
        let found = once_per_place(&notes);
        assert_eq!(found, [&notes[3], &notes[5], &notes[6]]);
        assert!(once_per_place(&[]).is_empty());
    }
}
