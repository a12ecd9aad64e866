//! What can be done with all memos of a report at once: none of it touches what she wrote.

use super::fill::{Sources, heading};
use super::memo::{is_nested, is_untouched, memo_head, memos_heading};
use super::put::below;
use crate::domain::{
    Date, Instant, Place, Section, SectionId, SessionId, new_places, rearranged, sorted_by_key,
    with_blank_line,
};
use crate::markdown;
use crate::text::Language;

impl Sources<'_> {
    /// The memos in the report of sessions that are over, in which nothing was written, left out.
    pub fn without_unwritten(&self, now: Instant) -> Vec<Section> {
        let is_over = |id: &SessionId| {
            let runs = self.agenda.slot(id).and_then(|slot| slot.runs);
            runs.is_some_and(|(_, end)| end <= now)
        };
        let sections = self.sections.iter();
        let memos = sections.filter(|it| it.in_report && it.session.as_ref().is_some_and(is_over));
        let out = |section: &Section| Section {
            in_report: false,
            ..section.clone()
        };
        memos.filter(|it| is_untouched(it)).map(out).collect()
    }

    /// The memos whose head the programme says in other words now, with that head. A heading that
    /// she renamed stays hers.
    pub fn with_new_heads(&self) -> Vec<Section> {
        let sections = self.sections.iter();
        sections.filter_map(|it| self.with_new_head(it)).collect()
    }

    fn with_new_head(&self, memo: &Section) -> Option<Section> {
        let listed = self.programme.get(memo.session.as_ref()?)?;
        let own = below(&memo.text).strip_prefix(below(&memo.filled))?;
        let head_in = |language| memo_head(language, &listed.session, is_nested(memo));
        let said = |text: &str| markdown::heading(text).map(|heading| heading.title);
        // Another language of the page is no news of the programme.
        let is_known = [Language::Japanese, Language::English].iter().any(|it| {
            let head = head_in(*it);
            below(&head) == below(&memo.filled) && said(&head) == said(&memo.filled)
        });
        if memo.filled.is_empty() || listed.vanished || is_known {
            return None;
        }
        let filled = head_in(self.language);
        let is_hers = said(&memo.text) != said(&memo.filled);
        let whole = if is_hers { &memo.text } else { &filled };
        let heading = &whole[..whole.len() - below(whole).len()];
        let text = [heading, below(&filled), own].concat();
        (text != memo.text).then(|| Section {
            text,
            filled,
            ..memo.clone()
        })
    }

    /// What has to be written so that the memos stand in the order of time, those under one
    /// heading among themselves; nothing if they do. All others stay where they are.
    pub fn by_time(&self) -> Vec<Section> {
        let sections = self.sections;
        let start = |at: usize| {
            let id = sections[at].session.as_ref()?;
            let slot = self.agenda.slot(id)?;
            Some((slot.day, slot.runs?.0))
        };
        if (0..sections.len()).filter_map(start).nth(1).is_none() {
            return Vec::new();
        }
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for (at, section) in sections.iter().enumerate() {
            match groups.last_mut() {
                Some(group) if is_nested(section) => group.push(at),
                _ => groups.push(vec![at]),
            }
        }
        for group in &mut groups {
            sort_those(&mut group[1..], |at| start(*at));
        }
        sort_those(&mut groups, |group| start(group[0]));
        let order = groups.concat();
        let all: Vec<usize> = (0..sections.len()).collect();
        match order.is_sorted() {
            true => Vec::new(),
            false => rearranged(sections, &order, &all),
        }
    }

    /// Whether the memos of several days stand under one heading.
    pub fn can_be_split(&self) -> bool {
        if self.agenda.days.len() < 2 {
            return false;
        }
        let Some((at, _)) = memos_heading(self.sections) else {
            return false;
        };
        let those = self.beneath(at).map(|it| self.day_of(&self.sections[it]));
        those.flatten().next().is_some()
    }

    /// What has to be written so that each day has a heading of its own in the place of the one
    /// for all memos, and the memos stand beneath. That one becomes the first of them, unless she
    /// wrote something below it. `ids` are for the new sections, one for each day.
    pub fn by_day(&self, ids: Vec<SectionId>) -> Vec<Section> {
        let sections = self.sections;
        let Some((at, _)) = memos_heading(sections).filter(|_| self.can_be_split()) else {
            return Vec::new();
        };
        let old = &sections[at];
        let days = &self.agenda.days;
        // What is no memo stays behind the memo that it follows.
        let mut beneath: Vec<Vec<&Section>> = vec![Vec::new(); days.len()];
        let mut day = 0;
        for it in self.beneath(at).map(|it| &sections[it]) {
            if it.session.is_some() {
                let of = self.day_of(it);
                day = of.unwrap_or(days.len() - 1);
            }
            beneath[day].push(it);
        }
        let name = self.language.words().fills.day;
        let mut ids = ids.into_iter();
        let mut all: Vec<Section> = Vec::new();
        if !below(&old.text).trim().is_empty() {
            all.push(old.clone());
        }
        for (number, (date, memos)) in days.iter().zip(beneath).enumerate() {
            let text = heading(self.emoji, &name(number + 1, *date));
            all.push(match (all.is_empty(), ids.next()) {
                (true, _) => Section {
                    text,
                    ..old.clone()
                },
                (false, Some(id)) => old.piece(id, Place::from_text(""), text),
                (false, None) => return Vec::new(),
            });
            all.extend(memos.into_iter().cloned());
        }
        self.placed(at, all)
    }

    /// These sections in the place of the group that begins at `at`, those that change by it.
    fn placed(&self, at: usize, group: Vec<Section>) -> Vec<Section> {
        let end = at + 1 + self.beneath(at).count();
        let is_last = end == self.sections.len();
        let (before, behind) = (&self.sections[..at], &self.sections[end..]);
        let order = before.iter().chain(&group).chain(behind);
        let order: Vec<_> = order.map(|it| Some(&it.place)).collect();
        let places = new_places(&order);
        let count = group.len();
        let group = group.into_iter().enumerate().map(|(index, section)| {
            let spaced = with_blank_line(&section).filter(|_| !is_last || index + 1 < count);
            let section = spaced.unwrap_or(section);
            let place = places[at + index].clone().unwrap_or(section.place);
            Section { place, ..section }
        });
        let others = before.iter().zip(&places);
        let behind = behind.iter().zip(&places[at + count..]);
        let moved = others.chain(behind).filter_map(|(section, place)| {
            let place = place.clone()?;
            Some(Section {
                place,
                ..section.clone()
            })
        });
        let all = group.chain(moved);
        all.filter(|it| !self.sections.contains(it)).collect()
    }

    /// The sections that are nested under the one at `at`.
    fn beneath(&self, at: usize) -> impl Iterator<Item = usize> {
        let sections = self.sections;
        (at + 1..sections.len()).take_while(move |it| is_nested(&sections[*it]))
    }

    /// On which of the days the session of a memo is.
    fn day_of(&self, memo: &Section) -> Option<usize> {
        let slot = self.agenda.slot(memo.session.as_ref()?)?;
        let is_it = |day: &Date| slot.day == Some(*day);
        self.agenda.days.iter().position(is_it)
    }
}

/// Sorts those that have a key among the places that they have.
fn sort_those<T: Clone, K: Ord>(all: &mut [T], key: impl Fn(&T) -> Option<K>) {
    let at: Vec<usize> = (0..all.len())
        .filter(|at| key(&all[*at]).is_some())
        .collect();
    let those = at.iter().map(|at| all[*at].clone());
    let those = sorted_by_key(those, |it| key(it));
    for (at, it) in at.into_iter().zip(those) {
        all[at] = it;
    }
}
