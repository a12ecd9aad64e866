//! The ways to take a report away besides its file.

use super::steps::{
    add_section, back_from_report, back_to_notes, is_saved, make_blank_event, open_report,
};
use crate::page::Page;

/// A blank event with these sections, of which the report is shown.
fn report(page: &Page<'_>, texts: &[&str]) {
    make_blank_event(page, "Kumo Kaigi");
    for text in texts {
        add_section(page, text);
        is_saved(page);
        back_to_notes(page);
    }
    open_report(page);
}

/// What is pasted into the editor of note is rich text: pasted here, it is Markdown again.
pub fn rich_text_for_note_is_on_the_clipboard(page: &mut Page<'_>) {
    report(
        page,
        &[
            "## 話\n\n**太字**と[資料](https://a.example/b)\n\n#### 小\n\n- 一\n- 二\n- 🔒 ひみつ\n\n\
           > 引用\n\n```sh\nls\n```\n\n| 時刻 | 話 |\n| --- | --- |\n| 10:00 | 開会 |\n\n文[^1]\n\n[^1]: 注",
        ],
    );
    page.chooses("公開先", "note（表示は未確認）");
    page.click("コピー");
    page.sees("書式つきでコピーしました");
    page.sees("🔒 の 1 か所は入っていません");
    back_from_report(page);
    page.click("見出しを追加");
    page.until("return document.activeElement.localName === 'textarea'");
    page.press("Control+a");
    page.press("Control+v");
    page.until("return document.activeElement.value.includes('注')");
    let pasted: String = page.eval("return document.activeElement.value");
    assert_eq!(
        pasted,
        "## 話\n\n**太字**と[資料](https://a.example/b)\n\n### 小\n\n- 一\n- 二\n\n> 引用\n\n```\nls\n```\n\n\
         - 時刻: 10:00\n  話: 開会\n\n文[1]\n\n---\n\n[1] 注"
    );
}
