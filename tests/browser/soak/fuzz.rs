//! The readers of programmes with what nobody has thought of: files of the tests, cut up, mixed and
//! damaged. Knows no browser.

use std::num::NonZero;
use std::panic::catch_unwind;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant as Clock};

use sankarepo::domain::{Agenda, Date, EventId, Instant, Moment, Programme, Session, Zones};
use sankarepo::timetable::{self, Reading};

use super::kill::Dice;
use crate::world::empty_folder;

/// A reader: its files, and what stands in such files, to be put anywhere.
struct Reader {
    name: &'static str,
    files: &'static [&'static str],
    pieces: &'static str,
}

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../../../src/timetable/tests/fixtures/", $name))
    };
}

const READERS: [Reader; 4] = [
    Reader {
        name: "iCalendar",
        files: &[fixture!("calendar.ics")],
        pieces: "BEGIN:VEVENT\n|END:VEVENT\n|BEGIN:VCALENDAR\n|DTSTART:|DTEND:|DURATION:PT25H|\
                 RRULE:FREQ=DAILY;COUNT=9|TZID=Asia/Tokyo:|20261128T130000Z|99999999T999999|\n |\
                 \\n|\\,|SUMMARY;LANGUAGE=ja:|UID:|P1W|-P99999999999D|\"|あ|\0|EXDATE:|\
                 RECURRENCE-ID:|STATUS:CANCELLED\n|BEGIN:VTIMEZONE\n|TZOFFSETTO:+9999\n|:|;",
    },
    Reader {
        name: "XML",
        files: &[
            fixture!("frab.xml"),
            fixture!("pentabarf.xml"),
            fixture!("wafer.xml"),
        ],
        pieces: "<|</|>|/>|<![CDATA[|]]>|<!--|-->|&|&#x110000;|&lol;|<!DOCTYPE a [<!ENTITY b 'c'>]>|\
                 <event id='1' guid='a'>|</event>|<room name=\"|<day date='2026-11-28' start='|\
                 <start>10:00</start>|<duration>|</duration>|99:99|<title>|</title>|\
                 <person id='1'>|\0|あ|'|<p>|<br/>| a:b='c'|<a href='javascript:1'>",
    },
    Reader {
        name: "JSON",
        files: &[
            fixture!("frab.json"),
            fixture!("schedule2.json"),
            fixture!("dreamkast.json"),
            fixture!("fortee.json"),
            fixture!("sessionize_all.json"),
            fixture!("sessionize_grid.json"),
            fixture!("sessionize_languages.json"),
        ],
        pieces: "{|}|[|]|,|:|\"|\\|\\ud83d|null|true|-1|1e999|\"a\"|あ|{\"title\":|\"startsAt\":|\
                 \"2026-11-28T10:00:00+09:00\"|\"9999-12-31T23:59:00-23:59\"|\"99:59\"|\0|&#|<br|\
                 \"id\"|\"guid\"|\"date\"|\"rooms\"|\"days\"|\"speakers\"|[[[[[[|{\"a\":{\"a\":",
    },
    Reader {
        name: "lines and tables",
        files: &[
            fixture!("evening.md"),
            fixture!("two-days.txt"),
            fixture!("spreadsheet.csv"),
        ],
        pieces: "¦|\n|\n\n|\t|,|\"|13:00|9:5|25:61|1320:00|13時05分|午後1時|1:00 PM|13:00-13:20|〜|–|\
                 / |(|)|「|」|【|】|11/28|2026年11月28日(土)|Day 2|# |- |・|1. |<table>|<tr><td>|\
                 </table>|<td rowspan=9999>|<td colspan=0>|Room A|休憩|登壇者|時間,タイトル|\0|😀|\
                 [a](https://x.y/)|https://example.com|**|`",
    },
];

struct Database;

impl Zones for Database {
    fn offset(&self, zone: &str, at: Instant) -> Option<i32> {
        let zone = jiff::tz::TimeZone::get(zone).ok()?;
        let at = jiff::Timestamp::from_second(at.0.checked_mul(60)?).ok()?;
        Some(zone.to_offset(at).seconds() / 60)
    }
}

/// Works on each reader for so long, on all cores together, and prints a table. False if
/// something was found; it lies in a folder whose name is printed.
pub fn run(minutes: u64) -> bool {
    let folder = empty_folder("fuzz").expect("a folder can be made");
    let cores = thread::available_parallelism().map_or(1, NonZero::get) as u64;
    let time = Duration::from_secs(minutes * 60 / cores);
    println!("| reader | inputs | of these programmes | sessions | findings |");
    println!("|---|--:|--:|--:|--:|");
    let mut is_sound = true;
    for reader in &READERS {
        let counts: Vec<Count> = thread::scope(|scope| {
            let folder = folder.as_path();
            let worker = |seed| scope.spawn(move || work(reader, seed, time, folder));
            let workers: Vec<_> = (1..=cores).map(worker).collect();
            let counts = workers.into_iter().map(|it| it.join());
            counts.map(|it| it.expect("findings are caught")).collect()
        });
        let sum = |of: fn(&Count) -> u64| counts.iter().map(of).sum::<u64>();
        let findings = sum(|it| it.findings);
        println!(
            "| {} | {} | {} | {} | {findings} |",
            reader.name,
            sum(|it| it.inputs),
            sum(|it| it.programmes),
            sum(|it| it.sessions),
        );
        is_sound &= findings == 0;
    }
    if !is_sound {
        println!("\nWhat was found lies in {}.", folder.display());
    }
    is_sound
}

#[derive(Default)]
struct Count {
    inputs: u64,
    programmes: u64,
    sessions: u64,
    findings: u64,
}

fn work(reader: &Reader, seed: u64, time: Duration, folder: &Path) -> Count {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let start = Clock::now();
    let mut count = Count::default();
    while start.elapsed() < time {
        let text = damaged(reader, &mut dice);
        let day = ["2026-11-28", "9999-12-31", "-"][dice.roll(3) as usize];
        count.inputs += 1;
        let sessions = catch_unwind(|| {
            let reading = timetable::read(&text, &Database, Date::parse(day));
            check(&text, &reading);
            reading.sessions.len() as u64
        });
        match sessions {
            Ok(0) => {}
            Ok(sessions) => {
                count.programmes += 1;
                count.sessions += sessions;
            }
            Err(_) => {
                count.findings += 1;
                let name = format!("{}-{seed}-{}", reader.name, count.findings);
                std::fs::write(folder.join(name), &text).expect("a finding can be written");
            }
        }
    }
    count
}

/// A file, or the beginning of one, that was changed in up to eight places.
fn damaged(reader: &Reader, dice: &mut Dice) -> String {
    let pieces: Vec<&str> = reader.pieces.split('|').collect();
    let piece = |dice: &mut Dice| match pieces[dice.roll(pieces.len() as u64) as usize] {
        "¦" => "|",
        piece => piece,
    };
    let file = |dice: &mut Dice| reader.files[dice.roll(reader.files.len() as u64) as usize];
    let mut text = file(dice).to_owned();
    for _ in 0..=dice.roll(8) {
        let from = spot(&text, dice);
        let length = [0, 4, 60, 1_500][dice.roll(4) as usize];
        let to = boundary(&text, from + dice.roll(length + 1) as usize).max(from);
        match dice.roll(6) {
            0 | 1 => text.replace_range(from..to, piece(dice)),
            2 => {
                let part = text[from..to].to_owned();
                text.insert_str(spot(&text, dice), &part);
            }
            3 => text.insert_str(from, &piece(dice).repeat(1 + dice.roll(60) as usize)),
            4 => text.replace_range(from..to, ""),
            _ => {
                let other = file(dice);
                let begin = spot(other, dice);
                let end = boundary(other, begin + dice.roll(300) as usize).max(begin);
                text.insert_str(from, &other[begin..end]);
            }
        }
    }
    text
}

fn spot(text: &str, dice: &mut Dice) -> usize {
    boundary(text, dice.roll(text.len() as u64 + 1) as usize)
}

/// The start of the character at a byte, or the end.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What holds for every reading.
fn check(text: &str, reading: &Reading) {
    let is_clean = |words: &str, kept: &str| {
        words.trim() == words && !words.chars().any(|c| c.is_control() && !kept.contains(c))
    };
    let mut length = 0;
    for session in &reading.sessions {
        let Session {
            title,
            room,
            track,
            source_id,
            about,
            ..
        } = session;
        assert!(!title.is_empty());
        assert!(
            [title, room, track, source_id]
                .iter()
                .all(|it| is_clean(it, ""))
        );
        assert!(is_clean(about, "\n"));
        assert!(
            session
                .speakers
                .iter()
                .all(|it| !it.is_empty() && is_clean(it, ""))
        );
        match (session.start, session.end) {
            (Some(Moment::Wall(start)), Some(Moment::Wall(end))) => assert!(start <= end),
            (Some(Moment::Instant(start)), Some(Moment::Instant(end))) => assert!(start <= end),
            (Some(_), _) | (None, None) => {}
            (None, Some(_)) => panic!("an end without a start"),
        }
        length += title.len() + about.len() + session.speakers.concat().len();
    }
    assert!(length <= 4 * text.len() + 1_000, "it grows");
    assert!(
        reading
            .unread
            .iter()
            .all(|it| it.text.chars().count() <= 100)
    );
    let none = Programme::new(EventId::from_text("e"));
    let (once, _) = none.take_in(reading.sessions.clone());
    let (twice, _) = once.take_in(reading.sessions.clone());
    assert_eq!(once, twice, "the same again changes something");
    Agenda::of(&once, &reading.zone, &Database);
}
