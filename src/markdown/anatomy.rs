//! What a text is made of, each thing with its bytes: for those who judge a text and change it, and
//! must not parse it themselves.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::private::{is_block, is_block_end};
use super::{Alert, parser, with_line_feeds};

/// The parts of a text, in the order of the text. Ranges are bytes of it.
#[derive(Debug, Default)]
pub struct Anatomy {
    pub words: Vec<Words>,
    pub codes: Vec<Code>,
    /// Tags and comments among words, and blocks of HTML.
    pub html: Vec<Html>,
    /// Those that stand in no quote and no list.
    pub headings: Vec<Title>,
    pub links: Vec<Destination>,
    pub pictures: Vec<Picture>,
    /// The definitions of footnotes, each with its label.
    pub notes: Vec<(String, Range<usize>)>,
    pub items: Vec<Range<usize>>,
    /// The outermost.
    pub alerts: Vec<(Alert, Range<usize>)>,
}

/// In what kind of block words stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Also an item of a list.
    Paragraph,
    Heading,
    Cell,
}

/// The words of one block.
#[derive(Debug)]
pub struct Words {
    pub standing: Standing,
    /// Whether they are a paragraph that stands in nothing else.
    pub is_top: bool,
    pub range: Range<usize>,
    /// What is no words: code, tags, addresses, pictures. In order and apart.
    pub holes: Vec<Range<usize>>,
    /// Where the content of each line starts.
    pub lines: Vec<usize>,
    /// The ends of lines that are no marked line breaks.
    pub soft_breaks: Vec<usize>,
}

#[derive(Debug)]
pub struct Code {
    pub range: Range<usize>,
    /// The bytes of the code without its fence.
    pub content: Range<usize>,
    /// The info string of a block, empty if it has none; `None` among words.
    pub info: Option<String>,
}

#[derive(Debug)]
pub struct Html {
    pub range: Range<usize>,
    pub is_block: bool,
}

/// A heading.
#[derive(Debug)]
pub struct Title {
    pub level: u8,
    pub range: Range<usize>,
    /// Whether it is one by its `#`, not by what underlines it.
    pub is_atx: bool,
}

/// Where a link leads.
#[derive(Debug)]
pub struct Destination {
    pub address: String,
    pub range: Range<usize>,
    /// The bytes behind its words, with the address if that stands here.
    pub behind: Range<usize>,
}

#[derive(Debug)]
pub struct Picture {
    pub address: String,
    pub range: Range<usize>,
    pub has_alt: bool,
}

pub fn anatomy(text: &str) -> Anatomy {
    let text = &*with_line_feeds(text);
    let mut reader = Reader {
        text,
        anatomy: Anatomy::default(),
        blocks: Vec::new(),
        words: None,
        line_begins: false,
        links: Vec::new(),
        in_picture: false,
        end: 0,
    };
    for (event, range) in parser(text, None).into_offset_iter() {
        reader.read(event, range);
    }
    reader.end_words();
    reader.anatomy
}

/// A link whose end has not come yet.
struct Open {
    address: String,
    range: Range<usize>,
    is_written_out: bool,
}

struct Reader<'t> {
    text: &'t str,
    anatomy: Anatomy,
    /// The kinds of the blocks that are open; `None` holds blocks, not words.
    blocks: Vec<Option<Standing>>,
    words: Option<Words>,
    /// Whether what comes next among words begins a line.
    line_begins: bool,
    links: Vec<Open>,
    in_picture: bool,
    /// The end of what was read last among words.
    end: usize,
}

impl Reader<'_> {
    fn read(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) if is_block(&tag) => {
                self.end_words();
                self.start_block(tag, range);
            }
            Event::End(tag) if is_block_end(tag) => {
                self.end_words();
                self.blocks.pop();
            }
            Event::Rule => self.end_words(),
            Event::Html(_) => self.html_block(range),
            Event::Text(_) if self.is_in_code_block() => self.code_line(range),
            event => self.among_words(event, range),
        }
    }

    fn start_block(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let kind = match &tag {
            Tag::Heading { .. } => Standing::Heading,
            Tag::TableCell => Standing::Cell,
            _ => Standing::Paragraph,
        };
        match tag {
            Tag::Heading { level, .. } if self.blocks.is_empty() => {
                let is_atx = self.text[range.start..].starts_with('#');
                self.anatomy.headings.push(Title {
                    level: level as u8,
                    range: range.clone(),
                    is_atx,
                });
            }
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => info.into_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.anatomy.codes.push(Code {
                    content: range.end..range.end,
                    range,
                    info: Some(info),
                });
                return self.blocks.push(None);
            }
            Tag::HtmlBlock => {
                self.anatomy.html.push(Html {
                    range,
                    is_block: true,
                });
                return self.blocks.push(None);
            }
            Tag::FootnoteDefinition(label) => {
                self.anatomy.notes.push((label.into_string(), range));
            }
            Tag::Item => self.anatomy.items.push(range),
            Tag::BlockQuote(Some(kind)) => {
                let alerts = &mut self.anatomy.alerts;
                if alerts
                    .last()
                    .is_none_or(|(_, last)| last.end <= range.start)
                {
                    alerts.push((kind.into(), range));
                }
            }
            _ => {}
        }
        self.blocks.push(Some(kind));
    }

    fn is_in_code_block(&self) -> bool {
        self.blocks.last() == Some(&None)
    }

    fn code_line(&mut self, range: Range<usize>) {
        if let Some(code) = self.anatomy.codes.last_mut() {
            code.content.start = code.content.start.min(range.start);
            code.content.end = range.end;
        }
    }

    /// A line of a block, whose range the start of the block has said.
    fn html_block(&mut self, range: Range<usize>) {
        if !self.is_in_code_block() {
            self.anatomy.html.push(Html {
                range,
                is_block: true,
            });
        }
    }

    fn among_words(&mut self, event: Event<'_>, range: Range<usize>) {
        if matches!(event, Event::TaskListMarker(_)) {
            return;
        }
        // The backslash before what it escapes belongs to the words.
        let escaped = self.text[..range.start].ends_with('\\');
        let start = range.start - usize::from(escaped);
        let mut words = self.words.take().unwrap_or_else(|| Words {
            standing: self
                .blocks
                .last()
                .copied()
                .flatten()
                .unwrap_or(Standing::Paragraph),
            is_top: self.blocks == [Some(Standing::Paragraph)],
            range: start..range.end,
            holes: Vec::new(),
            lines: vec![start],
            soft_breaks: Vec::new(),
        });
        words
            .soft_breaks
            .extend(matches!(event, Event::SoftBreak).then_some(range.start));
        if matches!(event, Event::SoftBreak | Event::HardBreak) {
            self.line_begins = true;
        } else if std::mem::take(&mut self.line_begins) {
            words.lines.push(start);
        }
        words.range.end = words.range.end.max(range.end);
        let hole = self.hole(event, &range);
        // Within a picture, all of which is a hole, others are none.
        if let Some(hole) = hole
            && words.holes.last().is_none_or(|last| last.end <= hole.start)
        {
            words.holes.push(hole);
        }
        self.words = Some(words);
    }

    /// The bytes of an event that are no words.
    fn hole(&mut self, event: Event<'_>, range: &Range<usize>) -> Option<Range<usize>> {
        let hole = match event {
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                self.end = range.start + 1;
                let is_written_out = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.links.push(Open {
                    address: dest_url.into_string(),
                    range: range.clone(),
                    is_written_out,
                });
                return is_written_out.then(|| range.clone());
            }
            Event::End(TagEnd::Link) => {
                let link = self.links.pop()?;
                let behind = self.end.min(link.range.end)..link.range.end;
                self.end = link.range.end;
                if link.is_written_out {
                    return None;
                }
                self.anatomy.links.push(Destination {
                    address: link.address,
                    range: link.range,
                    behind: behind.clone(),
                });
                return Some(behind);
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.in_picture = true;
                self.anatomy.pictures.push(Picture {
                    address: dest_url.into_string(),
                    range: range.clone(),
                    has_alt: false,
                });
                range.clone()
            }
            Event::End(TagEnd::Image) => {
                self.in_picture = false;
                self.end = range.end;
                return None;
            }
            Event::Text(text) => {
                self.end = range.end;
                self.say(&text);
                return None;
            }
            Event::Code(code) => {
                self.say(&code);
                let ticks = self.text[range.clone()].bytes();
                let ticks = ticks.take_while(|byte| *byte == b'`').count();
                self.anatomy.codes.push(Code {
                    range: range.clone(),
                    content: range.start + ticks..range.end - ticks,
                    info: None,
                });
                range.clone()
            }
            Event::InlineHtml(_) => {
                self.anatomy.html.push(Html {
                    range: range.clone(),
                    is_block: false,
                });
                range.clone()
            }
            Event::FootnoteReference(_) => range.clone(),
            Event::Start(_) => return None,
            _ => {
                self.end = range.end;
                return None;
            }
        };
        self.end = range.end;
        Some(hole)
    }

    /// Words of a picture are those that stand for it.
    fn say(&mut self, words: &str) {
        if self.in_picture
            && !words.trim().is_empty()
            && let Some(picture) = self.anatomy.pictures.last_mut()
        {
            picture.has_alt = true;
        }
    }

    fn end_words(&mut self) {
        self.line_begins = false;
        self.anatomy.words.extend(self.words.take());
    }
}

impl Words {
    /// The bytes of the words without the holes.
    pub fn pieces(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = [self.range.start].into_iter();
        let starts = starts.chain(self.holes.iter().map(|hole| hole.end));
        let ends = self.holes.iter().map(|hole| hole.start);
        starts
            .zip(ends.chain([self.range.end]))
            .map(|(start, end)| start..end.max(start))
    }
}
