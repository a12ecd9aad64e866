//! The words about the places where a report is published. One constant per language.

/// The words of one language.
pub struct TargetWords {
    pub label: &'static str,
    /// Of Markdown as it was written.
    pub as_written: &'static str,
    pub hatena: &'static str,
    /// Behind the name of a place whose own rendering nobody has compared.
    pub not_verified: fn(&str) -> String,
    /// What the file is called, with the folder in which the place looks for it.
    pub file: fn(&str) -> String,
}

pub const JA: TargetWords = TargetWords {
    label: "公開先",
    as_written: "書いたまま（Markdown）",
    hatena: "はてなブログ",
    not_verified: |name| format!("{name}（表示は未確認）"),
    file: |path| format!("ファイル: {path}"),
};

pub const EN: TargetWords = TargetWords {
    label: "Publish to",
    as_written: "As written (Markdown)",
    hatena: "Hatena Blog",
    not_verified: |name| format!("{name} (not verified)"),
    file: |path| format!("File: {path}"),
};
