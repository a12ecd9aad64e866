//! What a site made of a spelling of its own: details, frames, the numbers of footnotes.

use super::names::{self, Kind};
use super::read::Reader;
use super::tokens::Start;
use super::words::{HIDDEN, NOTE, Style};
use crate::markdown::constructs::open_tags;

impl Reader {
    /// The number of a footnote is its spelling, and what the page shows of it is nothing.
    pub(super) fn note_reference(&mut self, label: &str) {
        let style = Style {
            marks: NOTE,
            link: 0,
        };
        self.words.add(&format!("[^{label}]"), style);
        self.style.marks |= HIDDEN;
        self.is_rich = true;
    }

    /// Details have a title, or are what is in them.
    pub(super) fn end_summary(&mut self) {
        self.words.one_line = false;
        let title = self.words.text_from(0);
        self.words.take();
        let around = self
            .open
            .iter_mut()
            .rfind(|open| open.kind == Kind::Details);
        let Some(around) = around.filter(|_| !title.trim().is_empty()) else {
            return;
        };
        around.from = 1;
        self.structure();
        self.writer.block(&open_tags(title.trim()), false);
    }

    /// A frame is a line with the address of what it shows.
    pub(super) fn frame(&mut self, tag: &Start<'_>) {
        let address = names::frame(tag).filter(|_| self.code.is_none());
        if let Some(address) = address {
            let style = Style::default();
            self.words.line_break(style);
            self.words.add(&address, style);
            self.words.line_break(style);
            self.is_rich = true;
        }
    }
}
