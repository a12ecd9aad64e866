//! What stands around the entries on the pages of events.

use super::{check, check_undated};
use crate::domain::Date;
use crate::timetable::read;
use crate::timetable::tests::Database;

#[test]
fn knows_when_and_where_the_event_is() {
    check_undated(
        "【日時】
         2026年11月28日(土) 13:00〜17:00

         【会場】
         町民ホール
         カニ市殻町1-2

         【プログラム】
         13:00〜 開会
         13:10〜 基調講演",
        "13:00 ~ 開会
         13:10 基調講演",
    );
    check_undated(
        "開催日　2026年11月28日(土) 13:00〜17:00
         開催場所　町民ホール

         13:00〜13:10 開会
         13:10〜14:00 所有権の話",
        "13:00-13:10 ~ 開会
         13:10-14:00 所有権の話",
    );
    check("【会場 A】\n10:00 話", "10:00 話 @ 会場 A");
    check("Time management 10:00–11:00", "10:00-11:00 Time management");
}

#[test]
fn keeps_a_second_title_and_a_second_speaker() {
    check(
        "13:10〜 第1部 基調講演
         演題：カニの横歩き
         講師：山田太郎
         司会：佐藤花子
         14:00〜 休憩",
        "13:10 第1部 基調講演 / 山田太郎 \"演題：カニの横歩き\\n司会：佐藤花子\"
         14:00 ~ 休憩",
    );
}

#[test]
fn tells_nothing_of_lines_that_say_nothing() {
    check(
        "- 10:00 A\n\nタイムテーブル\n\n----------\n- 11:00 B",
        "10:00 A
         11:00 B",
    );
}

#[test]
fn takes_the_word_room_for_no_room() {
    check(
        "Room\n10:00 A\n\n# Room 1\n11:00 B",
        "10:00 A\n11:00 B @ Room 1",
    );
}

#[test]
fn knows_what_is_under_a_heading_of_an_entry() {
    check(
        "## 10:00–10:30 Ownership

         What it is:

         1. moves
         2. borrows

         ## 10:30–11:00 Lifetimes",
        "10:00-10:30 Ownership \"What it is:\\nmoves\\nborrows\"
         10:30-11:00 Lifetimes",
    );
}

#[test]
fn reads_tables_of_html_within_markdown() {
    let table = "<table class=\"t\"><tr><th>時間</th><th>内容</th></tr>\n\
         <tr><td>13:00 - 13:10</td>\n<td>開会</td></tr>\n\
         <tr><td>13:10 -</td><td>所有権</td></tr></table>";
    for text in [
        format!("# 会議\n\n### 11月28日\n\n{table}\n\n* おわり\n"),
        format!("<div>\n\n### 11月28日\n\n{table}\n\n</div>\n"),
        String::from(
            "<!-- x -->\n### 11月28日\n\n| 時間 | 内容 |\n|---|---|\n| 13:00 | 開会 |\n| 13:10 | 所有権 |",
        ),
        String::from("### 11月28日\n13:00 開会\n13:10 所有権\n<table"),
    ] {
        let reading = read(&text, &Database, Date::new(2026, 11, 28));
        let titles: Vec<_> = reading.sessions.iter().map(|it| &*it.title).collect();
        assert_eq!(titles, ["開会", "所有権"], "{text}");
    }
}

#[test]
fn counts_days_by_their_weekdays() {
    for weekday in ["Tuesday", "Thursday", "Sunday"] {
        check(
            &format!("## Day 1 - {weekday}, August 09\n10:00 Talk"),
            "08-09T10:00 Talk",
        );
    }
    check("2026-11-29T10:00 Talk", "2026-11-29T10:00 Talk");
}

#[test]
fn knows_rooms_from_what_is_done_in_them() {
    check(
        "### Event Time: 10:00 - 17:00\n10:30\n会場設営の開始\n11:00\n会場案内",
        "10:30 会場設営の開始\n11:00 会場案内",
    );
}
