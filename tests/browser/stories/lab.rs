//! The harness proves itself on a practice page: what it claims to do, it does
//! in every browser, and what should fail a story does fail it.

use crate::page::{Page, inside};
use crate::server::Stranger;

pub fn finds_types_and_reads(page: &mut Page<'_>) {
    page.sees("練習");
    page.click("数える");
    page.sees("1 回");
    assert_eq!(page.text_of("#counted"), "1 回");
    page.click(inside("二つ目", "消す"));
    page.sees("二つ目を消した");
    page.type_into("名前", "たろう\n二行目");
    page.holds("名前", "たろう\n二行目");
    page.press("Control+a");
    page.paste("貼った **文**");
    page.holds("名前", "貼った **文**");
    page.sees("insertFromPaste");
    page.sees_no("まだない言葉");
    assert_eq!(page.value_of("名前"), "貼った **文**");
    page.reload();
    page.holds("名前", "貼った **文**");
    assert!(page.screenshot().starts_with(b"\x89PNG"));
}

pub fn has_the_device_of_the_person(page: &mut Page<'_>) {
    assert_eq!(device(page), ("ja".to_owned(), false, page.size().pixels()));
    page.close();
    page.sets_device(true, "en");
    page.open();
    assert_eq!(device(page), ("en".to_owned(), true, page.size().pixels()));
}

/// Language, darkness and the inside of the window, as the page sees them.
fn device(page: &Page<'_>) -> (String, bool, (u32, u32)) {
    page.eval(
        "return [
            navigator.language.slice(0, 2),
            matchMedia('(prefers-color-scheme: dark)').matches,
            [innerWidth, innerHeight],
        ]",
    )
}

pub fn downloads_a_file(page: &mut Page<'_>) {
    page.type_into("名前", "# 参加レポ");
    let (name, bytes) = page.downloads(|page| page.click("保存"));
    assert_eq!(name, "参加レポ.md");
    assert_eq!(String::from_utf8_lossy(&bytes), "# 参加レポ");
}

pub fn hears_every_complaint(page: &mut Page<'_>) {
    page.click("間違える");
    page.complains_about("間違い");
    page.click("断る");
    page.complains_about("お断り");
    page.eval::<()>("console.error('苦情')");
    page.complains_about("苦情");
    page.eval::<()>("new Image().src = 'http://127.0.0.1:9/blocked.svg'");
    page.complains_about("blocked.svg");
    page.complains_about_nothing();
}

pub fn counts_calls_to_a_stranger(page: &mut Page<'_>) {
    let stranger = Stranger::start();
    page.eval::<()>(&format!(
        "new Image().src = '{}/picture.svg'",
        stranger.origin()
    ));
    page.complains_about("picture.svg");
    assert_eq!(
        stranger.calls(),
        0,
        "the policy of the page keeps it from calling"
    );
    page.go(&stranger.origin());
    assert!(stranger.calls() > 0, "a call is counted");
}

pub fn composes_with_an_input_method(page: &mut Page<'_>) {
    page.click("名前");
    page.compose(&["に", "にほん", "日本"]);
    page.holds("名前", "日本");
    page.sees("compositionstart");
    page.sees("compositionend");
    page.type_text("語");
    page.holds("名前", "日本語");
    page.compose_as_recorded(&["あ", "亜"], true);
    page.sees("compositionend Enter:false:229");
    page.compose_as_recorded(&["い", "胃"], false);
    page.sees("Enter:true:229 compositionend");
    page.holds("名前", "日本語亜胃");
}
