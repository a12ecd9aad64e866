//! The whole library as a file, and such a file taken in.

use super::steps::{add_section, back_to_notes, is_saved, make_blank_event, text_of};
use crate::page::Page;
use crate::server::NEIGHBOUR;

/// Saves a backup and returns its name and text.
fn save(page: &Page<'_>) -> (String, String) {
    open_settings(page);
    let (name, bytes) = page.downloads(|page| page.click("バックアップを保存"));
    (name, String::from_utf8(bytes).expect("text"))
}

fn open_settings(page: &Page<'_>) {
    if page.eval("return location.hash !== '#/settings'") {
        page.go_home();
        page.click("設定");
    }
    page.sees("バックアップから戻す");
}

fn take_in(page: &Page<'_>, text: &str) {
    open_settings(page);
    page.picks("バックアップから戻す", "a.backup.txt", text.as_bytes());
}

/// The addresses of two pages on one host: two devices that know nothing of each other.
fn devices(page: &Page<'_>) -> [String; 2] {
    page.eval(&format!(
        "return [location.origin + location.pathname, location.origin + '{NEIGHBOUR}/']"
    ))
}

pub fn a_backup_brings_everything_along(page: &mut Page<'_>) {
    let [here, there] = devices(page);
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n初めの本文");
    back_to_notes(page);
    page.click("話");
    page.press("Control+End");
    page.type_text("、続き");
    back_to_notes(page);
    add_section(page, "## 消した話\n\n消した本文");
    back_to_notes(page);
    page.click("「消した話」の操作");
    page.click("削除");
    is_saved(page);
    let (name, file) = save(page);
    assert!(
        name.starts_with("sankarepo-") && name.ends_with(".backup.txt"),
        "{name}"
    );

    page.go(&there);
    page.sees("最初の参加レポをはじめましょう");
    take_in(page, &file);
    page.sees("バックアップを取り込みました");
    is_saved(page);
    // A second time there is nothing to do.
    take_in(page, &file);
    page.sees("新しく取り込むものはありませんでした");
    page.sees("削除したものは「ゴミ箱」から戻せます");
    page.go_home();
    page.reload();
    page.sees("ゴミ箱 (1)");
    page.click("雲会議");
    page.click("話");
    page.holds(text_of("話").as_str(), "## 話\n\n初めの本文、続き");
    page.click("以前の文章");
    page.sees("初めの本文");

    page.go(&here);
    take_in(page, &file);
    page.sees("新しく取り込むものはありませんでした");
}

pub fn two_devices_exchange_backups(page: &mut Page<'_>) {
    let [here, there] = devices(page);
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    let (_, mut file) = save(page);
    for (device, words) in [(&there, "、あちら"), (&here, "、こちら")] {
        page.go(device);
        if device == &there {
            take_in(page, &file);
            page.sees("を取り込みました");
            page.go_home();
        }
        page.click("雲会議");
        page.click("話");
        page.has_caret();
        page.type_text(words);
        is_saved(page);
    }
    for _ in 0..3 {
        for device in [&here, &there] {
            page.go(device);
            let (_, mine) = save(page);
            take_in(page, &file);
            page.sees("バックアップ");
            is_saved(page);
            file = mine;
        }
    }
    for device in [&here, &there] {
        page.go(device);
        page.sees("別々に書かれた版が残っている見出しが 1 件あります");
        page.click("くらべる");
        page.sees("本文、あちら");
        page.sees("本文、こちら");
        let texts: usize = page.eval("return document.querySelectorAll('.version').length");
        assert_eq!(texts, 2);
    }
}

pub fn another_file_is_no_backup(page: &mut Page<'_>) {
    make_blank_event(page, "雲会議");
    add_section(page, "## 話\n\n本文");
    is_saved(page);
    let (_, file) = save(page);
    let newer = file.replacen("\"v\":1", "\"v\":2", 1);
    for (file, told) in [
        ("# 参加レポ\n\n本文", "バックアップではないファイルです"),
        ("", "バックアップではないファイルです"),
        (newer.as_str(), "新しい版の参加レポのバックアップです"),
    ] {
        take_in(page, file);
        page.sees(told);
    }
    let cut = &file[..file.trim_end().rfind('\n').expect("several lines")];
    take_in(page, cut);
    page.sees("ファイルの終わりが欠けています");
    page.go_home();
    page.click("雲会議");
    page.click("話");
    page.holds(text_of("話").as_str(), "## 話\n\n本文");
}
