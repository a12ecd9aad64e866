//! Zenn: `articles/<slug>.md` in a repository, or the text alone in its editor
//! (<https://zenn.dev/zenn/articles/markdown-guide>, <https://zenn.dev/zenn/articles/zenn-cli-guide>).

use super::dialect::Dialect;
use super::front::{self, Value, field};
use super::printer::colon_box;
use crate::domain::Event;
use crate::markdown::Alert;
use crate::markdown::constructs::Spelling;
use crate::markdown::constructs::code::Info;
use crate::markdown::constructs::embed;
use crate::markdown::constructs::picture::Picture;

pub(super) struct Zenn;

impl Dialect for Zenn {
    fn head(&self, event: &Event, _: &str) -> String {
        let fields = [
            field("title", Value::Title),
            field("emoji", Value::Emoji),
            field("type", Value::Kind),
            field("topics", Value::Topics),
            field("published", Value::New("false")),
        ];
        front::print(&event.report, &["emoji", "topics", "type"], &fields)
    }

    fn knows(&self, spelling: Spelling) -> bool {
        spelling == Spelling::Zenn
    }

    fn nests(&self) -> bool {
        true
    }

    fn callout(&self, kind: Alert, body: &str) -> String {
        let words = match kind {
            Alert::Note | Alert::Tip | Alert::Important => "message",
            Alert::Warning | Alert::Caution => "message alert",
        };
        colon_box(words, body)
    }

    fn details(&self, title: &str, body: &str) -> String {
        colon_box(&format!("details {title}"), body)
    }

    fn knows_embeds(&self) -> bool {
        true
    }

    fn card(&self, address: &str) -> Option<String> {
        embed::is_docswell(address).then(|| format!("@[docswell]({address})"))
    }

    fn picture(&self, picture: &Picture) -> String {
        picture.in_markdown(true)
    }

    fn code(&self, info: &Info<'_>) -> (String, bool) {
        let file = match info.file {
            "" => String::new(),
            file => format!(":{file}"),
        };
        let between = if info.is_diff && !info.language.is_empty() {
            " "
        } else {
            ""
        };
        let diff = if info.is_diff { "diff" } else { "" };
        (format!("{diff}{between}{}{file}", info.language), false)
    }

    fn has_inline_notes(&self) -> bool {
        true
    }
}
