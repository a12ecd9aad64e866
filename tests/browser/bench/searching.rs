//! A key of a search in all events. The pages and the other figures are not its own.

use serde_json::json;

use super::figures::Samples;
use super::subject::{Measure, Subject};
use super::{Desk, KEYS, WARM_UP, keystroke, letter, press, text};
use crate::page::Page;

/// Sections of a kilobyte that are searched.
const SECTIONS: usize = 1_000;

/// Stands in every section, so that each of its letters finds something in all of them.
const WORD: &str = "kubernetes";

/// The heading and the columns of the rows.
pub fn print_table(rows: &[String]) {
    println!(
        "A key of a search in {SECTIONS} sections of 1 KB, to the frame that shows what is found, ms, median (p95) of {KEYS}:\n"
    );
    println!("| on | bare page | search |\n|---|--:|--:|");
    println!("{}", rows.join("\n"));
}

/// One row: a key in the bare page with a text of 1 KB, then one in the search.
pub fn row(desk: &Desk, pages: &[(Subject, Page<'_>)]) -> String {
    let page = |of| {
        let found = pages.iter().find(|(subject, _)| *subject == of);
        &found.expect("every page is there").1
    };
    let (floor, page) = (page(Subject::Floor), page(Subject::Sections));
    Subject::Floor.load(floor, &text::report(1_000), desk.size, Measure::Keystroke);
    let floor = keystroke(floor, Subject::Floor, desk.size);
    let report = text::report(SECTIONS * text::MEMO.len());
    Subject::load_to_search(page, &report);
    let keys = search(page);
    format!(
        "| {} | {:.1} ({:.1}) | {:.1} ({:.1}), {:.1}× |",
        desk.name,
        floor.median(),
        floor.p95(),
        keys.median(),
        keys.p95(),
        keys.median() / floor.median()
    )
}

/// Types the word again and again, each time from an empty field.
fn search(page: &Page<'_>) -> Samples {
    let selectors = [json!("#content input"), json!("#content")];
    page.call::<()>(include_str!("probe.js"), &selectors);
    let keys = WORD.chars().enumerate().cycle().take(WARM_UP + KEYS);
    let times = keys.map(|(index, key)| {
        if index == 0 {
            page.eval::<()>(
                "const field = document.querySelector('#content input');
                 field.value = '';
                 field.dispatchEvent(new Event('input', { bubbles: true }));",
            );
            page.until("return !document.querySelector('#content mark')");
        }
        press(page, letter(key))
    });
    Samples::new(times.skip(WARM_UP).collect())
}
