//! The sample: a whole report for whoever has none yet.

use super::steps::{download, is_saved, open_report};
use crate::page::Page;
use crate::server::NEIGHBOUR;

const ABOUT: &str = "これは見本です。";

pub fn a_sample_comes_and_goes_with_one_tap(page: &mut Page<'_>) {
    page.click("見本を見る");
    page.sees(ABOUT);
    page.sees("聞いたセッションのメモ");
    page.has(".row[data-left-out]");
    is_saved(page);
    page.reload();
    page.sees(ABOUT);
    open_report(page);
    page.sees("質問を三つ持って帰った一日");
    page.has(".markdown table");
    page.sees_no("名札ケースは返却");
    let (name, text) = download(page);
    assert!(name.ends_with(".md"), "{name}");
    assert!(text.starts_with("---\ntitle: \"Minamo Conf 2026"), "{text}");
    assert!(!text.contains("名札ケース"));
    page.go_home();
    page.sees("汐見市 水辺会館");
    page.sees_no("見本を見る");
    page.click("Minamo Conf 2026");
    page.click("見本を片づける");
    page.sees("「Minamo Conf 2026」をゴミ箱に移しました");
    page.sees("見本を見る");
    page.click("元に戻す");
    page.click("Minamo Conf 2026");
    page.sees(ABOUT);
    // It is the sample in another tab too.
    page.opens_again_in_a_tab();
    page.sees(ABOUT);
}

pub fn a_sample_is_there_with_the_network_off(page: &mut Page<'_>) {
    page.is_kept();
    page.host().goes_off();
    page.reload();
    page.click("見本を見る");
    page.sees(ABOUT);
    is_saved(page);
    page.reload();
    page.sees(ABOUT);
}

pub fn a_sample_in_english_becomes_ones_own(page: &mut Page<'_>) {
    page.click("設定");
    page.click("English");
    page.go_home();
    page.click("See a sample");
    page.sees("This is a sample");
    page.sees("Ten years of SQLite (Tomoshibi)");
    page.click("Event and report settings");
    page.type_into("Event name", " and mine");
    page.click("Back");
    page.sees("Minamo Conf 2026 and mine");
    page.sees_no("This is a sample");
}

pub fn a_backup_brings_the_sample_along(page: &mut Page<'_>) {
    page.click("見本を見る");
    page.sees(ABOUT);
    is_saved(page);
    page.go_home();
    page.click("設定");
    let (name, file) = page.downloads(|page| page.click("バックアップを保存"));
    let neighbour: String = page.eval(&format!("return location.origin + '{NEIGHBOUR}/'"));
    page.go(&neighbour);
    page.sees("見本を見る");
    page.click("設定");
    page.picks("バックアップから戻す", &name, &file);
    page.sees("バックアップを取り込みました");
    page.go_home();
    page.click("Minamo Conf 2026");
    page.sees(ABOUT);
}

pub fn a_sample_that_cannot_be_fetched_is_told(page: &mut Page<'_>) {
    // The files that the page keeps are there without a network: without them too.
    page.is_kept();
    page.until(
        "caches.keys().then(names => Promise.all(names.map(it => caches.delete(it))))
             .then(() => { window.gone = true; });
         return !!window.gone",
    );
    page.host().goes_off();
    page.click("見本を見る");
    page.sees("見本を読み込めませんでした。");
    page.forgive();
    page.sees("最初の参加レポをはじめましょう");
}
