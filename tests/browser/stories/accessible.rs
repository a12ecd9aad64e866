//! What of accessibility a program can find: axe-core, on every screen and in every theme.

use std::fs;

use super::beside;
use super::looks::{OVERLAYS, goes_to, load, looks_for, screens};
use super::steps::{PLACES, choose_place, open_findings, open_note, open_ways};
use crate::engine::{Engine, Size};
use crate::page::Page;
use crate::seed::{self, EVENT, load_records, section_fragment};

/// The findings on the screen, once it is there and stands still. `target-size` is the one rule of
/// WCAG 2.2 that axe-core leaves out unless it is asked.
#[track_caller]
fn finds_nothing(page: &Page<'_>, what: &str, ready: &str) {
    page.has(ready);
    page.until("return document.getAnimations().every(it => it.playState !== 'running')");
    page.eval::<()>(
        "window.findings = null;
         axe.run(document, { rules: { 'target-size': { enabled: true } } }).then(
             ({ violations, passes }) => {
                 window.findings = violations.flatMap(({ id, nodes }) => nodes.map(
                     it => `${id}: ${it.html.slice(0, 120)} ${it.any.map(why => why.message)}`));
                 if (passes.length < 10) window.findings.push('hardly anything was looked at');
             },
             why => { window.findings = [String(why)]; })",
    );
    page.until("return !!window.findings");
    let findings: Vec<String> = page.eval("return window.findings");
    assert_eq!(findings, [""; 0], "{what}");
}

fn wears(page: &Page<'_>, theme: &str, hall: &str) {
    page.eval::<()>(&format!(
        "Object.assign(document.documentElement.dataset, {{ theme: '{theme}', hall: '{hall}' }})"
    ));
}

/// The colours and boxes of each place.
pub fn axe_finds_nothing_in_the_look_of_a_place(page: &mut Page<'_>) {
    if page.engine() != Engine::Chromium {
        return;
    }
    let axe = fs::read_to_string(page.tool("axe")).expect("axe-core is installed");
    let report = format!("#/event/{EVENT}/report");
    seed::load(
        page,
        "雲会議",
        &[
            PLACES,
            "### 表\n\n| 時刻 | 話 |\n| --- | --- |\n| 10:00 | 開会 |\n",
            "## おわりに\n",
        ],
        &report,
    );
    page.eval::<()>(&axe);
    if page.size() == Size::Phone {
        page.resizes(390, 4000);
    }
    for (theme, hall) in [("light", "off"), ("dark", "off"), ("light", "on")] {
        wears(page, theme, hall);
        for place in ["zenn", "qiita", "github", "commonmark", "hackmd", "note"] {
            choose_place(page, place);
            let ready = format!(".markdown[data-target={place}] .embed");
            finds_nothing(page, &format!("{place} {theme} {hall}"), &ready);
        }
    }
}

/// axe-core looks at the document, which is the same in all three browsers.
pub fn axe_finds_nothing_on_any_screen(page: &mut Page<'_>) {
    if page.engine() != Engine::Chromium {
        return;
    }
    let axe = fs::read_to_string(page.tool("axe")).expect("axe-core is installed");
    page.sees("新しいイベント");
    page.eval::<()>(&axe);
    finds_nothing(page, "no events", ".empty");
    load(page, "雲会議", "#/trash");
    page.has(".form-about");
    page.eval::<()>(&axe);
    // What lies half under a bar at the lower edge is taken for a small target, and not for one
    // that scrolls.
    if page.size() == Size::Phone {
        page.resizes(390, 4000);
    }
    for (theme, hall) in [("light", "off"), ("dark", "off"), ("light", "on")] {
        wears(page, theme, hall);
        for (fragment, ready) in screens() {
            goes_to(page, &fragment);
            finds_nothing(page, &format!("{fragment} {theme} {hall}"), ready);
        }
        for fragment in ["#/search".to_owned(), format!("#/event/{EVENT}/find")] {
            looks_for(page, &fragment);
            finds_nothing(
                page,
                &format!("found: {fragment} {theme} {hall}"),
                ".found-line",
            );
        }
        goes_to(page, &format!("#/event/{EVENT}/report"));
        open_findings(page);
        open_note(page);
        finds_nothing(page, &format!("findings {theme} {hall}"), ".finding");
        open_ways(page);
        finds_nothing(page, &format!("ways {theme} {hall}"), ".post[open]");
        page.press("Escape");
        page.until("return !document.querySelector('dialog')");
        page.type_into("記事の URL（任意）", "https://zenn.example/kumo");
        page.click("記録する");
        finds_nothing(page, &format!("note {theme} {hall}"), ".published-line");
        // Now with what only Zenn asks for, and with the way to what was published.
        goes_to(page, "#/");
        finds_nothing(page, &format!("cards {theme} {hall}"), "a.chip");
        goes_to(page, &format!("#/event/{EVENT}/details"));
        finds_nothing(page, &format!("Zenn {theme} {hall}"), ".danger");
        goes_to(page, "#/trash");
        for (keys, ready) in OVERLAYS {
            page.press(keys);
            finds_nothing(page, keys, ready);
            page.press("Escape");
            page.until("return !document.querySelector('dialog')");
        }
    }
    load_records(page, "雲会議", beside::records(), &section_fragment(2));
    page.has(".beside");
    page.eval::<()>(&axe);
    page.eval::<()>("document.querySelector('.beside').open = true");
    finds_nothing(page, "beside", ".beside li");
}
