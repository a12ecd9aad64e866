//! Details as HTML spells them: tags with a title, there and back, and where they end.

use super::super::lines::{is_blank, line_at};
use super::containers::{Container, Kind, Spelling};
use super::verbatim::verbatim;

const OPEN: &str = "<details";
const CLOSE: &str = "</details>";

/// The tags that open details with a title, which is text.
pub(crate) fn open_tags(title: &str) -> String {
    let title = title.replace('&', "&amp;");
    let title = title.replace('<', "&lt;").replace('>', "&gt;");
    format!("<details><summary>{title}</summary>")
}

/// The text of a title in HTML.
fn unescaped(title: &str) -> String {
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    let replace = |text: String, (entity, sign): (&str, &str)| text.replace(entity, sign);
    entities.into_iter().fold(title.to_owned(), replace)
}

/// Whether a text begins with the tag that opens details.
pub(super) fn opens(text: &str) -> bool {
    is_tag(text, OPEN) && text[OPEN.len()..].starts_with(['>', ' ', '\t', '\n', '\r'])
}

fn is_tag(text: &str, tag: &str) -> bool {
    let begin = text.get(..tag.len());
    begin.is_some_and(|begin| begin.eq_ignore_ascii_case(tag))
}

/// Details with a summary that begin with the line at `at`, and where the text goes on behind them.
/// None where words stand behind their end: those would be in no part of the text.
pub(super) fn read(text: &str, at: usize) -> Option<(Container<'_>, usize)> {
    let rest = &text[at..];
    opens(rest.trim_start_matches(' ')).then_some(())?;
    let opened = line_at(rest, 0).0.find('>')? + 1;
    let summary = rest[opened..].trim_start().strip_prefix("<summary>")?;
    let title = line_at(summary, 0).0.split_once("</summary>")?.0;
    let behind = &summary[title.len() + "</summary>".len()..];
    let mut body_at = text.len() - behind.len();
    if is_blank(line_at(text, body_at).0) {
        body_at = line_at(text, body_at).1;
    }
    let (close, end) = match end_of(text, body_at) {
        End::Closed(close) => {
            let (line, end) = line_at(text, close);
            is_blank(&line[CLOSE.len()..]).then_some((close, end))?
        }
        End::Open(_) => (text.len(), text.len()),
    };
    let found = Container {
        kind: Kind::Details(unescaped(title.trim())),
        spelling: Spelling::Html,
        source: &text[at..end],
        open: &text[at..body_at],
        body: text[body_at..close].into(),
        close: &text[close..end],
    };
    Some((found, end))
}

/// The lines that close details of which `body` is what is in them, and which have no end.
pub(super) fn closing(body: &str) -> String {
    let depth = match end_of(body, 0) {
        End::Closed(_) => 0,
        End::Open(depth) => depth,
    };
    format!("{CLOSE}\n").repeat(depth + 1)
}

/// Where details end.
enum End {
    /// At the tag that begins here.
    Closed(usize),
    /// At the end of the text, as in HTML, within so many others.
    Open(usize),
}

/// The end of the details that were opened before `from`. Those in them are passed, wherever in a
/// line they stand. What is a tag is known of a parse up to its line; where it is not the last one,
/// twice as many are looked at each time.
fn end_of(text: &str, from: usize) -> End {
    let mut at = from;
    let mut ahead = 1;
    loop {
        let mut tags = 0;
        while at < text.len() && tags < ahead {
            let (line, next) = line_at(text, at);
            tags += usize::from(has_tag(line));
            at = next;
        }
        let looked = &text[from..at];
        let verbatim = verbatim(looked);
        let mut depth = 0;
        for (tag, _) in looked.match_indices('<') {
            if verbatim.has(tag) {
                continue;
            }
            if opens(&looked[tag..]) {
                depth += 1;
            } else if is_tag(&looked[tag..], CLOSE) {
                if depth == 0 {
                    return End::Closed(from + tag);
                }
                depth -= 1;
            }
        }
        if at == text.len() {
            return End::Open(depth);
        }
        ahead *= 2;
    }
}

fn has_tag(line: &str) -> bool {
    let mut tags = line.match_indices('<').map(|(at, _)| &line[at..]);
    tags.any(|tag| is_tag(tag, OPEN) || is_tag(tag, CLOSE))
}
