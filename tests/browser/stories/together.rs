//! Text and preview side by side scroll together, block by block.

use super::steps::{add_section, make_blank_event, text_of};
use crate::page::{Page, inside};

/// Forty paragraphs, of which each third is three times as high in the text and so is the code
/// in the preview.
fn long() -> String {
    let block = |n: u32| match n % 3 {
        0 => format!("段落 {n} {}\n\n", "とても長い文章です。".repeat(12)),
        1 => format!("段落 {n}\n\n"),
        _ => format!("```\n段落 {n}\n\n\n二\n```\n\n"),
    };
    (1..=40).map(block).collect()
}

/// In which paragraph the upper edge of each side is, and how far through it.
const EDGES: &str = "
    const area = document.querySelector('textarea');
    const parts = area.value.split(/(?=^段落 \\d|^```\\n段落)/m);
    const copy = document.createElement('div');
    const style = getComputedStyle(area);
    for (const name of ['fontFamily', 'fontSize', 'lineHeight', 'whiteSpace', 'overflowWrap', 'lineBreak', 'wordBreak']) {
        copy.style[name] = style[name];
    }
    Object.assign(copy.style, { position: 'fixed', visibility: 'hidden', width: `${area.clientWidth}px` });
    copy.append(...parts.map(part => Object.assign(document.createElement('div'), { textContent: part })));
    document.body.append(copy);
    const place = (boxes, edge) => {
        const at = boxes.findLastIndex(box => box.top <= edge);
        const next = boxes[at + 1]?.top ?? boxes[at].bottom;
        return at + (edge - boxes[at].top) / (next - boxes[at].top);
    };
    const offset = area.getBoundingClientRect().top + parseFloat(style.paddingTop) - copy.getBoundingClientRect().top;
    const lines = [...copy.children].map(it => it.getBoundingClientRect())
        .map(box => ({ top: box.top + offset, bottom: box.bottom + offset }));
    copy.remove();
    const blocks = [...document.querySelectorAll('.block')].map(it => it.getBoundingClientRect());
    const tools = document.querySelector('[role=toolbar]').getBoundingClientRect();
    const column = document.querySelector('.preview-column').getBoundingClientRect();
    const edges = [place(lines, tools.bottom + 16), place(blocks, column.top + 16)];";

pub fn text_and_preview_scroll_together(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 前\n\n前の段落");
    add_section(page, &format!("## 長い話\n\n{}", long()));
    let area = text_of("長い話");
    page.until("return document.querySelectorAll('.block').length === 43");
    // A scroll that is done leaves both where they belong, and nothing goes on moving.
    let together = |at_least: u32| {
        page.until(&format!(
            "{EDGES}
             const [text, preview] = edges.map((it, side) => side ? it - 2 : it);
             const same = Math.abs(text - preview) < 0.06 && text >= {at_least};
             const before = window.rested;
             window.rested = [...document.querySelectorAll('.column')].map(it => it.scrollTop).join();
             return same && before === window.rested || `${{text}} and ${{preview}}`"
        ));
    };
    page.press("Control+Home");
    page.until("return document.querySelector('.writer-column').scrollTop === 0");
    for at_least in [1, 4, 8] {
        page.turns_wheel_over(&*area, 500);
        together(at_least);
    }
    for at_least in [12, 15] {
        page.turns_wheel_over("プレビュー", 500);
        together(at_least);
    }
    page.turns_wheel_over("プレビュー", -700);
    together(6);
    // Typing leads nothing: the preview shows the block of the caret.
    page.press("Control+End");
    page.type_text("終わり");
    page.until(
        "const all = document.querySelectorAll('.block');
         const box = all[all.length - 1].getBoundingClientRect();
         return all[all.length - 1].textContent.endsWith('終わり') && box.bottom <= innerHeight",
    );
    // Beyond the open section there is nothing to follow to.
    page.click(inside("見出しの一覧", "前"));
    page.holds(text_of("前").as_str(), "## 前\n\n前の段落");
    page.turns_wheel_over("プレビュー", 2000);
    page.until("return document.querySelector('.preview-column').scrollTop > 500");
    assert_eq!(
        page.eval::<f64>("return document.querySelector('.writer-column').scrollTop"),
        0.0
    );
}
