//! A programme that was read: what taking it in would make of an event, and taking it in.

use leptos::prelude::*;

use super::programme::time_text;
use super::state::App;
use crate::browser::zones::Intl;
use crate::browser::{clock, locale, zones};
use crate::domain::{
    Agenda, Date, Days, Event, EventId, Listed, Programme, Route, Slot, Tab, Taken, is_web_address,
};
use crate::timetable::{self, Reading};

/// A programme that was read and not taken in yet.
pub struct Offer {
    pub text: String,
    /// The first day, where the text does not say on which day anything is.
    pub needed_day: Option<Date>,
    pub reading: Reading,
    /// How the event and its programme would be after it.
    event: Event,
    pub programme: Programme,
    pub taken: Taken,
    pub agenda: Agenda,
    /// The titles of what it does not have any more.
    pub gone: Vec<String>,
    /// The title of each session that has another time or room, and when and where it was and is.
    pub moved: Vec<(String, String, String)>,
}

impl PartialEq for Offer {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Offer {
    /// What a text would make of the programme of an event.
    pub fn of(app: App, event: &EventId, text: String, day: Option<Date>) -> Option<Self> {
        let mut event = app.event_now(event)?;
        let first = day.or(event.days.map(Days::first));
        let mut reading = timetable::read(&text, &Intl, first);
        let mut needed_day = day;
        if reading.needs_day {
            needed_day = Date::parse(&clock::today());
            reading = timetable::read(&text, &Intl, needed_day);
        }
        let before = untrack(|| app.programme(&event.id));
        let before = before.unwrap_or_else(|| Programme::new(event.id.clone()));
        let (programme, taken) = before.take_in(std::mem::take(&mut reading.sessions));
        // A zone that nobody has chosen is that of the device.
        let chosen = !event.time_zone.is_empty() && event.time_zone != locale::time_zone();
        if !chosen && zones::knows(&reading.zone) {
            event.time_zone.clone_from(&reading.zone);
        }
        let agenda = Agenda::of(&programme, &event.time_zone, &Intl);
        let old = Agenda::of(&before, &event.time_zone, &Intl);
        let (mut gone, mut moved) = (Vec::new(), Vec::new());
        for slot in &agenda.slots {
            let new = agenda.listed(&programme, &slot.id);
            let known = old.listed(&before, &slot.id).zip(old.slot(&slot.id));
            let (Some(new), Some((known, before))) = (new, known) else {
                continue;
            };
            let title = &new.session.title;
            let when = |slot: &Slot| (slot.day, slot.start, slot.end);
            let is_moved = when(slot) != when(before) || new.session.room != known.session.room;
            if new.vanished && !known.vanished {
                gone.push(title.clone());
            } else if !new.vanished && is_moved {
                let spot = |slot: &Slot, room: &str| {
                    let day = slot.day.map(|day| clock::day(day, app.language().tag()));
                    [&day.unwrap_or_default(), &time_text(app, slot), room].join(" ")
                };
                let from = spot(before, &known.session.room);
                moved.push((title.clone(), from, spot(slot, &new.session.room)));
            }
        }
        let days = agenda.days.first().zip(agenda.days.last());
        event.days = event
            .days
            .or(days.map(|(first, last)| Days::new(*first, *last)));
        if event.link.is_empty() && is_web_address(&reading.link) {
            event.link.clone_from(&reading.link);
        }
        Some(Self {
            text,
            needed_day,
            reading,
            event,
            programme,
            taken,
            agenda,
            gone,
            moved,
        })
    }

    pub fn listed(&self, slot: &Slot) -> Option<&Listed> {
        self.agenda.listed(&self.programme, &slot.id)
    }

    /// How many sessions there would be.
    pub fn count(&self) -> usize {
        self.programme
            .sessions
            .iter()
            .filter(|it| !it.vanished)
            .count()
    }

    /// Does it; the line that says so takes it back.
    pub fn carry_out(&self, app: App) {
        let t = &app.words().timetable;
        let id = self.event.id.clone();
        let before = untrack(|| (app.programme(&id), app.event_now(&id)));
        let put = move |programme: Programme, event: Event| {
            let outcome = app.with_store(|store| store.edit_programme(programme));
            app.perform(outcome);
            app.change_event(&event.id, |now| {
                now.time_zone.clone_from(&event.time_zone);
                now.days = event.days;
                now.link.clone_from(&event.link);
            });
        };
        put(self.programme.clone(), self.event.clone());
        app.flush();
        app.replace(Route::Event(id.clone(), Tab::Timetable));
        let told = (t.taken)(self.count());
        request_animation_frame(move || {
            app.say_with_undo(told, move || {
                let (programme, event) = before.clone();
                let programme = programme.unwrap_or_else(|| Programme::new(id.clone()));
                if let Some(event) = event {
                    put(programme, event);
                }
                app.announce(t.as_before.to_owned());
            });
        });
    }
}
