//! Sections are moved by dragging, one or several, and chosen for that.

use serde_json::json;

use super::outline::{has_focus, in_order, is_told};
use super::steps::{add_section, back_to_notes, download, is_saved, make_blank_event};
use crate::browser::Pointing::{Down, To, Up};
use crate::engine::{Engine, Size};
use crate::page::{Page, inside};

/// Sections with these titles; a nested one begins with `-`.
fn sections(page: &Page<'_>, titles: &[&str]) {
    make_blank_event(page, "雲会議");
    for title in titles {
        let heading = match title.strip_prefix('-') {
            Some(nested) => format!("### {nested}"),
            None => format!("## {title}"),
        };
        add_section(page, &heading);
        back_to_notes(page);
    }
    in_order(page, titles);
}

/// Where something of the row with this title is: what a selector names, and how far down in it.
fn place(page: &Page<'_>, title: &str, of: &str, down: f64) -> (i64, i64) {
    page.call(
        "const [title, of, down] = arguments;
         const row = [...document.querySelectorAll('.row')]
             .find(row => row.querySelector('a').textContent === title);
         const box = (of ? row.querySelector(of) : row).getBoundingClientRect();
         return [box.x + box.width / 2, box.y + box.height * down].map(Math.round)",
        &[json!(title), json!(of), json!(down)],
    )
}

fn grip(page: &Page<'_>, title: &str) -> (i64, i64) {
    place(page, title, ".row-grip", 0.5)
}

/// Takes a section by its grip and pulls it over the upper or lower end of another one.
fn pull(page: &Page<'_>, title: &str, over: &str, down: f64) {
    let (x, y) = grip(page, title);
    let (_, to) = place(page, over, "", down);
    let on_the_way = y + (to - y).signum() * 10;
    page.points(&[To(x, y), Down, To(x, on_the_way), To(x, to)]);
}

/// Waits until a line shows that it would land above a row, or below one.
fn lands(page: &Page<'_>, above: bool, title: &str) {
    page.until(&format!(
        "const line = document.querySelector('.landing:not([hidden])')?.getBoundingClientRect();
         const row = [...document.querySelectorAll('.row')]
             .find(row => row.querySelector('a').textContent === '{title}').getBoundingClientRect();
         return !!line && Math.abs((line.top + line.bottom) / 2 - ({above} ? row.top : row.bottom)) < 3"
    ));
}

/// Waits until nothing shows that something is dragged.
fn is_still(page: &Page<'_>) {
    page.until("return !document.querySelector('.landing, [data-dragged], [data-dragging]')");
}

/// Waits until just these rows are shown as dragged.
fn pulls(page: &Page<'_>, titles: &[&str]) {
    let wanted = serde_json::to_string(titles).expect("titles are text");
    page.until(&format!(
        "const rows = [...document.querySelectorAll('.row[data-dragged] a')].map(it => it.textContent);
         return JSON.stringify(rows) === JSON.stringify({wanted})"
    ));
}

pub fn a_section_is_dragged(page: &mut Page<'_>) {
    sections(page, &["甲", "乙", "丙"]);
    pull(page, "丙", "甲", 0.2);
    lands(page, true, "甲");
    pulls(page, &["丙"]);
    // Nothing moves before it is let go.
    in_order(page, &["甲", "乙", "丙"]);
    page.points(&[Up]);
    in_order(page, &["丙", "甲", "乙"]);
    is_told(page, "「丙」を上へ動かしました（1 / 3）");
    is_still(page);
    pull(page, "甲", "乙", 0.9);
    lands(page, false, "乙");
    page.points(&[Up]);
    in_order(page, &["丙", "乙", "甲"]);
    is_told(page, "「甲」を下へ動かしました（3 / 3）");
    is_saved(page);
    page.reload();
    in_order(page, &["丙", "乙", "甲"]);
    let (_, text) = download(page);
    assert_eq!(text, "# 雲会議 参加レポ\n\n## 丙\n\n## 乙\n\n## 甲\n\n");
}

pub fn a_drag_is_given_up(page: &mut Page<'_>) {
    sections(page, &["甲", "乙", "丙"]);
    pull(page, "丙", "甲", 0.2);
    lands(page, true, "甲");
    page.press("Escape");
    is_still(page);
    page.points(&[Up]);
    in_order(page, &["甲", "乙", "丙"]);
    // In its own place nothing shows, and nothing changes.
    pull(page, "乙", "甲", 0.2);
    lands(page, true, "甲");
    let (x, y) = grip(page, "乙");
    page.points(&[To(x, y + 10), To(x, y + 4)]);
    page.until("return !!document.querySelector('.landing[hidden]')");
    page.points(&[Up]);
    is_still(page);
    in_order(page, &["甲", "乙", "丙"]);
    let (x, y) = grip(page, "乙");
    page.points(&[To(x, y), Down, Up]);
    page.sees("この下にメモを追加");
    page.points(&[Down, Up]);
    page.sees_no("この下にメモを追加");
    in_order(page, &["甲", "乙", "丙"]);
}

pub fn those_nested_are_dragged_along(page: &mut Page<'_>) {
    sections(page, &["甲", "-子", "-丑", "乙", "丙"]);
    pull(page, "甲", "丙", 0.2);
    lands(page, true, "丙");
    pulls(page, &["甲", "子", "丑"]);
    page.points(&[Up]);
    in_order(page, &["乙", "甲", "-子", "-丑", "丙"]);
    // Nothing comes between a section and what is nested under it.
    pull(page, "丙", "子", 0.2);
    lands(page, true, "甲");
    page.points(&[Up]);
    in_order(page, &["乙", "丙", "甲", "-子", "-丑"]);
    // One that is nested goes anywhere but to the front.
    pull(page, "丑", "乙", 0.1);
    lands(page, false, "乙");
    page.points(&[Up]);
    in_order(page, &["乙", "-丑", "丙", "甲", "-子"]);
    let (_, text) = download(page);
    assert_eq!(
        text,
        "# 雲会議 参加レポ\n\n## 乙\n\n### 丑\n\n## 丙\n\n## 甲\n\n### 子\n\n"
    );
}

/// Only Chromium has a finger; what a mouse does elsewhere is told above.
pub fn a_finger_drags_by_the_grip_and_scrolls_by_the_rest(page: &mut Page<'_>) {
    if page.engine() != Engine::Chromium {
        return;
    }
    long_list(page);
    let touch = |kind: &str, at: Option<(i64, i64)>| {
        let points: Vec<_> = at.iter().map(|(x, y)| json!({ "x": x, "y": y })).collect();
        page.devtools(
            "Input.dispatchTouchEvent",
            json!({ "type": kind, "touchPoints": points }),
        );
    };
    let swipe = |(x, y): (i64, i64), by: i64| {
        touch("touchStart", Some((x, y)));
        for step in 1..=10 {
            touch("touchMove", Some((x, y + by * step / 10)));
        }
    };
    // The grip is as wide as a thumb needs it.
    page.until(
        "return [...document.querySelectorAll('.row-grip')].every(it => {
             const box = it.getBoundingClientRect();
             return box.width >= 44 && box.height >= 44;
         })",
    );
    let (_, from) = grip(page, "見出し 5");
    let (_, to) = place(page, "見出し 2", "", 0.2);
    swipe(grip(page, "見出し 5"), to - from);
    lands(page, true, "見出し 2");
    // The list did not scroll under it, and no text is selected.
    assert_eq!(page.eval::<f64>("return scrollY"), 0.0);
    assert_eq!(page.eval::<String>("return getSelection().toString()"), "");
    touch("touchEnd", None);
    page.until(&first_are(&["見出し 1", "見出し 5", "見出し 2"]));
    // What the system takes away is not dropped.
    let (_, from) = grip(page, "見出し 5");
    let (_, to) = place(page, "見出し 4", "", 0.9);
    swipe(grip(page, "見出し 5"), to - from);
    lands(page, false, "見出し 4");
    touch("touchCancel", None);
    is_still(page);
    page.until(&first_are(&["見出し 1", "見出し 5", "見出し 2"]));
    // Everywhere else the list scrolls.
    swipe(place(page, "見出し 9", ".row-text", 0.5), -200);
    touch("touchEnd", None);
    page.until("return scrollY > 100");
    page.until(&first_are(&["見出し 1", "見出し 5", "見出し 2"]));
}

/// A list that is longer than every screen.
fn long_list(page: &Page<'_>) {
    make_blank_event(page, "雲会議");
    let text: String = (1..=60).map(|at| format!("## 見出し {at}\n\n")).collect();
    add_section(page, &text);
    page.go_home();
    page.click("雲会議");
    page.until("return document.querySelectorAll('.row').length === 60");
    is_saved(page);
}

/// Whether the list begins with these.
fn first_are(titles: &[&str]) -> String {
    let wanted = serde_json::to_string(titles).expect("titles are text");
    format!(
        "const rows = [...document.querySelectorAll('.row a')].map(it => it.textContent);
         return JSON.stringify(rows.slice(0, {})) === JSON.stringify({wanted})",
        titles.len()
    )
}

pub fn a_long_list_scrolls_while_something_is_dragged(page: &mut Page<'_>) {
    long_list(page);
    let (x, y) = grip(page, "見出し 1");
    let bottom = i64::from(page.size().pixels().1) - 30;
    page.points(&[To(x, y), Down, To(x, y + 10), To(x, bottom)]);
    lands(page, false, "見出し 60");
    page.until(
        "return document.querySelectorAll('.row')[59].getBoundingClientRect().top < innerHeight",
    );
    page.points(&[Up]);
    is_told(page, "「見出し 1」を下へ動かしました（60 / 60）");
    page.until(&first_are(&["見出し 2", "見出し 3"]));
    // And back to the start, from where nothing lies over it.
    page.eval::<()>("[...document.querySelectorAll('.row')].at(-1).scrollIntoView({ block: 'center', behavior: 'instant' })");
    let (x, y) = grip(page, "見出し 1");
    page.points(&[To(x, y), Down, To(x, y - 10), To(x, 70)]);
    lands(page, true, "見出し 2");
    page.points(&[Up]);
    page.until(&first_are(&["見出し 1", "見出し 2", "見出し 3"]));
}

pub fn another_tab_changes_the_list_under_a_drag(page: &mut Page<'_>) {
    sections(page, &["甲", "乙", "丙", "丁"]);
    is_saved(page);
    page.opens_again_in_a_tab();
    in_order(page, &["甲", "乙", "丙", "丁"]);
    page.shows_tab(0);
    pull(page, "丁", "乙", 0.2);
    lands(page, true, "乙");
    page.shows_tab(1);
    page.click("「甲」の操作");
    page.click("削除");
    in_order(page, &["乙", "丙", "丁"]);
    is_saved(page);
    page.shows_tab(0);
    in_order(page, &["乙", "丙", "丁"]);
    // It is still held, and lands where the line shows.
    let (x, _) = grip(page, "丁");
    let (_, y) = place(page, "乙", "", 0.9);
    page.points(&[To(x, y), To(x, y - 1)]);
    lands(page, false, "乙");
    pulls(page, &["丁"]);
    page.points(&[Up]);
    in_order(page, &["乙", "丁", "丙"]);
    is_saved(page);
    page.shows_tab(1);
    in_order(page, &["乙", "丁", "丙"]);
    // What is dragged goes away under the pointer: nothing lands.
    page.shows_tab(0);
    pull(page, "丙", "乙", 0.2);
    lands(page, true, "乙");
    page.shows_tab(1);
    page.click("「丙」の操作");
    page.click("削除");
    is_saved(page);
    page.shows_tab(0);
    in_order(page, &["乙", "丁"]);
    page.points(&[Up]);
    is_still(page);
    in_order(page, &["乙", "丁"]);
}

/// Waits until the list says how many are chosen.
fn says_chosen(page: &Page<'_>, count: usize) {
    page.sees(&format!("{count} 件を選択中"));
    page.until(&format!(
        "return document.querySelectorAll('[role=checkbox][aria-checked=true]').length === {count}"
    ));
}

pub fn several_are_dragged(page: &mut Page<'_>) {
    sections(page, &["甲", "乙", "-子", "丙", "丁"]);
    let (before, _) = grip(page, "丁");
    page.click("選ぶ");
    page.sees("0 件を選択中");
    // A hand that has learned where the grip is finds it there.
    assert_eq!(grip(page, "丁").0, before);
    page.click("丁");
    page.click("乙");
    says_chosen(page, 2);
    is_told(page, "2 件を選択中");
    pull(page, "丁", "甲", 0.2);
    lands(page, true, "甲");
    pulls(page, &["乙", "子", "丁"]);
    page.has(".landing[data-count='3']");
    // Escape gives up the drag, not what was chosen.
    page.press("Escape");
    is_still(page);
    page.points(&[Up]);
    says_chosen(page, 2);
    in_order(page, &["甲", "乙", "-子", "丙", "丁"]);
    pull(page, "乙", "甲", 0.2);
    lands(page, true, "甲");
    page.points(&[Up]);
    in_order(page, &["乙", "-子", "丁", "甲", "丙"]);
    is_told(page, "見出し 3 件をまとめて動かしました（1〜3 / 5）");
    says_chosen(page, 2);
    // One that is not chosen goes alone.
    pull(page, "丙", "乙", 0.2);
    pulls(page, &["丙"]);
    page.points(&[Up]);
    in_order(page, &["丙", "乙", "-子", "丁", "甲"]);
    page.click("下へ移動");
    in_order(page, &["丙", "甲", "乙", "-子", "丁"]);
    page.click("完了");
    page.sees("見出し 5 件");
    is_saved(page);
    page.reload();
    in_order(page, &["丙", "甲", "乙", "-子", "丁"]);
    let (_, text) = download(page);
    assert_eq!(
        text,
        "# 雲会議 参加レポ\n\n## 丙\n\n## 甲\n\n## 乙\n\n### 子\n\n## 丁\n\n"
    );
}

pub fn several_are_chosen_and_moved_by_keys(page: &mut Page<'_>) {
    sections(page, &["甲", "乙", "丙", "丁", "戊"]);
    page.eval::<()>(
        "[...document.querySelectorAll('button')].find(it => it.textContent === '選ぶ').focus()",
    );
    page.press("Enter");
    page.sees("0 件を選択中");
    page.press("Tab");
    page.press("Tab");
    has_focus(page, "乙");
    page.press("Space");
    says_chosen(page, 1);
    page.press("Tab");
    page.press("Tab");
    has_focus(page, "丁");
    page.press("Shift+Space");
    says_chosen(page, 3);
    // One in the middle is taken out again.
    page.press("Shift+Tab");
    page.press("Space");
    says_chosen(page, 2);
    page.press("Alt+ArrowUp");
    in_order(page, &["乙", "甲", "丁", "丙", "戊"]);
    has_focus(page, "丙");
    is_told(page, "見出し 2 件をひとつずつ動かしました");
    // The first one is there; the other comes to it.
    page.press("Alt+ArrowUp");
    in_order(page, &["乙", "丁", "甲", "丙", "戊"]);
    is_told(page, "見出し 2 件をまとめて動かしました（1〜2 / 5）");
    page.press("Alt+ArrowDown");
    page.press("Alt+ArrowDown");
    in_order(page, &["甲", "丙", "乙", "丁", "戊"]);
    // A button that says another thing now is still the one with the focus.
    page.eval::<()>("[...document.querySelectorAll('.chosen-actions button')].find(it => it.textContent === '外す').focus()");
    page.press("Enter");
    page.until("return document.activeElement.textContent === '入れる'");
    page.press("Enter");
    page.until("return document.activeElement.textContent === '外す'");
    page.press("Tab");
    page.press("Tab");
    page.press("Tab");
    has_focus(page, "丙");
    page.press("Escape");
    page.sees("見出し 5 件");
    has_focus(page, "丙");
    // Now the same keys move the one with the focus.
    page.press("Alt+ArrowUp");
    in_order(page, &["丙", "甲", "乙", "丁", "戊"]);
}

/// With Shift held a click chooses all from the one before.
pub fn a_range_is_chosen_with_shift(page: &mut Page<'_>) {
    sections(page, &["甲", "乙", "丙", "丁"]);
    page.click("選ぶ");
    page.click("丁");
    page.shift_clicks("乙");
    says_chosen(page, 3);
    page.click("丙");
    says_chosen(page, 2);
    page.click("上へ移動");
    in_order(page, &["乙", "甲", "丁", "丙"]);
}

/// Back ends choosing, and only then leads out of the event.
pub fn back_ends_choosing(page: &mut Page<'_>) {
    sections(page, &["甲", "乙"]);
    let back = |page: &Page<'_>| page.eval::<()>("history.back()");
    page.click("選ぶ");
    page.click("乙");
    says_chosen(page, 1);
    back(page);
    page.sees("見出し 2 件");
    in_order(page, &["甲", "乙"]);
    // Ended otherwise, left by another way, or by a reload it leaves nothing to go back through.
    page.click("選ぶ");
    page.click("完了");
    page.sees("見出し 2 件");
    page.until("return history.state === null");
    page.click("選ぶ");
    page.sees("0 件を選択中");
    page.click("レポート全体を検索");
    page.until("return !document.querySelector('.rows')");
    back(page);
    page.sees("見出し 2 件");
    page.until("return history.state === null");
    page.click("選ぶ");
    page.sees("0 件を選択中");
    page.reload();
    page.sees("見出し 2 件");
    page.until("return history.state === null");
    back(page);
    page.until("return !document.querySelector('.rows')");
}

pub fn several_are_left_out_deleted_and_taken_back(page: &mut Page<'_>) {
    sections(page, &["甲", "乙", "丙", "丁"]);
    page.click("選ぶ");
    page.click("乙");
    page.click("丁");
    says_chosen(page, 2);
    page.click("外す");
    is_told(page, "見出し 2 件をレポートから外しました");
    page.until("return document.querySelectorAll('.row[data-left-out]').length === 2");
    page.click("丙");
    // Not all of them are in it.
    page.click("入れる");
    is_told(page, "見出し 3 件をレポートに入れました");
    page.until("return document.querySelectorAll('.row[data-left-out]').length === 0");
    page.click("丙");
    says_chosen(page, 2);
    page.click(inside("選んだ見出しの操作", "削除"));
    in_order(page, &["甲", "丙"]);
    page.sees("見出し 2 件をゴミ箱に移しました");
    page.sees("見出し 2 件");
    page.click("元に戻す");
    in_order(page, &["甲", "乙", "丙", "丁"]);
    is_told(page, "見出し 2 件を元に戻しました");
    is_saved(page);
    page.reload();
    in_order(page, &["甲", "乙", "丙", "丁"]);
    if page.size() == Size::Phone {
        // Nothing lies over the tabs any more.
        page.click("レポート");
    }
}
