//! What would go wrong with a report at a place of publication, before it is published: a list of
//! findings, each with its place and, where there is one, a fix.
//!
//! What the printer of the place puts right by itself is no finding, and what is private is not
//! looked at. Must not know how findings are shown.

mod alike;
mod closing;
mod code;
mod containers;
mod emphasis;
mod formula;
mod head;
mod html;
mod lines;
mod links;
mod outline;

#[cfg(test)]
mod tests;

use std::ops::Range;

use super::targets::Target;
use crate::domain::{Event, line_end, sorted_by_key};
use crate::markdown::{Anatomy, Replacement, anatomy, masked};

pub use crate::text::Rule;
pub use alike::{fixed_alike, listed};
pub use head::slug_finding;

/// Something that is wrong with a report.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Finding {
    pub rule: Rule,
    pub weight: Weight,
    pub place: Where,
    pub fix: Option<Fix>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Weight {
    /// The place rejects the report, or shows something else than is meant.
    Error,
    /// It could be better.
    Advice,
}

/// Where something is wrong.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Where {
    Head(Field),
    /// The text as a whole.
    Body,
    /// Bytes of one of the sections.
    Section {
        index: usize,
        range: Range<usize>,
    },
}

/// A field of the head.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Field {
    Title,
    Emoji,
    Topics,
    Slug,
}

/// What puts it right.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Fix {
    Title(String),
    Topics(Vec<String>),
    /// Changes of the section in which it is, in order and apart.
    Section(Vec<Replacement>),
}

/// The text of a section with the changes of its fix.
pub fn fixed(text: &str, changes: &[Replacement]) -> String {
    let mut fixed = text.to_owned();
    for change in changes.iter().rev() {
        fixed.replace_range(change.range.clone(), &change.with);
    }
    fixed
}

/// All findings, in the order of their places.
pub fn check(target: Target, event: &Event, sections: &[&str]) -> Vec<Finding> {
    let mut below = None;
    let mut texts = Vec::with_capacity(sections.len());
    for section in sections {
        let (text, next) = masked(section, below);
        below = next;
        texts.push(text);
    }
    let parts: Vec<Anatomy> = texts.iter().map(|text| anatomy(text)).collect();
    let sections: Vec<Section> = texts
        .iter()
        .zip(&parts)
        .enumerate()
        .map(|(index, (text, parts))| Section {
            index,
            text,
            parts,
            line_end: line_end(text).unwrap_or("\n"),
        })
        .collect();

    let mut findings = head::check(target, &event.report);
    findings.extend(outline::empty(target, &sections));
    let mut of_sections = Vec::new();
    for section in &sections {
        of_sections.extend(containers::check(target, section));
        of_sections.extend(emphasis::check(target, section));
        of_sections.extend(formula::check(target, section));
        of_sections.extend(html::check(target, section));
        of_sections.extend(code::check(target, section));
        of_sections.extend(lines::check(section));
        of_sections.extend(links::check(target, section));
    }
    of_sections.extend(outline::check(&sections));
    of_sections.extend(closing::check(event, &sections));
    findings.extend(sorted_by_key(of_sections, |finding| match &finding.place {
        Where::Section { index, range } => (*index, range.start, range.end),
        Where::Head(_) | Where::Body => (0, 0, 0),
    }));
    findings
}

/// A section as the rules see it: where it is private there are spaces.
struct Section<'a> {
    index: usize,
    text: &'a str,
    parts: &'a Anatomy,
    /// What most of its lines end with.
    line_end: &'static str,
}

impl Section<'_> {
    fn finding(&self, rule: Rule, weight: Weight, range: Range<usize>) -> Finding {
        Finding {
            rule,
            weight,
            place: Where::Section {
                index: self.index,
                range,
            },
            fix: None,
        }
    }
}

impl Finding {
    fn of_head(rule: Rule, weight: Weight, field: Field) -> Self {
        Self {
            rule,
            weight,
            place: Where::Head(field),
            fix: None,
        }
    }

    /// The finding with changes that put it right; none are no fix.
    fn with(mut self, changes: Vec<Replacement>) -> Self {
        self.fix = (!changes.is_empty()).then_some(Fix::Section(changes));
        self
    }
}

fn insert(at: usize, text: &str) -> Replacement {
    Replacement {
        range: at..at,
        with: text.to_owned(),
    }
}

fn delete(range: Range<usize>) -> Replacement {
    replace(range, "")
}

fn replace(range: Range<usize>, text: &str) -> Replacement {
    Replacement {
        range,
        with: text.to_owned(),
    }
}
