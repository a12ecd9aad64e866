//! Starts of a page that the browser keeps, when its host is gone: loaded again, and as the first
//! page of a browser that was closed, which is what an icon on the home screen opens. A window of
//! its own (`display-mode: standalone`) is not measured: a browser without a screen has none.
//!
//! The bare page keeps nothing of itself: its host is there.

use super::figures::Samples;
use super::subject::{Measure, Subject};
use super::{Desk, STARTS, STORED, arrival, new_page, start, text, watch_arrivals};
use crate::page::Page;
use crate::world::World;

/// Starts of a browser whose time counts. Each takes seconds.
const BROWSERS: usize = 5;

/// The heading and the columns of the rows.
pub fn print_table(rows: &[String]) {
    let kilobytes = STORED / 1000;
    println!(
        "Start of the page that is kept, without its host, with a stored report of {kilobytes} KB, navigation to text on the screen, ms, median (p95) of {STARTS}, of a new browser of {BROWSERS}; the bare page with its host:\n"
    );
    let names: Vec<&str> = Subject::ALL.iter().map(|subject| subject.name()).collect();
    println!("| start | on | {} |", names.join(" | "));
    println!("|---|---|{}", "--:|".repeat(names.len()));
    println!("{}", rows.join("\n"));
}

/// Two rows: loaded again, and in a browser that was closed.
pub fn rows(world: &World, desk: &Desk, pages: &[(Subject, Page<'_>)]) -> [String; 2] {
    let report = text::report(STORED);
    let again = cells(pages, |subject, page| {
        subject.load(page, &report, desk.size, Measure::Start);
        take_host_away(world, *subject, page);
        let samples = start(page);
        world.site.serves(&world.dist);
        samples
    });
    let anew = cells(&Subject::ALL.map(|it| (it, ())), |subject, ()| {
        start_anew(world, *subject, desk, &report)
    });
    [("loaded again", again), ("new browser", anew)]
        .map(|(what, cells)| format!("| {what} | {} | {cells} |", desk.name))
}

fn cells<P>(pages: &[(Subject, P)], measure: impl Fn(&Subject, &P) -> Samples) -> String {
    let mut floor = None;
    let cells = pages.iter().map(|(subject, page)| {
        let samples = measure(subject, page);
        samples.beside(&mut floor)
    });
    cells.collect::<Vec<_>>().join(" | ")
}

/// The host of a page that the browser keeps goes off. The caller brings it back.
fn take_host_away(world: &World, subject: Subject, page: &Page<'_>) {
    if subject != Subject::Floor {
        page.is_kept();
        world.site.goes_off();
    }
}

/// Closes the browser and opens it on the same profile, again and again.
fn start_anew(world: &World, subject: Subject, desk: &Desk, report: &str) -> Samples {
    let name = format!("bench-anew-{subject:?}-{}", desk.size);
    let mut page = new_page(world, &name, desk.size, "about:blank");
    page.open();
    page.go(&subject.url(&world.site));
    subject.load(&page, report, desk.size, Measure::Start);
    let url: String = page.eval("return location.href");
    take_host_away(world, subject, &page);
    let times = (0..=BROWSERS).map(|_| {
        page.close();
        page.open();
        watch_arrivals(&page, subject, desk);
        page.go(&url);
        arrival(&page)
    });
    let samples = Samples::new(times.skip(1).collect());
    world.site.serves(&world.dist);
    samples
}
