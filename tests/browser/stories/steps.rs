//! Steps that several stories take, as a person would name them.

use serde_json::json;

use crate::broken::COOKIE;
use crate::engine::Size;
use crate::page::Page;

/// The report of the fixture: what a person writes in the big story, and what
/// the file must then be, byte for byte.
pub const TWO_DAYS: &str = include_str!("../fixtures/two-days.md");

/// The name of the text area of a section.
pub fn text_of(title: &str) -> String {
    format!("「{title}」の本文")
}

/// Chooses a day. How a day is typed differs between browsers and languages, so
/// the field is given its value.
pub fn choose_day(page: &Page<'_>, label: &str, day: &str) {
    page.call::<()>(
        "const label = [...document.querySelectorAll('label')].find(it => it.textContent === arguments[0]);
         label.control.value = arguments[1];
         for (const type of ['input', 'change']) label.control.dispatchEvent(new Event(type, { bubbles: true }));",
        &[json!(label), json!(day)],
    );
}

/// From the list of events to the notes of a new one.
pub fn make_event(page: &Page<'_>, name: &str) {
    page.click("新しいイベント");
    page.type_into("イベント名", name);
    page.click("作成する");
    page.sees("見出しを追加");
}

/// Makes an event without sections.
pub fn make_blank_event(page: &Page<'_>, name: &str) {
    page.click("新しいイベント");
    page.type_into("イベント名", name);
    page.click("白紙");
    page.click("作成する");
    page.sees("まだ見出しがありません");
}

/// Adds a section and gives it this text, heading included.
pub fn add_section(page: &Page<'_>, text: &str) {
    page.click("見出しを追加");
    page.until("return document.activeElement.localName === 'textarea'");
    page.press("Control+a");
    page.paste(text);
    page.until("return document.querySelector('textarea').value.length > 0");
}

/// From a section back to the list, where the two are different screens.
pub fn back_to_notes(page: &Page<'_>) {
    if page.size() == Size::Phone {
        page.click("戻る");
        page.sees("見出しを追加");
    }
}

/// Opens the preview, where it does not stand beside the text.
pub fn open_report(page: &Page<'_>) {
    if page.size() == Size::Phone {
        page.click("レポート");
    }
    page.until("return !!document.querySelector('.markdown')");
}

/// What each place spells in its own way.
pub const PLACES: &str = "## 表記\n\n:::message\n会場の Wi-Fi は **2 階だけ**です。\n:::\n\n:::message alert\n録画はありません。\n:::\n\n:::details 資料の一覧\n- 基調講演\n\n```rust:src/main.rs\nfn main() {}\n```\n:::\n\nhttps://speakerdeck.com/kumo/why-wasm\n\n> 引用です。\n\n会場^[札幌]の写真は ![会場](https://example.com/a.png =250x) です。\n";

/// Chooses where the report is published, in whatever language.
pub fn choose_place(page: &Page<'_>, place: &str) {
    page.has("#target");
    page.call::<()>(
        "const target = document.querySelector('#target');
         target.value = arguments[0];
         target.dispatchEvent(new Event('change', { bubbles: true }))",
        &[json!(place)],
    );
}

/// Chooses Zenn and opens what would go wrong there.
pub fn open_findings(page: &Page<'_>) {
    choose_place(page, "zenn");
    page.has(".findings details:not([hidden])");
    page.eval::<()>("document.querySelector('.findings details').open = true");
    page.has(".finding");
}

/// Opens the sheet with more ways to take a report away, in whatever language, and in it the post.
pub fn open_ways(page: &Page<'_>) {
    page.has("[aria-haspopup=dialog]");
    page.eval::<()>("document.querySelector('[aria-haspopup=dialog]').click()");
    page.has(".post");
    page.eval::<()>("document.querySelector('.post').open = true");
    page.has(".post[open]");
}

/// Opens the form in which she notes where the report was published, in whatever language.
pub fn open_note(page: &Page<'_>) {
    page.has(".published > .finding-link");
    page.eval::<()>("document.querySelector('.published > .finding-link').click()");
    page.has(".published-form");
}

/// Waits until the sign says that everything is saved.
pub fn is_saved(page: &Page<'_>) {
    page.has(".safety[data-safety=saved]");
}

/// Breaks the host in one of the ways of `broken.rs`, and loads the page from it: what the page
/// has kept of itself is gone.
pub fn break_host(page: &Page<'_>, fault: &str) {
    if !page
        .eval::<String>("return document.cookie")
        .contains(COOKIE)
    {
        // A page that was loaded while the worker began may be under it only from the next load on.
        page.until(
            "navigator.serviceWorker.getRegistration()
                 .then(it => { window.isKept = it?.active?.state === 'activated'; });
             return !!window.isKept",
        );
    }
    page.until(
        "const unkept = Promise.all([
             navigator.serviceWorker.getRegistrations(), caches.keys(),
         ]).then(([registrations, names]) => Promise.all([
             ...registrations.map(it => it.unregister()), ...names.map(it => caches.delete(it)),
         ]));
         unkept.then(() => { window.unkept = true; });
         return !!window.unkept",
    );
    page.call::<()>(
        "document.cookie = `${arguments[0]}=${arguments[1]}; path=/`",
        &[json!(COOKIE), json!(fault)],
    );
    page.reload_broken();
}

/// Makes the host whole again.
pub fn mend_host(page: &Page<'_>) {
    page.call::<()>(
        "document.cookie = `${arguments[0]}=; path=/; max-age=0`",
        &[json!(COOKIE)],
    );
}

/// Takes the report away as a file.
pub fn download(page: &Page<'_>) -> (String, String) {
    open_report(page);
    let (name, bytes) = page.downloads(|page| page.click("Markdown をダウンロード"));
    let text = String::from_utf8(bytes).expect("a report is UTF-8");
    (name, text)
}

/// From the report back to the list, where the two are different screens.
pub fn back_from_report(page: &Page<'_>) {
    if page.size() == Size::Phone {
        page.click("メモ");
        page.sees("見出しを追加");
    }
}
