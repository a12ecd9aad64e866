//! What was written is there afterwards, and nothing else is touched.

use serde_json::json;

use super::steps::{add_section, back_to_notes, is_saved, make_blank_event, text_of};
use crate::page::Page;
use crate::server::NEIGHBOUR;
use crate::soak::kill::{TITLE, begin};

pub fn is_there_after_a_reload(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    page.type_text("の続き");
    // At once, in the middle of typing.
    page.reload();
    page.holds(text_of("話").as_str(), "## 話\n\n本文の続き");
    page.type_text("の続き");
    is_saved(page);
    page.sees("保存済み");
    // A text that is too large to be written with each key.
    let large = "、長い話".repeat(2_000);
    page.paste(&large);
    page.reload();
    page.holds(
        text_of("話").as_str(),
        &format!("## 話\n\n本文の続きの続き{large}"),
    );
}

/// WebKit does this without a driver, so only with what such a browser can be asked.
pub fn is_there_after_the_browser_was_closed(page: &mut Page<'_>) {
    begin(page);
    page.close();
    page.open();
    page.click("雲会議");
    page.click(TITLE);
    page.holds(text_of(TITLE).as_str(), "## 🎈 話\n\n本文");
}

/// Many project pages share one origin, and so one localStorage.
pub fn pages_of_one_origin_do_not_meet(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    is_saved(page);
    let (origin, here): (String, String) =
        page.eval("return [location.origin, location.origin + location.pathname]");
    page.go(&format!("{origin}{NEIGHBOUR}/"));
    page.sees("最初の参加レポをはじめましょう");
    make_blank_event(page, "海会議");
    is_saved(page);
    page.go(&here);
    page.sees("雲会議");
    page.sees_no("海会議");
}

pub fn both_keepers_hold_the_text(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    let drafts: Vec<String> = page.eval(
        "return Object.keys(localStorage).filter(key => key.includes('#section/')).map(key => localStorage[key])",
    );
    assert!(
        drafts.iter().any(|draft| draft.contains("本文")),
        "{drafts:?}"
    );
    page.eval::<()>(
        "const name = Object.keys(localStorage).find(key => key.includes('#section/')).split('#')[0] + '#';
         window.found = undefined;
         indexedDB.open(name).onsuccess = event => {
             const all = event.target.result.transaction('records').objectStore('records').getAll();
             all.onsuccess = () => { window.found = all.result; };
         };",
    );
    page.until("return !!window.found");
    let archived: Vec<String> = page.eval("return window.found");
    assert!(
        archived.iter().any(|entry| entry.contains("本文")),
        "{archived:?}"
    );
}

pub fn writes_to_the_archive_are_strict(page: &mut Page<'_>) {
    page.eval::<()>(
        "window.durabilities = [];
         const begin = IDBDatabase.prototype.transaction;
         IDBDatabase.prototype.transaction = function (...given) {
             const transaction = begin.apply(this, given);
             if (transaction.mode === 'readwrite') window.durabilities.push(transaction.durability);
             return transaction;
         };",
    );
    make_blank_event(page, "雲会議");
    is_saved(page);
    page.until("return window.durabilities.length > 0");
    let durabilities: Vec<Option<String>> = page.eval("return window.durabilities");
    for durability in durabilities {
        // WebKitGTK knows the option and does not tell it.
        let told = durability.as_deref().unwrap_or("strict");
        assert_eq!(told, "strict");
    }
}

pub fn a_draft_alone_is_enough(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    back_to_notes(page);
    page.eval::<()>(
        "window.gone = false;
         const name = Object.keys(localStorage).find(key => key.includes('#section/')).split('#')[0] + '#';
         const request = indexedDB.deleteDatabase(name);
         request.onsuccess = () => { window.gone = true; };",
    );
    page.until("return window.gone");
    page.reload();
    page.sees("話");
    is_saved(page);
}

pub fn the_archive_alone_is_enough(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    back_to_notes(page);
    page.eval::<()>("localStorage.clear()");
    page.reload();
    page.sees("話");
    is_saved(page);
    let drafts: usize = page
        .eval("return Object.keys(localStorage).filter(key => key.includes('#section/')).length");
    assert!(drafts > 0, "the drafts have it again");
}

pub fn what_cannot_be_read_stays(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    page.eval::<()>(
        "const key = Object.keys(localStorage).find(key => key.includes('#section/'));
         localStorage[key.replace(/[^/]*$/, 'broken')] = '{broken 原文';",
    );
    page.reload();
    page.sees("読めない記録が 1 件あります");
    page.holds(text_of("話").as_str(), "## 話\n\n本文");
    let (_, bytes) = page.downloads(|page| page.click("ファイルに保存"));
    let file = String::from_utf8(bytes).expect("text");
    assert!(file.contains("{broken 原文"), "{file}");
    let kept: bool = page.eval("return Object.values(localStorage).includes('{broken 原文')");
    assert!(kept);
}

pub fn what_is_newer_is_left_alone(page: &mut Page<'_>) {
    let newer = r#"{"v":2,"kind":"section","id":"z","words":["later"]}"#;
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    page.call::<()>(
        "const key = Object.keys(localStorage).find(key => key.includes('#section/'));
         localStorage[key.replace(/section.*/, 'section/z/later')] = arguments[0];",
        &[json!(newer)],
    );
    page.reload();
    page.sees("新しい版の参加レポで書かれた記録が 1 件あります");
    page.sees_no("読めない記録");
    page.holds(text_of("話").as_str(), "## 話\n\n本文");
    page.type_text("の続き");
    is_saved(page);
    let kept: bool = page.call(
        "return Object.values(localStorage).includes(arguments[0])",
        &[json!(newer)],
    );
    assert!(kept);
}

/// Two tabs whose clocks are twenty years apart.
pub fn a_clock_that_jumps_decides_nothing(page: &mut Page<'_>) {
    let jumps = |years: i64| {
        page.call::<()>(
            "const now = Date.now, shift = arguments[0] * 365 * 86_400_000;
             Date.now = () => now() + shift;",
            &[json!(years)],
        );
    };
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    page.opens_again_in_a_tab();
    page.has_caret();
    jumps(10);
    page.type_text("、十年後");
    is_saved(page);
    page.shows_tab(0);
    jumps(-10);
    page.holds(text_of("話").as_str(), "## 話\n\n本文、十年後");
    page.click(text_of("話").as_str());
    page.press("Control+End");
    page.type_text("、十年前");
    is_saved(page);
    page.shows_tab(1);
    page.holds(text_of("話").as_str(), "## 話\n\n本文、十年後、十年前");
    page.reload();
    page.holds(text_of("話").as_str(), "## 話\n\n本文、十年後、十年前");
    page.sees_no("別の版あり");
}
