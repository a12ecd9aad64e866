//! The page in two tabs of one browser.

use serde_json::json;

use super::steps::{add_section, back_to_notes, download, is_saved, make_blank_event, text_of};
use crate::engine::Engine;
use crate::page::{Page, inside};

/// Two tabs on the same section.
fn two_tabs(page: &Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    page.opens_again_in_a_tab();
    page.has_caret();
    // What stands under hands that have typed stays there.
    page.type_text("x");
    page.press("Backspace");
    is_saved(page);
}

pub fn what_one_saves_appears_in_the_other(page: &mut Page<'_>) {
    // The first tab is told; it does not find out when someone looks at it, nor do hands
    // lie in it before it has heard all.
    page.eval::<()>(
        "for (const event of ['visibilitychange', 'focus', 'pageshow'])
             addEventListener(event, it => it.stopImmediatePropagation(), true);
         Object.defineProperty(document, 'hasFocus', { value: () => false });",
    );
    two_tabs(page);
    // No tab shows what the other wrote before it was written.
    page.type_text("、二つめから");
    page.shows_tab(0);
    page.holds(text_of("話").as_str(), "## 話\n\n本文、二つめから");
    // It goes on from there, and there is one text.
    page.click(text_of("話").as_str());
    page.press("Control+End");
    page.type_text("、一つめから");
    is_saved(page);
    page.shows_tab(1);
    page.holds(
        text_of("話").as_str(),
        "## 話\n\n本文、二つめから、一つめから",
    );
    back_to_notes(page);
    page.sees_no("別の版あり");
    // A new section is in the list of the other one.
    add_section(page, "## 新しい話");
    is_saved(page);
    page.shows_tab(0);
    back_to_notes(page);
    page.sees("新しい話");
}

pub fn both_texts_of_one_section_stay(page: &mut Page<'_>) {
    two_tabs(page);
    page.shows_tab_beside(0);
    page.has_caret();
    page.type_text("、一つめから");
    is_saved(page);
    page.shows_tab(1);
    page.holds(text_of("話").as_str(), "## 話\n\n本文");
    page.type_text("、二つめから");
    is_saved(page);
    // Where it is written, and in the list.
    page.has(".writer a[href='#/copies']");
    back_to_notes(page);
    page.sees("別の版あり");
    let kept = "return Object.values(localStorage).join('')";
    for text in ["本文、一つめから", "本文、二つめから"] {
        assert!(page.eval::<String>(kept).contains(text), "{text}");
    }
    page.shows_tab(0);
    back_to_notes(page);
    page.sees("別の版あり");
}

/// From two texts in two tabs to the screen that shows them.
fn compare(page: &Page<'_>) {
    two_tabs(page);
    page.shows_tab_beside(0);
    page.has_caret();
    page.type_text("、一つめから");
    is_saved(page);
    page.shows_tab(1);
    page.type_text("、二つめから");
    is_saved(page);
    page.go_home();
    page.sees("別々に書かれた版が残っている見出しが 1 件あります");
    page.click("くらべる");
    page.sees("本文、一つめから");
    page.sees("本文、二つめから");
}

pub fn one_of_two_texts_is_chosen(page: &mut Page<'_>) {
    compare(page);
    // What is chosen is what is seen: the other tab goes on meanwhile.
    page.shows_tab(0);
    page.click(text_of("話").as_str());
    page.press("Control+End");
    page.type_text("、さらに");
    is_saved(page);
    page.shows_tab(1);
    page.sees("本文、一つめから、さらに");
    page.click(inside("別の版 1", "これだけ残す"));
    page.sees("別の版はもうありません");
    page.go_home();
    page.click("雲会議");
    page.click("話");
    page.holds(text_of("話").as_str(), "## 話\n\n本文、一つめから、さらに");
    // The other tab has heard of it: typing on there is no second text.
    is_saved(page);
    page.shows_tab(0);
    page.click(text_of("話").as_str());
    page.press("Control+End");
    page.type_text("。");
    is_saved(page);
    page.reload();
    page.holds(
        text_of("話").as_str(),
        "## 話\n\n本文、一つめから、さらに。",
    );
    page.sees_no("別の版あり");
}

pub fn typing_brings_a_deleted_section_back(page: &mut Page<'_>) {
    two_tabs(page);
    page.shows_tab_beside(0);
    page.click("「話」の操作");
    page.click("削除");
    page.sees("まだ見出しがありません");
    is_saved(page);
    page.shows_tab(1);
    page.click(text_of("話").as_str());
    page.press("Control+End");
    page.type_text("、まだ書く");
    is_saved(page);
    page.reload();
    page.holds(text_of("話").as_str(), "## 話\n\n本文、まだ書く");
    page.shows_tab(0);
    page.sees("本文、まだ書く");
}

pub fn a_deleted_event_has_nothing_to_decide(page: &mut Page<'_>) {
    compare(page);
    page.go_home();
    page.click("雲会議");
    page.click("イベントとレポートの設定");
    page.click("イベントを削除");
    page.sees_no("別々に書かれた版が残っている");
    page.click("元に戻す");
    page.sees("別々に書かれた版が残っている");
}

pub fn both_texts_become_sections(page: &mut Page<'_>) {
    compare(page);
    page.click("両方残す");
    page.sees("別の版はもうありません");
    is_saved(page);
    page.reload();
    page.go_home();
    page.click("雲会議");
    page.sees("見出しを追加");
    page.until("return document.querySelectorAll('.row').length === 2");
    let (_, text) = download(page);
    assert!(
        text.contains("本文、一つめから") && text.contains("本文、二つめから"),
        "{text}"
    );
}

/// Twenty minutes are not waited for: the old tab is frozen, so it hears nothing. Only
/// Chromium can be told to; elsewhere it stands behind the other one.
pub fn an_old_tab_writes_nothing_stale(page: &mut Page<'_>) {
    let freeze = |state: &str| {
        if page.engine() == Engine::Chromium {
            page.devtools("Page.setWebLifecycleState", json!({ "state": state }));
        }
    };
    two_tabs(page);
    page.shows_tab(0);
    freeze("frozen");
    page.switches_to_tab(1);
    page.eval::<()>("delete document.hasFocus");
    page.press("Control+a");
    page.paste("## 新しい話\n\n本文、二十分の仕事");
    add_section(page, "## もうひとつ\n\n本文");
    is_saved(page);
    page.switches_to_tab(0);
    freeze("active");
    // It is looked at, left and looked at again, and has nothing to say.
    page.eval::<()>("for (const event of ['focus', 'blur', 'pagehide', 'pageshow']) dispatchEvent(new Event(event))");
    page.sees("もうひとつ");
    page.holds(
        text_of("新しい話").as_str(),
        "## 新しい話\n\n本文、二十分の仕事",
    );
    is_saved(page);
    page.reload();
    page.holds(
        text_of("新しい話").as_str(),
        "## 新しい話\n\n本文、二十分の仕事",
    );
    page.sees("もうひとつ");
    page.sees_no("別の版あり");
}
