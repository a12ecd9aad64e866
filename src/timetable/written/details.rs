//! The lines that follow a title and belong to it: who speaks, where, what it is about.

use super::cursor::{strip, strip_start};
use super::entry::Entry;
use super::headers::{Column, header};
use super::inline::words;
use super::kinds::{is_handle, is_person, is_room, is_track};
use super::names::names;
use super::title::{self, take_apart};

/// `登壇者: 山田`, `Room: A`: a field and what stands there.
pub fn labelled(text: &str) -> Option<(Column, &str)> {
    let text = strip_start(text, "-*・●■•◆★☆【[");
    let (end, c) = text
        .char_indices()
        .take(24)
        .find(|(_, c)| matches!(c, ':' | '：' | '】'))?;
    let name = strip(&text[..end], "*");
    let value = strip_start(&text[end + c.len_utf8()..], "*:：");
    let found = header(name)?;
    (!value.starts_with("//")).then_some((found.column, value.trim()))
}

/// Takes in a line that follows the title of an entry.
pub fn detail(entry: &mut Entry, text: &str) {
    let field = labelled(text);
    let session = &mut entry.session;
    // A second one of what is there already is no field: `演題: …` under a title.
    let is_taken = field.is_some_and(|(column, _)| match column {
        Column::Title => !session.title.is_empty(),
        Column::Speaker => !session.speakers.is_empty(),
        Column::Room => !session.room.is_empty(),
        _ => false,
    });
    if let (Some((column, value)), false) = (field, is_taken) {
        entry.set(column, value);
        return;
    }
    let text = strip_start(text, "-*・●■•");
    let text = words(text, &mut session.links);
    if text.is_empty() {
    } else if is_taken {
        session.about = [&session.about, text.as_str()].join("\n");
    } else if session.room.is_empty() && is_room(&text) {
        session.room = text;
    } else if session.speakers.is_empty() && is_people(&text) {
        session.speakers = names(title::labelled(&text));
    } else if session.track.is_empty() && is_track(&text) {
        session.track = text;
    } else if session.about.is_empty() {
        session.about = text;
    } else {
        session.about.push('\n');
        session.about.push_str(&text);
    }
}

/// Whether a line says who speaks.
pub fn is_people(text: &str) -> bool {
    if title::labelled(text) != text {
        return true;
    }
    if text.len() > 200 {
        return false;
    }
    let all = names(text);
    let is_list = all.len() > 1 && all.iter().all(|name| is_handle(name) || is_person(name));
    is_list || is_person(text)
}

/// Whether all that an entry has is what kind of talk it is: the title follows.
pub fn is_kind(entry: &Entry) -> bool {
    const KINDS: [&str; 12] = [
        "keynote",
        "talk",
        "session",
        "workshop",
        "lightning talk",
        "panel",
        "tutorial",
        "基調講演",
        "講演",
        "セッション",
        "招待講演",
        "特別講演",
    ];
    let session = &entry.session;
    let is_bare = session.about.is_empty() && session.speakers.is_empty();
    let title = session.title.as_str();
    is_bare && session.track.is_empty() && KINDS.iter().any(|it| it.eq_ignore_ascii_case(title))
}

/// Takes a title and what stands with it into an entry.
pub fn name(entry: &mut Entry, text: &str) {
    let mut minutes = None;
    let more = take_apart(text, &mut entry.session, &mut minutes);
    entry.when.length = entry.when.length.or(minutes);
    for line in more.lines() {
        detail(entry, line);
    }
}
