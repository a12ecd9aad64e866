//! Rich text that was copied elsewhere, as Markdown: HTML in, Markdown out.
//!
//! The page runs with Trusted Types and no policy, so the browser's own parser of HTML cannot be
//! used, and what is not named here does not come in: no attribute but an address that [`Href`]
//! allows, no element but as the Markdown for it.
//!
//! [`Href`]: super::Href
//!
//! 1. `tokens` reads tags and text; `names` says what an element, a class or a style means.
//! 2. `read` keeps the elements that are open, and `elements` does what they do: words are
//!    gathered, and put out where a block begins or ends.
//! 3. `words` are letters, each with its marks, and white space as a page collapses it; `marks`
//!    takes off what would not be read as one, and `inline` makes a line of Markdown of them.
//! 4. `write` puts the lines into quotes, lists and tables.
//!
//! Nothing is recursive, and every step takes time in proportion to the text.

mod elements;
mod embeds;
mod inline;
mod marks;
mod names;
mod read;
mod tokens;
mod words;
mod write;

/// The Markdown of the HTML that was copied from a page, a document or a slide. `None` where the
/// plain text that was copied with it serves as well: lines and paragraphs in one style, code in
/// the colours of an editor.
pub fn from_html(html: &str) -> Option<String> {
    read::Reader::read(html)
}
