//! The first screen: every event on this device.

use leptos::prelude::*;

use super::icon::{Drawn, Icon, Picture};
use super::live::live;
use super::looks::HallButton;
use super::open::OpenButton;
use super::published;
use super::reminders::BringOver;
use super::safety::SafetySign;
use super::sample::SeeSample;
use super::search::SearchLink;
use super::state::App;
use super::version::NewVersion;
use crate::browser::{clock, page};
use crate::domain::{Event, Published, Route, Tab};
use crate::publish;
use crate::text;
use crate::text::tag_of;

#[component]
pub fn Events(app: App) -> impl IntoView {
    let t = app.words();
    page::set_title(t.app);
    view! {
        <header class="bar">
            <h1 class="bar-title large" tabindex="-1">{t.events}</h1>
            <SafetySign app />
            <HallButton app />
            {live(move || (!app.events().is_empty()).then(|| view! { <SearchLink app /> }))}
            <a
                class="icon-button"
                href=Route::Settings.fragment()
                aria-label=t.settings
                title=t.settings
            >
                <Drawn icon=Icon::Settings />
            </a>
        </header>
        <NewVersion app />
        <main class="screen" id="content">
            {live(move || {
                let events = app.events();
                if events.is_empty() {
                    view! { <Welcome app /> }.into_any()
                } else {
                    let cards = events.into_iter().map(|event| view! { <Card app event /> });
                    view! { <ul class="cards">{cards.collect_view()}</ul> }.into_any()
                }
            })}
            {live(move || {
                let count = app.in_trash();
                (count > 0)
                    .then(|| {
                        view! {
                            <a class="button quiet trash-link" href=Route::Trash.fragment()>
                                <Drawn icon=Icon::Delete />
                                {format!("{} ({count})", t.trash)}
                            </a>
                        }
                    })
            })}
            <div class="dock">
                <a class="button primary wide" href=Route::NewEvent.fragment()>
                    <Drawn icon=Icon::Plus />
                    {t.new_event}
                </a>
                <OpenButton label=t.open_markdown class="wide" />
            </div>
        </main>
    }
}

#[component]
fn Welcome(app: App) -> impl IntoView {
    let t = app.words();
    let promises = [t.promise_device, t.promise_offline, t.promise_markdown]
        .map(|promise| view! { <li>{promise}</li> })
        .collect_view();
    view! {
        <section class="empty">
            <Picture emoji="🎈" />
            <p class="brand">{t.app}</p>
            <h2 class="empty-title">{t.no_events}</h2>
            <p class="empty-about">{t.no_events_what_to_do}</p>
            <BringOver app />
            <ul class="promises">{promises}</ul>
            <SeeSample app />
        </section>
    }
}

#[component]
fn Card(app: App, event: Event) -> impl IntoView {
    let t = app.words();
    let progress = app.progress(&event.id);
    let language = app.language();
    let write = |day, with_year| clock::day_in_words(day, language.tag(), with_year);
    let days = event.days.map(|days| text::days_by(language, days, write));
    let tag = event.hashtag_with_sign();
    let meta = [days.unwrap_or_default(), event.venue.clone(), tag]
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(|part| view! { <span>{part}</span> })
        .collect_view();
    let emoji = match event.report.emoji.as_str() {
        "" => "📝".to_owned(),
        emoji => emoji.to_owned(),
    };
    let route = Route::Event(event.id.clone(), Tab::Notes);
    let said = |note: &Published| {
        let day = note
            .day
            .map(|day| write(day, event.is_in_another_year(day)));
        let said = published::said(note, t);
        day.map_or(said.clone(), |day| (t.publishing.on_day)(&said, &day))
    };
    let chip = |note: &Published| view! { <span class="chip safe">{said(note)}</span> };
    // Lies above the link of the whole card, and says by itself of which event it is.
    let link = |note: &Published| {
        let said = said(note);
        let name = format!("{}: {said}", event.name);
        view! {
            <a
                class="chip safe"
                href=note.link.clone()
                target="_blank"
                rel="noopener noreferrer"
                aria-label=name
            >
                {said}
            </a>
        }
    };
    let published = publish::once_per_place(&event.published).into_iter();
    let (linked, others): (Vec<_>, Vec<_>) = published.partition(|it| it.address().is_some());
    let others = others.into_iter().map(chip).collect_view();
    let links = linked.iter().map(|it| link(it)).collect_view();
    let links = (!linked.is_empty()).then(|| view! { <span class="chips">{links}</span> });
    let done = progress.written > 0 && progress.written == progress.sections;
    view! {
        <li class="card">
            <span class="card-emoji" aria-hidden="true">{emoji}</span>
            <div class="card-body">
                <a class="card-link" lang=tag_of(&event.name) href=route.fragment()>{event.name.clone()}</a>
                <span class="meta">{meta}</span>
                <span class="chips">
                    <span class=if done { "chip safe" } else { "chip" }>
                        {(t.noted)(progress.written, progress.sections)}
                    </span>
                    {(progress.written > 0)
                        .then(|| {
                            view! {
                                <span class="chip">{(t.characters)(progress.characters)}</span>
                            }
                        })}
                    {others}
                </span>
                {links}
            </div>
        </li>
    }
}
