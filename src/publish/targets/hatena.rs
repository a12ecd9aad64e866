//! Hatena Blog in its Markdown mode, by its command line blogsync
//! (<https://github.com/x-motemen/blogsync>). Not verified: its renderer is not published.

use super::dialect::Dialect;
use super::front::{self, Value, field};
use crate::domain::Event;
use crate::markdown::constructs::Spelling;

pub(super) struct Hatena;

impl Dialect for Hatena {
    fn head(&self, event: &Event, _: &str) -> String {
        let fields = [
            field("Title", Value::Title),
            field("Category", Value::Topics),
            field("Draft", Value::New("true")),
        ];
        front::print(&event.report, &["Category", "Draft"], &fields)
    }

    fn knows(&self, spelling: Spelling) -> bool {
        spelling == Spelling::Html
    }

    fn card(&self, address: &str) -> Option<String> {
        Some(format!("[{address}:embed:cite]"))
    }

    fn joins_lines(&self) -> bool {
        true
    }
}
