//! The sections of a report whose whole text has become another, under the hands of a person or
//! by a file. Knows nothing of where they are kept.

use crate::domain::{EventId, Section, SectionId, new_places, same_but_line_ends};
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
    let gone = (0..sections.len()).filter(|old| gone.contains(old));
    update.gone = gone.map(|old| sections[old].id.clone()).collect();
    Some(update)
}

/// A section that went, and the end of the text above that was its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    pub id: SectionId,
    /// What it was.
    pub text: String,
    /// What of it stands now at the end of the section above.
    pub end: String,
}

impl Updated {
    /// How many of those that were there before have other words or another place: what their
    /// lines end with is nothing that a person has written.
    pub fn changed(&self, before: &[Section]) -> usize {
        let same = |section: &Section| {
            before.iter().any(|before| {
                before.id == section.id
                    && before.place == section.place
                    && same_but_line_ends(&before.text, &section.text)
            })
        };
        self.written.iter().filter(|section| !same(section)).count() - self.new
    }

    /// Whether nothing is other than before.
    pub fn is_nothing(&self, before: &[Section]) -> bool {
        self.new + self.changed(before) == 0 && self.gone.is_empty()
    }

    /// Of a section that went just now nothing is left but what the text has no more of: where its
    /// heading was taken away its words stand in the section above, and would stand twice as long
    /// as it waits, and again when it is put back. `before` are the sections as they were.
    pub fn part(&mut self, before: &[Section], waiting: &[SectionId]) -> Vec<Joined> {
        let mut joined = Vec::new();
        // What a section gained, but for the ends that were found to be another's.
        let mut gained: Option<(usize, &str)> = None;
        let sections = self.sections.clone();
        let went = |at: &usize| self.gone.contains(&sections[*at].id);
        for at in (0..sections.len()).rev().filter(went) {
            let section = &sections[at];
            let stands = |above: &usize| sections[*above].in_report && !went(above);
            let Some(above) = (0..at).rev().find(stands) else {
                continue;
            };
            if waiting.contains(&section.id) {
                continue;
            }
            let all = gained.filter(|(of, _)| *of == above).map(|(_, text)| text);
            let all = all.unwrap_or_else(|| new_end(&sections[above], before));
            let end = common_end(body(&section.text), all);
            if end.trim().is_empty() {
                continue;
            }
            let rest = &all[..all.len() - end.len()];
            let rest = without_line(rest, &section.text);
            gained = Some((above, rest));
            joined.push(Joined {
                id: section.id.clone(),
                text: section.text.clone(),
                end: all[rest.len()..].to_owned(),
            });
            let left = Section {
                text: section.text[..section.text.len() - end.len()].to_owned(),
                ..section.clone()
            };
            self.sections[at] = left.clone();
            self.written.push(left);
        }
        joined
    }
}

/// The text of sections with those that wait put back; those that `joined` stand where they were,
/// as what they were, unless something was written behind them.
pub fn put_back(sections: &[Section], joined: &[Joined]) -> String {
    let shown = sections.iter().filter(|section| section.in_report);
    let shown: Vec<&Section> = shown.collect();
    let mut texts: Vec<&str> = shown.iter().map(|section| &*section.text).collect();
    // From the end on: what joined last is the end of the text above.
    let mut ends = Vec::new();
    for at in (0..shown.len()).rev() {
        match joined.iter().find(|joined| joined.id == shown[at].id) {
            Some(joined) => ends.push((at, joined)),
            None => {
                for (below, joined) in ends.drain(..) {
                    if let Some(text) = texts[at].strip_suffix(&*joined.end) {
                        (texts[at], texts[below]) = (text, &joined.text);
                    }
                }
            }
        }
    }
    texts.concat()
}

/// What of a section is new, from its first new line to its end.
fn new_end<'t>(section: &'t Section, before: &[Section]) -> &'t str {
    let before = before.iter().find(|before| before.id == section.id);
    let before = before
        .map_or("", |before| &*before.text)
        .split_inclusive('\n');
    let lines = section.text.split_inclusive('\n').zip(before);
    let same = lines.take_while(|(line, before)| line == before);
    &section.text[same.map(|(line, _)| line.len()).sum()..]
}

fn body(text: &str) -> &str {
    text.split_once('\n').map_or("", |(_, body)| body)
}

/// The lines at the end of a text with which another ends too.
fn common_end<'t>(text: &'t str, other: &str) -> &'t str {
    let others = other.split_inclusive('\n').rev();
    let lines = text.split_inclusive('\n').rev().zip(others);
    let same = lines.take_while(|(line, other)| line == other);
    &text[text.len() - same.map(|(line, _)| line.len()).sum::<usize>()..]
}

/// A text without its last line, if that is the first of another but for the signs of a heading.
fn without_line<'t>(text: &'t str, other: &str) -> &'t str {
    let words = |line: &str| line.trim().trim_start_matches('#').trim().to_owned();
    let last = text.split_inclusive('\n').next_back().unwrap_or_default();
    let first = other.lines().next().unwrap_or_default();
    match !words(last).is_empty() && words(last) == words(first) {
        true => &text[..text.len() - last.len()],
        false => text,
    }
}
