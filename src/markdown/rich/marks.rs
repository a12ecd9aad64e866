//! Which letters can have their marks in Markdown, and which lose them. Writes nothing.

use super::words::{ADDRESS, BOLD, CODE, ITALIC, Letter, PICTURE, STRIKE, Style};
use crate::markdown::bare::find_bare;

/// Takes off what cannot be written of the letters of a line, or need not.
pub(super) fn settle(letters: &mut [Letter], links: &[String], words: &str) {
    simplify_links(letters, links, words);
    even_code(letters);
    for mark in [BOLD, ITALIC, STRIKE] {
        tighten(letters, mark);
    }
}

/// An address that is its own text is no link where it reads as one, and stands in angle brackets
/// elsewhere.
fn simplify_links(letters: &mut [Letter], links: &[String], words: &str) {
    let same = |one: &Letter, next: &Letter| one.style.link == next.style.link;
    let mut at = 0;
    for part in letters.chunk_by_mut(same) {
        let start = at;
        at += part.iter().map(|letter| letter.c.len_utf8()).sum::<usize>();
        let (text, link) = (&words[start..at], part[0].style.link);
        let address = links.get(link.wrapping_sub(1));
        let is_own_text = address.is_some_and(|address| address == text && !part[0].has(PICTURE));
        let in_word = words[..start].ends_with(char::is_alphanumeric);
        let (link, marks) = if !is_own_text {
            continue;
        } else if !in_word && find_bare(&near(&words[start..], text)) == Some(0..text.len()) {
            (0, 0)
        } else if !text.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '&')) {
            (link, ADDRESS)
        } else {
            continue;
        };
        for letter in part {
            letter.style = Style { marks, link };
        }
    }
}

/// A text with so much of what is behind it that it shows where an address ends.
fn near(words: &str, text: &str) -> String {
    words.chars().take(text.chars().count() + 64).collect()
}

/// Code is emphasised as a whole or not at all.
fn even_code(letters: &mut [Letter]) {
    let same = |one: &Letter, next: &Letter| {
        one.has(CODE) == next.has(CODE) && one.style.link == next.style.link
    };
    for code in letters.chunk_by_mut(same).filter(|part| part[0].has(CODE)) {
        let style = code[0].style;
        for letter in code {
            letter.style = style;
        }
    }
}

/// Takes a mark off white space at the ends of the texts that have it, and off punctuation or code
/// there that touches a letter outside: a marker between the two would be none
/// (<https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run>).
fn tighten(letters: &mut [Letter], mark: u16) {
    let mut end = 0;
    while let Some(at) = letters[end..].iter().position(|letter| letter.has(mark)) {
        let start = end + at;
        let link = letters[start].style.link;
        let goes_on = |letter: &Letter| letter.has(mark) && letter.style.link == link;
        let length = letters[start..].iter().position(|letter| !goes_on(letter));
        end = length.map_or(letters.len(), |length| start + length);
        // The brackets of a link are punctuation.
        let beside = |at: Option<usize>| {
            let letter = at.and_then(|at| letters.get(at));
            letter.is_some_and(|letter| letter.style.link == link && letter.is_bare())
        };
        let (before, behind) = (beside(start.checked_sub(1)), beside(Some(end)));
        loosen(letters[start..end].iter_mut(), mark, before);
        loosen(letters[start..end].iter_mut().rev(), mark, behind);
    }
}

/// Takes a mark off the first letters that cannot have it; `bare` says whether a letter is before
/// them.
fn loosen<'l>(letters: impl Iterator<Item = &'l mut Letter>, mark: u16, mut bare: bool) {
    let mut in_code = false;
    for letter in letters {
        let code = letter.has(CODE);
        let goes = if code {
            bare || in_code
        } else {
            letter.c.is_whitespace() || bare && letter.is_mark()
        };
        if !goes {
            break;
        }
        letter.style.marks &= !mark;
        in_code = code;
        bare = false;
    }
}

impl Letter {
    pub(super) fn has(&self, mark: u16) -> bool {
        self.style.marks & mark != 0
    }

    /// Whether the parser takes it for punctuation; a combining mark belongs to its letter.
    fn is_mark(&self) -> bool {
        let combines = matches!(self.c, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{200d}');
        self.has(CODE) || !(self.c.is_alphanumeric() || self.c.is_whitespace() || combines)
    }

    /// Neither white space nor punctuation.
    fn is_bare(&self) -> bool {
        !self.is_mark() && !self.c.is_whitespace()
    }
}
