//! The page as an app of the device: it can be installed, begins a note from its icon, and takes
//! what other apps share with it.

use serde_json::{Value, json};

use super::steps::{add_section, back_to_notes, choose_day, is_saved, make_blank_event};
use crate::engine::Engine;
use crate::page::Page;

/// The address of the page without what stands behind it.
fn home(page: &Page<'_>) -> String {
    page.eval("return location.href.split(/[?#]/)[0]")
}

pub fn can_be_installed(page: &mut Page<'_>) {
    // Every address in the manifest is there, under whatever path the page is.
    page.eval::<()>(
        "(async () => {
             const link = document.querySelector('link[rel=manifest]').href;
             const manifest = await (await fetch(link)).json();
             const at = address => new URL(address, link).href;
             const sizes = await Promise.all(manifest.icons.map(async ({ src, sizes }) => {
                 const image = new Image();
                 image.src = at(src);
                 await image.decode();
                 return [sizes, `${image.naturalWidth}x${image.naturalHeight}`];
             }));
             const touch = new Image();
             touch.src = document.querySelector('link[rel=apple-touch-icon]').href;
             await touch.decode();
             window.found = {
                 name: manifest.name, display: manifest.display, sizes,
                 purposes: manifest.icons.map(it => it.purpose ?? 'any'),
                 scope: at(manifest.scope), start: at(manifest.start_url),
                 share: at(manifest.share_target.action),
                 shortcuts: manifest.shortcuts.map(it => at(it.url)), touch: touch.naturalWidth,
             };
         })()",
    );
    page.until("return !!window.found");
    let found: Value = page.eval("return window.found");
    let home = home(page);
    assert_eq!(
        found,
        json!({
            "name": "参加レポ Sankarepo", "display": "standalone",
            "sizes": [["192x192", "192x192"], ["512x512", "512x512"], ["512x512", "512x512"]],
            "purposes": ["any", "any", "maskable"],
            "scope": home, "start": home, "share": home,
            "shortcuts": [format!("{home}#/now"), format!("{home}#/note")], "touch": 180,
        })
    );
    if page.engine() == Engine::Chromium {
        page.is_kept();
        let told = page.devtools("Page.getInstallabilityErrors", json!({}));
        assert_eq!(told["installabilityErrors"], json!([]));
        let told = page.devtools("Page.getAppManifest", json!({}));
        assert_eq!(told["errors"], json!([]));
    }
}

/// From the icon of the page, while an event is on and another one is listed before it.
pub fn the_icon_begins_a_note(page: &mut Page<'_>) {
    make_blank_event(page, "日の無い会");
    page.go_home();
    page.click("新しいイベント");
    page.type_into("イベント名", "今日の会");
    let today: String = page.eval("return new Date().toLocaleDateString('sv')");
    choose_day(page, "初日", &today);
    page.click("白紙");
    page.click("作成する");
    page.sees("まだ見出しがありません");
    is_saved(page);
    page.go(&format!("{}?#/note", home(page)));
    page.has_caret();
    // What is typed takes the place of the title that nobody has chosen.
    page.type_text("走り書き");
    is_saved(page);
    // Without a programme it says when it was.
    page.until(
        r"return /^## 🎈 走り書き\n\n\[\d\d:\d\d\] ?$/.test(document.querySelector('textarea').value)",
    );
    back_to_notes(page);
    page.sees("走り書き");
    // A page that is loaded again makes no second one.
    page.reload();
    page.go_home();
    page.sees("見出し 1/1");
}

pub fn what_is_shared_becomes_a_section(page: &mut Page<'_>) {
    let shared = "?title=%E9%9B%B2%E3%81%AE%E8%A9%B1&text=%E3%82%88%E3%81%84%20*%E8%B3%87%E6%96%99*%20https://example.com/a";
    // WebKit may never open the database of a page that takes the place of one which was just
    // opening it.
    is_saved(page);
    // Before there is an event: one is made.
    page.go(&format!("{}{shared}", home(page)));
    page.sees("共有されたものを「メモ」に加えました");
    let text = "## 雲の話\n\n> よい \\*資料\\*\n\n<https://example.com/a>";
    page.until(&format!(
        "return document.querySelector('textarea')?.value === {}",
        json!(text)
    ));
    let address: String = page.eval("return location.search");
    assert_eq!(address, "");
    page.reload();
    back_to_notes(page);
    add_section(page, "## 次\n\n本文");
    is_saved(page);
    // A second share goes to the same event, and one tap takes it back.
    page.go(&format!("{}{shared}", home(page)));
    page.sees("共有されたものを「メモ」に加えました");
    page.click("元に戻す");
    page.sees_no("共有されたものを");
    page.go_home();
    page.sees("見出し 2/2");
    page.sees_no("見出し 3/3");
}
