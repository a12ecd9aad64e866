//! The only place that names pulldown-cmark: sections, blocks, and what the preview may show.
//!
//! It knows text and nothing else: no events, no storage, no page, no words of the interface.
//!
//! # Why the preview is a tree and not a string of HTML
//!
//! Blocks are built as elements and text nodes from the events of the parser
//! ([`SafeNode`]); nothing here makes HTML and the page never calls `innerHTML`.
//!
//! - There is no second parser between this module and the document, so there
//!   is no text that the two could understand differently.
//! - The page can forbid every HTML sink (`require-trusted-types-for 'script'`
//!   with no policy that makes HTML).
//! - What may stand in the preview is a closed list, [`Tag`], and an address
//!   is a type that has passed the allowlist, [`Href`]. Neither a [`SafeNode`]
//!   nor an [`Href`] can be made outside this module.
//! - The nodes of blocks that did not change stay in the document as they are.
//!
//! # Dialect
//!
//! CommonMark with tables, footnotes, strikethrough, task lists and alerts of GitHub Flavored
//! Markdown; two tildes strike out, one does not; bare addresses are links, and cards where one is
//! alone on its line; a line break in a paragraph is a line break. Boxes, details, embeds, pictures
//! with a size, footnotes in their place and names of files are understood in each spelling of
//! `constructs`. Of raw HTML a line break, a comment on one line, a picture and details are what
//! they are; the rest is text. Nothing else: definition lists, maths, subscript and smart
//! punctuation misread Japanese notes (`~`, `$`, a line that starts with `:`), and heading
//! attributes let a text set attributes.

mod anatomy;
mod anchors;
mod bare;
pub(crate) mod constructs;
mod cut;
mod emoji;
mod escape;
mod flanking;
mod headings;
mod href;
pub(crate) mod lines;
mod names;
mod notes;
mod pairing;
mod partition;
mod preview;
mod private;
mod prose;
mod rejoin;
mod render;
mod rich;
mod safe;
mod section;
mod sections;
mod tasks;
mod tree;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use pulldown_cmark::{BrokenLink, CowStr, Options, Parser};

pub use anatomy::{Anatomy, Code, Destination, Html, Picture, Standing, Title, Words, anatomy};
pub use bare::bare_address;
pub use cut::{cut, joined};
pub use emoji::{is_emoji, leading_emoji, with_bound_emoji};
pub use escape::{escaped, is_paragraph, link};
pub use flanking::{Flanking, Punctuation};
pub use headings::{Headed, headings};
pub use href::{HEADING_ID, Href};
pub use names::{Key, NoteId};
pub use preview::{Changes, Note, Patch, Preview};
pub use private::{Below, masked, open_report, without_private};
pub use prose::prose_lines;
pub use rejoin::{Part, Piece, Rejoined, rejoin};
pub use render::Block;
pub use rich::from_html;
pub use safe::{AT, Alert, Align, Element, SafeNode, Tag, View};
pub use sections::{
    Heading, LEVELS, Levels, Replacement, closed, closing, heading, is_normal, join, main_heading,
    split, with_level, with_title,
};
pub use tasks::with_box;

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM);

/// Says where a link leads whose label the text does not define.
type LinkTo<'p, 't> = &'p mut dyn FnMut(BrokenLink<'t>) -> Option<(CowStr<'t>, CowStr<'t>)>;

/// The parser for this dialect. It is generic in what it asks, and every type
/// would be one more copy of its code to download: all parsers have this one.
fn parser<'p, 't>(text: &'t str, link_to: Option<LinkTo<'p, 't>>) -> Parser<'t, LinkTo<'p, 't>> {
    Parser::new_with_broken_link_callback(text, OPTIONS, link_to)
}

/// Texts of more bytes are not read to be counted.
const COUNTED: usize = 1024 * 1024;

/// So many characters are said to be about so many: those of a text that is not read to be
/// counted are as many in Japanese.
pub const ABOUT: usize = 300_000;

/// The characters of a text: see [`Block::characters`]. Of a very large one it is everything
/// but white space, because reading it would keep the hands waiting.
pub fn characters(text: &str) -> usize {
    if text.len() > COUNTED {
        return text.chars().filter(|c| !c.is_whitespace()).count();
    }
    let mut preview = Preview::new();
    preview.set_sections([("", text)]);
    preview.total_characters()
}

/// How fast Japanese is read in silence, in characters a minute: the middle of the usual 400 to 600.
pub const CHARACTERS_PER_MINUTE: usize = 500;

/// Minutes to read so many characters, rounded up: 0 for nothing, 1 for anything up to 500.
pub fn reading_minutes(characters: usize) -> usize {
    characters.div_ceil(CHARACTERS_PER_MINUTE)
}

/// The text with a lone carriage return as a line feed, of the same length.
///
/// Both end a line (<https://spec.commonmark.org/0.31.2/#line-ending>), but
/// pulldown-cmark does not see the first everywhere, for example after a fence.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return text.into();
    }
    let mut feeds = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        feeds.push(if c == '\r' && chars.peek() != Some(&'\n') {
            '\n'
        } else {
            c
        });
    }
    feeds.into()
}
