//! What stands before the first section: the title as a heading, or front matter.
//!
//! A head that came with a file is printed as it was written there, and read again each time: so
//! nothing is kept beside it that could say something else. Where the report says something else
//! by now, only that is changed in it.

use std::ops::Range;

use super::front_matter::{FrontMatter, quoted, quoted_list};
use crate::domain::{Head, Kind, Report, line_end};
use crate::markdown;
use crate::markdown::lines::{behind_blank_lines, line_at, one_line};

/// A byte order mark. It stays, whatever becomes of the head behind it.
const BOM: char = '\u{feff}';

/// The front matter's key for topics, that of Qiita, dev.to, Hugo and HackMD, and that of Hatena.
const TOPICS: [&str; 3] = ["topics", "tags", "category"];

/// What a text says in its head, which is the `written` of the result. Blank lines around the
/// head belong to it, so that the first section begins with its first line.
pub(super) fn read(text: &str) -> Report {
    let body = without_bom(text);
    let bom = text.len() - body.len();
    let mut report = Report::default();
    let end = if let Some(found) = FrontMatter::at_start(body) {
        report.head = Head::FrontMatter;
        report.title = found.text("title");
        report.emoji = found.text("emoji");
        report.topics = found.list(&TOPICS);
        report.kind = kind(&found).unwrap_or_default();
        report.slug = found.text("slug");
        // The emoji of a report begins headings: other words have no place there.
        if !markdown::is_emoji(&report.emoji) {
            report.emoji.clear();
        }
        found.end
    } else {
        let line = behind_blank_lines(body, 0);
        match markdown::main_heading(&body[line..]) {
            Some(heading) => {
                report.title = one_line(&heading.title);
                line_at(body, line).1
            }
            None => line,
        }
    };
    report.written = text[..bom + behind_blank_lines(body, end)].to_owned();
    report
}

/// What kind of article front matter speaks of. Other tools give `type` other words.
pub(super) fn kind(front_matter: &FrontMatter) -> Option<Kind> {
    let word = front_matter.text("type");
    let kinds = [Kind::Tech, Kind::Idea].into_iter();
    kinds.clone().find(|kind| kind_name(*kind) == word)
}

pub(super) fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Tech => "tech",
        Kind::Idea => "idea",
    }
}

/// The head of a report before `body`, the sections.
///
/// If the kind is another than that of the file, or if the file had no title, the head is made
/// anew behind the byte order mark. The file's own head is not forgotten: with the kind changed
/// back all of it is there again.
pub(super) fn print(report: &Report, body: &str) -> String {
    let written = &*report.written;
    let said = read(written);
    let mut head = match (report.head, said.head) {
        _ if !written.is_empty() && says_the_same(&said, report) => written.to_owned(),
        (Head::FrontMatter, Head::FrontMatter) => with_fields(&said, report),
        (Head::Heading, Head::Heading) if !one_line(&report.title).is_empty() => {
            with_title(written, &report.title).unwrap_or_else(|| made(report, body))
        }
        _ => made(report, body),
    };
    if !body.is_empty() && !without_bom(&head).is_empty() && !head.ends_with(['\n', '\r']) {
        head += end_of_line(report, body);
    }
    head
}

pub(super) fn without_bom(text: &str) -> &str {
    text.strip_prefix(BOM).unwrap_or(text)
}

/// Whether a head as it was read says what its kind can say of the report.
fn says_the_same(said: &Report, report: &Report) -> bool {
    let fields = report.head == Head::Heading
        || (said.emoji == report.emoji
            && said.topics == topics(report)
            && has_kind(said, report)
            && has_slug(said, report));
    said.head == report.head && said.title == one_line(&report.title) && fields
}

/// Whether a written head says the kind, or none: one that says none is given none.
fn has_kind(said: &Report, report: &Report) -> bool {
    said.kind == report.kind || !says_kind(&said.written)
}

/// Whether front matter says of what kind the article is.
pub(super) fn says_kind(head: &str) -> bool {
    FrontMatter::at_start(without_bom(head)).is_some_and(|it| kind(&it).is_some())
}

/// The same of the slug, which most files have for a name.
fn has_slug(said: &Report, report: &Report) -> bool {
    said.slug.is_empty() || said.slug == one_line(&report.slug)
}

pub(super) fn topics(report: &Report) -> Vec<String> {
    let topics = report.topics.iter().map(|topic| one_line(topic));
    topics.filter(|topic| !topic.is_empty()).collect()
}

/// How lines of a new head end: like those of the old one, else like those of the sections.
fn end_of_line(report: &Report, body: &str) -> &'static str {
    let ends = line_end(&report.written).or_else(|| line_end(body));
    ends.unwrap_or("\n")
}

/// A head that says what the report says; nothing if it would be a heading without a title.
fn made(report: &Report, body: &str) -> String {
    let title = one_line(&report.title);
    let mut head = match report.head {
        Head::Heading if title.is_empty() => String::new(),
        Head::Heading => format!("# {}\n\n", markdown::escaped(&title)),
        Head::FrontMatter => {
            let mut head = format!("---\ntitle: {}\n", quoted(&title));
            if !report.emoji.is_empty() {
                head += &format!("emoji: {}\n", quoted(&report.emoji));
            }
            let topics = topics(report);
            if !topics.is_empty() {
                head += &format!("topics: {}\n", quoted_list(&topics));
            }
            if report.kind != Kind::default() {
                head += &format!("type: {}\n", quoted(kind_name(report.kind)));
            }
            let slug = one_line(&report.slug);
            if !slug.is_empty() {
                head += &format!("slug: {}\n", quoted(&slug));
            }
            head + "---\n\n"
        }
    };
    let end = end_of_line(report, body);
    if end != "\n" {
        head = head.replace('\n', end);
    }
    if report.written.starts_with(BOM) {
        head.insert(0, BOM);
    }
    head
}

/// The written heading with another title; `None` if there is no heading.
fn with_title(written: &str, title: &str) -> Option<String> {
    let body = without_bom(written);
    let line = behind_blank_lines(body, 0);
    let range = markdown::main_heading(&body[line..])?.range;
    let start = written.len() - body.len() + line;
    let title = one_line(title);
    let title = markdown::escaped(&title);
    let (range, title) = match range.is_empty() {
        false => (range, title),
        true => (
            range.start..line_at(body, line).0.len(),
            format!(" {title}").into(),
        ),
    };
    let mut head = written.to_owned();
    head.replace_range(start + range.start..start + range.end, &title);
    Some(head)
}

/// The written front matter with what the report says in place of what it said.
fn with_fields(said: &Report, report: &Report) -> String {
    let mut head = said.written.clone();
    let body = without_bom(&said.written);
    let Some(front_matter) = FrontMatter::at_start(body) else {
        return head;
    };
    let end = end_of_line(report, "");
    let title = one_line(&report.title);
    let topics = topics(report);
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    if said.title != title {
        changes.push(front_matter.change(&["title"], &quoted(&title), end));
    }
    if said.emoji != report.emoji {
        changes.push(front_matter.change(&["emoji"], &quoted(&report.emoji), end));
    }
    if said.topics != topics {
        changes.push(front_matter.change(&TOPICS, &quoted_list(&topics), end));
    }
    if !has_kind(said, report) {
        changes.push(front_matter.change(&["type"], &quoted(kind_name(report.kind)), end));
    }
    if !has_slug(said, report) {
        changes.push(front_matter.change(&["slug"], &quoted(&one_line(&report.slug)), end));
    }
    let bom = head.len() - body.len();
    head.replace_range(bom.., &changed(body, changes));
    head
}

/// Front matter with changes of its fields, of which new lines come in this order.
pub(super) fn changed(text: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    let mut text = text.to_owned();
    // From the last to the first, so that each finds its place; of new lines the first is first.
    while let Some(last) = (0..changes.len()).max_by_key(|at| changes[*at].0.start) {
        let (range, yaml) = changes.remove(last);
        text.replace_range(range, &yaml);
    }
    text
}
