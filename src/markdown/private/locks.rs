//! Where a lock stands: at the start of words, or in the title of details.

use std::ops::Range;

use crate::domain::{Mark, marks};
use crate::markdown::constructs::{Kind, end_of_details, fence, named, title_of_details};
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

/// Private details in a piece of HTML, of those that are no box: in a list or in a line of words. A
/// comment, which is a block that begins at `block`, has none.
pub(super) fn locked_details(
    text: &str,
    block: usize,
    html: &Range<usize>,
) -> Option<Range<usize>> {
    if text[block..].starts_with("<!--") {
        return None;
    }
    let mut tags = text[html.clone()].match_indices('<');
    tags.find_map(|(at, _)| {
        let start = html.start + at;
        let title = title_of_details(&text[start..])?;
        is_locked_title(title).then(|| start..end_of_details(text, start))
    })
}
