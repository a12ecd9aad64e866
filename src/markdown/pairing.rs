//! Which section of a new text is which old one.
//!
//! Knows texts and their order. Every rule pairs what the rules before it left
//! free, so that the order of the rules decides:
//!
//! 1. Whole sections at both ends that did not change. Nearly every edit is in
//!    one place.
//! 2. What stands once on both sides, wherever it stands: the whole text, the
//!    heading line, what is under it. A title names one section; who cuts it out
//!    and pastes it elsewhere, or gives it another title, means the same one.
//! 3. Between those that kept their order, the longest common subsequence of the
//!    heading lines; of several, the one whose sections are most alike. That is
//!    for titles that repeat, such as a `### メモ` under every talk. They are
//!    compared only between the others because the longest common subsequence of
//!    all lines pairs the notes of two days with each other when the days change
//!    places: it is longer than that of one day.
//! 4. What follows a paired section and has the heading line of what followed it
//!    before: the notes of a talk that was moved go with it.
//! 5. The same text, first with first: what is left repeats, so that it does not
//!    matter which is which.
//! 6. Between those that kept their order, as many sections as there were: they
//!    are renamed, in order.
//!
//! What is free then is new or gone. Two sections without a heading line count
//! as having the same.

use std::collections::HashMap;
use std::ops::Range;

use super::sections::heading_line;
use crate::domain::longest_rising;

/// The largest table of rule 3, as old sections times new ones: 255 of each.
/// Where more than that stand free between two neighbours, their titles repeat
/// and all their texts changed; they are left to the rules after it.
const MOST_CELLS: usize = 1 << 16;

/// What a pair counts in rule 3: more than any likeness of all pairs that can stand in a table.
const PAIR: u32 = 1 << 16;
/// The likeness of two equal texts: more than that of any others.
const IDENTICAL: u32 = 255;
/// How many bytes at each end say how alike two sections are.
const ENDS: usize = 64;

/// For each old section the new one that it is now.
pub(super) fn partners(old: &[&str], new: &[&str]) -> Vec<Option<usize>> {
    let mut pairing = Pairing {
        texts: [old, new].concat(),
        olds: old.len(),
        partners: vec![None; old.len() + new.len()],
    };
    pairing.pair_ends();
    if pairing.has_free(0..old.len()) && pairing.has_free(old.len()..pairing.texts.len()) {
        pairing.pair_middle();
    }
    let partners = pairing.partners.into_iter().take(old.len());
    partners.map(|new| Some(new? - old.len())).collect()
}

/// The old sections and then the new ones, by one index.
struct Pairing<'t> {
    texts: Vec<&'t str>,
    olds: usize,
    partners: Vec<Option<usize>>,
}

impl Pairing<'_> {
    fn pair_ends(&mut self) {
        let shorter = self.olds.min(self.texts.len() - self.olds);
        for at in 0..shorter {
            if !self.pair_equal(at, self.olds + at) {
                break;
            }
        }
        for from_end in 1..=shorter {
            if !self.pair_equal(self.olds - from_end, self.texts.len() - from_end) {
                break;
            }
        }
    }

    fn pair_middle(&mut self) {
        // Of those that have a partner no text is read again; none that is free is empty.
        let free_text = |at| match self.partners[at] {
            None => self.texts[at],
            Some(_) => "",
        };
        let texts = self.names(&free_text);
        let lines = self.names(&|at| heading_line(self.texts[at]).0.trim_end());
        let bodies = self.names(&|at| match heading_line(free_text(at)).1.trim() {
            "" => free_text(at),
            body => body,
        });
        for names in [&texts, &lines, &bodies] {
            self.pair_same(names, true);
        }
        for (old, new) in self.gaps() {
            self.align(&lines, &old, &new);
        }
        self.pair_followers(&lines);
        self.pair_same(&texts, false);
        for (old, new) in self.gaps() {
            if old.len() == new.len() {
                for (old, new) in old.into_iter().zip(new) {
                    self.pair(old, new);
                }
            }
        }
    }

    fn has_free(&self, mut sections: Range<usize>) -> bool {
        sections.any(|at| self.is_free(&at))
    }

    fn is_free(&self, at: &usize) -> bool {
        self.partners[*at].is_none()
    }

    /// Nothing if one of them has a partner.
    fn pair(&mut self, old: usize, new: usize) {
        if self.is_free(&old) && self.is_free(&new) {
            self.partners[old] = Some(new);
            self.partners[new] = Some(old);
        }
    }

    /// False if they are not free and equal.
    fn pair_equal(&mut self, old: usize, new: usize) -> bool {
        let free = self.is_free(&old) && self.is_free(&new);
        let equal = free && self.texts[old] == self.texts[new];
        if equal {
            self.pair(old, new);
        }
        equal
    }

    /// A number for each section, the same if `name` is.
    fn names<'a>(&self, name: &dyn Fn(usize) -> &'a str) -> Vec<usize> {
        let mut known = HashMap::new();
        let number = |at| {
            let next = known.len();
            *known.entry(name(at)).or_insert(next)
        };
        (0..self.texts.len()).map(number).collect()
    }

    /// Pairs those of the same name, first with first; `once`: only what stands once on both sides.
    fn pair_same(&mut self, names: &[usize], once: bool) {
        let mut standing = vec![[Vec::new(), Vec::new()]; names.len()];
        for (at, &name) in names.iter().enumerate() {
            if once || self.is_free(&at) {
                standing[name][usize::from(at >= self.olds)].push(at);
            }
        }
        for [old, new] in standing {
            if !once || (old.len(), new.len()) == (1, 1) {
                for (old, new) in old.into_iter().zip(new) {
                    self.pair(old, new);
                }
            }
        }
    }

    /// The free sections, old and new, between pairs that kept their order.
    fn gaps(&self) -> Vec<(Vec<usize>, Vec<usize>)> {
        let olds = self.partners[..self.olds].iter().enumerate();
        let pairs: Vec<_> = olds.filter_map(|(old, new)| Some((old, (*new)?))).collect();
        let kept = longest_rising(pairs.len(), &|a, b| pairs[a].1 < pairs[b].1);
        let free = |range: Range<usize>| range.filter(|at| self.is_free(at)).collect();
        let mut from = (0, self.olds);
        let ends = kept.into_iter().map(|kept| pairs[kept]);
        let mut gaps = Vec::new();
        for (old, new) in ends.chain([(self.olds, self.texts.len())]) {
            gaps.push((free(from.0..old), free(from.1..new)));
            from = (old + 1, new + 1);
        }
        gaps
    }

    /// Pairs a longest common subsequence of the lines, the one of the most likeness.
    fn align(&mut self, lines: &[usize], old: &[usize], new: &[usize]) {
        let width = new.len() + 1;
        if (old.len() + 1) * width > MOST_CELLS {
            return;
        }
        let worth = |i: usize, j: usize| {
            (lines[old[i]] == lines[new[j]])
                .then(|| PAIR + likeness(self.texts[old[i]], self.texts[new[j]]))
        };
        // What the sections from an old one on and from a new one on are worth at most.
        let mut best = vec![0; (old.len() + 1) * width];
        for i in (0..old.len()).rev() {
            for j in (0..new.len()).rev() {
                let cell = i * width + j;
                let apart = best[cell + width].max(best[cell + 1]);
                let paired = worth(i, j).map_or(0, |worth| worth + best[cell + width + 1]);
                best[cell] = apart.max(paired);
            }
        }
        let (mut i, mut j) = (0, 0);
        let mut pairs = Vec::new();
        while i < old.len() && j < new.len() {
            let cell = i * width + j;
            if worth(i, j).is_some_and(|worth| best[cell] == worth + best[cell + width + 1]) {
                pairs.push((old[i], new[j]));
                (i, j) = (i + 1, j + 1);
            } else if best[cell] == best[cell + width] {
                i += 1;
            } else {
                j += 1;
            }
        }
        for (old, new) in pairs {
            self.pair(old, new);
        }
    }

    /// Pairs what follows the old and the new section of a pair and has the same line.
    fn pair_followers(&mut self, lines: &[usize]) {
        for old in 1..self.olds {
            if let Some(new) = self.partners[old - 1].map(|before| before + 1)
                && lines.get(new) == Some(&lines[old])
            {
                self.pair(old, new);
            }
        }
    }
}

fn likeness(old: &str, new: &str) -> u32 {
    if old == new {
        return IDENTICAL;
    }
    let (old, new) = (heading_line(old).1, heading_line(new).1);
    let starts = old.bytes().zip(new.bytes()).take(ENDS);
    let ends = old.bytes().rev().zip(new.bytes().rev()).take(ENDS);
    let same = starts.take_while(|(old, new)| old == new).count()
        + ends.take_while(|(old, new)| old == new).count();
    same as u32
}
