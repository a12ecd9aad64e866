//! What is mended together.

use crate::domain::{Event, EventId};
use crate::publish::{Rule, Target, Weight, Where, check, fixed_alike, listed};

#[test]
fn all_of_one_kind_are_mended_and_no_other() {
    let sections = [
        "## a\n\n・一\n・二\n\n##見出し\n",
        "## b\n\n・三\n",
        "## c\n",
    ];
    let event = Event::new(EventId::from_text("e"), "Kumo");
    let findings = check(Target::Zenn, &event, &sections);
    let of = |text: &str| {
        let at = findings.iter().position(|it| match &it.place {
            Where::Section { index, range } => sections[*index][range.start..].starts_with(text),
            _ => false,
        });
        &findings[at.expect("found")].rule
    };
    let rows = listed(&findings, 50);
    let alike = |rule: &Rule| {
        rows.iter()
            .find(|(it, _)| it.rule == *rule)
            .map(|(_, count)| *count)
    };
    assert_eq!(alike(of("・一")), Some(2));
    // What is wrong stands before advice, and pushes it out.
    assert!(rows.is_sorted_by_key(|(it, _)| it.weight == Weight::Advice));
    let first = listed(&findings, 1);
    assert_eq!(first.len(), 1);
    assert_eq!(first[0].0.weight, Weight::Error);
    let (fixed, count) = fixed_alike(&findings, of("・一"), &sections);
    let expected = [
        (0, "## a\n\n- 一\n- 二\n\n##見出し\n".to_owned()),
        (1, "## b\n\n- 三\n".to_owned()),
    ];
    assert_eq!((&fixed[..], count), (&expected[..], 2));
    let (fixed, count) = fixed_alike(&findings, of("##見出し"), &sections);
    assert_eq!((fixed[0].0, count), (0, 1));
    assert!(fixed[0].1.contains("\n## 見出し"));
}
