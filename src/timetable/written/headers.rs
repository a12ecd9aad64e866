//! What the columns of a table are called, and the labels before a field in a line. The names are
//! those that pretalx, Sessionize, Google Calendar and people give them. Knows no cells.

use super::cursor::{Cursor, is_blank, plain};
use super::times::{Clocks, clocks};

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Column {
    Title,
    /// A time, a stretch of time, with a date or without.
    Time,
    Date,
    Start,
    End,
    Length,
    Speaker,
    Company,
    Room,
    Track,
    About,
    Link,
    Slides,
    Recording,
    Id,
}

/// A name that was understood.
#[derive(Clone, Copy)]
pub struct Header {
    pub column: Column,
    /// Whether it can be nothing else: `Title` is, `Name` is a title only where there is no other.
    pub is_sure: bool,
    /// `Start (UTC)`.
    pub clocks: Clocks,
}

const SURE: [(Column, &str); 15] = [
    (
        Column::Title,
        " title タイトル 題名 演題 題目 件名 subject headline sessiontitle talktitle \
        proposaltitle presentationtitle eventtitle セッションタイトル セッション名 講演タイトル 発表タイトル \
        講演題目 講演名 プログラム名 タイトル名 titel titre ",
    ),
    (
        Column::Time,
        " time 時間 時刻 時間帯 日時 timeslot schedule timetable uhrzeit zeit heure hours \
        タイムテーブル タイム 開始終了 開催時間 開催日時 datetime dateandtime eventtime ",
    ),
    (
        Column::Date,
        " date 日付 日 日程 開催日 day 月日 conferenceday datum jour 日にち ",
    ),
    (
        Column::Start,
        " start starts begin begins 開始 開始時刻 開始時間 開始日時 starttime startsat \
        startdate startat timestart scheduledat starting beginn startzeit 開始日 dtstart startdatetime \
        starttimestamp begintime ",
    ),
    (
        Column::End,
        " end ends 終了 終了時刻 終了時間 終了日時 endtime endsat enddate endat timeend ende \
        finish endzeit 終了日 dtend enddatetime ",
    ),
    (
        Column::Length,
        " duration length 長さ 時間分 分 所要時間 持ち時間 発表時間 講演時間 min mins \
        minutes scheduledduration dauer durée 尺 lengthmin durationmin ",
    ),
    (
        Column::Speaker,
        " speaker speakers presenter presenters author authors 登壇者 発表者 講演者 \
        スピーカー 講師 演者 氏名 登壇者名 発表者名 講演者名 スピーカー名 speakername speakernames \
        presentedby 登壇 発表 お名前 referent referenten panelists パネリスト 担当 担当者 司会 座長 ",
    ),
    (
        Column::Company,
        " 所属 company affiliation organization organisation 会社 会社名 所属先 \
        企業 企業名 organizations affiliations 所属会社 ",
    ),
    (
        Column::Room,
        " room 会場 部屋 場所 開催場所 location venue stage rooms 会場名 部屋名 roomname raum ort \
        salle ステージ place 教室 roomlocation ",
    ),
    (
        Column::Track,
        " track トラック tracks トラック名 trackname stream assignedtrack ",
    ),
    (
        Column::About,
        " abstract description 概要 説明 about 要約 詳細 descriptions 講演概要 発表概要 \
        セッション概要 sessiondescription beschreibung abstracttext 要旨 synopsis ",
    ),
    (
        Column::Link,
        " url link リンク page links website ページ permalink webpage ",
    ),
    (
        Column::Slides,
        " slides スライド 資料 slide slideurl スライドurl 発表資料 資料url 資料リンク deck ",
    ),
    (
        Column::Recording,
        " recording recordinglink video 動画 録画 アーカイブ youtube 動画url ",
    ),
    (
        Column::Id,
        " id 番号 no # number sessionid uid guid code no. 発表番号 セッションid 演題番号 ",
    ),
];

const LIKELY: [(Column, &str); 6] = [
    (
        Column::Title,
        " 内容 プログラム セッション 講演 session sessions talk talks name summary event \
        program programme activity agenda content contents topic what item テーマ 名前 名称 演目 出し物 \
        項目 イベント お題 eventname sessionname コンテンツ programm thema presentation ",
    ),
    (Column::Start, " from when "),
    (Column::End, " to until "),
    (Column::Speaker, " by who with host 名前 "),
    (
        Column::Track,
        " type category カテゴリ カテゴリー 種別 種類 format level 区分 分類 sessiontype \
        sessionformat ジャンル 形式 レベル ",
    ),
    (
        Column::About,
        " 備考 notes note remarks メモ comment comments コメント ",
    ),
];

/// What a column of this name holds, if it is known: in any case and width, with what is in
/// brackets or after a `/` left out.
pub fn header(name: &str) -> Option<Header> {
    // A cell of more is no name.
    if name.len() > 80 {
        return None;
    }
    let is_length = ["(分)", "（分）", "(min", "（min"]
        .iter()
        .any(|it| name.contains(it));
    let clocks = name
        .find(['(', '（'])
        .map(|at| clocks(&mut Cursor::new(&name[at..])));
    let clocks = clocks.unwrap_or_default();
    let all = lookup(name, clocks);
    if is_length && let Some(header) = all {
        let column = Column::Length;
        return Some(Header { column, ..header }).filter(|_| header.column == Column::Time);
    }
    all.or_else(|| {
        name.split(['/', '／', '\n', '・'])
            .find_map(|part| lookup(part, clocks))
    })
}

fn lookup(name: &str, clocks: Clocks) -> Option<Header> {
    let mut simple = String::from(" ");
    let mut depth = 0;
    for c in name.chars().map(plain) {
        depth += i32::from(c == '(');
        if depth == 0 && !is_blank(c) && !"_-*/:`".contains(c) {
            simple.push(c);
        }
        depth -= i32::from(c == ')');
    }
    if simple.len() < 2 {
        return None;
    }
    simple.push(' ');
    let find = |known: &[(Column, &str)]| {
        known
            .iter()
            .find(|(_, names)| names.contains(&simple))
            .map(|(column, _)| *column)
    };
    let sure = find(&SURE);
    let column = sure.or_else(|| find(&LIKELY))?;
    Some(Header {
        column,
        is_sure: sure.is_some(),
        clocks,
    })
}
