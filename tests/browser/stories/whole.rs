//! The whole report as one text.

use serde_json::json;

use super::steps::{back_from_report, download, is_saved, make_blank_event, open_report, text_of};
use crate::engine::Size;
use crate::page::Page;
use crate::seed::{self, EVENT, section_fragment};

const FIELD: &str = "レポート全体の本文";
const TEXTS: [&str; 3] = [
    "## 一\n\n本文の一\n\n",
    "## 二\n\n本文の二\n\n",
    "## 三\n\n本文の三\n",
];

/// A report of three sections, as one text.
fn open_whole(page: &Page<'_>, texts: &[&str]) {
    seed::load(page, "雲会議", texts, &format!("#/event/{EVENT}"));
    enter_whole(page, texts);
}

/// From the notes to the whole, which holds these texts. A field has no carriage returns.
fn enter_whole(page: &Page<'_>, texts: &[&str]) {
    page.click("全体をひとつの文章で書く");
    page.holds(FIELD, &texts.concat().replace("\r\n", "\n"));
}

/// Selects these words in the text, or puts the caret behind them.
fn select(page: &Page<'_>, words: &str, behind: bool) {
    page.call::<()>(
        "const [words, behind] = arguments;
         const area = document.querySelector('textarea');
         const at = area.value.indexOf(words);
         area.focus();
         area.setSelectionRange(behind ? at + words.length : at, at + words.length);",
        &[json!(words), json!(behind)],
    );
}

fn go_to_notes(page: &Page<'_>) {
    page.eval::<()>(&format!("location.hash = '#/event/{EVENT}'"));
    page.sees("見出しを追加");
}

/// The titles in the list of sections, with the part of the address that names each.
fn outline(page: &Page<'_>) -> Vec<(String, String)> {
    page.eval(
        "return [...document.querySelectorAll('.rows .row-link')]
            .map(it => [it.textContent, it.hash.split('/').pop()])",
    )
}

fn titles(page: &Page<'_>, wanted: &[&str]) {
    page.until(&format!(
        "return [...document.querySelectorAll('.rows .row-link')]
            .map(it => it.textContent).join('|') === '{}'",
        wanted.join("|")
    ));
}

/// She writes on, gives a section another title and adds one; each is what it was, or new.
pub fn the_whole_report_is_written_as_one_text(page: &mut Page<'_>) {
    open_whole(page, &TEXTS);
    select(page, "本文の一", true);
    page.type_text("、続き");
    select(page, "## 二", true);
    page.type_text("番目");
    // A slow machine pauses in the middle of what follows: the name is taken before.
    is_saved(page);
    select(page, "本文の二\n\n", true);
    page.type_text("## 新\n足した\n\n");
    let text =
        "## 一\n\n本文の一、続き\n\n## 二番目\n\n本文の二\n\n## 新\n足した\n\n## 三\n\n本文の三\n";
    page.holds(FIELD, text);
    if page.size() == Size::Desktop {
        page.has(".writer-meta > .chip");
        page.has(".outline-find > [href$=whole][aria-current=page]");
        titles(page, &["一", "二番目", "新", "三"]);
        page.sees("足した");
    }
    is_saved(page);
    go_to_notes(page);
    titles(page, &["一", "二番目", "新", "三"]);
    let ids = outline(page);
    assert_eq!(
        [&*ids[0].1, &*ids[1].1, &*ids[3].1],
        ["s000000", "s000001", "s000002"]
    );
    assert_eq!(download(page).1, format!("# 雲会議 参加レポ\n\n{text}"));
    back_from_report(page);
    page.click("一");
    page.holds(text_of("一").as_str(), "## 一\n\n本文の一、続き");
    page.click("以前の文章");
    page.sees("本文の一");
    page.eval::<()>(&format!("location.hash = '#/event/{EVENT}/whole'"));
    page.reload();
    page.holds(FIELD, text);
}

/// The browser goes in the middle of a word: what stood in the text stands in the sections.
pub fn what_was_just_written_in_the_whole_stays(page: &mut Page<'_>) {
    open_whole(page, &TEXTS);
    select(page, "本文の二", true);
    page.type_text("あいうえお");
    page.reload();
    page.holds(
        FIELD,
        &TEXTS.concat().replace("本文の二", "本文の二あいうえお"),
    );
    select(page, "本文の三", true);
    page.type_text("かきくけこ");
    go_to_notes(page);
    page.click("三");
    page.holds(text_of("三").as_str(), "## 三\n\n本文の三かきくけこ");
}

/// A section that is cut out and pasted elsewhere is the same section there.
pub fn a_section_is_moved_in_the_whole(page: &mut Page<'_>) {
    open_whole(page, &TEXTS);
    select(page, TEXTS[0], false);
    page.press("Control+x");
    page.sees("見出しを 1 件消しました。まだゴミ箱には入れていません: 「一」");
    page.press("Control+End");
    page.press("Control+v");
    page.sees_no("まだゴミ箱には入れていません");
    page.holds(FIELD, &[TEXTS[1], TEXTS[2], TEXTS[0]].concat());
    is_saved(page);
    go_to_notes(page);
    titles(page, &["二", "三", "一"]);
    let ids = outline(page);
    assert_eq!(
        [&*ids[0].1, &*ids[1].1, &*ids[2].1],
        ["s000001", "s000002", "s000000"]
    );
}

/// What is taken out of the text is named and waits. It is put back, thrown away, taken back, or
/// goes when she leaves.
pub fn what_goes_from_the_whole_is_named_first(page: &mut Page<'_>) {
    open_whole(page, &TEXTS);
    let named = "見出しを 1 件消しました。まだゴミ箱には入れていません: 「二」";
    let without = [TEXTS[0], TEXTS[2]].concat();
    select(page, TEXTS[1], false);
    page.press("Delete");
    page.sees(named);
    page.holds(FIELD, &without);
    // Nothing has happened to it yet.
    page.reload();
    page.holds(FIELD, &TEXTS.concat());
    page.sees_no(named);

    select(page, TEXTS[1], false);
    page.press("Delete");
    page.sees(named);
    page.click("元に戻す");
    page.holds(FIELD, &TEXTS.concat());
    page.sees_no(named);
    page.press("Control+z");
    page.holds(FIELD, &without);
    page.sees(named);
    page.press("Control+z");
    page.holds(FIELD, &TEXTS.concat());
    page.sees_no(named);

    select(page, TEXTS[1], false);
    page.press("Delete");
    page.sees(named);
    page.click("ゴミ箱に入れる");
    page.sees("「二」をゴミ箱に移しました");
    page.sees_no(named);
    page.click("元に戻す");
    page.holds(FIELD, &TEXTS.concat());

    select(page, TEXTS[1], false);
    page.press("Delete");
    page.sees(named);
    go_to_notes(page);
    page.sees("「二」をゴミ箱に移しました");
    titles(page, &["一", "三"]);
    page.click("元に戻す");
    titles(page, &["一", "二", "三"]);
    assert_eq!(
        download(page).1,
        format!("# 雲会議 参加レポ\n\n{}", TEXTS.concat())
    );
}

/// A heading that is taken away joins two sections, and undo parts them again.
pub fn sections_are_joined_and_parted_in_the_whole(page: &mut Page<'_>) {
    open_whole(page, &TEXTS);
    select(page, "## 二\n\n", false);
    page.press("Delete");
    page.sees("見出しを 1 件消しました。まだゴミ箱には入れていません: 「二」");
    page.press("Control+z");
    page.holds(FIELD, &TEXTS.concat());
    page.sees_no("まだゴミ箱には入れていません");
    // Put back it stands where it was; and nothing stands twice after a reload.
    select(page, "## 二\n\n", false);
    page.press("Delete");
    page.click("元に戻す");
    page.holds(FIELD, &TEXTS.concat());
    page.sees_no("まだゴミ箱には入れていません");
    select(page, "## 二\n\n", false);
    page.press("Delete");
    page.sees("見出しを 1 件消しました。まだゴミ箱には入れていません: 「二」");
    is_saved(page);
    page.reload();
    let parted = ["## 一\n\n本文の一\n\n本文の二\n\n", "## 二\n\n", TEXTS[2]];
    page.holds(FIELD, &parted.concat());
    select(page, "本文の二\n\n## 二\n\n", false);
    page.type_text("## 二\n\n本文の二\n\n");
    page.holds(FIELD, &TEXTS.concat());
    is_saved(page);
    // A fence that is not closed yet takes nothing with it.
    select(page, "本文の一", true);
    page.type_text("\n```\n");
    page.has(".code-block");
    select(page, "本文の三", true);
    page.type_text("、終わり");
    is_saved(page);
    page.sees_no("まだゴミ箱には入れていません");
    go_to_notes(page);
    page.sees("閉じ");
    titles(page, &["一", "二", "三"]);
    let ids = outline(page);
    assert_eq!(
        [&*ids[0].1, &*ids[1].1, &*ids[2].1],
        ["s000000", "s000001", "s000002"]
    );
    page.click("三");
    page.holds(text_of("三").as_str(), "## 三\n\n本文の三、終わり");
}

/// The line ends of a file stay where nobody typed, and what was only read stays as it came.
pub fn line_ends_stay_in_the_whole(page: &mut Page<'_>) {
    let texts = [
        "## 一\r\n\r\n本文の一\r\n\r\n",
        "## 二\r\n\r\n```\r\n本文の二",
    ];
    open_whole(page, &texts);
    page.press("Control+End");
    go_to_notes(page);
    let head = "# 雲会議 参加レポ\r\n\r\n";
    assert_eq!(download(page).1, format!("{head}{}", texts.concat()));
    back_from_report(page);
    enter_whole(page, &texts);
    select(page, "本文の一", true);
    page.type_text("あ\nい");
    is_saved(page);
    go_to_notes(page);
    let changed = texts.concat().replace("本文の一", "本文の一あ\r\nい");
    assert_eq!(download(page).1, format!("{head}{changed}"));
}

/// Two tabs write one section: both texts stay, and none is taken from under the hands.
pub fn another_tab_writes_while_the_whole_is_written(page: &mut Page<'_>) {
    open_whole(page, &TEXTS);
    // The first tab is told, and does not come back to hear what it has missed.
    page.eval::<()>(
        "for (const event of ['visibilitychange', 'focus', 'pageshow'])
             addEventListener(event, it => it.stopImmediatePropagation(), true);",
    );
    page.opens_again_in_a_tab();
    page.eval::<()>(&format!("location.hash = '{}'", section_fragment(0)));
    page.type_into(text_of("一").as_str(), "、あちら");
    is_saved(page);
    page.shows_tab(0);
    // Nobody has typed here: the text of the other is shown.
    let text = TEXTS.concat().replace("本文の一", "本文の一、あちら");
    page.holds(FIELD, &text);
    select(page, "本文の二", true);
    page.type_text("、こ");
    is_saved(page);
    page.shows_tab_beside(1);
    page.eval::<()>(&format!("location.hash = '{}'", section_fragment(1)));
    page.holds(text_of("二").as_str(), "## 二\n\n本文の二、こ");
    page.type_into(text_of("二").as_str(), "、あちら");
    is_saved(page);
    // Her hands are in the first one all the while.
    page.switches_to_tab(0);
    page.holds(FIELD, &text.replace("本文の二", "本文の二、こ"));
    page.type_text("ちら");
    page.sees("別々に書かれた版が残っている見出しが 1 件あります");
    is_saved(page);
    page.click("くらべる");
    page.sees("本文の二、こちら");
    page.sees("本文の二、こ、あちら");
    page.sees_no("本文の三");
}

/// An event without sections is written from nothing.
pub fn a_report_begins_as_one_text(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    page.click("全体をひとつの文章で書く");
    page.type_into(FIELD, "前書き\n\n## 一\n\n本文");
    is_saved(page);
    page.click("戻る");
    page.sees("一");
    open_report(page);
    page.sees("前書き");
}
