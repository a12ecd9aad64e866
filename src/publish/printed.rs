//! What a report is made of, in a form in which it can be compared with itself at another time.

use crate::domain::{Printed, Section, fingerprint};
use crate::markdown::{heading, masked};

/// The sections of a report as a reader gets them: those in it that are not wholly private, without
/// what is private in them.
pub fn printed<'a>(sections: impl IntoIterator<Item = &'a Section>) -> Vec<Printed> {
    let mut below = None;
    let mut all = Vec::new();
    for section in sections.into_iter().filter(|section| section.in_report) {
        let (text, next) = masked(&section.text, below);
        below = next;
        let text = read_text(&text);
        if !text.is_empty() {
            all.push(Printed {
                id: section.id.clone(),
                title: heading(&text).map_or_else(String::new, |heading| heading.title),
                digest: fingerprint(&text),
            });
        }
    }
    all
}

/// A text without what nobody reads in it: how its lines end, and how many of them are blank.
fn read_text(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut read = String::with_capacity(text.len());
    for line in text.lines().map(str::trim_end) {
        if !line.is_empty() || !(read.is_empty() || read.ends_with("\n\n")) {
            read += line;
            read.push('\n');
        }
    }
    read.truncate(read.trim_end().len());
    read
}
