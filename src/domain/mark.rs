//! Marks: what a line is to her, by a plain character before its words.

/// What a line can be to her.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Learned,
    Question,
    Try,
    Private,
}

impl Mark {
    /// The character before the words.
    pub fn sign(self) -> &'static str {
        match self {
            Mark::Learned => "💡",
            Mark::Question => "❓",
            Mark::Try => "🔥",
            Mark::Private => "🔒",
        }
    }
}

const ALL: [Mark; 4] = [Mark::Learned, Mark::Question, Mark::Try, Mark::Private];

/// What asks for the picture of a character that also has a plain form (U+FE0F).
const PICTURE: char = '\u{fe0f}';

/// The marks at the start of the content of a line, and where its words begin.
pub fn marks(content: &str) -> (Vec<Mark>, usize) {
    let mut found = Vec::new();
    let mut rest = content;
    while let Some((mark, behind)) = ALL.iter().find_map(|mark| {
        let behind = rest.strip_prefix(mark.sign())?;
        Some((*mark, behind))
    }) {
        found.push(mark);
        let behind = behind.strip_prefix(PICTURE).unwrap_or(behind);
        rest = behind.trim_start_matches([' ', '\u{3000}']);
    }
    (found, content.len() - rest.len())
}
