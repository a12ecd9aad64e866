//! Sorting, which is compiled once: the sort of the standard library is 4 KB to download for each
//! type that is sorted and each way to compare.

use std::cmp::Ordering;
use std::collections::BTreeSet;

/// The items in order; those that are equal stay in theirs.
pub fn sorted_by<T>(
    items: impl IntoIterator<Item = T>,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Vec<T> {
    let items: Vec<T> = items.into_iter().collect();
    let order = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let taken = order.into_iter().filter_map(|at| items[at].take());
    taken.collect()
}

/// The same by a key.
pub fn sorted_by_key<T, K: Ord>(
    items: impl IntoIterator<Item = T>,
    key: impl Fn(&T) -> K,
) -> Vec<T> {
    sorted_by(items, |a, b| key(a).cmp(&key(b)))
}

/// The items once each. To collect them would sort them first.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_stay_in_their_order() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        let sorted = sorted_by_key(items, |(key, _)| *key);
        let names: String = sorted.iter().map(|(_, name)| name).collect();
        assert_eq!(names, "ebdac");
        assert!(sorted_by_key([0; 0], |it| *it).is_empty());
    }
}
