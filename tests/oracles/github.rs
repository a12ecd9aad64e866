//! GitHub's reading of a text: comrak, which follows cmark-gfm, with what GitHub switches on.
//!
//! What GitHub does afterwards (mentions, emoji, mathematics, diagrams) is not here.

use comrak::Options;

use crate::form::Form;
use crate::html;

pub fn lines(markdown: &str, form: Form) -> String {
    html::lines(&html(markdown), form)
}

/// The body of the page.
pub fn html(markdown: &str) -> String {
    comrak::markdown_to_html(markdown, &options())
}

/// <https://github.github.com/gfm/>, and footnotes and alerts as of
/// <https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax>.
fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.alerts = true;
    options.render.github_pre_lang = true;
    // HTML is let through. GitHub cleans it afterwards, the tags of GFM's filter among it.
    options.render.r#unsafe = true;
    options
}
