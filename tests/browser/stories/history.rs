//! The trash and the texts that a section had before.

use serde_json::json;

use super::steps::{add_section, back_to_notes, is_saved, make_blank_event, text_of};
use crate::engine::Size;
use crate::page::Page;

/// Deletes the section `title` from the list.
fn delete(page: &Page<'_>, title: &str) {
    page.click(format!("「{title}」の操作").as_str());
    page.click("削除");
    page.sees(&format!("「{title}」をゴミ箱に移しました"));
}

pub fn what_was_deleted_comes_back_from_the_trash(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    back_to_notes(page);
    delete(page, "話");
    is_saved(page);
    // Days later the line that takes it back is gone.
    page.go_home();
    page.reload();
    page.click("ゴミ箱 (1)");
    page.sees("あと 30 日");
    page.click("「話」を元に戻す");
    page.sees("ゴミ箱は空です");
    page.click("戻る");
    page.click("雲会議");
    page.click("話");
    page.holds(text_of("話").as_str(), "## 話\n\n本文");

    // An event comes back with what is in it.
    page.go_home();
    page.click("雲会議");
    page.click("イベントとレポートの設定");
    page.click("イベントを削除");
    is_saved(page);
    page.reload();
    page.click("ゴミ箱 (1)");
    page.click("「雲会議」を元に戻す");
    page.sees("ゴミ箱は空です");
    is_saved(page);
    page.go_home();
    page.reload();
    page.click("雲会議");
    page.sees("話");
}

/// So many days of use cannot be waited for: the count of this device is set.
pub fn the_trash_is_emptied_after_thirty_days_of_use(page: &mut Page<'_>) {
    let counted = |deleted_at: u32| {
        page.call::<()>(
            "const key = Object.keys(localStorage).find(key => key.endsWith('#setting/trash'));
             const [day, ...things] = localStorage[key].split('\\n');
             localStorage[key] = ['1999-12-31 100', ...things.map(it => it.replace(/ .*/, ` ${arguments[0]}`))].join('\\n');",
            &[json!(deleted_at)],
        );
        page.reload();
    };
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n消える本文");
    back_to_notes(page);
    delete(page, "話");
    is_saved(page);
    page.go_home();
    page.reload();
    page.sees("ゴミ箱 (1)");
    // Today is the 101st day of use. A clock that was wrong in between takes nothing.
    counted(72);
    page.click("ゴミ箱 (1)");
    page.sees("あと 1 日");
    page.go_home();
    counted(71);
    page.sees("見出し 0/0");
    page.sees_no("ゴミ箱");
    is_saved(page);
    let drafts: String = page.eval("return Object.values(localStorage).join('')");
    assert!(!drafts.contains("消える本文"), "{drafts}");
}

pub fn an_earlier_text_comes_back(page: &mut Page<'_>) {
    let area = text_of("話");
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n初めの本文");
    leave_and_come_back(page);
    page.press("Control+a");
    page.paste("## 話\n\nまるで違う本文");
    page.holds(area.as_str(), "## 話\n\nまるで違う本文");
    // Leaving keeps it. Where that fails, going back to another does.
    page.eval::<()>(
        "window.put = IDBObjectStore.prototype.put;
         IDBObjectStore.prototype.put = function (text, ...rest) {
             if (!text.includes('revision')) return window.put.call(this, text, ...rest);
             window.failed = true;
             throw new DOMException('', 'QuotaExceededError');
         };",
    );
    open_history(page);
    page.until("return window.failed");
    page.eval::<()>("IDBObjectStore.prototype.put = window.put");
    page.sees("初めの本文");
    page.sees_no("まるで違う本文");
    page.click(only_restore(page).as_str());
    page.sees("以前の文章に戻しました");
    page.holds(area.as_str(), "## 話\n\n初めの本文");
    is_saved(page);
    // What it replaced is there, also after a reload.
    page.reload();
    page.holds(area.as_str(), "## 話\n\n初めの本文");
    open_history(page);
    page.sees("まるで違う本文");
    page.sees_no("初めの本文");
}

/// Half a minute is not waited for: the page's timer of that length is made short.
pub fn a_pause_keeps_a_text(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n初めの本文");
    page.eval::<()>(
        "const whole = setTimeout;
         window.setTimeout = (call, wait, ...rest) => whole(call, wait === 30_000 ? 1 : wait, ...rest);
         window.kept = 0;
         const put = IDBObjectStore.prototype.put;
         IDBObjectStore.prototype.put = function (text, ...rest) {
             if (text.includes('revision')) window.kept += 1;
             return put.call(this, text, ...rest);
         };",
    );
    page.type_text("、続き");
    page.until("return window.kept > 0");
    page.press("Control+a");
    page.paste("## 話\n\n書き直し");
    page.until("return window.kept > 1");
    is_saved(page);
    open_history(page);
    page.sees("初めの本文、続き");
    page.sees_no("書き直し");
}

/// Leaving a section keeps its text.
fn leave_and_come_back(page: &Page<'_>) {
    page.go_home();
    page.click("雲会議");
    if page.size() == Size::Phone {
        page.sees("見出しを追加");
    }
    page.click("話");
    page.has_caret();
}

/// From the text to the earlier ones.
fn open_history(page: &Page<'_>) {
    page.click("以前の文章");
    page.sees("書く手を 30 秒休めたとき");
    page.until("return document.querySelectorAll('.version').length > 0");
}

/// The name of the only button that goes back to a text: it says when that was.
fn only_restore(page: &Page<'_>) -> String {
    page.eval(
        "const [only, ...others] = document.querySelectorAll('.version button');
         if (others.length) throw new Error('several');
         return only.ariaLabel;",
    )
}
