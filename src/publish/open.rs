//! A Markdown file as a report: its head and its sections. The other way is [`super::print()`].

use super::check::slug_finding;
use super::head;
use crate::domain::{Head, Report};
use crate::markdown;

/// A file that was read. Printed again without a change it is the same text, byte for byte.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opened<'t> {
    /// What the head says, and the head as it is written.
    pub report: Report,
    /// What follows, cut at the section headings.
    pub sections: Vec<&'t str>,
}

/// Reads a report; a text that is not one is a report of one section. A head is front matter, or
/// a heading of level 1 before everything else, the first one wins.
pub fn read(text: &str) -> Opened<'_> {
    let report = head::read(text);
    let sections = markdown::split(&text[report.written.len()..]);
    Opened { report, sections }
}

impl Opened<'_> {
    /// Gives an event's report the head of the file. A heading says nothing of emoji and topics:
    /// then those stay that the report has. So do kind and slug where the file is silent; the name
    /// of a file of Zenn is its slug.
    pub fn put_head(&self, file_name: &str, report: &mut Report) {
        let before = std::mem::replace(report, self.report.clone());
        let is_of_zenn = head::says_kind(&report.written);
        if !is_of_zenn {
            report.kind = before.kind;
        }
        if report.slug.is_empty() {
            let named = file_name.strip_suffix(".md").filter(|_| is_of_zenn);
            let named = named.filter(|name| slug_finding(name).is_none());
            report.slug = named.map_or(before.slug, str::to_owned);
        }
        if self.report.head == Head::Heading {
            report.emoji = before.emoji;
            report.topics = before.topics;
        }
    }
}

/// How an event made from a file is called: by the title, else by the first line if it is a
/// heading of level 1 below front matter, else by the name of the file without its extension;
/// empty if none of them has a letter to show.
pub fn file_title(file_name: &str, opened: &Opened<'_>) -> String {
    let first = opened.sections.first();
    let heading = first.and_then(|text| markdown::main_heading(text));
    let heading = heading.map(|heading| heading.title).unwrap_or_default();
    let names = [&opened.report.title, &heading, stem(file_name)].map(cleaned);
    names
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}

/// Whether a report's first section begins with its title, as that of a file with front matter
/// often does.
pub fn says_title(first: &str, title: &str) -> bool {
    let heading = markdown::main_heading(first);
    heading.is_some_and(|heading| heading.title.trim() == title.trim())
}

/// Without an extension: up to eight letters and digits, one of them a letter, so that the day
/// at the end of a name is none.
fn stem(file_name: &str) -> &str {
    match file_name.rsplit_once('.') {
        Some((stem, extension))
            if extension.len() <= 8
                && extension.chars().all(|c| c.is_ascii_alphanumeric())
                && extension.contains(|c: char| c.is_ascii_alphabetic()) =>
        {
            stem
        }
        _ => file_name,
    }
}

/// Without what has no look of its own: control characters and those that turn the direction of
/// writing (<https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters>).
fn cleaned(name: &str) -> String {
    let is_hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    name.replace(is_hidden, " ").trim().to_owned()
}
