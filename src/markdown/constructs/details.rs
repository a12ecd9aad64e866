//! Details as HTML spells them: tags with a title, there and back, and where they end.

use super::super::lines::{is_blank, line_at};
use super::containers::{Container, Kind, Spelling};

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

/// Whether a line, without its indentation, begins with the tag of details.
pub(super) fn opens(line: &str) -> bool {
    let Some((name, rest)) = line.split_at_checked("<details".len()) else {
        return false;
    };
    name.eq_ignore_ascii_case("<details") && rest.starts_with(['>', ' ', '\t', '\n', '\r'])
}

/// Whether a line ends with the tag that closes details, and none of its words are code.
fn closes(line: &str) -> bool {
    let start = line.len().saturating_sub(CLOSE.len());
    let end = line.get(start..);
    end.is_some_and(|end| end.eq_ignore_ascii_case(CLOSE)) && !line.contains('`')
}

/// Details with a summary that begin with the line at `at`, and where the text goes on behind them.
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
        End::Closed { close, end } => (close, end),
        End::Open { .. } => (text.len(), text.len()),
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
    let (fence, depth) = match end_of(body, 0) {
        End::Closed { .. } => ("", 0),
        End::Open { fence, depth } => (fence, depth),
    };
    let end_of_code = match fence {
        "" => String::new(),
        fence => format!("{fence}\n"),
    };
    end_of_code + &format!("{CLOSE}\n").repeat(depth + 1)
}

/// Where details end.
enum End<'t> {
    /// The tag, and the line behind it.
    Closed { close: usize, end: usize },
    /// At the end of the text, as in HTML, in code with this fence and in so many others.
    Open { fence: &'t str, depth: usize },
}

/// The end of the details that were opened before `at`. Those in them are passed, and so is code.
fn end_of(text: &str, mut at: usize) -> End<'_> {
    let mut depth = 0_usize;
    let mut fence = "";
    while at < text.len() {
        let (line, next) = line_at(text, at);
        let words = line.trim();
        let marks = fence_marks(words);
        if !fence.is_empty() {
            if marks.starts_with(fence) && words.len() == marks.len() {
                fence = "";
            }
        } else if !marks.is_empty() {
            fence = marks;
        } else {
            // A quote has its own.
            let quoted = words.trim_start_matches(['>', ' ']);
            depth += usize::from(opens(quoted));
            if closes(quoted) && depth > 0 {
                depth -= 1;
            } else if closes(words) && quoted == words {
                let close = at + line.trim_end().len() - CLOSE.len();
                return End::Closed { close, end: next };
            }
        }
        at = next;
    }
    End::Open { fence, depth }
}

/// The marks of a code fence that a line begins with, else nothing
/// (<https://spec.commonmark.org/0.31.2/#fenced-code-blocks>).
fn fence_marks(line: &str) -> &str {
    let mark = match line.chars().next() {
        Some(mark @ ('`' | '~')) => mark,
        _ => return "",
    };
    let length = line.len() - line.trim_start_matches(mark).len();
    let is_fence = length >= 3 && !(mark == '`' && line[length..].contains('`'));
    if is_fence { &line[..length] } else { "" }
}
