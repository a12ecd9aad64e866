//! From the HTML of a site to the common form. The names of classes are those of
//! zenn-markdown-html and of comrak.

use scraper::{ElementRef, Html, Node};

use crate::form::{Form, Page, address, picture};

/// What a browser shows of this HTML.
pub fn lines(html: &str, form: Form) -> String {
    let document = Html::parse_fragment(html);
    Page::write(form, |page| children(page, document.root_element()))
}

fn children(page: &mut Page, parent: ElementRef<'_>) {
    for child in parent.children() {
        if let Node::Text(text) = child.value() {
            page.words(text);
        } else if let Some(child) = ElementRef::wrap(child)
            && !is_furniture(child)
        {
            element(page, child);
        }
    }
}

/// What a site adds by itself: the way to a heading and back from a footnote, titles, the words
/// that stand in for a card until it is loaded.
fn is_furniture(element: ElementRef<'_>) -> bool {
    const CLASSES: [&str; 6] = [
        "header-anchor-link",
        "footnote-backref",
        "footnotes-title",
        "code-block-filename-container",
        "markdown-alert-title",
        "msg-symbol",
    ];
    CLASSES.iter().any(|class| has_class(element, class))
        || element.attr("style") == Some("display:none")
}

fn element(page: &mut Page, element: ElementRef<'_>) {
    let inside = |page: &mut Page| children(page, element);
    let name = element.value().name();
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "table" | "tr" | "hr" => {
            page.block(name, inside);
        }
        "p" if is_around_cards(element) => inside(page),
        "p" => page.block("p", |page| {
            if let Some(input) = box_before(element) {
                check_box(page, input);
            }
            inside(page);
        }),
        "ol" if has_class_above(element, "footnotes") => notes(page, element),
        "ol" => page.block(&ordered(element.attr("start").unwrap_or("1")), inside),
        "li" => page.block("li", inside),
        "th" | "td" => page.block(&cell(name, alignment(element)), inside),
        "blockquote" => page.block("quote", inside),
        "div" if has_class(element, "markdown-alert") => {
            page.block(&format!("box {}", alert(element)), inside);
        }
        "aside" if has_class(element, "msg") => {
            let alert = has_class(element, "alert");
            page.block(if alert { "box alert" } else { "box message" }, inside);
        }
        "details" => page.block("details", inside),
        "summary" => page.block("summary", inside),
        "pre" => code(page, element),
        "input" if is_before_paragraph(element) => {}
        "input" => check_box(page, element),
        "br" => page.line_break(),
        "em" | "strong" | "code" => page.inline(name, inside),
        "s" | "del" => page.inline("del", inside),
        "a" => page.inline(&link(element.attr("href").unwrap_or_default()), inside),
        "img" => page.thing(&sized_picture(element)),
        "sup" if has_class(element, "footnote-ref") => page.thing(&reference(element)),
        "span" if has_class(element, "embed-block") => page.block(&embedded(element), |_| {}),
        "eq" => page.inline("math", inside),
        "eqn" => page.block("math", inside),
        "html" | "thead" | "tbody" | "section" | "div" | "span" | "embed-katex" => inside(page),
        // What a person wrote as HTML, where that is let through.
        name => page.inline(name, inside),
    }
}

pub fn ordered(start: &str) -> String {
    match start {
        "1" => "ol".into(),
        start => format!("ol {start}"),
    }
}

pub fn cell(name: &str, align: &str) -> String {
    format!("{name} {align}").trim_end().to_owned()
}

pub fn link(href: &str) -> String {
    format!("link {}", address(href))
}

/// Zenn says the alignment in a style, comrak in an attribute.
fn alignment(element: ElementRef<'_>) -> &str {
    let style = element.attr("style").unwrap_or_default();
    let align = element.attr("align").unwrap_or_default();
    style.strip_prefix("text-align:").unwrap_or(align)
}

fn alert(element: ElementRef<'_>) -> &str {
    let mut classes = element.value().classes();
    classes
        .find_map(|class| class.strip_prefix("markdown-alert-"))
        .unwrap_or_default()
}

fn sized_picture(element: ElementRef<'_>) -> String {
    let attr = |name| element.attr(name).unwrap_or_default();
    let size = match (attr("width"), attr("height")) {
        ("", "") => String::new(),
        (width, height) => format!("={width}x{height}"),
    };
    picture(attr("src"), attr("alt"), &size)
}

/// Zenn says which of several references it is behind a colon.
fn reference(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    let number = text.trim_matches(['[', ']']).split(':').next();
    format!("note {}", number.unwrap_or_default())
}

fn notes(page: &mut Page, list: ElementRef<'_>) {
    for (index, note) in list.child_elements().enumerate() {
        page.block(&format!("note {}", index + 1), |page| children(page, note));
    }
}

fn check_box(page: &mut Page, input: ElementRef<'_>) {
    page.check_box(input.attr("checked").is_some());
}

/// GitHub puts the box of a task before the paragraph where others put it at its beginning.
fn box_before(paragraph: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let before = paragraph.prev_siblings().find_map(ElementRef::wrap);
    before.filter(|before| before.value().name() == "input")
}

fn is_before_paragraph(input: ElementRef<'_>) -> bool {
    let after = input.next_siblings().find_map(ElementRef::wrap);
    after.is_some_and(|after| after.value().name() == "p")
}

/// A block of code. The name of the file stands before it on Zenn.
fn code(page: &mut Page, pre: ElementRef<'_>) {
    let file = pre
        .prev_siblings()
        .filter_map(ElementRef::wrap)
        .find(|sibling| has_class(*sibling, "code-block-filename-container"));
    let file = file.map(|file| file.text().collect::<String>());
    let text: String = pre.text().collect();
    page.code(pre.attr("lang"), file.as_deref(), &text);
}

/// What Zenn loads into a frame: a card, a post, a player, a diagram.
fn embedded(element: ElementRef<'_>) -> String {
    let kind = element.value().classes().find_map(|class| {
        let kind = class.strip_prefix("zenn-embedded-");
        kind.or_else(|| class.strip_prefix("embed-"))
            .filter(|kind| *kind != "block")
    });
    let frame = element
        .descendent_elements()
        .find(|element| element.value().name() == "iframe");
    let content = frame.and_then(|frame| frame.attr("data-content").or(frame.attr("src")));
    let [kind, content] = [kind, content].map(Option::unwrap_or_default);
    format!("{kind} {}", address(content))
}

/// A paragraph in which nothing is left but cards shows no paragraph.
fn is_around_cards(paragraph: ElementRef<'_>) -> bool {
    let has_cards = paragraph
        .child_elements()
        .any(|child| has_class(child, "embed-block"));
    has_cards
        && paragraph.children().all(|child| match child.value() {
            Node::Text(text) => text.trim().is_empty(),
            _ => ElementRef::wrap(child)
                .is_none_or(|child| has_class(child, "embed-block") || is_furniture(child)),
        })
}

fn has_class(element: ElementRef<'_>, class: &str) -> bool {
    element.value().classes().any(|its| its == class)
}

fn has_class_above(element: ElementRef<'_>, class: &str) -> bool {
    let parent = element.parent().and_then(ElementRef::wrap);
    parent.is_some_and(|parent| has_class(parent, class))
}
