//! A report that begins as an earlier one was built: its headings, and its closing words.
//!
//! What was noted stays where it is, and so do the headings of single sessions: they belong to
//! that event.

use crate::domain::Event;
use crate::markdown::{self, LEVELS, escaped, heading, leading_emoji, with_title};

/// The texts of the sections of `event`, from those of an `earlier` one's report in order: the
/// headings at the top level, under the last of them what stood there. The new event's name and
/// emoji take the place of the old ones. Empty if there is no such heading.
pub fn write_like<'t>(
    event: &Event,
    earlier: &Event,
    texts: impl IntoIterator<Item = &'t str>,
) -> Vec<String> {
    let top = |text: &&str| heading(text).is_some_and(|heading| heading.level == LEVELS.top);
    let tops: Vec<&str> = texts.into_iter().filter(top).collect();
    let Some((closing, others)) = tops.split_last() else {
        return Vec::new();
    };
    let mut written: Vec<String> = others
        .iter()
        .map(|text| {
            let line = text.lines().next().unwrap_or_default();
            format!("{}\n\n", renamed(event, earlier, line))
        })
        .collect();
    written.push(renamed(event, earlier, closing));
    written
}

/// A text with the names and the emoji of the new event.
fn renamed(event: &Event, earlier: &Event, text: &str) -> String {
    let mut text = with_names(event, earlier, text);
    let title = match heading(&text) {
        Some(heading) => text[heading.range].to_owned(),
        None => return text,
    };
    let old = leading_emoji(&title).filter(|emoji| *emoji == earlier.report.emoji);
    let Some(old) = old else { return text };
    let new = format!("{}{}", event.report.emoji, &title[old.len()..]);
    let markdown::Replacement { range, with } = with_title(&text, new.trim());
    text.replace_range(range, &with);
    text
}

/// A text in which the old event is called as the new one. A name of one character is left
/// alone: it may be a part of any word.
fn with_names(event: &Event, earlier: &Event, text: &str) -> String {
    // The long name first: the short one may be a part of it.
    let names = [
        (&*earlier.name, &*event.name),
        (earlier.called(), event.called()),
    ]
    .map(|(old, new)| (escaped(old.trim()), escaped(new.trim())));
    let mut written = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let known = names
            .iter()
            .find(|(old, _)| old.chars().nth(1).is_some() && rest.starts_with(&**old));
        let length = match known {
            Some((old, new)) => {
                written += new;
                old.len()
            }
            None => {
                written.push(next);
                next.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::EventId;

    fn event(name: &str, short_name: &str, emoji: &str) -> Event {
        let mut event = Event::new(EventId::from_bits(1), name);
        event.short_name = short_name.into();
        event.report.emoji = emoji.into();
        event
    }

    #[track_caller]
    fn check(earlier: &Event, texts: &[&str], expected: &[&str]) {
        let new = event("雲会議 2026", "", "🦀");
        assert_eq!(write_like(&new, earlier, texts.iter().copied()), expected);
    }

    #[test]
    fn headings_and_closing_words_come_along() {
        let earlier = event("雲会議 2025", "", "🎈");
        check(
            &earlier,
            &[
                "## はじめに\n\n去年の話\n\n",
                "## メモ\n\n",
                "### 話\n\n聞いた\n\n",
                "## おわりに\n\nありがとう\n",
            ],
            &[
                "## はじめに\n\n",
                "## メモ\n\n",
                "## おわりに\n\nありがとう\n",
            ],
        );
        check(
            &earlier,
            &["前書き\n\n", "## 一\n\n話\n"],
            &["## 一\n\n話\n"],
        );
        check(&earlier, &["前書き\n\n", "### 一\n"], &[]);
        check(&earlier, &[], &[]);
    }

    #[test]
    fn the_new_event_takes_the_place_of_the_old_one() {
        let check = |earlier: &Event, text, expected| check(earlier, &[text], &[expected]);
        let earlier = event("雲会議 2025", "", "🎈");
        check(&earlier, "## 雲会議 2025 とは\n", "## 雲会議 2026 とは\n");
        check(
            &earlier,
            "## 🎈 おわりに\n\n雲会議 2025 は…\n",
            "## 🦀 おわりに\n\n雲会議 2026 は…\n",
        );
        check(&earlier, "## ☁️ おわりに\n", "## ☁️ おわりに\n");
        check(
            &event("雲会議", "雲会", ""),
            "## 雲会議と雲会\n",
            "## 雲会議 2026と雲会議 2026\n",
        );
        check(&event("雲", "", ""), "## 雲の上\n", "## 雲の上\n");
        check(
            &event("*雲*", "", ""),
            "## \\*雲\\*とは\n",
            "## 雲会議 2026とは\n",
        );
    }

    #[test]
    fn without_an_emoji_the_heading_has_none() {
        let mut new = event("次", "", "");
        new.report.emoji.clear();
        let texts = write_like(&new, &event("前", "", "🎈"), ["## 🎈 おわりに\n"]);
        assert_eq!(texts, ["## おわりに\n"]);
    }
}
