//! What was written is there afterwards, and the sign says the truth.

use serde_json::json;

use super::steps::{add_section, back_to_notes, is_saved, make_blank_event, text_of};
use crate::page::Page;
use crate::server::NEIGHBOUR;

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
}

/// WebKit does this without a driver, so only with what such a browser can be asked.
pub fn is_there_after_the_browser_was_closed(page: &mut Page<'_>) {
    let area = text_of("🎈 話");
    let text = "## 🎈 話\n\n本文";
    make_blank_event(page, "雲会議");
    page.click("見出しを追加");
    page.has_caret();
    // The title of a new section is selected.
    page.type_text("話\n\n本文");
    page.holds(area.as_str(), text);
    is_saved(page);
    page.close();
    page.open();
    page.click("雲会議");
    page.click("🎈 話");
    page.holds(area.as_str(), text);
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

/// Whether localStorage and IndexedDB take what is written from now on.
fn keepers_work(page: &Page<'_>, drafts: bool, archive: bool) {
    page.call::<()>(
        "const [drafts, archive] = arguments;
         const broken = (prototype, name, works) => {
             const whole = prototype[`whole ${name}`] ??= prototype[name];
             prototype[name] = works ? whole : () => { throw new DOMException('', 'QuotaExceededError'); };
         };
         broken(Storage.prototype, 'setItem', drafts);
         broken(IDBDatabase.prototype, 'transaction', archive);",
        &[json!(drafts), json!(archive)],
    );
}

pub fn the_sign_tells_the_truth_about_failing_keepers(page: &mut Page<'_>) {
    let has_sign = |sign: &str| page.has(&format!(".safety[data-safety={sign}]"));
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);

    // The archive carries on alone.
    keepers_work(page, false, true);
    page.type_text("、一");
    is_saved(page);

    keepers_work(page, false, false);
    page.type_text("、二");
    has_sign("lost");
    page.sees("保存できていません");
    page.holds(text_of("話").as_str(), "## 話\n\n本文、一、二");
    let (_, file) = page.downloads(|page| page.click("ファイルに保存"));
    assert!(String::from_utf8_lossy(&file).contains("本文、一、二"));

    keepers_work(page, true, false);
    page.type_into(text_of("話").as_str(), "、三");
    has_sign("kept");

    keepers_work(page, true, true);
    page.type_text("、四");
    is_saved(page);
    page.sees_no("保存できていません");
    page.reload();
    page.holds(text_of("話").as_str(), "## 話\n\n本文、一、二、三、四");
}

/// Some browsers take a write to localStorage back two seconds after it, silently.
pub fn a_draft_that_was_taken_back_is_written_again(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    page.eval::<()>(
        "for (const key of Object.keys(localStorage)) if (key.includes('#section/')) localStorage.removeItem(key)",
    );
    // No edit: only what was read back tells the page that something is missing.
    page.until(
        "dispatchEvent(new Event('blur'));
         return Object.keys(localStorage).some(key => key.includes('#section/') && localStorage[key].includes('本文'))",
    );
    page.sees("保存済み");
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
