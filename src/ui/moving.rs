//! Moving sections in the list, one or several, by a step or to any place. Which go
//! along and where they may stand is decided in `domain`.

use leptos::prelude::*;

use super::frame::focus_link;
use super::section::depth;
use super::state::App;
use crate::domain::{Direction, EventId, Moving, Place, Route, Section, SectionId, rearranged};

pub enum Goal {
    Step(Direction),
    /// Before this section, or at the end.
    Before(Option<SectionId>),
}

impl App {
    /// Moves sections of an event, by a step each or together, tells it, and offers the way back. Where
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
        let written = rearranged(&sections, &order, moving.moved());
        let before: Vec<(SectionId, Place)> = sections
            .iter()
            .filter(|it| written.iter().any(|other| other.id == it.id))
            .map(|it| (it.id.clone(), it.place.clone()))
            .collect();
        self.write(written);
        let Some(message) = self.move_told(ids, moving.moved(), &order) else {
            return;
        };
        let first = ids.first().cloned();
        let route = first.map(|first| Route::Writing(event.clone(), first));
        self.say_with_undo(message, move || {
            let back = before.iter().filter_map(|(id, place)| {
                let section = self.section_now(id)?;
                let place = place.clone();
                Some(Section { place, ..section })
            });
            self.write(back.collect());
            self.announce(self.words().order_restored.to_owned());
            if let Some(route) = &route {
                focus_link(route);
            }
        });
    }

    fn move_told(self, ids: &[SectionId], moved: &[usize], order: &[usize]) -> Option<String> {
        let section = self.section(ids.first()?)?;
        let first = *moved.first()?;
        let t = self.words();
        let at = order.iter().take_while(|old| **old != first).count();
        let words = if at < first { t.moved_up } else { t.moved_down };
        Some(match ids {
            [_] => {
                let title = section.facts.read_untracked().title_or(t.untitled);
                words(&title, at + 1, order.len())
            }
            _ if order[at..].starts_with(moved) => {
                (t.sections_moved)(moved.len(), at + 1, order.len())
            }
            _ => (t.several.moved_each)(moved.len()),
        })
    }
}
