//! The timetable of fortee: `https://fortee.jp/{event}/api/timetable`, and its accepted proposals
//! (schema: <https://github.com/h-kono-it/fortee-typescript-schema>).
//!
//! An event there has tracks, and nothing that is a room.

use super::fields::{line, mark, people};
use super::intake::Intake;
use super::value::Json;
use super::{Format, Reading};
use crate::domain::LinkKind;

/// A list of entries, or an object with one.
pub(super) fn read(root: &Json) -> Reading {
    let mut intake = Intake::new(Format::Fortee, false);
    let entries = match root {
        Json::Object(_) => root.any(&["timetable", "proposals"]),
        _ => root,
    };
    for entry in entries.items() {
        read_entry(entry, &mut intake);
    }
    intake.reading
}

fn read_entry(entry: &Json, intake: &mut Intake) {
    let Some(mut session) = intake.begin(entry, &["abstract", "description"]) else {
        return;
    };
    // A proposal has its place in the programme inside.
    let slot = match entry.get("timetable") {
        slot if slot.is_object() => slot,
        _ => entry,
    };
    session.source_id = line(entry.any(&["uuid", "id"]));
    session.speakers = people(entry.any(&["speaker", "speakers"]));
    session.track = line(slot.get("track"));
    session.room = line(slot.get("room"));
    session.start = intake.start(slot.any(&["starts_at", "start_at"]));
    session.end = match slot.get("ends_at") {
        Json::Null => intake.end_after(session.start, slot.any(&["length_min", "length"])),
        end => intake.time(end),
    };
    session.is_service = mark(entry.get("type")) == "timeslot";
    for (name, kind) in [
        ("url", LinkKind::Page),
        ("slide_url", LinkKind::Slides),
        ("video_url", LinkKind::Recording),
        ("blog_url", LinkKind::Other),
    ] {
        intake.link(&mut session, kind, entry.get(name));
    }
    if intake.reading.link.is_empty() {
        // The page of a talk stands below that of its event.
        let event = mark(entry.get("url")).split_once("/proposal/");
        let event = event.map_or("", |(event, _)| event);
        intake.reading.link.push_str(event);
    }
    intake.finish(session);
}
