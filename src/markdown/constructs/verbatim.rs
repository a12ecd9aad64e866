//! What is read as it is written: code and comments. No box begins or ends in them.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use crate::markdown::parser;

/// The verbatim parts of a text, in bytes: in order and apart.
pub(super) struct Verbatim(Vec<Range<usize>>);

impl Verbatim {
    pub(super) fn has(&self, at: usize) -> bool {
        let before = self.0.partition_point(|part| part.start <= at);
        before > 0 && at < self.0[before - 1].end
    }
}

/// Reads a text that begins where a block does. What it leaves open goes on to its end.
pub(super) fn verbatim(text: &str, has_indented_code: bool) -> Verbatim {
    let marks = ["`", "~~~", "<!--", "    ", "\t"];
    if !marks.iter().any(|mark| text.contains(mark)) {
        return Verbatim(Vec::new());
    }
    let events = parser(text, None).into_offset_iter();
    let parts = events.filter(|(event, range)| match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => has_indented_code,
        Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => true,
        Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => {
            text[range.clone()].starts_with("<!--")
        }
        _ => false,
    });
    Verbatim(parts.map(|(_, range)| range).collect())
}
