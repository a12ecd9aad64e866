//! Where a text has what a printer must know of: its code, raw HTML, line breaks, and the blocks
//! that hold words. Places only; what is made of them is decided elsewhere.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::parser;

/// What stands at a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spot {
    /// A paragraph, a heading, or a cell of a table.
    Words(Leaf),
    /// A code block with a fence, from its fence on.
    Fence,
    /// Code in words, or a code block without a fence.
    Code,
    Html,
    /// An address in angle brackets.
    Address,
    /// The end of a line within a paragraph that is no marked line break.
    SoftBreak,
}

/// What kind of block holds the words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Leaf {
    /// A paragraph that stands in nothing else.
    Top,
    /// A paragraph in a list, a quote or a footnote; of a tight list item, its line.
    Inner,
    Heading,
    Cell,
}

/// The places in a text in the order in which they begin, those around before those in them.
/// Every line end is a line feed.
pub fn spots(text: &str) -> Vec<(Spot, Range<usize>)> {
    let mut spots = Vec::new();
    let mut blocks = 0_usize;
    // Of an item without paragraphs: where its words begin.
    let (mut is_heading, mut is_code) = (false, false);
    let mut tight: Vec<Option<usize>> = Vec::new();
    for (event, range) in parser(text, None).into_offset_iter() {
        let begins_words = match &event {
            Event::Start(tag) => matches!(
                tag,
                Tag::Emphasis
                    | Tag::Strong
                    | Tag::Strikethrough
                    | Tag::Link { .. }
                    | Tag::Image { .. }
            ),
            Event::End(_) => false,
            Event::Rule | Event::Html(_) => false,
            _ => !is_code,
        };
        if begins_words && let Some(place @ None) = tight.last_mut() {
            *place = Some(spots.len());
            spots.push((Spot::Words(Leaf::Inner), range.clone()));
        } else if begins_words && let Some(Some(place)) = tight.last() {
            let words: &mut Range<usize> = &mut spots[*place].1;
            words.end = words.end.max(range.end);
        }
        match event {
            Event::Start(Tag::Paragraph) => {
                let leaf = if blocks == 0 { Leaf::Top } else { Leaf::Inner };
                tight.push(Some(spots.len()));
                spots.push((Spot::Words(leaf), range));
            }
            Event::End(TagEnd::Paragraph) => {
                tight.pop();
            }
            Event::Start(Tag::Heading { .. }) => {
                is_heading = true;
                spots.push((Spot::Words(Leaf::Heading), range));
            }
            Event::End(TagEnd::Heading(_)) => is_heading = false,
            Event::Start(Tag::TableCell) => spots.push((Spot::Words(Leaf::Cell), range)),
            Event::Start(Tag::CodeBlock(kind)) => {
                is_code = true;
                let fenced = matches!(kind, CodeBlockKind::Fenced(_));
                let spot = if fenced { Spot::Fence } else { Spot::Code };
                spots.push((spot, range));
            }
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Code(_) => spots.push((Spot::Code, range)),
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => spots.push((Spot::Html, range)),
            Event::Start(Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            }) => spots.push((Spot::Address, range)),
            Event::Start(Tag::Item) => {
                blocks += 1;
                tight.push(None);
            }
            Event::End(TagEnd::Item) => {
                blocks = blocks.saturating_sub(1);
                tight.pop();
            }
            Event::Start(Tag::BlockQuote(_) | Tag::FootnoteDefinition(_)) => blocks += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition) => {
                blocks = blocks.saturating_sub(1);
            }
            Event::SoftBreak if !is_heading => spots.push((Spot::SoftBreak, range)),
            _ => {}
        }
    }
    spots
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(Spot, &str)]) {
        let found: Vec<(Spot, &str)> = spots(text)
            .into_iter()
            .map(|(spot, range)| (spot, &text[range]))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_are_found_where_they_stand() {
        use Leaf::{Cell, Heading, Inner, Top};
        check("# a\n", &[(Spot::Words(Heading), "# a\n")]);
        check(
            "a\nb\n",
            &[(Spot::Words(Top), "a\nb\n"), (Spot::SoftBreak, "\n")],
        );
        check("- a **b** c\n", &[(Spot::Words(Inner), "a **b** c")]);
        check("> a\n", &[(Spot::Words(Inner), "a\n")]);
        check(
            "- a\n  - b\n",
            &[(Spot::Words(Inner), "a"), (Spot::Words(Inner), "b")],
        );
        check(
            "| a |\n| --- |\n| b |\n",
            &[(Spot::Words(Cell), " a "), (Spot::Words(Cell), " b ")],
        );
        check("a  \nb\n", &[(Spot::Words(Top), "a  \nb\n")]);
    }

    #[test]
    fn what_is_no_prose_is_found() {
        use Leaf::Top;
        check(
            "a `b` <i> <https://x.y>\n",
            &[
                (Spot::Words(Top), "a `b` <i> <https://x.y>\n"),
                (Spot::Code, "`b`"),
                (Spot::Html, "<i>"),
                (Spot::Address, "<https://x.y>"),
            ],
        );
        check("```rust\na\n```\n", &[(Spot::Fence, "```rust\na\n```")]);
        check("    a\n", &[(Spot::Code, "a\n")]);
        check("- ```\n  a\n  ```\n", &[(Spot::Fence, "```\n  a\n  ```")]);
        check("<div>\na\n</div>\n", &[(Spot::Html, "<div>\na\n</div>\n")]);
    }
}
