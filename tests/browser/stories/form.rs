//! The form of an event: what is wrong is said beside the field, and stays.

use super::steps::{
    add_section, back_to_notes, choose_day, download, is_saved, make_blank_event, make_event,
};
use crate::page::Page;

const LINK: &str = "https:// か http:// で始まるアドレスを書いてください。";
const TIME_ZONE: &str = "この名前のタイムゾーンはありません。";
const HASHTAG: &str = "ハッシュタグは空白を入れずに";
const DAYS: &str = "最終日が初日より前になっています。";
const EMOJI: &str = "絵文字をひとつだけ入れてください。";

/// Puts something else into a field, and leaves it.
fn rewrite(page: &Page<'_>, label: &str, text: &str) {
    page.type_into(label, "");
    page.press("Control+a");
    page.type_text(text);
    page.press("Tab");
}

fn focus_is_in(page: &Page<'_>, label: &str) {
    page.until(&format!(
        "const it = document.activeElement; return (it.ariaLabel ?? it.labels?.[0]?.textContent) === '{label}'"
    ));
}

pub fn a_new_event_waits_for_what_is_wrong(page: &mut Page<'_>) {
    page.click("新しいイベント");
    page.type_into("イベント名", "雲会議");
    page.type_into("ハッシュタグ", "雲 会議");
    // Not while it is typed.
    page.sees_no(HASHTAG);
    page.press("Tab");
    page.sees(HASHTAG);
    page.click("そのほかの項目");
    page.type_into("公式サイト", "event.example");
    rewrite(page, "タイムゾーン", "Asia/Kumo");
    page.sees(LINK);
    page.sees(TIME_ZONE);
    page.click("そのほかの項目");
    page.click("作成する");
    focus_is_in(page, "ハッシュタグ");
    page.holds("ハッシュタグ", "雲 会議");
    rewrite(page, "ハッシュタグ", "#雲会議");
    page.sees_no(HASHTAG);
    page.click("作成する");
    // What hid the field is open.
    focus_is_in(page, "公式サイト");
    rewrite(page, "公式サイト", "https://event.example");
    page.sees_no(LINK);
    page.click("作成する");
    focus_is_in(page, "タイムゾーン");
    rewrite(page, "タイムゾーン", "Asia/Tokyo");
    page.sees_no(TIME_ZONE);
    page.click("作成する");
    page.sees("見出しを追加");
}

pub fn an_event_that_was_begun_is_there_again(page: &mut Page<'_>) {
    page.click("新しいイベント");
    page.type_into("イベント名", "雲会議");
    page.type_into("会場", "札幌");
    choose_day(page, "初日", "2026-04-18");
    choose_day(page, "最終日", "2026-04-17");
    rewrite(page, "絵文字", "雲");
    page.click("白紙");
    page.reload();
    page.holds("イベント名", "雲会議");
    page.holds("会場", "札幌");
    // What was wrong is still there to be put right.
    page.sees(DAYS);
    page.holds("初日", "2026-04-18");
    page.sees(EMOJI);
    choose_day(page, "最終日", "2026-04-18");
    rewrite(page, "絵文字", "🦀");
    page.click("戻る");
    page.click("新しいイベント");
    page.holds("イベント名", "雲会議");
    page.click("作成する");
    page.sees("まだ見出しがありません");
    // The next one begins empty.
    page.go_home();
    page.click("新しいイベント");
    page.holds("イベント名", "");
}

pub fn nothing_wrong_is_lost_or_put_right_unseen(page: &mut Page<'_>) {
    make_event(page, "雲会議");
    page.click("イベントとレポートの設定");
    choose_day(page, "初日", "2026-04-18");
    choose_day(page, "最終日", "2026-04-17");
    page.sees(DAYS);
    page.holds("初日", "2026-04-18");
    page.holds("最終日", "2026-04-17");
    rewrite(page, "公式サイト", "event.example");
    page.sees(LINK);
    rewrite(page, "絵文字", "雲");
    page.sees(EMOJI);
    page.holds("絵文字", "雲");
    is_saved(page);
    page.reload();
    page.sees(LINK);
    page.holds("公式サイト", "event.example");
    // Both days are kept, in the order of the calendar.
    page.holds("初日", "2026-04-17");
    page.holds("最終日", "2026-04-18");
    // New headings go on with the emoji of before.
    page.holds("絵文字", "🎈");
    rewrite(page, "絵文字", "☁️");
    page.sees_no(EMOJI);
}

pub fn a_deleted_event_comes_back(page: &mut Page<'_>) {
    make_event(page, "雲会議");
    page.click("イベントとレポートの設定");
    page.click("イベントを削除");
    page.sees("「雲会議」をゴミ箱に移しました");
    page.click("元に戻す");
    page.until("return document.activeElement.textContent === '雲会議'");
    page.until(
        "return document.querySelector('p[role=status]').textContent === '「雲会議」を元に戻しました'",
    );
}

/// Next year's report is built like this year's.
pub fn an_event_starts_like_an_earlier_one(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議 2025");
    for text in [
        "## ☁️ 雲会議 2025 とは",
        "### 聞いた話",
        "## おわりに\n\nありがとう",
    ] {
        add_section(page, text);
        back_to_notes(page);
    }
    page.click("戻る");
    page.click("新しいイベント");
    page.click("「雲会議 2025」と同じ構成");
    page.type_into("イベント名", "雲会議 2026");
    // What was begun is there again, the earlier event too.
    page.reload();
    page.click("作成する");
    page.sees("☁️ 雲会議 2026 とは");
    page.sees("おわりに");
    page.sees_no("聞いた話");
    let (_, text) = download(page);
    assert_eq!(
        text,
        "# 雲会議 2026 参加レポ\n\n## ☁️ 雲会議 2026 とは\n\n## おわりに\n\nありがとう\n"
    );
}
