//! Moving sections in the list, one or several, by a step or to any place. Which go
//! along and where they may stand is decided in `domain`.

use leptos::prelude::*;

use super::section::depth;
use super::state::App;
use crate::domain::{Direction, EventId, Moving, SectionId, rearranged};

pub enum Goal {
    Step(Direction),
    /// Before this section, or at the end.
    Before(Option<SectionId>),
}

impl App {
    /// Moves sections of an event, together and in their order, and tells it. Where
    /// nothing changes, or what they would stand before is gone, nothing is written.
    pub fn move_sections(self, event: &EventId, ids: &[SectionId], goal: &Goal) {
        let sections = self.sections_now(event);
        let depths: Vec<u8> = sections.iter().map(|it| depth(&it.text)).collect();
        let index = |id: &SectionId| sections.iter().position(|it| it.id == *id);
        let picked: Vec<usize> = ids.iter().filter_map(index).collect();
        let moving = Moving::new(&depths, &picked);
        let order = match goal {
            Goal::Step(direction) => moving.step(*direction),
            Goal::Before(None) => Some(moving.to(sections.len())),
            Goal::Before(Some(id)) => index(id).map(|to| moving.to(to)),
        };
        let Some(order) = order.filter(|order| !order.is_sorted()) else {
            return;
        };
        self.write(rearranged(&sections, &order, moving.moved()));
        self.announce_move(ids, moving.moved(), &order);
    }

    fn announce_move(self, ids: &[SectionId], moved: &[usize], order: &[usize]) {
        let (Some(section), Some(&first)) =
            (ids.first().and_then(|id| self.section(id)), moved.first())
        else {
            return;
        };
        let t = self.words();
        let at = order.iter().take_while(|old| **old != first).count();
        let words = if at < first { t.moved_up } else { t.moved_down };
        self.announce(match ids {
            [_] => {
                let title = section.facts.read_untracked().title_or(t.untitled);
                words(&title, at + 1, order.len())
            }
            _ => (t.sections_moved)(moved.len(), at + 1, order.len()),
        });
    }
}
