//! Qiita: `public/<name>.md` for its command line, or the text alone in its editor
//! (<https://help.qiita.com/ja/articles/qiita-markdown>, <https://github.com/increments/qiita-cli>).

use super::dialect::{Dialect, signed_quote};
use super::front::{self, Value, field};
use super::printer::colon_box;
use crate::domain::Event;
use crate::markdown::Alert;
use crate::markdown::constructs::code::Info;
use crate::markdown::constructs::{Spelling, closing_marks};

pub(super) struct Qiita;

impl Dialect for Qiita {
    fn head(&self, event: &Event, _: &str) -> String {
        let fields = [
            field("title", Value::Title),
            field("tags", Value::Topics),
            field("private", Value::New("false")),
            field("updated_at", Value::New("\"\"")),
            field("id", Value::New("null")),
            field("organization_url_name", Value::New("null")),
            field("slide", Value::New("false")),
            field("ignorePublish", Value::New("false")),
        ];
        let own = ["private", "ignorePublish", "organization_url_name"];
        front::print(&event.report, &own, &fields)
    }

    fn knows(&self, spelling: Spelling) -> bool {
        matches!(spelling, Spelling::Qiita | Spelling::Html)
    }

    fn parts_boxes(&self) -> bool {
        true
    }

    fn callout(&self, kind: Alert, body: &str) -> String {
        // The first line of colons closes a note, however many they are.
        if closing_marks(body) > 0 {
            return signed_quote(kind, body);
        }
        let kind = match kind {
            Alert::Note | Alert::Tip | Alert::Important => "info",
            Alert::Warning => "warn",
            Alert::Caution => "alert",
        };
        colon_box(&format!("note {kind}"), body)
    }

    fn code(&self, info: &Info<'_>) -> (String, bool) {
        let file = match info.file {
            "" => String::new(),
            file => format!(":{file}"),
        };
        let between = if info.is_diff && !info.language.is_empty() {
            "_"
        } else {
            ""
        };
        let diff = if info.is_diff { "diff" } else { "" };
        (format!("{diff}{between}{}{file}", info.language), false)
    }
}
