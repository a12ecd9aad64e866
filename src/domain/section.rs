//! The unit of writing, saving, history and joining.

use super::{EventId, Place, SectionId, SessionId};

/// A raw slice of Markdown that includes its heading line. Title, level and
/// emoji are read from the text, never stored beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    pub id: SectionId,
    pub event: EventId,
    pub place: Place,
    pub text: String,
    pub in_report: bool,
    /// The session of which this is the memo.
    pub session: Option<SessionId>,
    /// What the app writes into it.
    pub fill: Option<Fill>,
    /// What the app last wrote at the head of `text`; it may be replaced only while `text` still
    /// starts with it.
    pub filled: String,
}

/// What the app can write into a section.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fill {
    /// Nothing in itself: the memos of sessions come beneath it.
    Memos,
    /// Her own talk.
    OwnTalk,
    /// The sessions to be watched later, as a list.
    WatchLater,
    /// The same sessions, each under a small heading.
    WatchLaterHeadings,
    /// What was marked as learned, in all sections.
    Learned,
    Questions,
    Tries,
    /// The slides of the sessions in the report.
    Slides,
}

impl Section {
    /// This section without a change of it from `before` to `after`; what was changed since stays.
    pub fn without_change(mut self, before: &Self, after: &Self) -> Self {
        if self.text == after.text {
            self.text.clone_from(&before.text);
            self.filled.clone_from(&before.filled);
            self.fill = before.fill;
        }
        if self.place == after.place {
            self.place = before.place.clone();
        }
        if self.in_report == after.in_report {
            self.in_report = before.in_report;
        }
        self
    }

    /// A section in the report which the person writes alone.
    pub fn new(id: SectionId, event: EventId, place: Place, text: impl Into<String>) -> Self {
        Self {
            id,
            event,
            place,
            text: text.into(),
            in_report: true,
            session: None,
            fill: None,
            filled: String::new(),
        }
    }

    /// A section with some words of this one. What the app knows of this one stays with it.
    pub fn piece(&self, id: SectionId, place: Place, text: impl Into<String>) -> Self {
        Self {
            in_report: self.in_report,
            ..Self::new(id, self.event.clone(), place, text)
        }
    }

    /// The order of a report: by place, and by identity where two places are equal
    /// (two tabs may have chosen the same one).
    pub fn sort_key(&self) -> (&Place, &SectionId) {
        (&self.place, &self.id)
    }
}
