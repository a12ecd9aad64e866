//! HackMD (<https://hackmd.io/features>). Not verified by its renderer.

use super::dialect::Dialect;
use super::front::{self, Value, field};
use super::printer::colon_box;
use crate::domain::Event;
use crate::markdown::Alert;
use crate::markdown::constructs::Spelling;
use crate::markdown::constructs::embed;
use crate::markdown::constructs::picture::Picture;

pub(super) struct HackMd;

impl Dialect for HackMd {
    fn head(&self, event: &Event, _: &str) -> String {
        let fields = [
            field("title", Value::Title),
            field("tags", Value::TopicsInText),
        ];
        front::print(&event.report, &["robots", "breaks", "GA"], &fields)
    }

    fn knows(&self, spelling: Spelling) -> bool {
        matches!(spelling, Spelling::HackMd | Spelling::Html)
    }

    fn callout(&self, kind: Alert, body: &str) -> String {
        let words = match kind {
            Alert::Tip => "success",
            Alert::Note | Alert::Important => "info",
            Alert::Warning => "warning",
            Alert::Caution => "danger",
        };
        colon_box(words, body)
    }

    fn details(&self, title: &str, body: &str) -> String {
        colon_box(&format!("spoiler {title}"), body)
    }

    fn card(&self, address: &str) -> Option<String> {
        embed::youtube(address).map(|id| format!("{{%youtube {id} %}}"))
    }

    fn picture(&self, picture: &Picture) -> String {
        picture.in_markdown(true)
    }

    fn has_inline_notes(&self) -> bool {
        true
    }
}
