//! One conference and the head of its report. The sections are not in here:
//! each is a record of its own.

use super::{Days, EventId};

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

/// What a report has besides its sections.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    pub title: String,
    /// What new top headings begin with; may be empty.
    pub emoji: String,
    pub topics: Vec<String>,
    pub head: Head,
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
}

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

    /// The hashtag with its sign, however it was typed; empty if there is none.
    pub fn hashtag_with_sign(&self) -> String {
        let tag = self.hashtag.trim().trim_start_matches(['#', '＃']);
        if tag.is_empty() {
            String::new()
        } else {
            format!("#{tag}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
