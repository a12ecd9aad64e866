//! Markdown files: what is in one stays in it, to the byte, but for what a person changes.

use super::steps::{back_from_report, download, is_saved};
use crate::page::Page;
use crate::seed::{self, EVENT, section_fragment};

/// Opens a section in the text area, by its address.
fn read_section(page: &Page<'_>, index: usize) {
    page.eval::<()>(&format!("location.hash = '{}'", section_fragment(index)));
    page.until(&format!(
        "return document.querySelector('textarea')?.dataset.section === 's{index:06}'"
    ));
}

fn go_to_notes(page: &Page<'_>) {
    page.eval::<()>(&format!("location.hash = '#/event/{EVENT}'"));
    page.sees("見出しを追加");
}

/// Line ends of all kinds, a heading in a section, a fence that is not closed, no line end at the
/// end: all stays in what was only looked at. A letter that is typed is the one that changes.
pub fn only_what_was_typed_changes(page: &mut Page<'_>) {
    let texts = [
        "前書き\r\n\r\n",
        "## 一\r\n\r\n本文\r\n\r\n\r\n",
        "## 二\r本文\r\n### 中の見出し\n行\r\n",
        "## 三\r\n\r\n~~~\r\n閉じない\r\n終わり",
    ];
    seed::load(page, "雲会議", &texts, &format!("#/event/{EVENT}"));
    page.sees("見出しを追加");
    let as_it_came = texts.concat();
    let head = "# 雲会議 参加レポ\r\n\r\n";
    assert_eq!(download(page).1, format!("{head}{as_it_came}"));
    for index in 0..texts.len() {
        read_section(page, index);
        page.press("Control+End");
        page.press("ArrowUp");
    }
    go_to_notes(page);
    assert_eq!(download(page).1, format!("{head}{as_it_came}"));
    back_from_report(page);
    for (index, typed) in [(0, "、あ"), (1, "、い")] {
        read_section(page, index);
        page.press("Control+End");
        page.type_text(typed);
        is_saved(page);
    }
    go_to_notes(page);
    let changed = as_it_came
        .replace("前書き", "前書き、あ")
        .replace("本文\r\n\r\n\r\n", "本文、い\r\n\r\n\r\n");
    page.reload();
    assert_eq!(download(page).1, format!("{head}{changed}"));
    back_from_report(page);
    // What was typed in is brought into its form, with the line ends that it has.
    read_section(page, 3);
    page.press("Control+End");
    page.type_text("だ");
    go_to_notes(page);
    let closed = changed.replace("終わり", "終わりだ\r\n~~~");
    assert_eq!(download(page).1, format!("{head}{closed}"));
}
