//! CSV and TSV, as spreadsheets and other programs write them.

use super::check;
use crate::timetable::{Format, written};

#[test]
fn finds_out_what_separates() {
    for text in [
        "Time,Title,Speaker\n10:00,A,x",
        "Time;Title;Speaker\r\n10:00;A;x\r\n",
        "\u{feff}Time\tTitle\tSpeaker\r10:00\tA\tx",
        "\"Time\",\"Title\",\"Speaker\"\n\"10:00\",\"A\",\"x\"",
        "Time, Title, Speaker\n10:00, \"A\", x",
        "My event;;\n;;\nTime;Title;Speaker\n10:00;A;x",
        "10:00,A,x",
        "10:00;A;x",
    ] {
        check(text, "10:00 A / x");
    }
    let read = written::read("Time,Title\n10:00,A", None).expect("a programme");
    assert_eq!(read.format, Format::Table);
}

#[test]
fn reads_quotes() {
    check(
        "Time,Title,About\n10:00,\"A, \"\"b\"\"\",\"1\r\n2\"\n11:00,,C\n12:00,5\" disk,x",
        "10:00 A, \"b\" \"1\\n2\"\n11:00 C\n12:00 5\" disk \"x\"\n",
    );
    check(
        "Time,Title\n10:00,\"A\" b\n11:00,\"C",
        "10:00 \"A\" b\n11:00 \"C\nline 2 Broken: \"",
    );
    check(
        "Time,Title,Room\n10:00,A,x\n11:00,\"B,y\n12:00,C,z",
        "10:00 A @ x\n11:00 \"B @ y\n12:00 C @ z\nline 3 Broken: \"",
    );
}

#[test]
fn reads_dates_and_times_as_programs_write_them() {
    for (start, expected) in [
        ("2026/11/28 13:00", "2026-11-28T13:00"),
        ("2026-11-28T13:00:00", "2026-11-28T13:00"),
        ("2026-11-28T13:00:00+09:00", "2026-11-28T04:00Z"),
        ("2026-11-28 04:00Z", "2026-11-28T04:00Z"),
        ("11/28/2026 1:00:00 PM", "2026-11-28T13:00"),
        ("28.11.2026 13:00", "2026-11-28T13:00"),
        ("28 Nov 2026 at 13:00", "2026-11-28T13:00"),
        ("2026年11月28日 13時", "2026-11-28T13:00"),
        ("13:00:00", "13:00"),
        ("1:00 PM", "13:00"),
    ] {
        check(&format!("title,start\nA,{start}"), &format!("{expected} A"));
    }
    check(
        "title,when\nA,2026/11/28 23:00 - 2026/11/29 01:00",
        "2026-11-28T23:00-+11-29T01:00 A",
    );
}

#[test]
fn reads_what_pretalx_writes() {
    check(
        "ID,Proposal title,Track,Session type,Abstract,Start,End,Room,Speaker names\n\
         AB,Talk,Web,Talk,\"An <em>abstract</em>\",2026-11-28T10:00:00+09:00,\
         2026-11-28T10:30:00+09:00,Hall,\"Jane Doe, John Roe\"\n\
         CD,Later,Web,Talk,,,,,",
        "2026-11-28T01:00Z-01:30Z Talk / Jane Doe + John Roe @ Hall # Web id AB \"An abstract\"\n\
         - Later # Web id CD\n\
         line 3 NoStart: Later",
    );
}

#[test]
fn reads_what_calendars_write() {
    check(
        "Subject,Start Date,Start Time,End Date,End Time,Description,Location\n\
         Talk,11/28/2026,11:30:00 PM,11/29/2026,12:30:00 AM,about,Room A",
        "2026-11-28T23:30-+11-29T00:30 Talk @ Room A \"about\"",
    );
}

#[test]
fn reads_what_sessionize_writes() {
    check(
        "Session Id,Title,Description,Speakers,Level,Scheduled At,Scheduled Duration,Room\n\
         12,Talk,about,\"Jane Doe, John Roe\",All,28 Nov 2026 10:00 AM,45,Main",
        "2026-11-28T10:00-10:45 Talk / Jane Doe + John Roe @ Main # All id 12 \"about\"",
    );
}

#[test]
fn reads_lengths() {
    for length in ["40", "40分", "0:40", "40 min", "PT40M", "00:40:00"] {
        check(
            &format!("time,title,duration\n10:00,A,{length}"),
            "10:00-10:40 A",
        );
    }
    check(
        "time,title,duration\n10:00,A,long",
        "10:00 A\nline 2 BadTime: long A",
    );
    check(
        "time,title,duration\n10:00,A,1320:00",
        "10:00 A\nline 2 BadTime: 1320:00 A",
    );
    check("time,title,duration\n10:00,A,1h 30m", "10:00-11:30 A");
}

#[test]
fn reads_a_spreadsheet() {
    check(
        include_str!("../fixtures/spreadsheet.csv"),
        r#"13:00-13:20 所有権、 ふたたび / 山田 太郎 (株式会社カニ) @ A会場 id A-1 <slides docswell.com/s/x> "一行目\n\n二行目 <3\n\"三\""
        13:20 借用 / 佐藤 + 鈴木 @ A会場 id A-2
        11-29T10:00 逆さま / 田中 @ B会場 id B-1
        - 未定の話 @ B会場 id B-2
        - 時刻なし id B-4
        line 8 EndBeforeStart: 逆さま
        line 9 BadTime: 夕方 未定の話
        line 10 NoTitle: 11:00 名無し
        line 11 NoStart: 時刻なし"#,
    );
}
