//! Where a lock stands: at the start of words, or in the title of details.

use std::ops::Range;

use crate::domain::{Mark, marks};
use crate::markdown::constructs::{
    Kind, end_of_details, fence, is_on_long_line, named, title_of_details,
};
use crate::markdown::prose::without_bullet;

/// So many bytes of a line are looked at for marks.
const NEAR: usize = 200;

/// Whether the content that begins here is private, and whether it is a line of its own: an item
/// as an input method writes it, which is no block.
pub(super) fn lock(content: &str) -> (bool, bool) {
    // Marks stand at the start: a long line is not read for each word of it.
    let near = (0..=content.len().min(NEAR)).rfind(|end| content.is_char_boundary(*end));
    let line = content[..near.unwrap_or(0)].lines().next();
    let line = line.unwrap_or_default().trim();
    let words = without_bullet(line);
    let details = fence(words).and_then(|(_, words)| named(words));
    let locked = match &details {
        Some((Kind::Details(title), _)) => marks(title).0.contains(&Mark::Private),
        _ => marks(words).0.contains(&Mark::Private),
    };
    (locked, words.len() < line.len())
}

/// Whether a title says that its details are private, tags before its words aside.
pub(super) fn is_locked_title(title: &str) -> bool {
    let mut words = title.trim_start();
    while words.starts_with('<')
        && let Some((_, behind)) = words.split_once('>')
    {
        words = behind.trim_start();
    }
    lock(words).0
}

/// Private details that begin in a piece of HTML, of those that are no box: in a list or in a line of
/// words. A comment, in a block that begins at `block`, has none. Without an
/// end, or on a long line, they go to `open`.
pub(super) fn locked_details(
    text: &str,
    block: usize,
    html: Range<usize>,
    open: usize,
) -> Vec<Range<usize>> {
    let comment = match text[block..].starts_with("<!--") {
        true => text[block..]
            .find("-->")
            .map_or(text.len(), |end| block + end),
        false => block,
    };
    let mut found = Vec::new();
    let mut behind = html.start.max(comment);
    while let Some(at) = text.get(behind..html.end).and_then(|rest| rest.find('<')) {
        let start = behind + at;
        behind = start + 1;
        if title_of_details(&text[start..]).is_some_and(is_locked_title) {
            let end = match is_on_long_line(text, start) {
                true => None,
                false => end_of_details(text, start),
            };
            behind = end.unwrap_or(open).max(behind);
            found.push(start..behind);
        }
    }
    found
}
