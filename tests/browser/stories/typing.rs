//! The text under the fingers: lists, shortcuts, undo, input methods.

use super::steps::{add_section, back_to_notes, download, make_blank_event, text_of};
use crate::engine::{Engine, Size};
use crate::page::Page;

pub const FIELD: &str = "「話」の本文";

/// A blank event with one section, its caret at the end.
pub fn open_section(page: &Page<'_>, text: &str) {
    make_blank_event(page, "雲会議");
    add_section(page, text);
    page.holds(FIELD, text);
}

pub fn lists_go_on_and_end(page: &mut Page<'_>) {
    open_section(page, "## 話");
    page.type_text("\n\n- 一つ目\n二つ目\n\n終わり");
    page.holds(FIELD, "## 話\n\n- 一つ目\n- 二つ目\n\n終わり");
    page.type_text("\n- [ ] 買う\n売る");
    page.holds(
        FIELD,
        "## 話\n\n- 一つ目\n- 二つ目\n\n終わり\n- [ ] 買う\n- [ ] 売る",
    );
    page.type_text("\n\n9. 九\n十");
    page.holds(
        FIELD,
        "## 話\n\n- 一つ目\n- 二つ目\n\n終わり\n- [ ] 買う\n- [ ] 売る\n\n9. 九\n10. 十",
    );
}

pub fn undo_goes_through_typing_and_commands(page: &mut Page<'_>) {
    open_section(page, "## 話\n\n");
    page.type_text("ab");
    page.press("Shift+Home");
    page.press("Control+b");
    page.holds(FIELD, "## 話\n\n**ab**");
    page.press("ArrowRight");
    page.press("End");
    page.type_text("c");
    page.holds(FIELD, "## 話\n\n**ab**c");
    for _ in 0..3 {
        page.click("取り消す");
    }
    let undone = page.value_of(FIELD);
    assert!(undone.len() < "## 話\n\n**ab**".len(), "{undone:?}");
    for _ in 0..3 {
        page.click("やり直す");
    }
    page.holds(FIELD, "## 話\n\n**ab**c");
}

pub fn one_undo_takes_back_what_was_typed_at_one_go(page: &mut Page<'_>) {
    open_section(page, "## 話\n\n**前** の文章\n\n");
    page.type_text("hello brave");
    page.holds(FIELD, "## 話\n\n**前** の文章\n\nhello brave");
    page.press("Control+z");
    page.holds(FIELD, "## 話\n\n**前** の文章\n\n");
    page.press("Control+Shift+z");
    page.holds(FIELD, "## 話\n\n**前** の文章\n\nhello brave");
}

/// Who looks something up elsewhere comes back to the line that was begun.
pub fn lines_that_were_begun_stay_while_the_focus_is_elsewhere(page: &mut Page<'_>) {
    open_section(page, "## 話");
    page.type_text("\n\n");
    page.eval::<()>("document.activeElement.blur()");
    page.holds(FIELD, "## 話\n\n");
    page.eval::<()>("document.querySelector('textarea').focus()");
    page.type_text("本文\n");
    page.opens_again_in_a_tab();
    page.sees("本文");
    page.shows_tab(0);
    page.type_text("続き");
    page.holds(FIELD, "## 話\n\n本文\n続き");
}

/// A tap on a section in which nothing stands yet means the text, not the heading.
pub fn an_empty_section_is_written_below_its_heading(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話");
    back_to_notes(page);
    add_section(page, "## 次の話");
    back_to_notes(page);
    page.click("話");
    page.has_caret();
    page.type_text("本文");
    page.holds(FIELD, "## 話\n\n本文");
    back_to_notes(page);
    let (_, text) = download(page);
    assert_eq!(text, "# 雲会議 参加レポ\n\n## 話\n\n本文\n\n## 次の話\n");
}

/// Each section has its own undo.
pub fn undo_stays_in_its_section(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 一");
    add_section(page, "## 二");
    for (title, text) in [("一", "## 一\n\n"), ("二", "## 二\n\n")] {
        page.click(title);
        page.has_caret();
        page.holds(text_of(title).as_str(), text);
        page.press("Control+Home");
        page.press("End");
        page.type_text("つ");
    }
    page.click("一つ");
    page.holds(text_of("一つ").as_str(), "## 一つ\n\n");
    page.has_caret();
    for keys in [
        "Control+z",
        "Control+z",
        "Control+Shift+z",
        "Control+Shift+z",
        "Control+Shift+z",
    ] {
        page.press(keys);
    }
    page.click("二つ");
    page.holds(text_of("二つ").as_str(), "## 二つ\n\n");
    page.click("一つ");
    page.holds(text_of("一つ").as_str(), "## 一つ\n\n");
}

pub fn an_input_method_is_left_alone(page: &mut Page<'_>) {
    open_section(page, "## 話\n\n- 一つ目");
    page.type_text("\n");
    page.holds(FIELD, "## 話\n\n- 一つ目\n- ");
    page.compose(&["に", "にほん", "日本"]);
    page.holds(FIELD, "## 話\n\n- 一つ目\n- 日本");
    // In every engine the orders of the others too: Safari's Enter comes after
    // the composition has ended, with 229 and without `isComposing`.
    page.compose_as_recorded(&["ご", "語"], true);
    page.holds(FIELD, "## 話\n\n- 一つ目\n- 日本語");
    page.compose_as_recorded(&["だ", "だよ"], false);
    page.holds(FIELD, "## 話\n\n- 一つ目\n- 日本語だよ");
    page.type_text("\n次");
    page.holds(FIELD, "## 話\n\n- 一つ目\n- 日本語だよ\n- 次");
    back_to_notes(page);
    let (_, text) = download(page);
    assert!(
        text.ends_with("## 話\n\n- 一つ目\n- 日本語だよ\n- 次\n"),
        "{text:?}"
    );
}

pub fn a_composition_under_way_is_not_disturbed(page: &mut Page<'_>) {
    open_section(page, "## 話\n\n- 一つ目");
    if page.engine() != Engine::Chromium {
        // Only Chromium's driver can leave a real composition open.
        return;
    }
    let show = serde_json::json!({ "text": "にほん", "selectionStart": 3, "selectionEnd": 3 });
    page.devtools("Input.imeSetComposition", show);
    page.holds(FIELD, "## 話\n\n- 一つ目にほん");
    // What was composed so far is drawn and kept, and the composition goes on.
    if page.size() == Size::Desktop {
        page.until(
            "return document.querySelector('.markdown').textContent.includes('一つ目にほん')",
        );
    }
    page.devtools("Input.insertText", serde_json::json!({ "text": "日本" }));
    page.holds(FIELD, "## 話\n\n- 一つ目日本");
}

pub fn a_new_heading_splits_the_section(page: &mut Page<'_>) {
    open_section(page, "## 話\n\n本文");
    page.type_text("\n\n## 次の話\n\n続き");
    back_to_notes(page);
    if page.size() == Size::Desktop {
        page.click("見出しを追加");
    }
    page.sees("見出しごとに 2 個に分けました");
    page.click("次の話");
    page.holds(text_of("次の話").as_str(), "## 次の話\n\n続き");
    page.type_text("です");
    back_to_notes(page);
    let (_, text) = download(page);
    assert!(
        text.contains("## 話\n\n本文\n\n## 次の話\n\n続きです\n"),
        "{text:?}"
    );
}

pub fn an_open_code_block_is_closed(page: &mut Page<'_>) {
    open_section(page, "## 話\n\n```rust\nfn main() {}");
    if page.size() == Size::Desktop {
        page.click("見出しを追加");
    } else {
        back_to_notes(page);
    }
    page.sees("閉じていないコードや囲みを閉じました");
    page.click("話");
    page.holds(FIELD, "## 話\n\n```rust\nfn main() {}\n```");
}
