//! Prints a report's Markdown for one place: what is spelt otherwise there is spelt so, and every
//! other byte stays.

use std::collections::HashSet;

use super::dialect::{Dialect, quoted, signed_quote};
use super::lines;
use crate::markdown::Alert;
use crate::markdown::constructs::{
    self, Container, Kind, MAX_DEPTH, Node, Spelling, closing_marks,
};

pub(super) struct Printer<'d> {
    pub(super) dialect: &'d dyn Dialect,
    /// The footnotes that stood in their line, to be defined at the end.
    pub(super) notes: Vec<(String, String)>,
    /// Labels that the text has, and the last number of those that were made.
    pub(super) labels: HashSet<String>,
    pub(super) numbered: usize,
    /// In so many boxes and details is what is printed.
    depth: usize,
}

/// Prints what follows the head. Lines end as the first one does.
pub(super) fn print(dialect: &dyn Dialect, text: &str) -> String {
    let is_crlf = text.find('\n').is_some_and(|at| text[..at].ends_with('\r'));
    let feeds = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut printer = Printer {
        dialect,
        notes: Vec::new(),
        labels: labels(&feeds),
        numbered: 0,
        depth: 0,
    };
    let mut printed = printer.nodes(&feeds, 0);
    for (label, words) in std::mem::take(&mut printer.notes) {
        blank_line(&mut printed);
        printed += &format!("[^{label}]: {words}\n");
    }
    match is_crlf {
        true => printed.replace('\n', "\r\n"),
        false => printed,
    }
}

fn labels(text: &str) -> HashSet<String> {
    let openings = text.split("[^").skip(1);
    let labels = openings.filter_map(|rest| rest.split_once(']'));
    labels.map(|(label, _)| label.to_lowercase()).collect()
}

/// Ends a text with a blank line, where there is a text.
fn blank_line(text: &mut String) {
    if text.ends_with("\n\n") || text.bytes().all(|byte| byte == b'\n') {
        return;
    }
    text.push_str(if text.ends_with('\n') { "\n" } else { "\n\n" });
}

impl Printer<'_> {
    /// A text that stands in so many boxes. A box that is spelt anew has blank lines around it.
    fn nodes(&mut self, text: &str, boxes: usize) -> String {
        if self.depth > MAX_DEPTH {
            return lines::print(self, text);
        }
        let mut printed = String::with_capacity(text.len());
        let mut is_behind_new = false;
        for node in constructs::read(text) {
            let (piece, is_new, needs_blank) = match &node {
                Node::Text(text) => (lines::print(self, text), false, false),
                Node::Container(found) => {
                    let piece = self.container(found, boxes);
                    let is_new = piece != found.source;
                    (piece, is_new, is_new || self.dialect.parts_boxes())
                }
            };
            if needs_blank || is_behind_new && !piece.starts_with('\n') {
                blank_line(&mut printed);
            }
            is_behind_new = is_new;
            printed += &piece;
        }
        printed
    }

    /// An alert in a list, where few places show a box; `None` so deep in others that it stays.
    pub(super) fn in_list(&mut self, kind: Alert, body: &str) -> Option<String> {
        if self.depth > MAX_DEPTH {
            return None;
        }
        self.depth += 1;
        let inner = ended(self.nodes(body, 1));
        self.depth -= 1;
        Some(match self.dialect.nests() {
            true => self.dialect.callout(kind, &inner),
            false => signed_quote(kind, &inner),
        })
    }

    fn container(&mut self, found: &Container<'_>, boxes: usize) -> String {
        let Container {
            kind,
            spelling,
            source,
            open,
            body,
            close,
        } = found;
        let is_callout = matches!(kind, Kind::Callout(_));
        self.depth += 1;
        let inner = self.nodes(body, boxes + usize::from(is_callout));
        self.depth -= 1;
        let lacks_nesting = is_callout && boxes > 0 && !self.dialect.nests();
        let is_open = *spelling == Spelling::Html && close.is_empty();
        if self.dialect.knows(*spelling) && !lacks_nesting && !is_open {
            return match spelling {
                Spelling::Html if !is_parted(body) => {
                    [open, "\n", ended(inner).as_str(), "\n", close].concat()
                }
                _ if inner == **body => (*source).to_owned(),
                Spelling::GitHub => [open, quoted(&inner).as_str()].concat(),
                Spelling::Html => [open, inner.as_str(), close].concat(),
                _ => with_colons(open, &inner, close),
            };
        }
        let inner = ended(inner);
        match kind {
            Kind::Callout(kind) if lacks_nesting => signed_quote(*kind, &inner),
            Kind::Callout(kind) => self.dialect.callout(*kind, &inner),
            Kind::Details(title) => self.dialect.details(title, &inner),
        }
    }
}

/// Whether blank lines make Markdown of what is between two tags.
fn is_parted(body: &str) -> bool {
    body.starts_with('\n') && body.ends_with("\n\n")
}

/// Without blank lines around it, and with one line end.
fn ended(inner: String) -> String {
    let inner = inner.trim_end_matches(['\n', ' ']);
    let start = inner.len() - inner.trim_start_matches('\n').len();
    [&inner[start..], "\n"].concat()
}

/// A box with as many colons as it takes to hold what is in it.
fn with_colons(open: &str, inner: &str, close: &str) -> String {
    let needed = closing_marks(inner) + 1;
    let widen = |line: &str| {
        let rest = line.trim_start_matches([' ', ':']);
        let count = line.matches(':').count() - rest.matches(':').count();
        match count < needed {
            true => ":".repeat(needed) + rest,
            false => line.to_owned(),
        }
    };
    [&widen(open), inner, &widen(close)].concat()
}

/// A box as the places with colons write it.
pub(super) fn colon_box(words: &str, body: &str) -> String {
    let colons = ":".repeat((closing_marks(body) + 1).max(3));
    format!("{colons}{words}\n{body}{colons}\n")
}
