//! Where the blocks of a section start, and how that changes with an edit.
//!
//! Blocks are the nodes that CommonMark puts at the top of the document, cut at
//! line starts. They are a partition: what stands between two nodes (blank
//! lines, link reference definitions) belongs to the block before, and what
//! stands before the first node belongs to the first block.
//!
//! A parser that is at the start of a top-level node carries nothing over from
//! the text before it. So after an edit it is enough to read from a start
//! before the edit until a start is met that was one before: from there on
//! the text is the same, and so are its blocks.

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::OPTIONS;

/// One block: where it starts, and where its last node ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: usize,
    /// Between here and the next block are blank lines and link definitions only.
    pub(super) content_end: usize,
}

/// The blocks `replaced` of the old partition are now the blocks `with`
/// (in offsets of the new text); blocks after them moved with their text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Repartition {
    pub(super) replaced: Range<usize>,
    pub(super) with: Vec<Span>,
}

/// The blocks of a text, none if it is empty.
pub(super) fn partition(text: &str) -> Vec<Span> {
    let mut spans = top_level_nodes(text);
    match spans.first_mut() {
        Some(first) => first.start = 0,
        None if text.is_empty() => {}
        None => spans.push(Span {
            start: 0,
            content_end: 0,
        }),
    }
    spans
}

/// Like [`partition`], but the first start is that of the first node.
fn top_level_nodes(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut depth = 0;
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        if depth == 0 {
            let start = line_start(text, range.start);
            match spans.last_mut() {
                // Two footnote definitions can stand on one line.
                Some(last) if last.start >= start => last.content_end = range.end,
                _ => spans.push(Span {
                    start,
                    content_end: range.end,
                }),
            }
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    spans
}

fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

/// The partition of `new`, told as a change of `spans`, which is the partition of `old`.
pub(super) fn repartition(old: &str, spans: &[Span], new: &str) -> Repartition {
    let (edit, moved) = difference(old, new);
    let all = 0..spans.len();
    if spans.is_empty() || new.is_empty() {
        return Repartition {
            replaced: all,
            with: partition(new),
        };
    }
    let edited = spans.partition_point(|span| span.start <= edit.start) - 1;
    let mut first = firm_start(old, spans, edited.saturating_sub(1));
    let after = spans.partition_point(|span| span.start < edit.end);
    let new_offset = |old_offset: usize| {
        old_offset
            .checked_add_signed(moved)
            .expect("text after the edit moves with it")
    };
    let mut ahead = 1;
    loop {
        let stop = (after + ahead).min(all.end);
        let from = spans[first].start;
        let to = spans
            .get(stop)
            .map_or(new.len(), |span| new_offset(span.start));
        let mut found = top_level_nodes(&new[from..to]);
        if first > 0 && found.first().is_none_or(|span| span.start > 0) {
            // The start that we began at is none any more.
            first = firm_start(old, spans, first - 1);
            continue;
        }
        if found.is_empty() {
            found = partition(&new[from..to]);
        }
        found[0].start = 0;
        for span in &mut found {
            span.start += from;
            span.content_end += from;
        }
        let known = &spans[after..stop];
        let met = found.iter().enumerate().find_map(|(index, span)| {
            let at = known.binary_search_by_key(&span.start, |known| new_offset(known.start));
            at.ok().map(|at| (index, after + at))
        });
        if let Some((index, same)) = met {
            found.truncate(index);
            return Repartition {
                replaced: first..same,
                with: found,
            };
        }
        if stop == all.end {
            return Repartition {
                replaced: first..all.end,
                with: found,
            };
        }
        ahead *= 2;
    }
}

/// The last start at or before block `index` that no later text can undo.
///
/// A block that follows a link definition is not firm: the definition's title
/// may reach into it as soon as a later line closes it.
fn firm_start(text: &str, spans: &[Span], mut index: usize) -> usize {
    while index > 0
        && !text[spans[index - 1].content_end..spans[index].start]
            .trim()
            .is_empty()
    {
        index -= 1;
    }
    index
}

/// The range of `old` that was replaced, and by how much the text after it moved.
fn difference(old: &str, new: &str) -> (Range<usize>, isize) {
    let prefix = common_prefix(old, new);
    let suffix = common_suffix(&old[prefix..], &new[prefix..]);
    let moved = new.len() as isize - old.len() as isize;
    (prefix..old.len() - suffix, moved)
}

fn common_prefix(a: &str, b: &str) -> usize {
    let mut length = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    while !a.is_char_boundary(length) || !b.is_char_boundary(length) {
        length -= 1;
    }
    length
}

fn common_suffix(a: &str, b: &str) -> usize {
    let same = a
        .bytes()
        .rev()
        .zip(b.bytes().rev())
        .take_while(|(a, b)| a == b);
    let mut length = same.count();
    while !a.is_char_boundary(a.len() - length) || !b.is_char_boundary(b.len() - length) {
        length -= 1;
    }
    length
}
