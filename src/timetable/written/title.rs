//! What stands after a time in one line, taken apart: the title, who speaks, where, how long.
//! Whatever is in doubt stays in the title.

use super::cursor::{Cursor, is_blank, strip_end, strip_start};
use super::inline::words;
use super::kinds::{is_handle, is_person, is_room, is_service, is_track, without_honorific};
use super::names::names;
use super::times::length;
use crate::domain::Session;

const OPENING: &str = "(（[【〔［";
const CLOSING: &str = ")）]】〕］";

fn opens(c: char) -> bool {
    OPENING.contains(c)
}

fn closes(c: char) -> bool {
    CLOSING.contains(c)
}

/// Takes a text apart into the fields that are still empty. Lines after the first are returned.
pub fn take_apart(text: &str, session: &mut Session, minutes: &mut Option<u16>) -> String {
    let text = words(text, &mut session.links);
    let (line, more) = text.split_once('\n').unwrap_or((&text, ""));
    let mut title = fields(lead(line, session), session);
    for _ in 0..5 {
        let Some(shorter) = tail(title, session, minutes) else {
            break;
        };
        title = trimmed(shorter);
    }
    session.title = quoted(title, session).trim().into();
    more.trim().into()
}

/// Without separators and blanks at its sides.
pub fn trimmed(text: &str) -> &str {
    strip_end(strip_start(text, "|｜:：;,、/／→-–—―‐"), "|｜/／,、-–—―")
}

/// A room or a track before the title: `[Room A] …`, `【A会場】…`, `Room A: …`.
fn lead<'a>(line: &'a str, session: &mut Session) -> &'a str {
    let mut rest = trimmed(line);
    for _ in 0..2 {
        let (label, after) = if let Some(inside) = rest.strip_prefix(opens) {
            let Some(end) = inside.find(closes) else {
                break;
            };
            (&inside[..end], strip_start(&inside[end..], CLOSING))
        } else if let Some(end) = rest.find([':', '：', '\t', '|', '｜']) {
            (&rest[..end], &rest[end..])
        } else {
            break;
        };
        if trimmed(after).is_empty() || !is_place(label, session) {
            break;
        }
        rest = trimmed(after);
    }
    rest
}

/// Keeps a room or a track, if this is one.
fn is_place(text: &str, session: &mut Session) -> bool {
    let text = text.trim();
    let field = if text.contains(['@', '＠', '／']) {
        return false;
    } else if is_track(text) {
        &mut session.track
    } else if is_room(text) {
        &mut session.room
    } else {
        return false;
    };
    let fits = field.is_empty() || field == text;
    if fits {
        *field = text.into();
    }
    fits
}

/// Fields between tabs or upright lines stand in an order: title, who speaks, where.
fn fields<'a>(line: &'a str, session: &mut Session) -> &'a str {
    let Some((title, rest)) = line.split_once(['\t', '|', '｜']) else {
        return line;
    };
    for field in rest.split(['\t', '|', '｜']).take(8) {
        let field = trimmed(field);
        if field.is_empty() || is_place(field, session) {
        } else if session.speakers.is_empty() {
            session.speakers = names(field);
        } else if session.room.is_empty() {
            session.room = field.into();
        } else if session.track.is_empty() {
            session.track = field.into();
        } else {
            session.about = [&session.about, field].join("\n").trim().into();
        }
    }
    trimmed(title)
}

/// The title without one thing at its end that is not the title's own.
fn tail<'a>(title: &'a str, session: &mut Session, minutes: &mut Option<u16>) -> Option<&'a str> {
    bracketed(title, session, minutes)
        .or_else(|| at_room(title, session))
        .or_else(|| slashed(title, session))
        .or_else(|| spaced(title, session))
        .or_else(|| spoken_by(title, session))
        .or_else(|| dashed(title, session))
        .or_else(|| at_end(title, session))
}

/// `… (20分)`, `… （山田太郎）`, `… (Room A)`.
fn bracketed<'a>(
    title: &'a str,
    session: &mut Session,
    minutes: &mut Option<u16>,
) -> Option<&'a str> {
    let inner = title.strip_suffix(closes)?;
    let at = inner.rfind(opens)?;
    let before = trimmed(&title[..at]);
    let inside = strip_start(&inner[at..], OPENING);
    (!before.is_empty() && !inside.is_empty()).then_some(())?;
    let mut here = Cursor::new(inside);
    if let Some(found) = length(&mut here, false)
        && here.at_end()
    {
        *minutes = minutes.or(Some(found));
        return Some(before);
    }
    if is_place(inside, session) {
        return Some(before);
    }
    let is_free = session.speakers.is_empty() && !is_service(before);
    let named = labelled(inside);
    // A company in the brackets after a name belongs to the name.
    let is_speaker = named != inside || is_person(inside) && !slashes(before);
    (is_free && is_speaker).then(|| session.speakers = names(named))?;
    Some(before)
}

fn slashes(text: &str) -> bool {
    text.contains(" / ") || text.contains('／')
}

/// A text without the word that says that a speaker follows.
pub fn labelled(text: &str) -> &str {
    const LABELS: [&str; 11] = [
        "登壇者",
        "発表者",
        "講演者",
        "講師",
        "登壇",
        "発表",
        "スピーカー",
        "speakers",
        "speaker",
        "presenter",
        "by",
    ];
    let mut here = Cursor::new(text.trim());
    let found = here.one_of(&LABELS);
    let is_by = found == Some(LABELS.len() - 1) && here.blanks();
    here.blanks();
    if found.is_some() && (here.any(":") || is_by) {
        here.rest.trim()
    } else {
        text
    }
}

/// `… / 山田太郎 / Room A`.
fn slashed<'a>(title: &'a str, session: &mut Session) -> Option<&'a str> {
    let narrow = title.rfind(" / ").map(|at| (at, 3));
    let wide = title.rfind('／').map(|at| (at, '／'.len_utf8()));
    let (at, width) = narrow.max(wide)?;
    let (before, after) = (trimmed(&title[..at]), title[at + width..].trim());
    (!before.is_empty() && !after.is_empty()).then_some(())?;
    if is_place(after, session) {
        return Some(before);
    }
    let is_named = || is_person(after) || names(after).len() > 1;
    // `Free time / spa` is no person's; a handle may be in small letters, beside a Japanese title.
    let is_word = title.is_ascii() && after.starts_with(|c: char| c.is_ascii_lowercase());
    if is_word
        || is_service(before) && !is_named()
        || is_service(after)
        || after.len() > 200
        || after.ends_with('。')
    {
        return None;
    }
    if session.speakers.is_empty() {
        session.speakers = names(labelled(after));
    } else if is_person(after) {
        let all = [after, " / ", &session.speakers.join(" / ")].concat();
        session.speakers = names(&all);
    } else {
        return None;
    }
    Some(before)
}

/// A person or a room after a wide gap: `タイトル　山田　太郎`.
fn spaced<'a>(title: &'a str, session: &mut Session) -> Option<&'a str> {
    let (before, last) = at_gap(title)?;
    if let Some((earlier, first)) = at_gap(before)
        && first.chars().count() < 5
        && last.chars().count() < 8
        && !is_person(first)
        && session.speakers.is_empty()
    {
        let name = [first, " ", last].concat();
        if is_person(&name) && !is_handle(last) {
            session.speakers = names(&name);
            return Some(earlier);
        }
    }
    speaker_or_place(before, last, session)
}

fn at_gap(title: &str) -> Option<(&str, &str)> {
    let wide = title.rfind('\u{3000}').map(|at| (at, 3));
    let (at, width) = wide.max(title.rfind("  ").map(|at| (at, 2)))?;
    let (before, after) = (trimmed(&title[..at]), title[at + width..].trim());
    (!before.is_empty() && !after.is_empty()).then_some((before, after))
}

fn speaker_or_place<'a>(before: &'a str, after: &str, session: &mut Session) -> Option<&'a str> {
    if is_place(after, session) {
        return Some(before);
    }
    let named = labelled(after);
    let is_speaker = named != after || is_person(after);
    (is_speaker && session.speakers.is_empty()).then(|| session.speakers = names(named))?;
    Some(before)
}

/// `… by Jane Doe`; not `Step by Step`, not `Stand by me`. Or with a label: `… 登壇者: 山田`.
fn spoken_by<'a>(title: &'a str, session: &mut Session) -> Option<&'a str> {
    session.speakers.is_empty().then_some(())?;
    let by = title.rfind(" by ").or(title.rfind(" By "));
    if let Some(at) = by {
        let (before, after) = (trimmed(&title[..at]), title[at + 4..].trim());
        let same = before.rsplit(' ').next() == after.split(' ').next();
        let first = after.chars().next()?;
        let is_name = first.is_ascii_uppercase() || first == '@' || !first.is_ascii();
        let is_thing = ["Example", "Doing", "Design", "Default", "Day", "Night"].contains(&after);
        if is_name && !same && !is_thing && after.split(' ').count() <= 8 && !before.is_empty() {
            session.speakers = names(after);
            return Some(before);
        }
    }
    // Looked for from the end, among the last words only.
    let from = title
        .char_indices()
        .rev()
        .take(80)
        .last()
        .map_or(0, |(at, _)| at);
    for (at, c) in title[from..].char_indices() {
        let after = &title[from + at + c.len_utf8()..];
        if is_blank(c) && labelled(after) != after && !after.starts_with(['b', 'B']) {
            session.speakers = names(labelled(after));
            return Some(trimmed(&title[..from + at])).filter(|title| !title.is_empty());
        }
    }
    None
}

/// `… - Jane Doe`, if that is a name or a room.
fn dashed<'a>(title: &'a str, session: &mut Session) -> Option<&'a str> {
    let mut best = None;
    for dash in [" - ", " – ", " — ", " ― ", "－", " ー ", " ~ ", " 〜 "] {
        best = best.max(title.rfind(dash).map(|at| (at, dash.len())));
    }
    let (at, width) = best?;
    let (before, after) = (trimmed(&title[..at]), title[at + width..].trim());
    (!before.is_empty()).then_some(())?;
    speaker_or_place(before, after, session)
}

/// `… @ Room A`, `… ＠ルームA`.
fn at_room<'a>(title: &'a str, session: &mut Session) -> Option<&'a str> {
    let at = title.rfind(['@', '＠'])?;
    let after = title[at..].strip_prefix(['@', '＠']).unwrap_or_default();
    let before = trimmed(&title[..at]);
    let is_apart = after.starts_with(|c: char| is_blank(c) || !c.is_ascii());
    (!before.is_empty() && is_apart && is_place(after, session)).then_some(before)
}

/// `… @handle`, `… ＠handle さん`, `… 山田さん`.
fn at_end<'a>(title: &'a str, session: &mut Session) -> Option<&'a str> {
    if let Some(at) = title.rfind(['@', '＠']) {
        let before = trimmed(&title[..at]);
        let is_mail = title[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        let handle = without_honorific(&title[at..]);
        if !before.is_empty() && !is_mail && is_handle(handle) {
            let mut all = names(handle);
            all.append(&mut session.speakers);
            session.speakers = all;
            return Some(before);
        }
    }
    let name = without_honorific(title);
    // There the name begins behind the title's own brackets.
    (!title.starts_with(['「', '『'])).then_some(())?;
    (name != title && session.speakers.is_empty()).then_some(())?;
    let at = name.rfind(is_blank)?;
    let (before, last) = (trimmed(&name[..at]), name[at..].trim());
    (!before.is_empty() && last.len() < 60).then(|| session.speakers = names(last))?;
    Some(before)
}

/// `「タイトル」山田太郎`, `山田さん「タイトル」`, and `「タイトル」` alone.
fn quoted<'a>(title: &'a str, session: &mut Session) -> &'a str {
    const PARTICLES: &str = "のとをでにはがもやへから";
    let (Some(open), Some(close)) = (title.find(['「', '『']), title.rfind(['」', '』']))
    else {
        return title;
    };
    if open > close || title[open + 3..close].contains(['「', '『']) {
        return title;
    }
    let (before, inside, after) = (&title[..open], &title[open + 3..close], &title[close + 3..]);
    let is_free = session.speakers.is_empty();
    match (trimmed(before), trimmed(after)) {
        ("", "") => inside,
        ("", name) if is_free && strip_start(name, PARTICLES) == name && name.len() < 120 => {
            session.speakers = names(labelled(name));
            inside
        }
        (name, "") if is_free && is_person(name) => {
            session.speakers = names(name);
            inside
        }
        _ => title,
    }
}
