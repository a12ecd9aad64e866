//! The ways to take a report away besides its file.

use super::steps::{
    add_section, back_from_report, back_to_notes, is_saved, make_blank_event, open_report,
};
use crate::page::Page;

const WAYS: &str = "ほかの持ち出し方";

/// A blank event with these sections, of which the report is shown.
fn report(page: &Page<'_>, texts: &[&str]) {
    make_blank_event(page, "Kumo Kaigi");
    for text in texts {
        add_section(page, text);
        is_saved(page);
        back_to_notes(page);
    }
    open_report(page);
}

/// What is pasted into the editor of note is rich text: pasted here, it is Markdown again.
pub fn rich_text_for_note_is_on_the_clipboard(page: &mut Page<'_>) {
    report(
        page,
        &[
            "## 話\n\n**太字**と[資料](https://a.example/b)\n\n#### 小\n\n- 一\n- 二\n- 🔒 ひみつ\n\n\
           > 引用\n\n```sh\nls\n```\n\n| 時刻 | 話 |\n| --- | --- |\n| 10:00 | 開会 |\n\n文[^1]\n\n[^1]: 注",
        ],
    );
    page.chooses("公開先", "note（表示は未確認）");
    page.sees_no("ファイル: ");
    page.click("書式つきでコピー");
    page.sees("書式つきでコピーしました");
    page.sees("🔒 の 1 か所は入っていません");
    back_from_report(page);
    page.click("見出しを追加");
    page.until("return document.activeElement.localName === 'textarea'");
    page.press("Control+a");
    page.press("Control+v");
    page.until("return document.activeElement.value.includes('注')");
    let pasted: String = page.eval("return document.activeElement.value");
    assert_eq!(
        pasted,
        "## 話\n\n**太字**と[資料](https://a.example/b)\n\n### 小\n\n- 一\n- 二\n\n> 引用\n\n```\nls\n```\n\n\
         - 時刻: 10:00\n  話: 開会\n\n文[1]\n\n---\n\n[1] 注"
    );
}

/// What is pasted into the editor of a site, which has fields for title and topics, is the text alone.
pub fn the_body_alone_is_copied(page: &mut Page<'_>) {
    report(page, &["## 話\n\n> [!NOTE]\n> 箱\n\n- 🔒 ひみつ\n- 公開"]);
    page.chooses("公開先", "Zenn");
    // A stand-in: drivers have no permission to read or write the real clipboard.
    page.eval::<()>(
        "Object.defineProperty(navigator, 'clipboard',
            { configurable: true, value: { writeText: async text => { window.copied = text; } } })",
    );
    page.click("コピー");
    page.sees("⋯ から本文だけをコピーできます");
    page.click(WAYS);
    page.click("本文だけをコピー（Markdown） タイトルや設定を別に入れる編集画面に");
    page.sees("本文をコピーしました");
    page.sees("🔒 の 1 か所は入っていません");
    let copied: String = page.eval("return window.copied");
    assert_eq!(copied, "## 話\n\n:::message\n箱\n:::\n\n- 公開\n");
}

/// The file opens by itself, with a style and without a script.
pub fn a_page_of_its_own_is_downloaded(page: &mut Page<'_>) {
    report(
        page,
        &[
            "## 話\n\n- 🔒 ひみつ\n- 公開\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n[下](#下)",
            "## 下\n\n文[^1]\n\n<script>document.title = 'x'</script>\n\n[^1]: 注",
        ],
    );
    page.click(WAYS);
    let (name, bytes) =
        page.downloads(|page| page.click("HTML をダウンロード どこでも読める 1 枚のページ"));
    assert_eq!(name, "kumo-kaigi.html");
    page.sees("kumo-kaigi.html を書き出しました");
    page.opens_file(&name, &bytes);
    let seen: (String, String, Vec<String>, usize, String, String) = page.eval(
        "const all = selector => [...document.querySelectorAll(selector)];
         return [
             document.title,
             document.documentElement.lang,
             all('h1, h2').map(it => it.textContent),
             document.scripts.length,
             all('td').map(it => it.textContent).join(),
             getComputedStyle(document.body).maxWidth,
         ]",
    );
    let headings = ["Kumo Kaigi 参加レポ", "話", "下"]
        .map(str::to_owned)
        .to_vec();
    assert_eq!(
        seen,
        (
            "Kumo Kaigi 参加レポ".into(),
            "ja".into(),
            headings,
            0,
            "1,2".into(),
            "672px".into()
        )
    );
    page.until(
        "const leads = selector => {
             const [link] = document.querySelectorAll(selector);
             return document.getElementById(decodeURIComponent(link.hash.slice(1))).textContent;
         };
         return leads('p > a') === '下' && leads('sup a').startsWith('注') && leads('.notes a') === '1'",
    );
    page.sees("document.title = 'x'");
    page.sees_no("ひみつ");
}

/// The sheet of the device takes the page too.
pub fn a_page_is_shared_where_there_is_a_sheet(page: &mut Page<'_>) {
    // A stand-in: headless browsers have no share sheet. It is there before the screen asks for it.
    page.eval::<()>(
        "Object.defineProperty(navigator, 'canShare', { configurable: true, value: data => !!data.files?.length });
         Object.defineProperty(navigator, 'share', { configurable: true, value: async ({ files: [file] }) => {
             window.shared = [file.name, file.type, await file.text()];
         } });",
    );
    report(page, &["## 話\n\n本文"]);
    page.click(WAYS);
    page.sees("Markdown を共有");
    page.click("HTML を共有 どこでも読める 1 枚のページ");
    page.until("return !!window.shared");
    let (name, kind, text): (String, String, String) = page.eval("return window.shared");
    assert_eq!(
        (name.as_str(), kind.as_str()),
        ("kumo-kaigi.html", "text/html")
    );
    assert!(text.contains(">話</h2>\n<p>本文</p>"), "{text}");
}

/// A short post with title and hashtag, which takes the address and what is written into it.
pub fn a_report_is_announced(page: &mut Page<'_>) {
    page.click("新しいイベント");
    page.type_into("イベント名", "Kumo Kaigi");
    page.type_into("ハッシュタグ", "kumo");
    page.click("白紙");
    page.click("作成する");
    page.sees("まだ見出しがありません");
    open_report(page);
    // A stand-in: drivers have no permission to read or write the real clipboard.
    page.eval::<()>(
        "Object.defineProperty(navigator, 'clipboard',
            { configurable: true, value: { writeText: async text => { window.copied = text; } } })",
    );
    page.click(WAYS);
    page.click("告知文を作る X などへの短い投稿");
    page.holds("告知文", "「Kumo Kaigi 参加レポ」を公開しました！\n#kumo\n");
    page.sees("45 / 280");
    page.type_into("告知文", "読んでね\n");
    page.type_into("記事のリンク", "https://a.example/report");
    let post = "「Kumo Kaigi 参加レポ」を公開しました！\n#kumo\n読んでね\nhttps://a.example/report";
    page.holds("告知文", post);
    page.sees("78 / 280");
    page.click("告知文をコピー");
    page.sees("告知文をコピーしました");
    assert_eq!(page.eval::<String>("return window.copied"), post);
}

/// The sheet comes and goes by keys, and is not on the paper.
pub fn more_ways_come_and_go_by_keys(page: &mut Page<'_>) {
    report(page, &["## 話\n\n本文"]);
    page.eval::<()>(
        "window.print = () => { window.printed = !document.querySelector('dialog[open]'); };
         document.querySelector('[aria-haspopup=dialog]').focus();",
    );
    page.press("Enter");
    page.has("dialog[open]");
    page.press("Escape");
    page.until(
        "return !document.querySelector('dialog')
             && document.activeElement.ariaLabel === 'ほかの持ち出し方'",
    );
    page.press("Enter");
    page.click("印刷・PDF");
    page.until("return window.printed === true");
}
