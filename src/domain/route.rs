//! Which screen the address names. The address is the fragment (`#/…`), so a
//! page on any static host can be reloaded anywhere.

use super::{EventId, SectionId, SessionId};

/// One of the tabs of an event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tab {
    Timetable,
    Notes,
    Report,
}

/// A screen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    Events,
    NewEvent,
    /// A new section in the event that is on: where the shortcut of the installed page leads.
    NewNote,
    /// What is on now, of the event that is on: where another shortcut leads.
    Now,
    /// Where what another app shares belongs; what it is stands in the query of the address.
    Shared,
    Settings,
    /// How well everything is kept.
    Kept,
    /// Sections of which two texts stand beside each other.
    Copies,
    /// What was deleted and can be taken back.
    Trash,
    /// Finding words in all events. Which words is nothing for an address, which others may see.
    Search,
    Event(EventId, Tab),
    /// All sections of the report as one text.
    Whole(EventId),
    /// Finding words in all sections of an event.
    Find(EventId),
    /// Name, days, venue and so on of an event.
    Details(EventId),
    /// One section, full screen on a phone.
    Writing(EventId, SectionId),
    /// The texts that a section had before.
    History(EventId, SectionId),
    /// Taking a programme in.
    TakeIn(EventId),
    /// What the programme says of a session, and what she makes of it.
    Session(EventId, SessionId),
    /// The memo of a session, also before there is one.
    Memo(EventId, SessionId),
}

impl Route {
    /// Reads a fragment with or without its `#`. Anything unknown is the list
    /// of events: an old link still opens the page.
    pub fn parse(fragment: &str) -> Route {
        let path = fragment.trim_start_matches('#').trim_matches('/');
        let event = |id: &str| EventId::from_text(id);
        match *path.split('/').collect::<Vec<_>>() {
            ["new"] => Route::NewEvent,
            ["note"] => Route::NewNote,
            ["now"] => Route::Now,
            ["shared"] => Route::Shared,
            ["settings"] => Route::Settings,
            ["kept"] => Route::Kept,
            ["copies"] => Route::Copies,
            ["trash"] => Route::Trash,
            ["search"] => Route::Search,
            ["event", id] => Route::Event(event(id), Tab::Notes),
            ["event", id, "timetable"] => Route::Event(event(id), Tab::Timetable),
            ["event", id, "take-in"] => Route::TakeIn(event(id)),
            ["event", id, "session", session] => {
                Route::Session(event(id), SessionId::from_text(session))
            }
            ["event", id, "memo", session] => Route::Memo(event(id), SessionId::from_text(session)),
            ["event", id, "report"] => Route::Event(event(id), Tab::Report),
            ["event", id, "whole"] => Route::Whole(event(id)),
            ["event", id, "find"] => Route::Find(event(id)),
            ["event", id, "details"] => Route::Details(event(id)),
            ["event", id, "section", section] => {
                Route::Writing(event(id), SectionId::from_text(section))
            }
            ["event", id, "section", section, "history"] => {
                Route::History(event(id), SectionId::from_text(section))
            }
            _ => Route::Events,
        }
    }

    /// The fragment, with its `#`.
    pub fn fragment(&self) -> String {
        match self {
            Route::Events => "#/".into(),
            Route::NewEvent => "#/new".into(),
            Route::NewNote => "#/note".into(),
            Route::Now => "#/now".into(),
            Route::Shared => "#/shared".into(),
            Route::Settings => "#/settings".into(),
            Route::Kept => "#/kept".into(),
            Route::Copies => "#/copies".into(),
            Route::Trash => "#/trash".into(),
            Route::Search => "#/search".into(),
            Route::Event(id, Tab::Notes) => format!("#/event/{id}"),
            Route::Event(id, Tab::Timetable) => format!("#/event/{id}/timetable"),
            Route::TakeIn(id) => format!("#/event/{id}/take-in"),
            Route::Session(id, session) => format!("#/event/{id}/session/{session}"),
            Route::Memo(id, session) => format!("#/event/{id}/memo/{session}"),
            Route::Event(id, Tab::Report) => format!("#/event/{id}/report"),
            Route::Whole(id) => format!("#/event/{id}/whole"),
            Route::Find(id) => format!("#/event/{id}/find"),
            Route::Details(id) => format!("#/event/{id}/details"),
            Route::Writing(id, section) => format!("#/event/{id}/section/{section}"),
            Route::History(id, section) => format!("#/event/{id}/section/{section}/history"),
        }
    }

    /// The event that the screen belongs to.
    pub fn event(&self) -> Option<&EventId> {
        match self {
            Route::Events
            | Route::NewEvent
            | Route::NewNote
            | Route::Now
            | Route::Shared
            | Route::Settings
            | Route::Kept
            | Route::Copies
            | Route::Trash
            | Route::Search => None,
            Route::Event(id, _)
            | Route::Whole(id)
            | Route::Find(id)
            | Route::Details(id)
            | Route::Writing(id, _)
            | Route::TakeIn(id)
            | Route::Session(id, _)
            | Route::Memo(id, _)
            | Route::History(id, _) => Some(id),
        }
    }

    /// The screen that the back arrow of this one leads to.
    pub fn up(&self) -> Route {
        match self {
            Route::Whole(id) | Route::Find(id) | Route::Details(id) | Route::Writing(id, _) => {
                Route::Event(id.clone(), Tab::Notes)
            }
            Route::History(id, section) => Route::Writing(id.clone(), section.clone()),
            Route::TakeIn(id) | Route::Session(id, _) | Route::Memo(id, _) => {
                Route::Event(id.clone(), Tab::Timetable)
            }
            _ => Route::Events,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_has_an_address() {
        let (event, section) = (EventId::from_bits(7), SectionId::from_bits(8));
        let session = SessionId::from_bits(9);
        for route in [
            Route::Events,
            Route::NewEvent,
            Route::NewNote,
            Route::Now,
            Route::Shared,
            Route::Settings,
            Route::Kept,
            Route::Copies,
            Route::Trash,
            Route::Search,
            Route::Event(event.clone(), Tab::Notes),
            Route::Event(event.clone(), Tab::Report),
            Route::Event(event.clone(), Tab::Timetable),
            Route::TakeIn(event.clone()),
            Route::Session(event.clone(), session.clone()),
            Route::Memo(event.clone(), session),
            Route::Whole(event.clone()),
            Route::Find(event.clone()),
            Route::Details(event.clone()),
            Route::Writing(event.clone(), section.clone()),
            Route::History(event, section),
        ] {
            assert_eq!(Route::parse(&route.fragment()), route);
        }
    }

    #[test]
    fn an_unknown_address_is_the_list() {
        for fragment in ["", "#", "#/", "#/what", "#fn-1", "#/event", "#/event/a/b/c"] {
            assert_eq!(Route::parse(fragment), Route::Events, "{fragment}");
        }
    }
}
