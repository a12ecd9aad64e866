//! Bold and struck words whose markers are none: `これは**「強調」**です` shows its asterisks.
//!
//! The markers of a block are taken in pairs, one that opens and one that closes, for that is what
//! was meant; where one of the two cannot do its part by the flanking rule, the pair is a finding.

use std::ops::Range;

use super::{Finding, Replacement, Rule, Section, Target, Weight, delete, insert};
use crate::markdown::{Flanking, Punctuation, Words};

/// What readers measured as one see. For the others a finding is what goes wrong in both readings.
fn readings(target: Target) -> &'static [Punctuation] {
    match target {
        Target::Zenn | Target::CommonMark | Target::Note => &[Punctuation::WithSymbols],
        Target::Qiita | Target::GitHub => &[Punctuation::WithoutSymbols],
        _ => &[Punctuation::WithSymbols, Punctuation::WithoutSymbols],
    }
}

pub(super) fn check(target: Target, section: &Section<'_>) -> Vec<Finding> {
    let mut flanking = Flanking::default();
    let mut findings = Vec::new();
    for words in &section.parts.words {
        for (mark, marker) in [(b'*', "**"), (b'~', "~~")] {
            let runs = runs(section.text, words, mark);
            if runs.len() % 2 == 1 {
                // Somebody is still writing, or it is no emphasis.
                continue;
            }
            for pair in runs.chunks_exact(2) {
                let changes = pair_changes(target, section.text, pair, &mut flanking);
                if let Some(changes) = changes {
                    let rule = Rule::MarkerShown { marker };
                    let range = pair[0].start..pair[1].end;
                    let finding = section.finding(rule, Weight::Error, range);
                    findings.push(finding.with(changes));
                }
            }
        }
    }
    findings
}

/// The runs of two or three markers that are neither escaped nor alone between white space.
fn runs(text: &str, words: &Words, mark: u8) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    for piece in words.pieces() {
        let bytes = text[piece.clone()].as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let length = bytes[at..].iter().take_while(|byte| **byte == mark).count();
            let run = piece.start + at..piece.start + at + length;
            let most = if mark == b'*' { 3 } else { 2 };
            if (2..=most).contains(&length) && !stands_alone(text, &run) {
                runs.push(run);
            }
            let escaped = if bytes[at] == b'\\' { 2 } else { 1 };
            at += length.max(escaped);
        }
    }
    runs
}

fn stands_alone(text: &str, run: &Range<usize>) -> bool {
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    is_space(text[..run.start].chars().next_back()) && is_space(text[run.end..].chars().next())
}

/// What makes a pair work, if it does not.
fn pair_changes(
    target: Target,
    text: &str,
    pair: &[Range<usize>],
    flanking: &mut Flanking,
) -> Option<Vec<Replacement>> {
    let (open, close) = (&pair[0], &pair[1]);
    let inner = &text[open.end..close.start];
    if inner.starts_with(char::is_whitespace) || inner.ends_with(char::is_whitespace) {
        return None;
    }
    let mut sides = [true, true];
    for reading in readings(target) {
        let opens = flanking
            .of(&text[..open.start], &text[open.end..], *reading)
            .0;
        let closes = flanking
            .of(&text[..close.start], &text[close.end..], *reading)
            .1;
        if opens && closes {
            return None;
        }
        sides = [sides[0] && opens, sides[1] && closes];
    }
    if let Some((first, last)) = brackets(inner) {
        let marker = &text[open.clone()];
        return Some(vec![
            delete(open.clone()),
            insert(open.end + first, marker),
            insert(close.start - last, marker),
            delete(close.clone()),
        ]);
    }
    let mut changes = Vec::new();
    if !sides[0] {
        changes.push(insert(open.start, BETWEEN));
    }
    if !sides[1] {
        changes.push(insert(close.end, BETWEEN));
    }
    Some(changes)
}

/// A space without width as an entity, which readers take for punctuation beside the marker.
const BETWEEN: &str = "&#8203;";

const BRACKETS: [(char, char); 11] = [
    ('「', '」'),
    ('『', '』'),
    ('（', '）'),
    ('【', '】'),
    ('〈', '〉'),
    ('《', '》'),
    ('〔', '〕'),
    ('［', '］'),
    ('｛', '｝'),
    ('“', '”'),
    ('‘', '’'),
];

/// The lengths of the brackets around all of a text.
fn brackets(text: &str) -> Option<(usize, usize)> {
    let (first, last) = (text.chars().next()?, text.chars().next_back()?);
    BRACKETS.contains(&(first, last)).then_some(())?;
    let within = text.strip_prefix(first)?.strip_suffix(last)?;
    let is_one = !within.contains([first, last]) && !within.is_empty();
    let is_tight =
        !within.starts_with(char::is_whitespace) && !within.ends_with(char::is_whitespace);
    (is_one && is_tight && !within.starts_with('*') && !within.starts_with('~'))
        .then_some((first.len_utf8(), last.len_utf8()))
}
