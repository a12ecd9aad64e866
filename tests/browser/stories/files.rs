//! Markdown files: what is in one stays in it, to the byte, but for what a person changes.

use encoding_rs::{EUC_JP, SHIFT_JIS};

use super::steps::{
    add_section, back_from_report, back_to_notes, download, is_saved, make_blank_event,
    open_report, text_of,
};
use crate::page::{Page, inside};
use crate::seed::{self, EVENT, section_fragment};

const OPEN: &str = "Markdown を開く";

/// Opens a section in the text area, by its address.
fn read_section(page: &Page<'_>, index: usize) {
    page.eval::<()>(&format!("location.hash = '{}'", section_fragment(index)));
    page.until(&format!(
        "return document.querySelector('textarea')?.dataset.section === 's{index:06}'"
    ));
}

fn go_to_notes(page: &Page<'_>) {
    page.eval::<()>(&format!("location.hash = '#/event/{EVENT}'"));
    page.sees("見出しを追加");
}

/// Line ends of all kinds, a heading in a section, a fence that is not closed, no line end at the
/// end: all stays in what was only looked at. A letter that is typed is the one that changes.
pub fn only_what_was_typed_changes(page: &mut Page<'_>) {
    let texts = [
        "前書き\r\n\r\n",
        "## 一\r\n\r\n本文\r\n\r\n\r\n",
        "## 二\r本文\r\n### 中の見出し\n行\r\n",
        "## 三\r\n\r\n~~~\r\n閉じない\r\n終わり",
    ];
    seed::load(page, "雲会議", &texts, &format!("#/event/{EVENT}"));
    page.sees("見出しを追加");
    let as_it_came = texts.concat();
    let head = "# 雲会議 参加レポ\r\n\r\n";
    assert_eq!(download(page).1, format!("{head}{as_it_came}"));
    for index in 0..texts.len() {
        read_section(page, index);
        page.press("Control+End");
        page.press("ArrowUp");
    }
    go_to_notes(page);
    assert_eq!(download(page).1, format!("{head}{as_it_came}"));
    back_from_report(page);
    for (index, typed) in [(0, "、あ"), (1, "、い")] {
        read_section(page, index);
        page.press("Control+End");
        page.type_text(typed);
        is_saved(page);
    }
    go_to_notes(page);
    let changed = as_it_came
        .replace("前書き", "前書き、あ")
        .replace("本文\r\n\r\n\r\n", "本文、い\r\n\r\n\r\n");
    page.reload();
    assert_eq!(download(page).1, format!("{head}{changed}"));
    back_from_report(page);
    // What was typed in is brought into its form, with the line ends that it has.
    read_section(page, 3);
    page.press("Control+End");
    page.type_text("だ");
    go_to_notes(page);
    let closed = changed.replace("終わり", "終わりだ\r\n~~~");
    assert_eq!(download(page).1, format!("{head}{closed}"));
    back_from_report(page);
    page.click("見出しを追加");
    page.has_caret();
    go_to_notes(page);
    let added = "\r\n\r\n## 🎈 新しい見出し\r\n";
    assert_eq!(download(page).1, format!("{head}{closed}{added}"));
}

/// The report as a file, byte for byte.
fn downloaded(page: &Page<'_>) -> Vec<u8> {
    open_report(page);
    let (_, bytes) = page.downloads(|page| page.click("Markdown をダウンロード"));
    back_from_report(page);
    bytes
}

pub fn a_file_stays_itself_to_the_byte(page: &mut Page<'_>) {
    let files = [
        "# 題\n\n## 一\n\n本文\n",
        "\u{feff}---\r\ntitle: '雲'  # 注\r\nx-odd: [a,\r\n  b]\r\ntags: rust, wasm\r\n---\r\n\r\n\r\n\
         前書き\r\n\r\n## 一\r\n```\r\n## 中\r\n```\r\n\r\n## 二",
        "## 一\r本文\r\r### 二\r  * 項目  \r",
        "\n \n前書き\t\u{3000}\n\r\r\n\n\n## 𠮷\u{e0101}e\u{301}\u{200b}\0\u{1}\u{7f}\u{2028}\n\n\n\n",
    ];
    stay_themselves(page, &files);
}

pub fn a_file_that_is_hardly_a_report_stays_itself(page: &mut Page<'_>) {
    let files = [
        "---\n題: なし\n---",
        "---\n\n# 一つ目の線\n~~~\n## 閉じない\n",
        "   ## 字下げ\n##\n## 題 ##\n\n\n\n## 題 ##\n\n",
        "\u{feff}",
    ];
    stay_themselves(page, &files);
}

/// What is opened and taken away again is the same file, also after a look at every section.
fn stay_themselves(page: &Page<'_>, files: &[&str]) {
    for (number, file) in files.iter().enumerate() {
        page.picks(OPEN, &format!("{number}.md"), file.as_bytes());
        page.sees("を開きました");
        page.sees("見出しを追加");
        let told = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        assert_eq!(told(downloaded(page)), *file, "{number}");
        let sections: Vec<String> = page.eval(
            "return [...document.querySelectorAll('.outline .rows a')].map(it => it.hash).slice(0, 5)",
        );
        let is_empty = ["---\n題: なし\n---", "\u{feff}"].contains(file);
        assert_eq!(sections.is_empty(), is_empty, "{number}");
        for section in sections {
            page.eval::<()>(&format!("location.hash = '{section}'"));
            page.until("return document.activeElement.localName === 'textarea'");
            page.press("Control+End");
            page.click("戻る");
            page.sees("見出しを追加");
        }
        page.reload();
        page.sees("見出しを追加");
        assert_eq!(told(downloaded(page)), *file, "{number}");
        page.go_home();
        page.sees(OPEN);
    }
}

/// Whatever a file is written in is recognised, and told where it is not what is usual here.
pub fn what_a_file_is_written_in_is_told(page: &mut Page<'_>) {
    let text = "## 雲の話\n\n「カタカナ」と漢字とひらがな。\n";
    let utf16 =
        |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let with_bom = |bom: &[u8], rest: &[u8]| [bom, rest].concat();
    let crlf = text.replace('\n', "\r\n");
    let broken = [text.as_bytes(), b"\xff\xfe\xfd\n"].concat();
    let files: [(Vec<u8>, &str); 11] = [
        (text.into(), "を開きました 元に戻す"),
        (
            SHIFT_JIS.encode(&crlf).0.into(),
            "（Shift_JIS、改行は CRLF）",
        ),
        (EUC_JP.encode(text).0.into(), "（EUC-JP）"),
        (
            with_bom(b"\xff\xfe", &utf16(u16::to_le_bytes)),
            "（UTF-16LE）",
        ),
        (
            with_bom(b"\xfe\xff", &utf16(u16::to_be_bytes)),
            "（UTF-16BE）",
        ),
        (utf16(u16::to_le_bytes), "（UTF-16LE）"),
        (with_bom(b"\xef\xbb\xbf", text.as_bytes()), "（BOM 付き）"),
        (text.replace('\n', "\r").into(), "（改行は CR）"),
        (text.replacen('\n', "\r\n", 1).into(), "（改行は混在）"),
        (text.trim_end().into(), "（最後の行に改行なし）"),
        (broken, "（読めない文字は �）"),
    ];
    for (bytes, told) in files {
        page.picks(OPEN, "file.md", &bytes);
        page.sees("を開きました");
        page.sees(told);
        page.click("雲の話");
        page.until(
            "return document.querySelector('textarea')?.value
                .startsWith('## 雲の話\\n\\n「カタカナ」と漢字とひらがな。')",
        );
        page.go_home();
        page.sees(OPEN);
    }
}

/// A picture is no report, and neither is what no hand can have written.
pub fn what_is_no_text_is_not_opened(page: &mut Page<'_>) {
    page.picks(
        OPEN,
        "photo.png",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0",
    );
    page.sees("「photo.png」は文章のファイルではないので開けません。");
    page.eval::<()>(
        "const files = new DataTransfer();
         files.items.add(new File([new Uint8Array(21 * 1024 * 1024)], 'large.md'));
         const field = document.querySelector('input[type=file]');
         field.files = files.files;
         field.dispatchEvent(new Event('change', { bubbles: true }));",
    );
    page.sees("20 MB より大きいファイルは開けません。");
    page.sees("最初の参加レポをはじめましょう");
    page.reload();
    page.sees("最初の参加レポをはじめましょう");
}

/// Dropped or pasted it is opened as well, and the line that says so takes it back.
pub fn a_file_is_dropped_or_pasted(page: &mut Page<'_>) {
    page.drops("落とした.md", b"## a\n\ntext\n");
    page.sees("「落とした」を開きました");
    page.click("元に戻す");
    page.sees("「落とした」をゴミ箱に移しました");
    page.sees("最初の参加レポをはじめましょう");
    page.pastes_file("写した.md", "# 貼った題\n\n## b\n".as_bytes());
    page.sees("「貼った題」を開きました");
    page.go_home();
    page.sees(OPEN);
    page.pastes_outside("## 文章から\r\n");
    page.sees("「貼り付けた文章」を開きました（改行は CRLF）");
    page.sees("文章から");
    is_saved(page);
    page.reload();
    page.sees("文章から");
    page.go_home();
    page.sees("貼った題");
    page.until("return document.querySelector('.card .meta').getClientRects().length === 0");
    // A title that stands in front matter and above the text is shown once.
    page.drops(
        "題.md",
        "---\ntitle: 同じ題\n---\n\n# 同じ題\n\n本文です\n".as_bytes(),
    );
    open_report(page);
    page.sees("本文です");
    page.until("return !document.querySelector('.report-title')");
}

/// A file for a report that is open: what it changes is told, and what goes to the trash is named,
/// before anything happens.
pub fn a_file_updates_the_report(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    for text in [
        "## 一\n\n古い本文",
        "## 二\n\n消える本文",
        "## 三\n\n残る本文",
    ] {
        add_section(page, text);
        back_to_notes(page);
    }
    let (_, before) = download(page);
    back_from_report(page);
    page.drops("same.md", before.as_bytes());
    page.sees("いまのレポートと同じ内容です");
    // Another system writes other line ends, and nothing else.
    let crlf = before.replace('\n', "\r\n");
    page.drops("same.md", crlf.replace("残る", "残った").as_bytes());
    page.sees("見出しが 1 件変わり、0 件増えます");
    page.press("Escape");

    let new = "# 別の題\n\n## 三\n\n残る本文\n\n## 一\n\n新しい本文\n\n## 四\n\n足した本文\n";
    page.drops("雲会議.md", new.as_bytes());
    page.sees("見出しが 2 件変わり、1 件増えます");
    page.sees("ゴミ箱に入る見出し（1 件）: 「二」");
    page.press("Escape");
    page.sees_no("ゴミ箱に入る見出し");
    assert_eq!(download(page).1, before);
    back_from_report(page);

    page.click("イベントとレポートの設定");
    page.picks("ファイルで更新", "雲会議.md", new.as_bytes());
    page.click(inside("「雲会議.md」", "更新する"));
    page.sees("「雲会議.md」で更新しました");
    page.sees("四");
    page.sees_no("二");
    page.click("元に戻す");
    page.sees("二");
    assert_eq!(download(page).1, before);
    back_from_report(page);

    page.drops("雲会議.md", new.as_bytes());
    page.click("更新する");
    page.sees("「雲会議.md」で更新しました");
    is_saved(page);
    page.reload();
    page.sees("見出しを追加");
    assert_eq!(download(page).1, new);
    back_from_report(page);
    page.click("一");
    page.holds(text_of("一").as_str(), "## 一\n\n新しい本文");
    page.click("以前の文章");
    page.sees("古い本文");
    page.go_home();
    // The new section that the undo took away, and what the file had no more of.
    page.click("ゴミ箱 (2)");
    page.sees("二");
    page.go_home();
    page.click("雲会議");
    page.sees("見出しを追加");
    page.drops("雲会議.md", new.replace("足した", "変えた").as_bytes());
    page.click("新しいイベントとして開く");
    page.sees("「別の題」を開きました");
    page.go_home();
    page.sees("雲会議");
    page.sees("別の題");
}
