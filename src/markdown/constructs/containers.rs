//! Boxes and details as Zenn, Qiita, HackMD and GitHub spell them.
//!
//! - Zenn: `:::message`, `:::message alert`, `:::details title`; closed by a line of as many colons
//!   or more, so that a box in another has fewer
//!   (<https://github.com/zenn-dev/zenn-editor/tree/canary/packages/zenn-markdown-html/src/utils>).
//! - Qiita: `:::note`, with `info`, `warn` or `alert`
//!   (<https://help.qiita.com/ja/articles/qiita-markdown>).
//! - HackMD: `:::success`, `info`, `warning`, `danger`, `:::spoiler title`
//!   (<https://hackmd.io/features>).
//! - GitHub: a quote whose first line is `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or
//!   `[!CAUTION]`
//!   (<https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts>).
//! - HTML: `<details><summary>title</summary>`.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::super::lines::line_at;
use super::details;
use super::fence::{closes, fence};
use super::verbatim::verbatim;
use crate::markdown::{Alert, parser};

/// A part of a text, made of whole lines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Node<'t> {
    Text(&'t str),
    Container(Container<'t>),
}

/// A box, or details.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Container<'t> {
    pub(crate) kind: Kind,
    pub(crate) spelling: Spelling,
    /// The whole of it, to the end of its last line.
    pub(crate) source: &'t str,
    /// The lines before what is in it.
    pub(crate) open: &'t str,
    /// What is in it, without the marks of a quote.
    pub(crate) body: Cow<'t, str>,
    pub(crate) close: &'t str,
}

impl Container<'_> {
    /// Details only: whether its last line goes on behind its end.
    fn ends_in_words(&self) -> bool {
        self.spelling == Spelling::Html && details::ends_in_words(self.close)
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Callout(Alert),
    /// With its title, which is text and no Markdown.
    Details(String),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Spelling {
    Zenn,
    Qiita,
    HackMd,
    GitHub,
    Html,
}

/// The parts of a text in order; together they are the text. Every line end is a line feed.
pub(crate) fn read(text: &str) -> Vec<Node<'_>> {
    let mut nodes = Vec::new();
    let mut at = 0;
    while let Some(Found {
        start,
        container,
        end,
    }) = next(text, at, text.len(), true)
    {
        nodes.extend((at < start).then(|| Node::Text(&text[at..start])));
        nodes.push(Node::Container(container));
        at = end;
    }
    nodes.extend((at < text.len()).then(|| Node::Text(&text[at..])));
    nodes
}

/// A container, and where its first line and what follows it begin.
pub(crate) struct Found<'t> {
    pub(crate) start: usize,
    pub(crate) container: Container<'t>,
    pub(crate) end: usize,
}

/// The first container that begins between `from`, where a block begins, and `to`. It may end
/// behind that; without an end, it goes to the end of the text. Alerts are containers only on
/// request, and none in a list: the parser knows them.
///
/// A line within code or a comment begins none. What is that is known of a parse up to that line;
/// where many lines in a row are, twice as many are looked at each time.
pub(crate) fn next(text: &str, mut from: usize, to: usize, alerts: bool) -> Option<Found<'_>> {
    loop {
        let found = next_of_any(text, from, to, alerts)?;
        if !found.container.ends_in_words() {
            return Some(found);
        }
        from = found.end;
    }
}

/// The same, also of details with words behind their end. They are shown as they are written, but
/// no section begins in them, and they are private by their title.
pub(crate) fn next_of_any(text: &str, from: usize, to: usize, alerts: bool) -> Option<Found<'_>> {
    let mut at = from;
    let mut ahead = 1;
    loop {
        let mut starts = Vec::new();
        while at < to && starts.len() < ahead {
            let (line, next) = line_at(text, at);
            if opens(line, alerts) {
                starts.push(at);
            }
            at = next;
        }
        if starts.is_empty() {
            return None;
        }
        let looked = &text[from..at];
        let verbatim = verbatim(looked, true);
        let lists = lists(looked, alerts);
        let found = starts.into_iter().find_map(|start| {
            let is_alert = text[start..].trim_start_matches(' ').starts_with('>');
            let at = start - from;
            let is_in_list = || {
                let before = lists.partition_point(|list| list.start <= at);
                before > 0 && at < lists[before - 1].end
            };
            if verbatim.has(at) || is_alert && is_in_list() {
                return None;
            }
            let (container, end) = container(text, start)?;
            Some(Found {
                start,
                container,
                end,
            })
        });
        if found.is_some() {
            return found;
        }
        ahead *= 2;
    }
}

/// Whether a line may begin a container.
fn opens(line: &str, alerts: bool) -> bool {
    let Some(first) = unindented(line) else {
        return false;
    };
    match first.as_bytes().first() {
        Some(b':') => colons(line).is_some_and(|(_, words)| named(words).is_some()),
        Some(b'>') => alerts && first.contains("[!"),
        Some(b'<') => details::opens(first),
        _ => false,
    }
}

/// The outermost lists of a text in which an alert may stand, in bytes.
fn lists(text: &str, alerts: bool) -> Vec<Range<usize>> {
    let mut lists: Vec<Range<usize>> = Vec::new();
    if alerts && text.contains("[!") {
        let events = parser(text, None).into_offset_iter();
        let starts = events.filter(|(event, _)| matches!(event, Event::Start(Tag::List(_))));
        lists.extend(starts.map(|(_, range)| range));
        lists.dedup_by(|next, last| next.start < last.end);
    }
    lists
}

/// A step through a text and the boxes and details in it; alerts are left to the parser.
pub(crate) enum Step {
    /// Bytes that are in no box of their own.
    Text(Range<usize>),
    /// And where what is in it ends.
    Enter(Kind, usize),
    Leave,
}

/// Boxes within more than so many others are text.
pub(crate) const MAX_DEPTH: usize = 50;

/// Goes through a text that begins where a block does.
pub(crate) fn walk(text: &str, step: &mut dyn FnMut(Step)) {
    walk_in(text, 0, 0, step);
}

/// The same within so many boxes, for the text from `at` on to its end.
fn walk_in(text: &str, mut at: usize, depth: usize, step: &mut dyn FnMut(Step)) {
    while depth < MAX_DEPTH
        && let Some(Found {
            start,
            container,
            end,
        }) = next_of_any(text, at, text.len(), false)
    {
        let body = start + container.open.len();
        let body_end = body + container.body.len();
        // Words behind the end of details stand outside of them.
        let behind = match container.ends_in_words() {
            true => body_end + details::CLOSE.len(),
            false => end,
        };
        step(Step::Text(at..start));
        step(Step::Enter(container.kind, body_end));
        walk_in(&text[..body_end], body, depth + 1, step);
        step(Step::Leave);
        at = behind;
    }
    step(Step::Text(at..text.len()));
}

/// A line without its indentation, where that is none of code.
fn unindented(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(' ');
    (line.len() - rest.len() <= 3).then_some(rest)
}

/// The fence that a line begins with, where it is no code.
fn colons(line: &str) -> Option<(usize, &str)> {
    fence(unindented(line)?)
}

/// The most colons that a line of a text closes a box with.
pub(crate) fn closing_marks(text: &str) -> usize {
    let closing = text.lines().filter_map(colons);
    closing.map(|(count, _)| count).max().unwrap_or(0)
}

/// What begins at the line at `at`, and where the text goes on behind it.
fn container(text: &str, at: usize) -> Option<(Container<'_>, usize)> {
    let (line, next) = line_at(text, at);
    let first = unindented(line)?;
    match first.as_bytes().first()? {
        b':' => {
            let (count, words) = colons(line)?;
            let (kind, spelling) = named(words)?;
            let close = closing_line(text, next, count);
            let end = line_at(text, close).1;
            Some((
                Container {
                    kind,
                    spelling,
                    source: &text[at..end],
                    open: &text[at..next],
                    body: text[next..close].into(),
                    close: &text[close..end],
                },
                end,
            ))
        }
        b'>' => alert(text, at),
        b'<' => details::read(text, at),
        _ => None,
    }
}

/// The lines that close the box which is open at the end of a text, and all that is open in it;
/// `None` where no box is.
pub(crate) fn closing(text: &str) -> Option<String> {
    let mut at = 0;
    while let Some(Found { container, end, .. }) = next(text, at, text.len(), false) {
        if container.close.is_empty() {
            return match container.spelling {
                Spelling::Html => Some(details::closing(&container.body)),
                _ => {
                    let margin =
                        container.open.len() - container.open.trim_start_matches(' ').len();
                    let colons = colons(container.open);
                    colons.map(|(count, _)| " ".repeat(margin) + &":".repeat(count) + "\n")
                }
            };
        }
        at = end;
    }
    None
}

/// Where the line begins that closes a box with so many colons; without one, the box goes to the
/// end of the text.
fn closing_line(text: &str, mut at: usize, count: usize) -> usize {
    while at < text.len() {
        let (line, next) = line_at(text, at);
        if colons(line).is_some_and(|fence| closes(fence, count)) {
            return at;
        }
        at = next;
    }
    text.len()
}

/// What the words behind the colons open; `None` where no place knows them.
pub(crate) fn named(words: &str) -> Option<(Kind, Spelling)> {
    let (name, rest) = words.split_once([' ', '\t']).unwrap_or((words, ""));
    let rest = rest.trim();
    let callout = |alert, spelling| Some((Kind::Callout(alert), spelling));
    match (name, rest) {
        ("message", "") => callout(Alert::Note, Spelling::Zenn),
        ("message", "alert") => callout(Alert::Warning, Spelling::Zenn),
        ("note", "warn") => callout(Alert::Warning, Spelling::Qiita),
        ("note", "alert") => callout(Alert::Caution, Spelling::Qiita),
        ("note", _) if !rest.contains(':') => callout(Alert::Note, Spelling::Qiita),
        ("success", "") => callout(Alert::Tip, Spelling::HackMd),
        ("info", "") => callout(Alert::Note, Spelling::HackMd),
        ("warning", "") => callout(Alert::Warning, Spelling::HackMd),
        ("danger", "") => callout(Alert::Caution, Spelling::HackMd),
        ("details", title) if !title.is_empty() => {
            Some((Kind::Details(title.to_owned()), Spelling::Zenn))
        }
        ("spoiler", title) if !title.is_empty() => {
            Some((Kind::Details(title.to_owned()), Spelling::HackMd))
        }
        _ => None,
    }
}

/// A quote whose first line names an alert. It ends before the first line without its mark.
fn alert(text: &str, at: usize) -> Option<(Container<'_>, usize)> {
    let (line, body_at) = line_at(text, at);
    let name = unquoted(line)?.trim();
    let name = name.strip_prefix("[!")?.strip_suffix(']')?;
    let names = [
        ("NOTE", Alert::Note),
        ("TIP", Alert::Tip),
        ("IMPORTANT", Alert::Important),
        ("WARNING", Alert::Warning),
        ("CAUTION", Alert::Caution),
    ];
    let (_, kind) = names
        .into_iter()
        .find(|(known, _)| name.eq_ignore_ascii_case(known))?;
    let mut body = String::new();
    let mut end = body_at;
    while end < text.len() {
        let (line, next) = line_at(text, end);
        let Some(words) = unquoted(line) else { break };
        body += words;
        body += "\n";
        end = next;
    }
    let found = Container {
        kind: Kind::Callout(kind),
        spelling: Spelling::GitHub,
        source: &text[at..end],
        open: &text[at..body_at],
        body: body.into(),
        close: "",
    };
    Some((found, end))
}

/// A line of a quote without its mark.
fn unquoted(line: &str) -> Option<&str> {
    let rest = unindented(line)?.strip_prefix('>')?;
    Some(rest.strip_prefix(' ').unwrap_or(rest))
}
