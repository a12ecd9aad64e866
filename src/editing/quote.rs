//! Quotes and callouts: `>` before every line, for a callout with its kind above them.
//!
//! In a list, what is quoted is the words of one item: the next item is her own again.
//!
//! A line of text right below a quote belongs to it (CommonMark 5.1, laziness), so a blank line is
//! set between them. Callouts are the alerts of GitHub Flavored Markdown.

use super::edit::{Change, Edit, Selection};
use super::fence::in_fence;
use super::line::{Kind, Line, Shape, lines};

/// The first line of a callout, as it is made; the other kinds are `TIP`, `IMPORTANT`, `WARNING`
/// and `CAUTION`.
const CALLOUT: &str = "> [!NOTE]";

/// Takes one quote off if all selected lines are in one, else puts them into one. The heading of
/// a section and code stay.
pub fn toggle(text: &str, selection: Selection) -> Option<Edit> {
    let lines = quotable(text, selection)?;
    if let Some(change) = quote_words(lines[0], selection) {
        return Edit::from_changes(text, &[change], selection);
    }
    let quoted = lines.iter().all(|line| Shape::of(line.text).quote > 0);
    if quoted {
        let changes: Vec<Change> = lines.iter().map(|line| unquote(*line)).collect();
        return Edit::from_changes(text, &changes, selection);
    }
    let changes = quote(text, &lines);
    Edit::from_changes(text, &changes, selection)
}

/// Quotes the words of an item that all of the selection is in, or takes that off. A quote that all
/// of the item is in, and a task, whose box must be followed by words, have none.
fn quote_words(line: Line, selection: Selection) -> Option<Change> {
    let shape = Shape::of(line.text);
    let words = line.start + shape.content;
    let is_inside = words <= selection.start && selection.end <= line.end();
    let is_item = matches!(shape.kind, Kind::Item { task: false, .. }) && shape.quote == 0;
    (is_inside && is_item).then(|| match shape.quoted_words(line.text) {
        0 => Change::insert(words, "> "),
        length => Change::delete(words..words + length),
    })
}

/// Makes a callout of the selected lines, and of a callout text again.
pub fn toggle_callout(text: &str, selection: Selection) -> Option<Edit> {
    let lines = quotable(text, selection)?;
    if let Some((title, last)) = callout(text, lines[0]) {
        let mut changes = vec![Change::delete(title.start..title.behind(text))];
        let mut line = title.next(text);
        while let Some(now) = line.filter(|line| line.start <= last.start) {
            changes.push(unquote(now));
            line = now.next(text);
        }
        return Edit::from_changes(text, &changes, selection);
    }
    let (first, mut changes) = (lines[0], quote(text, &lines));
    let title = format!("{CALLOUT}{}", first.ending(text));
    // Where the first line becomes part of it, the title stands before its mark.
    match changes
        .first_mut()
        .filter(|change| change.range.start == first.start)
    {
        Some(change) => change.insert.insert_str(0, &title),
        None => changes.insert(0, Change::insert(first.start, title)),
    }
    Edit::from_changes(text, &changes, selection)
}

/// The selected lines from the first to the last that can be quoted; `None` if there is none.
fn quotable(text: &str, selection: Selection) -> Option<Vec<Line<'_>>> {
    let lines = lines(text, selection);
    if in_fence(text, lines[0]) {
        return None;
    }
    let single = lines.len() == 1;
    let mut lines: Vec<Line> = lines
        .into_iter()
        .filter(|line| !Shape::of(line.text).is_section_heading())
        .collect();
    let blank = |line: &Line| line.text.trim().is_empty();
    if !single {
        while lines.pop_if(|line| blank(line)).is_some() {}
        let from = lines.iter().position(|line| !blank(line))?;
        lines.drain(..from);
    }
    (!lines.is_empty()).then_some(lines)
}

fn quote(text: &str, lines: &[Line]) -> Vec<Change> {
    let mark = |line: &Line| match line.text.is_empty() && lines.len() > 1 {
        true => Change::insert(line.start, ">"),
        false => Change::insert(line.start, "> "),
    };
    let mut changes: Vec<Change> = lines.iter().map(mark).collect();
    let last = lines[lines.len() - 1];
    let lazy =
        |line: &Line| Shape::of(line.text).kind == Kind::Text && Shape::of(line.text).quote == 0;
    if last.next(text).as_ref().is_some_and(lazy) {
        changes.push(Change::insert(last.behind(text), last.ending(text)));
    }
    changes
}

fn unquote(line: Line) -> Change {
    let mark = line.text.find('>').unwrap_or(0);
    let space = line.text[mark..].starts_with("> ");
    Change::delete(line.start + mark..line.start + mark + 1 + usize::from(space))
}

/// The first and the last line of the callout that a line is in.
fn callout<'t>(text: &'t str, line: Line<'t>) -> Option<(Line<'t>, Line<'t>)> {
    let quoted = |line: &Line| Shape::of(line.text).quote > 0;
    let mut first = Some(line).filter(quoted)?;
    while !is_title(first) {
        first = first.previous(text).filter(quoted)?;
    }
    let mut last = line;
    while let Some(next) = last.next(text).filter(quoted) {
        last = next;
    }
    Some((first, last))
}

fn is_title(line: Line) -> bool {
    let title = line.text[Shape::of(line.text).quote..].trim();
    let kind = title
        .strip_prefix("[!")
        .and_then(|rest| rest.strip_suffix(']'));
    kind.is_some_and(|kind| {
        let known = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];
        known.iter().any(|known| known.eq_ignore_ascii_case(kind))
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::Mark::Learned;
    use crate::editing::Command::{Callout, Enter, Mark, Quote};
    use crate::editing::marked::{check, check_none};

    #[test]
    fn lines_go_into_a_quote_and_out() {
        let check_both = |out: &str, quoted: &str| {
            check(Quote, out, quoted);
            check(Quote, quoted, out);
        };
        check_both("引用#[|]#", "> 引用#[|]#");
        check_both("#[|]#", "> #[|]#");
        check_both("前\n\n引#[用|]#\n\n後", "前\n\n> 引#[用|]#\n\n後");
        check_both("#[|]#- a", "> #[|]#- a");
        check_both("a#[a\nb|]#b", "> a#[a\n> b|]#b");
        check_both("a#[a\n\nb|]#b", "> a#[a\n>\n> b|]#b");
        check_both("a#[a\r\nb|]#b\r\n", "> a#[a\r\n> b|]#b\r\n");
        check_both("## 節\n引用#[|]#", "## 節\n> 引用#[|]#");
    }

    #[test]
    fn in_a_list_the_words_of_one_item_are_quoted() {
        let check_both = |out: &str, quoted: &str| {
            check(Quote, out, quoted);
            check(Quote, quoted, out);
        };
        check_both("- a\n- 引用#[|]#\n- b", "- a\n- > 引用#[|]#\n- b");
        check_both("  1. #[|]#", "  1. > #[|]#");
        check(Quote, "- >a#[|]#", "- a#[|]#");
        check(Enter, "- > 引用#[|]#", "- > 引用\n- #[|]#");
        check(Mark(Learned), "- > 引用#[|]#", "- > 💡 引用#[|]#");
        // Several, and what is no item of its own, are quoted as a whole.
        check(Quote, "#[- a\n- b|]#", "> #[- a\n> - b|]#");
        check(Quote, "> - a#[|]#", "- a#[|]#");
        check(Quote, "- [ ] a#[|]#", "> - [ ] a#[|]#");
    }

    #[test]
    fn quotes_lie_in_quotes() {
        check(Quote, "> > a#[|]#", "> a#[|]#");
        check(Quote, "> #[a\nb|]#", "> > #[a\n> b|]#");
        check(Quote, ">a#[|]#", "a#[|]#");
        check(Quote, "  > a#[|]#", "  a#[|]#");
    }

    #[test]
    fn what_follows_stays_outside() {
        check(Quote, "a#[|]#\nb", "> a#[|]#\n\nb");
        check(Quote, "a#[|]#\r\nb", "> a#[|]#\r\n\r\nb");
        check(Quote, "a#[|]#\n> b", "> a#[|]#\n> b");
        check(Quote, "a#[|]#\n- b", "> a#[|]#\n- b");
        check(Quote, "a#[a\n|]#b", "> a#[a\n|]#\nb");
    }

    #[test]
    fn the_heading_of_a_section_and_code_stay() {
        check_none(Quote, "## 節#[|]#");
        check_none(Quote, "```\na#[|]#\n```");
        check_none(Callout, "### メモ#[|]#");
        check_none(Callout, "~~~\na#[|]#");
        check(Quote, "#[## 節\n\na|]#", "#[## 節\n\n> a|]#");
        check_none(Quote, "#[\n\n|]#a");
    }

    #[test]
    fn lines_become_a_callout_and_text_again() {
        let check_both = |out: &str, called: &str| {
            check(Callout, out, called);
            check(Callout, called, out);
        };
        check_both("大事#[|]#", "> [!NOTE]\n> 大事#[|]#");
        check_both("#[|]#", "> [!NOTE]\n> #[|]#");
        check_both("a#[a\n\nb|]#b", "> [!NOTE]\n> a#[a\n>\n> b|]#b");
        check_both("a#[|]#\r\n", "> [!NOTE]\r\n> a#[|]#\r\n");
        check_both("## 節\n\n- a#[|]#", "## 節\n\n> [!NOTE]\n> - a#[|]#");
        check(Callout, "a#[|]#\nb", "> [!NOTE]\n> a#[|]#\n\nb");
    }

    #[test]
    fn a_callout_ends_as_a_whole() {
        check(
            Callout,
            "> [!WARNING]\n> a\n> b#[|]#\n> c\n\nd",
            "a\nb#[|]#\nc\n\nd",
        );
        check(Callout, "> [!tip]\n> a#[|]#", "a#[|]#");
        check(Callout, "> [!N#[|]#OTE]\n> a", "#[|]#a");
        check(
            Callout,
            "> [!OTHER]\n> a#[|]#",
            "> [!OTHER]\n> [!NOTE]\n> > a#[|]#",
        );
    }
}
