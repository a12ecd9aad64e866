//! Moving sections, one or several, by a step or to any place. A section at the top
//! level takes those nested under it along, wherever it goes, and never comes
//! between another one and those nested under that; knows only how deep each
//! section is nested, in order.

use std::ops::Range;

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

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    Up,
    Down,
}

/// Sections that move together, in their old order, each with those nested under
/// it. All indices are those of the old order.
pub struct Moving<'a> {
    depths: &'a [u8],
    moved: Vec<usize>,
    stay: Vec<usize>,
}

impl<'a> Moving<'a> {
    pub fn new(depths: &'a [u8], picked: &[usize]) -> Self {
        let mut moves = vec![false; depths.len()];
        for &index in picked {
            if let Some(group) = moves.get_mut(group(depths, index)) {
                group.fill(true);
            }
        }
        let (moved, stay) = (0..depths.len()).partition(|&at| moves[at]);
        Self {
            depths,
            moved,
            stay,
        }
    }

    /// Those that move, in order.
    pub fn moved(&self) -> &[usize] {
        &self.moved
    }

    /// Whether they begin with a nested one.
    pub fn is_nested(&self) -> bool {
        self.moved.first().is_some_and(|at| self.depths[*at] > 0)
    }

    /// Before which sections they may land, in order; one past the last is the end.
    /// Those that move stay together, so there is no landing between two of them.
    pub fn landings(&self) -> Vec<usize> {
        let moves = |at: usize| self.moved.binary_search(&at).is_ok();
        (0..=self.depths.len())
            .filter(|&to| to == 0 || !(moves(to - 1) && moves(to)))
            .filter(|&to| self.fits(self.staying_before(to)))
            .collect()
    }

    /// The new order when they land before the section that stood at `to`, or at the
    /// next place where they may.
    pub fn to(&self, to: usize) -> Vec<usize> {
        let before = self.staying_before(to);
        let next = (before..=self.stay.len()).find(|&at| self.fits(at));
        // They may always land at the end.
        self.order(next.unwrap_or(self.stay.len()))
    }

    /// The new order when each goes one step on; `None` where nothing changes. Those that stand
    /// together go together, those that are apart stay apart until one comes to the end.
    pub fn step(&self, direction: Direction) -> Option<Vec<usize>> {
        let mut order: Vec<usize> = (0..self.depths.len()).collect();
        let mut runs: Vec<&[usize]> = self.moved.chunk_by(|a, b| a + 1 == *b).collect();
        if direction == Direction::Down {
            runs.reverse();
        }
        for run in runs {
            let depths: Vec<u8> = order.iter().map(|at| self.depths[*at]).collect();
            let (moved, stay) = (0..order.len()).partition(|at| run.contains(&order[*at]));
            let run = Moving {
                depths: &depths,
                moved,
                stay,
            };
            let step = run.step_together(direction).into_iter();
            order = step.map(|at| order[at]).collect();
        }
        (!order.is_sorted()).then_some(order)
    }

    fn step_together(&self, direction: Direction) -> Vec<usize> {
        let here = self.moved.first().map_or(0, |at| self.staying_before(*at));
        let fits = |at: &usize| self.fits(*at);
        let next = match direction {
            Direction::Up => (0..here).rev().find(fits),
            Direction::Down => (here + 1..=self.stay.len()).find(fits),
        };
        self.order(next.unwrap_or(here))
    }

    fn staying_before(&self, to: usize) -> usize {
        self.stay.partition_point(|&at| at < to)
    }

    /// Whether they may stand after so many of those that stay: none of those loses
    /// what is nested under it, and none that moves becomes a nested one without one
    /// to be nested under.
    fn fits(&self, before: usize) -> bool {
        let nested = |at: &usize| self.depths[*at] > 0;
        let orphan = self.moved.first().is_some_and(|at| *at > 0 && nested(at));
        let all_nested = self.moved.iter().all(nested);
        (before > 0 || !orphan || self.stay.is_empty())
            && (all_nested || !self.stay.get(before).is_some_and(nested))
    }

    fn order(&self, before: usize) -> Vec<usize> {
        let (above, below) = self.stay.split_at(before);
        [above, &self.moved, below].concat()
    }
}

/// Which landing is nearest to a height; `edge` says how high each is, and they rise.
pub fn nearest(landings: &[usize], height: f64, edge: &dyn Fn(usize) -> f64) -> Option<usize> {
    let below = landings.partition_point(|&to| edge(to) < height);
    let above = below.checked_sub(1).map(|at| landings[at]);
    match (above, landings.get(below).copied()) {
        (Some(above), Some(below)) if height - edge(above) <= edge(below) - height => Some(above),
        (above, below) => below.or(above),
    }
}

#[cfg(test)]
mod tests {
    use super::Direction::{Down, Up};
    use super::*;
    use proptest::prelude::*;

    /// Sections as letters, nested ones in lower case.
    fn letters(order: &str) -> (Vec<char>, Vec<u8>) {
        let letters: Vec<char> = order.chars().collect();
        let depths = letters.iter().map(|c| u8::from(c.is_lowercase())).collect();
        (letters, depths)
    }

    fn indices(letters: &[char], picked: &str) -> Vec<usize> {
        let index = |moved: char| letters.iter().position(|&c| c == moved);
        picked.chars().filter_map(index).collect()
    }

    fn shown(letters: &[char], order: Vec<usize>) -> String {
        order.into_iter().map(|at| letters[at]).collect()
    }

    /// The letters in `picked` take a step, and the whole order comes back.
    fn check(direction: Direction, order: &str, picked: &str, expected: &str) {
        let (letters, depths) = letters(order);
        let moving = Moving::new(&depths, &indices(&letters, picked));
        let result = moving.step(direction);
        let result = result.map_or("stays".to_owned(), |order| shown(&letters, order));
        assert_eq!(result, expected, "{picked} in {order}");
    }

    #[test]
    fn goes_up() {
        check(Up, "ABC", "C", "ACB");
        check(Up, "ABC", "A", "stays");
        check(Up, "AbcD", "D", "DAbc");
        check(Up, "ADbc", "D", "DbcA");
        check(Up, "Abc", "c", "Acb");
        check(Up, "ABc", "c", "AcB");
        check(Up, "Ab", "b", "stays");
        check(Up, "aB", "B", "stays");
    }

    #[test]
    fn goes_down() {
        check(Down, "ABC", "A", "BAC");
        check(Down, "ABC", "C", "stays");
        check(Down, "AbcDe", "A", "DeAbc");
        check(Down, "Abc", "b", "Acb");
        check(Down, "AbC", "b", "ACb");
        check(Down, "Ab", "b", "stays");
        check(Down, "Ab", "A", "stays");
        check(Down, "aB", "a", "Ba");
        check(Down, "", "", "stays");
    }

    #[test]
    fn several_go_a_step_each() {
        check(Up, "ABCDE", "BD", "BADCE");
        check(Down, "ABCDE", "BD", "ACBED");
        check(Down, "ABCDE", "DB", "ACBED");
        check(Up, "ABCDE", "BC", "BCADE");
        check(Up, "AbCdE", "CE", "CdEAb");
        check(Down, "AbCdE", "bd", "ACbEd");
        check(Down, "ABcDEf", "AD", "BcAEfD");
    }

    #[test]
    fn one_that_is_at_the_end_waits_for_the_others() {
        check(Up, "ABC", "AC", "ACB");
        check(Down, "ABC", "AC", "BAC");
        check(Up, "ABC", "AB", "stays");
        check(Down, "ABC", "ABC", "stays");
        check(Up, "AbcD", "bD", "DAbc");
    }

    /// The letters in `picked` go before the one at `to`, a letter, or to the end.
    fn check_to(order: &str, picked: &str, to: &str, expected: &str) {
        let (letters, depths) = letters(order);
        let to = indices(&letters, to).pop().unwrap_or(letters.len());
        let order = Moving::new(&depths, &indices(&letters, picked)).to(to);
        assert_eq!(shown(&letters, order), expected);
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
    }

    #[test]
    fn those_nested_stay_with_theirs() {
        check_to("AbcD", "D", "c", "AbcD");
        check_to("AbcDE", "E", "b", "AbcED");
        check_to("AbcDe", "bD", "c", "AcbDe");
        check_to("AbC", "b", "C", "AbC");
    }

    #[test]
    fn among_those_that_move_is_the_next_free_place() {
        check_to("ABcdE", "B", "c", "ABcdE");
        check_to("ABcdE", "BE", "d", "ABcdE");
        check_to("ABCDE", "BCE", "B", "ABCED");
    }

    #[test]
    fn a_nested_section_never_becomes_the_first() {
        check_to("Abc", "c", "A", "Acb");
        check_to("AbC", "bC", "A", "AbC");
        check_to("AbC", "C", "A", "CAb");
        check_to("aB", "a", "a", "aB");
        check_to("ab", "b", "a", "ab");
        check_to("a", "a", "a", "a");
    }

    #[test]
    fn what_is_not_there_does_not_move() {
        assert_eq!(Moving::new(&[0, 0], &[7, 1]).to(9), [0, 1]);
        assert_eq!(Moving::new(&[0, 0], &[7]).to(0), [0, 1]);
    }

    /// Where those in `picked` may land: a bar before each such place.
    fn check_landings(order: &str, picked: &str, expected: &str) {
        let (letters, depths) = letters(order);
        let landings = Moving::new(&depths, &indices(&letters, picked)).landings();
        let mut shown = String::new();
        for (at, letter) in letters.iter().map(Some).chain([None]).enumerate() {
            shown.extend(landings.contains(&at).then_some('|'));
            shown.extend(letter);
        }
        assert_eq!(shown, expected, "{picked} in {order}");
    }

    #[test]
    fn lands_where_nothing_is_torn_apart() {
        check_landings("ABC", "B", "|A|B|C|");
        check_landings("AbcDe", "D", "|Abc|De|");
        check_landings("AbcDe", "A", "|Abc|De|");
        check_landings("AbcDe", "b", "A|b|c|D|e|");
        check_landings("AbC", "bC", "A|bC|");
        check_landings("ABCD", "AC", "|A|B|C|D|");
    }

    #[test]
    fn the_nearest_landing_is_taken() {
        // Rows of 10, each with the edge below it.
        let edge = |at: usize| at as f64 * 10.0;
        let at = |landings: &[usize], height| nearest(landings, height, &edge);
        let all = [0, 1, 2, 3];
        assert_eq!(at(&all, -50.0), Some(0));
        assert_eq!(at(&all, 4.0), Some(0));
        assert_eq!(at(&all, 6.0), Some(1));
        assert_eq!(at(&all, 20.0), Some(2));
        assert_eq!(at(&all, 500.0), Some(3));
        assert_eq!(at(&[0, 3], 14.0), Some(0));
        assert_eq!(at(&[0, 3], 16.0), Some(3));
        assert_eq!(at(&[], 16.0), None);
    }

    /// The section that each is nested under.
    fn parents(depths: &[u8], order: &[usize]) -> Vec<Option<usize>> {
        let mut parents = vec![None; depths.len()];
        let mut top = None;
        for &at in order {
            match depths[at] {
                0 => top = Some(at),
                _ => parents[at] = top,
            }
        }
        parents
    }

    fn is_together(moved: &[usize], order: &[usize]) -> Result<(), TestCaseError> {
        // Those that move are together and as they were, and so are the others.
        let (moved, stay): (Vec<usize>, Vec<usize>) =
            order.iter().partition(|at| moved.contains(at));
        prop_assert!(moved.is_sorted() && stay.is_sorted());
        let first = order.iter().position(|at| moved.contains(at)).unwrap_or(0);
        prop_assert_eq!(&order[first..first + moved.len()], &moved[..]);
        Ok(())
    }

    fn holds(depths: &[u8], picked: &[usize], order: &[usize]) -> Result<(), TestCaseError> {
        let mut all = order.to_vec();
        all.sort_unstable();
        prop_assert_eq!(&all, &(0..depths.len()).collect::<Vec<_>>());
        // Only what was picked itself may be nested under another one.
        let old = parents(depths, &(0..depths.len()).collect::<Vec<_>>());
        let new = parents(depths, order);
        for at in (0..depths.len()).filter(|at| !picked.contains(at)) {
            prop_assert_eq!(old[at], new[at], "{}", at);
        }
        Ok(())
    }

    fn lists() -> impl Strategy<Value = (Vec<u8>, Vec<usize>, usize)> {
        prop::collection::vec(0..2u8, 1..10).prop_flat_map(|depths| {
            let count = depths.len();
            let picked = prop::sample::subsequence((0..count).collect::<Vec<_>>(), 1..=count);
            (Just(depths), picked, 0..=count)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::with_cases(4000) })]
        #[test]
        fn nothing_is_lost_torn_apart_or_mixed((depths, picked, to) in lists()) {
            let moving = Moving::new(&depths, &picked);
            holds(&depths, &picked, &moving.to(to))?;
            is_together(moving.moved(), &moving.to(to))?;
            for direction in [Up, Down] {
                if let Some(order) = moving.step(direction) {
                    holds(&depths, &picked, &order)?;
                }
            }
            let landings = moving.landings();
            prop_assert!(landings.contains(&depths.len()));
            for to in landings {
                let order = moving.to(to);
                let before = order.iter().take_while(|at| !moving.moved().contains(at));
                let above = (0..to).filter(|at| !moving.moved().contains(at));
                prop_assert_eq!(before.count(), above.count(), "what is shown is what happens");
            }
        }
    }
}
