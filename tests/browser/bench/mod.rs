//! Figures: how fast the page is, beside a bare page in the same browser.
//!
//! Measured in Chromium alone: only there can a driver slow down the processor
//! and run something before the first script of a page. The limit of 60 frames
//! a second is taken away, or every short time would be told as one frame.

mod bytes;
mod figures;
mod lighthouse;
mod programme;
mod publishing;
mod searching;
mod starting;
mod subject;
mod text;

use std::process::ExitCode;
use std::time::Duration;

use serde_json::{Value, json};

use crate::engine::{Device, Engine, Size};
use crate::page::Page;
use crate::wait::until;
use crate::world::{World, empty_folder};
use figures::Samples;
use subject::{Measure, Subject};

/// Sizes of the report in bytes.
const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// Size of the report that a start shows, in bytes.
const STORED: usize = 10_000;

/// Keys whose time counts, after the first ones that warm up.
const KEYS: usize = 40;
const WARM_UP: usize = 5;

/// Letters that are taken back, after a first one that warms up; in reports of these sizes.
const UNDOS: usize = 15;
const UNDO_SIZES: [usize; 2] = [100_000, 1_000_000];

/// Files that are opened, after a first one that warms up; of these sizes.
const FILES: usize = 5;
const FILE_SIZES: [usize; 2] = [10_000, 1_000_000];

/// Loads whose time counts, after a first one that warms up.
const STARTS: usize = 15;

/// One key in a report of 1 MB on a slow phone takes long; a hang takes longer.
const DEADLINE: Duration = Duration::from_secs(60);

const UNCAPPED: &[&str] = &["--disable-frame-rate-limit", "--disable-gpu-vsync"];

/// What the keys are pressed on.
struct Desk {
    name: &'static str,
    size: Size,
    /// How many times slower the processor is made.
    slower: u32,
}

const DESKS: [Desk; 2] = [
    Desk {
        name: "desktop",
        size: Size::Desktop,
        slower: 1,
    },
    Desk {
        name: "phone, 4× slower CPU",
        size: Size::Phone,
        slower: 4,
    },
];

/// Measures and prints tables in Markdown, between the markers that the README has. `bytes`,
/// `search`, `programme`, `publishing` or `offline` as an argument leaves out all but that one; `lighthouse` prints
/// its scores.
pub fn run() -> ExitCode {
    let world = match World::make(&[Engine::Chromium]) {
        Ok(world) => world,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::FAILURE;
        }
    };
    let part = std::env::args().nth(2);
    if part.as_deref() == Some("bytes") {
        print_bytes(&world);
        return ExitCode::SUCCESS;
    }
    if part.as_deref() == Some("lighthouse") {
        return lighthouse::run(&world);
    }
    if part.as_deref() == Some("offline") {
        let rows = DESKS.iter().flat_map(|desk| {
            let pages = Subject::ALL.map(|subject| (subject, sit_down(&world, subject, desk)));
            starting::rows(&world, desk, &pages)
        });
        starting::print_table(&rows.collect::<Vec<_>>());
        return ExitCode::SUCCESS;
    }
    if part.as_deref() == Some("programme") {
        let rows = DESKS.iter().map(|desk| {
            let pages = Subject::ALL.map(|subject| (subject, sit_down(&world, subject, desk)));
            programme::row(desk, &pages)
        });
        programme::print_table(&rows.collect::<Vec<_>>());
        return ExitCode::SUCCESS;
    }
    if part.as_deref() == Some("publishing") {
        let rows = DESKS.iter().map(|desk| {
            let pages = Subject::ALL.map(|subject| (subject, sit_down(&world, subject, desk)));
            publishing::row(desk, &pages)
        });
        publishing::print_table(&rows.collect::<Vec<_>>());
        return ExitCode::SUCCESS;
    }
    let search_alone = part.as_deref() == Some("search");
    let mut searched = Vec::new();
    let mut offline = Vec::new();
    let mut programmes = Vec::new();
    let mut published = Vec::new();
    let mut starts = Vec::new();
    let mut keys = Vec::new();
    let mut undone = Vec::new();
    let mut opened = Vec::new();
    for desk in &DESKS {
        let pages = Subject::ALL.map(|subject| (subject, sit_down(&world, subject, desk)));
        searched.push(searching::row(desk, &pages));
        if search_alone {
            continue;
        }
        programmes.push(programme::row(desk, &pages));
        published.push(publishing::row(desk, &pages));
        starts.push(row(desk, STORED, &pages, Measure::Start));
        offline.extend(starting::rows(&world, desk, &pages));
        keys.extend(SIZES.map(|bytes| row(desk, bytes, &pages, Measure::Keystroke)));
        undone.extend(UNDO_SIZES.map(|bytes| row(desk, bytes, &pages, Measure::Undo)));
        opened.extend(FILE_SIZES.map(|bytes| row(desk, bytes, &pages, Measure::Open)));
    }
    if search_alone {
        searching::print_table(&searched);
        return ExitCode::SUCCESS;
    }
    println!("<!-- bench -->");
    println!("To download, bytes:\n");
    print_bytes(&world);
    println!();
    println!(
        "Start with a stored report, navigation to text on the screen, ms, median (p95) of {STARTS}:\n"
    );
    print_table(&starts);
    println!();
    starting::print_table(&offline);
    println!(
        "\nA key to the frame that shows it (on the desktop in the preview, on the phone in the text), ms, median (p95) of {KEYS}:\n"
    );
    print_table(&keys);
    println!(
        "\nA letter taken back with Ctrl+Z, to the frame that shows it, ms, median (p95) of {UNDOS}:\n"
    );
    print_table(&undone);
    println!(
        "\nA file opened, from its choice to the frame that shows its sections, ms, median (p95) of {FILES}:\n"
    );
    print_table(&opened);
    println!();
    searching::print_table(&searched);
    println!();
    programme::print_table(&programmes);
    println!();
    publishing::print_table(&published);
    println!("<!-- /bench -->");
    ExitCode::SUCCESS
}

/// What a browser asks for until the first words stand on the screen, and the offline copy.
fn print_bytes(world: &World) {
    let mut page = new_page(world, "bench-bytes", Size::Phone, &world.site.page());
    page.open();
    page.until(
        "return document.body.innerText.trim() !== '' && document.readyState === 'complete'",
    );
    let weigh = |files| bytes::weigh(&world.dist, &files).expect("dist holds what was asked for");
    let everything = bytes::everything(&world.dist).expect("dist can be read");
    let rows = [
        ("first visit", weigh(bytes::behind(&world.site.asked()))),
        ("everything, the offline copy", weigh(everything)),
    ];
    println!("| | raw | gzip -9 | brotli -11 |\n|---|--:|--:|--:|");
    for (what, weight) in rows {
        println!(
            "| {what} | {} | {} | {} |",
            weight.raw, weight.gzip, weight.brotli
        );
    }
}

fn print_table(rows: &[String]) {
    let names: Vec<&str> = Subject::ALL.iter().map(|subject| subject.name()).collect();
    println!("| report | on | {} |", names.join(" | "));
    println!("|---|---|{}", "--:|".repeat(names.len()));
    println!("{}", rows.join("\n"));
}

/// One row: every page with the same report, one after the other.
fn row(desk: &Desk, bytes: usize, pages: &[(Subject, Page<'_>)], measure: Measure) -> String {
    let report = text::report(bytes);
    let mut floor = None;
    let cells: Vec<String> = pages
        .iter()
        .map(|(subject, page)| {
            let load = || subject.load(page, &report, desk.size, measure);
            let samples = match measure {
                Measure::Open => open(page, *subject, &report),
                Measure::Start => {
                    load();
                    start(page)
                }
                Measure::Keystroke => {
                    load();
                    keystroke(page, *subject, desk.size)
                }
                Measure::Undo => {
                    load();
                    undo(page, *subject, desk.size)
                }
            };
            samples.beside(&mut floor)
        })
        .collect();
    format!(
        "| {} KB | {} | {} |",
        bytes / 1000,
        desk.name,
        cells.join(" | ")
    )
}

fn sit_down<'a>(world: &'a World, subject: Subject, desk: &Desk) -> Page<'a> {
    let name = format!("bench-{subject:?}-{}", desk.size);
    let mut page = new_page(world, &name, desk.size, &subject.url(&world.site));
    page.open();
    watch_arrivals(&page, subject, desk);
    page
}

/// Slows the processor down and has each page say when its text can be seen.
fn watch_arrivals(page: &Page<'_>, subject: Subject, desk: &Desk) {
    page.devtools(
        "Emulation.setCPUThrottlingRate",
        json!({ "rate": desk.slower }),
    );
    let source = include_str!("arrival.js")
        .replace("SELECTOR", &json!(subject.shown()).to_string())
        .replace("WORDS", &json!(text::LAST_WORDS).to_string());
    page.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": source }),
    );
}

fn new_page<'a>(world: &'a World, name: &str, size: Size, url: &str) -> Page<'a> {
    let device = Device {
        size,
        dark: false,
        language: "ja",
        flags: UNCAPPED,
    };
    let home = empty_folder(name).expect("the target folder can be written");
    Page::new(Engine::Chromium, device, &world.tools, home, url.to_owned())
}

/// Loads again and again.
fn start(page: &Page<'_>) -> Samples {
    let times = (0..=STARTS).map(|_| {
        page.reload();
        arrival(page)
    });
    Samples::new(times.skip(1).collect())
}

fn arrival(page: &Page<'_>) -> f64 {
    wait_for(page, "return window.arrival ?? null")
}

/// Presses keys at the end of the text, the next one when the last one is seen.
fn keystroke(page: &Page<'_>, subject: Subject, size: Size) -> Samples {
    start_stopwatch(page, subject, size);
    let keys = ('a'..='z').cycle().take(WARM_UP + KEYS);
    let times = keys.map(|key| press(page, letter(key)));
    Samples::new(times.skip(WARM_UP).collect())
}

/// Types a letter at the end of the text and takes it back, again and again: the time of taking
/// it back counts.
fn undo(page: &Page<'_>, subject: Subject, size: Size) -> Samples {
    start_stopwatch(page, subject, size);
    let times = (0..=UNDOS).map(|_| {
        press(page, letter('a'));
        // The browser's own shortcut is not there without a window: the bare page gets its command.
        let keys = json!({
            "key": "z", "code": "KeyZ", "windowsVirtualKeyCode": 90, "modifiers": 2, "commands": ["undo"],
        });
        press(page, keys)
    });
    Samples::new(times.skip(1).collect())
}

/// Opens a file again and again, each time in a page that has nothing yet.
fn open(page: &Page<'_>, subject: Subject, report: &str) -> Samples {
    let file = subject.file(report);
    let times = (0..=FILES).map(|_| {
        let shown = subject.load_to_open(page);
        page.call::<()>(include_str!("opening.js"), &[json!(file), json!(shown)]);
        wait_for(page, "return window.opened")
    });
    Samples::new(times.skip(1).collect())
}

fn start_stopwatch(page: &Page<'_>, subject: Subject, size: Size) {
    // On a phone the preview is another screen: there the text itself is what shows.
    let shown = (size == Size::Desktop).then(|| subject.shown());
    let selectors = [json!(subject.field()), json!(shown)];
    page.call::<()>(include_str!("probe.js"), &selectors);
}

fn letter(key: char) -> Value {
    let letter = key.to_ascii_uppercase();
    json!({
        "key": key, "text": key, "code": format!("Key{letter}"), "windowsVirtualKeyCode": u32::from(letter),
    })
}

/// Presses a key and waits until what it does is seen.
fn press(page: &Page<'_>, key: Value) -> f64 {
    for kind in ["keyDown", "keyUp"] {
        let mut event = key.clone();
        event["type"] = json!(kind);
        page.devtools("Input.dispatchKeyEvent", event);
    }
    wait_for(page, "return window.stopwatch.shift() ?? null")
}

fn wait_for(page: &Page<'_>, body: &str) -> f64 {
    let seen = until(DEADLINE, || {
        page.eval::<Option<f64>>(body)
            .ok_or_else(|| "the text does not reach the screen".to_owned())
    });
    seen.unwrap_or_else(|why| panic!("{why}\n{}", page.evidence()))
}
