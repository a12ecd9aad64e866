//! Programmes in JSON: which one it is, by what is in it.
//!
//! What breaks off is read as far as it goes. Must not know the other formats.

mod dreamkast;
mod fields;
mod fortee;
mod frab;
mod intake;
mod sessionize;
mod value;

use super::{Format, Place, Problem, Reading};
use crate::domain::Zones;
use value::Json;

/// So many characters before and behind the place where a text breaks help to find it.
const SHOWN: usize = 39;

/// Reads a text in JSON; `None` if it is none of the programmes that are known.
pub(super) fn read(text: &str, zones: &dyn Zones) -> Option<Reading> {
    let (root, stop) = value::parse(text);
    let root = match root.get("schedule") {
        schedule if schedule.is_object() => schedule,
        _ => &root,
    };
    let mut reading = match recognise(root) {
        Some(Format::FrabJson) => frab::read(root, zones),
        Some(Format::Dreamkast) => dreamkast::read(root),
        Some(Format::Fortee) => fortee::read(root),
        Some(_) => sessionize::read(root),
        None if stop.is_some() => Reading::new(promised(root, text)?),
        None => return None,
    };
    if let Some((at, problem)) = stop {
        let line = text[..at].matches('\n').count() + 1;
        let before = text[..at]
            .char_indices()
            .rev()
            .nth(SHOWN)
            .map_or(0, |(start, _)| start);
        let behind = text[at..].char_indices().nth(SHOWN);
        let behind = behind.map_or(text.len(), |(end, _)| at + end);
        let words = fields::line(&Json::Text(text[before..behind].into()));
        reading.tell(Place::Line(line), problem, words);
    }
    Some(reading)
}

fn recognise(root: &Json) -> Option<Format> {
    let is_object = root.is_object();
    let list = |name: &str| if is_object { root.get(name) } else { root };
    if root.get("conference").is_object() {
        Some(Format::FrabJson)
    } else if has(
        list("talks"),
        &["conferenceDayDate", "conferenceDayId", "showOnTimetable"],
    ) {
        Some(Format::Dreamkast)
    } else if has(list("timetable"), &["starts_at", "length_min"])
        || has(root.get("timetable"), &["uuid"])
        || has(root.get("proposals"), &["uuid"])
    {
        Some(Format::Fortee)
    } else {
        is_sessionize(root).then_some(Format::Sessionize)
    }
}

fn is_sessionize(root: &Json) -> bool {
    let session = ["startsAt", "isServiceSession"];
    let beside = root.has("rooms") || root.has("speakers");
    let is_all = has(root.get("sessions"), &session) || root.has("sessions") && beside;
    let parts = if root.is_object() {
        Vec::new()
    } else {
        root.items()
    };
    let mut parts = parts.into_iter();
    is_all
        || parts.any(|part| {
            has(part, &session)
                || has(part.get("sessions"), &session)
                || has(part.get("rooms"), &["sessions"])
        })
}

/// Whether a value, or one in a list, has one of these fields.
fn has(value: &Json, names: &[&str]) -> bool {
    let items = value.items();
    items
        .iter()
        .any(|item| names.iter().any(|name| item.has(name)))
}

/// What a text promises that breaks off before it can be recognised.
fn promised(root: &Json, text: &str) -> Option<Format> {
    let opens = matches!(root, Json::List(_) | Json::Object(_));
    let marks = [
        ("\"conferenceDayDate\"", Format::Dreamkast),
        ("\"length_min\"", Format::Fortee),
        ("\"startsAt\"", Format::Sessionize),
        ("\"conference\"", Format::FrabJson),
    ];
    let mut found = marks
        .iter()
        .filter(|(mark, _)| opens && text.contains(mark));
    found.next().map(|(_, format)| *format)
}
