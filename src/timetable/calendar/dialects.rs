//! What systems put into properties that are meant for something else.
//!
//! Owns how each is recognised. Must not know how a property is written.

use crate::domain::{Link, LinkKind, Session};

/// Takes apart what pretalx, Dreamkast, Indico and Symposion have put together.
pub fn take_apart(session: &mut Session) {
    if session.source_id.starts_with("pretalx-") {
        pretalx(session);
    } else {
        dreamkast(session);
    }
    if session.speakers.is_empty() {
        speakers_first(session);
    }
}

/// `title - speakers`, with nothing behind the dash if nobody speaks
/// (<https://github.com/pretalx/pretalx/blob/main/src/pretalx/schedule/domain/ical.py>).
fn pretalx(session: &mut Session) {
    let whole = std::mem::take(&mut session.title);
    let (title, speakers) = match whole.strip_suffix(" -") {
        Some(title) => (title, ""),
        None => whole.rsplit_once(" - ").unwrap_or((&whole, "")),
    };
    session.title = title.into();
    add(&mut session.speakers, speakers);
}

fn add(speakers: &mut Vec<String>, names: &str) {
    for name in names.split(", ") {
        if !name.trim().is_empty() {
            speakers.push(name.trim().into());
        }
    }
}

/// The description begins with lines for the track, the room and the page, and the UID is another
/// in every export, so that the number of the talk is its name
/// (<https://github.com/cloudnativedaysjp/dreamkast/blob/main/app/models/talk.rb>).
fn dreamkast(session: &mut Session) {
    let Some(rest) = session.about.strip_prefix("Track") else {
        return;
    };
    let (track, rest) = first_line(rest);
    let (second, after) = first_line(rest);
    let room = second
        .strip_prefix("会場")
        .and_then(|room| room.strip_prefix([':', '：']));
    let (address, about) = if room.is_some() {
        first_line(after)
    } else {
        (second, after)
    };
    let Some((_, id)) = address.split_once("/talks/") else {
        return;
    };
    let id = id.split(|c: char| !c.is_ascii_digit()).next().unwrap_or("");
    if id.is_empty() || !address.starts_with("http") {
        return;
    }
    session.source_id = id.into();
    session.track = track.into();
    if let Some(room) = room {
        session.room = room.trim().into();
    }
    session.links.push(Link {
        kind: LinkKind::Page,
        title: String::new(),
        address: address.into(),
    });
    session.about = about.trim_start().into();
}

/// `Speaker: ` as the first line of the description, or `Speakers: `.
fn speakers_first(session: &mut Session) {
    let (first, rest) = first_line(&session.about);
    let names = first.strip_prefix("Speaker").and_then(|names| {
        let names = names.strip_prefix('s').unwrap_or(names);
        names.strip_prefix(": ")
    });
    if let Some(names) = names {
        add(&mut session.speakers, names);
        session.about = rest.trim_start().into();
    }
}

fn first_line(text: &str) -> (&str, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    (line.trim(), rest)
}

/// Sched has the address of the place behind each room: what all rooms end with is left out, if
/// more than one has it.
pub fn without_address(sessions: &mut [Session]) {
    let Some(address) = common_address(sessions) else {
        return;
    };
    for session in sessions.iter_mut().filter(|session| is_sched(session)) {
        let room = session.room.strip_suffix(&address).unwrap_or("").trim_end();
        if !room.is_empty() {
            session.room.truncate(room.len());
        }
    }
}

fn common_address(sessions: &[Session]) -> Option<String> {
    let mut common: Option<&str> = None;
    let mut first = "";
    let mut is_for_many = false;
    for session in sessions.iter().filter(|session| is_sched(session)) {
        let room = session.room.as_str();
        let Some(at) = room.find(", ") else {
            continue;
        };
        let mut address = *common.get_or_insert(&room[at..]);
        // Longer than any address, so none is cut in many ways.
        if address.len() > 200 {
            return None;
        }
        while !room.ends_with(address) {
            address = &address[2 + address[2..].find(", ")?..];
        }
        common = Some(address);
        if first.is_empty() {
            first = room;
        }
        is_for_many |= room != first;
    }
    common.filter(|_| is_for_many).map(Into::into)
}

fn is_sched(session: &Session) -> bool {
    let mut links = session.links.iter();
    links.any(|link| link.address.contains(".sched.com/") || link.address.contains(".sched.org/"))
}
