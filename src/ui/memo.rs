//! Memos of sessions: made by the first key, or with the star the evening before.

use leptos::prelude::*;

use super::live::live;
use super::programme::{clock_text, time_text};
use super::section::title;
use super::state::{App, SectionSignal};
use crate::browser::clock;
use crate::browser::zones::Intl;
use crate::domain::{
    EventId, Heard, Instant, Pick, Place, Route, Section, SectionId, SessionId, fingerprint, wall,
    with_blank_line,
};
use crate::editing::stamp;
use crate::publish;

/// So many minutes longer than planned a talk may go on.
const OVERTIME: i64 = 15;

impl App {
    /// The memo of a session as signals. One that nobody has written is no section yet: it
    /// becomes one with the first key.
    pub fn memo(self, event: &EventId, session: &SessionId) -> Option<SectionSignal> {
        match untrack(|| self.memo_id(event, session)) {
            Some(id) => self.section(&id),
            None => match self.unborn(session) {
                // It stands open.
                Some(known) => Some(known),
                None => Some(self.show_unborn(self.new_memo(event, session)?)),
            },
        }
    }

    /// The section that is the memo of a session; the caller runs again when the list changes.
    pub fn memo_id(self, event: &EventId, session: &SessionId) -> Option<SectionId> {
        self.track_lists();
        self.with_store(|store| {
            let sections = store.sections_of(event).into_iter();
            let mut memos = sections.filter(|it| it.session.as_ref() == Some(session));
            memos.next().map(|memo| memo.id.clone())
        })
    }

    fn new_memo(self, event: &EventId, session: &SessionId) -> Option<Section> {
        let listed = untrack(|| self.listed(event, session))?;
        let agenda = untrack(|| self.agenda(event));
        let sections = self.sections_now(event);
        let spot = publish::memo_spot(&sections, &agenda, session);
        let next = sections.get(spot.after.map_or(0, |at| at + 1));
        let before = spot.after.and_then(|at| sections.get(at));
        let place = Place::spread(
            before.map(|section| &section.place),
            next.map(|section| &section.place),
            1,
        );
        let head = publish::memo_head(self.language(), &listed.session, spot.nested);
        let text = format!("{head}- \n\n");
        Some(Section {
            session: Some(session.clone()),
            filled: head,
            ..Section::new(
                self.memo_name(session)?,
                event.clone(),
                place.into_iter().next()?,
                text,
            )
        })
    }

    /// The same on every device, so that two of hers make one memo; another one where that was
    /// deleted with words in it.
    fn memo_name(self, session: &SessionId) -> Option<SectionId> {
        let id = first_name(session);
        let in_trash = self.with_store(|store| store.gone_section(&id).is_some());
        match in_trash {
            true => self.random().map(SectionId::from_bits),
            false => Some(id),
        }
    }

    /// The section that is shown and is none yet, if it is the memo of this session.
    fn unborn(self, session: &SessionId) -> Option<SectionSignal> {
        let signal = self.with_kept(|kept| kept.sections.get(kept.unborn.as_ref()?).cloned());
        signal.filter(|signal| signal.now().session.as_ref() == Some(session))
    }

    pub(super) fn forget_unborn(self) {
        self.with_kept(|kept| kept.unborn = None);
    }

    /// Shows a section that is none yet.
    fn show_unborn(self, section: Section) -> SectionSignal {
        let (id, given) = (section.id.clone(), self.given(&section.event));
        let signal = self
            .owner
            .with_value(|owner| owner.with(|| SectionSignal::new(section, given)));
        self.with_kept(|kept| {
            kept.unborn = Some(id.clone());
            kept.sections.insert(id, signal.clone());
        });
        signal
    }

    /// Writes a section that was shown before there was one.
    pub(super) fn bear(self, section: Section) {
        let sections = self.sections_now(&section.event);
        let before = sections
            .iter()
            .rfind(|other| other.sort_key() < section.sort_key());
        let id = section.id.clone();
        let spaced = before.and_then(with_blank_line);
        self.write([Some(section), spaced].into_iter().flatten().collect());
        self.open_section(&id);
    }

    /// Turns a star. A session with one has its memo in the report, but for her own, of which the
    /// report tells elsewhere; one that loses it keeps the memo only if something was written in
    /// it.
    pub fn turn_star(self, event: &EventId, session: &SessionId) {
        self.change_pick(event, session, |pick| pick.starred = !pick.starred);
        self.follow_pick(event, session);
    }

    pub fn turn_mine(self, event: &EventId, session: &SessionId) {
        self.change_pick(event, session, |pick| pick.mine = !pick.mine);
        self.follow_pick(event, session);
    }

    /// Says how much was heard, or takes it back.
    pub fn hear(self, event: &EventId, session: &SessionId, heard: Heard) {
        self.change_pick(event, session, |pick| pick.turn_heard(heard));
    }

    /// What was to be watched later was, and may be written of.
    pub fn watched(self, event: &EventId, session: &SessionId) {
        let before = untrack(|| self.pick(event, session));
        let had_memo = untrack(|| self.memo_id(event, session)).is_some();
        self.change_pick(event, session, |pick| {
            (pick.watch_later, pick.heard) = (false, Heard::Whole);
        });
        self.make_memo(event, session);
        let listed = untrack(|| self.listed(event, session));
        let title = listed.map(|it| it.session.title).unwrap_or_default();
        let event = event.clone();
        self.say_with_undo((self.words().fills.watched_done)(&title), move || {
            let session = &before.session;
            self.change_pick(&event, session, |pick| *pick = before.clone());
            let memo = untrack(|| self.memo_id(&event, session));
            memo.filter(|_| !had_memo)
                .into_iter()
                .for_each(|memo| self.drop_untouched(&memo));
            self.announce(self.words().fills.undone.to_owned());
        });
    }

    fn follow_pick(self, event: &EventId, session: &SessionId) {
        let pick = untrack(|| self.pick(event, session));
        if pick.starred && !pick.mine {
            self.make_memo(event, session);
        } else if let Some(memo) = untrack(|| self.memo_id(event, session)) {
            self.drop_untouched(&memo);
        }
    }

    fn make_memo(self, event: &EventId, session: &SessionId) {
        if untrack(|| self.memo_id(event, session)).is_some() {
            return;
        }
        let in_trash = self.with_store(|store| {
            let id = first_name(session);
            store.gone_section(&id).map(|memo| (id, memo.text.clone()))
        });
        if let Some((id, text)) = in_trash {
            // The one that she threw away comes back, with her words.
            let outcome = self.with_store(|store| store.restore_section(&id));
            self.perform(outcome);
            self.say((self.words().restored)(&title(
                &text,
                self.words().untitled,
            )));
        } else if let Some(memo) = self.new_memo(event, session) {
            let id = memo.id.clone();
            self.bear(memo);
            self.with_store(|store| store.close(&id));
        }
    }

    /// The time for a note in a section, on the clocks of the event; how long the talk has been
    /// going on, if the section is the memo of one that runs or has just ended.
    pub fn stamp_for(self, section: &SectionId) -> String {
        let seconds = (clock::now() / 1000) as i64;
        let now = Instant(seconds.div_euclid(60));
        let section = self
            .section_now(section)
            .or_else(|| self.last_known(section));
        untrack(|| {
            let event = section.as_ref().map(|section| section.event.clone());
            let zone = event.as_ref().map(|event| self.zone(event));
            let minute = wall(now, &zone.unwrap_or_default(), &Intl).map_or(0, |it| it.minute());
            let runs = section
                .and_then(|section| self.agenda(&section.event).slot(&section.session?)?.runs);
            let since = runs.and_then(|(start, end)| {
                let on = start <= now && now.0 < end.0 + OVERTIME;
                on.then(|| (seconds - start.0 * 60) as u32)
            });
            stamp(minute, since)
        })
    }

    /// A note that is begun without a programme says when.
    pub(super) fn put_time_into(self, id: &SectionId) {
        if let Some(section) = self.section_now(id) {
            let body = section.text.trim_end();
            let text = format!("{body}\n\n{} \n", self.stamp_for(id));
            self.write(vec![Section { text, ..section }]);
        }
    }

    /// Nothing that anybody wrote goes: it leaves no trace in the trash.
    fn drop_untouched(self, id: &SectionId) {
        if let Some(section) = self.section_now(id).filter(publish::is_untouched) {
            self.drop_section(section);
        }
    }

    pub(super) fn drop_section(self, section: Section) {
        let (id, text) = (section.id.clone(), String::new());
        self.write(vec![Section { text, ..section }]);
        self.throw_away(&[id]);
    }
}

fn first_name(session: &SessionId) -> SectionId {
    SectionId::from_bits(fingerprint(&format!("memo\n{session}")))
}

/// Above the text of a memo: when its session is, what comes next, and what she makes of it, each a
/// tap away. Where the programme comes later than the text, so does this.
#[component]
pub fn MemoLine(app: App, section: SectionSignal) -> impl IntoView {
    let event = section.event.clone();
    let session = section.now().session?;
    Some(live(move || {
        let listed = app.listed(&event, &session)?;
        let time = app
            .agenda(&event)
            .slot(&session)
            .map(|slot| time_text(app, slot));
        let (event, session) = (event.clone(), session.clone());
        let title = listed.session.title;
        Some(view! { <Line app event session title time=time.unwrap_or_default() /> })
    }))
}

#[component]
fn Line(
    app: App,
    event: EventId,
    session: SessionId,
    title: String,
    time: String,
) -> impl IntoView {
    let t = &app.words().timetable;
    let about = Route::Session(event.clone(), session.clone());
    let here = StoredValue::new((event, session));
    let others = move || {
        let (event, session) = here.get_value();
        let (current, next) = app.on_now(&event);
        let mut now = app.beside(&event, &session);
        if now.is_empty() {
            now.extend(current.filter(|slot| slot.id != session));
        }
        let now = now.into_iter().map(|slot| (t.now, slot));
        let next = next.filter(|slot| slot.id != session);
        let all = now.chain(next.map(|slot| (t.next, slot)));
        let links = all.map(|(word, slot)| {
            let listed = untrack(|| app.listed(&event, &slot.id));
            let title = listed.map(|listed| listed.session.title);
            let start = slot.start.map(clock_text).unwrap_or_default();
            let label = [word, " ", &start, " ", &title.unwrap_or_default()].concat();
            let route = Route::Memo(event.clone(), slot.id);
            view! { <a class="filter memo-next" href=route.fragment()>{label}</a> }
        });
        links.collect_view()
    };
    let turn = move |turn: fn(&mut Pick)| {
        here.with_value(|(event, session)| app.change_pick(event, session, turn));
    };
    let choice = move |short: &'static str,
                       whole: &'static str,
                       is_on: fn(&Pick) -> bool,
                       act: fn(&mut Pick)| {
        let pressed = move || here.with_value(|(event, session)| is_on(&app.pick(event, session)));
        view! {
            <button
                class="filter"
                type="button"
                aria-label=whole
                aria-pressed=move || pressed().to_string()
                on:mousedown=move |event| event.prevent_default()
                on:click=move |_| turn(act)
            >
                {short}
            </button>
        }
    };
    view! {
        <div class="filters memo-line">
            <a class="filter" href=about.fragment() title=title>{time}</a>
            {choice(
                t.half,
                t.half_heard,
                |pick| pick.heard == Heard::Half,
                |pick| pick.turn_heard(Heard::Half),
            )}
            {choice(
                t.later,
                t.watch_later,
                |pick| pick.watch_later,
                |pick| pick.watch_later = !pick.watch_later,
            )}
            {live(others)}
        </div>
    }
}
