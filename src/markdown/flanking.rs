//! Which runs of `*` or `~` can open and close: the flanking rule of CommonMark, which decides
//! what a marker beside Japanese punctuation is.
//!
//! Readers agree on the rule (<https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run>)
//! and not on what punctuation is: since CommonMark 0.31 symbols such as emoji are punctuation,
//! for the cmark of GitHub and Qiita they are letters.

use std::collections::HashMap;

use pulldown_cmark::{Event, Tag};

use super::parser;

/// What a reader takes for punctuation besides the marks of ASCII.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Punctuation {
    /// The categories P and S of Unicode, as CommonMark 0.31 has it.
    WithSymbols,
    /// The category P alone, as CommonMark 0.30 has it.
    WithoutSymbols,
}

/// Knows characters that it has once looked up.
#[derive(Default)]
pub struct Flanking {
    known: HashMap<char, bool>,
}

impl Flanking {
    /// Whether a run of `*` or `~` between these texts can open, and whether it can close.
    pub fn of(&mut self, before: &str, after: &str, marks: Punctuation) -> (bool, bool) {
        let before = self.kind(before.chars().next_back(), marks);
        let after = self.kind(after.chars().next(), marks);
        (flanks(before, after), flanks(after, before))
    }

    fn kind(&mut self, c: Option<char>, marks: Punctuation) -> Kind {
        match c {
            None => Kind::Space,
            Some(c) if c.is_whitespace() => Kind::Space,
            Some(c) if c.is_ascii_punctuation() => Kind::Punctuation,
            Some(c) if c.is_alphanumeric() => Kind::Letter,
            Some(c) if marks == Punctuation::WithoutSymbols && is_symbol(c) => Kind::Letter,
            Some(c) if *self.known.entry(c).or_insert_with(|| is_punctuation(c)) => {
                Kind::Punctuation
            }
            Some(_) => Kind::Letter,
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Space,
    Punctuation,
    Letter,
}

/// Whether a run with these kinds of characters behind it and within it flanks what is within.
fn flanks(outside: Kind, inside: Kind) -> bool {
    match inside {
        Kind::Space => false,
        Kind::Punctuation => outside != Kind::Letter,
        Kind::Letter => true,
    }
}

/// Asks the parser, which has the tables of Unicode: a run between a letter and punctuation does
/// not open.
fn is_punctuation(c: char) -> bool {
    let text = format!("a*{c}b*");
    !parser(&text, None).any(|event| matches!(event, Event::Start(Tag::Emphasis)))
}

/// The category S of what is not ASCII, by the blocks in which it stands among few others.
/// <https://www.unicode.org/Public/16.0.0/ucd/extracted/DerivedGeneralCategory.txt>
fn is_symbol(c: char) -> bool {
    matches!(c, '¢'..='¦' | '¨' | '©' | '¬' | '®'..='±' | '´' | '¸' | '×' | '÷'
        | '\u{2044}' | '\u{2052}' | '\u{207a}'..='\u{207c}' | '\u{208a}'..='\u{208c}'
        | '\u{20a0}'..='\u{20c0}'
        | '\u{2100}'..='\u{2307}' | '\u{230c}'..='\u{2328}' | '\u{232b}'..='\u{2767}'
        | '\u{2794}'..='\u{27c4}' | '\u{27c7}'..='\u{27e5}' | '\u{27f0}'..='\u{2982}'
        | '\u{2999}'..='\u{29d7}' | '\u{29dc}'..='\u{29fb}' | '\u{29fe}'..='\u{2bff}'
        | '\u{2e80}'..='\u{2fff}'
        | '〄' | '〒' | '〓' | '〠' | '〶' | '〷' | '〾' | '〿' | '゛' | '゜'
        | '\u{3190}'..='\u{33ff}' | '\u{4dc0}'..='\u{4dff}'
        | '＄' | '＋' | '＜'..='＞' | '＾' | '｀' | '｜' | '～' | '￠'..='\u{ffee}' | '\u{fffc}'..='\u{fffd}'
        | '\u{1d000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, after: &str, with: (bool, bool), without: (bool, bool)) {
        let mut flanking = Flanking::default();
        for (marks, expected) in [
            (Punctuation::WithSymbols, with),
            (Punctuation::WithoutSymbols, without),
        ] {
            let found = flanking.of(before, after, marks);
            assert_eq!(found, expected, "{before:?} {after:?} {marks:?}");
        }
    }

    #[test]
    fn both_readings_agree_on_letters_and_punctuation() {
        let (both, opens, closes, none) =
            ((true, true), (true, false), (false, true), (false, false));
        for (before, after, expected) in [
            ("", "a", opens),
            ("a", "", closes),
            ("", "", none),
            (" ", "\u{3000}", none),
            ("a", "b", both),
            ("は", "強", both),
            ("は", "「", closes),
            ("」", "の", opens),
            ("、", "「", both),
            ("", "「", opens),
            ("」", "", closes),
            ("。", "次", opens),
            ("%", "達", opens),
            (";", "「", both),
            ("ー", "々", both),
            ("\u{a0}", "a", opens),
        ] {
            check(before, after, expected, expected);
        }
    }

    #[test]
    fn symbols_are_punctuation_or_letters() {
        for symbol in ["😀", "→", "℃", "～", "＋", "×", "㈱", "♪", "￥", "★", "°"] {
            check(symbol, "の", (true, false), (true, true));
            check("の", symbol, (false, true), (true, true));
        }
        // Punctuation that stands among symbols.
        for mark in ["〜", "・", "※", "〈", "❬", "⟨", "＿", "－", "…", "·", "§"] {
            check(mark, "の", (true, false), (true, false));
        }
    }
}
