//! The preview: what it shows, and that it touches only what changed.

use super::steps::{add_section, back_to_notes, make_blank_event, open_report};
use crate::page::Page;

pub fn shows_what_markdown_means(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(
        page,
        "## 話\n\n一行目\n二行目 **太字** `code` ~~消す~~ https://example.com/a。\n\n\
         - [x] 済み\n- [ ] まだ\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n\n\
         > [!WARNING]\n> 気をつける\n\n![写真](https://example.com/p.jpg)\n\n<b>生</b>\n\n```rust\nfn main() {}\n```\n\n本文[^1]\n\n[^1]: 脚注の文\n",
    );
    back_to_notes(page);
    open_report(page);
    page.until("return document.querySelectorAll('.markdown .notes li').length === 1");
    let shape: Vec<String> = page.eval(
        "const count = selector => `${selector} ${document.querySelectorAll('.markdown ' + selector).length}`;
         return ['h2', 'p br', 'strong', 'del', 'input[type=checkbox]', 'input:checked', 'td', '.alert.warning',
             'pre code.language-rust', 'img', 'b', 'a.picture', 'sup a', '.notes li'].map(count)",
    );
    assert_eq!(
        shape,
        [
            "h2 1",
            "p br 1",
            "strong 1",
            "del 1",
            "input[type=checkbox] 2",
            "input:checked 1",
            "td 2",
            ".alert.warning 1",
            "pre code.language-rust 1",
            "img 0",
            "b 0",
            "a.picture 1",
            "sup a 1",
            ".notes li 1",
        ]
    );
    let links: Vec<String> =
        page.eval("return [...document.querySelectorAll('.block a[target]')].map(it => it.href)");
    assert_eq!(
        links,
        ["https://example.com/a", "https://example.com/p.jpg"]
    );
    // What scrolls by itself can be reached and has a name.
    let scrollers: Vec<String> = page.eval(
        "return [...document.querySelectorAll('.markdown *')]
             .filter(it => getComputedStyle(it).overflowX === 'auto')
             .map(it => [it.tabIndex, it.getAttribute('role'), it.ariaLabel].join(' '))",
    );
    assert_eq!(scrollers, ["0 group 表", "0 group コードブロック"]);
    page.sees("警告");
    page.sees("<b>生</b>");
    page.sees("雲会議 参加レポ");
}

pub fn a_key_touches_only_its_block(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 甲\n\n最初の段落\n\n二つ目の段落\n\n- 項目");
    add_section(page, "## 乙\n\n本文");
    page.until("return document.querySelector('.markdown').textContent.includes('本文')");
    page.click("甲");
    page.until("return document.activeElement.value?.startsWith('## 甲')");
    page.eval::<()>(
        "window.held = [...document.querySelectorAll('.markdown .block')];
         window.touched = new Set();
         new MutationObserver(all => all.forEach(({ target }) => {
             window.touched.add(window.held.findIndex(block => block.contains(target)));
         })).observe(document.querySelector('.markdown'), {
             childList: true, characterData: true, attributes: true, subtree: true,
         });",
    );
    page.type_text("が増える");
    page.until("return document.querySelector('.markdown').textContent.includes('項目が増える')");
    let kept: Vec<bool> = page.eval("return window.held.map(node => node.isConnected)");
    assert_eq!(kept, [true; 6]);
    let touched: Vec<i32> = page.eval("return [...window.touched]");
    assert_eq!(touched, [3]);
    let text: String = page.eval("return window.held[1].textContent");
    assert_eq!(text, "最初の段落");
}

pub fn a_long_report_stays_in_order(page: &mut Page<'_>) {
    let titles: Vec<String> = (1..=20).map(|n| format!("話 {n}")).collect();
    let text: String = titles
        .iter()
        .map(|title| format!("## {title}\n\n"))
        .collect();
    make_blank_event(page, "雲会議");
    add_section(page, &text);
    // Leaving it makes twenty sections of it.
    page.click("見出しを追加");
    let shows = |titles: &[String]| {
        page.until(&format!(
            "return [...document.querySelectorAll('.markdown h2')].map(it => it.textContent).slice(0, -1).join() === '{}'",
            titles.join(",")
        ));
    };
    shows(&titles);
    page.eval::<()>("window.held = [...document.querySelectorAll('.markdown h2')]");
    page.click("「話 1」の操作");
    page.click("削除");
    shows(&titles[1..]);
    page.click("元に戻す");
    shows(&titles);
    let kept: Vec<bool> = page.eval("return window.held.map(node => node.isConnected)");
    assert_eq!(kept.iter().filter(|kept| !**kept).count(), 1);
}

pub fn a_definition_reaches_other_sections(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 甲\n\n[資料][slides] と注[^a]");
    add_section(page, "## 乙\n\n注[^a]\n\n[^a]: 乙の注");
    add_section(
        page,
        "## 丙\n\n[slides]: https://example.com/one\n\n[^a]: 丙の注",
    );
    let href = "return document.querySelector('.block a[target]')?.href";
    page.until(&format!("{href} === 'https://example.com/one'"));
    // Equal labels do not collide: 甲 has none of its own and takes the first
    // one of the report.
    let notes = "return [...document.querySelectorAll('.notes li')].map(it => it.firstElementChild.textContent)";
    page.until(&format!(
        "{}; return all.join() === '乙の注'",
        notes.replace("return", "const all =")
    ));
    page.press("Control+Home");
    page.press("ArrowDown");
    page.press("ArrowDown");
    page.press("End");
    page.type_text("!");
    page.until(&format!("{href} === 'https://example.com/one!'"));
    page.click("乙");
    page.until("return document.activeElement.value?.startsWith('## 乙')");
    page.press("Control+a");
    page.paste("## 乙\n\n注[^b]\n\n[^b]: 乙の注");
    page.until(&format!(
        "{}; return all.join() === '丙の注,乙の注'",
        notes.replace("return", "const all =")
    ));
    let numbers: Vec<String> =
        page.eval("return [...document.querySelectorAll('.block sup')].map(it => it.textContent)");
    assert_eq!(numbers, ["1", "2"]);
}

/// What is private is not shown, nor what stands in the sections beneath it.
pub fn a_private_heading_hides_what_is_beneath_it(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 甲\n\n- 公開\n- 🔒 甲の秘密");
    add_section(page, "### 乙\n\n乙の文");
    add_section(page, "## 丙\n\n丙の文");
    let shown = |words: &str| {
        page.until(&format!(
            "return [...document.querySelectorAll('.markdown .block')]
                 .map(it => it.textContent.trim()).filter(Boolean).join() === '{words}'"
        ));
    };
    shown("甲,公開,乙,乙の文,丙,丙の文");
    page.click("甲");
    page.until("return document.activeElement.value?.startsWith('## 甲')");
    page.press("Control+Home");
    for _ in 0..3 {
        page.press("ArrowRight");
    }
    page.type_text("🔒 ");
    shown("丙,丙の文");
    page.press("Backspace");
    page.press("Backspace");
    shown("甲,公開,乙,乙の文,丙,丙の文");
}

pub fn follows_the_caret(page: &mut Page<'_>) {
    let long: String = (1..=120).map(|n| format!("段落 {n}\n\n")).collect();
    make_blank_event(page, "雲会議");
    add_section(page, &format!("## 長い話\n\n{long}"));
    let visible = |text: &str| {
        format!(
            "const block = [...document.querySelectorAll('.markdown .block')].find(it => it.textContent.trim() === '{text}');
             const box = block?.getBoundingClientRect();
             return !!box && box.top >= 0 && box.bottom <= innerHeight"
        )
    };
    page.until(&visible("段落 120"));
    page.press("Control+Home");
    page.until(&visible("長い話"));
}

pub fn what_is_wide_scrolls_and_the_page_does_not(page: &mut Page<'_>) {
    let cells = "| とても幅の広い表のひとつの欄 ".repeat(12);
    let text = format!(
        "## 話\n\n{cells}|\n{}|\n{cells}|\n\n{}\n\nhttps://example.com/{}\n\n```\n{}\n```\n\n- [ ] {}\n  - 深い\n    - `{}`\n\n## {}",
        "| --- ".repeat(12),
        "無".repeat(300),
        "a".repeat(300),
        "b".repeat(300),
        "c".repeat(300),
        "d".repeat(300),
        "e".repeat(300),
    );
    make_blank_event(page, "雲会議");
    add_section(page, &text);
    back_to_notes(page);
    open_report(page);
    page.until("return document.querySelectorAll('.markdown h2').length === 2");
    // The narrowest phone too.
    for width in ["100%", "320px"] {
        page.eval::<()>(&format!("document.documentElement.style.width = '{width}'"));
        let wider: Vec<String> = page.eval(
            "const wide = document.documentElement.getBoundingClientRect().right;
             return [document.scrollingElement.scrollWidth <= innerWidth ? '' : 'page',
                 ...[...document.querySelectorAll('.markdown :not(pre *, .table-scroller *)')]
                     .filter(it => it.getBoundingClientRect().right > wide).map(it => it.className || it.localName)]
                 .filter(Boolean)",
        );
        assert_eq!(wider, [""; 0], "{width}");
        let scrolls: Vec<bool> = page.eval(
            "return [...document.querySelectorAll('.table-scroller, pre')].map(it => it.scrollWidth > it.clientWidth)",
        );
        assert_eq!(scrolls, [true, true], "{width}");
    }
}
