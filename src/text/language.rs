//! The two languages that the page speaks.

use super::template::Template;
use super::{Words, en, ja, template_en, template_ja};

/// A language of the interface and of new reports.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Language {
    Japanese,
    English,
}

impl Language {
    /// From a BCP 47 tag such as `ja`, `ja-JP` or `en-GB`: Japanese for
    /// Japanese, English for all others.
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag);
        if primary.eq_ignore_ascii_case("ja") {
            Self::Japanese
        } else {
            Self::English
        }
    }

    /// The BCP 47 tag, for `<html lang>` and `Intl`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Japanese => "ja",
            Self::English => "en",
        }
    }

    pub fn words(self) -> &'static Words {
        match self {
            Self::Japanese => &ja::WORDS,
            Self::English => &en::WORDS,
        }
    }

    /// The templates that a new event offers, the most used one first.
    pub fn templates(self) -> &'static [Template] {
        match self {
            Self::Japanese => template_ja::TEMPLATES,
            Self::English => template_en::TEMPLATES,
        }
    }
}

/// The BCP 47 tag of a title that has kana in it, whatever the page speaks: its lines break between
/// Japanese words.
pub fn tag_of(title: &str) -> Option<&'static str> {
    let is_kana = |c| matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}');
    title.contains(is_kana).then_some(Language::Japanese.tag())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_japanese_titles() {
        for title in ["🎈 はじめに", "Rust で書く", "データ"] {
            assert_eq!(tag_of(title), Some("ja"), "{title}");
        }
        for title in ["", "Kumo Kaigi", "雲", "A・B"] {
            assert_eq!(tag_of(title), None, "{title}");
        }
    }

    #[test]
    fn reads_tags() {
        for tag in ["ja", "ja-JP", "JA", "ja_JP"] {
            assert_eq!(Language::from_tag(tag), Language::Japanese, "{tag}");
        }
        for tag in ["en", "en-GB", "fr", "", "jam"] {
            assert_eq!(Language::from_tag(tag), Language::English, "{tag}");
        }
    }
}
