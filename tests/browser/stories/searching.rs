//! Searching all events.

use super::steps::{add_section, back_to_notes, is_saved, make_blank_event, text_of};
use crate::engine::{Engine, Size};
use crate::page::Page;

const SEARCH: &str = "すべてのイベントを検索";

/// The words that are marked, in order.
fn marks(page: &Page<'_>, words: &[&str]) {
    page.until(&format!(
        "const marks = [...document.querySelectorAll('#content mark')];
         return marks.map(it => it.textContent).join() === '{}'",
        words.join(",")
    ));
}

/// What stands in the field is replaced.
fn search(page: &Page<'_>, words: &str) {
    page.click("検索");
    page.press("Control+a");
    page.type_text(words);
    page.holds("検索", words);
}

fn selects(page: &Page<'_>, words: &str) {
    page.until(&format!(
        "const it = document.activeElement;
         return it.localName === 'textarea'
             && it.value.slice(it.selectionStart, it.selectionEnd) === '{words}'"
    ));
}

/// The focus is on a line of what was found.
fn is_on(page: &Page<'_>, words: &str) {
    page.until(&format!(
        "return document.activeElement.textContent === '{words}'"
    ));
}

/// Two events, of one and two sections.
fn write_two_events(page: &Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 一\n\nK8s を使う\nサーバーとサーバの話");
    back_to_notes(page);
    page.click("戻る");
    make_blank_event(page, "空の集い");
    add_section(page, "## 二\n\nﾊﾟﾙﾜｰﾙﾄﾞ とサーバー");
    back_to_notes(page);
    add_section(page, "## 三\n\n(株)雲、㈱雲\nk8s");
    back_to_notes(page);
    is_saved(page);
}

pub fn a_search_finds_words_however_they_were_typed(page: &mut Page<'_>) {
    write_two_events(page);
    page.click(SEARCH);
    page.sees("ひらがなとカタカナは区別しません");
    // The field has the focus.
    page.until("return document.activeElement.ariaLabel === '検索'");
    page.type_text("ｋ８ｓ");
    marks(page, &["k8s", "K8s"]);
    page.sees("2 イベントに 2 か所");
    // Event by event.
    page.until(
        "const groups = [...document.querySelectorAll('#content section:has(h2)')];
         return groups.map(it => it.querySelector('h2').textContent
             + [...it.querySelectorAll('h3, li')].map(it => it.textContent)).join()
             === ['🎈空の集い三,k8s', '🎈雲会議一,K8s を使う'].join()",
    );
    search(page, "サーバ");
    marks(page, &["サーバ", "サーバ", "サーバ"]);
    search(page, "サーバー");
    marks(page, &["サーバー", "サーバー", "サーバ"]);
    search(page, "ぱるわーるど");
    marks(page, &["ﾊﾟﾙﾜｰﾙﾄﾞ"]);
    search(page, "㈱");
    marks(page, &["(株)", "㈱"]);
    // One more word narrows it down.
    search(page, "k8s サーバ");
    marks(page, &["K8s", "サーバ", "サーバ"]);
    page.type_text(" パル");
    page.sees("見つかりません。言葉を短くするか、減らしてみてください。");
    search(page, "集い");
    marks(page, &["集い"]);
    page.click("空の集い");
    page.sees("見出しを追加");
}

/// She finds by keys alone, opens the place and comes back to what she was looking at.
pub fn a_search_opens_a_place_and_is_come_back_to(page: &mut Page<'_>) {
    write_two_events(page);
    page.click("「二」の操作");
    page.click("レポートから外す");
    page.click("「三」の操作");
    page.click("削除");
    page.click(SEARCH);
    page.until("return document.activeElement.ariaLabel === '検索'");
    page.type_text("ぱるわ");
    marks(page, &["ﾊﾟﾙﾜ"]);
    page.sees("レポートに入れない");
    page.press("Enter");
    is_on(page, "ﾊﾟﾙﾜｰﾙﾄﾞ とサーバー");
    page.press("Enter");
    page.holds(text_of("二").as_str(), "## 二\n\nﾊﾟﾙﾜｰﾙﾄﾞ とサーバー");
    selects(page, "ﾊﾟﾙﾜ");
    // What is found is a part of the text now: it is written on.
    page.press("ArrowRight");
    page.type_text("・");
    is_saved(page);
    page.eval::<()>("history.back()");
    page.holds("検索", "ぱるわ");
    marks(page, &["ﾊﾟﾙﾜ"]);
    is_on(page, "ﾊﾟﾙﾜ・ｰﾙﾄﾞ とサーバー");
    // What is in the trash is not found.
    search(page, "㈱");
    page.sees("見つかりません。言葉を短くするか、減らしてみてください。");
    search(page, "サーバ 話");
    marks(page, &["サーバ", "サーバ", "話"]);
    // Safari's engine passes over links unless Option is held, as Safari does.
    let tab = match page.engine() {
        Engine::WebKit => "Alt+Tab",
        _ => "Tab",
    };
    page.press(tab);
    is_on(page, "🎈雲会議");
    page.press(tab);
    is_on(page, "サーバーとサーバの話");
    page.press("Enter");
    selects(page, "サーバ");
    if page.size() == Size::Desktop {
        // The way from a section leads there, too, with the words as they were.
        page.click(SEARCH);
        page.holds("検索", "サーバ 話");
    }
}
