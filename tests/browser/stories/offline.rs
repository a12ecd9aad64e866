//! The page opens with the network off, and a new version never takes it away.

use super::steps::{
    add_section, back_to_notes, break_host, is_saved, make_blank_event, mend_host, text_of,
};
use crate::broken::ICON_NEVER_COMES;
use crate::deploy::{another_build, the_build_again};
use crate::engine::Size;
use crate::page::Page;
use crate::server::{LAB, MOUNT};
use crate::soak::kill::{TITLE, begin};

/// The program that runs, by the name of its file.
pub const PROGRAM: &str = "document.querySelector('script[data-wasm]').dataset.wasm";

/// Waits until a newer version waits.
pub fn another_waits(page: &Page<'_>) {
    page.until(
        "navigator.serviceWorker.getRegistration().then(it => { window.waits = !!it?.waiting; });
         return !!window.waits",
    );
}

/// Closes the page, so that the version that waits comes.
pub fn leaves_for_the_lab(page: &Page<'_>) {
    // A page that the browser may keep for the way back is not closed; one with this listener is
    // not kept.
    page.eval::<()>("addEventListener('unload', () => {})");
    let away: String = page.eval("return location.origin");
    page.go(&format!("{away}{LAB}/"));
    page.until(&format!(
        "navigator.serviceWorker.getRegistration('{MOUNT}/').then(it => {{ window.came = !it.waiting; }});
         return !!window.came"
    ));
}

pub fn program(page: &Page<'_>) -> String {
    page.eval(&format!("return {PROGRAM}"))
}

/// From wherever the person is to the list of events.
fn go_home(page: &Page<'_>) {
    page.go_home();
    page.sees("新しいイベント");
}

pub fn opens_with_the_network_off(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    page.is_kept();
    page.host().goes_off();
    page.reload();
    page.has_caret();
    page.press("Control+End");
    page.type_text("の続き");
    is_saved(page);
    page.reload();
    page.holds(text_of("話").as_str(), "## 話\n\n本文の続き");
    back_to_notes(page);
    add_section(page, "## 次の話\n\n圏外で");
    is_saved(page);
    // Every address of the page opens, in another tab too.
    let home: String = page.eval("return location.href.split('#')[0]");
    for (fragment, words) in [
        ("", "雲会議"),
        ("#/settings", "設定"),
        ("?q=1#/new", "イベント名"),
    ] {
        page.go(&format!("{home}{fragment}"));
        page.sees(words);
    }
    page.go(&home);
    page.opens_again_in_a_tab();
    page.sees("雲会議");
}

/// The page comes from the disk, and so do the notes. WebKit does this without a driver.
pub fn opens_after_the_browser_was_closed_with_the_network_off(page: &mut Page<'_>) {
    begin(page);
    page.is_kept();
    page.close();
    page.host().goes_off();
    page.open();
    page.click("雲会議");
    page.click(TITLE);
    page.holds(text_of(TITLE).as_str(), "## 🎈 話\n\n本文");
    page.has_caret();
    page.type_text("、圏外で");
    is_saved(page);
    page.close();
    page.open();
    page.click("雲会議");
    page.click(TITLE);
    page.holds(text_of(TITLE).as_str(), "## 🎈 話\n\n本文、圏外で");
}

/// The last file never comes, and then the network goes.
pub fn a_first_visit_that_is_cut_keeps_no_half(page: &mut Page<'_>) {
    page.is_kept();
    break_host(page, ICON_NEVER_COMES);
    make_blank_event(page, "雲会議");
    // All the others are there.
    page.until(
        "caches.keys().then(async ([name]) => {
             window.kept = name ? (await (await caches.open(name)).keys()).length : 0;
         });
         return window.kept >= 7",
    );
    page.host().goes_off();
    page.until(
        "navigator.serviceWorker.getRegistration().then(it => { window.tried = !it?.installing; });
         return !!window.tried",
    );
    assert!(page.eval::<bool>("return !navigator.serviceWorker.controller"));
    page.forgive();
    // What is there by then is another version: nothing of the first comes into it.
    let folder = format!("offline-cut-{}-{}", page.engine(), page.size());
    page.host().serves(&another_build(&folder));
    mend_host(page);
    page.reload();
    page.sees("まだ見出しがありません");
    page.is_kept();
    page.host().goes_off();
    page.reload();
    page.sees("まだ見出しがありません");
    assert!(program(page).contains("another-"));
    assert_eq!(kept_versions(page).len(), 1);
}

fn kept_versions(page: &Page<'_>) -> Vec<String> {
    page.until("caches.keys().then(it => { window.versions = it; }); return !!window.versions");
    page.eval("return window.versions")
}

pub fn a_new_version_waits_until_it_may_come(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    page.is_kept();
    let first = program(page);
    let folder = format!("offline-waits-{}-{}", page.engine(), page.size());
    page.host().serves(&another_build(&folder));
    // The files of the first are gone from the host; it goes on all the same.
    page.reload();
    another_waits(page);
    assert_eq!(program(page), first);
    page.has_caret();
    page.press("Control+End");
    page.type_text("の続き");
    is_saved(page);
    page.reload();
    assert_eq!(program(page), first);
    page.holds(text_of("話").as_str(), "## 話\n\n本文の続き");
    // It is offered where nobody writes.
    page.sees_no("新しい版の用意ができました");
    go_home(page);
    page.sees("新しい版の用意ができました。次に開いたときから使えます。");
    page.click("いま切り替える");
    page.until(&format!("return {PROGRAM}.includes('another-')"));
    page.sees("雲会議");
    page.sees_no("新しい版の用意ができました");
    page.click("雲会議");
    if page.size() == Size::Desktop {
        page.sees("本文の続き");
    } else {
        page.click("話");
        page.holds(text_of("話").as_str(), "## 話\n\n本文の続き");
    }
    assert_eq!(kept_versions(page).len(), 1);
    // And back, without being asked: at the next start after the last page was closed.
    page.host()
        .serves(&the_build_again(&format!("{folder}-again")));
    let home: String = page.eval("return location.href.split('#')[0]");
    page.reload();
    another_waits(page);
    assert!(program(page).contains("another-"));
    leaves_for_the_lab(page);
    page.go(&home);
    page.until(&format!("return {PROGRAM} === '{first}'"));
    page.sees("雲会議");
}
