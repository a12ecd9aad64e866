//! What elements, classes and styles mean. Knows tags one by one, and nothing of what is around.

use super::tokens::Start;
use super::words::{BOLD, CODE, HIDDEN, ITALIC, LINES, PLAIN, STRIKE};
use crate::markdown::Href;
use crate::markdown::bare::find_bare;
use crate::markdown::href::decode_percent;

/// What an element is to the Markdown that it becomes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// A part of a line.
    Inline,
    /// Stands in lines of its own.
    Block,
    Heading(usize),
    Quote,
    BulletList,
    OrderedList,
    Item,
    /// An item that is a paragraph, as office programs write it, and how deep it is.
    LooseItem(usize),
    /// Preformatted text.
    Code,
    /// The name of the file that the code after it is.
    FileName,
    Details,
    Summary,
    /// What a footnote says.
    Note,
    Table,
    Row,
    Cell,
    Link,
    /// How the text before it is read.
    Reading,
}

impl Kind {
    pub(super) fn of(tag: &Start<'_>) -> Self {
        match &*tag.name {
            name @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
                Kind::Heading(usize::from(name.as_bytes()[1] - b'0'))
            }
            "blockquote" => Kind::Quote,
            "ul" => Kind::BulletList,
            "ol" => Kind::OrderedList,
            "li" if note_id(tag).is_some() => Kind::Note,
            "li" => Kind::Item,
            "details" => Kind::Details,
            "summary" => Kind::Summary,
            "pre" => Kind::Code,
            "table" => Kind::Table,
            "tr" => Kind::Row,
            "td" | "th" => Kind::Cell,
            "a" => Kind::Link,
            "rt" => Kind::Reading,
            "p" => word_level(tag).map_or(Kind::Block, Kind::LooseItem),
            _ if has_class(tag, "code-block-filename code-lang") => Kind::FileName,
            _ if callout(tag).is_some() => Kind::Quote,
            name if among(BLOCKS, name) => Kind::Block,
            _ => Kind::Inline,
        }
    }

    pub(super) fn is_inline(self) -> bool {
        matches!(self, Kind::Inline | Kind::Link | Kind::Reading)
    }
}

/// Blocks that are nothing else.
const BLOCKS: &str = "address article aside body caption center dd dialog div dl dt \
    fieldset figcaption figure footer form header hgroup html legend main nav option search \
    section tbody tfoot thead";

/// Elements without content
/// (<https://html.spec.whatwg.org/multipage/syntax.html#void-elements>).
pub(super) const VOID: &str =
    "area base br col embed hr img input link meta param source track wbr";

/// Programs, drawings and controls: no text of the page.
const HIDING: &str = "audio button canvas clipboard-copy datalist head iframe math noembed \
    noframes noscript object rp script select style svg template textarea title video xmp";

/// Text for the ear alone, numbers of lines, signs of callouts.
const HIDING_CLASSES: &str = "sr-only visually-hidden blob-num gutter line-number line-numbers \
    lineno linenos msg-symbol markdown-alert-title \
    footnotes-title";

/// Whether a name is one of those in a list.
pub(super) fn among(list: &str, name: &str) -> bool {
    list.split_ascii_whitespace().any(|one| one == name)
}

fn has_class(tag: &Start<'_>, list: &str) -> bool {
    let classes = tag.attribute("class").unwrap_or_default();
    classes.split_whitespace().any(|class| among(list, class))
}

/// The depth in a list of Word's (`mso-list:l0 level2 lfo1`).
fn word_level(tag: &Start<'_>) -> Option<usize> {
    let style = tag.attribute("style")?;
    let mut words = property(&style, "mso-list")?.split_whitespace();
    words.find_map(|word| word.strip_prefix("level")?.parse().ok())
}

/// The depth of a paragraph of PowerPoint's, whose levels are half an inch apart.
pub(super) fn slide_level(tag: &Start<'_>) -> usize {
    let style = tag.attribute("style").unwrap_or_default();
    let margin = property(&style, "margin-left").and_then(|margin| margin.strip_suffix("in"));
    let (whole, part) = margin
        .and_then(|margin| margin.split_once('.'))
        .unwrap_or_default();
    let half = part.starts_with(['5', '6', '7', '8', '9']);
    1 + 2 * whole.parse::<usize>().unwrap_or(0).min(4) + usize::from(half)
}

/// The marks of what stands in an element, from those of what stands around it.
pub(super) fn marks(tag: &Start<'_>, around: u16) -> u16 {
    let style = tag.attribute("style").unwrap_or_default();
    if is_hidden(tag, &style) {
        return around | HIDDEN;
    }
    let name = &*tag.name;
    let mut marks = around
        | match name {
            "b" | "strong" => BOLD,
            "i" | "em" => ITALIC,
            "s" | "del" | "strike" => STRIKE,
            "code" | "kbd" | "samp" | "tt" => CODE,
            _ => 0,
        };
    let mut set = |mark: u16, on: bool| marks = if on { marks | mark } else { marks & !mark };
    // The style of a block says how its kind looks, not what is emphasised.
    if among("span font b strong i em", name) {
        if let Some(weight) = property(&style, "font-weight") {
            let heavy = weight.parse().is_ok_and(|weight: u16| weight >= 600);
            set(BOLD, heavy || weight.starts_with("bold"));
        }
        if let Some(slope) = property(&style, "font-style") {
            set(ITALIC, slope == "italic");
        }
        if style.contains("line-through") {
            set(STRIKE, true);
        }
    }
    let space = property(&style, "white-space");
    if let Some(space) = space.or(property(&style, "white-space-collapse")) {
        set(LINES, space.starts_with("pre") || space == "break-spaces");
        // Code as an editor colours it.
        if name == "div" && space == "pre" {
            set(PLAIN, true);
        }
    }
    marks
}

fn is_hidden(tag: &Start<'_>, style: &str) -> bool {
    among(HIDING, &tag.name)
        || tag.attribute("hidden").is_some()
        || tag.has("aria-hidden", "true")
        || property(style, "display") == Some("none")
        || is_office_marker(style)
        || has_class(tag, HIDING_CLASSES)
}

/// The bullet or number that an office program writes before an item.
pub(super) fn is_office_marker(style: &str) -> bool {
    property(style, "mso-list") == Some("Ignore")
        || property(style, "mso-special-format").is_some_and(|format| format.contains("bullet"))
}

/// The last value of a property of an inline style.
pub(super) fn property<'s>(style: &'s str, name: &str) -> Option<&'s str> {
    let mut found = None;
    for declaration in style.split(';') {
        if let Some((key, value)) = declaration.split_once(':')
            && key.trim().eq_ignore_ascii_case(name)
        {
            found = Some(value.trim());
        }
    }
    found
}

/// The first line of a callout as GitHub writes it: of GitHub, Zenn (`msg`) and Qiita (`note`).
/// <https://docs.github.com/get-started/writing-on-github>
pub(super) fn callout(tag: &Start<'_>) -> Option<&'static str> {
    let classes = tag.attribute("class")?;
    let mut words = classes.split_whitespace();
    let named = [words.next()?, " ", words.next()?, "="].concat();
    CALLOUTS
        .split(',')
        .find_map(|callout| callout.strip_prefix(&*named))
}

const CALLOUTS: &str = "markdown-alert markdown-alert-note=[!NOTE],\
    markdown-alert markdown-alert-tip=[!TIP],\
    markdown-alert markdown-alert-important=[!IMPORTANT],\
    markdown-alert markdown-alert-warning=[!WARNING],\
    markdown-alert markdown-alert-caution=[!CAUTION],\
    msg message=[!NOTE],msg alert=[!CAUTION],\
    note info=[!NOTE],note warn=[!WARNING],note alert=[!CAUTION]";

/// The label of the footnote that an item says, by its name on the page.
pub(super) fn note_id(tag: &Start<'_>) -> Option<String> {
    note_label(&tag.attribute("id")?)
}

/// The label of the footnote to which a link leads.
pub(super) fn note_link(tag: &Start<'_>) -> Option<String> {
    let href = tag.attribute("href")?;
    note_label(href.split_once('#')?.1)
}

/// Whether a link says of itself that it is the number of a footnote.
pub(super) fn is_note_link(tag: &Start<'_>) -> bool {
    let classes = tag.attribute("class").unwrap_or_default();
    classes.contains("footnote") || tag.attribute("data-footnote-ref").is_some()
}

/// The label in the name of a footnote: `fn1` (Qiita), `fn-4a1b-1` (Zenn, whose four signs are those
/// of the page), `user-content-fn-1` (GitHub, by any label). Others name something else.
fn note_label(name: &str) -> Option<String> {
    let is_sign = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    if let Some(label) = name.strip_prefix("user-content-fn-") {
        return (!label.is_empty() && label.chars().all(is_sign)).then(|| label.to_owned());
    }
    let name = name.strip_prefix("fn")?;
    let name = name.strip_prefix('-').unwrap_or(name);
    let label = match name.split_once('-') {
        Some((page, rest)) if page.len() == 4 && page.bytes().all(|b| b.is_ascii_hexdigit()) => {
            rest
        }
        _ => name,
    };
    let is_number = !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| label.to_owned())
}

/// Whether a line of code is one of a change.
pub(super) fn is_diff(tag: &Start<'_>) -> bool {
    has_class(tag, "diff")
}

/// The page that a frame shows: a card of Zenn or Qiita, a video, slides. Others are none of a report.
pub(super) fn frame(tag: &Start<'_>) -> Option<String> {
    let shown = tag.attribute("data-content").unwrap_or_default();
    let shown = decode_percent(&shown);
    if is_web_address(&shown) {
        return Some(shown);
    }
    let source = tag.attribute("src")?;
    let source = source.strip_prefix("https:").unwrap_or(&source);
    let source = source.strip_prefix("//")?;
    let source = source.strip_prefix("www.").unwrap_or(source);
    let video = ["youtube.com/embed/", "youtube-nocookie.com/embed/"];
    let video = video.iter().find_map(|start| source.strip_prefix(start));
    let slides = [
        "speakerdeck.com/player/",
        "docswell.com/",
        "slideshare.net/",
    ];
    let is_slides = slides.iter().any(|start| source.starts_with(start));
    let address = match video {
        Some(video) => {
            let id = video.split(['?', '&', '#']).next()?;
            format!("https://www.youtube.com/watch?v={id}")
        }
        None => is_slides.then(|| format!("https://{source}"))?,
    };
    is_web_address(&address).then_some(address)
}

fn is_web_address(text: &str) -> bool {
    Href::parse(text).is_some_and(|href| href.value().starts_with("http"))
        && find_bare(text) == Some(0..text.len())
}

/// The language that a class or an attribute names.
pub(super) fn language(tag: &Start<'_>) -> Option<String> {
    let classes = tag.attribute("class").unwrap_or_default();
    let by_class = classes.split_whitespace().find_map(|class| {
        let prefixes = ["language-", "lang-", "highlight-source-"];
        prefixes
            .iter()
            .find_map(|prefix| class.strip_prefix(prefix))
    });
    let name = match by_class {
        Some(name) => name.into(),
        None if tag.name == "pre" => tag.attribute("data-lang").or(tag.attribute("lang"))?,
        None => tag.attribute("data-lang")?,
    };
    let is_part = |c: &char| !c.is_whitespace() && !c.is_control() && *c != '`';
    let name: String = name.chars().filter(is_part).collect();
    (!among("text plaintext none", &name) && !name.is_empty()).then_some(name)
}
