//! The fields of an event and of its report's head, shared by the screens that
//! make one and that change one.

use leptos::prelude::*;

use super::field::{Choice, Problem, TextField};
use super::state::App;
use crate::browser::zones;
use crate::domain::{Date, Days, Event, EventId, Head, Kind, Role, is_hashtag, is_web_address};
use crate::markdown::is_emoji;
use crate::publish::{Target, made_slug, slug_finding};
use crate::text::Words;

/// What new headings may begin with; the first one is chosen for a new event.
const EMOJI: [&str; 8] = ["🎈", "☁️", "🦀", "🚀", "🎤", "🌱", "🔥", "📝"];

const ROLES: [Option<Role>; 5] = [
    None,
    Some(Role::Attendee),
    Some(Role::Speaker),
    Some(Role::Staff),
    Some(Role::Sponsor),
];

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
    kind: RwSignal<Kind>,
    slug: RwSignal<String>,
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
            kind: RwSignal::new(event.report.kind),
            slug: text(&event.report.slug),
        }
    }

    /// What is typed, a line for each field, be it wrong or not. None of them has a
    /// line's end in it.
    pub fn lines(self) -> String {
        let texts = self.texts().map(|text| text.get());
        let role = ROLES.iter().position(|role| *role == self.role.get());
        format!("{}\n{}", texts.join("\n"), role.unwrap_or(0))
    }

    /// Fills the form with what [`Draft::lines`] has given; lines that are missing
    /// change nothing.
    pub fn fill(self, lines: &str) {
        let mut lines = lines.split('\n');
        for (text, line) in self.texts().into_iter().zip(&mut lines) {
            text.set(line.to_owned());
        }
        let role = lines.next().and_then(|line| line.parse::<usize>().ok());
        if let Some(role) = role.and_then(|role| ROLES.get(role)) {
            self.role.set(*role);
        }
    }

    /// The fields of a new event that are typed.
    fn texts(self) -> [RwSignal<String>; 9] {
        [
            self.name,
            self.first_day,
            self.last_day,
            self.venue,
            self.hashtag,
            self.emoji,
            self.short_name,
            self.link,
            self.time_zone,
        ]
    }

    /// Starts with the first emoji chosen, as a new event does.
    pub fn with_first_emoji(self) -> Self {
        self.emoji.set(EMOJI[0].to_owned());
        self
    }

    /// Chooses what new headings begin with.
    pub fn choose_emoji(self, emoji: String) {
        self.emoji.set(emoji);
    }

    /// Puts what is typed into the event, be it wrong or not, so that nothing
    /// typed is lost. Two things wait until they are right: a name that is white
    /// space and an emoji that is not one change nothing.
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
        let emoji = text(self.emoji);
        if emoji.is_empty() || is_emoji(&emoji) {
            event.report.emoji = emoji;
        }
        event.report.topics = self
            .topics
            .read()
            .split([',', '、', '，'])
            .map(|topic| topic.trim().to_owned())
            .filter(|topic| !topic.is_empty())
            .collect();
        event.report.head = self.head.get();
        event.report.kind = self.kind.get();
        event.report.slug = text(self.slug);
    }

    /// Whether the report goes to Zenn, or was meant to.
    fn is_for_zenn(self, target: Target) -> bool {
        let is_said =
            self.kind.get_untracked() != Kind::default() || !self.slug.read_untracked().is_empty();
        target == Target::Zenn || is_said
    }

    /// One day is enough: the other is then the same.
    fn days(self) -> Option<Days> {
        let first = Date::parse(&self.first_day.read());
        let last = Date::parse(&self.last_day.read());
        let one = first.or(last)?;
        Some(Days::new(one, last.unwrap_or(one)))
    }

    /// Whether something is wrong, which a new event waits for.
    pub fn is_wrong(self, t: &'static Words) -> bool {
        let problems = [
            self.days_problem(t),
            self.hashtag_problem(t),
            self.link_problem(t),
            self.time_zone_problem(t),
            self.emoji_problem(t),
        ];
        problems.iter().any(Option::is_some)
    }

    fn days_problem(self, t: &'static Words) -> Option<String> {
        let first = Date::parse(&self.first_day.read())?;
        let last = Date::parse(&self.last_day.read())?;
        (last < first).then(|| t.days_wrong.to_owned())
    }

    fn hashtag_problem(self, t: &'static Words) -> Option<String> {
        problem(self.hashtag, is_hashtag, t.hashtag_wrong)
    }

    fn link_problem(self, t: &'static Words) -> Option<String> {
        problem(self.link, is_web_address, t.link_wrong)
    }

    fn time_zone_problem(self, t: &'static Words) -> Option<String> {
        problem(self.time_zone, zones::knows, t.time_zone_wrong)
    }

    fn emoji_problem(self, t: &'static Words) -> Option<String> {
        problem(self.emoji, is_emoji, t.emoji_wrong)
    }
}

/// What is wrong with a field that is not empty.
fn problem(field: RwSignal<String>, is_right: fn(&str) -> bool, words: &str) -> Option<String> {
    let typed = field.read();
    let typed = typed.trim();
    (!typed.is_empty() && !is_right(typed)).then(|| words.to_owned())
}

/// Days, venue, hashtag: what stands in the opening lines.
#[component]
pub fn OpeningFields(draft: Draft, t: &'static Words) -> impl IntoView {
    view! {
        <div class="field-row">
            <TextField label=t.first_day kind="date" value=draft.first_day />
            <TextField
                label=t.last_day
                kind="date"
                value=draft.last_day
                problem=Signal::derive(move || draft.days_problem(t))
            />
        </div>
        <TextField label=t.venue value=draft.venue />
        <TextField
            label=t.hashtag
            hint=t.hashtag_hint
            value=draft.hashtag
            problem=Signal::derive(move || draft.hashtag_problem(t))
        />
    }
}

/// What most people fill in later.
#[component]
pub fn LaterFields(draft: Draft, t: &'static Words) -> impl IntoView {
    let names = [
        t.role_unsaid,
        t.role_attendee,
        t.role_speaker,
        t.role_staff,
        t.role_sponsor,
    ];
    let roles = ROLES.into_iter().zip(names);
    let roles = roles.map(|(role, name)| (role, name.to_owned(), String::new()));
    view! {
        <TextField label=t.short_name value=draft.short_name />
        <TextField
            label=t.link
            kind="url"
            value=draft.link
            problem=Signal::derive(move || draft.link_problem(t))
        />
        <TextField
            label=t.time_zone
            value=draft.time_zone
            problem=Signal::derive(move || draft.time_zone_problem(t))
        />
        <Choice label=t.role options=roles.collect() value=draft.role />
    }
}

/// Title, topics and where they stand in the file, which every place but none says itself; for Zenn,
/// what the article is and is called.
#[component]
pub fn ReportFields(app: App, draft: Draft) -> impl IntoView {
    let t = app.words();
    let target = app.looks.target.get_untracked();
    let heads = vec![
        (Head::Heading, t.head_heading.to_owned(), String::new()),
        (
            Head::FrontMatter,
            t.head_front_matter.to_owned(),
            String::new(),
        ),
    ];
    view! {
        <TextField label=t.report_title name="title" value=draft.title />
        <EmojiField draft t />
        <TextField label=t.topics name="topics" hint=t.topics_hint value=draft.topics />
        {(target == Target::AsWritten)
            .then(|| view! { <Choice label=t.head options=heads value=draft.head /> })}
        {draft.is_for_zenn(target).then(|| view! { <ZennFields app draft /> })}
    }
}

/// What only Zenn asks for.
#[component]
fn ZennFields(app: App, draft: Draft) -> impl IntoView {
    let t = &app.words().publishing;
    let kinds = [(Kind::Tech, t.tech), (Kind::Idea, t.idea)];
    let kinds = kinds.map(|(kind, name)| (kind, name.to_owned(), String::new()));
    let language = app.language();
    let problem = move || {
        let slug = draft.slug.read().trim().to_owned();
        let found = slug_finding(&slug).filter(|_| !slug.is_empty());
        found.map(|found| found.rule.sentence(language))
    };
    let hint = move || {
        let mut typed = Event::new(EventId::from_text(""), "");
        draft.write_into(&mut typed);
        (t.slug_hint)(&made_slug(&typed))
    };
    view! {
        <Choice label=t.kind options=kinds.to_vec() value=draft.kind />
        <TextField
            label=t.slug
            name="slug"
            value=draft.slug
            hint=Signal::derive(hint)
            problem=Signal::derive(problem)
        />
    }
}

/// An emoji from a few, or any that is typed.
#[component]
pub fn EmojiField(draft: Draft, t: &'static Words) -> impl IntoView {
    let emoji = draft.emoji;
    let problem = Signal::derive(move || draft.emoji_problem(t));
    let problem_id = "emoji-problem";
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
                    aria-invalid=move || problem.get().map(|_| "true")
                    aria-errormessage=problem_id
                    autocomplete="off"
                    prop:value=move || emoji.get()
                    on:change:target=move |event| emoji.set(event.target().value())
                />
            </div>
            <Problem id=problem_id.to_owned() problem />
            <p class="field-hint">{t.emoji_hint}</p>
        </div>
    }
}
