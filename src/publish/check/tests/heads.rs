//! Title, emoji, topics and slug.

use super::{CLOSING, event, name};
use crate::domain::Report;
use crate::publish::check::{Field, Finding, Fix, Rule, Weight, Where, check, slug_finding};
use crate::publish::targets::Target::{self, AsWritten, DevTo, GitHub, Qiita, Zenn};

fn of(target: Target, change: impl FnOnce(&mut Report)) -> Vec<Finding> {
    let mut event = event();
    change(&mut event.report);
    check(target, &event, &[CLOSING])
}

/// The rules, each with what its fix makes of the topics.
fn of_topics(target: Target, topics: &[&str]) -> Vec<(String, Vec<String>)> {
    let topics = topics.iter().map(|topic| (*topic).to_owned()).collect();
    let found = of(target, |report| report.topics = topics);
    let fix = |finding: &Finding| match &finding.fix {
        Some(Fix::Topics(topics)) => topics.clone(),
        _ => Vec::new(),
    };
    assert!(
        found
            .iter()
            .all(|it| it.place == Where::Head(Field::Topics))
    );
    found.iter().map(|it| (name(it), fix(it))).collect()
}

#[test]
fn a_title_has_a_length() {
    let titled = |target, title: &str| of(target, |report| report.title = title.into());
    let long = |length| Rule::TitleTooLong {
        site: "Zenn",
        length,
        limit: 70,
    };
    assert_eq!(titled(Zenn, &"あ".repeat(70)), []);
    assert_eq!(titled(Zenn, &"あ".repeat(71))[0].rule, long(71));
    // An emoji is two for JavaScript.
    assert_eq!(titled(Zenn, &"😀".repeat(35)), []);
    assert_eq!(titled(Zenn, &"😀".repeat(36))[0].rule, long(72));
    assert_eq!(titled(Qiita, &"あ".repeat(71)), []);
    assert_eq!(titled(AsWritten, &"あ".repeat(71)), []);
}

#[test]
fn a_title_is_needed() {
    for (target, site) in [(Zenn, "Zenn"), (Qiita, "Qiita")] {
        let found = of(target, |report| report.title = " ".into());
        assert_eq!(found[0].rule, Rule::TitleMissing { site });
        assert_eq!(found[0].place, Where::Head(Field::Title));
        assert_eq!(found.len(), 1);
    }
    assert_eq!(of(GitHub, |report| report.title.clear()), []);
}

#[test]
fn quotes_of_a_phone_are_no_quotes_of_front_matter() {
    let typed = |title: &str, written: &str| {
        of(AsWritten, |report| {
            report.title = title.into();
            report.written = written.into();
        })
    };
    let found = typed("“雲会議”", "---\ntitle: “雲会議”\n---\n");
    assert_eq!(found[0].rule, Rule::CurlyHead);
    assert_eq!(found[0].fix, Some(Fix::Title("雲会議".into())));
    assert_eq!(typed("“雲会議”", "# “雲会議”\n"), []);
    assert_eq!(typed("“雲”と“会議”", "---\ntitle: “雲”と“会議”\n---\n"), []);
    assert_eq!(typed("“雲会議”", "---\ntitle: \"“雲会議”\"\n---\n"), []);
}

#[test]
fn zenn_has_one_emoji() {
    let with = |target, emoji: &str| of(target, |report| report.emoji = emoji.into());
    for one in ["🎈", "👩‍💻", "🇯🇵", "✈️", " 🎈 "] {
        assert_eq!(with(Zenn, one), [], "{one}");
    }
    for other in ["🎈🎈", "雲", "a", ":cloud:", "🎈a"] {
        let found = with(Zenn, other);
        assert_eq!(
            (&found[0].rule, found[0].weight),
            (&Rule::EmojiNotOne, Weight::Error)
        );
    }
    let found = with(Zenn, "");
    assert_eq!(
        (&found[0].rule, found[0].weight),
        (&Rule::EmojiMissing, Weight::Advice)
    );
    assert_eq!(found[0].place, Where::Head(Field::Emoji));
    for target in [AsWritten, Qiita, GitHub] {
        assert_eq!(with(target, "🎈🎈"), []);
    }
}

#[test]
fn there_are_neither_no_topics_nor_too_many() {
    let five = ["a", "b", "c", "d", "e"];
    let six = ["a", "b", "c", "d", "e", "f"];
    let first = |count: usize| {
        five[..count]
            .iter()
            .map(|it| (*it).to_owned())
            .collect::<Vec<_>>()
    };
    let many = |count| [("TooManyTopics".to_owned(), first(count))];
    let none = [("TopicsMissing".to_owned(), vec![])];
    assert_eq!(of_topics(Zenn, &[]), none);
    assert_eq!(of_topics(Zenn, &five), []);
    assert_eq!(of_topics(Zenn, &six), many(5));
    assert_eq!(of_topics(Qiita, &[]), none);
    assert_eq!(of_topics(Qiita, &five), []);
    assert_eq!(of_topics(Qiita, &six), many(5));
    assert_eq!(of_topics(DevTo, &[]), []);
    assert_eq!(of_topics(DevTo, &five), many(4));
    assert_eq!(of_topics(AsWritten, &six), []);
    // Zenn warns, Qiita refuses.
    assert_eq!(
        of(Zenn, |report| report.topics.clear())[0].weight,
        Weight::Advice
    );
    assert_eq!(
        of(Qiita, |report| report.topics.clear())[0].weight,
        Weight::Error
    );
}

#[test]
fn a_topic_of_zenn_has_no_signs() {
    for (topic, fixed) in [
        ("C++", "Cpp"),
        ("C#", "Csharp"),
        (".NET", "dotNET"),
        ("Node.js", "Nodejs"),
        ("GitHub Actions", "GitHubActions"),
        ("a11y/i18n", "a11yi18n"),
        ("ci_cd", "cicd"),
    ] {
        let expected = ("TopicSigns".to_owned(), vec!["rust".into(), fixed.into()]);
        assert_eq!(of_topics(Zenn, &["rust", topic]), [expected]);
        assert_eq!(of_topics(Zenn, &["rust", fixed]), []);
    }
    assert_eq!(of_topics(Zenn, &["#"]), [("TopicSigns".into(), vec![])]);
    for fine in ["rust", "雲", "a11y", "テスト\u{3000}"] {
        assert_eq!(of_topics(Zenn, &[fine]), [], "{fine}");
    }
}

#[test]
fn a_topic_of_zenn_has_a_length() {
    assert_eq!(of_topics(Zenn, &[&"a".repeat(18)]), []);
    assert_eq!(
        of_topics(Zenn, &[&"a".repeat(19)]),
        [("TopicTooLong".into(), vec![])]
    );
    assert_eq!(of_topics(Qiita, &[&"a".repeat(19)]), []);
}

#[test]
fn a_tag_of_qiita_is_one_word() {
    for (tag, fixed) in [
        ("GitHub Actions", "GitHubActions"),
        ("雲\u{3000}会議", "雲会議"),
    ] {
        let expected = ("TopicSpaces".to_owned(), vec![fixed.to_owned()]);
        assert_eq!(of_topics(Qiita, &[tag]), [expected]);
    }
    assert_eq!(of_topics(Qiita, &["C++", "Node.js", ".NET"]), []);
}

#[test]
fn a_slug_is_part_of_an_address() {
    let rule = |slug: &str| slug_finding(slug).map(|finding| finding.rule);
    for fine in [
        "kumo-kaigi-2026",
        "0123456789ab",
        "_-_-_-_-_-_-",
        &*"a".repeat(50),
    ] {
        assert_eq!(rule(fine), None, "{fine}");
    }
    assert_eq!(rule("kumo-kaigi"), Some(Rule::SlugLength { length: 10 }));
    assert_eq!(rule(""), Some(Rule::SlugLength { length: 0 }));
    assert_eq!(rule(&"a".repeat(51)), Some(Rule::SlugLength { length: 51 }));
    for sign in ['K', ' ', '.', '雲', '/'] {
        assert_eq!(
            rule(&format!("kumo{sign}kaigi-2026")),
            Some(Rule::SlugSign { sign })
        );
    }
}

#[test]
fn a_slug_that_was_written_is_looked_at() {
    let with = |target, slug: &str| of(target, |report| report.slug = slug.into());
    for fine in ["", " ", "kumo-kaigi-2026"] {
        assert_eq!(with(Zenn, fine), [], "{fine}");
    }
    let found = with(Zenn, "kumo");
    assert_eq!(found[0].rule, Rule::SlugLength { length: 4 });
    assert_eq!(found[0].place, Where::Head(Field::Slug));
    assert_eq!(with(Qiita, "kumo"), []);
}
