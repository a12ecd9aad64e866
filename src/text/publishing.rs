//! The words about a report as an article that is published. One constant per language.

/// The words of one language.
pub struct PublishingWords {
    pub kind: &'static str,
    pub tech: &'static str,
    pub idea: &'static str,
    pub slug: &'static str,
    /// With what the slug is where none is written.
    pub slug_hint: fn(&str) -> String,
    // Where it was published
    pub title: &'static str,
    pub ask: &'static str,
    pub another: &'static str,
    pub place: &'static str,
    pub elsewhere: &'static str,
    pub day: &'static str,
    pub link: &'static str,
    pub note: &'static str,
    pub remove: &'static str,
    /// At a place of this name.
    pub on: fn(&str) -> String,
    /// One of these two, and the day.
    pub on_day: fn(&str, &str) -> String,
    /// Where nobody has said at which place.
    pub published: &'static str,
    pub change: &'static str,
    /// The same of one among several.
    pub change_of: fn(&str) -> String,
    pub noted: fn(&str) -> String,
    pub removed: &'static str,
    pub undone: &'static str,
    /// So many sections are others since.
    pub changed: fn(usize) -> String,
    pub is_changed: &'static str,
    pub is_new: &'static str,
    pub is_out: &'static str,
    /// What stands there is what stands here.
    pub up_to_date: &'static str,
    pub updated: &'static str,
}

pub const JA: PublishingWords = PublishingWords {
    kind: "記事の種類（Zenn）",
    tech: "技術記事（tech）",
    idea: "アイデア（idea）",
    slug: "スラッグ（Zenn）",
    slug_hint: |slug| format!("ファイル名と記事の URL になります。書かなければ {slug} にします。"),
    title: "公開の記録",
    ask: "公開しましたか？ 記録する",
    another: "ほかの公開先も記録する",
    place: "公開した場所",
    elsewhere: "そのほか",
    day: "公開した日",
    link: "記事の URL（任意）",
    note: "記録する",
    remove: "記録を消す",
    on: |name| format!("{name} で公開"),
    on_day: |said, day| format!("{said} {day}"),
    published: "公開済み",
    change: "編集",
    change_of: |said| format!("「{said}」の記録を編集"),
    noted: |said| format!("記録しました: {said}"),
    removed: "公開の記録を消しました",
    undone: "公開の記録を元に戻しました",
    changed: |count| format!("公開後に変わった見出し: {count} 件"),
    is_changed: "変更",
    is_new: "追加",
    is_out: "外した",
    up_to_date: "公開先にも反映した",
    updated: "公開先も今の内容だと記録しました",
};

pub const EN: PublishingWords = PublishingWords {
    kind: "Kind of article (Zenn)",
    tech: "Technical (tech)",
    idea: "Idea (idea)",
    slug: "Slug (Zenn)",
    slug_hint: |slug| {
        format!("The name of the file and the end of the article’s address. If left empty: {slug}")
    },
    title: "Where it is published",
    ask: "Published it? Record where",
    another: "Record another place",
    place: "Where",
    elsewhere: "Elsewhere",
    day: "When",
    link: "Link (optional)",
    note: "Record it",
    remove: "Remove this record",
    on: |name| format!("Published on {name}"),
    on_day: |said, day| format!("{said}, {day}"),
    published: "Published",
    change: "Edit",
    change_of: |said| format!("Edit the record “{said}”"),
    noted: |said| format!("Recorded: {said}"),
    removed: "The record was removed",
    undone: "The record is as it was before",
    changed: |count| match count {
        1 => "Changed since: 1 section".into(),
        count => format!("Changed since: {count} sections"),
    },
    is_changed: "Changed",
    is_new: "New",
    is_out: "Left out",
    up_to_date: "I updated it there, too",
    updated: "Recorded: it says the same there now",
};
