//! Code: signs that a phone has curled, and diagrams that Zenn does not draw.

use std::ops::Range;

use super::{Finding, Replacement, Rule, Section, Target, Weight, replace};
use crate::markdown::Code;

/// The most of a diagram at Zenn, and of its `&`.
const MERMAID: usize = 2000;
const LINKS: usize = 10;

pub(super) fn check(target: Target, section: &Section<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for code in &section.parts.codes {
        findings.extend(curly(section, code));
        if target == Target::Zenn && language(code) == Some("mermaid") {
            findings.extend(mermaid(section, code));
        }
    }
    findings
}

/// The language of a block; `None` among words, and of a block that names none.
fn language(code: &Code) -> Option<&str> {
    let info = code.info.as_deref()?;
    info.split([' ', '\t', ':', ',', '{'])
        .next()
        .filter(|it| !it.is_empty())
}

/// What is shown on a screen may have curly quotes.
fn is_output(code: &Code) -> bool {
    let plain = [
        "text", "txt", "console", "log", "output", "markdown", "md", "mermaid",
    ];
    code.info.is_some() && language(code).is_none_or(|language| plain.contains(&language))
}

/// Curly quotes on lines without plain ones, and dashes before an option.
fn curly(section: &Section<'_>, code: &Code) -> Option<Finding> {
    if is_output(code) {
        return None;
    }
    let mut changes: Vec<Replacement> = Vec::new();
    let mut sign = None;
    let mut start = code.content.start;
    for line in section.text[code.content.clone()].split_inclusive(['\n', '\r']) {
        let (double, single) = (line.contains('"'), line.contains('\''));
        let opened = line.contains('‘');
        for (at, c) in line.char_indices() {
            let plain = match c {
                '“' | '”' if !double => "\"",
                '‘' | '’' if opened && !single => "'",
                '—' if begins_option(line, at, c) => "--",
                '–' if begins_option(line, at, c) => "-",
                _ => continue,
            };
            sign = sign.or(Some(c));
            let at = start + at;
            changes.push(replace(at..at + c.len_utf8(), plain));
        }
        start += line.len();
    }
    let range = span(&changes)?;
    let finding = section.finding(Rule::CurlyInCode { sign: sign? }, Weight::Advice, range);
    Some(finding.with(changes))
}

fn begins_option(line: &str, at: usize, dash: char) -> bool {
    let before = line[..at].chars().next_back();
    let after = &line[at + dash.len_utf8()..];
    before.is_none_or(char::is_whitespace) && after.starts_with(|c: char| c.is_ascii_alphabetic())
}

fn span(changes: &[Replacement]) -> Option<Range<usize>> {
    Some(changes.first()?.range.start..changes.last()?.range.end)
}

fn mermaid(section: &Section<'_>, code: &Code) -> Vec<Finding> {
    let text = &section.text[code.content.clone()];
    let length = text.trim_end().encode_utf16().count();
    let count = text.matches('&').count();
    let mut rules = Vec::new();
    if length > MERMAID {
        let limit = MERMAID;
        rules.push(Rule::MermaidTooLong { length, limit });
    }
    if count > LINKS {
        let limit = LINKS;
        rules.push(Rule::MermaidLinks { count, limit });
    }
    let finding = |rule| section.finding(rule, Weight::Error, code.range.clone());
    rules.into_iter().map(finding).collect()
}
