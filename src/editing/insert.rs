//! Markdown from elsewhere, put where the caret stands: blocks in lines of their own, in the list
//! item or the quote that is there.

use super::edit::{Edit, Selection};
use super::line::{Kind, Line, Shape};
use super::link::replaced;

/// `pasted` in the place of the selection, and the caret behind it.
///
/// What is one line goes into the line that is there, without a marker if that has begun. Of more
/// lines, words go on in the line, blocks begin behind a blank line and end before one; items go
/// on with the list.
pub fn paste(text: &str, selection: Selection, pasted: &str) -> Option<Edit> {
    let selection = selection.within(text);
    let line = Line::at(text, selection.start);
    let shape = Shape::of(line.text);
    let before = &line.text[..selection.start - line.start];
    let begun = !before[shape.content.min(before.len())..].trim().is_empty();
    let (first, last) = (pasted.lines().next()?, pasted.lines().next_back()?);
    let is_line = first.len() == pasted.len();
    let marker = Shape::of(first);
    let is_item = |kind| matches!(kind, Kind::Item { .. });
    let goes_on = is_item(shape.kind) && is_item(marker.kind);
    let lead = match shape.kind {
        Kind::Item { marker, .. } if !goes_on => {
            line.text[..shape.quote].to_owned() + &" ".repeat(marker - shape.quote)
        }
        _ => line.text[..shape.indent].to_owned(),
    };
    let blank = ["\n", lead.trim_end()].concat();

    let mut insert = String::new();
    if !is_line && !is_words(first) && (!goes_on || begun) {
        let above = line.previous(text).map(|above| Shape::of(above.text).kind);
        if begun && !goes_on {
            insert.push_str(&blank);
        }
        if begun || above.is_some_and(|above| above != Kind::Blank) && !is_item(shape.kind) {
            insert.extend(["\n", &lead]);
        }
    }
    // Behind the marker that is there, or among words, what is pasted has none.
    let from = match marker.kind {
        _ if is_line && (begun || goes_on) => marker.content,
        Kind::Item { marker, .. } if goes_on && !begun => marker,
        _ => 0,
    };
    for (index, line) in pasted[from..].split('\n').enumerate() {
        match (index, line) {
            (0, _) => {}
            (_, "") => insert.push_str(&blank),
            _ => insert.extend(["\n", &lead]),
        }
        insert.push_str(line);
    }
    let caret = selection.start + insert.len();
    if !is_line && !is_words(last) {
        let end = Line::at(text, selection.end);
        let below = end.next(text).map(|below| Shape::of(below.text).kind);
        if !text[selection.end..end.end()].trim().is_empty() {
            insert.extend([&blank, "\n", &lead]);
        } else if below == Some(Kind::Text) {
            insert.push_str(&blank);
        }
    }
    replaced(text, selection.start..selection.end, insert, caret)
}

/// Whether a line can go on in a paragraph.
fn is_words(line: &str) -> bool {
    let shape = Shape::of(line);
    shape.kind == Kind::Text && shape.indent == 0 && !line.starts_with(['|', '`'])
}

#[cfg(test)]
mod tests {
    use super::paste;
    use crate::editing::marked::{assert_sound, mark, unmark};

    #[track_caller]
    fn check(before: &str, pasted: &str, after: &str) {
        let (text, selection) = unmark(before);
        let edit = paste(&text, selection, pasted).expect("something is pasted");
        assert_eq!(mark(&edit.apply(&text), edit.selection), after);
        assert_sound(&text, &edit);
    }

    #[test]
    fn a_line_goes_into_the_line() {
        check("これは#[|]#です", "**強調**", "これは**強調**#[|]#です");
        check("これは#[あれ|]#です", "`x`", "これは`x`#[|]#です");
        check("#[|]#", "## 題", "## 題#[|]#");
        check("メモ：#[|]#", "## 題", "メモ：題#[|]#");
        check("メモ：#[|]#", "- 一", "メモ：一#[|]#");
        check("- #[|]#", "- 一", "- 一#[|]#");
        check("- [ ] #[|]#", "- [x] 一", "- [ ] 一#[|]#");
        check("> #[|]#", "**一**", "> **一**#[|]#");
    }

    #[test]
    fn blocks_have_lines_of_their_own() {
        check("#[|]#", "## 題\n\n文", "## 題\n\n文#[|]#");
        check("前#[|]#後", "- 一\n- 二", "前\n\n- 一\n- 二#[|]#\n\n後");
        check("前\n#[|]#\n後", "- 一\n- 二", "前\n\n- 一\n- 二#[|]#\n\n後");
        check(
            "前\n\n#[|]#\n\n後",
            "- 一\n- 二",
            "前\n\n- 一\n- 二#[|]#\n\n後",
        );
        check(
            "前#[|]#",
            "| a | b |\n| --- | --- |",
            "前\n\n| a | b |\n| --- | --- |#[|]#",
        );
        check("前#[|]#", "```\na\n```", "前\n\n```\na\n```#[|]#");
        check("#[選んだ\n行|]#", "> 一\n> 二", "> 一\n> 二#[|]#");
    }

    #[test]
    fn words_go_on_in_the_line() {
        check("前#[|]#後", "**一**\n二", "前**一**\n二#[|]#後");
        check("前#[|]#", "**一**\n\n- 二", "前**一**\n\n- 二#[|]#");
    }

    #[test]
    fn a_list_goes_on() {
        check("- #[|]#", "- 一\n- 二", "- 一\n- 二#[|]#");
        check("  - #[|]#", "- 一\n  - 二", "  - 一\n    - 二#[|]#");
        check("- 前#[|]#", "- 一\n- 二", "- 前\n- 一\n- 二#[|]#");
        check("1. #[|]#", "1. 一\n2. 二", "1. 一\n2. 二#[|]#");
    }

    #[test]
    fn what_is_in_an_item_or_a_quote_stays_in_it() {
        check("- 前#[|]#", "**一**\n二", "- 前**一**\n  二#[|]#");
        check("- 前#[|]#", "> 一\n> 二", "- 前\n\n  > 一\n  > 二#[|]#");
        check("> 前#[|]#", "- 一\n- 二", "> 前\n>\n> - 一\n> - 二#[|]#");
        check("> #[|]#", "一\n\n二", "> 一\n>\n> 二#[|]#");
        check(
            "10. 前#[|]#",
            "```\na\n\nb\n```",
            "10. 前\n\n    ```\n    a\n\n    b\n    ```#[|]#",
        );
    }
}
