//! From the events of the parser to the safe tree: the one place where preview content is made.
//!
//! Nothing the text says becomes an element, an attribute or an address
//! without a line here that allows it. Raw HTML is text; a link that is not on
//! the allowlist leaves its words; a picture is a link to it.

mod embeds;
mod words;

use std::sync::Arc;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag as Start};

use super::anchors::slug;
use super::constructs::{Kind as Container, code};
use super::href::Href;
use super::names::{Label, NoteId};
use super::safe::{Align, SafeNode, Tag};

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

/// An element that is being filled.
struct Frame {
    kind: Kind,
    children: Vec<SafeNode>,
}

enum Kind {
    Element(Tag),
    CodeBlock {
        language: Option<String>,
        file: String,
    },
    /// Raw HTML, shown line by line.
    Html,
    /// An address in angle brackets; its text is not counted.
    Address(Href),
    /// A link right behind `@`, which may be an embed, and where it leads.
    Embed(String),
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

/// Builds the tree from events, and from the boxes that are entered and left between them.
/// `link` and `note` know what a label means in the report.
pub(super) struct Builder<'a> {
    link: &'a dyn Fn(&str) -> Option<Arc<str>>,
    note: &'a dyn Fn(&str) -> Option<NoteId>,
    /// The elements around the place where we are, outermost first.
    open: Vec<Frame>,
    /// For every start without its end yet: whether it opened a frame.
    opened: Vec<bool>,
    /// Text that is not a node yet, because the parser gives it in pieces.
    text: String,
    /// The words of the heading that we are in.
    heading: Option<String>,
    alignments: Vec<Align>,
    /// The bare addresses of the paragraph that we are in, as indices of its children.
    bare: Vec<usize>,
    nodes: usize,
    tree: Tree,
}

impl<'a> Builder<'a> {
    pub(super) fn new(
        link: &'a dyn Fn(&str) -> Option<Arc<str>>,
        note: &'a dyn Fn(&str) -> Option<NoteId>,
    ) -> Self {
        Self {
            link,
            note,
            open: Vec::new(),
            opened: Vec::new(),
            text: String::new(),
            heading: None,
            alignments: Vec::new(),
            bare: Vec::new(),
            nodes: 0,
            tree: Tree::default(),
        }
    }

    /// With an item and the marker of a task comes its offset in the source.
    pub(super) fn event(&mut self, event: Event<'_>, offset: usize) {
        match event {
            Event::Text(text) | Event::Html(text) => self.text.push_str(&text),
            event => {
                self.flush_text();
                self.markup(event, offset);
            }
        }
    }

    /// What comes next is in a box or in details.
    pub(super) fn enter(&mut self, kind: Container) {
        self.flush_text();
        let (tag, title) = match kind {
            Container::Callout(alert) => (Tag::Alert(alert), None),
            Container::Details(title) => (Tag::Details, Some(title)),
        };
        self.opened.push(!self.is_full());
        if self.is_full() {
            return;
        }
        self.nodes += 1;
        self.open.push(Frame {
            kind: Kind::Element(tag),
            children: vec![],
        });
        if let Some(title) = title {
            self.title(&title);
        }
    }

    pub(super) fn leave(&mut self) {
        self.flush_text();
        if self.opened.pop() == Some(true) {
            self.close();
        }
    }

    fn markup(&mut self, event: Event<'_>, offset: usize) {
        match event {
            Event::Start(tag) => self.start(tag, offset),
            Event::End(_) => {
                if self.opened.pop() == Some(true) {
                    self.close();
                }
            }
            Event::Code(code) => self.code(&code),
            Event::InlineHtml(html) => self.inline_html(&html),
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

    pub(super) fn finish(mut self) -> Tree {
        self.flush_text();
        while !self.open.is_empty() {
            self.close();
        }
        let mut tree = self.tree;
        if self.nodes >= MAX_NODES {
            tree.nodes.push(SafeNode::element(Tag::TooLarge, vec![]));
        }
        tree
    }

    fn is_full(&self) -> bool {
        self.nodes >= MAX_NODES
    }

    fn innermost(&self) -> Option<&Kind> {
        self.open.last().map(|frame| &frame.kind)
    }

    fn is_in_picture(&self) -> bool {
        matches!(self.innermost(), Some(Kind::Picture { .. }))
    }

    fn start(&mut self, tag: Start<'_>, offset: usize) {
        let kind = if self.is_in_picture() || self.is_full() {
            None
        } else if self.open.len() >= MAX_DEPTH {
            self.separate(&tag);
            None
        } else {
            self.kind(tag, offset)
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
        if begins_line && !self.siblings().is_empty() {
            self.line_break();
        }
    }

    /// What a start event opens; nothing if its content belongs to the element around it.
    fn kind(&mut self, tag: Start<'_>, offset: usize) -> Option<Kind> {
        let tag = match tag {
            Start::Paragraph => {
                self.bare.clear();
                Tag::Paragraph
            }
            Start::Heading { level, .. } => {
                self.heading = Some(String::new());
                Tag::Heading(level as u8)
            }
            Start::BlockQuote(None) => Tag::Quote,
            Start::BlockQuote(Some(kind)) => Tag::Alert(kind.into()),
            Start::CodeBlock(kind) => return Some(code_block(&kind)),
            Start::HtmlBlock => return Some(Kind::Html),
            Start::List(None) => Tag::BulletList,
            Start::List(Some(first)) => Tag::OrderedList(first),
            Start::Item => Tag::Item { offset },
            Start::FootnoteDefinition(label) => {
                return Some(Kind::Note {
                    label: Label::new(&label),
                    references: vec![],
                });
            }
            Start::Table(alignments) => {
                self.alignments = alignments.into_iter().map(Align::from).collect();
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
                return match self.is_behind_at() {
                    true => Some(Kind::Embed(address)),
                    false => link(link_type, &address),
                };
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
        let align = self.alignments.get(row.children.len());
        let align = align.copied().unwrap_or(Align::None);
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
            Kind::Element(Tag::TableHead) => {
                let row = SafeNode::element(Tag::TableRow, children);
                SafeNode::element(Tag::TableHead, vec![row])
            }
            Kind::Element(Tag::Table) => {
                let rows = children.split_off(children.len().min(1));
                if !rows.is_empty() {
                    children.push(SafeNode::element(Tag::TableBody, rows));
                }
                SafeNode::element(Tag::Table, children)
            }
            Kind::Element(Tag::Paragraph) => {
                let children = self.with_cards(children);
                SafeNode::element(Tag::Paragraph, children)
            }
            Kind::Element(tag) => {
                if let Tag::Heading(_) = tag {
                    let words = self.heading.take().unwrap_or_default();
                    self.tree.headings.push(slug(&words));
                }
                SafeNode::element(tag, children)
            }
            Kind::CodeBlock { language, file } => {
                let name = (!file.is_empty())
                    .then(|| SafeNode::element(Tag::FileName, vec![SafeNode::text(file)]));
                let code = SafeNode::element(Tag::Code(language), children);
                let children = name.into_iter().chain([code]).collect();
                SafeNode::element(Tag::CodeBlock, children)
            }
            Kind::Html if children.is_empty() => return,
            Kind::Html => SafeNode::element(Tag::Paragraph, children),
            Kind::Address(href) => SafeNode::element(Tag::Link(href), children),
            Kind::Embed(value) => return self.embed(&value, children),
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
        if !self.is_in_picture() && !self.is_full() {
            self.nodes += 1;
            self.siblings().push(node);
        }
    }
}

fn link(link_type: LinkType, address: &str) -> Option<Kind> {
    match link_type {
        LinkType::Autolink => Href::parse(address).map(Kind::Address),
        LinkType::Email => Href::parse(&format!("mailto:{address}")).map(Kind::Address),
        _ => Href::parse(address).map(|href| Kind::Element(Tag::Link(href))),
    }
}

/// A language that no place knows is the first word of the info string
/// (<https://spec.commonmark.org/0.31.2/#info-string>).
fn code_block(kind: &CodeBlockKind<'_>) -> Kind {
    let said = match kind {
        CodeBlockKind::Fenced(said) => said,
        CodeBlockKind::Indented => "",
    };
    let (language, file) = match code::info(said) {
        Some(info) if info.is_diff => ("diff", info.file),
        Some(info) => (info.language, info.file),
        None => (said.split_whitespace().next().unwrap_or_default(), ""),
    };
    Kind::CodeBlock {
        language: (!language.is_empty()).then(|| language.to_owned()),
        file: file.to_owned(),
    }
}
