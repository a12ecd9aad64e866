//! A large programme: read, taken in, starred. The pages and the other figures are not its own.

use serde_json::{Value, json};

use super::figures::Samples;
use super::subject::Subject;
use super::{Desk, wait_for};
use crate::page::Page;
use crate::seed::{self, EVENT};

/// As large as the largest conferences are.
const SESSIONS: usize = 2_000;
const DAYS: usize = 4;
const ROOMS: usize = 10;

/// Bytes of each abstract: the file has 5 MB.
const ABOUT: usize = 2_300;

/// How often it is read, and stars are turned, after a first time that warms up.
const TIMES: usize = 5;
const STARS: usize = 20;

/// The heading and the columns of the rows.
pub fn print_table(rows: &[String]) {
    println!(
        "A programme of {SESSIONS} sessions in 5 MB of `schedule.json`, to the frame that shows it, ms, median (p95); `JSON.parse` of the same text is the floor:\n"
    );
    println!("| on | `JSON.parse` | read | taken in and listed | a star |\n|---|--:|--:|--:|--:|");
    println!("{}", rows.join("\n"));
}

/// One row.
pub fn row(desk: &Desk, pages: &[(Subject, Page<'_>)]) -> String {
    let found = pages
        .iter()
        .find(|(subject, _)| *subject == Subject::Sections);
    let page = &found.expect("every page is there").1;
    let file = file();
    let (mut parsed, mut read, mut taken, mut starred) = (vec![], vec![], vec![], vec![]);
    for _ in 0..=TIMES {
        seed::load(
            page,
            "Kumo",
            &["## a\n"],
            &format!("#/event/{EVENT}/take-in"),
        );
        page.has("#pasted");
        parsed.push(page.call(
            "const field = document.querySelector('#pasted');
             field.value = arguments[0];
             const start = performance.now();
             window.parsed = JSON.parse(arguments[0]);
             return performance.now() - start",
            &[json!(file)],
        ));
        read.push(time(page, ".field + .button", ".found-programme"));
        taken.push(time(page, ".found-programme .primary", ".slot"));
    }
    for star in 0..=STARS {
        let button = format!(".slot:nth-of-type({}) .star", star + 1);
        starred.push(time(page, &button, &format!("{button}[aria-pressed=true]")));
    }
    let floor = Samples::new(parsed.split_off(1));
    let mut cells = vec![format!("{:.0} ({:.0})", floor.median(), floor.p95())];
    for times in [&mut read, &mut taken] {
        let times = Samples::new(times.split_off(1));
        let ratio = times.median() / floor.median();
        cells.push(format!(
            "{:.0} ({:.0}), {ratio:.1}×",
            times.median(),
            times.p95()
        ));
    }
    let stars = Samples::new(starred.split_off(1));
    cells.push(format!("{:.0} ({:.0})", stars.median(), stars.p95()));
    format!("| {} | {} |", desk.name, cells.join(" | "))
}

/// From a click to the frame after which something is there.
fn time(page: &Page<'_>, button: &str, shown: &str) -> f64 {
    page.has(button);
    page.call::<()>(
        "const [button, shown] = arguments;
         window.took = null;
         const start = performance.now();
         document.querySelector(button).click();
         const look = () => {
             if (document.querySelector(shown)) {
                 requestAnimationFrame(() => setTimeout(() => { window.took = performance.now() - start; }));
             } else {
                 requestAnimationFrame(look);
             }
         };
         look();",
        &[json!(button), json!(shown)],
    );
    wait_for(page, "return window.took")
}

/// A file as pretalx exports it.
fn file() -> String {
    let about = "雲の話。".repeat(ABOUT / "雲の話。".len());
    let per_room = SESSIONS / DAYS / ROOMS;
    let days: Vec<Value> = (0..DAYS)
        .map(|day| {
            let date = format!("2026-04-{:02}", 17 + day);
            let rooms: serde_json::Map<_, _> = (0..ROOMS)
                .map(|room| {
                    let events: Vec<Value> = (0..per_room)
                        .map(|slot| {
                            let minute = 480 + slot * 15;
                            let start = format!("{:02}:{:02}", minute / 60, minute % 60);
                            json!({
                                "guid": format!("{day}-{room}-{slot}"), "title": format!("話 {day}-{room}-{slot}"),
                                "date": format!("{date}T{start}:00+09:00"), "start": start, "duration": "00:15",
                                "room": format!("Room {room}"), "track": format!("Track {room}"),
                                "abstract": about, "description": "", "persons": [{ "name": "空野" }],
                            })
                        })
                        .collect();
                    (format!("Room {room}"), Value::Array(events))
                })
                .collect();
            json!({ "index": day + 1, "date": date, "rooms": rooms })
        })
        .collect();
    json!({ "schedule": { "conference": {
        "title": "Kumo", "time_zone_name": "Asia/Tokyo", "days": days,
    } } })
    .to_string()
}
