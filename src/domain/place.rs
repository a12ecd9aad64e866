//! Fractional places: a place between any two others, so that moving a section
//! writes one record and there is no list of orders to damage.

use std::fmt;

/// The digits of a place, in the order in which text compares.
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
const BASE: usize = DIGITS.len();

/// A fraction between 0 and 1, written as its digits in base 36. Comparing the
/// text compares the fraction, because a place made here never ends in `0`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Place(String);

impl Place {
    /// A place that was read from a record. Any text has its place in the order.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A place after `low` and before `high`; open ends are `None`. If the two
    /// are equal or out of order (two tabs chose alike) it is just after `low`.
    pub fn between(low: Option<&Place>, high: Option<&Place>) -> Place {
        let low_digits = low.map_or(&[][..], |place| place.0.as_bytes());
        let high_digits = high
            .filter(|high| low.is_none_or(|low| low < *high))
            .map(|place| place.0.as_bytes());
        Place(midpoint(low_digits, high_digits))
    }

    /// `count` places in order between the two. Each is in the middle of what
    /// is left, so that they are no longer than they must be: one after the
    /// other, a hundred between two neighbours would have twenty digits.
    pub fn spread(low: Option<&Place>, high: Option<&Place>, count: usize) -> Vec<Place> {
        let mut places = Vec::with_capacity(count);
        spread_into(&mut places, low, high, count);
        places
    }

    /// Whether it is a fraction between 0 and 1 as [`Place::between`] writes it:
    /// there is always room before, after and between such places.
    pub fn is_sound(&self) -> bool {
        let digits = self.0.as_bytes();
        digits.iter().all(|digit| DIGITS.contains(digit))
            && digits.last().is_some_and(|&last| last != DIGITS[0])
    }
}

fn spread_into(places: &mut Vec<Place>, low: Option<&Place>, high: Option<&Place>, count: usize) {
    let Some(others) = count.checked_sub(1) else {
        return;
    };
    let middle = Place::between(low, high);
    spread_into(places, low, Some(&middle), others / 2);
    places.push(middle.clone());
    spread_into(places, Some(&middle), high, others - others / 2);
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn value(digit: u8) -> usize {
    DIGITS.iter().position(|&d| d == digit).unwrap_or(0)
}

/// Digits strictly between the two fractions. `None` above stands for 1.
///
/// A step up from `low` is taken near its end rather than in the middle of the
/// gap when the upper end is open: adding at the end is the common case, and
/// halving each time would lengthen the place by a digit every five sections.
fn midpoint(low: &[u8], high: Option<&[u8]>) -> String {
    let mut digits = String::new();
    let mut bound = high;
    for position in 0.. {
        if bound.is_some_and(|high| position >= high.len()) {
            // Only a damaged place (one that ends in `0`) has nothing below it.
            bound = None;
        }
        let from = low.get(position).map_or(0, |&d| value(d));
        let to = bound.map_or(BASE, |high| high.get(position).map_or(0, |&d| value(d)));
        if from == to {
            digits.push(char::from(DIGITS[from]));
            continue;
        }
        let room = to - from;
        if room > 1 {
            let step = if high.is_none() && !low.is_empty() {
                1
            } else {
                room / 2
            };
            digits.push(char::from(DIGITS[from + step]));
            break;
        }
        // No digit between: keep the lower one, and anything above it will do.
        digits.push(char::from(DIGITS[from]));
        bound = None;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn place(text: &str) -> Place {
        Place::from_text(text)
    }

    #[test]
    fn stands_between() {
        let check = |low: Option<&str>, high: Option<&str>, expected: &str| {
            let (low, high) = (low.map(place), high.map(place));
            assert_eq!(
                Place::between(low.as_ref(), high.as_ref()).as_str(),
                expected
            );
        };
        check(None, None, "i");
        check(Some("i"), None, "j");
        check(None, Some("i"), "9");
        check(Some("i"), Some("j"), "ii");
        check(Some("z"), None, "z1");
        check(None, Some("1"), "0i");
        check(Some("a"), Some("a1"), "a0i");
    }

    #[test]
    fn equal_places_do_not_stop_it() {
        let same = place("i");
        assert!(Place::between(Some(&same), Some(&same)) > same);
        assert!(Place::between(Some(&place("a")), Some(&place("a0"))) > place("a"));
    }

    #[test]
    fn a_thousand_stay_short() {
        let check = |low: Option<&str>, high: Option<&str>| {
            let (low, high) = (low.map(place), high.map(place));
            let places = Place::spread(low.as_ref(), high.as_ref(), 1_000);
            assert_eq!(places.len(), 1_000);
            assert!(places.is_sorted_by(|a, b| a < b));
            assert!(low.is_none_or(|low| low < places[0]));
            assert!(high.is_none_or(|high| places[999] < high));
            let longest = places.iter().map(|place| place.as_str().len()).max();
            assert!(longest <= Some(5), "{longest:?}");
        };
        check(None, None);
        check(Some("i"), None);
        check(None, Some("i"));
        check(Some("i"), Some("j"));
    }

    #[test]
    fn a_place_made_here_is_sound() {
        let check = |text: &str, expected| assert_eq!(place(text).is_sound(), expected, "{text}");
        check("i", true);
        check("0i", true);
        check("", false);
        check("i0", false);
        check("I", false);
        check("~i", false);
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]
        #[test]
        fn any_insertions_keep_the_order(positions in prop::collection::vec(0usize..1_000, 1..120)) {
            let mut places: Vec<Place> = Vec::new();
            for position in positions {
                let at = position % (places.len() + 1);
                let new = Place::between(at.checked_sub(1).and_then(|i| places.get(i)), places.get(at));
                places.insert(at, new);
                prop_assert!(places.is_sorted_by(|a, b| a < b), "{:?}", places);
            }
        }
    }
}
