//! Words between two `$` that Zenn shows as a formula: `$HOMEと$PATH`.

use std::ops::Range;

use super::{Finding, Rule, Section, Target, Weight, insert};

/// So many characters of it are told.
const SAID: usize = 20;

/// Words in Japanese between the signs: those of a formula are none.
pub(super) fn check(target: Target, section: &Section<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if target != Target::Zenn {
        return findings;
    }
    for piece in section.parts.words.iter().flat_map(|words| words.pieces()) {
        let mut start = piece.start;
        for line in section.text[piece].split_inclusive('\n') {
            for formula in formulas(line) {
                let range = start + formula.start..start + formula.end;
                let words = &line[formula.start + 1..formula.end - 1];
                if words.contains(is_japanese) {
                    findings.push(of_words(section, words, range));
                }
            }
            start += line.len();
        }
    }
    findings
}

fn of_words(section: &Section<'_>, words: &str, range: Range<usize>) -> Finding {
    let mut changes = vec![insert(range.start, "\\")];
    if !words.ends_with('\\') {
        changes.push(insert(range.end - 1, "\\"));
    }
    let mut said: String = words.chars().take(SAID).collect();
    if said.len() < words.len() {
        said.push('…');
    }
    let rule = Rule::Formula { words: said };
    section.finding(rule, Weight::Error, range).with(changes)
}

/// The formulas of a line with their signs, as Zenn finds them: no white space within beside a
/// sign, and no digit outside.
fn formulas(line: &str) -> Vec<Range<usize>> {
    let mut formulas = Vec::new();
    let mut open = None;
    for (at, _) in line.match_indices('$') {
        let (before, after) = (&line[..at], &line[at + 1..]);
        let no_digit = !after.starts_with(|c: char| c.is_ascii_digit() || c == '$');
        let is_tight = !before.ends_with(char::is_whitespace);
        match open {
            Some(start) if no_digit && is_tight => {
                formulas.push(start..at + 1);
                open = None;
            }
            _ => {
                let is_free = |c: char| !(c.is_ascii_digit() || matches!(c, '\\' | '$'));
                let begins = |c: char| !(c.is_whitespace() || c == '$');
                if open.is_none()
                    && before.chars().next_back().is_none_or(is_free)
                    && after.starts_with(begins)
                {
                    open = Some(at);
                }
            }
        }
    }
    formulas
}

fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}
