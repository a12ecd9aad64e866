//! The talks of Dreamkast, the platform of CloudNative Days: `GET /api/v1/talks?eventAbbr=`
//! (<https://github.com/cloudnativedaysjp/dreamkast>, `schemas/swagger.yml`).
//!
//! A time is a column of SQL: its day is 2000-01-01, or the day on which the row was written, and
//! the day of the talk stands beside it. A talk has only the id of its track, a number that no
//! sign in the hall shows: without the tracks of the event the track stays empty.

use super::fields::{Names, flag, line, mark, people};
use super::intake::{Intake, is_tokyo};
use super::value::Json;
use super::{Format, Reading};
use crate::domain::{Date, LinkKind, Moment, Wall};
use crate::timetable::times;

/// A list of talks, or an object with the talks and perhaps the tracks of the event.
pub(super) fn read(root: &Json) -> Reading {
    let mut intake = Intake::new(Format::Dreamkast, false);
    let talks = match root {
        Json::Object(_) => root.get("talks"),
        _ => root,
    };
    let mut tracks = Names::new(root.get("tracks").items(), &["id"]);
    for talk in talks.items() {
        read_talk(talk, &mut tracks, &mut intake);
    }
    intake.reading
}

fn read_talk(talk: &Json, tracks: &mut Names, intake: &mut Intake) {
    let Some(mut session) = intake.begin(talk, &["abstract"]) else {
        return;
    };
    let is_break = session.about == "intermission";
    if is_break {
        session.about.clear();
    }
    session.is_service =
        is_break || talk.has("showOnTimetable") && !flag(talk.get("showOnTimetable"));
    session.source_id = line(talk.get("id"));
    session.speakers = people(talk.any(&["speakers", "speaker"]));
    session.track = line(talk.any(&["trackName", "track"]));
    if session.track.is_empty() {
        session.track = tracks.resolve(talk.get("trackId"));
    }
    let day = mark(talk.get("conferenceDayDate")).get(..10);
    session.day = day.and_then(Date::parse);
    session.start = moment(session.day, talk.get("startTime"), intake);
    intake.is_told = session.start.is_none() && talk.has("startTime");
    if session.start.is_some() {
        session.end = moment(session.day, talk.get("endTime"), intake);
    }
    if session.end.is_none() {
        session.end = intake.end_after(session.start, talk.get("talkDuration"));
    }
    intake.link(&mut session, LinkKind::Slides, talk.get("documentUrl"));
    intake.finish(session);
}

/// Minutes by which the clocks of Tokyo are ahead.
const TOKYO: i64 = 9 * 60;

/// A time of day on the day of the talk, as the clocks of the event show it.
fn moment(day: Option<Date>, value: &Json, intake: &mut Intake) -> Option<Moment> {
    let text = mark(value);
    let (own_day, time) = text.split_once(['T', ' ']).unwrap_or(("", text));
    let day = match day {
        Some(day) => day.to_string(),
        None => own_day.into(),
    };
    if time.is_empty() {
        return None;
    }
    if day.is_empty() || day == "2000-01-01" {
        return intake.bad_time(text);
    }
    intake.note_zone(time);
    let at = times::iso(&[&day, "T", time].concat());
    if at.is_none() {
        return intake.bad_time(text);
    }
    match at {
        Some(Moment::Instant(at)) if is_tokyo(time) => {
            Wall::from_minutes(at.0 + TOKYO).map(Moment::Wall)
        }
        at => at,
    }
}
