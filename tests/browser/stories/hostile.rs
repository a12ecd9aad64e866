//! Hostile Markdown is text: nothing runs, nothing is asked of another origin.

use super::steps::{add_section, back_to_notes, make_blank_event, open_report};
use crate::page::Page;
use crate::server::Stranger;

/// Every spelling is a section's line or block of its own.
const HOSTILE: &str = include_str!("../fixtures/hostile.md");

pub fn hostile_markdown_does_nothing(page: &mut Page<'_>) {
    let stranger = Stranger::start();
    let text = HOSTILE.replace("STRANGER", &stranger.origin());
    page.eval::<()>(
        "window.ran = [];
         for (const name of ['alert', 'prompt', 'confirm', 'print', 'open']) {
             window[name] = () => { window.ran.push(name); };
         }",
    );
    make_blank_event(page, "雲会議");
    add_section(page, &text);
    back_to_notes(page);
    open_report(page);
    page.sees("おわりの一行");
    assert_eq!(
        page.eval::<Vec<String>>("return window.ran"),
        Vec::<String>::new()
    );
    let bad: Vec<String> = page.eval(
        "const allowed = 'A BLOCKQUOTE BR CODE DEL DIV EM H1 H2 H3 H4 H5 H6 HR INPUT LI OL P PRE SECTION STRONG SUP TABLE TBODY TD TH THEAD TR UL'.split(' ');
         const bad = [];
         for (const node of document.querySelectorAll('.markdown :not(.copy-code, .copy-code *)')) {
             if (!allowed.includes(node.tagName)) bad.push(node.tagName);
             for (const { name, value } of node.attributes) {
                 if (name.startsWith('on') || name === 'src' || name === 'style') bad.push(`${name}=${value}`);
                 if (name === 'href' && !/^(https?:\\/\\/|mailto:|#)/i.test(value)) bad.push(`href=${value}`);
             }
         }
         return bad",
    );
    assert_eq!(bad, Vec::<String>::new());
    let links: usize = page.eval("return document.querySelectorAll('.markdown a').length");
    assert!(links > 3, "the harmless links among them are links");
    assert_eq!(stranger.calls(), 0, "nobody was called");
    // The negative control: a call is counted when there is one.
    page.go(&stranger.origin());
    assert!(stranger.calls() > 0);
}
