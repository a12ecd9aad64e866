//! What is found and what is not, and that a fix puts right what it is for and nothing else wrong.
//!
//! In a text `⟪` and `⟫` stand around the places that are expected.

mod alike;
mod closings;
mod code;
mod containers;
mod emphasis;
mod heads;
mod html;
mod lines;
mod links;
mod outlines;
mod properties;
mod reports;

use crate::domain::{Event, EventId};
use crate::markdown::Replacement;
use crate::publish::check::{Finding, Fix, Where, check, fixed};
use crate::publish::targets::Target;

const TARGETS: [Target; 9] = [
    Target::AsWritten,
    Target::Zenn,
    Target::Qiita,
    Target::GitHub,
    Target::CommonMark,
    Target::Hatena,
    Target::DevTo,
    Target::HackMd,
    Target::Note,
];

/// The last section, which lacks nothing.
const CLOSING: &str = "## おわりに\n\nありがとうございました。\n";

/// An event whose head is right everywhere.
fn event() -> Event {
    let mut event = Event::new(EventId::from_bits(1), "雲会議");
    event.report.title = "雲会議 参加レポ".into();
    event.report.emoji = "🎈".into();
    event.report.topics = vec!["rust".into()];
    event
}

fn found(target: Target, text: &str) -> Vec<Finding> {
    check(target, &event(), &[text, CLOSING])
}

/// The name of a finding's rule.
fn name(finding: &Finding) -> String {
    let rule = format!("{:?}", finding.rule);
    let end = rule.find(|c: char| !c.is_alphanumeric());
    rule[..end.unwrap_or(rule.len())].to_owned()
}

fn names(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(name).collect()
}

/// A text with the changes of a fix, which are in order and apart.
fn with_fix(text: &str, fix: &Fix) -> String {
    let Fix::Section(changes) = fix else {
        panic!("{fix:?} is no change of a section");
    };
    let apart = |pair: &[Replacement]| pair[0].range.end <= pair[1].range.start;
    assert!(changes.windows(2).all(apart), "{changes:?}");
    fixed(text, changes)
}

/// Checks where a rule finds something in a text, and what its fixes make of it, one after the
/// other; no fix if that is the text.
#[track_caller]
fn finds(target: Target, rule: &str, marked: &str, expected: &str) {
    let mut text = marked.replace(['⟪', '⟫'], "");
    assert_eq!(marks(target, rule, &text), marked, "{target:?}");
    while let Some(finding) = found(target, &text)
        .into_iter()
        .find(|finding| name(finding) == rule && finding.fix.is_some())
    {
        let before = names(&found(target, &text));
        text = with_fix(&text, finding.fix.as_ref().unwrap());
        let after = names(&found(target, &text));
        let mut left = before.clone();
        left.remove(left.iter().position(|name| name == rule).unwrap());
        for name in after {
            let known = left.iter().position(|known| *known == name);
            let known = known.unwrap_or_else(|| panic!("a fix brings {name}: {text}"));
            left.remove(known);
        }
    }
    assert_eq!(text, expected, "{target:?}: {marked}");
}

/// A text with marks around what a rule finds in it.
fn marks(target: Target, rule: &str, text: &str) -> String {
    let mut marked = text.to_owned();
    for finding in found(target, text).iter().rev() {
        if let Where::Section { index: 0, range } = &finding.place
            && name(finding) == rule
        {
            marked.insert(range.end, '⟫');
            marked.insert(range.start, '⟪');
        }
    }
    marked
}

/// Checks that a rule finds nothing in a text.
#[track_caller]
fn passes(target: Target, rule: &str, text: &str) {
    finds(target, rule, text, text);
}
