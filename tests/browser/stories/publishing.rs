//! The report as each place of publication takes it.

use super::steps::{add_section, back_to_notes, download, is_saved, make_blank_event};
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
