//! Finding words in a text, and putting others in their place.
//!
//! Unless it has to be exact, upper and lower case are the same, and so are the two widths that an
//! input method types of a Latin letter, a digit or a sign (`Ａ`, `a`). Nothing changes its length
//! for that: a place in what is compared is a place in the text.

use std::ops::Range;

use super::edit::{Change, Edit, Selection};

/// What is looked for.
pub struct Search {
    words: Vec<char>,
    exact: bool,
}

impl Search {
    /// `None` for nothing.
    pub fn new(words: &str, exact: bool) -> Option<Self> {
        let fold = |c| if exact { c } else { folded(c) };
        let words: Vec<char> = words.chars().map(fold).collect();
        (!words.is_empty()).then_some(Self { words, exact })
    }

    /// Where it stands in a text, in bytes, from the start on and apart from each other. A match
    /// that an accent, a voiced sound mark or a joiner goes on with is none: half a character
    /// would be replaced.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut free = 0;
        for (start, first) in text.char_indices() {
            if start < free || self.fold(first) != self.words[0] {
                continue;
            }
            let end = self.end(&text[start..]).map(|length| start + length);
            if let Some(end) = end {
                found.push(start..end);
                free = end;
            }
        }
        found
    }

    /// The length of the words at the start of a text, if they stand there.
    fn end(&self, text: &str) -> Option<usize> {
        let mut rest = text.chars();
        for word in &self.words {
            if rest.next().map(|c| self.fold(c)) != Some(*word) {
                return None;
            }
        }
        let behind = rest.as_str();
        let goes_on = behind.chars().next().is_some_and(joins);
        (!goes_on).then_some(text.len() - behind.len())
    }

    fn fold(&self, c: char) -> char {
        if self.exact { c } else { folded(c) }
    }
}

/// The narrow one of two widths (Unicode, Halfwidth and Fullwidth Forms), in lower case.
fn folded(c: char) -> char {
    let narrow = match c {
        '！'..='～' => char::from_u32(c as u32 - '！' as u32 + '!' as u32).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    };
    let mut lower = narrow.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => narrow,
    }
}

/// Whether a character is a part of the one before it.
pub(super) fn joins(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{3099}' | '\u{309A}' | '\u{FE0F}' | '\u{200D}'
        | '\u{1F3FB}'..='\u{1F3FF}')
}

/// The edit that puts `with` in all those places; `None` if that changes nothing.
pub fn replace_all(text: &str, found: &[Range<usize>], with: &str) -> Option<Edit> {
    let change = |range: &Range<usize>| Change {
        range: range.clone(),
        insert: with.to_owned(),
    };
    let changes: Vec<Change> = found.iter().map(change).collect();
    let end = found.last()?.end;
    Edit::from_changes(text, &changes, Selection::caret(end))
}

/// Where the place `at` is after something was typed or deleted: the text had `before` bytes and
/// has `after` now, and the caret is at `caret`, where the change ended.
pub fn moved_by_typing(at: usize, before: usize, after: usize, caret: usize) -> usize {
    let moved = (at + after).saturating_sub(before);
    if caret <= moved { moved } else { at.min(caret) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found stands in brackets.
    #[track_caller]
    fn check(words: &str, exact: bool, marked: &str) {
        let text = marked.replace(['⟦', '⟧'], "");
        let search = Search::new(words, exact).expect("something to look for");
        let mut seen = text.clone();
        for range in search.find(&text).iter().rev() {
            seen.insert(range.end, '⟧');
            seen.insert(range.start, '⟦');
        }
        assert_eq!(seen, marked);
    }

    #[test]
    fn words_are_found_in_order() {
        check("雲", false, "⟦雲⟧の会議、⟦雲⟧");
        check("会議", false, "雲の⟦会議⟧");
        check("aa", false, "⟦aa⟧⟦aa⟧a");
        check("a", false, "");
        check("あ", false, "いう");
        check("😀", false, "⟦😀⟧x⟦😀⟧");
        check("a\nb", false, "⟦a\nb⟧");
        check("a.b", false, "axb ⟦a.b⟧");
    }

    #[test]
    fn case_and_width_are_the_same_unless_exact() {
        check("kube", false, "⟦Kube⟧ ⟦KUBE⟧ ⟦ｋｕｂｅ⟧ ⟦kube⟧");
        check("ＫＵＢＥ", false, "⟦Kube⟧");
        check("kube", true, "Kube KUBE ｋｕｂｅ ⟦kube⟧");
        check("a b", false, "⟦a\u{3000}b⟧");
        check("(1)", false, "⟦（１）⟧");
        check("straße", false, "⟦Straße⟧");
        check("İ", false, "⟦İ⟧i");
    }

    #[test]
    fn half_a_character_is_not_found() {
        check("か", false, "か\u{3099} ⟦か⟧");
        check("e", false, "e\u{0301} ⟦e⟧");
        check("👩", false, "👩\u{200D}💻 ⟦👩⟧ 👩🏽");
        check("か\u{3099}", false, "⟦か\u{3099}⟧");
    }

    #[test]
    fn nothing_is_looked_for() {
        assert!(Search::new("", false).is_none());
    }

    #[test]
    fn all_are_replaced_at_once() {
        let replaced = |text: &str, words, with| {
            let found = Search::new(words, false).expect("words").find(text);
            replace_all(text, &found, with).map(|edit| edit.apply(text))
        };
        assert_eq!(replaced("雲と雲", "雲", "空").as_deref(), Some("空と空"));
        assert_eq!(replaced("雲と雲", "雲", "").as_deref(), Some("と"));
        assert_eq!(replaced("aAａ", "a", "aa").as_deref(), Some("aaaaaa"));
        assert_eq!(replaced("雲", "雲", "雲"), None);
        assert_eq!(replaced("雲", "空", "海"), None);
        let found = Search::new("a", false).expect("words").find("a-a-");
        let edit = replace_all("a-a-", &found, "bb").expect("two are replaced");
        assert_eq!(edit.selection, Selection::caret("bb-bb".len()));
    }

    #[test]
    fn a_place_moves_with_what_is_typed_before_it() {
        // A place at 6 of ten bytes: three typed at its start, before it, behind it.
        assert_eq!(moved_by_typing(6, 10, 13, 9), 9);
        assert_eq!(moved_by_typing(6, 10, 13, 5), 9);
        assert_eq!(moved_by_typing(6, 10, 13, 10), 6);
        // Deleted before it, behind it, across it.
        assert_eq!(moved_by_typing(6, 10, 8, 2), 4);
        assert_eq!(moved_by_typing(6, 10, 8, 8), 6);
        assert_eq!(moved_by_typing(6, 10, 2, 1), 1);
        assert_eq!(moved_by_typing(1, 10, 2, 0), 0);
    }
}
