//! The table of contents that a place puts beside an article by itself.

use super::Target;
use crate::markdown::{Headed, headings, masked};

/// A heading that is named in it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Entry {
    /// So many others stand above it in the list in which it is.
    pub depth: u8,
    pub title: String,
    /// The number of its section, and its first byte in that.
    pub section: usize,
    pub at: usize,
}

/// What the place names of a report; nothing where it has no contents, and nothing that is private.
pub fn contents(target: Target, sections: &[&str]) -> Vec<Entry> {
    let is_named: fn(&Headed) -> bool = match target {
        Target::Zenn => |it| it.level <= 3 && it.is_top,
        Target::Qiita => |_| true,
        _ => return Vec::new(),
    };
    let mut entries = Vec::new();
    let mut below = None;
    let mut around: Vec<u8> = Vec::new();
    let mut first = None;
    for (section, text) in sections.iter().enumerate() {
        let (text, next) = masked(text, below);
        below = next;
        for it in headings(&text).into_iter().filter(is_named) {
            let depth = match target {
                Target::Zenn => within(&mut around, it.level),
                _ => it.level.saturating_sub(*first.get_or_insert(it.level)),
            };
            let title = it.title.trim().to_owned();
            // Zenn shows two levels, whichever they are.
            if !title.is_empty() && (target != Target::Zenn || depth < 2) {
                entries.push(Entry {
                    depth,
                    title,
                    section,
                    at: it.at,
                });
            }
        }
    }
    entries
}

/// How many headings of `around` the next one is beneath
/// (<https://github.com/zenn-dev/zenn-editor/blob/canary/packages/zenn-markdown-html/src/utils/toc.ts>,
/// and two levels by `Toc` of zenn-cli; of Qiita
/// <https://github.com/increments/qiita-markdown/blob/main/lib/qiita/markdown/filters/html_toc.rb>).
fn within(around: &mut Vec<u8>, level: u8) -> u8 {
    while around.pop_if(|last| *last >= level).is_some() {}
    around.push(level);
    // There are no more than six levels.
    around.len() as u8 - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The titles of the entries, each behind a `-` for each level above it.
    fn named(target: Target, sections: &[&str]) -> String {
        let entries = contents(target, sections);
        let entry = |it: &Entry| "-".repeat(it.depth.into()) + &it.title;
        let entries: Vec<_> = entries.iter().map(entry).collect();
        entries.join(" ")
    }

    #[test]
    fn zenn_names_two_levels_of_the_first_three() {
        for (sections, expected) in [
            (&["## a\n\n#### x\n", "### b\n", "## c\n"][..], "a -b c"),
            (&["# t\n\n", "## a\n", "### x\n", "## b\n"], "t -a -b"),
            (&["### a\n", "## b\n", "### c\n"], "a b -c"),
            (&["## a\n\n# b\n\nc\n---\n"], "a b -c"),
            (&["## a\n\n> # x\n\n:::message\n# x\n:::\n\n- # x\n"], "a"),
            (&["## \n", "## ![x](b.png)\n", "## **a** `b`\n"], "a b"),
        ] {
            assert_eq!(named(Target::Zenn, sections), expected, "{sections:?}");
        }
    }

    #[test]
    fn qiita_names_all_headings() {
        for (sections, expected) in [
            (
                &["## a\n\n#### b\n", "### c\n\n> ###### d\n", "## e\n"][..],
                "a --b -c ----d e",
            ),
            // None is further out than the first.
            (&["### a\n", "## b\n", "#### c\n"], "a b -c"),
            (&["## a\n\n:::note\n### b\n:::\n"], "a -b"),
        ] {
            assert_eq!(named(Target::Qiita, sections), expected, "{sections:?}");
        }
    }

    #[test]
    fn what_is_private_is_not_named() {
        let sections = ["## a\n\n#### 🔒 x\n", "## 🔒 x\n\n", "### x\n", "## b\n"];
        for target in [Target::Zenn, Target::Qiita] {
            assert_eq!(named(target, &sections), "a b");
            assert_eq!(contents(target, &sections)[1].section, 3);
        }
        assert_eq!(contents(Target::GitHub, &sections), []);
    }
}
