//! The report as each place of publication takes it.

use super::outline::is_told;
use super::steps::{
    add_section, back_from_report, back_to_notes, choose_day, download, is_saved, make_blank_event,
    open_report, text_of,
};
use crate::page::Page;

const TEXT: &str = "## 話\n\n:::message\n本文\n:::\n\n- 🔒 ひみつ\n- 公開\n";

/// One report, spelt as each place wants it; the place that was chosen is there the next time.
pub fn the_same_report_goes_to_each_place(page: &mut Page<'_>) {
    make_blank_event(page, "Kumo Kaigi");
    add_section(page, TEXT.trim_end());
    is_saved(page);
    back_to_notes(page);
    let head = "# Kumo Kaigi 参加レポ\n\n";
    assert_eq!(
        download(page).1,
        format!("{head}## 話\n\n:::message\n本文\n:::\n\n- 公開\n")
    );
    page.chooses("公開先", "Zenn");
    page.sees("ファイル: articles/trip-report-kumo-kaigi.md");
    let (name, text) = download(page);
    assert_eq!(name, "trip-report-kumo-kaigi.md");
    assert!(
        text.starts_with("---\ntitle: \"Kumo Kaigi 参加レポ\"\n"),
        "{text}"
    );
    assert!(
        text.ends_with("---\n\n## 話\n\n:::message\n本文\n:::\n\n- 公開\n"),
        "{text}"
    );
    page.reload();
    page.sees("ファイル: articles/trip-report-kumo-kaigi.md");
    page.chooses("公開先", "GitHub");
    let (name, text) = download(page);
    assert_eq!(name, "kumo-kaigi.md");
    assert_eq!(
        text,
        format!("{head}## 話\n\n> [!NOTE]\n> 本文\n\n- 公開\n")
    );
    page.chooses("公開先", "dev.to（表示は未確認）");
    let (_, text) = download(page);
    assert!(text.ends_with("## 話\n\n> ℹ️ 本文\n\n- 公開\n"), "{text}");
}

/// What the place would spoil stands beside the preview with its source and its place; a tap mends
/// it, and another takes that back.
pub fn what_would_go_wrong_is_said_and_mended_by_a_tap(page: &mut Page<'_>) {
    make_blank_event(page, "Kumo Kaigi");
    page.click("見出しを追加");
    page.until("return document.activeElement.localName === 'textarea'");
    page.press("Control+a");
    page.paste("## 話\n\nこれは**「強調」**の例\n\n・項目\n\nありがとうございました");
    is_saved(page);
    back_to_notes(page);
    open_report(page);
    page.chooses("公開先", "Zenn");
    page.sees("公開前の確認: 3 件");
    page.click("公開前の確認: 3 件");
    page.sees("Zenn の記事にはトピックが 1 つ以上必要です。");
    page.sees("記号と文字に挟まれた ** は効かず、そのまま表示されます。");
    page.until(
        "return [...document.querySelectorAll('.finding-ways a[rel]')].some(
             source => source.href.startsWith('https://spec.commonmark.org/'))",
    );
    page.click("リストにする");
    page.sees("公開前の確認: 2 件");
    page.until("return !!document.activeElement.closest('.finding:last-child')");
    page.has(".markdown li");
    page.click("元に戻す");
    is_told(page, "直す前に戻しました");
    page.sees("公開前の確認: 3 件");
    page.until("return !document.querySelector('.markdown li')");
    page.has(".findings details:not(.mild)");
    page.click("効くように書き換える");
    page.sees("公開前の確認: 2 件");
    page.has(".markdown strong");
    page.has(".findings .mild");
    page.click("リストにする");
    page.sees("公開前の確認: 1 件");
    page.click("「トピック」を開く");
    page.until("return document.activeElement.labels?.[0].textContent === 'トピック'");
    page.type_text("rust");
    page.click("戻る");
    page.until("return !!document.querySelector('.markdown')");
    page.sees("公開前の確認: 直すところはありません");
    page.chooses("公開先", "書いたまま（Markdown）");
    page.sees("公開前の確認: 直すところはありません");
}

/// What the place would spoil stands above any advice, and who mends one after the other stays there.
pub fn findings_are_mended_one_after_the_other(page: &mut Page<'_>) {
    make_blank_event(page, "Kumo Kaigi");
    let advice = "・項目\n\n本文\n\n".repeat(60);
    add_section(page, &format!("## 話\n\n{advice}##見出し\n\nありがとう"));
    is_saved(page);
    back_to_notes(page);
    open_report(page);
    page.click("公開前の確認: 61 件");
    page.until(
        "return document.querySelector('.finding').innerText.startsWith('要修正')
             && document.querySelectorAll('.finding').length === 50",
    );
    page.eval::<()>("document.querySelector('.finding:nth-child(41) .button').focus()");
    page.press("Enter");
    page.sees("公開前の確認: 60 件");
    let is_there = "const all = [...document.querySelectorAll('.finding')];
         return all.indexOf(document.activeElement.closest('.finding')) === 40";
    page.until(is_there);
    page.press("Enter");
    page.sees("公開前の確認: 59 件");
    page.until(is_there);
    // Or all at once, and back.
    page.click("同じ 58 件をまとめて直す");
    page.sees("58 件を直しました");
    page.sees("公開前の確認: 1 件");
    page.until("return !document.querySelector('.markdown').innerText.includes('・')");
    page.click("元に戻す");
    page.sees("公開前の確認: 59 件");
}

/// The list follows the typing, stays as open as it was, and a tap on a place puts the caret there.
/// What was mended and then written on stays, and that is said.
pub fn findings_follow_the_typing(page: &mut Page<'_>) {
    make_blank_event(page, "Kumo Kaigi");
    add_section(page, "## 話\n\nありがとう\n\n##見出し\n\n本文");
    // At once: a list that came later would move the preview under the finger.
    page.go_home();
    page.until("return !document.querySelector('.findings')");
    page.eval::<()>(
        "window.premature = false;
         const look = () => {
             window.premature ||= !!document.querySelector('.findings-none:not([hidden])');
             requestAnimationFrame(look);
         };
         look()",
    );
    page.click("Kumo Kaigi");
    open_report(page);
    let beneath = "return document.querySelector('.findings').offsetHeight";
    page.has(".findings details:not([hidden])");
    let height: u32 = page.eval(beneath);
    assert!(!page.eval::<bool>("return window.premature"));
    page.click("公開前の確認: 1 件");
    page.sees("# の後ろに半角スペースがないので、見出しになりません。");
    page.click("「話」を開く");
    page.until(
        "const area = document.activeElement;
         return area.localName === 'textarea' && area.value.slice(area.selectionStart).startsWith('##見出し')",
    );
    page.press("ArrowRight");
    page.press("ArrowRight");
    page.type_text(" ");
    page.sees("公開前の確認: 直すところはありません");
    assert_eq!(page.eval::<u32>(beneath), height);
    page.until("return document.activeElement.localName === 'textarea'");
    page.press("Backspace");
    page.sees("公開前の確認: 1 件");
    page.sees("# の後ろに半角スペースがないので、見出しになりません。");
    page.click("見出しにする");
    page.type_into(&*text_of("話"), "です");
    page.click("元に戻す");
    page.sees("そのあとで書き換えられたので、元に戻していません");
    page.holds(
        &*text_of("話"),
        "## 話\n\nありがとう\n\n## 見出し\n\n本文です",
    );
}

/// The preview is that of the place: its boxes, cards and contents.
pub fn the_preview_is_that_of_the_place(page: &mut Page<'_>) {
    make_blank_event(page, "Kumo Kaigi");
    let long = "\n\n段落です。".repeat(60);
    add_section(
        page,
        &format!(
            "## 話\n\n:::message\n箱\n:::\n\n:::details 題\n中身\n:::\n\nhttps://example.com/slides{long}\n\n#### 細目\n\n本文"
        ),
    );
    is_saved(page);
    back_to_notes(page);
    add_section(page, "## おわりに\n\nありがとう");
    back_to_notes(page);
    open_report(page);
    let is_card = "const card = getComputedStyle(document.querySelector('.markdown .embed'));
                   return card.display === 'flex'";
    page.chooses("公開先", "GitHub");
    page.until(&is_card.replace("===", "!=="));
    page.sees("補足");
    page.sees_no("目次");
    page.chooses("公開先", "Zenn");
    page.until(is_card);
    page.until(
        "return getComputedStyle(document.querySelector('.markdown .alert'), '::before').content.includes('!')",
    );
    page.sees("中身");
    page.click("題");
    page.until("return !document.querySelector('.markdown details').open");
    page.click("目次");
    page.click("おわりに");
    page.until(
        "const last = [...document.querySelectorAll('.markdown h2')].at(-1).getBoundingClientRect();
         return last.top >= 0 && last.bottom <= innerHeight",
    );
    let names = |page: &Page<'_>, titles: &str| {
        page.until(&format!(
            "return [...document.querySelectorAll('.contents li')].map(it => it.innerText).join() === '{titles}'"
        ));
    };
    names(page, "話,おわりに");
    // Qiita names the headings of every level.
    page.chooses("公開先", "Qiita");
    names(page, "話,細目,おわりに");
    page.click("細目");
    page.until(
        "const heading = document.querySelector('.markdown h4').getBoundingClientRect();
         return heading.top >= 0 && heading.bottom <= innerHeight",
    );
}

/// On note there are two sizes of headings and no tables: each row is an item that names its cells.
pub fn the_preview_of_note_is_what_its_editor_takes(page: &mut Page<'_>) {
    make_blank_event(page, "Kumo Kaigi");
    add_section(
        page,
        "## 話\n\n### 中\n\n##### 小\n\n:::message\n箱\n:::\n\n| 時刻 | 話 |\n| --- | --- |\n| 10:00 | 開会 |",
    );
    is_saved(page);
    back_to_notes(page);
    open_report(page);
    page.chooses("公開先", "note（表示は未確認）");
    page.until(
        "const size = name => getComputedStyle(document.querySelector(`.markdown ${name}`)).fontSize;
         return size('h3') === size('h5') && parseFloat(size('h2')) > parseFloat(size('h3'))",
    );
    page.until(
        "const row = document.querySelector('.markdown tbody tr');
         return getComputedStyle(row).display === 'list-item'
             && [...row.cells].map(cell => cell.dataset.head).join() === '時刻,話'
             && document.querySelector('.markdown thead').getClientRects().length === 0",
    );
    page.until(
        "return getComputedStyle(document.querySelector('.markdown .alert'), '::before').content.includes('ℹ️')",
    );
}

/// An old report, copied from its page on Zenn, is fit to be published again as it is pasted.
pub fn an_old_report_is_pasted_and_fit_to_be_published(page: &mut Page<'_>) {
    make_blank_event(page, "Kumo Kaigi");
    page.click("見出しを追加");
    page.until("return document.activeElement.localName === 'textarea'");
    page.press("Control+a");
    page.paste_rich(PUBLISHED, "はじめに");
    page.until("return document.querySelector('textarea').value.includes('ありがとう')");
    is_saved(page);
    back_to_notes(page);
    open_report(page);
    page.chooses("公開先", "Zenn");
    page.sees("公開前の確認: 1 件");
    page.click("公開前の確認: 1 件");
    page.sees("Zenn の記事にはトピックが 1 つ以上必要です。");
    let (_, text) = download(page);
    let (_, body) = text.split_once("---\n\n").expect("front matter ends");
    assert_eq!(body, REPORT);
}

/// What zenn-markdown-html makes of [`REPORT`], as a browser copies it.
const PUBLISHED: &str = "<meta charset='utf-8'><h2 id=\"a\"><a class=\"header-anchor-link\" href=\"https://zenn.dev/a/articles/b#a\" aria-hidden=\"true\"></a> はじめに</h2><p>今年は<strong>登壇</strong>しました<sup class=\"footnote-ref\"><a href=\"https://zenn.dev/a/articles/b#fn-0a1b-1\">[1]</a></sup>。</p><aside class=\"msg message\"><span class=\"msg-symbol\">!</span><div class=\"msg-content\"><p>録画があります。</p></div></aside><details><summary>資料</summary><div class=\"details-content\"><ul><li>基調講演</li></ul></div></details><p><span class=\"embed-block zenn-embedded zenn-embedded-card\"><iframe src=\"https://embed.zenn.studio/card#c\" data-content=\"https%3A%2F%2Fexample.com%2Fslides\"></iframe></span><a href=\"https://example.com/slides\" style=\"display:none\">https://example.com/slides</a></p><div class=\"code-block-container\"><div class=\"code-block-filename-container\"><span class=\"code-block-filename\">main.rs</span></div><pre class=\"language-rust\"><code class=\"language-rust\">fn main() {}\n</code></pre></div><p>ありがとうございました。</p><section class=\"footnotes\"><span class=\"footnotes-title\">脚注</span><ol class=\"footnotes-list\"><li id=\"fn-0a1b-1\" class=\"footnote-item\"><p>初めての LT です。 <a href=\"https://zenn.dev/a/articles/b#fnref-0a1b-1\" class=\"footnote-backref\">↩︎</a></p></li></ol></section>";

const REPORT: &str = "## はじめに\n\n今年は**登壇**しました[^1]。\n\n:::message\n録画があります。\n:::\n\n:::details 資料\n- 基調講演\n:::\n\nhttps://example.com/slides\n\n```rust:main.rs\nfn main() {}\n```\n\nありがとうございました。\n\n[^1]: 初めての LT です。\n";
/// What only Zenn asks for stands in the form when the report goes there: what is wrong with a name
/// is said beside it and in the list, and the file has the name that was written.
pub fn an_article_of_zenn_has_a_kind_and_a_name(page: &mut Page<'_>) {
    make_blank_event(page, "Kumo Kaigi");
    add_section(page, "## 話\n\nありがとうございました");
    back_to_notes(page);
    page.click("イベントとレポートの設定");
    page.sees("ファイルの先頭");
    page.sees_no("スラッグ");
    page.click("戻る");
    open_report(page);
    page.chooses("公開先", "Zenn");
    page.click("イベントとレポートの設定");
    page.sees("書かなければ trip-report-kumo-kaigi にします。");
    page.sees_no("ファイルの先頭");
    page.click("アイデア（idea）");
    page.type_into("スラッグ（Zenn）", "kumo");
    page.press("Tab");
    page.sees("スラッグが 4 文字です。");
    page.click("戻る");
    open_report(page);
    page.click("公開前の確認: 2 件");
    page.sees("スラッグが 4 文字です。");
    page.sees("ファイル: articles/trip-report-kumo-kaigi.md");
    page.click("イベントとレポートの設定");
    page.type_into("スラッグ（Zenn）", "-kaigi-first");
    page.sees_no("スラッグが 4 文字です。");
    is_saved(page);
    page.reload();
    page.holds("スラッグ（Zenn）", "kumo-kaigi-first");
    page.click("戻る");
    let (name, text) = download(page);
    assert_eq!(name, "kumo-kaigi-first.md");
    assert!(text.contains("\ntype: \"idea\"\n"), "{text}");
}

/// She notes where the report was published. It says so until she removes the note, on the card of
/// the event too, and what she changed since.
pub fn where_it_was_published_is_noted(page: &mut Page<'_>) {
    make_blank_event(page, "Kumo Kaigi");
    for title in ["## 一", "## 二", "## 三"] {
        add_section(page, &format!("{title}\n\n本文"));
        is_saved(page);
        back_to_notes(page);
    }
    open_report(page);
    page.chooses("公開先", "Zenn");
    page.click("公開しましたか？ 記録する");
    page.until("return document.activeElement.id === 'published-place'");
    page.holds("公開した場所", "zenn");
    page.until(
        "return /^20..-..-..$/.test(document.querySelector('.published input[type=date]').value)",
    );
    choose_day(page, "公開した日", "2026-04-20");
    page.type_into("記事の URL（任意）", "javascript:alert(1)");
    page.click("記録する");
    page.sees("https:// か http:// で始まるアドレスを書いてください。");
    page.until("return document.activeElement.type === 'url'");
    page.press("Control+a");
    page.paste("https://zenn.example/kumo");
    page.click("記録する");
    page.sees("2026年4月20日(月)");
    is_saved(page);
    page.reload();
    page.until(
        "const link = document.querySelector('.published a');
         return link?.textContent === 'Zenn で公開' && link.href === 'https://zenn.example/kumo'
             && link.rel === 'noopener noreferrer'",
    );
    page.click("ほかの持ち出し方");
    page.click("告知文を作る X などへの短い投稿");
    page.holds("記事のリンク", "https://zenn.example/kumo");
    page.holds(
        "告知文",
        "「Kumo Kaigi 参加レポ」を公開しました！\nhttps://zenn.example/kumo",
    );
    page.press("Escape");
    page.until("return !document.querySelector('dialog')");
    page.sees_no("公開後に変わった見出し");
    // One is changed, one is left out, one is new.
    back_from_report(page);
    page.click("「二」の操作");
    page.click("レポートから外す");
    page.click("一");
    page.type_into(&*text_of("一"), "です");
    back_to_notes(page);
    add_section(page, "## 四\n\n本文");
    back_to_notes(page);
    open_report(page);
    page.click("公開後に変わった見出し: 3 件");
    page.until(
        "return [...document.querySelectorAll('.published details li')].map(it => it.innerText.trim())
             .join('/').replaceAll(/\\s+/g, ' ') === '変更 一/追加 四/外した 二'",
    );
    page.click("公開先にも反映した");
    page.sees_no("公開後に変わった見出し");
    page.click("元に戻す");
    page.sees("公開後に変わった見出し: 3 件");
    page.click("「Zenn で公開」の記録を編集");
    page.click("記録を消す");
    page.sees("公開しましたか？ 記録する");
    page.click("元に戻す");
    page.sees("Zenn で公開");
    page.click("ほかの公開先も記録する");
    page.until("return document.activeElement.id === 'published-place'");
    page.chooses("公開した場所", "Qiita");
    page.click("記録する");
    let on_qiita = "return document.activeElement.ariaLabel === '「Qiita で公開」の記録を編集'";
    page.until(on_qiita);
    back_from_report(page);
    page.click("一");
    page.type_into(&*text_of("一"), "ね");
    back_to_notes(page);
    open_report(page);
    page.sees("公開後に変わった見出し: 1 件");
    page.eval::<()>(
        "const second = document.querySelectorAll('.published > ul > li')[1];
         second.querySelector('details').open = true;
         second.querySelector('details button').click()",
    );
    page.until(on_qiita);
    is_saved(page);
    page.go_home();
    page.until(
        "const link = document.querySelector('.card a.chip');
         const box = link?.getBoundingClientRect();
         // A thumb finds it 44 px high, above the link of the card.
         const reach = dy => document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2 + dy);
         return link?.innerText === 'Zenn で公開 2026年4月20日(月)'
             && link.ariaLabel === 'Kumo Kaigi: Zenn で公開 2026年4月20日(月)'
             && link.href === 'https://zenn.example/kumo' && link.target === '_blank'
             && link.relList.contains('noopener') && !link.parentElement.closest('a, button')
             && box.width >= 44 && reach(-21) === link && reach(21) === link",
    );
    page.click("Kumo Kaigi");
    page.sees("見出しを追加");
}
