//! GitHub: a Markdown file in a repository, a gist or an issue
//! (<https://docs.github.com/get-started/writing-on-github>).

use super::dialect::{Dialect, quoted};
use super::titled;
use crate::domain::Event;
use crate::markdown::Alert;
use crate::markdown::constructs::Spelling;

pub(super) struct GitHub;

impl Dialect for GitHub {
    fn head(&self, event: &Event, body: &str) -> String {
        titled(event, body)
    }

    fn knows(&self, spelling: Spelling) -> bool {
        matches!(spelling, Spelling::GitHub | Spelling::Html)
    }

    fn callout(&self, kind: Alert, body: &str) -> String {
        let name = match kind {
            Alert::Note => "NOTE",
            Alert::Tip => "TIP",
            Alert::Important => "IMPORTANT",
            Alert::Warning => "WARNING",
            Alert::Caution => "CAUTION",
        };
        quoted(&format!("[!{name}]\n{body}"))
    }

    fn joins_lines(&self) -> bool {
        true
    }

    fn strikes_by_one(&self) -> bool {
        true
    }
}
