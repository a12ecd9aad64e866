//! The whole report, edited as one text, becomes its sections again.
//!
//! It must not know who asks, what a section is besides its text, or where it
//! is kept. Which section is which is decided in `pairing.rs`.
//!
//! What is the same at the start and at the end of the text, in whole sections,
//! is not read at all: those are the sections that they were. What is left is
//! cut by [`split`]. So a key costs what it changed, and a fence that is opened
//! and not closed yet takes what stands up to the last change, but not every
//! section to the end.

use super::pairing::partners;
use super::sections::heading_line;
use super::split;

/// A section as it is now, in the order of the report.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'t> {
    pub text: &'t str,
    /// Whether its text is part of the whole text.
    pub in_report: bool,
}

impl Piece<'_> {
    /// Whether the whole text says anything of it.
    fn is_shown(&self) -> bool {
        self.in_report && !self.text.is_empty()
    }
}

/// A section as the new text has it. A number is an index in the old sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'t> {
    /// Byte by byte what it was, or left out of the report: no text is to be written.
    Same(usize),
    Changed(usize, &'t str),
    New(&'t str),
}

impl Part<'_> {
    /// The index of the section that it was before.
    pub fn old(&self) -> Option<usize> {
        match *self {
            Part::Same(old) | Part::Changed(old, _) => Some(old),
            Part::New(_) => None,
        }
    }
}

/// What a new text makes of the sections. Every old one stands in one of the
/// two lists, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejoined<'t> {
    /// The new order. The texts of those in the report are the new text, byte by byte.
    pub order: Vec<Part<'t>>,
    /// What is no longer in the text, in the old order.
    pub gone: Vec<usize>,
}

impl<'t> Rejoined<'t> {
    /// Gives old sections the texts by which they are known, where those are new: that of which
    /// the text had nothing before (`away`, taken for left out by [`rejoin`]) and which stands in
    /// it again, and that whose heading went to another on the way, as when a section is typed
    /// right before it. A text is known again as a whole or, if nothing else has the same, by its
    /// heading or by what is under it; else by its place. Returns those of `away` of which the
    /// text still has nothing.
    pub fn know_again<'k>(
        &mut self,
        pieces: &[Piece<'_>],
        away: &[usize],
        known: &dyn Fn(usize) -> &'k str,
    ) -> Vec<usize> {
        let mut left = away.to_vec();
        for old in 0..pieces.len() {
            let Some(held) = self.order.iter().position(|part| part.old() == Some(old)) else {
                continue;
            };
            let is_away = away.contains(&old);
            let other = match self.order[held] {
                Part::Changed(_, text) if heading_of(text) != heading_of(known(old)) => Some(text),
                _ if is_away => None,
                _ => continue,
            };
            let before = is_away.then_some(pieces[old].text);
            let mut texts = before.into_iter().chain([known(old)]);
            let found = texts.find_map(|known| self.new_like(pieces, held, known));
            let Some((at, text)) = found else {
                continue;
            };
            self.order[at] = match text == pieces[old].text {
                true => Part::Same(old),
                false => Part::Changed(old, text),
            };
            match other {
                Some(other) => self.order[held] = Part::New(other),
                None => {
                    self.order.remove(held);
                    left.retain(|away| *away != old);
                }
            }
        }
        self.know_by_place(pieces, &mut left);
        left
    }

    /// Where between two sections that stayed as many are new as are `away`, they are those, in
    /// order, whatever their words: a name is often gone for a while before the next one stands.
    fn know_by_place(&mut self, pieces: &[Piece<'_>], away: &mut Vec<usize>) {
        let stays = |part: &Part<'_>| match *part {
            Part::Same(old) => pieces[old].is_shown(),
            Part::Changed(..) => true,
            Part::New(_) => false,
        };
        let mut found = Vec::new();
        for run in self.order.split_mut(stays) {
            let went = |part: &Part<'_>| part.old().is_some_and(|old| away.contains(&old));
            let gone: Vec<_> = (0..run.len()).filter(|at| went(&run[*at])).collect();
            let new: Vec<_> = (0..run.len())
                .filter(|at| run[*at].old().is_none())
                .collect();
            if new.len() != gone.len() {
                continue;
            }
            for (gone, new) in gone.into_iter().zip(new) {
                if let (Part::Same(old), Part::New(text)) = (run[gone], run[new]) {
                    run[gone] = Part::Changed(old, text);
                    run[new] = Part::Same(old);
                    found.push(old);
                }
            }
        }
        let is_found = |part: &Part<'_>| matches!(part, Part::Same(old) if found.contains(old));
        self.order.retain(|part| !is_found(part));
        away.retain(|old| !found.contains(old));
    }

    /// The new part that is like a text, and where it is; `held` is not looked at.
    fn new_like(&self, pieces: &[Piece<'_>], held: usize, known: &str) -> Option<(usize, &'t str)> {
        let whole: fn(&str) -> &str = |text| text;
        let parts = [(whole, false), (heading_of, true), (body_of, true)];
        parts.iter().find_map(|(part, once)| {
            let known = part(known);
            let others = self.order.iter().enumerate().filter(|(at, other)| {
                let other = match **other {
                    Part::Changed(_, text) | Part::New(text) => text,
                    Part::Same(other) => pieces[other].text,
                };
                *at != held && !known.is_empty() && part(other) == known
            });
            let alike: Vec<_> = others.collect();
            let mut new = alike.iter().filter_map(|(at, part)| match part {
                Part::New(text) => Some((*at, *text)),
                _ => None,
            });
            new.next().filter(|_| !once || alike.len() == 1)
        })
    }
}

fn heading_of(text: &str) -> &str {
    heading_line(text).0.trim_end()
}

fn body_of(text: &str) -> &str {
    heading_line(text).1.trim()
}

/// Takes the whole report back: `new` is what became of the joined texts of the
/// sections in the report.
///
/// Those of which the text says nothing (they are left out, or empty) keep
/// their place: after the section after which they stood or, if that is gone,
/// after the nearest one before it that is not.
pub fn rejoin<'t>(sections: &[Piece<'_>], new: &'t str) -> Rejoined<'t> {
    let shown = sections.iter().filter(|section| section.is_shown());
    let old: Vec<&str> = shown.map(|section| section.text).collect();
    let texts = cut(&old, new);
    let mut partners = partners(&old, &texts).into_iter();

    // What comes at the start, then each new section and what comes after it.
    let mut parts = vec![Vec::new()];
    parts.extend(texts.iter().map(|text| vec![Part::New(text)]));
    let mut gone = Vec::new();
    let mut place = 0;
    for (at, section) in sections.iter().enumerate() {
        if !section.is_shown() {
            parts[place].push(Part::Same(at));
        } else if let Some(new) = partners.next().flatten() {
            place = new + 1;
            parts[place][0] = match texts[new] {
                text if text == section.text => Part::Same(at),
                text => Part::Changed(at, text),
            };
        } else {
            gone.push(at);
        }
    }
    let order = parts.concat();
    Rejoined { order, gone }
}

/// The new text in sections: the old ones at both ends that did not change, and what is between.
fn cut<'t>(old: &[&str], new: &'t str) -> Vec<&'t str> {
    let (mut same_start, mut start, mut at) = (0, 0, 0);
    for (index, text) in old.iter().enumerate() {
        if !new[at..].starts_with(text) {
            break;
        }
        at += text.len();
        if may_cut(new, at) {
            (same_start, start) = (index + 1, at);
        }
    }
    let (mut same_end, mut end, mut at) = (old.len(), new.len(), new.len());
    for (index, text) in old.iter().enumerate().skip(same_start).rev() {
        if !new[start..at].ends_with(text) {
            break;
        }
        at -= text.len();
        if may_cut(new, at) {
            (same_end, end) = (index, at);
        }
    }
    let middle = split(&new[start..end]);
    let sections = [&old[..same_start], &middle, &old[same_end..]].concat();
    let mut rest = new;
    let take = |section: &str| {
        let (text, after) = rest.split_at(section.len());
        rest = after;
        text
    };
    sections.into_iter().map(take).collect()
}

/// Whether a section heading begins here that is a heading whatever stands
/// before it, if nothing before it is open; or the text begins or ends.
fn may_cut(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let (heading, _) = heading_line(after);
    before.is_empty()
        || after.is_empty()
        || before.ends_with(['\n', '\r']) && heading.starts_with('#')
}
