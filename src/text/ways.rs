//! The words about the ways in which a report is taken away besides its file. One constant per
//! language.

/// The words of one language.
pub struct WaysWords {
    pub title: &'static str,
    pub copy_rich: &'static str,
    pub copy_rich_about: &'static str,
    pub copied_rich: &'static str,
    pub failed_copy_rich: &'static str,
    pub copy_title: &'static str,
    /// Editors have a field of their own for it.
    pub copy_title_about: &'static str,
    pub copied_title: &'static str,
    pub download_page: &'static str,
    pub download_page_about: &'static str,
    pub share_markdown: &'static str,
    pub share_page: &'static str,
    pub print: &'static str,
    // The announcement
    pub announce: &'static str,
    pub announce_about: &'static str,
    /// Says that the report with this title is there.
    pub post: fn(&str) -> String,
    pub post_text: &'static str,
    pub post_link: &'static str,
    /// How long it is, and how long it may be.
    pub post_length: fn(usize, usize) -> String,
    /// By so much.
    pub post_too_long: fn(usize) -> String,
    pub copy_post: &'static str,
    pub copied_post: &'static str,
    pub failed_copy_post: &'static str,
}

pub const JA: WaysWords = WaysWords {
    title: "ほかの持ち出し方",
    copy_rich: "書式つきでコピー",
    copy_rich_about: "note やメールの編集画面に貼り付けられます",
    copied_rich: "書式つきでコピーしました",
    failed_copy_rich: "書式つきでコピーできませんでした。「HTML をダウンロード」で持ち出せます。",
    copy_title: "タイトルをコピー",
    copy_title_about: "本文とは別の欄に貼り付けるところに",
    copied_title: "タイトルをコピーしました",
    download_page: "HTML をダウンロード",
    download_page_about: "どこでも読める 1 枚のページ",
    share_markdown: "Markdown を共有",
    share_page: "HTML を共有",
    print: "印刷・PDF",
    announce: "告知文を作る",
    announce_about: "X などへの短い投稿",
    post: |title| format!("「{title}」を公開しました！"),
    post_text: "告知文",
    post_link: "記事のリンク",
    post_length: |length, longest| format!("{length} / {longest}"),
    post_too_long: |by| format!("X の上限を {by} 超えています"),
    copy_post: "告知文をコピー",
    copied_post: "告知文をコピーしました",
    failed_copy_post: "コピーできませんでした。文を選択してコピーしてください。",
};

pub const EN: WaysWords = WaysWords {
    title: "More ways to take it away",
    copy_rich: "Copy as rich text",
    copy_rich_about: "To paste into note, a mail or a document",
    copied_rich: "Copied as rich text",
    failed_copy_rich: "Could not copy as rich text. “Download HTML” takes it away too.",
    copy_title: "Copy the title",
    copy_title_about: "Where it has a field of its own",
    copied_title: "Copied the title",
    download_page: "Download HTML",
    download_page_about: "One page that opens anywhere",
    share_markdown: "Share Markdown",
    share_page: "Share HTML",
    print: "Print or save as PDF",
    announce: "Announce the report",
    announce_about: "A short post for X and others",
    post: |title| format!("New post: {title}"),
    post_text: "Announcement",
    post_link: "Link to the report",
    post_length: |length, longest| format!("{length} / {longest}"),
    post_too_long: |by| format!("{by} over the limit of X"),
    copy_post: "Copy the announcement",
    copied_post: "Copied the announcement",
    failed_copy_post: "Could not copy. Select the text to copy it.",
};
