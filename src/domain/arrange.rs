//! New places for sections that stand in a new order: as few as can be, because
//! every place that is written is a record that another device may have written too.
//!
//! Knows places and nothing of whose they are.

use super::Place;

/// What sections in this order need so that their places rise: `None` keeps the
/// place it has. A section without a place (`None` in `order`) gets one.
///
/// The longest run of places that rise already stays, and the others are spread
/// between them. Of two equal places one is new, so that the order does not
/// depend on identities. A place that no app wrote ([`Place::is_sound`]) is
/// replaced: nothing may fit before or after it.
pub fn new_places(order: &[Option<&Place>]) -> Vec<Option<Place>> {
    let is_sound = |at: &usize| order[*at].is_some_and(Place::is_sound);
    let placed: Vec<usize> = (0..order.len()).filter(is_sound).collect();
    let before = |a: usize, b: usize| order[placed[a]] < order[placed[b]];
    let kept = longest_rising(placed.len(), &before);

    let mut places = Vec::with_capacity(order.len());
    let mut low = None;
    let ends = kept.into_iter().map(|index| placed[index]);
    for end in ends.chain([order.len()]) {
        let high = order.get(end).copied().flatten();
        let new = Place::spread(low, high, end - places.len());
        places.extend(new.into_iter().map(Some));
        places.extend(high.map(|_| None));
        low = high;
    }
    places
}

/// The longest choice of items, in order, in which each is `before` the next.
/// Items are numbered from 0; `before` is a strict order of all of them. Takes
/// `count` times the logarithm of `count`.
pub fn longest_rising(count: usize, before: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    // Where the best choice of each length ends, and what stands before an item in its choice.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous = Vec::with_capacity(count);
    for item in 0..count {
        let length = ends.partition_point(|&end| before(end, item));
        previous.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = item,
            None => ends.push(item),
        }
    }
    let mut rising = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(item) = next {
        rising.push(item);
        next = previous[item];
    }
    rising.reverse();
    rising
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(order: &str, expected: &str) {
        let old: Vec<Option<Place>> = order
            .split(' ')
            .map(|text| (text != "-").then(|| Place::from_text(text)))
            .collect();
        let old: Vec<Option<&Place>> = old.iter().map(Option::as_ref).collect();
        let new = new_places(&old);
        let shown: Vec<&str> = new
            .iter()
            .map(|p| p.as_ref().map_or("=", Place::as_str))
            .collect();
        assert_eq!(shown.join(" "), expected, "{order}");
    }

    #[test]
    fn the_longest_rising_run_keeps_its_places() {
        check("a", "=");
        check("a b c", "= = =");
        check("b c a", "= = d");
        check("c a b", "5 = =");
        check("a z b c", "= ai = =");
        check("a d c b e", "= ai ar = =");
    }

    #[test]
    fn what_has_no_place_gets_one() {
        check("-", "i");
        check("- a -", "5 = b");
        check("a - - - c", "= ai b bi =");
    }

    #[test]
    fn of_equal_places_one_stays() {
        check("a a", "5 =");
        check("a b b c", "= ai = =");
    }

    #[test]
    fn a_damaged_place_is_replaced() {
        check("a a0 b", "= ai =");
        check("~", "i");
        check("Z a", "5 =");
    }

    /// The length of the longest rising run, found by looking at every pair.
    fn longest(places: &[&Place]) -> usize {
        let mut lengths: Vec<usize> = Vec::new();
        for (at, place) in places.iter().enumerate() {
            let before = (0..at).filter(|&other| places[other] < *place);
            lengths.push(1 + before.map(|other| lengths[other]).max().unwrap_or(0));
        }
        lengths.into_iter().max().unwrap_or(0)
    }

    /// Places that an app writes, many of them near each other or equal.
    fn places() -> impl Strategy<Value = Vec<Option<Place>>> {
        let text = "[09az]{0,3}[1iz]".prop_map(Place::from_text);
        prop::collection::vec(prop::option::weighted(0.8, text), 0..24)
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::with_cases(2000) })]
        #[test]
        fn places_rise_with_the_fewest_changes(old in places()) {
            let old: Vec<Option<&Place>> = old.iter().map(Option::as_ref).collect();
            let new = new_places(&old);
            let now: Vec<&Place> = new.iter().zip(&old).map(|(new, old)| new.as_ref().or(*old).expect("a place")).collect();
            prop_assert!(now.is_sorted_by(|a, b| a < b), "{:?}", now);
            prop_assert!(now.iter().all(|place| place.is_sound()), "{:?}", now);
            let changed = new.iter().flatten().count();
            let had: Vec<&Place> = old.iter().copied().flatten().collect();
            prop_assert_eq!(changed, old.len() - longest(&had));
        }

        #[test]
        fn places_rise_whatever_was_read(old in prop::collection::vec(prop::option::of("[ -~0a]{0,3}"), 0..12)) {
            let old: Vec<Option<Place>> = old.into_iter().map(|text| text.map(Place::from_text)).collect();
            let old: Vec<Option<&Place>> = old.iter().map(Option::as_ref).collect();
            let new = new_places(&old);
            let now: Vec<&Place> = new.iter().zip(&old).map(|(new, old)| new.as_ref().or(*old).expect("a place")).collect();
            prop_assert!(now.is_sorted_by(|a, b| a < b), "{:?}", now);
        }
    }
}
