//! note.com (<https://note.com/>): its editor takes rich text that is pasted, see
//! [`super::super::note`], and this Markdown is the same as a file. Not verified: the editor is not
//! published.

use super::dialect::{Dialect, open_details};
use super::titled;
use crate::domain::Event;
use crate::markdown::constructs::Spelling;
use crate::markdown::constructs::picture::Picture;

pub(super) struct Note;

impl Dialect for Note {
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
}
