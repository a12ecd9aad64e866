//! The main job: a report of two days is written, kept and taken away.

use super::steps::{
    TWO_DAYS, back_to_notes, choose_day, download, is_saved, make_event, open_report, text_of,
};
use crate::engine::Engine;
use crate::page::Page;

/// The sections of the fixture, each with its heading, without its title.
fn sections() -> Vec<&'static str> {
    let body = &TWO_DAYS[TWO_DAYS.find("\n\n").expect("a title") + 2..];
    let mut starts: Vec<usize> = body
        .match_indices('#')
        .map(|(at, _)| at)
        .filter(|&at| at == 0 || body[..at].ends_with("\n\n"))
        .filter(|&at| body[at..].starts_with("## ") || body[at..].starts_with("### "))
        .collect();
    starts.push(body.len());
    starts
        .windows(2)
        .map(|pair| &body[pair[0]..pair[1]])
        .collect()
}

fn title(section: &str) -> &str {
    let line = section.lines().next().expect("a heading");
    line.trim_start_matches(['#', ' '])
}

/// Puts the whole text of a section in place of what stands there.
fn replace_text(page: &Page<'_>, text: &str) {
    page.until("return document.activeElement.localName === 'textarea'");
    page.press("Control+a");
    page.paste(text.trim_end());
    page.holds(text_of(title(text)).as_str(), text.trim_end());
}

/// Key by key, as the person types it: the list goes on by itself.
fn type_memo(page: &Page<'_>, memo: &str) {
    page.until("return document.activeElement.localName === 'textarea'");
    // The title of a new memo is selected.
    page.type_text(title(memo));
    let body = memo.trim_end().split_once("\n\n").expect("a body").1;
    page.type_text("\n\n");
    let mut first = true;
    for line in body.lines() {
        let item = line.trim_start();
        let nested = item.len() < line.len();
        if first {
            page.type_text(item);
        } else if nested {
            // Two spaces before the bullet that the list has put there.
            page.type_text("\n");
            page.press("Home");
            page.type_text("  ");
            page.press("End");
            page.type_text(item.trim_start_matches("- "));
        } else {
            page.type_text("\n");
            if page.eval("return document.querySelector('textarea').value.endsWith('  - ')") {
                page.press("Home");
                page.press("Delete");
                page.press("Delete");
                page.press("End");
            }
            page.type_text(item.trim_start_matches("- "));
        }
        first = false;
    }
    page.holds(text_of(title(memo)).as_str(), memo.trim_end());
}

pub fn writes_a_report_of_two_days(page: &mut Page<'_>) {
    page.click("設定");
    page.type_into("名前", "くも");
    page.click("戻る");
    page.click("新しいイベント");
    page.type_into("イベント名", "Kumo Kaigi Spring");
    choose_day(page, "初日", "2026-04-17");
    choose_day(page, "最終日", "2026-04-18");
    page.type_into("会場", "札幌");
    page.type_into("ハッシュタグ", "kumokaigi");
    page.click("作成する");
    page.sees("見出しを追加");

    let sections = sections();
    assert_eq!(sections.len(), 25);
    let (memos, chapters): (Vec<&str>, Vec<&str>) = sections
        .iter()
        .partition(|section| section.starts_with("### "));
    assert_eq!((memos.len(), chapters.len()), (16, 9));
    for chapter in chapters {
        page.click(title(chapter));
        page.sees(title(chapter));
        replace_text(page, chapter);
        back_to_notes(page);
    }
    let parent = "🎈 見たセッションのメモ";
    page.click(format!("「{parent}」の操作").as_str());
    for (index, memo) in memos.iter().enumerate() {
        page.click("この下にメモを追加");
        match index {
            1 => type_memo(page, memo),
            _ => replace_text(page, memo),
        }
        back_to_notes(page);
        if index + 1 < memos.len() && page.size() == crate::engine::Size::Phone {
            page.click(format!("「{parent}」の操作").as_str());
        }
    }
    is_saved(page);

    if page.engine() == Engine::WebKit {
        page.reload();
    } else {
        page.close();
        page.open();
        page.click("Kumo Kaigi Spring");
    }
    // A row out of sight is not rendered: what is rendered does not tell.
    page.until("return document.querySelector('.rows')?.textContent.includes('はじめての OSS メンテナンス')");
    let (name, text) = download(page);
    assert_eq!(name, "kumo-kaigi-spring-20260417.md");
    assert_eq!(text, TWO_DAYS);
}

pub fn the_template_says_what_is_known(page: &mut Page<'_>) {
    page.click("設定");
    page.type_into("名前", "くも");
    page.click("戻る");
    page.click("新しいイベント");
    page.type_into("イベント名", "雲会議");
    choose_day(page, "初日", "2026-04-17");
    choose_day(page, "最終日", "2026-04-18");
    page.type_into("会場", "札幌");
    page.type_into("ハッシュタグ", "kumo");
    page.click("作成する");
    page.click("🎈 はじめに");
    page.holds(
        text_of("🎈 はじめに").as_str(),
        "## 🎈 はじめに\n\nくもです。\n2026年4月17日(金)〜18日(土)に開催された雲会議に参加しました。\n\
         会場は札幌でした。\nハッシュタグは #kumo です。",
    );
}

pub fn what_nobody_wrote_counts_for_nothing(page: &mut Page<'_>) {
    make_event(page, "雲会議");
    page.go_home();
    page.sees("見出し 0/9");
    page.sees_no("字");
    page.click("雲会議");
    page.click("🎈 おわりに");
    let field = text_of("🎈 おわりに");
    page.until("return document.querySelector('textarea')?.value.includes('ありがとう')");
    page.sees("ひな形のまま");
    page.sees_no("分で読めます");
    page.type_into(field.as_str(), "\n楽しかったです。");
    page.sees("字（Markdown 記号と空白を除く）");
    page.sees("約 1 分で読めます");
    page.go_home();
    page.sees("見出し 1/9");
    page.sees("字");
}

pub fn the_head_is_the_one_that_was_chosen(page: &mut Page<'_>) {
    make_event(page, "雲会議");
    page.click("イベントとレポートの設定");
    page.type_into("トピック", "rust, wasm");
    page.click("Front matter（YAML）");
    is_saved(page);
    page.click("戻る");
    let (name, text) = download(page);
    assert_eq!(name, "雲会議.md");
    let head = "---\ntitle: \"雲会議 参加レポ\"\nemoji: \"🎈\"\ntopics: [\"rust\", \"wasm\"]\n---\n\n## 🎈 はじめに\n";
    assert!(text.starts_with(head), "{text}");
}

pub fn copies_the_report(page: &mut Page<'_>) {
    make_event(page, "雲会議");
    open_report(page);
    // A stand-in: drivers have no permission to read or write the real clipboard.
    page.eval::<()>(
        "Object.defineProperty(navigator, 'clipboard',
            { configurable: true, value: { writeText: async text => { window.copied = text; } } })",
    );
    page.click("コピー");
    page.sees("Markdown をコピーしました");
    let copied: String = page.eval("return window.copied");
    assert!(
        copied.starts_with("# 雲会議 参加レポ\n\n## 🎈 はじめに\n"),
        "{copied}"
    );
}

pub fn shares_where_there_is_a_sheet(page: &mut Page<'_>) {
    // A stand-in: headless browsers have no share sheet. It is there before the
    // screen asks for it.
    page.eval::<()>(
        "Object.defineProperty(navigator, 'canShare', { configurable: true, value: data => !!data.files?.length });
         Object.defineProperty(navigator, 'share', { configurable: true, value: async data => {
             window.shared = [data.files[0].name, await data.files[0].text()];
         } });",
    );
    make_event(page, "雲会議");
    open_report(page);
    page.click("共有");
    page.until("return !!window.shared");
    let (name, text): (String, String) = page.eval("return window.shared");
    assert_eq!(name, "雲会議.md");
    assert!(text.starts_with("# 雲会議 参加レポ\n"), "{text}");
}

pub fn starts_in_another_language(page: &mut Page<'_>) {
    make_event(page, "雲会議");
    page.go_home();
    page.click("設定");
    page.click("English");
    page.sees("Settings");
    page.click("Dark");
    page.reload();
    page.sees("Settings");
    // A setting of this device is no record, and no damaged one either.
    page.sees_no("could not be read");
    page.until("return document.documentElement.dataset.theme === 'dark'");
    assert_eq!(
        page.eval::<String>("return document.documentElement.lang"),
        "en"
    );
    page.click("Back");
    page.click("New event");
    page.type_into("Event name", "Cloud Days");
    page.click("Trip report");
    page.click("Create");
    page.sees("Key takeaways");
    page.sees("🎈 Summary");
}
