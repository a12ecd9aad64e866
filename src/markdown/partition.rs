//! Where the blocks of a section start, and how that changes with an edit.
//!
//! Blocks are the nodes that CommonMark puts at the top of the document, and boxes
//! and details, cut at line starts. They are a partition: what stands between two nodes (blank
//! lines, link reference definitions) belongs to the block before, and what
//! stands before the first node belongs to the first block.
//!
//! A parser that is at the start of a block carries nothing over from the text
//! before it, so the same text makes the same blocks. After an edit it is
//! enough to read from a start before the edit until a start is met that was
//! one before: from there on the text is the same, and so are its blocks.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::{constructs, parser};

/// The blocks `replaced` of the old partition are now those that start at
/// `with` (offsets in the new text); blocks after them moved with their text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Repartition {
    pub(super) replaced: Range<usize>,
    pub(super) with: Vec<usize>,
}

/// Where the blocks of a text start, from 0 on; none if it is empty.
pub(super) fn partition(text: &str) -> Vec<usize> {
    partition_to(text, text.len())
}

/// The starts before `to`.
fn partition_to(text: &str, to: usize) -> Vec<usize> {
    let mut starts = node_starts(text, 0, to);
    match starts.first_mut() {
        Some(first) => *first = 0,
        None if to == 0 => {}
        None => starts.push(0),
    }
    starts
}

/// Where the nodes start that begin between `from`, the start of one, and `to`. A box is a node,
/// whatever is in it; where it ends is read in the whole text.
fn node_starts(text: &str, from: usize, to: usize) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = from;
    while at < to {
        let found = constructs::next(text, at, to, false);
        let next = found.as_ref().map_or(to, |found| found.start);
        let nodes = starts_of_nodes(&text[at..next]);
        starts.extend(nodes.into_iter().map(|start| at + start));
        let Some(found) = found else { break };
        starts.push(found.start);
        at = found.end;
    }
    starts
}

/// The same of a text without boxes.
fn starts_of_nodes(text: &str) -> Vec<usize> {
    let mut starts: Vec<usize> = Vec::new();
    let mut depth = 0;
    for (event, range) in parser(text, None).into_offset_iter() {
        if depth == 0 {
            let start = line_start(text, range.start);
            let before = starts.last().map(|last| &text[*last..start.max(*last)]);
            let source = &text[start..];
            let may_continue = may_continue_paragraph(&event, source);
            let stands_alone = !is_indented(source) || is_code(&event);
            if before.is_none_or(|before| stands_alone && ends_block(before, may_continue)) {
                starts.push(start);
            }
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    starts
}

/// Whether the next node starts a block of its own after `before`, the block so far.
fn ends_block(before: &str, may_continue_paragraph: bool) -> bool {
    // Two footnote definitions can stand on one line.
    if before.is_empty() {
        return false;
    }
    // Right after a link reference definition the parser is still in a
    // paragraph: the next line may become the definition's title, and an
    // indented line is no code there. Such a node cannot be read alone.
    !(may_continue_paragraph && before.contains("]:") && !ends_with_blank_line(before))
}

/// Whether a line could be one of indented code
/// (<https://spec.commonmark.org/0.31.2/#indented-code-blocks>). A footnote in a footnote begins
/// with one, and is told as a node at the top.
fn is_indented(line: &str) -> bool {
    let unindented = line.trim_start_matches(' ');
    line.len() - unindented.len() > 3 || unindented.starts_with('\t')
}

fn is_code(node: &Event<'_>) -> bool {
    matches!(node, Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)))
}

/// Whether the first line of a node does not end a paragraph before it; `source` begins with that line.
fn may_continue_paragraph(node: &Event<'_>, source: &str) -> bool {
    match node {
        Event::Start(Tag::Paragraph | Tag::Table(_)) => true,
        _ if is_code(node) => true,
        // An underlined one; the other kind is indented by three spaces at most.
        Event::Start(Tag::Heading { .. }) => {
            is_indented(source) || !source.trim_start_matches(' ').starts_with('#')
        }
        _ => false,
    }
}

fn ends_with_blank_line(text: &str) -> bool {
    text.lines()
        .next_back()
        .is_some_and(|line| line.trim_matches([' ', '\t']).is_empty())
}

fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |end| end + 1)
}

/// The partition of `new`, told as a change of `starts`, which is the partition of `old`.
pub(super) fn repartition(old: &str, starts: &[usize], new: &str) -> Repartition {
    if starts.is_empty() || new.is_empty() {
        return Repartition {
            replaced: 0..starts.len(),
            with: partition(new),
        };
    }
    let edit = difference(old, new);
    let moved = |old_offset: usize| new.len() - (old.len() - old_offset);
    let edited = starts.partition_point(|start| *start <= edit.start) - 1;
    let after = starts.partition_point(|start| *start < edit.end);
    let mut first = edited.saturating_sub(1);
    let mut ahead = 1;
    loop {
        // The last block that is read tells whether the ones before it end where they ended.
        let stop = (after + ahead).min(starts.len());
        let from = starts[first];
        let to = starts.get(stop).map_or(new.len(), |start| moved(*start));
        let mut found = match first {
            0 => partition_to(new, to),
            _ => node_starts(new, from, to),
        };
        if found.first() != Some(&from) {
            // What started here is now part of the block before.
            first -= 1;
            continue;
        }
        let known = &starts[after..stop];
        let met = found.iter().enumerate().find_map(|(index, start)| {
            let same = known.binary_search_by_key(start, |known| moved(*known));
            same.ok().map(|same| (index, after + same))
        });
        if let Some((index, same)) = met {
            found.truncate(index);
            return Repartition {
                replaced: first..same,
                with: found,
            };
        }
        if stop == starts.len() {
            return Repartition {
                replaced: first..stop,
                with: found,
            };
        }
        ahead *= 2;
    }
}

/// The range of `old` that is different in `new`.
fn difference(old: &str, new: &str) -> Range<usize> {
    let (old_bytes, new_bytes) = (old.as_bytes(), new.as_bytes());
    let mut start = same_bytes(
        old_bytes.chunks(CHUNK),
        new_bytes.chunks(CHUNK),
        |old, new| {
            old.iter()
                .zip(new)
                .take_while(|(old, new)| old == new)
                .count()
        },
    );
    while !old.is_char_boundary(start) {
        start -= 1;
    }
    let (old_rest, new_rest) = (&old_bytes[start..], &new_bytes[start..]);
    let same = same_bytes(
        old_rest.rchunks(CHUNK),
        new_rest.rchunks(CHUNK),
        |old, new| {
            let ends = old.iter().rev().zip(new.iter().rev());
            ends.take_while(|(old, new)| old == new).count()
        },
    );
    let mut end = old.len() - same;
    while !old.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

/// Whole chunks are compared at once: byte by byte, a long text would take longer than its parsing.
const CHUNK: usize = 1024;

/// How many bytes are the same before the first that is not.
fn same_bytes<'t>(
    old: impl Iterator<Item = &'t [u8]>,
    new: impl Iterator<Item = &'t [u8]>,
    same_in_chunk: impl Fn(&[u8], &[u8]) -> usize,
) -> usize {
    let mut same = 0;
    for (old, new) in old.zip(new) {
        if old != new {
            return same + same_in_chunk(old, new);
        }
        same += old.len();
    }
    same
}
