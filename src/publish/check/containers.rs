//! Boxes between `:::` lines: those that are not closed or not known, and those that a place of
//! publication cannot show where they stand.

use std::ops::Range;

use super::{Finding, Replacement, Rule, Section, Target, Weight, delete, insert, replace};

use super::closing::language;
use crate::domain::sorted_by_key;
use crate::markdown::constructs::{closes, fence, named};
use crate::markdown::lines::line_at;
use crate::markdown::{self, Code};
use crate::text::Language;

pub(super) fn check(target: Target, section: &Section<'_>) -> Vec<Finding> {
    if !section.text.contains(":::") {
        return Vec::new();
    }
    let (boxes, mut findings) = boxes(section);
    let ending = Ending::of(section);
    for at in 0..boxes.len() {
        findings.extend(of_word(target, section, &boxes[at]));
        findings.extend(of_place(target, section, &boxes[at]));
        findings.extend(same_fence(section, &boxes, at));
        findings.extend(open_end(section, &boxes[at], &ending));
    }
    findings
}

/// A box, from its first line on.
struct Container<'t> {
    /// The `:::`.
    fence: Range<usize>,
    /// What is written behind it.
    word: &'t str,
    /// How far the fence is from the start of its line.
    indent: usize,
    in_list: bool,
    in_callout: bool,
    around: Option<usize>,
    /// The longest fence directly within it, also in code, which would close it.
    longest_within: usize,
    end: End,
}

enum End {
    /// The `:::` that closes it.
    Closed(Range<usize>),
    /// It goes on up to there, where the one around it ends.
    Open(usize),
    /// It goes on to the end of the section.
    Never,
}

impl Container<'_> {
    fn line(&self) -> Range<usize> {
        self.fence.start..self.fence.end + self.word.len()
    }

    fn kind(&self) -> &str {
        self.word.split_whitespace().next().unwrap_or_default()
    }

    /// Whether it is opened by a tap, which Qiita and GitHub have as HTML.
    fn is_details(&self) -> bool {
        matches!(self.kind(), "details" | "spoiler")
    }
}

/// All boxes, in order, and the fences that close none. Where a box has no longer fence than one
/// within it, all read them otherwise than they are meant; that is a finding, and here they are as
/// they are meant.
fn boxes<'t>(section: &Section<'t>) -> (Vec<Container<'t>>, Vec<Finding>) {
    let mut boxes: Vec<Container> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut findings = Vec::new();
    for Fence {
        line,
        fence,
        word,
        in_list,
        code,
    } in fences(section)
    {
        let length = fence.len();
        let closable = |at: &usize| closes((length, word), boxes[*at].fence.len());
        if code != InCode::No && !open.iter().any(closable) {
            continue;
        }
        if code == InCode::Whole {
            // It would close the box in the middle of the code.
            if let Some(around) = open.last() {
                let longest = &mut boxes[*around].longest_within;
                *longest = length.max(*longest);
            }
            continue;
        }
        if !word.is_empty() {
            let around = open.last().copied();
            if let Some(around) = around {
                let longest = &mut boxes[around].longest_within;
                *longest = length.max(*longest);
            }
            let outer = around.map(|at| &boxes[at]);
            let in_callout = outer.is_some_and(|outer| outer.in_callout || !outer.is_details());
            open.push(boxes.len());
            boxes.push(Container {
                indent: fence.start - line.start,
                fence,
                word,
                in_list,
                in_callout,
                around,
                longest_within: 0,
                end: End::Never,
            });
            continue;
        }
        // One of the same length is meant, else the outermost that it can close.
        let depth = open
            .iter()
            .rposition(|at| boxes[*at].fence.len() == length)
            .or_else(|| open.iter().position(closable));
        let Some(depth) = depth else {
            let finding = section.finding(Rule::ContainerClosesNothing, Weight::Error, fence);
            findings.push(finding.with(vec![delete(line)]));
            continue;
        };
        for at in open.drain(depth + 1..) {
            boxes[at].end = End::Open(line.start);
        }
        if let Some(at) = open.pop() {
            boxes[at].end = End::Closed(fence);
        }
    }
    (boxes, findings)
}

struct Fence<'t> {
    /// With its line's end.
    line: Range<usize>,
    fence: Range<usize>,
    /// With the space before it.
    word: &'t str,
    in_list: bool,
    code: InCode,
}

/// Whether a line is in code, or in a comment.
#[derive(PartialEq)]
enum InCode {
    No,
    /// It has an end of its own.
    Whole,
    /// It ends with the box in which it began.
    Open,
}

/// The lines that begin with `:::`, out of quotes and indented code.
fn fences<'t>(section: &Section<'t>) -> Vec<Fence<'t>> {
    let parts = section.parts;
    let begins = |range: &Range<usize>, marks: &[&str]| {
        marks
            .iter()
            .any(|mark| section.text[range.start..].starts_with(mark))
    };
    let blocks = || parts.codes.iter().filter(|code| code.info.is_some());
    let is_fenced = |code: &&Code| begins(&code.range, &["```", "~~~"]);
    let codes = Cover::of(blocks().filter(is_fenced).map(|code| &code.range));
    let ends = |code: &&Code| section.text.get(code.content.end..code.range.end);
    let is_open = |code: &&Code| ends(code).is_none_or(|end| end.trim().is_empty());
    let open = blocks().filter(|code| is_fenced(code) && is_open(code));
    let open = Cover::of(open.map(|code| &code.range));
    let indented = blocks().filter(|code| !is_fenced(code));
    let indented = Cover::of(indented.map(|code| &code.range));
    let comments = || {
        let html = parts.html.iter().map(|html| &html.range);
        html.filter(|range| begins(range, &["<!--"]))
    };
    let is_unended = |range: &&Range<usize>| !section.text[(*range).clone()].contains("-->");
    let open_comments = Cover::of(comments().filter(is_unended));
    let comments = Cover::of(comments());
    let items = Cover::of(&parts.items);
    let mut fences = Vec::new();
    let mut start = 0;
    while start < section.text.len() {
        let (text, end) = line_at(section.text, start);
        let line = start..end;
        let content = start..start + text.len();
        start = end;
        let bare = text.trim_start_matches([' ', '\t', '-', '*', '+']);
        let Some((length, _)) = fence(bare) else {
            continue;
        };
        let at = content.end - bare.len();
        let before = &text[..at - line.start];
        let is_item = before.contains(['-', '*', '+']);
        let in_list = items.has(at) && (before.len() > 1 || is_item);
        let is_indented = before.len() > 3 || is_item;
        if is_indented && !in_list || indented.has(at) {
            continue;
        }
        fences.push(Fence {
            fence: at..at + length,
            word: bare[length..].trim_end(),
            in_list,
            code: match (
                codes.has(at) || comments.has(at),
                open.has(at) || open_comments.has(at),
            ) {
                (false, _) => InCode::No,
                (true, false) => InCode::Whole,
                (true, true) => InCode::Open,
            },
            line,
        });
    }
    fences
}

/// Answers whether a place is in one of many ranges, which may be within each other.
struct Cover {
    /// Each start, with the furthest end of all up to it.
    ranges: Vec<(usize, usize)>,
}

impl Cover {
    fn of<'r>(ranges: impl IntoIterator<Item = &'r Range<usize>>) -> Self {
        let mut furthest = 0;
        let ranges = ranges.into_iter().map(|range| {
            furthest = range.end.max(furthest);
            (range.start, furthest)
        });
        Self {
            ranges: ranges.collect(),
        }
    }

    fn has(&self, at: usize) -> bool {
        let behind = self.ranges.partition_point(|(start, _)| *start <= at);
        behind > 0 && self.ranges[behind - 1].1 > at
    }
}

fn of_word(target: Target, section: &Section<'_>, found: &Container<'_>) -> Option<Finding> {
    let word = found.word.trim();
    let lacks_title = matches!(word, "details" | "spoiler");
    let is_known = lacks_title || named(word).is_some();
    let behind = found.fence.end..found.fence.end + found.word.len();
    let (rule, change) = if !is_known {
        let strict = ["alert", "warn", "error", "caution", "warning", "danger"];
        let is_strict = word.split_whitespace().any(|part| strict.contains(&part));
        let message = if is_strict {
            "message alert"
        } else {
            "message"
        };
        let word = word.to_owned();
        (Rule::ContainerUnknown { word }, replace(behind, message))
    } else if target == Target::Zenn && word == "details" {
        let title = match language(std::slice::from_ref(section)) {
            Language::Japanese => " 詳細",
            Language::English => " Details",
        };
        let title = insert(behind.end, title);
        (Rule::ContainerNoTitle, title)
    } else {
        return None;
    };
    let finding = section.finding(rule, Weight::Error, found.line());
    Some(finding.with(vec![change]))
}

/// A box in a list or in another box, for places that do not show it there.
fn of_place(target: Target, section: &Section<'_>, found: &Container<'_>) -> Vec<Finding> {
    let site = match target {
        Target::Qiita => "Qiita",
        Target::GitHub => "GitHub",
        _ => return Vec::new(),
    };
    let mut findings = Vec::new();
    if found.is_details() {
        return findings;
    }
    if found.in_list {
        let rule = Rule::ContainerInList { site };
        findings.push(section.finding(rule, Weight::Error, found.line()));
    }
    if found.in_callout {
        let rule = Rule::ContainerNested { site };
        findings.push(section.finding(rule, Weight::Advice, found.line()));
    }
    findings
}

/// Boxes within more others than this get no fix, so that a hostile text takes no longer.
const DEEPEST: usize = 20;

/// A box must have a longer fence than those within it.
fn same_fence(section: &Section<'_>, boxes: &[Container<'_>], at: usize) -> Option<Finding> {
    let mut within = boxes[at].longest_within;
    if within < boxes[at].fence.len() {
        return None;
    }
    let mut changes: Vec<Replacement> = Vec::new();
    let mut next = Some(at);
    for _ in 0..DEEPEST {
        let Some(around) = next.map(|at| &boxes[at]) else {
            break;
        };
        if around.fence.len() <= within {
            let more = ":".repeat(within + 1 - around.fence.len());
            changes.push(insert(around.fence.end, &more));
            if let End::Closed(close) = &around.end {
                changes.push(insert(close.end, &more));
            }
        }
        within = around.fence.len().max(within + 1);
        next = around.around;
    }
    if next.is_some() {
        changes.clear();
    }
    let changes = sorted_by_key(changes, |change| change.range.start);
    let finding = section.finding(Rule::ContainerSameFence, Weight::Error, boxes[at].line());
    Some(finding.with(changes))
}

/// What stands at the end of a section, where a box may be closed.
struct Ending {
    at: usize,
    /// Nothing but boxes is open, which would swallow the fence.
    is_free: bool,
    in_list: bool,
}

impl Ending {
    fn of(section: &Section<'_>) -> Self {
        let at = section.text.trim_end().len();
        let closing = markdown::closing(section.text);
        Self {
            at,
            is_free: closing.is_none_or(|it| it.trim_start().starts_with(':')),
            in_list: at > 0 && Cover::of(&section.parts.items).has(at - 1),
        }
    }
}

fn open_end(section: &Section<'_>, found: &Container<'_>, ending: &Ending) -> Option<Finding> {
    let finding = section.finding(Rule::ContainerOpen, Weight::Error, found.line());
    let closing = " ".repeat(found.indent) + &section.text[found.fence.clone()];
    let line_end = section.line_end;
    let change = match found.end {
        End::Closed(_) => return None,
        End::Open(at) => insert(at, &(closing + line_end)),
        End::Never if !ending.is_free || found.indent > 3 && !ending.in_list => {
            return Some(finding);
        }
        End::Never => insert(ending.at, &(line_end.to_owned() + &closing)),
    };
    Some(finding.with(vec![change]))
}
