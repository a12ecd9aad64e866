//! Rich text for the editor of note.com, which has two levels of headings, lists of one level, bold,
//! struck words, quotes, code and links, and makes a card of an address alone in its paragraph
//! (<https://note.com/akihamitsuki/n/nc7fdbff15bc8>). It has no tables, footnotes or nested
//! lists: a row becomes an item, a footnote a numbered line at the end, and what is nested a line of
//! its item.
//!
//! Elements are known by the names that the preview gives them, so what it can show besides comes
//! as its words.

use super::html::{escaped, read, sign};
use crate::markdown::{Element, NoteId, Preview, SafeNode, Tag, View};

/// The rich text of a body that is printed for note.
pub(super) fn rich_text(body: &str) -> String {
    let preview = &read(body);
    let writer = Writer { preview };
    let mut html = String::new();
    for key in preview.sections() {
        for node in preview.blocks(key).iter().flat_map(|block| block.nodes()) {
            html += &writer.block(node);
        }
    }
    for (index, note) in preview.notes().iter().enumerate() {
        if index == 0 {
            html += "<hr>\n";
        }
        let lines = writer.lines(note.nodes);
        html += &format!("<p>[{}] {}</p>\n", note.number, lines.join("<br>"));
    }
    html
}

struct Writer<'p> {
    preview: &'p Preview,
}

impl Writer<'_> {
    /// What stands at the top level.
    fn block(&self, node: &SafeNode) -> String {
        let element = match node.view() {
            View::Text(_) => return paragraphs(self.lines(std::slice::from_ref(node))),
            View::Element(element) => element,
        };
        let children = element.children();
        let words = |name: &str, between: &str| match self.lines(children).join(between) {
            words if words.is_empty() => words,
            words => format!("<{name}>{words}</{name}>\n"),
        };
        match element.tag().name() {
            "h1" | "h2" => words("h2", " "),
            "h3" | "h4" | "h5" | "h6" => words("h3", " "),
            "p" => paragraphs(self.lines(children)),
            "ul" => list("<ul>", "</ul>", self.items(element)),
            "ol" => {
                let start = attribute(element.tag(), "start");
                let start = start.map_or(String::new(), |at| format!(" start=\"{at}\""));
                list(&format!("<ol{start}>"), "</ol>", self.items(element))
            }
            "table" => list("<ul>", "</ul>", self.rows(element)),
            "pre" => format!("<pre><code>{}</code></pre>\n", code(children)),
            "hr" => "<hr>\n".to_owned(),
            "blockquote" => match self.lines(children).join("<br>") {
                words if words.is_empty() => words,
                words => format!("<blockquote><p>{words}</p></blockquote>\n"),
            },
            _ => paragraphs(self.lines(std::slice::from_ref(node))),
        }
    }

    /// What nodes say, in lines of words with their marks.
    fn lines(&self, nodes: &[SafeNode]) -> Vec<String> {
        let mut lines = vec![String::new()];
        for node in nodes {
            match node.view() {
                View::Text(text) => add(&mut lines, vec![escaped(text)]),
                View::Element(element) => self.add(&mut lines, element),
            }
        }
        lines.retain(|line| !line.trim().is_empty());
        lines
    }

    fn add(&self, lines: &mut Vec<String>, element: &Element) {
        let (tag, children) = (element.tag(), element.children());
        let marked = |start: &str, end: &str| {
            let words = self.lines(children).into_iter();
            words.map(|words| [start, &words, end].concat()).collect()
        };
        let below = match tag.name() {
            "br" => return lines.push(String::new()),
            "strong" => return add(lines, marked("<strong>", "</strong>")),
            "del" => return add(lines, marked("<s>", "</s>")),
            "code" => return add(lines, marked("<code>", "</code>")),
            "em" => return add(lines, marked("", "")),
            "sup" => return add(lines, vec![self.reference(tag)]),
            "input" => {
                let checked = attribute(tag, "checked").is_some();
                return add(lines, vec![sign(checked).to_owned()]);
            }
            "a" => {
                let href = attribute(tag, "href").filter(|href| !href.starts_with('#'));
                let link = href.map(|href| format!("<a href=\"{href}\">"));
                return add(
                    lines,
                    match link {
                        Some(link) => marked(&link, "</a>"),
                        None => marked("", ""),
                    },
                );
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => marked("<strong>", "</strong>"),
            "ul" | "ol" => self.nested(element),
            "table" => {
                let rows = self.rows(element).into_iter();
                rows.flat_map(|row| hung("・", row)).collect()
            }
            "pre" => code(children).lines().map(str::to_owned).collect(),
            _ => self.lines(children),
        };
        lines.push(String::new());
        lines.extend(below);
        lines.push(String::new());
    }

    fn reference(&self, tag: &Tag) -> String {
        let number = |id: &NoteId| self.preview.note_number(id).unwrap_or(0);
        match tag {
            Tag::NoteReference(id) => format!("[{}]", number(id)),
            _ => String::new(),
        }
    }

    /// The lines of each item.
    fn items(&self, list: &Element) -> Vec<Vec<String>> {
        let items = elements(list).map(|item| self.lines(item.children()));
        items.collect()
    }

    /// The items of a list in an item or a quote, each with its mark.
    fn nested(&self, list: &Element) -> Vec<String> {
        let start = attribute(list.tag(), "start").and_then(|start| start.parse().ok());
        let is_numbered = list.tag().name() == "ol";
        let numbered = (start.unwrap_or(1_u64)..).zip(self.items(list));
        let lines = numbered.flat_map(|(number, lines)| match is_numbered {
            true => hung(&format!("{number}. "), lines),
            false => hung("・", lines),
        });
        lines.collect()
    }

    /// The lines of each row of a table: what its column is called, and what it says.
    fn rows(&self, table: &Element) -> Vec<Vec<String>> {
        let cells = |row: &Element| -> Vec<String> {
            let cells = elements(row).map(|cell| self.lines(cell.children()).join(" "));
            cells.collect()
        };
        let mut rows = elements(table).flat_map(elements).map(cells);
        let heads = rows.next().unwrap_or_default();
        let mut named: Vec<Vec<String>> = rows
            .map(|row| {
                let said = heads.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
                let lines = said.map(|(head, cell)| match head.is_empty() {
                    true => cell,
                    false => format!("{head}: {cell}"),
                });
                lines.collect()
            })
            .collect();
        if named.is_empty() {
            named.push(heads);
        }
        named
    }
}

/// Adds lines of which the first goes on where the last one ended.
fn add(lines: &mut Vec<String>, words: Vec<String>) {
    let mut words = words.into_iter();
    if let (Some(last), Some(first)) = (lines.last_mut(), words.next()) {
        *last += &first;
    }
    lines.extend(words);
}

/// Lines with a mark before the first, and the others below its words.
fn hung(mark: &str, lines: Vec<String>) -> Vec<String> {
    let lines = lines.into_iter().enumerate();
    let hung = lines.map(|(index, line)| match index {
        0 => [mark, &line].concat(),
        _ => ["\u{3000}", &line].concat(),
    });
    hung.collect()
}

fn list(start: &str, end: &str, items: Vec<Vec<String>>) -> String {
    let items = items.into_iter().filter(|lines| !lines.is_empty());
    let items = items.map(|lines| format!("<li>{}</li>\n", lines.join("<br>")));
    format!("{start}\n{}{end}\n", items.collect::<String>())
}

/// Lines in one paragraph, but for addresses, each of which has its own.
fn paragraphs(lines: Vec<String>) -> String {
    let mut html = String::new();
    for together in lines.chunk_by(|a, b| !is_address(a) && !is_address(b)) {
        html += &format!("<p>{}</p>\n", together.join("<br>"));
    }
    html
}

/// Whether a line is a link that says where it leads.
fn is_address(line: &str) -> bool {
    let link = line.strip_prefix("<a href=\"");
    let link = link.and_then(|link| link.strip_suffix("</a>")?.split_once("\">"));
    link.is_some_and(|(address, words)| address == words)
}

fn elements(element: &Element) -> impl Iterator<Item = &Element> {
    element
        .children()
        .iter()
        .filter_map(|child| match child.view() {
            View::Element(element) => Some(element),
            View::Text(_) => None,
        })
}

/// The text of a block of code.
fn code(nodes: &[SafeNode]) -> String {
    let text = nodes.iter().map(|node| match node.view() {
        View::Text(text) => escaped(text),
        View::Element(element) => code(element.children()),
    });
    text.collect::<String>().trim_end().to_owned()
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    let mut attributes = tag.attributes().into_iter();
    let (_, value) = attributes.find(|(known, _)| *known == name)?;
    Some(escaped(&value))
}
