//! What the preview may show: a closed list of elements, and text.
//!
//! A [`SafeNode`] is read by the layer that makes DOM nodes and can only be
//! made here. It must not know how it is drawn or which language the reader has.

use std::borrow::Cow;

use pulldown_cmark::{Alignment, BlockQuoteKind};

use super::{Href, NoteId};

/// A node of the preview: text or an allowed element.
#[derive(Clone, Debug, PartialEq)]
pub struct SafeNode(Node);

#[derive(Clone, Debug, PartialEq)]
enum Node {
    Text(String),
    Element(Element),
}

/// What a [`SafeNode`] is, to be matched on.
#[derive(Clone, Copy, Debug)]
pub enum View<'a> {
    Text(&'a str),
    Element(&'a Element),
}

/// An allowed element with its children.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    tag: Tag,
    children: Vec<SafeNode>,
}

/// Every kind of element that the preview can hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Tag {
    Paragraph,
    /// Level 1 to 6.
    Heading(u8),
    BulletList,
    /// The number of its first item.
    OrderedList(u64),
    /// `offset` is the byte in the source of the block at which its marker stands, behind three
    /// spaces at most.
    Item {
        offset: usize,
    },
    /// The box of a task; `offset` is the byte of its `[` in the source of the block.
    CheckBox {
        checked: bool,
        offset: usize,
    },
    Quote,
    /// A quote that warns or informs; its title is a word of the interface.
    Alert(Alert),
    /// What can be folded away; its first child is [`Tag::Summary`]. It stands open: a preview is
    /// there to see what one writes.
    Details,
    Summary,
    /// A block of code: its [`Tag::FileName`], if it has one, and [`Tag::Code`].
    CodeBlock,
    FileName,
    /// Code, with the language that a fence names (the first word of its info string).
    Code(Option<String>),
    Emphasis,
    Strong,
    Strikethrough,
    LineBreak,
    Rule,
    Table,
    TableHead,
    TableBody,
    TableRow,
    HeadCell(Align),
    Cell(Align),
    Link(Href),
    /// A link to what is shown of its page, where that is shown: a site's card, slides, a video.
    Card(Href),
    /// A picture that is elsewhere. It is never fetched: a link that says what it shows.
    Picture(Href),
    /// The number of a footnote, which [`Preview::note_number`](super::Preview::note_number) knows.
    NoteReference(NoteId),
    /// The rest of a block that is too large to be shown; has no children.
    TooLarge,
}

/// The five alerts of GitHub Flavored Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

/// How a column of a table is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    None,
    Left,
    Center,
    Right,
}

impl SafeNode {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self(Node::Text(text.into()))
    }

    pub(super) fn element(tag: Tag, children: Vec<SafeNode>) -> Self {
        Self(Node::Element(Element { tag, children }))
    }

    pub fn view(&self) -> View<'_> {
        match &self.0 {
            Node::Text(text) => View::Text(text),
            Node::Element(element) => View::Element(element),
        }
    }

    pub(super) fn as_text_mut(&mut self) -> Option<&mut String> {
        match &mut self.0 {
            Node::Text(text) => Some(text),
            Node::Element(_) => None,
        }
    }
}

impl Element {
    pub fn tag(&self) -> &Tag {
        &self.tag
    }

    pub fn children(&self) -> &[SafeNode] {
        &self.children
    }

    /// What an item says by itself, without the lists and the code in it.
    pub fn words(&self) -> String {
        let mut words = String::new();
        self.add_words(&mut words);
        words.trim().to_owned()
    }

    fn add_words(&self, words: &mut String) {
        for child in &self.children {
            match &child.0 {
                Node::Text(text) => words.push_str(text),
                Node::Element(element) => match element.tag {
                    Tag::BulletList | Tag::OrderedList(_) | Tag::CodeBlock => {}
                    Tag::LineBreak => words.push(' '),
                    _ => element.add_words(words),
                },
            }
        }
    }

    /// Whether it is a link that says nothing but where it leads, with its scheme or without.
    pub fn is_bare_link(&self) -> bool {
        let (Tag::Link(href) | Tag::Card(href)) = &self.tag else {
            return false;
        };
        let (address, words) = (href.value(), self.words());
        let said = words.trim_end_matches('/');
        let address = address.trim_end_matches('/');
        ["", "https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| address.strip_prefix(scheme) == Some(said))
    }

    /// Whether it is the item of a task: its box stands first, in a paragraph of its own where
    /// blank lines are between the items.
    pub fn is_task(&self) -> bool {
        let mut first = self.children.first();
        loop {
            match first.map(|node| &node.0) {
                Some(Node::Element(element)) => match element.tag {
                    Tag::CheckBox { .. } => return true,
                    Tag::Paragraph => first = element.children.first(),
                    _ => return false,
                },
                _ => return false,
            }
        }
    }
}

/// The attribute that says where in the source of its block an element is written.
pub const AT: &str = "data-at";

impl Tag {
    /// The HTML element that shows it.
    pub fn name(&self) -> &'static str {
        match self {
            Tag::Paragraph => "p",
            Tag::Heading(1) => "h1",
            Tag::Heading(2) => "h2",
            Tag::Heading(3) => "h3",
            Tag::Heading(4) => "h4",
            Tag::Heading(5) => "h5",
            Tag::Heading(_) => "h6",
            Tag::BulletList => "ul",
            Tag::OrderedList(_) => "ol",
            Tag::Item { .. } => "li",
            Tag::CheckBox { .. } => "input",
            Tag::Quote => "blockquote",
            Tag::Alert(_) | Tag::TooLarge => "div",
            Tag::Details => "details",
            Tag::Summary => "summary",
            Tag::CodeBlock => "pre",
            Tag::Code(_) => "code",
            Tag::Emphasis => "em",
            Tag::Strong => "strong",
            Tag::Strikethrough => "del",
            Tag::LineBreak => "br",
            Tag::Rule => "hr",
            Tag::Table => "table",
            Tag::TableHead => "thead",
            Tag::TableBody => "tbody",
            Tag::TableRow => "tr",
            Tag::HeadCell(_) => "th",
            Tag::Cell(_) => "td",
            Tag::FileName => "span",
            Tag::Link(_) | Tag::Card(_) | Tag::Picture(_) => "a",
            Tag::NoteReference(_) => "sup",
        }
    }

    /// The attributes of the element, each safe to be set as it is.
    pub fn attributes(&self) -> Vec<(&'static str, Cow<'_, str>)> {
        match self {
            Tag::OrderedList(1) => vec![],
            Tag::OrderedList(start) => vec![("start", start.to_string().into())],
            Tag::Item { offset } => vec![(AT, offset.to_string().into())],
            Tag::CheckBox { checked, offset } => {
                let at = offset.to_string().into();
                let mut box_ = vec![("type", "checkbox".into()), (AT, at)];
                if *checked {
                    box_.push(("checked", "".into()));
                }
                box_
            }
            Tag::Alert(alert) => vec![("class", format!("alert {}", alert.name()).into())],
            Tag::Details => vec![("open", "".into())],
            Tag::Code(Some(language)) => vec![("class", format!("language-{language}").into())],
            Tag::HeadCell(align) | Tag::Cell(align) => align
                .class()
                .map(|class| ("class", class.into()))
                .into_iter()
                .collect(),
            Tag::Link(href) => href.attributes(),
            Tag::Card(href) => with_class(href, "embed"),
            Tag::Picture(href) => with_class(href, "picture"),
            Tag::FileName => vec![("class", "file-name".into())],
            Tag::NoteReference(note) => vec![
                ("class", "note-reference".into()),
                ("data-note", note.dom_id().into()),
            ],
            Tag::TooLarge => vec![("class", "too-large".into())],
            _ => vec![],
        }
    }
}

fn with_class<'h>(href: &'h Href, class: &'static str) -> Vec<(&'static str, Cow<'h, str>)> {
    let mut link = href.attributes();
    link.push(("class", class.into()));
    link
}

impl Alert {
    /// The name that GitHub Flavored Markdown gives it, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Alert::Note => "note",
            Alert::Tip => "tip",
            Alert::Important => "important",
            Alert::Warning => "warning",
            Alert::Caution => "caution",
        }
    }
}

impl Align {
    fn class(self) -> Option<&'static str> {
        match self {
            Align::None => None,
            Align::Left => Some("align-left"),
            Align::Center => Some("align-center"),
            Align::Right => Some("align-right"),
        }
    }
}

impl From<BlockQuoteKind> for Alert {
    fn from(kind: BlockQuoteKind) -> Self {
        match kind {
            BlockQuoteKind::Note => Alert::Note,
            BlockQuoteKind::Tip => Alert::Tip,
            BlockQuoteKind::Important => Alert::Important,
            BlockQuoteKind::Warning => Alert::Warning,
            BlockQuoteKind::Caution => Alert::Caution,
        }
    }
}

impl From<Alignment> for Align {
    fn from(alignment: Alignment) -> Self {
        match alignment {
            Alignment::None => Align::None,
            Alignment::Left => Align::Left,
            Alignment::Center => Align::Center,
            Alignment::Right => Align::Right,
        }
    }
}
