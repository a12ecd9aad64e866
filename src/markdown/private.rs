//! What is private: a block or a list item that begins with a lock, with all that is in it. This
//! is the one place that takes it out, before anything is handed out.

use std::borrow::Cow;
use std::ops::Range;

mod blocks;
mod lines;
mod locks;
mod stretches;

use blocks::{Part, private_in};
pub(super) use blocks::{is_block, is_block_end};
use lines::whole_lines;
use locks::is_locked_title;
use stretches::Stretches;

use super::constructs::{Kind, Step, walk};
use super::{join, with_line_feeds};
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

/// A private heading: its level, and where it begins.
type Hidden = Option<(usize, usize)>;

/// A box or details that we are in.
struct Around {
    start: usize,
    body: usize,
    /// Where its body ends.
    end: usize,
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
    let mut stretches = Stretches::default();
    let mut closed = None;
    // Where a text begins or ends within a line, beside the tags of details.
    let mut edges: Vec<usize> = Vec::new();
    let mut at = 0;
    walk(feeds, &mut |step| match step {
        Step::Text(range) => {
            stretches.text(&range);
            found.extend(closed.take().map(|start| start..range.start));
            at = range.end;
            let in_line = |at: &usize| !feeds[..*at].is_empty() && !feeds[..*at].ends_with('\n');
            edges.extend([range.start, range.end].into_iter().filter(in_line));
            if let Some(around) = around.last_mut().filter(|around| around.body == 0) {
                around.body = range.start;
            }
            if around.iter().all(|around| around.hidden.is_none()) {
                let part = Part {
                    text: feeds,
                    range,
                    box_end: around.last().map_or(feeds.len(), |around| around.end),
                    over_boxes: false,
                };
                private_in(&part, &mut found, &mut hidden);
            }
        }
        Step::Enter(kind, end) => {
            stretches.enter(feeds, at);
            around.push(Around {
                start: at,
                end,
                body: 0,
                found: found.len(),
                hidden: hidden.take(),
                locked: matches!(kind, Kind::Details(title) if is_locked_title(&title)),
            });
        }
        Step::Leave => {
            stretches.leave(at);
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
    for range in stretches.with_boxes(feeds.len()) {
        let part = Part {
            text: feeds,
            box_end: range.end,
            range,
            over_boxes: true,
        };
        let mut items = Vec::new();
        private_in(&part, &mut items, &mut None);
        found.extend(items.into_iter().map(|item| stretches.whole(item)));
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
