//! Enter in a list: the next item, or the end of the list.
//!
//! The next item has the indent and the marker of the one before, the next number, an empty box.
//! In an empty item the whole prefix goes, indent too: a second Enter ends the list from any
//! depth. The numbers of the items behind are not changed. Where an item stands before it, the line
//! stays as a blank one: what is typed next would otherwise belong to that item (CommonMark 5.2,
//! lazy continuation), and the preview would show it there.

use super::edit::{Change, Edit, Selection};
use super::fence::in_fence;
use super::line::{Kind, Line, Shape};

/// `None` outside a list item, before its content, and in a fenced code block.
pub fn continue_list(text: &str, selection: Selection) -> Option<Edit> {
    let line = Line::at(text, selection.start);
    let shape = Shape::of(line.text);
    let Kind::Item {
        ordered,
        task,
        marker,
    } = shape.kind
    else {
        return None;
    };
    let content = line.start + shape.content;
    if selection.start < content || in_fence(text, line) {
        return None;
    }
    let ends = line.text[shape.content..].trim().is_empty() && selection.end <= line.end();
    let change = if ends {
        let follows = text[..line.start].lines().next_back();
        let blank = follows.is_some_and(|before| !before.trim().is_empty());
        Change {
            range: line.start..line.end(),
            insert: if blank { line.ending(text) } else { "" }.to_owned(),
        }
    } else {
        let marker = &line.text[shape.indent..marker];
        let marker = if ordered {
            next_number(marker)
        } else {
            marker.to_owned()
        };
        let indent = &line.text[..shape.indent];
        let task = if task { "[ ] " } else { "" };
        let behind = &text[selection.end..];
        let space = behind.len() - behind.trim_start_matches([' ', '\t']).len();
        Change {
            range: selection.start..selection.end + space,
            insert: format!("{}{indent}{marker}{task}", line.ending(text)),
        }
    };
    let caret = Selection::caret(change.range.end);
    Edit::from_changes(text, &[change], caret)
}

/// `09. ` → `10. `. A list number has at most nine digits; the last one stays.
fn next_number(marker: &str) -> String {
    let digits = marker.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = marker.split_at(digits);
    match number.parse::<u32>() {
        Ok(number) if number < 999_999_999 => format!("{:0digits$}{rest}", number + 1),
        _ => marker.to_owned(),
    }
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
        check(Enter, "1. a#[|]#\n2. b", "1. a\n2. #[|]#\n2. b");
        check(Enter, "999999999. a#[|]#", "999999999. a\n999999999. #[|]#");
        check_none(Enter, "1234567890. a#[|]#");
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
        check_none(Enter, "-\u{3000}a#[|]#");
        check_none(Enter, "・a#[|]#");
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
        check_none(Enter, "> ```\n> - a#[|]#");
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
