//! Where a report was published: it comes back, two devices lose none of it, and a newer page may
//! say more of it.

use super::backup::{device, take_in};
use super::memory::Keeps;
use super::{event, id};
use crate::domain::{Date, Event, EventId, Printed, Published};
use crate::store::Store;

#[test]
fn every_field_comes_back() {
    let printed = |digest| Printed {
        id: id("a"),
        title: "\"見出し\"".into(),
        digest,
    };
    let mut full = event("Kumo");
    full.published = vec![
        Published {
            place: "zenn".into(),
            day: Date::parse("2026-04-20"),
            link: "https://zenn.example/a".into(),
            sections: vec![printed(0), printed(u64::MAX)],
            other: String::new(),
        },
        Published::default(),
    ];
    let mut keeps = Keeps::default();
    let mut tab = keeps.open("one");
    keeps.act(&mut tab, |store| store.edit_event(full.clone()));
    assert_eq!(keeps.open("two").store.events(), [full]);
}

/// Each notes where the report was published: no note is lost, also where one of them wrote
/// something else meanwhile, and nothing is noted twice.
#[test]
fn two_devices_note_publications() {
    let (mut one_keeps, mut one) = device("one");
    let mut two_keeps = Keeps::default();
    let mut two = two_keeps.open("two");
    take_in(&mut two_keeps, &mut two, &one.store.backup(&[]));
    let noted = |event: &Event, place: &str| {
        let mut event = event.clone();
        event.published.push(Published {
            place: place.into(),
            ..Published::default()
        });
        event
    };
    let both = noted(&event("Kumo"), "zenn");
    one_keeps.act(&mut one, |store| store.edit_event(both.clone()));
    take_in(&mut two_keeps, &mut two, &one.store.backup(&[]));
    one_keeps.act(&mut one, |store| store.edit_event(noted(&both, "qiita")));
    two_keeps.act(&mut two, |store| store.edit_event(noted(&both, "hatena")));
    take_in(&mut two_keeps, &mut two, &one.store.backup(&[]));
    let places = |store: &Store| {
        let published = store.events().remove(0).published;
        let mut places: Vec<_> = published.into_iter().map(|it| it.place).collect();
        places.sort();
        places
    };
    let all = ["hatena", "qiita", "zenn"];
    assert_eq!(places(&two.store), all);
    // Whoever writes the event next writes all of them.
    let mut event = two.store.events().remove(0);
    event.venue = "札幌".into();
    two_keeps.act(&mut two, |store| store.edit_event(event.clone()));
    take_in(&mut one_keeps, &mut one, &two.store.backup(&[]));
    assert_eq!(places(&one.store), all);
    assert_eq!(one.store.events(), [event]);
}

/// What a newer page says of a publication hides no event.
#[test]
fn a_publication_of_another_shape_hides_no_event() {
    let (mut keeps, mut tab) = device("one");
    let line = r#"{"v":1,"kind":"event","id":"f","seen":{"w":1},"name":"Sora","published":[{"place":"moon","day":"soon","phase":3,"sections":[["a","A","?"]]}]}"#;
    let file = tab.store.backup(&[]) + line + "\n";
    take_in(&mut keeps, &mut tab, &file);
    let published = tab
        .store
        .event(&EventId::from_text("f"))
        .expect("it")
        .published;
    assert_eq!((&*published[0].place, published[0].day), ("moon", None));
    assert_eq!(published[0].sections[0].digest, 0);
}

/// What this page does not know of a publication is there when it has written the event, and so is
/// one that it cannot read at all.
#[test]
fn what_a_newer_page_says_of_publications_stays() {
    let (mut keeps, mut tab) = device("one");
    let of = |published: &str| {
        format!(
            r#"{{"v":1,"kind":"event","id":"f","seen":{{"w":1}},"name":"Sora","published":[{published}]}}"#
        )
    };
    let newer = [
        r#"{"place":"moon","phase":{"is":[3, 4]},"day":"2026-04-20"}"#,
        r#"{"place":["zenn","qiita"],"day":"2026-04-21"}"#,
        r#""zenn""#,
        r#"{"place":"zenn"}"#,
    ];
    let file = tab.store.backup(&[]) + &of(&newer.join(",")) + "\n";
    take_in(&mut keeps, &mut tab, &file);
    let mut event = tab.store.event(&EventId::from_text("f")).expect("it");
    let places: Vec<_> = event.published.iter().map(|it| &*it.place).collect();
    assert_eq!(places, ["moon", "zenn"]);

    event.published[0].link = "https://a.example".into();
    event.published.remove(1);
    keeps.act(&mut tab, |store| store.edit_event(event.clone()));
    let line = tab.store.backup(&[]);
    let expected = r#""published":[{"place":"moon","day":"2026-04-20","link":"https://a.example","phase":{"is":[3, 4]}},{"place":["zenn","qiita"],"day":"2026-04-21"},"zenn"]"#;
    assert!(line.contains(expected), "{line}");
    assert_eq!(keeps.open("two").store.event(&event.id), Some(event));
}
