//! Finding and replacing, in a section and in the report.

use super::steps::{add_section, back_to_notes, is_saved, make_blank_event, text_of};
use super::typing::{FIELD, open_section};
use crate::page::Page;

/// The words of the match that is marked behind the text, with how many bytes of the text stand
/// before it.
fn is_marked(page: &Page<'_>, words: &str, before: &str) {
    page.until(&format!(
        "const mark = document.querySelector('.writer-layer mark');
         return mark?.textContent === '{words}'
             && mark.previousSibling.textContent.endsWith('{before}')"
    ));
    // Its frame leaves the letters beside it alone.
    page.until(
        "const frame = getComputedStyle(document.querySelector('.writer-layer mark'));
         return frame.boxShadow === 'none' && parseFloat(frame.outlineOffset) < 0",
    );
    // In sight, and where the text has it: neither the bars nor the layer's own metrics hide it.
    page.until(
        "const box = document.querySelector('.writer-layer mark').getBoundingClientRect();
         const layer = document.querySelector('.writer-layer').getBoundingClientRect();
         const area = document.querySelector('textarea').getBoundingClientRect();
         const head = document.querySelector('.writer-head').getBoundingClientRect();
         return box.top >= head.bottom && box.bottom <= innerHeight
             && layer.top === area.top && layer.width === area.width",
    );
}

/// Waits until the caret is in the field of what is looked for.
fn is_looking(page: &Page<'_>) {
    page.until("return document.activeElement.localName === 'input'");
}

fn selects(page: &Page<'_>, words: &str) {
    page.until(&format!(
        "const it = document.activeElement;
         return it.value?.slice(it.selectionStart, it.selectionEnd) === '{words}'"
    ));
}

/// By a button and by Escape; in a section Escape closes the bar, and the words are there again.
pub fn a_search_is_emptied_the_same_way_everywhere(page: &mut Page<'_>) {
    const EMPTY: &str = "検索する言葉を消す";
    open_section(page, "## 話\n\n雲");
    let section: String = page.eval("return location.hash");
    let event = section.split("/section").next().unwrap_or_default();
    for screen in ["#/search".to_owned(), format!("{event}/find")] {
        page.call::<()>("location.hash = arguments[0]", &[screen.into()]);
        page.has("input[type=search]:focus");
        page.type_text("雲");
        page.click(EMPTY);
        page.holds("検索", "");
        page.has("input[type=search]:focus");
        page.type_text("空");
        page.press("Escape");
        page.holds("検索", "");
        page.until("return !document.querySelector('.find-field button')");
    }
    page.call::<()>("location.hash = arguments[0]", &[section.into()]);
    page.has_caret();
    page.press("Control+f");
    is_looking(page);
    page.type_text("雲");
    page.sees("1 / 1");
    page.click(EMPTY);
    page.holds("検索", "");
    is_looking(page);
    page.type_text("雨");
    page.sees("なし");
    page.press("Escape");
    page.until("return !document.querySelector('.find')");
    page.press("Control+f");
    page.holds("検索", "雨");
}

/// Goes from match to match and around the end; Escape leaves the match selected.
pub fn words_are_found_in_a_section(page: &mut Page<'_>) {
    let far = "\n\n段落".repeat(60);
    open_section(
        page,
        &format!("## 話\n\n雲と雲{far}\n\n末尾のクモ、ｋｕｍｏ と雲"),
    );
    page.press("Control+Home");
    page.press("Control+f");
    is_looking(page);
    page.type_text("雲");
    page.sees("1 / 3");
    is_marked(page, "雲", "話\\n\\n");
    page.press("Enter");
    page.sees("2 / 3");
    is_marked(page, "雲", "雲と");
    page.press("Enter");
    page.sees("3 / 3");
    is_marked(page, "雲", "ｋｕｍｏ と");
    page.press("Enter");
    page.sees("1 / 3");
    page.press("Shift+Enter");
    page.sees("3 / 3");
    page.click("前へ");
    page.sees("2 / 3");
    is_marked(page, "雲", "雲と");
    page.press("Escape");
    selects(page, "雲");
    page.until("return !document.querySelector('.writer-layer')");
    // What is selected is what is looked for.
    page.call::<()>(
        "const area = document.querySelector('textarea');
         const at = area.value.indexOf('ｋｕｍｏ');
         area.setSelectionRange(at, at + 4);",
        &[],
    );
    page.click("検索と置換");
    page.holds("検索", "ｋｕｍｏ");
    page.sees("1 / 1");
    is_looking(page);
    selects(page, "ｋｕｍｏ");
    page.type_text("KUMO");
    page.sees("1 / 1");
    page.click("大文字・全角を区別");
    page.sees("なし");
}

/// One after the other and all at once; the undo of the text goes through both.
pub fn words_are_replaced_in_a_section(page: &mut Page<'_>) {
    let text = "## 話\n\n雲と雲と雲";
    open_section(page, text);
    page.press("Control+Home");
    page.press("Control+f");
    is_looking(page);
    page.type_text("雲");
    page.sees("1 / 3");
    page.type_into("置換後", "空の雲");
    page.click("置換");
    page.holds(FIELD, "## 話\n\n空の雲と雲と雲");
    // What was put there is not found again at once.
    page.sees("2 / 3");
    is_marked(page, "雲", "空の雲と");
    page.click("すべて置換");
    let all = "## 話\n\n空の空の雲と空の雲と空の雲";
    page.holds(FIELD, all);
    page.sees("3 か所を置換しました");
    // The text is typed in: count and mark go along.
    page.press("Escape");
    page.press("Control+z");
    page.holds(FIELD, "## 話\n\n空の雲と雲と雲");
    page.press("Control+z");
    page.holds(FIELD, text);
    page.press("Control+Shift+z");
    page.press("Control+Shift+z");
    page.holds(FIELD, all);
    is_saved(page);
    page.reload();
    page.holds(FIELD, all);
}

/// The bar stays open while the text is written in, and an input method is left alone.
pub fn finding_goes_along_with_typing(page: &mut Page<'_>) {
    open_section(page, "## 話\n\n雲と雲");
    page.press("Control+Home");
    page.press("Control+f");
    is_looking(page);
    page.compose(&["く", "くも", "雲"]);
    page.holds("検索", "雲");
    // The Enter that confirmed it went nowhere.
    page.sees("1 / 2");
    page.press("Enter");
    page.sees("2 / 2");
    page.eval::<()>(
        "const area = document.querySelector('textarea');
         area.focus();
         area.setSelectionRange(6, 6);",
    );
    page.type_text("青い雲、");
    page.holds(FIELD, "## 話\n\n青い雲、雲と雲");
    page.sees("3 / 3");
    is_marked(page, "雲", "雲と");
    page.press("F3");
    page.sees("1 / 3");
    selects(page, "雲");
    page.press("Shift+F3");
    page.sees("3 / 3");
}

/// Found in all sections, opened at the match, replaced everywhere, taken back.
pub fn words_are_replaced_in_the_report(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 一\n\n雲の上の雲");
    back_to_notes(page);
    add_section(page, "## 二\n\n前の行\n雲の下");
    back_to_notes(page);
    page.click("「二」の操作");
    page.click("レポートから外す");
    page.click("一");
    page.holds(text_of("一").as_str(), "## 一\n\n雲の上の雲");
    page.call::<()>(
        "const area = document.querySelector('textarea');
         area.focus();
         area.setSelectionRange(6, 7);",
        &[],
    );
    page.press("Control+Shift+f");
    page.holds("検索", "雲");
    page.sees("2 見出しに 3 か所");
    page.sees("レポートに入れない");
    page.click("雲の下");
    page.holds(text_of("二").as_str(), "## 二\n\n前の行\n雲の下");
    selects(page, "雲");
    is_marked(page, "雲", "前の行\\n");
    page.click("レポート全体で");
    page.sees("2 見出しに 3 か所");
    page.type_into("置換後", "空");
    page.click("すべて置換（3 か所、2 見出し）");
    page.sees("2 見出しの 3 か所を置換しました");
    page.sees("見つかりません");
    page.click("元に戻す");
    page.sees("2 見出しに 3 か所");
    page.click("すべて置換（3 か所、2 見出し）");
    page.sees("見つかりません");
    is_saved(page);
    page.reload();
    page.click("戻る");
    page.click("一");
    page.holds(text_of("一").as_str(), "## 一\n\n空の上の空");
    // The text from before is kept.
    page.click("以前の文章");
    page.sees("雲の上の雲");
}
