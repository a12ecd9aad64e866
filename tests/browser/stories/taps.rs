//! What a tap in the preview does, and the keys that do the same.

use serde_json::json;

use super::steps::{add_section, back_to_notes, make_blank_event, open_report, text_of};
use crate::browser::Pointing::To;
use crate::engine::{Engine, Size};
use crate::page::{Page, words};

/// Where the focus is, by what a screen reader says.
fn has_focus(page: &Page<'_>, name: &str) {
    page.until(&format!(
        "const it = document.activeElement;
         return (it.ariaLabel ?? it.textContent) === '{name}'"
    ));
}

/// Safari's engine passes over links unless Option is held, as Safari does.
fn tab(page: &Page<'_>) {
    page.press(match page.engine() {
        Engine::WebKit => "Alt+Tab",
        _ => "Tab",
    });
}

/// The text of the section `title`, which is opened for it on a phone.
fn section_holds(page: &Page<'_>, title: &str, text: &str) {
    if page.size() == Size::Phone {
        page.click("メモ");
        page.click(title);
    }
    page.holds(text_of(title).as_str(), text);
    back_to_notes(page);
}

pub fn a_task_is_checked_where_it_is_written(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(
        page,
        "## 甲\n\n- [ ] 売る\n\n注[^1]\n\n[^1]: 注の文\n\n    - [ ] 調べる",
    );
    back_to_notes(page);
    add_section(page, "## 乙\n\n- 😀\n- [ ] **水** を買う\n  - [x] 飲む");
    back_to_notes(page);
    open_report(page);
    page.until("return document.querySelectorAll('.markdown input').length === 4");
    page.click("水 を買う");
    page.until("return document.querySelectorAll('.block input:checked').length === 2");
    // The box has the focus, and the space bar does the same. Chromium lets go of a key that is
    // down when something is laid out anew under the pointer, so that is elsewhere.
    page.points(&[To(1, 1)]);
    has_focus(page, "水 を買う");
    // The preview has followed the text.
    page.until("return document.activeElement.hasAttribute('checked')");
    page.press("Space");
    page.until("return document.querySelectorAll('.block input:checked').length === 1");
    has_focus(page, "水 を買う");
    // What the text has become is drawn, and in view.
    page.until("return !document.activeElement.hasAttribute('checked')");
    page.click("飲む");
    page.until("return !document.querySelector('.block input:checked')");
    if page.size() == Size::Desktop {
        // It went through the text area, where undo goes through it.
        let area = text_of("乙");
        page.holds(&*area, "## 乙\n\n- 😀\n- [ ] **水** を買う\n  - [ ] 飲む");
        page.eval::<()>("document.querySelector('textarea').focus()");
        page.press("Control+z");
        page.holds(&*area, "## 乙\n\n- 😀\n- [ ] **水** を買う\n  - [x] 飲む");
        page.press("Control+z");
        page.holds(&*area, "## 乙\n\n- 😀\n- [x] **水** を買う\n  - [x] 飲む");
        page.until("return document.querySelectorAll('.block input:checked').length === 2");
    }
    // Of a section that is not open, and of a footnote.
    page.click("売る");
    has_focus(page, "売る");
    page.click("調べる");
    page.until("return document.querySelectorAll('.notes input:checked').length === 1");
    has_focus(page, "調べる");
    if page.size() == Size::Desktop {
        page.click("甲");
    }
    section_holds(
        page,
        "甲",
        "## 甲\n\n- [x] 売る\n\n注[^1]\n\n[^1]: 注の文\n\n    - [x] 調べる",
    );
}

/// Where drawing is slow it waits until the hands rest, and by then the text may be again what it
/// was when last drawn.
pub fn a_box_follows_the_text_also_when_drawing_is_slow(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n- [ ] 水");
    page.until("return document.querySelectorAll('.markdown input').length === 1");
    page.eval::<()>("let now = performance.now(); performance.now = () => now += 50");
    page.click("水");
    page.until("return document.querySelector('.markdown input').matches(':checked[checked]')");
    page.eval::<()>(
        "document.querySelector('.markdown input').click();
         document.querySelector('textarea').focus();
         document.execCommand('undo');",
    );
    page.holds(&*text_of("話"), "## 話\n\n- [x] 水");
    page.until("return document.querySelector('.markdown input').checked");
}

pub fn a_thumb_finds_the_box_of_a_task(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n- [ ] 一\n- [ ] 二\n- [ ] 三");
    back_to_notes(page);
    open_report(page);
    page.until("return document.querySelectorAll('.markdown input').length === 3");
    // How many pixels below each other, and beside each other, lead to the box.
    // WCAG 2.2, 2.5.5 and 2.5.8, less a pixel that is cut.
    page.until(
        "const boxes = [...document.querySelectorAll('.markdown input')];
         const reach = (it, x, y) => {
             const box = it.getBoundingClientRect();
             const [left, top] = [box.x + box.width / 2, box.y + box.height / 2];
             const all = [...Array(61).keys()].map(at => at - 30);
             return all.filter(at => document.elementFromPoint(left + at * x, top + at * y) === it).length;
         };
         const least = Math.min(...boxes.flatMap(it => [reach(it, 1, 0), reach(it, 0, 1)]));
         return least >= (matchMedia('(pointer: coarse)').matches ? 43 : 24) || `${least} pixels`",
    );
    let coarse: bool = page.eval("return matchMedia('(pointer: coarse)').matches");
    assert_eq!(coarse, page.engine() == Engine::Chromium);
}

/// The caret stands before this, and its line is in view.
fn has_caret_before(page: &Page<'_>, text: &str) {
    page.until(&format!(
        "const area = document.activeElement;
         if (area.localName !== 'textarea' || area.selectionStart !== area.selectionEnd) return 'no caret';
         if (!area.value.slice(area.selectionStart).startsWith({})) return area.value.slice(area.selectionStart, 20);
         const style = getComputedStyle(area);
         // None of its lines is wrapped, and they are as high as those of any other text.
         const lines = document.createElement('div');
         lines.style.cssText = `position: fixed; white-space: pre; font: ${{style.font}}`;
         lines.textContent = area.value.slice(0, area.selectionStart) + '.';
         document.body.append(lines);
         const bottom = area.getBoundingClientRect().top + parseFloat(style.paddingTop) + lines.offsetHeight;
         lines.remove();
         const column = area.closest('.column')?.getBoundingClientRect() ?? {{ top: 0, bottom: innerHeight }};
         return bottom > column.top && bottom <= column.bottom || `the line ends at ${{bottom}}`",
        json!(text)
    ));
}

pub fn a_tap_on_a_block_leads_to_where_it_is_written(page: &mut Page<'_>) {
    let long: String = (1..=60).map(|n| format!("段落 {n}\n\n")).collect();
    make_blank_event(page, "雲会議");
    add_section(
        page,
        &format!("## 甲\n\n{long}- 一つ目\n  - 😀 二つ目\n- 三つ目"),
    );
    back_to_notes(page);
    add_section(page, "## 乙\n\n[甲へ](#甲)[^1]\n\n> 引用\n\n[^1]: 注の文");
    back_to_notes(page);
    let tap = |name: &str, text: &str| {
        open_report(page);
        page.until("return document.querySelectorAll('.notes li').length === 1");
        page.click(words(name));
        has_caret_before(page, text);
        back_to_notes(page);
    };
    tap("段落 7", "段落 7\n");
    tap("段落 55", "段落 55\n");
    tap("😀 二つ目", "😀 二つ目\n");
    tap("乙", "乙\n\n[甲へ]");
    tap("甲", "甲\n\n段落 1\n");
    tap("引用", "引用\n");
    tap("三つ目", "三つ目");
    tap("注の文", "[^1]: ");
    // Selecting a text and leaving it again is no tap, and what leads elsewhere is none on its block.
    open_report(page);
    page.until("return document.querySelectorAll('.notes li').length === 1");
    let address: String = page.eval("return location.href");
    if page.size() == Size::Desktop {
        page.selects(words("段落 3"));
        page.until("return getSelection().toString().includes('段落')");
        page.click(words("段落 2"));
    }
    page.click("甲へ");
    assert_eq!(page.eval::<String>("return location.href"), address);
    assert!(!page.eval::<bool>("return document.activeElement.localName === 'textarea'"));
}

pub fn links_in_the_report_lead_and_come_back(page: &mut Page<'_>) {
    let long = "段落\n\n".repeat(40);
    make_blank_event(page, "雲会議");
    add_section(
        page,
        &format!(
            "## 甲\n\n[乙へ](#乙-1) と注[^1]\n\n{long}また[^1] [次](#甲)\n\n[^1]: 注の文\n\n## 乙\n\n## 乙\n\n本文と [終わり](#甲)"
        ),
    );
    back_to_notes(page);
    open_report(page);
    page.until("return document.querySelectorAll('.notes li').length === 1");
    let before: (String, u32) = page.eval("return [location.href, history.length]");
    let in_view = |what: &str| {
        page.until(&format!(
            "const it = document.activeElement, box = it.getBoundingClientRect();
             return {what} && box.top >= 0 && box.bottom <= innerHeight || `${{it.outerHTML}} at ${{box.top}}`"
        ));
    };
    // Of two equal headings the second; the Tab key goes on from there.
    page.click("乙へ");
    in_view("it.localName === 'h2' && it === [...document.querySelectorAll('h2')].at(-1)");
    tab(page);
    has_focus(page, "終わり");
    page.press("Enter");
    in_view("it.textContent === '甲'");
    // From each of two references to the note, and back to that one.
    for index in [1, 0] {
        page.eval::<()>(&format!(
            "document.querySelectorAll('.block .note-link')[{index}].focus()"
        ));
        page.press("Enter");
        in_view("it.localName === 'li' && it.textContent.startsWith('注の文')");
        page.click("本文に戻る");
        in_view(&format!(
            "it === document.querySelectorAll('.block .note-link')[{index}]"
        ));
    }
    let after: (String, u32) = page.eval("return [location.href, history.length]");
    assert_eq!(after, before);
}

pub fn code_is_copied_without_its_button(page: &mut Page<'_>) {
    let code = format!(
        "let 長い = \"{}\";\n\n    // <b>終わり</b>",
        "あ".repeat(80)
    );
    make_blank_event(page, "雲会議");
    add_section(page, &format!("## 話\n\n```rust\n{code}\n```"));
    back_to_notes(page);
    open_report(page);
    // A stand-in: drivers have no permission to read or write the real clipboard.
    page.eval::<()>(
        "Object.defineProperty(navigator, 'clipboard',
            { configurable: true, value: { writeText: async text => { window.copied = text; } } })",
    );
    page.click("コードをコピー");
    page.sees("コードをコピーしました");
    assert_eq!(page.eval::<String>("return window.copied"), code);
    // It stays where it is, whatever of the code is in view, and is no part of what is selected.
    let (moved, selected): (f64, String) = page.eval(
        "const left = () => document.querySelector('.copy-code').getBoundingClientRect().left;
         const before = left(), code = document.querySelector('pre');
         code.scrollLeft = 300;
         getSelection().selectAllChildren(code.parentElement);
         return [code.scrollLeft === 300 ? left() - before : NaN, getSelection().toString()]",
    );
    assert_eq!((moved, selected.trim_end()), (0.0, &*code));
    page.eval::<()>("document.querySelector('pre').focus()");
    page.press("Tab");
    has_focus(page, "コードをコピー");
    page.eval::<()>(
        "navigator.clipboard.writeText = async () => { throw new DOMException('no', 'NotAllowedError'); }",
    );
    page.press("Enter");
    page.sees("コピーできませんでした");
}
