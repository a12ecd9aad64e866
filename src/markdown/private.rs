//! What is private: a block or a list item that begins with a lock, with all that is in it. This
//! is the one place that takes it out, before anything is handed out.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

mod lines;
mod locks;

use lines::{behind_indented, line_start, whole_lines};
use locks::{is_locked_title, lock, locked_details};

use super::constructs::{Kind, Step, walk};
use super::{join, leading_emoji, parser, with_line_feeds};
use crate::domain::sorted_by_key;

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
    (without(text, &ranges), ranges.len())
}

fn without(text: &str, ranges: &[Range<usize>]) -> String {
    let mut open = String::with_capacity(text.len());
    let mut kept_from = 0;
    for range in ranges {
        open += &text[kept_from..range.start];
        kept_from = range.end;
    }
    open + &text[kept_from..]
}

/// The same of the sections of a report, joined. What one leaves open, as code, makes nothing of the
/// next public.
pub fn open_report<'t>(sections: impl Iterator<Item = &'t str> + Clone) -> (String, usize) {
    let (open, count) = without_private(&join(sections.clone()));
    if !open.contains(LOCK) {
        return (open, count);
    }
    let mut below = None;
    let mut alone = 0;
    let kept: Vec<String> = sections
        .map(|text| {
            let (ranges, next) = private(text, below);
            below = next;
            alone += ranges.len();
            without(text, &ranges)
        })
        .collect();
    let (also_alone, left) = without_private(&join(kept.iter().map(String::as_str)));
    match also_alone == open {
        true => (open, count),
        false => (also_alone, count.max(alone + left)),
    }
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
    is_table_head: bool,
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
/// nothing reaches beyond its end, and one in which nothing is left goes as a whole. An item has what
/// CommonMark puts into it, boxes too.
fn private(text: &str, below: Below) -> (Vec<Range<usize>>, Below) {
    let feeds = &*with_line_feeds(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut hidden: Hidden = below.map(|level| (level, 0));
    let mut around: Vec<Around> = Vec::new();
    let mut boxes: Vec<usize> = Vec::new();
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
                private_in(feeds, range, None, &mut found, &mut hidden);
            }
        }
        Step::Enter(kind) => {
            boxes.push(at);
            around.push(Around {
                start: at,
                body: 0,
                found: found.len(),
                hidden: hidden.take(),
                locked: matches!(kind, Kind::Details(title) if is_locked_title(&title)),
            });
        }
        Step::Leave => {
            boxes.push(at);
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
    if !boxes.is_empty() {
        private_in(feeds, 0..feeds.len(), Some(&boxes), &mut found, &mut None);
    }
    let below = hidden.map(|(level, _)| level);
    (whole_lines(text, found, &edges), below)
}

/// Whether something stands in a text, and all of it in these parts.
fn nothing_is_left(text: &str, body: Range<usize>, parts: &[Range<usize>]) -> bool {
    let parts = sorted_by_key(parts, |part| part.start);
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

/// Finds what is private in a part of a text that is in no box of its own. With the places where
/// `boxes` begin and end, it finds the items and lines alone that are private, as if there were none: up to
/// a box that stands less far to the right than the words of the item.
fn private_in(
    text: &str,
    part: Range<usize>,
    boxes: Option<&[usize]>,
    found: &mut Vec<Range<usize>>,
    hidden_below: &mut Hidden,
) {
    let mut blocks: Vec<Block> = Vec::new();
    let mut line_begins = false;
    let mut behind_details = 0;
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
                    && blocks.is_empty()
                {
                    if start < range.start {
                        found.push(start..range.start);
                    }
                    *hidden_below = None;
                }
                blocks.push(Block {
                    can_be_private: !matches!(tag, Tag::List(_) | Tag::CodeBlock(_)),
                    is_item: matches!(tag, Tag::Item),
                    is_table_head: matches!(tag, Tag::TableHead),
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
                let is_html = matches!(event, Event::Html(_) | Event::InlineHtml(_));
                if is_html && boxes.is_none() && range.start >= behind_details {
                    let block = blocks.last().map_or(range.start, |it| it.range.start);
                    let details = locked_details(text, block, &range);
                    behind_details = details.as_ref().map_or(0, |it| it.end);
                    found.extend(details);
                }
                let in_code = blocks.last().is_some_and(|block| !block.can_be_private);
                let content = &text[range.start..end];
                let (mut locked, is_line) = lock(content);
                if blocks.last().is_some_and(|it| it.heading.is_some()) {
                    // Behind the emoji with which the headings of a report begin.
                    let emoji = leading_emoji(content).map_or(0, str::len);
                    locked |= lock(content[emoji..].trim_start()).0;
                }
                let block = of_blocks(&blocks);
                match block.filter(|_| !is_line) {
                    _ if !locked || in_code => {}
                    Some(block) if boxes.is_some() && block.is_item => {
                        let item = block.range.clone();
                        let words = range.start - line_start(text, range.start);
                        found.push(item.start..up_to_box(text, item, words, boxes));
                    }
                    Some(_) if boxes.is_some() => {}
                    Some(block) => found.extend(match (block.heading, &blocks[..]) {
                        // In a quote or an item it hides what is beneath it there.
                        (Some(_), [.., around, _]) => Some(block.range.start..around.range.end),
                        (Some(level), _) => {
                            hidden_below.get_or_insert((level, block.range.start));
                            None
                        }
                        _ => Some(whole_table(&blocks).unwrap_or(block.range.clone())),
                    }),
                    None if line_begins || block.is_some() => {
                        let end = blocks.last().map_or(end, |block| block.range.end);
                        let behind = behind_indented(text, range.start, end).min(part.end);
                        let line = range.start..behind;
                        let beside = margin(text, range.start) + 1;
                        found.push(range.start..up_to_box(text, line, beside, boxes));
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

/// The table in whose head we are: without that it would be none.
fn whole_table(blocks: &[Block]) -> Option<Range<usize>> {
    let head = blocks.iter().position(|block| block.is_table_head)?;
    let table = blocks.get(head.checked_sub(1)?)?;
    Some(table.range.clone())
}

/// The spaces before the line at `at`.
fn margin(text: &str, at: usize) -> usize {
    let line = &text[line_start(text, at)..];
    line.len() - line.trim_start_matches(' ').len()
}

/// The end of an item, or where in it the first box begins or ends that stands less than so many
/// bytes to the right.
fn up_to_box(text: &str, item: Range<usize>, words: usize, boxes: Option<&[usize]>) -> usize {
    let mut boxes = boxes.unwrap_or_default().iter().copied();
    let found = boxes.find(|at| *at > item.start && *at < item.end && margin(text, *at) < words);
    found.unwrap_or(item.end)
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
