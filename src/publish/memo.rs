//! The memo of a session: what the app writes at its head, and where in the report it stands.

use crate::domain::{Agenda, Date, Link, LinkKind, Section, Session, SessionId, is_web_address};
use crate::markdown::{self, escaped, leading_emoji};
use crate::text::Language;

/// The head of a memo: the heading, who speaks where, the page of the session, and each link to
/// slides alone on its line, where many hosts make a card of it.
pub fn memo_head(language: Language, session: &Session, nested: bool) -> String {
    let t = &language.words().timetable;
    let level = if nested { "###" } else { "##" };
    let title = one_line(&session.title);
    let mut head = format!("{level} {}\n\n", escaped(&title));
    let speakers: Vec<String> = session.speakers.iter().map(|name| one_line(name)).collect();
    let by = (t.by)(&speakers.join(t.between_speakers), &one_line(&session.room));
    if !by.is_empty() {
        head += &format!("{}\n\n", escaped(&by));
    }
    for link in session
        .links
        .iter()
        .filter(|link| is_web_address(&link.address))
    {
        let Link { kind, address, .. } = link;
        match kind {
            LinkKind::Slides => head += &format!("{address}\n\n"),
            LinkKind::Page => head += &format!("[{}](<{address}>)\n\n", t.page_link),
            LinkKind::Recording | LinkKind::Other => {}
        }
    }
    head
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether nothing was written in a section below what the app wrote at its head.
pub fn is_untouched(section: &Section) -> bool {
    let rest = section.text.strip_prefix(section.filled.as_str());
    let blank = |rest: &str| {
        rest.trim_matches(|c: char| c.is_whitespace() || c == '-')
            .is_empty()
    };
    !section.filled.is_empty() && rest.is_some_and(blank)
}

/// Where a new memo stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spot {
    /// After this one of the sections; before all of them without.
    pub after: Option<usize>,
    pub nested: bool,
}

/// Where the memo of a session belongs among the sections of its report: in the order of time
/// among the memos that are there, under the heading of its day or of all memos where one stands.
pub fn memo_spot(sections: &[Section], agenda: &Agenda, session: &SessionId) -> Spot {
    let order = |id: &SessionId| agenda.slots.iter().position(|slot| slot.id == *id);
    let (own, day) = (
        order(session),
        agenda.slot(session).and_then(|slot| slot.day),
    );
    let memos = sections.iter().enumerate().filter_map(|(at, section)| {
        let id = section.session.as_ref()?;
        Some((at, order(id), agenda.slot(id).and_then(|slot| slot.day)))
    });
    let parent = day_heading(sections, agenda, day).or_else(|| memos_heading(sections));
    // Under the heading of a day only the memos of that day are neighbours.
    let by_day = parent.is_some_and(|(_, is_day)| is_day);
    let memos: Vec<_> = memos.filter(|(_, _, of)| !by_day || *of == day).collect();
    let nested = |at: usize| is_nested(&sections[at]);
    let earlier = memos
        .iter()
        .rfind(|(_, order, _)| *order <= own && order.is_some());
    if let Some((at, ..)) = earlier {
        return Spot {
            after: Some(*at),
            nested: nested(*at),
        };
    }
    if let Some((at, ..)) = memos.first() {
        return Spot {
            after: at.checked_sub(1),
            nested: nested(*at),
        };
    }
    match parent {
        Some((at, _)) => Spot {
            after: Some(at),
            nested: !is_nested(&sections[at]),
        },
        None => Spot {
            after: sections.len().checked_sub(1),
            nested: false,
        },
    }
}

/// Whether a section stands beneath another one.
pub(super) fn is_nested(section: &Section) -> bool {
    let heading = markdown::heading(&section.text);
    heading.is_some_and(|heading| heading.level >= markdown::LEVELS.sub)
}

/// The heading of a day, `Day 2` of the templates or `2日目 11/29(日)`, and that it is one.
fn day_heading(sections: &[Section], agenda: &Agenda, day: Option<Date>) -> Option<(usize, bool)> {
    let number = agenda.days.iter().position(|other| Some(*other) == day)? + 1;
    let names = [format!("day {number}"), format!("{number}日目")];
    let at = sections.iter().position(|section| {
        let title = title(section).to_lowercase();
        let behind = names.iter().find_map(|name| title.strip_prefix(name));
        let is_other = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
        section.session.is_none() && behind.is_some_and(|rest| !is_other(rest))
    })?;
    Some((at, true))
}

/// The heading under which a template has the memos.
pub(super) fn memos_heading(sections: &[Section]) -> Option<(usize, bool)> {
    let names = [Language::Japanese, Language::English].map(|it| it.words().timetable.memos);
    let at = sections
        .iter()
        .position(|section| names.contains(&title(section).as_str()))?;
    Some((at, false))
}

/// The title without the emoji before it.
pub(super) fn title(section: &Section) -> String {
    let title = markdown::heading(&section.text).map(|heading| heading.title);
    let title = title.unwrap_or_default();
    let emoji = leading_emoji(&title).map_or(0, str::len);
    title[emoji..].trim().to_owned()
}
