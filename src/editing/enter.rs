//! Enter: the next item of a list, the next line of a quote, the next row of a table; or its end.
//!
//! The next item has the indent and the marker of the one before, the next number, an empty box, and
//! the numbers behind it follow. What an input method wrote as a marker goes on as it was written.
//! In an empty item the whole prefix goes, indent too: a second Enter ends the list from any
//! depth; in a quote the list ends first, then the quote. Where something stands before the empty
//! line, it stays as a blank one: what is typed next would otherwise belong to that (CommonMark 5.1
//! and 5.2, lazy continuation), and the preview would show it there.

use super::edit::{Change, Edit, Selection};
use super::fence::open_fence;
use super::line::{Kind, Line, Shape, is_digit};
use super::numbers::{First, is_constant, next_number, renumber};
use super::table;

/// `None` where there is nothing to go on with, and before the content of a line.
pub fn go_on(text: &str, selection: Selection) -> Option<Edit> {
    let line = Line::at(text, selection.start);
    let shape = Shape::of(line.text);
    let content = line.start + shape.content;
    if selection.start < content {
        return None;
    }
    if let Some(open) = open_fence(text, line) {
        return go_on_in_code(text, selection, line, open);
    }
    let quote = &line.text[..shape.quote];
    let empty = line.text[shape.content..].trim().is_empty() && selection.end <= line.end();
    match shape.kind {
        _ if is_table(line) => table::next_row(text, selection),
        Kind::Item { .. } if empty => end(text, line, quote),
        Kind::Item { .. } => next_item(text, selection, line, shape),
        Kind::Loose { .. } if empty => replace(text, line.start..line.end(), String::new()),
        Kind::Loose { .. } => {
            let marker = &line.text[..shape.content];
            next_line(text, selection, line, &next_loose(marker))
        }
        _ if quote.is_empty() => None,
        _ if empty => end(text, line, ""),
        _ => next_line(text, selection, line, &spaced(quote)),
    }
}

fn is_table(line: Line) -> bool {
    line.text
        .trim_start_matches([' ', '\t', '>'])
        .starts_with('|')
}

/// Code in a quote stays in it; its list markers are code.
fn go_on_in_code(text: &str, selection: Selection, line: Line, open: Line) -> Option<Edit> {
    let quote = &open.text[..Shape::of(open.text).quote];
    let behind = selection.start > line.start + quote.len().min(line.text.len());
    let quoted = !quote.is_empty() && behind;
    quoted.then(|| next_line(text, selection, line, &spaced(quote)))?
}

/// The marks of a quote with one space behind them.
fn spaced(quote: &str) -> String {
    format!("{} ", quote.trim_end())
}

fn next_item(text: &str, selection: Selection, line: Line, shape: Shape) -> Option<Edit> {
    let Kind::Item {
        ordered,
        task,
        marker,
    } = shape.kind
    else {
        return None;
    };
    let indent = &line.text[..shape.indent];
    let marker = &line.text[shape.indent..marker];
    let constant = ordered && is_constant(text, line.start);
    let task = if task { "[ ] " } else { "" };
    let next = match ordered && !constant {
        true => counted(marker),
        false => marker.to_owned(),
    };
    let edit = next_line(text, selection, line, &format!("{indent}{next}{task}"))?;
    if !ordered {
        return Some(edit);
    }
    edit.and_then(text, |new| renumber(new, line.start, First::AsWritten))
}

/// Breaks the line at the selection; the new one begins with `prefix`.
fn next_line(text: &str, selection: Selection, line: Line, prefix: &str) -> Option<Edit> {
    let behind = &text[selection.end..];
    let space = behind.len() - behind.trim_start_matches([' ', '\t']).len();
    let insert = format!("{}{prefix}", line.ending(text));
    replace(text, selection.start..selection.end + space, insert)
}

/// Empties a line but for `kept`; a blank line stays before it where text stands above.
fn end(text: &str, line: Line, kept: &str) -> Option<Edit> {
    let above = line
        .previous(text)
        .is_some_and(|above| Shape::of(above.text).kind != Kind::Blank);
    let blank = if above {
        [kept.trim_end(), line.ending(text)].concat()
    } else {
        String::new()
    };
    replace(text, line.start..line.end(), blank + kept)
}

/// The edit that replaces a range, with the caret behind.
fn replace(text: &str, range: std::ops::Range<usize>, insert: String) -> Option<Edit> {
    let caret = Selection::caret(range.end);
    Edit::from_changes(text, &[Change { range, insert }], caret)
}

/// `09. ` → `10. `.
fn counted(marker: &str) -> String {
    let digits = marker.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = marker.split_at(digits);
    next_number(number) + rest
}

/// `１．` → `２．`; any other marker as it is.
fn next_loose(marker: &str) -> String {
    let Some(start) = marker.find(is_digit) else {
        return marker.to_owned();
    };
    let rest = marker[start..].trim_start_matches(is_digit);
    let digits = &marker[start..marker.len() - rest.len()];
    let wide = !digits.starts_with(|c: char| c.is_ascii_digit());
    let narrow = |c: char| match c {
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10).unwrap_or(c),
        _ => c,
    };
    let number = next_number(&digits.chars().map(narrow).collect::<String>());
    let widened = |c: char| match (wide, c.to_digit(10)) {
        (true, Some(digit)) => char::from_u32('０' as u32 + digit).unwrap_or(c),
        _ => c,
    };
    let number: String = number.chars().map(widened).collect();
    [&marker[..start], &number, rest].concat()
}

#[cfg(test)]
mod tests {
    use crate::editing::Command::Enter;
    use crate::editing::marked::{check, check_none};

    #[test]
    fn bullets_go_on_with_the_same_marker_and_indent() {
        check(Enter, "- a#[|]#", "- a\n- #[|]#");
        check(Enter, "* a#[|]#", "* a\n* #[|]#");
        check(Enter, "+ a#[|]#", "+ a\n+ #[|]#");
        check(Enter, "-   a#[|]#", "-   a\n-   #[|]#");
        check(Enter, "- a\n  - b#[|]#", "- a\n  - b\n  - #[|]#");
        check(Enter, "\t* a#[|]#", "\t* a\n\t* #[|]#");
        check(Enter, "- a#[|]#\n- b", "- a\n- #[|]#\n- b");
        check(Enter, "> - 引用#[|]#", "> - 引用\n> - #[|]#");
    }

    #[test]
    fn japanese_and_emoji_go_on_too() {
        check(Enter, "- 聞いた話#[|]#", "- 聞いた話\n- #[|]#");
        check(Enter, "- 💡学び😀#[|]#", "- 💡学び😀\n- #[|]#");
        check(Enter, "- か\u{3099}#[|]#", "- か\u{3099}\n- #[|]#");
        check(Enter, "- （全角）！#[|]#", "- （全角）！\n- #[|]#");
    }

    #[test]
    fn numbers_count_up() {
        check(Enter, "1. a#[|]#", "1. a\n2. #[|]#");
        check(Enter, "9) a#[|]#", "9) a\n10) #[|]#");
        check(Enter, "0. a#[|]#", "0. a\n1. #[|]#");
        check(Enter, "09. a#[|]#", "09. a\n10. #[|]#");
        check(Enter, "1. a#[|]#\n2. b", "1. a\n2. #[|]#\n3. b");
        check(Enter, "999999999. a#[|]#", "999999999. a\n999999999. #[|]#");
        check_none(Enter, "1234567890. a#[|]#");
    }

    #[test]
    fn the_numbers_behind_follow() {
        check(
            Enter,
            "1. a\n2. b#[|]#\n3. c\n4. d",
            "1. a\n2. b\n3. #[|]#\n4. c\n5. d",
        );
        check(Enter, "1. a#[|]#\n7. b", "1. a\n2. #[|]#\n3. b");
        check(Enter, "3) a#[|]#\n4) b\n", "3) a\n4) #[|]#\n5) b\n");
        check(Enter, "1. a#[|]#\n\n2. b", "1. a\n2. #[|]#\n\n3. b");
        check(
            Enter,
            "1. a#[|]#\n   - c\n2. b",
            "1. a\n2. #[|]#\n   - c\n3. b",
        );
        check(
            Enter,
            "1. a\n   1. b#[|]#\n2. c",
            "1. a\n   1. b\n   2. #[|]#\n2. c",
        );
        check(Enter, "> 1. a#[|]#\n> 2. b", "> 1. a\n> 2. #[|]#\n> 3. b");
        check(Enter, "1. a#[|]#\r\n2. b", "1. a\r\n2. #[|]#\r\n3. b");
        check(Enter, "01. a#[|]#\n02. b", "01. a\n02. #[|]#\n03. b");
    }

    #[test]
    fn other_lists_keep_their_numbers() {
        check(Enter, "1. a#[|]#\n2) b", "1. a\n2. #[|]#\n2) b");
        check(
            Enter,
            "1. a#[|]#\n\n## 次\n2. b",
            "1. a\n2. #[|]#\n\n## 次\n2. b",
        );
        check(
            Enter,
            "1. a#[|]#\n\n本文\n2. b",
            "1. a\n2. #[|]#\n\n本文\n2. b",
        );
        check(
            Enter,
            "5. z\n\n本文\n\n1. a#[|]#\n2. b",
            "5. z\n\n本文\n\n1. a\n2. #[|]#\n3. b",
        );
        check(
            Enter,
            "1. a#[|]#\n   ```\n   2. b\n   ```",
            "1. a\n2. #[|]#\n   ```\n   2. b\n   ```",
        );
    }

    #[test]
    fn a_list_of_one_number_keeps_it() {
        check(Enter, "1. a\n1. b#[|]#", "1. a\n1. b\n1. #[|]#");
        check(Enter, "1. a#[|]#\n1. b", "1. a\n1. #[|]#\n1. b");
    }

    #[test]
    fn what_is_below_a_longer_number_moves_along() {
        check(
            Enter,
            "8. a#[|]#\n9. b\n   - c\n     d\n10. e\n    f",
            "8. a\n9. #[|]#\n10. b\n    - c\n      d\n11. e\n    f",
        );
    }

    #[test]
    fn a_quote_goes_on_and_ends() {
        check(Enter, "> 引用#[|]#", "> 引用\n> #[|]#");
        check(Enter, ">引用#[|]#", ">引用\n> #[|]#");
        check(Enter, "> > a#[|]#", "> > a\n> > #[|]#");
        check(Enter, "> a#[|]#b", "> a\n> #[|]#b");
        check(Enter, "> a#[b|]# c", "> a\n> #[|]#c");
        check(Enter, "> [!NOTE]#[|]#", "> [!NOTE]\n> #[|]#");
        check(Enter, "> #### a#[|]#", "> #### a\n> #[|]#");
        check(Enter, "> a#[|]#\r\n", "> a\r\n> #[|]#\r\n");
        check(Enter, "> a\n> #[|]#", "> a\n\n#[|]#");
        check(Enter, "> a\n>#[|]#", "> a\n\n#[|]#");
        check(Enter, "> #[|]#", "#[|]#");
        check(Enter, "> a\n>\n> #[|]#", "> a\n>\n#[|]#");
        check_none(Enter, "#[|]#> a");
        check_none(Enter, "```\n> a#[|]#\n```");
        check_none(Enter, "a > b#[|]#");
    }

    #[test]
    fn what_an_input_method_wrote_goes_on_and_ends() {
        check(Enter, "・聞いた話#[|]#", "・聞いた話\n・#[|]#");
        check(Enter, "・ a#[|]#", "・ a\n・ #[|]#");
        check(Enter, "\u{3000}・a#[|]#", "\u{3000}・a\n\u{3000}・#[|]#");
        check(Enter, "－\u{3000}a#[|]#", "－\u{3000}a\n－\u{3000}#[|]#");
        check(Enter, "-\u{3000}a#[|]#", "-\u{3000}a\n-\u{3000}#[|]#");
        check(Enter, "１．a#[|]#", "１．a\n２．#[|]#");
        check(Enter, "９）a#[|]#", "９）a\n１０）#[|]#");
        check(Enter, "1．a#[|]#", "1．a\n2．#[|]#");
        check(Enter, "・a#[|]#b", "・a\n・#[|]#b");
        check(Enter, "・a\n・#[|]#", "・a\n#[|]#");
        check(Enter, "・a\n\u{3000}・#[|]#", "・a\n#[|]#");
        check(Enter, "１．#[|]#", "#[|]#");
        check(Enter, "- a\n・#[|]#", "- a\n#[|]#");
        check_none(Enter, "#[|]#・a");
        check_none(Enter, "あ・い#[|]#");
        check_none(Enter, "```\n・a#[|]#");
    }

    #[test]
    fn a_check_list_goes_on_with_an_empty_box() {
        check(Enter, "- [ ] a#[|]#", "- [ ] a\n- [ ] #[|]#");
        check(Enter, "- [x] a#[|]#", "- [x] a\n- [ ] #[|]#");
        check(Enter, "* [X] a#[|]#", "* [X] a\n* [ ] #[|]#");
        check(Enter, "1. [ ] a#[|]#", "1. [ ] a\n2. [ ] #[|]#");
        check(Enter, "- [x](url)#[|]#", "- [x](url)\n- #[|]#");
        check(Enter, "- [ ]a#[|]#", "- [ ]a\n- #[|]#");
    }

    #[test]
    fn an_empty_item_ends_the_list() {
        check(Enter, "- a\n- #[|]#", "- a\n\n#[|]#");
        check(Enter, "- a\n\n- #[|]#", "- a\n\n#[|]#");
        check(Enter, "- [ ] #[|]#", "#[|]#");
        check(Enter, "- [ ]#[|]#", "#[|]#");
        check(Enter, "2. #[|]#", "#[|]#");
        check(Enter, "- a\n  - #[|]#", "- a\n\n#[|]#");
        check(Enter, "> - a\n> - #[|]#", "> - a\n>\n> #[|]#");
        check(Enter, "- #[|]# \n- b", "#[|]#\n- b");
        check(Enter, "- a\r\n- #[|]#\r\n次", "- a\r\n\r\n#[|]#\r\n次");
    }

    #[test]
    fn an_item_is_split_at_the_caret() {
        check(Enter, "- 前#[|]#後", "- 前\n- #[|]#後");
        check(Enter, "- a#[|]# b", "- a\n- #[|]#b");
        check(Enter, "- #[|]#a", "- \n- #[|]#a");
        check(Enter, "- [x] a#[|]#b", "- [x] a\n- [ ] #[|]#b");
    }

    #[test]
    fn a_selection_is_replaced() {
        check(Enter, "- a#[b|]#c", "- a\n- #[|]#c");
        check(Enter, "- #[a|]#", "- \n- #[|]#");
        check(Enter, "- a#[b\n- c|]#d", "- a\n- #[|]#d");
        check(Enter, "- #[\n* |]#b", "- \n- #[|]#b");
    }

    #[test]
    fn endings_are_those_of_the_text() {
        check(Enter, "- a#[|]#\r\n", "- a\r\n- #[|]#\r\n");
        check(Enter, "- a\r\n- b#[|]#", "- a\r\n- b\r\n- #[|]#");
    }

    #[test]
    fn the_browser_breaks_all_other_lines() {
        check_none(Enter, "#[|]#");
        check_none(Enter, "text#[|]#");
        check_none(Enter, "#### a#[|]#");
        check_none(Enter, "-a#[|]#");
        check_none(Enter, "-#[|]#");
        check_none(Enter, "**a**#[|]#");
        check_none(Enter, "- a\n\n#[|]#");
    }

    #[test]
    fn before_the_content_there_is_nothing_to_go_on_with() {
        check_none(Enter, "#[|]#- a");
        check_none(Enter, "-#[|]# a");
        check_none(Enter, "  #[|]#- a");
        check_none(Enter, "- #[|]#[ ] a");
    }

    #[test]
    fn a_thematic_break_is_no_item() {
        check_none(Enter, "---#[|]#");
        check_none(Enter, "- - -#[|]#");
        check_none(Enter, "* * *#[|]#");
        check(Enter, "- -#[|]#", "- -\n- #[|]#");
    }

    #[test]
    fn code_is_left_alone() {
        check_none(Enter, "```\n- a#[|]#\n```");
        check_none(Enter, "~~~ yaml\n- a#[|]#");
        check_none(Enter, "````\n```\n- a#[|]#\n````");
        check_none(Enter, "- ```yaml#[|]#");
        check_none(Enter, "- a\n  ```\n  - b#[|]#");
        check(Enter, "> ```\n> - a#[|]#", "> ```\n> - a\n> #[|]#");
        check(
            Enter,
            "```\n- a\n```\n- b#[|]#",
            "```\n- a\n```\n- b\n- #[|]#",
        );
        check(Enter, "``` `\n- b#[|]#", "``` `\n- b\n- #[|]#");
        check(
            Enter,
            "- ```\n  x\n  ```\n- b#[|]#",
            "- ```\n  x\n  ```\n- b\n- #[|]#",
        );
    }
}
