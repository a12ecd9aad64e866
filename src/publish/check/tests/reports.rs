//! Whole reports: the sample, the templates, and a large one.

use super::{TARGETS, event, names};
use crate::domain::{Event, EventId, Profile};
use crate::publish::check::check;
use crate::publish::{print, read, sample};
use crate::text::{Language, write};

const FILES: [(Language, &str); 2] = [
    (
        Language::Japanese,
        include_str!("../../../text/sample-ja.md"),
    ),
    (
        Language::English,
        include_str!("../../../text/sample-en.md"),
    ),
];

#[test]
fn the_sample_has_no_findings() {
    for (language, file) in FILES {
        let (event, sections) = sample(language, file, 1);
        let (_, report) = sections.split_last().expect("it has sections");
        for target in TARGETS {
            assert_eq!(check(target, &event, report), [], "{language:?} {target:?}");
        }
        let again = print(TARGETS[0], &event, &report.concat());
        let again = read(&again).sections;
        assert_eq!(check(TARGETS[0], &event, &again), [], "{language:?}");
    }
}

#[test]
fn a_template_lacks_nothing_but_words() {
    for language in [Language::Japanese, Language::English] {
        for template in language.templates() {
            let mut event = Event {
                hashtag: "kumo".into(),
                ..Event::new(EventId::from_bits(1), "雲会議")
            };
            event.report = self::event().report;
            let texts = write(template, language, &event, &Profile::default());
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            for target in TARGETS {
                let found = names(&check(target, &event, &texts));
                let known = [
                    "SectionEmpty",
                    "ThanksMissing",
                    "HashtagMissing",
                    "BodyEmpty",
                ];
                let all_known = found.iter().all(|name| known.contains(&&**name));
                assert!(all_known, "{} {target:?}: {found:?}", template.name);
            }
        }
    }
}
