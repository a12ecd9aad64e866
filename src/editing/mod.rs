//! Text commands: `(text, selection) → edit` on the smallest range. Knows no text area.
//!
//! A command is one function in a file of its own, with its cases beside it in marked text
//! (`#[selected|]#`, a caret is `#[|]#`), and one line in [`run`]. What several commands share:
//! `line` reads the shape of a line, `toggle` switches lines on and off, `emphasis` sets markers
//! around text, `edit` makes one edit of several changes. `content` says where the caret goes in a
//! block that was pointed at.
//!
//! All are line-wise: they look at the lines of the selection, not at a parsed document, so that
//! they work on unfinished text and cost the same in a long section. Those that are nothing in
//! code look back through the text, for an open fence; those that number read the lists around.

mod block;
mod code;
mod code_lines;
mod content;
mod edit;
mod emphasis;
mod enter;
mod excerpt;
mod fence;
mod find;
mod fold;
mod footnote;
mod heading;
mod indent;
mod insert;
mod lift;
mod line;
mod line_ends;
mod link;
mod list;
mod mark;
#[cfg(test)]
mod marked;
mod markers;
mod numbers;
#[cfg(test)]
mod properties;
mod query;
mod quote;
mod stamp;
mod table;
mod toggle;
mod utf16;
mod word;

pub use crate::domain::Mark;
pub use content::content_start;
pub use edit::{Change, Edit, Selection, diff};
pub use excerpt::{Excerpt, Found, FoundIn, Listing, Piece, find_in, marked};
pub use find::{Search, moved_by_typing, replace_all};
pub use fold::Nfkc;
pub use line_ends::{body, in_shown, in_stored, shown, write_back, write_body};
pub use query::{FoldedTexts, Query};
pub use utf16::{byte_to_utf16, utf16_to_byte};

pub use indent::takes_tab;
pub use insert::paste as paste_markdown;
pub use link::paste as paste_address;

pub use stamp::{insert as insert_stamp, stamp};

/// What a person can ask for with a button or a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Strong emphasis on or off; see [`Command::Code`] for what it takes without a selection.
    Bold,
    /// Emphasis on or off.
    Italic,
    /// Strikethrough on or off (GitHub Flavored Markdown, 6.5).
    Strike,
    /// A heading below the section's own levels (`####`) on or off.
    Heading,
    /// A bullet on the selected lines on or off.
    List,
    /// Numbers on the selected lines on or off.
    Numbers,
    /// A task box on the selected lines on or off.
    Check,
    /// A meaning of the selected lines on or off.
    Mark(Mark),
    /// The selected lines in a quote, or out of it.
    Quote,
    /// The selected lines as a callout, or as text again.
    Callout,
    /// A code span on or off, around the selection, the Latin word under the caret, or the caret.
    /// Several lines become a fenced block.
    Code,
    /// The selected lines as a fenced block, or as text again.
    CodeBlock,
    /// A link around the selection, with the caret where something is missing.
    Link,
    /// A table of the selected lines, or an empty one.
    Table,
    /// A footnote behind the selection, with the caret in its text.
    Footnote,
    /// Goes on with the list, the quote or the table of the caret, or ends it where it is empty.
    Enter,
    /// The selected list items, or lines of code, one level in.
    Indent,
    /// The selected list items, or lines of code, one level out.
    Outdent,
    /// The selected lines, or the list item, one place up.
    MoveUp,
    /// The selected lines, or the list item, one place down.
    MoveDown,
}

/// Whether the selection is in a fenced code block, its fences included.
pub fn is_code(text: &str, selection: Selection) -> bool {
    let line = line::Line::at(text, selection.within(text).start);
    let before = line.previous(text);
    fence::in_fence(text, line) || before.is_some_and(|before| fence::in_fence(text, before))
}

/// The edit that `command` makes, or `None` where it has nothing to say: then the browser does
/// what it does without us. An edit always changes the text. A selection that is out of bounds,
/// within a character or within a CRLF is moved to the boundary before it.
pub fn run(command: Command, text: &str, selection: Selection) -> Option<Edit> {
    let selection = selection.within(text);
    match command {
        Command::Bold => emphasis::toggle(text, selection, "**"),
        Command::Italic => emphasis::toggle(text, selection, "*"),
        Command::Strike => emphasis::toggle(text, selection, "~~"),
        Command::Heading => heading::toggle(text, selection),
        Command::List => list::toggle_bullets(text, selection),
        Command::Numbers => list::toggle_numbers(text, selection),
        Command::Check => list::toggle_checks(text, selection),
        Command::Mark(mark) => mark::toggle(text, selection, mark),
        Command::Quote => quote::toggle(text, selection),
        Command::Callout => quote::toggle_callout(text, selection),
        Command::Code => code::toggle(text, selection),
        Command::CodeBlock => block::toggle(text, selection),
        Command::Link => link::wrap(text, selection),
        Command::Table => table::insert(text, selection),
        Command::Footnote => footnote::insert(text, selection),
        Command::Enter => enter::go_on(text, selection),
        Command::Indent => indent::indent(text, selection),
        Command::Outdent => indent::outdent(text, selection),
        Command::MoveUp => lift::up(text, selection),
        Command::MoveDown => lift::down(text, selection),
    }
}
