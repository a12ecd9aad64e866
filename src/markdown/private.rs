//! What is private: a block or a list item that begins with a lock, with all that is in it. This
//! is the one place that takes it out, before anything is handed out.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{parser, with_line_feeds};

/// What makes a line private.
const LOCK: &str = "🔒";

/// The text without what is private, and how many private things were in it. What is not private
/// stays to the byte.
///
/// - A list item is private with its children; a paragraph, a quote or a note as a whole.
/// - A heading is private with everything down to the next heading that is not below it.
/// - On a later line of a paragraph a lock makes that line private: in notes a line is a thought.
/// - In code a lock is a lock.
pub fn without_private(text: &str) -> (String, usize) {
    let ranges = match text.contains(LOCK) {
        true => private(text),
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

/// The same text with spaces where something is private: every byte of the rest stays where it is,
/// and nothing is parted that belonged together.
pub fn masked(text: &str) -> Cow<'_, str> {
    if !text.contains(LOCK) {
        return text.into();
    }
    let mut bytes = text.as_bytes().to_vec();
    for range in private(text) {
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
    String::from_utf8(bytes)
        .expect("whole characters were replaced by spaces")
        .into()
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

/// The private parts, in order and apart, each made of whole lines.
fn private(text: &str) -> Vec<Range<usize>> {
    let feeds = with_line_feeds(text);
    let mut blocks: Vec<Block> = Vec::new();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut hidden_below = None::<(usize, usize)>;
    let mut line_begins = false;
    for (event, range) in parser(&feeds, None).into_offset_iter() {
        match event {
            Event::Start(tag) if is_block(&tag) => {
                let heading = match tag {
                    Tag::Heading { level, .. } => Some(level as usize),
                    _ => None,
                };
                if let (Some(level), Some((hidden, start))) = (heading, hidden_below)
                    && level <= hidden
                {
                    found.push(start..range.start);
                    hidden_below = None;
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
            // Markup within a line is no content yet.
            Event::Start(_) | Event::TaskListMarker(_) => {}
            _ => {
                let locked = feeds[range.start..].starts_with(LOCK);
                let in_code = blocks.last().is_some_and(|block| !block.can_be_private);
                if locked && !in_code {
                    match of_blocks(&blocks) {
                        Some(block) => match block.heading {
                            Some(level) if hidden_below.is_none() => {
                                hidden_below = Some((level, block.range.start));
                            }
                            _ => found.push(block.range.clone()),
                        },
                        None if line_begins => found.push(range.start..range.start + LOCK.len()),
                        None => {}
                    }
                }
                blocks.iter_mut().for_each(|block| block.fresh = false);
                line_begins = false;
            }
        }
    }
    found.extend(hidden_below.map(|(_, start)| start..text.len()));
    whole_lines(text, found)
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

fn is_block(tag: &Tag<'_>) -> bool {
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

fn is_block_end(tag: TagEnd) -> bool {
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

/// The lines of each part, with the blank ones below where one stands above as well: nothing tells
/// then that something was there. Parts within others go.
fn whole_lines(text: &str, mut parts: Vec<Range<usize>>) -> Vec<Range<usize>> {
    parts.sort_by_key(|part| (part.start, usize::MAX - part.end));
    let mut lines: Vec<Range<usize>> = Vec::new();
    for part in parts {
        let start = text[..part.start]
            .rfind(['\n', '\r'])
            .map_or(0, |at| at + 1);
        let body = text[part.start..part.end].trim_end().len();
        let mut end = behind_line(text, part.start + body);
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
