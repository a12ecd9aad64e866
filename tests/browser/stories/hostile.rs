//! Hostile Markdown and hostile rich text are text: nothing runs, nothing is asked of another origin.

use super::steps::{add_section, back_to_notes, make_blank_event, open_report};
use crate::page::Page;
use crate::server::Stranger;

/// Every spelling is a section's line or block of its own.
const HOSTILE: &str = include_str!("../fixtures/hostile.md");

/// What a page can put on the clipboard: each calls a stranger, or runs, where it is taken for
/// HTML, or for a link.
const HOSTILE_HTML: &str = "<h3 onclick=\"alert(1)\">題</h3>\
    <img src=\"STRANGER/img\" onerror=\"alert(1)\"><img src=x onerror=alert(1)>\
    <script src=\"STRANGER/script\"></script><script>alert(1)</script>\
    <link rel=stylesheet href=\"STRANGER/link\"><style>@import 'STRANGER/import';</style>\
    <iframe src=\"STRANGER/frame\" srcdoc=\"<script>alert(1)</script>\"></iframe>\
    <svg onload=alert(1)><image href=\"STRANGER/svg\"/></svg><video src=\"STRANGER/video\" autoplay></video>\
    <p style=\"background: url(STRANGER/css)\">文<a href=\"javascript:alert(1)\">一</a>\
    <a href=\"java&#10;script:alert(1)\">二</a><a href=\"data:text/html,<script>alert(1)</script>\">三</a>\
    <a href=\"https://a.example/)%20[x](javascript:alert(1)\">四</a></p>\
    <p>&lt;img src=STRANGER/text onerror=alert(1)&gt;</p><p>[五](javascript:alert(1))</p><p>おわりの一行</p>";

pub fn hostile_markdown_does_nothing(page: &mut Page<'_>) {
    hears_what_runs(page);
    make_blank_event(page, "雲会議");
    does_nothing(page, |page, origin| {
        add_section(page, &HOSTILE.replace("STRANGER", origin));
    });
}

pub fn hostile_rich_text_does_nothing(page: &mut Page<'_>) {
    hears_what_runs(page);
    make_blank_event(page, "雲会議");
    does_nothing(page, |page, origin| {
        add_section(
            page,
            "[一](https://a.example) [二](https://a.example) [三](https://a.example)",
        );
        page.paste_rich(&HOSTILE_HTML.replace("STRANGER", origin), "題");
        let text: String = page.eval("return document.activeElement.value");
        assert!(text.contains("### 題"), "it was read: {text}");
    });
}

fn hears_what_runs(page: &Page<'_>) {
    page.eval::<()>(
        "window.ran = [];
         for (const name of ['alert', 'prompt', 'confirm', 'print', 'open']) {
             window[name] = () => { window.ran.push(name); };
         }",
    );
}

/// Writes what is hostile, and looks at the report.
fn does_nothing(page: &Page<'_>, write: impl FnOnce(&Page<'_>, &str)) {
    let stranger = Stranger::start();
    write(page, &stranger.origin());
    back_to_notes(page);
    open_report(page);
    page.sees("おわりの一行");
    assert_eq!(
        page.eval::<Vec<String>>("return window.ran"),
        Vec::<String>::new()
    );
    let bad: Vec<String> = page.eval(
        "const allowed = 'A BLOCKQUOTE BR CODE DEL DETAILS DIV EM H1 H2 H3 H4 H5 H6 HR INPUT LI OL P PRE SECTION SPAN STRONG SUMMARY SUP TABLE TBODY TD TH THEAD TR UL'.split(' ');
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
