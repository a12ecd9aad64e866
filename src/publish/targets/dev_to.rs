//! dev.to, in its basic editor (<https://dev.to/p/editor_guide>). Not verified by its renderer.

use super::dialect::Dialect;
use super::front::{self, Value, field};
use crate::domain::Event;
use crate::markdown::constructs::Spelling;

pub(super) struct DevTo;

impl Dialect for DevTo {
    fn head(&self, event: &Event, _: &str) -> String {
        let fields = [
            field("title", Value::Title),
            field("published", Value::New("false")),
            field("tags", Value::TopicsInText),
        ];
        let own = ["description", "cover_image", "canonical_url", "series"];
        front::print(&event.report, &own, &fields)
    }

    fn knows(&self, spelling: Spelling) -> bool {
        spelling == Spelling::Html
    }

    fn card(&self, address: &str) -> Option<String> {
        Some(format!("{{% embed {address} %}}"))
    }
}
