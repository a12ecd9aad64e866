//! The program does not start, or stops: the notes are there all the same.

use super::steps::{
    add_section, back_to_notes, break_host, is_saved, make_blank_event, mend_host, text_of,
};
use crate::broken::{FAULTS, STOPS};
use crate::page::Page;

const NOTES: &str = "メモの文章";

pub fn notes_are_there_when_the_page_cannot_start(page: &mut Page<'_>) {
    let text = "## 話\n\n本文";
    make_blank_event(page, "雲会議");
    add_section(page, text);
    is_saved(page);
    for fault in FAULTS {
        break_host(page, fault);
        page.sees("参加レポを開けませんでした");
        page.sees("メモはこの端末に残っています");
        let shown = page.value_of(NOTES);
        assert_eq!(shown, format!("# 雲会議\n\n{text}\n"), "{fault}");
        page.forgive();
    }
    let (name, bytes) = page.downloads(|page| page.click("文章を保存"));
    assert_eq!(name, "sankarepo.md");
    assert_eq!(String::from_utf8_lossy(&bytes), page.value_of(NOTES));

    // Either keeper alone is enough.
    page.eval::<()>("localStorage.clear()");
    page.reload_broken();
    page.sees("文章を保存");
    assert!(page.value_of(NOTES).contains(text), "from the archive");
    page.forgive();

    mend_host(page);
    page.click("もう一度読み込む");
    page.holds(text_of("話").as_str(), text);
}

pub fn says_so_when_there_are_no_notes(page: &mut Page<'_>) {
    page.sees("新しいイベント");
    break_host(page, FAULTS[0]);
    page.sees("この端末にメモは見つかりませんでした");
    page.sees_no("文章を保存");
    page.forgive();
}

pub fn a_stop_keeps_what_was_typed(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    // The key comes after a text that the program has not heard of.
    break_host(page, STOPS);
    page.has_caret();
    page.press("q");
    page.sees("参加レポが止まりました");
    page.until("return !document.querySelector('.writer')");
    page.sees("文章を保存");
    assert!(page.value_of(NOTES).contains("本文の続き"));
    page.forgive();
    mend_host(page);
    page.click("もう一度読み込む");
    page.holds(text_of("話").as_str(), "## 話\n\n本文の続き");
    is_saved(page);
    back_to_notes(page);
    page.sees_no("別の版あり");
}

/// Also what became no section yet.
pub fn a_stop_keeps_the_whole_text(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    back_to_notes(page);
    page.click("全体をひとつの文章で書く");
    break_host(page, STOPS);
    page.click("レポート全体の本文");
    page.press("q");
    page.sees("参加レポが止まりました");
    page.sees("文章を保存");
    let kept = page.value_of(NOTES);
    assert_eq!(kept.matches("## 話\n\n本文\nの続き").count(), 1, "{kept}");
    page.forgive();
}
