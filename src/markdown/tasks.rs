//! The box of a task, checked and unchecked where it stands in the source. It
//! must not know where boxes are: that is said by who was shown them.

use super::Replacement;

/// The edit that checks or unchecks the box whose `[` is the byte `at`: one character
/// becomes another of one byte. `None` if there is no box that can become so, as in a text
/// that has changed since the box was shown.
///
/// Unchecked is white space in brackets, checked an `x` of either case
/// (<https://github.github.com/gfm/#task-list-item-marker>).
pub fn with_box(text: &str, at: usize, checked: bool) -> Option<Replacement> {
    let [b'[', mark, b']'] = *text.as_bytes().get(at..at.checked_add(3)?)? else {
        return None;
    };
    let changes = match mark {
        b'x' | b'X' => !checked,
        b' ' | b'\t' | b'\x0b' | b'\x0c' => checked,
        _ => false,
    };
    changes.then(|| Replacement {
        range: at + 1..at + 2,
        with: if checked { "x" } else { " " }.to_owned(),
    })
}
