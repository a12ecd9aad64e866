//! One entry of a programme while it is put together from its fields.

use super::cursor::{Cursor, is_blank, strip};
use super::dates::Written;
use super::headers::Column;
use super::inline::{add, words};
use super::names::names;
use super::times::{length, time};
use super::when::{When, when};
use crate::domain::{LinkKind, Moment, Session};
use crate::timetable::times::iso;

/// An entry, and what is known about when it is.
#[derive(Default)]
pub struct Entry {
    /// The line on which it begins, from 1.
    pub line: usize,
    pub session: Session,
    pub when: When,
    /// The day of the programme that it names apart from its times.
    pub day: Option<Written>,
    pub company: String,
    /// A time that was not understood.
    pub bad_time: Option<String>,
}

impl Entry {
    pub fn new(line: usize) -> Self {
        Self {
            line,
            ..Self::default()
        }
    }

    /// Whether it has a time of its own.
    pub fn has_start(&self) -> bool {
        self.when.start.is_some() || self.session.start.is_some()
    }

    /// Takes in a field. One that is there already stays.
    pub fn set(&mut self, column: Column, text: &str) {
        let text = strip(text, "");
        if text.is_empty() {
            return;
        }
        let session = &mut self.session;
        match column {
            Column::Time | Column::Start | Column::End => self.set_time(column, text),
            Column::Date => self.set_date(text),
            Column::Length => match read_all(text, |here| length(here, true)) {
                Some(length) => self.when.length = self.when.length.or(Some(length)),
                None => self.tell(text),
            },
            Column::Title => keep(&mut session.title, &line(text, &mut session.links)),
            Column::Room => keep(&mut session.room, &line(text, &mut session.links)),
            Column::Track => keep(&mut session.track, &line(text, &mut session.links)),
            Column::Company => keep(&mut self.company, &line(text, &mut session.links)),
            Column::About => keep(&mut session.about, &words(text, &mut session.links)),
            Column::Speaker if session.speakers.is_empty() => {
                session.speakers = names(&words(text, &mut session.links));
            }
            Column::Id => keep(&mut session.source_id, text),
            Column::Link => self.set_link(text, None),
            Column::Slides => self.set_link(text, Some(LinkKind::Slides)),
            Column::Recording => self.set_link(text, Some(LinkKind::Recording)),
            Column::Speaker => {}
        }
    }

    fn set_link(&mut self, text: &str, kind: Option<LinkKind>) {
        let links = &mut self.session.links;
        let before = links.len();
        words(text, links);
        if before == links.len() && !text.contains(is_blank) && text.contains('.') {
            add(links, "", &["https://", text].concat());
        }
        for link in links.iter_mut().skip(before) {
            link.kind = kind.unwrap_or(link.kind);
        }
    }

    fn set_time(&mut self, column: Column, text: &str) {
        let text = &words(text, &mut self.session.links);
        let is_end = column == Column::End;
        if let Some(at @ Moment::Instant(_)) = iso(text) {
            let field = if is_end {
                &mut self.session.end
            } else {
                &mut self.session.start
            };
            *field = field.or(Some(at));
            return;
        }
        let mut here = Cursor::new(text);
        let mut found = when(&mut here);
        if let Some(found) = &mut found
            && found.end.is_none()
            && here.blanks()
        {
            // Two lines in one cell.
            found.end = time(&mut here).filter(|end| Some(*end) > found.start);
        }
        let lasts = read_all(text, |here| length(here, false));
        match (found, lasts) {
            (Some(found), _) if is_end => self.when.add(When {
                end_date: found.date,
                end: found.start,
                are_twelve: (false, found.are_twelve.0),
                ..When::default()
            }),
            (Some(found), _) => self.when.add(found),
            (None, Some(_)) if column == Column::Time => {
                self.when.length = self.when.length.or(lasts);
            }
            _ => self.tell(text),
        }
    }

    fn set_date(&mut self, text: &str) {
        let number = read_all(text, |here| here.number(2)).filter(|n| (1..=10).contains(n));
        match (when(&mut Cursor::new(text)), number) {
            (Some(found), _) => {
                self.day = self.day.or(found.date);
                self.when.add(When {
                    date: None,
                    ..found
                });
            }
            (None, Some(n)) => self.day = self.day.or(Some(Written::Nth(n))),
            (None, None) => self.tell(text),
        }
    }

    fn tell(&mut self, text: &str) {
        // A dash in a cell says that there is nothing.
        if text.contains(char::is_alphanumeric) {
            self.bad_time.get_or_insert_with(|| text.into());
        }
    }
}

/// What is read, if that is all of the text.
fn read_all<T>(text: &str, read: impl Fn(&mut Cursor) -> Option<T>) -> Option<T> {
    let mut here = Cursor::new(text);
    here.blanks();
    let found = read(&mut here)?;
    here.at_end().then_some(found)
}

fn keep(field: &mut String, text: &str) {
    if field.is_empty() {
        *field = text.into();
    }
}

/// Words on one line.
pub fn line(text: &str, links: &mut Vec<crate::domain::Link>) -> String {
    let text = words(text, links);
    if !text.contains(['\n', '\t']) {
        return text;
    }
    let mut line = String::with_capacity(text.len());
    for word in text
        .split(['\n', '\t'])
        .filter(|word| !word.trim().is_empty())
    {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word.trim());
    }
    line
}
