//! What the check of a report says: each rule with its sentence, what its fix does, and the primary
//! source that it rests on. Must not know how a thing is found.

use super::{Language, findings_en, findings_ja};

/// What is wrong, with what its sentence needs. `site` is the name of a place of publication.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Rule {
    TitleMissing {
        site: &'static str,
    },
    TitleTooLong {
        site: &'static str,
        length: usize,
        limit: usize,
    },
    /// Front matter with quotes that YAML takes for letters.
    CurlyHead,
    EmojiMissing,
    EmojiNotOne,
    TopicsMissing {
        site: &'static str,
    },
    TooManyTopics {
        site: &'static str,
        count: usize,
        limit: usize,
    },
    TopicTooLong {
        topic: String,
        length: usize,
        limit: usize,
    },
    TopicSigns {
        topic: String,
        sign: char,
    },
    TopicSpaces {
        topic: String,
    },
    SlugLength {
        length: usize,
    },
    SlugSign {
        sign: char,
    },
    BodyEmpty {
        site: &'static str,
    },
    AltMissing,
    PictureRelative {
        address: String,
    },
    HtmlShown {
        tag: String,
    },
    CommentShown,
    TagSwallowed {
        site: &'static str,
        tag: String,
    },
    ContainerOpen,
    ContainerSameFence,
    ContainerUnknown {
        word: String,
    },
    ContainerNoTitle,
    ContainerClosesNothing,
    ContainerInList {
        site: &'static str,
    },
    ContainerNested {
        site: &'static str,
    },
    MermaidTooLong {
        length: usize,
        limit: usize,
    },
    MermaidLinks {
        count: usize,
        limit: usize,
    },
    MarkerShown {
        marker: &'static str,
    },
    Formula {
        words: String,
    },
    ListSign {
        sign: String,
    },
    CurlyInCode {
        sign: char,
    },
    HeadingNoSpace,
    LevelSkipped {
        from: u8,
        to: u8,
    },
    SectionEmpty,
    LinkEmpty,
    LinkNoScheme {
        address: String,
    },
    NoteTwice {
        label: String,
    },
    HashtagMissing {
        hashtag: String,
    },
    ThanksMissing,
}

impl Rule {
    /// One sentence that says what is wrong and why it matters.
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::Japanese => findings_ja::sentence(self),
            Language::English => findings_en::sentence(self),
        }
    }

    /// What a tap on the fix does; empty where there is none.
    pub fn fix(&self, language: Language) -> &'static str {
        match language {
            Language::Japanese => findings_ja::fix(self),
            Language::English => findings_en::fix(self),
        }
    }

    /// The address of the documentation or the source that says so; `None` for advice of our own.
    pub fn source(&self) -> Option<&'static str> {
        Some(match self {
            Self::TitleMissing { site: "Zenn" }
            | Self::TitleTooLong { .. }
            | Self::EmojiMissing
            | Self::EmojiNotOne
            | Self::TopicsMissing { site: "Zenn" }
            | Self::TooManyTopics { site: "Zenn", .. }
            | Self::TopicTooLong { .. }
            | Self::TopicSigns { .. }
            | Self::SlugLength { .. }
            | Self::SlugSign { .. } => ZENN_FIELDS,
            Self::TooManyTopics { site: "dev.to", .. } => DEV_TO,
            Self::TitleMissing { .. }
            | Self::TopicsMissing { .. }
            | Self::TooManyTopics { .. }
            | Self::TopicSpaces { .. }
            | Self::BodyEmpty { .. } => QIITA_FIELDS,
            Self::CurlyHead => "https://yaml.org/spec/1.2.2/#73-flow-scalar-styles",
            Self::AltMissing => "https://www.w3.org/WAI/WCAG22/Understanding/non-text-content",
            Self::PictureRelative { .. }
            | Self::HtmlShown { .. }
            | Self::CommentShown
            | Self::ContainerNoTitle
            | Self::MermaidTooLong { .. }
            | Self::MermaidLinks { .. }
            | Self::Formula { .. } => ZENN_MARKDOWN,
            Self::TagSwallowed { .. } => "https://spec.commonmark.org/0.31.2/#raw-html",
            Self::ContainerInList { site: "GitHub" } | Self::ContainerNested { site: "GitHub" } => {
                GITHUB_ALERTS
            }
            Self::ContainerInList { .. } | Self::ContainerNested { .. } => QIITA_MARKDOWN,
            Self::ContainerOpen
            | Self::ContainerSameFence
            | Self::ContainerUnknown { .. }
            | Self::ContainerClosesNothing => ZENN_MARKDOWN,
            Self::MarkerShown { .. } => {
                "https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run"
            }
            Self::ListSign { .. } => "https://spec.commonmark.org/0.31.2/#list-items",
            Self::HeadingNoSpace => "https://spec.commonmark.org/0.31.2/#atx-headings",
            Self::LevelSkipped { .. } => {
                "https://www.w3.org/WAI/tutorials/page-structure/headings/"
            }
            Self::LinkEmpty | Self::LinkNoScheme { .. } => {
                "https://url.spec.whatwg.org/#url-writing"
            }
            Self::NoteTwice { .. } => GITHUB_NOTES,
            Self::CurlyInCode { .. }
            | Self::SectionEmpty
            | Self::HashtagMissing { .. }
            | Self::ThanksMissing => return None,
        })
    }
}

const ZENN_FIELDS: &str = "https://github.com/zenn-dev/zenn-editor/blob/1df0a6d0a13f8dc4a75280fcdb68cecfc69fb114/packages/zenn-model/src/utils.ts";
const ZENN_MARKDOWN: &str = "https://zenn.dev/zenn/articles/markdown-guide";
const QIITA_FIELDS: &str = "https://github.com/increments/qiita-cli/blob/bada862142220e3c086b25f92a3419cee7fb53fd/src/lib/validators/item-validator.ts";
const QIITA_MARKDOWN: &str = "https://help.qiita.com/ja/articles/qiita-markdown";
const DEV_TO: &str = "https://github.com/forem/forem/blob/308e14b27030b607ade86aec99d977cc2205a606/app/views/pages/_editor_guide_text.en.html.erb";
const GITHUB_ALERTS: &str = "https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts";
const GITHUB_NOTES: &str = "https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#footnotes";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_rests_on_the_source_of_its_place() {
        let source = |rule: Rule| rule.source().unwrap_or_default();
        let missing = |site| source(Rule::TitleMissing { site });
        assert!(missing("Zenn").contains("/zenn-editor/"));
        assert!(missing("Qiita").contains("/qiita-cli/"));
        let many = |site| {
            let (count, limit) = (6, 5);
            source(Rule::TooManyTopics { site, count, limit })
        };
        assert!(many("Zenn").contains("/zenn-editor/"));
        assert!(many("Qiita").contains("/qiita-cli/"));
        assert!(many("dev.to").contains("/forem/"));
        let nested = |site| source(Rule::ContainerNested { site });
        assert!(nested("GitHub").starts_with("https://docs.github.com/"));
        assert!(nested("Qiita").starts_with("https://help.qiita.com/"));
        assert_eq!(Rule::ThanksMissing.source(), None);
    }

    #[test]
    fn a_sentence_says_the_numbers_and_the_words() {
        let rule = Rule::TitleTooLong {
            site: "Zenn",
            length: 71,
            limit: 70,
        };
        for language in [Language::Japanese, Language::English] {
            let sentence = rule.sentence(language);
            assert!(["Zenn", "71", "70"].iter().all(|it| sentence.contains(it)));
            let topic = Rule::TopicSigns {
                topic: "C++".into(),
                sign: '+',
            };
            assert!(topic.sentence(language).contains("C++"));
            assert!(!topic.fix(language).is_empty());
            assert!(rule.fix(language).is_empty());
        }
    }
}
