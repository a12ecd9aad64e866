//! What is shown from elsewhere and what has a spelling of its own: cards, pictures with a size,
//! footnotes within a line, and the HTML that every place lets through.

use super::{Builder, Kind, NoteBody};
use crate::markdown::constructs::embed::Embed;
use crate::markdown::constructs::inline_note;
use crate::markdown::constructs::picture::Picture;
use crate::markdown::href::Href;
use crate::markdown::safe::{SafeNode, Tag, View};

impl Builder<'_> {
    /// Adds words in which pictures with a size and footnotes may be.
    pub(super) fn prose_with_constructs(&mut self, mut text: &str) {
        let mut from = 0;
        while let Some(at) = text[from..].find(['!', '^']).map(|at| from + at) {
            let (before, rest) = text.split_at(at);
            let length = if let Some((picture, length)) = Picture::at_start(rest) {
                self.prose_with_addresses(before);
                self.picture(&picture.address, picture.alt);
                length
            } else if let Some((words, length)) = inline_note(rest) {
                self.prose_with_addresses(before);
                self.note_in_place(words);
                length
            } else {
                from = at + 1;
                continue;
            };
            text = &rest[length..];
            from = 0;
        }
        self.prose_with_addresses(text);
    }

    /// A footnote that says here what it is. Its label cannot be written in brackets; of two that
    /// say the same, both have one number.
    fn note_in_place(&mut self, words: &str) {
        let Some(id) = (self.note)(&["]", words].concat()) else {
            return;
        };
        let words = SafeNode::text(words);
        self.tree.notes.push(NoteBody {
            label: id.label.clone(),
            nodes: vec![SafeNode::element(Tag::Paragraph, vec![words])],
            references: vec![],
        });
        self.refer(id);
    }

    pub(super) fn is_behind_at(&mut self) -> bool {
        let text = self.siblings().last_mut().and_then(SafeNode::as_text_mut);
        text.is_some_and(|text| text.ends_with('@'))
    }

    /// Closes a link behind `@`: an embed if the words are the name of one, else a link.
    pub(super) fn embed(&mut self, value: &str, children: Vec<SafeNode>) {
        let kind = match children.as_slice() {
            [word] => match word.view() {
                View::Text(word) => word,
                View::Element(_) => "",
            },
            _ => "",
        };
        let embed = Embed { kind, value };
        let address = embed.address();
        let href = address.as_deref().and_then(Href::parse);
        let (Some(address), Some(href)) = (address, href) else {
            match Href::parse(value) {
                Some(href) => {
                    let link = SafeNode::element(Tag::Link(href), children);
                    self.siblings().push(link);
                }
                None => self.siblings().extend(children),
            }
            return;
        };
        // What was read of its spelling is nothing that a reader reads.
        let spelling = kind.len() + "@".len();
        self.tree.characters = self.tree.characters.saturating_sub(spelling);
        if let Some(text) = self.siblings().last_mut().and_then(SafeNode::as_text_mut) {
            text.pop();
            if text.is_empty() {
                self.siblings().pop();
            }
        }
        self.push_words(Tag::Card(href), &address);
    }

    /// The children of a paragraph, in which an address alone on its line is a card: at the top of
    /// the report and in details.
    pub(super) fn with_cards(&mut self, mut children: Vec<SafeNode>) -> Vec<SafeNode> {
        let is_details = |kind: &Kind| matches!(kind, Kind::Element(Tag::Details));
        if !self.open.iter().all(|frame| is_details(&frame.kind)) {
            return children;
        }
        for index in std::mem::take(&mut self.bare) {
            let before = index.checked_sub(1).and_then(|index| children.get(index));
            let is_alone = is_line_end(before) && is_line_end(children.get(index + 1));
            if let Some(node) = children.get_mut(index).filter(|_| is_alone)
                && let View::Element(link) = node.view()
                && let Tag::Link(href) = link.tag()
            {
                let tag = Tag::Card(href.clone());
                *node = SafeNode::element(tag, link.children().to_vec());
            }
        }
        children
    }

    /// A block of HTML, line by line.
    pub(super) fn html(&mut self, html: &str) {
        let html = html.trim_end();
        if is_comment(html) {
            return;
        }
        if let Some(picture) = picture_in(html) {
            return self.picture(&picture.address, picture.alt);
        }
        for (index, line) in html.lines().enumerate() {
            if index > 0 {
                self.line_break();
            }
            self.push_text(line);
        }
    }

    /// A tag among words. A break and a comment are what they are everywhere.
    pub(super) fn inline_html(&mut self, html: &str) {
        if let Some(picture) = picture_in(html) {
            self.picture(&picture.address, picture.alt);
        } else if matches!(html, "<br>" | "<br/>" | "<br />") {
            self.line_break();
        } else if !is_comment(html) {
            self.push_text(html);
        }
    }
}

fn is_line_end(node: Option<&SafeNode>) -> bool {
    match node.map(SafeNode::view) {
        Some(View::Element(element)) => *element.tag() == Tag::LineBreak,
        Some(View::Text(_)) => false,
        None => true,
    }
}

/// A tag that is a picture from where one may be.
fn picture_in(html: &str) -> Option<Picture> {
    Picture::from_html(html).filter(|picture| Href::parse(&picture.address).is_some())
}

/// A comment on one line.
fn is_comment(html: &str) -> bool {
    html.starts_with("<!--") && html.ends_with("-->") && !html.contains('\n')
}
