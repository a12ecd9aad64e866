//! Text and preview side by side scroll together, block by block.

use super::steps::{add_section, make_blank_event, text_of};
use crate::page::Page;

/// Forty paragraphs, of which each third is three times as high in the text and so is the code
/// in the preview.
fn long() -> String {
    let block = |n: u32| match n % 3 {
        0 => format!("段落 {n} {}\n\n", "とても長い文章です。".repeat(12)),
        1 => format!("段落 {n}\n\n"),
        _ => format!("```\nコード {n}\n\n\n二\n```\n\n"),
    };
    (1..=40).map(block).collect()
}

/// In which paragraph the upper edge of each side is, and how far through it.
const EDGES: &str = "
    const area = document.querySelector('textarea');
    const parts = area.value.split(/(?=^段落|^```\\nコード)/m);
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
        if (at < 0) return 0;
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
    // Two of the section before it.
    const edges = [place(lines, tools.bottom + 16), place(blocks, column.top + 16) - 2];";

pub fn text_and_preview_scroll_together(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 前\n\n前の段落");
    let next = "次の段落\n\n".repeat(30);
    add_section(page, &format!("## 次\n\n{next}#### 遠く\n\n{next}"));
    page.click("前");
    page.has_caret();
    page.click("「前」の操作");
    page.click("この下にメモを追加");
    page.has_caret();
    page.press("Control+a");
    page.paste(&format!("### 長い話\n\n{}[遠くへ](#遠く)", long()));
    let area = text_of("長い話");
    page.until("return document.querySelectorAll('.block').length === 106");
    // A turn of the wheel moves both, up or down, to the same place, and nothing goes on moving.
    let turn = |over: &str, by: i64| {
        page.eval::<()>(&format!("{EDGES} window.before = edges[0]"));
        page.turns_wheel_over(over, by);
        page.until(&format!(
            "{EDGES}
             const [text, preview] = edges;
             const same = Math.abs(text - preview) < 0.06 && (text - window.before) * {by} > 0;
             const rested = window.rested;
             window.rested = [...document.querySelectorAll('.column')].map(it => it.scrollTop).join();
             return same && rested === window.rested || `${{text}} and ${{preview}}, from ${{window.before}}`"
        ));
    };
    turn(&area, -100_000);
    for by in [600, 600, 600] {
        turn(&area, by);
    }
    for by in [600, 600, -500] {
        turn("プレビュー", by);
    }
    turn(&area, -400);
    // Typing leads nothing: the preview shows the block of the caret.
    page.press("Control+End");
    page.type_text("。以上");
    page.until(
        "const block = [...document.querySelectorAll('.block')].find(it => it.textContent.endsWith('以上'));
         const box = block?.getBoundingClientRect();
         return !!box && box.top >= 0 && box.bottom <= innerHeight",
    );
    // Beyond the open section there is nothing to follow to.
    turn("プレビュー", -300);
    let before: f64 = page.eval("return document.querySelector('.writer-column').scrollTop");
    page.eval::<()>("document.querySelector('.block a').focus({ preventScroll: true })");
    page.press("Enter");
    page.until("return document.activeElement.textContent === '遠く'");
    // A frame for what would follow, and one for what that would do.
    page.eval::<()>("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))");
    let after: f64 = page.eval("return document.querySelector('.writer-column').scrollTop");
    assert!(before > 0.0 && after == before, "{before} became {after}");
}
