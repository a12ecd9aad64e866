//! iCalendar: what each property says, and what is made of one that says it wrong.

mod broken;
mod dialects;
mod folds;
mod properties;
mod times;

use super::Database;
use crate::domain::{Instant, Moment, Wall};
use crate::timetable::calendar::read;
use crate::timetable::{Place, Reading};

const WHOLE: &str = include_str!("fixtures/calendar.ics");

/// A reading in lines: first what is said of the event, then the sessions, then what is unread.
fn shown(reading: &Reading) -> String {
    let mut lines = Vec::new();
    let said = [&reading.title, &reading.zone, &reading.link];
    if said.iter().any(|text| !text.is_empty()) {
        lines.push(said.map(String::as_str).join(" | "));
    }
    for session in &reading.sessions {
        let start = moment(session.start);
        let day = session.day.map_or(String::new(), |day| day.to_string());
        let links: Vec<_> = session
            .links
            .iter()
            .map(|link| link.address.as_str())
            .collect();
        let fields = [
            &day,
            &start,
            &moment(session.end),
            &session.title,
            &session.speakers.join(" + "),
            &session.room,
            &session.track,
            &session.about.replace('\n', "⏎"),
            &links.join(" "),
            &session.source_id,
        ];
        let fields: Vec<_> = fields
            .into_iter()
            .filter(|text| !text.is_empty())
            .cloned()
            .collect();
        lines.push(fields.join(" | "));
    }
    for unread in &reading.unread {
        let Place::Line(number) = unread.place else {
            panic!("{unread:?} is in no line");
        };
        lines.push(format!("! {number} {:?} {}", unread.problem, unread.text));
    }
    lines.join("\n")
}

fn moment(moment: Option<Moment>) -> String {
    match moment {
        None => String::new(),
        Some(Moment::Wall(shown)) => shown.to_string(),
        Some(Moment::Instant(Instant(at))) => {
            format!("{}Z", Wall::from_minutes(at).expect("a time"))
        }
    }
}

/// Reads a calendar of these lines.
fn check(lines: &str, expected: &str) {
    let text = format!("BEGIN:VCALENDAR\n{lines}\nEND:VCALENDAR\n");
    assert_eq!(shown(&read(&text, &Database)), expected, "{text}");
}

/// Reads a calendar of one event of these lines, which begin with the third of the calendar.
fn check_event(lines: &str, expected: &str) {
    check(&format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT"), expected);
}

#[test]
fn reads_a_whole_calendar() {
    let expected = "\
架空会議 2026 | Asia/Tokyo | https://conference.example/2026/
2026-11-28T00:30Z | 2026-11-28T01:00Z | Opening | 大ホール | opening@conference.example
2026-11-28T01:00Z | 2026-11-28T02:00Z | Caches, queues; and <canvas> & co | \
Ada Example + 山田 花子 | Room 2 | Storage, Advanced | First words of a description.⏎⏎\
Second: it is much longer than what fits in one line of seventy-five octets. | \
https://conference.example/2026/talks/1 https://conference.example/slides.pdf | \
talk-1@conference.example
2026-11-28T13:07 | 2026-11-28T14:37 | In its own time | talk-2@conference.example
2026-11-29 | Party | party@conference.example
! 67 NoStart Party
! 70 Cancelled Gone
! 76 NoTitle Words without a title";
    for line_end in ["\n", "\r\n", "\r", "\r\r\n"] {
        let text = WHOLE.replace('\n', line_end);
        assert_eq!(shown(&read(&text, &Database)), expected, "{line_end:?}");
    }
}
