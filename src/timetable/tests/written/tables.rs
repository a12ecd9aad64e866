//! Tables of Markdown, and of cells between tabs as a browser copies them.

use super::check;

/// A table with this header and these rows.
fn table(header: &str, rows: &[&str]) -> String {
    let line: String = header
        .chars()
        .filter(|c| *c == '|')
        .map(|_| "|---")
        .collect();
    format!("{header}\n{line}\n{}", rows.join("\n"))
}

#[test]
fn knows_columns_by_their_names() {
    for header in [
        "| 時間 | 内容 | 登壇者 | 会場 |",
        "| Time | Title | Speaker(s) | Room |",
        "| **TIME** | Talk | Presenter | Venue |",
        "| ｔｉｍｅ | name | by | Location |",
        "| 時刻（予定） | 演題 | 発表者名 | 部屋 |",
        "| 時間/Time | タイトル/Title | スピーカー/Speaker | 場所/Room |",
        "| start | session | author | stage |",
        "|  | Title | Speaker | Room |",
        "| Time | 何か | Speaker | Room |",
    ] {
        let text = table(header, &["| 13:00 - 13:20 | Talk | Jane Doe | A |"]);
        check(&text, "13:00-13:20 Talk / Jane Doe @ A");
    }
}

#[test]
fn reads_a_table_without_a_header() {
    check(
        &table("| 13:00 | Opening |", &["| 13:10 | Talk / Jane Doe |"]),
        "13:00 ~ Opening\n13:10 Talk / Jane Doe",
    );
    check(
        "| 13:00 | 13:20 | Talk | Jane Doe | A |",
        "13:00-13:20 Talk / Jane Doe @ A",
    );
    check(
        "| 1 | 11/29 | 13:00 | 20分 | Talk |",
        "11-29T13:00-13:20 Talk",
    );
}

#[test]
fn reads_rooms_and_days_side_by_side() {
    check(
        &table(
            "| 時間 | Room A | Track B<br>(2F) | 備考 |",
            &[
                "| 10:00 | A / Jane Doe | B<br>John Roe<br>about | x |",
                "| 11:00 | 休憩 | 休憩 | |",
                "| 11:10 | - | ↓ | |",
                "| 12:00 | C | | |",
                "| 13:00 | | 懇親会 | |",
            ],
        ),
        r#"10:00 A / Jane Doe @ Room A
        10:00 B / John Roe # Track B (2F) "about"
        11:00 ~ 休憩
        12:00 C @ Room A
        13:00 ~ 懇親会"#,
    );
    check(
        &table("| Time | Main | Side |", &["| 10:00 | A | B |"]),
        "10:00 A @ Main\n10:00 B @ Side",
    );
    check(
        &table("|  | 11/28 (土) | Day 2 |", &["| 10:00 | A | A |"]),
        "10:00 A\n11-29T10:00 A",
    );
    check(
        &table("| Room A | Room B |", &["| 10:00-10:20 A | 10:10 B |"]),
        "10:00-10:20 A @ Room A\n10:10 B @ Room B",
    );
    check(
        &table(
            "| | 10:00 | 11:00 |",
            &["| Room A | A | B |", "| Room B | C | |"],
        ),
        "10:00 A @ Room A\n11:00 B @ Room A\n10:00 C @ Room B",
    );
}

#[test]
fn takes_rows_that_are_none() {
    check(
        &table(
            "| 時間 | 内容 | 登壇者 |",
            &[
                "| | | |",
                "| 会場A | | |",
                "| 10:00 | A | x |",
                "| | merged | y |",
                "| 時間 | 内容 | 登壇者 |",
                "| 11/29 | 11/29 | 11/29 |",
                "| 11:00 | B |",
                "| 12:00 | | |",
                "| TBD | C | |",
            ],
        ),
        r#"10:00 A / x @ 会場A
        10:00 merged / y @ 会場A
        11-29T11:00 B
        - C
        line 10 NoTitle: 12:00
        line 11 BadTime: TBD C"#,
    );
}

#[test]
fn reads_cells_with_marks() {
    check(
        &table(
            "| Time | Talk | Speaker |",
            &[
                "| **10:00**\\~10:20 | [A \\| B](https://example.com) | [@c](https://example.com/c) |",
            ],
        ),
        "10:00-10:20 A | B / @c <page example.com/c> <page example.com>",
    );
    check(
        &table(
            "| Time | Talk |",
            &["| 10:00<br>10:20 | A |", "| 10:20<br>〜10:40 | B |"],
        ),
        "10:00-10:20 A\n10:20-10:40 B",
    );
    check("時間 | 内容\n--- | ---\n10:00 | A", "10:00 A");
    check(
        &table("| Time (UTC) | Talk |", &["| 10:00 | A |"]),
        "10:00Z A",
    );
    check(
        &table("| 時間 | 時間(分) | 内容 |", &["| 10:00 | 20 | A |"]),
        "10:00-10:20 A",
    );
}

#[test]
fn leaves_out_tables_about_something_else() {
    check(
        &[
            &table("| 登壇者 | タイトル |", &["| a | b |"]),
            "",
            &table("| 時間 | 内容 |", &["| 10:00 | A |"]),
            "",
            &table("| プラン | 金額 |", &["| Gold | 10 |"]),
        ]
        .join("\n"),
        "10:00 A",
    );
}

#[test]
fn reads_cells_between_tabs() {
    check(
        "10:00\tA\tJane Doe\tRoom 1\n11:00\tB",
        "10:00 A / Jane Doe @ Room 1\n11:00 B",
    );
    check(
        "Invitation, please read\n\n時間\tタイトル\t登壇者\n10:00\tA\tx\n\tmerged\ty\n\nBye",
        "10:00 A / x\n10:00 merged / y",
    );
}

#[test]
fn reads_an_evening() {
    check(
        include_str!("../fixtures/evening.md"),
        r#"18:30-19:00 ~ 受付
        19:00-19:05 ~ オープニング / @crab_host
        19:05-19:35 はじめての所有権 / 山田 太郎（株式会社カニ） <page example.com/1>
        19:35-20:05 Vec<T> の中身 & 外側 / @left + @right <slides speakerdeck.com/x/vec>
        19:35-20:05 LT枠：5分で WASM / 佐藤 花子
        20:10 ~ 懇親会（50分）"#,
    );
}

#[test]
fn takes_for_a_title_what_stands_for_it() {
    for header in [
        "| Time | Description |",
        "| 時間 | 備考 |",
        "| 時間 | トラック |",
    ] {
        check(
            &table(header, &["| 10:00 | Opening |", "| 10:10 | Ownership |"]),
            "10:00 ~ Opening\n10:10 Ownership",
        );
    }
    // Where a title has its column, it may be left out.
    check(
        &table(
            "| Time | Event | Description |",
            &["| 10:00 | Break | Tea |", "| 10:10 | | Posters |"],
        ),
        "10:00 ~ Break \"Tea\"\n10:10 Posters",
    );
}

#[test]
fn knows_the_time_that_stands_over_a_table() {
    check(
        &format!(
            "## 10:00 - 10:45\n\n{}\n\n## 11:00 - 11:45\n\n{}",
            table(
                "| Room | Title | Speaker |",
                &[
                    "| A | Ownership | Jane Doe |",
                    "| B | Borrowing | John Roe |"
                ],
            ),
            table(
                "| Room | Title | Speaker |",
                &["| A | Lifetimes | Ann Poe |"]
            ),
        ),
        "10:00-10:45 Ownership / Jane Doe @ A
         10:00-10:45 Borrowing / John Roe @ B
         11:00-11:45 Lifetimes / Ann Poe @ A",
    );
}

#[test]
fn knows_how_long_a_merged_cell_is() {
    check(
        &table(
            "| Time | A会場 | B会場 |",
            &[
                "| 13:00–13:30 | 委員会<br>13:00–14:00 | 所有権 |",
                "| 13:30–14:00 | | 借用 (13:30–13:50) |",
            ],
        ),
        "13:00-14:00 委員会 @ A会場
         13:00-13:30 所有権 @ B会場
         13:30-13:50 借用 @ B会場",
    );
}

#[test]
fn tells_nothing_of_rows_that_only_go_on() {
    check(
        &table(
            "| Time | A会場 | B会場 |",
            &[
                "| 9:30 | 所有権 | 借用 |",
                "| 10:15 |",
                "| 11:00 | 寿命 | |",
            ],
        ),
        "09:30 所有権 @ A会場
         09:30 借用 @ B会場
         11:00 寿命 @ A会場",
    );
}
