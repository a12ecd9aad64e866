//! Moving sections, one by a step or several at once. A section at the top level
//! takes those nested under it along; knows only how deep each section is
//! nested, in order.

use std::ops::Range;

/// Take the sections of `group` and put them before the one that stood at `to`
/// (`to` may be one past the last; it is never inside the group).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Move {
    pub group: Range<usize>,
    pub to: usize,
}

/// A section and what is nested under it. `depths` are 0 (top) and 1 (nested).
pub fn group(depths: &[u8], index: usize) -> Range<usize> {
    let Some(&depth) = depths.get(index) else {
        return index..index;
    };
    let nested = depths[index + 1..]
        .iter()
        .take_while(|&&other| other > depth)
        .count();
    index..index + 1 + nested
}

/// One step towards the start, or `None` at the start. A nested section that
/// passes its parent becomes the last one of the parent before.
pub fn move_up(depths: &[u8], index: usize) -> Option<Move> {
    let group = group(depths, index);
    let before = depths.get(..index)?;
    let to = match depths.get(index)? {
        0 => before.iter().rposition(|&depth| depth == 0)?,
        // The very first section cannot be a nested one's follower.
        _ => index.checked_sub(1).filter(|&to| to > 0)?,
    };
    Some(Move { group, to })
}

/// One step towards the end, or `None` at the end.
pub fn move_down(depths: &[u8], index: usize) -> Option<Move> {
    let group = self::group(depths, index);
    let next = group.end;
    let next_depth = depths.get(next)?;
    let to = match (depths.get(index)?, next_depth) {
        (0, _) => self::group(depths, next).end,
        _ => next + 1,
    };
    Some(Move { group, to })
}

/// The new order, as old indices, when the sections at `picked` are put before
/// the one that stood at `to` (or at the end). They come together and in their
/// old order, each with those nested under it. If the one at `to` is moved
/// itself, they come before the next that is not.
///
/// What would make a nested section the first comes one section later.
pub fn move_to(depths: &[u8], picked: &[usize], to: usize) -> Vec<usize> {
    let mut moves = vec![false; depths.len()];
    for &index in picked {
        if let Some(group) = moves.get_mut(group(depths, index)) {
            group.fill(true);
        }
    }
    let (moved, stay): (Vec<usize>, Vec<usize>) = (0..depths.len()).partition(|&at| moves[at]);
    let nested_first = moved.first().is_some_and(|&at| depths[at] > 0);
    let before = stay.partition_point(|&at| at < to);
    let before = before.max(usize::from(nested_first)).min(stay.len());
    [&stay[..before], &moved, &stay[before..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sections as letters, nested ones in lower case; the first argument is
    /// moved, and the whole order comes back.
    fn check(step: fn(&[u8], usize) -> Option<Move>, order: &str, moved: char, expected: &str) {
        let letters: Vec<char> = order.chars().collect();
        let depths: Vec<u8> = letters.iter().map(|c| u8::from(c.is_lowercase())).collect();
        let index = letters.iter().position(|&c| c == moved).expect("in order");
        let result = match step(&depths, index) {
            None => "stays".to_owned(),
            Some(Move { group, to }) => {
                assert!(!(group.start < to && to < group.end));
                let taken = &letters[group.clone()];
                let mut rest: Vec<char> = letters.clone();
                rest.drain(group.clone());
                let at = if to > group.start {
                    to - group.len()
                } else {
                    to
                };
                rest.splice(at..at, taken.iter().copied());
                rest.into_iter().collect()
            }
        };
        assert_eq!(result, expected, "{moved} in {order}");
    }

    #[test]
    fn goes_up() {
        check(move_up, "ABC", 'C', "ACB");
        check(move_up, "ABC", 'A', "stays");
        check(move_up, "AbcD", 'D', "DAbc");
        check(move_up, "ADbc", 'D', "DbcA");
        check(move_up, "Abc", 'c', "Acb");
        check(move_up, "ABc", 'c', "AcB");
        check(move_up, "Ab", 'b', "stays");
    }

    #[test]
    fn goes_down() {
        check(move_down, "ABC", 'A', "BAC");
        check(move_down, "ABC", 'C', "stays");
        check(move_down, "AbcDe", 'A', "DeAbc");
        check(move_down, "Abc", 'b', "Acb");
        check(move_down, "AbC", 'b', "ACb");
        check(move_down, "Ab", 'b', "stays");
        check(move_down, "Ab", 'A', "stays");
    }

    /// The letters in `picked` go before the one at `to`, a letter, or to the end.
    fn check_to(order: &str, picked: &str, to: &str, expected: &str) {
        let letters: Vec<char> = order.chars().collect();
        let depths: Vec<u8> = letters.iter().map(|c| u8::from(c.is_lowercase())).collect();
        let index = |moved: char| letters.iter().position(|&c| c == moved);
        let picked: Vec<usize> = picked.chars().filter_map(index).collect();
        let to = to.chars().find_map(index).unwrap_or(letters.len());
        let order = move_to(&depths, &picked, to);
        let shown: String = order.into_iter().map(|at| letters[at]).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn several_come_together() {
        check_to("ABCD", "BD", "A", "BDAC");
        check_to("ABCD", "AC", "", "BDAC");
        check_to("ABCD", "DB", "C", "ABDC");
        check_to("ABCD", "", "A", "ABCD");
        check_to("ABCD", "ABCD", "C", "ABCD");
        check_to("", "", "", "");
    }

    #[test]
    fn those_nested_come_along() {
        check_to("AbcDe", "A", "", "DeAbc");
        check_to("AbcDe", "D", "A", "DeAbc");
        check_to("AbcDe", "Ab", "", "DeAbc");
        check_to("AbcDe", "b", "", "AcDeb");
        check_to("AbcDe", "bD", "c", "AbDec");
    }

    #[test]
    fn among_those_that_move_is_the_next_free_place() {
        check_to("ABcdE", "B", "c", "ABcdE");
        check_to("ABcdE", "BE", "d", "ABcdE");
        check_to("ABCDE", "BCE", "B", "ABCED");
    }

    #[test]
    fn a_nested_section_is_never_first() {
        check_to("Abc", "c", "A", "Acb");
        check_to("AbC", "bC", "A", "AbC");
        check_to("AbC", "C", "A", "CAb");
        check_to("aB", "a", "a", "Ba");
        check_to("ab", "b", "a", "ab");
        check_to("a", "a", "a", "a");
    }

    #[test]
    fn what_is_not_there_does_not_move() {
        assert_eq!(move_to(&[0, 0], &[7, 1], 9), [0, 1]);
        assert_eq!(move_to(&[0, 0], &[7], 0), [0, 1]);
    }
}
