//! Cases in marked text: `#[selected|]#` is a selection, `#[|]#` a caret.

use super::{Command, Edit, Selection, run};

const START: &str = "#[";
const END: &str = "|]#";

/// Text and selection of a marked text.
pub fn unmark(marked: &str) -> (String, Selection) {
    let (before, rest) = marked.split_once(START).expect("a case marks a selection");
    let (selected, after) = rest.split_once(END).expect("a case ends its selection");
    let (start, end) = (before.len(), before.len() + selected.len());
    ([before, selected, after].concat(), Selection { start, end })
}

/// A text with its selection marked.
pub fn mark(text: &str, Selection { start, end }: Selection) -> String {
    let (before, selected, after) = (&text[..start], &text[start..end], &text[end..]);
    [before, START, selected, END, after].concat()
}

/// The command turns one marked text into the other.
#[track_caller]
pub fn check(command: Command, before: &str, after: &str) {
    let (text, selection) = unmark(before);
    let edit = run(command, &text, selection).expect("the command makes an edit");
    assert_eq!(mark(&edit.apply(&text), edit.selection), after);
    assert_sound(&text, &edit);
}

/// The command leaves the marked text to the browser.
#[track_caller]
pub fn check_none(command: Command, before: &str) {
    let (text, selection) = unmark(before);
    assert_eq!(run(command, &text, selection), None);
}

/// What holds for every edit: it is the smallest one, can be taken back, and selects a part of
/// the new text.
#[track_caller]
pub fn assert_sound(text: &str, edit: &Edit) {
    let new = edit.apply(text);
    let Selection { start, end } = edit.selection;
    assert!(
        new.get(start..end).is_some(),
        "{edit:?} selects outside {new:?}"
    );
    assert_eq!(edit.invert(text).apply(&new), text, "{edit:?} inverts");

    let removed = &text[edit.range.clone()];
    assert!(
        !removed.is_empty() || !edit.insert.is_empty(),
        "{edit:?} does something"
    );
    // A CRLF that becomes LF, or the other way round, is replaced as a whole.
    let is_ending = |part: &str| part.starts_with(['\r', '\n']) || part.ends_with('\n');
    if !removed.is_empty() && !edit.insert.is_empty() && !is_ending(removed) {
        let first = |part: &str| part.chars().next();
        let last = |part: &str| part.chars().next_back();
        assert_ne!(first(removed), first(&edit.insert), "{edit:?} begins late");
        assert_ne!(last(removed), last(&edit.insert), "{edit:?} ends early");
    }
}
