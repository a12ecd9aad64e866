//! What can be counted of an event, to be held beside another one: has she grown?

use super::fill::Sources;
use super::memo::is_untouched;
use crate::domain::{Heard, Mark, SessionId, set};
use crate::markdown::heading;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tally {
    /// Of how many sessions she said so or wrote a memo, those not counted that she half heard.
    pub heard: usize,
    pub half: usize,
    pub learned: usize,
    /// Their words, without markup.
    pub questions: Vec<String>,
}

impl Sources<'_> {
    /// What is private is not counted among what was marked.
    pub fn tally(&self) -> Tally {
        let are = |heard: Heard| {
            let those = self.picks.iter().filter(move |(_, it)| it.heard == heard);
            those.filter(|(_, it)| !it.mine).map(|(id, _)| id)
        };
        let half = set(are(Heard::Half));
        let is_mine = |id: &SessionId| self.picks.get(id).is_some_and(|it| it.mine);
        let written = self.sections.iter().filter(|it| !is_untouched(it));
        let written = written.filter_map(|it| it.session.as_ref());
        let mut heard = set(are(Heard::Whole));
        heard.extend(written.filter(|id| !half.contains(id) && !is_mine(id)));
        let questions = self.marked_words(Mark::Question).into_iter();
        Tally {
            heard: heard.len(),
            half: half.len(),
            learned: self.marked_words(Mark::Learned).len(),
            questions: questions.map(|(words, _)| plain(words)).collect(),
        }
    }
}

/// Words as they are read: what a heading would say.
fn plain(words: String) -> String {
    let title = heading(&format!("## {words}\n")).map(|it| it.title);
    title.filter(|it| !it.is_empty()).unwrap_or(words)
}
