//! `schedule.xml`, as Pentabarf had it first, and frab, pretalx, Wafer and OSEM write it today.
//!
//! Owns where in the document each field stands; what it means is in `frab`. The schema is
//! <https://github.com/voc/schedule/blob/master/validator/xsd/schedule.xml.xsd>, but fields of
//! this are absent and others are there in nearly every real file.

use super::frab::{Entry, Programme};
use super::frab_links::{Base, kind_of};
use super::plain_text::one_line;
use super::reading::{Format, Place, Problem, Reading};
use super::references::decode;
use super::xml::{Attributes, Event, VOID, Xml};
use crate::domain::{LinkKind, Zones};

/// Elements whose children have fields each.
const HOLDERS: [&str; 8] = [
    "schedule",
    "conference",
    "event",
    "persons",
    "speakers",
    "links",
    "attachments",
    "recording",
];

/// The name of a room is in each of its entries.
const LONGEST_ROOM: usize = 200;

/// Reads a programme. The text is decoded before, so its declaration of an encoding says nothing.
pub(super) fn read(text: &str, zones: &dyn Zones) -> Reading {
    let mut xml = Xml::new(text);
    let mut reader = Reader {
        programme: Programme::new(Format::FrabXml, zones),
        room: String::new(),
        entry: None,
        words: String::new(),
        attributes: Attributes(""),
        is_schedule: false,
        in_markup: false,
    };
    while let Some(event) = xml.next() {
        match event {
            Event::Start {
                name,
                attributes,
                parent,
            } => reader.start(name, attributes, parent),
            Event::End { name, parent } => reader.end(name, parent),
            Event::Text(text) => decode(text, &mut reader.words),
            Event::Data(text) => reader.words.push_str(text),
        }
        if reader.programme.is_full() {
            break;
        }
    }
    let Reader {
        mut programme,
        is_schedule,
        ..
    } = reader;
    if !is_schedule && !programme.has_entries() {
        programme.tell(Place::Whole, Problem::NotAProgramme, text);
    }
    let troubles = [
        (xml.too_deep, Problem::TooDeep),
        (xml.broken, Problem::Broken),
    ];
    for (at, problem) in troubles {
        if let Some(at) = at {
            let (before, behind) = text
                .trim_end()
                .split_at_checked(at)
                .unwrap_or((text.trim_end(), ""));
            let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
            let words = behind.lines().next().or(before.lines().next_back());
            programme.tell(Place::Line(line), problem, words.unwrap_or_default());
        }
    }
    programme.reading
}

struct Reader<'x, 'z> {
    programme: Programme<'z>,
    room: String,
    entry: Option<Entry>,
    /// The characters of the field that is read.
    words: String,
    /// The attributes of that field.
    attributes: Attributes<'x>,
    is_schedule: bool,
    /// Within a field that may have HTML: where it is not escaped, it is put back.
    in_markup: bool,
}

impl<'x> Reader<'x, '_> {
    fn start(&mut self, name: &'x str, attributes: Attributes<'x>, parent: &str) {
        if self.in_markup && name != "event" {
            for part in ["<", name, attributes.0, ">"] {
                self.words.push_str(part);
            }
            return;
        }
        if HOLDERS.contains(&parent) {
            self.words.clear();
            self.attributes = attributes;
        }
        self.in_markup = false;
        match name {
            "schedule" => self.is_schedule = true,
            "event" => {
                // One that was not closed ends where the next begins.
                self.end_entry();
                let id = attributes.get("id");
                self.entry = Some(Entry {
                    guid: attributes.get("guid"),
                    id: if id.is_empty() {
                        attributes.get("code")
                    } else {
                        id
                    },
                    ..Entry::default()
                });
            }
            "day" if self.entry.is_none() => {
                self.programme
                    .day(&attributes.get("date"), &attributes.get("start"));
            }
            "room" if self.entry.is_none() => {
                self.programme.room();
                let name = attributes.get("name");
                let name: String = name.chars().take(LONGEST_ROOM).collect();
                self.room = name.trim_end().to_owned();
            }
            "abstract" | "description" => self.in_markup = parent == "event",
            _ => {}
        }
    }

    fn end(&mut self, name: &str, parent: &str) {
        if self.in_markup && parent != "event" {
            if VOID.contains(&name) {
                return;
            }
            for part in ["</", name, ">"] {
                self.words.push_str(part);
            }
            return;
        }
        self.in_markup = false;
        match (parent, name) {
            (_, "event") => self.end_entry(),
            (_, "room") if self.entry.is_none() => self.room.clear(),
            (_, "day") if self.entry.is_none() => self.programme.day("", ""),
            ("conference" | "schedule", _) => self.event_field(name),
            _ if self.entry.is_some() => self.field(name, parent),
            _ => {}
        }
    }

    fn end_entry(&mut self) {
        if let Some(mut entry) = self.entry.take() {
            if entry.room.is_empty() {
                entry.room.clone_from(&self.room);
            }
            self.programme.entry(entry);
        }
    }

    /// A field of the event as a whole.
    fn event_field(&mut self, name: &str) {
        let words = one_line(&self.words);
        let reading = &mut self.programme.reading;
        match name {
            "title" => reading.title = words,
            "acronym" if reading.title.is_empty() => reading.title = words,
            "url" => reading.link = words,
            "base_url" => {
                if reading.link.is_empty() {
                    reading.link.clone_from(&words);
                }
                self.programme.base = Base::new(words);
            }
            "time_zone_name" => self.programme.zone(words),
            "day_change" => self.programme.day_change(&words),
            _ => {}
        }
    }

    /// A field of an entry.
    fn field(&mut self, name: &str, parent: &str) {
        let Some(entry) = &mut self.entry else {
            return;
        };
        let field = match (parent, name) {
            ("event", "abstract") => return entry.summary = std::mem::take(&mut self.words),
            ("event", "description") => return entry.description = std::mem::take(&mut self.words),
            ("event", "title") => &mut entry.title,
            ("event", "subtitle") => &mut entry.subtitle,
            ("event", "room") => &mut entry.room,
            ("event", "track") => &mut entry.track,
            ("event", "type") => &mut entry.kind,
            ("event", "date") => &mut entry.date,
            ("event", "start") => &mut entry.start,
            ("event", "duration") => &mut entry.duration,
            ("event", "end") => &mut entry.end,
            ("event", "origin_url") => &mut entry.origin,
            ("event", "url" | "full_conf_url") => return self.link(LinkKind::Page),
            ("event", "video_download_url") | ("recording", "url" | "link") => {
                return self.link(LinkKind::Recording);
            }
            ("persons" | "speakers" | "event", "person" | "speaker") => return self.speaker(),
            ("links" | "event", "link") | ("attachments" | "event", "attachment") => {
                return self.listed_link();
            }
            _ => return,
        };
        *field = one_line(&self.words);
    }

    fn speaker(&mut self) {
        let mut name = one_line(&self.words);
        if name.is_empty() {
            name = self.attributes.get("name");
        }
        if let Some(entry) = self.entry.as_mut().filter(|_| !name.is_empty()) {
            entry.speakers.push(name);
        }
    }

    /// A link that is nothing but its address.
    fn link(&mut self, kind: LinkKind) {
        if let Some(entry) = &mut self.entry {
            entry
                .links
                .push((kind, String::new(), one_line(&self.words)));
        }
    }

    /// A link with a title. In real files some have their address for one, and none besides.
    fn listed_link(&mut self) {
        let mut title = one_line(&self.words);
        let mut address = self.attributes.get("href");
        if address.is_empty() {
            address = std::mem::take(&mut title);
        }
        let kind = kind_of(&self.attributes.get("type"), &title, &address);
        if let Some(entry) = &mut self.entry {
            entry.links.push((kind, title, address));
        }
    }
}
