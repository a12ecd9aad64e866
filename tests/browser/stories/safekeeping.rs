//! How well notes are kept, told under the sign of safety, and the reminders of it.

use super::steps::{add_section, back_to_notes, break_host, is_saved, make_blank_event, mend_host};
use crate::broken::{COUNTS_ASKING, INSTALLED_ON_IOS, TAB_OF_SAFARI};
use crate::engine::Size;
use crate::page::Page;
use crate::server::NEIGHBOUR;

const REMINDER: &str = "最後のバックアップのあと、20 分以上書きました。";

pub fn the_sign_tells_how_notes_are_kept(page: &mut Page<'_>) {
    page.click("保存済み");
    page.sees("このページを開いてから、何も書いていません。");
    page.sees("ブラウザのタブで開いています。");
    page.sees("この端末からは、まだ取り出していません。");
    page.go_home();
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    back_to_notes(page);
    page.click("保存済み");
    page.sees("最後に保存: ");
    // Firefox asks the person, and nobody answers; WebKit on Linux knows no promise.
    page.until(
        "(navigator.storage?.persisted() ?? Promise.resolve(null)).then(it => { window.granted = it; });
         const told = {
             true: '空き容量が足りなくなっても、メモを消しません。',
             false: '空き容量が足りなくなると、メモを消すことがあります。',
             null: 'わかりません。',
         };
         return 'granted' in window && document.body.innerText.includes(told[window.granted])",
    );
    let asked: bool = page.eval(
        "return Object.keys(localStorage).some(key => key.endsWith('setting/asked-to-keep'))",
    );
    assert!(asked);
    page.downloads(|page| page.click("バックアップを保存"));
    page.sees("最後のバックアップ: ");
    page.reload();
    page.sees("最後のバックアップ: ");
}

/// A counter is played in place of the browser's own, which would ask the person, or know no answer.
pub fn the_browser_is_asked_once_to_keep(page: &mut Page<'_>) {
    break_host(page, COUNTS_ASKING);
    page.sees("最初の参加レポをはじめましょう");
    assert_eq!(page.eval::<String>("return sessionStorage.asked"), "0");
    make_blank_event(page, "雲会議");
    is_saved(page);
    page.until("return sessionStorage.asked === '1'");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    page.reload();
    page.has_caret();
    page.press("Control+End");
    page.type_text("の続き");
    is_saved(page);
    back_to_notes(page);
    // Whoever wants to ask does. Whatever else was asked for was asked for before that.
    page.click("保存済み");
    page.click("消さないように頼む");
    page.sees("ブラウザは約束しませんでした。");
    assert_eq!(page.eval::<String>("return sessionStorage.asked"), "2");
    mend_host(page);
}

/// The clock of the page goes on by a minute with every letter.
pub fn twenty_minutes_without_a_copy_are_told(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    page.press("Control+End");
    page.eval::<()>(
        "const start = Date.now();
         let minutes = 0;
         window.later = () => { minutes += 1; };
         window.Date.now = () => start + minutes * 60_000;",
    );
    for letter in ["あ", "い"].repeat(9) {
        page.eval::<()>("window.later()");
        page.type_text(letter);
    }
    is_saved(page);
    back_to_notes(page);
    page.sees_no(REMINDER);
    if page.size() == Size::Phone {
        page.click("話");
        page.has_caret();
    }
    for letter in ["う", "え"] {
        page.eval::<()>("window.later()");
        page.type_text(letter);
    }
    if page.size() == Size::Phone {
        // Not above the text that is being written.
        page.sees_no(REMINDER);
        back_to_notes(page);
    }
    page.sees(REMINDER);
    page.click("今日はしない");
    page.sees_no(REMINDER);
    page.reload();
    page.sees("話");
    page.sees_no(REMINDER);
    // The next day.
    page.eval::<()>(
        "const key = Object.keys(localStorage).find(key => key.endsWith('setting/outside'));
         localStorage[key] = localStorage[key].replace(/\\S+$/, '2026-01-01')",
    );
    page.reload();
    page.sees(REMINDER);
    page.downloads(|page| page.click("バックアップを保存"));
    page.sees_no(REMINDER);
    page.reload();
    page.sees("話");
    page.sees_no(REMINDER);
}

/// No browser here is Safari on iOS: what it says of itself is played.
pub fn a_tab_of_safari_says_once_that_it_forgets(page: &mut Page<'_>) {
    break_host(page, TAB_OF_SAFARI);
    page.sees("最初の参加レポをはじめましょう");
    page.sees_no("Safari は 7 日間");
    make_blank_event(page, "雲会議");
    page.sees("Safari は 7 日間");
    page.click("わかりました");
    page.sees_no("Safari は 7 日間");
    is_saved(page);
    page.reload();
    page.sees("まだ見出しがありません");
    page.sees_no("Safari は 7 日間");
    page.click("保存済み");
    page.sees("Safari のタブで開いています。");
    mend_host(page);
}

/// What iOS says of an installed page is played.
pub fn the_home_screen_of_ios_brings_notes_over(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    back_to_notes(page);
    page.click("保存済み");
    let (_, backup) = page.downloads(|page| page.click("バックアップを保存"));
    // The store of the home screen is another one, as that of another page is.
    let there: String = page.eval(&format!("return location.origin + '{NEIGHBOUR}/'"));
    page.go(&there);
    break_host(page, INSTALLED_ON_IOS);
    page.sees("ホーム画面から開くと、はじめは空です。");
    page.picks("バックアップから戻す", "a.backup.txt", &backup);
    page.sees("雲会議");
    page.sees_no("ホーム画面から開くと、はじめは空です。");
    is_saved(page);
    page.click("保存済み");
    page.sees("アプリとして開いています。");
    mend_host(page);
}
