//! What each place of publication says of itself, and the spellings that several of them share.

use crate::domain::Event;
use crate::markdown::constructs::code::Info;
use crate::markdown::constructs::picture::Picture;
use crate::markdown::constructs::{Spelling, open_tags};
use crate::markdown::{Alert, escaped};

/// How a place of publication spells what [`crate::markdown::constructs`] reads. The spellings that are
/// given here are those of a place that knows CommonMark and raw HTML and nothing else.
pub(super) trait Dialect {
    /// What stands before the first section.
    fn head(&self, event: &Event, body: &str) -> String;

    /// Whether a box or details that are spelt so are understood there and stay.
    fn knows(&self, spelling: Spelling) -> bool;

    /// Whether a box can stand in a box and in a list.
    fn nests(&self) -> bool {
        false
    }

    /// Whether the lines of a box need a blank line above them.
    fn parts_boxes(&self) -> bool {
        false
    }

    /// A box with its body, each of whole lines.
    fn callout(&self, kind: Alert, body: &str) -> String {
        signed_quote(kind, body)
    }

    fn details(&self, title: &str, body: &str) -> String {
        html_details(title, body)
    }

    /// Whether `@[card](…)` is understood there.
    fn knows_embeds(&self) -> bool {
        false
    }

    /// An address that is alone on its line, where it must be spelt otherwise to be shown as a card.
    fn card(&self, _address: &str) -> Option<String> {
        None
    }

    /// A picture that says how large it is shown.
    fn picture(&self, picture: &Picture) -> String {
        picture.in_html()
    }

    /// An info string, and whether the name of the file must stand above the code to be seen.
    fn code(&self, info: &Info<'_>) -> (String, bool) {
        let language = if info.is_diff { "diff" } else { info.language };
        (language.to_owned(), !info.file.is_empty())
    }

    /// Whether `^[note]` is a footnote.
    fn has_inline_notes(&self) -> bool {
        false
    }

    /// Whether a line break in a paragraph is none unless it is marked.
    fn joins_lines(&self) -> bool {
        false
    }

    /// Whether what stands between two single `~` is struck out.
    fn strikes_by_one(&self) -> bool {
        false
    }
}

/// With the mark of a quote before each line.
pub(super) fn quoted(body: &str) -> String {
    let lines = body.lines().map(|line| match line {
        "" => ">\n".to_owned(),
        line => format!("> {line}\n"),
    });
    lines.collect()
}

/// A quote that says by a sign what it is: one that needs no language.
pub(super) fn signed_quote(kind: Alert, body: &str) -> String {
    let sign = match kind {
        Alert::Note => "ℹ️",
        Alert::Tip => "💡",
        Alert::Important => "❗",
        Alert::Warning => "⚠️",
        Alert::Caution => "🛑",
    };
    // Words go on behind the sign; a list, a picture or code begins below it.
    let begins_with_words = body.starts_with(|c: char| c.is_alphabetic());
    let between = if begins_with_words { " " } else { "\n\n" };
    quoted(&[sign, between, body].concat())
}

/// Details in HTML. The blank lines make what is between them Markdown
/// (<https://spec.commonmark.org/0.31.2/#html-blocks>).
pub(super) fn html_details(title: &str, body: &str) -> String {
    let open = open_tags(title);
    format!("{open}\n\n{body}\n</details>\n")
}

/// Details for a place that folds nothing: the title, and what was behind it.
pub(super) fn open_details(title: &str, body: &str) -> String {
    format!("**{}**\n\n{body}", escaped(title))
}
