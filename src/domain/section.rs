//! The unit of writing, saving, history and joining.

use super::{EventId, Place, SectionId};

/// A raw slice of Markdown that includes its heading line. Title, level and
/// emoji are read from the text, never stored beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    pub id: SectionId,
    pub event: EventId,
    pub place: Place,
    pub text: String,
    pub in_report: bool,
}

/// The order of a report: by place, and by identity where two places are equal
/// (two tabs may have chosen the same one).
impl Section {
    pub fn sort_key(&self) -> (&Place, &SectionId) {
        (&self.place, &self.id)
    }
}
