//! Moving sections up and down. A section at the top level takes those nested
//! under it along; knows only how deep each section is nested, in order.

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
}
