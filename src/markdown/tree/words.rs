//! Words: text, code, addresses, raw HTML, pictures and the numbers of footnotes.

use super::{Builder, Kind};
use crate::markdown::bare::find_bare;
use crate::markdown::href::Href;
use crate::markdown::names::NoteId;
use crate::markdown::safe::{SafeNode, Tag};

impl Builder<'_> {
    pub(super) fn push_words(&mut self, tag: Tag, words: &str) {
        self.push(SafeNode::element(tag, vec![SafeNode::text(words)]));
        self.nodes += 1;
    }

    /// The title of details.
    pub(super) fn title(&mut self, title: &str) {
        self.read(title);
        self.push_words(Tag::Summary, title);
    }

    /// Adds words as they are.
    pub(super) fn push_text(&mut self, text: &str) {
        if let Some(Kind::Picture { alt, .. }) = self.open.last_mut().map(|frame| &mut frame.kind) {
            alt.push_str(text);
        } else if self.is_full() || text.is_empty() {
            // Nothing is shown.
        } else if let Some(last) = self.siblings().last_mut().and_then(SafeNode::as_text_mut) {
            last.push_str(text);
        } else {
            self.push(SafeNode::text(text));
        }
    }

    /// Takes note of words that the reader reads, wherever they are put.
    fn read(&mut self, text: &str) {
        self.tree.characters += text.chars().filter(|c| !c.is_whitespace()).count();
        if let Some(heading) = &mut self.heading {
            heading.push_str(text);
        }
    }

    /// Adds words that the reader reads.
    fn prose(&mut self, text: &str) {
        if !self.is_in_picture() {
            self.read(text);
        }
        self.push_text(text);
    }

    pub(super) fn flush_text(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.is_empty() {
            return;
        }
        match self.innermost() {
            Some(Kind::Html) => self.html(&text),
            Some(Kind::Address(_)) => self.push_text(&text),
            Some(Kind::CodeBlock { .. } | Kind::Picture { .. }) => self.prose(&text),
            _ if self.is_in_link() => self.prose(&text),
            _ => self.prose_with_constructs(&text),
        }
    }

    pub(super) fn is_in_link(&self) -> bool {
        self.open.iter().any(|frame| {
            matches!(
                frame.kind,
                Kind::Element(Tag::Link(_)) | Kind::Address(_) | Kind::Embed(_)
            )
        })
    }

    pub(super) fn prose_with_addresses(&mut self, mut text: &str) {
        while let Some(range) = find_bare(text) {
            let address = &text[range.clone()];
            self.prose(&text[..range.start]);
            match Href::parse(address) {
                Some(href) => {
                    if let Some(Kind::Element(Tag::Paragraph)) = self.innermost() {
                        let index = self.siblings().len();
                        self.bare.push(index);
                    }
                    self.push_words(Tag::Link(href), address);
                }
                None => self.push_text(address),
            }
            text = &text[range.end..];
        }
        self.prose(text);
    }

    pub(super) fn code(&mut self, code: &str) {
        if self.is_in_picture() {
            return self.push_text(code);
        }
        self.read(code);
        self.push_words(Tag::Code(None), code);
    }

    pub(super) fn line_break(&mut self) {
        if self.is_in_picture() {
            return self.push_text(" ");
        }
        self.push(SafeNode::element(Tag::LineBreak, vec![]));
    }

    pub(super) fn picture(&mut self, address: &str, alt: String) {
        let words = if alt.trim().is_empty() {
            address.to_owned()
        } else {
            alt
        };
        match Href::parse(address).filter(|href| href.anchor().is_none()) {
            Some(href) if !self.is_in_link() => self.push_words(Tag::Picture(href), &words),
            _ => self.push_text(&words),
        }
    }

    pub(super) fn note_reference(&mut self, label: &str) {
        match (self.note)(label) {
            Some(id) => self.refer(id),
            None => self.prose(&format!("[^{label}]")),
        }
    }

    /// Puts the number of a footnote.
    pub(super) fn refer(&mut self, id: NoteId) {
        if self.is_full() || self.is_in_picture() {
            return;
        }
        let frames = self.open.iter_mut().rev();
        let around = frames
            .map(|frame| &mut frame.kind)
            .find_map(|kind| match kind {
                Kind::Note { references, .. } => Some(references),
                _ => None,
            });
        around.unwrap_or(&mut self.tree.references).push(id.clone());
        self.push(SafeNode::element(Tag::NoteReference(id), vec![]));
    }
}
