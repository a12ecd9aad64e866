//! What is asked when another app shares something. One constant per language.

/// The words of one language.
pub struct SharingWords {
    pub title: &'static str,
    pub where_to: &'static str,
    // Above the title of a session or a section, and above the name of an event.
    pub memo: &'static str,
    pub own_talk: &'static str,
    pub section: &'static str,
    pub nowhere: &'static str,
}

pub const JA: SharingWords = SharingWords {
    title: "共有されたもの",
    where_to: "どこに入れますか？",
    memo: "セッションのメモ",
    own_talk: "自分の登壇（反応など）",
    section: "新しい見出し",
    nowhere: "入れない",
};

pub const EN: SharingWords = SharingWords {
    title: "Shared with you",
    where_to: "Where should it go?",
    memo: "Memo of a session",
    own_talk: "Your own talk (reactions)",
    section: "A new section",
    nowhere: "Don’t add it",
};
