//! The fields of an event and of its report's head, shared by the screens that
//! make one and that change one.

use leptos::prelude::*;

use super::field::{Choice, TextField};
use crate::domain::{Date, Days, Event, Head, Role};
use crate::text::Words;

/// What new headings may begin with; the first one is chosen for a new event.
const EMOJI: [&str; 8] = ["🎈", "☁️", "🦀", "🚀", "🎤", "🌱", "🔥", "📝"];

/// What is typed in the form, field by field.
#[derive(Clone, Copy)]
pub struct Draft {
    pub name: RwSignal<String>,
    short_name: RwSignal<String>,
    first_day: RwSignal<String>,
    last_day: RwSignal<String>,
    venue: RwSignal<String>,
    hashtag: RwSignal<String>,
    link: RwSignal<String>,
    time_zone: RwSignal<String>,
    role: RwSignal<Option<Role>>,
    title: RwSignal<String>,
    emoji: RwSignal<String>,
    topics: RwSignal<String>,
    head: RwSignal<Head>,
}

impl Draft {
    /// The form filled with what is known of an event.
    pub fn of(event: &Event) -> Self {
        let text = |value: &str| RwSignal::new(value.to_owned());
        let day =
            |day: Option<Date>| RwSignal::new(day.map_or_else(String::new, |day| day.to_string()));
        Self {
            name: text(&event.name),
            short_name: text(&event.short_name),
            first_day: day(event.days.map(Days::first)),
            last_day: day(event.days.map(Days::last)),
            venue: text(&event.venue),
            hashtag: text(&event.hashtag),
            link: text(&event.link),
            time_zone: text(&event.time_zone),
            role: RwSignal::new(event.role),
            title: text(&event.report.title),
            emoji: text(&event.report.emoji),
            topics: text(&event.report.topics.join(", ")),
            head: RwSignal::new(event.report.head),
        }
    }

    /// Starts with the first emoji chosen, as a new event does.
    pub fn with_first_emoji(self) -> Self {
        self.emoji.set(EMOJI[0].to_owned());
        self
    }

    /// Puts what is typed into the event. A name of white space changes nothing.
    pub fn write_into(self, event: &mut Event) {
        let text = |field: RwSignal<String>| field.read().trim().to_owned();
        let name = text(self.name);
        if !name.is_empty() {
            event.name = name;
        }
        event.short_name = text(self.short_name);
        event.days = self.days();
        event.venue = text(self.venue);
        event.hashtag = text(self.hashtag);
        event.link = text(self.link);
        event.time_zone = text(self.time_zone);
        event.role = self.role.get();
        event.report.title = text(self.title);
        event.report.emoji = text(self.emoji);
        event.report.topics = self
            .topics
            .read()
            .split([',', '、', '，'])
            .map(|topic| topic.trim().to_owned())
            .filter(|topic| !topic.is_empty())
            .collect();
        event.report.head = self.head.get();
    }

    /// One day is enough: the other is then the same.
    fn days(self) -> Option<Days> {
        let first = Date::parse(&self.first_day.read());
        let last = Date::parse(&self.last_day.read());
        let one = first.or(last)?;
        Some(Days::new(one, last.unwrap_or(one)))
    }
}

/// Days, venue, hashtag: what stands in the opening lines.
#[component]
pub fn OpeningFields(draft: Draft, t: &'static Words) -> impl IntoView {
    view! {
        <div class="field-row">
            <TextField label=t.first_day kind="date" value=draft.first_day />
            <TextField label=t.last_day kind="date" value=draft.last_day />
        </div>
        <TextField label=t.venue value=draft.venue />
        <TextField label=t.hashtag value=draft.hashtag />
    }
}

/// What most people fill in later.
#[component]
pub fn LaterFields(draft: Draft, t: &'static Words) -> impl IntoView {
    let roles = [
        (None, t.role_unsaid),
        (Some(Role::Attendee), t.role_attendee),
        (Some(Role::Speaker), t.role_speaker),
        (Some(Role::Staff), t.role_staff),
        (Some(Role::Sponsor), t.role_sponsor),
    ];
    let roles = roles.map(|(role, name)| (role, name.to_owned(), String::new()));
    view! {
        <TextField label=t.short_name value=draft.short_name />
        <TextField label=t.link kind="url" value=draft.link />
        <TextField label=t.time_zone value=draft.time_zone />
        <Choice label=t.role options=roles.to_vec() value=draft.role />
    }
}

/// Title, topics and where they stand in the file.
#[component]
pub fn ReportFields(draft: Draft, t: &'static Words) -> impl IntoView {
    let heads = vec![
        (Head::Heading, t.head_heading.to_owned(), String::new()),
        (
            Head::FrontMatter,
            t.head_front_matter.to_owned(),
            String::new(),
        ),
    ];
    view! {
        <TextField label=t.report_title value=draft.title />
        <EmojiField draft t />
        <TextField label=t.topics hint=t.topics_hint value=draft.topics />
        <Choice label=t.head options=heads value=draft.head />
    }
}

/// An emoji from a few, or any that is typed.
#[component]
pub fn EmojiField(draft: Draft, t: &'static Words) -> impl IntoView {
    let emoji = draft.emoji;
    let option = move |value: &'static str, label: &'static str| {
        view! {
            <button
                type="button"
                class="emoji-option"
                aria-label=label
                aria-pressed=move || if *emoji.read() == value { "true" } else { "false" }
                on:click=move |_| emoji.set(value.to_owned())
            >
                {if value.is_empty() { "–" } else { value }}
            </button>
        }
    };
    view! {
        <div class="field" role="group" aria-label=t.emoji>
            <p class="field-label" aria-hidden="true">{t.emoji}</p>
            <div class="emoji-options">
                {option("", t.emoji_none)}
                {EMOJI.map(|one| option(one, one)).collect_view()}
                <input
                    class="input emoji-input"
                    aria-label=t.emoji
                    autocomplete="off"
                    prop:value=move || emoji.get()
                    on:change:target=move |event| emoji.set(event.target().value())
                />
            </div>
            <p class="field-hint">{t.emoji_hint}</p>
        </div>
    }
}
