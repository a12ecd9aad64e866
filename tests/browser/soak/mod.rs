//! What takes too long for every run: each browser is killed fifty times while someone
//! types, its tab as often, and a small disk is full; and, if asked for, the readers of programmes
//! are fuzzed for hours.

pub mod disk;
mod fuzz;
pub mod kill;

use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use crate::browser::Victim;
use crate::engine::{Device, Engine, Size};
use crate::page::Page;
use crate::remote::{Desk, STEERED};
use crate::server::{MOUNT, Site};
use crate::stories::engines;
use crate::world::{World, empty_folder};
use disk::Then;
use kill::{Dice, Round};

/// How often each is killed.
const KILLS: usize = 50;

/// A name for the command line, how long the disk is full, and what comes then.
const DISKS: [(&str, Duration, Then); 3] = [
    ("full", Duration::from_secs(10), Then::Room),
    ("full", Duration::from_secs(10), Then::Kill),
    ("minutes", Duration::from_secs(10 * 60), Then::Room),
];

/// At most so many words are typed before.
const WORDS: u64 = 40;

/// Kills, fills, and prints tables in Markdown, between the markers that the README has.
/// `kills`, `full` (a disk for a moment) or `minutes` (for ten) as an argument leaves out
/// the others; `fuzz` is done only when it is asked for, for sixty minutes each or as many as
/// come behind it.
pub fn run() -> ExitCode {
    let engines = engines();
    let part = std::env::args().nth(2);
    if part.as_deref() == Some("fuzz") {
        let minutes = std::env::args().nth(3).map_or(Ok(60), |it| it.parse());
        return match minutes.map(fuzz::run) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(why) => {
                eprintln!("How many minutes? {why}.");
                ExitCode::FAILURE
            }
        };
    }
    let has_part = |name: &str| part.as_deref().is_none_or(|part| part == name);
    let world = match World::make(&engines) {
        Ok(world) => world,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::FAILURE;
        }
    };
    let world = &world;
    let (rows, disks) = thread::scope(|scope| {
        let disks = scope.spawn(|| {
            let chromium = engines.contains(&Engine::Chromium);
            let wanted = DISKS.iter().filter(|(part, ..)| chromium && has_part(part));
            wanted
                .map(|&(_, full_for, then)| (full_for, then, disk::run(world, full_for, then)))
                .collect::<Vec<_>>()
        });
        let rows: Vec<_> = engines
            .iter()
            .filter(|_| has_part("kills"))
            .map(|engine| scope.spawn(|| kills(world, *engine)))
            .collect();
        let rows: Vec<_> = rows.into_iter().map(|row| row.join()).collect();
        (rows, disks.join())
    });
    println!("<!-- soak -->");
    println!(
        "| killed | how often | of what was called saved, lost | of what was typed, lost at most (median) |"
    );
    println!("|---|--:|--:|--:|");
    let mut whole = true;
    for row in rows {
        match row {
            Ok(rows) => {
                for (name, broken, line) in rows {
                    whole &= broken.is_empty();
                    println!("{line}");
                    for why in broken {
                        eprintln!("{name}: {why}");
                    }
                }
            }
            Err(_) => whole = false,
        }
    }
    whole &= disks.is_ok();
    for (full_for, then, outcome) in disks.into_iter().flatten() {
        match outcome {
            Ok(outcome) => {
                whole &= outcome.old_is_there && outcome.saved_is_there;
                println!("\n{}", told(full_for, then, &outcome));
            }
            Err(why) => println!("\nA full disk was left out: {why}."),
        }
    }
    println!("<!-- /soak -->");
    match whole {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}

fn told(full_for: Duration, then: Then, outcome: &disk::Outcome) -> String {
    let there = |there| if there { "was there" } else { "was lost" };
    let after = |after: Option<Duration>, what: &str| match after {
        Some(after) => format!("{:.1} s after {what}", after.as_secs_f64()),
        None => "never".to_owned(),
    };
    let end = match then {
        Then::Room => "then there was room",
        Then::Kill => "then the browser was killed, there was room and one went on",
    };
    format!(
        "A disk that was full for {} s, {end} (Chromium): the sign told {}, and said saved again \
         {}. After a kill then, the text from before {}, what was ever called saved \
         {}, all that had stood on the screen {}.",
        full_for.as_secs(),
        after(outcome.told_after, "the first word"),
        after(outcome.saved_again_after, "there was room"),
        there(outcome.old_is_there),
        there(outcome.saved_is_there),
        there(outcome.new_is_there),
    )
}

/// A row of the table, with its name and what was broken.
type Row = (String, Vec<String>, String);

fn kills(world: &World, engine: Engine) -> Vec<Row> {
    [Victim::Browser, Victim::Tab]
        .map(|victim| {
            let mut dice = Dice(0x5eed);
            with_page(world, engine, victim, |page| {
                page.open();
                kill::begin(page);
                let rounds = (0..KILLS).map(|_| kill::round(page, victim, &mut dice, WORDS));
                row(engine, victim, &rounds.collect::<Vec<_>>())
            })
        })
        .into()
}

fn with_page<T>(
    world: &World,
    engine: Engine,
    victim: Victim,
    act: impl FnOnce(&mut Page<'_>) -> T,
) -> T {
    let device = Device {
        size: Size::Desktop,
        dark: false,
        language: "ja",
        flags: &[],
    };
    let home = empty_folder(&format!("soak-{engine}-{victim}")).expect("a folder can be made");
    let page = |site: &Site, place: &str| {
        let url = format!("{}{place}", site.origin);
        Page::new(engine, device, &world.tools, home, url)
    };
    // With a driver WebKit keeps nothing on disk.
    if engine == Engine::WebKit {
        let desk = Desk::default();
        let site = Site::serve_steered(&world.dist, &desk);
        act(&mut page(&site, STEERED).steered(desk))
    } else {
        act(&mut page(&world.site, &format!("{MOUNT}/")))
    }
}

fn row(engine: Engine, victim: Victim, rounds: &[Round]) -> Row {
    let name = format!("{engine}, {victim}");
    let broken: Vec<String> = rounds
        .iter()
        .filter_map(|round| round.broken(victim))
        .collect();
    let lost = |due: fn(&Round) -> usize| {
        let mut lost: Vec<usize> = rounds
            .iter()
            .map(|round| due(round).saturating_sub(round.kept))
            .collect();
        lost.sort_unstable();
        lost
    };
    let (saved, typed) = (lost(|round| round.saved), lost(|round| round.typed));
    let line = format!(
        "| {name} | {} | {} bytes | {} bytes ({}) |",
        rounds.len(),
        saved.iter().sum::<usize>(),
        typed.last().unwrap_or(&0),
        typed.get(typed.len() / 2).unwrap_or(&0),
    );
    (name, broken, line)
}
