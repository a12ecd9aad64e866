//! What Sessionize hands out: the views All, Sessions and GridSmart
//! (<https://sessionize.com/playbook/api>), and All with texts by language, as DroidKaigi has it.
//!
//! Times have no offset, so they are the event's own. GridSmart lists what is for everybody once
//! in each room: that is one session.

use super::fields::{Names, flag, line, mark, person, short};
use super::intake::Intake;
use super::value::Json;
use super::{Format, Reading};
use crate::domain::{Date, LinkKind};

/// So many speakers a session may have: a few bytes each refer to one.
const MOST_SPEAKERS: usize = 100;

/// The object of the view All, a list of days or of groups, or a bare list of sessions.
pub(super) fn read(root: &Json) -> Reading {
    let categories = root.get("categories").items();
    let tracks = categories.iter().find(|category| is_track(category));
    let tracks = tracks.map(|category| category.get("items").items());
    let all = categories
        .iter()
        .flat_map(|category| category.get("items").items());
    let all = all.collect();
    let ids = ["id"];
    let mut reader = Reader {
        intake: Intake::new(Format::Sessionize, true),
        rooms: Names::new(root.get("rooms").items(), &ids),
        speakers: Names::new(root.get("speakers").items(), &ids),
        tracks: Names::new(tracks.unwrap_or_default(), &ids),
        categories: Names::new(all, &ids),
    };
    if root.is_object() {
        reader.read_all(root.get("sessions"), &Spot::default());
        return reader.intake.reading;
    }
    for part in root.items() {
        let day = mark(part.get("date")).get(..10);
        let mut spot = Spot {
            day: day.and_then(Date::parse),
            room: String::new(),
        };
        for room in part.get("rooms").items() {
            spot.room = short(line(room.get("name")));
            reader.read_all(room.get("sessions"), &spot);
        }
        match part.has("rooms") || part.has("sessions") {
            true => reader.read_all(part.get("sessions"), &spot),
            false => reader.read_session(part, &spot),
        }
    }
    reader.intake.reading
}

/// Where in a grid a session stands.
#[derive(Default)]
struct Spot {
    day: Option<Date>,
    room: String,
}

struct Reader {
    intake: Intake,
    rooms: Names,
    speakers: Names,
    /// The items of the category that tells the track.
    tracks: Names,
    /// The items of all categories.
    categories: Names,
}

impl Reader {
    fn read_all(&mut self, sessions: &Json, spot: &Spot) {
        for session in sessions.items() {
            self.read_session(session, spot);
        }
    }

    fn read_session(&mut self, entry: &Json, spot: &Spot) {
        let about = ["description", "i18nDesc"];
        let Some(mut session) = self.intake.begin(entry, &about) else {
            return;
        };
        session.source_id = line(entry.get("id"));
        session.day = spot.day;
        session.start = self.intake.start(entry.get("startsAt"));
        session.end = self.intake.time(entry.get("endsAt"));
        if session.end.is_none() {
            let length = entry.get("lengthInMinutes");
            session.end = self.intake.end_after(session.start, length);
        }
        session.room = self.room(entry, spot);
        session.track = self.track(entry);
        session.speakers = self.people(entry.get("speakers"));
        session.is_service = flag(entry.get("isServiceSession"));
        let asset = entry.get("asset");
        for (address, kind) in [
            (entry.get("url"), LinkKind::Page),
            (asset.get("slideUrl"), LinkKind::Slides),
            (entry.get("recordingUrl"), LinkKind::Recording),
            (asset.get("videoUrl"), LinkKind::Recording),
            (entry.get("liveUrl"), LinkKind::Other),
        ] {
            self.intake.link(&mut session, kind, address);
        }
        self.intake.finish(session);
    }

    fn room(&mut self, entry: &Json, spot: &Spot) -> String {
        let mut room = line(entry.get("room"));
        if room.is_empty() {
            room = self.rooms.resolve(entry.get("roomId"));
        }
        // What is for everybody stands in each room of a grid, and is in none of them.
        if room.is_empty() && !flag(entry.get("isPlenumSession")) {
            room.push_str(&spot.room);
        }
        room
    }

    fn track(&mut self, entry: &Json) -> String {
        for item in entry.get("categoryItems").items() {
            let track = self.tracks.get(mark(item));
            if !track.is_empty() {
                return track;
            }
        }
        for category in entry.get("categories").items() {
            if is_track(category) {
                let items = category.any(&["categoryItems", "items"]).items();
                return items.first().map(|item| line(item)).unwrap_or_default();
            }
        }
        // DroidKaigi gives each session one category instead of tracks.
        self.categories.resolve(entry.get("sessionCategoryItemId"))
    }

    fn people(&mut self, speakers: &Json) -> Vec<String> {
        let mut names = Vec::new();
        for speaker in speakers.items().into_iter().take(MOST_SPEAKERS) {
            let mut name = self.speakers.resolve(speaker);
            let is_id = |byte: u8| byte.is_ascii_hexdigit() || byte == b'-';
            if name.is_empty() && !mark(speaker).bytes().all(is_id) {
                name = person(speaker);
            }
            if !name.is_empty() {
                names.push(name);
            }
        }
        names
    }
}

/// Whether a category tells the track. Its title may be in several languages.
fn is_track(category: &Json) -> bool {
    let title = category.any(&["title", "name"]);
    let says_so = |text: &Json| {
        let title = mark(text).to_ascii_lowercase();
        title.contains("track") || title.contains("トラック")
    };
    match title {
        Json::Object(languages) => languages.iter().any(|(_, text)| says_so(text)),
        title => says_so(title),
    }
}
