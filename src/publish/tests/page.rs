//! The report as a page of its own.

use super::super::{page, page_name};
use crate::domain::{Date, Days, Event, EventId};
use crate::text::Language;

fn event(title: &str) -> Event {
    let mut event = Event::new(EventId::from_bits(1), "Kumo Kaigi");
    event.report.title = title.into();
    event
}

/// What stands in the page between its first tag and its last.
fn main(body: &str) -> String {
    let page = page(Language::Japanese, &event("参加レポ"), body);
    let (_, main) = page.split_once("<main>\n").expect("it begins");
    let (main, _) = main.split_once("</main>").expect("it ends");
    main.to_owned()
}

#[track_caller]
fn check(body: &str, expected: &str) {
    let title = "<h1>参加レポ</h1>\n";
    assert_eq!(main(body), format!("{title}{expected}\n"), "{body}");
}

#[test]
fn has_a_head_of_its_own() {
    let page = page(Language::English, &event("A & <b> \"c\""), "## Talk\n");
    assert!(
        page.starts_with("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    );
    let title = "A &amp; &lt;b&gt; &quot;c&quot;";
    assert!(page.contains(&format!("<title>{title}</title>")));
    assert!(page.contains(&format!(
        "<main>\n<h1>{title}</h1>\n<h2 id=\"h-talk\">Talk</h2>\n</main>"
    )));
    assert!(page.contains("<meta name=\"viewport\" "));
    for word in ["<script", "http://", "https://", "url(", "@import", "src="] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn the_language_is_that_of_the_report() {
    let lang = |language, title, body| {
        let page = page(language, &event(title), body);
        let (_, rest) = page.split_once("lang=\"").expect("a language");
        rest[..2].to_owned()
    };
    assert_eq!(lang(Language::English, "参加レポ", "## Talk\n"), "ja");
    assert_eq!(lang(Language::English, "Report", "書いた\n"), "ja");
    assert_eq!(lang(Language::English, "Report", "written\n"), "en");
    assert_eq!(lang(Language::Japanese, "雲会議", "会議\n"), "ja");
}

#[test]
fn says_its_title_once() {
    assert_eq!(
        main("# 参加レポ\n\n本文\n"),
        "<h1 id=\"h-参加レポ\">参加レポ</h1>\n<p>本文</p>\n"
    );
    let page = page(Language::English, &event(" "), "text\n");
    assert!(page.contains("<title>Kumo Kaigi</title>"));
    assert!(page.contains("<main>\n<p>text</p>\n"));
}

#[test]
fn headings_are_found_by_links() {
    check(
        "## 話 A\n\n[下](#話-a-1)\n\n## 話 A\n",
        "<h2 id=\"h-話-a\">話 A</h2>\n<p><a href=\"#h-話-a-1\">下</a></p>\n<h2 id=\"h-話-a-1\">話 A</h2>",
    );
}

#[test]
fn footnotes_lead_there_and_back() {
    check(
        "文[^a]と[^a]\n\n[^a]: 注 <b>\n\n",
        "<p>文<sup><a id=\"ref-1\" href=\"#note-1\">1</a></sup>と\
         <sup><a href=\"#note-1\">1</a></sup></p>\n\n\
         <section class=\"notes\" aria-label=\"脚注\"><ol>\n\
         <li id=\"note-1\"><p>注 &lt;b&gt;</p> \
         <a href=\"#ref-1\" aria-label=\"本文に戻る\">↩</a></li>\n</ol></section>",
    );
    // Each section has its own, as in the preview.
    let two = main("## 一\n\n文[^1]\n\n[^1]: 注の一\n\n## 二\n\n文[^1]\n\n[^1]: 注の二\n");
    assert!(two.contains("href=\"#note-2\">2<"), "{two}");
    assert!(two.contains("<li id=\"note-2\"><p>注の二"), "{two}");
}

#[test]
fn shows_what_the_preview_shows() {
    check(
        "> [!WARNING]\n> 気をつける\n",
        "<div class=\"alert warning\"><p class=\"alert-title\">警告</p><p>気をつける</p></div>",
    );
    check(
        "- [x] 済\n- [ ] 未\n",
        "<ul><li><input type=\"checkbox\" checked=\"\" disabled aria-label=\"タスク\">済</li>\
         <li><input type=\"checkbox\" disabled aria-label=\"タスク\">未</li></ul>",
    );
    check(
        "| a | b |\n| :- | -: |\n| 1 | 2 |\n",
        "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"表\"><table><thead><tr><th class=\"align-left\">a</th>\
         <th class=\"align-right\">b</th></tr></thead><tbody><tr><td class=\"align-left\">1</td>\
         <td class=\"align-right\">2</td></tr></tbody></table></div>",
    );
    check(
        "```rust\na < b\n\n```\n",
        "<pre tabindex=\"0\" role=\"region\" aria-label=\"コードブロック\"><code class=\"language-rust\">a &lt; b\n\n</code></pre>",
    );
    check(
        "1 **太** *斜* ~~消~~ `c`\n2 [資料](https://a.example/?a&b \"題\")\n",
        "<p>1 <strong>太</strong> <em>斜</em> <del>消</del> <code>c</code><br>2 \
         <a href=\"https://a.example/?a&amp;b\" rel=\"noopener noreferrer\" target=\"_blank\">資料</a></p>",
    );
    // A picture is a link: nothing is fetched.
    check(
        "![空](https://a.example/b.png)\n",
        "<p><a href=\"https://a.example/b.png\" rel=\"noopener noreferrer\" target=\"_blank\" \
         class=\"picture\">空</a></p>",
    );
}

#[test]
fn hostile_text_stays_text() {
    let page = page(
        Language::Japanese,
        &event("</title><script>alert(1)</script>"),
        "## </h2><script>alert(2)</script> \" onclick=x\n\n<img src=x onerror=alert(3)>\n\n\
         [a](javascript:alert(4)) [b](https://b.example/\"onclick=\"x)\n\n\
         ```\"onclick=x\n</code></pre><script>\n```\n\n| </td><script> |\n| --- |\n\n\
         文[^\"><b]\n\n[^\"><b]: </li><script>\n\n</main></body></html><iframe src=//x>\n",
    );
    for word in [
        "<script",
        "<img",
        "<iframe",
        "javascript:alert(4)\"",
        "\"onclick",
    ] {
        assert!(!page.contains(word), "{word} in {page}");
    }
    assert_eq!(page.matches("</main>").count(), 1);
    assert_eq!(page.matches("</title>").count(), 1);
}

#[test]
fn the_file_is_called_like_the_other() {
    let mut event = event("題");
    let day = Date::parse("2026-04-17").expect("a day");
    event.days = Some(Days::new(day, day));
    assert_eq!(page_name(&event), "kumo-kaigi-20260417.html");
}
