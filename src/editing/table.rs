//! A table (GitHub Flavored Markdown, 4.10): an empty one, one of lines that were copied from
//! a sheet, and the next row.

use super::edit::{Change, Edit, Selection};
use super::fence::in_fence;
use super::line::{Kind, Line, Shape, lines};

/// Makes a table of the selected lines, or of what the items of a list say, with the cells where
/// tabs are, or else columns of spaces, commas, or one to a line; the first line is its head. A caret gets a table of two columns and stands in its first
/// cell. `None` in code and in a table.
pub fn insert(text: &str, selection: Selection) -> Option<Edit> {
    let selected = lines(text, selection);
    let touches_heading = selected
        .iter()
        .any(|line| Shape::of(line.text).is_section_heading());
    if in_fence(text, selected[0]) || selected.iter().any(|line| is_row(line.text)) {
        return None;
    }
    if selection.is_caret() {
        return empty(text, selected[0]);
    }
    let written = selected.iter().filter(|line| !line.text.trim().is_empty());
    let written: Vec<&str> = written.map(|line| said(line.text)).collect();
    if touches_heading || written.is_empty() {
        return None;
    }
    let rows = rows(&written);
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let (first, last) = (selected[0], *selected.last()?);
    let ending = first.ending(text);
    let mut table: Vec<String> = rows.iter().map(|row| print(row, columns)).collect();
    table.insert(1, rule(columns));
    let before = blank_before(text, first);
    let after = blank_after(text, last);
    let insert = [before, &table.join(ending), after].concat();
    let start = first.start + before.len();
    let end = first.start + insert.len() - after.len();
    let change = Change {
        range: first.start..last.end(),
        insert,
    };
    let change = change.smallest(text);
    let selection = Selection { start, end };
    Some(Edit {
        range: change.range,
        insert: change.insert,
        selection,
    })
}

/// A line without the marker of an item.
fn said(line: &str) -> &str {
    let shape = Shape::of(line);
    match shape.kind {
        Kind::Item { .. } | Kind::Loose { .. } => &line[shape.content..],
        _ => line,
    }
}

fn rows<'t>(lines: &[&'t str]) -> Vec<Vec<&'t str>> {
    let has = |c: &char| lines.iter().any(|line| line.contains(*c));
    let at = |separator: char| {
        lines
            .iter()
            .map(move |line| line.split(separator).collect())
    };
    if has(&'\t') {
        return at('\t').collect();
    }
    // What a terminal prints.
    let apart = |line: &&'t str| -> Vec<&'t str> {
        let cells = line.split("  ").map(str::trim);
        cells.filter(|cell| !cell.is_empty()).collect()
    };
    let columns: Vec<Vec<&str>> = lines.iter().map(apart).collect();
    let width = columns.first().map_or(0, Vec::len);
    if width > 1 && columns.iter().all(|row| row.len() == width) {
        return columns;
    }
    match [',', '，'].into_iter().find(has) {
        Some(comma) => at(comma).collect(),
        None => lines.iter().map(|line| vec![*line]).collect(),
    }
}

/// Enter in a row that is complete: an empty row below it, with the caret in the first cell. In an
/// empty row: out of the table.
pub fn next_row(text: &str, selection: Selection) -> Option<Edit> {
    let line = Line::at(text, selection.start);
    let cells = cells(line.text);
    let at_end = line.text[selection.end.checked_sub(line.start)?.min(line.text.len())..]
        .trim()
        .is_empty();
    if !selection.is_caret() || !at_end || !is_in_body(text, line) || in_fence(text, line) {
        return None;
    }
    let ending = line.ending(text);
    let change = match line.text.trim_matches(['|', ' ', '\t']).is_empty() {
        true => Change {
            range: line.start..line.end(),
            insert: ending.to_owned(),
        },
        false => {
            let quote = &line.text[..Shape::of(line.text).indent];
            let row = print(&vec![""; cells], cells);
            Change::insert(line.end(), format!("{ending}{quote}{row}"))
        }
    };
    let (start, insert) = (change.range.start, change.insert.len());
    let in_cell = change.insert.find('|').map_or(insert, |bar| bar + 2);
    let edit = Edit::from_changes(text, &[change], selection)?;
    Some(Edit {
        selection: Selection::caret(start + in_cell),
        ..edit
    })
}

fn empty(text: &str, line: Line) -> Option<Edit> {
    let ending = line.ending(text);
    let row = print(&["", ""], 2);
    let table = [row.as_str(), &rule(2), &row].join(ending);
    let is_blank = Shape::of(line.text).kind == Kind::Blank;
    let (at, before) = match is_blank {
        true => (line.start, blank_before(text, line).to_owned()),
        // Below the line of the caret.
        false => (line.end(), ending.repeat(2)),
    };
    let end = if is_blank { line.end() } else { at };
    let insert = [&before, table.as_str(), blank_after(text, line)].concat();
    let change = Change {
        range: at..end,
        insert,
    };
    let selection = Selection::caret(at + before.len() + "| ".len());
    Some(Edit {
        range: change.range,
        insert: change.insert,
        selection,
    })
}

/// A table below text begins with a blank line: its head would be text.
fn blank_before(text: &str, first: Line) -> &'static str {
    let before = first.previous(text);
    let is_text = before.is_some_and(|line| Shape::of(line.text).kind != Kind::Blank);
    if is_text { first.ending(text) } else { "" }
}

/// Text below a table begins with a blank line: it would be a row.
fn blank_after(text: &str, last: Line) -> &'static str {
    let after = last.next(text);
    let is_text = after.is_some_and(|line| Shape::of(line.text).kind != Kind::Blank);
    if is_text { last.ending(text) } else { "" }
}

fn print(row: &[&str], columns: usize) -> String {
    let mut line = String::from("|");
    for column in 0..columns {
        let cell = row.get(column).map_or("", |cell| cell.trim());
        line.push(' ');
        line += &cell.replace('|', "\\|");
        line += " |";
    }
    line
}

fn rule(columns: usize) -> String {
    format!("|{}", " --- |".repeat(columns))
}

fn is_row(line: &str) -> bool {
    line.trim_start_matches([' ', '\t', '>']).starts_with('|')
}

fn is_rule(line: &str) -> bool {
    is_row(line)
        && line.contains('-')
        && line
            .chars()
            .all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t' | '>'))
}

/// The rule of a table that has a head, or a row below it.
fn is_in_body(text: &str, line: Line) -> bool {
    let mut above = Some(line);
    while let Some(now) = above.filter(|line| is_row(line.text)) {
        above = now.previous(text);
        if is_rule(now.text) {
            return above.is_some_and(|head| is_row(head.text));
        }
    }
    false
}

/// The cells of a row with a bar at its ends.
fn cells(line: &str) -> usize {
    let bars = line.matches('|').count() - line.matches("\\|").count();
    bars.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use crate::editing::Command::{Enter, Table};
    use crate::editing::marked::{check, check_none};

    #[test]
    fn a_caret_gets_an_empty_table() {
        const EMPTY: &str = "| #[|]# |  |\n| --- | --- |\n|  |  |";
        check(Table, "#[|]#", EMPTY);
        check(Table, "本文\n#[|]#", &format!("本文\n\n{EMPTY}"));
        check(
            Table,
            "本文\n\n#[|]#\n\n後",
            &format!("本文\n\n{EMPTY}\n\n後"),
        );
        check(Table, "本文#[|]#", &format!("本文\n\n{EMPTY}"));
        check(Table, "本#[|]#文\n後", &format!("本文\n\n{EMPTY}\n\n後"));
        check(Table, "## 節#[|]#", &format!("## 節\n\n{EMPTY}"));
        check(
            Table,
            "a\r\n#[|]#",
            &format!("a\r\n\r\n{}", EMPTY.replace('\n', "\r\n")),
        );
    }

    #[test]
    fn lines_become_rows() {
        check(
            Table,
            "#[a\tb\nc\td|]#",
            "#[| a | b |\n| --- | --- |\n| c | d ||]#",
        );
        check(
            Table,
            "#[名前, 役\n山, 司会|]#",
            "#[| 名前 | 役 |\n| --- | --- |\n| 山 | 司会 ||]#",
        );
        check(Table, "#[名前，役|]#", "#[| 名前 | 役 |\n| --- | --- ||]#");
        check(Table, "#[a\n\nb|]#", "#[| a |\n| --- |\n| b ||]#");
        check(
            Table,
            "#[a b\nc\nd\n|]#",
            "#[| a b |\n| --- |\n| c |\n| d ||]#\n",
        );
        check(
            Table,
            "a\n#[b\nc|]#\nd",
            "a\n\n#[| b |\n| --- |\n| c ||]#\n\nd",
        );
        check(Table, "#[- a\n- b|]#", "#[| a |\n| --- |\n| b ||]#");
        check(
            Table,
            "#[1. a\tx\n2. b\ty|]#",
            "#[| a | x |\n| --- | --- |\n| b | y ||]#",
        );
        check(
            Table,
            "#[a   x\nb c   y|]#",
            "#[| a | x |\n| --- | --- |\n| b c | y ||]#",
        );
        check(
            Table,
            "#[a\tb\nc|]#",
            "#[| a | b |\n| --- | --- |\n| c |  ||]#",
        );
        check(Table, "#[a|b\tc|]#", "#[| a\\|b | c |\n| --- | --- ||]#");
        check(
            Table,
            "前\n#[a\tb|]#\n後",
            "前\n\n#[| a | b |\n| --- | --- ||]#\n\n後",
        );
        check(Table, "前#[1,2|]#後", "#[| 前1 | 2後 |\n| --- | --- ||]#");
    }

    #[test]
    fn code_tables_and_headings_stay() {
        check_none(Table, "```\n#[|]#\n```");
        check_none(Table, "| a#[|]# |\n| --- |");
        check_none(Table, "#[## 節\na|]#");
        check_none(Table, "#[\n\n|]#");
    }

    #[test]
    fn enter_goes_on_with_a_row() {
        const HEAD: &str = "| a | b |\n| --- | --- |";
        check(
            Enter,
            &format!("{HEAD}\n| c | d |#[|]#"),
            &format!("{HEAD}\n| c | d |\n| #[|]# |  |"),
        );
        check(
            Enter,
            &format!("{HEAD}\n| c | d | #[|]#\n\n後"),
            &format!("{HEAD}\n| c | d | \n| #[|]# |  |\n\n後"),
        );
        check(
            Enter,
            &format!("{HEAD}#[|]#"),
            &format!("{HEAD}\n| #[|]# |  |"),
        );
        check(
            Enter,
            &format!("{HEAD}\n|  |  |#[|]#"),
            &format!("{HEAD}\n\n#[|]#"),
        );
        check(
            Enter,
            "| a\\|b |\n|---|\n| c |#[|]#",
            "| a\\|b |\n|---|\n| c |\n| #[|]# |",
        );
        check(
            Enter,
            "> | a |\n> |---|\n> | c |#[|]#",
            "> | a |\n> |---|\n> | c |\n> | #[|]# |",
        );
    }

    #[test]
    fn enter_elsewhere_is_enter() {
        check_none(Enter, "| a | b |#[|]#");
        check_none(Enter, "| a |\n| --- |\n| #[|]#c |");
        check_none(Enter, "```\n| a |\n| --- |\n| c |#[|]#");
        check_none(Enter, "本文 | 本文#[|]#");
    }
}
