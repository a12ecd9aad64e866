//! The words of what stands beside the section that looks back, and by what such a section is
//! known. One constant per language.

/// The words of one language.
pub struct GrowthWords {
    /// Beside an earlier event of this name.
    pub beside: fn(&str) -> String,
    pub then: &'static str,
    pub now: &'static str,
    pub heard: &'static str,
    pub half: &'static str,
    pub characters: &'static str,
    pub learned: &'static str,
    pub questions: &'static str,
    pub questions_then: &'static str,
}

pub const JA: GrowthWords = GrowthWords {
    beside: |name| format!("「{name}」のときと見比べる"),
    then: "そのとき",
    now: "今回",
    heard: "聴いたセッション",
    half: "半分聴いたセッション",
    characters: "レポートの文字数",
    learned: "学んだこと 💡",
    questions: "疑問 ❓",
    questions_then: "そのときの疑問",
};

pub const EN: GrowthWords = GrowthWords {
    beside: |name| format!("Compare with {name}"),
    then: "Then",
    now: "Now",
    heard: "Sessions heard",
    half: "Sessions half heard",
    characters: "Characters in the report",
    learned: "Learned 💡",
    questions: "Questions ❓",
    questions_then: "What you asked then",
};

/// What the templates call the section in which she looks back, and what others call it.
const LOOKING_BACK: [&str; 6] = [
    "感想と成長",
    "ふりかえり",
    "振り返り",
    "what i learned about myself",
    "looking back",
    "retrospective",
];

/// Whether a section of this title is the one in which she looks back.
pub fn looks_back(title: &str) -> bool {
    let title = title.to_lowercase();
    LOOKING_BACK.iter().any(|it| title.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn the_first_template_looks_back_once() {
        for language in [Language::Japanese, Language::English] {
            let parts = language.templates()[0].parts.iter();
            assert_eq!(parts.filter(|part| looks_back(part.title)).count(), 1);
        }
    }

    #[test]
    fn knows_the_names_of_looking_back() {
        for title in [
            "🎈 感想と成長",
            "ふりかえり",
            "2026 年の振り返り",
            "Looking back",
        ] {
            assert!(looks_back(title), "{title}");
        }
        for title in ["", "おわりに", "チームの成長", "What I learned"] {
            assert!(!looks_back(title), "{title}");
        }
    }
}
