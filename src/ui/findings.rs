//! What would go wrong where the report is published: a list beside the preview. It follows the
//! typing when the hands rest, and is nothing that a screen reader is told by itself.

use leptos::prelude::*;

use super::area::Asked;
use super::frame::{focus_first, focus_heading};
use super::live::{each, memo};
use super::resting;
use super::state::App;
use crate::domain::{Event, EventId, Report, Route, Section, SectionId, Tab};
use crate::publish::{self, Field, Finding, Fix, Rule, Weight, Where};

/// So many findings are shown. Who has mended them sees the next.
const SHOWN: usize = 50;

/// What was found in a report, with the sections that it had then.
#[derive(Clone, Default, PartialEq)]
struct Found {
    sections: Vec<SectionId>,
    findings: Vec<Finding>,
}

impl App {
    fn look_through(self, event: &EventId) -> Found {
        let target = self.looks.target.get_untracked();
        self.with_store(|store| {
            let Some(event) = store.event(event) else {
                return Found::default();
            };
            let sections = store.sections_of(&event.id);
            let sections = sections.iter().filter(|section| section.in_report);
            let (ids, texts): (Vec<SectionId>, Vec<&str>) = sections
                .map(|section| (section.id.clone(), section.text.as_str()))
                .unzip();
            Found {
                findings: publish::check(target, &event, &texts),
                sections: ids,
            }
        })
    }

    /// Mends what was found, where the report still has it.
    fn mend(self, event: &EventId, finding: &Finding) {
        let now = self.look_through(event);
        if !now.findings.contains(finding) {
            return;
        }
        match (&finding.fix, &finding.place) {
            (Some(Fix::Section(changes)), Where::Section { index, .. }) => {
                let id = now.sections.get(*index);
                if let Some(section) = id.and_then(|id| self.section_now(id)) {
                    let t = &self.words().targets;
                    let text = publish::fixed(&section.text, changes);
                    let written = vec![Section { text, ..section }];
                    self.write_with_undo(written, t.fixed.to_owned(), t.taken_back);
                }
            }
            (Some(Fix::Title(title)), _) => {
                self.mend_head(event, |report| report.title.clone_from(title));
            }
            (Some(Fix::Topics(topics)), _) => {
                self.mend_head(event, |report| report.topics.clone_from(topics));
            }
            _ => {}
        }
    }

    /// Mends all that is wrong in the same way, and takes back all of it with one tap.
    fn mend_alike(self, event: &EventId, rule: &Rule) {
        let now = self.look_through(event);
        let sections = now.sections.iter().filter_map(|id| self.section_now(id));
        let sections: Vec<Section> = sections.collect();
        let texts: Vec<&str> = sections.iter().map(|it| it.text.as_str()).collect();
        let (fixed, count) = publish::fixed_alike(&now.findings, rule, &texts);
        let written = fixed.into_iter().map(|(index, text)| Section {
            text,
            ..sections[index].clone()
        });
        if count > 0 {
            let t = &self.words().targets;
            self.write_with_undo(written.collect(), (t.fixed_alike)(count), t.taken_back);
        }
    }

    fn mend_head(self, id: &EventId, change: impl FnOnce(&mut Report)) {
        let t = &self.words().targets;
        let change = |event: &mut Event| change(&mut event.report);
        self.change_event_with_undo(id, change, t.fixed.to_owned(), t.taken_back);
    }
}

/// Looks through the report, again too when it changed or is for another place.
fn follow(app: App, event: EventId, found: RwSignal<Found>) {
    let of = event.clone();
    let is_large = app.has_large_report(&event);
    let read = move || {
        let _ = app.event(&of);
        app.track_report(&of);
        app.looks.target.get()
    };
    resting::follow(is_large, read, move || {
        let now = app.look_through(&event);
        // Nothing is drawn anew under a finger that rests on it.
        if found.try_with_untracked(|found| *found != now) == Some(true) {
            found.set(now);
        }
    });
}

#[component]
pub fn Findings(app: App, event: EventId) -> impl IntoView {
    let t = app.words();
    let found = RwSignal::new(Found::default());
    follow(app, event.clone(), found);
    let count = memo(move || found.read().findings.len());
    let is_open = RwSignal::new(false);
    let rows = move || match is_open.get() {
        true => found.read().rows(),
        false => Vec::new(),
    };
    let more = move || {
        let more = count.get().saturating_sub(SHOWN);
        (more > 0).then(|| (t.targets.more)(more))
    };
    let event = StoredValue::new(event);
    let draw = move |row| event.with_value(|event| view_of(app, event, found, row));
    view! {
        <div class="findings">
            <p class="findings-none" hidden=move || count.get() != 0>
                {t.targets.no_findings}
            </p>
            <details
                class:mild=move || found.read().findings.iter().all(is_advice)
                hidden=move || count.get() == 0
                on:toggle:target=move |event| is_open.set(event.target().open())
            >
                <summary>{move || (t.targets.findings)(count.get())}</summary>
                <ul>{each(rows, draw)}</ul>
                <p class="findings-more">{more}</p>
            </details>
        </div>
    }
}

fn is_advice(finding: &Finding) -> bool {
    finding.weight == Weight::Advice
}

/// A finding in the list, and the section in which it is.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    finding: Finding,
    section: Option<SectionId>,
    /// How many are wrong in the same way, and can be mended together: of the first of them.
    alike: usize,
}

impl Found {
    fn rows(&self) -> Vec<Row> {
        let rows = publish::listed(&self.findings, SHOWN).into_iter();
        let row = |(finding, alike): (&Finding, usize)| Row {
            finding: finding.clone(),
            section: match finding.place {
                Where::Section { index, .. } => self.sections.get(index).cloned(),
                Where::Head(_) | Where::Body => None,
            },
            alike,
        };
        rows.map(row).collect()
    }
}

fn view_of(app: App, event: &EventId, found: RwSignal<Found>, row: Row) -> AnyView {
    let t = &app.words().targets;
    let language = app.language();
    let rule = &row.finding.rule;
    let (class, weight) = match row.finding.weight {
        Weight::Error => ("chip warn", t.error),
        Weight::Advice => ("chip", t.advice),
    };
    let button = |words: String, mend: fn(App, &EventId, &Finding)| {
        let (event, row) = (event.clone(), row.clone());
        let mend = move |_| {
            let rows = found.read_untracked().rows();
            let at = rows.iter().position(|it| *it == row).unwrap_or(0);
            mend(app, &event, &row.finding);
            found.set(app.look_through(&event));
            request_animation_frame(move || focus_at(at));
        };
        view! {
            <button class="button small" type="button" on:click=mend>
                {words}
            </button>
        }
    };
    let fix = row.finding.fix.as_ref();
    let fix = fix.map(|_| button(rule.fix(language).to_owned(), App::mend));
    let all = (row.alike > 1).then(|| {
        button((t.fix_alike)(row.alike), |app, event, finding| {
            app.mend_alike(event, &finding.rule);
        })
    });
    let source = rule.source().map(|address| {
        view! {
            <a class="finding-link" href=address target="_blank" rel="noopener noreferrer">
                {t.source}
            </a>
        }
    });
    view! {
        <li class="finding">
            <p>
                <span class=class>{weight}</span>
                {rule.sentence(language)}
            </p>
            <div class="finding-ways">{fix} {all} {place(app, event, &row)} {source}</div>
        </li>
    }
    .into_any()
}

/// Where a finding is gone whose button had the focus, the one in its place has it, so that who mends
/// one after the other stays where she is; the last one where it was that.
fn focus_at(index: usize) {
    let at = index + 1;
    focus_first(&format!(
        ".finding:is(:nth-child({at}), :last-child:nth-child(-n+{at})) :is(button, a)"
    ));
    focus_heading();
}

/// The way to where something is wrong.
fn place(app: App, event: &EventId, row: &Row) -> AnyView {
    let t = app.words();
    let (Some(id), Where::Section { range, .. }) = (&row.section, &row.finding.place) else {
        let details = Route::Details(event.clone());
        let (route, name, field) = match row.finding.place {
            Where::Head(Field::Title) => (details, t.report_title, Some("[name=title]")),
            Where::Head(Field::Emoji) => (details, t.emoji, Some(".emoji-input")),
            Where::Head(Field::Topics) => (details, t.topics, Some("[name=topics]")),
            Where::Head(Field::Slug) => (details, t.publishing.slug, Some("[name=slug]")),
            _ => (Route::Event(event.clone(), Tab::Notes), t.notes, None),
        };
        return view! {
            <a
                class="finding-link"
                href=route.fragment()
                on:click=move |click| {
                    // Another tab opens at its top.
                    let is_here = !click.ctrl_key() && !click.meta_key() && !click.shift_key();
                    app.asked_field.set(field.filter(|_| is_here));
                }
            >
                {(t.targets.open)(name)}
            </a>
        }
        .into_any();
    };
    let section = app.section(id);
    let title = section.map(|it| (t.targets.open)(&it.facts.read_untracked().title_or(t.untitled)));
    let (event, section, at) = (event.clone(), id.clone(), range.start);
    let go = move |_| {
        let route = Route::Writing(event.clone(), section.clone());
        app.asked_to_write.set(Some(Asked {
            section: section.clone(),
            at: Some(at),
        }));
        if *app.route.read_untracked() != route {
            app.go(route);
        }
    };
    view! {
        <button class="finding-link" type="button" on:click=go>
            {title}
        </button>
    }
    .into_any()
}
