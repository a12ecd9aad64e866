//! A section is cut at the caret, and joined with the one above.

use super::steps::{add_section, back_to_notes, download, make_blank_event, text_of};
use super::typing::{FIELD, open_section};
use crate::engine::Size;
use crate::page::Page;

/// Puts the caret before these words of the text that is open.
fn caret_before(page: &Page<'_>, words: &str) {
    page.call::<()>(
        "const area = document.querySelector('textarea');
         area.focus();
         const at = area.value.indexOf(arguments[0]);
         area.setSelectionRange(at, at);",
        &[words.into()],
    );
}

pub fn a_section_is_cut_at_the_caret(page: &mut Page<'_>) {
    open_section(page, "## 話\n\n一\n\n二");
    caret_before(page, "二");
    match page.size() {
        Size::Phone => page.click("ここで分ける"),
        Size::Desktop => page.press("Control+Shift+Enter"),
    }
    page.holds(
        text_of("🎈 新しい見出し").as_str(),
        "## 🎈 新しい見出し\n\n二",
    );
    // Its title is selected: what is typed next is the title.
    page.has_caret();
    page.type_text("続き");
    page.holds(text_of("🎈 続き").as_str(), "## 🎈 続き\n\n二");
    back_to_notes(page);
    let (_, text) = download(page);
    assert!(
        text.ends_with("## 話\n\n一\n\n## 🎈 続き\n\n二\n"),
        "{text:?}"
    );
}

pub fn a_cut_is_taken_back(page: &mut Page<'_>) {
    open_section(page, "## 話\n\n一\n\n```\n二\n```");
    caret_before(page, "二");
    page.press("Control+Shift+Enter");
    page.sees("コードや囲みの中では分けられません");
    caret_before(page, "一");
    page.press("Control+Shift+Enter");
    page.holds(
        text_of("🎈 新しい見出し").as_str(),
        "## 🎈 新しい見出し\n\n一\n\n```\n二\n```",
    );
    page.click("元に戻す");
    page.holds(FIELD, "## 話\n\n一\n\n```\n二\n```");
    back_to_notes(page);
    page.until("return document.querySelectorAll('.row').length === 1");
}

pub fn a_section_is_joined_with_the_one_above(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 一\n\na");
    back_to_notes(page);
    add_section(page, "## 二\n\nb");
    match page.size() {
        Size::Phone => page.click("上の見出しとつなげる"),
        Size::Desktop => page.press("Control+Shift+Backspace"),
    }
    page.holds(text_of("一").as_str(), "## 一\n\na\n\n#### 二\n\nb");
    page.click("元に戻す");
    page.holds(text_of("二").as_str(), "## 二\n\nb");
    back_to_notes(page);
    let (_, text) = download(page);
    assert!(text.ends_with("## 一\n\na\n\n## 二\n\nb\n"), "{text:?}");
}
