//! Sections: how a report is cut into them, joined again, and what a heading line says.
//!
//! A section is a raw slice of Markdown that begins with its heading line. The
//! cuts are ATX headings (`## title`) of the report's two levels at the top of
//! the document: not in code, a list, a quote, a box, details or a raw HTML block.
//!
//! A setext heading (a line underlined with `---`) is no cut. Its level is
//! known only from the line after it, so `---` typed below a paragraph would
//! tear a section apart while someone writes a rule, and a section could not
//! tell its title from its first line.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::{constructs, leading_emoji, parser, with_line_feeds};
use crate::domain::line_end;

/// The two heading levels at which a report is cut, as counts of `#`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Levels {
    pub top: u8,
    pub sub: u8,
}

/// `##` and `###`: the places of publication use `#` for the title of the article.
pub const LEVELS: Levels = Levels { top: 2, sub: 3 };

impl Levels {
    fn contain(self, level: usize) -> bool {
        level == usize::from(self.top) || level == usize::from(self.sub)
    }
}

/// The first line of a section that has a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading<'t> {
    /// The number of `#`.
    pub level: u8,
    /// Without markup; with the emoji.
    pub title: String,
    pub emoji: Option<&'t str>,
    /// The bytes of the title, with its markup, in the section; empty right after the `#` if there is none.
    pub range: Range<usize>,
}

/// The smallest edit of a text: the bytes `range` become `with`.
#[derive(Clone, Hash, Debug, PartialEq, Eq)]
pub struct Replacement {
    pub range: Range<usize>,
    pub with: String,
}

/// The sections of a report. Joined they are `text` again, byte by byte; only
/// the first can be without a heading, and an empty text has none.
pub fn split(text: &str) -> Vec<&str> {
    let mut sections = Vec::new();
    let mut start = 0;
    for cut in cuts(text) {
        if cut > start {
            sections.push(&text[start..cut]);
        }
        start = cut;
    }
    if start < text.len() {
        sections.push(&text[start..]);
    }
    sections
}

/// The report as one text: the sections one after the other, nothing between them. Only a
/// section that does not end its last line, and no longer is the last, gets a line end: the
/// heading after it would be no heading.
pub fn join<'t>(sections: impl IntoIterator<Item = &'t str>) -> String {
    let mut report = String::new();
    for section in sections {
        if !section.is_empty() && !report.is_empty() && !report.ends_with(['\n', '\r']) {
            report += line_end(&report).unwrap_or("\n");
        }
        report += section;
    }
    report
}

/// Whether the text is one section that leaves its neighbours alone:
///
/// - it ends its last line,
/// - it has no section heading but in its first line, which is not indented,
/// - no fence, box or raw HTML is open at its end that would swallow the next heading.
///
/// If this is true of all sections, and all but the first have a heading,
/// then `split(join(sections)) == sections`.
pub fn is_normal(text: &str) -> bool {
    if !text.ends_with('\n') || text.starts_with(' ') && heading(text).is_some() {
        return false;
    }
    let next = format!("{text}## \n");
    cuts(&next)
        .into_iter()
        .filter(|cut| *cut > 0)
        .eq([text.len()])
}

/// What must be added to a text so that nothing open at its end swallows the
/// next heading: lines that close its fence, its box or its raw HTML. `None` if
/// nothing is open.
pub fn closing(text: &str) -> Option<String> {
    let text = &*with_line_feeds(text);
    let end = if text.ends_with('\n') { "" } else { "\n" };
    let leaves_room = |ending: &str| {
        let next = format!("{text}{end}{ending}## \n");
        cuts(&next).last() == Some(&(next.len() - "## \n".len()))
    };
    if leaves_room("") {
        return None;
    }
    let fences = text.lines().rev().filter_map(|line| {
        let line = line.trim_start_matches([' ', '\t', '>', '-', '*', '+']);
        let mark = line
            .chars()
            .next()
            .filter(|mark| matches!(mark, '`' | '~'))?;
        let length = line.len() - line.trim_start_matches(mark).len();
        (length >= 3).then(|| &line[..length])
    });
    // What is open is the last one, or the longest: those within are shorter.
    let fences: Vec<&str> = fences.collect();
    let of = |mark| fences.iter().filter(move |it| it.starts_with(mark));
    let marks = ['`', '~'].into_iter().flat_map(|mark| {
        let longest = of(mark).max_by_key(|it| it.len());
        of(mark).next().into_iter().chain(longest)
    });
    let fences = marks
        .map(|it| (*it).to_owned())
        .collect::<Vec<_>>()
        .into_iter();
    // The ends of raw HTML that runs on over blank lines
    // (<https://spec.commonmark.org/0.31.2/#html-blocks>, kinds 1 to 5).
    let html = [
        "-->",
        "?>",
        ">",
        "]]>",
        "</script>",
        "</pre>",
        "</style>",
        "</textarea>",
        "",
    ];
    let others = fences.chain(html.map(str::to_owned));
    let others: Vec<String> = others.map(|close| format!("{close}\n")).collect();
    let boxes = constructs::closing(text).into_iter().flat_map(|close| {
        // Code in details goes on over their end.
        let inner = others.iter().map(|inner| format!("{inner}{close}"));
        std::iter::once(close.clone()).chain(inner.collect::<Vec<_>>())
    });
    boxes
        .chain(others.iter().cloned())
        .find(|close| leaves_room(close))
        .map(|close| format!("{end}{close}"))
}

/// The text with what is open at its end closed; `None` if nothing is.
pub fn closed(text: &str) -> Option<String> {
    closing(text)?;
    let body = text.trim_end_matches(['\n', '\r']);
    let closing = closing(body)?;
    let end = line_end(text).unwrap_or("\n");
    let closing = closing.trim_end_matches('\n').replace('\n', end);
    match closing.is_empty() {
        // A blank line is all that it needs.
        true => Some([body, end, end].concat()),
        false => Some([body, &closing, &text[body.len()..]].concat()),
    }
}

/// The heading in the first line, if it has one of the report's levels.
pub fn heading(text: &str) -> Option<Heading<'_>> {
    heading_of(text, |level| LEVELS.contain(level))
}

/// The heading in the first line, if it has the level above the sections: the title of all.
pub fn main_heading(text: &str) -> Option<Heading<'_>> {
    heading_of(text, |level| level == 1)
}

fn heading_of(text: &str, has_level: fn(usize) -> bool) -> Option<Heading<'_>> {
    let line = first_line(text);
    let level = atx_level(line).filter(|level| has_level(*level))?;
    let hashes = line.len() - line.trim_start_matches(' ').len();
    let range = title_range(line, hashes + level);
    let mut title = String::new();
    for event in parser(line, None) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => title += &text,
            _ => {}
        }
    }
    Some(Heading {
        level: level.try_into().ok()?,
        title,
        emoji: leading_emoji(&text[range.clone()]),
        range,
    })
}

/// Gives the section another title, which is one line of Markdown. A section
/// without a heading gets one of the top level.
pub fn with_title(text: &str, title: &str) -> Replacement {
    let title = one_line(title);
    match heading(text) {
        Some(heading) if heading.range.is_empty() => {
            let after_hashes = heading.range.start..first_line(text).len();
            smallest(text, after_hashes, format!(" {title}"))
        }
        Some(heading) => smallest(text, heading.range, title),
        None => {
            let hashes = "#".repeat(LEVELS.top.into());
            Replacement {
                range: 0..0,
                with: format!("{hashes} {title}\n\n"),
            }
        }
    }
}

/// Gives the section's heading another level; `None` if it has no heading.
pub fn with_level(text: &str, level: u8) -> Option<Replacement> {
    let old = usize::from(heading(text)?.level);
    let new = usize::from(level);
    let start = first_line(text).find('#')?;
    Some(Replacement {
        range: start..start + old.saturating_sub(new),
        with: "#".repeat(new.saturating_sub(old)),
    })
}

/// Where section headings start: line starts, in order.
fn cuts(text: &str) -> Vec<usize> {
    let text = &*with_line_feeds(text);
    let mut cuts = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let found = constructs::next_of_any(text, at, text.len(), false);
        let next = found.as_ref().map_or(text.len(), |found| found.start);
        cuts.extend(
            section_starts(&text[at..next])
                .into_iter()
                .map(|start| at + start),
        );
        at = found.map_or(text.len(), |found| found.end);
    }
    cuts
}

/// The same in a text without boxes.
fn section_starts(text: &str) -> Vec<usize> {
    let mut depth = 0;
    let mut starts = Vec::new();
    for (event, range) in parser(text, None).into_offset_iter() {
        if depth == 0 && matches!(event, Event::Start(Tag::Heading { .. })) {
            let start = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
            if begins_section(&text[start..]) {
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

/// Whether a text begins with a heading of a section level.
fn begins_section(text: &str) -> bool {
    atx_level(first_line(text)).is_some_and(|level| LEVELS.contain(level))
}

/// How many `#` begin an ATX heading line (<https://spec.commonmark.org/0.31.2/#atx-headings>);
/// whether that is a level is left to the caller.
fn atx_level(line: &str) -> Option<usize> {
    let unindented = line.trim_start_matches(' ');
    let after = unindented.trim_start_matches('#');
    let level = unindented.len() - after.len();
    let is_atx = line.len() - unindented.len() <= 3
        && (after.is_empty() || after.starts_with([' ', '\t', '\n', '\r']));
    is_atx.then_some(level)
}

/// The first line and what follows it; the first is empty if it is no section heading.
pub(super) fn heading_line(text: &str) -> (&str, &str) {
    match begins_section(text) {
        true => text.split_at(first_line(text).len()),
        false => ("", text),
    }
}

fn first_line(text: &str) -> &str {
    &text[..text.find(['\n', '\r']).unwrap_or(text.len())]
}

/// The title without the white space and the closing hashes around it.
fn title_range(line: &str, after_hashes: usize) -> Range<usize> {
    let blank = [' ', '\t'];
    let rest = line[after_hashes..].trim_end_matches(blank);
    let open = rest.trim_end_matches('#');
    let closed = open.is_empty() || open.ends_with(blank);
    let title = if closed {
        open.trim_end_matches(blank)
    } else {
        rest
    };
    let start = line.len() - line[after_hashes..].trim_start_matches(blank).len();
    match title.is_empty() {
        true => after_hashes..after_hashes,
        false => start..after_hashes + title.len(),
    }
}

/// A title has no line breaks, and its last hashes are words, not the end of the heading.
fn one_line(title: &str) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let open = title.trim_end_matches('#');
    let closes = open.len() < title.len() && (open.is_empty() || open.ends_with(' '));
    match closes {
        true => format!("{open}\\{}", &title[open.len()..]),
        false => title,
    }
}

/// Leaves out of a replacement what is the same at its start and its end.
fn smallest(text: &str, range: Range<usize>, with: String) -> Replacement {
    let old = &text[range.clone()];
    let same_start: usize = old
        .chars()
        .zip(with.chars())
        .take_while(|(old, new)| old == new)
        .map(|(c, _)| c.len_utf8())
        .sum();
    let (old, new) = (&old[same_start..], &with[same_start..]);
    let same_end: usize = old
        .chars()
        .rev()
        .zip(new.chars().rev())
        .take_while(|(old, new)| old == new)
        .map(|(c, _)| c.len_utf8())
        .sum();
    Replacement {
        range: range.start + same_start..range.end - same_end,
        with: new[..new.len() - same_end].to_owned(),
    }
}
