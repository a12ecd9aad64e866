//! Above the list of sections: what the app can put into the report, a tap each. It never does
//! it by itself, and each can be taken back.

use leptos::prelude::*;

use super::frame::{focus_first, focus_heading};
use super::icon::{Drawn, Icon};
use super::live::{live, memo};
use super::resting;
use super::state::{App, SectionSignal};
use crate::domain::{
    EventId, Fill, Instant, Place, Programme, Section, SectionId, sorted_by_key, with_blank_line,
};
use crate::publish::{self, At, FILLS, Filling, Sources};

/// Something that can be done with one tap.
#[derive(Clone, Copy, PartialEq)]
enum Act {
    Fill(Fill),
    Heads,
    LeaveOut,
    ByTime,
    ByDay,
}

/// A line of the block.
#[derive(Clone, PartialEq)]
struct Offer {
    act: Act,
    count: Option<usize>,
    /// The section is there and was filled before.
    again: bool,
}

impl App {
    pub(super) fn with_sources<T>(self, event: &EventId, read: impl FnOnce(&Sources) -> T) -> T {
        let programme = untrack(|| self.programme(event));
        let agenda = untrack(|| self.agenda(event));
        let emoji = self.event_now(event).map(|it| it.report.emoji);
        read(&Sources {
            language: self.language(),
            emoji: &emoji.unwrap_or_default(),
            programme: &programme.unwrap_or(Programme::new(event.clone())),
            agenda: &agenda,
            picks: &untrack(|| self.picks(event)),
            sections: &self.sections_now(event),
        })
    }

    fn offers(self, event: &EventId) -> Vec<Offer> {
        self.with_sources(event, |sources| {
            let fill = |fill: Fill| {
                let fill = sources.form_of(fill);
                let filling = sources.filling(fill)?;
                let known =
                    matches!(filling.at, At::Section(at) if sources.sections[at].fill.is_some());
                Some((Act::Fill(fill), Some(filling.count), known))
            };
            let many = |act: Act, count: usize| (count > 0).then_some((act, Some(count), true));
            let one = |act: Act, can: bool| can.then_some((act, None, true));
            let fills = FILLS.iter().map(|it| fill(*it));
            let others = [
                many(Act::Heads, sources.with_new_heads().len()),
                many(
                    Act::LeaveOut,
                    sources.without_unwritten(self.this_minute()).len(),
                ),
                one(Act::ByTime, !sources.by_time().is_empty()),
                one(Act::ByDay, sources.can_be_split()),
            ];
            let all = fills.chain(others).flatten();
            all.map(|(act, count, again)| Offer { act, count, again })
                .collect()
        })
    }

    fn this_minute(self) -> Instant {
        untrack(|| self.now())
    }

    fn act(self, event: &EventId, act: Act) {
        let t = &self.words().fills;
        let written = self.with_sources(event, |sources| match act {
            Act::Fill(fill) => match sources.filling(fill) {
                Some(filling) => self.filled(event, sources.sections, fill, filling),
                None => Vec::new(),
            },
            Act::Heads => sources.with_new_heads(),
            Act::LeaveOut => sources.without_unwritten(self.this_minute()),
            Act::ByTime => sources.by_time(),
            Act::ByDay => {
                let ids = sources.agenda.days.iter().filter_map(|_| self.random());
                sources.by_day(ids.map(SectionId::from_bits).collect())
            }
        });
        let told = match act {
            Act::Fill(fill) => (t.done)((t.title)(fill)),
            Act::Heads => (t.heads_updated)(written.len()),
            Act::LeaveOut => (t.left_out)(written.len()),
            Act::ByTime => t.ordered.to_owned(),
            Act::ByDay => t.split.to_owned(),
        };
        if !written.is_empty() {
            self.write_with_undo(written, told, t.undone);
        }
    }

    /// A section with what was put into it, and with it the one above that makes room.
    fn filled(
        self,
        event: &EventId,
        sections: &[Section],
        fill: Fill,
        filling: Filling,
    ) -> Vec<Section> {
        let put = filling.put;
        let (section, spaced) = match filling.at {
            At::Section(at) => (Some(sections[at].clone()), None),
            At::After(after) => {
                let before = after.and_then(|at| sections.get(at));
                let next = sections.get(after.map_or(0, |at| at + 1));
                let place = Place::between(before.map(|it| &it.place), next.map(|it| &it.place));
                let id = self.random().map(SectionId::from_bits);
                let new = id.map(|id| Section::new(id, event.clone(), place, ""));
                (new, before.and_then(with_blank_line))
            }
        };
        let section = section.map(|section| Section {
            text: put.text,
            filled: put.filled,
            fill: Some(fill),
            ..section
        });
        section.into_iter().chain(spaced).collect()
    }
}

/// What there is to do, if anything.
#[component]
pub fn Fills(app: App, event: EventId) -> impl IntoView {
    let t = &app.words().fills;
    let offers = RwSignal::new(Vec::<Offer>::new());
    let event = StoredValue::new(event);
    let look = move || {
        let Some(found) = event.try_with_value(|event| app.offers(event)) else {
            return;
        };
        let known = offers.read_untracked().clone();
        // What comes meanwhile stands behind what is there, and not under the finger.
        let place = |offer: &Offer| known.iter().position(|it| it.act == offer.act);
        let found = sorted_by_key(found, |offer| place(offer).unwrap_or(known.len()));
        if known != found {
            offers.set(found);
        }
    };
    let changes = move || {
        event.with_value(|event| {
            app.facts_changed.track();
            app.outline(event);
            app.picks(event);
            app.agenda(event);
            // Sessions end; without a programme the clock need not be heard.
            app.programme(event).map(|_| app.now());
        });
    };
    resting::follow(false, changes, look);
    let act = move |act: Act| {
        event.with_value(|event| app.act(event, act));
        look();
        request_animation_frame(|| {
            focus_first(".fills button");
            focus_heading();
        });
    };
    let button = move |offer: Offer| {
        let (what, words) = match offer.act {
            Act::Fill(fill) if offer.again => ((t.title)(fill), t.update),
            Act::Fill(fill) => ((t.title)(fill), t.put_in),
            Act::Heads => (t.other_heads, t.update),
            Act::LeaveOut => (t.unwritten, t.leave_out),
            Act::ByTime => ("", t.by_time),
            Act::ByDay => ("", t.by_day),
        };
        view! {
            <li>
                <button class="filter" type="button" on:click=move |_| act(offer.act)>
                    <span>{what}</span>
                    " "
                    <span class="fill-count">{offer.count}</span>
                    " "
                    <span class="fill-act">{words}</span>
                </button>
            </li>
        }
    };
    live(move || {
        let offers = offers.get();
        (!offers.is_empty()).then(|| {
            view! {
                <section class="fills" aria-labelledby="fills">
                    <h2 class="fills-title" id="fills">{t.what}</h2>
                    <ul class="filters">{offers.into_iter().map(button).collect_view()}</ul>
                </section>
            }
        })
    })
}

/// Above the text of what she wants to watch later: the other form of it, as long as it is as
/// the app wrote it.
#[component]
pub fn FillLine(app: App, section: SectionSignal) -> impl IntoView {
    let t = &app.words().fills;
    let event = section.event.clone();
    let (known, filled) = (section.clone(), app.refill);
    // It may be filled while it stands open.
    let is_list = memo(move || {
        filled.track();
        let fill = known.now().fill;
        matches!(fill, Some(Fill::WatchLater | Fill::WatchLaterHeadings))
    });
    let other = memo(move || {
        // Other texts may be long, and nothing is made of them here.
        is_list.get().then(|| section.track_text())?;
        let section = section.now();
        let other = match section.fill? {
            Fill::WatchLater => Fill::WatchLaterHeadings,
            _ => Fill::WatchLater,
        };
        publish::is_as_filled(&section.text, &section.filled).then_some(other)
    });
    live(move || {
        let fill = other.get()?;
        let event = event.clone();
        let (icon, words) = match fill {
            Fill::WatchLater => (Icon::List, t.as_list),
            _ => (Icon::Heading, t.as_headings),
        };
        Some(view! {
            <div class="filters memo-line">
                <button class="filter" type="button" on:click=move |_| app.act(&event, Act::Fill(fill))>
                    <Drawn icon />
                    {words}
                </button>
            </div>
        })
    })
}
