//! Details as HTML spells them: tags with a title, there and back, and where they end.

use super::super::lines::{is_blank, line_at, one_line};
use super::beginning;
use super::containers::{Container, Kind, Spelling};
use super::verbatim::verbatim;

/// So far behind a tag the code may end in which it stands.
const NEAR: usize = 1024;

const OPEN: &str = "<details";
pub(super) const CLOSE: &str = "</details>";

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

/// The title of details whose tag a text begins with, as it is written, and where it ends. It may
/// stand on several lines.
fn title(text: &str) -> Option<(&str, usize)> {
    let near = beginning(text);
    let tag = near.find('>')? + 1;
    // In a quote its marks may stand between.
    let between = |c: char| c.is_whitespace() || c == '>';
    let summary = tag + near[tag..].len() - near[tag..].trim_start_matches(between).len();
    is_tag(&near[summary..], "<summary").then_some(())?;
    let start = summary + near[summary..].find('>')? + 1;
    let tags = near[start..].match_indices('<');
    let mut ends = tags.filter(|(at, _)| is_tag(&near[start + at..], "</summary>"));
    let end = start + ends.next()?.0;
    Some((&near[start..end], end + "</summary>".len()))
}

/// What the title of details says whose tag a text begins with.
pub(crate) fn title_of_details(text: &str) -> Option<&str> {
    opens(text).then(|| title(text))?.map(|(title, _)| title)
}

/// Where the text goes on behind details whose tag begins at `at`, wherever in a line; `None` where
/// they have no end.
pub(crate) fn end_of_details(text: &str, at: usize) -> Option<usize> {
    let body = title(&text[at..]).map_or(at + OPEN.len(), |(_, end)| at + end);
    let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    match end_of(text, body, at - line < 4) {
        End::Closed(close) => Some(close + CLOSE.len()),
        End::Open(_) => None,
    }
}

/// Whether the line at `at` is so long that not each of the details on it is read.
pub(crate) fn is_on_long_line(text: &str, at: usize) -> bool {
    const LONG: usize = 1024;
    let near = |byte: &&u8| !matches!(byte, b'\n' | b'\r');
    let bytes = text.as_bytes();
    let before = bytes[..at].iter().rev().take(LONG).take_while(near);
    let behind = bytes[at..].iter().take(LONG).take_while(near);
    before.count() + behind.count() >= LONG
}

/// Whether words stand behind the tag that closes details.
pub(super) fn ends_in_words(close: &str) -> bool {
    !is_blank(line_at(close, 0).0.get(CLOSE.len()..).unwrap_or_default())
}

/// Details with a summary that begin with the line at `at`, and where the text goes on behind them.
/// None where words stand behind their end on a long line.
pub(super) fn read(text: &str, at: usize) -> Option<(Container<'_>, usize)> {
    let rest = &text[at..];
    let tag = rest.len() - rest.trim_start_matches(' ').len();
    opens(&rest[tag..]).then_some(())?;
    let (title, behind) = title(&rest[tag..])?;
    let mut body_at = at + tag + behind;
    if is_blank(line_at(text, body_at).0) {
        body_at = line_at(text, body_at).1;
    }
    let (close, end) = match end_of(text, body_at, true) {
        End::Closed(close) => {
            let (behind, end) = line_at(text, close);
            let is_long = ends_in_words(behind) && is_on_long_line(text, close);
            (!is_long).then_some((close, end))?
        }
        End::Open(_) => (text.len(), text.len()),
    };
    let found = Container {
        kind: Kind::Details(unescaped(&one_line(title))),
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
    let depth = match end_of(body, 0, true) {
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
/// line they stand. What is a tag is known of a parse up to the blank line behind it; where it is
/// not the last one, twice as many are looked at each time. Deep in a list what is indented is no
/// code.
fn end_of(text: &str, from: usize, has_indented_code: bool) -> End {
    let mut at = from;
    let mut ahead = 1;
    loop {
        let mut tags = 0;
        // What is looked at goes up to the blank line behind the last tag, if that is near.
        let mut near = 0;
        while at < text.len() && (tags < ahead || at < near) {
            let (line, next) = line_at(text, at);
            if tags < ahead && has_tag(line) {
                tags += 1;
                near = next + NEAR;
            } else if is_blank(line) {
                near = 0;
            }
            at = next;
        }
        let looked = &text[from..at];
        let verbatim = verbatim(looked, has_indented_code);
        let mut depth = 0;
        for (tag, _) in looked.match_indices('<') {
            if verbatim.has(tag) || looked[..tag].ends_with('\\') {
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
