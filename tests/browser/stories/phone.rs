//! What a phone needs: the text above its keyboard, and the next section under the thumb.

use super::looks::{goes_to, load};
use super::steps::{add_section, back_to_notes, is_saved, make_blank_event, text_of};
use crate::page::Page;
use crate::seed::{EVENT, section_fragment};

pub fn leafs_through_the_sections(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    for title in ["一", "二", "三"] {
        add_section(page, &format!("## {title}\n\n本文"));
        back_to_notes(page);
    }
    page.click("一");
    page.holds(&*text_of("一"), "## 一\n\n本文");
    page.has("a[aria-label=前の見出し][aria-disabled=true]");
    page.click("次の見出し");
    page.holds(&*text_of("二"), "## 二\n\n本文");
    // The caret is in the text, so that the keyboard of a phone stays.
    page.has_caret();
    page.press("Control+End");
    page.type_text("の続き");
    page.click("次の見出し");
    page.holds(&*text_of("三"), "## 三\n\n本文");
    page.has("a[aria-label=次の見出し][aria-disabled=true]");
    page.click("前の見出し");
    page.holds(&*text_of("二"), "## 二\n\n本文の続き");
    is_saved(page);
    // However many were leafed through, one step back leads out of them.
    page.eval::<()>("history.back()");
    page.sees("見出しを追加");
}

/// The count of a text with an English one's long words, and the ways to its neighbours.
pub fn the_count_leaves_room_for_the_ways_on(page: &mut Page<'_>) {
    load(page, "Kumo Kaigi", "#/settings");
    page.click("English");
    page.sees("Text size");
    goes_to(page, &section_fragment(8));
    page.has(".neighbours");
    page.sees("characters without markup and spaces");
    let [facts, ways]: [f64; 2] = page.eval(
        "return ['.writer-facts > span:last-of-type', '.neighbours > a'].map(it => {
             const box = document.querySelector(it).getBoundingClientRect();
             return (box.top + box.bottom) / 2;
         })",
    );
    assert!((facts - ways).abs() < 4.0, "{facts} and {ways}");
}

/// Beside a title the sign is a dot for as long as everything is saved; its words stay its name.
pub fn the_title_is_one_line_beside_the_sign(page: &mut Page<'_>) {
    let long = "ブラウザで動くコンパイラの作り方、その裏側と三年間の失敗のすべて";
    load(page, long, "#/");
    page.sees("保存済み");
    goes_to(page, &format!("#/event/{EVENT}"));
    page.has(".safety[data-safety=saved]");
    let [title, sign]: [f64; 2] = page.eval(
        "const title = document.querySelector('.bar-title');
         const lines = title.clientHeight / parseFloat(getComputedStyle(title).lineHeight);
         return [lines, document.querySelector('.safety').offsetWidth]",
    );
    assert!(title < 1.5 && sign < 44.0, "{title} lines, {sign} pixels");
    page.click("保存済み");
    page.sees("保存のようす");
}

pub fn the_keyboard_is_hidden_by_a_button(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    page.has_caret();
    page.click("キーボードを隠す");
    page.until("return document.activeElement === document.body");
    page.holds(&*text_of("話"), "## 話\n\n本文");
}

/// No browser without a screen has an on-screen keyboard: the viewport of iOS is played, which
/// gets lower while the window stays as high as it was.
pub fn the_line_that_is_written_stands_above_the_keyboard(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, &format!("## 話\n\n{}", "行\n".repeat(60)));
    page.press("Control+End");
    page.eval::<()>(
        "Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => innerHeight - 300 });
         visualViewport.dispatchEvent(new Event('resize'));",
    );
    let bar = "document.querySelector('.toolbar').getBoundingClientRect()";
    page.until(&format!(
        "return Math.abs({bar}.bottom - (innerHeight - 300)) < 1"
    ));
    // The last line of the text, which has the caret and one line below it.
    page.until(&format!(
        "const area = document.querySelector('textarea');
         const style = getComputedStyle(area);
         const end = area.getBoundingClientRect().bottom - parseFloat(style.paddingBottom);
         return end <= {bar}.top + 1 && end > 0"
    ));
    page.eval::<()>(
        "Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => innerHeight });
         visualViewport.dispatchEvent(new Event('resize'));",
    );
    page.until(&format!("return Math.abs({bar}.bottom - innerHeight) < 1"));
}
