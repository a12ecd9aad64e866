//! What a session is measured by. Stands outside of the store: it knows only
//! what a person sees, and what she finds after a restart.

use super::memory::{Keeps, Tab};
use crate::store::{Safety, Store};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A text that another tab was told is saved, and the one that it was made
/// from. This tab may or may not know of it.
pub const ELSEWHERE: &str = "elsewhere";
pub const BEFORE_ELSEWHERE: &str = "beta";

/// What a person sees of everything: record → its texts, in alphabetical order
/// (which of two texts is the copy may differ between tabs).
type Screen = BTreeMap<String, Vec<String>>;

fn look(store: &Store) -> Screen {
    let mut seen = Screen::new();
    seen.insert("profile".into(), vec![store.profile().name]);
    for event in store.events() {
        seen.insert(event.id.to_string(), vec![event.name.clone()]);
        for section in store.sections_of(&event.id) {
            let copies = store.copies(&section.id);
            let mut texts: Vec<String> = copies.into_iter().map(|copy| copy.text).collect();
            texts.push(section.text.clone());
            texts.sort();
            seen.insert(section.id.to_string(), texts);
        }
        for section in store.gone_sections(&event.id) {
            let text = format!("gone {}", section.text);
            seen.insert(section.id.to_string(), vec![text]);
        }
    }
    seen
}

fn words(seen: &Screen) -> BTreeSet<String> {
    let texts = seen.values().flatten();
    let words = texts.flat_map(|text| text.split_whitespace());
    words.map(str::to_owned).collect()
}

/// What a person finds who opens the page after the tab is gone, by what stands
/// in the keepers: most of many sessions end alike.
#[derive(Default)]
pub struct Restarts(RefCell<HashMap<[Entries; 2], Screen>>);

type Entries = BTreeMap<String, String>;

impl Restarts {
    fn restarted(&self, keeps: &Keeps, drafts_lost: bool) -> Screen {
        let mut keeps = keeps.healthy();
        if drafts_lost {
            keeps.drafts.entries.clear();
        }
        let entries = [&keeps.drafts, &keeps.archive].map(|keeper| keeper.entries.clone());
        let mut known = self.0.borrow_mut();
        let seen = known.entry(entries);
        seen.or_insert_with(|| look(&keeps.open("restarted").store))
            .clone()
    }
}

pub struct Model<'a> {
    restarts: &'a Restarts,
    /// What was on the screen after each step, and the words in it.
    history: Vec<(Screen, BTreeSet<String>)>,
    /// The last step after which the sign promised something.
    promised: usize,
    /// Whether another tab was told that its text is saved.
    pub promised_elsewhere: bool,
    /// Whether the only keeper there is says yes and does not keep: no order of
    /// writes helps against that, only the sign.
    pub only_a_liar: bool,
}

impl<'a> Model<'a> {
    pub fn new(keeps: &Keeps, restarts: &'a Restarts) -> Self {
        let before = restarts.restarted(keeps, false);
        Self {
            restarts,
            history: vec![(before.clone(), words(&before))],
            promised: 0,
            promised_elsewhere: false,
            only_a_liar: false,
        }
    }

    /// After a step: `Err` says what is lost, or which sign was not true.
    pub fn check(&mut self, keeps: &Keeps, tab: &Tab) -> Result<(), String> {
        let mut now = look(&tab.store);
        let mut with_drafts = self.restarts.restarted(keeps, false);
        let mut without_drafts = self.restarts.restarted(keeps, true);
        if self.promised_elsewhere && !words(&without_drafts).contains(ELSEWHERE) {
            return Err("the text of another tab is lost".into());
        }
        if self.promised_elsewhere {
            for seen in [&mut now, &mut with_drafts, &mut without_drafts] {
                let other = |text: &String| text == ELSEWHERE || text == BEFORE_ELSEWHERE;
                let texts = seen.values_mut();
                texts.for_each(|texts| texts.retain(|text| !other(text)));
            }
        }
        self.history.push((now.clone(), words(&now)));
        if !tab.killed {
            let sign = tab.store.safety();
            let kept = match sign {
                Safety::Saved => with_drafts == now && without_drafts == now,
                Safety::KeptForNow => with_drafts == now,
                // Every call has answered by now, or was given up.
                Safety::Saving => tab.store.waiting,
                Safety::NotKept => true,
            };
            if !kept {
                return Err(format!("{sign:?} was not true: {now:?} {with_drafts:?}"));
            }
            if matches!(sign, Safety::Saved | Safety::KeptForNow) {
                self.promised = self.history.len() - 1;
            }
        }
        self.is_before_or_after(&with_drafts)
    }

    /// Each record is as it was at some moment since the last promise, and no
    /// word is missing that was there at all of them.
    fn is_before_or_after(&self, found: &Screen) -> Result<(), String> {
        let since = &self.history[self.promised..];
        let mut names: BTreeSet<&String> = found.keys().collect();
        names.extend(since.iter().flat_map(|(then, _)| then.keys()));
        for name in names {
            // The other tab's text, made from the earlier one, may be all there is.
            let replaced = found.get(name).is_some_and(Vec::is_empty);
            let then = |(then, _): &(Screen, _)| then.get(name) == found.get(name);
            if !replaced && !since.iter().any(then) {
                return Err(format!("{name} is neither: {:?}", found.get(name)));
            }
        }
        let all = since.iter().map(|(_, words)| words.clone());
        let all = all.reduce(|all, then| &all & &then);
        let missing = &all.unwrap_or_default() - &words(found);
        match missing.is_empty() || self.only_a_liar {
            true => Ok(()),
            false => Err(format!("lost {missing:?}")),
        }
    }
}
