//! What the app puts into the report: by a tap, beside what she writes.

use serde_json::{Value, json};

use super::steps::{back_from_report, back_to_notes, download};
use crate::page::Page;
use crate::seed::{EVENT, load_records, pick, programme, section, section_fragment};

const BLOCK: &str = "レポートの整理";
/// The text of the section for what is watched later.
const LATER: &str = "「🎈 あとで見る」の本文";

/// Two days: a talk that she heard, one that she half heard, one of the second day, her own.
pub fn sessions() -> Value {
    let link = |kind: &str, address: &str| json!([kind, "", address]);
    let session = |id: &str, title: &str, start: &str, links: &[Value]| {
        json!({
            "id": id, "title": title, "speakers": ["空野"], "start": start, "links": links,
            "about": if id == "own" { "はじめての登壇。\n*緊張*した。" } else { "" },
        })
    };
    programme(&[
        session(
            "a",
            "雲を数える",
            "2026-04-17T10:00",
            &[link("slides", "https://slides.example/a")],
        ),
        session(
            "b",
            "雨を測る",
            "2026-04-17T11:00",
            &[link("recording", "https://video.example/b")],
        ),
        session("c", "風を聴く", "2026-04-18T10:00", &[]),
        session(
            "own",
            "雪の LT",
            "2026-04-18T11:00",
            &[link("slides", "https://slides.example/own")],
        ),
    ])
}

fn memo(index: usize, session: &str, head: &str, words: &str) -> Value {
    let mut memo = section(index, &format!("{head}{words}"));
    (memo["session"], memo["filled"]) = (json!(session), json!(head));
    memo
}

/// The notes of an event with memos, and what she made of its sessions.
fn open_notes(page: &Page<'_>, picks: &[Value]) {
    load_records(page, "雲の会", records(picks), &format!("#/event/{EVENT}"));
    page.sees(BLOCK);
}

pub fn records(picks: &[Value]) -> Vec<Value> {
    let mut records = vec![
        section(0, "## 🎈 はじめに\n\nくもです。\n\n"),
        section(1, "## 🎈 登壇した\n\n"),
        section(2, "## 🎈 見たセッションのメモ\n\n"),
        memo(
            3,
            "a",
            "### 雲を数える\n\n登壇: 空野\n\nhttps://slides.example/a\n\n",
            concat!(
                "- 💡 雲は**数えられる**\n- [ ] 🔥 数えてみる\n",
                "- 🔒 💡 ひみつ\n  - 🔥 これもひみつ\n- ❓ なぜ白い\n\n",
            ),
        ),
        memo(4, "c", "### 風を聴く\n\n登壇: 空野\n\n", "- \n\n"),
        section(5, "## 🎈 あとで見る\n\n"),
        section(6, "## 🎈 おわりに\n\nありがとうございました。\n"),
        sessions(),
    ];
    records.extend_from_slice(picks);
    records
}

/// What offers this: a button that says what, how much, and what it does.
fn offer(what: &str, act: &str) -> String {
    format!(
        "[...document.querySelectorAll('.fills button')].map(it => it.textContent).find(
             it => it.startsWith({} + ' ') && it.endsWith(' ' + {}))",
        json!(what),
        json!(act)
    )
}

fn put(page: &Page<'_>, what: &str, act: &str) {
    let offer = offer(what, act);
    page.until(&format!("return !!{offer}"));
    page.click(page.eval::<String>(&format!("return {offer}")).as_str());
}

fn offers_no(page: &Page<'_>, what: &str, act: &str) {
    page.until(&format!("return !{}", offer(what, act)));
}

fn goes_to(page: &Page<'_>, fragment: &str) {
    page.call::<()>("location.hash = arguments[0]", &[json!(fragment)]);
}

const LIST: &str = "## 🎈 あとで見る\n\n- [ ] [雨を測る](https://video.example/b) – 空野";
const HEADINGS: &str = "## 🎈 あとで見る\n\n#### 雨を測る\n\n空野\n\nhttps://video.example/b";

/// Whether a button stays pressed.
fn is_on(page: &Page<'_>, words: &str) {
    page.until(&format!(
        "return [...document.querySelectorAll('[aria-pressed=true]')]
             .some(it => it.innerText.trim() === {})",
        json!(words)
    ));
}

/// Half heard and to be watched later are two things, and the list has one of two forms.
pub fn what_is_to_be_watched_later_is_put_in(page: &mut Page<'_>) {
    open_notes(page, &[]);
    goes_to(page, &format!("#/event/{EVENT}/session/b"));
    page.click("半分");
    page.click("あとで見る");
    is_on(page, "半分");
    is_on(page, "あとで見る");
    goes_to(page, &format!("#/event/{EVENT}"));
    put(page, "あとで見る", "入れる");
    page.sees("「あとで見る」に入れました");
    page.click("元に戻す");
    put(page, "あとで見る", "入れる");
    goes_to(page, &section_fragment(5));
    page.holds(LATER, LIST);
    page.click("見出しにする");
    page.holds(LATER, HEADINGS);
    page.click("リストにする");
    page.holds(LATER, LIST);
    // A list to which she has added something keeps its form, and her words.
    page.type_into(LATER, "\n週末に");
    page.sees_no("見出しにする");
    goes_to(page, &format!("#/event/{EVENT}/session/b"));
    page.click("見た");
    page.sees("「雨を測る」を見たことにしました");
    is_on(page, "全部");
    goes_to(page, &format!("#/event/{EVENT}"));
    page.click("雨を測る");
    page.holds("「雨を測る」の本文", "### 雨を測る\n\n登壇: 空野\n\n- ");
    back_to_notes(page);
    let (_, file) = download(page);
    assert!(file.contains(&format!("{LIST}\n- [ ] 週末に\n")), "{file}");
    back_from_report(page);
    put(page, "あとで見る", "更新する");
    let (_, file) = download(page);
    let expected =
        "## 🎈 あとで見る\n\n- [ ] 週末に\n\n## 🎈 おわりに\n\nありがとうございました。\n";
    assert!(file.ends_with(expected), "{file}");
}

/// Beside the list that fills it, the other form is offered at once.
pub fn a_list_that_stands_open_is_put_in(page: &mut Page<'_>) {
    open_notes(page, &[pick("b", json!({ "watch_later": true }))]);
    goes_to(page, &section_fragment(5));
    page.has("textarea[data-section]");
    put(page, "あとで見る", "入れる");
    page.holds(LATER, LIST);
    page.click("見出しにする");
    page.holds(LATER, HEADINGS);
}

/// What she marked stands together, with the session that it is from; what is private nowhere.
pub fn marked_lines_are_put_in_and_followed(page: &mut Page<'_>) {
    open_notes(page, &[]);
    put(page, "学んだこと", "入れる");
    put(page, "試すこと", "入れる");
    put(page, "疑問", "入れる");
    put(page, "スライド", "入れる");
    offers_no(page, "スライド", "入れる");
    // More is marked: the list follows.
    page.click("風を聴く");
    page.type_into("「風を聴く」の本文", "💡 風は聴ける");
    back_to_notes(page);
    put(page, "学んだこと", "更新する");
    offers_no(page, "学んだこと", "更新する");
    let learned = "「🎈 学んだこと」の本文";
    page.click("🎈 学んだこと");
    let both = "- 雲は**数えられる**（雲を数える）\n- 風は聴ける（風を聴く）";
    page.holds(learned, &format!("## 🎈 学んだこと\n\n{both}"));
    // She changes it by hand and marks more: what she wrote stays, what is new is added.
    page.click(learned);
    page.press("Control+a");
    page.paste("## 🎈 学び\n\n- 風は聴ける！\n\n以上。");
    back_to_notes(page);
    page.click("雲を数える");
    page.type_into("「雲を数える」の本文", "\n💡 雲は測れる");
    back_to_notes(page);
    put(page, "学んだこと", "更新する");
    let (_, file) = download(page);
    let expected = "- 風は聴ける！\n\n以上。\n\n- 雲は測れる（雲を数える）\n\n\
        ## 🎈 疑問\n\n- なぜ白い（雲を数える）\n\n\
        ## 🎈 試すこと\n\n- 数えてみる（雲を数える）\n\n\
        ## 🎈 スライド\n\n- [雲を数える](https://slides.example/a)\n\n\
        ## 🎈 あとで見る\n\n## 🎈 おわりに\n";
    assert!(file.contains(expected), "{file}");
    assert!(!file.contains("ひみつ"), "{file}");
}

/// Her own talk has its place in the report, and no memo.
pub fn her_own_talk_is_put_in(page: &mut Page<'_>) {
    open_notes(page, &[]);
    goes_to(page, &format!("#/event/{EVENT}/session/own"));
    page.click("星");
    goes_to(page, &format!("#/event/{EVENT}"));
    page.sees("雪の LT");
    goes_to(page, &format!("#/event/{EVENT}/session/own"));
    page.click("自分が話す");
    page.sees_no("あとで見る");
    goes_to(page, &format!("#/event/{EVENT}"));
    page.sees_no("雪の LT");
    put(page, "登壇した", "入れる");
    let (_, file) = download(page);
    let expected = "## 🎈 登壇した\n\n**雪の LT**\n\nはじめての登壇。\n\\*緊張\\*した。\n\n\
        https://slides.example/own\n\n## 🎈 見たセッションのメモ";
    assert!(file.contains(expected), "{file}");
    // A reaction that is shared may go beneath it.
    let home: String = page.eval("return location.href.split('#')[0]");
    page.go(&format!("{home}?text=great&url=https://posts.example/1"));
    page.sees("自分の登壇（反応など）");
    page.click("自分の登壇（反応など）🎈 登壇した");
    page.until(
        "return document.querySelector('textarea')?.value.endsWith(
             'https://slides.example/own\\n\\n> great\\n\\n<https://posts.example/1>')",
    );
    page.go(&format!("{home}?url=https://pictures.example/1.jpg"));
    page.click("自分の登壇（反応など）🎈 登壇した");
    page.until(
        "return document.querySelector('textarea')?.value.endsWith(
             '<https://posts.example/1>\\n\\n![](https://pictures.example/1.jpg)')",
    );
    // What is copied from a page with a picture in it.
    page.type_into("「🎈 登壇した」の本文", "\n\n");
    page.paste_rich(
        "<blockquote><p>よかった</p></blockquote><p><img alt=\"会場\" src=\"https://pictures.example/2.jpg\"></p>",
        "よかった",
    );
    page.until(
        "return document.querySelector('textarea')?.value.endsWith(
             '\\n\\n> よかった\\n\\n![会場](https://pictures.example/2.jpg)')",
    );
    goes_to(page, &format!("#/event/{EVENT}"));
    let (_, file) = download(page);
    assert!(
        file.contains("![会場](https://pictures.example/2.jpg)"),
        "{file}"
    );
}

/// Memos in which nothing was written are left out, and the others stand by day.
pub fn memos_are_put_in_order(page: &mut Page<'_>) {
    open_notes(
        page,
        &[pick("a", json!({ "starred": true, "heard": "whole" }))],
    );
    put(page, "何も書いていないメモ", "外す");
    page.sees("メモ 1 件をレポートから外しました");
    page.has(".row[data-left-out]");
    page.click("元に戻す");
    page.until("return !document.querySelector('.row[data-left-out]')");
    // What can be done again comes behind the others, and moves none of them.
    page.until(
        "return [...document.querySelectorAll('.fills button')].at(-1).innerText.startsWith('何も書いていないメモ')",
    );
    page.click("日ごとに分ける");
    page.sees("🎈 2日目 4/18(土)");
    page.click("元に戻す");
    page.sees("🎈 見たセッションのメモ");
    page.sees_no("2日目");
    page.click("日ごとに分ける");
    put(page, "何も書いていないメモ", "外す");
    // The memo of another session of the second day stands beneath it.
    goes_to(page, &format!("#/event/{EVENT}/session/own"));
    page.click("星");
    goes_to(page, &format!("#/event/{EVENT}"));
    page.sees("雪の LT");
    let (_, file) = download(page);
    let first = file.find("## 🎈 1日目 4/17(金)\n\n### 雲を数える\n");
    let second = file.find("- ❓ なぜ白い\n\n## 🎈 2日目 4/18(土)\n\n### 雪の LT\n");
    assert!(first.is_some() && second > first, "{file}");
    assert!(!file.contains("風を聴く"), "{file}");
}
