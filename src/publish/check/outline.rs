//! The whole of the report: its headings, what is under them, and its footnotes.

use std::collections::HashSet;

use super::{Finding, Replacement, Rule, Section, Target, Weight, Where, delete};
use crate::domain::sorted_by_key;
use crate::markdown::{Anatomy, Standing, Title};

/// Nothing to publish.
pub(super) fn empty(target: Target, sections: &[Section<'_>]) -> Option<Finding> {
    let is_empty = sections
        .iter()
        .all(|section| section.text.trim().is_empty());
    (target == Target::Qiita && is_empty).then_some(Finding {
        rule: Rule::BodyEmpty { site: "Qiita" },
        weight: Weight::Error,
        place: Where::Body,
        fix: None,
    })
}

pub(super) fn check(sections: &[Section<'_>]) -> Vec<Finding> {
    let mut findings = levels(sections);
    findings.extend(empty_headings(sections));
    findings.extend(notes(sections));
    findings
}

/// A heading that is more than one level below the one before; above the first is the title.
fn levels(sections: &[Section<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut before = 1;
    for section in sections {
        let headings = &section.parts.headings;
        for (at, heading) in headings.iter().enumerate() {
            let (from, to) = (before, heading.level);
            before = to;
            if to > from + 1 && heading.is_atx {
                let rule = Rule::LevelSkipped { from, to };
                let range = heading.range.clone();
                let range = range.start..range.start + usize::from(to);
                let changes = raised(&headings[at..], to - from - 1);
                findings.push(section.finding(rule, Weight::Advice, range).with(changes));
            }
        }
    }
    findings
}

/// Raises a heading with those below it.
fn raised(headings: &[Title], by: u8) -> Vec<Replacement> {
    let own = headings.first().map_or(0, |heading| heading.level);
    let below = headings
        .iter()
        .skip(1)
        .take_while(|heading| heading.level > own);
    headings
        .iter()
        .take(1)
        .chain(below)
        .map(|heading| delete(heading.range.start..heading.range.start + usize::from(by)))
        .collect()
}

/// Headings with nothing under them, not even another one below.
fn empty_headings(sections: &[Section<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    // The last heading, as long as nothing stands under it.
    let mut bare: Option<(&Section<'_>, &Title)> = None;
    let mut end = |bare: Option<(&Section<'_>, &Title)>, next: u8| {
        if let Some((section, heading)) = bare.filter(|(_, heading)| next <= heading.level) {
            let line = &section.text[heading.range.clone()];
            let range = heading.range.start..heading.range.start + line.trim_end().len();
            findings.push(section.finding(Rule::SectionEmpty, Weight::Advice, range));
        }
    };
    for section in sections {
        let contents = contents(section.text, section.parts);
        let mut next = 0;
        for heading in &section.parts.headings {
            let before = contents.partition_point(|at| *at < heading.range.start);
            if before > next {
                bare = None;
            }
            next = before;
            end(bare.take(), heading.level);
            bare = Some((section, heading));
        }
        if next < contents.len() {
            bare = None;
        }
    }
    end(bare, 0);
    findings
}

/// Where something stands that is seen, in order.
fn contents(text: &str, parts: &Anatomy) -> Vec<usize> {
    let in_heading = |at: usize| {
        let behind = parts
            .headings
            .partition_point(|heading| heading.range.start <= at);
        behind > 0 && at < parts.headings[behind - 1].range.end
    };
    let words = parts.words.iter();
    let words =
        words.filter(|words| words.standing != Standing::Heading || !in_heading(words.range.start));
    let html = parts
        .html
        .iter()
        .filter(|html| html.is_block && !text[html.range.clone()].trim_start().starts_with("<!--"));
    let mut contents: Vec<usize> = words.map(|words| words.range.start).collect();
    let blocks = parts.codes.iter().filter(|code| code.info.is_some());
    contents.extend(blocks.map(|code| code.range.start));
    contents.extend(html.map(|html| html.range.start));
    sorted_by_key(contents, |start| *start)
}

/// A second definition of a footnote, whatever the case of its label.
fn notes(sections: &[Section<'_>]) -> Vec<Finding> {
    let mut known = HashSet::new();
    let mut findings = Vec::new();
    for section in sections {
        for (label, range) in &section.parts.notes {
            if !known.insert(label.to_lowercase()) {
                let rule = Rule::NoteTwice {
                    label: label.clone(),
                };
                let start = range.start;
                let sign = section.text[start..]
                    .find("]:")
                    .map_or(range.end, |at| start + at + 2);
                findings.push(section.finding(rule, Weight::Error, start..sign));
            }
        }
    }
    findings
}
