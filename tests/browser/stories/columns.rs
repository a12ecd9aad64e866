//! The columns of an event on a wide window: each can be hidden.

use super::steps::{add_section, is_saved, make_blank_event, text_of};
use crate::page::{Page, inside, words};

const OUTLINE: &str = ".outline-column";
const TEXT: &str = ".writer-column";
const PREVIEW: &str = ".preview-column";

/// Waits until just these are there, side by side from edge to edge.
fn stand(page: &Page<'_>, columns: &[&str]) {
    page.call::<()>("window.wanted = arguments[0]", &[columns.into()]);
    page.until(
        "const there = [...document.querySelectorAll('.columns > .column')];
         const boxes = there.map(it => it.getBoundingClientRect());
         const near = (a, b) => Math.abs(a - b) < 1;
         return there.length === window.wanted.length
             && window.wanted.every((name, at) => there[at].matches(name))
             && boxes.every((box, at) => near(box.left, at ? boxes[at - 1].right : 0))
             && near(boxes.at(-1).right, innerWidth)",
    );
}

fn turn(page: &Page<'_>, name: &str) {
    page.click(inside("表示する列", name));
}

pub fn each_column_can_be_hidden(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文\n\n終わり");
    is_saved(page);
    stand(page, &[OUTLINE, TEXT, PREVIEW]);
    turn(page, "見出しの一覧");
    stand(page, &[TEXT, PREVIEW]);
    turn(page, "プレビュー");
    stand(page, &[TEXT]);
    // What is hidden holds up nobody who writes.
    page.press("Control+End");
    page.eval::<()>("document.querySelector('textarea').focus()");
    page.type_text("。");
    is_saved(page);
    // Something to read or to write in is always there.
    turn(page, "本文");
    stand(page, &[PREVIEW]);
    page.sees("終わり。");
    page.reload();
    stand(page, &[PREVIEW]);
    turn(page, "見出しの一覧");
    stand(page, &[OUTLINE, PREVIEW]);
    // Who wants to write sees the text.
    page.click(words("本文"));
    stand(page, &[OUTLINE, TEXT, PREVIEW]);
    page.has_caret();
    page.holds(&*text_of("話"), "## 話\n\n本文\n\n終わり。");
}
