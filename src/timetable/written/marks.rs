//! The marks around the words of a line: bullets, headings, quotes, the lines between cells; and
//! how a line of prose is told from one of a programme.

use super::cursor::{Cursor, is_blank, strip, strip_end, strip_start};
use super::dates::{Written, date};
use super::kinds::{is_room, is_service, is_track};
use super::title::trimmed;
use super::when::{When, when};
use crate::markdown::leading_emoji;

/// A line without the marks before its words.
pub struct Line<'a> {
    pub text: &'a str,
    /// How far it is set in, in characters.
    pub indent: usize,
    /// That of a heading, from 1; 0 for none.
    pub level: usize,
    pub has_bullet: bool,
}

impl<'a> Line<'a> {
    pub fn new(line: &'a str) -> Self {
        let start = strip_start(line, ">＞");
        let indent = line.len() - start.len();
        let unmarked = start.trim_start_matches(|c| "#＃".contains(c));
        let level = start[..start.len() - unmarked.len()].chars().count();
        let mut text = if level <= 6 { unmarked } else { start };
        let bare = without_bullet(strip_start(text, ""));
        let has_bullet = bare.len() < strip_start(text, "").len();
        text = strip(bare, "");
        if level > 0 {
            text = strip_end(text, "#");
        }
        let level = match level {
            0 if is_framed(start.trim_end()) => 6,
            1..=6 => level,
            _ => 0,
        };
        Self {
            text,
            indent,
            level,
            has_bullet,
        }
    }

    /// Whether it begins with something that was meant to be a time.
    pub fn looks_like_time(&self) -> bool {
        let mut here = opened(self.text);
        here.number(2).is_some() && here.any(":時") && !here.at_end() && here.peek() != Some('間')
    }
}

/// A bullet or the number of a list, and the box of a task.
fn without_bullet(text: &str) -> &str {
    const SPACED: &str = "-*+–—";
    const MARKS: &str = "・•●○■□◆◇▶►▷→※★☆‣◦▪▼▽◎･✓·";
    let mut rest = strip_start(text, MARKS);
    if rest.len() == text.len()
        && let Some(after) = text.strip_prefix(|c| SPACED.contains(c))
        && after.starts_with(is_blank)
    {
        rest = after;
    }
    let mut here = Cursor::new(rest);
    if rest.len() == text.len() && here.number(2).is_some() && here.any(".)") && here.blanks() {
        rest = here.rest;
    }
    let rest = strip_start(rest, "");
    let task = ["[ ] ", "[x] ", "[X] "]
        .iter()
        .find_map(|it| rest.strip_prefix(it));
    task.unwrap_or(rest)
}

/// What stands in a line after the brackets, emphasis and emoji before a time.
pub fn opened(text: &str) -> Cursor<'_> {
    let mut here = Cursor::new(text);
    for _ in 0..6 {
        here.blanks();
        if let Some(emoji) = leading_emoji(here.rest) {
            here.rest = &here.rest[emoji.len()..];
        } else if !here.any("([【〔<「*_`") {
            break;
        }
    }
    here
}

/// Whether what follows a time makes a sentence of it: `10:00までに…`.
pub fn ends_as_prose(rest: &str) -> bool {
    const AFTER: [&str; 16] = [
        "まで", "に", "は", "を", "が", "で", "の", "と", "も", "以降", "以前", "前", "後", "より",
        "、", "。",
    ];
    const APART: [&str; 4] = ["まで", "以降", "以前", "より"];
    let rest = rest.strip_prefix("から").unwrap_or(rest);
    let apart = strip_start(rest, "");
    APART.iter().any(|it| apart.starts_with(it))
        || AFTER.iter().any(|it| rest.starts_with(it))
        || is_prose(rest)
}

/// Whether a line is a sentence of a text around a programme.
pub fn is_prose(text: &str) -> bool {
    const ENDS: [&str; 5] = ["ください。", "下さい。", "します。", "ません。", "です。"];
    ENDS.iter().any(|it| text.trim_end().ends_with(it))
}

/// A title with a stretch of time behind it: `Opening 10:00–10:10`, and that time.
pub fn trailing(text: &str) -> Option<(&str, When)> {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let is_start = super::cursor::plain(c).is_ascii_digit() || matches!(c, '午' | '1'..='9');
        let is_free = is_blank(before) || "(（[【:：-〜~～|".contains(before);
        before = c;
        if !is_start || !is_free {
            continue;
        }
        let mut here = Cursor::new(&text[at..]);
        let Some(found) = when(&mut here) else {
            continue;
        };
        here.any(")]】");
        if found.end.is_none() || !here.at_end() {
            continue;
        }
        let title = strip_end(&text[..at], "(（[【");
        let is_label = title.ends_with([':', '：']);
        let title = trimmed(strip_end(title, ":："));
        let fits = !title.is_empty() && title.len() < 300 && (!is_label || is_service(title));
        return (fits && !title.ends_with('は')).then_some((title, found));
    }
    None
}

/// Whether a line is a heading by what is around it: `【A会場】`, `■ Room A`, `=== Room A ===`.
fn is_framed(line: &str) -> bool {
    const PAIRS: [(char, char); 6] = [
        ('【', '】'),
        ('《', '》'),
        ('〈', '〉'),
        ('［', '］'),
        ('＜', '＞'),
        ('=', '='),
    ];
    let is_pair = PAIRS
        .iter()
        .any(|(open, close)| line.starts_with(*open) && line.ends_with(*close));
    let text = strip_start(line, "■◆▼□◇★☆");
    is_pair || text.len() < line.len() && (is_room(text) || is_track(text)) && !text.contains(':')
}

/// A date, if the line is nothing else, or is short and has a day of the week or is counted, as
/// headings do: `11月28日(土) 本編`, `Day 2: Talks`.
pub fn whole_date(text: &str) -> Option<Written> {
    let text = strip(text, FRAMES);
    let mut here = Cursor::new(text);
    let found = when(&mut here)
        .filter(|found| found.start.is_none())?
        .date?;
    let (rest, date) = (here.rest, &text[..text.len() - here.rest.len()]);
    if rest.chars().all(|c| !c.is_alphanumeric()) {
        return Some(found);
    }
    let is_counted = matches!(found, Written::Nth(_));
    let has_weekday = date.ends_with([')', '）']) || date.contains("day") || date.contains("曜");
    let is_apart = rest.starts_with(|c: char| !c.is_alphanumeric());
    let is_short = rest.chars().nth(30).is_none() && !is_prose(rest) && !rest.ends_with('。');
    ((is_counted || has_weekday) && is_apart && is_short).then_some(found)
}

/// What people put around a heading.
pub const FRAMES: &str = "【】[]■□●◆◇▼▽★☆<>＜＞#*_:：=-〜~・";

/// A date anywhere in a line; a day of the week is none.
pub fn find_date(text: &str) -> Option<Written> {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let is_start = if c.is_ascii_alphabetic() {
            !before.is_alphanumeric()
        } else {
            (super::cursor::plain(c).is_ascii_digit() || "第令平".contains(c))
                && !before.is_ascii_digit()
        };
        before = super::cursor::plain(c);
        if !is_start {
            continue;
        }
        match date(&mut Cursor::new(&text[at..])) {
            None | Some(Written::Weekday(_)) => {}
            found => return found,
        }
    }
    None
}

/// Whether a line is the one under the header of a table.
pub fn is_delimiter(line: &str) -> bool {
    let line = line.trim();
    line.contains('-')
        && line.contains('|')
        && line
            .chars()
            .all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// The cells of a row, of Markdown or between tabs.
pub fn cells(row: &str, is_pipe: bool) -> Vec<&str> {
    /// No table is wider.
    const WIDEST: usize = 256;
    if !is_pipe {
        return row.split('\t').take(WIDEST).collect();
    }
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row
        .strip_suffix('|')
        .filter(|row| !row.ends_with('\\'))
        .unwrap_or(row);
    let mut cells = Vec::new();
    let (mut from, mut is_escaped) = (0, false);
    for (at, c) in row.char_indices() {
        if c == '|' && !is_escaped {
            cells.push(&row[from..at]);
            from = at + 1;
            if cells.len() == WIDEST {
                return cells;
            }
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    cells.push(&row[from..]);
    cells
}
