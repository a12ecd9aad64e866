//! What is private in a part of a text that has no boxes, or is read as if it had none.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Hidden;
use super::lines::{behind_indented, line_start};
use super::locks::{lock, locked_details};
use crate::markdown::{leading_emoji, parser};

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

/// A part of a text.
pub(super) struct Part<'t> {
    pub(super) text: &'t str,
    pub(super) range: Range<usize>,
    /// The end of the box that it is in.
    pub(super) box_end: usize,
    /// There are boxes in it, over which items and lines go on: those alone are looked for.
    pub(super) over_boxes: bool,
}

/// A private heading in an item or a quote: its level, where it begins, and how many blocks it is in.
type Nested = Option<(usize, usize, usize)>;

/// Finds what is private in a part.
pub(super) fn private_in(
    part: &Part<'_>,
    found: &mut Vec<Range<usize>>,
    hidden_below: &mut Hidden,
) {
    let text = part.text;
    let end = part.range.end;
    let mut nested: Nested = None;
    let mut blocks: Vec<Block> = Vec::new();
    let mut line_begins = false;
    let mut behind_details = 0;
    let start = part.range.start;
    for (event, range) in parser(&text[part.range.clone()], None).into_offset_iter() {
        let range = start + range.start..start + range.end;
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
                if let (Some(level), Some((hidden, start, depth))) = (heading, nested)
                    && level <= hidden
                    && blocks.len() == depth
                {
                    found.push(start..line_start(text, range.start));
                    nested = None;
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
                let block = is_block_end(tag).then(|| blocks.pop()).flatten();
                if let (Some(block), Some((_, start, depth))) = (block, nested)
                    && blocks.len() < depth
                {
                    found.push(start..block.range.end);
                    nested = None;
                }
            }
            Event::SoftBreak | Event::HardBreak => line_begins = true,
            // Markup within a line is no content yet.
            Event::Start(_) | Event::TaskListMarker(_) => {}
            _ => {
                let is_html = matches!(event, Event::Html(_) | Event::InlineHtml(_));
                if is_html && !part.over_boxes {
                    let block = blocks.last().map_or(range.start, |it| it.range.start);
                    // Without an end they go to that of what they are in.
                    let around = blocks.iter().rfind(|it| it.is_item).or(blocks.first());
                    let around = around.filter(|_| blocks.len() > 1);
                    let open = around.map_or(end, |it| it.range.end);
                    let html = range.start.max(behind_details)..range.end;
                    for details in locked_details(&text[..part.box_end], block, html, open) {
                        behind_details = details.end;
                        found.push(details);
                    }
                }
                let in_code = blocks.last().is_some_and(|block| !block.can_be_private);
                let content = &text[range.start..end];
                let (mut locked, is_line) = lock(content);
                if blocks.last().is_some_and(|it| it.heading.is_some()) {
                    // Behind the emoji with which the headings of a report begin.
                    let emoji = leading_emoji(content).map_or(0, str::len);
                    locked |= lock(content[emoji..].trim_start_matches([' ', '\t', '\u{3000}'])).0;
                }
                let block = of_blocks(&blocks);
                match block.filter(|_| !is_line) {
                    _ if !locked || in_code => {}
                    Some(block) => match (block.heading, blocks.len()) {
                        // It hides what is beneath it in the quote or the item.
                        (Some(level), depth @ 2..) => {
                            nested.get_or_insert((level, block.range.start, depth - 1));
                        }
                        _ if part.over_boxes && !block.is_item => {}
                        (Some(level), _) => {
                            hidden_below.get_or_insert((level, block.range.start));
                        }
                        _ => found.push(whole_table(&blocks, block)),
                    },
                    None if line_begins || block.is_some() => {
                        let block_end = blocks.last().map_or(end, |block| block.range.end);
                        let behind = behind_indented(text, range.start, block_end);
                        found.push(range.start..behind.min(end));
                    }
                    None => {}
                }
                blocks.iter_mut().for_each(|block| block.fresh = false);
                // HTML comes line by line.
                line_begins = matches!(event, Event::Html(_));
            }
        }
    }
    found.extend(nested.map(|(_, start, _)| start..end));
}

/// A block, or the table in whose head it is: without that it would be none.
fn whole_table(blocks: &[Block], block: &Block) -> Range<usize> {
    let head = blocks.iter().position(|it| it.is_table_head);
    let table = head.and_then(|at| blocks.get(at.checked_sub(1)?));
    let table = table.filter(|table| table.range.start <= block.range.start);
    table.unwrap_or(block).range.clone()
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
pub(in crate::markdown) fn is_block(tag: &Tag<'_>) -> bool {
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

pub(in crate::markdown) fn is_block_end(tag: TagEnd) -> bool {
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
