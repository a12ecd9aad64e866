//! The words about the whole report as one text. One constant per language.

/// The words of one language.
pub struct WholeWords {
    pub write: &'static str,
    pub title: &'static str,
    pub text: &'static str,
    /// What stands nowhere in the text any more, before it goes to the trash.
    pub gone: fn(usize, &str) -> String,
    pub throw_away: &'static str,
    pub thrown: fn(&str) -> String,
}

pub const JA: WholeWords = WholeWords {
    write: "全体をひとつの文章で書く",
    title: "レポート全体",
    text: "レポート全体の本文",
    gone: |count, names| {
        format!("見出しを {count} 件消しました。まだゴミ箱には入れていません: {names}")
    },
    throw_away: "ゴミ箱に入れる",
    thrown: |names| format!("{names}をゴミ箱に移しました"),
};

pub const EN: WholeWords = WholeWords {
    write: "Write as one text",
    title: "Whole report",
    text: "Text of the whole report",
    gone: |count, names| {
        let sections = if count == 1 { "section" } else { "sections" };
        format!("{count} {sections} removed from the text, not yet in the trash: {names}")
    },
    throw_away: "Move to trash",
    thrown: |names| format!("Moved {names} to the trash"),
};
