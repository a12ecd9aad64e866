//! What is said of several sections. One constant per language.

/// The words of one language.
pub struct SeveralWords {
    /// Those that are apart went one step each.
    pub moved_each: fn(usize) -> String,
}

pub const JA: SeveralWords = SeveralWords {
    moved_each: |count| format!("見出し {count} 件をひとつずつ動かしました"),
};

pub const EN: SeveralWords = SeveralWords {
    moved_each: |count| format!("Moved {count} sections by one each"),
};
