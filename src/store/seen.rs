//! What a text has seen: a version vector. Knows no record and no keeper.
//!
//! The versions that carry one writer's name are a chain: each has seen the
//! ones before it. So a counter per writer says exactly which versions a text
//! came from, and no clock is asked (Parker et al., "Detection of Mutual
//! Inconsistency in Distributed Systems", 1983).

use crate::domain::WriterId;
use std::collections::BTreeMap;

/// Writer → how many of its versions were seen. A writer that is not in here
/// counts as zero.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Seen(BTreeMap<WriterId, u64>);

impl Seen {
    /// From pairs that were read; zeros say nothing and are left out.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (WriterId, u64)>) -> Self {
        let mut seen = Self::default();
        // Not collected: that would be one more sort to download.
        seen.0
            .extend(pairs.into_iter().filter(|(_, count)| *count > 0));
        seen
    }

    /// The pairs, in the order of the writers' names.
    pub fn pairs(&self) -> impl Iterator<Item = (&WriterId, u64)> {
        self.0.iter().map(|(writer, count)| (writer, *count))
    }

    /// How many versions of this writer were seen.
    pub fn count(&self, writer: &WriterId) -> u64 {
        self.0.get(writer).copied().unwrap_or(0)
    }

    /// How many versions were seen, of all writers together. It grows with each.
    pub fn total(&self) -> u64 {
        self.0
            .values()
            .fold(0, |all, count| all.saturating_add(*count))
    }

    /// Whether everything that `other` has seen was seen here too. Every
    /// `Seen` covers itself.
    pub fn covers(&self, other: &Seen) -> bool {
        other
            .pairs()
            .all(|(writer, count)| self.count(writer) >= count)
    }

    /// What either has seen.
    pub fn union(&self, other: &Seen) -> Seen {
        let mut both = self.clone();
        for (writer, count) in other.pairs() {
            let own = both.0.entry(writer.clone()).or_default();
            *own = (*own).max(count);
        }
        both
    }

    /// This and one more version of `writer`. A counter at its end (only a
    /// hand-written record has one) stays there.
    pub fn next(&self, writer: &WriterId) -> Seen {
        let mut next = self.clone();
        let count = next.0.entry(writer.clone()).or_default();
        *count = count.saturating_add(1);
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Seen {
        Seen::from_pairs(text.split_whitespace().map(|pair| {
            let (writer, count) = pair.split_at(1);
            (WriterId::from_text(writer), count.parse().expect("a count"))
        }))
    }

    #[test]
    fn covers_what_it_has_seen() {
        let check = |a: &str, b: &str, expected: bool| {
            assert_eq!(seen(a).covers(&seen(b)), expected, "{a} covers {b}");
        };
        check("", "", true);
        check("x1", "", true);
        check("", "x1", false);
        check("x2 y1", "x1 y1", true);
        check("x2", "x1 y1", false);
        check("x1", "x0", true);
    }

    #[test]
    fn unites_and_counts_on() {
        let both = seen("x2 y1").union(&seen("x1 y3 z1"));
        assert_eq!(both, seen("x2 y3 z1"));
        assert_eq!(both.next(&WriterId::from_text("y")), seen("x2 y4 z1"));
        assert_eq!(seen("").next(&WriterId::from_text("y")), seen("y1"));
    }
}
