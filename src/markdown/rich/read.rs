//! Tokens → blocks: which elements are open, and what each does when it begins and ends. Knows no
//! Markdown.

use super::elements::is_data;
use super::names::{self, Kind, VOID, among};
use super::tokens::{Start, Token, Tokens, decoded};
use super::words::{HIDDEN, OBJECT, PICTURE, Style, Words};
use super::write::Writer;
use crate::markdown::{Href, is_emoji};

/// Elements nested deeper are not told from what is around them.
const MAX_OPEN: usize = 200;

/// Quotes and lists nested deeper are text of those around them; each puts a prefix before every
/// line.
const MAX_DEPTH: usize = 20;

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// An element that is open.
pub(super) struct Open {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// The style around it.
    outer: Style,
    /// How many letters, or containers, were there before it; of a paragraph, how deep in a list
    /// it is if it is an item.
    pub(super) from: usize,
}

#[derive(Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Vec<String>>,
    /// What stands below its head.
    pub(super) aligns: Vec<&'static str>,
    /// How many columns and rows the cell has that is open.
    pub(super) span: (usize, usize),
    /// How many more rows a cell above reaches down, in each column.
    pub(super) below: Vec<usize>,
}

/// A list of paragraphs that say themselves that they are items.
pub(super) struct LooseList {
    pub(super) level: usize,
    pub(super) numbered: bool,
    /// How many containers it stands in.
    pub(super) depth: usize,
}

#[derive(Default)]
pub(super) struct Reader {
    pub(super) writer: Writer,
    pub(super) words: Words,
    pub(super) style: Style,
    pub(super) open: Vec<Open>,
    /// Elements that are open beyond the limit.
    beyond: usize,
    pub(super) links: Vec<String>,
    /// What is in the preformatted text that is open, and whether it says that it is code; its
    /// language and the name of its file.
    pub(super) code: Option<String>,
    pub(super) is_code: bool,
    pub(super) is_diff: bool,
    pub(super) language: Option<String>,
    pub(super) file: String,
    pub(super) table: Option<Table>,
    pub(super) loose: Vec<LooseList>,
    /// The bullet or number that an office program wrote before an item.
    pub(super) marker: String,
    /// The emphasis of the first letter.
    pub(super) emphasis: Option<u16>,
    /// Whether anything is more than plain lines.
    pub(super) is_rich: bool,
}

impl Reader {
    /// The Markdown of a page, if it is more than plain lines.
    pub(super) fn read(html: &str) -> Option<String> {
        let mut reader = Self::default();
        let mut tokens = Tokens(html);
        while let Some(token) = tokens.next() {
            match token {
                Token::Text(text) => reader.text(text),
                Token::Start(tag) => reader.start(&tag, &tokens),
                Token::End(name) => reader.end(&name),
            }
        }
        reader.close_to(0);
        reader.flush();
        let markdown = reader.writer.finish();
        (reader.is_rich && !markdown.is_empty()).then_some(markdown)
    }

    fn text(&mut self, text: &str) {
        let text = decoded(text);
        if self.style.marks & HIDDEN != 0 {
            if self.marker.is_empty() {
                self.marker.push_str(text.trim_start());
            }
        } else if let Some(code) = &mut self.code {
            let shown = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
            code.extend(text.chars().filter(shown));
        } else if self.open.last().is_some_and(|open| open.name == "sup") {
            // A number that stands raised would be another one in the line.
            let raised = text.chars().map(|c| match c {
                '0'..='9' => RAISED[usize::from(c as u8 - b'0')],
                c => c,
            });
            self.words.add(&raised.collect::<String>(), self.style);
        } else {
            self.words.add(&text, self.style);
        }
    }

    fn start(&mut self, tag: &Start<'_>, rest: &Tokens<'_>) {
        if among(VOID, &tag.name) {
            return self.void(tag);
        }
        if tag.closes_itself && tag.name.contains(':') {
            return;
        }
        if tag.name == "iframe" {
            self.frame(tag);
        }
        let kind = self.kind(tag, rest);
        self.close_implied(tag, kind);
        if self.open.len() >= MAX_OPEN {
            self.beyond += 1;
            return;
        }
        let outer = self.style;
        self.style.marks = names::marks(tag, outer.marks);
        if self.style.marks & HIDDEN != 0 && outer.marks & HIDDEN == 0 {
            self.office_bullet(tag);
        }
        let shown = self.style.marks & HIDDEN == 0;
        let kind = if shown { kind } else { Kind::Inline };
        let from = if shown { self.begin(tag, kind) } else { 0 };
        self.open.push(Open {
            name: tag.name.clone(),
            kind,
            outer,
            from,
        });
    }

    /// What the element is where it stands: there are no blocks in a line or in code.
    fn kind(&self, tag: &Start<'_>, rest: &Tokens<'_>) -> Kind {
        let kind = Kind::of(tag);
        let deep = self.writer.depth() >= MAX_DEPTH;
        match kind {
            Kind::Row | Kind::Cell if self.table.is_none() || self.code.is_some() => Kind::Block,
            Kind::Inline | Kind::Link | Kind::Reading | Kind::Block | Kind::Row | Kind::Cell => {
                kind
            }
            _ if self.code.is_some() || self.words.one_line => Kind::Block,
            Kind::Table if self.table.is_some() || !is_data(rest.clone()) => Kind::Block,
            Kind::Quote | Kind::BulletList | Kind::OrderedList | Kind::Item | Kind::Note
                if deep =>
            {
                Kind::Block
            }
            Kind::OrderedList if begins_notes(rest.clone()) => Kind::Block,
            kind => kind,
        }
    }

    /// Ends what an element ends that begins
    /// (<https://html.spec.whatwg.org/multipage/syntax.html#optional-tags>).
    fn close_implied(&mut self, tag: &Start<'_>, kind: Kind) {
        let (ends, within) = match &*tag.name {
            "li" => ("li", "ul ol"),
            "tr" => ("tr", "table"),
            "td" | "th" => ("td th", "tr table"),
            "dt" | "dd" => ("dt dd", "dl"),
            _ if !kind.is_inline() && self.open.last().is_some_and(|open| open.name == "p") => {
                ("p", "")
            }
            _ => return,
        };
        let mut open = self.open.iter().enumerate().rev();
        let found = open.find_map(|(at, open)| match &*open.name {
            name if among(ends, name) => Some(Some(at)),
            name if among(within, name) => Some(None),
            _ => None,
        });
        if let Some(Some(at)) = found {
            self.close_to(at);
        }
    }

    fn close_to(&mut self, at: usize) {
        while self.open.len() > at {
            self.close();
        }
    }

    fn close(&mut self) {
        if let Some(open) = self.open.pop() {
            let outer = open.outer;
            self.finish(open);
            self.style = outer;
        }
    }

    fn end(&mut self, name: &str) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else if let Some(at) = self.open.iter().rposition(|open| open.name == name) {
            self.close_to(at);
        }
    }

    fn void(&mut self, tag: &Start<'_>) {
        let marks = names::marks(tag, self.style.marks);
        if marks & HIDDEN != 0 {
            return;
        }
        match &*tag.name {
            "br" => match &mut self.code {
                Some(code) => code.push('\n'),
                None => self.words.line_break(self.style),
            },
            "hr" => {
                self.flush();
                if !self.words.one_line && self.code.is_none() {
                    self.end_loose(0);
                    self.writer.rule();
                    self.is_rich = true;
                }
            }
            "img" => self.picture(tag),
            "input" if tag.has("type", "checkbox") && self.words.len() == 0 => {
                self.writer.check_box(tag.attribute("checked").is_some());
            }
            _ => {}
        }
    }

    /// A picture that can be asked for is named with its address; an emoji is one.
    fn picture(&mut self, tag: &Start<'_>) {
        let alt = tag.attribute("alt").unwrap_or_default();
        let is_name = alt.len() > 2 && alt.starts_with(':') && alt.ends_with(':');
        if is_emoji(&alt) || is_name {
            return self.words.add(&alt, self.style);
        }
        let source = tag.attribute("src").unwrap_or_default();
        if let Some(href) = Href::parse(&source)
            && href.value().to_ascii_lowercase().starts_with("http")
            && self.code.is_none()
        {
            let style = Style {
                marks: PICTURE,
                link: self.add_link(&href),
            };
            let from = self.words.len();
            self.words.add(&alt, style);
            if self.words.len() == from {
                self.words.letter(OBJECT, style);
            }
            self.is_rich = true;
        }
    }
}

/// Whether the first item of a list is a footnote.
fn begins_notes(mut tokens: Tokens<'_>) -> bool {
    let first = tokens.find(|token| !matches!(token, Token::Text(text) if text.trim().is_empty()));
    matches!(first, Some(Token::Start(tag)) if Kind::of(&tag) == Kind::Note)
}
