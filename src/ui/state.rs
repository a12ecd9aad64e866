//! What the screens read and do: the signals, and the one way to the store.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use leptos::prelude::*;

use super::area::Asked;
use super::frame::Toast;
use super::looks::Looks;
use super::programme::Timetables;
use super::safekeeping::Safekeeping;
use super::safety::SetAsideCount;
pub use super::section::SectionSignal;
use crate::browser::database::Database;
use crate::browser::timer::Timer;
use crate::browser::{media, page, random};
use crate::domain::{Event, EventId, Profile, Route, Section, SectionId, Tab, WriterId};
use crate::store::{Changed, Keys, Safety, Store};
use crate::text::{Given, Language, Words};

/// From this width on the parts of an event stand side by side.
const WIDE: &str = "(width >= 1040px)";

/// The one object that every screen is given. Cheap to copy.
#[derive(Clone, Copy)]
pub struct App {
    kept: StoredValue<Kept, LocalStorage>,
    /// The owner of everything that lives as long as the page.
    pub(super) owner: StoredValue<Owner>,
    /// Goes up when an event is new, other or gone.
    events_changed: RwSignal<u64>,
    /// Goes up when an event has other sections than before, or others in the report.
    lists_changed: RwSignal<u64>,
    /// Goes up when the facts of a section are others: who needs those of all
    /// sections does not listen to each.
    pub facts_changed: RwSignal<u64>,
    pub route: RwSignal<Route>,
    /// Whether everything that is kept has been read and shown.
    pub is_told_all: RwSignal<bool>,
    pub safety: RwSignal<Safety>,
    /// How many records cannot be used.
    pub set_aside: RwSignal<SetAsideCount>,
    /// Whether site data was cleared under the open page, until she has said what she
    /// wants.
    pub cleared: RwSignal<bool>,
    pub toast: RwSignal<Option<Toast>>,
    /// What screen readers are told.
    pub announced: RwSignal<String>,
    /// Goes up when a command changed a text that may stand open.
    pub refill: RwSignal<u64>,
    /// Is set when the person asks to write in a section, until its text area has heard it.
    pub asked_to_write: RwSignal<Option<Asked>>,
    /// The selector of a field of the event's form that is to have the focus.
    pub asked_field: RwSignal<Option<&'static str>>,
    /// The tab of an event that was shown last.
    pub last_tab: RwSignal<Tab>,
    pub find: super::find::Find,
    pub wide: RwSignal<bool>,
    pub looks: Looks,
    pub(super) timetables: Timetables,
    pub(super) timetable: super::timetable::Shown,
    pub safekeeping: Safekeeping,
}

/// What is not a signal.
pub(super) struct Kept {
    store: Store,
    pub(super) database: Option<Database>,
    /// A moment after the page came back, in which it hears what it has missed.
    pub(super) hearing: Option<Timer>,
    /// The archive was closed under the page and has not been read again yet.
    pub(super) lost: bool,
    /// The page before this one may have ended in the middle of a write to it.
    pub(super) cut_off: bool,
    /// How often it could not be opened, and the next try.
    pub(super) attempts: u32,
    pub(super) attempt: Option<Timer>,
    /// The archive is being read.
    pub(super) reading: bool,
    /// Everything is being taken from this device.
    pub(super) forgetting: bool,
    flush: Option<Timer>,
    pub(super) read_back: Option<Timer>,
    /// Drafts that were written and will be looked for.
    pub(super) to_read_back: BTreeSet<String>,
    pub(super) toast: Option<Timer>,
    /// Until the text that is being typed becomes a revision.
    pub(super) revision: Option<Timer>,
    /// Sections that the line on the screen can take back.
    pub(super) deleted: Vec<SectionId>,
    pub(super) sections: HashMap<SectionId, SectionSignal>,
    /// The one that is shown and becomes a section with the first key.
    pub(super) unborn: Option<SectionId>,
    /// A large section that was typed in and will be counted when typing pauses.
    uncounted: Option<SectionSignal>,
    /// One for each event that was seen.
    given: Vec<(EventId, Arc<Given>)>,
}

/// How far a report is.
#[derive(Default)]
pub struct Progress {
    pub sections: usize,
    /// Sections in which someone has written.
    pub written: usize,
    pub characters: usize,
}

impl App {
    /// Reads what this device has and listens to the page.
    pub fn start() -> Self {
        let keys = Keys::of_page(&page::folder());
        // A page without random numbers still works; its tabs are then told
        // apart by nothing, as in a browser that has one tab only.
        let writer = WriterId::from_bits(random::bits().unwrap_or_default());
        let app = Self {
            kept: StoredValue::new_local(Kept {
                store: Store::new(keys.clone(), writer),
                database: None,
                hearing: None,
                lost: false,
                cut_off: false,
                attempts: 0,
                attempt: None,
                reading: false,
                forgetting: false,
                flush: None,
                read_back: None,
                to_read_back: BTreeSet::new(),
                toast: None,
                revision: None,
                deleted: Vec::new(),
                sections: HashMap::new(),
                unborn: None,
                uncounted: None,
                given: Vec::new(),
            }),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            events_changed: RwSignal::new(0),
            lists_changed: RwSignal::new(0),
            facts_changed: RwSignal::new(0),
            route: RwSignal::new(Route::parse(&page::fragment())),
            is_told_all: RwSignal::new(false),
            safety: RwSignal::new(Safety::Saved),
            set_aside: RwSignal::new(SetAsideCount::default()),
            cleared: RwSignal::new(false),
            toast: RwSignal::new(None),
            announced: RwSignal::new(String::new()),
            refill: RwSignal::new(0),
            asked_to_write: RwSignal::new(None),
            asked_field: RwSignal::new(None),
            last_tab: RwSignal::new(Tab::Notes),
            find: super::find::Find::new(),
            wide: RwSignal::new(false),
            looks: Looks::start(&keys),
            timetables: Timetables::start(&keys),
            timetable: super::timetable::Shown::new(),
            safekeeping: Safekeeping::start(&keys),
        };
        let wide = media::watch(WIDE, move |matches| app.wide.set(matches));
        app.wide.set(wide);
        page::pass_over_ended();
        page::on_fragment(move |fragment| {
            app.flush();
            app.forget_what_was_said();
            app.route.set(Route::parse(&fragment));
            page::scroll_to_top();
        });
        app.watch_safekeeping();
        app.load();
        app
    }

    pub(super) fn with_store<T>(self, act: impl FnOnce(&mut Store) -> T) -> T {
        self.kept
            .try_update_value(|kept| act(&mut kept.store))
            .expect("the app lives as long as the page")
    }

    pub(super) fn with_kept<T>(self, act: impl FnOnce(&mut Kept) -> T) -> T {
        self.kept
            .try_update_value(act)
            .expect("the app lives as long as the page")
    }

    pub(super) fn database(self) -> Option<Database> {
        self.with_kept(|kept| kept.database.clone())
    }

    pub(super) fn set_database(self, database: Database) {
        let before = self.with_kept(|kept| kept.database.replace(database));
        if let Some(before) = before {
            before.close();
        }
    }

    pub(super) fn flush_after(self, millis: u32) {
        let timer = Timer::after(i32::try_from(millis).unwrap_or(i32::MAX), move || {
            self.flush()
        });
        self.with_kept(|kept| kept.flush = timer);
    }

    pub(super) fn stop_timer(self) {
        self.with_kept(|kept| kept.flush = None);
    }

    pub(super) fn count_what_was_typed(self) {
        let signal = self.with_kept(|kept| kept.uncounted.take());
        if signal.is_some_and(|section| section.count()) {
            self.facts_changed.update(|count| *count += 1);
        }
    }

    /// Brings the signals up to date with the store.
    pub(super) fn show_changes(self, changed: Changed) {
        if changed.safety {
            self.safety.set(self.with_store(|store| store.safety()));
        }
        if changed.set_aside {
            let count = self.with_store(|store| SetAsideCount::of(store));
            self.set_aside.set(count);
        }
        let mut facts_changed = false;
        for id in &changed.sections {
            let (signal, section) = self.with_kept(|kept| {
                let signal = kept.sections.get(id).cloned();
                (signal, kept.store.section(id).cloned())
            });
            if let (Some(signal), Some(section)) = (signal, section) {
                facts_changed |= signal.set(section);
                if signal.is_counted_later() {
                    self.with_kept(|kept| kept.uncounted = Some(signal));
                }
            }
        }
        if facts_changed {
            self.facts_changed.update(|count| *count += 1);
        }
        self.timetables.show(&changed);
        if !changed.lists.is_empty() {
            self.lists_changed.update(|count| *count += 1);
        }
        if !changed.events.is_empty() {
            self.events_changed.update(|count| *count += 1);
        }
    }

    /// The words, for a component that is built again when they change.
    pub fn words(self) -> &'static Words {
        self.language().words()
    }

    pub fn language(self) -> Language {
        self.looks.language.get_untracked().language()
    }

    /// The words, and a new run of the caller when they change.
    pub fn words_now(self) -> &'static Words {
        self.looks.language.get().language().words()
    }

    pub fn profile(self) -> Profile {
        self.with_store(|store| store.profile())
    }

    /// Every event; the caller runs again when one changes.
    pub fn events(self) -> Vec<Event> {
        self.events_changed.track();
        self.with_store(|store| store.events())
    }

    /// One event; the caller runs again when it changes.
    pub fn event(self, id: &EventId) -> Option<Event> {
        self.events_changed.track();
        self.event_now(id)
    }

    pub fn event_now(self, id: &EventId) -> Option<Event> {
        self.with_store(|store| store.event(id))
    }

    /// The sections of an event in order; the caller runs again when the list
    /// changes, not when a text does.
    pub fn outline(self, event: &EventId) -> Vec<SectionId> {
        self.lists_changed.track();
        self.with_store(|store| {
            let sections = store.sections_of(event);
            sections.iter().map(|section| section.id.clone()).collect()
        })
    }

    /// The sections that are in the report, in order; the caller runs again when
    /// the list changes, not when a text does.
    pub fn in_report(self, event: &EventId) -> Vec<SectionId> {
        self.lists_changed.track();
        self.with_store(|store| {
            let sections = store.sections_of(event);
            let those = sections.iter().filter(|section| section.in_report);
            those.map(|section| section.id.clone()).collect()
        })
    }

    /// One section as signals.
    pub fn section(self, id: &SectionId) -> Option<SectionSignal> {
        if let Some(known) = self.with_kept(|kept| kept.sections.get(id).cloned()) {
            let there = self.with_store(|store| store.section(id).is_some());
            let unborn = || self.with_kept(|kept| kept.unborn.as_ref() == Some(id));
            return (there || unborn()).then_some(known);
        }
        let section = self.with_store(|store| store.section(id).cloned())?;
        let given = self.given(&section.event);
        let signal = self
            .owner
            .with_value(|owner| owner.with(|| SectionSignal::new(section, given)));
        self.with_kept(|kept| kept.sections.insert(id.clone(), signal.clone()));
        Some(signal)
    }

    /// A section as the page last showed it, also one that is gone.
    pub(super) fn last_known(self, id: &SectionId) -> Option<Section> {
        let signal = self.with_kept(|kept| kept.sections.get(id).cloned());
        signal.map(|signal| signal.now())
    }

    /// What templates write for an event as it was when the page first saw it.
    pub(super) fn given(self, id: &EventId) -> Arc<Given> {
        let known = self.with_kept(|kept| {
            let found = kept.given.iter().find(|(event, _)| event == id);
            found.map(|(_, given)| given.clone())
        });
        if let Some(known) = known {
            return known;
        }
        let event = self.event_now(id);
        let event = event.unwrap_or_else(|| Event::new(id.clone(), ""));
        let given = Arc::new(Given::of(&event, &self.profile()));
        self.with_kept(|kept| kept.given.push((id.clone(), given.clone())));
        given
    }

    /// How many other texts of a section there are; the caller runs again when
    /// that changes.
    pub fn copies(self, id: &SectionId) -> usize {
        self.lists_changed.track();
        self.with_store(|store| store.copies(id).len())
    }

    /// The caller runs again when an event or the list of its sections changes.
    pub(super) fn track_lists(self) {
        self.lists_changed.track();
        self.events_changed.track();
    }

    /// How many sections have other texts; the caller runs again when that may
    /// have changed.
    pub fn copied(self) -> usize {
        self.track_lists();
        self.with_store(|store| store.copied().len())
    }

    pub fn progress(self, event: &EventId) -> Progress {
        let ids = self.in_report(event);
        let sections: Vec<_> = ids.iter().filter_map(|id| self.section(id)).collect();
        let facts = sections.iter().map(|section| section.facts.get());
        let mut progress = Progress::default();
        for facts in facts {
            progress.sections += 1;
            progress.written += usize::from(facts.written);
            progress.characters += facts.characters;
        }
        progress
    }

    /// Goes to a screen.
    pub fn go(self, route: Route) {
        if let Err(fault) = page::go(&route.fragment()) {
            leptos::logging::error!("{fault}");
        }
    }

    /// Goes to a screen that takes the place of this one.
    pub fn replace(self, route: Route) {
        if let Err(fault) = page::replace(&route.fragment()) {
            leptos::logging::error!("{fault}");
        }
    }

    /// Random bits; without them nothing new can be named, and the person is
    /// told so by nothing happening being logged.
    pub(super) fn random(self) -> Option<u64> {
        random::bits()
            .inspect_err(|fault| leptos::logging::error!("{fault}"))
            .ok()
    }
}
