//! Thanks and the hashtag in the last section.

use super::{TARGETS, event, name, names, with_fix};
use crate::publish::check::check;
use crate::publish::targets::Target::AsWritten;

/// What is missing from the last of these sections, and what the fixes make of it.
#[track_caller]
fn closes(hashtag: &str, sections: &[&str], missing: &[&str], expected: &str) {
    let mut event = event();
    event.hashtag = hashtag.into();
    let mut sections: Vec<String> = sections.iter().map(|it| (*it).to_owned()).collect();
    let found = |sections: &[String]| {
        let texts: Vec<&str> = sections.iter().map(String::as_str).collect();
        let mut found = check(AsWritten, &event, &texts);
        found.retain(|finding| ["ThanksMissing", "HashtagMissing"].contains(&&*name(finding)));
        found
    };
    assert_eq!(names(&found(&sections)), missing);
    while let Some(first) = found(&sections).first()
        && let Some(fix) = &first.fix
    {
        let last = sections.last_mut().expect("a section");
        *last = with_fix(last, fix);
    }
    assert_eq!(sections.last().map_or("", |it| it), expected);
}

#[test]
fn a_hashtag_is_put_at_the_end() {
    let missing = &["HashtagMissing"];
    closes("kumo", &["感謝。\n"], missing, "感謝。\n\n#kumo\n");
    closes("＃雲", &["感謝。"], missing, "感謝。\n\n#雲");
    closes("kumo", &["感謝。\r\n"], missing, "感謝。\r\n\r\n#kumo\r\n");
    closes(
        "kumo",
        &["#kumo\n", "感謝。\n"],
        missing,
        "感謝。\n\n#kumo\n",
    );
    closes("kumo", &["感謝 #Kumo\n"], &[], "感謝 #Kumo\n");
    closes("kumo", &["感謝 ＃kumo\n"], &[], "感謝 ＃kumo\n");
    closes("", &["感謝。\n"], &[], "感謝。\n");
    closes("kumo", &[], &[], "");
}

#[test]
fn thanks_are_put_at_the_end_in_the_language_of_the_report() {
    let missing = &["ThanksMissing"];
    closes(
        "",
        &["楽しかった。\n"],
        missing,
        "楽しかった。\n\n運営、登壇者、スポンサー、スタッフのみなさん、ありがとうございました。\n",
    );
    closes(
        "",
        &["It was fun.\n"],
        missing,
        "It was fun.\n\nThanks to the organisers, speakers, sponsors and staff.\n",
    );
    for grateful in [
        "ありがとう！",
        "感謝です",
        "お礼を言う",
        "Thank you",
        "Many thanks",
        "I am grateful",
    ] {
        closes("", &[grateful], &[], grateful);
    }
    closes(
        "",
        &["ありがとう\n", "a\n"],
        missing,
        "a\n\n運営、登壇者、スポンサー、スタッフのみなさん、ありがとうございました。\n",
    );
}

#[test]
fn both_can_be_missing() {
    let both = &["ThanksMissing", "HashtagMissing"];
    let found = "a\n\nThanks to the organisers, speakers, sponsors and staff.\n\n#kumo\n";
    closes("kumo", &["a\n"], both, found);
    // Behind what is still open, which would swallow it.
    for (open, end) in [("```\n", "```"), (":::message\n", ":::")] {
        let found = format!("{open}{}", found.replacen('a', &format!("a\n{end}"), 1));
        closes("kumo", &[&format!("{open}a\n")], both, &found);
    }
}

#[test]
fn what_is_private_is_not_the_closing() {
    closes(
        "",
        &["a\n\n- 🔒 ありがとう\n"],
        &["ThanksMissing"],
        "a\n\nThanks to the organisers, speakers, sponsors and staff.\n\n- 🔒 ありがとう\n",
    );
}

#[test]
fn every_place_wants_them() {
    for target in TARGETS {
        let mut event = event();
        event.hashtag = "kumo".into();
        let found = check(target, &event, &["a\n"]);
        assert_eq!(
            names(&found),
            ["ThanksMissing", "HashtagMissing"],
            "{target:?}"
        );
    }
}
