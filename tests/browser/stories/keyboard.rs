//! Everything by keyboard alone.

use super::steps::{is_saved, text_of};
use crate::engine::Engine;
use crate::page::Page;

/// Presses Tab until the thing with this name has the focus, and sees that the
/// focus shows.
fn tab_to(page: &Page<'_>, name: &str) {
    // Safari's engine passes over links unless Option is held, as Safari does.
    let tab = match page.engine() {
        Engine::WebKit => "Alt+Tab",
        _ => "Tab",
    };
    for _ in 0..60 {
        // A driver may answer before the focus has moved, and a Tab too many leaves the page.
        page.eval::<()>("window.left = document.activeElement");
        page.press(tab);
        page.until("return document.activeElement !== window.left");
        let focused: String = page.eval(
            "const it = document.activeElement;
             return it.ariaLabel ?? it.labels?.[0]?.textContent ?? it.textContent",
        );
        if focused.trim() == name {
            page.until(
                "const it = document.activeElement;
                 const ring = node => node && [null, '::after'].some(
                     part => getComputedStyle(node, part).outlineStyle !== 'none');
                 return !!(it.localName === 'textarea' || ring(it) || ring(it.closest('.option, .row-line, .card')))",
            );
            return;
        }
    }
    panic!("Tab does not reach {name}");
}

pub fn writes_without_a_mouse(page: &mut Page<'_>) {
    page.sees("新しいイベント");
    tab_to(page, "本文へ移動");
    page.press("Enter");
    page.until("return document.activeElement.textContent.includes('見本を見る')");
    tab_to(page, "新しいイベント");
    page.press("Enter");
    page.sees("イベント名");
    tab_to(page, "イベント名");
    page.type_text("雲会議\n");
    page.sees("見出しを追加");
    tab_to(page, "🎈 参加した背景");
    page.press("Enter");
    page.until("return document.activeElement.localName === 'textarea'");
    page.type_text("鍵盤だけで書く");
    page.holds(
        text_of("🎈 参加した背景").as_str(),
        "## 🎈 参加した背景\n\n鍵盤だけで書く",
    );
    is_saved(page);
    // The Tab key goes down the screen, wherever the bar is.
    page.until(
        "const [area, bar] = ['textarea', '[role=toolbar]'].map(it => document.querySelector(it));
         const above = bar.getBoundingClientRect().top < area.getBoundingClientRect().top;
         return above === !!(bar.compareDocumentPosition(area) & Node.DOCUMENT_POSITION_FOLLOWING)",
    );
    // A text area is no trap.
    page.press("Tab");
    page.until("return document.activeElement.localName !== 'textarea'");
}
