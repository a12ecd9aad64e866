//! The list of sections: add, rename, delete, move, nest, leave out.

use super::steps::{back_to_notes, download, is_saved, make_blank_event};
use crate::browser::Pointing::To;
use crate::page::Page;

/// Three sections without text: 甲, 乙, 丙.
fn three_sections(page: &Page<'_>) {
    make_blank_event(page, "雲会議");
    for title in ["甲", "乙", "丙"] {
        super::steps::add_section(page, &format!("## {title}"));
        back_to_notes(page);
    }
    in_order(page, &["甲", "乙", "丙"]);
}

/// Waits until the list shows these titles; a nested one begins with `-`.
pub(super) fn in_order(page: &Page<'_>, titles: &[&str]) {
    let wanted = serde_json::to_string(titles).expect("titles are text");
    page.until(&format!(
        "const rows = [...document.querySelectorAll('.row')].map(row =>
             (row.dataset.depth === '1' ? '-' : '') + row.querySelector('a').textContent);
         return JSON.stringify(rows) === JSON.stringify({wanted})"
    ));
}

/// Waits until a screen reader was told this.
pub(super) fn is_told(page: &Page<'_>, words: &str) {
    page.until(&format!(
        "return [...document.querySelectorAll('[role=status]')].some(it => it.textContent === '{words}')"
    ));
}

/// Waits until the row with this title has the focus.
pub(super) fn has_focus(page: &Page<'_>, title: &str) {
    page.until(&format!(
        "return document.activeElement.matches('.row a') && document.activeElement.textContent === '{title}'"
    ));
}

fn actions(page: &Page<'_>, title: &str) {
    page.click(format!("「{title}」の操作").as_str());
}

pub fn moves_and_nests_by_buttons(page: &mut Page<'_>) {
    three_sections(page);
    actions(page, "丙");
    page.click("上へ移動");
    in_order(page, &["甲", "丙", "乙"]);
    is_told(page, "「丙」を上へ動かしました（2 / 3）");
    page.click("上へ移動");
    in_order(page, &["丙", "甲", "乙"]);
    is_told(page, "「丙」を上へ動かしました（1 / 3）");
    page.click("下へ移動");
    in_order(page, &["甲", "丙", "乙"]);
    is_told(page, "「丙」を下へ動かしました（2 / 3）");
    page.click("ひとつ内側へ");
    in_order(page, &["甲", "-丙", "乙"]);
    is_told(page, "「丙」をひとつ内側へ動かしました");
    // A parent takes what is nested under it along.
    actions(page, "甲");
    page.click("下へ移動");
    in_order(page, &["乙", "甲", "-丙"]);
    actions(page, "丙");
    page.click("ひとつ外側へ");
    in_order(page, &["乙", "甲", "丙"]);
    is_told(page, "「丙」をひとつ外側へ動かしました");
    let (_, text) = download(page);
    assert_eq!(text, "# 雲会議 参加レポ\n\n## 乙\n\n## 甲\n\n## 丙\n\n");
}

pub fn moves_and_nests_by_keys(page: &mut Page<'_>) {
    three_sections(page);
    page.eval::<()>("[...document.querySelectorAll('.row a')].at(-1).focus()");
    page.press("Alt+ArrowUp");
    in_order(page, &["甲", "丙", "乙"]);
    has_focus(page, "丙");
    page.press("Alt+ArrowRight");
    in_order(page, &["甲", "-丙", "乙"]);
    page.press("Alt+ArrowLeft");
    in_order(page, &["甲", "丙", "乙"]);
    page.press("Alt+ArrowDown");
    in_order(page, &["甲", "乙", "丙"]);
    page.press("Control+z");
    in_order(page, &["甲", "丙", "乙"]);
    is_told(page, "並び順を元に戻しました");
    has_focus(page, "丙");
    page.press("Alt+ArrowDown");
    in_order(page, &["甲", "乙", "丙"]);
    has_focus(page, "丙");
    page.press("Delete");
    in_order(page, &["甲", "乙"]);
    has_focus(page, "乙");
    page.click("元に戻す");
    in_order(page, &["甲", "乙", "丙"]);
    has_focus(page, "丙");
}

pub fn a_deleted_section_leaves_the_text_to_the_next(page: &mut Page<'_>) {
    three_sections(page);
    page.click("乙");
    page.holds("「乙」の本文", "## 乙\n\n");
    actions(page, "乙");
    page.click("削除");
    in_order(page, &["甲", "丙"]);
    // What is typed next is typed into a section that is there.
    page.holds("「丙」の本文", "## 丙\n\n");
    page.click("「丙」の本文");
    page.press("Control+End");
    page.type_text("続き");
    is_saved(page);
    page.reload();
    in_order(page, &["甲", "丙"]);
    page.click("丙");
    page.holds("「丙」の本文", "## 丙\n\n続き");
    for title in ["丙", "甲"] {
        actions(page, title);
        page.click("削除");
    }
    page.sees("まだ見出しがありません");
    page.until("return !document.querySelector('textarea')");
    page.until("return document.activeElement.textContent.includes('見出しを追加')");
}

pub fn keys_close_and_take_back(page: &mut Page<'_>) {
    three_sections(page);
    actions(page, "乙");
    page.sees("この下にメモを追加");
    page.press("Tab");
    page.press("Escape");
    page.sees_no("この下にメモを追加");
    has_focus(page, "乙");
    // Its ring lies over the buttons of the row.
    page.until(
        "const ring = getComputedStyle(document.activeElement.closest('.row-line'), '::after');
         return ring.outlineStyle === 'solid' && ring.zIndex === '1'",
    );
    page.press("Delete");
    in_order(page, &["甲", "丙"]);
    page.press("Control+z");
    in_order(page, &["甲", "乙", "丙"]);
    has_focus(page, "乙");
    // Wherever the focus is.
    page.press("Delete");
    in_order(page, &["甲", "丙"]);
    page.eval::<()>("document.activeElement.blur()");
    page.press("Control+z");
    in_order(page, &["甲", "乙", "丙"]);
    // In a field the same keys belong to the field.
    actions(page, "乙");
    page.click("名前を変える");
    page.until("return document.activeElement.localName === 'input'");
    page.type_text("別の乙");
    page.press("Escape");
    in_order(page, &["甲", "乙", "丙"]);
    has_focus(page, "乙");
}

pub fn renames_deletes_and_takes_back(page: &mut Page<'_>) {
    three_sections(page);
    actions(page, "乙");
    page.click("名前を変える");
    page.until("return document.activeElement.localName === 'input'");
    page.press("Control+a");
    page.type_text("新しい乙\n");
    in_order(page, &["甲", "新しい乙", "丙"]);
    is_told(page, "「新しい乙」に名前を変えました");
    has_focus(page, "新しい乙");
    page.click("削除");
    in_order(page, &["甲", "丙"]);
    page.sees("「新しい乙」をゴミ箱に移しました");
    is_told(page, "「新しい乙」をゴミ箱に移しました");
    page.click("元に戻す");
    in_order(page, &["甲", "新しい乙", "丙"]);
    is_told(page, "「新しい乙」を元に戻しました");
    has_focus(page, "新しい乙");
}

/// What is beneath a section goes with it, and comes back with it.
pub fn a_section_takes_those_beneath_along(page: &mut Page<'_>) {
    three_sections(page);
    for title in ["乙", "丙"] {
        actions(page, title);
        page.click("ひとつ内側へ");
    }
    in_order(page, &["甲", "-乙", "-丙"]);
    let left_out = |count: usize| {
        page.until(&format!(
            "return document.querySelectorAll('.row[data-left-out]').length === {count}"
        ));
    };
    page.click("レポートから外す");
    left_out(1);
    actions(page, "甲");
    page.click("レポートから外す");
    page.sees("「甲」と下の見出し 2 件をレポートから外しました");
    left_out(3);
    // As it was before, and not more of it.
    page.click("元に戻す");
    left_out(1);
    page.click("削除");
    page.sees("「甲」と下の見出し 2 件をゴミ箱に移しました");
    page.sees("まだ見出しがありません");
    page.click("元に戻す");
    in_order(page, &["甲", "-乙", "-丙"]);
    left_out(1);
}

pub fn leaves_out_and_takes_in(page: &mut Page<'_>) {
    three_sections(page);
    actions(page, "乙");
    page.click("レポートから外す");
    page.sees("レポートに入れない");
    is_told(page, "「乙」をレポートから外しました");
    page.reload();
    page.sees("レポートに入れない");
    let (_, text) = download(page);
    assert_eq!(text, "# 雲会議 参加レポ\n\n## 甲\n\n## 丙\n");
    super::steps::back_from_report(page);
    actions(page, "乙");
    page.eval::<()>(
        "[...document.querySelectorAll('.row-actions button')].find(it => it.textContent === 'レポートに入れる').focus()",
    );
    page.press("Enter");
    page.sees_no("レポートに入れない");
    // The button says another thing now, and is still the one with the focus.
    page.until("return document.activeElement.textContent === 'レポートから外す'");
    is_told(page, "「乙」をレポートに入れました");
    let (_, text) = download(page);
    assert_eq!(text, "# 雲会議 参加レポ\n\n## 甲\n\n## 乙\n\n## 丙\n");
}

/// Ten seconds are not waited for: the page's timer of that length is run by hand.
pub fn the_line_that_takes_back_stays_under_the_pointer(page: &mut Page<'_>) {
    three_sections(page);
    page.eval::<()>(
        "const whole = setTimeout;
         window.setTimeout = (call, wait, ...rest) => {
             if (wait !== 10_000) return whole(call, wait, ...rest);
             window.over = call;
             return 0;
         };",
    );
    page.click("「乙」の操作");
    page.click("削除");
    page.has(".toast");
    let at: (i64, i64) = page.eval(
        "const box = document.querySelector('.toast-text').getBoundingClientRect();
         return [box.x + 10, box.y + 10].map(Math.round)",
    );
    page.points(&[To(at.0, at.1)]);
    page.has(".toast:hover");
    let again: bool = page.eval(
        "const before = window.over;
         before();
         return window.over !== before",
    );
    assert!(again, "it goes from under the pointer");
    page.points(&[To(10, 10)]);
    page.until("return !document.querySelector('.toast:hover')");
    page.eval::<()>("window.over()");
    page.until("return !document.querySelector('.toast')");
}
