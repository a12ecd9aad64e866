//! Tags and comments: what Zenn shows as text, and what the others take for a tag though it is none,
//! as in `Vec<String>`.

use std::ops::Range;

use super::{Finding, Replacement, Rule, Section, Target, Weight, delete, insert, replace};

/// The place whose readers lose what has the look of a tag.
fn swallows(target: Target) -> Option<&'static str> {
    Some(match target {
        Target::Qiita => "Qiita",
        Target::GitHub => "GitHub",
        Target::CommonMark => "CommonMark",
        Target::Hatena => "Hatena Blog",
        Target::DevTo => "dev.to",
        Target::HackMd => "HackMD",
        // Tags are text where the preview is what is pasted.
        Target::AsWritten | Target::Zenn | Target::Note => return None,
    })
}

pub(super) fn check(target: Target, section: &Section<'_>) -> Vec<Finding> {
    let tags = tags(section);
    match swallows(target) {
        Some(site) => tags
            .iter()
            .filter(|tag| !tag.is_comment() && !is_element(tag.name))
            .map(|tag| swallowed(site, section, tag))
            .collect(),
        None if target == Target::Zenn => shown(section, &tags),
        None => Vec::new(),
    }
}

/// A tag or a comment.
struct Tag<'t> {
    range: Range<usize>,
    /// Empty for a comment.
    name: &'t str,
    is_end: bool,
    /// Whether it stands in a block that it does not begin.
    is_within: bool,
}

impl Tag<'_> {
    fn is_comment(&self) -> bool {
        self.name.is_empty()
    }
}

/// All tags and comments of a section, in order.
fn tags<'t>(section: &Section<'t>) -> Vec<Tag<'t>> {
    let mut tags = Vec::new();
    for html in &section.parts.html {
        let text = &section.text[html.range.clone()];
        let mut at = 0;
        while let Some(start) = text[at..].find('<').map(|found| at + found) {
            let rest = &text[start..];
            let name = rest[1..].strip_prefix('/').unwrap_or(&rest[1..]);
            let is_word = |c: char| c.is_ascii_alphanumeric() || c == '-';
            let name = &name[..name.find(|c| !is_word(c)).unwrap_or(name.len())];
            let is_comment = rest.starts_with("<!--");
            at = start + 1;
            if !is_comment && !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                continue;
            }
            let end = match is_comment {
                true => rest.find("-->").map_or(rest.len(), |end| end + 3),
                false => rest.find('>').map_or(rest.len(), |end| end + 1),
            };
            tags.push(Tag {
                range: html.range.start + start..html.range.start + start + end,
                name: if is_comment { "" } else { name },
                is_end: rest.starts_with("</"),
                is_within: html.is_block && !text[..start].trim().is_empty(),
            });
            at = start + end;
        }
    }
    tags
}

fn swallowed(site: &'static str, section: &Section<'_>, tag: &Tag<'_>) -> Finding {
    let rule = Rule::TagSwallowed {
        site,
        tag: section.text[tag.range.clone()].to_owned(),
    };
    let start = tag.range.start;
    // Within a block of HTML a backslash is a backslash.
    let change = match tag.is_within {
        true => replace(start..start + 1, "&lt;"),
        false => insert(start, "\\"),
    };
    let finding = section.finding(rule, Weight::Error, tag.range.clone());
    finding.with(vec![change])
}

/// What Zenn shows as it is written. Of a pair of tags it is told once, for both.
fn shown(section: &Section<'_>, tags: &[Tag<'_>]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    // The tags that wait for their end, each with its finding.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (at, tag) in tags.iter().enumerate() {
        let text = &section.text[tag.range.clone()];
        if tag.is_comment() {
            findings.extend(comment(section, text, tag.range.clone()));
            continue;
        }
        if !is_element(tag.name) || PRINTED.contains(&&*tag.name.to_ascii_lowercase()) {
            continue;
        }
        let begun = open
            .iter()
            .rposition(|(other, _)| tags[*other].name == tag.name)
            .filter(|_| tag.is_end);
        if let Some(place) = begun {
            let (start, finding) = open[place];
            open.truncate(place);
            let changes = without_pair(section.text, &tags[start], tag);
            let with_both = findings[finding].clone().with(changes);
            findings[finding] = with_both;
            continue;
        }
        if !tag.is_end && open.len() < DEEPEST {
            open.push((at, findings.len()));
        }
        let rule = Rule::HtmlShown { tag: text.into() };
        let changes = match is_plain(tag.name) {
            true => vec![delete(tag.range.clone())],
            false => Vec::new(),
        };
        let finding = section.finding(rule, Weight::Error, tag.range.clone());
        findings.push(finding.with(changes));
    }
    findings
}

/// Tags within more others than this are told one by one, so that a hostile text takes no longer.
const DEEPEST: usize = 50;

/// What Zenn or the printer for it knows.
const PRINTED: [&str; 4] = ["br", "details", "summary", "img"];

/// Whether nothing is said by a tag, but how its words look.
fn is_plain(name: &str) -> bool {
    matches!(
        &*name.to_ascii_lowercase(),
        "b" | "big"
            | "center"
            | "div"
            | "em"
            | "font"
            | "i"
            | "ins"
            | "kbd"
            | "mark"
            | "p"
            | "small"
            | "span"
            | "strong"
            | "u"
    )
}

/// The changes that leave the words of an element; keys become code.
fn without_pair(text: &str, start: &Tag<'_>, end: &Tag<'_>) -> Vec<Replacement> {
    let words = &text[start.range.end..end.range.start];
    let is_key = start.name.eq_ignore_ascii_case("kbd")
        && !words.contains(['`', '\n', '<'])
        && !words.trim().is_empty();
    if is_key {
        vec![
            replace(start.range.clone(), "`"),
            replace(end.range.clone(), "`"),
        ]
    } else if is_plain(start.name) {
        vec![delete(start.range.clone()), delete(end.range.clone())]
    } else {
        Vec::new()
    }
}

/// A comment of several lines.
fn comment(section: &Section<'_>, text: &str, range: Range<usize>) -> Option<Finding> {
    if !text.trim_end().contains(['\n', '\r']) {
        return None;
    }
    let lines: Vec<&str> = text.split_whitespace().collect();
    let change = replace(range.clone(), &lines.join(" "));
    let finding = section.finding(Rule::CommentShown, Weight::Error, range);
    let is_closed = text.ends_with("-->");
    Some(if is_closed {
        finding.with(vec![change])
    } else {
        finding
    })
}

/// Whether a name is that of an element of HTML, as somebody writes one who means it: `<T>` and
/// `<Button>` are types. <https://html.spec.whatwg.org/multipage/indices.html#elements-3>, and those
/// that HTML no longer has.
fn is_element(name: &str) -> bool {
    let upper = name.len() > 1 && !name.contains(|c: char| c.is_ascii_lowercase());
    let lower = !name.contains(|c: char| c.is_ascii_uppercase());
    let known = name.to_ascii_lowercase();
    (upper || lower) && ELEMENTS.contains(&&*known)
}

const ELEMENTS: [&str; 124] = [
    "a",
    "abbr",
    "acronym",
    "address",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "datalist",
    "dd",
    "del",
    "details",
    "dfn",
    "dialog",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "legend",
    "li",
    "link",
    "main",
    "map",
    "mark",
    "math",
    "menu",
    "meta",
    "meter",
    "nav",
    "nobr",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "param",
    "picture",
    "pre",
    "progress",
    "q",
    "rb",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "samp",
    "script",
    "search",
    "section",
    "select",
    "slot",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
];
