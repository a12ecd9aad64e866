//! The venue: a programme comes in the evening before, and in the hall the page is on the session
//! that runs.
//!
//! The clock is the device's own. Where a story needs another time of day, the event is in a zone
//! in which it is that time now; no zone of a row `Etc/GMT±n` ever changes its clocks.

use super::steps::{add_section, back_to_notes, download, is_saved, make_blank_event, make_event};
use crate::engine::Size;
use crate::page::Page;

/// A programme as it stands on a page: two tracks, a break, a line that nobody can read.
const LINES: &str = "\
2031/11/27
13:00-13:20 クラウドの歩き方 / 空野 (Room A)
13:00-13:40 K8s の裏側 / Ada (Room B)
13:20-13:40 サーバーレス入門 / 海野 (Room A)
13:40-14:00 休憩
25:99 読めない時刻 / だれか (Room A)
2031/11/28
10:00-10:40 二日目の話 / 森野 (Room A)
";

/// Minutes since 1970 on the clock of the device.
pub(super) fn now(page: &Page<'_>) -> i64 {
    page.eval("return Math.floor(Date.now() / 60000)")
}

/// A zone in which it is this hour at an instant, and how many minutes its clocks are ahead.
pub(super) fn zone_where_it_is(hour: i64, now: i64) -> (String, i64) {
    let utc = now.div_euclid(60).rem_euclid(24);
    let mut ahead = (hour - utc).rem_euclid(24);
    // The rows go from 12 hours behind to 14 ahead.
    if ahead > 12 {
        ahead -= 24;
    }
    // The sign of these names is that of POSIX.
    (format!("Etc/GMT{:+}", -ahead), ahead * 60)
}

/// A session of a calendar: when it starts and ends, in minutes from now, and what it is.
pub(super) struct Talk(pub i64, pub i64, pub &'static str, pub &'static str);

/// An iCalendar file in a zone.
pub(super) fn calendar(now: i64, zone: &str, talks: &[Talk]) -> String {
    let stamp = |minutes: i64| {
        let at = time_of(now + minutes);
        format!("{at}00Z")
    };
    let mut text = format!("BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-TIMEZONE:{zone}\n");
    for (at, Talk(start, end, title, room)) in talks.iter().enumerate() {
        text += &format!(
            "BEGIN:VEVENT\nUID:{at}\nSUMMARY:{title}\nLOCATION:{room}\nDTSTART:{}\nDTEND:{}\nEND:VEVENT\n",
            stamp(*start),
            stamp(*end)
        );
    }
    text + "END:VCALENDAR\n"
}

/// Minutes since 1970 as `20261128T1307`, by counting days from the year 1970.
fn time_of(minutes: i64) -> String {
    let (mut days, minute) = (minutes.div_euclid(1440), minutes.rem_euclid(1440));
    let leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let mut year = 1970;
    while days >= 365 + i64::from(leap(year)) {
        days -= 365 + i64::from(leap(year));
        year += 1;
    }
    let lengths = [
        31,
        28 + i64::from(leap(year)),
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
        31,
    ];
    let mut month = 0;
    while days >= lengths[month] {
        days -= lengths[month];
        month += 1;
    }
    let (day, month) = (days + 1, month + 1);
    format!(
        "{year}{month:02}{day:02}T{:02}{:02}",
        minute / 60,
        minute % 60
    )
}

pub(super) fn open_timetable(page: &Page<'_>) {
    page.click("タイムテーブル");
    page.until("return location.hash.endsWith('/timetable')");
}

/// From the timetable: reads a text and shows what is in it.
pub(super) fn read(page: &Page<'_>, text: &str) {
    page.eval::<()>("location.hash = location.hash.replace('/timetable', '/take-in')");
    page.has("#pasted");
    page.call::<()>(
        "document.querySelector('#pasted').value = arguments[0]",
        &[serde_json::json!(text)],
    );
    page.click("読み取る");
}

pub(super) fn take_in(page: &Page<'_>, text: &str) {
    read(page, text);
    page.click("取り込む");
    page.has(".slot");
    is_saved(page);
}

/// As from the icon: the address of the page and nothing behind it.
pub(super) fn opens_the_app(page: &Page<'_>) {
    page.eval::<()>("history.replaceState(null, '', location.pathname)");
    page.reload();
}

/// The titles of the list, in order.
fn titles(page: &Page<'_>) -> Vec<String> {
    page.eval("return [...document.querySelectorAll('.slot-link')].map(it => it.textContent)")
}

pub(super) fn see_titles(page: &Page<'_>, expected: &[&str]) {
    page.until(&format!(
        "return JSON.stringify([...document.querySelectorAll('.slot-link')].map(it => it.textContent)) === {}",
        serde_json::json!(serde_json::to_string(expected).expect("a list of strings is JSON"))
    ));
}

/// From the timetable to the notes.
pub(super) fn open_notes(page: &Page<'_>) {
    if page.size() == Size::Phone {
        page.click("メモ");
    } else {
        page.click("戻る");
    }
    page.sees("見出しを追加");
}

pub(super) fn rows(page: &Page<'_>) -> Vec<String> {
    page.eval("return [...document.querySelectorAll('.row-link')].map(it => it.textContent.trim())")
}

pub fn a_programme_is_shown_before_it_is_taken_in(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    open_timetable(page);
    page.sees("タイムテーブルはまだありません");
    page.click("タイムテーブルを取り込む");
    read(page, "ただの文章です。\nプログラムではありません。");
    page.sees("セッションが見つかりませんでした");
    read(page, LINES);
    page.sees("5 セッション");
    page.sees("うち休憩や受付など 1");
    page.sees("Room A");
    page.sees("読めなかったところ: 1");
    page.sees("6 行目");
    page.click("取り込む");
    page.sees("5 セッションを取り込みました");
    see_titles(
        page,
        &["クラウドの歩き方", "K8s の裏側", "サーバーレス入門", "休憩"],
    );
    page.click("元に戻す");
    page.sees("タイムテーブルはまだありません");
    take_in(page, LINES);
    page.reload();
    page.has(".slot");
    assert_eq!(titles(page).len(), 4);
}

pub fn stars_make_the_skeleton_of_the_report(page: &mut Page<'_>) {
    make_event(page, "雲会議");
    open_timetable(page);
    take_in(page, LINES);
    page.click("「サーバーレス入門」に星を付ける");
    page.click("「クラウドの歩き方」に星を付ける");
    page.click("「K8s の裏側」に星を付ける");
    // Each with both titles and the times.
    page.sees("同じ時間: 「K8s の裏側」(13:00〜13:40)");
    page.sees("同じ時間: 「クラウドの歩き方」(13:00〜13:20) 「サーバーレス入門」(13:20〜13:40)");
    page.click("「K8s の裏側」に星を付ける");
    page.sees_no("同じ時間");
    page.click("星だけ");
    see_titles(page, &["クラウドの歩き方", "サーバーレス入門"]);
    open_notes(page);
    let rows = rows(page);
    let at = rows
        .iter()
        .position(|row| row.contains("見たセッションのメモ"));
    let at = at.expect("the template has the heading");
    assert_eq!(
        rows[at + 1..at + 3],
        ["クラウドの歩き方", "サーバーレス入門"]
    );
    is_saved(page);
    let (_, file) = download(page);
    let memo = "### クラウドの歩き方\n\n登壇: 空野（Room A）\n\n- \n\n### サーバーレス入門\n";
    assert!(file.contains(memo), "{file}");
}

pub fn the_page_opens_on_the_session_that_runs(page: &mut Page<'_>) {
    let now = now(page);
    // Another one than that of the device.
    let utc = now.div_euclid(60).rem_euclid(24);
    let (zone, _) = zone_where_it_is(if utc == 13 { 15 } else { 13 }, now);
    let talks = [
        Talk(-20, 20, "始まった話", "A"),
        Talk(-10, 30, "聴きたい話", "B"),
        Talk(30, 60, "次の話", "A"),
    ];
    make_blank_event(page, "雲会議");
    open_timetable(page);
    take_in(page, &calendar(now, &zone, &talks));
    page.sees("時刻は会場のもの");
    page.sees("いま");
    page.click("「聴きたい話」に星を付ける");
    is_saved(page);
    opens_the_app(page);
    page.has_caret();
    page.until("return location.hash.includes('/memo/')");
    page.type_text("始まった");
    page.click("時刻を入れる");
    page.click("学んだこと 💡");
    is_saved(page);
    let text: String = page.eval("return document.querySelector('textarea').value");
    let (before, stamp) = text.split_once("- 💡 始まった [").expect("a stamp");
    let hour = stamp.split_once(':').map(|(hour, _)| hour);
    // The hour may be over by now.
    assert!(matches!(hour, Some("13" | "14" | "15" | "16")), "{text}");
    assert_eq!(before, "## 聴きたい話\n\n会場: B\n\n");
    let passed = stamp.split_once(" +").expect("the time since the start").1;
    let minutes: i64 = passed[..2].parse().expect("minutes");
    assert!((10..15).contains(&minutes), "{text}");
    // The next one is a tap away, and it is no section before a word is written.
    page.click("半分聴いた");
    page.click("あとで見る");
    page.has(".memo-next");
    let next: String = page.eval("return document.querySelector('.memo-next').textContent");
    page.click(&*next);
    page.until("return document.querySelector('textarea')?.value.startsWith('## 次の話')");
    page.eval::<()>("location.hash = location.hash.split('/memo/')[0]");
    page.sees("見出しを追加");
    assert_eq!(rows(page), ["聴きたい話"]);
    is_half_heard_and_to_be_watched(page);
}

fn is_half_heard_and_to_be_watched(page: &Page<'_>) {
    is_saved(page);
    let picks: Vec<String> = page.eval(
        "return Object.keys(localStorage).filter(key => key.includes('#pick/')).map(key => localStorage[key])",
    );
    assert!(
        picks.iter().any(
            |pick| pick.contains("\"heard\":\"half\"") && pick.contains("\"watch_later\":true")
        ),
        "{picks:?}"
    );
}

pub fn a_second_import_touches_no_word(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    open_timetable(page);
    take_in(page, LINES);
    page.click("「クラウドの歩き方」に星を付ける");
    page.click("クラウドの歩き方");
    page.click("メモを書く");
    page.has_caret();
    page.type_text("私の言葉");
    is_saved(page);
    page.eval::<()>("history.go(-2)");
    page.until("return location.hash.endsWith('/timetable')");
    let changed = LINES
        .replace(
            "13:00-13:20 クラウドの歩き方",
            "15:00-15:20 クラウドの歩き方",
        )
        .replace("13:20-13:40 サーバーレス入門 / 海野 (Room A)\n", "")
        + "11:00-11:40 増えた話 / 川野 (Room B)\n";
    read(page, &changed);
    page.sees("追加 1・変更 1・削除 1");
    page.sees("時間か場所が変わる: 1");
    page.until(
        "const lines = [...document.querySelectorAll('.entries li')].map(it => it.textContent);
         return lines.some(it => /^クラウドの歩き方 .*13:00〜13:20 Room A → .*15:00〜15:20 Room A$/.test(it))
             && lines.includes('サーバーレス入門 ')",
    );
    page.click("取り込む");
    page.sees("最新のプログラムにはありません");
    page.click("クラウドの歩き方");
    page.sees("15:00〜15:20");
    page.has("[aria-pressed=true]");
    page.click("メモを書く");
    page.until("return document.querySelector('textarea')?.value.includes('- 私の言葉')");
}

pub fn a_talk_after_midnight_is_on_the_evening_before(page: &mut Page<'_>) {
    let now = now(page);
    let (zone, ahead) = zone_where_it_is(0, now);
    let midnight = -(now + ahead).rem_euclid(1440);
    let talks = [
        Talk(midnight - 120, midnight - 60, "夜の話", "A"),
        Talk(midnight - 5, midnight + 90, "夜通しの話", "A"),
        Talk(midnight + 90, midnight + 120, "夜更けの話", "A"),
    ];
    make_blank_event(page, "雲会議");
    open_timetable(page);
    take_in(page, &calendar(now, &zone, &talks));
    see_titles(page, &["夜の話", "夜通しの話", "夜更けの話"]);
    assert_eq!(
        page.eval::<usize>(
            "return document.querySelectorAll('.slots-filter [role=group] button').length"
        ),
        1
    );
    opens_the_app(page);
    page.until("return document.querySelector('textarea')?.value.startsWith('## 夜通しの話')");
}

/// The evening before, the hall without network, and the file at the end.
pub fn from_the_evening_before_to_the_file(page: &mut Page<'_>) {
    let now = now(page);
    let (zone, _) = zone_where_it_is(13, now);
    let talks = [
        Talk(-30, -10, "朝の話", "A"),
        Talk(-10, 30, "昼の話", "A"),
        Talk(-10, 30, "裏の話", "B"),
    ];
    page.until("return !!navigator.serviceWorker.controller");
    make_event(page, "雲会議");
    open_timetable(page);
    take_in(page, &calendar(now, &zone, &talks));
    page.click("「朝の話」に星を付ける");
    page.click("「昼の話」に星を付ける");
    is_saved(page);
    page.host().goes_off();
    opens_the_app(page);
    page.until("return document.querySelector('textarea')?.value.startsWith('### 昼の話')");
    page.has_caret();
    page.type_text("圏外で書いた");
    is_saved(page);
    page.click("戻る");
    page.click("朝の話");
    page.click("メモを書く");
    page.until("return document.querySelector('textarea')?.value.startsWith('### 朝の話')");
    page.has_caret();
    page.type_text("朝に聴いた");
    is_saved(page);
    page.eval::<()>("location.hash = location.hash.split('/memo/')[0]");
    page.sees("見出しを追加");
    let (_, file) = download(page);
    let memos = "見たセッションのメモ\n\n### 朝の話\n\n会場: A\n\n- 朝に聴いた\n\n\
                 ### 昼の話\n\n会場: A\n\n- 圏外で書いた\n\n## ";
    assert!(file.contains(memos), "{file}");
}

/// Without a programme the shortcut begins a note; with one that does not run it leads there.
pub fn the_shortcut_leads_to_what_is_on(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n");
    back_to_notes(page);
    let home: String = page.eval("return location.href.split('#')[0]");
    open_timetable(page);
    take_in(page, LINES);
    page.go(&format!("{home}?#/now"));
    page.until("return location.hash.endsWith('/timetable') && !!document.querySelector('.slot')");
}
