//! What the preview shows of a report, as HTML to be taken away: on the clipboard, or in a page of
//! its own. It is never put into this page.
//!
//! Every element is one that the preview can hold, and every text is escaped here.

use std::collections::HashSet;

use super::{Target, note, print_body, says_title};
use crate::domain::Event;
use crate::markdown::lines::line_at;
use crate::markdown::{self, Alert, HEADING_ID, NoteId, Preview, SafeNode, Tag, View};
use crate::text::Words;

/// The report as rich text for the clipboard, without its title, for which editors have a field of
/// its own. `body` is the sections that are in the report, joined, without what is private.
pub fn rich_text(target: Target, event: &Event, body: &str, words: &'static Words) -> String {
    match target {
        Target::Note => note::rich_text(&print_text(target, event, body)),
        _ => report(&read(untitled(event, body)), words, false),
    }
}

/// The report for an editor that has fields of its own for the head: without that, and without its
/// title as a heading.
pub fn print_text(target: Target, event: &Event, body: &str) -> String {
    print_body(target, untitled(event, body))
}

/// The text without its title as a heading, where it begins with that.
fn untitled<'t>(event: &Event, body: &'t str) -> &'t str {
    match says_title(body, &event.report.title) {
        true => {
            let body = body.trim_start();
            &body[line_at(body, 0).1..]
        }
        false => body,
    }
}

/// What the preview makes of the sections of a text.
pub(super) fn read(body: &str) -> Preview {
    let texts = markdown::split(body);
    let keys: Vec<String> = (0..texts.len()).map(|index| index.to_string()).collect();
    let mut preview = Preview::new();
    preview.set_sections(keys.iter().map(String::as_str).zip(texts));
    preview
}

/// The blocks of a report, and its footnotes at the end. Only in a page of its own do links lead
/// from one place of it to another.
pub(super) fn report(preview: &Preview, words: &'static Words, is_page: bool) -> String {
    let mut writer = Writer {
        preview,
        words,
        is_page,
        html: String::new(),
        anchors: Vec::new(),
        referred: HashSet::new(),
    };
    for key in preview.sections() {
        for block in preview.blocks(key) {
            writer.anchors = block.anchors().iter().rev().cloned().collect();
            writer.nodes(block.nodes());
            writer.html.push('\n');
        }
    }
    writer.notes();
    writer.html
}

struct Writer<'p> {
    preview: &'p Preview,
    words: &'static Words,
    is_page: bool,
    html: String,
    /// The names of the headings of this block that are still to come, the next one last.
    anchors: Vec<String>,
    /// The numbers of the footnotes whose first reference is written.
    referred: HashSet<usize>,
}

impl Writer<'_> {
    fn nodes(&mut self, nodes: &[SafeNode]) {
        for node in nodes {
            self.node(node);
        }
    }

    fn node(&mut self, node: &SafeNode) {
        let element = match node.view() {
            View::Text(text) => return self.html += &escaped(text),
            View::Element(element) => element,
        };
        let tag = element.tag();
        let name = tag.name();
        match tag {
            Tag::NoteReference(id) => return self.reference(id),
            Tag::CheckBox { checked, .. } if !self.is_page => return self.html += sign(*checked),
            Tag::Table if self.is_page => self.table(),
            _ => {}
        }
        self.html += &format!("<{name}");
        if let Tag::Heading(_) = tag
            && let Some(anchor) = self.anchors.pop().filter(|anchor| !anchor.is_empty())
            && self.is_page
        {
            self.attribute("id", &format!("{HEADING_ID}{anchor}"));
        }
        for (name, value) in tag.attributes() {
            // What begins so is for the page that draws the preview.
            if !name.starts_with("data-") {
                self.attribute(name, &value);
            }
        }
        if name == "input" {
            self.html += " disabled";
            self.attribute("aria-label", self.words.task);
        }
        if name == "pre" && self.is_page {
            self.scrolls(self.words.code_block);
        }
        self.html.push('>');
        if matches!(name, "br" | "hr" | "input") {
            return;
        }
        match tag {
            Tag::Alert(alert) => {
                let title = self.alert(*alert);
                self.html += &format!("<p class=\"alert-title\">{}</p>", escaped(title));
            }
            Tag::TooLarge => self.html += &escaped(self.words.too_large),
            _ => {}
        }
        self.nodes(element.children());
        self.html += &format!("</{name}>");
        if let Tag::Table = tag
            && self.is_page
        {
            self.html += "</div>";
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.html += &format!(" {name}=\"{}\"", escaped(value));
    }

    fn table(&mut self) {
        self.html += "<div class=\"table\"";
        self.scrolls(self.words.table);
        self.html.push('>');
    }

    /// What scrolls is reached by keys and has a name.
    fn scrolls(&mut self, name: &str) {
        self.attribute("tabindex", "0");
        self.attribute("role", "region");
        self.attribute("aria-label", name);
    }

    fn alert(&self, alert: Alert) -> &'static str {
        match alert {
            Alert::Note => self.words.alert_note,
            Alert::Tip => self.words.alert_tip,
            Alert::Important => self.words.alert_important,
            Alert::Warning => self.words.alert_warning,
            Alert::Caution => self.words.alert_caution,
        }
    }

    /// The number of a footnote. The way back from it leads to the first of them.
    fn reference(&mut self, id: &NoteId) {
        let number = self.preview.note_number(id).unwrap_or(0);
        let reference = match (self.is_page, self.referred.insert(number)) {
            (false, _) => format!("<sup>[{number}]</sup>"),
            (true, is_first) => {
                let id = match is_first {
                    true => format!(" id=\"ref-{number}\""),
                    false => String::new(),
                };
                format!("<sup><a{id} href=\"#note-{number}\">{number}</a></sup>")
            }
        };
        self.html += &reference;
    }

    fn notes(&mut self) {
        let notes = self.preview.notes();
        if notes.is_empty() {
            return;
        }
        let (label, back) = (self.words.footnotes, self.words.back_to_text);
        match self.is_page {
            true => self.html += &format!("<section class=\"notes\" aria-label=\"{label}\"><ol>\n"),
            false => self.html += "<hr><ol>\n",
        }
        for note in notes {
            let number = note.number;
            match self.is_page {
                true => self.html += &format!("<li id=\"note-{number}\">"),
                false => self.html += "<li>",
            }
            self.nodes(note.nodes);
            if self.is_page {
                self.html += &format!(" <a href=\"#ref-{number}\" aria-label=\"{back}\">↩</a>");
            }
            self.html += "</li>\n";
        }
        self.html += if self.is_page {
            "</ol></section>\n"
        } else {
            "</ol>\n"
        };
    }
}

/// The box of a task where there are no boxes.
pub(super) fn sign(checked: bool) -> &'static str {
    if checked { "☑ " } else { "☐ " }
}

/// Text that is nothing but text, between tags and in an attribute
/// (<https://html.spec.whatwg.org/#escapingString>).
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html += "&amp;",
            '<' => html += "&lt;",
            '>' => html += "&gt;",
            '"' => html += "&quot;",
            c => html.push(c),
        }
    }
    html
}
