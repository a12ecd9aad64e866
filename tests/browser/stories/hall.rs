//! In the hall: what runs now, what is beside it, and what becomes of a page that is closed or
//! loaded again there.

use super::steps::{is_saved, make_blank_event};
use super::venue::{
    Talk, calendar, now, open_notes, open_timetable, opens_the_app, rows, take_in, zone_where_it_is,
};
use crate::page::Page;

/// As many titles as do not fit on a screen.
const TITLES: [&str; 40] = [
    "話 0", "話 1", "話 2", "話 3", "話 4", "話 5", "話 6", "話 7", "話 8", "話 9", "話 10",
    "話 11", "話 12", "話 13", "話 14", "話 15", "話 16", "話 17", "話 18", "話 19", "話 20",
    "話 21", "話 22", "話 23", "話 24", "話 25", "話 26", "話 27", "話 28", "話 29", "話 30",
    "話 31", "話 32", "話 33", "話 34", "話 35", "話 36", "話 37", "話 38", "話 39",
];

/// Makes an event with these talks, in a zone in which it is early in the afternoon.
fn make_event_with(page: &Page<'_>, talks: &[Talk]) {
    let now = now(page);
    let (zone, _) = zone_where_it_is(13, now);
    make_blank_event(page, "雲会議");
    open_timetable(page);
    take_in(page, &calendar(now, &zone, talks));
}

/// What stands in the line above a memo.
fn memo_line(page: &Page<'_>, expected: &str) {
    page.until(&format!(
        "return [...document.querySelectorAll('.memo-line > *')].slice(1)
             .map(it => it.textContent.replace(/[0-9]+:[0-9]+ /, '')).join() === '{expected}'"
    ));
}

/// Phones load pages again whenever they like.
pub fn a_reload_in_the_hall_keeps_what_is_a_tap_away(page: &mut Page<'_>) {
    make_event_with(
        page,
        &[Talk(-10, 30, "昼の話", "A"), Talk(30, 60, "次の話", "A")],
    );
    opens_the_app(page);
    page.has_caret();
    page.type_text("書いた");
    page.click("半分聴いた");
    // The caret stays where it was, and the keyboard of a phone with it.
    page.type_text("あとも");
    is_saved(page);
    memo_line(page, "半分,あとで,つぎ 次の話");
    page.reload();
    memo_line(page, "半分,あとで,つぎ 次の話");
    page.until(&holds_text("## 昼の話\n\n会場: A\n\n- 書いたあとも"));
    page.until(
        "return document.querySelector('.memo-line [aria-pressed=true]')?.textContent === '半分'",
    );
}

/// Of two starred talks at one time the page opens on the one in whose memo she wrote.
pub fn of_two_talks_at_once_it_is_where_she_writes(page: &mut Page<'_>) {
    make_event_with(
        page,
        &[
            Talk(-10, 30, "こちらの話", "A"),
            Talk(-10, 30, "あちらの話", "B"),
            Talk(5, 25, "よその話", "C"),
            Talk(30, 60, "次の話", "A"),
        ],
    );
    page.click("「こちらの話」に星を付ける");
    page.click("「あちらの話」に星を付ける");
    is_saved(page);
    opens_the_app(page);
    page.has_caret();
    // What starts while she listens is not next.
    memo_line(page, "半分,あとで,いま こちらの話,つぎ 次の話");
    let chip: String = page.eval("return document.querySelector('.memo-next').textContent");
    page.click(&*chip);
    memo_line(page, "半分,あとで,いま あちらの話,つぎ 次の話");
    page.has_caret();
    page.type_text("ここにいる");
    is_saved(page);
    opens_the_app(page);
    page.until(&holds_text("## こちらの話\n\n会場: A\n\n- ここにいる"));
}

/// A break is nothing to write about, and what was called off does not run.
pub fn in_a_break_the_page_opens_on_the_timetable(page: &mut Page<'_>) {
    make_event_with(
        page,
        &[
            Talk(-10, 20, "休憩", ""),
            Talk(-10, 20, "中止になる話", "A"),
            Talk(20, 60, "次の話", "A"),
        ],
    );
    page.click("「中止になる話」に星を付ける");
    let now = now(page);
    let (zone, _) = zone_where_it_is(13, now);
    let rest = [Talk(-10, 20, "休憩", ""), Talk(20, 60, "次の話", "A")];
    // The names of the source stay with what they name.
    let issue = calendar(now, &zone, &rest).replace("UID:1", "UID:2");
    take_in(page, &issue);
    page.sees("最新のプログラムにはありません");
    opens_the_app(page);
    page.until("return location.hash.endsWith('/timetable')");
    page.until(
        "return [...document.querySelectorAll('.on-now-title')].map(it => it.textContent).join() === '休憩,次の話'",
    );
    // The cards are in view, however long the list is.
    page.until("return document.querySelector('.on-now').getBoundingClientRect().top >= 0");
}

/// Coming back from a session, the list is where it was left.
pub fn the_timetable_is_where_she_left_it(page: &mut Page<'_>) {
    let talks: Vec<Talk> = (0..40)
        .map(|at| Talk(600 + at, 601 + at, TITLES[at as usize % 40], "A"))
        .collect();
    make_event_with(page, &talks);
    page.click(TITLES[35]);
    page.sees("自分が話す");
    page.click("戻る");
    page.until(&format!(
        "return document.activeElement.textContent === '{}'",
        TITLES[35]
    ));
    page.until(
        "const box = document.activeElement.getBoundingClientRect();
         return box.top >= 0 && box.bottom <= innerHeight",
    );
}

/// A memo that was thrown away comes back with the star, words and all.
pub fn a_star_brings_a_deleted_memo_back(page: &mut Page<'_>) {
    make_event_with(page, &[Talk(-10, 30, "昼の話", "A")]);
    page.click("「昼の話」に星を付ける");
    opens_the_app(page);
    page.has_caret();
    page.type_text("消えない言葉");
    is_saved(page);
    page.click("戻る");
    open_notes(page);
    page.click("「昼の話」の操作");
    page.click("削除");
    page.sees("まだ見出しがありません");
    open_timetable(page);
    page.click("「昼の話」に星を付ける");
    page.click("「昼の話」に星を付ける");
    page.sees("「昼の話」を元に戻しました");
    page.click("昼の話");
    page.click("メモを書く");
    page.until(&holds_text("## 昼の話\n\n会場: A\n\n- 消えない言葉"));
    page.click("戻る");
    open_notes(page);
    assert_eq!(rows(page), ["昼の話"]);
}

/// What another app shares: into the memo of what runs; while nothing runs it is asked.
pub fn what_is_shared_goes_where_it_belongs(page: &mut Page<'_>) {
    make_blank_event(page, "別の会");
    page.go_home();
    let now = now(page);
    let (zone, _) = zone_where_it_is(13, now);
    let ended = Talk(-60, -30, "終わった話", "A");
    make_blank_event(page, "雲会議");
    let home: String = page.eval("return location.href.split('#')[0]");
    let share = || page.go(&format!("{home}?text=shared&url=https://slides.example/"));
    let shared = "\n\n> shared\n\n<https://slides.example/>";
    open_timetable(page);
    take_in(page, &calendar(now, &zone, &[ended]));
    page.click("「終わった話」に星を付ける");
    is_saved(page);
    share();
    page.sees("どこに入れますか？");
    // Whoever loads the page again is asked again.
    page.reload();
    page.sees("どこに入れますか？");
    page.sees("shared");
    // The session comes as soon as the page knows its programme.
    page.until(
        "const spots = [...document.querySelectorAll('button.on-now .on-now-title')];
         const names = spots.map(it => it.textContent).join();
         return names === '終わった話,雲会議,別の会' || names",
    );
    let first: String = page.eval("return document.querySelector('button.on-now').textContent");
    page.click(&*first);
    let memo = "## 終わった話\n\n会場: A";
    page.until(&holds_text(&format!("{memo}{shared}")));
    page.click("元に戻す");
    page.until(&holds_text(&format!("{memo}\n\n- ")));
    is_saved(page);
    share();
    page.click("入れない");
    page.sees("別の会");
    let address: String = page.eval("return location.search");
    assert_eq!(address, "");
    // Now one runs.
    let ended = Talk(-60, -30, "終わった話", "A");
    let runs = Talk(-10, 30, "昼の話", "A");
    page.click("雲会議");
    open_timetable(page);
    take_in(page, &calendar(now, &zone, &[ended, runs]));
    share();
    page.until(&holds_text(&format!("## 昼の話\n\n会場: A{shared}")));
}

/// Whether the writing surface holds a text.
fn holds_text(text: &str) -> String {
    format!(
        "return document.querySelector('textarea')?.value === {}",
        serde_json::json!(text)
    )
}
