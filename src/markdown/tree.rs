//! From the events of the parser to the safe tree: the one place where preview content is made.
//!
//! Nothing the text says becomes an element, an attribute or an address
//! without a line here that allows it. Raw HTML is text; a link that is not on
//! the allowlist leaves its words; a picture is a link to it.

use std::sync::Arc;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, LinkType, Tag as Start};

use super::anchors::slug;
use super::href::{Href, find_bare};
use super::names::{Label, NoteId};
use super::safe::{Alert, Align, SafeNode, Tag};

/// More nodes than this are not shown: a small source can ask for a table of 2¹⁸ cells.
pub(super) const MAX_NODES: usize = 20_000;

/// Elements nested deeper than this become text of the element around them.
pub(super) const MAX_DEPTH: usize = 100;

/// What a block shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tree {
    pub(super) nodes: Vec<SafeNode>,
    pub(super) characters: usize,
    /// The anchors of its headings, before equal ones are numbered.
    pub(super) headings: Vec<String>,
    /// The footnotes that it refers to, in order, once for every time.
    pub(super) references: Vec<NoteId>,
    pub(super) notes: Vec<NoteBody>,
}

/// The text of a footnote, which is shown at the end of the report.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NoteBody {
    pub(super) label: Label,
    pub(super) nodes: Vec<SafeNode>,
    pub(super) references: Vec<NoteId>,
}

/// Builds the tree from events with the offset at which each starts.
/// `link` and `note` know what a label means in the report.
pub(super) fn build<'e>(
    events: impl Iterator<Item = (Event<'e>, usize)>,
    link: &dyn Fn(&str) -> Option<Arc<str>>,
    note: &dyn Fn(&str) -> Option<NoteId>,
) -> Tree {
    let mut builder = Builder::new(link, note);
    for (event, offset) in events {
        builder.event(event, offset);
    }
    builder.finish()
}

/// An element that is being filled.
struct Frame {
    kind: Kind,
    children: Vec<SafeNode>,
}

enum Kind {
    Element(Tag),
    CodeBlock(Option<String>),
    /// Raw HTML, shown line by line.
    Html,
    /// An address in angle brackets; its text is not counted.
    Address(Href),
    /// A picture keeps its alternative text and no elements.
    Picture {
        address: String,
        alt: String,
    },
    Note {
        label: Label,
        references: Vec<NoteId>,
    },
}

struct Builder<'a> {
    link: &'a dyn Fn(&str) -> Option<Arc<str>>,
    note: &'a dyn Fn(&str) -> Option<NoteId>,
    /// The elements around the place where we are, outermost first.
    open: Vec<Frame>,
    /// For every start without its end yet: whether it opened a frame.
    opened: Vec<bool>,
    /// Text that is not a node yet, because the parser gives it in pieces.
    text: String,
    heading: String,
    alignments: Vec<Align>,
    nodes: usize,
    tree: Tree,
}

impl<'a> Builder<'a> {
    fn new(
        link: &'a dyn Fn(&str) -> Option<Arc<str>>,
        note: &'a dyn Fn(&str) -> Option<NoteId>,
    ) -> Self {
        Self {
            link,
            note,
            open: Vec::new(),
            opened: Vec::new(),
            text: String::new(),
            heading: String::new(),
            alignments: Vec::new(),
            nodes: 0,
            tree: Tree::default(),
        }
    }

    fn event(&mut self, event: Event<'_>, offset: usize) {
        match event {
            Event::Text(text) | Event::Html(text) => self.text.push_str(&text),
            event => {
                self.flush_text();
                self.markup(event, offset);
            }
        }
    }

    fn markup(&mut self, event: Event<'_>, offset: usize) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(_) => {
                if self.opened.pop() == Some(true) {
                    self.close();
                }
            }
            Event::Code(code) => self.code(&code),
            Event::InlineHtml(html) => self.push_text(&html),
            Event::FootnoteReference(label) => self.note_reference(&label),
            Event::SoftBreak | Event::HardBreak => self.line_break(),
            Event::Rule => self.push(SafeNode::element(Tag::Rule, vec![])),
            Event::TaskListMarker(checked) => {
                self.push(SafeNode::element(Tag::CheckBox { checked, offset }, vec![]));
            }
            // Texts are gathered before; maths is not part of the dialect.
            Event::Text(_) | Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn finish(mut self) -> Tree {
        self.flush_text();
        while !self.open.is_empty() {
            self.close();
        }
        if self.is_full() {
            self.tree
                .nodes
                .push(SafeNode::element(Tag::TooLarge, vec![]));
        }
        self.tree
    }

    fn is_full(&self) -> bool {
        self.nodes >= MAX_NODES
    }

    fn innermost(&self) -> Option<&Kind> {
        self.open.last().map(|frame| &frame.kind)
    }

    fn start(&mut self, tag: Start<'_>) {
        let in_picture = matches!(self.innermost(), Some(Kind::Picture { .. }));
        let kind = if in_picture || self.is_full() {
            None
        } else if self.open.len() >= MAX_DEPTH {
            self.separate(&tag);
            None
        } else {
            self.kind(tag)
        };
        self.opened.push(kind.is_some());
        if let Some(kind) = kind {
            self.nodes += 1;
            self.open.push(Frame {
                kind,
                children: vec![],
            });
        }
    }

    /// A block that is too deep to be an element begins a new line at least.
    fn separate(&mut self, tag: &Start<'_>) {
        let begins_line = matches!(tag, Start::Paragraph | Start::Item | Start::Heading { .. });
        if begins_line
            && self
                .open
                .last()
                .is_some_and(|frame| !frame.children.is_empty())
        {
            self.line_break();
        }
    }

    /// What a start event opens; nothing if its content belongs to the element around it.
    fn kind(&mut self, tag: Start<'_>) -> Option<Kind> {
        let tag = match tag {
            Start::Paragraph => Tag::Paragraph,
            Start::Heading { level, .. } => {
                self.heading.clear();
                Tag::Heading(level as u8)
            }
            Start::BlockQuote(None) => Tag::Quote,
            Start::BlockQuote(Some(kind)) => Tag::Alert(alert(kind)),
            Start::CodeBlock(kind) => return Some(Kind::CodeBlock(language(&kind))),
            Start::HtmlBlock => return Some(Kind::Html),
            Start::List(None) => Tag::BulletList,
            Start::List(Some(first)) => Tag::OrderedList(first),
            Start::Item => Tag::Item,
            Start::FootnoteDefinition(label) => {
                return Some(Kind::Note {
                    label: Label::new(&label),
                    references: vec![],
                });
            }
            Start::Table(alignments) => {
                self.alignments = alignments.into_iter().map(align).collect();
                Tag::Table
            }
            Start::TableHead => Tag::TableHead,
            Start::TableRow => Tag::TableRow,
            Start::TableCell => self.cell()?,
            Start::Emphasis => Tag::Emphasis,
            Start::Strong => Tag::Strong,
            Start::Strikethrough => Tag::Strikethrough,
            Start::Link {
                link_type,
                dest_url,
                id,
                ..
            } => {
                let address = self.address(link_type, &dest_url, &id);
                return link(link_type, &address);
            }
            Start::Image {
                link_type,
                dest_url,
                id,
                ..
            } => {
                let address = self.address(link_type, &dest_url, &id);
                return Some(Kind::Picture {
                    address,
                    alt: String::new(),
                });
            }
            // Not part of the dialect: its text remains.
            _ => return None,
        };
        Some(Kind::Element(tag))
    }

    fn cell(&self) -> Option<Tag> {
        let row = self.open.last()?;
        let align = *self
            .alignments
            .get(row.children.len())
            .unwrap_or(&Align::None);
        Some(match row.kind {
            Kind::Element(Tag::TableHead) => Tag::HeadCell(align),
            _ => Tag::Cell(align),
        })
    }

    /// A block that defines a label itself may still not be the first to do so.
    fn address(&self, link_type: LinkType, here: &str, label: &str) -> String {
        let by_label = matches!(
            link_type,
            LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
        );
        let first = by_label.then(|| (self.link)(label)).flatten();
        first.as_deref().unwrap_or(here).to_owned()
    }

    /// Closes the innermost element and puts it into the one around it.
    fn close(&mut self) {
        let Some(Frame { kind, mut children }) = self.open.pop() else {
            return;
        };
        let node = match kind {
            Kind::Element(Tag::TableHead) => SafeNode::element(
                Tag::TableHead,
                vec![SafeNode::element(Tag::TableRow, children)],
            ),
            Kind::Element(Tag::Table) => {
                let rows = children.split_off(children.len().min(1));
                if !rows.is_empty() {
                    children.push(SafeNode::element(Tag::TableBody, rows));
                }
                SafeNode::element(Tag::Table, children)
            }
            Kind::Element(tag) => {
                if let Tag::Heading(_) = tag {
                    self.tree.headings.push(slug(&self.heading));
                }
                SafeNode::element(tag, children)
            }
            Kind::CodeBlock(language) => {
                let code = SafeNode::element(Tag::Code(language), children);
                SafeNode::element(Tag::CodeBlock, vec![code])
            }
            Kind::Html => SafeNode::element(Tag::Paragraph, children),
            Kind::Address(href) => SafeNode::element(Tag::Link(href), children),
            Kind::Picture { address, alt } => return self.picture(&address, alt),
            Kind::Note { label, references } => {
                self.tree.notes.push(NoteBody {
                    label,
                    nodes: children,
                    references,
                });
                return;
            }
        };
        self.siblings().push(node);
    }

    fn siblings(&mut self) -> &mut Vec<SafeNode> {
        match self.open.last_mut() {
            Some(frame) => &mut frame.children,
            None => &mut self.tree.nodes,
        }
    }

    fn push(&mut self, node: SafeNode) {
        let in_picture = matches!(self.innermost(), Some(Kind::Picture { .. }));
        if !in_picture && !self.is_full() {
            self.nodes += 1;
            self.siblings().push(node);
        }
    }

    fn push_words(&mut self, tag: Tag, words: &str) {
        self.push(SafeNode::element(tag, vec![SafeNode::text(words)]));
        self.nodes += 1;
    }

    /// Adds words as they are.
    fn push_text(&mut self, text: &str) {
        if let Some(Frame {
            kind: Kind::Picture { alt, .. },
            ..
        }) = self.open.last_mut()
        {
            alt.push_str(text);
        } else if let Some(last) = self.siblings().last_mut().and_then(SafeNode::as_text_mut) {
            last.push_str(text);
        } else if !text.is_empty() {
            self.push(SafeNode::text(text));
        }
    }

    /// Adds words that the reader reads.
    fn prose(&mut self, text: &str) {
        if !matches!(self.innermost(), Some(Kind::Picture { .. })) {
            self.tree.characters += count(text);
            self.heading.push_str(text);
        }
        self.push_text(text);
    }

    fn flush_text(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.is_empty() {
            return;
        }
        match self.innermost() {
            Some(Kind::Html) => self.html(&text),
            Some(Kind::Address(_)) => self.push_text(&text),
            Some(Kind::CodeBlock(_) | Kind::Picture { .. }) => self.prose(&text),
            _ if self.is_in_link() => self.prose(&text),
            _ => self.prose_with_addresses(&text),
        }
    }

    fn is_in_link(&self) -> bool {
        self.open
            .iter()
            .any(|frame| matches!(frame.kind, Kind::Element(Tag::Link(_)) | Kind::Address(_)))
    }

    fn prose_with_addresses(&mut self, mut text: &str) {
        while let Some(range) = find_bare(text) {
            let address = &text[range.clone()];
            self.prose(&text[..range.start]);
            match Href::parse(address) {
                Some(href) => self.push_words(Tag::Link(href), address),
                None => self.push_text(address),
            }
            text = &text[range.end..];
        }
        self.prose(text);
    }

    fn html(&mut self, html: &str) {
        for (index, line) in html.trim_end().lines().enumerate() {
            if index > 0 {
                self.line_break();
            }
            self.push_text(line);
        }
    }

    fn code(&mut self, code: &str) {
        if let Some(Kind::Picture { .. }) = self.innermost() {
            return self.push_text(code);
        }
        self.tree.characters += count(code);
        self.heading.push_str(code);
        self.push_words(Tag::Code(None), code);
    }

    fn line_break(&mut self) {
        if let Some(Kind::Picture { .. }) = self.innermost() {
            return self.push_text(" ");
        }
        self.push(SafeNode::element(Tag::LineBreak, vec![]));
    }

    fn picture(&mut self, address: &str, alt: String) {
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

    fn note_reference(&mut self, label: &str) {
        let Some(id) = (self.note)(label) else {
            return self.prose(&format!("[^{label}]"));
        };
        if self.is_full() || matches!(self.innermost(), Some(Kind::Picture { .. })) {
            return;
        }
        let around = self
            .open
            .iter_mut()
            .rev()
            .find_map(|frame| match &mut frame.kind {
                Kind::Note { references, .. } => Some(references),
                _ => None,
            });
        around.unwrap_or(&mut self.tree.references).push(id.clone());
        self.push(SafeNode::element(Tag::NoteReference(id), vec![]));
    }
}

fn link(link_type: LinkType, address: &str) -> Option<Kind> {
    match link_type {
        LinkType::Autolink => Href::parse(address).map(Kind::Address),
        LinkType::Email => Href::parse(&format!("mailto:{address}")).map(Kind::Address),
        _ => Href::parse(address).map(|href| Kind::Element(Tag::Link(href))),
    }
}

/// The first word of the info string (<https://spec.commonmark.org/0.31.2/#info-string>).
fn language(kind: &CodeBlockKind<'_>) -> Option<String> {
    match kind {
        CodeBlockKind::Fenced(info) => info.split_whitespace().next().map(str::to_owned),
        CodeBlockKind::Indented => None,
    }
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None => Align::None,
        Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    }
}

fn count(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}
