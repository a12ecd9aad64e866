//! Text commands: `(text, selection) → edit` on the smallest range. Knows no text area.
//!
//! A command is one function in a file of its own, with its cases beside it in marked text
//! (`#[selected|]#`, a caret is `#[|]#`), and one line in [`run`]. What several commands share:
//! `line` reads the shape of a line, `toggle` switches lines on and off, `emphasis` sets markers
//! around text, `edit` makes one edit of several changes.
//!
//! All are line-wise: they look at the lines of the selection, not at a parsed document, so that
//! they work on unfinished text and cost the same in a long section. Continuing a list and
//! making a link alone look back through the text, for an open code fence.

mod code;
mod edit;
mod emphasis;
mod enter;
mod fence;
mod heading;
mod line;
mod line_ends;
mod link;
mod list;
#[cfg(test)]
mod marked;
#[cfg(test)]
mod properties;
mod toggle;
mod utf16;
mod word;

pub use edit::{Change, Edit, Selection, diff};
pub use line_ends::{in_shown, in_stored, shown, write_back};
pub use utf16::{byte_to_utf16, utf16_to_byte};

/// What a person can ask for with a button or a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Strong emphasis on or off; see [`Command::Code`] for what it takes without a selection.
    Bold,
    /// A heading below the section's own levels (`####`) on or off.
    Heading,
    /// A bullet on the selected lines on or off.
    List,
    /// A task box on the selected lines on or off.
    Check,
    /// A code span on or off, around the selection, the Latin word under the caret, or the caret.
    /// Several lines become a fenced block.
    Code,
    /// A link around the selection, with the caret where something is missing.
    Link,
    /// Continues the list item of the caret, or ends the list if the item is empty.
    Enter,
}

/// The edit that `command` makes, or `None` where it has nothing to say: then the browser does
/// what it does without us. An edit always changes the text. A selection that is out of bounds,
/// within a character or within a CRLF is moved to the boundary before it.
pub fn run(command: Command, text: &str, selection: Selection) -> Option<Edit> {
    let selection = selection.within(text);
    match command {
        Command::Bold => emphasis::toggle(text, selection, "**"),
        Command::Heading => heading::toggle(text, selection),
        Command::List => list::toggle_bullets(text, selection),
        Command::Check => list::toggle_checks(text, selection),
        Command::Code => code::toggle(text, selection),
        Command::Link => link::wrap(text, selection),
        Command::Enter => enter::continue_list(text, selection),
    }
}
