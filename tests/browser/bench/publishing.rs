//! A report printed for a place and looked through before it goes there. The pages and the other
//! figures are not its own.

use serde_json::json;

use super::figures::Samples;
use super::subject::{Measure, Subject};
use super::{Desk, STARTS, text, wait_for};
use crate::page::Page;

/// Size of the report in bytes.
const REPORT: usize = 100_000;

/// The heading and the columns of the rows.
pub fn print_table(rows: &[String]) {
    println!(
        "A report of {} KB printed for Zenn, from the tap to the file, and looked through, which is one task once the hands have rested, ms, median (p95) of {STARTS}; the bare page hands its text out as it is:\n",
        REPORT / 1000
    );
    println!("| on | bare page | print | check |\n|---|--:|--:|--:|");
    println!("{}", rows.join("\n"));
}

/// One row: the bare page with the same text, then the report.
pub fn row(desk: &Desk, pages: &[(Subject, Page<'_>)]) -> String {
    let page = |of| {
        let found = pages.iter().find(|(subject, _)| *subject == of);
        &found.expect("every page is there").1
    };
    let (floor, page) = (page(Subject::Floor), page(Subject::Sections));
    let report = text::report(REPORT);
    Subject::Floor.load(floor, &report, desk.size, Measure::Start);
    let floor = handed_out(floor, "document.querySelector('textarea')");
    Subject::load_to_publish(page, &report);
    let check = checked(page);
    let print = handed_out(page, "null");
    format!(
        "| {} | {:.1} ({:.1}) | {:.1} ({:.1}), {:.1}× | {:.1} ({:.1}) |",
        desk.name,
        floor.median(),
        floor.p95(),
        print.median(),
        print.p95(),
        print.median() / floor.median(),
        check.median(),
        check.p95(),
    )
}

/// Hands a file out again and again, but to nobody: the time to the file counts.
fn handed_out(page: &Page<'_>, field: &str) -> Samples {
    page.eval::<()>(&format!(
        "const field = {field};
         const made = URL.createObjectURL;
         let done = 0;
         URL.createObjectURL = blob => {{
             const url = made.call(URL, blob);
             done = performance.now();
             return url;
         }};
         HTMLAnchorElement.prototype.click = () => {{}};
         const tap = field
             ? () => URL.createObjectURL(new Blob([field.value], {{ type: 'text/markdown' }}))
             : () => document.querySelector('.button.primary').click();
         window.handOut = () => {{
             const start = performance.now();
             tap();
             return done - start;
         }};"
    ));
    let times = (0..=STARTS).map(|_| page.eval::<f64>("return window.handOut()"));
    Samples::new(times.skip(1).collect())
}

/// Chooses one place after the other: the task in which the list becomes another is the check.
fn checked(page: &Page<'_>) -> Samples {
    page.eval::<()>(
        "const later = window.setTimeout;
         let took = null;
         window.setTimeout = (act, ms, ...rest) => later(() => {
             const start = performance.now();
             act(...rest);
             took = performance.now() - start;
         }, ms);
         window.checks = [];
         new MutationObserver(() => window.checks.push(took)).observe(
             document.querySelector('.findings'),
             { attributes: true, childList: true, characterData: true, subtree: true },
         );",
    );
    let places = ["zenn", "github"].into_iter().cycle().take(STARTS + 1);
    let times = places.map(|place| {
        page.call::<()>(
            "window.checks.length = 0;
             const target = document.querySelector('#target');
             target.value = arguments[0];
             target.dispatchEvent(new Event('change', { bubbles: true }))",
            &[json!(place)],
        );
        wait_for(page, "return window.checks[0] ?? null")
    });
    Samples::new(times.skip(1).collect())
}
