//! Filling a section again and again, beside what she writes in it.

use proptest::prelude::*;

use crate::publish::put::{Put, put};

fn entries(words: &str) -> Vec<String> {
    let words = words.split(' ').filter(|it| !it.is_empty());
    words.map(|it| format!("- [ ] {it}\n")).collect()
}

/// Fills with `first`, lets her turn the text into another, fills with `then`.
fn check(first: &str, hers: impl Fn(&str) -> String, then: &str, expected: &str) {
    let start = put("## 題\n\n", "", &entries(first)).unwrap_or(Put {
        text: "## 題\n\n".into(),
        filled: String::new(),
    });
    let text = hers(&start.text);
    let after = put(&text, &start.filled, &entries(then));
    let shown = after.as_ref().map_or(text.as_str(), |put| &put.text);
    assert_eq!(shown, expected);
    let (text, filled) = after.map_or((text, start.filled), |put| (put.text, put.filled));
    assert_eq!(put(&text, &filled, &entries(then)), None, "filled twice");
}

#[test]
fn a_list_that_nobody_changed_is_replaced() {
    let as_it_is = |text: &str| text.to_owned();
    check("", as_it_is, "a b", "## 題\n\n- [ ] a\n- [ ] b\n\n");
    check("a", as_it_is, "b a", "## 題\n\n- [ ] b\n- [ ] a\n\n");
    check("a b", as_it_is, "b", "## 題\n\n- [ ] b\n\n");
    check("a", as_it_is, "", "## 題\n\n");
}

#[test]
fn a_heading_that_she_renamed_stays() {
    let renamed = |text: &str| text.replace("## 題", "### 🎈 見たい");
    check("a", renamed, "a b", "### 🎈 見たい\n\n- [ ] a\n- [ ] b\n\n");
}

#[test]
fn her_own_words_stay_where_they_are() {
    let below = |text: &str| format!("{text}以上。\n");
    check("a", below, "b", "## 題\n\n- [ ] b\n\n以上。\n");
    let own_item = |text: &str| text.replace("a\n", "a\n- 別\n");
    check("a", own_item, "a b", "## 題\n\n- [ ] a\n- [ ] b\n- 別\n\n");
    // A note to an item is not moved to another one.
    let note = |text: &str| text.replace("b\n", "b\n  - 注\n");
    check("a b", note, "c b", "## 題\n\n- [ ] c\n- [ ] b\n  - 注\n\n");
    check(
        "a b",
        note,
        "a c",
        "## 題\n\n- [ ] a\n- [ ] b\n  - 注\n\n- [ ] c\n\n",
    );
}

#[test]
fn a_list_that_she_changed_only_grows() {
    let checked = |text: &str| text.replace("[ ] a", "[x] a");
    check(
        "a b",
        checked,
        "b c a",
        "## 題\n\n- [x] a\n- [ ] b\n- [ ] c\n\n",
    );
    check("a", checked, "", "## 題\n\n- [x] a\n\n");
    let without = |text: &str| text.replace("- [ ] a\n", "");
    check("a b", without, "a b c", "## 題\n\n- [ ] b\n- [ ] c\n\n");
    let reworded = |text: &str| text.replace("a\n", "a は必見\n");
    check("a", reworded, "a b", "## 題\n\n- [ ] a は必見\n- [ ] b\n\n");
    let open = |_: &str| "## 題\n\n```\na\n".to_owned();
    check("a", open, "b", "## 題\n\n```\na\n```\n\n- [ ] b\n");
    let own = |_: &str| "## 題\n\n書いた。\n\n".to_owned();
    check("", own, "a", "## 題\n\n書いた。\n\n- [ ] a\n\n");
}

#[test]
fn lines_end_as_those_of_the_text() {
    let put = put("## 題\r\n\r\n", "", &entries("a b")).expect("a list");
    assert_eq!(put.text, "## 題\r\n\r\n- [ ] a\r\n- [ ] b\r\n\r\n");
}

#[test]
fn words_below_a_talk_stay_below_it() {
    let talk = |title: &str| vec![format!("#### {title}\n\nhttps://a.example/{title}\n\n")];
    let start = put("## 題\n\n", "", &talk("a")).expect("a talk");
    let text = start.text + "よかった。\n\n";
    let both = [talk("b"), talk("a")].concat();
    let after = put(&text, &start.filled, &both).expect("another one");
    let above = "## 題\n\n#### b\n\nhttps://a.example/b\n\n#### a\n\nhttps://a.example/a\n\n";
    assert_eq!(after.text, format!("{above}よかった。\n\n"));
    let others = [talk("b"), talk("c")].concat();
    let after = put(&after.text, &after.filled, &others).expect("another one");
    assert_eq!(
        after.text,
        format!("{above}よかった。\n\n#### c\n\nhttps://a.example/c\n\n")
    );
}

const LINES: [&str; 12] = [
    "- [ ] a", "- [x] a", "- b", "  - 注", "", "", "言葉", "**c**", "#### a", "```", "- ", "    x",
];

fn texts() -> impl Strategy<Value = String> {
    let lines = prop::collection::vec(prop::sample::select(&LINES[..]), 0..8);
    (prop::bool::ANY, lines).prop_map(|(headed, lines)| {
        let heading = if headed { "## 題\n" } else { "" };
        lines
            .iter()
            .fold(heading.to_owned(), |text, line| format!("{text}{line}\n"))
    })
}

fn bodies() -> impl Strategy<Value = Vec<String>> {
    let all = vec!["a", "b", "c", "d"];
    let blocks = prop::bool::ANY;
    (blocks, prop::sample::subsequence(all, 0..=4)).prop_map(|(blocks, names)| {
        let entry = |name: &&str| match blocks {
            true => format!("#### {name}\n\nhttps://a.example/{name}\n\n"),
            false => format!("- [ ] {name}\n"),
        };
        names.iter().map(entry).collect()
    })
}

/// Whether all lines that say something are among the others, in this order.
fn are_among(lines: &str, others: &str) -> bool {
    let mut others = others.lines();
    let lines = lines.lines().filter(|line| !line.trim().is_empty());
    lines
        .into_iter()
        .all(|line| others.any(|other| other == line))
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::with_cases(2000) })]
    #[test]
    fn her_words_are_never_lost_and_twice_is_once(
        text in texts(),
        first in bodies(),
        more in texts(),
        then in bodies(),
    ) {
        let filled = put(&text, "", &first).unwrap_or(Put { text: text.clone(), filled: String::new() });
        prop_assert!(are_among(&text, &filled.text), "{}", filled.text);
        prop_assert_eq!(put(&filled.text, &filled.filled, &first), None);
        // She writes on, below.
        let own = more.trim_start_matches("## 題\n");
        let text = filled.text.clone() + own;
        let after = put(&text, &filled.filled, &then);
        let after = after.unwrap_or(Put { text: text.clone(), filled: filled.filled.clone() });
        prop_assert!(are_among(own, &after.text), "{} {}", text, after.text);
        prop_assert_eq!(put(&after.text, &after.filled, &then), None, "{}", after.text);
    }
}
