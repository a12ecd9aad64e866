//! Words and punctuation: what the characters beside a caret or a selection are.

use std::ops::Range;

/// The Latin word that has the caret within it: a letter or digit on both sides. At the edge of a
/// word the caret is not under it, because there one goes on to type something else. Japanese has
/// no spaces that would end a word, so it has none here.
pub fn word_at(text: &str, caret: usize) -> Option<Range<usize>> {
    let before = text[..caret].trim_end_matches(is_word).len();
    let after = text.len() - text[caret..].trim_start_matches(is_word).len();
    (before < caret && caret < after).then_some(before..after)
}

/// Letters, digits, low lines and combining accents, up to where the scripts of East Asia begin.
fn is_word(c: char) -> bool {
    let accent = ('\u{0300}'..='\u{036F}').contains(&c);
    c < '\u{2E80}' && (c.is_alphanumeric() || c == '_' || accent)
}

/// Brackets, full stops and the like of the Unicode blocks General Punctuation, CJK Symbols and
/// Punctuation, Katakana, and Halfwidth and Fullwidth Forms.
pub fn is_japanese_punctuation(c: char) -> bool {
    let in_blocks = matches!(c, '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{3029}'
        | '\u{3030}'..='\u{303F}' | '・' | '\u{FF01}'..='\u{FF65}');
    in_blocks && !c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_needs_letters_on_both_sides() {
        assert_eq!(word_at("the pod_1 is", 6), Some(4..9));
        assert_eq!(word_at("the pod is", 4), None);
        assert_eq!(word_at("the pod is", 7), None);
        assert_eq!(word_at("このPodは", 8), Some(6..9));
        assert_eq!(word_at("これは", 3), None);
        assert_eq!(word_at("cafe\u{0301}s", 2), Some(0..7));
        assert_eq!(word_at("", 0), None);
    }

    #[test]
    fn letters_of_the_same_blocks_are_no_punctuation() {
        assert!(
            "「」『』【】、。〜・！？（）…—“”"
                .chars()
                .all(is_japanese_punctuation)
        );
        assert!(!"ー々〆Ａ１ｱあ漢a!\u{3000}\u{3099}".contains(is_japanese_punctuation));
    }
}
