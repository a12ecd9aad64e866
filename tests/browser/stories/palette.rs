//! The palette and the sheet of shortcuts: all of the page by keys.

use super::steps::{add_section, back_to_notes, is_saved, make_blank_event, text_of};
use crate::browser::Pointing::{Down, To, Up};
use crate::page::Page;

const FIELD: &str = "コマンドや見出しの名前";

/// What is found, from above; the one that Enter would choose in brackets.
fn options(page: &Page<'_>) -> Vec<String> {
    page.eval(
        "return [...document.querySelectorAll('[role=option]')].map(it => {
             const name = it.firstElementChild.textContent;
             return it.ariaSelected === 'true' ? `[${name}]` : name;
         })",
    )
}

#[track_caller]
fn finds(page: &Page<'_>, wanted: &[&str]) {
    page.call::<()>("window.wanted = arguments[0]", &[wanted.into()]);
    page.until(
        "const names = [...document.querySelectorAll('[role=option] > :first-child')];
         return JSON.stringify(names.map(it => it.textContent)) === JSON.stringify(window.wanted)",
    );
}

pub fn commands_and_sections_are_found_by_keys(page: &mut Page<'_>) {
    make_blank_event(page, "前の会");
    add_section(page, "## ｻｰﾊﾞｰの話\n\n本文");
    back_to_notes(page);
    page.go_home();
    make_blank_event(page, "今日の会");
    for title in ["一つ目", "サーバ入門"] {
        add_section(page, &format!("## {title}\n\n本文"));
        back_to_notes(page);
    }
    is_saved(page);
    // Also while the caret is in a text, where nothing is selected.
    page.press("Control+End");
    page.press("Control+k");
    page.until("return document.activeElement.matches('dialog input')");
    page.holds(FIELD, "");
    assert_eq!(options(page)[0], "[見出しを追加]");
    // The sections of this event come before those of the others.
    page.type_text("さーば");
    finds(page, &["サーバ入門", "ｻｰﾊﾞｰの話"]);
    page.press("ArrowDown");
    assert_eq!(options(page), ["サーバ入門", "[ｻｰﾊﾞｰの話]"]);
    page.press("Enter");
    page.until("return !document.querySelector('dialog')");
    page.holds(&*text_of("ｻｰﾊﾞｰの話"), "## ｻｰﾊﾞｰの話\n\n本文");
    // A command.
    page.press("Control+k");
    page.type_text("会場");
    page.press("Enter");
    page.until("return document.documentElement.dataset.hall === 'on'");
    page.press("Control+k");
    page.type_text("設定");
    page.press("Enter");
    page.sees("バックアップから戻す");
    // One that opens another of its kind.
    page.press("Control+k");
    page.type_text("ショートカット");
    page.press("Enter");
    page.sees("見出しを上や下へ動かす");
    page.until("return document.activeElement.closest('dialog.shortcuts') !== null");
    page.press("Escape");
    // Escape leaves everything as it was, and gives the focus back.
    page.press("Control+k");
    page.type_text("ない名前");
    page.sees("ありません。短い言葉で試してください。");
    page.press("Enter");
    page.press("Escape");
    page.until("return !document.querySelector('dialog')");
    page.sees("バックアップから戻す");
}

pub fn selected_words_are_linked_by_the_same_keys(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話");
    page.press("Control+End");
    page.press("Shift+ArrowLeft");
    page.press("Control+k");
    page.holds(&*text_of("話"), "## [話]()");
    page.until("return !document.querySelector('dialog')");
}

pub fn a_question_mark_shows_the_shortcuts(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話");
    page.press("Control+End");
    page.type_text("?");
    page.holds(&*text_of("話?"), "## 話?");
    page.eval::<()>("document.activeElement.blur()");
    page.type_text("?");
    page.sees("見出しを上や下へ動かす");
    page.sees("チェックリスト");
    page.press("Escape");
    page.until("return !document.querySelector('dialog')");
    // A tap beside it closes it, too.
    page.type_text("?");
    page.sees("キーボードショートカット");
    page.points(&[To(5, 5), Down, Up]);
    page.until("return !document.querySelector('dialog')");
}
