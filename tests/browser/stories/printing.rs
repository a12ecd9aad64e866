//! The report on paper.

use lopdf::Document;

use super::steps::open_report;
use crate::engine::{Engine, Size};
use crate::page::Page;
use crate::seed::{self, EVENT};

/// What is on each sheet of paper, without white space: where a PDF says a word, and where a line
/// of it ends, is not the same.
fn sheets(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).expect("a PDF");
    let text = |number: &u32| document.extract_text(&[*number]).expect("text");
    let squeezed = |text: String| text.split_whitespace().collect();
    document
        .get_pages()
        .keys()
        .map(text)
        .map(squeezed)
        .collect()
}

/// WebKitGTK's driver has no command for it.
fn can_print(page: &Page<'_>) -> bool {
    page.engine() != Engine::WebKit
}

/// A report of sections that are out of view, whose end is far below the window.
fn long_report() -> Vec<String> {
    (1..=60)
        .map(|number| {
            format!(
                "## Talk {number}\n\n- [x] done-{number}\n\n[slides](https://example.com/{number}) \
                 and https://bare.example/{number}\n\n```\n{}end-{number}\n```\n",
                "wide ".repeat(40)
            )
        })
        .collect()
}

pub fn the_report_is_printed_and_nothing_else(page: &mut Page<'_>) {
    if !can_print(page) {
        return;
    }
    let texts = long_report();
    let mut texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    texts.push("## Last\n\nNoted.[^1]\n\n[^1]: The-note.\n");
    seed::load(page, "Kumo Kaigi", &texts, &format!("#/event/{EVENT}"));
    open_report(page);
    page.sees("The-note");
    let sheets = sheets(&page.prints());
    let all = sheets.concat();
    let place = |words: &str| {
        all.find(words)
            .unwrap_or_else(|| panic!("{words} in {all}"))
    };
    assert!(place("KumoKaigi") < place("Talk1"));
    for number in 1..=60 {
        place(&format!("done-{number}"));
        place(&format!("slides(https://example.com/{number})"));
        let bare = &all[place(&format!("bare.example/{number}"))..];
        assert!(
            !bare.starts_with(&format!("bare.example/{number}(")),
            "{bare}"
        );
        // Firefox does not say in its file which letters those of code are.
        if page.engine() == Engine::Chromium {
            place(&format!("end-{number}"));
        }
    }
    assert!(place("done-60") < place("Noted."));
    assert!(place("Noted.") < place("The-note."));
    assert!((6..=20).contains(&sheets.len()), "{} sheets", sheets.len());
    for of_the_page in ["保存済み", "見出しを追加", "ダウンロード", "字（", "↩"]
    {
        assert!(!all.contains(of_the_page), "{of_the_page} in {all}");
    }
    // A heading is never the last on its sheet.
    for sheet in &sheets {
        let end = sheet.rfind("Talk").map(|at| &sheet[at + 4..]);
        let alone = end.is_some_and(|end| end.chars().all(|c| c.is_ascii_digit()));
        assert!(!alone, "{sheet}");
    }
    // The screen is as it was.
    page.sees("Talk 1");
    page.sees("保存済み");
}

/// On a phone the report is not on the screen of the notes.
pub fn the_notes_are_printed_where_no_report_is_shown(page: &mut Page<'_>) {
    if !can_print(page) {
        return;
    }
    assert_eq!(page.size(), Size::Phone);
    let texts = ["## First\n\nBody\n\n", "## Second\n"];
    seed::load(page, "Kumo Kaigi", &texts, &format!("#/event/{EVENT}"));
    page.sees("Second");
    let all = sheets(&page.prints()).concat();
    for words in ["KumoKaigi", "First", "Second"] {
        assert!(all.contains(words), "{words} in {all}");
    }
}
