//! Texts of a size that nobody planned for: typing goes on, and the preview says what it leaves.

use serde_json::json;

use super::steps::{break_host, is_saved};
use crate::broken::DRAWING_NEVER_ENDS;
use crate::page::{Page, inside};
use crate::seed::{self, section_fragment};

/// What the mark of a drawing under way ends with.
const MARK: &str = "setting/drawing";

/// A section with this text, and a small one.
fn open(page: &Page<'_>, text: &str) {
    let text = format!("## 大\n\n{text}\n");
    let small = "## 小\n\n本文\n";
    seed::load(page, "雲会議", &[&text, small], &section_fragment(0));
    page.until("return document.querySelector('textarea')?.value.startsWith('## 大')");
}

/// Types at the end of the text, and is told that it is kept.
fn write_at_the_end(page: &Page<'_>, words: &str) {
    page.has("textarea");
    page.call::<()>(
        "const area = document.querySelector('textarea');
         area.focus();
         area.setSelectionRange(area.value.length, area.value.length);",
        &[],
    );
    page.type_text(words);
    ends_with(page, words);
    is_saved(page);
}

fn ends_with(page: &Page<'_>, words: &str) {
    page.until(&format!(
        "return document.querySelector('textarea')?.value.endsWith({})",
        json!(words)
    ));
}

fn is_kept(page: &Page<'_>, words: &str) {
    page.reload();
    ends_with(page, words);
}

pub fn a_table_of_a_million_cells_is_typed_in(page: &mut Page<'_>) {
    let row = format!("|{}\n", "a|".repeat(1000));
    let rule = format!("|{}\n", "-|".repeat(1000));
    open(page, &format!("{row}{rule}{}", row.repeat(998)));
    // What is slow differs between machines; here it is slow on all of them.
    page.eval::<()>(
        "const now = performance.now.bind(performance);
         performance.now = () => 4 * now();",
    );
    // The first key is drawn, and shows how long that takes.
    write_at_the_end(page, "あい");
    page.sees("プレビューの更新を止めています");
    // What is left out is told.
    page.sees("大きすぎるため、続きの表示を省いています");
    write_at_the_end(page, "う");
    page.click("いま表示する");
    page.sees_no("プレビューの更新を止めています");
    // What is slow in one section holds up no other.
    page.click(inside("見出しの一覧", "小"));
    ends_with(page, "本文");
    write_at_the_end(page, "の続き");
    page.sees("本文の続き");
    page.sees_no("プレビューの更新を止めています");
    page.click(inside("見出しの一覧", "大"));
    ends_with(page, "あいう");
    is_kept(page, "あいう");
}

/// A long section is laid out in parts: whatever is put in or taken out, they hold all of it in
/// order, and none holds much.
pub fn a_long_section_keeps_its_order(page: &mut Page<'_>) {
    let lines = |from: u32, to: u32| {
        (from..to)
            .map(|n| format!("段落{n}。\n\n"))
            .collect::<String>()
    };
    open(page, &lines(0, 300));
    is_drawn(page);
    let put = |at: &str, words: &str| {
        page.call::<()>(
            "const [at, words] = arguments;
             const area = document.querySelector('textarea');
             const index = area.value.indexOf(at);
             area.focus();
             area.setSelectionRange(index, index + (words ? 0 : at.length));",
            &[json!(at), json!(words)],
        );
        match words {
            "" => page.press("Delete"),
            words => page.paste(words),
        }
        is_drawn(page);
    };
    put("段落150。", &lines(1000, 1200));
    put("段落0。", &lines(2000, 2003));
    put("段落64。", "中ほど。\n\n");
    // From the middle of one part to that of another, and a whole one.
    put(&lines(1010, 1190), "");
    put(&lines(200, 290), "");
    put(&lines(2000, 2003), "");
    let held: bool = page.eval(
        "const held = window.held;
         return held.isConnected && held.textContent === '段落299。'",
    );
    assert!(held, "a block that no change touched was drawn anew");
}

/// Waits until the preview shows every paragraph of the text.
fn is_drawn(page: &Page<'_>) {
    page.until(
        "const blocks = [...document.querySelectorAll('.preview-section:first-child .block')];
         window.held ??= blocks.at(-1);
         const texts = blocks.map(it => it.textContent);
         const wanted = document.querySelector('textarea').value.replace('## ', '').split('\\n\\n');
         const parts = [...document.querySelectorAll('.leaf')].map(it => it.childElementCount);
         return texts.join() === wanted.filter(it => it).join() && parts.length > 1 && Math.max(...parts) <= 64 && Math.min(...parts) > 0",
    );
}

pub fn a_list_of_five_hundred_levels_is_typed_in(page: &mut Page<'_>) {
    let item = |level: usize| format!("{}- 段{level}\n", "  ".repeat(level));
    open(page, &(0..500).map(item).collect::<String>());
    write_at_the_end(page, "段500");
    page.sees("段499段500");
    is_kept(page, "段500");
}

pub fn a_line_of_two_megabytes_is_typed_in(page: &mut Page<'_>) {
    open(page, &"word ".repeat(2 * 1024 * 1024 / 5));
    write_at_the_end(page, "end");
    is_kept(page, "end");
    page.sees("およそ");
}

pub fn two_thousand_sections_are_written_in(page: &mut Page<'_>) {
    let texts: Vec<String> = (1..=2000)
        .map(|n| format!("## 話 {n}\n\n本文 {n}\n\n"))
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    seed::load(page, "雲会議", &texts, &section_fragment(1999));
    write_at_the_end(page, "の続き");
    page.until(
        "return document.querySelector('.markdown').textContent.includes('本文 2000の続き')",
    );
    let shown: usize = page.eval("return document.querySelectorAll('.markdown h2').length");
    assert_eq!(shown, 2000);
    page.click(inside("見出しの一覧", "話 1000"));
    ends_with(page, "本文 1000");
    is_kept(page, "本文 1000");
}

pub fn a_preview_that_hung_waits_to_be_asked(page: &mut Page<'_>) {
    let text = "とても長い話。\n\n".repeat(10_000);
    open(page, &text);
    page.until("return document.querySelectorAll('.markdown .block').length === 10003");
    // A drawing that came to its end leaves no mark.
    let mark = format!("return Object.keys(localStorage).some(key => key.endsWith('{MARK}'))");
    page.until(&mark.replace("return ", "return !"));
    break_host(page, DRAWING_NEVER_ENDS);
    page.until("return document.querySelectorAll('.markdown .block').length === 10003");
    page.until(&mark);
    page.reload();
    page.sees("画面が止まりました");
    let drawn: usize = page.eval("return document.querySelectorAll('.markdown .block').length");
    assert_eq!(drawn, 0);
    write_at_the_end(page, "続き");
    page.click("いま表示する");
    page.sees("とても長い話。続き");
    page.sees_no("画面が止まりました");
}
