//! The words about a report as an article that is published. One constant per language.

/// The words of one language.
pub struct PublishingWords {
    pub kind: &'static str,
    pub tech: &'static str,
    pub idea: &'static str,
    pub slug: &'static str,
    /// With what the slug is where none is written.
    pub slug_hint: fn(&str) -> String,
}

pub const JA: PublishingWords = PublishingWords {
    kind: "記事の種類（Zenn）",
    tech: "技術記事（tech）",
    idea: "アイデア（idea）",
    slug: "スラッグ（Zenn）",
    slug_hint: |slug| format!("ファイル名と記事の URL になります。書かなければ {slug} にします。"),
};

pub const EN: PublishingWords = PublishingWords {
    kind: "Kind of article (Zenn)",
    tech: "Technical (tech)",
    idea: "Idea (idea)",
    slug: "Slug (Zenn)",
    slug_hint: |slug| {
        format!("The name of the file and the end of the article’s address. If left empty: {slug}")
    },
};
