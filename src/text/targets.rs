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
    /// Where no file is taken.
    pub paste: &'static str,
    /// Of the list of what would go wrong there, with how many things that is.
    pub findings: fn(usize) -> String,
    pub no_findings: &'static str,
    /// Of so many more that are not shown yet.
    pub more: fn(usize) -> String,
    /// Before a finding that the place rejects or shows otherwise, and before advice.
    pub error: &'static str,
    pub advice: &'static str,
    pub source: &'static str,
    /// To the place in the section of this title.
    pub open: fn(&str) -> String,
    pub fixed: &'static str,
    /// To so many findings of one kind, and when they are.
    pub fix_alike: fn(usize) -> String,
    pub fixed_alike: fn(usize) -> String,
    pub taken_back: &'static str,
    /// Of what is not taken back, whatever it was.
    pub changed_since: &'static str,
    /// What a place puts above a report.
    pub contents: &'static str,
}

pub const JA: TargetWords = TargetWords {
    label: "公開先",
    as_written: "書いたまま（Markdown）",
    hatena: "はてなブログ",
    not_verified: |name| format!("{name}（表示は未確認）"),
    file: |path| format!("ファイル: {path}"),
    paste: "書式つきでコピーして、note の編集画面に貼り付けます",
    findings: |count| format!("公開前の確認: {count} 件"),
    no_findings: "公開前の確認: 直すところはありません",
    more: |count| format!("ほかに {count} 件あります。ここまでを直すと表示します"),
    error: "要修正",
    advice: "提案",
    source: "出典",
    open: |title| format!("「{title}」を開く"),
    fixed: "直しました",
    fix_alike: |count| format!("同じ {count} 件をまとめて直す"),
    fixed_alike: |count| format!("{count} 件を直しました"),
    taken_back: "直す前に戻しました",
    changed_since: "そのあとで書き換えられたので、元に戻していません",
    contents: "目次",
};

pub const EN: TargetWords = TargetWords {
    label: "Publish to",
    as_written: "As written (Markdown)",
    hatena: "Hatena Blog",
    not_verified: |name| format!("{name} (not verified)"),
    file: |path| format!("File: {path}"),
    paste: "Copy it as rich text and paste it into the editor of note",
    findings: |count| match count {
        1 => "Before you publish: 1 finding".into(),
        count => format!("Before you publish: {count} findings"),
    },
    no_findings: "Before you publish: nothing to fix",
    more: |count| format!("{count} more, shown when these are fixed"),
    error: "Fix",
    advice: "Advice",
    source: "Source",
    open: |title| format!("Open “{title}”"),
    fixed: "Fixed",
    fix_alike: |count| format!("Fix all {count} like this"),
    fixed_alike: |count| format!("Fixed {count}"),
    taken_back: "As it was before",
    changed_since: "It was changed since, so it stays as it is now",
    contents: "Contents",
};
