//! What is private: a block or a list item that begins with a lock, with all that is in it. This
//! is the one place that takes it out, before anything is handed out.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::constructs::{Kind, Step, walk};
use super::prose::without_bullet;
use super::{parser, with_line_feeds};
use crate::domain::{Mark, marks, sorted_by_key};

/// What makes a line private.
const LOCK: &str = "🔒";

/// The text without what is private, and how many private things were in it. What is not private
/// stays to the byte.
///
/// - A list item is private with its children; a paragraph, a quote or a note as a whole.
/// - A heading is private with everything down to the next heading that is not below it.
/// - On a later line of a paragraph, and behind what an input method writes for a list item, a lock
///   makes that line private, with the lines below that are indented further: in notes a line is a
///   thought.
/// - Other marks may stand before the lock.
/// - In code a lock is a lock. Details are private by their title, too.
pub fn without_private(text: &str) -> (String, usize) {
    let ranges = match text.contains(LOCK) {
        true => private(text, None).0,
        false => Vec::new(),
    };
    let mut open = String::with_capacity(text.len());
    let mut kept_from = 0;
    for range in &ranges {
        open += &text[kept_from..range.start];
        kept_from = range.end;
    }
    open += &text[kept_from..];
    (open, ranges.len())
}

/// The level of the private heading above whatever comes next, where one is: private is all down
/// to the next heading that is not below it.
pub type Below = Option<usize>;

/// The same text with spaces where something is private: every byte of the rest stays where it is,
/// and nothing is parted that belonged together. `below` is for a text that stands beneath others,
/// and is returned for the next.
pub fn masked(text: &str, below: Below) -> (Cow<'_, str>, Below) {
    if below.is_none() && !text.contains(LOCK) {
        return (text.into(), None);
    }
    let mut bytes = text.as_bytes().to_vec();
    let (ranges, below) = private(text, below);
    for range in ranges {
        // The end of the line before goes with it, and its own stays, so that no blank line comes
        // between two items.
        let before = &text[..range.start];
        let line_end = ["\r\n", "\n", "\r"]
            .iter()
            .find(|end| before.ends_with(**end));
        let start = range.start - line_end.map_or(0, |end| end.len());
        let end = text[..range.end].trim_end_matches(['\n', '\r']).len();
        bytes[start..end.max(start)].fill(b' ');
    }
    let masked = String::from_utf8(bytes).expect("whole characters were replaced by spaces");
    (masked.into(), below)
}

/// Something that holds content.
struct Block {
    /// An item, or a block that is not a list.
    can_be_private: bool,
    is_item: bool,
    heading: Option<usize>,
    range: Range<usize>,
    /// Nothing stood in it yet.
    fresh: bool,
}

/// A private heading: its level, and where it begins.
type Hidden = Option<(usize, usize)>;

/// A box or details that we are in.
struct Around {
    start: usize,
    body: usize,
    /// How many private parts there were before it.
    found: usize,
    /// What was hidden around it; then all of it is.
    hidden: Hidden,
    /// Its title says that it is private.
    locked: bool,
}

/// The private parts, in order and apart, each made of whole lines, and what comes beneath. In a box
/// nothing reaches beyond its end, and one in which nothing is left goes as a whole.
fn private(text: &str, below: Below) -> (Vec<Range<usize>>, Below) {
    let feeds = &*with_line_feeds(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut hidden: Hidden = below.map(|level| (level, 0));
    let mut around: Vec<Around> = Vec::new();
    let mut closed = None;
    // Where a text begins or ends within a line, beside the tags of details.
    let mut edges: Vec<usize> = Vec::new();
    let mut at = 0;
    walk(feeds, &mut |step| match step {
        Step::Text(range) => {
            found.extend(closed.take().map(|start| start..range.start));
            at = range.end;
            let in_line = |at: &usize| !feeds[..*at].is_empty() && !feeds[..*at].ends_with('\n');
            edges.extend([range.start, range.end].into_iter().filter(in_line));
            if let Some(around) = around.last_mut().filter(|around| around.body == 0) {
                around.body = range.start;
            }
            if around.iter().all(|around| around.hidden.is_none()) {
                private_in(feeds, range, &mut found, &mut hidden);
            }
        }
        Step::Enter(kind) => around.push(Around {
            start: at,
            body: 0,
            found: found.len(),
            hidden: hidden.take(),
            locked: matches!(kind, Kind::Details(title) if lock(&title).0),
        }),
        Step::Leave => {
            found.extend(hidden.take().map(|(_, start)| start..at));
            if let Some(around) = around.pop() {
                let parts = &found[around.found..];
                let is_gone = around.locked || nothing_is_left(feeds, around.body..at, parts);
                closed = (is_gone && around.hidden.is_none()).then_some(around.start);
                hidden = around.hidden;
            }
        }
    });
    found.extend(hidden.map(|(_, start)| start..text.len()));
    let below = hidden.map(|(level, _)| level);
    (whole_lines(text, found, &edges), below)
}

/// Whether something stands in a text, and all of it in these parts.
fn nothing_is_left(text: &str, body: Range<usize>, parts: &[Range<usize>]) -> bool {
    let mut at = body.start;
    let mut is_left = |to: usize| {
        let rest = text.get(at..to).unwrap_or_default();
        at = at.max(to);
        !rest.trim().is_empty()
    };
    !parts.is_empty()
        && !parts.iter().any(|part| {
            is_left(part.start) || {
                is_left(part.end);
                false
            }
        })
        && !is_left(body.end)
}

/// Finds what is private in a part of a text that is in no box of its own.
fn private_in(
    text: &str,
    part: Range<usize>,
    found: &mut Vec<Range<usize>>,
    hidden_below: &mut Hidden,
) {
    let mut blocks: Vec<Block> = Vec::new();
    let mut line_begins = false;
    let end = part.end;
    for (event, range) in parser(&text[part.clone()], None).into_offset_iter() {
        let range = part.start + range.start..part.start + range.end;
        match event {
            Event::Start(tag) if is_block(&tag) => {
                let heading = match tag {
                    Tag::Heading { level, .. } => Some(level as usize),
                    _ => None,
                };
                if let (Some(level), Some((hidden, start))) = (heading, *hidden_below)
                    && level <= hidden
                {
                    if start < range.start {
                        found.push(start..range.start);
                    }
                    *hidden_below = None;
                }
                blocks.push(Block {
                    can_be_private: !matches!(tag, Tag::List(_) | Tag::CodeBlock(_)),
                    is_item: matches!(tag, Tag::Item),
                    heading,
                    range,
                    fresh: true,
                });
            }
            Event::End(tag) => {
                if is_block_end(tag) {
                    blocks.pop();
                }
            }
            Event::SoftBreak | Event::HardBreak => line_begins = true,
            Event::Html(_) | Event::InlineHtml(_) if has_locked_title(&text[range.start..end]) => {
                found.push(match blocks.iter().rfind(|block| block.is_item) {
                    Some(item) => item.range.clone(),
                    None if blocks.len() > 1 => blocks[0].range.clone(),
                    // Where it ends is not known.
                    None => range.start..end,
                });
            }
            // Markup within a line is no content yet.
            Event::Start(_) | Event::TaskListMarker(_) => {}
            _ => {
                let in_code = blocks.last().is_some_and(|block| !block.can_be_private);
                let (locked, is_line) = lock(&text[range.start..end]);
                let block = of_blocks(&blocks);
                match block.filter(|_| !is_line) {
                    _ if !locked || in_code => {}
                    Some(block) => match block.heading {
                        Some(level) if hidden_below.is_none() => {
                            *hidden_below = Some((level, block.range.start));
                        }
                        _ => found.push(block.range.clone()),
                    },
                    None if line_begins || block.is_some() => {
                        let end = blocks.last().map_or(end, |block| block.range.end);
                        found.push(range.start..behind_indented(text, range.start, end));
                    }
                    None => {}
                }
                blocks.iter_mut().for_each(|block| block.fresh = false);
                // HTML comes line by line.
                line_begins = matches!(event, Event::Html(_));
            }
        }
    }
}

/// Whether the line that begins here has the title of private details, of those that are no box: in
/// a list, in a line of words, or with words behind their end.
fn has_locked_title(content: &str) -> bool {
    let line = content.lines().next().unwrap_or_default();
    let title = line.split_once("<summary>");
    title.is_some_and(|(_, title)| lock(title).0)
}

/// Whether the content that begins here is private, and whether it is a line of its own: an item
/// as an input method writes it, which is no block.
fn lock(content: &str) -> (bool, bool) {
    let line = content.lines().next().unwrap_or_default().trim();
    let words = without_bullet(line);
    let locked = marks(words).0.contains(&Mark::Private);
    (locked, words.len() < line.len())
}

/// The end of the line at `at` and of those below it, up to `end`, that are indented further.
fn behind_indented(text: &str, at: usize, end: usize) -> usize {
    let space = |line: &str| line.chars().take_while(|c| c.is_whitespace()).count();
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let own = space(&text[start..]);
    let mut behind = behind_line(text, at);
    while behind < end && !is_blank(text, behind) && space(&text[behind..]) > own {
        behind = behind_line(text, behind);
    }
    behind
}

/// The block that begins with what comes now: the item it is the first of, else the outermost.
fn of_blocks(blocks: &[Block]) -> Option<&Block> {
    let fresh = || {
        blocks
            .iter()
            .filter(|block| block.fresh && block.can_be_private)
    };
    fresh()
        .rfind(|block| block.is_item)
        .or_else(|| fresh().next())
}

/// Whether a tag is not markup within a line.
pub(super) fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Superscript
            | Tag::Subscript
    )
}

pub(super) fn is_block_end(tag: TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Superscript
            | TagEnd::Subscript
    )
}

/// The lines of each part, up to the edges within them, with the blank ones below where one stands above as well: nothing tells
/// then that something was there. Parts within others go.
fn whole_lines(text: &str, parts: Vec<Range<usize>>, edges: &[usize]) -> Vec<Range<usize>> {
    let parts = sorted_by_key(parts, |part| (part.start, usize::MAX - part.end));
    let mut lines: Vec<Range<usize>> = Vec::new();
    for part in parts {
        let start = text[..part.start]
            .rfind(['\n', '\r'])
            .map_or(0, |at| at + 1);
        let before = edges.partition_point(|edge| *edge <= part.start);
        let start = edges[..before]
            .last()
            .map_or(start, |edge| start.max(*edge));
        let body = part.start + text[part.start..part.end].trim_end().len();
        let mut end = behind_line(text, body);
        let after = edges.partition_point(|edge| *edge < body);
        end = edges[after..].first().map_or(end, |edge| end.min(*edge));
        let after_blank = text[..start]
            .trim_end_matches([' ', '\t'])
            .ends_with("\n\n")
            || text[..start].ends_with("\r\n\r\n")
            || start == 0;
        while after_blank && end < text.len() && is_blank(text, end) {
            end = behind_line(text, end);
        }
        match lines.last_mut() {
            Some(last) if start < last.end => last.end = last.end.max(end),
            _ => lines.push(start..end),
        }
    }
    lines
}

fn is_blank(text: &str, start: usize) -> bool {
    let line = &text[start..behind_line(text, start)];
    line.trim().is_empty()
}

/// Where the line after the one at `at` begins.
fn behind_line(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    match rest.find(['\n', '\r']) {
        None => text.len(),
        Some(end) if rest[end..].starts_with("\r\n") => at + end + 2,
        Some(end) => at + end + 1,
    }
}
