//! Keepers that fail, in each way a browser can be brought to: the sign says the truth,
//! and what was written is there afterwards.

use serde_json::json;

use super::steps::{
    add_section, back_to_notes, break_host, is_saved, make_blank_event, mend_host, text_of,
};
use crate::engine::Engine;
use crate::page::Page;

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

/// The name of the page's database stands in front of its drafts.
const NAME: &str = "const name = Object.keys(localStorage).find(key => key.includes('#section/')).split('#')[0] + '#';";

/// Clears everything that the page keeps, as the person does in the browser's settings.
/// Only Chromium can be told to; elsewhere a script of the page's origin does the same.
fn clear_site_data(page: &Page<'_>) {
    if page.engine() == Engine::Chromium {
        let origin: String = page.eval("return location.origin");
        page.devtools(
            "Storage.clearDataForOrigin",
            json!({ "origin": origin, "storageTypes": "all" }),
        );
        return;
    }
    page.eval::<()>(&format!(
        "{NAME}
         window.cleared = false;
         indexedDB.deleteDatabase(name).onsuccess = () => {{ localStorage.clear(); window.cleared = true; }};"
    ));
    page.until("return window.cleared");
}

pub fn site_data_cleared_under_the_page_is_asked_about(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    clear_site_data(page);
    page.type_text("の続き");
    page.sees("ブラウザの操作で消されました");
    is_saved(page);
    page.click("このまま残す");
    page.sees_no("ブラウザの操作で消されました");
    // The archive has it again, and what was not touched.
    page.eval::<()>("localStorage.clear()");
    page.reload();
    page.holds(text_of("話").as_str(), "## 話\n\n本文の続き");
    page.go_home();
    page.sees("雲会議");
}

pub fn cleared_notes_can_be_let_go(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    clear_site_data(page);
    page.type_text("の続き");
    page.sees("ブラウザの操作で消されました");
    is_saved(page);
    back_to_notes(page);
    // What the finger that asked is on now clears nothing.
    let at =
        "const box = document.querySelectorAll('.notice-choice button')[1].getBoundingClientRect();
         return [box.x + box.width / 2, box.y + box.height / 2]";
    let (x, y): (f64, f64) = page.eval(at);
    page.click("メモも消す");
    page.sees("この端末のメモをすべて消します");
    let under: String = page.call(
        "return document.elementFromPoint(...arguments).closest('button')?.textContent ?? ''",
        &[json!(x), json!(y)],
    );
    assert_ne!(under, "すべて消す");
    page.click("すべて消す");
    page.sees("最初の参加レポをはじめましょう");
    let kept: String = page.eval("return Object.values(localStorage).join('')");
    assert!(!kept.contains("本文"), "{kept}");
}

/// As iOS does after the page has slept.
pub fn a_lost_connection_is_opened_again(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    page.eval::<()>(
        "const begin = IDBDatabase.prototype.transaction;
         IDBDatabase.prototype.transaction = function (...given) {
             window.lost ??= this;
             if (this !== window.lost) return begin.apply(this, given);
             throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
         };",
    );
    page.type_text("の続き");
    page.until("return !!window.lost");
    is_saved(page);
    page.sees_no("ブラウザの操作で消されました");
    page.eval::<()>("localStorage.clear()");
    page.reload();
    page.holds(text_of("話").as_str(), "## 話\n\n本文の続き");
}

/// A transaction that never ends holds up all others: nothing is replaced by a stand-in.
pub fn an_archive_that_hangs_is_told(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    page.eval::<()>(&format!(
        "{NAME}
         window.hangs = false;
         indexedDB.open(name).onsuccess = event => {{
             const store = event.target.result.transaction('records', 'readwrite').objectStore('records');
             const go_on = () => {{
                 window.hangs ||= true;
                 if (window.hangs !== 'enough') store.get('a').onsuccess = go_on;
             }};
             go_on();
         }};"
    ));
    page.until("return window.hangs");
    page.type_text("の続き");
    page.sees("一時保存のみ");
    page.sees("ファイルで控えを取ってください");
    page.holds(text_of("話").as_str(), "## 話\n\n本文の続き");
    page.eval::<()>("window.hangs = 'enough'");
    is_saved(page);
}

/// A disk that is full, for example, ends the transaction and no request of it.
pub fn an_archive_that_aborts_is_told(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    // At once, and not because it is overdue.
    page.eval::<()>(
        "const whole = setTimeout;
         window.setTimeout = (call, wait, ...rest) => wait === 5_000 ? 0 : whole(call, wait, ...rest);
         window.put = IDBObjectStore.prototype.put;
         IDBObjectStore.prototype.put = function (...given) {
             const request = window.put.apply(this, given);
             this.transaction.abort();
             return request;
         };",
    );
    page.type_text("の続き");
    page.sees("一時保存のみ");
    page.holds(text_of("話").as_str(), "## 話\n\n本文の続き");
    // The older record stays, and the newer one goes in as soon as it can.
    page.eval::<()>("IDBObjectStore.prototype.put = window.put");
    page.type_text("と、その先");
    is_saved(page);
    page.eval::<()>("localStorage.clear()");
    page.reload();
    page.holds(text_of("話").as_str(), "## 話\n\n本文の続きと、その先");
}

pub fn keepers_that_are_not_there_are_told(page: &mut Page<'_>) {
    let area = text_of("話");
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    for (fault, words) in [("no-archive", "、一"), ("archive-does-not-open", "、二")] {
        break_host(page, fault);
        page.has_caret();
        page.type_text(words);
        page.sees("一時保存のみ");
        page.sees("ファイルで控えを取ってください");
    }
    // With neither keeper the page works, and a line stands there that says so.
    break_host(page, "storage-blocked");
    page.sees("削除されたか、別の端末で作られたもので、この端末にはありません");
    page.go_home();
    page.sees("保存できていません");
    make_blank_event(page, "海会議");
    add_section(page, "## 別の話\n\n本文");
    page.sees("画面を閉じる前にファイルで控えを取ってください");
    let (_, file) = page.downloads(|page| page.click("ファイルに保存"));
    assert!(String::from_utf8_lossy(&file).contains("別の話"));
    mend_host(page);
    page.go_home();
    page.reload();
    page.click("雲会議");
    page.click("話");
    page.holds(area.as_str(), "## 話\n\n本文、一、二");
    is_saved(page);
}

pub fn a_full_store_leaves_the_other(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    let full: String = page.eval(
        "let size = 1 << 22;
         for (let n = 0; size > 0; n++) {
             try { localStorage[`fill ${n}`] = 'x'.repeat(size); } catch (why) {
                 if (size === 1) return why.name;
                 size = size >> 1;
             }
         }",
    );
    assert_eq!(full, "QuotaExceededError");
    page.type_text(&"、あふれる続き".repeat(10));
    is_saved(page);
    let text = format!("## 話\n\n本文{}", "、あふれる続き".repeat(10));
    page.holds(text_of("話").as_str(), &text);
    // The older draft stands until the newer one can.
    let draft: bool = page.eval(
        "return Object.keys(localStorage).some(key => key.includes('#section/') && localStorage[key].includes('本文'))",
    );
    assert!(draft);
    page.reload();
    page.holds(text_of("話").as_str(), &text);
}
