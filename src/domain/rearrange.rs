//! What has to be written so that sections stand in a new order: as few records as
//! can be, and no text that need not change. Knows of a text only how it ends.

use super::{Section, line_end, new_places};

/// The sections that are others once all stand in this order of their old indices:
/// in another place, or with a blank line before what follows them now. What only
/// became neighbours because others between them went away stays as it is.
pub fn rearranged(sections: &[Section], order: &[usize], moved: &[usize]) -> Vec<Section> {
    let old: Vec<_> = order.iter().map(|&at| Some(&sections[at].place)).collect();
    let moves = |at: &usize| moved.binary_search(at).is_ok();
    let mut written = Vec::new();
    for (index, place) in new_places(&old).into_iter().enumerate() {
        let at = order[index];
        let next = order.get(index + 1).filter(|next| **next != at + 1);
        let is_new_pair = next.is_some_and(|next| moves(&at) || moves(next));
        let spaced = is_new_pair
            .then(|| with_blank_line(&sections[at]))
            .flatten();
        if place.is_some() || spaced.is_some() {
            let mut section = spaced.unwrap_or_else(|| sections[at].clone());
            section.place = place.unwrap_or(section.place);
            written.push(section);
        }
    }
    written
}

/// A section with a blank line at its end, as one that another follows should
/// have; `None` if it has one.
pub fn with_blank_line(section: &Section) -> Option<Section> {
    let text = section.text.as_str();
    let without_end = |text| {
        ["\r\n", "\n", "\r"]
            .iter()
            .find_map(|end| str::strip_suffix(text, end))
    };
    let ends = std::iter::successors(Some(text), |text| without_end(text)).count() - 1;
    if text.is_empty() || ends >= 2 {
        return None;
    }
    let end = line_end(text).unwrap_or("\n");
    Some(Section {
        text: [text, &end.repeat(2 - ends)].concat(),
        ..section.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{EventId, Place, SectionId};

    /// Sections with these texts, in the places `b`, `c`, `d` …
    fn sections(texts: &[&str]) -> Vec<Section> {
        let letters = 'b'..='z';
        let section = |(text, letter): (&&str, char)| {
            let letter = letter.to_string();
            let (id, place) = (SectionId::from_text(&letter), Place::from_text(&letter));
            Section::new(id, EventId::from_text("event"), place, *text)
        };
        texts.iter().zip(letters).map(section).collect()
    }

    /// What is written, as `id@place` and the text.
    fn check(texts: &[&str], order: &[usize], moved: &[usize], expected: &[(&str, &str)]) {
        let written = rearranged(&sections(texts), order, moved);
        let shown: Vec<(String, &str)> = written
            .iter()
            .map(|it| (format!("{}@{}", it.id, it.place), it.text.as_str()))
            .collect();
        let shown: Vec<(&str, &str)> = shown.iter().map(|(id, text)| (&**id, *text)).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn what_stays_is_not_written() {
        check(&["A\n\n", "B\n\n"], &[0, 1], &[1], &[]);
        check(
            &["A\n\n", "B\n\n", "C\n"],
            &[1, 2, 0],
            &[0],
            &[("d@d", "C\n\n"), ("b@e", "A\n\n")],
        );
    }

    #[test]
    fn a_blank_line_comes_before_what_follows_now() {
        // The last one goes to the front, where something follows it.
        check(&["A\n\n", "B"], &[1, 0], &[1], &[("c@5", "B\n\n")]);
        check(
            &["A\r\n\r\n", "B\r\n"],
            &[1, 0],
            &[1],
            &[("c@5", "B\r\n\r\n")],
        );
        check(
            &["A\n\n", "C\r\n\r\nB\n\n"],
            &[1, 0],
            &[1],
            &[("c@5", "C\r\n\r\nB\n\n")],
        );
        // Nothing follows the one that is the last now, and it stays as it was.
        check(&["A\n", "B\n\n"], &[1, 0], &[0], &[("c@5", "B\n\n")]);
    }

    #[test]
    fn neighbours_that_were_stay_as_they_were() {
        // B goes, and A and C close up; C and D never parted.
        check(
            &["A\n", "B\n", "C\n", "D\n\n", "E\n"],
            &[0, 2, 3, 1, 4],
            &[1],
            &[("c@ei", "B\n\n")],
        );
        // Two that move together do not part.
        check(
            &["A\n\n", "B\n", "C\n"],
            &[1, 2, 0],
            &[1, 2],
            &[("d@d", "C\n\n"), ("b@e", "A\n\n")],
        );
    }

    #[test]
    fn an_empty_text_stays_empty() {
        check(&["", "B\n\n"], &[1, 0], &[0], &[("c@5", "B\n\n")]);
        check(&["B\n\n", ""], &[1, 0], &[1], &[("c@5", "")]);
    }
}
