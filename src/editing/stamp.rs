//! The time in a note: the clock on the wall, and how long the talk has been going on.

use super::edit::{Change, Edit, Selection};
use super::line::{Line, Shape};

/// `[13:07 +07:20]`: the minute of the day, and the seconds since the talk began, if one runs.
pub fn stamp(minute: u16, since: Option<u32>) -> String {
    let (hour, minute) = (minute / 60, minute % 60);
    let since = since.map(|seconds| {
        let (hours, rest) = (seconds / 3600, seconds % 3600);
        let (minutes, seconds) = (rest / 60, rest % 60);
        match hours {
            0 => format!(" +{minutes:02}:{seconds:02}"),
            _ => format!(" +{hours}:{minutes:02}:{seconds:02}"),
        }
    });
    format!("[{hour:02}:{minute:02}{}]", since.unwrap_or_default())
}

/// A stamp behind the selection, with a space between it and what stands beside it.
pub fn insert(text: &str, selection: Selection, stamp: &str) -> Option<Edit> {
    let at = selection.within(text).end;
    let line = Line::at(text, at);
    let begun = at > line.start + Shape::of(line.text).content;
    let parted = text[..at].ends_with(char::is_whitespace);
    let before = if begun && !parted { " " } else { "" };
    let after = if text[at..].starts_with(' ') { "" } else { " " };
    let change = Change::insert(at, [before, stamp, after].concat());
    Edit::from_changes(text, &[change], Selection::caret(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editing::marked::{assert_sound, mark, unmark};

    #[test]
    fn says_the_time_and_how_long_the_talk_goes_on() {
        assert_eq!(stamp(787, Some(440)), "[13:07 +07:20]");
        assert_eq!(stamp(787, Some(0)), "[13:07 +00:00]");
        assert_eq!(stamp(5, Some(3_725)), "[00:05 +1:02:05]");
        assert_eq!(stamp(1439, None), "[23:59]");
    }

    #[test]
    fn stands_where_the_caret_is() {
        for (before, after) in [
            ("- #[|]#", "- [13:07] #[|]#"),
            ("- 話#[|]#", "- 話 [13:07] #[|]#"),
            ("- 話 #[|]#の", "- 話 [13:07] #[|]#の"),
            ("#[|]#", "[13:07] #[|]#"),
            ("a#[|]# b", "a [13:07]#[|]# b"),
            ("#[a|]#b", "a [13:07] #[|]#b"),
            ("a\r\n#[|]#", "a\r\n[13:07] #[|]#"),
        ] {
            let (text, selection) = unmark(before);
            let edit = insert(&text, selection, "[13:07]").expect("an edit");
            assert_eq!(mark(&edit.apply(&text), edit.selection), after);
            assert_sound(&text, &edit);
        }
    }
}
