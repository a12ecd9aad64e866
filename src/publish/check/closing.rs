//! The end of a report: the hashtag by which others find it, and thanks.

use super::{Finding, Rule, Section, Weight, insert};
use crate::domain::Event;
use crate::markdown;
use crate::text::{Language, thanks};

/// What the last section that is to be read lacks.
pub(super) fn check(event: &Event, sections: &[Section<'_>]) -> Vec<Finding> {
    let is_read = |section: &&Section<'_>| !section.text.trim().is_empty();
    let Some(last) = sections.iter().rfind(is_read) else {
        return Vec::new();
    };
    let text = last.text.to_lowercase();
    let mut findings = Vec::new();
    if !GRATEFUL.iter().any(|word| text.contains(word)) {
        let words = thanks(language(sections));
        findings.push(lacking(last, Rule::ThanksMissing, words));
    }
    let hashtag = event.hashtag_with_sign();
    let is_there = || text.replace('＃', "#").contains(&hashtag.to_lowercase());
    if !hashtag.is_empty() && !is_there() {
        let rule = Rule::HashtagMissing {
            hashtag: hashtag.clone(),
        };
        findings.push(lacking(last, rule, &hashtag));
    }
    findings
}

/// How people thank, in both languages.
const GRATEFUL: [&str; 9] = [
    "ありがと",
    "有難う",
    "有り難う",
    "感謝",
    "お礼",
    "御礼",
    "thank",
    "grateful",
    "gratitude",
];

/// The language of a report: Japanese has kana.
pub(super) fn language(sections: &[Section<'_>]) -> Language {
    let is_kana = |c: char| ('\u{3041}'..='\u{30ff}').contains(&c);
    match sections
        .iter()
        .any(|section| section.text.contains(is_kana))
    {
        true => Language::Japanese,
        false => Language::English,
    }
}

/// The fix puts a paragraph at the end.
fn lacking(section: &Section<'_>, rule: Rule, words: &str) -> Finding {
    let end = section.text.trim_end().len();
    let line_end = section.line_end;
    // Behind what is still open: in code it would be none.
    let closing = markdown::closing(section.text).unwrap_or_default();
    let closing = closing.trim_end().replace('\n', line_end);
    let between = if closing.is_empty() || closing.starts_with(line_end) {
        ""
    } else {
        line_end
    };
    let paragraph = [between, &closing, line_end, line_end, words].concat();
    let finding = section.finding(rule, Weight::Advice, end..end);
    finding.with(vec![insert(end, &paragraph)])
}
