//! The sections of a report whose whole text has become another, under the hands of a person or
//! by a file. Knows nothing of where they are kept.

use crate::domain::{EventId, Section, SectionId, new_places};
use crate::markdown::{self, Part, Piece};

/// What the new text makes of the sections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Updated {
    /// All of them in their new order, with those that are gone.
    pub sections: Vec<Section>,
    /// Those among them that are new or other than before, as they are to be written: what takes
    /// text away stands after what receives it.
    pub written: Vec<Section>,
    /// How many of these are new.
    pub new: usize,
    /// Those of which the text has nothing, in their order: they are gone, or wait still.
    pub gone: Vec<SectionId>,
}

/// `sections` are those of the event in their order, and `new` is what became of the text of the
/// report without those that are `waiting`: they had gone from it before, and come back as what
/// they were if they stand in it again. Where the text is taken again and again, `known` are the
/// sections as they were at first: by that they are known again. `id` names what is new; `None`
/// if it cannot.
pub fn update(
    event: &EventId,
    sections: &[Section],
    waiting: &[SectionId],
    known: &[Section],
    new: &str,
    id: &dyn Fn() -> Option<SectionId>,
) -> Option<Updated> {
    let waits = |section: &Section| waiting.contains(&section.id);
    let pieces: Vec<Piece<'_>> = sections
        .iter()
        .map(|section| Piece {
            text: &section.text,
            in_report: section.in_report && !waits(section),
        })
        .collect();
    let mut rejoined = markdown::rejoin(&pieces, new);
    let away: Vec<usize> = (0..sections.len())
        .filter(|at| waits(&sections[*at]))
        .collect();
    let known = |at: usize| {
        let known = known.iter().find(|known| known.id == sections[at].id);
        &*known.unwrap_or(&sections[at]).text
    };
    let mut gone = rejoined.know_again(&pieces, &away, &known);

    let had = |part: &Part<'_>| part.old().map(|old| &sections[old]);
    let places: Vec<_> = rejoined
        .order
        .iter()
        .map(|part| had(part).map(|section| &section.place))
        .collect();
    let mut update = Updated {
        sections: Vec::with_capacity(sections.len()),
        written: Vec::new(),
        new: 0,
        gone: Vec::new(),
    };
    let mut shorter = Vec::new();
    for (part, place) in rejoined.order.iter().zip(new_places(&places)) {
        let before = had(part);
        let mut section = match before {
            Some(section) => section.clone(),
            None => Section::new(id()?, event.clone(), place.clone()?, ""),
        };
        if let Part::Changed(_, text) | Part::New(text) = part {
            section.text = (*text).to_owned();
        }
        section.place = place.unwrap_or(section.place);
        update.new += usize::from(before.is_none());
        if before != Some(&section) {
            let shrank = before.is_some_and(|before| before.text.len() > section.text.len());
            let list = if shrank {
                &mut shorter
            } else {
                &mut update.written
            };
            list.push(section.clone());
        }
        update.sections.push(section);
    }
    update.written.append(&mut shorter);
    for &old in &rejoined.gone {
        let section = &sections[old];
        let at = update
            .sections
            .partition_point(|other| other.sort_key() < section.sort_key());
        update.sections.insert(at, section.clone());
    }
    gone.append(&mut rejoined.gone);
    gone.sort_unstable();
    update.gone = gone.iter().map(|old| sections[*old].id.clone()).collect();
    Some(update)
}
