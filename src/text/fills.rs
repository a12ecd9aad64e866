//! The words about what the app puts into a report, by name. One constant per language.

use super::{Language, days, timetable};
use crate::domain::{Date, Fill};

/// The words of one language.
pub struct FillWords {
    // In the report
    /// The title of each kind of section that is filled.
    pub title: fn(Fill) -> &'static str,
    /// Words that were marked, and the title of the section in which they stand.
    pub from: fn(&str, &str) -> String,
    /// The heading of a day.
    pub day: fn(usize, Date) -> String,
    // Above the list
    pub what: &'static str,
    pub put_in: &'static str,
    pub update: &'static str,
    pub done: fn(&str) -> String,
    pub undone: &'static str,
    pub as_list: &'static str,
    pub as_headings: &'static str,
    pub unwritten: &'static str,
    pub leave_out: &'static str,
    pub left_out: fn(usize) -> String,
    pub other_heads: &'static str,
    pub heads_updated: fn(usize) -> String,
    pub by_time: &'static str,
    pub ordered: &'static str,
    pub by_day: &'static str,
    pub split: &'static str,
    // On the screen of a session
    pub watched: &'static str,
    pub watched_done: fn(&str) -> String,
}

pub const JA: FillWords = FillWords {
    title: |fill| match fill {
        Fill::Memos => timetable::JA.memos,
        Fill::OwnTalk => "登壇した",
        Fill::WatchLater | Fill::WatchLaterHeadings => "あとで見る",
        Fill::Learned => "学んだこと",
        Fill::Questions => "疑問",
        Fill::Tries => "試すこと",
        Fill::Slides => "スライド",
    },
    from: |words, title| format!("{words}（{title}）"),
    day: |number, date| format!("{number}日目 {}", days::short(Language::Japanese, date)),
    what: "レポートの整理",
    put_in: "入れる",
    update: "更新する",
    done: |title| format!("「{title}」に入れました"),
    undone: "元に戻しました",
    as_list: "リストにする",
    as_headings: "見出しにする",
    unwritten: "何も書いていないメモ",
    leave_out: "外す",
    left_out: |count| format!("メモ {count} 件をレポートから外しました"),
    other_heads: "プログラムが変わったメモ",
    heads_updated: |count| format!("メモ {count} 件の見出しを更新しました"),
    by_time: "時間順に並べる",
    ordered: "メモを時間順に並べました",
    by_day: "日ごとに分ける",
    split: "メモを日ごとに分けました",
    watched: "見た",
    watched_done: |title| format!("「{title}」を見たことにしました。メモがあります。"),
};

pub const EN: FillWords = FillWords {
    title: |fill| match fill {
        Fill::Memos => timetable::EN.memos,
        Fill::OwnTalk => "My talk",
        Fill::WatchLater | Fill::WatchLaterHeadings => "Watch later",
        Fill::Learned => "What I learned",
        Fill::Questions => "Open questions",
        Fill::Tries => "To try",
        Fill::Slides => "Slides",
    },
    from: |words, title| format!("{words} ({title})"),
    day: |number, date| format!("Day {number}, {}", days::short(Language::English, date)),
    what: "Tidy the report",
    put_in: "Add",
    update: "Update",
    done: |title| format!("“{title}” is filled in"),
    undone: "It is as it was",
    as_list: "As a list",
    as_headings: "As headings",
    unwritten: "Empty memos",
    leave_out: "Leave out",
    left_out: |count| format!("{count} {} left out of the report", memos(count)),
    other_heads: "Memos whose programme changed",
    heads_updated: |count| format!("Headings of {count} {} updated", memos(count)),
    by_time: "Put in order of time",
    ordered: "The memos are in the order of time",
    by_day: "Split by day",
    split: "The memos are split by day",
    watched: "Watched",
    watched_done: |title| format!("“{title}” is watched and has a memo."),
};

fn memos(count: usize) -> &'static str {
    if count == 1 { "memo" } else { "memos" }
}
