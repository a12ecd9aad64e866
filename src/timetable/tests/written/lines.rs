//! Lines of text: times, days, rooms, what follows a title, and prose around it all.

use super::{check, check_undated};

#[test]
fn reads_times_as_they_are_written() {
    for (time, expected) in [
        ("13:00-13:20", "13:00-13:20"),
        ("１３：００～１３：２０", "13:00-13:20"),
        ("13:00〜13:20", "13:00-13:20"),
        ("13:00 – 13:20", "13:00-13:20"),
        ("13:00 — 13:20", "13:00-13:20"),
        ("13:00−13:20", "13:00-13:20"),
        ("13:00ー13:20", "13:00-13:20"),
        ("13:00 --> 13:20", "13:00-13:20"),
        ("13:00\\~13:20", "13:00-13:20"),
        ("13:00 to 13:20", "13:00-13:20"),
        ("13:00から13:20", "13:00-13:20"),
        ("13時00分〜13時20分", "13:00-13:20"),
        ("13時〜13時半", "13:00-13:30"),
        ("13〜14時", "13:00-14:00"),
        ("13:00:00-13:20:00", "13:00-13:20"),
        ("13.00-13.20", "13:00-13:20"),
        ("13.00 Uhr", "13:00"),
        ("13h20", "13:20"),
        ("13:20h", "13:20"),
        ("1.20pm", "13:20"),
        ("1.00-1.20pm", "13:00-13:20"),
        ("9.30 - 10.00", "09:30-10:00"),
        ("9.00 - 9.30", "09:00-09:30"),
        ("午後1時", "13:00"),
        ("午後1時〜2時", "13:00-14:00"),
        ("午後0:30", "12:30"),
        ("正午", "12:00"),
        ("1:00 PM – 1:20 PM", "13:00-13:20"),
        ("1:00\u{202f}p.m.", "13:00"),
        ("1:00 – 1:20 PM", "13:00-13:20"),
        ("11:00 – 1:00 PM", "11:00-13:00"),
        ("9-10am", "09:00-10:00"),
        ("12:00 AM", "00:00"),
        ("12:00 PM", "12:00"),
        ("13:00〜", "13:00"),
        ("13:00頃", "13:00"),
        ("13:00 (20分)", "13:00-13:20"),
        ("13:00（1時間30分）", "13:00-14:30"),
        ("13:00 [20 min]", "13:00-13:20"),
        // The day stays, the clock goes on.
        ("25:30", "+11-29T01:30"),
        ("22:00-24:00", "22:00-+11-29T00:00"),
        ("23:30-0:30", "23:30-+11-29T00:30"),
    ] {
        check(&format!("{time} Talk"), &format!("{expected} Talk"));
    }
}

#[test]
fn finds_times_behind_marks() {
    for line in [
        "・13:00 Talk",
        "- 13:00 Talk",
        "* [ ] 13:00 Talk",
        "1. 13:00 Talk",
        "> 13:00 Talk",
        "### 13:00 Talk",
        "**13:00** Talk",
        "[13:00] Talk",
        "【13:00】Talk",
        "（13:00）Talk",
        "🕐 13:00 Talk",
        "13:00: Talk",
        "13:00 | Talk",
        "13:00からTalk",
        "\u{feff}13:00\u{200b} Talk",
    ] {
        check(line, "13:00 Talk");
    }
    check("Talk 13:00-13:20", "13:00-13:20 Talk");
    check("受付：13:00〜13:20", "13:00-13:20 ~ 受付");
}

#[test]
fn is_no_programme_without_a_time_and_a_title() {
    for text in [
        "",
        "13:00",
        "Talk",
        "日時：2026年11月28日 13:00〜18:00",
        "13:00までに来てください。",
        "16:9 の画面",
        "1:1 mentoring",
        "2026-11-28",
        "営業時間：10:00-18:00",
    ] {
        check(text, "none");
    }
}

#[test]
fn turns_to_the_day_of_a_heading() {
    for heading in [
        "## 11月29日(日)",
        "11月29日（日・祝）",
        "2026/11/29",
        "2026-11-29 (Sun)",
        "2026年11月29日",
        "11/29",
        "29.11.2026",
        "29/11/2026",
        "11/29/2026",
        "29th of November",
        "Sunday, November 29",
        "Sun, 29 Nov 2026",
        "Nov. 29th, 2026",
        "## Conference day – 29 November",
        "# タイムテーブル（11/29）",
        "Day 2",
        "Day 2 - Nov 29, 2026",
        "## 2日目",
        "【２日目】",
        "Day 2: Talks",
        "日曜日",
        "日時: 11/29 13:00-18:00",
    ] {
        check(&format!("{heading}\n13:00 Talk"), "11-29T13:00 Talk");
    }
    // Right after an entry as well; prose is no heading.
    check("10:00 A\nDay 2\n10:00 B", "10:00 A\n11-29T10:00 B");
    check("11/29 販売開始\n10:00 A", "10:00 A");
}

#[test]
fn takes_the_year_that_is_near() {
    check("1月9日\n10:00 A", "01-09T10:00 A");
    check_undated("3/4/2026\n10:00 A", "03-04T10:00 A");
    check("1/12/2026\n10:00 A", "12-01T10:00 A");
    check_undated(
        "2025年の会です 2025/3/1\n\n3月2日\n10:00 A",
        "03-02T10:00 A",
    );
}

#[test]
fn reads_dates_before_times() {
    check("11/29 13:00 A", "2026-11-29T13:00 A");
    check("Nov 29, 1:00 PM: A", "2026-11-29T13:00 A");
    check(
        "2026/11/29 23:00 – 2026/11/30 01:00 A",
        "2026-11-29T23:00-+11-30T01:00 A",
    );
}

#[test]
fn puts_small_hours_after_an_evening_into_its_night() {
    check("23:00 A\n00:30 B", "23:00 A\n+11-29T00:30 B");
    check("04:00 A\n23:00 B", "04:00 A\n23:00 B");
}

#[test]
fn says_that_it_needs_a_day() {
    check_undated("10:00 A", "1970-01-01T10:00 A\nneeds a day");
    check_undated("11/29\n10:00 A", "1970-11-29T10:00 A\nneeds a day");
    check_undated("2/29\n10:00 A", "1972-02-29T10:00 A\nneeds a day");
    check_undated("Day 2\n10:00 A", "1970-01-02T10:00 A\nneeds a day");
    check_undated(
        "Saturday\n10:00 A\nSunday\n10:00 B",
        "1970-01-03T10:00 A\n1970-01-04T10:00 B\nneeds a day",
    );
    check_undated(
        "2026/11/28\n10:00 A\nDay 2\n10:00 B",
        "10:00 A\n11-29T10:00 B",
    );
}

#[test]
fn reads_whose_clocks_they_are() {
    check("10:00 UTC A", "10:00Z A");
    check("10:00-11:00 (UTC+9) A", "01:00Z-02:00Z A");
    check("10:00 JST A", "01:00Z A");
    check(
        "10:00 CET A\n11:00 CET B",
        "10:00 A\n11:00 B\nline 1 UnknownZone: A",
    );
    // Without a day it cannot be a moment of the whole world.
    check_undated("10:00 UTC A", "1970-01-01T10:00 A\nneeds a day");
}

#[test]
fn enters_rooms_and_tracks() {
    check("## Track\tC\n10:00 A", "10:00 A # Track C");
    check(
        "10:00 A\n\n25:99\tx\n11:00 B",
        "10:00 A\n11:00 B\nline 3 NotUnderstood: 25:99 x",
    );
    check(
        "### Room A\n10:00 A\n#### Morning\n11:00 B\n### Track 2\n10:00 C\n### Party\n12:00 D",
        "10:00 A @ Room A\n11:00 B @ Room A\n10:00 C # Track 2\n12:00 D",
    );
    check(
        "【A会場】\n10:00 A\n【B会場】\n10:00 B\n■ 大ホール\n10:00 休憩",
        "10:00 A @ A会場\n10:00 B @ B会場\n10:00 ~ 休憩",
    );
}

#[test]
fn goes_on_with_the_lines_below() {
    check(
        "10:00\nTalk\nJane Doe\nMain Hall\nabout it",
        "10:00 Talk / Jane Doe @ Main Hall \"about it\"",
    );
    check(
        "10:00\n\nTalk\n\nJane Doe\n\nprose",
        "10:00 Talk / Jane Doe",
    );
    check("10:00\n10:20\nTalk", "10:00-10:20 Talk");
    check("## 10:00\n### Talk\nby Jane Doe", "10:00 Talk / Jane Doe");
    check(
        "10:00 Talk\n登壇者: 山田太郎\n会場：A会場\n概要: 一\n二\nスライド: https://example.com/s",
        "10:00 Talk / 山田太郎 @ A会場 <slides example.com/s> \"一\\n二\"",
    );
    check(
        "10:00 A\nhttps://speakerdeck.com/a\n[動画](https://youtu.be/a)",
        "10:00 A <slides speakerdeck.com/a> <recording youtu.be/a>",
    );
    check(
        "10:00\nKEYNOTE\nTalk\nJane Doe",
        "10:00 Talk / Jane Doe # KEYNOTE",
    );
    check("10:00\nTalk\nMain Stage", "10:00 Talk @ Main Stage");
    check("10:00\nRoom of Requirement", "10:00 Room of Requirement");
}

#[test]
fn leaves_out_what_is_said_of_the_event() {
    check(
        "# 日時\n11月29日（日）13:00〜18:00（受付 12:30）\n# 会場\nカニビル 5F ルーム\n\
         # タイムテーブル\n13:00 A\n# 注意\n- 13:00 以降は入れません",
        "11-29T13:00 A",
    );
    // But no entry.
    check("# 日程\n11/29 13:00 A", "2026-11-29T13:00 A");
    check("# Day\n13:00〜18:00\n\n# Talks\n13:00 A", "13:00 A");
}

#[test]
fn tells_what_stands_between_entries() {
    check(
        "- 10:00 A\n  - point\n- LT\n- 11:00 B\n\nprose",
        "10:00 A \"point\"\n11:00 B\nline 3 NotUnderstood: LT",
    );
    check(
        "10:00 A\n\nprose\n25:99 broken\n11:00 B",
        "10:00 A\n11:00 B\nline 3 NotUnderstood: prose\nline 4 NotUnderstood: 25:99 broken",
    );
    check("10:00\n11:00 B", "11:00 B\nline 1 NoTitle: 10:00");
    check("10:00-09:00 A", "10:00 A\nline 1 EndBeforeStart: A");
    // A heading ends the programme before it.
    check("10:00 A\n\nprose\n# Day\n11:00 B", "10:00 A\n11:00 B");
}

#[test]
fn reads_two_days_of_text() {
    check(
        include_str!("../fixtures/two-days.txt"),
        r#"10:00-10:10 ~ Opening
        10:10-10:50 Keynote: Ten Years of Crabs / Ada Byte @ Hall 1
        11:00-11:20 全角の時刻 / 鈴木 一郎 @ Room A
        11:20-11:40 LT大会 @ Room A "各 5 分です"
        +11-29T01:30 Night hacking @ Room A
        11:00-11:20 借用検査 / 高橋 次郎 @ Room B
        11:20-11:40 Crab-driven development / Grace Doe @ Room B
        11-29T13:00-13:20 Closing thoughts / Alan Roe @ Main Hall
        11-29T13:30 ~ Closing
        line 24 NotUnderstood: 13:99 broken"#,
    );
}

#[test]
fn reads_headings_with_their_times_behind_them() {
    check(
        "# Workshop 9:00–17:00
         ## Day 1 (9:00–12:00)
         ### Session 1: Ownership (9:00–10:30)
         Jane Doe
         ### Posters (10:30 - 11:00)
         ## Timetable 9:00–17:00",
        "09:00-10:30 Session 1: Ownership / Jane Doe
         10:30-11:00 Posters",
    );
}
