//! One conference and the head of its report. The sections are not in here:
//! each is a record of its own.

use super::{Date, Days, EventId, Published};

/// In which role she is there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    Attendee,
    Speaker,
    Staff,
    Sponsor,
}

/// Where the report's title stands in the downloaded file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Head {
    /// `# Title` as the first line.
    #[default]
    Heading,
    /// YAML front matter with title, emoji and topics.
    FrontMatter,
}

/// What kind of article a report is, to a place that asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Kind {
    #[default]
    Tech,
    Idea,
}

/// What a report has besides its sections.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    pub title: String,
    /// What new top headings begin with; may be empty.
    pub emoji: String,
    pub topics: Vec<String>,
    pub head: Head,
    pub kind: Kind,
    /// The name of its file where that is part of the address. Empty, it is made of the event's
    /// name and days.
    pub slug: String,
    /// The head as it stood in the file that was opened, to the byte: everything
    /// before the first section. Empty for a report that was made here. Where it
    /// says something else than the fields above, they are right.
    pub written: String,
}

/// One conference. Only the name must be there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    pub id: EventId,
    pub name: String,
    pub short_name: String,
    pub days: Option<Days>,
    pub venue: String,
    pub hashtag: String,
    pub link: String,
    /// An IANA name such as `Asia/Tokyo`; empty when nobody has said.
    pub time_zone: String,
    pub role: Option<Role>,
    pub report: Report,
    /// In the order in which it was noted.
    pub published: Vec<Published>,
}

/// Whether a text is one address of a web page: http or https, a host, and
/// nothing that an address cannot hold as it is
/// (<https://url.spec.whatwg.org/#url-writing>).
pub fn is_web_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let schemes = ["https://", "http://"];
    let rest = schemes.iter().find_map(|scheme| lower.strip_prefix(scheme));
    let wrong = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"');
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty() && !host.starts_with(':') && !rest.contains(wrong)
    })
}

/// Whether a text is one hashtag, with its sign or without: a space would end it.
pub fn is_hashtag(text: &str) -> bool {
    let tag = text.trim_start_matches(SIGNS);
    !tag.is_empty() && !tag.contains(|c: char| c.is_whitespace() || SIGNS.contains(&c))
}

/// What begins a hashtag, as a Latin or a Japanese keyboard types it.
const SIGNS: [char; 2] = ['#', '＃'];

impl Event {
    /// An event of which only the name is known.
    pub fn new(id: EventId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            short_name: String::new(),
            days: None,
            venue: String::new(),
            hashtag: String::new(),
            link: String::new(),
            time_zone: String::new(),
            role: None,
            report: Report::default(),
            published: Vec::new(),
        }
    }

    /// The short name where there is one, else the name.
    pub fn called(&self) -> &str {
        if self.short_name.trim().is_empty() {
            &self.name
        } else {
            &self.short_name
        }
    }

    /// Whether the year of a day must be said, because no day of the event says it.
    pub fn is_in_another_year(&self, day: Date) -> bool {
        let says = |days: Days| [days.first(), days.last()].map(Date::year);
        !self
            .days
            .is_some_and(|days| says(days).contains(&day.year()))
    }

    /// Without a change of its title, topics or publications from `before` to `after`; what was
    /// changed since stays.
    pub fn without_change(mut self, before: &Self, after: &Self) -> Self {
        if self.published == after.published {
            self.published.clone_from(&before.published);
        }
        if self.report.title == after.report.title {
            self.report.title.clone_from(&before.report.title);
        }
        if self.report.topics == after.report.topics {
            self.report.topics.clone_from(&before.report.topics);
        }
        self
    }

    /// The hashtag with its sign, however it was typed; empty if there is none.
    pub fn hashtag_with_sign(&self) -> String {
        let tag = self.hashtag.trim().trim_start_matches(SIGNS);
        if tag.is_empty() {
            String::new()
        } else {
            format!("#{tag}")
        }
    }
}

/// The event in which a note of today belongs: the one that is on, else the first of `events`,
/// which are in the order in which they are shown.
pub fn event_of_the_day(events: &[Event], today: Option<Date>) -> Option<&Event> {
    let is_on = |event: &&Event| {
        let days = event.days.zip(today);
        days.is_some_and(|(days, today)| (days.first()..=days.last()).contains(&today))
    };
    events.iter().find(is_on).or(events.first())
}

/// The event with which one is compared: the first of `events`, of which the latest stands first,
/// whose days begin before it and in whose report something is written. The sample is nobody's.
pub fn event_before<'a>(
    events: &'a [Event],
    event: &Event,
    is_written: impl Fn(&Event) -> bool,
) -> Option<&'a Event> {
    let first = |event: &Event| event.days.map(Days::first);
    let is_before = |it: &&Event| first(it).is_some_and(|day| Some(day) < first(event));
    let mut before = events.iter().filter(is_before);
    before.find(|it| !it.id.is_of_sample() && is_written(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_belongs_to_the_event_that_is_on() {
        let event = |name: &str, days: &str| {
            let mut event = Event::new(EventId::from_text(name), name);
            let mut days = days.split('/').filter_map(Date::parse);
            event.days = days
                .next()
                .map(|first| Days::new(first, days.next().unwrap_or(first)));
            event
        };
        let events = [
            event("no days", ""),
            event("later", "2026-12-01"),
            event("now", "2026-11-27/2026-11-29"),
        ];
        let chosen =
            |today| event_of_the_day(&events, Date::parse(today)).map(|event| event.name.as_str());
        for day in ["2026-11-27", "2026-11-28", "2026-11-29"] {
            assert_eq!(chosen(day), Some("now"));
        }
        assert_eq!(chosen("2026-12-01"), Some("later"));
        assert_eq!(chosen("2026-11-30"), Some("no days"));
        assert_eq!(chosen(""), Some("no days"));
        assert_eq!(event_of_the_day(&[], None), None);
    }

    #[test]
    fn an_earlier_event_begins_before() {
        let event = |name: &str, day: Option<&str>| {
            let mut event = Event::new(EventId::from_text(name), name);
            let day = day.and_then(Date::parse);
            event.days = day.map(|day| Days::new(day, day));
            event
        };
        let events = [
            event("no days", None),
            event("later", Some("2026-12-01")),
            event("this", Some("2026-11-28")),
            event("the same day", Some("2026-11-28")),
            Event {
                id: EventId::of_sample(1),
                ..event("the sample", Some("2025-12-01"))
            },
            event("last year", Some("2025-11-18")),
            event("long ago", Some("2024-11-28")),
        ];
        let before = |event: &Event, written: &[&str]| {
            let is_written = |it: &Event| written.contains(&&*it.name);
            event_before(&events, event, is_written).map(|it| it.name.clone())
        };
        let all = events.each_ref().map(|it| &*it.name);
        assert_eq!(before(&events[2], &all).as_deref(), Some("last year"));
        assert_eq!(
            before(&events[2], &["later", "long ago"]).as_deref(),
            Some("long ago")
        );
        assert_eq!(before(&events[2], &["later", "the same day"]), None);
        assert_eq!(before(&events[0], &all), None);
    }

    #[test]
    fn a_year_that_the_event_does_not_say_is_another() {
        let mut event = Event::new(EventId::from_bits(1), "a");
        let day = |text| Date::parse(text).expect("a day");
        assert!(event.is_in_another_year(day("2026-04-20")));
        event.days = Some(Days::new(day("2025-12-31"), day("2026-01-01")));
        assert!(!event.is_in_another_year(day("2026-04-20")));
        assert!(event.is_in_another_year(day("2027-01-01")));
    }

    #[test]
    fn a_change_is_taken_back_where_nothing_came_after_it() {
        let mut before = Event::new(EventId::from_bits(1), "a");
        before.report.title = "before".into();
        let mut after = before.clone();
        after.report.title = "after".into();
        let mut now = after.clone();
        now.venue = "since".into();
        now.report.topics = vec!["since".into()];
        let mut back = now.clone();
        back.report.title = "before".into();
        assert_eq!(now.clone().without_change(&before, &after), back);
        now.report.title = "since".into();
        assert_eq!(now.clone().without_change(&before, &after), now);

        let mut noted = before.clone();
        noted.published = vec![Published::default()];
        assert_eq!(noted.clone().without_change(&before, &noted), before);
        let mut since = noted.clone();
        since.published.push(Published::default());
        assert_eq!(since.clone().without_change(&before, &noted), since);
    }

    #[test]
    fn knows_an_address_of_the_web() {
        for right in [
            "https://event.example",
            "http://event.example:8080/2026?a=b#c",
            "HTTPS://Event.example/",
            "https://例え.example/雲（春）",
        ] {
            assert!(is_web_address(right), "{right}");
        }
        for wrong in [
            "",
            "event.example",
            "https://",
            "https:///a",
            "https://?a",
            "https://:80",
            "https:event.example",
            "ftp://event.example",
            "javascript:alert(1)",
            "https://event.example と",
            "https://a.example\u{3000}",
            "<https://event.example>",
        ] {
            assert!(!is_web_address(wrong), "{wrong}");
        }
    }

    #[test]
    fn knows_one_hashtag() {
        for right in ["kumo", "#kumo", "＃雲会議", "kumo_2026"] {
            assert!(is_hashtag(right), "{right}");
        }
        for wrong in [
            "",
            "#",
            "kumo kaigi",
            "雲\u{3000}会議",
            "#kumo #kaigi",
            "#a#b",
        ] {
            assert!(!is_hashtag(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_hashtag_has_one_sign() {
        let mut event = Event::new(EventId::from_bits(1), "Kumo Kaigi");
        for typed in ["kumo", "#kumo", " ＃kumo"] {
            event.hashtag = typed.into();
            assert_eq!(event.hashtag_with_sign(), "#kumo");
        }
        event.hashtag = "#".into();
        assert_eq!(event.hashtag_with_sign(), "");
    }
}
