//! The word under a caret. Japanese has no spaces between words, so it has none here.

use std::ops::Range;

/// The Latin word that has the caret within it: a letter or digit on both sides. At the edge of
/// a word the caret is not under it, because there one goes on to type something else.
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
}
