//! Writing into a section beside its author: what the app wrote there before and nobody changed
//! is replaced, and where somebody has, only what is missing is added. Her words stay.

use crate::domain::line_end;
use crate::markdown;

/// A text with what was put into it, and what of it the app wrote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Put {
    pub text: String,
    pub filled: String,
}

/// Puts entries, which end their lines, below the heading of a text. `filled` is what the app
/// wrote there before. `None` if nothing changes.
///
/// An entry that she took away does not come back: `filled` also tells what stood there once.
pub fn put(text: &str, filled: &str, entries: &[String]) -> Option<Put> {
    let end = line_end(text).unwrap_or("\n");
    let entries: Vec<String> = entries.iter().map(|it| it.replace('\n', end)).collect();
    let put = match own_words(text, filled, &entries) {
        Some(own) => replaced(text, own, &entries, end),
        None => added(text, filled, &entries, end)?,
    };
    (put.text != text).then_some(put)
}

/// Whether nobody has changed what the app wrote, so that it may be written in another form.
pub fn is_as_filled(text: &str, filled: &str) -> bool {
    !filled.is_empty()
        && below(text)
            .strip_prefix(below(filled))
            .is_some_and(|own| own.trim().is_empty())
}

/// Her words behind what the app wrote, if that can be replaced: the heading may be another one.
pub(super) fn own_words<'t>(text: &'t str, filled: &str, entries: &[String]) -> Option<&'t str> {
    let below_heading = below(text);
    if filled.is_empty() {
        return below_heading.trim().is_empty().then_some("");
    }
    let own = below_heading.strip_prefix(below(filled))?;
    // What she wrote to the last entry stays with it.
    let before = below(filled).lines().rfind(|line| is_entry(line));
    let after = entries.last().and_then(|entry| entry.lines().next());
    (before == after || !belongs_to(own, before.or(after))).then_some(own)
}

/// What stands behind the line of the heading.
pub(super) fn below(text: &str) -> &str {
    &text[heading(text).len()..]
}

/// The line of the heading with its end; nothing without one.
fn heading(text: &str) -> &str {
    let line = text.split_inclusive('\n').next().unwrap_or_default();
    markdown::heading(text).map_or("", |_| line)
}

/// Whether a line is the first one of an entry.
fn is_entry(line: &str) -> bool {
    ["- ", "#### ", "**"].iter().any(|it| line.starts_with(it))
}

/// Whether words would say something else behind another entry than this.
fn belongs_to(own: &str, entry: Option<&str>) -> bool {
    let Some(first) = own.lines().find(|line| !line.trim().is_empty()) else {
        return false;
    };
    if entry.is_some_and(|entry| entry.starts_with("- ")) {
        let is_near = own.starts_with(first) && !is_item(first);
        is_near || first.starts_with([' ', '\t'])
    } else {
        !first.starts_with('#')
    }
}

fn is_item(line: &str) -> bool {
    ["- ", "* ", "+ "].iter().any(|it| line.starts_with(it))
}

fn replaced(text: &str, own: &str, entries: &[String], end: &str) -> Put {
    let heading = heading(text).trim_end_matches(['\n', '\r']);
    let heading = match heading {
        "" => String::new(),
        heading => [heading, end, end].concat(),
    };
    let filled = heading + &entries.concat();
    let is_closed = filled.ends_with(&end.repeat(2));
    let own = match (own.trim().is_empty(), is_closed) {
        (true, true) => "",
        (true, false) => end,
        (false, _) => own,
    };
    let text = filled.clone() + own;
    Put { text, filled }
}

fn added(text: &str, filled: &str, entries: &[String], end: &str) -> Option<Put> {
    let known: Vec<&str> = text.lines().chain(filled.lines()).map(said).collect();
    let is_new = |entry: &&String| !known.contains(&said(entry.lines().next().unwrap_or_default()));
    let new: Vec<&str> = entries.iter().filter(is_new).map(String::as_str).collect();
    let first = *new.first()?;
    let new = new.concat();
    let closed = markdown::closing(text).map_or(text.to_owned(), |closing| {
        text.to_owned() + &closing.replace('\n', end)
    });
    let kept = closed.trim_end_matches(['\n', '\r']);
    let between = match kept.lines().last().is_some_and(is_item) && is_item(first) {
        true => end.to_owned(),
        false => end.repeat(2),
    };
    let tail = match &closed[kept.len()..] {
        "" => end,
        tail => tail,
    };
    let shown = new.trim_end_matches(['\n', '\r']);
    let before = match filled {
        "" => heading(text),
        filled => filled,
    };
    Some(Put {
        text: [kept, &between, shown, tail].concat(),
        filled: [before, &new].concat(),
    })
}

/// What a line says, whether its box is checked or not.
fn said(line: &str) -> &str {
    let line = line.trim();
    let item = line.strip_prefix("- ").unwrap_or(line);
    let boxes = ["[ ] ", "[x] ", "[X] "];
    let words = boxes.iter().find_map(|it| item.strip_prefix(it));
    words.unwrap_or(item)
}
