//! Kills what a person is typing into, and looks at what is there afterwards.

use std::time::{Duration, Instant};

use serde_json::Value;

use crate::browser::Victim;
use crate::page::Page;

/// What a killed tab may lose: what was typed in so long before its end.
pub const TAB_MAY_LOSE: Duration = Duration::from_millis(300);

/// The title of the section that is written.
pub const TITLE: &str = "🎈 話";

/// What one kill did, in characters of the section's text.
#[derive(Clone, Copy, Debug)]
pub struct Round {
    /// What stood on the screen at the end.
    pub typed: usize,
    /// What of it the sign had called saved when it was last looked at.
    pub saved: usize,
    /// What had stood there for longer than a killed tab may lose.
    pub old: usize,
    /// What is there after the restart.
    pub kept: usize,
    /// Whether what is there is what was typed, up to there.
    pub is_a_prefix: bool,
}

impl Round {
    /// What should be there and is not, or another sentence on what is wrong.
    pub fn broken(&self, victim: Victim) -> Option<String> {
        let due = match victim {
            Victim::Browser => self.saved,
            Victim::Tab => self.saved.max(self.old),
        };
        (self.kept < due || !self.is_a_prefix).then(|| format!("{due} are due: {self:?}"))
    }
}

/// Random numbers that are the same in every run (xorshift, Marsaglia 2003).
pub struct Dice(pub u64);

impl Dice {
    /// From 0 to `below`, exclusive.
    pub fn roll(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below
    }
}

/// Makes an event and the section that is written from now on.
pub fn begin(page: &Page<'_>) {
    page.click("新しいイベント");
    page.type_into("イベント名", "雲会議");
    page.click("白紙");
    page.click("作成する");
    page.sees("まだ見出しがありません");
    page.click("見出しを追加");
    page.has_caret();
    // The title of a new section is selected.
    page.type_text("話\n\n本文");
    saved(page);
}

/// Types a random number of words, at most so many, kills in the middle of it, starts again.
pub fn round(page: &mut Page<'_>, victim: Victim, dice: &mut Dice, words: u64) -> Round {
    let mut looks = Vec::new();
    for word in 0..=dice.roll(words) {
        page.type_text(&format!("、{word}語"));
        let (text, sign) = look(page);
        looks.push((Instant::now(), text, sign == "saved"));
    }
    // In the middle of what the last keys set going: nobody looks at what becomes of them.
    let last = "、最後";
    page.type_text(last);
    let end = Instant::now();
    page.kills(victim);
    page.open();
    page.click("雲会議");
    page.click(TITLE);
    page.has_caret();
    saved(page);
    let (kept, _) = look(page);
    let typed = looks.last().expect("at least one word").1.clone() + last;
    let length = |looked: Option<&(Instant, String, bool)>| looked.map_or(0, |it| it.1.len());
    Round {
        typed: typed.len(),
        saved: length(looks.iter().rfind(|it| it.2)),
        old: length(looks.iter().rfind(|it| end - it.0 > TAB_MAY_LOSE)),
        kept: kept.len(),
        is_a_prefix: typed.starts_with(&kept),
    }
}

/// The text that stands in the section, and the sign beside it, at one moment.
pub fn look(page: &Page<'_>) -> (String, String) {
    let seen = page.state();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    (text(&seen["text"]), text(&seen["sign"]))
}

fn saved(page: &Page<'_>) {
    page.has(".safety[data-safety=saved]");
}
