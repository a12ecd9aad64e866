//! What the screens know of programmes, of what she made of their sessions, and of the time.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::state::App;
use crate::browser::timer::Timer;
use crate::browser::zones::Intl;
use crate::browser::{clock, local, locale, page};
use crate::domain::{
    Agenda, EventId, Instant, Listed, Pick, Programme, Rank, SessionId, Slot, Wall, Zones,
};
use crate::store::{Changed, Keys};

const MINUTE_MS: u64 = 60_000;

/// The signals of all timetables.
#[derive(Clone, Copy)]
pub struct Timetables {
    /// Goes up when a programme is new or other.
    programmes: RwSignal<u64>,
    /// Goes up when she has made something else of a session.
    picks: RwSignal<u64>,
    /// Minutes since 1970. Stands still until somebody asks.
    minute: RwSignal<Option<i64>>,
    tick: StoredValue<Option<Timer>, LocalStorage>,
    /// A programme that was dropped or pasted, until the screen for it takes it.
    pub handed: RwSignal<Option<String>>,
    /// The last one that was asked for.
    agenda: StoredValue<Option<KnownAgenda>>,
    /// The session in whose memo she has written last.
    here: StoredValue<String>,
}

/// For which event and zone, and at which state of the programmes.
type KnownAgenda = (EventId, String, u64, Arc<Agenda>);

const HERE: &str = "memo";

impl Timetables {
    pub fn start(keys: &Keys) -> Self {
        let here = local::read(&keys.setting(HERE)).ok().flatten();
        Self {
            programmes: RwSignal::new(0),
            picks: RwSignal::new(0),
            minute: RwSignal::new(None),
            tick: StoredValue::new_local(None),
            handed: RwSignal::new(None),
            agenda: StoredValue::new(None),
            here: StoredValue::new(here.unwrap_or_default()),
        }
    }

    pub fn show(self, changed: &Changed) {
        if changed.programmes {
            self.programmes.update(|count| *count += 1);
        }
        if changed.picks {
            self.picks.update(|count| *count += 1);
        }
    }

    fn tick(self) {
        let now = clock::now();
        let minute = Some((now / MINUTE_MS) as i64);
        if self.minute.get_untracked() != minute {
            self.minute.set(minute);
        }
        let rest = (MINUTE_MS - now % MINUTE_MS) as i32;
        self.tick.set_value(Timer::after(rest, move || self.tick()));
    }
}

impl App {
    /// This minute; the caller runs again with each.
    pub fn now(self) -> Instant {
        let times = self.timetables;
        if times.minute.get_untracked().is_none() {
            times.tick();
            // The clock of a page that slept stood still.
            page::on_come_back(move || times.tick());
        }
        Instant(times.minute.get().unwrap_or_default())
    }

    /// The programme of an event; the caller runs again when it changes.
    pub fn programme(self, event: &EventId) -> Option<Programme> {
        self.timetables.programmes.track();
        let programme = self.with_store(|store| store.programme(event));
        programme.filter(|programme| !programme.sessions.is_empty())
    }

    /// Which state of the programmes this is.
    pub fn programmes_state(self) -> u64 {
        self.timetables.programmes.get()
    }

    /// The zone in which an event is: as it says, else that of this device.
    pub fn zone(self, event: &EventId) -> String {
        let said = self.event(event).map(|event| event.time_zone);
        said.filter(|zone| Intl.offset(zone, Instant(0)).is_some())
            .unwrap_or_else(locale::time_zone)
    }

    /// The programme as its days go; the caller runs again when it changes.
    pub fn agenda(self, event: &EventId) -> Arc<Agenda> {
        let zone = self.zone(event);
        let state = self.programmes_state();
        let kept = self.timetables.agenda;
        let known = kept.with_value(|kept| {
            let same = kept
                .as_ref()
                .filter(|it| it.0 == *event && it.1 == zone && it.2 == state);
            same.map(|it| it.3.clone())
        });
        known.unwrap_or_else(|| {
            let programme = self.programme(event);
            let agenda = programme
                .map(|it| Agenda::of(&it, &zone, &Intl))
                .unwrap_or_default();
            let agenda = Arc::new(agenda);
            kept.set_value(Some((event.clone(), zone, state, agenda.clone())));
            agenda
        })
    }

    /// A session as its programme has it; the caller runs again when that changes.
    pub fn listed(self, event: &EventId, id: &SessionId) -> Option<Listed> {
        self.programme(event)?.get(id).cloned()
    }

    /// What she made of a session; the caller runs again when that changes.
    pub fn pick(self, event: &EventId, id: &SessionId) -> Pick {
        self.timetables.picks.track();
        let known = self.with_store(|store| store.pick(id));
        known.unwrap_or_else(|| Pick::new(id.clone(), event.clone()))
    }

    /// What she made of the sessions of an event; the caller runs again when that changes.
    pub fn picks(self, event: &EventId) -> BTreeMap<SessionId, Pick> {
        self.timetables.picks.track();
        self.with_store(|store| store.picks(event))
    }

    pub fn change_pick(self, event: &EventId, id: &SessionId, change: impl FnOnce(&mut Pick)) {
        let mut pick = untrack(|| self.pick(event, id));
        change(&mut pick);
        let outcome = self.with_store(|store| store.edit_pick(pick));
        self.perform(outcome);
    }

    /// How much a session matters to her, for what is on now.
    pub fn rank(self, listed: Option<&Listed>, id: &SessionId) -> Rank {
        self.timetables.picks.track();
        let pick = self.with_store(|store| store.pick(id));
        match (listed, pick) {
            (None, _) => Rank::Vanished,
            (Some(listed), _) if listed.vanished => Rank::Vanished,
            _ if self.timetables.here.with_value(|here| here == id.as_str()) => Rank::Here,
            (_, Some(pick)) if pick.mine => Rank::Mine,
            (_, Some(pick)) if pick.starred => Rank::Starred,
            (Some(listed), _) if listed.session.is_service => Rank::Service,
            _ => Rank::Talk,
        }
    }

    /// She writes in the memo of a session: it is where she is for as long as it runs, also when
    /// the page is opened again.
    pub fn is_at(self, session: &SessionId) {
        let here = self.timetables.here;
        if here.with_value(|here| here != session.as_str()) {
            here.set_value(session.to_string());
            let key = self.with_store(|store| store.keys().setting(HERE));
            if let Err(fault) = local::write(&key, session.as_str()) {
                leptos::logging::warn!("{fault}");
            }
        }
    }

    /// What she is on now, and what she is on next, by the clock.
    pub fn on_now(self, event: &EventId) -> (Option<Slot>, Option<Slot>) {
        let (agenda, now) = (self.agenda(event), self.now());
        let Some(programme) = self.programme(event) else {
            return (None, None);
        };
        let rank = |id: &SessionId| self.rank(agenda.listed(&programme, id), id);
        let current = agenda.current(now, &rank).cloned();
        (current, agenda.coming(now, &rank).cloned())
    }

    /// What else of hers runs now.
    pub fn beside(self, event: &EventId, session: &SessionId) -> Vec<Slot> {
        let (agenda, now) = (self.agenda(event), self.now());
        let Some(programme) = self.programme(event) else {
            return Vec::new();
        };
        let rank = |id: &SessionId| self.rank(agenda.listed(&programme, id), id);
        agenda.beside(session, now, &rank).cloned().collect()
    }
}

/// `13:07`.
pub fn clock_text(wall: Wall) -> String {
    let (hour, minute) = (wall.minute() / 60, wall.minute() % 60);
    format!("{hour}:{minute:02}")
}

/// `13:07–13:40`, as far as it is known.
pub fn time_text(app: App, slot: &Slot) -> String {
    let t = &app.words().timetable;
    match (slot.start, slot.end) {
        (Some(start), Some(end)) => (t.from_to)(&clock_text(start), &clock_text(end)),
        (Some(start), None) => (t.from)(&clock_text(start)),
        (None, _) => String::new(),
    }
}
