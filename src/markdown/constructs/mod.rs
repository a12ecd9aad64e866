//! What a report can have beyond GitHub Flavored Markdown, in whichever way it is spelt: boxes and
//! details, code, embeds and pictures.
//!
//! Must not know how any place of publication prints them.

pub(crate) mod code;
mod containers;
mod details;
pub(crate) mod embed;
mod fence;
mod note;
pub(crate) mod picture;
mod verbatim;

pub(crate) use containers::{
    Container, Kind, MAX_DEPTH, Node, Spelling, Step, closing, closing_marks, named, next,
    next_of_any, read, walk,
};
pub(crate) use details::{end_of_details, is_on_long_line, open_tags, title_of_details};
pub(crate) use fence::{closes, fence};
pub(crate) use note::inline_note;

/// So many bytes a spelling within a line has at most: none would be read to the end of a long text
/// again and again.
const LONGEST: usize = 4096;

fn beginning(text: &str) -> &str {
    let end = (0..=LONGEST.min(text.len())).rfind(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or(0)]
}
