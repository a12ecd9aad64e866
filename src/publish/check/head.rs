//! Title, emoji, topics and slug: what each place of publication takes. The rules of Zenn and Qiita
//! are those of their command line tools (see [`Rule::source`]).

use super::super::targets::SLUG;
use super::{Field, Finding, Fix, Rule, Target, Weight};
use crate::domain::Report;
use crate::markdown::is_emoji;

const TITLE: usize = 70;
const TOPIC: usize = 18;

pub(super) fn check(target: Target, report: &Report) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(curly_title(report));
    findings.extend(title(target, report.title.trim()));
    if target == Target::Zenn {
        findings.extend(emoji(report.emoji.trim()));
        let slug = report.slug.trim();
        findings.extend(slug_finding(slug).filter(|_| !slug.is_empty()));
    }
    findings.extend(topics(target, &report.topics));
    findings
}

/// What is wrong with the name of the file at Zenn, which is part of the address.
pub fn slug_finding(slug: &str) -> Option<Finding> {
    let is_sign = |c: &char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(*c));
    let rule = match slug.chars().find(is_sign) {
        Some(sign) => Rule::SlugSign { sign },
        None if !SLUG.contains(&slug.len()) => Rule::SlugLength { length: slug.len() },
        None => return None,
    };
    Some(Finding::of_head(rule, Weight::Error, Field::Slug))
}

/// Front matter that was typed with the quotes of a phone.
fn curly_title(report: &Report) -> Option<Finding> {
    let title = report.title.trim();
    let bare = title.strip_prefix('“')?.strip_suffix('”')?.trim();
    let is_typed = report.written.lines().any(|line| {
        let value = line.split_once(':').map(|(_, value)| value.trim());
        value == Some(title)
    });
    (is_typed && !bare.contains(['“', '”'])).then(|| Finding {
        fix: Some(Fix::Title(bare.to_owned())),
        ..Finding::of_head(Rule::CurlyHead, Weight::Error, Field::Title)
    })
}

fn title(target: Target, title: &str) -> Option<Finding> {
    let site = match target {
        Target::Zenn => "Zenn",
        Target::Qiita => "Qiita",
        _ => return None,
    };
    // As JavaScript counts.
    let length = title.encode_utf16().count();
    let rule = if title.is_empty() {
        Rule::TitleMissing { site }
    } else if target == Target::Zenn && length > TITLE {
        let limit = TITLE;
        Rule::TitleTooLong {
            site,
            length,
            limit,
        }
    } else {
        return None;
    };
    Some(Finding::of_head(rule, Weight::Error, Field::Title))
}

fn emoji(emoji: &str) -> Option<Finding> {
    let (rule, weight) = match emoji {
        "" => (Rule::EmojiMissing, Weight::Advice),
        emoji if !is_emoji(emoji) => (Rule::EmojiNotOne, Weight::Error),
        _ => return None,
    };
    Some(Finding::of_head(rule, weight, Field::Emoji))
}

fn topics(target: Target, topics: &[String]) -> Vec<Finding> {
    let (site, limit) = match target {
        Target::Zenn => ("Zenn", 5),
        Target::Qiita => ("Qiita", 5),
        Target::DevTo => ("dev.to", 4),
        _ => return Vec::new(),
    };
    let mut findings = Vec::new();
    let mut find = |rule, weight, fix| {
        let fix: Option<Vec<String>> = fix;
        findings.push(Finding {
            fix: fix.map(Fix::Topics),
            ..Finding::of_head(rule, weight, Field::Topics)
        });
    };
    let count = topics.len();
    if count == 0 {
        match target {
            Target::Zenn => find(Rule::TopicsMissing { site }, Weight::Advice, None),
            Target::Qiita => find(Rule::TopicsMissing { site }, Weight::Error, None),
            _ => {}
        }
    }
    if count > limit {
        let rule = Rule::TooManyTopics { site, count, limit };
        find(rule, Weight::Error, Some(topics[..limit].to_vec()));
    }
    for (at, topic) in topics.iter().enumerate() {
        let length = topic.encode_utf16().count();
        if target == Target::Zenn && length > TOPIC {
            let rule = Rule::TopicTooLong {
                topic: topic.clone(),
                length,
                limit: TOPIC,
            };
            find(rule, Weight::Error, None);
        }
        let bare = bare_topic(target, topic);
        let sign = topic.chars().find(|c| is_sign(target, *c));
        if let Some(sign) = sign {
            let topic = topic.clone();
            let (rule, weight) = match target {
                Target::Zenn => (Rule::TopicSigns { topic, sign }, Weight::Advice),
                _ => (Rule::TopicSpaces { topic }, Weight::Error),
            };
            let fixed = (!bare.is_empty()).then(|| {
                let mut fixed = topics.to_vec();
                fixed[at] = bare;
                fixed
            });
            find(rule, weight, fixed);
        }
    }
    findings
}

fn is_sign(target: Target, c: char) -> bool {
    match target {
        Target::Zenn => c == ' ' || c.is_ascii_punctuation(),
        Target::Qiita => c.is_whitespace(),
        _ => false,
    }
}

/// A topic without what it may not have, as Zenn writes `C++` and `C#`.
fn bare_topic(target: Target, topic: &str) -> String {
    let mut bare = topic.to_owned();
    if target == Target::Zenn {
        bare = bare.replace('+', "p");
        if let Some(sharp) = bare.strip_suffix('#').filter(|it| !it.is_empty()) {
            bare = format!("{sharp}sharp");
        }
        if let Some(net) = bare.strip_prefix('.').filter(|it| !it.is_empty()) {
            bare = format!("dot{net}");
        }
    }
    bare.retain(|c| !is_sign(target, c));
    bare
}
