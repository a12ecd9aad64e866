//! Edits: what is replaced, by what, and what is selected then. Knows no Markdown.
//!
//! All offsets are bytes of UTF-8 on character boundaries.

use std::ops::Range;

/// A selection, `start <= end`; a caret if both are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    pub start: usize,
    pub end: usize,
}

impl Selection {
    pub fn caret(at: usize) -> Self {
        Selection { start: at, end: at }
    }

    pub fn is_caret(self) -> bool {
        self.start == self.end
    }

    /// The same selection, ordered and on boundaries of `text` that no edit may cut.
    pub(super) fn within(self, text: &str) -> Self {
        let start = boundary_before(text, self.start.min(self.end));
        let end = boundary_before(text, self.start.max(self.end));
        Selection { start, end }
    }
}

/// Replace `range` by `insert`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub range: Range<usize>,
    pub insert: String,
}

impl Change {
    pub(super) fn insert(at: usize, insert: impl Into<String>) -> Self {
        let insert = insert.into();
        Change {
            range: at..at,
            insert,
        }
    }

    pub(super) fn delete(range: Range<usize>) -> Self {
        let insert = String::new();
        Change { range, insert }
    }

    /// The change without the text that it would replace by the same text.
    pub(super) fn smallest(self, text: &str) -> Self {
        let removed = &text[self.range.clone()];
        let (before, after) = common_ends(removed, &self.insert);
        Change {
            range: self.range.start + before..self.range.end - after,
            insert: self.insert[before..self.insert.len() - after].to_owned(),
        }
    }

    fn is_nothing(&self) -> bool {
        self.range.is_empty() && self.insert.is_empty()
    }
}

/// Replace `range` by `insert`, then select `selection` (in the new text).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub range: Range<usize>,
    pub insert: String,
    pub selection: Selection,
}

impl Edit {
    /// The new text.
    pub fn apply(&self, text: &str) -> String {
        let (before, after) = (&text[..self.range.start], &text[self.range.end..]);
        [before, &self.insert, after].concat()
    }

    /// The edit that leads back to `text`, the text before this edit. It selects what it restores.
    pub fn invert(&self, text: &str) -> Edit {
        let Range { start, end } = self.range;
        Edit {
            range: start..start + self.insert.len(),
            insert: text[start..end].to_owned(),
            selection: Selection { start, end },
        }
    }

    /// One edit that makes several changes, given in order and apart from each other; `None` if
    /// they change nothing. The selection is moved along: what is inserted at its ends stays
    /// outside it, and a caret stands behind what is inserted at it.
    pub(super) fn from_changes(
        text: &str,
        changes: &[Change],
        selection: Selection,
    ) -> Option<Edit> {
        let (first, last) = (changes.first()?, changes.last()?);
        let range = first.range.start..last.range.end;
        let mut insert = String::new();
        let mut kept_from = range.start;
        for change in changes {
            insert += &text[kept_from..change.range.start];
            insert += &change.insert;
            kept_from = change.range.end;
        }
        let start = moved(changes, selection.start, true);
        let end = moved(changes, selection.end, selection.is_caret()).max(start);
        let change = Change { range, insert }.smallest(text);
        (!change.is_nothing()).then_some(Edit {
            range: change.range,
            insert: change.insert,
            selection: Selection { start, end },
        })
    }
}

impl Edit {
    /// This edit of `text`, and then further changes of what it makes, as one edit.
    pub(super) fn and_then(
        self,
        text: &str,
        changes: impl FnOnce(&str) -> Vec<Change>,
    ) -> Option<Edit> {
        let new = self.apply(text);
        let Some(second) = Edit::from_changes(&new, &changes(&new), self.selection) else {
            return Some(self);
        };
        let change = diff(text, &second.apply(&new))?;
        Some(Edit {
            range: change.range,
            insert: change.insert,
            selection: second.selection,
        })
    }
}

/// The smallest change that turns `old` into `new`, `None` if they are equal. It cuts neither a
/// character (so no surrogate pair of the same text in UTF-16) nor a CRLF.
pub fn diff(old: &str, new: &str) -> Option<Change> {
    let (before, after) = common_ends(old, new);
    let change = Change {
        range: before..old.len() - after,
        insert: new[before..new.len() - after].to_owned(),
    };
    (!change.is_nothing()).then_some(change)
}

/// Where `at` is after the changes; `behind` what is inserted right there, or before it.
fn moved(changes: &[Change], at: usize, behind: bool) -> usize {
    let (mut added, mut removed) = (0, 0);
    for Change { range, insert } in changes {
        let inserted_here = range.is_empty() && range.start == at;
        if range.start > at || (range.start == at && !(inserted_here && behind)) {
            break;
        }
        added += insert.len();
        // A place within what is replaced moves to the end of the replacement.
        removed += range.end.min(at) - range.start;
    }
    at + added - removed
}

/// Lengths in bytes of the longest common start and of the longest common end of what is left.
fn common_ends(old: &str, new: &str) -> (usize, usize) {
    let mut before = common_start(old.as_bytes(), new.as_bytes());
    while !(is_boundary(old, before) && is_boundary(new, before)) {
        before -= 1;
    }
    let longest = old.len().min(new.len()) - before;
    let mut after = common_end(old.as_bytes(), new.as_bytes()).min(longest);
    while !(is_boundary(old, old.len() - after) && is_boundary(new, new.len() - after)) {
        after -= 1;
    }
    (before, after)
}

/// Compared in blocks, because this runs over the whole text at every key.
const BLOCK: usize = 64;

fn common_start(old: &[u8], new: &[u8]) -> usize {
    let blocks = old.chunks_exact(BLOCK).zip(new.chunks_exact(BLOCK));
    let skipped = blocks.take_while(|(a, b)| a == b).count() * BLOCK;
    let rest = old[skipped..].iter().zip(&new[skipped..]);
    skipped + rest.take_while(|(a, b)| a == b).count()
}

fn common_end(old: &[u8], new: &[u8]) -> usize {
    let blocks = old.rchunks_exact(BLOCK).zip(new.rchunks_exact(BLOCK));
    let skipped = blocks.take_while(|(a, b)| a == b).count() * BLOCK;
    let (old, new) = (&old[..old.len() - skipped], &new[..new.len() - skipped]);
    let rest = old.iter().rev().zip(new.iter().rev());
    skipped + rest.take_while(|(a, b)| a == b).count()
}

/// Whether an edit may begin or end here: not within a character, not within a CRLF.
pub(super) fn is_boundary(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let in_crlf = at > 0 && bytes.get(at) == Some(&b'\n') && bytes[at - 1] == b'\r';
    text.is_char_boundary(at) && !in_crlf
}

fn boundary_before(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !is_boundary(text, at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_diff(old: &str, new: &str, range: Range<usize>, insert: &str) {
        let insert = insert.to_owned();
        assert_eq!(diff(old, new), Some(Change { range, insert }));
    }

    #[test]
    fn diff_is_the_smallest_change() {
        assert_eq!(diff("", ""), None);
        assert_eq!(diff("同じ", "同じ"), None);
        check_diff("", "a", 0..0, "a");
        check_diff("a", "", 0..1, "");
        check_diff("abc", "abXc", 2..2, "X");
        check_diff("aaa", "aa", 2..3, "");
        check_diff("会議", "会場", 3..6, "場");
        let long = "あ".repeat(1000);
        check_diff(
            &format!("{long}x{long}"),
            &format!("{long}{long}"),
            3000..3001,
            "",
        );
    }

    #[test]
    fn diff_cuts_no_character_and_no_crlf() {
        // Both share the first three of their four bytes, and the high half in UTF-16.
        check_diff("😀", "😁", 0..4, "😁");
        // が and ぎ share bytes at both ends.
        check_diff("が", "ぎ", 0..3, "ぎ");
        check_diff("a\r\n", "a\n", 1..3, "\n");
        check_diff("a\r\nb", "a\r\n\r\nb", 3..3, "\r\n");
        check_diff("a\rb", "a\r\nb", 1..2, "\r\n");
        // A voiced mark of its own may be added to its kana.
        check_diff("か", "か\u{3099}", 3..3, "\u{3099}");
    }

    #[test]
    fn several_changes_are_one_edit_that_moves_the_selection() {
        let changes = [Change::insert(0, "- "), Change::delete(4..6)];
        let selection = Selection { start: 0, end: 6 };
        let edit = Edit::from_changes("ab  cd", &changes, selection).unwrap();
        assert_eq!((edit.range.clone(), edit.insert.as_str()), (0..6, "- ab  "));
        assert_eq!(edit.apply("ab  cd"), "- ab  ");
        assert_eq!(edit.selection, Selection { start: 2, end: 6 });
    }

    #[test]
    fn a_selection_from_elsewhere_is_moved_to_boundaries() {
        let within = |text, start, end| Selection { start, end }.within(text);
        assert_eq!(within("あ", 1, 9), Selection { start: 0, end: 3 });
        assert_eq!(within("a\r\nb", 2, 2), Selection::caret(1));
        assert_eq!(within("ab", 2, 1), Selection { start: 1, end: 2 });
    }
}
