//! Plain Markdown: the head that the person chose, then the sections exactly as
//! they are written.

use crate::domain::{Event, Head};
use crate::markdown;

/// The whole report as one file. `texts` are the sections that are in the
/// report, in order; after the head their bytes follow unchanged.
pub fn plain<'a>(event: &Event, texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut file = head(event);
    file += &markdown::join(texts);
    file
}

/// The title as heading or front matter; nothing when there is no title.
fn head(event: &Event) -> String {
    let report = &event.report;
    let title = one_line(&report.title);
    match report.head {
        Head::Heading if title.is_empty() => String::new(),
        Head::Heading => format!("# {}\n\n", markdown::escaped(&title)),
        Head::FrontMatter => {
            let mut head = format!("---\ntitle: {}\n", quoted(&title));
            if !report.emoji.is_empty() {
                head += &format!("emoji: {}\n", quoted(&report.emoji));
            }
            if !report.topics.is_empty() {
                let topics: Vec<String> = report.topics.iter().map(|t| quoted(t)).collect();
                head += &format!("topics: [{}]\n", topics.join(", "));
            }
            head + "---\n\n"
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A double-quoted scalar of YAML 1.2, section 7.3.1: any character may stand
/// in it, a few of them escaped.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            _ if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                quoted += &format!("\\u{:04x}", u32::from(letter));
            }
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::EventId;

    fn check(head: Head, title: &str, expected: &str) {
        let mut event = Event::new(EventId::from_bits(1), "雲会議");
        event.report.title = title.into();
        event.report.emoji = "🎈".into();
        event.report.topics = vec!["rust".into(), "wasm".into()];
        event.report.head = head;
        let texts = ["## 🎈 はじめに\n\n来た。\n\n", "## 🎈 おわりに\n"];
        let file = plain(&event, texts);
        let body = texts.concat();
        assert_eq!(file, format!("{expected}{body}"));
    }

    #[test]
    fn a_heading_says_the_title_as_it_was_typed() {
        check(Head::Heading, "*雲*会議", "# \\*雲\\*会議\n\n");
        check(
            Head::FrontMatter,
            "*雲*会議",
            "---\ntitle: \"*雲*会議\"\nemoji: \"🎈\"\ntopics: [\"rust\", \"wasm\"]\n---\n\n",
        );
    }

    #[test]
    fn the_title_stands_where_the_person_chose() {
        check(Head::Heading, "雲会議 参加レポ", "# 雲会議 参加レポ\n\n");
        check(Head::Heading, "", "");
        check(Head::Heading, "二\n行", "# 二 行\n\n");
        check(
            Head::FrontMatter,
            "雲会議 参加レポ",
            "---\ntitle: \"雲会議 参加レポ\"\nemoji: \"🎈\"\ntopics: [\"rust\", \"wasm\"]\n---\n\n",
        );
    }

    #[test]
    fn nothing_breaks_out_of_the_front_matter() {
        check(
            Head::FrontMatter,
            "a \"b\" \\ : # \u{7f}",
            "---\ntitle: \"a \\\"b\\\" \\\\ : # \\u007f\"\nemoji: \"🎈\"\ntopics: [\"rust\", \"wasm\"]\n---\n\n",
        );
    }
}
