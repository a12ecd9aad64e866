//! The headings of a text, of every level and wherever they stand.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::constructs::{Step, walk};
use super::private::{is_block, is_block_end};
use super::{parser, with_line_feeds};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Headed {
    pub level: u8,
    /// Its first byte.
    pub at: usize,
    /// Its words without marks.
    pub title: String,
    /// Whether it stands in no list, quote, box or details.
    pub is_top: bool,
}

pub fn headings(text: &str) -> Vec<Headed> {
    let text = &*with_line_feeds(text);
    let mut headings: Vec<Headed> = Vec::new();
    let mut boxes = 0;
    walk(text, &mut |step| match step {
        Step::Enter(..) => boxes += 1,
        Step::Leave => boxes -= 1,
        Step::Text(part) => {
            let mut blocks = boxes;
            let mut open: Option<Headed> = None;
            let mut pictures = 0;
            for (event, range) in parser(&text[part.clone()], None).into_offset_iter() {
                match event {
                    Event::Start(Tag::Heading { level, .. }) => {
                        open = Some(Headed {
                            level: level as u8,
                            at: part.start + range.start,
                            title: String::new(),
                            is_top: blocks == 0,
                        });
                    }
                    Event::End(TagEnd::Heading(_)) => headings.extend(open.take()),
                    Event::Start(Tag::Image { .. }) => pictures += 1,
                    Event::End(TagEnd::Image) => pictures -= 1,
                    Event::Start(tag) if is_block(&tag) => blocks += 1,
                    Event::End(tag) if is_block_end(tag) => blocks -= 1,
                    event if pictures == 0 => {
                        if let Some(heading) = &mut open {
                            heading.title += words(&event);
                        }
                    }
                    _ => {}
                }
            }
        }
    });
    headings
}

/// What an event says in a heading.
fn words<'e>(event: &'e Event<'_>) -> &'e str {
    match event {
        Event::Text(words) | Event::Code(words) | Event::InlineHtml(words) => words,
        Event::SoftBreak | Event::HardBreak => " ",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_found_wherever_they_stand() {
        let text = "# 一 `a` **b** ![図](c.png)\n\n二\n行\n---\n\n```\n# 三\n```\n\n> ## 四\n\n- a\n\n  #### 五\n\n\
                    :::message\n###### 六\n:::\n\n<details><summary>題</summary>\n\n## 七\n\n</details>\n\n## 八";
        let found = headings(text);
        let said = found.iter().map(|it| (it.level, &*it.title, it.is_top));
        let said: Vec<_> = said.collect();
        assert_eq!(
            said,
            [
                (1, "一 a b ", true),
                (2, "二 行", true),
                (2, "四", false),
                (4, "五", false),
                (6, "六", false),
                (2, "七", false),
                (2, "八", true),
            ]
        );
        for heading in &found[2..] {
            assert!(text[heading.at..].starts_with('#'), "{heading:?}");
        }
        assert!(text[found[1].at..].starts_with("二"));
        assert!(headings("a\r# b").iter().any(|it| it.title == "b"));
        assert_eq!(headings(""), []);
    }
}
