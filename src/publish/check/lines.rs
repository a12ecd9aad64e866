//! Lines that are meant for a list or a heading and are none: `・項目`, `１．項目`, `##見出し`.

use std::ops::Range;

use super::{Finding, Rule, Section, Weight, insert, replace};
use crate::markdown::{Standing, Words};

pub(super) fn check(section: &Section<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for words in &section.parts.words {
        if words.standing == Standing::Paragraph {
            let lines = lines(section.text, words);
            findings.extend(lines.iter().filter_map(|line| heading(section, line)));
            findings.extend(lists(section, &lines));
        }
    }
    findings
}

/// The content of each line, with its line's end left out.
fn lines(text: &str, words: &Words) -> Vec<Range<usize>> {
    let line = |start: &usize| {
        let rest = &text[*start..];
        *start..start + rest.find(['\n', '\r']).unwrap_or(rest.len())
    };
    words.lines.iter().map(line).collect()
}

/// Two hashes or more: one of them begins a hashtag.
fn heading(section: &Section<'_>, line: &Range<usize>) -> Option<Finding> {
    let text = &section.text[line.clone()];
    let rest = text.trim_start_matches(['#', '＃']);
    let hashes = &text[..text.len() - rest.len()];
    let count = hashes.chars().count();
    let title = rest.trim_start_matches([' ', '\t', '\u{3000}']);
    let is_heading = !hashes.contains('＃') && rest.starts_with([' ', '\t']);
    if !(2..=6).contains(&count) || title.is_empty() || is_heading {
        return None;
    }
    let space = line.end - title.len();
    let change = replace(line.start..space, &format!("{} ", "#".repeat(count)));
    let finding = section.finding(Rule::HeadingNoSpace, Weight::Error, line.start..space);
    Some(finding.with(vec![change]))
}

/// A line that an input method began as an item.
struct Item {
    /// How deep it stands, by the full-width spaces before it.
    depth: usize,
    /// What is written before the words.
    sign: Range<usize>,
    /// Its number; `None` for a bullet.
    number: Option<u32>,
}

/// One finding for each run of such lines, of one kind.
fn lists(section: &Section<'_>, lines: &[Range<usize>]) -> Vec<Finding> {
    let items: Vec<Option<Item>> = lines.iter().map(|line| item(section.text, line)).collect();
    let mut findings = Vec::new();
    let mut at = 0;
    let is_numbered = |item: &Option<Item>| item.as_ref().map(|item| item.number.is_some());
    for run in items.chunk_by(|one, next| is_numbered(one) == is_numbered(next)) {
        let (first, behind) = (at, at + run.len());
        at = behind;
        let Some(Some(begin)) = run.first() else {
            continue;
        };
        let range = begin.sign.start..lines[behind - 1].end;
        let sign = section.text[begin.sign.clone()].trim();
        let rule = Rule::ListSign { sign: sign.into() };
        let mut changes = Vec::new();
        // In the middle of a paragraph only the number one begins a list.
        if first > 0 && begin.number.is_some_and(|number| number != 1) {
            changes.push(insert(
                line_start(section.text, lines[first].start),
                section.line_end,
            ));
        }
        for (item, line) in run.iter().flatten().zip(&lines[first..behind]) {
            let (width, marker) = match item.number {
                Some(number) => (3, format!("{number}. ")),
                None => (2, "- ".to_owned()),
            };
            let indent = " ".repeat(width * item.depth);
            changes.push(replace(line.start..item.sign.end, &(indent + &marker)));
        }
        // The line below would belong to the last item.
        let goes_on = items.get(behind).is_some_and(Option::is_none);
        if goes_on {
            changes.push(insert(lines[behind - 1].end, section.line_end));
        }
        findings.push(section.finding(rule, Weight::Advice, range).with(changes));
    }
    findings
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

fn item(text: &str, line: &Range<usize>) -> Option<Item> {
    let words = text[line.clone()].trim_start_matches('\u{3000}');
    let start = line.end - words.len();
    let digits = words.trim_start_matches(|c: char| c.is_ascii_digit() || wide(c).is_some());
    let number = &words[..words.len() - digits.len()];
    let (rest, number) = match number.is_empty() {
        true => (bullet(words)?, None),
        false => (numbered(number, digits)?, Some(value(number)?)),
    };
    let rest = rest.trim_start_matches([' ', '\u{3000}']);
    (!rest.is_empty()).then(|| Item {
        depth: (start - line.start) / '\u{3000}'.len_utf8(),
        sign: start..line.end - rest.len(),
        number,
    })
}

/// What stands behind a bullet. A dot goes on as an ellipsis, a hyphen may be a minus sign.
fn bullet(words: &str) -> Option<&str> {
    if let Some(rest) = words.strip_prefix('・') {
        return (!rest.starts_with(['・', '…'])).then_some(rest);
    }
    if let Some(rest) = words.strip_prefix(['－', '＊', '＋']) {
        let is_sign = |c: char| c.is_ascii_digit() || wide(c).is_some() || "－＊＋".contains(c);
        return (!rest.starts_with(is_sign)).then_some(rest);
    }
    let rest = words.strip_prefix(['-', '*', '+'])?;
    rest.starts_with('\u{3000}').then_some(rest)
}

/// What stands behind a number and its sign. Behind a digit it would be a fraction.
fn numbered<'t>(number: &str, rest: &'t str) -> Option<&'t str> {
    let is_wide = number.starts_with(|c| wide(c).is_some());
    let behind = rest.strip_prefix(['．', '）']).or_else(|| {
        let behind = rest.strip_prefix(['.', ')'])?;
        (is_wide || behind.starts_with('\u{3000}')).then_some(behind)
    })?;
    let is_digit = |c: char| c.is_ascii_digit() || wide(c).is_some();
    (!behind.starts_with(is_digit)).then_some(behind)
}

fn wide(c: char) -> Option<u32> {
    ('０'..='９')
        .contains(&c)
        .then(|| u32::from(c) - u32::from('０'))
}

/// A number as a list may have it (<https://spec.commonmark.org/0.31.2/#ordered-list-marker>).
fn value(number: &str) -> Option<u32> {
    let digits = number.chars().map(|c| wide(c).or(c.to_digit(10)));
    let short = number.chars().count() <= 9;
    short.then(|| digits.flatten().fold(0, |value, digit| value * 10 + digit))
}
