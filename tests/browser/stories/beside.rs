//! An earlier event beside the section in which she looks back.

use serde_json::{Value, json};

use crate::page::Page;
use crate::seed::{EVENT, load_records, pick, section, section_fragment};

const BESIDE: &str = "「雲会議 2025」のときと見比べる";

/// This year, and a year before: two talks, of which she half heard one, and what she asked.
pub fn records() -> Vec<Value> {
    let before = |mut record: Value, id: &str| {
        (record["id"], record["event"]) = (json!(id), json!("before"));
        record
    };
    let memo = |mut record: Value, session: &str| {
        record["session"] = json!(session);
        record
    };
    let old = |index: usize, text: &str| before(section(index, text), &format!("old{index}"));
    vec![
        section(0, "## 🎈 はじめに\n\nくもです。\n\n"),
        memo(
            section(1, "### 雲を数える\n\n- 💡 一\n- 💡 二\n- ❓ どこ\n\n"),
            "a",
        ),
        section(2, "## 🎈 感想と成長\n\n"),
        json!({
            "v": 1, "kind": "event", "id": "before", "seen": { "seed": 1 }, "name": "雲会議 2025",
            "days": ["2025-04-17", "2025-04-17"], "title": "", "emoji": "🎈", "head": "heading",
        }),
        memo(
            old(
                3,
                "### 雨を測る\n\n- ❓ Pod とは**何**か\n- 🔒 ❓ ひみつ\n\n",
            ),
            "b",
        ),
        memo(old(4, "### 風を聴く\n\n- ❓ なぜ Service が要る\n"), "c"),
        old(5, "## 🎈 感想と成長\n\n何もわからなかった。\n"),
        before(pick("c", json!({ "heard": "half" })), "c"),
    ]
}

/// What she looks back with is folded, follows what she writes, and says nothing that is private.
pub fn an_earlier_event_stands_beside_looking_back(page: &mut Page<'_>) {
    load_records(page, "雲会議 2026", records(), &section_fragment(2));
    page.sees(BESIDE);
    page.sees_no("聴いたセッション");
    page.click(BESIDE);
    let says = |rows: &str| {
        page.until(&format!(
            "return [...document.querySelectorAll('.beside tr')]
                 .map(row => [...row.cells].map(cell => cell.innerText.trim()).join(' '))
                 .join('/') === '{rows}'"
        ));
    };
    says(
        " そのとき 今回/聴いたセッション 1 1/半分聴いたセッション 1 0/レポートの文字数 50 22/\
         学んだこと 💡 0 2/疑問 ❓ 2 1",
    );
    page.until(
        "return [...document.querySelectorAll('.beside li')].map(it => it.innerText).join('/')
             === 'Pod とは何か/なぜ Service が要る'",
    );
    page.type_into("「🎈 感想と成長」の本文", "");
    page.press("Enter");
    page.press("Enter");
    page.type_text("成長");
    says(
        " そのとき 今回/聴いたセッション 1 1/半分聴いたセッション 1 0/レポートの文字数 50 30/\
         学んだこと 💡 0 2/疑問 ❓ 2 1",
    );
    // Nowhere else, and not where nothing was before.
    page.eval::<()>(&format!("location.hash = '{}'", section_fragment(0)));
    page.holds("「🎈 はじめに」の本文", "## 🎈 はじめに\n\nくもです。");
    page.sees_no(BESIDE);
    page.eval::<()>("location.hash = '#/event/before/section/old5'");
    page.holds(
        "「🎈 感想と成長」の本文",
        "## 🎈 感想と成長\n\n何もわからなかった。",
    );
    page.until("return !document.querySelector('.beside')");
    page.eval::<()>(&format!("location.hash = '#/event/{EVENT}'"));
    page.sees_no(BESIDE);
}
