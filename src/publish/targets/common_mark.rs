//! CommonMark with the tables and footnotes of GitHub, and nothing that a place must know besides:
//! no boxes, no raw HTML (<https://spec.commonmark.org/0.31.2/>).

use super::dialect::{Dialect, open_details};
use super::titled;
use crate::domain::Event;
use crate::markdown::constructs::Spelling;
use crate::markdown::constructs::picture::Picture;

pub(super) struct CommonMark;

impl Dialect for CommonMark {
    fn head(&self, event: &Event, body: &str) -> String {
        titled(event, body)
    }

    fn knows(&self, _: Spelling) -> bool {
        false
    }

    fn details(&self, title: &str, body: &str) -> String {
        open_details(title, body)
    }

    fn picture(&self, picture: &Picture) -> String {
        picture.in_markdown(false)
    }

    fn joins_lines(&self) -> bool {
        true
    }

    fn strikes_by_one(&self) -> bool {
        true
    }
}
