//! A line of colons, which opens a box or closes one.

/// The colons that a line begins with behind its margin and what follows them; `None` for fewer than
/// three.
pub(crate) fn fence(words: &str) -> Option<(usize, &str)> {
    let rest = words.trim_start_matches(':');
    let count = words.len() - rest.len();
    (count >= 3).then_some((count, rest.trim()))
}

/// Whether such a line closes a box that was opened with so many colons. Of boxes in each other the
/// outermost is asked first.
pub(crate) fn closes((count, words): (usize, &str), opened: usize) -> bool {
    count >= opened && words.is_empty()
}
